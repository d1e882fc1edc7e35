import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.document import Colour
from ifo_followup.reading.images import dominant_colour

GREEN = (0, 176, 80)
WHITE = (255, 255, 255)


def row(*pixels):
    return [sample for pixel in pixels for sample in pixel]


def test_the_colour_of_most_pixels_that_are_not_white(png):
    data = png([row(WHITE, GREEN, GREEN, WHITE), row(GREEN, GREEN, (90, 200, 120), WHITE)])
    assert dominant_colour(data) == Colour(*GREEN)


def test_transparent_pixels_do_not_count(png):
    clear, solid = (255, 0, 0, 0), (*GREEN, 255)
    assert dominant_colour(png([row(clear, clear, solid)], kind=6)) == Colour(*GREEN)
    assert dominant_colour(png([row(clear, clear)], kind=6)) is None


def test_palettes_and_greys(png):
    palette = bytes((*WHITE, *GREEN))
    assert dominant_colour(png([[0b01110000]], kind=3, depth=1, palette=palette)) == Colour(*GREEN)
    assert dominant_colour(png([[0, 1, 1]], kind=3, palette=palette)) == Colour(*GREEN)
    assert dominant_colour(png([[100, 100]], kind=0)) == Colour(100, 100, 100)
    assert dominant_colour(png([[100, 255]], kind=4)) == Colour(100, 100, 100)


@pytest.mark.parametrize(
    ("method", "rows"),
    [
        (1, [[*GREEN, 0, 0, 0], [*GREEN, 0, 0, 0]]),
        (2, [[*GREEN, *GREEN], [0] * 6]),
        (3, [[*GREEN, 0, 88, 40]]),
        (4, [[*GREEN, 0, 0, 0], [0] * 6]),
    ],
)
def test_every_filter(png, method, rows):
    assert dominant_colour(png(rows, filter_type=method)) == Colour(*GREEN)


def test_a_picture_of_many_colours_has_none(png):
    assert dominant_colour(png([row(*((n * 40, 0, 0) for n in range(6)))])) is None


def test_white_jpeg_and_huge_have_none(png):
    assert dominant_colour(png([row(WHITE)])) is None
    assert dominant_colour(b"\xff\xd8\xff\xe0 JPEG") is None
    assert dominant_colour(png([[0] * 3 * 600] * 600)) is None


@given(st.binary(max_size=60), st.integers(0, 80))
def test_damage_gives_none_or_a_colour(junk, at):
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\2\0\0\0\2\x08\2\0\0\0" + b"\0" * 40
    found = dominant_colour(data[:at] + junk + data[at:])
    assert found is None or isinstance(found, Colour)
