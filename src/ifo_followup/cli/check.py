"""`check`: print findings, for people or for programs."""

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import Any

from ifo_followup.catalogue import entries, in_swedish
from ifo_followup.cli.documents import Batch, documents, workers
from ifo_followup.cli.saying import FINDINGS, FINE, UNREADABLE, say, shown
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean, clip, where
from ifo_followup.out.sarif import to_sarif
from ifo_followup.out.wording import ENGLISH, SWEDISH, Wording
from ifo_followup.version import library_version

NAME = "check"
HELP = "print findings; exit 1 when one is an error"

_ORDER = (Severity.INFO, Severity.WARNING, Severity.ERROR)
_NEVER = "never"


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    documents(command, several=True)
    workers(command)
    command.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help="text: a line a finding; json: a list; sarif: SARIF 2.1.0 for code hosts",
    )
    command.add_argument(
        "--fail-on",
        choices=(*(level.value for level in reversed(_ORDER)), _NEVER),
        default=Severity.ERROR.value,
        help="exit 1 from this severity on (error unless told)",
    )
    command.add_argument("--swedish", action="store_true", help="the findings in Swedish, as text")
    command.add_argument(
        "--privacy", action="store_true", help="look for personal data in the report as well"
    )


def run(options: argparse.Namespace) -> int:
    """Print the findings of every document."""
    batch = Batch(options)
    words = SWEDISH if options.swedish else ENGLISH
    fails = False
    kept: list[tuple[str, Sequence[Finding]]] = []
    for name, reports in batch.reports():
        for report in reports:
            with batch.writing(name):
                findings = _with_privacy(report) if options.privacy else report.findings
                fails = fails or _fails(findings, options.fail_on)
                if options.format != "text":
                    kept.append((shown(name), findings))
                    continue
                for finding in findings:
                    print(_line(name, finding, words))
                if not findings:
                    say(f"{shown(name)}: {words.no_findings}")
    if options.format == "json":
        print(json.dumps(list(_rows(kept)), ensure_ascii=False, indent=1))
    elif options.format == "sarif":
        meanings = {entry.rule: entry.meaning for entry in entries()}
        print(to_sarif(kept, version=library_version(), meanings=meanings), end="")
    if batch.failed:
        return UNREADABLE
    return FINDINGS if fails else FINE


def _with_privacy(report: FollowUpReport) -> tuple[Finding, ...]:
    """The findings of a report with those of personal data, and none that repeats such a datum."""
    from ifo_followup.privacy import mask

    masked, found = mask(report)
    return (*masked.findings, *found)


def _fails(findings: Sequence[Finding], level: str) -> bool:
    if level == _NEVER:
        return False
    least = _ORDER.index(Severity(level))
    return any(_ORDER.index(finding.severity) >= least for finding in findings)


def _line(name: str, finding: Finding, words: Wording) -> str:
    place = where(finding.source, words) if finding.source else ""
    message = in_swedish(finding) if words is SWEDISH else finding.message
    line = f"{shown(name)}: {place + ': ' if place else ''}"
    line += f"{words.severities[finding.severity]} {finding.rule}: {clean(message)}"
    if finding.printed is not None:
        line += f'; {words.printed} "{clip(finding.printed, 80)}"'
    if finding.expected is not None:
        line += f'; {words.expected} "{clip(finding.expected, 80)}"'
    return line


def _rows(kept: Sequence[tuple[str, Sequence[Finding]]]) -> Iterator[dict[str, Any]]:
    """One object a finding; what is absent is left out."""
    for name, findings in kept:
        for finding in findings:
            source = finding.source
            place = source.place if source else None
            row = {
                "document": name,
                "rule": finding.rule,
                "severity": finding.severity.value,
                "message": finding.message,
                "swedish": finding.swedish,
                "printed": finding.printed,
                "expected": finding.expected,
                "page": place.page if place else None,
                "first_line": place.first_line if place else None,
                "last_line": place.last_line if place else None,
                "table": source.table if source else None,
                "row": source.row if source else None,
                "column": source.column if source else None,
            }
            yield {key: value for key, value in row.items() if value is not None}
