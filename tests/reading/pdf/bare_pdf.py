"""PDFs around given content streams, and both ways of reading them."""

from collections.abc import Sequence
from io import BytesIO

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from ifo_followup.limits import DEFAULT_LIMITS
from ifo_followup.reading.pdf.content import PageContent
from ifo_followup.reading.pdf.device import Shared
from ifo_followup.reading.pdf.drawing import run_page
from ifo_followup.reading.pdf.fast import FastInterpreter
from ifo_followup.reading.pdf.stock import StockInterpreter
from ifo_followup.reading.pdf.tokens import Unknown

WIDTHS = b" ".join(b"%d" % (300 + 7 * (n % 50)) for n in range(256))
OBJECTS = {
    10: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    11: b"<< /Type /Font /Subtype /TrueType /BaseFont /Other-Bold /FirstChar 0 /LastChar 255"
    b" /Widths [" + WIDTHS + b"] /FontDescriptor 12 0 R >>",
    12: b"<< /Type /FontDescriptor /FontName /Other-Bold /Flags 32 /FontBBox [0 -200 1000 800]"
    b" /ItalicAngle 0 /Ascent 800 /Descent -200 >>",
    13: b"<< /Type /Font /Subtype /Type0 /BaseFont /Wide /Encoding /Identity-H"
    b" /DescendantFonts [14 0 R] /ToUnicode 15 0 R >>",
    14: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Wide /DW 600 /W [1 [500 700]]"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    b" /FontDescriptor 12 0 R >>",
    16: b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [.1 0 0 .1 0 0]"
    b" /FirstChar 97 /LastChar 98 /Widths [8 6] /CharProcs << >>"
    b" /Encoding << /Differences [97 /a /b] >> >>",
}
STREAMS = {
    15: (
        b"",
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff>%b"
        % b" endcodespacerange 1 beginbfrange <0000> <00ff> <0000> endbfrange endcmap end",
    ),
    20: (
        b"/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Matrix [1 0 0 1 5 7]%b"
        % b" /Resources << /Font << /F1 11 0 R >> >>",
        b"0.2 0.4 0.6 rg 10 10 50 30 re f BT /F1 9 Tf 12 14 Td (in a form) Tj ET /X0 Do",
    ),
    21: (
        b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8%b"
        % b" /ColorSpace /DeviceRGB",
        bytes((0, 200, 0)) * 4,
    ),
    22: (b"/N 3", b""),
    23: (
        b"/Type /XObject /Subtype /Form /BBox [0 0 90 60] /Matrix [1 0 0 1 5 7]",
        b"0.2 0.4 0.6 rg 10 10 90 30 re f BT /F1 9 Tf 12 14 Td (in a form) Tj ET",
    ),
}
RESOURCES = (
    b"/Font << /F1 10 0 R /F2 11 0 R /F3 13 0 R /F4 16 0 R >>"
    b" /XObject << /X0 20 0 R /X1 23 0 R /Im 21 0 R >>"
    b" /ColorSpace << /Cs [/ICCBased 22 0 R] /Sep [/Separation /Ink /DeviceRGB 21 0 R]"
    b" /Pat /Pattern >>"
)


def bare_pdf(contents: Sequence[bytes], *, rotate: int = 0, pages: int = 1) -> bytes:
    """A PDF whose pages all have the same content streams."""
    objects = dict(OBJECTS)
    for number, (keys, data) in STREAMS.items():
        objects[number] = _stream(data, keys)
    first = 100
    for n, data in enumerate(contents):
        objects[first + n] = _stream(data)
    refs = b" ".join(b"%d 0 R" % (first + n) for n in range(len(contents)))
    kids = b" ".join(b"%d 0 R" % (1000 + n) for n in range(pages))
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (pages, kids)
    for n in range(pages):
        objects[1000 + n] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Rotate %d"
            b" /Resources << %b >> /Contents [%b] >>" % (rotate, RESOURCES, refs)
        )
    out = bytearray(b"%PDF-1.7\n")
    starts = {}
    for number, body in sorted(objects.items()):
        starts[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, start in sorted(starts.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, start)
    size = max(objects) + 1
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, table)
    return bytes(out)


def _stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (keys, len(data), data)


def pages_of(data: bytes) -> list[PDFPage]:
    return list(PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(data)))))


def stock(data: bytes) -> list[PageContent | str]:
    """What the stock interpreter makes of each page, or the error that it raises."""
    return _read(StockInterpreter, data)


def fast(data: bytes) -> list[PageContent | str | None]:
    """What the fast one makes of them; None where it leaves a page to the stock one."""
    return _read(FastInterpreter, data)


def _read(kind: type[StockInterpreter], data: bytes) -> list:
    shared = Shared(DEFAULT_LIMITS)
    out = []
    for number, page in enumerate(pages_of(data), 1):
        try:
            out.append(run_page(kind, page, number, shared))
        except Unknown:
            out.append(None)
        except Exception as error:
            out.append(repr(error))
    return out
