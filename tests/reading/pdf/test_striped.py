"""Striped tables of money: rows of a label alone, heads of groups beside heads as tall as both."""

import pytest
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Document, Table
from ifo_followup.reading.pdf import read_pdf

XS = [LEFT, 200.0, 250.0, 300.0, 350.0, 400.0, 450.0, 520.0]
LOW, TALL = 12.0, 17.0  # heights of a row of figures, and of one whose empty cells are higher
SIZE = 7.0
HEAD, STRIPE = (0.9, 0.9, 0.9), (0.96, 0.96, 0.96)
GROUPS = ((1, 3, "Apr"), (4, 2, "Helår"))
LEAVES = ["Utfall", "Budget", "Avvikelse", "Prognos", "Budget"]
FIGURES = ["-100", "-90", "-10", "-300", "-270", "25"]
ROWS = [
    ("Intäkter", False),
    ("Kostnader", True),
    ("Personal", False),
    ("Lokaler", False),
    ("Barn och unga", True),
    ("Stöd", False),
    ("Summa", False),
]


def drawn(align: str) -> Sheet:
    sheet = Sheet()
    right = XS[-1]
    sheet.rule(XS[0], 100, right, 100, 1)
    sheet.fill(XS[0], 100, right, 136, HEAD)
    bold = {"size": SIZE, "bold": True}
    sheet.text(XS[0] + 3, 109, "Nämnden, tkr", **bold)
    for first, wide, text in GROUPS:
        x0, x1 = XS[first], XS[first + wide]
        x = {"left": x0 + 3, "centre": (x0 + x1) / 2, "right": x1 - 3}[align]
        sheet.text(x, 109, text, align=align, **bold)
    for n, word in enumerate(("Prognos-", "förändring")):
        x = {"left": XS[6] + 3, "centre": (XS[6] + right) / 2, "right": right - 3}[align]
        sheet.text(x, 109 + n * 8.75, word, align=align, **bold)
    for n, text in enumerate(LEAVES, start=1):
        sheet.text(XS[n + 1] - 3, 131, text, align="right", **bold)
    sheet.rule(XS[0], 136, right, 136)
    y = 136.0
    for n, (label, alone) in enumerate(ROWS):
        high = TALL if alone else LOW
        if n % 2:
            sheet.fill(XS[0], y, right, y + high, STRIPE)
        sheet.text(XS[0] + 3, y + 9, label, size=SIZE, bold=label == "Summa")
        for column, text in enumerate([] if alone else FIGURES, start=1):
            sheet.text(XS[column + 1] - 3, y + 9, text, size=SIZE, align="right")
        y += high
    sheet.rule(XS[0], y, right, y, 1)
    return sheet


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_rows_of_a_label_alone_do_not_end_a_table(align: str) -> None:
    (table,) = tables(read_pdf(drawn(align).done(), name=None))
    labels = [c.text for c in table.cells if c.column == 0 and c.row >= table.header_rows]
    assert labels == [label for label, _ in ROWS]


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_heads_of_groups_beside_a_head_as_tall_as_both(align: str) -> None:
    (table,) = tables(read_pdf(drawn(align).done(), name=None))
    top = [(c.column, c.colspan, c.text) for c in table.cells if c.row == 0 and c.column]
    assert top == [(1, 3, "Apr"), (4, 2, "Helår"), (6, 1, "Prognosförändring")]
    assert [c.text for c in table.cells if c.row == 1 and c.text] == LEAVES


def test_a_caption_between_two_striped_tables_is_no_row() -> None:
    sheet = drawn("centre")
    end = 136 + sum(TALL if alone else LOW for _, alone in ROWS)
    sheet.text(XS[0], end + 14, "Utfall per enhet", size=SIZE)
    top = end + 17
    sheet.fill(XS[0], top, XS[-1], top + LOW, HEAD)
    sheet.row(XS, top + 9, ["Enhet", "Utfall", "Budget"], size=SIZE, bold=True)
    for n in range(1, 4):
        if n % 2 == 0:
            sheet.fill(XS[0], top + n * LOW, XS[-1], top + (n + 1) * LOW, STRIPE)
        sheet.row(XS, top + n * LOW + 9, [f"Enhet {n}", f"{n}1", f"{n}2"], size=SIZE)
    found = tables(read_pdf(sheet.done(), name=None))
    assert len(found) == 2
