"""Tables and paragraphs that a page break cuts."""

import pytest
from pdf_sheets import LEFT, RIGHT, Sheet

from ifo_followup.document import Document, FurnitureKind, Heading, ListItem, Paragraph, Table
from ifo_followup.reading.pdf import read_pdf

XS = [LEFT, 230, 520]
HEAD = ["Mål", "Kommentar"]
BOTTOM = 780.0


def read(sheet: Sheet) -> Document:
    return read_pdf(sheet.done(), name=None)


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def piece(
    sheet: Sheet,
    top: float,
    rows: list[list[list[str]]],
    *,
    head: list[str] | None = None,
    close: bool = True,
    open_top: bool = False,
    height: float = 40,
) -> None:
    """A ruled piece of a table; each cell is a list of lines."""
    ys = [top]
    if head:
        sheet.fill(XS[0], top, XS[-1], top + 18, (0.9, 0.9, 0.9))
        sheet.row(XS, top + 12, head, bold=True, size=9)
        ys.append(top + 18)
    for row in rows:
        for i, cell in enumerate(row):
            sheet.lines(XS[i] + 4, ys[-1] + 12, cell, size=9, pitch=11)
        ys.append(ys[-1] + height)
    for k, y in enumerate(ys):
        if (k == 0 and open_top) or (k == len(ys) - 1 and not close):
            continue
        sheet.rule(XS[0], y, XS[-1], y)
    for x in XS:
        sheet.rule(x, ys[0], x, ys[-1])


def test_repeated_header_is_dropped_and_noted() -> None:
    sheet = Sheet()
    piece(sheet, 700, [[["Ett"], ["Klart."]], [["Två"], ["Pågår."]]], head=HEAD)
    sheet.page()
    piece(sheet, 60, [[["Tre"], ["Nej."]]], head=HEAD)
    sheet.lines(LEFT, 200, ["Text efter tabellen."])
    document = read(sheet)
    (table,) = tables(document)
    assert [c.text for c in table.cells if c.column == 0] == ["Mål", "Ett", "Två", "Tre"]
    (join,) = table.joins
    assert (join.row, join.place.page) == (3, 2)
    assert "repeated header" in join.reason
    assert [f.text for f in document.furniture] == HEAD
    assert all(f.kind is FurnitureKind.HEADER for f in document.furniture)


def test_another_header_is_another_table() -> None:
    sheet = Sheet()
    piece(sheet, 700, [[["Ett"], ["Klart."]]], head=["Särskilda uppdrag", "Kommentar"])
    sheet.page()
    piece(sheet, 60, [[["Två"], ["Nej."]]], head=["Nämnduppdrag", "Kommentar"])
    assert len(tables(read(sheet))) == 2


def test_other_columns_are_another_table() -> None:
    sheet = Sheet()
    piece(sheet, 700, [[["Ett"], ["Klart."]]], head=HEAD)
    sheet.page()
    sheet.grid([LEFT, 150, 520], [60, 80, 100])
    sheet.row([LEFT, 150, 520], 74, ["Två", "Nej"])
    sheet.row([LEFT, 150, 520], 94, ["Tre", "Nej"])
    assert len(tables(read(sheet))) == 2


def test_a_row_torn_between_open_edges() -> None:
    sheet = Sheet()
    piece(
        sheet,
        700,
        [
            [
                ["Förvaltningen är", "rättssäker"],
                ["Samtliga ärenden följs upp och", "gransk-"],
            ]
        ],
        head=HEAD,
        close=False,
    )
    sheet.page()
    piece(
        sheet,
        60,
        [[[], ["ningen visar att arbetet går framåt."]], [["Nästa"], ["Ny rad."]]],
        open_top=True,
    )
    (table,) = tables(read(sheet))
    assert [[c.text for c in row if c] for row in table.grid()] == [
        HEAD,
        [
            "Förvaltningen är rättssäker",
            "Samtliga ärenden följs upp och granskningen visar att arbetet går framåt.",
        ],
        ["Nästa", "Ny rad."],
    ]
    assert "row goes on" in table.joins[0].reason


def test_a_torn_row_between_closed_edges_where_the_sentence_goes_on() -> None:
    sheet = Sheet()
    piece(sheet, 700, [[["Ett"], ["Arbetet har påbörjats med att"]]], head=HEAD)
    sheet.page()
    piece(sheet, 60, [[[], ["utveckla rutiner."]], [["Två"], ["Nej."]]], head=HEAD)
    (table,) = tables(read(sheet))
    assert [c.text for c in table.cells if c.column == 1] == [
        "Kommentar",
        "Arbetet har påbörjats med att utveckla rutiner.",
        "Nej.",
    ]


def test_whole_rows_stay_whole() -> None:
    sheet = Sheet()
    xs = [LEFT, 230, 330, 430]
    sheet.grid(xs, [700, 720, 740])
    sheet.row(xs, 714, ["Tkr", "Utfall", "Budget"], bold=True)
    sheet.row(xs, 734, ["Intäkter", "1 000", "2 000"])
    sheet.page()
    sheet.grid(xs, [60, 80, 100])
    sheet.row(xs, 74, ["varav statsbidrag", "500", "600"])
    sheet.row(xs, 94, ["Kostnader", "-5", "-6"])
    (table,) = tables(read(sheet))
    assert [c.text for c in table.cells if c.column == 0] == [
        "Tkr",
        "Intäkter",
        "varav statsbidrag",
        "Kostnader",
    ]


def test_horizontally_ruled_table_over_pages() -> None:
    sheet = Sheet()
    xs = [LEFT, 300, 400, 500]
    for page, rows in enumerate(((("A", "1 000", "2"), ("B", "3", "4")), (("C", "5 000", "6"),))):
        if page:
            sheet.page()
        y = 680.0 if page == 0 else 60.0
        sheet.rule(LEFT, y, 500, y)
        for i, row in enumerate((("Rad", "T1", "T2"), *rows)):
            sheet.row(xs, y + 12 + 18 * i, row, right=True, bold=i == 0)
            sheet.rule(LEFT, y + 18 * (i + 1), 500, y + 18 * (i + 1))
    (table,) = tables(read(sheet))
    assert [[c.text for c in row if c] for row in table.grid()] == [
        ["Rad", "T1", "T2"],
        ["A", "1 000", "2"],
        ["B", "3", "4"],
        ["C", "5 000", "6"],
    ]


LONG = "Bedömningen är att kostnaderna för verksamheten kommer att fortsätta öka under hela året"


def test_a_paragraph_over_a_page_break_is_one() -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 742, [LONG + " och", LONG + " i"])
    sheet.page()
    sheet.lines(LEFT, 60, ["samma takt som tidigare."])
    sheet.lines(LEFT, 90, ["Nytt stycke."])
    document = read(sheet)
    assert [b.text for b in document.blocks] == [
        f"{LONG} och {LONG} i samma takt som tidigare.",
        "Nytt stycke.",
    ]
    assert document.blocks[0].place.page == 1


@pytest.mark.parametrize("ragged", [False, True])
def test_only_justified_text_goes_on_behind_a_full_line_that_ends_a_sentence(ragged: bool) -> None:
    """Of ragged lines some are equally long by chance, and more are nearly so."""
    sheet = Sheet()
    full = f"{LONG} 2019."
    others = [full, f"{LONG} 201.", f"{LONG} 20."] if ragged else [full]
    for y in range(300, 740, 24):
        sheet.text(LEFT, y, others[y // 12 % len(others)])
    sheet.text(LEFT, 740, full)
    sheet.page()
    sheet.text(LEFT, 60, "Nämnden är klar.")
    last = read(sheet).blocks[-1].text
    assert (last == "Nämnden är klar.") is ragged
    assert last.endswith(f"{full} Nämnden är klar.") is not ragged


def test_a_finished_paragraph_is_not_continued() -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 742, [LONG + " och", "det är klart."])
    sheet.page()
    sheet.lines(LEFT, 60, ["Nästa stycke börjar här."])
    document = read(sheet)
    assert len(document.blocks) == 2


@pytest.mark.parametrize(("opens", "headings"), [("Trygga boenden", 2), ("för alla barn", 1)])
def test_a_heading_is_torn_only_where_it_plainly_goes_on(opens: str, headings: int) -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 100, ["Nämnden följer sina mål med täta samtal hela året."] * 3)
    sheet.text(LEFT, 700, "Fler barn och unga får rätt stöd i rätt tid", size=22)
    sheet.page()
    sheet.text(LEFT, 60, opens, size=22)
    sheet.lines(LEFT, 200, ["Nämnden följer sina mål med täta samtal hela året."] * 3)
    assert sum(isinstance(block, Heading) for block in read(sheet).blocks) == headings


def test_a_bullet_after_the_break_is_its_own() -> None:
    sheet = Sheet()
    for y in (730, 742):
        sheet.text(LEFT, y, "•")
        sheet.text(LEFT + 14, y, "En punkt utan slut")
    sheet.page()
    sheet.text(LEFT, 60, "•")
    sheet.text(LEFT + 14, 60, "ännu en punkt")
    document = read(sheet)
    assert [type(b) for b in document.blocks] == [ListItem] * 3


def test_headers_footers_and_page_numbers() -> None:
    sheet = Sheet()
    for number in range(1, 6):
        if number > 1:
            sheet.page()
        sheet.text(LEFT, 40, "Testkommun", size=8)
        sheet.text(RIGHT, 40, "Socialnämnden", size=8, align="right")
        sheet.rule(LEFT, 46, RIGHT, 46)
        sheet.lines(LEFT, 90, [f"Stycke {'abcde'[number - 1]} i rapporten."])
        sheet.text(297, 810, f"{number} (5)", size=8, align="centre")
    document = read(sheet)
    assert [b.text for b in document.blocks] == [f"Stycke {c} i rapporten." for c in "abcde"]
    assert all(isinstance(b, Paragraph) for b in document.blocks)
    kinds = [f.kind for f in document.furniture]
    assert kinds.count(FurnitureKind.HEADER) == 5
    assert kinds.count(FurnitureKind.FOOTER) == 5
    assert document.furniture[0].text == "Testkommun Socialnämnden"


def test_page_number_of_a_single_page() -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 90, ["Ett stycke."])
    sheet.text(297, 815, "Sida 1 av 1", size=8, align="centre")
    document = read(sheet)
    assert [b.text for b in document.blocks] == ["Ett stycke."]
    assert [f.text for f in document.furniture] == ["Sida 1 av 1"]


def test_contents() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 80, "Innehållsförteckning", size=16, bold=True)
    for i, title in enumerate(("1 Viktiga händelser", "2 Mål", "3 Ekonomi")):
        sheet.text(LEFT, 110 + 14 * i, f"{title} {'.' * 60} {i + 3}")
    sheet.lines(LEFT, 200, ["Rapporten avser perioden januari till augusti."])
    document = read(sheet)
    assert [b.text for b in document.blocks] == ["Rapporten avser perioden januari till augusti."]
    assert {f.kind for f in document.furniture} == {FurnitureKind.CONTENTS}
    assert len(document.furniture) == 4
