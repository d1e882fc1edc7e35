"""Rules and shaded areas -> the grid of a table whose columns are drawn."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import inf
from operator import itemgetter

from attrs import define, field

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import WHITE, Fill, PageContent, Rule, area, around
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable
from ifo_followup.reading.pdf.visible import same_colour

# Positions closer than this (points) are one border: rules have a thickness, shades end inside it.
SNAP = 3.0
# Pieces closer than this (points) touch.
TOUCH = 1.6
# A rule must cover this share of a cell's side to close it.
COVER = 0.6
# A shade smaller than this (points) is a letter's highlight or a dot, not a cell.
MIN_SHADE = 5.0
# A fill larger than this share of the page is its background.
BACKGROUND = 0.5
# A table with at most so many rules inside has them under its header only.
HEADER_RULES = 2
# More pieces than this, after merging, are a drawing; comparing them pairwise would take too long.
MAX_JOINED = 3_000


@define
class Region:
    """Rules and shades that touch: the skeleton of one table (or a frame, or a drawing).

    `pieces` are the horizontal rules as they were drawn, before those that touch became one.
    """

    box: Box
    hs: list[Rule] = field(factory=list)
    vs: list[Rule] = field(factory=list)
    shades: list[Fill] = field(factory=list)
    pieces: list[Rule] = field(factory=list)


def cluster(values: Iterable[float], snap: float = SNAP) -> list[float]:
    """Positions with near ones put together, in order."""
    out: list[list[float]] = []
    for value in sorted(values):
        if out and value - out[-1][0] <= snap:
            out[-1].append(value)
        else:
            out.append([value])
    return [sum(group) / len(group) for group in out]


def regions(page: PageContent) -> list[Region]:
    """The connected groups of rules and shades on a page, from top to bottom."""
    drawn = _merged([r for r in page.rules if r.horizontal], horizontal=True)
    hs = [_as_one(pieces) for pieces in drawn]
    upright = _merged([r for r in page.rules if not r.horizontal], horizontal=False)
    vs = [_as_one(pieces) for pieces in upright]
    shades = _once(f for f in page.fills if _is_shade(f, page))
    if len(hs) + len(vs) + len(shades) > MAX_JOINED:
        return []
    pieces = [(Box(r.x0, r.top, r.x1, r.bottom), r) for r in hs + vs]
    boxes = [box for box, _ in pieces] + [f.box for f in shades]
    groups = _touching(boxes)
    out = []
    for group in groups:
        region = Region(around([boxes[i] for i in group]))
        for i in group:
            if i < len(hs):
                region.hs.append(hs[i])
                region.pieces += drawn[i]
            elif i < len(hs) + len(vs):
                region.vs.append(vs[i - len(hs)])
            else:
                region.shades.append(shades[i - len(hs) - len(vs)])
        out.append(region)
    return sorted(out, key=lambda r: (r.box.top, r.box.x0))


def _is_shade(fill: Fill, page: PageContent) -> bool:
    box = fill.box
    return (
        fill.plain
        and min(box.x1 - box.x0, box.bottom - box.top) >= MIN_SHADE
        and area(box) <= BACKGROUND * page.width * page.height
        and fill.colour is not None
        and not same_colour(fill.colour, WHITE, 4)
    )


def _once(fills: Iterable[Fill]) -> list[Fill]:
    """The last fill of those drawn over one another in the same place."""
    last: dict[tuple[int, int, int, int], Fill] = {}
    for fill in fills:
        box = fill.box
        last[round(box.x0), round(box.top), round(box.x1), round(box.bottom)] = fill
    return list(last.values())


def _merged(rules: list[Rule], *, horizontal: bool) -> list[list[Rule]]:
    """Rules drawn in pieces, or twice: the pieces of each."""
    # where each lies across, begins and ends
    placed = [(_y(r), r.x0, r.x1, r) if horizontal else (_x(r), r.top, r.bottom, r) for r in rules]
    placed.sort(key=itemgetter(0))
    out: list[list[Rule]] = []
    first = 0
    while first < len(placed):
        last = bisect_right(placed, placed[first][0] + 1.0, lo=first, key=itemgetter(0))
        reach = -inf
        for _, start, end, piece in sorted(placed[first:last], key=itemgetter(1)):
            if start - reach > TOUCH:
                out.append([])
                reach = end
            reach = max(reach, end)
            out[-1].append(piece)
        first = last
    return out


def _as_one(pieces: Sequence[Rule]) -> Rule:
    if len(pieces) == 1:
        return pieces[0]
    return Rule(
        min([p.x0 for p in pieces]),
        min([p.top for p in pieces]),
        max([p.x1 for p in pieces]),
        max([p.bottom for p in pieces]),
    )


def _touching(boxes: Sequence[Box]) -> list[list[int]]:
    parent = list(range(len(boxes)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(boxes)), key=lambda i: boxes[i].top)
    # those that reach down to the next box: how far they touch downwards, to the left and right
    active: list[tuple[float, float, float, int]] = []
    for i in order:
        box = boxes[i]
        x0, top, x1 = box.x0, box.top, box.x1
        active = [near for near in active if near[0] >= top]
        own = i
        for _, left, right, j in active:
            if left <= x1 and x0 <= right and parent[j] != own:
                other = root(j)
                if other != own:
                    parent[own] = own = other
        active.append((box.bottom + TOUCH, x0 - TOUCH, x1 + TOUCH, i))
    groups: dict[int, list[int]] = {}
    for i in range(len(boxes)):
        groups.setdefault(root(i), []).append(i)
    return list(groups.values())


def inner_columns(region: Region) -> list[float]:
    """Positions of vertical rules inside a region that reach along a good part of it."""
    high = region.box.bottom - region.box.top
    reach: dict[int, float] = {}
    positions = cluster(_x(v) for v in region.vs)
    for v in region.vs:
        at = _nearest(positions, _x(v))
        reach[at] = reach.get(at, 0.0) + v.bottom - v.top
    return [
        x
        for i, x in enumerate(positions)
        if reach.get(i, 0.0) >= 0.35 * high and region.box.x0 + SNAP < x < region.box.x1 - SNAP
    ]


def ruled_table(region: Region, page: int) -> DraftTable:
    """The grid of a region with vertical rules: cells from the rules and shades between them."""
    xs = cluster([_x(v) for v in region.vs] + _side_edges(region))
    xs = _with_ends(xs, region.box.x0, region.box.x1)
    ends = [region.box.top, region.box.bottom] if region.vs else []
    ys = cluster([_y(h) for h in region.hs] + ends + _level_edges(region, xs))
    columns, rows = len(xs) - 1, len(ys) - 1
    walls = _Walls(region, xs, ys)
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for r in range(rows):
        for c in range(columns):
            if taken[r][c]:
                continue
            wide = 1
            while c + wide < columns and not taken[r][c + wide] and not walls.left(r, c + wide):
                wide += 1
            high = 1
            while r + high < rows and walls.goes_down(r + high, c, wide):
                high += 1
            for i in range(r, r + high):
                for j in range(c, c + wide):
                    taken[i][j] = True
            box = Box(xs[c], ys[r], xs[c + wide], ys[r + high])
            cells.append(DraftCell(r, c, high, wide, box, page, drawn=True))
    table = DraftTable(cells, xs, Box(xs[0], ys[0], xs[-1], ys[-1]), page, ruled=True)
    table.open_top = not walls.closed(0)
    table.open_bottom = not walls.closed(rows)
    return table


class _Walls:
    """Which sides of the elementary cells of a grid are closed by a rule or a shade's edge."""

    def __init__(self, region: Region, xs: list[float], ys: list[float]) -> None:
        self.xs, self.ys = xs, ys
        columns, rows = len(xs) - 1, len(ys) - 1
        self._side = [[0.0] * (columns + 1) for _ in range(rows)]
        self._level = [[0.0] * columns for _ in range(rows + 1)]
        for v in region.vs:
            self._cover_side(_x(v), v.top, v.bottom)
        for h in region.hs:
            self._cover_level(_y(h), h.x0, h.x1)
        self._ruled = [sum(row) for row in self._level]
        few = sum(self._ruled[k] > 0 for k in range(1, rows)) <= HEADER_RULES
        for shade in region.shades:
            box = shade.box
            for x in (box.x0, box.x1):
                self._cover_side(x, box.top, box.bottom)
            for y in (box.top, box.bottom):
                # a rule on this level says which cells end here; where it leaves some out, shades
                # of one merged cell, drawn row by row, must not part it
                if self._ruled[_nearest(ys, y)]:
                    continue
                # without rules between rows, a coloured cell shows where its whole row ends
                self._cover_level(y, *((xs[0], xs[-1]) if few else (box.x0, box.x1)))

    def _cover_side(self, x: float, top: float, bottom: float) -> None:
        k = _nearest(self.xs, x)
        if abs(self.xs[k] - x) > SNAP:
            return
        for r in range(max(0, bisect_right(self.ys, top) - 1), len(self.ys) - 1):
            if self.ys[r] >= bottom:
                break
            low, high = self.ys[r], self.ys[r + 1]
            if top <= low and high <= bottom:
                self._side[r][k] += 1.0
            else:
                self._side[r][k] += max(0.0, min(bottom, high) - max(top, low)) / (high - low)

    def _cover_level(self, y: float, x0: float, x1: float) -> None:
        k = _nearest(self.ys, y)
        if abs(self.ys[k] - y) > SNAP:
            return
        for c in range(max(0, bisect_right(self.xs, x0) - 1), len(self.xs) - 1):
            if self.xs[c] >= x1:
                break
            low, high = self.xs[c], self.xs[c + 1]
            if x0 <= low and high <= x1:
                self._level[k][c] += 1.0
            else:
                self._level[k][c] += max(0.0, min(x1, high) - max(x0, low)) / (high - low)

    def left(self, row: int, column: int) -> bool:
        """Whether the left side of an elementary cell is closed."""
        return self._side[row][column] >= COVER

    def goes_down(self, row: int, column: int, wide: int) -> bool:
        """Whether a cell above this row goes on in it: nothing between them, and the same sides."""
        last = column + wide
        side = self._side[row]
        if max(self._level[row][column:last]) >= COVER:
            return False
        if wide > 1 and max(side[column + 1 : last]) >= COVER:
            return False
        left = column == 0 or side[column] >= COVER
        return left and (last == len(self.xs) - 1 or side[last] >= COVER)

    def closed(self, level: int) -> bool:
        """Whether a rule runs along most of this level."""
        return self._ruled[level] >= COVER * len(self._level[level])


def _x(rule: Rule) -> float:
    return (rule.x0 + rule.x1) / 2


def _y(rule: Rule) -> float:
    return (rule.top + rule.bottom) / 2


def _nearest(positions: Sequence[float], value: float) -> int:
    """Which of some positions, in order, is the nearest; the first where two are as near."""
    i = bisect_left(positions, value)
    if i == len(positions) or (i and value - positions[i - 1] <= positions[i] - value):
        return i - 1
    return i


def _with_ends(xs: list[float], x0: float, x1: float) -> list[float]:
    """Column borders, with the table's sides where they are not ruled."""
    if not xs or xs[0] - x0 > 2 * SNAP:
        xs = [x0, *xs]
    if x1 - xs[-1] > 2 * SNAP:
        xs = [*xs, x1]
    return xs


def _side_edges(region: Region) -> list[float]:
    """The x where two shades of one row meet: a border without a rule."""
    out = []
    shades = sorted(region.shades, key=lambda f: f.box.x0)
    by_right: dict[int, list[Fill]] = {}
    for shade in shades:
        by_right.setdefault(round(shade.box.x1), []).append(shade)
    for shade in shades:
        near = round(shade.box.x0)
        for other in (o for k in range(near - 2, near + 2) for o in by_right.get(k, ())):
            if _beside(other.box, shade.box):
                out.append(shade.box.x0)
                break
    return out


def _beside(a: Box, b: Box) -> bool:
    """Whether two shades stand in one row, or one of them, merged, in several with the other."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    least = min(a.bottom - a.top, b.bottom - b.top)
    level = abs(a.top - b.top) < SNAP or abs(a.bottom - b.bottom) < SNAP
    return level and shared > least - SNAP


def _level_edges(region: Region, xs: list[float]) -> list[float]:
    """The y where a shade that fills whole columns begins or ends."""
    out = []
    for shade in region.shades:
        box = shade.box
        if all(abs(xs[_nearest(xs, x)] - x) <= SNAP for x in (box.x0, box.x1)):
            out += [box.top, box.bottom]
    return out


def side_edges(region: Region) -> list[float]:
    """All column borders that shades standing side by side give, with both ends; or nothing."""
    inner = cluster(_side_edges(region))
    return _with_ends(inner, region.box.x0, region.box.x1) if inner else []
