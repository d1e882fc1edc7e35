"""The checks run again: what a correction solves goes, what it breaks is told, all else stays."""

from datetime import date
from decimal import Decimal

from attrs import evolve

from ifo_followup import corrections
from ifo_followup.corridor import checked
from ifo_followup.model.findings import Correction, Finding, Severity
from ifo_followup.model.money import (
    Basis,
    BudgetCell,
    BudgetLine,
    BudgetTable,
    Horizon,
    LineRole,
    MoneyQuantity,
)
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number, Source, Text, Unit
from ifo_followup.registry import Plugin, Registry

OTHER = Finding(rule="unknown-word", severity=Severity.WARNING, message="a word")
COLUMNS = (Basis.OUTCOME, Basis.BUDGET, Basis.DEVIATION)


def line(label: str, role: LineRole, *amounts: int) -> BudgetLine:
    cells = tuple(
        BudgetCell(
            quantity=MoneyQuantity.AMOUNT,
            basis=basis,
            horizon=Horizon.YEAR_TO_DATE,
            amount=Number(
                value=Decimal(amount),
                unit=Unit.TKR,
                decimals=0,
                source=Source(text=str(amount), row=label, column=basis.value),
            ),
        )
        for basis, amount in zip(COLUMNS, amounts, strict=True)
    )
    return BudgetLine(label=Text(label, Source(text=label)), role=role, cells=cells)


def read(layout=None) -> FollowUpReport:
    """A report whose first line has a wrong deviation, which its total does not have."""
    lines = (
        line("Barn", LineRole.ITEM, -510, -500, 10),
        line("Vuxna", LineRole.ITEM, -220, -200, -20),
        line("Summa", LineRole.TOTAL, -730, -700, -30),
    )
    report = FollowUpReport(
        municipality="X", budget_tables=(BudgetTable(number=1, lines=lines),), findings=(OTHER,)
    )
    return evolve(report, findings=(OTHER, *checked(report, layout)))


def corrected(report: FollowUpReport, row: int, column: int, right: str) -> FollowUpReport:
    what = f"budget_tables[0].lines[{row}].cells[{column}].amount"
    printed = report.budget_tables[0].lines[row].cells[column].amount.text
    correction = Correction(
        what=what, printed=printed, corrected=right, why="so", who="E", date=date(2024, 5, 2)
    )
    return corrections.apply(report, [correction])


def rules(report: FollowUpReport) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_what_is_solved_goes_and_is_recorded():
    report = read()
    assert rules(report) == ["unknown-word", "row-sum", "total-sum"]
    right = corrections.recheck(report, corrected(report, 0, 2, "-10"))
    assert rules(right) == [
        "unknown-word",
        "correction-applied",
        "correction-solves",
        "correction-solves",
    ]
    notes = [finding.message for finding in right.findings[-2:]]
    assert "row-sum" in notes[0]
    assert "total-sum" in notes[1]


def test_what_a_correction_breaks_is_told():
    report = read()
    worse = corrections.recheck(report, corrected(report, 1, 0, "-250"))
    assert [finding.printed for finding in worse.findings if finding.rule == "row-sum"] == [
        "10",
        "-20",
    ]
    assert rules(worse).count("total-sum") == 2
    assert "correction-solves" not in rules(worse)


def test_nothing_is_done_where_nothing_was_corrected():
    report = read()
    assert corrections.recheck(report, report) is report


class Layout:
    """A format that switches a rule off."""

    format_id = "x-2020"
    municipality = "X"
    reads = "x"
    rules_off = (("total-sum", "its totals are of another kind"),)


def test_the_checks_of_the_format_hold():
    from ifo_followup.model.findings import Provenance

    report = read(Layout())
    assert rules(report) == ["unknown-word", "row-sum", "rule-off"]
    provenance = Provenance(
        sha256="0" * 64, kind="text", reader="t", plugin="x-2020", library_version="1"
    )
    report = evolve(report, provenance=provenance)
    registry = Registry(plugins=(Plugin(name="x", formats=(Layout(),)),))
    right = corrections.recheck(report, corrected(report, 1, 0, "-250"), registry=registry)
    assert rules(right) == ["unknown-word", "row-sum", "rule-off", "correction-applied", "row-sum"]
