"""Rules and stripes of shade one below the other that are one table: rows of text between them."""

from collections.abc import Sequence
from itertools import pairwise

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.columns import ALIGNED, TIGHT_GAP, is_tabular
from ifo_followup.reading.pdf.grid import SNAP, Region
from ifo_followup.reading.pdf.headers import has_figures, is_years
from ifo_followup.reading.pdf.lanes import beside, lane_of, lines_in
from ifo_followup.reading.pdf.lines import Line
from ifo_followup.reading.pdf.signs import rows_of_signs
from ifo_followup.reading.pdf.spanned import over_finer

# Text stands at most this far (em) from the rule above or below its row.
PADDING = 0.85
# The text of one table differs in size by at most this share.
SAME_SIZE = 0.12
# Rules of one table end at the same x to this (points).
SAME_END = 4.0
# Rows below a table's last rule or shade follow at most this far apart (em): a row of figures,
# and any other line.
FIGURES_APART, LINES_APART = 1.6, 1.0
# A row of small shapes alone is at most so high (points).
LIGHTS_APART = 40.0
# Paragraphs of one cell are at most this far apart (em).
PARAGRAPHS_APART = 2.0
# Text set in so far (em) from a table's side is a cell's, even where no other stands beside it.
DEEP = 4.0
# Text in a cell stands at least this far (points) from the table's side.
SET_IN = 1.0


def chained(
    regions: Sequence[Region], lines: Sequence[Line], signs: Sequence[Box] = ()
) -> list[Region]:
    """Put together rules and shades, one below the other, between which rows of text stand.

    `signs` are the boxes of small shapes: a row may hold nothing else.
    """
    out: list[Region] = []
    lanes = beside(regions)
    strips = {lane: lines_in(lines, lane) for lane in lanes}
    for region in sorted(regions, key=lambda r: r.box.top):
        lane = lane_of(region, lanes)
        own = lines if lane is None else strips[lane]
        home = None
        for other in reversed(out):
            if _same_ends(other.box, region.box):
                fits = _row_between(other, region, own) or _lights_between(
                    other, region, own, signs
                )
                home = other if fits and not _new_header(other, region, own) else None
                break
            if _part_of(other, region) or _part_of(region, other):
                # rules that leave out merged cells are narrower than their table
                home = other if _row_between(other, region, own, around=True) else None
                break
        if home is None:
            own_pieces = [*region.pieces]
            out.append(Region(region.box, [*region.hs], [*region.vs], [*region.shades], own_pieces))
            continue
        home.hs += region.hs
        home.vs += region.vs
        home.shades += region.shades
        home.pieces += region.pieces
        home.box = Box(
            min(home.box.x0, region.box.x0),
            home.box.top,
            max(home.box.x1, region.box.x1),
            max(home.box.bottom, region.box.bottom),
        )
    return out


def _same_ends(a: Box, b: Box) -> bool:
    return abs(a.x0 - b.x0) <= SAME_END and abs(a.x1 - b.x1) <= SAME_END


def _part_of(wide: Region, narrow: Region) -> bool:
    """Whether a region is nothing but a rule that stands between the sides of another."""
    return (
        not narrow.vs
        and not narrow.shades
        and narrow.box.bottom - narrow.box.top <= SNAP
        and wide.box.x0 - SAME_END <= narrow.box.x0
        and narrow.box.x1 <= wide.box.x1 + SAME_END
    )


def _new_header(home: Region, region: Region, lines: Sequence[Line]) -> bool:
    """Whether a shaded row looks like the header of a table that has its rows already."""
    if not home.shades or not region.shades:
        return False
    first = min(home.shades, key=lambda s: s.box.top)
    if region.shades[0].colour != first.colour or region.box.top <= first.box.bottom + SNAP:
        return False
    # each cell may have a shade of its own
    box = Box(home.box.x0, first.box.top, home.box.x1, first.box.bottom)
    heads, inside = ([x for x in lines if within(x, own)] for own in (box, region.box))
    if any(has_figures(x, TIGHT_GAP) and not is_years(x, TIGHT_GAP) for x in inside):
        return False
    # a bold row on a stripe is a sum
    return any(len(x.chunks(TIGHT_GAP)) > 1 for x in inside) and all(
        x.bold for x in [*heads, *inside]
    )


def _row_between(
    home: Region, region: Region, lines: Sequence[Line], *, around: bool = False
) -> bool:
    """Whether the text between a table so far and the next rule or shade is another row of it.

    With `around`, only if it is plainly one: the two differ in how far they reach.
    """
    above, below = home.box, region.box
    if around:
        above = Box(min(above.x0, below.x0), above.top, max(above.x1, below.x1), above.bottom)
    between = [
        line
        for line in lines
        if above.bottom - SNAP < line.baseline - 0.3 * line.size < below.top + SNAP
    ]
    if not between:
        return False
    if any(line.x0 < above.x0 - SAME_END or line.x1 > above.x1 + SAME_END for line in between):
        return False
    if around and not any(len(line.chunks(TIGHT_GAP)) > 1 for line in between):
        return False
    first, last = between[0], between[-1]
    # a heading between two tables stands farther from them than a row from its rules
    near = PADDING * first.size
    over, under = first.top - above.bottom, below.top - last.bottom
    # an empty cell may be higher than the text beside it, which then stands at its top
    low = 2 * near - over if home.shades and region.shades else near
    if over > near or under > low:
        return False
    own = [line for line in lines if within(line, above)]
    if own and any(abs(x.size - own[0].size) > SAME_SIZE * x.size for x in between):
        return False
    grouped = over_finer(home.pieces, region.pieces)
    for i, (a, b) in enumerate(pairwise(between)):
        apart = FIGURES_APART if is_tabular(b, TIGHT_GAP) else LINES_APART
        if grouped or is_set_in(b, [*own, *between[: i + 1]], above):
            apart = PARAGRAPHS_APART
        if b.top - a.bottom > apart * b.size:
            return False
    if len(between) <= 4 or any(len(line.chunks(TIGHT_GAP)) > 1 for line in between):
        return True
    # a long cell alone in its row, or what a page break left of it: no running text between two
    # tables is set in so far from the left, or ends so far from the right, in all of its lines
    half = above.x0 + (above.x1 - above.x0) / 2
    return all(line.x0 - above.x0 > DEEP * line.size for line in between) or all(
        line.x1 < half for line in between
    )


def _lights_between(
    home: Region, region: Region, lines: Sequence[Line], signs: Sequence[Box]
) -> bool:
    """Whether a row of small shapes alone stands between a table so far and the next rule."""
    gap = Box(home.box.x0, home.box.bottom, home.box.x1, region.box.top)
    if not signs or region.shades or not 0 < gap.bottom - gap.top <= LIGHTS_APART:
        return False
    text = any(gap.top < line.baseline - 0.3 * line.size < gap.bottom for line in lines)
    return not text and len(rows_of_signs(gap, lines, signs)) == 1


def is_set_in(line: Line, before: Sequence[Line], table: Box) -> bool:
    """Whether a line is set to the x of a text above it, away from the table's own side.

    Running text between two tables begins where the tables do; text in a cell is set in.
    """
    starts = [c.x0 for other in before for c in other.chunks(TIGHT_GAP)]
    return line.x0 > table.x0 + SET_IN and any(abs(line.x0 - x) <= ALIGNED for x in starts)


def within(line: Line, box: Box) -> bool:
    """Whether a line stands in a table: between its first and last level, and its sides."""
    y = line.baseline - 0.3 * line.size
    return (
        box.top <= y <= box.bottom and line.x0 >= box.x0 - SAME_END and line.x1 <= box.x1 + SAME_END
    )
