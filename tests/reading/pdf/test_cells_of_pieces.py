"""Tables whose cells are shown by pieces of rules and shades, not by rules from side to side."""

import pytest
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Document, Table
from ifo_followup.reading.pdf import read_pdf

XS = [LEFT, 190.0, 250.0, 310.0, 370.0, 430.0]
GREY, GREEN = (0.93, 0.93, 0.93), (0.5, 0.8, 0.5)
HIGH = 16.0
HEADS = ["Tkr", "Utfall", "Budget", "Avvikelse", "Prognos"]


def read(sheet: Sheet) -> Document:
    return read_pdf(sheet.done(), name=None)


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[c.text if c is not None else "" for c in row] for row in table.grid()]


def cells(
    sheet: Sheet,
    top: float,
    row: list[str],
    *,
    spans: tuple[int, ...] = (1, 1, 1, 1, 1),
    over: bool = True,
    under: bool = True,
    fill: tuple[float, float, float] | None = None,
    high: float = HIGH,
    bold: bool = False,
) -> float:
    """A row of cells, each with a rule or shade of its own; where the next row begins."""
    at = 0
    for text, wide in zip(row, spans, strict=True):
        x0, x1 = XS[at], XS[at + wide]
        if fill:
            sheet.fill(x0, top, x1, top + high, fill)
        if over:
            sheet.rule(x0, top, x1, top)
        if under:
            sheet.rule(x0, top + high, x1, top + high)
        sheet.lines(x0 + 4, top + 11, text.split("\n"), size=9, pitch=11, bold=bold)
        at += wide
    return top + high


def test_heads_over_groups_of_columns_set_to_the_left() -> None:
    sheet = Sheet()
    y = cells(sheet, 100, ["", "Apr 2017", "Helår"], spans=(1, 3, 1), bold=True)
    y = cells(sheet, y, HEADS, bold=True)
    for n in range(3):
        y = cells(sheet, y, [f"Rad {n}", "8 123", "7 001", "1 122", f"9 00{n}"])
    (table,) = tables(read(sheet))
    assert [(c.text, c.column, c.colspan) for c in table.cells if c.row == 0 and c.text] == [
        ("Apr 2017", 1, 3),
        ("Helår", 4, 1),
    ]
    assert table.header_rows == 2
    assert texts(table)[3] == ["Rad 1", "8 123", "7 001", "1 122", "9 001"]


@pytest.mark.parametrize("leading", [11, 14])
def test_only_white_parts_heads_of_groups_from_those_of_their_columns(leading: int) -> None:
    sheet = Sheet()
    spans, high = (1, 3, 1), leading + 5
    cells(sheet, 100, ["", "Apr 2017", "Helår"], spans=spans, under=False, bold=True)
    y = 100.0 + high
    for x, head in zip(XS, ["Tkr", "Utfall", "Budget\ni år", "Avvikelse", "Prognos"], strict=False):
        sheet.lines(x + 4, y + 11, head.split("\n"), size=9, pitch=leading, bold=True)
    y = cells(sheet, y, [""] * 5, over=False, high=leading + 16)
    for n in range(3):
        fill = GREY if n % 2 else None
        y = cells(sheet, y, [f"Rad {n}", "8", "7", "1", "9"], over=not n, under=n == 2, fill=fill)
    (table,) = tables(read(sheet))
    assert [(c.text, c.column, c.colspan) for c in table.cells if c.row == 0 and c.text] == [
        ("Apr 2017", 1, 3),
        ("Helår", 4, 1),
    ]
    assert texts(table)[1] == ["Tkr", "Utfall", "Budget i år", "Avvikelse", "Prognos"]
    assert table.header_rows == 2


@pytest.mark.parametrize("last", ["Avvik-\nelse", "Intäkt januari"])
def test_heads_of_columns_close_together_are_parted_from_those_of_their_group(last: str) -> None:
    sheet = Sheet()
    cells(sheet, 100, ["", "Apr 2017", ""], spans=(1, 3, 1), under=False, bold=True)
    heads = ["Tkr", "Utfall januari", "Budget mars", last, "Prognos"]
    y = cells(sheet, 116, heads, over=False, high=5 + 11 * (1 + last.count("\n")), bold=True)
    for n in range(3):
        y = cells(sheet, y, [f"Rad {n}", "8", "7", "1", "9"], over=not n, under=n == 2)
    (table,) = tables(read(sheet))
    assert texts(table)[0] == ["", *["Apr 2017"] * 3, ""]
    assert texts(table)[1] == [head.replace("-\n", "") for head in heads]


def test_a_head_with_nothing_under_it_goes_down_to_its_figures() -> None:
    sheet = Sheet()
    cells(sheet, 100, ["Tkr", "Apr 2017", ""], spans=(1, 3, 1), under=False, bold=True)
    y = cells(sheet, 116, ["", *HEADS[1:]], over=False, bold=True)
    for n in range(3):
        y = cells(sheet, y, [f"Rad {n}", "8", "7", "1", "9"], over=not n, under=n == 2)
    (table,) = tables(read(sheet))
    (label,) = [c for c in table.cells if c.text == "Tkr"]
    assert (label.row, label.rowspan) == (0, 2)


def test_wrapped_heads_under_the_rule_of_their_group_are_one_row() -> None:
    sheet = Sheet()
    cells(sheet, 100, ["", "Apr 2017", ""], spans=(1, 3, 1), over=False, bold=True)
    heads = ["", "Utfall\ni år", "\nBudget", "\nAvvikelse", "\nPrognos"]
    y = cells(sheet, 116, heads, over=False, high=27, bold=True)
    for n in range(3):
        y = cells(sheet, y, [f"Rad {n}", "8", "7", "1", "9"], over=False)
    (table,) = tables(read(sheet))
    assert texts(table)[1] == ["", "Utfall i år", "Budget", "Avvikelse", "Prognos"]
    assert table.rows == 5


def test_a_header_in_small_type_may_be_set_wide() -> None:
    sheet = Sheet()
    for x0, x1 in ((XS[0], XS[1]), (XS[1], XS[4]), (XS[4], XS[5])):
        sheet.rule(x0, 100, x1, 100)
    sheet.text(XS[1] + 4, 107, "Apr 2017", size=6, bold=True)
    for x0, x1, head in zip(XS, XS[1:], HEADS, strict=False):
        sheet.text(x0 + 4, 125, head, size=6, bold=True)
        sheet.rule(x0, 129, x1, 129)
        sheet.text(x0 + 4, 136, "Rad" if x0 == XS[0] else "8", size=6)
        sheet.rule(x0, 140, x1, 140)
    (table,) = tables(read(sheet))
    assert texts(table)[:2] == [["", *["Apr 2017"] * 3, ""], HEADS]


def test_group_heads_set_to_the_left_over_rules_from_side_to_side() -> None:
    sheet = Sheet()
    sheet.rule(XS[0], 100, XS[-1], 100)
    # the first head is as wide as the texts of its first column
    sheet.row([XS[0], XS[1], XS[4]], 111, ["", "Apr 2022", "Helår"], size=9, bold=True)
    sheet.rule(XS[0], 116, XS[-1], 116)
    sheet.row(XS, 127, ["Tkr", "Intäkter", "Kostnader", "Netto", "Prognos"], size=9, bold=True)
    for n in range(4):
        sheet.rule(XS[0], 132 + 16 * n, XS[-1], 132 + 16 * n)
        sheet.row(XS, 143 + 16 * n, [f"Rad {n}", "-98 123", "-7 001", "1 122", "9 001"], size=9)
    sheet.rule(XS[0], 196, XS[-1], 196)
    (table,) = tables(read(sheet))
    assert [(c.text, c.column, c.colspan) for c in table.cells if c.row == 0 and c.text] == [
        ("Apr 2022", 1, 3),
        ("Helår", 4, 1),
    ]


def test_a_row_between_the_rules_of_its_cells_is_one_row() -> None:
    sheet = Sheet()
    y = cells(sheet, 100, HEADS, bold=True)
    y = cells(
        sheet, y, ["Institutionsvård\nvuxna", "-1\n528,2", "-1\n394,4", "-133,8", "0"], high=28
    )
    cells(sheet, y, ["Boende", "1,0", "2,0", "-1,0", "0"])
    (table,) = tables(read(sheet))
    assert texts(table)[1] == ["Institutionsvård vuxna", "-1 528,2", "-1 394,4", "-133,8", "0"]
    assert table.rows == 3


def test_small_shapes_alone_are_a_row_under_the_rule() -> None:
    sheet = Sheet()
    y = cells(sheet, 100, ["Jan", "Feb", "Mars", "April", "Maj"], bold=True)
    sheet.dot(XS[0] + 8, y + 8, 4, GREEN)
    sheet.text(LEFT, y + 40, "Personalen har fått handledning.")
    (table,) = tables(read(sheet))
    assert table.rows == 2
    assert [c.column for c in table.cells if c.mark is not None] == [0]


def test_the_last_row_of_stripes_may_have_no_shade() -> None:
    sheet = Sheet()
    y = cells(sheet, 100, HEADS, bold=True)
    y = cells(sheet, y, ["Ett", "1", "2", "3", "4"], over=False, under=False)
    y = cells(sheet, y, ["Två", "1", "2", "3", "4"], over=False, under=False, fill=GREY)
    y = cells(sheet, y, ["Tre", "1", "2", "3", "4"], over=False, under=False)
    sheet.text(LEFT, y + 30, "En mening under tabellen, som inte hör till den.")
    (table,) = tables(read(sheet))
    assert [row[0] for row in texts(table)] == ["Tkr", "Ett", "Två", "Tre"]


def test_bold_sums_on_stripes_begin_no_table() -> None:
    sheet = Sheet()
    y = cells(sheet, 100, HEADS, bold=True)
    rows = ["Vuxna", "Boende", "Barn", "Stöd", "Summa"]
    for n, name in enumerate(rows):
        figures = ["", "", "", ""] if name == "Barn" else ["1", "2", "3", "4"]
        fill = GREY if n % 2 == 0 else None
        bold = name in ("Vuxna", "Barn", "Summa")
        y = cells(sheet, y, [name, *figures], over=False, under=False, fill=fill, bold=bold)
    (table,) = tables(read(sheet))
    assert [row[0] for row in texts(table)] == ["Tkr", *rows]


@pytest.mark.parametrize("torn", [True, False])
def test_stripes_tell_whether_a_row_goes_on_over_the_page_break(torn: bool) -> None:
    sheet = Sheet()
    y = cells(sheet, 700, HEADS, bold=True)
    y = cells(sheet, y, ["Ett", "1", "2", "3", "4"], over=False, under=False)
    cells(sheet, y, ["Två", "1", "2", "3", "Under året"], over=False, under=False, fill=GREY)
    sheet.page()
    fill = GREY if torn else None
    y = cells(sheet, 60, ["", "", "", "", "Hösten"], over=False, under=False, fill=fill)
    cells(
        sheet, y, ["Tre", "1", "2", "3", "4"], over=False, under=False, fill=None if torn else GREY
    )
    (table,) = tables(read(sheet))
    assert table.rows == (4 if torn else 5)
    assert texts(table)[2][4] == ("Under året Hösten" if torn else "Under året")


def test_the_first_stripe_of_a_table_may_open_the_next_page() -> None:
    sheet = Sheet()
    y = cells(sheet, 732, HEADS, bold=True)
    cells(sheet, y, ["Ett", "1", "2", "3", "4"], over=False, under=False)
    sheet.page()
    y = cells(sheet, 60, ["Två", "1", "2", "3", "4"], over=False, under=False, fill=GREY)
    y = cells(sheet, y, ["Tre", "1", "2", "3", "4"], over=False, under=False)
    sheet.text(LEFT, y + 30, "En mening under tabellen, som inte hör till den.")
    (table,) = tables(read(sheet))
    assert [row[0] for row in texts(table)] == ["Tkr", "Ett", "Två", "Tre"]


def test_a_row_with_nothing_drawn_opens_the_next_page() -> None:
    sheet = Sheet()
    y = cells(sheet, 716, HEADS, bold=True)
    y = cells(sheet, y, ["Ett", "1", "2", "3", "4"], over=False, under=False)
    cells(sheet, y, ["Summa kostnader", "1", "2", "3", "4"], over=False, under=False, fill=GREY)
    sheet.page()
    y = cells(sheet, 60, ["Netto", "5", "6", "7", "8"], over=False, under=False, bold=True)
    sheet.text(LEFT, y + 30, "En mening under tabellen, som inte hör till den.")
    (table,) = tables(read(sheet))
    assert texts(table)[-1] == ["Netto", "5", "6", "7", "8"]


@pytest.mark.parametrize("light", ["shape", "shade"])
def test_a_row_with_nothing_but_its_light_drawn_keeps_it(light: str) -> None:
    sheet = Sheet()
    y = cells(sheet, 716, HEADS, bold=True)
    y = cells(sheet, y, ["Ett", "1", "2", "3", "4"], over=False, under=False)
    cells(sheet, y, ["Två", "1", "2", "3", "4"], over=False, under=False, fill=GREY)
    sheet.page()
    if light == "shape":
        sheet.dot(XS[4] + 8, 68, 4, GREEN)
    else:
        sheet.fill(XS[4], 60, XS[5], 76, GREEN)
    y = cells(sheet, 60, ["Tre", "5", "6", "7", ""], over=False, under=False)
    sheet.text(LEFT, y + 30, "En mening under tabellen, som inte hör till den.")
    (table,) = tables(read(sheet))
    (last,) = [c for c in table.cells if (c.row, c.column) == (3, 4)]
    assert (last.mark if light == "shape" else last.fill) is not None


def test_a_stripe_alone_takes_no_rows_of_the_table_below_it() -> None:
    sheet = Sheet()
    y = cells(sheet, 100, ["Totalt", "1", "2", "3", "4"], over=False, under=False, fill=GREY)
    y = cells(sheet, y + 10, HEADS, bold=True)
    y = cells(sheet, y, ["Ett", "1", "2", "3", "4"], over=False, under=False)
    cells(sheet, y, ["Två", "1", "2", "3", "4"], over=False, under=False, fill=GREY)
    found = [texts(table) for table in tables(read(sheet))]
    assert found[-1][0] == HEADS
    assert [row[0] for row in found[-1]] == ["Tkr", "Ett", "Två"]


def test_tables_that_share_the_heads_of_groups_only_are_two() -> None:
    sheet = Sheet()
    for page, name in enumerate(["tkr", "Barn och unga, tkr"]):
        y = cells(sheet, 60 if page else 700, ["", "Apr", "Helår"], spans=(1, 3, 1), bold=True)
        y = cells(sheet, y, [name, *HEADS[1:]], bold=True)
        cells(sheet, y, ["Ett", "1", "2", "3", "4"])
        sheet.page()
    assert len(tables(read(sheet))) == 2


def test_underlined_words_are_no_table() -> None:
    sheet = Sheet()
    for n, word in enumerate(["Läs", "mer", "på", "nätet"]):
        sheet.text(LEFT + 30 * n, 100, word)
        sheet.rule(LEFT + 30 * n, 101.5, LEFT + 30 * (n + 1), 101.5)
    assert not tables(read(sheet))
