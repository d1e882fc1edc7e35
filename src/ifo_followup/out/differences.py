"""What a report says, without where it stands; and how two reports differ, in words.

The contents are the rows of the flat tables (docs/reference/tables.md) without pages, with ids
numbered anew in reading order: values, codes, texts, structure, order and references, and nothing
that depends on the paper.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clip
from ifo_followup.out.rows import rows
from ifo_followup.out.tables import TABLES

Row = Mapping[str, Any]
Contents = dict[str, list[dict[str, Any]]]

ANY_OF = "any_of"
_MOST_LINES = 60  # of one table; a page of them says no more than the first
_WIDTH = 120
_AROUND = 40  # characters shown before the first that differs

# what a row is called, and known by when rows are missing
LABELS: Mapping[str, tuple[str, ...]] = {
    "report": (),
    "goals": ("title",),
    "indicators": ("goal_id", "name"),
    "observations": ("indicator_id", "kind", "period", "scope"),
    "unit_results": ("goal_id", "unit"),
    "monthly_assessments": ("goal_id", "month"),
    "budget_cells": ("table_no", "line", "quantity", "basis", "horizon"),
    "risks": ("kind", "title"),
    "assignments": ("kind", "title"),
    "measures": ("title",),
    "guarantees": ("promise",),
    "calendar": ("month", "activity"),
    "events": ("text",),
    "statistics": ("table_no", "row", "column"),
    "sections": ("title",),
}
_IDS = {"goal_id": "goals", "parent_id": "goals", "indicator_id": "indicators"}
_LEFT_OUT = "page"


def contents(report: FollowUpReport) -> Contents:
    """The flat tables of a report: table name to rows, nulls left out, ids in reading order."""
    made = rows(report)
    tables: Contents = {}
    for table, columns in TABLES.items():
        names = [column.name for column in columns]
        tables[table] = [
            {
                name: value
                for name, value in zip(names, row, strict=True)
                if value is not None and name != _LEFT_OUT
            }
            for row in made[table]
        ]
    return renumbered(tables)


def renumbered(tables: Mapping[str, Sequence[Row]]) -> Contents:
    """The tables without pages and nulls, their goals called g1, g2 ..., indicators i1, i2 ..."""
    new: dict[str, dict[Any, str]] = {}
    for table, letter in (("goals", "g"), ("indicators", "i")):
        ids = [_first(row.get(f"{table[:-1]}_id")) for row in tables.get(table, ())]
        new[table] = {each: f"{letter}{n}" for n, each in enumerate(ids, start=1)}
    return {
        table: [
            {
                name: new[_IDS[name]].get(_first(value), value) if name in _IDS else value
                for name, value in row.items()
                if value is not None and name != _LEFT_OUT
            }
            for row in tables.get(table, ())
        ]
        for table in TABLES
    }


def differences(
    expected: FollowUpReport | Mapping[str, Sequence[Row]],
    got: FollowUpReport | Mapping[str, Sequence[Row]],
) -> list[str]:
    """How what was got differs from what was expected: a line a difference, none for the same.

    Each may be a report or its contents. An expected value may be `{"any_of": [...]}`; None among
    them stands for nothing. A row that is missing or was not expected is one line.
    """
    left, right = _tables(expected), _tables(got)
    return [
        line for table in TABLES for line in table_differences(table, left[table], right[table])
    ]


def table_differences(table: str, expected: Sequence[Row], got: Sequence[Row]) -> list[str]:
    """The differences of one table."""
    if len(expected) == len(got) and all(map(_same_row, expected, got)):
        return []
    found = list(_compared(table, expected, got))
    if len(found) > _MOST_LINES:
        found = [*found[:_MOST_LINES], f"{table}: and {len(found) - _MOST_LINES} more"]
    return found


def _tables(side: FollowUpReport | Mapping[str, Sequence[Row]]) -> Contents:
    return contents(side) if isinstance(side, FollowUpReport) else renumbered(side)


def _compared(table: str, expected: Sequence[Row], got: Sequence[Row]) -> Iterator[str]:
    """Rows side by side, as their labels match; those left over are missing or too many."""
    left = [_label(table, row) for row in expected]
    right = [_label(table, row) for row in got]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, e0, e1, g0, g1 in matcher.get_opcodes():
        if tag in ("equal", "replace"):
            # as many as there are on both sides: a misread label is a difference of one cell
            shared = min(e1 - e0, g1 - g0)
            for n in range(shared):
                yield from _row_differences(table, left[e0 + n], expected[e0 + n], got[g0 + n])
            e0, g0 = e0 + shared, g0 + shared
        for n in range(e0, e1):
            yield f"{table}, {left[n]}: missing; expected {_row(expected[n])}"
        for n in range(g0, g1):
            yield f"{table}, {right[n]}: not expected; got {_row(got[n])}"


def _row_differences(table: str, label: str, expected: Row, got: Row) -> Iterator[str]:
    for column in TABLES[table]:
        name = column.name
        if not same_value(expected.get(name), got.get(name)):
            want, have = _shown(expected.get(name), got.get(name))
            yield f"{table}, {label}, {name}: expected {want}, got {have}"


def _same_row(expected: Row, got: Row) -> bool:
    return all(
        same_value(expected.get(name), got.get(name)) for name in dict.fromkeys((*expected, *got))
    )


def same_value(expected: Any, got: Any) -> bool:
    """Whether a value is the expected one: numbers by their exact value, all else as it stands."""
    if isinstance(expected, Mapping):
        return any(same_value(each, got) for each in expected.get(ANY_OF, ()))
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, float):
        expected = Decimal(repr(expected))
    return bool(expected == got)


def _first(value: Any) -> Any:
    """A value, or the first of several that will do."""
    return next(iter(value.get(ANY_OF, ())), None) if isinstance(value, Mapping) else value


def _label(table: str, row: Row) -> str:
    """What a row is called, in words: 'line "Familjehem", cost, outcome, year_to_date'."""
    words: list[str] = []
    for name in LABELS[table]:
        value = _first(row.get(name))
        if value is None:
            continue
        plain = isinstance(value, str) and not name.endswith("_id") and " " in value
        words.append(f'"{clip(value, 60)}"' if plain else clip(str(value), 60))
    return " ".join(words) or "the row"


def _row(row: Row) -> str:
    return clip(", ".join(f"{name}={_value(value)}" for name, value in row.items()), _WIDTH)


def _value(value: Any) -> str:
    value = _first(value)
    return f'"{value}"' if isinstance(value, str) else "nothing" if value is None else str(value)


def _shown(expected: Any, got: Any) -> tuple[str, str]:
    """Two values, long texts from shortly before the place where they part."""
    if isinstance(expected, Mapping):
        options = " or ".join(clip(_value(each), 40) for each in expected.get(ANY_OF, ()))
        return options, clip(_value(got), _WIDTH)
    if not (isinstance(expected, str) and isinstance(got, str)):
        return clip(_value(expected), _WIDTH), clip(_value(got), _WIDTH)
    same = next(
        (n for n, (a, b) in enumerate(zip(expected, got, strict=False)) if a != b),
        min(len(expected), len(got)),
    )
    start = max(0, same - _AROUND) if max(len(expected), len(got)) > _WIDTH else 0
    return _cut(expected, start), _cut(got, start)


def _cut(text: str, start: int) -> str:
    # repr shows what cannot be seen: a no-break space, a line break
    piece = f'"{repr(text[start : start + _WIDTH])[1:-1]}"'
    return f"{'...' if start else ''}{piece}{'...' if len(text) > start + _WIDTH else ''}"
