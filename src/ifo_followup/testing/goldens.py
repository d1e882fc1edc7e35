"""Goldens: a document beside what must be read from it, read by a person before it counts.

A golden is a folder with the document and `expected.json`::

    {"source": "document.pdf", "format": "almby-2024", "state": "accepted",
     "unclaimed": [], "unknown_words": [], "tables": {"goals": [{"goal_id": "g1", ...}], ...}}

`state` is "proposed" until a person has read it: the run that writes a golden never passes.
`tables` are those of docs/reference/tables.md; a value may be `{"any_of": [...]}`. `unclaimed`
lists texts that are in no part of the report and need not be, `unknown_words` printed assessments
and statuses that mean nothing the library has a code for.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from ifo_followup.model.findings import Finding
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.differences import Contents, contents, renumbered
from ifo_followup.out.tables import TABLES

EXPECTED = "expected.json"
ENDINGS = ("pdf", "docx", "txt", "md", "html")
_ROW_WIDTH = 160
_KEYS = frozenset(("source", "format", "state", "tables", "unclaimed", "unknown_words"))


class GoldenError(ValueError):
    """A golden folder or its `expected.json` is not what it should be; says where and what."""


class State(Enum):
    """Whether a person has read it."""

    MISSING = "missing"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"


@frozen(kw_only=True)
class Golden:
    """A document with what is expected of it; `tables` is empty while there is no file."""

    folder: Path
    source: Path
    format_id: str | None
    state: State
    tables: Contents
    unclaimed: tuple[str, ...] = ()
    unknown_words: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The case: the folder's name."""
        return self.folder.name

    @property
    def file(self) -> Path:
        """Where the expectation stands."""
        return self.folder / EXPECTED


def find_goldens(folder: Path) -> tuple[Golden, ...]:
    """The goldens in a folder, by name; a folder that is not there has none.

    Raises:
        GoldenError: one of them cannot be read.
    """
    if not folder.is_dir():
        return ()
    return tuple(load_golden(each) for each in sorted(folder.iterdir()) if _is_case(each))


def _is_case(folder: Path) -> bool:
    return folder.is_dir() and not folder.name.startswith((".", "_"))


def load_golden(folder: Path) -> Golden:
    """Read one golden folder.

    Raises:
        GoldenError: there is no document, or `expected.json` is not of the form above.
    """
    file = folder / EXPECTED
    if not file.exists():
        return Golden(
            folder=folder,
            source=_document(folder),
            format_id=None,
            state=State.MISSING,
            tables=renumbered({}),
        )
    try:
        found = json.loads(file.read_text("utf-8"), parse_float=Decimal)
    except ValueError as error:
        raise GoldenError(f"{file}: not JSON: {error}") from error
    if not isinstance(found, dict) or not isinstance(found.get("tables"), dict):
        raise GoldenError(f'{file}: not an object with "tables"')
    _refuse_unknown(file, "keys", found.keys() - _KEYS)
    _refuse_unknown(file, "tables", found["tables"].keys() - TABLES.keys())
    for table, rows in found["tables"].items():
        known = {column.name for column in TABLES[table]}
        for row in rows:
            _refuse_unknown(file, f"columns of {table}", row.keys() - known)
    states = {each.value: each for each in (State.PROPOSED, State.ACCEPTED)}
    state = states.get(found.get("state"))
    if state is None:
        raise GoldenError(f'{file}: "state" is neither "proposed" nor "accepted"')
    source = folder / str(found.get("source") or _document(folder).name)
    if not source.is_file():
        raise GoldenError(f"{file}: the document {source.name} is not beside it")
    return Golden(
        folder=folder,
        source=source,
        format_id=found.get("format"),
        state=state,
        tables=renumbered(found["tables"]),
        unclaimed=tuple(found.get("unclaimed", ())),
        unknown_words=tuple(found.get("unknown_words", ())),
    )


def _refuse_unknown(file: Path, what: str, names: set[str]) -> None:
    if names:
        raise GoldenError(f"{file}: unknown {what}: {', '.join(sorted(names))}")


def _document(folder: Path) -> Path:
    found = [path for end in ENDINGS if (path := folder / f"document.{end}").is_file()]
    if len(found) != 1:
        wanted = ", ".join(f"document.{end}" for end in ENDINGS)
        raise GoldenError(f"{folder}: needs exactly one of {wanted}")
    return found[0]


def proposal(golden: Golden, report: FollowUpReport) -> Golden:
    """A golden that says what was read, for a person to read beside the document."""
    read_by = report.provenance.plugin if report.provenance else golden.format_id
    return evolve(
        golden,
        format_id=golden.format_id or read_by,
        state=State.PROPOSED,
        tables=contents(report),
        unclaimed=unclaimed_texts(report),
        unknown_words=tuple(finding.printed or "" for finding in unknown_words(report)),
    )


def unclaimed_texts(report: FollowUpReport) -> tuple[str, ...]:
    """The texts of the document that went into no part of the report."""
    return tuple(span.text for span in report.coverage.unclaimed_spans)


def unknown_words(report: FollowUpReport) -> tuple[Finding, ...]:
    """What is told of printed assessments and statuses that have no code."""
    return tuple(finding for finding in report.findings if finding.rule == "unknown-word")


def write_golden(golden: Golden) -> None:
    """Write `expected.json`: the same golden always gives the same text."""
    golden.file.write_text(golden_text(golden), encoding="utf-8", newline="\n")


def golden_text(golden: Golden) -> str:
    """The text of `expected.json`: a short row on a line, a long one with a line a value."""
    head = {
        "source": golden.source.name,
        "format": golden.format_id,
        "state": golden.state.value,
        "unclaimed": list(golden.unclaimed),
        "unknown_words": list(golden.unknown_words),
    }
    lines = ["{", *(f' "{key}": {_json(value)},' for key, value in head.items()), ' "tables": {']
    filled = [(table, rows) for table, rows in golden.tables.items() if rows]
    for n, (table, rows) in enumerate(filled):
        lines.append(f'  "{table}": [')
        lines += _row_lines(rows)
        lines.append("  ]" + _comma(n, filled))
    return "\n".join([*lines, " }", "}", ""])


def _row_lines(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for n, row in enumerate(rows):
        pairs = [f'"{name}": {_json(value)}' for name, value in row.items()]
        whole = f"   {{{', '.join(pairs)}}}"
        if len(whole) <= _ROW_WIDTH:
            yield whole + _comma(n, rows)
            continue
        yield "   {"
        yield from (f"    {pair}{_comma(at, pairs)}" for at, pair in enumerate(pairs))
        yield "   }" + _comma(n, rows)


def _comma(n: int, of: Sequence[object]) -> str:
    return "," if n + 1 < len(of) else ""


def _json(value: Any) -> str:
    """JSON with exact numbers: a float could turn 0.1 into something else."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return "{" + ", ".join(f'"{key}": {_json(each)}' for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
