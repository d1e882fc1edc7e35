"""Tables between horizontal rules or stripes of shade, without vertical rules."""

from collections.abc import Sequence
from itertools import pairwise

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.centred import side_by_side
from ifo_followup.reading.pdf.columns import (
    ALIGNED,
    TIGHT_GAP,
    borders,
    columns_between,
    is_numeric,
    is_tabular,
    refined,
    span_of,
    text_columns,
)
from ifo_followup.reading.pdf.draft import DraftTable
from ifo_followup.reading.pdf.figures import parted
from ifo_followup.reading.pdf.grid import SNAP, Region, cluster, side_edges
from ifo_followup.reading.pdf.headers import has_figures, is_years, over_strip
from ifo_followup.reading.pdf.lanes import beside, lane_of, lines_in
from ifo_followup.reading.pdf.lines import Line, bullet
from ifo_followup.reading.pdf.rows import Band, assemble
from ifo_followup.reading.pdf.signs import add_cells, rows_of_cells
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
# Paragraphs of one cell are at most this far apart (em).
PARAGRAPHS_APART = 2.0
# Wrapped lines of one text are nearer to each other than this (em).
WRAPPED = 1.45
# Shades over this share of a table's width reach from side to side.
ACROSS = 0.97
# Text set in so far (em) from a table's side is a cell's, even where no other stands beside it.
DEEP = 4.0
# Text in a cell stands at least this far (points) from the table's side.
SET_IN = 1.0


def chained(regions: Sequence[Region], lines: Sequence[Line]) -> list[Region]:
    """Put together rules and shades, one below the other, between which rows of text stand."""
    out: list[Region] = []
    lanes = beside(regions)
    strips = {lane: lines_in(lines, lane) for lane in lanes}
    for region in sorted(regions, key=lambda r: r.box.top):
        lane = lane_of(region, lanes)
        own = lines if lane is None else strips[lane]
        home = None
        for other in reversed(out):
            if _same_ends(other.box, region.box):
                fits = _row_between(other, region, own)
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
    heads, inside = ([x for x in lines if _within(x, own)] for own in (box, region.box))
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
    if first.top - above.bottom > near or below.top - last.bottom > near:
        return False
    own = [line for line in lines if _within(line, above)]
    if own and any(abs(x.size - own[0].size) > SAME_SIZE * x.size for x in between):
        return False
    grouped = over_finer(home.pieces, region.pieces)
    for i, (a, b) in enumerate(pairwise(between)):
        apart = FIGURES_APART if is_tabular(b, TIGHT_GAP) else LINES_APART
        if grouped or _in_cell(b, [*own, *between[: i + 1]], above):
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


def _in_cell(line: Line, before: Sequence[Line], table: Box) -> bool:
    """Whether a line is set to the x of a text above it, away from the table's own side.

    Running text between two tables begins where the tables do; text in a cell is set in.
    """
    starts = [c.x0 for other in before for c in other.chunks(TIGHT_GAP)]
    return line.x0 > table.x0 + SET_IN and any(abs(line.x0 - x) <= ALIGNED for x in starts)


def banded_table(
    region: Region, lines: Sequence[Line], page: int, signs: Sequence[Box] = ()
) -> DraftTable | None:
    """The table of a region without vertical rules inside, or None if its text is no table.

    `signs` are the boxes of small shapes: where they stand beside words, they fill cells.
    """
    inside = parted([line for line in lines if _within(line, region.box)], TIGHT_GAP)
    by_shade = side_edges(region)
    edges = by_shade if len(by_shade) > 2 else []
    above = _above(region, inside, lines)
    if edges and not above:
        above, wider = over_strip(region.box.top, edges, lines)
        edges = wider if above else edges
    below = _below(region, edges, inside, lines)
    text = [*above, *inside, *below]
    columns = text_columns(parted(side_by_side(text), TIGHT_GAP), TIGHT_GAP)
    if edges:
        if not _shaded_across(region) and edges is by_shade:
            edges = refined(edges, columns)
        columns = columns_between(edges, text)
    elif _row_alone(region, text):
        edges = borders(columns, region.box.x0, region.box.x1)
    elif len(columns) < 2 or rows_of_cells(text, signs) < 2:
        return None
    else:
        edges = borders(columns, region.box.x0, region.box.x1)
    bands = _bands(region, inside)
    if above:
        bands = [*_bands_above(region, above), *bands]
    if below:
        bands.append(Band(region.box.bottom, below[-1].bottom, below, ruled=False))
    drawn = edges is by_shade
    table = assemble(bands, columns, edges, page, TIGHT_GAP, ruled=bool(region.hs), drawn=drawn)
    add_cells(table, signs)
    return table


def _bands_above(region: Region, above: Sequence[Line]) -> list[Band]:
    """The rows over the first rule or stripe: over a stripe, a header and the row after it."""
    heads = [line for line in above if line.bold] if region.shades and not region.hs else []
    k = len(heads)
    if not 0 < k < len(above) or list(above[:k]) != heads:
        return [Band(above[0].top, region.box.top, list(above))]
    border = (above[k - 1].bottom + above[k].top) / 2
    return [
        Band(above[0].top, border, list(above[:k])),
        Band(border, region.box.top, list(above[k:])),
    ]


def _row_alone(region: Region, text: Sequence[Line]) -> bool:
    """Whether one line of figures stands between two rules: the rest of a table, or its sum."""
    closed = len(region.hs) == 2 and region.box.bottom - region.box.top > SNAP
    if len(text) != 1 or not closed or bullet(text[0]):
        return False
    return sum(is_numeric(c.text) for c in text[0].chunks(TIGHT_GAP)[1:]) > 1


def _shaded_across(region: Region) -> bool:
    """Whether some row's shades reach from side to side: then they show every column."""
    wide = region.box.x1 - region.box.x0
    for top in cluster(s.box.top for s in region.shades):
        widths = [s.box.x1 - s.box.x0 for s in region.shades if abs(s.box.top - top) <= SNAP]
        # the colour of a whole row says nothing of its columns
        if sum(w for w in widths if w < 0.9 * wide) >= ACROSS * wide:
            return True
    return False


def _within(line: Line, box: Box) -> bool:
    y = line.baseline - 0.3 * line.size
    return (
        box.top <= y <= box.bottom and line.x0 >= box.x0 - SAME_END and line.x1 <= box.x1 + SAME_END
    )


def _bands(region: Region, lines: Sequence[Line]) -> list[Band]:
    levels = [(h.top + h.bottom) / 2 for h in region.hs]
    levels += [y for s in region.shades for y in (s.box.top, s.box.bottom)]
    bands = [Band(a, b) for a, b in pairwise(cluster(levels))]
    for line in lines:
        y = line.baseline - 0.3 * line.size
        home = next((b for b in bands if b.top <= y <= b.bottom), None)
        if home is not None:
            home.lines.append(line)
    for band in bands:
        band.over = [h for h in region.hs if abs((h.top + h.bottom) / 2 - band.top) <= SNAP]
        middle = (band.top + band.bottom) / 2
        band.shades = [s for s in region.shades if s.box.top <= middle <= s.box.bottom]
    return [b for b in bands if b.lines or b.shades]


def _above(region: Region, inside: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """Rows over the first rule, of a table that has rules only below its rows."""
    if not inside or (region.shades and not _stripes(region, inside)):
        return []
    out: list[Line] = []
    kept: list[Line] = []
    heads = [c for line in inside for c in line.chunks(TIGHT_GAP)]
    top = region.box.top
    for line in reversed(lines):
        if line.baseline - 0.3 * line.size >= region.box.top:
            continue
        row = _is_row(line, inside)
        head = line.bold or (bool(region.shades) and all(_under(c, heads) for c in line.chunks()))
        apart = FIGURES_APART if row and head else PADDING
        if not _follows(line, top - line.bottom, apart, region, inside):
            break
        out.insert(0, line)
        if row:
            kept = list(out)
        top = line.top
    return kept


def _stripes(region: Region, inside: Sequence[Line]) -> bool:
    """Whether a region's first shade is a stripe, not a header: a row may stand over it."""
    first = min(region.shades, key=lambda s: s.box.top).box
    own = [line for line in inside if _within(line, first)]
    across = first.x1 - first.x0 >= 0.9 * (region.box.x1 - region.box.x0)
    return across and bool(own) and not any(line.bold for line in own)


def _is_row(line: Line, inside: Sequence[Line]) -> bool:
    """Whether a line can only be a table's row: figures, or words in several of its columns."""
    chunks = line.chunks(TIGHT_GAP)
    if is_tabular(line, TIGHT_GAP) or len(chunks) > 2:
        return True
    # heads of groups of columns leave the column of the labels empty
    label = inside[0].chunks(TIGHT_GAP)[0]
    return len(chunks) == 2 and line.bold and chunks[0].x0 > label.x1


def _below(
    region: Region, edges: Sequence[float], inside: Sequence[Line], lines: Sequence[Line]
) -> list[Line]:
    """Lines that follow the last rule or stripe and stand in the same columns."""
    if not inside:
        return []
    # under a rule that closes the rows only rows of figures may follow, as their sum is
    closed = (
        bool(region.hs)
        and not region.shades
        and not _only_header(region, inside)
        and not _ends_over_sums(region)
    )
    out: list[Line] = []
    kept: list[Line] = []
    bottom = region.box.bottom
    starts = [c for line in inside for c in line.chunks(TIGHT_GAP)]
    for line in lines:
        if line.baseline - 0.3 * line.size <= region.box.bottom:
            continue
        figures = is_tabular(line, TIGHT_GAP)
        apart = FIGURES_APART if figures else LINES_APART
        if not _follows(line, line.top - bottom, apart, region, inside):
            break
        chunks = line.chunks(TIGHT_GAP)
        if closed and not (figures and all(_under(c, starts) for c in chunks)):
            break
        if edges:
            if len(chunks) == 1 and len(set(span_of(chunks[0], edges))) > 1:
                break
        elif not figures and not all(_under(c, starts) for c in chunks):
            break
        out.append(line)
        rest = bool(kept) and len(kept) == len(out) - 1 and _wraps(kept[-1], line, starts, region)
        if edges or len(chunks) > 1 or chunks[0].x0 > starts[0].x1 or rest:
            kept = list(out)
        bottom = line.bottom
    return kept


def _follows(line: Line, gap: float, apart: float, region: Region, inside: Sequence[Line]) -> bool:
    """Whether a line next to a region can be a row of it: near, between its sides, of its size."""
    return (
        gap <= apart * line.size
        and line.x0 >= region.box.x0 - SAME_END
        and line.x1 <= region.box.x1 + SAME_END
        and abs(line.size - inside[0].size) <= SAME_SIZE * line.size
        and not bullet(line)
    )


def _under(chunk: Line, heads: Sequence[Line]) -> bool:
    """Whether a text is set to the same side, at the same x, as one of the header's."""
    return any(abs(chunk.x0 - h.x0) <= ALIGNED or abs(chunk.x1 - h.x1) <= ALIGNED for h in heads)


def _wraps(before: Line, line: Line, starts: Sequence[Line], region: Region) -> bool:
    """Whether a line is the rest of a label: close below, set to the same x, away from the side."""
    near = line.baseline - before.baseline <= WRAPPED * line.size
    return near and line.text[:1].islower() and _in_cell(line, starts, region.box)


def _ends_over_sums(region: Region) -> bool:
    """Whether the last rule runs over some columns only, as over sums: their row is to come."""
    low = max((h.top + h.bottom) / 2 for h in region.hs)
    last = [h for h in region.hs if low - (h.top + h.bottom) / 2 <= SNAP]
    wide = region.box.x1 - region.box.x0
    return (
        sum(h.x1 - h.x0 for h in last) < 0.9 * wide
        and min(h.x0 for h in last) > region.box.x0 + SAME_END
    )


def _only_header(region: Region, inside: Sequence[Line]) -> bool:
    """Whether the rules only set off a header: the rows must still be to come."""
    return len(region.hs) <= 2 and not any(is_tabular(line, TIGHT_GAP) for line in inside)
