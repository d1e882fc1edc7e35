"""The second back end gives the same document, as near as pdfium tells."""

import os
import sys
from pathlib import Path

import attrs
import pytest
from bare_pdf import bare_pdf
from pdf_sheets import LEFT, Sheet

from ifo_followup.document import Block
from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.reading import read_document
from ifo_followup.reading.pdf import read_pdf

CORPUS = Path(os.environ.get("IFO_CORPUS", "/nonexistent"))
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.pdf"))
# Standard fonts are not in the file: each library has its own widths for their rarer letters.
NEAR = 1.1

# what the two libraries are known to tell apart: how a hyphen at a line's end and the minus of the
# symbol font are written, and a letter that one of them does not know
_LOOSE = str.maketrans(dict.fromkeys(" -−­\ufffd\n", ""))


def shape(value: object) -> object:
    """A block without its places, and with its texts as they must agree."""
    if attrs.has(type(value)):
        return {
            field.name: shape(getattr(value, field.name))
            for field in attrs.fields(type(value))
            if field.name != "place"
        }
    if isinstance(value, tuple):
        return [shape(item) for item in value]
    return value.translate(_LOOSE) if isinstance(value, str) else value


def check(data: bytes, near: float = NEAR) -> None:
    first, second = (read_document(data, backend=name) for name in ("pdfminer", "pdfium"))
    assert first.reader.startswith("pdfminer.six ")
    assert second.reader.startswith("pypdfium2 ")
    assert [shape(b) for b in second.blocks] == [shape(b) for b in first.blocks]
    assert [shape(f) for f in second.furniture] == [shape(f) for f in first.furniture]
    assert (second.pages, second.metadata) == (first.pages, first.metadata)
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
    check(path.read_bytes())


@pytest.mark.corpus
@pytest.mark.usefixtures("pdfium")
@pytest.mark.parametrize(
    "path", sorted(CORPUS.glob("corpus/facsimile/*.pdf")), ids=lambda p: p.name
)
def test_real_reports(path: Path) -> None:
    check(path.read_bytes(), near=0.5)


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
        b"0 0 1 rg 10 10 40 40 re 60 10 40 40 re f* BT /F2 9 Tf 20 20 Td (bold) Tj"
        b" 0 g /F1 9 Tf 200 200 Td (seen) Tj ET",
    ],
)
def test_drawing(content: bytes, rotate: int) -> None:
    check(bare_pdf([content], rotate=rotate))


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

    monkeypatch.setattr(
        "ifo_followup.reading.pdf.pdfium.open_file", lambda _: found and Other()
    )
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
