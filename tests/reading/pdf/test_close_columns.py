"""Columns of figures only a blank apart: read right or reported, never wrong."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_sheets import LEFT, Sheet

from ifo_followup import parse
from ifo_followup.document import Table
from ifo_followup.model.report import FollowUpReport
from ifo_followup.reading.pdf import read_pdf
from ifo_followup.swedish.numbers import parse_number

HEADS = ("Utfall", "Budget", "Avvikelse")
BASES = dict(zip(("outcome", "budget", "deviation"), HEADS, strict=True))
REPORTED = {"row-ambiguous", "cell-unread", "table-unread", "unread-value", "text-unclaimed"}


def printed(amount: int) -> str:
    return f"{amount:,}".replace(",", " ")


def sheet_of(rows: list[list[str]], *, style: str, blank: float = 1.0, size: float = 9) -> bytes:
    """A table whose columns are as wide as their widest amount and one blank."""
    sheet = Sheet()
    wide = sheet.canvas.stringWidth
    ends = []
    x = LEFT + 90
    for n in range(1, len(rows[0])):
        figures = max(wide(row[n], "Helvetica", size) for row in rows)
        # heads may touch, but no text is printed over another
        head = wide(HEADS[n - 1], "Helvetica-Bold", size)
        x += max(figures + blank * wide(" ", "Helvetica", size), head)
        ends.append(x)
    y = 140.0
    sheet.text(LEFT, 80, "Solna kommun", size=18, bold=True)
    if style == "shade":
        sheet.fill(LEFT, y - 10, x + 2, y + 4, (0.6, 0.7, 0.9))
    for n, row in enumerate([["Tkr", *HEADS], *rows]):
        if style == "rules":
            sheet.rule(LEFT, y - 9, x + 2, y - 9)
        sheet.text(LEFT + 2, y, row[0], size=size, bold=not n)
        for end, text in zip(ends, row[1:], strict=True):
            sheet.text(end, y, text, size=size, bold=not n, align="right")
        y += 13
    if style == "rules":
        sheet.rule(LEFT, y - 9, x + 2, y - 9)
    return sheet.done()


def amounts_in(report: FollowUpReport) -> dict[tuple[str, str], Decimal]:
    money = {
        (line.label.text, BASES[cell.basis.value]): cell.amount.value
        for table in report.budget_tables
        for line in table.lines
        for cell in line.cells
    }
    other = {
        (cell.row or "", cell.column or ""): cell.number.value
        for table in report.statistics
        for cell in table.cells
        if cell.column  # without its head a number says nothing of a column
    }
    return {key: value for key, value in (money | other).items() if value is not None}


AMOUNTS = st.integers(0, 7).flatmap(lambda digits: st.integers(0, 10**digits))


@settings(max_examples=60, deadline=None)
@given(
    pairs=st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=2, max_size=6),
    sign=st.sampled_from((1, -1)),
    total=st.booleans(),
    style=st.sampled_from(("rules", "shade", "none")),
)
def test_right_or_reported(
    pairs: list[tuple[int, int]], sign: int, total: bool, style: str
) -> None:
    figures = [(a, b, sign * (b - a)) for a, b in pairs]
    if total:
        figures.append(tuple(map(sum, zip(*figures, strict=True))))  # type: ignore[arg-type]  # every one is a tuple of figures
    labels = [f"Verksamhet {chr(65 + n)}" for n in range(len(pairs))] + ["Summa"]
    rows = [[label, *map(printed, row)] for label, row in zip(labels, figures, strict=False)]
    report = parse(
        sheet_of(rows, style=style), plugin="generic", municipality="Solna", period="2020-04"
    )
    found = amounts_in(report)
    truth = {
        (row[0], head): parse_number(text)
        for row in rows
        for head, text in zip(HEADS, row[1:], strict=True)
    }
    assert {key: truth.get(key) for key in found} == found
    if style != "none" and found != truth:
        assert REPORTED & {finding.rule for finding in report.findings}


def test_figures_between_columns_are_one_cell_in_doubt() -> None:
    sheet = Sheet()
    rows = [["A", "1 234", "2"], ["B", "34", "35"], ["C", "12 345 678", ""]]
    sheet.rule(LEFT, 100, 400, 100)
    for n, (label, one, two) in enumerate(rows):
        y = 112 + 14 * n
        sheet.text(LEFT + 2, y, label)
        sheet.text(300, y, one, align="right") if two else sheet.text(330, y, one, align="right")
        sheet.text(330, y, two, align="right")
        sheet.rule(LEFT, y + 4, 400, y + 4)
    (table,) = [b for b in read_pdf(sheet.done(), name="x").blocks if isinstance(b, Table)]
    (cell,) = [c for c in table.cells if c.undecided]
    assert (cell.text, cell.row, cell.column, cell.colspan) == ("12 345 678", 2, 1, 2)


def test_the_decision_can_be_seen() -> None:
    rows = [
        ["Barn", "1 906", "42 510", "40 604"],
        ["Vuxna", "7", "8 640 564", "8 640 557"],
        ["Stab", "12 345", "5", "-12 340"],
    ]
    report = parse(
        sheet_of(rows, style="shade"), plugin="generic", municipality="Solna", period="2020-04"
    )
    assert len(amounts_in(report)) == 9


@pytest.mark.parametrize("style", ["rules", "shade"])
def test_heads_touching_each_other_keep_their_meaning(style: str) -> None:
    rows = [["A", "19", "716", "697"], ["B", "64", "1", "-63"], ["Summa", "83", "717", "634"]]
    report = parse(
        sheet_of(rows, style=style), plugin="generic", municipality="Solna", period="2020-04"
    )
    found = amounts_in(report)
    assert found[("A", "Utfall")] == 19
    assert len(found) == 9
