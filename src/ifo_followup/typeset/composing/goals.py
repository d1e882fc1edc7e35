"""Tables about goals: a goal with its comment, indicators, results of units, months, overview."""

from collections.abc import Sequence

from ifo_followup.layouts.declare import Layout, TableLayout, TableRole
from ifo_followup.model.goals import (
    Goal,
    Indicator,
    MonthlyAssessment,
    Observation,
    ObservationKind,
    UnitResult,
)
from ifo_followup.swedish.dates import first_month
from ifo_followup.typeset.composing.heads import (
    Placed,
    column_for,
    layouts_of,
    placed_columns,
    plain_head,
)
from ifo_followup.typeset.composing.pieces import Printed, Sheet, Words
from ifo_followup.typeset.composing.words import assessment_cell, number_words, words

_LONGEST_AREA = 40  # characters of an area's title in the overview's heads
_FIELDS = {
    ObservationKind.OUTCOME: "outcome",
    ObservationKind.TARGET: "target",
    ObservationKind.FORECAST: "forecast",
}


def goal_table(layout: Layout, goal: Goal) -> TableLayout | None:
    """The table that a goal of this level is printed in."""
    found = (t for t in layouts_of(layout, TableRole.GOAL) if t.level is goal.level)
    return next(found, None)


def compose_goal(sheet: Sheet, table: TableLayout, goal: Goal) -> None:
    """One goal in a table of its own."""
    cells: dict[str, Words] = {
        "title": goal.title.text,
        "assessment": assessment_cell(goal.assessment),
        "comment": words(goal.comment),
    }
    heads = [plain_head(column) for column in table.columns]
    sheet.table([heads], [[cells.get(column.fills, "") for column in table.columns]])


def compose_indicators(
    sheet: Sheet, indicators: Sequence[Indicator], layout: Layout, year: str | None
) -> bool:
    """The indicators of one goal in a table; False where the layout has none for them."""
    table = next(layouts_of(layout, TableRole.INDICATORS), None)
    if table is None or not indicators:
        return False
    wanted = dict.fromkeys(
        (_FIELDS[seen.kind], seen.period) for one in indicators for seen in one.observations
    )
    filled = {
        "assessment": any(one.assessment for one in indicators),
        "trend": any(one.trend for one in indicators),
        "comment": any(one.comment for one in indicators),
    }
    fields = frozenset(name for name, some in filled.items() if some)
    columns = placed_columns(table, list(wanted), year, fields)
    rows = [_indicator(one, columns, layout.new_mark) for one in indicators]
    sheet.table([[placed.head for placed in columns]], rows)
    return True


def _indicator(one: Indicator, columns: Sequence[Placed], new_mark: str) -> list[Words]:
    name = f"{new_mark} {words(one.name)}" if one.is_new and new_mark else words(one.name)
    cells: dict[str, Words] = {
        "name": name,
        "assessment": assessment_cell(one.assessment),
        "trend": words(one.trend),
        "comment": words(one.comment),
    }
    values = {
        (_FIELDS[o.kind], o.period): number_words(o.number, unit=True) for o in one.observations
    }
    markers = "\n\n".join
    return [
        values.get((placed.column.fills, placed.period), "")
        if placed.column.fills in _FIELDS.values()
        else markers(placed.column.markers)
        if placed.column.markers
        else cells.get(placed.column.fills, "")
        for placed in columns
    ]


def is_in_table(layout: Layout, field: str) -> bool:
    """Whether the layout's table of indicators has a column for a field."""
    return any(column_for(t, field) for t in layouts_of(layout, TableRole.INDICATORS))


def compose_units(
    sheet: Sheet,
    goal: Goal,
    indicators: Sequence[Indicator],
    units: Sequence[UnitResult],
    layout: Layout,
) -> bool:
    """A goal with its share, its indicators and the light of each unit; False without such a table.

    The values of an indicator that is not judged by itself stand in the goal's own row; its name,
    where it has one, follows in the next.
    """
    table = next(layouts_of(layout, TableRole.UNIT_RESULTS), None)
    if table is None:
        return False
    rows: list[dict[str, Words]] = []
    top: dict[str, Words] = {
        "title": goal.title.text,
        "assessment": assessment_cell(goal.assessment),
    }
    rest = list(indicators)
    first = rest[0] if rest and rest[0].assessment is None and rest[0].observations else None
    if first is not None:
        top |= _values(first.observations)
        rest = rest[1:]
    rows.append(top)
    if first is not None and first.name is not None:
        rows.append({"title": first.name.text})
    rows += [
        {
            "title": words(one.name),
            "assessment": assessment_cell(one.assessment),
            **_values(one.observations),
        }
        for one in rest
    ]
    prefix = f"{layout.unit_prefix} " if layout.unit_prefix else ""
    rows += [
        {"name": prefix + one.unit.text, "outcome": assessment_cell(one.assessment)}
        for one in units
    ]
    heads = [plain_head(column) for column in table.columns]
    sheet.table([heads], [[row.get(c.fills, "") for c in table.columns] for row in rows])
    return True


def _values(observations: Sequence[Observation]) -> dict[str, Words]:
    return {_FIELDS[one.kind]: number_words(one.number, unit=True) for one in observations}


def compose_months(sheet: Sheet, months: Sequence[MonthlyAssessment], layout: Layout) -> None:
    """The lights of a goal month by month."""
    table = next(layouts_of(layout, TableRole.MONTH_STRIP), None)
    if table is None or not months:
        return
    lights = {one.month: assessment_cell(one.assessment) for one in months}
    heads = [plain_head(column) for column in table.columns]
    row: list[Words] = [lights.get(first_month(head) or 0, Printed()) for head in heads]
    if layout.captions:
        sheet.paragraph(layout.captions[-1])
    sheet.table([heads], [row])


def compose_overview(sheet: Sheet, areas: Sequence[Goal], layout: Layout) -> None:
    """The lights of the target areas, by their numbers."""
    if not any(layouts_of(layout, TableRole.OVERVIEW)):
        return
    judged = [area for area in areas if area.number and area.assessment]
    if not judged:
        return
    if layout.captions:
        sheet.paragraph(layout.captions[0])
    heads = [f"{area.number}: {_short(area.title.text)}" for area in judged]
    sheet.table([heads], [[assessment_cell(area.assessment) for area in judged]])


def _short(title: str) -> str:
    if len(title) <= _LONGEST_AREA:
        return title
    return title[:_LONGEST_AREA].rpartition(" ")[0] or title[:_LONGEST_AREA]
