"""`check`: print findings."""

import argparse

from ifo_followup.cli.documents import Batch, documents, workers
from ifo_followup.cli.saying import FINDINGS, FINE, UNREADABLE, say, shown
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.out.plain import clean, clip, where

NAME = "check"
HELP = "print findings; exit 1 when one is an error"


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    documents(command, several=True)
    workers(command)


def run(options: argparse.Namespace) -> int:
    """Print a line a finding."""
    batch = Batch(options)
    wrong = False
    for name, reports in batch.reports():
        for report in reports:
            for finding in report.findings:
                print(_finding_line(name, finding))
                wrong = wrong or finding.severity is Severity.ERROR
            if not report.findings:
                say(f"{shown(name)}: no findings")
    if batch.failed:
        return UNREADABLE
    return FINDINGS if wrong else FINE


def _finding_line(name: str, finding: Finding) -> str:
    place = where(finding.source) if finding.source else ""
    line = f"{shown(name)}: {place + ': ' if place else ''}"
    line += f"{finding.severity.value} {finding.rule}: {clean(finding.message)}"
    if finding.printed is not None:
        line += f'; printed "{clip(finding.printed, 80)}"'
    if finding.expected is not None:
        line += f'; expected "{clip(finding.expected, 80)}"'
    return line
