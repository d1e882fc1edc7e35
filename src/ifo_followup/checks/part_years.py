"""Counts of a part of a year beside those of whole years."""

from collections.abc import Iterator

from ifo_followup.checks.rules import RULES
from ifo_followup.model.findings import Finding
from ifo_followup.model.goals import Observation, ObservationKind
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Unit

_DECEMBER = 12


def check_part_years(report: FollowUpReport) -> Iterator[Finding]:
    """Counts until the report's month that stand beside the counts of earlier whole years."""
    end = report.period_end
    if end is None or end.month == _DECEMBER:
        return
    year, month = str(end.year), f"{end:%Y-%m}"
    for indicator in report.indicators:
        counted = [(each.period or "", each) for each in indicator.observations if _counts(each)]
        for period, fresh in counted:
            before = [
                (other, each.number.source)
                for other, each in counted
                if each.scope == fresh.scope and other.isdigit() and other < year
            ]
            if indicator.name and before and period in (year, month, end.isoformat()):
                yield RULES["part-year"].broken(
                    fresh.number.source,
                    printed=fresh.number.source.text,
                    evidence=(source for _, source in before),
                    line=indicator.name.text,
                    month=month,
                    years=", ".join(other for other, _ in before),
                )


def _counts(each: Observation) -> bool:
    return (
        each.kind is ObservationKind.OUTCOME
        and each.number.unit is Unit.COUNT
        and bool(each.number.value)  # of none at all it does not matter when they were counted
    )
