"""Tables on one page: right to the cell, however they are drawn."""

import itertools

import pytest
from pdf_sheets import LEFT, RIGHT, Sheet

from ifo_followup.document import Cell, Colour, Document, Table
from ifo_followup.reading.pdf import read_pdf

GREY = (0.85, 0.85, 0.85)
XS = [LEFT, 230, 300, 370, 440]
ROWS = [
    ["Verksamhet", "Utfall", "Budget", "Avvikelse"],
    ["Barn och unga", "1 804", "-37 260", "-35 456"],
    ["Vuxna 21-64", "5 310", "-17 930", "-12 620"],
    ["Summa", "8 394", "-62 074", "-53 679"],
]


RUTA = "Ruta med text i ett enda stycke som är så långt att det måste fortsätta över"


def read(sheet: Sheet) -> Document:
    return read_pdf(sheet.done(), name="test.pdf")


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def texts(table: Table) -> list[list[str | None]]:
    return [[c.text if c is not None else None for c in row] for row in table.grid()]


def at(table: Table, row: int, column: int) -> Cell:
    cell = table.grid()[row][column]
    assert cell is not None
    return cell


def put_rows(sheet: Sheet, top: float = 112, pitch: float = 18) -> list[float]:
    for i, row in enumerate(ROWS):
        sheet.row(XS, top + i * pitch, row, right=True, bold=i in (0, 3), size=9)
    return [top - 12 + i * pitch for i in range(len(ROWS) + 1)]


def no_rules(sheet: Sheet) -> None:
    put_rows(sheet)


def all_ruled(sheet: Sheet) -> None:
    sheet.grid(XS, put_rows(sheet))


def cells_drawn_one_by_one(sheet: Sheet) -> None:
    ys = put_rows(sheet)
    for y0, y1 in itertools.pairwise(ys):
        for x0, x1 in itertools.pairwise(XS):
            sheet.box(x0, y0, x1, y1)


def thin_rectangles(sheet: Sheet) -> None:
    ys = put_rows(sheet)
    for y in ys:
        sheet.fill(XS[0], y, XS[-1], y + 0.5, (0, 0, 0))
    for x in XS:
        sheet.fill(x, ys[0], x + 0.5, ys[-1], (0, 0, 0))


def across(sheet: Sheet) -> None:
    sheet.grid(XS, put_rows(sheet), down=False)


def below_header_only(sheet: Sheet) -> None:
    ys = put_rows(sheet)
    for y in (ys[0], ys[1], ys[-1]):
        sheet.rule(XS[0], y, XS[-1], y)


def down_only(sheet: Sheet) -> None:
    ys = put_rows(sheet)
    sheet.box(XS[0], ys[0], XS[-1], ys[-1])
    for x in XS:
        sheet.rule(x, ys[0], x, ys[-1])


def shaded_header(sheet: Sheet) -> None:
    for x0, x1 in itertools.pairwise(XS):
        sheet.fill(x0, 100, x1, 118, GREY)
    put_rows(sheet)


def stripes(sheet: Sheet) -> None:
    sheet.fill(XS[0], 100, XS[-1], 118, (0.1, 0.2, 0.4))
    sheet.fill(XS[0], 136, XS[-1], 154, GREY)
    ys = put_rows(sheet)
    sheet.fill(XS[0], 100, XS[-1], 118, (0.1, 0.2, 0.4))
    sheet.row(XS, 112, ROWS[0], right=True, bold=True, size=9, colour=(1, 1, 1))
    assert ys


@pytest.mark.parametrize(
    "draw",
    [
        no_rules,
        all_ruled,
        cells_drawn_one_by_one,
        thin_rectangles,
        across,
        below_header_only,
        down_only,
        shaded_header,
    ],
)
def test_one_table_in_every_style(draw) -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 60, ["Tabellen visar utfallet för perioden i tusental kronor."])
    draw(sheet)
    sheet.lines(LEFT, 220, ["Nettokostnaden uppgår till -53,7 mnkr för perioden."])
    document = read(sheet)
    (table,) = tables(document)
    assert texts(table) == ROWS
    assert table.header_rows == 1
    assert at(table, 3, 1).strong
    assert not at(table, 1, 1).strong
    assert len(document.blocks) == 3


def test_stripes() -> None:
    sheet = Sheet()
    stripes(sheet)
    (table,) = tables(read(sheet))
    assert [row[1:] for row in texts(table)[1:]] == [row[1:] for row in ROWS[1:]]


def test_place_is_in_points_from_the_top_left() -> None:
    sheet = Sheet()
    all_ruled(sheet)
    (table,) = tables(read(sheet))
    box = table.place.box
    assert table.place.page == 1
    assert box is not None
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx((70, 100, 440, 172), abs=1)
    inner = at(table, 1, 1).place.box
    assert inner is not None
    assert (inner.x0, inner.top) == pytest.approx((230, 118), abs=1)


def test_spans_from_missing_rules() -> None:
    sheet = Sheet()
    xs, ys = [LEFT, 200, 280, 360, 440], [100, 120, 140, 160, 180]
    for y in (ys[0], ys[2], ys[4]):
        sheet.rule(xs[0], y, xs[-1], y)
    sheet.rule(xs[1], ys[1], xs[3], ys[1])
    sheet.rule(xs[0] + 130, ys[3], xs[-1], ys[3])
    for x in (xs[0], xs[1], xs[3], xs[4]):
        sheet.rule(x, ys[0], x, ys[4])
    sheet.rule(xs[2], ys[1], xs[2], ys[4])
    sheet.text(320, 114, "Augusti", align="centre")
    sheet.row(xs, 134, ["", "Utfall", "Budget", ""])
    sheet.text(LEFT + 4, 134, "Tkr")
    sheet.text(364, 134, "Prognos")
    sheet.row(xs, 154, ["Hyror", "1", "2", "3"])
    sheet.row(xs, 174, ["", "4", "5", "6"])
    (table,) = tables(read(sheet))
    head = at(table, 0, 1)
    assert (head.text, head.colspan, head.rowspan) == ("Augusti", 2, 1)
    assert (at(table, 0, 3).text, at(table, 0, 3).rowspan) == ("Prognos", 2)
    assert (at(table, 2, 0).text, at(table, 2, 0).rowspan) == ("Hyror", 2)
    assert [c.text for c in table.grid()[3] if c] == ["Hyror", "4", "5", "6"]


def test_spans_from_shades() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 260, 320, 380, 440]
    for x0, x1 in ((70, 200), (200, 320), (320, 440)):
        sheet.fill(x0, 100, x1, 118, GREY)
    for x0, x1 in itertools.pairwise(xs):
        sheet.fill(x0, 118, x1, 136, GREY)
    sheet.text(74, 112, "Verksamhet", bold=True)
    sheet.text(260, 112, "Utfall", bold=True, align="centre")
    sheet.text(380, 112, "Helårsprognos", bold=True, align="centre")
    sheet.row(xs, 130, ["", "Intäkt", "Kostnad", "Intäkt", "Kostnad"], right=True, bold=True)
    for i in range(3):
        y = 148 + 18 * i
        sheet.row(xs, y, ["Rad", "1 000", "-2 000", "3", "-4"], right=True)
        sheet.rule(xs[0], y + 6, xs[-1], y + 6)
    (table,) = tables(read(sheet))
    assert table.header_rows == 2
    assert [(c.column, c.colspan) for c in table.cells if c.row == 0] == [(0, 1), (1, 2), (3, 2)]
    assert texts(table)[2] == ["Rad", "1 000", "-2 000", "3", "-4"]
    assert at(table, 0, 0).fill == Colour(217, 217, 217)


def test_centred_labels_over_groups_of_columns() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 260, 320, 380, 440]
    sheet.rule(LEFT, 100, 440, 100)
    sheet.text(260, 112, "Ack 2021", bold=True, align="centre")
    sheet.text(380, 112, "Helår 2021", bold=True, align="centre")
    sheet.row(xs, 128, ["Tkr", "Utfall", "Budget", "Prognos", "Budget"], right=True, bold=True)
    sheet.rule(LEFT, 116, 440, 116)
    sheet.rule(LEFT, 134, 440, 134)
    for i in range(4):
        y = 146 + 18 * i
        sheet.row(xs, y, ["Rad", "1 000", "-2 000", "3 000", "-4 000"], right=True)
        sheet.rule(LEFT, y + 6, 440, y + 6)
    (table,) = tables(read(sheet))
    assert [(c.text, c.column, c.colspan) for c in table.cells if c.row == 0] == [
        ("Ack 2021", 1, 2),
        ("Helår 2021", 3, 2),
    ]
    assert table.header_rows == 2


def test_wrapped_cells_and_paragraphs_inside_a_cell() -> None:
    sheet = Sheet()
    sheet.grid([LEFT, 150, 300, 500], [100, 200])
    sheet.lines(74, 112, ["Handläggnings-", "tiden är lång"])
    sheet.lines(154, 112, ["Första stycket går", "över två rader."])
    sheet.lines(154, 148, ["Andra stycket."])
    sheet.lines(304, 112, ["Följande görs:", "- upphandling av", "boenden", "- rekrytering"])
    sheet.grid([LEFT, 150, 300, 500], [200, 220])
    sheet.row([LEFT, 150, 300, 500], 212, ["a", "b", "c"])
    (table,) = tables(read(sheet))
    assert texts(table)[0] == [
        "Handläggningstiden är lång",
        "Första stycket går över två rader.\n\nAndra stycket.",
        "Följande görs:\n\n- upphandling av boenden\n\n- rekrytering",
    ]


def test_wrapped_labels_without_rules() -> None:
    sheet = Sheet()
    y = 100.0
    for label, amount in (
        (
            ["Stimulansmedel inom ramen för överenskommelsen om", "området psykisk hälsa"],
            "3 499 503",
        ),
        (["Statsbidrag för att stärka bemanningen"], "1 059 521"),
        (["Statsbidrag för att kvalitetsutveckla arbetet mot", "våld"], "312 329"),
    ):
        sheet.text(RIGHT, y, amount + " kr", align="right")
        y = sheet.lines(LEFT, y, label) + 6
    (table,) = tables(read(sheet))
    assert texts(table) == [
        [
            "Stimulansmedel inom ramen för överenskommelsen om området psykisk hälsa",
            "3 499 503 kr",
        ],
        ["Statsbidrag för att stärka bemanningen", "1 059 521 kr"],
        ["Statsbidrag för att kvalitetsutveckla arbetet mot våld", "312 329 kr"],
    ]


def test_colours_marks_and_hidden_text() -> None:
    sheet = Sheet()
    xs, ys = [LEFT, 200, 300, 400], [100, 120, 140, 160]
    sheet.fill(xs[0], ys[0], xs[-1], ys[1], (0.1, 0.1, 0.3))
    sheet.fill(xs[1], ys[1], xs[2], ys[2], (0.5, 0.8, 0.5))
    sheet.row(xs, 114, ["Enhet", "Utfall", "Trend"], bold=True, colour=(1, 1, 1))
    sheet.row(xs, 134, ["Vuxna", "Grön", ""])
    sheet.dot(350, 130, 4, (0.9, 0.1, 0.1))
    sheet.row(xs, 154, ["Barn", "", "Nej"])
    sheet.text(204, 154, "Röd", colour=(1, 1, 1))
    sheet.text(370, 154, "dold", mode=3)
    sheet.grid(xs, ys)
    document = read(sheet)
    (table,) = tables(document)
    assert texts(table) == [
        ["Enhet", "Utfall", "Trend"],
        ["Vuxna", "Grön", ""],
        ["Barn", "", "Nej"],
    ]
    assert at(table, 0, 0).fill == Colour(26, 26, 76)
    assert at(table, 1, 1).fill == Colour(128, 204, 128)
    assert at(table, 1, 2).mark == Colour(230, 26, 26)
    assert at(table, 2, 1).hidden == "Röd"
    assert at(table, 2, 2).hidden == "dold"
    assert at(table, 2, 0).fill is None
    assert document.warnings == ()


def test_empty_ruled_cells_are_there() -> None:
    sheet = Sheet()
    xs, ys = [LEFT, 200, 300], [100, 120, 140]
    sheet.grid(xs, ys)
    sheet.row(xs, 114, ["Månad", "Bedömning"], bold=True)
    sheet.row(xs, 134, ["Mars", ""])
    (table,) = tables(read(sheet))
    assert at(table, 1, 1).text == ""
    assert table.header_rows == 1


def test_a_chart_is_no_table() -> None:
    sheet = Sheet()
    for y in range(100, 200, 20):
        sheet.rule(100, y, 400, y)
        sheet.text(95, y + 3, str(y), size=7, align="right")
    sheet.rule(100, 100, 100, 180)
    for x in range(100, 400, 60):
        sheet.rule(x, 100, x, 180)
        sheet.rule(x, 110, x + 60, 170)
        sheet.text(x, 192, str(2015 + x // 60), size=7)
    assert tables(read(sheet)) == []


def test_a_frame_around_text_is_no_table() -> None:
    sheet = Sheet()
    sheet.box(LEFT, 100, 500, 160)
    sheet.lines(80, 115, [RUTA, "två rader."])
    document = read(sheet)
    assert tables(document) == []
    assert document.blocks[0].text == RUTA + " två rader."


def test_sideways_page() -> None:
    sheet = Sheet()
    sheet.canvas.translate(0, 842)
    sheet.canvas.rotate(-90)
    sheet.canvas.translate(0, 595 - 842)
    all_ruled(sheet)
    (table,) = tables(read(sheet))
    assert texts(table) == ROWS


def test_texts_in_columns_under_a_bold_header() -> None:
    sheet = Sheet()
    xs = [LEFT, 230, 330, 525]
    sheet.row(xs, 100, ["Mål", "Bedömning", "Kommentar"], bold=True)
    sheet.row(xs, 118, ["Bra kvalitet", "Delvis uppfyllt.", "Arbetet pågår och ska bli"])
    sheet.row(xs, 130, ["i vården", "", "klart under året."])
    sheet.row(xs, 148, ["God ekonomi", "Uppfyllt.", "Budgeten hålls."])
    (table,) = tables(read(sheet))
    assert texts(table) == [
        ["Mål", "Bedömning", "Kommentar"],
        [
            "Bra kvalitet i vården",
            "Delvis uppfyllt.",
            "Arbetet pågår och ska bli klart under året.",
        ],
        ["God ekonomi", "Uppfyllt.", "Budgeten hålls."],
    ]


def test_a_word_torn_by_a_narrow_cell_is_mended() -> None:
    sheet = Sheet()
    sheet.grid([LEFT, 116.5, 200], [100, 130])
    sheet.lines(LEFT + 4, 112, ["minsknin", "g"])
    sheet.text(120, 112, "Klart")
    (table,) = tables(read(sheet))
    assert at(table, 0, 0).text == "minskning"


def test_labels_set_to_the_left_of_their_groups() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 260, 320, 380, 440]
    sheet.row(xs, 112, ["Tkr", "Nov", "", "Helår"], bold=True)
    sheet.row(xs, 130, ["", "Utfall", "Budget", "Prognos", "Budget"], bold=True)
    for y in (100, 118, 136):
        sheet.rule(LEFT, y, 440, y)
    for i in range(3):
        sheet.row(xs, 148 + 18 * i, ["Rad", "1 000", "-2 000", "3 000", "-4 000"])
        sheet.rule(LEFT, 154 + 18 * i, 440, 154 + 18 * i)
    (table,) = tables(read(sheet))
    assert [(c.text, c.column, c.colspan) for c in table.cells if c.row == 0] == [
        ("Tkr", 0, 1),
        ("Nov", 1, 2),
        ("Helår", 3, 2),
    ]


@pytest.mark.parametrize(("end", "text"), [(" ", "Nämndens mål"), ("", "Nämndensmål")])
def test_a_blank_drawn_behind_a_word_tells_that_it_is_whole(end: str, text: str) -> None:
    sheet = Sheet()
    wide = sheet.canvas.stringWidth("Nämndens", "Helvetica", 10)
    xs = [LEFT, LEFT + wide + 9, 400]
    sheet.grid(xs, [100, 130, 146])
    sheet.row(xs, 112, [f"Nämndens{end}", "Kommentar"])
    sheet.text(xs[0] + 4, 124, "mål")
    sheet.row(xs, 142, ["Stöd", "Klart"])
    (found,) = tables(read(sheet))
    assert at(found, 0, 0).text == text
