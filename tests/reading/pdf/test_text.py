"""Headings, paragraphs and lists."""

from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Colour, Document, Heading, ListItem, Paragraph
from ifo_followup.reading.pdf import read_pdf

BLUE = (0.1, 0.2, 0.6)
LONG = "Bedömningen är att kostnaderna för verksamheten kommer att fortsätta öka under hela året"


def read(sheet: Sheet) -> Document:
    return read_pdf(sheet.done(), name=None)


def body(sheet: Sheet, y: float) -> float:
    return sheet.lines(LEFT, y, [LONG + " och", LONG + " utan", "att minska."]) + 8


def test_headings_by_rank() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 80, "1 Sammanfattning", size=18, bold=True)
    sheet.lines(
        LEFT,
        110,
        ["Fler vägar och bättre former för att möta alla de", "framtidsutmaningarna"],
        size=14,
        bold=True,
        pitch=17,
    )
    y = body(sheet, 150)
    sheet.text(LEFT, y, "Indikatorn", bold=True, italic=True, colour=BLUE)
    y = body(sheet, y + 14)
    sheet.text(LEFT, y, "Kommentar:", bold=True)
    body(sheet, y + 14)
    blocks = read(sheet).blocks
    assert [(type(b), b.text[:12]) for b in blocks] == [
        (Heading, "1 Sammanfatt"),
        (Heading, "Fler vägar o"),
        (Paragraph, "Bedömningen "),
        (Heading, "Indikatorn"),
        (Paragraph, "Bedömningen "),
        (Paragraph, "Kommentar:"),
        (Paragraph, "Bedömningen "),
    ]
    assert [b.level for b in blocks if isinstance(b, Heading)] == [1, 2, 3]
    assert [b.strong for b in blocks if isinstance(b, Paragraph)] == [False, False, True, False]
    assert blocks[2].text == f"{LONG} och {LONG} utan att minska."


def test_bold_words_inside_a_paragraph_do_not_end_it() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 80, LONG)
    sheet.text(LEFT, 92, "Kommunen", bold=True)
    sheet.text(LEFT + 62, 92, "fortsätter arbetet under hösten.")
    (block,) = read(sheet).blocks
    assert block.text == f"{LONG} Kommunen fortsätter arbetet under hösten."


def test_nested_bullets_and_a_status_line() -> None:
    sheet = Sheet()
    y = body(sheet, 80)

    def item(x: float, y: float, sign: str, lines: list[str]) -> float:
        sheet.text(x, y, sign)
        return sheet.lines(x + 16, y, lines)

    y = item(LEFT, y, "•", [LONG[:70] + " i", "hela kommunen.", "Status: Klart"])
    y = item(LEFT + 20, y, "-", ["Undre punkt"])
    y = item(LEFT + 20, y, "-", ["Ännu en"])
    item(LEFT, y, "•", ["Yttre punkt"])
    items = [b for b in read(sheet).blocks if isinstance(b, ListItem)]
    assert [(i.level, i.text) for i in items] == [
        (1, f"{LONG[:70]} i hela kommunen.\n\nStatus: Klart"),
        (2, "Undre punkt"),
        (2, "Ännu en"),
        (1, "Yttre punkt"),
    ]


def test_symbol_font_bullets() -> None:
    sheet = Sheet()
    for y in (100, 114):
        sheet.canvas.setFont("ZapfDingbats", 9)
        sheet.canvas.drawString(LEFT, 842 - y, "\x6e")
        sheet.text(LEFT + 16, y, "Punkt med tecken ur symboltypsnitt")
    blocks = read(sheet).blocks
    assert [type(b) for b in blocks] == [ListItem, ListItem]
    assert blocks[0].text == "Punkt med tecken ur symboltypsnitt"


def test_amounts_after_a_dash_are_no_list() -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 80, [LONG + " var", "- 75,7 mnkr och sedan mindre."])
    (block,) = read(sheet).blocks
    assert isinstance(block, Paragraph)


def test_numbered_lines_are_paragraphs() -> None:
    sheet = Sheet()
    sheet.lines(LEFT, 80, ["1. Första", "2. Andra"], pitch=18)
    assert [type(b) for b in read(sheet).blocks] == [Paragraph, Paragraph]


def test_a_dot_before_a_paragraph_is_its_mark() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 80, "Bedömning", bold=True)
    sheet.dot(LEFT + 4, 96, 4, (1, 0.75, 0))
    sheet.text(LEFT + 12, 100, "Delvis uppfyllt")
    blocks = read(sheet).blocks
    assert blocks[1].text == "Delvis uppfyllt"
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].mark == Colour(255, 191, 0)


def test_hidden_paragraphs_are_warnings_only() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 80, "Synlig text.")
    sheet.text(LEFT, 120, "Hemlig text", colour=(1, 1, 1))
    sheet.text(LEFT, 140, "Liten text", size=0.5)
    document = read(sheet)
    assert [b.text for b in document.blocks] == ["Synlig text."]
    assert document.warnings == (
        "hidden text on page 1: Hemlig text",
        "hidden text on page 1: Liten text",
    )


def test_hidden_letters_without_a_size_are_told_too() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 80, "Synlig text.")
    for number, letter in enumerate("abcdef"):
        sheet.text(LEFT + 20 * number, 120, letter, size=0)
    document = read(sheet)
    assert [b.text for b in document.blocks] == ["Synlig text."]
    assert document.warnings == ("hidden text on page 1: a b c d e f",)


def test_text_beside_the_reading_direction_is_kept() -> None:
    sheet = Sheet()
    y = body(sheet, 80)
    body(sheet, y)
    sheet.canvas.saveState()
    sheet.canvas.translate(40, 400)
    sheet.canvas.rotate(90)
    sheet.text(0, 842, "Diarienummer")
    sheet.canvas.restoreState()
    assert "Diarienummer" in [b.text for b in read(sheet).blocks]


def test_spaced_letters_are_one_word() -> None:
    sheet = Sheet()
    piece = sheet.canvas.beginText(LEFT, 842 - 80)
    piece.setFont("Helvetica", 9)
    piece.setCharSpace(2)
    piece.textOut("STRATEGISKT")
    sheet.canvas.drawText(piece)
    (block,) = read(sheet).blocks
    assert block.text == "STRATEGISKT"


def test_the_document_says_what_it_is() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 80, "Text.")
    data = sheet.done()
    document = read_pdf(data, name="rapport.pdf")
    assert document.name == "rapport.pdf"
    assert document.pages == 1
    assert document.reader.startswith("pdfminer.six ")
    assert len(document.sha256) == 64
    assert read_pdf(data, name="rapport.pdf") == document


def _wrapped(blank: str) -> list[str]:
    sheet = Sheet()
    long = "med så mycket text att raden är full när den bryts här och går vidare på nästa"
    y = 60.0
    for i in range(12):
        y = sheet.lines(LEFT, y, [f"Stycke {i} {long}{blank}", "rad."]) + 12
    sheet.lines(
        LEFT,
        y,
        [
            f"I alla ärenden hos nämnden gjordes bedömningar av om det finns enhetsmål-{blank}",
            "resurseffektivitet i den mening som avses där, och det redovisas i november/",
            "december, när nämnden också får veta mer om allt annat, som att handlägg-",
            "ningen är klar.",
        ],
    )
    return [b.text for b in read(sheet).blocks if isinstance(b, Paragraph)]


def test_blanks_at_line_ends_tell_how_a_line_was_broken() -> None:
    told = _wrapped(" ")[-1]
    assert "finns enhetsmål- resurseffektivitet i" in told
    assert "i november/december, när" in told
    assert told.endswith("att handläggningen är klar.")


def test_without_blanks_at_line_ends_hyphens_are_judged_by_their_words() -> None:
    untold = _wrapped("")[-1]
    assert "finns enhetsmålresurseffektivitet i" in untold
    assert "i november/ december, när" in untold


def test_courier_is_slanted_only_where_its_name_says_so() -> None:
    sheet = Sheet()
    sheet.canvas.setFont("Courier-Bold", 14)
    sheet.canvas.drawString(LEFT, 760, "1 Sammanfattning")
    sheet.canvas.setFont("Courier-BoldOblique", 14)
    sheet.canvas.drawString(LEFT, 730, "Indikatorn")
    sheet.canvas.setFont("Courier", 9)
    sheet.canvas.drawString(LEFT, 700, f"{LONG}.")
    found = [b.level for b in read(sheet).blocks if isinstance(b, Heading)]
    assert found == [1, 2]


def test_a_line_that_ends_before_a_figure_and_its_per_cent_goes_on() -> None:
    sheet = Sheet()
    wide = sheet.canvas.stringWidth(LONG, "Helvetica", 10)
    part = sheet.canvas.stringWidth("Av dem var ", "Helvetica", 10)
    start = LEFT + wide - part - sheet.canvas.stringWidth("80", "Helvetica", 10) - 4
    sheet.lines(LEFT, 80, [LONG, LONG])
    sheet.text(LEFT, 104, "Antalet anmälningar är högre än vid samma tid förra året och")
    sheet.text(start, 104, "av dem var")
    sheet.text(LEFT, 116, "80 % om barn.")
    assert len(read(sheet).blocks) == 1
