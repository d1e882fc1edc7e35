"""`parse`: read reports and write them."""

import argparse
import os
from pathlib import Path
from typing import TextIO

from ifo_followup.cli.documents import Batch, documents, workers
from ifo_followup.cli.saying import FINE, UNREADABLE, say, shown
from ifo_followup.cli.writing import check_folder, label, output
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean, where

NAME = "parse"
HELP = "read reports and write them"


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    documents(command, several=True)
    workers(command)
    command.add_argument(
        "--format",
        choices=("json", "csv", "table"),
        default="json",
        help="json: one document a line; csv: a folder of tables (-o); table: a summary",
    )
    command.add_argument(
        "--mask",
        action="store_true",
        help="mask personal data before anything is written, and tell on stderr what was masked",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        type=Path,
        help="a file; for csv a folder, with a folder in it for each of several reports",
    )


def run(options: argparse.Namespace) -> int:
    """Read and write."""
    if options.format == "csv" and options.output is None:
        options.parser.error("--format csv writes a folder of tables: name it with -o")
    batch = Batch(options)
    if options.format == "csv":
        _write_folders(batch, check_folder(options))
    else:
        with output(options) as stream:
            _write_stream(batch, stream, table=options.format == "table")
    return UNREADABLE if batch.failed else FINE


def _write_stream(batch: Batch, stream: TextIO, *, table: bool) -> None:
    from ifo_followup.out.summary import summary

    colour = _colour(stream)
    first = True
    for name, reports in batch.reports():
        for report in reports:
            with batch.writing(name):
                written = _masked(name, report) if batch.options.mask else report
                text = summary(written, colour=colour) if table else written.to_json() + "\n"
                stream.write(text if first or not table else f"\n\n{text}")
                stream.flush()
                first = False


def _write_folders(batch: Batch, folder: Path) -> None:
    """Tables of a single report stand in the folder itself, those of several in folders of it."""
    from ifo_followup.out.csvs import write_csv

    taken: set[str] = set()
    for name, reports in batch.reports():
        for report in reports:
            alone = len(batch.options.files) == 1 and len(reports) == 1
            target = folder if alone else folder / label(name, taken)
            with batch.writing(name):
                write_csv(_masked(name, report) if batch.options.mask else report, target)


def _masked(name: str, report: FollowUpReport) -> FollowUpReport:
    """The report without personal data; a line on stderr for each that was masked."""
    from ifo_followup.privacy import mask

    masked, found = mask(report)
    for finding in found:
        place = where(finding.source) if finding.source else ""
        told = f"{finding.rule}: {clean(finding.message)}"
        say(f"masked: {shown(name)}: {place + ': ' if place else ''}{told}")
    return masked


def _colour(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
