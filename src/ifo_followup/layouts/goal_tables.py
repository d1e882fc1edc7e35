"""Tables about goals: one goal a table, indicators, results of units, months, the overview."""

import re
from collections.abc import Iterator

from attrs import evolve

from ifo_followup.document import Cell
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.lights import LIGHTS, verdict_of
from ifo_followup.layouts.mint import assessment_of, cell_text, joined, numbers_of
from ifo_followup.layouts.tables import MatchedTable, Row
from ifo_followup.model.goals import (
    GoalLevel,
    MonthlyAssessment,
    Observation,
    ObservationKind,
    UnitResult,
)
from ifo_followup.model.values import Assessment, Missing, Text, Unit, Verdict
from ifo_followup.swedish.dates import find_periods, first_month, month_end, read_period_code
from ifo_followup.swedish.numbers import read_quantity
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

# whom the values under a head are for: "Utfall 2023 Kvinnor"; see `whose_in`
WHOSE = re.compile(r"\b(?:kvinnor|män|flickor|pojkar|totalt?)\b", re.IGNORECASE)
_NEW = re.compile(r"\(N\)\s{0,3}")
_THIRD = re.compile(r"\b(?:T|Tertial\s)([1-3])\b", re.IGNORECASE)
_KINDS = {
    "outcome": ObservationKind.OUTCOME,
    "target": ObservationKind.TARGET,
    "forecast": ObservationKind.FORECAST,
}


def read_goals(table: MatchedTable, draft: Draft) -> None:
    """Rows of goal, assessment, comment: "Nämndmål | Bedömning | Kommentar"."""
    level = table.layout.level or GoalLevel.BOARD_GOAL
    for row in table.rows():
        title = cell_text(row.get("title"), row.spot())
        cell = row.get("assessment")
        assessment, explained = assessment_of(cell, draft.ledger, row.spot("assessment"))
        comment = cell_text(row.get("comment"), row.spot("comment")) or explained
        if title is not None:
            draft.add_goal(level, title, assessment=assessment, comment=comment)
        row.leave()


def read_indicators(table: MatchedTable, draft: Draft, new_mark: str) -> None:
    """Rows of indicators with a column for each period, under the goal that was read last."""
    above: Cell | None = None
    for row in table.rows():
        named = row.get("name")
        printed = cell_text(named, row.spot())
        goes_on = printed is None or named is above
        if goes_on and whose_of(row) is not None and draft.indicators:
            _add_values(row, draft)  # "Män" in the row below "Kvinnor"
            row.leave()
            continue
        above = named
        if printed is None:
            row.leave()
            continue
        is_new = bool(_NEW.match(printed.text)) or (False if new_mark else None)
        name = Text(_NEW.sub("", printed.text, count=1) or printed.text, printed.source)
        light = row.get("assessment") or _icon(named)
        assessment, why = assessment_of(light, draft.ledger, row.spot("assessment"))
        trend = cell_text(row.get("trend"), row.spot("trend"))
        comment = cell_text(row.get("comment"), row.spot("comment"))
        observations = tuple(observations_of(row, draft, name.text))
        row.get("followed_up")
        goal = draft.goal
        draft.add_indicator(
            goal.goal_id if goal else None,
            name,
            observations,
            assessment=assessment,
            trend=trend,
            comment=joined(why, comment),
            is_new=is_new,
        )
        row.leave()


def _add_values(row: Row, draft: Draft) -> None:
    last = draft.indicators[-1]
    name = last.name.text if last.name is not None else ""
    more = tuple(observations_of(row, draft, name))
    draft.indicators[-1] = evolve(last, observations=last.observations + more)


def whose_of(row: Row) -> str | None:
    """Whom all values of a row are for, where a column says it."""
    text = cell_text(row.get("whose"), row.spot())
    return text.text if text is not None else None


def _icon(named: Cell | None) -> Cell | None:
    """The icon in front of a name: without lines between columns it stands in the name's cell."""
    return evolve(named, text="") if named is not None and named.mark is not None else None


def observations_of(row: Row, draft: Draft, name: str) -> Iterator[Observation]:
    """The values in a row of an indicator, each with the period of its head."""
    unit = read_unit(name)
    if unit is None and any(
        (q := read_quantity(c.text)) is not None and q.unit is None
        for fills in _KINDS
        for _, c in row.all(fills)
    ):
        unit = Unit.COUNT  # a bare number counts something
    of_row = whose_of(row)
    for fills, kind in _KINDS.items():
        for head, cell in row.all(fills):
            period = period_of(head, draft.year) or draft.year
            printed = unit if unit not in (None, Unit.COUNT) else read_unit(head) or unit
            whose = whose_in(head) or of_row
            for scope, number in numbers_of(cell, draft.ledger, row.spot(head), printed):
                if number.value is None:
                    number = evolve(number, unit=None)
                yield Observation(kind=kind, period=period, scope=scope or whose, number=number)


def whose_in(head: str) -> str | None:
    """Whom the values under a head are for; None for all, also as "Kvinnor/män"."""
    found = WHOSE.findall(head)
    return found[0] if len(found) == 1 else None


def period_of(head: str, year: str | None = None) -> str | None:
    """The period that a head names; one of several months is named by its last.

    "Utfall 2018" → 2018, "Utfall T2 2019" → 2019-08. A month or a third without its year is of the
    given one: "Utfall aug" → 2019-08.
    """
    ends = {(start, end) for start, end, _ in find_periods(head)}
    if len(ends) == 1:
        start, end = ends.pop()
        if end == month_end(end.year, end.month) and start < end:
            whole = (start.month, end.month) == (1, 12) and start.year == end.year
            return f"{end:%Y}" if whole else f"{end:%Y-%m}"
    code = read_period_code(head)
    if code is not None or ends or year is None:
        return code
    third = _THIRD.search(head)
    month = 4 * int(third[1]) if third else first_month(head)
    return f"{year}-{month:02}" if month is not None else None


def read_unit_results(table: MatchedTable, draft: Draft, prefix: str) -> None:
    """A board goal with its value and light, then its indicators and the light of each unit."""
    goal_id: str | None = None
    waiting: tuple[Observation, ...] = ()
    named = False
    for row in table.rows():
        goal_cell, name_cell = row.get("title"), row.get("name")
        result, target = row.get("outcome"), row.get("target")
        light = _light(row, draft)
        label = cell_text(goal_cell, row.spot()) or cell_text(name_cell, row.spot())
        if label is None:
            row.leave()
            continue
        shown = _is_light(result)
        values = tuple(_values(row, draft, result, target, first=goal_id is None))
        unit = _without(label, prefix)
        below = goal_cell is None or not goal_cell.text.strip() or unit.text != label.text
        if goal_id is not None and not values and not shown and (below or light is not None):
            _tell_unmarked(unit, label, prefix, draft)
            _unit_without(row, draft, goal_id, unit, light)
            row.leave()
            continue
        if shown and not values and goal_id is not None:
            _tell_unmarked(unit, label, prefix, draft)
            _unit_result(row, draft, goal_id, unit, result)
        elif values and goal_id is None:
            goal = draft.add_goal(GoalLevel.BOARD_GOAL, label, assessment=light)
            goal_id, waiting = goal.goal_id, values
        elif values and goal_id is not None:
            if shown and result is not None and light is None:
                # the light stands under the outcome, the outcome one column further
                light = assessment_of(result, draft.ledger, row.spot())[0]
                draft.ledger.find(
                    "cells-shifted", "the outcome stands in the next column", label.source
                )
            waiting = _flush(draft, goal_id, waiting, None)
            draft.add_indicator(goal_id, label, values, assessment=light)
        elif goal_id is not None and not named:
            waiting, named = _flush(draft, goal_id, waiting, label), True
        else:
            goal = draft.add_goal(GoalLevel.BOARD_GOAL, label, assessment=light)
            goal_id = goal.goal_id
        row.leave()
    if goal_id is not None:
        _flush(draft, goal_id, waiting, None)


def _flush(
    draft: Draft,
    goal_id: str,
    waiting: tuple[Observation, ...],
    name: Text | None,
) -> tuple[Observation, ...]:
    """The values on the goal's own row belong to its indicator, named on the next row or not."""
    if waiting:
        draft.add_indicator(goal_id, name, waiting)
    return ()


def _light(row: Row, draft: Draft) -> Assessment | None:
    cell = row.get("assessment")
    if cell is None or not (cell.text.strip() or cell.fill or cell.mark):
        return None
    if _is_light(row.get("outcome")) and not _has_number(row.get("target")):
        # a word behind a unit's light explains the colours; it judges nothing
        if cell.text.strip():
            row.ignore(cell, "legend-word", "a word of the colour legend, not an assessment")
        return None
    return assessment_of(cell, draft.ledger, row.spot("assessment"))[0]


def _is_light(cell: Cell | None) -> bool:
    """Whether a cell holds a light, or a word that may stand for one; figures never do."""
    if cell is None or any(c.isdigit() for c in cell.text):
        return False
    found = verdict_of(cell)
    return found in LIGHTS or found is Verdict.NO_OUTCOME or found is Missing.UNREADABLE


def _has_number(cell: Cell | None) -> bool:
    return cell is not None and read_quantity(cell.text) is not None


def _values(
    row: Row, draft: Draft, result: Cell | None, target: Cell | None, *, first: bool
) -> Iterator[Observation]:
    """The row's values; behind a light, the number in the next column is the outcome."""
    pairs = [(ObservationKind.OUTCOME, result), (ObservationKind.TARGET, target)]
    if _is_light(result) and not first:
        pairs = [(ObservationKind.OUTCOME, target)]
    elif _is_light(result) and not _has_number(target):
        return
    for kind, cell in pairs:
        if cell is not None and verdict_of(cell) not in LIGHTS:
            for scope, number in numbers_of(cell, draft.ledger, row.spot(kind.value), None):
                yield Observation(kind=kind, period=draft.period, scope=scope, number=number)


def _unit_without(
    row: Row, draft: Draft, goal_id: str, unit: Text, light: Assessment | None
) -> None:
    """A unit whose light stands in the last column, or nowhere."""
    if light is None:
        light = Assessment(
            missing=Missing.BLANK, source=row.spot("outcome").source("", unit.source.place)
        )
        draft.ledger.find("light-missing", "a unit without a light", unit.source)
    draft.unit_results.append(UnitResult(goal_id=goal_id, unit=unit, assessment=light))


def _unit_result(row: Row, draft: Draft, goal_id: str, unit: Text, cell: Cell | None) -> None:
    assessment, _ = assessment_of(cell, draft.ledger, row.spot("outcome"))
    if assessment is not None:
        draft.unit_results.append(UnitResult(goal_id=goal_id, unit=unit, assessment=assessment))


def _tell_unmarked(unit: Text, label: Text, prefix: str, draft: Draft) -> None:
    """Say so where the word is lacking that stands before the name of each unit."""
    if prefix and unit.text == label.text:
        draft.ledger.find(
            "cells-unclear", f'read as a unit, without "{prefix}" before it', label.source
        )


def _without(label: Text, prefix: str) -> Text:
    words = label.text
    if prefix and words.casefold().startswith(f"{prefix.casefold()} "):
        words = words[len(prefix) + 1 :].strip()
    return Text(words or label.text, label.source)


def read_months(table: MatchedTable, draft: Draft) -> None:
    """One light a month for the goal that was read last."""
    goal = draft.goal
    for row in table.rows():
        for head, cell in row.all("month"):
            month = first_month(head)
            assessment, _ = assessment_of(cell, draft.ledger, row.spot(head))
            if goal is not None and month is not None and assessment is not None:
                draft.monthly_assessments.append(
                    MonthlyAssessment(goal_id=goal.goal_id, month=month, assessment=assessment)
                )
        row.leave()


def read_overview(table: MatchedTable, draft: Draft) -> None:
    """The lights of the target areas, by their numbers: "1: Medarbetare | 2: Kvalitet"."""
    for row in table.rows():
        for head, cell in row.all("area"):
            number = squash(head).partition(":")[0]
            assessment, _ = assessment_of(cell, draft.ledger, row.spot(head))
            if assessment is not None:
                draft.area_lights[number] = assessment
        row.leave()


def name_of(text: str) -> str:
    """What an indicator's name is compared by: its "(N)" and broken words do not count."""
    return squash(_NEW.sub("", text, count=1) if "(N)" in text else text).rstrip(".:")
