"""One realistic object of a class of the model: what `st.from_type` gives."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from ifo_followup.model.goals import Goal, Indicator, MonthlyAssessment, Observation, UnitResult
from ifo_followup.model.money import BudgetCell, BudgetLine, BudgetTable
from ifo_followup.model.narrative import Event, Section, StatisticsCell, StatisticsTable
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.steering import (
    Assignment,
    CalendarEntry,
    Measure,
    MoneyRange,
    QualityGuarantee,
    Risk,
)
from ifo_followup.model.values import Assessment, Number, Source, Text
from ifo_followup.testing import strategies as parts
from ifo_followup.testing.any_object import anything

Makes = Callable[[], st.SearchStrategy[Any]]


def single(kind: type) -> st.SearchStrategy[Any]:
    """One object of a class of the model, as it stands in a made-up report.

    A part that refers to a goal names one that such a report has, without the report around it.
    Classes that say nothing of a report's content (`Finding`, `Place`) have any values.
    """
    if kind is FollowUpReport:
        return parts.reports()
    if kind in _SEVERAL:
        return _SEVERAL[kind]().flatmap(st.sampled_from)
    return _INNER[kind]() if kind in _INNER else anything(kind)


def _about_goals(name: str) -> st.SearchStrategy[Any]:
    makers: dict[str, Any] = {
        "indicators": parts.indicators,
        "unit_results": parts.unit_results,
        "monthly_assessments": parts.monthly_assessments,
    }
    return parts.goals().flatmap(makers[name])


_SEVERAL: dict[type, Makes] = {
    Goal: parts.goals,
    Indicator: lambda: _about_goals("indicators"),
    UnitResult: lambda: _about_goals("unit_results"),
    MonthlyAssessment: lambda: _about_goals("monthly_assessments"),
    BudgetTable: parts.budget_tables,
    Risk: parts.risks,
    Assignment: parts.assignments,
    Measure: parts.measures,
    QualityGuarantee: parts.guarantees,
    CalendarEntry: parts.calendar,
    Event: parts.events,
    StatisticsTable: parts.statistics,
    Section: parts.sections,
}
_INNER: dict[type, Makes] = {
    Text: parts.texts,
    Source: lambda: parts.texts().map(lambda text: text.source),
    Assessment: parts.assessments,
    MoneyRange: lambda: parts.risks(amounts=(True,)).map(lambda risks: risks[0].impact),
    Observation: lambda: parts.indicators(gaps=(False,)).map(lambda some: some[0].observations[0]),
    BudgetLine: lambda: single(BudgetTable).flatmap(lambda table: st.sampled_from(table.lines)),
    BudgetCell: lambda: single(BudgetLine).flatmap(lambda line: st.sampled_from(line.cells)),
    StatisticsCell: lambda: single(StatisticsTable).flatmap(
        lambda table: st.sampled_from(table.cells)
    ),
    Number: lambda: st.one_of(
        single(BudgetCell).map(lambda cell: cell.amount),
        single(Observation).map(lambda observation: observation.number),
    ),
}
