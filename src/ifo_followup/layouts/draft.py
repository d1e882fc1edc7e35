"""The report while it is being read: parts in reading order, ids handed out, context kept."""

from attrs import define, evolve, field

from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import joined
from ifo_followup.model.goals import (
    Goal,
    GoalLevel,
    Indicator,
    MonthlyAssessment,
    Observation,
    UnitResult,
)
from ifo_followup.model.money import BudgetTable
from ifo_followup.model.narrative import Event, Section, StatisticsTable
from ifo_followup.model.steering import (
    Assignment,
    CalendarEntry,
    Measure,
    QualityGuarantee,
    Risk,
)
from ifo_followup.model.values import Assessment, Text, Unit

_RANK = {
    GoalLevel.TARGET_AREA: 0,
    GoalLevel.STRATEGIC_GOAL: 1,
    GoalLevel.BOARD_GOAL: 2,
    GoalLevel.QUALITY_GOAL: 2,
}


@define(eq=False)
class Draft:
    """Collects the parts of one report."""

    ledger: Ledger
    period: str | None = None  # the month or day that the report's own values are for
    year: str | None = None
    goals: list[Goal] = field(factory=list)
    indicators: list[Indicator] = field(factory=list)
    unit_results: list[UnitResult] = field(factory=list)
    monthly_assessments: list[MonthlyAssessment] = field(factory=list)
    budget_tables: list[BudgetTable] = field(factory=list)
    risks: list[Risk] = field(factory=list)
    assignments: list[Assignment] = field(factory=list)
    measures: list[Measure] = field(factory=list)
    guarantees: list[QualityGuarantee] = field(factory=list)
    calendar: list[CalendarEntry] = field(factory=list)
    events: list[Event] = field(factory=list)
    statistics: list[StatisticsTable] = field(factory=list)
    sections: list[Section] = field(factory=list)
    area_lights: dict[str, Assessment] = field(factory=dict)  # by the target area's number
    money_unit: Unit | None = None  # of the last money table that named one
    last_risk_category: Text | None = None

    @property
    def month(self) -> int | None:
        """The last month of the report's period."""
        return int(self.period[5:7]) if self.period else None

    def add_goal(
        self,
        level: GoalLevel,
        title: Text,
        *,
        number: str | None = None,
        assessment: Assessment | None = None,
        comment: Text | None = None,
    ) -> Goal:
        """Add a goal under the last one that stands above its level."""
        parent = next((g for g in reversed(self.goals) if _RANK[g.level] < _RANK[level]), None)
        goal = Goal(
            goal_id=f"g{len(self.goals) + 1}",
            parent_id=parent.goal_id if parent else None,
            level=level,
            number=number,
            title=title,
            assessment=assessment,
            comment=comment,
        )
        self.goals.append(goal)
        return goal

    @property
    def goal(self) -> Goal | None:
        """The goal that was read last."""
        return self.goals[-1] if self.goals else None

    def comment_goal(self, text: Text) -> None:
        """Add a paragraph to the comment of the goal that was read last (there is one)."""
        goal = self.goals[-1]
        self.goals[-1] = evolve(goal, comment=joined(goal.comment, text))

    def join_statement(self) -> None:
        """Take what was read as the last board goal's comment to state that goal, too."""
        goal = self.goal
        if goal is not None and goal.level is GoalLevel.BOARD_GOAL and goal.comment is not None:
            words = " ".join([goal.title.text, *goal.comment.text.split("\n\n")])
            title = Text(words, goal.title.source)
            self.goals[-1] = evolve(goal, title=title, comment=None)

    def add_indicator(
        self,
        goal_id: str | None,
        name: Text | None,
        observations: tuple[Observation, ...],
        *,
        assessment: Assessment | None = None,
        comment: Text | None = None,
        trend: Text | None = None,
        is_new: bool | None = None,
    ) -> None:
        """Add an indicator, of a goal where one is known."""
        self.indicators.append(
            Indicator(
                indicator_id=f"i{len(self.indicators) + 1}",
                goal_id=goal_id,
                name=name,
                assessment=assessment,
                comment=comment,
                trend=trend,
                is_new=is_new,
                observations=observations,
            )
        )

    def comment_indicator(self, indicator_id: str, text: Text) -> None:
        """Add a paragraph to the comment of an indicator."""
        for n, indicator in enumerate(self.indicators):
            if indicator.indicator_id == indicator_id:
                self.indicators[n] = evolve(indicator, comment=joined(indicator.comment, text))

    def light_areas(self) -> None:
        """Give the target areas the lights of the overview, by number."""
        for number, light in self.area_lights.items():
            for n, goal in enumerate(self.goals):
                if goal.level is GoalLevel.TARGET_AREA and goal.number == number:
                    self.goals[n] = evolve(goal, assessment=light)
                    break
            else:
                self.ledger.find(
                    "overview-unmatched",
                    f"the overview has a light for area {number}, which is not in the report",
                    light.source,
                )
