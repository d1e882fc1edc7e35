"""Drawn paths -> rules and filled areas.

Producers draw the same table border as a line, as a stroked rectangle, as a thin filled rectangle,
or as a frame between two rectangles; afterwards all of them are rules.
"""

import itertools
from collections.abc import Sequence
from functools import cached_property

from attrs import define, frozen

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import Fill, Rule, area

# A filled rectangle at most this thick (points) is a rule; table borders reach 3 pt.
THIN = 3.2
# Points of a straight line may be this far off it (points): producers round coordinates.
STRAIGHT = 0.6
# Areas smaller than this (square points) are corner pieces and dust.
DUST = 1.0

Point = tuple[float, float]


@frozen
class Subpath:
    """One connected piece of a path: its corner points on the page, and whether it has curves."""

    points: tuple[tuple[float, float], ...]
    curved: bool
    closed: bool

    @cached_property
    def box(self) -> Box:
        """The box around its points."""
        xs, ys = zip(*self.points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def plain(self) -> bool:
        """Whether it is an upright rectangle."""
        if self.curved:
            return False
        points = list(self.points)
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        if len(points) != 4:
            return False
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
        if (ax == bx and by == cy and cx == dx and dy == ay) or (
            ay == by and bx == cx and cy == dy and dx == ax
        ):
            return True  # exactly, as nearly all are
        box = self.box
        x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
        for x, y in points:
            if x != x0 and x != x1 and not (abs(x - x0) < STRAIGHT or abs(x - x1) < STRAIGHT):
                return False
            if (
                y != top
                and y != bottom
                and not (abs(y - top) < STRAIGHT or abs(y - bottom) < STRAIGHT)
            ):
                return False
        return True


@define
class Ink:
    """What paths left on a page. `clip` boxes the area in which drawing shows."""

    rules: list[Rule]
    fills: list[Fill]
    curves: list[Box]

    @property
    def pieces(self) -> int:
        """How much there is, for the limit."""
        return len(self.rules) + len(self.fills) + len(self.curves)

    def stroke(self, subpaths: Sequence[Subpath], width: float, clip: Box | None) -> None:
        """Add the lines of stroked paths; curves and slanted lines are only counted."""
        half = min(max(width, 0.1), THIN) / 2
        for sub in subpaths:
            if sub.curved:
                self._curve(sub.box, clip)
                continue
            points = list(sub.points)
            if sub.closed and len(points) > 2 and points[0] != points[-1]:
                points.append(points[0])
            for start, end in itertools.pairwise(points):
                self._line(start, end, half, clip)

    def line(self, start: Point, end: Point, width: float, clip: Box | None) -> None:
        """Add one stroked line."""
        self._line(start, end, min(max(width, 0.1), THIN) / 2, clip)

    def _line(self, start: Point, end: Point, half: float, clip: Box | None) -> None:
        (xa, ya), (xb, yb) = start, end
        if xb < xa:
            xa, xb = xb, xa
        if yb < ya:
            ya, yb = yb, ya
        if yb - ya <= STRAIGHT:
            if xb - xa > STRAIGHT:
                y = (ya + yb) / 2
                self._rule(xa, y - half, xb, y + half, clip)
        elif xb - xa <= STRAIGHT:
            x = (xa + xb) / 2
            self._rule(x - half, ya, x + half, yb, clip)
        else:
            self._curve(Box(xa, ya, xb, yb), clip)

    def fill(
        self, subpaths: Sequence[Subpath], colour: Colour | None, order: int, clip: Box | None
    ) -> None:
        """Add filled paths: thin ones are rules, two nested rectangles are a frame's rules."""
        if len(subpaths) == 2 and all(sub.plain for sub in subpaths):
            first, second = sorted((sub.box for sub in subpaths), key=area, reverse=True)
            if _frames(first, second):
                for strip in _strips(first, second):
                    self._fill(strip, colour, order, True, clip)
                return
        for sub in subpaths:
            self._fill(sub.box, colour, order, sub.plain, clip)

    def rectangle(self, box: Box, colour: Colour | None, order: int, clip: Box | None) -> None:
        """Add one filled upright rectangle."""
        self._fill(box, colour, order, True, clip)

    def _fill(
        self, box: Box, colour: Colour | None, order: int, plain: bool, clip: Box | None
    ) -> None:
        shown = clipped(box, clip)
        if shown is None:
            return
        wide, high = shown.x1 - shown.x0, shown.bottom - shown.top
        if min(wide, high) <= THIN and max(wide, high) > 2.2 * min(wide, high):
            if colour is None or min(colour.red, colour.green, colour.blue) < 250:
                self.rules.append(Rule(shown.x0, shown.top, shown.x1, shown.bottom))
        elif area(shown) > DUST:
            self.fills.append(Fill(shown, colour, order, plain))

    def _rule(self, x0: float, top: float, x1: float, bottom: float, clip: Box | None) -> None:
        if clip is not None and not (
            clip.x0 <= x0 and x1 <= clip.x1 and clip.top <= top and bottom <= clip.bottom
        ):
            shown = clipped(Box(x0, top, x1, bottom), clip)
            if shown is None:
                return
            x0, top, x1, bottom = shown.x0, shown.top, shown.x1, shown.bottom
        self.rules.append(Rule(x0, top, x1, bottom))

    def _curve(self, box: Box, clip: Box | None) -> None:
        shown = clipped(box, clip)
        if shown is not None:
            self.curves.append(shown)


def clipped(box: Box, clip: Box | None) -> Box | None:
    """The part of a box that shows, or None."""
    if clip is None or (
        clip.x0 <= box.x0 <= box.x1 <= clip.x1 and clip.top <= box.top <= box.bottom <= clip.bottom
    ):
        return box
    out = Box(
        max(box.x0, clip.x0),
        max(box.top, clip.top),
        min(box.x1, clip.x1),
        min(box.bottom, clip.bottom),
    )
    return out if out.x0 <= out.x1 and out.top <= out.bottom else None


def _frames(outer: Box, inner: Box) -> bool:
    gaps = (
        inner.x0 - outer.x0,
        inner.top - outer.top,
        outer.x1 - inner.x1,
        outer.bottom - inner.bottom,
    )
    return all(-STRAIGHT <= gap <= THIN for gap in gaps) and area(inner) > DUST


def _strips(outer: Box, inner: Box) -> list[Box]:
    strips = [
        Box(outer.x0, outer.top, outer.x1, inner.top),
        Box(outer.x0, inner.bottom, outer.x1, outer.bottom),
        Box(outer.x0, outer.top, inner.x0, outer.bottom),
        Box(inner.x1, outer.top, outer.x1, outer.bottom),
    ]
    return [s for s in strips if s.x1 - s.x0 > 0.01 and s.bottom - s.top > 0.01]
