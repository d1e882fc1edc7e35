"""`parse`: read reports and write them."""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from ifo_followup.cli.documents import Batch, documents, workers
from ifo_followup.cli.saying import FINE, UNREADABLE, say, shown
from ifo_followup.cli.writing import check_folder, label, output
from ifo_followup.errors import BadCorrections
from ifo_followup.model.findings import Correction
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean, where

Result = tuple[str, tuple[FollowUpReport, ...]]

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
    command.add_argument(
        "--folders",
        action="store_true",
        help="csv: a folder for each report, also where there is only one",
    )
    command.add_argument(
        "--corrections",
        metavar="FILE",
        type=Path,
        help="put printed errors right by this file of corrections, TOML or JSON; for one document",
    )


def run(options: argparse.Namespace) -> int:
    """Read and write."""
    if options.format == "csv" and options.output is None:
        options.parser.error("--format csv writes a folder of tables: name it with -o")
    if options.folders and options.format != "csv":
        options.parser.error("--folders is for --format csv")
    corrections = _corrections(options)
    batch = Batch(options)
    results = batch.reports() if corrections is None else _corrected(batch, corrections)
    if options.format == "csv":
        check_folder(options, options.output)
        _write_folders(batch, results, options.output)
    else:
        with output(options) as stream:
            _write_stream(batch, results, stream, table=options.format == "table")
    return UNREADABLE if batch.failed else FINE


def _corrections(options: argparse.Namespace) -> Sequence[Correction] | None:
    if options.corrections is None:
        return None
    if len(options.files) > 1:
        options.parser.error("--corrections corrects one document; name only one")
    from ifo_followup.corrections import load

    try:
        return load(options.corrections)
    except BadCorrections as error:
        parser: argparse.ArgumentParser = options.parser
        parser.error(f"--corrections {clean(str(error))}")


def _corrected(batch: Batch, corrections: Sequence[Correction]) -> Iterator[Result]:
    """The one report with its corrections; those that do not fit are told as well."""
    from ifo_followup.corrections import apply, recheck

    for name, reports in batch.reports():
        if len(reports) > 1:
            batch.failed = True
            say(
                f"error: {shown(name)}: it holds {len(reports)} reports, and which one the "
                "corrections are for cannot be told: correct it in Python"
            )
            continue
        corrected: tuple[FollowUpReport, ...] = ()
        with batch.writing(name):
            corrected = (recheck(reports[0], apply(reports[0], corrections)),)
        for report in corrected:
            for finding in report.findings:
                if finding.rule == "correction-unused":
                    say(f"warning: {shown(name)}: {clean(finding.message)}")
            yield name, corrected


def _write_stream(batch: Batch, results: Iterator[Result], stream: TextIO, *, table: bool) -> None:
    from ifo_followup.out.summary import summary

    colour = _colour(stream)
    first = True
    for name, reports in results:
        for report in reports:
            with batch.writing(name):
                written = _written(batch, name, report)
                text = summary(written, colour=colour) if table else written.to_json() + "\n"
                stream.write(text if first or not table else f"\n\n{text}")
                stream.flush()
                first = False


def _write_folders(batch: Batch, results: Iterator[Result], folder: Path) -> None:
    """Tables of a single report stand in the folder itself, those of several in folders of it.

    Beside folders stands a list that says whose tables each of them holds.
    """
    from ifo_followup.out.csvs import LIST, Held, write_csv, write_list

    taken = {LIST}
    held: list[Held] = []
    for name, reports in results:
        for report in reports:
            alone = len(batch.options.files) == 1 and len(reports) == 1
            if alone and not batch.options.folders:
                with batch.writing(name):
                    write_csv(_written(batch, name, report), folder)
                continue
            own = label(name, taken)
            with batch.writing(name):
                written = _written(batch, name, report)
                write_csv(written, folder / own)
                origin = written.provenance
                # a file's name can hold personal data too, which is masked where it was read
                given = origin.document if origin and batch.options.mask else shown(name)
                held.append((own, given, origin.sha256 if origin else None))
    if held:
        write_list(held, folder)


def _written(batch: Batch, name: str, report: FollowUpReport) -> FollowUpReport:
    return _masked(name, report) if batch.options.mask else report


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
