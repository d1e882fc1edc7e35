"""Tables of assignments, risks and the yearly wheel; measures as a list."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ifo_followup.layouts.declare import Column, Layout, TableLayout, TableRole
from ifo_followup.model.steering import Assignment, CalendarEntry, Measure, Risk
from ifo_followup.typeset.composing.heads import column_for, fits_head, layouts_of, plain_head
from ifo_followup.typeset.composing.pieces import Printed, Sheet, Words
from ifo_followup.typeset.composing.words import (
    assessment_cell,
    likelihood_words,
    number_words,
    range_words,
    status_words,
    words,
)

Cells = dict[str, Words]


def compose_assignments(sheet: Sheet, assignments: Iterable[Assignment], layout: Layout) -> None:
    """Put assignments on the sheet, a table for each kind."""
    for kind, some in groupby(assignments, key=lambda one: one.kind):
        tables = list(layouts_of(layout, TableRole.ASSIGNMENTS))
        table = next((t for t in tables if t.assignment is kind), None)
        if table is not None:
            _table(sheet, table, [_assignment(one) for one in some])


def _assignment(one: Assignment) -> Cells:
    return {
        "title": one.title.text,
        "status": status_words(one.status, one.status_text),
        "comment": words(one.comment),
        "assessment": assessment_cell(one.assessment),
    }


def compose_risks(sheet: Sheet, risks: Iterable[Risk], layout: Layout) -> None:
    """Put risks on the sheet: a table for each kind, and for each group where a head names it."""
    for kind, of_kind in groupby(risks, key=lambda one: one.kind):
        table = next((t for t in layouts_of(layout, TableRole.RISKS) if t.risk is kind), None)
        if table is None:
            continue
        if column_for(table, "category") is not None:
            _table(sheet, table, [_risk(one, table) for one in of_kind])
            continue
        for category, some in groupby(of_kind, key=lambda one: words(one.category)):
            _table(sheet, table, [_risk(one, table) for one in some], category)


def _risk(one: Risk, table: TableLayout) -> Cells:
    title = one.title.text
    value = ""
    if one.risk_value is not None:
        value = number_words(one.risk_value)
        bare = value if value.casefold().startswith("riskvärde") else f"Riskvärde {value}"
        title = title if column_for(table, "risk_value") is not None else f"{title} {bare}"
    return {
        "category": words(one.category),
        "title": title,
        "risk_value": value,
        "impact": range_words(one.impact),
        "likelihood": likelihood_words(one),
        "description": words(one.description),
        "mitigation": words(one.mitigation),
        "assessment": assessment_cell(one.assessment),
    }


def compose_calendar(sheet: Sheet, entries: Sequence[CalendarEntry], layout: Layout) -> None:
    """Put the yearly wheel on the sheet."""
    table = next(layouts_of(layout, TableRole.CALENDAR), None)
    if table is not None and entries:
        rows: list[Cells] = [
            {
                "month": one.month_text.text,
                "activity": one.activity.text,
                "assessment": assessment_cell(one.assessment),
            }
            for one in entries
        ]
        _table(sheet, table, rows)


def compose_measures(sheet: Sheet, measures: Iterable[Measure]) -> None:
    """A bullet for each measure, what came of it behind "Status:"."""
    for one in measures:
        status = f" Status: {one.follow_up.text}" if one.follow_up else ""
        sheet.item(one.title.text + status)


def _table(sheet: Sheet, table: TableLayout, rows: Sequence[Cells], first: str = "") -> None:
    """A table of the declared columns; optional ones that no row fills stay out."""
    columns = [c for c in table.columns if not c.optional or any(_filled(r, c) for r in rows)]
    heads = [plain_head(column) for column in columns]
    if first and fits_head(columns[0], first):
        heads[0] = first
    sheet.table([heads], [[row.get(c.fills, "") for c in columns] for row in rows])


def _filled(row: Cells, column: Column) -> bool:
    cell = row.get(column.fills, "")
    return bool(cell) if isinstance(cell, str) else cell != Printed()
