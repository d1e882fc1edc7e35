"""What opens and ends pages by chance: labels, sums, and full lines."""

import pytest
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Document, Paragraph, Table
from ifo_followup.reading.pdf import read_pdf

XS = [LEFT, 230.0, 330.0, 430.0]


def read(sheet: Sheet) -> Document:
    return read_pdf(sheet.done(), name=None)


def paragraphs(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_a_label_that_ends_some_pages_is_no_footer() -> None:
    sheet = Sheet()
    for page in range(4):
        for n in range(5):
            sheet.text(LEFT, 100 + 60 * n, "Kommentar:", bold=True)
            sheet.text(LEFT, 120 + 60 * n, f"Arbetet följer planen för mål {'abcde'[n]}.")
        if page in (1, 2):
            sheet.text(LEFT, 780, "Kommentar:", bold=True)
        sheet.text(LEFT, 810, f"Sida {page + 1}")
        sheet.page()
    found = read(sheet)
    assert paragraphs(found).count("Kommentar:") == 22
    assert not any(f.text == "Kommentar:" for f in found.furniture)


@pytest.mark.parametrize("running", [True, False])
def test_a_sentence_that_opens_two_of_three_pages_is_no_header(running: bool) -> None:
    sheet = Sheet()
    said = "Två tjänster har varit vakanta."
    for page, first in enumerate(["Läget i maj är gott.", said, said], 1):
        if running:
            sheet.text(LEFT, 40, "Almviks kommun", size=8)
        for n, text in enumerate([first, "Arbetet följer planen.", f"Det blev {page} möten."]):
            sheet.text(LEFT, 90 + 24 * n, text)
        if running:
            sheet.text(LEFT, 810, f"Sida {page}", size=8)
        sheet.page()
    found = read(sheet)
    assert paragraphs(found).count(said) == 2
    assert len(found.furniture) == (6 if running else 0)


def test_two_sentences_that_open_two_of_four_pages_are_no_header() -> None:
    """However far the next line stands: on one page a table follows."""
    sheet = Sheet()
    said = "Två tjänster har varit vakanta. Ingen har slutat"
    for page, first in enumerate(["Läget i maj är gott.", said, said, "Åtta slutade."], 1):
        sheet.text(LEFT, 32, "Almviks kommun")
        sheet.text(LEFT, 43, "Socialnämnden")
        sheet.text(LEFT, 94, first)
        for n, text in enumerate(["Arbetet följer planen.", f"Det blev {page} möten."]):
            sheet.text(LEFT, 160 + 24 * n, text)
        sheet.page()
    found = read(sheet)
    assert paragraphs(found).count(said) == 2
    assert len(found.furniture) == 8


def test_a_header_near_the_text_is_one_where_many_pages_have_it() -> None:
    sheet = Sheet()
    for page in range(5):
        sheet.text(LEFT, 66, "Uppföljning för almviks socialnämnd" if page else "Till nämnden")
        for n in range(3):
            sheet.text(LEFT, 90 + 24 * n, f"Det blev {'abcde'[page]} {'xyz'[n]}.")
        sheet.page()
    assert [f.text for f in read(sheet).furniture] == ["Uppföljning för almviks socialnämnd"] * 4


def test_a_label_does_not_go_on_the_full_line_before_the_page_break() -> None:
    sheet = Sheet()
    text = "Handläggare i grupp granskar ärenden som är äldre än ett år (beslut i nämnden 2017)"
    sheet.text(LEFT, 100, text + " för alla enheter", bold=True)
    sheet.text(LEFT, 770, text + " för alla enheter", bold=True)
    sheet.page()
    sheet.text(LEFT, 100, "Kommentar:", bold=True)
    sheet.text(LEFT, 120, "Ingen allvarlig händelse har rapporterats under perioden.")
    assert "Kommentar:" in paragraphs(read(sheet))


def test_the_widest_line_of_ragged_text_does_not_go_on() -> None:
    sheet = Sheet()
    sheet.lines(
        LEFT,
        750,
        [
            "Samarbetet med regionen har fördjupats under våren, och granskningen visar på",
            "tydliga beslut. Under sommaren har bemanningen varit lägre än vad som är normalt.",
        ],
    )
    sheet.page()
    sheet.lines(LEFT, 100, ["Köerna till öppenvården är i stort sett borta."])
    assert len(paragraphs(read(sheet))) == 2


def test_two_lines_of_ragged_text_may_be_as_long_as_each_other() -> None:
    sheet = Sheet()
    first = "Planen för unga är klar."
    last = "Under året har enheterna prövat nya arbetssätt och fler"
    sheet.lines(LEFT, 750, [f"{first} {last}", f"{last} {first}"])
    sheet.page()
    sheet.lines(LEFT, 100, ["Köerna till öppenvården är i stort sett borta."])
    assert len(paragraphs(read(sheet))) == 2


def test_a_line_short_of_the_margin_of_justified_text_does_not_go_on() -> None:
    sheet = Sheet()
    start = "Samarbetet med regionen har fördjupats under våren, och granskningen"
    for n in range(6):
        sheet.lines(LEFT, 100 + 40 * n, [f"{start} visar på tydligare beslut", "i alla ärenden."])
    sheet.text(LEFT, 770, f"{start} är klar.")
    sheet.page()
    sheet.text(LEFT, 100, "Överenskommelsen gäller hela året.")
    assert paragraphs(read(sheet))[-1] == "Överenskommelsen gäller hela året."


def test_a_bold_row_of_sums_is_no_header() -> None:
    sheet = Sheet()
    sheet.grid(XS, [700, 716, 732, 748])
    sheet.row(XS, 711, ["Tkr", "Utfall", "Budget"], bold=True, size=9)
    sheet.row(XS, 727, ["Personal", "-12", "-10"], size=9)
    sheet.row(XS, 743, ["Lokaler", "-3", "-4"], size=9)
    sheet.page()
    sheet.grid(XS, [60, 76, 92, 108])
    sheet.row(XS, 71, ["Summa kostnader", "-15", "-14"], bold=True, size=9)
    sheet.row(XS, 87, ["Avgifter", "2", "1"], size=9)
    sheet.row(XS, 103, ["Netto", "-13", "-13"], bold=True, size=9)
    (table,) = [b for b in read(sheet).blocks if isinstance(b, Table)]
    assert table.header_rows == 1
    assert [c.text for c in table.cells if c.column == 0][3:] == [
        "Summa kostnader",
        "Avgifter",
        "Netto",
    ]


def test_a_row_of_years_is_a_header() -> None:
    sheet = Sheet()
    sheet.grid(XS, [100, 116, 132, 148])
    sheet.row(XS, 111, ["Insats", "2016", "2017"], bold=True, size=9)
    sheet.row(XS, 127, ["Familjehem", "12", "10"], size=9)
    sheet.row(XS, 143, ["Jourhem", "3", "4"], size=9)
    (table,) = [b for b in read(sheet).blocks if isinstance(b, Table)]
    assert table.header_rows == 1
