"""Goals: shares of units, and lights that are printed in more than one place."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from ifo_followup.checks.intervals import Interval, interval_of
from ifo_followup.checks.rules import RULES
from ifo_followup.model.findings import Finding
from ifo_followup.model.goals import (
    Goal,
    GoalLevel,
    Indicator,
    MonthlyAssessment,
    ObservationKind,
)
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Assessment, Missing, Number, Unit, Verdict
from ifo_followup.swedish.numbers import format_number

_LIGHTS = (Verdict.GREEN, Verdict.YELLOW, Verdict.RED)
_UNKNOWN = (Missing.LOST, Missing.UNREADABLE)  # a light is printed, and may be a green one
_WORDS = {Verdict.GREEN: "grön", Verdict.YELLOW: "gul", Verdict.RED: "röd"}


def check_shares(report: FollowUpReport) -> Iterator[Finding]:
    """Shares of units in goal that are not what the lights beside them give.

    The share is that of the first indicator of a goal that has units, where it is printed in
    percent.
    """
    results = _grouped(report.unit_results)
    indicators = _grouped(report.indicators)
    for goal in report.goals:
        units = results.get(goal.goal_id, [])
        printed = _share(indicators.get(goal.goal_id, []))
        if len(units) < 2 or printed is None or printed.value is None:
            continue
        if any(unit.assessment.missing in _UNKNOWN for unit in units):
            continue
        green = sum(unit.assessment.verdict is Verdict.GREEN for unit in units)
        exact = Decimal(100 * green) / len(units)
        own = interval_of(printed)
        if own is not None and not own.meets(Interval(exact, exact)):
            yield RULES["share-differs"].broken(
                printed.source,
                printed=printed.text,
                expected=f"{format_number(exact, printed.decimals or 0)} %",
                evidence=[unit.assessment.source for unit in units],
                line=goal.title.text,
                green=str(green),
                all=str(len(units)),
            )


class _OfGoal(Protocol):
    @property
    def goal_id(self) -> str | None: ...


T = TypeVar("T", bound=_OfGoal)


def _grouped(things: Iterable[T]) -> dict[str | None, list[T]]:
    """What is said of each goal, by its id."""
    out: dict[str | None, list[T]] = {}
    for thing in things:
        out.setdefault(thing.goal_id, []).append(thing)
    return out


def _share(indicators: Sequence[Indicator]) -> Number | None:
    if not indicators:
        return None
    outcomes = [o for o in indicators[0].observations if o.kind is ObservationKind.OUTCOME]
    number = outcomes[0].number if len(outcomes) == 1 else None
    return number if number is not None and number.unit is Unit.PERCENT else None


def check_lights(report: FollowUpReport) -> Iterator[Finding]:
    """Lights of one goal that differ between the overview, the goal and the strip of months."""
    months = _grouped(report.monthly_assessments)
    below: dict[str | None, list[Goal]] = {}
    for goal in report.goals:
        below.setdefault(goal.parent_id, []).append(goal)
    for goal in report.goals:
        if report.period_end is not None:
            yield from _months(goal, months.get(goal.goal_id, []), report.period_end.month)
        under = below.get(goal.goal_id, [])
        # an area over several goals may be judged by a rule of its own
        if goal.level is GoalLevel.TARGET_AREA and len(under) == 1:
            yield from _differing(
                goal,
                goal.assessment,
                under[0].assessment,
                ("in the overview", "i översikten"),
                ("at its goal", "vid målet"),
            )


def _months(goal: Goal, months: Sequence[MonthlyAssessment], last: int) -> Iterator[Finding]:
    for month in months:
        if month.month == last:
            yield from _differing(
                goal,
                goal.assessment,
                month.assessment,
                ("at the goal", "vid målet"),
                ("in the strip of months", "i månadsraden"),
            )
        elif month.month > last and month.assessment.verdict in _LIGHTS:
            yield RULES["light-early"].broken(
                month.assessment.source,
                printed=month.assessment.text or None,
                line=goal.title.text,
                month=str(month.month),
                last=str(last),
            )


def _differing(
    goal: Goal,
    one: Assessment | None,
    other: Assessment | None,
    where: tuple[str, str],
    elsewhere: tuple[str, str],
) -> Iterator[Finding]:
    if one is None or other is None or one.verdict is other.verdict:
        return
    if one.verdict in _LIGHTS and other.verdict in _LIGHTS:
        yield RULES["lights-differ"].broken(
            one.source,
            printed=_word(one),
            expected=_word(other),
            evidence=(other.source,),
            line=goal.title.text,
            where=where[0],
            where_sv=where[1],
            other=elsewhere[0],
            other_sv=elsewhere[1],
        )


def _word(assessment: Assessment) -> str:
    verdict = assessment.verdict
    return assessment.text or (_WORDS.get(verdict, "") if verdict else "")
