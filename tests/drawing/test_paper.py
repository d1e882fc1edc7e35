"""Pictures of pages: what stands in a box of the reader stands there in the picture."""

import builtins
import io
import math

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from raw_pdf import one

from ifo_followup.corridor import open_document
from ifo_followup.drawing.paper import load, opened, over
from ifo_followup.drawing.resolution import Resolution
from ifo_followup.drawing.sheet import Sheet, width_of, wrapped
from ifo_followup.errors import ExtraMissing, LimitExceeded, UnreadableDocument
from ifo_followup.limits import Limits

WORD = b"BT /F1 24 Tf %s 100 120 Tm (Hej) Tj ET"
UPRIGHT = {0: b"1 0 0 1", 90: b"0 1 -1 0", 180: b"-1 0 0 -1", 270: b"0 -1 1 0"}
INK = 120  # darker than this is ink


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box of what is dark."""
    found = picture.convert("L").point(lambda value: 255 * (value < INK)).getbbox()
    assert found is not None
    return found


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("box", "crop"),
    [
        (b"[0 0 300 400]", b""),
        (b"[-50 -70 300 400]", b""),
        (b"[0 0 300 400]", b"/CropBox [40 40 200 200]"),
        (b"[10 20 300 400]", b"/CropBox [-100 50 180 900]"),
    ],
)
def test_boxes_of_the_reader_fit_the_picture(turn: int, box: bytes, crop: bytes):
    data = one(WORD % UPRIGHT[turn], box=box, extra=b"/Rotate %d %s" % (turn, crop))
    document = open_document(data)
    (block,) = document.blocks
    place = block.place
    with opened(data) as paper:
        assert paper.pages == document.pages == 1
        width, height = paper.size(1)
        left, top, right, bottom = (edge / paper.scale(1) for edge in ink(paper.picture(1)))
    assert (width > height) == (turn in (90, 270))
    # the reader's box is that of the line, which is higher than its letters
    assert place.box.x0 - 2 <= left <= right <= place.box.x1 + 2
    assert place.box.top - 2 <= top <= bottom <= place.box.bottom + 2
    grown = (place.box.x1 - place.box.x0) * (place.box.bottom - place.box.top)
    assert (right - left) * (bottom - top) > 0.4 * grown


@given(
    width=st.floats(0.01, 14_400),
    height=st.floats(0.01, 14_400),
    dpi=st.integers(36, 600),
    side=st.integers(100, 20_000),
    points=st.integers(10_000, 100_000_000),
)
def test_no_page_makes_too_large_a_picture(width, height, dpi, side, points):
    scale = Resolution(dpi=dpi, most_side=side, most_points=points).scale(width, height)
    assert 0 < scale <= dpi / 72
    assert max(width, height) * scale <= side * 1.0001
    assert width * height * scale * scale <= points * 1.0001


def test_bounds_are_checked():
    with pytest.raises(ValueError, match="dpi"):
        Resolution(dpi=5_000)
    with pytest.raises(ValueError, match="most_points"):
        Resolution(most_points=10**12)


@pytest.mark.parametrize(
    ("box", "size"), [(b"[0 0 14400 14400]", 4_900), (b"[0 0 14400 3]", 6_000), (b"[0 0 4 4]", 9)]
)
def test_odd_pages_give_bounded_pictures(box: bytes, size: int):
    with opened(one(box=box)) as paper:
        picture = paper.picture(1)
        sheet = Sheet(*paper.size(1))
        assert over(picture, sheet, paper.scale(1)).size == picture.size
    assert max(picture.size) <= size


def test_a_page_larger_than_allowed_is_refused():
    data = one(box=b"[0 0 9000 9000]")
    with (
        opened(data, limits=Limits(page_side=500.0)) as paper,
        pytest.raises(LimitExceeded, match="page_side"),
    ):
        paper.picture(1)


def test_more_pages_than_allowed_are_refused():
    with pytest.raises(LimitExceeded, match="pages"), opened(made(2), limits=Limits(pages=1)):
        pass


def made(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(100, 100)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


@pytest.mark.parametrize("number", [0, 3, 99])
def test_a_page_that_is_not_there(number: int):
    with opened(made(2)) as paper, pytest.raises(UnreadableDocument, match="cannot be drawn"):
        paper.picture(number)


def test_what_pdfium_cannot_open():
    with pytest.raises(UnreadableDocument, match="pdfium does not open"), opened(b"%PDF-1.7 no"):
        pass


@pytest.mark.parametrize("package", ["PIL", "pypdfium2"])
def test_a_missing_extra_is_named(package: str, monkeypatch: pytest.MonkeyPatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name.split(".")[0] == package:
            raise ImportError(f"No module named {package!r}")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissing, match=r"pip install '\.\[draw\]'"):
        load()


# -- sheets


def shown(sheet: Sheet) -> Image.Image:
    return over(Image.new("RGB", (1, 1), "white"), sheet, 2.0)


def written(sheet: Sheet) -> str:
    document = pypdfium2.PdfDocument(sheet.to_pdf())
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    return text


def test_words_of_a_sheet_are_swedish_and_escaped():
    sheet = Sheet(400, 100)
    sheet.text(10, 40, "Åtgärd för mål (50 %) \\ – “så”", 12)
    assert written(sheet) == "Åtgärd för mål (50 %) \\ – “så”"


@given(st.text(max_size=60))
def test_no_text_breaks_a_sheet(text: str):
    sheet = Sheet(300, 60)
    sheet.text(5, 30, text, 9)
    sheet.text(5, 50, "sist", 9)
    assert written(sheet).endswith("sist")


def test_a_box_is_washed_and_lined_where_it_stands():
    sheet = Sheet(100, 100)
    sheet.box(20, 30, 60, 50, wash=(255, 200, 200), line=(200, 0, 0), thick=2)
    picture = shown(sheet)
    assert picture.size == (200, 200)
    assert picture.getpixel((80, 80)) == (255, 200, 200)
    assert picture.getpixel((40, 80)) == (200, 0, 0)
    assert picture.getpixel((160, 80)) == (255, 255, 255)


odd = st.floats(allow_nan=True, allow_infinity=True)


@given(odd, odd, odd, odd)
def test_odd_boxes_are_passed_over_or_cut(x0: float, top: float, x1: float, bottom: float):
    sheet = Sheet(100, 100)
    sheet.box(x0, top, x1, bottom, line=(200, 0, 0), thick=2)
    sheet.hatch(x0, top, x1, bottom, (200, 0, 0), 5)
    assert b"nan" not in sheet.to_pdf()
    assert b"inf" not in sheet.to_pdf()
    sheet.box(90, 90, 98, 98, wash=(0, 0, 255))
    assert shown(sheet).getpixel((188, 188))[2] == 255


def test_a_wash_hides_no_print():
    paper = Image.new("RGB", (200, 200), "white")
    paper.paste((0, 0, 0), (40, 40, 60, 60))
    sheet = Sheet(100, 100)
    sheet.box(0, 0, 100, 100, wash=(180, 210, 240))
    both = over(paper, sheet, 2.0)
    assert both.getpixel((50, 50)) == (0, 0, 0)
    assert both.getpixel((150, 150)) == (180, 210, 240)


@given(st.text(alphabet="abc ÅÄÖ.…mW-", max_size=300), st.floats(20, 500), st.integers(1, 4))
def test_wrapped_lines_fit(text: str, width: float, most: int):
    lines = wrapped(text, width, 8.0, most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line, 8.0) <= width or line == "…" for line in lines)
    if sum(map(len, lines)) > 0 and not any("…" in line for line in lines):
        assert " ".join(lines).split() == text.split()


def test_widths_are_about_right():
    words = "Andel barn och unga i familjehem, Mål 2018: 1 234,5 (tkr) WWW iii"
    sheet = Sheet(900, 50)
    sheet.text(10, 30, words, 10)
    left, _, right, _ = ink(shown(sheet))
    real = (right - left) / 2
    assert real <= width_of(words, 10) <= 1.2 * real
    assert math.isclose(width_of(words, 20), 2 * width_of(words, 10))
