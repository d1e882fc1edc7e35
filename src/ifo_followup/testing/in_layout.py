"""Reports that a layout can say: what a plugin's round trip is tried with.

The layout's own declarations tell which parts there are, which levels of goals, which columns of
indicators, which kinds of assignments. Typeset in that layout and read back, such a report must
come out as it went in.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve
from hypothesis import strategies as st

from ifo_followup.layouts.declare import (
    CellKind,
    LabelRole,
    Numbering,
    SectionRole,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.goals import (
    Goal,
    GoalLevel,
    Indicator,
    ObservationKind,
)
from ifo_followup.model.narrative import Section, StatisticsCell, StatisticsTable
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.model.values import Unit, Verdict
from ifo_followup.testing import wording
from ifo_followup.testing.goal_parts import goals, monthly_assessments, unit_results
from ifo_followup.testing.indicator_parts import JUDGED, ObservedAs, indicators, share_indicator
from ifo_followup.testing.money_parts import budget_tables
from ifo_followup.testing.narrative_parts import events, statistics
from ifo_followup.testing.printing import (
    LIGHTS,
    WORDED,
    Occasion,
    Printing,
    assessed,
    occasions,
    one,
    printed,
    printings,
    some,
    texts,
)
from ifo_followup.testing.sayings import Sayings, steering
from ifo_followup.typeset.composing.heads import column_for, placed_columns

_LONGEST_YEARS = 2  # past years in a table of indicators
# headings over running text and over the parts that a layout names no heading for
_NARRATIVE = ("Sammanfattning", "Medarbetare", "Synpunkter och klagomål", "Slutsatser")
_BEFORE_TABLES = {
    "budget_tables": "Ekonomisk rapport",
    "risks": "Risker",
    "assignments": "Uppdrag",
    "calendar": "Uppföljning av årshjul",
    "statistics": "Statistik",
}


@st.composite
def reports_in(
    draw: st.DrawFn,
    style: LayoutFormat,
    *,
    years: Sequence[int] = tuple(range(2016, 2027)),
) -> FollowUpReport:
    """A whole report that a format's layout has words for, made up, its figures adding up.

    `style` is the format; `years` are those that the report may be of.
    """
    says = Sayings(layout=style.layout)
    occasion = draw(occasions(types=style.family.types or tuple(ReportType), years=years))
    printing = draw(printings())
    filled: dict[str, object] = {}
    filled.update(draw(_about_goals(says, occasion, printing)))
    filled.update(draw(steering(says, occasion, printing)))
    if says.opens(SectionRole.EVENTS):
        filled["events"] = draw(events())
    filled["budget_tables"] = draw(budget_tables(occasion=occasion, printing=printing))
    filled["statistics"] = draw(_statistics(occasion, printing))
    present = [part for part, some_ in filled.items() if some_]
    some_goals: tuple[Goal, ...] = filled["goals"]  # type: ignore[assignment]
    filled["sections"] = tuple(draw(_sections(says, present, some_goals)))
    family = style.family
    return FollowUpReport(
        municipality=style.municipality,
        municipality_code=style.municipality_code,
        board=printed(one(draw, family.boards)) if family.boards else None,
        department=printed(one(draw, family.departments)) if family.departments else None,
        area=printed(one(draw, family.areas)) if family.areas else None,
        report_type=occasion.report_type,
        title=printed(_title(occasion)),
        period_start=occasion.start,
        period_end=occasion.end,
        **filled,  # type: ignore[arg-type]
    )


def _title(occasion: Occasion) -> str:
    words = wording.TYPE_WORDS[occasion.report_type]
    if occasion.report_type is ReportType.MONTHLY:
        return f"{words} {wording.MONTHS[occasion.end.month - 1].lower()} {occasion.year}"
    return f"{words} {occasion.year}"


# -- goals and what measures them


@st.composite
def _about_goals(
    draw: st.DrawFn, says: Sayings, occasion: Occasion, printing: Printing
) -> dict[str, object]:
    out: dict[str, object] = {"goals": ()}
    if says.areas_are_headings:
        some_goals = draw(_areas(says))
    elif says.levels:
        some_goals = draw(_printed_goals(says))
    else:
        return out
    board = [goal for goal in some_goals if goal.level is not GoalLevel.TARGET_AREA]
    out["goals"] = some_goals
    units = says.table(TableRole.UNIT_RESULTS)
    if units is not None:
        results = draw(unit_results(board))
        shares = (
            share_indicator(goal, results, number=n, occasion=occasion, printing=printing)
            for n, goal in enumerate(board, start=1)
        )
        out["unit_results"] = results
        out["indicators"] = tuple(x for x in shares if x is not None)
    else:
        out["indicators"] = draw(_indicators(says, board or some_goals, occasion, printing))
    if says.table(TableRole.MONTH_STRIP) is not None:
        drawn = draw(monthly_assessments(board, occasion=occasion))
        judged = {goal.goal_id: goal.assessment for goal in board}
        # the month that the report is of has the light of the goal
        out["monthly_assessments"] = tuple(
            evolve(each, assessment=judged[each.goal_id] or each.assessment)
            if each.month == occasion.end.month
            else each
            for each in drawn
        )
    return out


@st.composite
def _printed_goals(draw: st.DrawFn, says: Sayings) -> tuple[Goal, ...]:
    """Goals in tables or under labels, with what these have a place for."""
    tables = says.tables(TableRole.GOAL)
    roles = {label.role for label in says.layout.labels}
    judged = LabelRole.ASSESSMENT in roles or any(column_for(t, "assessment") for t in tables)
    told = LabelRole.COMMENT in roles or any(column_for(t, "comment") for t in tables)
    return draw(
        goals(
            levels=says.levels,
            verdicts=(*WORDED, None) if judged else (None,),
            comments=(False, True) if told else (False,),
        )
    )


@st.composite
def _areas(draw: st.DrawFn, says: Sayings) -> tuple[Goal, ...]:
    """Numbered target areas, each with one board goal that states what it wants.

    Where the layout has no place for such goals, the areas have the comments.
    """
    nested = any(rule.numbering is Numbering.NESTED for rule in says.layout.headings)
    judged = says.table(TableRole.OVERVIEW) is not None
    stated = says.layout.goal_statement
    alone = not stated and says.table(TableRole.UNIT_RESULTS) is None
    count = draw(st.integers(2, 4))
    names = some(draw, wording.GOAL_TITLES[GoalLevel.TARGET_AREA], count)
    titles = some(draw, wording.GOAL_TITLES[GoalLevel.BOARD_GOAL], count)
    out: list[Goal] = []
    for n, (name, title) in enumerate(zip(names, titles, strict=True), start=1):
        light = None if stated else assessed(draw, one(draw, LIGHTS))
        area = Goal(
            goal_id=f"g{len(out) + 1}",
            level=GoalLevel.TARGET_AREA,
            number=f"{_GOALS_CHAPTER}.{n}" if nested else str(n),
            title=printed(name),
            assessment=light if judged else None,  # the overview has the light of its goal
            comment=draw(texts(paragraphs=2)) if alone else None,
        )
        if alone:
            out.append(area)
            continue
        goal = Goal(
            goal_id=f"g{len(out) + 2}",
            parent_id=area.goal_id,
            level=GoalLevel.BOARD_GOAL,
            title=printed(title),
            assessment=light,
            comment=draw(texts(paragraphs=2)),
        )
        out += [area, goal]
    return tuple(out)


@st.composite
def _indicators(
    draw: st.DrawFn,
    says: Sayings,
    board: Sequence[Goal],
    occasion: Occasion,
    printing: Printing,
) -> tuple[Indicator, ...]:
    table = says.table(TableRole.INDICATORS)
    if table is None:
        return ()
    judged = column_for(table, "assessment")
    trended = column_for(table, "trend") is not None
    columns = _with_heads(table, occasion)
    verdicts: tuple[Verdict | None, ...] = (None,)
    if judged is not None:
        verdicts = (*(LIGHTS if judged.kind is CellKind.LIGHT else JUDGED), None)
    return draw(
        indicators(
            board,
            columns=columns,
            occasion=occasion,
            trends=(False, True) if trended else (False,),
            new=(False, True) if says.layout.new_mark else (None,),
            verdicts=verdicts,
            coloured=(judged is not None and judged.kind is CellKind.LIGHT,),
            printing=printing,
        )
    )


def _observed(occasion: Occasion) -> Iterator[ObservedAs]:
    year, day = occasion.year, occasion.end.isoformat()
    for back in range(_LONGEST_YEARS, -1, -1):
        yield ObservedAs(ObservationKind.OUTCOME, str(year - back))
    yield ObservedAs(ObservationKind.OUTCOME, occasion.month)
    yield ObservedAs(ObservationKind.TARGET, str(year))
    yield ObservedAs(ObservationKind.FORECAST, day)


def _with_heads(table: TableLayout, occasion: Occasion) -> list[ObservedAs]:
    """The values that the table has columns for: one year only where a column comes once."""
    seen = {(each.kind.value, each.period): each for each in _observed(occasion)}
    placed = placed_columns(table, tuple(seen), str(occasion.year))
    at = {(each.column.fills, each.period) for each in placed}
    return [each for key, each in seen.items() if key in at]


@st.composite
def _statistics(
    draw: st.DrawFn, occasion: Occasion, printing: Printing
) -> tuple[StatisticsTable, ...]:
    """Tables of statistics; a bare number there counts something that nobody says."""
    drawn = draw(statistics(occasion=occasion, printing=printing))
    return tuple(evolve(t, cells=tuple(map(_without_count, t.cells))) for t in drawn)


def _without_count(cell: StatisticsCell) -> StatisticsCell:
    bare = cell.number.unit is Unit.COUNT
    return evolve(cell, number=evolve(cell.number, unit=None)) if bare else cell


# -- headings

_GOALS_CHAPTER = 2  # an opening chapter stands before the goals


@st.composite
def _sections(
    draw: st.DrawFn, says: Sayings, present: Sequence[str], some_goals: Sequence[Goal]
) -> Iterator[Section]:
    """The chapters that the parts need, numbered, with running text in some."""
    out: list[Section] = []

    def chapter(title: str, *, text: bool = False) -> None:
        number = str(sum(1 for s in out if s.level == 1) + 1) if says.numbered else None
        words = draw(texts(paragraphs=2)) if text else None
        out.append(Section(number=number, title=printed(title), level=1, text=words))

    chapter(
        says.opens(SectionRole.EVENTS) or _NARRATIVE[0], text=not says.opens(SectionRole.EVENTS)
    )
    if says.areas_are_headings or "goals" in present:
        chapter(says.opens(SectionRole.GOALS) or "Måluppfyllelse")
    if says.areas_are_headings:
        out += [
            Section(number=goal.number, title=goal.title, level=2)
            for goal in some_goals
            if goal.level is GoalLevel.TARGET_AREA
        ]
    for part, role in (
        ("assignments", SectionRole.ASSIGNMENTS),
        ("guarantees", SectionRole.GUARANTEES),
        ("measures", SectionRole.MEASURES),
        ("measures", SectionRole.DECISIONS),
    ):
        words = says.opens(role)
        if part in present and words is not None:
            chapter(words)
    for part, title in _BEFORE_TABLES.items():
        if part in present and not (part == "assignments" and says.opens(SectionRole.ASSIGNMENTS)):
            chapter(title, text=draw(st.booleans()))
    if draw(st.booleans()):
        chapter(_NARRATIVE[3], text=True)
        for title in some(draw, _NARRATIVE[1:3], draw(st.integers(0, 2))):
            text = draw(texts())
            out.append(Section(number=None, title=printed(title), level=2, text=text))
    return iter(out)
