"""Checks of a report against itself: each a small function from a report to findings.

Printed tables say much of what they say twice: a deviation is outcome minus budget, a total the
lines above, a light in the overview that of the goal. A check never changes a value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ifo_followup.checks.forecasts import check_forecasts
from ifo_followup.checks.goals import check_lights, check_shares
from ifo_followup.checks.growth import check_growth
from ifo_followup.checks.money import check_repeated, check_rows, check_totals
from ifo_followup.checks.part_years import check_part_years
from ifo_followup.checks.parts import check_parts
from ifo_followup.checks.rules import RULES, Rule
from ifo_followup.checks.tallies import check_tallies
from ifo_followup.checks.texts import check_amounts, check_periods
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.report import FollowUpReport

__all__ = ["CHECKS", "RULES", "Check", "Rule", "check_report"]

Check = Callable[[FollowUpReport], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    check_rows,
    check_totals,
    check_repeated,
    check_shares,
    check_lights,
    check_periods,
    check_amounts,
    check_forecasts,
    check_growth,
    check_parts,
    check_tallies,
    check_part_years,
)


def check_report(
    report: FollowUpReport,
    more: Iterable[Check] = (),
    off: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """What contradicts itself in a report, in the order of the checks.

    Args:
        report: the report.
        more: checks of a plugin's own. One that raises gives the finding `check-failed`.
        off: rules that a plugin switches off, each with its reason. A breach of one is not told;
            that it is off is (`rule-off`).
    """
    off = off or {}
    own = (finding for check in CHECKS for finding in check(report))
    found = (*own, *(finding for check in more for finding in _guarded(check, report)))
    told = tuple(finding for finding in found if finding.rule not in off)
    return (*told, *_switched_off(off))


def _guarded(check: Check, report: FollowUpReport) -> Iterator[Finding]:
    try:
        found = tuple(check(report))
        for finding in found:
            if not isinstance(finding, Finding):
                raise TypeError(f"it gave a {type(finding).__name__}, not a Finding")
        yield from found
    except Exception as error:  # a stranger's code: whatever it raises, the report is kept
        name = getattr(check, "__name__", repr(check))
        yield Finding(
            rule="check-failed",
            severity=Severity.WARNING,
            message=f"the plugin's check {name} failed: {type(error).__name__}: {error}"[:300],
        )


def _switched_off(off: Mapping[str, str]) -> Iterator[Finding]:
    for rule, reason in off.items():
        yield Finding(
            rule="rule-off",
            severity=Severity.INFO,
            message=f"the plugin switches {rule} off: {reason}",
        )
