"""Any object that the model's own rules allow: what JSON, schema and frames must stand.

Shape only: the words and figures mean nothing and agree with nothing. For reports as the field
writes them see `strategies`.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from ifo_followup.model.findings import Correction, Finding, Provenance
from ifo_followup.model.goals import Goal, Indicator, MonthlyAssessment, Observation, UnitResult
from ifo_followup.model.money import BudgetTable
from ifo_followup.model.narrative import Section, StatisticsTable
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.steering import CalendarEntry, MoneyRange
from ifo_followup.model.values import Assessment, Box, Missing, Number, Place, Text, Unit, Verdict

_MOST = 2  # things in one tuple; bugs show with two as well as with twenty

# what these reports are made of, with everything that Unicode has besides; no half characters
_words = st.one_of(
    st.sampled_from(
        ["-", "", "0", "80 %", "−12\u00a0480", "Ej mätt", "=1+1", "'=x", "@a", "\u202ea", "a\rb"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
_printed = _words.filter(bool)
_decimals = st.one_of(
    st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2),
    st.integers(-(10**6), 10**6).map(Decimal),
    st.sampled_from([Decimal("-0"), Decimal("1E+3"), Decimal("1.50"), Decimal("1E-20")]),
)
_lengths = st.floats(-10_000, 10_000, allow_nan=False)
_ordinals = st.integers(1, 9999)

_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: _words,
    int: _ordinals,
    bool: st.booleans(),
    float: _lengths,
    date: st.dates(),
    Decimal: _decimals,
}
_periods = st.one_of(
    st.none(), st.from_regex(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-2][0-9])?)?", fullmatch=True)
)


def anything(kind: Any = FollowUpReport) -> st.SearchStrategy[Any]:
    """Objects of a class of the model, or of any type that one of its fields has."""
    return _reports() if kind is FollowUpReport else _of(kind)


@cache
def _of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type as the model's annotations write it."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        return st.none() | st.deferred(lambda: _of(inner))
    if get_origin(kind) is tuple:
        return st.lists(_of(get_args(kind)[0]), max_size=_MOST).map(tuple)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return _made(kind)


def _made(cls: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Objects of an attrs class, every field filled; `given` and `_RULES` know better."""
    if cls in _WHOLE and not given:
        return _WHOLE[cls]
    hints = get_type_hints(cls)
    rules = {**_RULES.get(cls, {}), **given}
    names = [field.name for field in attrs.fields(cls)]
    return st.builds(cls, **{n: rules[n] if n in rules else _of(hints[n]) for n in names})


def _either(cls: type, present: str, code: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value or the reason for its absence."""
    return st.one_of(
        _made(cls, **{present: code, "missing": st.none()}),
        _made(cls, **{present: st.none(), "missing": st.sampled_from(Missing)}),
    )


_months = st.integers(1, 12)
_RULES: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Place: {"page": st.none() | _ordinals},
    Text: {"text": _printed},
    Number: {"decimals": st.none() | st.integers(0, 6)},
    Observation: {"period": _periods},
    Section: {"level": st.integers(1, 6)},
    CalendarEntry: {"month": _months},
    MonthlyAssessment: {"month": _months},
    Finding: {"rule": st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)},
    Correction: dict.fromkeys(("what", "corrected", "why", "who"), _printed),
    Provenance: {"sha256": st.from_regex(r"[0-9a-f]{64}", fullmatch=True)},
}
_WHOLE: dict[type, st.SearchStrategy[Any]] = {}
_WHOLE[Box] = st.builds(Box, _lengths, _lengths, _lengths, _lengths)
_WHOLE[Number] = _either(Number, "value", _decimals)
_WHOLE[Assessment] = _either(Assessment, "verdict", st.sampled_from(Verdict))
_WHOLE[MoneyRange] = st.tuples(_decimals, _decimals).flatmap(
    lambda ends: _made(
        MoneyRange,
        low=st.just(min(ends)),
        high=st.just(max(ends)),
        unit=st.none() | st.sampled_from([Unit.MNKR, Unit.TKR]),
    )
)


@st.composite
def _reports(draw: st.DrawFn) -> FollowUpReport:
    """Any valid report: goals in a tree, references that lead somewhere, ids used once."""
    goals: list[Goal] = []
    for number in range(draw(st.integers(0, 4))):
        above = st.sampled_from([None, *(goal.goal_id for goal in goals)])
        goals.append(draw(_made(Goal, goal_id=st.just(f"g{number}"), parent_id=above)))
    ids = [goal.goal_id for goal in goals]
    some_goal = st.sampled_from([None, *ids])
    indicators = [
        draw(_made(Indicator, indicator_id=st.just(f"i{n}"), goal_id=some_goal))
        for n in range(draw(st.integers(0, 2)))
    ]
    about_goals: dict[str, st.SearchStrategy[Any]] = {}
    for name, cls in (("unit_results", UnitResult), ("monthly_assessments", MonthlyAssessment)):
        few = st.lists(_made(cls, goal_id=st.sampled_from(ids)), max_size=2).map(tuple)
        about_goals[name] = few if ids else st.just(())
    start, end = sorted((draw(st.dates()), draw(st.dates())))
    report: FollowUpReport = draw(
        _made(
            FollowUpReport,
            municipality=_printed,
            municipality_code=st.none() | st.from_regex(r"[0-9]{4}", fullmatch=True),
            goals=st.just(tuple(goals)),
            indicators=st.just(tuple(indicators)),
            period_start=st.sampled_from([None, start]),
            period_end=st.sampled_from([None, end]),
            budget_tables=_numbered(BudgetTable),
            statistics=_numbered(StatisticsTable),
            **about_goals,
        )
    )
    return report


def _numbered(cls: type) -> st.SearchStrategy[Any]:
    tables = st.lists(_made(cls), max_size=2)
    return tables.map(
        lambda each: tuple(attrs.evolve(table, number=n) for n, table in enumerate(each, start=1))
    )
