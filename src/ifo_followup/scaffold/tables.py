"""Tables that were found, as declarations: each kind once, whatever changes in its heads."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from ifo_followup.document import Cell
from ifo_followup.generic import contents
from ifo_followup.generic.classify import Found
from ifo_followup.generic.header import Reading
from ifo_followup.layouts.declare import CellKind, Column, TableLayout, TableRole
from ifo_followup.layouts.families import MONTH_STRIP, OVERVIEW
from ifo_followup.layouts.heads import match_cells
from ifo_followup.scaffold.declared import UNKNOWN
from ifo_followup.scaffold.heads import general
from ifo_followup.swedish.text import squash

_KINDS = {
    "title": CellKind.LABEL,
    "name": CellKind.LABEL,
    "outcome": CellKind.MEASURE,
    "target": CellKind.MEASURE,
    "forecast": CellKind.MEASURE,
    "risk_value": CellKind.MEASURE,
    "status": CellKind.STATUS,
    "assessment": CellKind.ASSESSMENT,
    "likelihood": CellKind.LIKELIHOOD,
    "impact": CellKind.RANGE,
    "month": CellKind.MONTH,
    "activity": CellKind.LABEL,
    "trend": CellKind.PHRASE,
    "category": CellKind.PHRASE,
    "followed_up": CellKind.MARKER,
    UNKNOWN: CellKind.PROSE,
}
_OF_UNITS = {
    "name": CellKind.PHRASE,
    "outcome": CellKind.RESULT,
    "target": CellKind.PERCENT,
    "assessment": CellKind.RESULT,
}
_DATED = ("outcome", "target", "forecast", "assessment")
_ROLES = {
    Reading.GOALS: TableRole.GOAL,
    Reading.INDICATORS: TableRole.INDICATORS,
    Reading.UNIT_RESULTS: TableRole.UNIT_RESULTS,
    Reading.ASSIGNMENTS: TableRole.ASSIGNMENTS,
    Reading.RISKS: TableRole.RISKS,
    Reading.CALENDAR: TableRole.CALENDAR,
    # a goal and its indicator in one row: what is measured can be declared, the goal cannot
    Reading.MEASURED_GOALS: TableRole.INDICATORS,
}
# "Risker IFO": the rest names a group, and the next report may have others
_GROUP = re.compile(r"\A((?:risker|möjligheter)) .+", re.IGNORECASE)
_WHOLE = {Reading.MONTH_STRIP: MONTH_STRIP, Reading.OVERVIEW: OVERVIEW}


@frozen(kw_only=True)
class Tables:
    """The declarations, and what could not be declared: the number of each table, and why."""

    declared: tuple[TableLayout, ...]
    left: tuple[tuple[int, str], ...] = ()


def declare_tables(found: Iterable[Found]) -> Tables:
    """Declare each kind of table once."""
    declared: list[TableLayout] = []
    left: list[tuple[int, str]] = []
    for each in found:
        made = _declare(each)
        if isinstance(made, str):
            left.append((each.table.number, made))
        elif not any(_covers(other, each, made) for other in declared):
            _add(declared, made)
    return Tables(declared=tuple(declared), left=tuple(left))


def _declare(found: Found) -> TableLayout | str:
    """The declaration of one table, or why there is none."""
    table = found.table
    whole = _WHOLE.get(found.reading)
    if whole is not None and match_cells(whole, table.heads):
        return whole
    role = _ROLES.get(found.reading)
    if role is None:
        return f"no declaration has rows of {found.reading.value.replace('_', ' ')}"
    fills = [column.fills if column is not None else UNKNOWN for column in table.columns]
    if found.reading is Reading.MEASURED_GOALS:
        fills = _of_indicators(fills)
    columns: list[Column] = []
    for n, name in enumerate(fills):
        head = general(table.heads[n], dated=name in _DATED)
        if head and role is TableRole.RISKS and name == "title" and "category" not in fills:
            head = _GROUP.sub(r"\1 {words}", head)
        if head is None:
            return "a head is too long to be declared"
        cells = contents.column(table.table.grid(), table.depth, n)
        if name == UNKNOWN and not head and not cells:
            continue  # an empty column without a head says nothing
        columns.append(_column(role, head, name, cells))
    kinds = table.layout
    return TableLayout(
        role=role,
        columns=_repeated(columns),
        level=kinds.level if role is TableRole.GOAL else None,
        assignment=kinds.assignment,
        risk=kinds.risk,
    )


def _of_indicators(fills: Sequence[str]) -> list[str]:
    """The fields of rows with a goal and its indicator, where only the indicator is declared."""
    named = "name" in fills
    renamed = {"title": UNKNOWN if named else "name", "area": UNKNOWN}
    return [renamed.get(name, name) for name in fills]


def _column(role: TableRole, head: str, name: str, cells: Sequence[Cell]) -> Column:
    kind = _KINDS.get(name, CellKind.PROSE)
    if role is TableRole.UNIT_RESULTS:
        kind = _OF_UNITS.get(name, kind)
    elif name == "assessment" and _only_lights(cells):
        kind = CellKind.LIGHT
    markers: tuple[str, ...] = ()
    if kind is CellKind.MARKER:
        markers = tuple(dict.fromkeys(word for cell in cells for word in cell.text.split()))[:9]
    # nobody knows whether a column without a head comes again
    return Column((head,), kind, name, optional=not head, markers=markers)


def _only_lights(cells: Sequence[Cell]) -> bool:
    return bool(cells) and contents.lights(cells) == len(cells)


def _repeated(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Neighbours that differ in their year only are one column that comes once a period."""
    out: list[Column] = []
    for column in columns:
        if out and evolve(out[-1], repeats=False) == column:
            out[-1] = evolve(column, repeats=True)
        else:
            out.append(column)
    return tuple(out)


def _covers(layout: TableLayout, found: Found, made: TableLayout) -> bool:
    """Whether a declaration reads this table as its own would."""
    if (layout.role, layout.level, layout.assignment, layout.risk) != (
        made.role,
        made.level,
        made.assignment,
        made.risk,
    ):
        return False
    match = match_cells(layout, found.table.heads)
    return match is not None and not match.unknown


def _add(declared: list[TableLayout], made: TableLayout) -> None:
    """Add a declaration, or join it with one that has the same columns and more, or fewer."""
    for n, other in enumerate(declared):
        joined = _joined(other, made)
        if joined is not None:
            declared[n] = joined
            return
    declared.append(made)


def _joined(one: TableLayout, other: TableLayout) -> TableLayout | None:
    """Two declarations of the same rows as one, the columns that only one of them has optional."""
    if evolve(one, columns=()) != evolve(other, columns=()):
        return None
    long, short = sorted((one.columns, other.columns), key=len, reverse=True)
    kept = [_key(column) for column in short]
    columns: list[Column] = []
    for column in long:
        if kept and _key(column) == kept[0]:
            kept.pop(0)
            columns.append(column)
        else:
            columns.append(evolve(column, optional=True))
    return evolve(one, columns=tuple(columns)) if not kept else None


def _key(column: Column) -> tuple[str, str]:
    return squash(column.heads[0]), column.fills
