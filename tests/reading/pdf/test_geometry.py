"""What rules, shades and white say of rows, columns and merged cells, case by case."""

import pytest
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Cell, Colour, Document, Heading, Table
from ifo_followup.layouts.lights import verdict_of
from ifo_followup.model.values import Missing, Verdict
from ifo_followup.reading.pdf import read_pdf

GREY, BLUE = (0.9, 0.9, 0.9), (0.6, 0.7, 0.9)


def read(sheet: Sheet) -> Document:
    return read_pdf(sheet.done(), name=None)


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def only(sheet: Sheet) -> Table:
    (table,) = tables(read(sheet))
    return table


def texts(table: Table) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def at(table: Table, row: int, column: int) -> Cell:
    cell = table.grid()[row][column]
    assert cell is not None
    return cell


def rules(sheet: Sheet, x0: float, x1: float, *ys: float) -> None:
    for y in ys:
        sheet.rule(x0, y, x1, y)


@pytest.mark.parametrize("label_y", [131, 140])
def test_a_rule_that_leaves_out_a_column_merges_its_cells(label_y: float) -> None:
    sheet = Sheet()
    xs = [LEFT, 180, 330, 500]
    rules(sheet, LEFT, 500, 100, 118, 154, 172)
    rules(sheet, 180, 500, 136)
    sheet.row(xs, 112, ["Område", "Risk", "Åtgärd"], bold=True)
    sheet.text(LEFT + 4, label_y, "Personal")
    sheet.row(xs, 130, ["", "Rekrytering", "Annonsera"])
    sheet.row(xs, 148, ["", "Sjukfrånvaro", "Rehabilitera"])
    sheet.row(xs, 166, ["Ekonomi", "Placeringar", "Följa upp"])
    table = only(sheet)
    assert texts(table) == [
        ["Område", "Risk", "Åtgärd"],
        ["Personal", "Rekrytering", "Annonsera"],
        ["", "Sjukfrånvaro", "Rehabilitera"],
        ["Ekonomi", "Placeringar", "Följa upp"],
    ]
    assert at(table, 1, 0).rowspan == 2
    assert at(table, 3, 0).rowspan == 1


def test_a_rule_over_a_sum_parts_labels_and_takes_in_its_row() -> None:
    sheet = Sheet()
    xs = [LEFT, 230, 300, 370]
    rules(sheet, LEFT, 370, 118)
    rules(sheet, 230, 370, 172)
    rows = [["Tkr", "Utfall", "Budget"], ["Hyror", "1 000", "2"], ["Löner", "3", "4"]]
    rows += [["Bilar", "5", "6"], ["Summa", "1 008", "12"]]
    for i, row in enumerate(rows):
        sheet.row(xs, 112 + 18 * i, row, right=True, bold=i in (0, 4))
    sheet.lines(LEFT, 220, ["Text efter tabellen."])
    table = only(sheet)
    assert texts(table) == rows
    assert all(c.rowspan == 1 for c in table.cells)


def test_tables_side_by_side_are_two() -> None:
    sheet = Sheet()
    for x, name, rows in ((LEFT, "Vänster", 4), (320.0, "Höger", 3)):
        xs = [x, x + 80, x + 130, x + 180]
        for i in range(rows):
            texts_of = [f"{name} {i}", f"{i} 000", str(i)] if i else [name, "Utfall", "Budget"]
            sheet.row(xs, 112 + 18 * i, texts_of, right=True, bold=i == 0, size=9)
        rules(sheet, x, x + 180, *(100 + 18 * i for i in range(rows + 1)))
    found = tables(read(sheet))
    assert [t.rows for t in found] == [4, 3]
    assert texts(found[0])[3] == ["Vänster 3", "3 000", "3"]
    assert texts(found[1])[2] == ["Höger 2", "2 000", "2"]


def test_lights_alone_fill_the_cells_of_a_row() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 260, 320]
    rules(sheet, LEFT, 320, 100, 118, 136, 154)
    sheet.row(xs, 112, ["Enhet", "Mål 1", "Mål 2"], bold=True)
    sheet.row(xs, 130, ["Vuxna", "", ""])
    sheet.row(xs, 148, ["Barn", "", ""])
    sheet.dot(215, 127, 4, (0, 0.6, 0.2))
    sheet.dot(275, 127, 4, (0.6, 0.6, 0.6))
    sheet.dot(275, 145, 4, (0.9, 0.1, 0.1))
    table = only(sheet)
    assert [verdict_of(at(table, 1, c)) for c in (1, 2)] == [Verdict.GREEN, Missing.LOST]
    assert verdict_of(at(table, 2, 2)) is Verdict.RED
    assert table.grid()[2][1] is None


def test_an_ornament_beside_words_is_no_light() -> None:
    sheet = Sheet()
    sheet.grid([LEFT, 200, 300], [100, 118, 136])
    sheet.row([LEFT, 200, 300], 112, ["Enhet", "Mål"], bold=True)
    sheet.row([LEFT + 14, 200, 300], 130, ["Vuxna", "Nås"])
    sheet.dot(LEFT + 8, 127, 3, (0.4, 0.4, 0.4))
    assert at(only(sheet), 1, 0).mark is None


def test_a_coloured_cell_without_words_is_a_cell() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 260, 320]
    rules(sheet, LEFT, 320, 100, 118, 136)
    sheet.fill(200, 118, 260, 136, (0.5, 0.8, 0.5))
    sheet.row(xs, 112, ["Enhet", "Mål 1", "Mål 2"], bold=True)
    sheet.row(xs, 130, ["Vuxna", "", "Nej"])
    assert at(only(sheet), 1, 1).fill == Colour(128, 204, 128)


def test_heads_over_a_strip_of_colours_reach_as_far_as_they_do() -> None:
    sheet = Sheet()
    for i, month in enumerate(("Jan", "Feb", "Mar", "Apr")):
        x = LEFT + 40 * i
        sheet.text(x + 20, 110, month, size=8, align="centre")
        if i < 3:
            sheet.fill(x, 114, x + 40, 128, (0.5, 0.8, 0.5))
            sheet.text(x + 20, 124, "Grön", size=8, align="centre")
    assert texts(only(sheet)) == [["Jan", "Feb", "Mar", "Apr"], ["Grön", "Grön", "Grön", ""]]


def test_rows_over_and_under_the_stripes_belong_to_them() -> None:
    sheet = Sheet()
    xs = [LEFT, 230, 300, 370]
    rows = [["Tkr", "Utfall", "Budget"], *([f"Rad {i}", f"{i} 000", str(i)] for i in range(6))]
    for i in (2, 4):
        sheet.fill(LEFT, 100 + 18 * i, 370, 118 + 18 * i, GREY)
    for i, row in enumerate(rows):
        sheet.row(xs, 112 + 18 * i, row, right=True, bold=i == 0)
    table = only(sheet)
    assert texts(table) == rows
    assert table.header_rows == 1


def test_a_last_row_alone_on_its_page() -> None:
    sheet = Sheet()
    xs = [LEFT, 230, 300, 370]
    rows = [["Tkr", "Utfall", "Budget"], *([f"Rad {i}", f"{i} 000", str(i)] for i in range(5))]
    for i, row in enumerate(rows):
        sheet.row(xs, 660 + 18 * i, row, right=True, bold=i == 0)
    sheet.page()
    sheet.row(xs, 80, ["Summa", "-1 100 000", "10"], right=True, bold=True)
    table = only(sheet)
    assert texts(table) == [*rows, ["Summa", "-1 100 000", "10"]]
    assert [j.row for j in table.joins] == [6]


def test_texts_in_columns_without_rules_under_plain_heads() -> None:
    sheet = Sheet()
    xs = [LEFT, 190, 260, 500]
    rows = [["Uppdrag", "Status", "Kommentar"], ["Rutiner", "Klart", "Finns nu."]]
    rows += [["Utbildning", "Pågår", "Hålls i maj."], ["Lokaler", "Klart", "Flytt gjord."]]
    for i, row in enumerate(rows):
        sheet.row(xs, 112 + 20 * i, row)
    assert texts(only(sheet)) == rows


@pytest.mark.parametrize(
    ("left", "right"),
    [("1 906", "-42 510"), ("20 869", "–81 500"), ("153 048", "11 501"), ("1 906", "342 510")],
)
def test_two_numbers_with_a_blank_between_them_are_two_by_their_columns(
    left: str, right: str
) -> None:
    sheet = Sheet()
    wide = [["Tkr", "Utfall", "Diff"], ["Hyror", "1", "2"], ["Löner", "300", "-4"]]
    rules(sheet, LEFT, 274, 100, 118, 172)
    for i, row in enumerate([*wide, ["Bilar", left, right]]):
        sheet.text(LEFT + 4, 112 + 18 * i, row[0], size=9)
        sheet.text(236, 112 + 18 * i, row[1], size=9, align="right")
        end = 236 + 2.8 + sheet.canvas.stringWidth(right, "Helvetica", 9)
        sheet.text(end, 112 + 18 * i, row[2], size=9, align="right")
    assert texts(only(sheet))[3] == ["Bilar", left, right]


def test_groups_of_digits_of_one_number_are_never_parted() -> None:
    sheet = Sheet()
    xs = [LEFT, 200, 250, 320]
    rules(sheet, LEFT, 320, 100, 118, 172)
    rows = [["Tkr", "Utfall", "Budget"], ["Hyror", "1 000", "2 000"], ["Löner", "3", "4"]]
    for i, row in enumerate([*rows, ["Summa", "", "-1 587 919 004"]]):
        sheet.row(xs, 112 + 18 * i, row, right=True, size=9)
    assert "-1 587 919 004" in texts(only(sheet))[3]


@pytest.mark.parametrize(
    "lines",
    [
        ("Fler vägar till", "arbete och egen försörjning"),
        ("Barn och unga och", "Familjer får stöd i tid"),
    ],
)
def test_a_heading_broken_early_is_one(lines: tuple[str, str]) -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 80, lines, size=14, bold=True, pitch=17)
    long = "Bedömningen är att kostnaderna för verksamheten kommer att fortsätta öka under året"
    sheet.lines(LEFT, 130, [long, long, "och nästa."])
    heads = [b.text for b in read(sheet).blocks if isinstance(b, Heading)]
    assert heads == [" ".join(lines)]


def test_two_headings_stay_two() -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 80, ["Mål", "Barn och unga"], size=14, bold=True, pitch=17)
    long = "Bedömningen är att kostnaderna för verksamheten kommer att fortsätta öka under året"
    sheet.lines(LEFT, 130, [long, long, "och nästa."])
    heads = [b.text for b in read(sheet).blocks if isinstance(b, Heading)]
    assert heads == ["Mål", "Barn och unga"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["Arbetet går framåt under", "hösten. Fler insatser är nu", "klara än förra året."],
            "Arbetet går framåt under hösten. Fler insatser är nu klara än förra året.",
        ),
        (
            ["Arbetet går framåt nu.", "Två insatser är klara.", "Allt är bra."],
            "Arbetet går framåt nu.\n\nTvå insatser är klara.\n\nAllt är bra.",
        ),
    ],
)
def test_loose_lines_of_one_text_are_one_paragraph(lines: list[str], text: str) -> None:
    sheet = Sheet()
    sheet.grid([LEFT, 150, 290], [100, 170, 200])
    sheet.lines(74, 112, ["Mål om", "tidiga stöd"])
    sheet.lines(154, 112, lines, pitch=19)
    sheet.row([LEFT, 150, 290], 190, ["Två", "Nej"])
    assert at(only(sheet), 0, 1).text == text
