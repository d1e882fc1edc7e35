"""A report as rows of plain values: one function a table, in the order of its columns.

Knows no pandas, so that CSV and the command line do without it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Assessment, Missing, Number, Text, Unit

Value = str | int | bool | Decimal | None
Row = tuple[Value, ...]

# Cells that hold nothing: an empty one, a dash, a picture that the input does not carry.
EMPTY = frozenset({Missing.BLANK, Missing.DASH, Missing.LOST})


def rows(report: FollowUpReport) -> dict[str, list[Row]]:
    """Every table of the report: table name to rows in reading order."""
    return {name: list(make(report)) for name, make in MAKERS.items()}


def holds_something(number: Number) -> bool:
    """Whether a cell gives a row: a value, or words in place of one."""
    if number.value is not None:
        return True
    return number.missing not in EMPTY and bool(number.text.strip())


def _word(text: Text | None) -> str | None:
    return text.text if text else None


def _code(member: Enum | None) -> str | None:
    return str(member.value) if member else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _verdict(assessment: Assessment | None) -> str | None:
    return _code(assessment.verdict) if assessment else None


def _printed(assessment: Assessment | None) -> str | None:
    return (assessment.text or None) if assessment else None


def _page(text: Text | None) -> int | None:
    return text.source.page if text else None


def _report(r: FollowUpReport) -> Iterator[Row]:
    yield (
        r.municipality,
        r.municipality_code,
        _word(r.board),
        _word(r.department),
        _word(r.area),
        _code(r.report_type),
        _word(r.title),
        _day(r.period_start),
        _day(r.period_end),
    )


def _goals(r: FollowUpReport) -> Iterator[Row]:
    for g in r.goals:
        yield (
            g.goal_id,
            g.parent_id,
            _code(g.level),
            g.number,
            g.title.text,
            _verdict(g.assessment),
            _printed(g.assessment),
            _word(g.comment),
            _page(g.title),
        )


def _indicators(r: FollowUpReport) -> Iterator[Row]:
    for i in r.indicators:
        yield (
            i.indicator_id,
            i.goal_id,
            _word(i.name),
            _verdict(i.assessment),
            _printed(i.assessment),
            _word(i.trend),
            _word(i.comment),
            i.is_new,
            _page(i.name) if i.name else next((o.number.source.page for o in i.observations), None),
        )


# the units that the table knows; an indicator in kronor has none there
_OBSERVED = (Unit.PERCENT, Unit.COUNT, Unit.TKR)


def _observations(r: FollowUpReport) -> Iterator[Row]:
    for i in r.indicators:
        for o in i.observations:
            if holds_something(o.number):
                yield (
                    i.indicator_id,
                    _code(o.kind),
                    o.period,
                    o.scope,
                    o.number.value,
                    _code(o.number.unit if o.number.unit in _OBSERVED else None),
                    o.number.text,
                    o.number.source.page,
                )


def _unit_results(r: FollowUpReport) -> Iterator[Row]:
    for u in r.unit_results:
        verdict = u.assessment
        yield u.goal_id, u.unit.text, _verdict(verdict), _printed(verdict), _page(u.unit)


def _monthly_assessments(r: FollowUpReport) -> Iterator[Row]:
    for m in r.monthly_assessments:
        verdict = m.assessment
        yield m.goal_id, m.month, _verdict(verdict), _printed(verdict), verdict.source.page


def _budget_cells(r: FollowUpReport) -> Iterator[Row]:
    for table in r.budget_tables:
        for line in table.lines:
            for cell in line.cells:
                if cell.amount.value is not None:
                    yield (
                        table.number,
                        _word(table.title),
                        _word(line.section),
                        line.label.text,
                        _code(line.role),
                        _code(cell.quantity),
                        _code(cell.basis),
                        _code(cell.horizon),
                        cell.amount.value,
                        _code(cell.amount.unit or table.unit),
                        _page(line.label),
                    )


def _risks(r: FollowUpReport) -> Iterator[Row]:
    for x in r.risks:
        yield (
            _code(x.kind),
            _word(x.category),
            x.title.text,
            _word(x.description),
            _code(x.likelihood),
            x.impact.low if x.impact else None,
            x.impact.high if x.impact else None,
            _code(x.impact.unit) if x.impact else None,
            x.risk_value.value if x.risk_value else None,
            _word(x.mitigation),
            _verdict(x.assessment),
            _page(x.title),
        )


def _assignments(r: FollowUpReport) -> Iterator[Row]:
    for a in r.assignments:
        yield (
            _code(a.kind),
            a.title.text,
            _word(a.description),
            _code(a.status),
            _word(a.status_text),
            _verdict(a.assessment),
            _word(a.comment),
            _page(a.title),
        )


def _measures(r: FollowUpReport) -> Iterator[Row]:
    for m in r.measures:
        yield (
            m.title.text,
            _day(m.decided),
            _word(m.description),
            _word(m.follow_up),
            _page(m.title),
        )


def _guarantees(r: FollowUpReport) -> Iterator[Row]:
    for g in r.guarantees:
        yield (
            _word(g.area),
            g.promise.text,
            _verdict(g.assessment),
            _printed(g.assessment),
            _word(g.comment),
            _page(g.promise),
        )


def _calendar(r: FollowUpReport) -> Iterator[Row]:
    for c in r.calendar:
        yield (
            c.month,
            c.month_text.text,
            c.activity.text,
            _verdict(c.assessment),
            _printed(c.assessment),
            _page(c.activity),
        )


def _events(r: FollowUpReport) -> Iterator[Row]:
    for e in r.events:
        yield _word(e.heading), e.text.text, _page(e.text)


def _statistics(r: FollowUpReport) -> Iterator[Row]:
    for table in r.statistics:
        for cell in table.cells:
            if holds_something(cell.number):
                yield (
                    table.number,
                    _word(table.title),
                    cell.row,
                    cell.column,
                    cell.number.value,
                    _code(cell.number.unit),
                    cell.number.text,
                    cell.number.source.page,
                )


def _sections(r: FollowUpReport) -> Iterator[Row]:
    for s in r.sections:
        yield s.number, s.title.text, s.level, _word(s.text), _page(s.title)


MAKERS: dict[str, Callable[[FollowUpReport], Iterator[Row]]] = {
    "report": _report,
    "goals": _goals,
    "indicators": _indicators,
    "observations": _observations,
    "unit_results": _unit_results,
    "monthly_assessments": _monthly_assessments,
    "budget_cells": _budget_cells,
    "risks": _risks,
    "assignments": _assignments,
    "measures": _measures,
    "guarantees": _guarantees,
    "calendar": _calendar,
    "events": _events,
    "statistics": _statistics,
    "sections": _sections,
}
