"""The money tables of real reports: whether amounts stand in one row with their label."""

import json
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from attrs import frozen

from benchmarks.truth.score import Texts, squeezed

_SIGNS = str.maketrans({"−": "-", "–": "-", "\u00a0": "", "\u2009": "", " ": "", ",": "."})
_LETTERS = re.compile(r"[\W_]+")


@frozen
class Row:
    """One row of a printed money table: its label and its amounts, from left to right."""

    label: str
    amounts: tuple[Decimal, ...]


def truth(path: Path) -> list[Row]:
    """The rows of a report's money tables, as written down by hand."""
    rows: dict[tuple[int, int], tuple[str, list[Decimal]]] = {}
    last: tuple[object, ...] | None = None
    for cell in json.loads(path.read_text("utf-8"))["tables"]["budget_cells"]:
        here = (cell["table_no"], cell.get("section"), _first(cell["line"]), cell.get("role"))
        if here != last:
            rows[cell["table_no"], len(rows)] = (str(here[2]), [])
            last = here
        rows[cell["table_no"], len(rows) - 1][1].append(Decimal(str(_first(cell["amount"]))))
    return [Row(label, tuple(amounts)) for label, amounts in rows.values()]


def _first(value: Any) -> Any:
    return value["any_of"][0] if isinstance(value, dict) else value


def right(rows: Sequence[Row], readings: Sequence[Texts]) -> tuple[int, int]:
    """(amounts in a row of cells that begins with their label, all amounts)."""
    found = [_row(row) for reading in readings for row in reading]
    good = 0
    for row in rows:
        good += max(
            (
                _common(row.amounts, amounts)
                for label, amounts in found
                if label == _bare(row.label)
            ),
            default=0,
        )
    return good, sum(len(r.amounts) for r in rows)


def _row(cells: Sequence[str]) -> tuple[str, list[Decimal]]:
    filled = [squeezed(c) for c in cells if c.strip()]
    label = _bare(filled[0]) if filled else ""
    return label, [n for n in map(_number, filled[1:]) if n is not None]


def _common(wanted: Sequence[Decimal], found: Sequence[Decimal]) -> int:
    """How many of the wanted numbers are found, in order."""
    at = 0
    count = 0
    for number in wanted:
        if number in found[at:]:
            at += list(found[at:]).index(number) + 1
            count += 1
    return count


def _bare(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.translate(_SIGNS))
    except InvalidOperation:
        return None
