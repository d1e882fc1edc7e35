"""Tables in the styles that leave most to geometry: few rules, few shades, centred cells."""

import itertools
from collections.abc import Sequence

import pytest
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Document, Table
from ifo_followup.reading.pdf import read_pdf

BLUE, GREY, GREEN = (0.6, 0.7, 0.9), (0.93, 0.93, 0.93), (0.5, 0.8, 0.5)
MONTHS = ["Jan", "Feb", "Mars", "April", "Maj", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov", "Dec"]


def read(sheet: Sheet) -> Document:
    return read_pdf(sheet.done(), name="test.pdf")


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def texts(table: Table) -> list[list[str | None]]:
    return [[c.text if c is not None else None for c in row] for row in table.grid()]


def heads(table: Table) -> list[tuple[str, int, int]]:
    return [(c.text, c.column, c.colspan) for c in table.cells if c.row == 0]


@pytest.mark.parametrize("groups", [(3, 2, 3), (3, 3, 1), (2, 2, 2), (1, 3, 2)])
@pytest.mark.parametrize("space", [3.0, 6.0])
def test_group_heads_over_the_first_rule(groups: tuple[int, ...], space: float) -> None:
    sheet = Sheet()
    count = sum(groups)
    xs = [LEFT, 160.0, *(160.0 + 44 * (i + 1) for i in range(count))]
    at = 1
    top = 110.0
    words = ["Ack utfall 2019", "Ack budget 2019", "Prognos"]
    sheet.text(LEFT + 4, 100, "Tkr", size=7, bold=True)
    for word, wide in zip(words, groups, strict=True):
        word = word if wide > 1 else word.split()[-1]
        middle = (xs[at] + xs[at + wide]) / 2
        sheet.text(middle, 100 + 6 - space, word, size=7, bold=True, align="centre")
        at += wide
    names = ["Verksamhet", *(["Utfall", "Budget", "Netto"] * 3)[:count]]
    sheet.rule(LEFT, top, xs[-1], top)
    sheet.row(xs, top + 10, names, right=True, size=7, bold=True)
    for i in range(4):
        sheet.rule(LEFT, top + 14 + 14 * i, xs[-1], top + 14 + 14 * i)
        row = [f"Rad {i}", *(f"-{n} {n}0{i}" for n in range(1, count + 1))]
        sheet.row(xs, top + 24 + 14 * i, row, right=True, size=7)
    sheet.rule(LEFT, top + 70, xs[-1], top + 70)
    (table,) = tables(read(sheet))
    spans = [(c, s) for text, c, s in heads(table) if text != "Tkr"]
    starts = list(itertools.accumulate((1, *groups)))[:-1]
    assert spans == list(zip(starts, groups, strict=True))
    assert table.rows == 6


@pytest.mark.parametrize("style", ["rows", "box", "zebra", "none"])
def test_a_strip_of_months(style: str) -> None:
    sheet = Sheet()
    xs = [57 + 40.0 * i for i in range(13)]
    if style == "zebra":
        sheet.fill(xs[0], 114, xs[-1], 128, GREY)
    sheet.fill(xs[0], 100, xs[-1], 114, BLUE)
    for i in range(10):
        sheet.fill(xs[i], 114, xs[i + 1], 128, GREEN)
    for i, month in enumerate(MONTHS):
        sheet.text(xs[i] + 20, 110, month, size=8, bold=True, align="centre")
        if i < 10:
            sheet.text(xs[i] + 20, 124, "Grön", size=8, align="centre")
    if style == "rows":
        sheet.rule(xs[0], 114, xs[-1], 114)
        sheet.rule(xs[0], 128, xs[-1], 128)
    if style == "box":
        sheet.box(xs[0], 100, xs[-1], 128)
    (table,) = tables(read(sheet))
    assert [c.text for c in table.cells if c.row == 0] == MONTHS
    below = {c.column: c.text for c in table.cells if c.row == 1 and c.text}
    assert below == dict.fromkeys(range(10), "Grön")


@pytest.mark.parametrize("shaded", [True, False])
def test_a_strip_of_dots_alone_is_a_row(shaded: bool) -> None:
    sheet = Sheet()
    xs = [57 + 40.0 * i for i in range(13)]
    if shaded:
        sheet.fill(xs[0], 100, xs[-1], 114, BLUE)
    for i, month in enumerate(MONTHS):
        sheet.text(xs[i] + 4, 110, month, size=8, bold=True)
        if i < 10:
            sheet.dot(xs[i] + 8, 121, 3.5, GREEN)
    sheet.rule(xs[0], 114, xs[-1], 114)
    sheet.rule(xs[0], 128, xs[-1], 128)
    if not shaded:
        sheet.rule(xs[0], 100, xs[-1], 100)
    (table,) = tables(read(sheet))
    assert [c.text for c in table.cells if c.row == 0] == MONTHS
    assert [c.column for c in table.cells if c.mark] == list(range(10))


def test_icons_in_a_grid_are_no_chart() -> None:
    sheet = Sheet()
    xs, ys = [LEFT, 90, 300, 400], [100, 120, 160, 200, 240]
    sheet.grid(xs, ys)
    sheet.row(xs, 114, ["", "Indikatorer", "Utfall"], bold=True)
    for i in range(3):
        sheet.canvas.circle(LEFT + 10, 842 - (140 + 40 * i), 4, stroke=1, fill=0)
        sheet.lines(xs[1] + 4, 134 + 40 * i, [f"Andel {i} som anser att", "vardagen är bra"])
        sheet.text(xs[2] + 4, 134 + 40 * i, f"{i} %")
    (table,) = tables(read(sheet))
    assert [row[-1] for row in texts(table)] == ["Utfall", "0 %", "1 %", "2 %"]
    assert texts(table)[3][-2] == "Andel 2 som anser att vardagen är bra"


def test_paragraphs_of_a_cell_between_two_rules() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 300, 500]
    sheet.fill(LEFT, 100, 500, 118, BLUE)
    sheet.rule(LEFT, 118, 500, 118)
    sheet.row(xs, 113, ["Uppdrag", "Status", "Kommentar"], bold=True)
    sheet.row(xs, 131, ["Barnkonventionen", "Påbörjat", "Inför att konventionen blir"])
    sheet.lines(304, 143, ["lag har alla ett ombud."])
    y = sheet.lines(304, 168, ["Prövningar av barnets bästa görs", "från och med mars."])
    sheet.rule(LEFT, y - 4, 500, y - 4)
    sheet.row(xs, y + 9, ["Rådgivning", "Genomfört", "Avtal gäller från april."])
    sheet.rule(LEFT, y + 16, 500, y + 16)
    (table,) = read(sheet).blocks
    assert isinstance(table, Table)
    assert texts(table)[1:] == [
        [
            "Barnkonventionen",
            "Påbörjat",
            "\n\n".join(
                (
                    "Inför att konventionen blir lag har alla ett ombud.",
                    "Prövningar av barnets bästa görs från och med mars.",
                )
            ),
        ],
        ["Rådgivning", "Genomfört", "Avtal gäller från april."],
    ]


def test_cells_centred_between_two_rules() -> None:
    sheet = Sheet()
    xs = [LEFT, 180, 260, 340, 500]
    for y in (100, 130, 170):
        sheet.rule(LEFT, y, 500, y)
    sheet.row(xs, 118, ["Indikator", "", "Mål 2019", "Bedömning"], bold=True)
    sheet.lines(184, 112, ["Utfall", "2018"], bold=True)
    sheet.lines(LEFT + 4, 141, ["Antal hushåll med", "bistånd i mer än", "tolv månader"])
    sheet.lines(264, 147, ["10 %", "minskning."])
    sheet.row(xs, 153, ["", "14 %", "", "Helt uppfyllt."])
    (table,) = tables(read(sheet))
    assert texts(table) == [
        ["Indikator", "Utfall 2018", "Mål 2019", "Bedömning"],
        [
            "Antal hushåll med bistånd i mer än tolv månader",
            "14 %",
            "10 % minskning.",
            "Helt uppfyllt.",
        ],
    ]


def test_a_name_of_many_lines_alone_in_its_row() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 350, 500]
    sheet.rule(LEFT, 100, 500, 100)
    sheet.row(xs, 111, ["Enhet", "Läge", "Kommentar"], bold=True)
    sheet.rule(LEFT, 116, 500, 116)
    sheet.row(xs, 127, ["Rådgivning", "Grön", "Avtal finns."])
    sheet.rule(LEFT, 132, 500, 132)
    name = ["Mottagningen för", "barn, unga och", "deras familjer", "vid det nya", "torget"]
    end = sheet.lines(LEFT + 4, 143, name)
    sheet.rule(LEFT, end - 7, 500, end - 7)
    sheet.row(xs, end + 4, ["Boendestöd", "Gul", "Avtal saknas."])
    sheet.rule(LEFT, end + 9, 500, end + 9)
    (table,) = read(sheet).blocks
    assert isinstance(table, Table)
    assert texts(table)[2][0] == " ".join(name)
    assert table.rows == 4


XS = [LEFT, 220.0, 300.0, 380.0, 460.0]
ROWS = [["Barn", "12 400", "11 900", "-500"], ["Vuxna", "2 100", "2 300", "200"]]
SUM = ["Summa", "14 500", "14 200", "-300"]


def ruled_over_the_sum(*below: Sequence[str]) -> Document:
    """A header and a sum that are set off by a rule each; lines follow the sum's rule."""
    sheet = Sheet()
    sheet.row(XS, 110, ["Tkr", "Utfall", "Budget", "Avvikelse"], right=True, size=9, bold=True)
    sheet.rule(LEFT, 114, XS[-1], 114)
    for n, row in enumerate(ROWS):
        sheet.row(XS, 125 + 14 * n, row, right=True, size=9)
    sheet.rule(LEFT, 143, XS[-1], 143)
    for n, row in enumerate(below):
        sheet.row(XS, 154 + 14 * n, list(row), right=True, size=9)
    return read(sheet)


def test_the_sum_under_the_last_rule_is_a_row() -> None:
    (table,) = tables(ruled_over_the_sum(SUM))
    assert texts(table)[-1] == SUM
    assert table.rows == 4


def test_text_under_the_last_rule_is_no_row() -> None:
    (table,) = tables(ruled_over_the_sum(["Underskottet beror på placeringar under året"]))
    assert texts(table)[-1] == ROWS[-1]


@pytest.mark.parametrize("space", [12.0, 15.0])
def test_heads_of_several_lines_with_years_over_columns_without_rules(space: float) -> None:
    sheet = Sheet()
    xs = [LEFT, 200.0, 260.0, 320.0, 380.0, 440.0]
    top = 100.0
    how = {"size": 8, "bold": True}
    sheet.text(LEFT, top, "Tusentals kronor", **how)
    for x, group in ((260, "Januari - augusti"), (410, "Helår")):
        sheet.text(x, top, "2024", align="centre", **how)
        sheet.text(x, top + space, group, align="centre", **how)
    sheet.text(LEFT, top + 2 * space, "Verksamhet", **how)
    heads = ["Budget", "Utfall", "Diff", "Prognos", "Diff"]
    for x, head in zip(xs[1:], heads, strict=True):
        sheet.text(x, top + 2 * space, head, align="centre", **how)
    sheet.text(xs[-1], top + 3 * space, "%", align="centre", **how)
    for n in range(4):
        y = top + (4 + n) * space
        sheet.text(LEFT, y, f"Rad {n}", size=8)
        for k, x in enumerate(xs[1:]):
            sheet.text(x + 22, y, f"{k + 1} {n}00", size=8, align="right")
    (table,) = tables(read(sheet))
    assert table.rows == 7
    assert table.columns == 6
    assert texts(table)[2][1:] == [*heads[:-1], "Diff %"]


def test_the_only_row_may_wrap_in_its_words_and_its_figures() -> None:
    sheet = Sheet()
    xs = [LEFT, 170, 250, 330, 420, 500]
    sheet.fill(LEFT, 100, 500, 114, GREY)
    sheet.row(xs, 110, ["Indikator", "Utfall 2016", "Utfall 2017", "Bedömning", "Trend"], bold=True)
    sheet.rule(LEFT, 114, 500, 114)
    sheet.row(xs, 126, ["Ekonomiskt resultat,", "-6 358", "Barn:", "Uppfylls", "Underskottet"])
    sheet.row(xs, 138, ["Tkr", "", "-11 020", "inte.", "minskar."])
    sheet.rule(LEFT, 142, 500, 142)
    (table,) = tables(read(sheet))
    assert texts(table)[1:] == [
        [
            "Ekonomiskt resultat, Tkr",
            "-6 358",
            "Barn: -11 020",
            "Uppfylls inte.",
            "Underskottet minskar.",
        ]
    ]


HEADS_OF_LIGHTS = ["Mål", "Status", "Kommentar"]
WITH_LIGHTS = [
    ["Fler får stöd i tid", "Nås", "Kön är kortare än i fjol."],
    ["Färre byter hem", "Nås inte", "Två flyttade under våren."],
    ["Alla har en plan", "Nås", "Planerna följs upp i juni."],
]


@pytest.mark.parametrize("words", [True, False])
def test_heads_over_a_rule_above_rows_whose_cells_are_lights(words: bool) -> None:
    sheet = Sheet()
    xs = [LEFT, 210.0, 290.0, 440.0]
    sheet.fill(xs[0], 134, xs[-1], 150, GREY)
    for i in range(3):
        sheet.fill(xs[1], 118 + 16 * i, xs[2], 134 + 16 * i, GREEN)
    sheet.rule(xs[0], 118, xs[-1], 118, 0.8)
    sheet.rule(xs[0], 166, xs[-1], 166, 0.8)
    sheet.row(xs, 112, HEADS_OF_LIGHTS, size=8, bold=True)
    for i, row in enumerate(WITH_LIGHTS):
        shown = row if words else [row[0], "", row[2]]
        sheet.row(xs, 129 + 16 * i, shown, size=8)
    (table,) = tables(read(sheet))
    assert [text for text, *_ in heads(table)] == HEADS_OF_LIGHTS
    assert [row[0] for row in texts(table)[1:]] == [row[0] for row in WITH_LIGHTS]
    assert all(row[1] is not None and row[1].fill is not None for row in table.grid()[1:])


def test_heads_over_a_rule_above_a_sum_on_the_first_stripe() -> None:
    sheet = Sheet()
    xs = [LEFT, 230.0, 300.0, 370.0, 440.0]
    sheet.fill(xs[0], 134, xs[-1], 150, GREY)
    sheet.rule(xs[0], 118, xs[-1], 118, 0.8)
    sheet.rule(xs[0], 166, xs[-1], 166, 0.8)
    sheet.row(xs, 102, ["", "Ack budget", "Ack utfall", "Avvikelse"], size=8, bold=True, right=True)
    sheet.row(xs, 112, ["", "2023", "2023", ""], size=8, bold=True, right=True)
    sheet.row(xs, 129, ["Taxor", "640", "712", "72"], size=8, right=True)
    sheet.row(xs, 145, ["Summa intäkter", "640", "712", "72"], size=8, right=True, bold=True)
    sheet.row(xs, 161, ["Löner", "-5 230", "-4 978", "252"], size=8, right=True)
    (table,) = tables(read(sheet))
    assert [text for text, *_ in heads(table) if text] == [
        "Ack budget 2023",
        "Ack utfall 2023",
        "Avvikelse",
    ]
    assert table.rows == 4


def test_two_heads_over_a_rule_above_stripes() -> None:
    sheet = Sheet()
    xs = [LEFT, 300.0, 440.0]
    sheet.fill(xs[0], 134, xs[-1], 150, GREY)
    sheet.rule(xs[0], 118, xs[-1], 118, 0.8)
    sheet.rule(xs[0], 166, xs[-1], 166, 0.8)
    sheet.row(xs, 112, ["Enhet", "Budget 2023"], size=8, bold=True, right=True)
    for i, name in enumerate(["Mottagning", "Familjerätt", "Öppenvård"]):
        sheet.row(xs, 129 + 16 * i, [name, f"{i + 4} 120"], size=8, right=True)
    (table,) = tables(read(sheet))
    assert texts(table)[0] == ["Enhet", "Budget 2023"]


def test_heads_over_a_rule_above_the_name_of_the_first_rows() -> None:
    sheet = Sheet()
    xs = [LEFT, 230.0, 300.0, 370.0, 440.0]
    sheet.fill(xs[0], 134, xs[-1], 150, GREY)
    sheet.rule(xs[0], 118, xs[-1], 118, 0.8)
    sheet.rule(xs[0], 182, xs[-1], 182, 0.8)
    sheet.row(xs, 112, ["Mkr", "Utfall", "Budget", "Avvikelse"], size=8, bold=True, right=True)
    sheet.row(xs, 129, ["Barn och unga", "", "", ""], size=8, bold=True)
    sheet.row(xs, 145, ["Intäkter", "1,2", "1,0", "0,2"], size=8, right=True)
    sheet.row(xs, 161, ["Kostnader", "-29,8", "-26,3", "-3,5"], size=8, right=True)
    sheet.row(xs, 177, ["Netto", "-28,6", "-25,3", "-3,3"], size=8, right=True, bold=True)
    (table,) = tables(read(sheet))
    assert [text for text, *_ in heads(table)] == ["Mkr", "Utfall", "Budget", "Avvikelse"]
    assert table.rows == 5


def over_two_rows(sheet: Sheet) -> list[float]:
    """A rule, striped rows of figures set to the right, and room for heads over it."""
    xs = [LEFT, 200.0, 275.0, 350.0, 425.0, 515.0]
    sheet.fill(xs[0], 164, xs[-1], 180, GREY)
    sheet.rule(xs[0], 148, xs[-1], 148, 0.8)
    sheet.rule(xs[0], 196, xs[-1], 196, 0.8)
    for i, name in enumerate(["Månadslön", "Timlön", "Övertid"]):
        row = [name, "38 210", "116 020", "39 980", "40 500"]
        sheet.row(xs, 159 + 16 * i, row, size=8, right=True)
    return xs


def test_groups_of_columns_over_texts_set_to_the_right() -> None:
    sheet = Sheet()
    xs = over_two_rows(sheet)
    # centred over the cells, whose texts stand right of that
    sheet.text((xs[1] + xs[3]) / 2, 126, "2023", size=8, bold=True, align="centre")
    sheet.text((xs[3] + xs[5]) / 2, 126, "2024", size=8, bold=True, align="centre")
    sheet.row(xs, 142, ["", "Jan-apr", "Helår", "Jan-apr", "Budget"], size=8, bold=True, right=True)
    (table,) = tables(read(sheet))
    assert heads(table) == [("2023", 1, 2), ("2024", 3, 2)]
    assert texts(table)[1][1:] == ["Jan-apr", "Helår", "Jan-apr", "Budget"]


def test_heads_of_groups_may_be_wrapped_and_those_below_years() -> None:
    sheet = Sheet()
    xs = over_two_rows(sheet)
    sheet.text((xs[1] + xs[4]) / 2, 114, "Ackumulerat t.o.m.", size=8, bold=True, align="centre")
    sheet.text((xs[1] + xs[4]) / 2, 124, "september", size=8, bold=True, align="centre")
    sheet.row(xs, 114, ["Styrtal"], size=8, bold=True)
    sheet.row(xs, 114, ["", "", "", "", "Mål"], size=8, bold=True, right=True)
    sheet.row(xs, 142, ["", "Utfall", "Budget", "Avv", "2023"], size=8, bold=True, right=True)
    (table,) = tables(read(sheet))
    assert heads(table) == [
        ("Styrtal", 0, 1), ("Ackumulerat t.o.m. september", 1, 3), ("Mål", 4, 1),
    ]  # fmt: skip
    assert texts(table)[1][1:] == ["Utfall", "Budget", "Avv", "2023"]


def test_cells_that_go_on_side_by_side_in_a_table_without_rules() -> None:
    sheet = Sheet()
    xs = [LEFT, 170.0, 300.0, 360.0, 430.0]
    sheet.row(xs, 100, ["Mål", "Nyckeltal", "", ""], size=8, bold=True)
    sheet.row(xs, 100, ["", "", "Utfall 2018", "Mål 2019"], size=8, bold=True, right=True)
    rows = [
        (["Trygga barn och", "Andel utredningar med", "91", "93"], ["unga", "barnsamtal (%)"]),
        (["Fler i arbete", "Antal hushåll", "388", "402"], []),
        (["Ekonomi", "Avvikelse inom", "40", "35"], ["", "12 månader"]),
        (["Hållbara inköp", "Andel köp med", "4", "5"], ["i nämnden", "avtal"]),
    ]
    y = 116.0
    for row, rest in rows:
        sheet.row(xs, y, [*row[:2], "", ""], size=8)
        sheet.row(xs, y, ["", "", *row[2:]], size=8, right=True)
        for x, text in zip(xs, rest, strict=False):
            sheet.text(x + 4, y + 10, text, size=8)
        y += 25
    sheet.lines(LEFT, y + 30, ["Nämnden följer upp målen varje månad."])
    (table,) = tables(read(sheet))
    assert [row[:2] for row in texts(table)[1:]] == [
        ["Trygga barn och unga", "Andel utredningar med barnsamtal (%)"],
        ["Fler i arbete", "Antal hushåll"],
        ["Ekonomi", "Avvikelse inom 12 månader"],
        ["Hållbara inköp i nämnden", "Andel köp med avtal"],
    ]


def test_a_row_with_one_cell_under_shaded_heads() -> None:
    sheet = Sheet()
    xs = [LEFT, 220.0, 380.0, 520.0]
    sheet.fill(LEFT, 100, xs[-1], 114, GREEN)
    sheet.row(xs, 111, ["Mål", "Bedömning", "Kommentar"], bold=True)
    sheet.row(xs, 125, ["Korta köer till stöd", "", ""])
    for y in (100, 114, 130):
        sheet.rule(LEFT, y, xs[-1], y)
    (table,) = tables(read(sheet))
    assert texts(table) == [["Mål", "Bedömning", "Kommentar"], ["Korta köer till stöd", None, None]]
