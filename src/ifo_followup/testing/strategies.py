"""Strategies for whole reports and their parts: realistic wording, figures that add up.

`reports()` draws a whole follow-up report. Each part has a strategy of its own whose options say
what may occur; `anything()` draws any object that the model's own rules allow, realistic or not.
"""

from collections.abc import Sequence

from hypothesis import strategies as st

from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.model.values import Unit
from ifo_followup.swedish.municipalities import municipalities
from ifo_followup.testing import wording
from ifo_followup.testing.goal_parts import (
    goals,
    green_share,
    monthly_assessments,
    unit_results,
)
from ifo_followup.testing.indicator_parts import (
    ObservedAs,
    indicators,
    observation_columns,
    share_indicator,
)
from ifo_followup.testing.money_parts import (
    COLUMN_SETS,
    Grouping,
    Signs,
    Zero,
    budget_tables,
)
from ifo_followup.testing.narrative_parts import events, sections, statistics
from ifo_followup.testing.printing import (
    LIGHTS,
    Occasion,
    Printing,
    assessments,
    occasions,
    one,
    printed,
    printings,
    texts,
)
from ifo_followup.testing.steering_parts import (
    assignments,
    calendar,
    guarantees,
    measures,
    risks,
)

__all__ = [
    "COLUMN_SETS",
    "Grouping",
    "ObservedAs",
    "Occasion",
    "Printing",
    "Signs",
    "Zero",
    "assessments",
    "assignments",
    "budget_tables",
    "calendar",
    "events",
    "goals",
    "green_share",
    "guarantees",
    "indicators",
    "measures",
    "monthly_assessments",
    "observation_columns",
    "occasions",
    "printings",
    "reports",
    "risks",
    "sections",
    "share_indicator",
    "statistics",
    "texts",
    "unit_results",
]

# every part of a report that a strategy can fill
PARTS = (
    "goals",
    "indicators",
    "unit_results",
    "monthly_assessments",
    "budget_tables",
    "risks",
    "assignments",
    "measures",
    "guarantees",
    "calendar",
    "events",
    "statistics",
    "sections",
)


@st.composite
def reports(
    draw: st.DrawFn,
    *,
    parts: Sequence[str] = PARTS,
    municipality: str | None = None,
    types: Sequence[ReportType] = tuple(ReportType),
    years: Sequence[int] = tuple(range(2016, 2027)),
) -> FollowUpReport:
    """A whole report of a made-up year, as such reports are: goals in a tree, money that adds up.

    Options:
        parts: the parts that it may have, by the names of the report's fields; each is there in
            most reports.
        municipality: whose report it is; None draws one of SCB's list.
        types, years: what kinds of report there are, of which years.
    """
    occasion = draw(occasions(types=types, years=years))
    printing = draw(printings())
    listed = municipalities()
    name = municipality or one(draw, tuple(listed))
    words = wording.TYPE_WORDS[occasion.report_type]
    # one draw says which parts there are: a bit a part, and most of them set
    absent = draw(st.sampled_from(_ABSENT))
    wanted = frozenset(parts) - absent
    filled: dict[str, object] = {}
    lit = draw(st.booleans())
    if "goals" in wanted:
        filled.update(draw(_about_goals(wanted, occasion, printing, lit=lit)))
    figured = {"occasion": occasion, "printing": printing}
    strategies: dict[str, st.SearchStrategy[object]] = {
        "budget_tables": budget_tables(**figured),  # type: ignore[arg-type]
        "risks": risks(printing=printing),
        "assignments": assignments(),
        "measures": measures(occasion=occasion),
        "guarantees": guarantees(),
        "calendar": calendar(),
        "events": events(),
        "statistics": statistics(**figured),  # type: ignore[arg-type]
        "sections": sections(),
    }
    filled.update({part: draw(made) for part, made in strategies.items() if part in wanted})
    return FollowUpReport(
        municipality=name,
        municipality_code=listed.get(name),
        board=printed(one(draw, wording.BOARDS)),
        department=printed(one(draw, wording.DEPARTMENTS)) if draw(st.booleans()) else None,
        area=printed(one(draw, wording.AREAS)) if draw(st.booleans()) else None,
        report_type=occasion.report_type,
        title=printed(f"{words} {occasion.year}"),
        period_start=occasion.start,
        period_end=occasion.end,
        **filled,  # type: ignore[arg-type]
    )


_ABSENT = (
    frozenset[str](),
    frozenset({"guarantees", "calendar"}),
    frozenset({"calendar", "unit_results", "monthly_assessments"}),
    frozenset({"risks", "measures"}),
    frozenset({"assignments", "statistics"}),
    frozenset({"indicators", "events"}),
    frozenset({"budget_tables"}),
    frozenset({"goals"}),
    frozenset({"sections", "guarantees"}),
)


@st.composite
def _about_goals(
    draw: st.DrawFn, wanted: frozenset[str], occasion: Occasion, printing: Printing, *, lit: bool
) -> dict[str, object]:
    """Goals and what refers to them: words and indicators, or lights, units and shares."""
    if not lit:
        some_goals = draw(goals())
        below = [goal for goal in some_goals if goal.level is not GoalLevel.TARGET_AREA]
        out: dict[str, object] = {"goals": some_goals}
        if "indicators" in wanted and below:
            out["indicators"] = draw(indicators(below, occasion=occasion, printing=printing))
        return out
    some_goals = draw(
        goals(
            levels=(GoalLevel.TARGET_AREA, GoalLevel.BOARD_GOAL),
            verdicts=LIGHTS,
            judged_areas=True,
            numbered=(True,),
            most=6,
        )
    )
    board = [goal for goal in some_goals if goal.level is GoalLevel.BOARD_GOAL]
    out = {"goals": some_goals}
    results = draw(unit_results(board)) if "unit_results" in wanted else ()
    out["unit_results"] = results
    if "monthly_assessments" in wanted:
        out["monthly_assessments"] = draw(monthly_assessments(board, occasion=occasion))
    if "indicators" in wanted:
        shares = (
            share_indicator(goal, results, number=n, occasion=occasion, printing=printing)
            for n, goal in enumerate(board, start=1)
        )
        out["indicators"] = tuple(share for share in shares if share is not None)
    return out


MONEY = (Unit.TKR, Unit.MNKR, Unit.KR)
