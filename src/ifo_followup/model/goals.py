"""Goals in their tree, the indicators that measure them, and what units and months say of them."""

from enum import Enum

from attrs import field, frozen, validators

from ifo_followup.model.values import Assessment, Number, Text


class GoalLevel(Enum):
    """Where a goal stands in the steering model."""

    TARGET_AREA = "target_area"  # målområde, fokusområde
    STRATEGIC_GOAL = "strategic_goal"  # strategiskt mål
    BOARD_GOAL = "board_goal"  # nämndmål
    QUALITY_GOAL = "quality_goal"  # kvalitetsmål


@frozen(kw_only=True)
class Goal:
    """One goal. `parent_id` names the goal that it serves, None at the top of the tree."""

    goal_id: str = field(validator=validators.min_len(1))
    parent_id: str | None = None
    level: GoalLevel
    number: str | None = None
    title: Text
    assessment: Assessment | None = None
    comment: Text | None = None


class ObservationKind(Enum):
    """What a value of an indicator is."""

    OUTCOME = "outcome"  # utfall
    TARGET = "target"  # mål, målnivå
    FORECAST = "forecast"  # prognos


@frozen(kw_only=True)
class Observation:
    """One value of an indicator.

    `period` is a year "2017", a month "2021-08" or a day "2018-04-30", as printed in the header;
    None where the header names none. `scope` says what part the value is for, when one cell holds
    several.
    """

    kind: ObservationKind
    period: str | None = field(
        default=None,
        validator=validators.optional(validators.matches_re(r"\d{4}(-\d{2}(-\d{2})?)?")),
    )
    scope: str | None = None
    number: Number


@frozen(kw_only=True)
class Indicator:
    """Something measured for a goal.

    `name` is None where the report prints values for a goal without naming what is measured;
    `is_new` is True where the report marks the indicator as new.
    """

    indicator_id: str = field(validator=validators.min_len(1))
    goal_id: str | None
    name: Text | None
    assessment: Assessment | None = None
    trend: Text | None = None
    comment: Text | None = None
    is_new: bool | None = None
    observations: tuple[Observation, ...] = ()


@frozen(kw_only=True)
class UnitResult:
    """A unit's result on a goal."""

    goal_id: str
    unit: Text
    assessment: Assessment


@frozen(kw_only=True)
class MonthlyAssessment:
    """A goal's light for one month (1-12)."""

    goal_id: str
    month: int = field(validator=[validators.ge(1), validators.le(12)])
    assessment: Assessment
