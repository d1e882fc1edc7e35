"""A whole report in a format's layout, block by block: what `layouts.walk` reads, the other way."""

from collections.abc import Sequence
from hashlib import sha256

from attrs import define, field

from ifo_followup.document import Document, Kind
from ifo_followup.layouts.declare import Layout, SectionRole
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.headings import Outline
from ifo_followup.model.goals import Goal, GoalLevel, Indicator
from ifo_followup.model.narrative import Event
from ifo_followup.model.report import FollowUpReport
from ifo_followup.typeset.composing.chapters import (
    Chapter,
    chapters_of,
    heading_text,
    takes_text,
)
from ifo_followup.typeset.composing.front import compose_front, margins
from ifo_followup.typeset.composing.goals import (
    compose_goal,
    compose_indicators,
    compose_months,
    compose_overview,
    compose_units,
    goal_table,
    is_in_table,
)
from ifo_followup.typeset.composing.labelled import (
    compose_decisions,
    compose_guarantees,
    compose_labelled_assignments,
    compose_labelled_goal,
    goal_label,
)
from ifo_followup.typeset.composing.money import compose_money
from ifo_followup.typeset.composing.pieces import Sheet
from ifo_followup.typeset.composing.statistics import compose_statistics
from ifo_followup.typeset.composing.steering import (
    compose_assignments,
    compose_calendar,
    compose_measures,
    compose_risks,
)
from ifo_followup.typeset.composing.words import MONTHS, words

_COMMENT = "Kommentar"


def compose(report: FollowUpReport, style: LayoutFormat) -> Document:
    """A report as the blocks of a document in a format's layout.

    What the layout has no place for is left out; `ifo_followup.typeset.lost_in` says what that is,
    by reading the document again.
    """
    composer = _Composer(report, style)
    composer.run()
    text = report.to_json()
    return Document(
        name=None,
        sha256=sha256(text.encode()).hexdigest(),
        kind=Kind.DOCX,
        reader="composed",
        blocks=tuple(composer.sheet.blocks),
        furniture=margins(report),
    )


@define(eq=False)
class _Composer:
    report: FollowUpReport
    style: LayoutFormat
    sheet: Sheet = field(factory=Sheet, init=False)

    @property
    def layout(self) -> Layout:
        return self.style.layout

    @property
    def year(self) -> str | None:
        end = self.report.period_end
        return str(end.year) if end else None

    def run(self) -> None:
        compose_front(self.sheet, self.report)
        outline = Outline(self.layout.headings)
        overview = False
        for chapter in chapters_of(self.report, self.layout):
            text = heading_text(chapter, self.layout.headings, outline)
            outline.read(text, marked=True)
            self.sheet.heading(text, chapter.level)
            if chapter.role is SectionRole.GOALS and not overview:
                areas = [g for g in self.report.goals if g.level is GoalLevel.TARGET_AREA]
                compose_overview(self.sheet, areas, self.layout)
                overview = True
            if takes_text(chapter):
                self.sheet.prose(chapter.text)
            if chapter.area is not None:
                self._area(chapter.area)
            for part in chapter.parts:
                self._part(part, chapter)

    def _part(self, part: str, chapter: Chapter) -> None:
        match part:
            case "goals":
                for goal in self.report.goals:
                    self._goal(goal)
            case "events":
                self._events(self.report.events, chapter.level + 1)
            case "statistics":
                for table in self.report.statistics:
                    compose_statistics(self.sheet, table)
            case "budget_tables":
                for money in self.report.budget_tables:
                    compose_money(self.sheet, money, self._month())
            case _:
                self._steering(part, chapter.role)

    def _steering(self, part: str, role: SectionRole) -> None:
        report, layout, sheet = self.report, self.layout, self.sheet
        match part:
            case "risks":
                compose_risks(sheet, report.risks, layout)
            case "calendar":
                compose_calendar(sheet, report.calendar, layout)
            case "guarantees":
                compose_guarantees(sheet, report.guarantees)
            case "assignments" if role is SectionRole.ASSIGNMENTS:
                compose_labelled_assignments(sheet, layout, report.assignments)
            case "assignments":
                compose_assignments(sheet, report.assignments, layout)
            case "measures" if role is SectionRole.DECISIONS:
                board = words(report.board).lower() or "nämnden"
                compose_decisions(sheet, layout, report.measures, board)
            case "measures":
                compose_measures(sheet, report.measures)

    def _month(self) -> str:
        end = self.report.period_end
        return f"{MONTHS[end.month - 1][:3].capitalize()} {end.year}" if end else "Perioden"

    def _events(self, events: Sequence[Event], level: int) -> None:
        heading: str | None = None
        for event in events:
            here = words(event.heading) or None
            if here is not None and here != heading:
                self.sheet.heading(here, level)
            heading = here
            self.sheet.paragraph(event.text.text)

    # -- goals

    def _area(self, area: Goal) -> None:
        """The goals of a target area, under its heading."""
        goals = self.report.goals
        at = goals.index(area)
        self._about(area, comment=not self.layout.goal_statement)
        stated = not self.layout.goal_statement
        for goal in goals[at + 1 :]:
            if goal.level is GoalLevel.TARGET_AREA:
                break
            if not stated and goal.level is GoalLevel.BOARD_GOAL:
                self._statement(goal)
                stated = True
            else:
                self._goal(goal)

    def _statement(self, goal: Goal) -> None:
        self.sheet.paragraph(goal.title.text)
        self.sheet.paragraph(_COMMENT, strong=True)
        self.sheet.prose(words(goal.comment))
        self._about(goal, comment=False)

    def _goal(self, goal: Goal) -> None:
        """One goal in whatever way the layout prints goals of its level."""
        table, label = goal_table(self.layout, goal), goal_label(self.layout, goal)
        if table is not None:
            compose_goal(self.sheet, table, goal)
            self._about(goal, comment=False)
        elif label is not None:
            compose_labelled_goal(self.sheet, self.layout, label, goal)
            self._about(goal, comment=False)
        elif goal.level is GoalLevel.TARGET_AREA and self.layout.goal_headings:
            self.sheet.heading(f"{self.layout.goal_headings[0]} {goal.title.text}", 2)
            self._about(goal, comment=True)
        else:
            indicators = self._indicators(goal)
            units = [u for u in self.report.unit_results if u.goal_id == goal.goal_id]
            done = compose_units(self.sheet, goal, indicators, units, self.layout)
            self._about(goal, comment=True, measured=done)

    def _indicators(self, goal: Goal) -> list[Indicator]:
        return [i for i in self.report.indicators if i.goal_id == goal.goal_id]

    def _about(self, goal: Goal, *, comment: bool, measured: bool = False) -> None:
        """What is said of a goal behind it: indicators, months, comments."""
        indicators = self._indicators(goal)
        if not measured:
            compose_indicators(self.sheet, indicators, self.layout, self.year)
        months = [m for m in self.report.monthly_assessments if m.goal_id == goal.goal_id]
        compose_months(self.sheet, months, self.layout)
        if comment:
            self.sheet.prose(words(goal.comment))
        if not is_in_table(self.layout, "comment"):
            for one in indicators:
                if one.name is not None and one.comment is not None:
                    mark = f"{self.layout.new_mark} " if one.is_new else ""
                    self.sheet.paragraph(mark + one.name.text, strong=True)
                    self.sheet.prose(one.comment.text)
