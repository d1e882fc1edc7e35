"""What reading costs grows with the pages, and what a page draws does not stay."""

import gc
import sys
import weakref

import pytest
from bare_pdf import bare_pdf
from pdf_sheets import LEFT, Sheet
from pdfminer.pdftypes import PDFStream

from ifo_followup.reading.pdf import read_pdf
from ifo_followup.reading.pdf.opening import open_pdf


def report(pages: int) -> bytes:
    sheet = Sheet()
    xs, ys = [LEFT, 200, 300, 400], [100, 120, 140, 160]
    for number in range(pages):
        sheet.text(LEFT, 60, f"Kapitel {number}", size=14, bold=True)
        sheet.grid(xs, ys)
        for row, y in enumerate(ys[:-1]):
            sheet.row(xs, y + 14, [f"Rad {row}", "1 804", "-37"])
        sheet.lines(LEFT, 200, ["En rad med ord som fyller sidan, och en till."] * 20)
        sheet.page()
    return sheet.done()


def calls(pages: int) -> int:
    """How many functions are called to read a report: a measure that no other work disturbs."""
    data = report(pages)
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read_pdf(data, name=None)
    finally:
        sys.setprofile(before)
    return count


def test_work_grows_with_the_pages() -> None:
    read_pdf(report(1), name=None)
    few, many = calls(4), calls(32)
    assert many / few <= 8.5


def test_a_page_goes_when_the_next_one_comes() -> None:
    opened = open_pdf(report(4))
    seen = []
    for content in opened.pages:
        seen.append(weakref.ref(content))
        gc.collect()
        assert [ref() is None for ref in seen[:-1]] == [True] * (len(seen) - 1)
    assert len(seen) > 3


@pytest.mark.parametrize("odd", [b"", b" 1-2 w"])  # the fast way, and the stock one
def test_what_a_stream_holds_goes_with_its_page(odd: bytes) -> None:
    marked = b"BT /F1 9 Tf 9 90 Td (a mark to know it by) Tj ET"
    opened = open_pdf(bare_pdf([marked + odd], pages=3))
    contents = list(opened.pages)
    assert len(contents) == 3
    gc.collect()
    held = [x for x in gc.get_objects() if isinstance(x, PDFStream) and x.data]
    assert not [x for x in held if marked in x.data]
