"""Errors that are planted in made-up reports are found, and nothing is found where there is none.

Under the profile `ci` a few of each layout; `thorough` tries many.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifo_followup.checks import check_report
from ifo_followup.checks.columns import cells_of, columns_of, identities_of, meaning_of
from ifo_followup.checks.intervals import interval_of
from ifo_followup.checks.totals import totals_of
from ifo_followup.model.findings import Severity
from ifo_followup.model.money import BudgetCell, BudgetLine, BudgetTable
from ifo_followup.registry import load_registry
from ifo_followup.testing.in_layout import reports_in
from ifo_followup.testing.planting import Planted, Slip, planted
from ifo_followup.typeset.composing import compose

FEW = settings(max_examples=max(5, settings().max_examples // 10))
STYLES = {each.format_id: each for _, each in load_registry().offers()}
MONEY = {"row-sum", "total-sum", "total-unexplained", "figure-differs"}


def is_under_an_identity(table: BudgetTable, line: BudgetLine, cell: BudgetCell) -> bool:
    """Whether other figures of the table say what a figure must be."""
    columns = columns_of(table)
    meaning, cells = meaning_of(cell), cells_of(line)
    in_row = any(
        rule.holds(cells) is not None
        and meaning in (rule.result, *(part for _, part in rule.parts))
        for rule in identities_of(table, columns)
    )
    return in_row or any(
        (line is total.line or any(line is part for part in total.parts))
        and (own := cells_of(total.line).get(meaning)) is not None
        and own.amount.value is not None
        for total in totals_of(table, columns)
    )


def is_alone(table: BudgetTable, label: str) -> bool:
    """Whether a sum has no line but this one."""
    totals = totals_of(table, columns_of(table))
    parts = [t.parts for t in totals if any(part.label.text == label for part in t.parts)]
    return any(len(some) == 1 for some in parts)


def spoiled(made: Planted, before: BudgetTable) -> list[tuple[BudgetLine, BudgetCell]]:
    """The cells that differ from those before, in the report as it was."""
    (after,) = (t for t in made.report.budget_tables if t.number == before.number)
    return [
        (old, a)
        for old, new in zip(before.lines, after.lines, strict=True)
        for a, b in zip(old.cells, new.cells, strict=True)
        if a != b
    ]


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
@FEW
@given(data=st.data())
def test_planted_errors_are_found(style, data):
    report = data.draw(reports_in(style))
    made = data.draw(planted(report, tables=("budget_cells",)))
    (document,) = style.parse(compose(made.report, style))
    found = {finding.rule for finding in check_report(document)} & MONEY
    (before,) = (t for t in report.budget_tables if t.number == made.table_no)
    if made.slip is Slip.DROPPED_ROW:
        # where it was the only line of its sum, nothing is left to add up
        assert found or is_alone(before, made.line)
        return
    for line, cell in spoiled(made, before):
        right, wrong = made.right, made.wrong
        own = interval_of(cell.amount)
        assert right is not None
        assert wrong is not None
        assert own is not None
        rounding = (own.high - own.low) * (len(before.lines) + 1)
        if abs(right - wrong) > rounding and is_under_an_identity(before, line, cell):
            assert found, made


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
@FEW
@given(data=st.data())
def test_nothing_is_found_where_nothing_is_wrong(style, data):
    report = data.draw(reports_in(style))
    (document,) = style.parse(compose(report, style))
    told = [f.message for f in check_report(document) if f.severity is not Severity.INFO]
    assert told == []
