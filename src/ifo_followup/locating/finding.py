"""Finding values of a report by what people call them.

"goals[3].title", "budget_cells[17]", or `budget_cells[table_no=2, line="Summa", column="Helår"]`.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from ifo_followup.locating.keys import Key, cells_of, matches, read_key
from ifo_followup.locating.values import PARTS, Value, values_of
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.rows import holds_something

_PATH = re.compile(r"[a-z_]{1,40}(?:\[[0-9]{1,7}\]|\.[a-z_]{1,40}){0,20}")
_ROW = re.compile(r"([a-z_]{1,40})\[([0-9]{1,7})\]")
NO_NAME = 'is no way to a value such as "goals[3].title"'
_STEP = re.compile(r"\[([0-9]{1,7})\]|([a-z_]{1,40})")


class NoSuchValue(LookupError):
    """A report has nothing of a name; the message says what it has."""


def is_path(text: str) -> bool:
    """Whether it is written as a way to a value is: names, dots and numbers in brackets."""
    return _PATH.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether something can be called so: by a path, or by a key of a flat table."""
    key = read_key(text)
    return is_path(text) or (key is not None and key.table in ROWS)


def find(report: FollowUpReport, path: str) -> tuple[Value, ...]:
    """The values that a path names: one, or all that a part of the report holds.

    Args:
        report: the report.
        path: the way from the report to a value, as in Python, from 0; or a row of one of the flat
            tables that have rows of their own: "observations[3]", "budget_cells[17]",
            "statistics_cells[2]"; or such a row by what it says:
            `budget_cells[table_no=2, line="Summa", column="Helår"]`, the cells of a budget line
            also without a value.

    Raises:
        NoSuchValue: there is nothing of that name; it says what there is.
    """
    key = read_key(path)
    if key is not None and key.table in ROWS:
        return _under(report, _keyed(report, key))
    if not is_path(path):
        raise NoSuchValue(f"{path!r} {NO_NAME}")
    row = _ROW.fullmatch(path)
    if row is not None and row[1] in ROWS:
        cells = list(ROWS[row[1]](report))
        if int(row[2]) >= len(cells):
            raise NoSuchValue(f"the report has {len(cells)} {row[1]}, counted from 0")
        return _under(report, cells[int(row[2])])
    return _under(report, _checked(report, path))


def _keyed(report: FollowUpReport, key: Key) -> str:
    """The way to the one cell that a key names."""
    cells = list(cells_of(report, key.table))
    known = list(cells[0][1]) if cells else []
    if cells and (unknown := [name for name in key.parts if name not in known]):
        raise NoSuchValue(
            f"a row of {key.table} has no {', '.join(unknown)}; it has: {', '.join(known)}"
        )
    ways = [way for way, parts in cells if matches(key, parts)]
    if len(ways) != 1:
        shown = ", ".join(f'{name}="{value}"' for name, value in key.parts.items())
        count = len(ways) or "no"
        raise NoSuchValue(f"{count} cells of {key.table} have {shown}")
    return ways[0]


def _under(report: FollowUpReport, path: str) -> tuple[Value, ...]:
    found = tuple(
        value
        for value in values_of(report)
        if value.path == path or value.path.startswith((f"{path}.", f"{path}["))
    )
    if not found:
        raise NoSuchValue(f"{path} holds nothing that is printed in the document")
    return found


def _checked(report: FollowUpReport, path: str) -> str:
    """The path, as far as values go, when each step of it is there."""
    here: object = report
    done = ""
    for step in _STEP.finditer(path):
        if step[1] is not None:
            if not isinstance(here, tuple):
                raise NoSuchValue(f"{done} is no list")
            if int(step[1]) >= len(here):
                raise NoSuchValue(f"there are {len(here)} {done}, counted from 0")
            here, done = here[int(step[1])], f"{done}[{step[1]}]"
            continue
        names = _names(here)
        if step[2] not in names:
            where = done or "a report"
            raise NoSuchValue(f"{where} has no {step[2]!r}; there is: {', '.join(names)}")
        if getattr(here, "source", None) is not None:
            break  # parts of one printed value, such as .verdict: the value is what was asked for
        here, done = getattr(here, step[2]), f"{done}.{step[2]}".lstrip(".")
    if here is None:
        raise NoSuchValue(f"{done} is not in the report")
    return done


def _names(here: object) -> Sequence[str]:
    if isinstance(here, FollowUpReport):
        return [*PARTS, *ROWS]
    kind: type = type(here)
    return [each.name for each in attrs.fields(kind)] if attrs.has(kind) else []


def _observations(report: FollowUpReport) -> Iterator[str]:
    for n, indicator in enumerate(report.indicators):
        for m, each in enumerate(indicator.observations):
            if holds_something(each.number):
                yield f"indicators[{n}].observations[{m}].number"


def _budget_cells(report: FollowUpReport) -> Iterator[str]:
    for t, table in enumerate(report.budget_tables):
        for n, line in enumerate(table.lines):
            for m, cell in enumerate(line.cells):
                if cell.amount.value is not None:
                    yield f"budget_tables[{t}].lines[{n}].cells[{m}].amount"


def _statistics_cells(report: FollowUpReport) -> Iterator[str]:
    for t, table in enumerate(report.statistics):
        for m, cell in enumerate(table.cells):
            if holds_something(cell.number):
                yield f"statistics[{t}].cells[{m}].number"


# flat tables whose rows are not the objects of one field; in the order of `out.rows`
ROWS = {
    "observations": _observations,
    "budget_cells": _budget_cells,
    "statistics_cells": _statistics_cells,
}
