"""Upright rectangles, which a short cut takes, are what the paths in general make of them."""

from hypothesis import example, given
from hypothesis import strategies as st

from ifo_followup.reading.pdf.pdfium_paths import rectangle_of, subpaths_of

LINE, CURVE, MOVE = 0, 1, 2
HEIGHT = 842.0

lengths = st.integers(-200, 200).map(lambda n: n / 4)
scales = st.sampled_from((1.0, -1.0, 0.75, 2.0))


@st.composite
def corners(draw: st.DrawFn) -> list[tuple[float, float]]:
    x, y, wide, high = draw(st.tuples(lengths, lengths, lengths, lengths))
    around = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)]
    around = around[::-1] if draw(st.booleans()) else around
    if draw(st.booleans()):
        around[draw(st.integers(0, 4))] = (draw(lengths), draw(lengths))
    return around


@given(
    corners(),
    st.lists(st.sampled_from((LINE, MOVE, CURVE)), min_size=4, max_size=4) | st.just([LINE] * 4),
    st.tuples(scales, st.sampled_from((0.0, 0.5)), st.just(0.0), scales, lengths, lengths),
)
@example([(0, 0), (9, 0), (9, 5), (0, 5), (0, 0)], [LINE] * 4, (1, 0, 0, 1, 0, 0))
@example([(0, 0), (0, 5), (9, 5), (9, 0), (0, 0)], [LINE] * 4, (1, 0, 0, 1, 0, 0))
def test_a_rectangle_is_the_box_of_its_only_piece(points, kinds, matrix):
    xs, ys = zip(*points, strict=True)
    segments = ([MOVE, *kinds], (), xs, ys)
    box = rectangle_of(segments, matrix, HEIGHT)
    if box is None:
        return
    (piece,) = subpaths_of(segments, matrix, HEIGHT)
    assert piece.plain
    assert piece.box == box


def test_rectangles_are_taken():
    for points in (
        [(0, 0), (9, 0), (9, 5), (0, 5), (0, 0)],
        [(0, 0), (0, 5), (9, 5), (9, 0), (0, 0)],
    ):
        xs, ys = zip(*points, strict=True)
        segments = ([MOVE, LINE, LINE, LINE, LINE], (), xs, ys)
        assert rectangle_of(segments, (1, 0, 0, 1, 0, 0), HEIGHT) is not None
        turned = (0, 1, -1, 0, 0, 0)
        assert rectangle_of(segments, turned, HEIGHT) is None
