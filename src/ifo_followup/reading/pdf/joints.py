"""Tables without vertical rules whose cells show all the same: each has a rule or shade of its own.

Many producers draw the lower and upper border of every cell by itself. Where one piece ends and
the next begins is a border between columns, and a piece over several columns is a merged cell's.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from attrs import define

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.columns import ALIGNED, span_of
from ifo_followup.reading.pdf.content import Fill, Rule
from ifo_followup.reading.pdf.grid import SNAP, TOUCH, Region, cluster, side_edges
from ifo_followup.reading.pdf.lines import Line, bullet
from ifo_followup.reading.pdf.spanned import Span, goes_on, level_under_heads, parted_groups

# A piece shorter than this (points) is a corner's or a dash, not a cell's.
MIN_PIECE = 6.0
# More columns than this are no table's.
MAX_COLUMNS = 60
# Text of a cell stands at least this far (points) inside its sides.
SET_IN = 1.0
# Text stands at most this far (em) from the rule above or below its row.
PADDING = 0.95
# Paragraphs of one cell are at most this far apart (em).
PARAGRAPHS_APART = 2.0
# The text of one table differs in size by at most this share.
SAME_SIZE = 0.12
# Columns that more than this share of the lines run across are none.
CROSSED = 0.1
# So many regions above and below one are looked at for the next table: a page has fewer.
NEAR = 40
# A table shares this much of the width of the one above or below it, at least.
WIDE = 0.4
# White this wide (em) parts two texts; the blanks of typewriter faces are as wide as 0.6.
GAP = 0.7
# Shades over this share of a table's width reach from side to side.
ACROSS = 0.97
# A shade over this share of a row's height is one of its cells'.
COVER = 0.6


def joint_edges(region: Region) -> list[float]:
    """All column borders that the pieces of a region's rules show, with both ends; or nothing."""
    levels: dict[int, list[tuple[float, float]]] = {}
    for piece in region.pieces:
        levels.setdefault(round(piece.top + piece.bottom), []).append((piece.x0, piece.x1))
    found = cluster(x for pieces in levels.values() for x in _joints(pieces))
    if len(found) >= MAX_COLUMNS:
        return []
    if not found:
        # on a page without its header, a table of stripes has no rules at all
        return side_edges(region) if not region.hs and _shaded_across(region) else []
    found = cluster([*found, *side_edges(region)[1:-1]])
    inner = [x for x in found if region.box.x0 + SNAP < x < region.box.x1 - SNAP]
    return [region.box.x0, *inner, region.box.x1] if inner else []


def _shaded_across(region: Region) -> bool:
    """Whether several rows have shades, side by side from one side to the other."""
    rows = [
        [s.box.x1 - s.box.x0 for s in region.shades if abs(s.box.top - top) <= SNAP]
        for top in cluster(s.box.top for s in region.shades)
    ]
    wide = region.box.x1 - region.box.x0
    return len(rows) > 1 and all(len(r) > 1 and sum(r) >= ACROSS * wide for r in rows)


def _joints(parts: Iterable[tuple[float, float]]) -> list[float]:
    """Where one piece ends and another begins."""
    long = [p for p in parts if p[1] - p[0] >= MIN_PIECE]
    ends = sorted(b for _, b in long)
    out = []
    for start in sorted({a for a, _ in long}):
        i = bisect_left(ends, start - TOUCH)
        if i < len(ends) and ends[i] <= start + TOUCH:
            out.append(start)
    return out


@define
class _Row:
    """What stands between two levels.

    `over` and `under` are the columns of each piece of the rules there, if there are any.
    """

    top: float
    bottom: float
    lines: list[Line]
    over: set[Span] | None
    under: set[Span] | None


def with_sides(
    region: Region,
    lines: Sequence[Line],
    others: Sequence[Region] = (),
    signs: Sequence[Box] = (),
) -> Region | None:
    """The region with the sides of its cells drawn in, or None if its pieces show none.

    Rows that a page break, or the lack of a rule, left open above or below are taken in;
    what stands in `others` is theirs. `signs` are the boxes of small shapes, from top to bottom.
    """
    edges = joint_edges(region)
    if not edges:
        return None
    inside = [x for x in lines if _within(x, region.box)]
    lines = free_lines(region, lines, others)
    above, below = _beyond(region, edges, inside, lines)
    inside = [*above, *inside, *below]
    if not inside:
        return None
    top = min([region.box.top, *(x.top for x in above)])
    bottom = max([region.box.bottom, *(x.bottom for x in below)])
    if not below:
        free = [s for s in signs if not any(x.top < s.bottom and s.top < x.bottom for x in lines)]
        bottom = _under_signs(bottom, edges, free, inside[-1].size)
    out = Region(Box(edges[0], top, edges[-1], bottom), [*region.hs], [], [*region.shades])
    levels = cluster(
        [top, bottom]
        + [(h.top + h.bottom) / 2 for h in region.hs]
        + [y for s in region.shades for y in (s.box.top, s.box.bottom)]
    )
    drawn = _pieces_at(region.pieces, levels, edges)
    rows = [
        _Row(a, b, [], over, under)
        for (a, over), (b, under) in pairwise(zip(levels, drawn, strict=True))
    ]
    for line in inside:
        y = line.baseline - 0.3 * line.size
        home = next((r for r in rows if r.top <= y <= r.bottom), None)
        if home is not None:
            home.lines.append(line)
    crossed = 0
    for row in chain.from_iterable(_without_group_heads(r, edges, out) for r in rows):
        spans = _spans(row, region, edges)
        closed = [k for k in range(len(edges)) if not any(a < k <= b for a, b in spans)]
        out.vs += [Rule(edges[k], row.top, edges[k], row.bottom) for k in closed]
        inner = [edges[k] for k in closed[1:-1]]
        crossed += sum(_crosses(line, inner) for line in row.lines)
    return out if crossed <= CROSSED * len(inside) else None


def free_lines(region: Region, lines: Sequence[Line], others: Sequence[Region]) -> list[Line]:
    """The lines that stand nearer to a region than the next table above and below it.

    `others` are all regions of the page from top to bottom; narrow ones are no tables.
    """
    box = region.box
    at = bisect_left(others, box.bottom - SNAP, key=lambda r: r.box.top)
    below = (r.box.top for r in others[at : at + NEAR] if _as_wide(r.box, box))
    above = (r.box.bottom for r in reversed(others[max(0, at - NEAR) : at]) if _over(r.box, box))
    bottom, top = next(below, None), next(above, None)
    return [
        x
        for x in lines
        if (bottom is None or x.baseline - 0.3 * x.size < bottom)
        and (top is None or x.baseline - 0.3 * x.size > top)
    ]


def _over(other: Box, box: Box) -> bool:
    return other.bottom <= box.top + SNAP and _as_wide(other, box)


def _as_wide(other: Box, box: Box) -> bool:
    """Whether a region stands in the same columns of the page as another, not much narrower."""
    shared = min(other.x1, box.x1) - max(other.x0, box.x0)
    return shared >= WIDE * (box.x1 - box.x0)


def is_striped(region: Region) -> bool:
    """Whether shades alone part some rows of a region."""
    rules = [(h.top + h.bottom) / 2 for h in region.hs]
    ends = (region.box.top, region.box.bottom)
    levels = [y for s in region.shades for y in (s.box.top, s.box.bottom)]
    return any(min(abs(y - x) for x in (*rules, *ends)) > SNAP for y in levels)


def _within(line: Line, box: Box) -> bool:
    y = line.baseline - 0.3 * line.size
    return box.top <= y <= box.bottom and line.x0 >= box.x0 - SNAP and line.x1 <= box.x1 + SNAP


def _crosses(line: Line, borders: Sequence[float]) -> bool:
    """Whether a word of a line stands on a border."""
    slack = 0.25 * line.size
    return any(run.x0 + slack < x < run.x1 - slack for run in line.runs for x in borders)


def _beyond(
    region: Region,
    edges: Sequence[float],
    inside: Sequence[Line],
    lines: Sequence[Line],
) -> tuple[list[Line], list[Line]]:
    """The lines of the rows that stand over the first and under the last rule or shade."""
    above: list[Line] = []
    top = region.box.top
    for line in reversed(lines):
        y = line.baseline - 0.3 * line.size
        if y >= region.box.top:
            continue
        gap = top - line.bottom
        apart = PARAGRAPHS_APART if above else PADDING
        if gap > apart * line.size or not _in_cells(line, edges, [*inside, *above]):
            break
        above.insert(0, line)
        top = line.top
    below: list[Line] = []
    bottom = region.box.bottom
    for line in lines:
        y = line.baseline - 0.3 * line.size
        if y <= region.box.bottom:
            continue
        gap = line.top - bottom
        apart = PARAGRAPHS_APART if below else PADDING
        if gap > apart * line.size or not _in_cells(line, edges, [*inside, *below]):
            break
        below.append(line)
        bottom = line.bottom
    return above, below


def _under_signs(bottom: float, edges: Sequence[float], signs: Sequence[Box], size: float) -> float:
    """Where a last row ends that holds nothing but small shapes, or `bottom` if there is none."""
    near = [
        s
        for s in signs
        if bottom < s.top <= bottom + PADDING * size and edges[0] < s.x0 and s.x1 < edges[-1]
    ]
    columns = [bisect_left(edges, s.x0) for s in near]
    if not near or len(set(columns)) < len(columns):
        return bottom
    return max(s.bottom for s in near) + SET_IN


def _in_cells(line: Line, edges: Sequence[float], others: Sequence[Line]) -> bool:
    """Whether all texts of a line are set in from the sides of columns, and in none runs over."""
    if bullet(line) or (others and abs(line.size - others[0].size) > SAME_SIZE * line.size):
        return False
    starts = {(c, x0) for x in others for c, (x0, _) in _texts(x, edges).items()}
    for column, (x0, x1) in _texts(line, edges).items():
        if x0 < edges[column] + SET_IN or x1 > edges[column + 1]:
            return False
        at = [x for c, x in starts if c == column]
        if at and not any(abs(x0 - x) <= ALIGNED for x in at):
            return False
    return True


def _texts(line: Line, edges: Sequence[float]) -> dict[int, tuple[float, float]]:
    """From where to where the text of a line stands in each column."""
    out: dict[int, tuple[float, float]] = {}
    for run in line.runs:
        column = min(max(bisect_right(edges, run.middle) - 1, 0), len(edges) - 2)
        x0, x1 = out.get(column, (run.x0, run.x1))
        out[column] = (min(x0, run.x0), max(x1, run.x1))
    return out


def _without_group_heads(row: _Row, edges: Sequence[float], region: Region) -> list[_Row]:
    """The row, or two where only white parts heads of groups from those of their columns.

    Then the region is given the border between them.
    """
    if row.over is None or row.under is None:
        return [row]
    groups = parted_groups(row.over, row.under)
    level = level_under_heads(row.lines, groups, edges, GAP) if groups else None
    if level is None:
        return [row]
    for k in range(len(edges) - 1):
        if any(a <= k <= b for a, b in groups) or not goes_on(row.lines, level, k, edges):
            region.hs.append(Rule(edges[k], level, edges[k + 1], level))
    heads = [x for x in row.lines if x.baseline - 0.3 * x.size < level]
    rest = [x for x in row.lines if x.baseline - 0.3 * x.size >= level]
    return [
        _Row(row.top, level, heads, row.over, {*groups}),
        _Row(level, row.bottom, rest, {*groups}, row.under),
    ]


def _spans(row: _Row, region: Region, edges: Sequence[float]) -> list[tuple[int, int]]:
    """The (first, last) columns of the merged cells of a row."""
    over, under = row.over, row.under
    found = {s for s in over & under if s[0] < s[1]} if over and under else set()
    shades = [s for s in region.shades if _covers(s, row)]
    wide = _columns_of({(s.box.x0, s.box.x1) for s in shades}, edges)
    found |= {s for s in wide if s[0] < s[1]}
    chunks = [c for line in row.lines for c in line.chunks(GAP)]
    at = [span_of(c, edges) for c in chunks]
    out = [
        span
        for span in sorted(found)
        # pieces drawn over one another: two texts side by side are two cells'
        if len({a for a, b in at if span[0] <= a and b <= span[1] and a == b}) < 2
    ]
    if over is None or under is None:
        words = [
            (a, b)
            for (a, b), c in zip(at, chunks, strict=True)
            if a < b and _is_words(c) and _crosses(c, edges[a + 1 : b + 1])
        ]
        out += [s for s in words if not any(a <= s[1] and s[0] <= b for a, b in out)]
    return out


def _is_words(chunk: Line) -> bool:
    return any(c.isalpha() for c in chunk.text)


def _pieces_at(
    pieces: Sequence[Rule], levels: Sequence[float], edges: Sequence[float]
) -> list[set[Span] | None]:
    """For each level, the columns of each piece drawn on it."""
    at: list[set[tuple[float, float]]] = [set() for _ in levels]
    for piece in pieces:
        y = (piece.top + piece.bottom) / 2
        k = bisect_left(levels, y - SNAP)
        if k < len(levels) and levels[k] <= y + SNAP:
            at[k].add((piece.x0, piece.x1))
    return [_columns_of(found, edges) if found else None for found in at]


def _columns_of(parts: Iterable[tuple[float, float]], edges: Sequence[float]) -> set[Span]:
    """The (first, last) columns of pieces."""
    out = set()
    for a, b in parts:
        first = min(range(len(edges)), key=lambda k: abs(edges[k] - a))
        last = min(range(len(edges)), key=lambda k: abs(edges[k] - b)) - 1
        if first <= last:
            out.add((first, last))
    return out


def _covers(shade: Fill, row: _Row) -> bool:
    shared = min(shade.box.bottom, row.bottom) - max(shade.box.top, row.top)
    return shared >= COVER * (row.bottom - row.top)
