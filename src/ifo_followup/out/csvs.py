"""The flat tables as CSV files: UTF-8, comma, one file a table, empty for no value.

A spreadsheet runs a cell that starts like a formula. Numbers come from typed columns and are
written as they are ("-12480"); a *text* that starts with `=`, `+`, `@`, a tab or a carriage
return, or with `-` before anything but a number, gets an apostrophe in front. Blanks and
apostrophes before such a sign count as part of the start. `unescape` takes it off again.
"""

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.rows import Row, Value, rows
from ifo_followup.out.tables import TABLES

# what a printed number or a lone dash may look like: harmless, and common in these reports
NUMBER = re.compile(r"[-+]?[\s\d.,]*%?")

LIST = "documents.csv"  # beside folders of several reports
Held = tuple[str, str | None, str | None]  # a folder, the document that was given, its SHA-256


def write_csv(report: FollowUpReport, folder: Path) -> tuple[Path, ...]:
    """Write the tables into `folder`, which is made where it is missing; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, content in rows(report).items():
        path = folder / f"{name}.csv"
        _write(path, [column.name for column in TABLES[name]], content)
        written.append(path)
    return tuple(written)


def write_list(held: Iterable[Held], folder: Path) -> None:
    """Write which document the tables in each folder of `folder` were read from."""
    _write(folder / LIST, ("folder", "document", "sha256"), held)


def _write(path: Path, head: Iterable[str], content: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        # as RFC 4180 has it; with "\n" alone the module leaves a "\r" in a cell unquoted
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([_cell(value) for value in row] for row in content)


def escape(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if _runs(text) else text


def unescape(text: str) -> str:
    """What `escape` was given."""
    return text[1:] if text.startswith("'") and _runs(text) else text


def _runs(text: str) -> bool:
    start = text.lstrip(" \u00a0\u2009\u202f'")
    if not start.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        return False
    return not NUMBER.fullmatch(start.rstrip())


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return escape(value)
        case _:
            return str(value)
