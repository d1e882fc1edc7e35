"""The paths of a page as pdfium tells them: asked for many at once, and put together."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import repeat

from attrs import frozen

from ifo_followup.errors import LimitExceeded
from ifo_followup.limits import Limits
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.paths import Point, Subpath
from ifo_followup.reading.pdf.pdfium_calls import Calls, into, numbers

Matrix = tuple[float, float, float, float, float, float]
# What pdfium says of a path: whether it is filled and stroked, its matrix, the width of its lines,
# whether it has a colour, and which; by how many paths it is clipped.
ToldPath = tuple[int, int, Matrix, float, int, tuple[int, int, int], int]
# And of its segments: what each is, whether it closes a piece (asked for where that may draw one
# more line only), and where it ends (x and y).
Segments = tuple[Sequence[int], Sequence[int], Sequence[float], Sequence[float]]

# The segments of paths are asked for together, about so many at once.
_AT_ONCE = 2_000
# pdfium's numbers for kinds of path segments (fpdf_edit.h)
_LINE, _BEZIER, _MOVE = 0, 1, 2
_STROKE = [_MOVE, _LINE]
_RECTANGLE = [_MOVE, _LINE, _LINE, _LINE, _LINE]


@frozen(eq=False)
class Paths:
    """Asks pdfium for paths."""

    calls: Calls
    limits: Limits

    def paths(self, drawn: list[int], page: int) -> Iterator[tuple[ToldPath, Segments]]:
        """What pdfium says of the paths of a page, asked for all of them at once."""
        calls, count = self.calls, len(drawn)
        modes, colours = numbers("i", 2 * count), numbers("I", 4 * count)
        matrices, widths = numbers("f", 6 * count), numbers("f", count)
        deque(map(calls.draw_mode, drawn, *into(modes, 2)), 0)
        deque(map(calls.matrix, drawn, into(matrices, 6)[0]), 0)
        coloured = list(map(calls.fill_colour, drawn, *into(colours, 4)))
        m, c = matrices, colours
        filled, stroked = modes[0::2], modes[1::2]
        for each, strokes, to in zip(drawn, stroked, into(widths, 1)[0], strict=True):
            if strokes:
                calls.stroke_width(each, to)
        sixths = zip(m[0::6], m[1::6], m[2::6], m[3::6], m[4::6], m[5::6], strict=True)
        tints = zip(c[0::4], c[1::4], c[2::4], strict=True)
        clips = map(calls.clip_paths, map(calls.clip, drawn))
        told = zip(filled, stroked, sixths, widths, coloured, tints, clips, strict=True)
        lengths = [
            length if fills or strokes else 0
            for length, fills, strokes in zip(
                map(calls.segments, drawn), filled, stroked, strict=True
            )
        ]
        return zip(told, self._segments(drawn, lengths, stroked, page), strict=True)

    def _segments(
        self, drawn: list[int], lengths: list[int], stroked: Sequence[int], page: int
    ) -> Iterator[Segments]:
        """The segments of each path, asked for together for as many paths as hold a few."""
        segment = self.calls.segment
        start = 0
        while start < len(drawn):
            end, count = start, 0
            while end < len(drawn) and (end == start or count + lengths[end] <= _AT_ONCE):
                count += lengths[end]
                end += 1
            if count > self.limits.page_paths:
                raise exceeded("lines and shapes", page)
            some: list[int] = []
            for each, length in zip(drawn[start:end], lengths[start:end], strict=True):
                some += map(segment, repeat(each), range(length))
            kinds, _, xs, ys = self.ends(some)
            at = 0
            for length, strokes in zip(lengths[start:end], stroked[start:end], strict=True):
                to = at + length
                closes: Sequence[int] = ()
                if strokes and length > len(_STROKE):
                    closes = list(map(self.calls.segment_closes, some[at:to]))
                yield kinds[at:to], closes, xs[at:to], ys[at:to]
                at = to
            start = end

    def ends(self, segments: list[int]) -> Segments:
        """What pdfium says of segments, by their addresses; not whether they close a piece."""
        calls = self.calls
        points = numbers("f", 2 * len(segments))
        deque(map(calls.segment_point, segments, *into(points, 2)), 0)
        kinds = list(map(calls.segment_kind, segments))
        return kinds, (), points[0::2], points[1::2]


def rectangle_of(segments: Segments, matrix: Matrix, height: float) -> Box | None:
    """The upright rectangle that a path is exactly, as nearly all filled ones are, else None."""
    kinds, _, xs, ys = segments
    a, b, c, d, e, f = matrix
    if kinds != _RECTANGLE or b or c:
        return None
    first, second = (xs, ys) if ys[0] == ys[1] else (ys, xs)
    if not (
        first[0] == first[3] == first[4]
        and first[1] == first[2]
        and second[0] == second[1] == second[4]
        and second[2] == second[3]
    ):
        return None
    left, right = a * xs[0] + e, a * xs[2] + e
    low, high = height - (d * ys[0] + f), height - (d * ys[2] + f)
    if right < left:
        left, right = right, left
    return Box(left, low, right, high) if low < high else Box(left, high, right, low)


def line_of(segments: Segments, matrix: Matrix, height: float) -> tuple[Point, Point] | None:
    """The two ends of the one line that a path is, as nearly all that are drawn are, else None."""
    kinds, _, xs, ys = segments
    if kinds != _STROKE:
        return None
    a, b, c, d, e, f = matrix
    (x0, x1), (y0, y1) = xs, ys
    return (
        (a * x0 + c * y0 + e, height - (b * x0 + d * y0 + f)),
        (a * x1 + c * y1 + e, height - (b * x1 + d * y1 + f)),
    )


def subpaths_of(segments: Segments, matrix: Matrix, height: float) -> list[Subpath]:
    """The pieces of a path under a matrix, on a page of this height."""
    kinds, closes, xs, ys = segments
    a, b, c, d, e, f = matrix
    ends = [(a * x + c * y + e, height - (b * x + d * y + f)) for x, y in zip(xs, ys, strict=True)]
    if kinds.count(_MOVE) == 1 and kinds[0] == _MOVE and _BEZIER not in kinds:
        # one piece of straight lines, as nearly all are
        return [Subpath(tuple(ends), False, any(closes))] if len(ends) > 1 else []
    out: list[Subpath] = []
    points: list[Point] = []
    curved = closed = False
    bezier = 0
    for kind, closing, end in zip(kinds, closes or repeat(0), ends, strict=False):
        if kind == _MOVE:
            if len(points) > 1:
                out.append(Subpath(tuple(points), curved, closed))
            points, curved, closed, bezier = [], False, False, 0
        elif kind == _BEZIER:
            curved = True
            bezier += 1
        if kind != _BEZIER or bezier % 3 == 0:
            points.append(end)
        if closing:
            closed = True
    if len(points) > 1:
        out.append(Subpath(tuple(points), curved, closed))
    return out


def exceeded(what: str, page: int) -> LimitExceeded:
    """The error that says what there is too much of."""
    return LimitExceeded(f"more {what} on a page than allowed", page=page)
