"""The second back end gives the same document, as near as pdfium tells."""

import sys
from collections import Counter
from pathlib import Path

import attrs
import pytest
from bare_pdf import bare_pdf
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Block
from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.model.values import Box
from ifo_followup.reading import read_document
from ifo_followup.reading.pdf import read_pdf
from ifo_followup.reading.pdf.content import Fill, PageContent, Rule, Run
from ifo_followup.reading.pdf.opening import open_pdf

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.pdf"))
# Standard fonts are not in the file: each library has its own widths for their rarer letters.
NEAR = 1.1

# what pdfium knows and pdfminer does not: the minus and the bullet of standard fonts
_LOOSE = {0x2212: "-", 0x2022: "\ufffd"}


def shape(value: object, loose: dict[int, str]) -> object:
    """A block without its places, and with its texts as they must agree."""
    if attrs.has(type(value)):
        return {
            field.name: shape(getattr(value, field.name), loose)
            for field in attrs.fields(type(value))
            if field.name != "place"
        }
    if isinstance(value, tuple):
        return [shape(item, loose) for item in value]
    return value.translate(loose) if isinstance(value, str) else value


def check(data: bytes, near: float = NEAR, loose: dict[int, str] | None = None) -> None:
    first, second = (read_document(data, backend=name) for name in ("pdfminer", "pdfium"))
    assert first.reader.startswith("pdfminer.six ")
    assert second.reader.startswith("pypdfium2 ")
    known = loose or {}
    assert shape(second.blocks, known) == shape(first.blocks, known)
    assert shape(second.furniture, known) == shape(first.furniture, known)
    assert (second.pages, second.metadata) == (first.pages, first.metadata)
    if not loose:
        assert second.warnings == first.warnings
    for one, other in zip(first.blocks, second.blocks, strict=True):
        assert _apart(one, other) <= near


def _apart(one: Block, other: Block) -> float:
    a, b = one.place.box, other.place.box
    assert one.place.page == other.place.page
    if a is None or b is None:
        return 0.0
    return max(abs(p - q) for p, q in zip(attrs.astuple(a), attrs.astuple(b), strict=True))


@pytest.fixture
def pdfium() -> None:
    pytest.importorskip("pypdfium2")


@pytest.mark.usefixtures("pdfium")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_examples(path: Path) -> None:
    check(path.read_bytes(), loose=_LOOSE)


@pytest.mark.corpus
@pytest.mark.usefixtures("pdfium")
def test_real_reports(real_pdf: Path) -> None:
    data = real_pdf.read_bytes()
    check(data, near=0.5)
    first, second = (open_pdf(data, backend=name).pages for name in ("pdfminer", "pdfium"))
    for one, other in zip(first, second, strict=True):
        texts = (
            Counter((r.text, r.style.size, r.style.bold) for r in page.runs)
            for page in (one, other)
        )
        assert next(texts) == next(texts)
        _same_shapes(one, other)


def _same_shapes(one: PageContent, other: PageContent) -> None:
    assert len(other.pictures) == len(one.pictures)
    for attribute in ("rules", "fills", "curves"):
        pairs = zip(getattr(one, attribute), getattr(other, attribute), strict=True)
        assert max((_off(a, b) for a, b in pairs), default=0.0) < 0.01


def _off(one: Rule | Fill | Box, other: Rule | Fill | Box) -> float:
    if isinstance(one, Fill) and isinstance(other, Fill):
        assert (other.colour, other.plain) == (one.colour, one.plain)
        one, other = one.box, other.box
    return max(abs(p - q) for p, q in zip(attrs.astuple(one), attrs.astuple(other), strict=True))


@pytest.mark.usefixtures("pdfium")
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 72 500 Td (plain text) Tj ET",
        b"BT /F1 12 Tf 72 500 Td (over the) Tj 0 -14 Td (lines) Tj ET",
        b"BT /F1 11 Tf 0 1 -1 0 72 300 Tm (upwards) Tj ET",
        b"BT /F1 12 Tf 72 500 Td 3 Tr (hidden) Tj 0 Tr 99 0 Td (shown) Tj ET",
        b"q 2 0 0 2 10 10 cm /X1 Do Q BT /F1 9 Tf 5 5 Td (after) Tj ET",
        b"q 50 50 100 100 re W n 0.5 g 0 0 400 600 re f Q BT /F1 9 Tf 60 60 Td (clipped) Tj ET",
        (
            b"0 0 1 rg 10 10 40 40 re 60 10 40 40 re f* BT /F2 9 Tf 20 20 Td (bold) Tj"
            b" 0 g /F1 9 Tf 200 200 Td (seen) Tj ET"
        ),
    ],
)
def test_drawing(content: bytes, rotate: int) -> None:
    check(bare_pdf([content], rotate=rotate))


@pytest.mark.usefixtures("pdfium")
@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 72 500 Td 14 TL (barn- ) Tj T* (och ungdomsvard) Tj ET",
        b"BT /F1 12 Tf 72 500 Td 14 TL (over-) Tj T* (sikt) Tj ET",
        b"BT /F1 12 Tf 72 500 Td [(wi) -40 (de) 60 (ned) -250 (and) -900 (apart)] TJ ET",
        b"BT /F1 12 Tf 72 500 Td [(drawn blank) -278 (moved)] TJ ET",
        b"BT /F1 12 Tf 72 500 Td 1 Tc 3 Tw (a b c d) Tj ET",
        b"BT /F1 12 Tf 72 500 Td (one ) Tj /F1 14 Tf (two) Tj ( three) Tj 5 Ts (up) Tj ET",
        b"BT /F1 12 Tf 60 Tz 72 500 Td (narrow words) Tj 0.2 0 0 rg ( red) Tj ET",
        b"1 0 0 RG 2 w 20 20 m 200 20 l 200 90 l S 0 1 0 rg 30 30 50 20 re B",
        b"0 0 1 rg 90 40 m 120 40 120 70 90 70 c f BT /F1 9 Tf 60 60 Td (x) Tj ET",
    ],
)
def test_content_is_the_same(content: bytes) -> None:
    data = bare_pdf([content])
    first, second = (list(open_pdf(data, backend=name).pages) for name in ("pdfminer", "pdfium"))
    for one, other in zip(first, second, strict=True):
        assert [_told(run) for run in other.runs] == [_told(run) for run in one.runs]
        _same_shapes(one, other)
        assert other.glyphs == one.glyphs


def _told(run: Run) -> tuple[object, ...]:
    # pdfium does not say what follows a hyphen at the end of a line if nothing does
    place = round(run.x0), round(run.baseline)
    return (
        run.text,
        run.style.size,
        run.style.bold,
        run.spaced,
        bool(run.followed),
        run.seen,
        *place,
    )


def small() -> bytes:
    sheet = Sheet()
    sheet.text(LEFT, 80, "two letters")
    sheet.rule(LEFT, 100, 200, 100)
    sheet.rule(LEFT, 120, 200, 120)
    sheet.page()
    sheet.text(LEFT, 80, "another page")
    return sheet.done()


@pytest.mark.usefixtures("pdfium")
@pytest.mark.parametrize("limit", ["page_characters", "page_paths", "pages"])
def test_limits(limit: str) -> None:
    with pytest.raises(LimitExceeded):
        read_pdf(small(), name=None, backend="pdfium", limits=Limits(**{limit: 1}))


@pytest.mark.usefixtures("pdfium")
def test_absurd_page_size() -> None:
    with pytest.raises(UnreadableDocument):
        read_pdf(small(), name=None, backend="pdfium", limits=Limits(page_side=800))


@pytest.mark.usefixtures("pdfium")
@pytest.mark.parametrize("found", [None, 7])
def test_where_it_finds_other_pages_it_is_not_used(
    monkeypatch: pytest.MonkeyPatch, found: int | None
) -> None:
    class Other:
        pages = found

    monkeypatch.setattr("ifo_followup.reading.pdf.pdfium.open_file", lambda _: found and Other())
    document = read_pdf(small(), name=None, backend="pdfium")
    assert document.reader.startswith("pdfminer.six ")
    assert document.warnings[0].startswith("pdfium ")
    assert document.warnings[0].endswith("pdfminer finds 2: read with pdfminer")


def test_without_the_package_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableDocument, match=r"ifo-followup\[fast\]") as caught:
        read_pdf(small(), name="x.pdf", backend="pdfium")
    assert caught.value.reason is Reason.UNSUPPORTED_VARIANT
    assert caught.value.document == "x.pdf"
    assert read_pdf(small(), name=None).reader.startswith("pdfminer.six ")
