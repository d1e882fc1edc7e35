"""How many planted errors the checks find: by kind, of those that other figures contradict."""

from collections.abc import Callable, Sequence

from attrs import Factory, define
from hypothesis import given, settings
from hypothesis import strategies as st

from ifo_followup.checks import check_report
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.testing.contradictions import Visibility, tied, visibility, where
from ifo_followup.testing.in_layout import reports_in
from ifo_followup.testing.planting import Planted, Slip, planted
from ifo_followup.typeset.composing import compose

Reread = Callable[[FollowUpReport], FollowUpReport]  # a report, set in type and read again


@define(kw_only=True)
class Tally:
    """What became of planted errors of one kind.

    Of those that other figures contradict (`due`), so many were `found`; of these the right line
    was `named`, and in so many named `alone`, not as one of several that may be wrong. `rounded`
    and `free` errors cannot be found. `cells` are the amounts of money of the reports before, of
    which so many are `tied` to others; `alarms` is what was found in those.
    """

    due: int = 0
    rounded: int = 0
    free: int = 0
    found: int = 0
    named: int = 0
    alone: int = 0
    cells: int = 0
    tied: int = 0
    alarms: list[str] = Factory(list)
    missed: list[str] = Factory(list)
    _seen: set[object] = Factory(set)

    def add(self, report: FollowUpReport, error: Planted, reread: Reread) -> None:
        """Count one error, unless it was counted before."""
        key = (report.budget_tables, error.table_no, error.line, error.column, error.wrong)
        if key in self._seen:
            return
        self._seen.add(key)
        self._count_cells(report)
        before = _told(reread(report))
        self.alarms += [finding.message for finding in before]
        seen = visibility(report, error)
        self.free += seen is Visibility.FREE
        self.rounded += seen is Visibility.ROUNDED
        if seen is Visibility.CONTRADICTED:
            self.due += 1
            new = [finding for finding in _told(reread(error.report)) if finding not in before]
            self._count_found(report, error, new)

    def merge(self, other: "Tally") -> None:
        """Add what another one counted."""
        for name in ("due", "rounded", "free", "found", "named", "alone", "cells", "tied"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.alarms += other.alarms
        self.missed += other.missed

    def _count_cells(self, report: FollowUpReport) -> None:
        for table in report.budget_tables:
            self.tied += len(tied(table))
            self.cells += sum(
                cell.amount.value is not None for line in table.lines for cell in line.cells
            )

    def _count_found(self, report: FollowUpReport, error: Planted, new: Sequence[Finding]) -> None:
        lines = [f'"{label}"' for label in where(report, error)]
        naming = [f.message for f in new if any(label in f.message for label in lines)]
        self.found += bool(new)
        self.named += bool(naming)
        # a suspect ends in "?"; a row that does not add up is one line, however many figures
        self.alone += any(
            message.count("?") <= 1 or finding.rule == "row-sum"
            for finding, message in zip(new, (f.message for f in new), strict=True)
            if message in naming
        )
        if not naming:
            said = "; ".join(finding.message for finding in new)
            self.missed.append(
                f"{error.slip.value}, {error.line}, {error.column}: {error.right} is "
                f"{error.wrong}: {said or 'nothing found'}"
            )


def _told(report: FollowUpReport) -> list[Finding]:
    return [each for each in check_report(report) if each.severity is not Severity.INFO]


def measure(
    format_: LayoutFormat, slip: Slip, tried: settings, reread: Reread | None = None
) -> Tally:
    """Plant errors of one kind in made-up reports of a format, and count what the checks find.

    `tried` says how many and which. Without `reread` a report is set as the format's layout
    prints it and read by the format, without a file between.
    """
    tally = Tally()

    def reset(report: FollowUpReport) -> FollowUpReport:
        (read,) = format_.parse(compose(report, format_))
        return read

    @tried
    @given(_errors(format_, slip))
    def count(pair: tuple[FollowUpReport, Planted]) -> None:
        tally.add(*pair, reread or reset)

    count()
    return tally


@st.composite
def _errors(draw: st.DrawFn, format_: LayoutFormat, slip: Slip) -> tuple[FollowUpReport, Planted]:
    report = draw(reports_in(format_))
    return report, draw(planted(report, slips=(slip,), tables=("budget_cells",)))
