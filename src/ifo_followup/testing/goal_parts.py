"""Strategies for goals, and what units and months say of them."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from ifo_followup.model.goals import Goal, GoalLevel, MonthlyAssessment, UnitResult
from ifo_followup.model.values import Verdict
from ifo_followup.testing import wording
from ifo_followup.testing.printing import (
    LIGHTS,
    USUAL_OCCASION,
    WORDED,
    Occasion,
    assessed,
    one,
    printed,
    some,
    texts,
)

LEVELS = tuple(GoalLevel)
# quality goals stand beside board goals
RANK = {
    GoalLevel.TARGET_AREA: 0,
    GoalLevel.STRATEGIC_GOAL: 1,
    GoalLevel.BOARD_GOAL: 2,
    GoalLevel.QUALITY_GOAL: 2,
}


@st.composite
def goals(
    draw: st.DrawFn,
    *,
    levels: Sequence[GoalLevel] = LEVELS,
    verdicts: Sequence[Verdict | None] = (*WORDED, None),
    coloured: Sequence[bool] = (False,),
    comments: Sequence[bool] = (False, True),
    numbered: Sequence[bool] = (False,),
    judged_areas: bool = False,
    least: int = 1,
    most: int = 8,
) -> tuple[Goal, ...]:
    """Goals in their tree, in reading order: each serves the last one before it of a higher level.

    Options:
        levels: which levels occur; the first goal stands on the highest of them.
        verdicts: which assessments; None for a goal without one.
        coloured: whether lights may be shown without words.
        comments: whether goals below the target areas have comments.
        numbered: whether target areas have printed numbers ("1", "2").
        judged_areas: whether target areas have assessments as well.
        least, most: how many goals.
    """
    order = sorted(set(levels), key=lambda level: (RANK[level], LEVELS.index(level)))
    count = draw(st.integers(least, most))
    chosen = _levels(draw, order, count)
    titles = {
        level: iter(some(draw, wording.GOAL_TITLES[level], chosen.count(level)))
        for level in dict.fromkeys(chosen)
    }
    with_numbers = one(draw, numbered)
    out: list[Goal] = []
    areas = 0
    for level in chosen:
        title = next(titles[level], None)
        if title is None:
            continue
        area = level is GoalLevel.TARGET_AREA
        areas += area
        verdict = one(draw, verdicts) if not area or judged_areas else None
        parent = next((g for g in reversed(out) if RANK[g.level] < RANK[level]), None)
        out.append(
            Goal(
                goal_id=f"g{len(out) + 1}",
                parent_id=parent.goal_id if parent else None,
                level=level,
                number=str(areas) if area and with_numbers else None,
                title=printed(title),
                assessment=assessed(draw, verdict, coloured) if verdict else None,
                comment=draw(texts(paragraphs=2)) if not area and one(draw, comments) else None,
            )
        )
    return tuple(out)


def _levels(draw: st.DrawFn, order: Sequence[GoalLevel], count: int) -> list[GoalLevel]:
    """A level for each goal: down the tree, then on at any level."""
    down = list(dict.fromkeys(RANK[level] for level in order))
    chosen: list[GoalLevel] = []
    for number in range(count):
        open_ = [x for x in order if RANK[x] == down[number]] if number < len(down) else order
        chosen.append(one(draw, open_))
    return chosen


@st.composite
def unit_results(
    draw: st.DrawFn,
    goals: Sequence[Goal] = (),
    *,
    verdicts: Sequence[Verdict] = LIGHTS,
    coloured: Sequence[bool] = (False,),
    units: Sequence[str] = wording.UNITS,
    least: int = 3,
    most: int = 9,
) -> tuple[UnitResult, ...]:
    """The result of each unit on each goal, the same units for all; none without goals."""
    names = some(draw, units, draw(st.integers(least, most)))
    return tuple(
        UnitResult(
            goal_id=goal.goal_id,
            unit=printed(name),
            assessment=assessed(draw, one(draw, verdicts), coloured),
        )
        for goal in goals
        for name in names
    )


@st.composite
def monthly_assessments(
    draw: st.DrawFn,
    goals: Sequence[Goal] = (),
    *,
    verdicts: Sequence[Verdict] = LIGHTS,
    coloured: Sequence[bool] = (False,),
    occasion: Occasion = USUAL_OCCASION,
) -> tuple[MonthlyAssessment, ...]:
    """A light for each goal and each month of the period so far; none without goals."""
    return tuple(
        MonthlyAssessment(
            goal_id=goal.goal_id,
            month=month,
            assessment=assessed(draw, one(draw, verdicts), coloured),
        )
        for goal in goals
        for month in range(occasion.start.month, occasion.end.month + 1)
    )


def green_share(results: Sequence[UnitResult]) -> Decimal | None:
    """The share of green units in percent, one decimal where it is not whole; None of none."""
    if not results:
        return None
    green = sum(1 for each in results if each.assessment.verdict is Verdict.GREEN)
    share = (Decimal(100 * green) / len(results)).quantize(Decimal("0.1"))
    return share.quantize(Decimal(1)) if share == share.to_integral_value() else share
