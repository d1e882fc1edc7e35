"""What opens and ends pages by chance: labels, sums, and full lines."""

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
