"""The whole report: one object, whatever the municipality and the file it came from."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Self

from attrs import field, fields, frozen, validators

from ifo_followup.model.findings import Correction, Coverage, Finding, Provenance
from ifo_followup.model.goals import Goal, Indicator, MonthlyAssessment, UnitResult
from ifo_followup.model.money import BudgetTable
from ifo_followup.model.narrative import Event, Section, StatisticsTable
from ifo_followup.model.steering import (
    Assignment,
    CalendarEntry,
    Measure,
    QualityGuarantee,
    Risk,
)
from ifo_followup.model.values import Text

if TYPE_CHECKING:
    import pandas as pd


class ReportType(Enum):
    """What kind of follow-up it is."""

    MONTHLY = "monthly"  # månadsrapport
    INTERIM_1 = "interim_1"  # delårsrapport 1
    INTERIM_2 = "interim_2"  # delårsrapport 2
    TERTIAL_1 = "tertial_1"  # tertialbokslut 1
    TERTIAL_2 = "tertial_2"
    TERTIAL_3 = "tertial_3"
    ANNUAL = "annual"  # verksamhetsberättelse, bokslut


@frozen(kw_only=True)
class FollowUpReport:
    """One parsed report.

    `municipality_code` is four digits by SCB, None for a name that SCB does not list. Tuples are
    in reading order; an absent part is an empty tuple. `corrections` are those that were applied
    (`ifo_followup.corrections`): only their values differ from the print.

    Raises:
        ValueError: an id is used twice, a goal or indicator refers to a goal that is not there,
            the goals do not form a tree, or the period ends before it starts.
    """

    municipality: str = field(validator=validators.min_len(1))
    municipality_code: str | None = field(
        default=None, validator=validators.optional(validators.matches_re(r"[0-9]{4}"))
    )
    board: Text | None = None
    department: Text | None = None
    area: Text | None = None
    report_type: ReportType | None = None
    title: Text | None = None
    period_start: date | None = None
    period_end: date | None = None

    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    unit_results: tuple[UnitResult, ...] = ()
    monthly_assessments: tuple[MonthlyAssessment, ...] = ()
    budget_tables: tuple[BudgetTable, ...] = ()
    risks: tuple[Risk, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    measures: tuple[Measure, ...] = ()
    guarantees: tuple[QualityGuarantee, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    events: tuple[Event, ...] = ()
    statistics: tuple[StatisticsTable, ...] = ()
    sections: tuple[Section, ...] = ()

    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()
    corrections: tuple[Correction, ...] = ()
    provenance: Provenance | None = None

    def __attrs_post_init__(self) -> None:
        _unique("goal", (g.goal_id for g in self.goals))
        _unique("indicator", (i.indicator_id for i in self.indicators))
        _unique("budget table", (str(t.number) for t in self.budget_tables))
        _unique("statistics table", (str(t.number) for t in self.statistics))
        self._check_references()
        if self.period_start and self.period_end and self.period_start > self.period_end:
            raise ValueError("the period ends before it starts")

    def _check_references(self) -> None:
        parents = {g.goal_id: g.parent_id for g in self.goals}
        users = (
            *(p for p in parents.values() if p is not None),
            *(i.goal_id for i in self.indicators if i.goal_id is not None),
            *(u.goal_id for u in self.unit_results),
            *(m.goal_id for m in self.monthly_assessments),
        )
        for goal_id in users:
            if goal_id not in parents:
                raise ValueError(f"no goal has the id {goal_id!r} that something refers to")
        rooted: set[str] = set()
        for start in parents:
            path: list[str] = []
            here: str | None = start
            while here is not None and here not in rooted:
                if here in path:
                    raise ValueError(f"goal {here!r} is its own ancestor")
                path.append(here)
                here = parents[here]
            rooted.update(path)

    def __str__(self) -> str:
        """Whose it is, and how much of what it holds; `repr` is all of it."""
        what = f"{self.municipality}, {self.report_type.value if self.report_type else 'report'}"
        until = f" to {self.period_end}" if self.period_end else ""
        held = (
            f"{len(value)} {name.replace('_', ' ')}"
            for name in (part.name for part in fields(type(self)))
            if isinstance(value := getattr(self, name), tuple) and value
        )
        return f"{what}{until}: {', '.join(held) or 'empty'}"

    def children(self, goal: Goal) -> tuple[Goal, ...]:
        """The goals directly under `goal`, in reading order."""
        return tuple(g for g in self.goals if g.parent_id == goal.goal_id)

    def to_frames(self) -> dict[str, "pd.DataFrame"]:
        """The report as flat tables: table name to data frame (docs/reference/tables.md)."""
        from ifo_followup.out.frames import to_frames

        return to_frames(self)

    def to_json(self) -> str:
        """The whole report as JSON text, with a schema version. `from_json` gives it back."""
        from ifo_followup.out.jsons import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote.

        Raises:
            ValueError: the text is no such JSON, has unknown keys, or another schema version.
        """
        from ifo_followup.out.jsons import from_json

        return from_json(text, cls)


def _unique(what: str, ids: Iterable[str]) -> None:
    repeated = [i for i, n in Counter(ids).items() if n > 1]
    if repeated:
        raise ValueError(f"{what} ids used more than once: {repeated}")
