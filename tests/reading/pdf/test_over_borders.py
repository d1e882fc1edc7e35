"""Figures wider than their cell: no border tells whose digits are whose, so no number is made."""

import pytest
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Table
from ifo_followup.reading.pdf import read_pdf

XS = [LEFT, 170.0, 200.0, 230.0, 260.0]
YS = [100.0 + 16 * k for k in range(6)]
ROWS = [
    ["Tkr", "Utfall", "Budget", "Avv"],
    ["Barn", "-12", "-10", "-2"],
    ["Vuxna", "", "", ""],
    ["Stöd", "5", "6", "1"],
    ["Summa", "-2 164", "-79", "2"],
]


def table_with(text: str, x: float) -> Table:
    sheet = Sheet()
    sheet.grid(XS, YS)
    for row, y in zip(ROWS, YS, strict=False):
        sheet.row(XS, y + 11, row, right=True, size=8)
    sheet.text(x, YS[2] + 11, text, size=8)
    (table,) = [b for b in read_pdf(sheet.done(), name=None).blocks if isinstance(b, Table)]
    return table


@pytest.mark.parametrize("text", ["-2 157-75 3 226", "-2 157-75"])
def test_figures_over_a_border_are_undecided(text: str) -> None:
    table = table_with(text, XS[1] + 3)
    row = [c for c in table.cells if c.row == 2 and c.text]
    assert [c.text for c in row] == ["Vuxna", text]
    assert row[1].undecided
    assert row[1].column == 1
    assert row[1].colspan >= 2


def test_figures_inside_their_cells_are_theirs() -> None:
    table = table_with("-2", XS[1] + 3)
    assert not any(c.undecided for c in table.cells)
    assert [c.text for c in table.cells if c.row == 4] == ["Summa", "-2 164", "-79", "2"]


def test_words_over_a_border_are_no_figures() -> None:
    table = table_with("Redovisas senare", XS[1] + 3)
    assert not any(c.undecided for c in table.cells)
