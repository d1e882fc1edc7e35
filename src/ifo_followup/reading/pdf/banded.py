"""Tables between horizontal rules or stripes of shade, without vertical rules."""

from collections.abc import Sequence
from itertools import pairwise

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.centred import side_by_side
from ifo_followup.reading.pdf.chained import (
    FIGURES_APART,
    LINES_APART,
    PADDING,
    SAME_END,
    SAME_SIZE,
    is_set_in,
    within,
)
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
from ifo_followup.reading.pdf.headers import over_strip
from ifo_followup.reading.pdf.lines import Line, bullet
from ifo_followup.reading.pdf.rows import Band, assemble
from ifo_followup.reading.pdf.signs import add_cells, rows_of_cells, rows_of_signs

# So many heads side by side in a shade are a table's.
HEADS = 3
# Wrapped lines of one text are nearer to each other than this (em).
WRAPPED = 1.45
# Shades over this share of a table's width reach from side to side.
ACROSS = 0.97


def banded_table(
    region: Region, lines: Sequence[Line], page: int, signs: Sequence[Box] = ()
) -> DraftTable | None:
    """The table of a region without vertical rules inside, or None if its text is no table.

    `signs` are the boxes of small shapes: where they stand beside words, they fill cells.
    """
    inside = parted([line for line in lines if within(line, region.box)], TIGHT_GAP)
    by_shade = side_edges(region)
    edges = by_shade if len(by_shade) > 2 else []
    above = _above(region, inside, lines)
    if edges and not above:
        above, wider = over_strip(region.box.top, edges, lines)
        edges = wider if above else edges
    below = _below(region, edges, inside, lines)
    text = [*above, *inside, *below]
    columns = text_columns(parted(side_by_side(text), TIGHT_GAP), TIGHT_GAP)
    lights = rows_of_signs(region.box, inside, signs) if signs else []
    if edges:
        if not _shaded_across(region) and edges is by_shade:
            edges = refined(edges, columns)
        columns = columns_between(edges, text)
    elif _row_alone(region, text):
        edges = borders(columns, region.box.x0, region.box.x1)
    elif len(columns) < 2 or (
        rows_of_cells(text, signs) + len(lights) < 2 and not _has_strip(region, inside)
    ):
        return None
    else:
        edges = borders(columns, region.box.x0, region.box.x1)
    bands = _bands(region, inside, lights)
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


def _has_strip(region: Region, inside: Sequence[Line]) -> bool:
    """Whether bold heads stand in a shade between rules: rows follow, though but one is filled."""
    if not (inside and region.hs and region.shades):
        return False
    heads = inside[0]
    shaded = any(within(heads, shade.box) for shade in region.shades)
    return heads.bold and shaded and len(heads.chunks(TIGHT_GAP)) >= HEADS


def _shaded_across(region: Region) -> bool:
    """Whether some row's shades reach from side to side: then they show every column."""
    wide = region.box.x1 - region.box.x0
    for top in cluster(s.box.top for s in region.shades):
        widths = [s.box.x1 - s.box.x0 for s in region.shades if abs(s.box.top - top) <= SNAP]
        # the colour of a whole row says nothing of its columns
        if sum(w for w in widths if w < 0.9 * wide) >= ACROSS * wide:
            return True
    return False


def _bands(region: Region, lines: Sequence[Line], lights: Sequence[float]) -> list[Band]:
    """The rows between rules and shades; `lights` are the heights of rows without words."""
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
    return [b for b in bands if b.lines or b.shades or any(b.top < y < b.bottom for y in lights)]


def _above(region: Region, inside: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """Rows over the first rule, of a table that has rules only below its rows."""
    if not inside or (region.shades and not _begins_with_a_row(region, inside)):
        return []
    out: list[Line] = []
    kept: list[Line] = []
    heads = [c for line in inside for c in line.chunks(TIGHT_GAP)]
    label = heads[0]
    top = region.box.top
    for line in reversed(lines):
        if line.baseline - 0.3 * line.size >= region.box.top:
            continue
        row = _is_row(line, inside)
        rest = line.bold and line.x0 > label.x1  # of a head that is wrapped
        head = line.bold or (bool(region.shades) and all(_under(c, heads) for c in line.chunks()))
        apart = FIGURES_APART if (row and head) or rest else PADDING
        if not _follows(line, top - line.bottom, apart, region, inside):
            break
        out.insert(0, line)
        if row:
            kept = list(out)
        top = line.top
    return kept


def _begins_with_a_row(region: Region, inside: Sequence[Line]) -> bool:
    """Whether what a region's first rule or shade begins is no header: heads may stand over it.

    A shade may be a stripe, or the colour of one cell, as of a light.
    """
    ends = [y for s in region.shades for y in (s.box.top, s.box.bottom)]
    ends += [(h.top + h.bottom) / 2 for h in region.hs]
    end = min(y for y in ends if y > region.box.top + SNAP)
    first = Box(region.box.x0, region.box.top, region.box.x1, end)
    own = [line for line in inside if within(line, first)]
    # a name alone between two rules heads the first rows
    shaded = any(s.box.top <= region.box.top + SNAP for s in region.shades)
    heads = [line for line in own if line.bold and (shaded or len(line.chunks(TIGHT_GAP)) > 1)]
    return bool(own) and not heads


def _is_row(line: Line, inside: Sequence[Line]) -> bool:
    """Whether a line can only be a table's row: figures, or words in several of its columns."""
    chunks = line.chunks(TIGHT_GAP)
    if is_tabular(line, TIGHT_GAP) or len(chunks) > 2:
        return True
    if len(chunks) < 2 or not line.bold:
        return False
    # heads of groups of columns leave the column of the labels empty; two heads are set as the
    # two columns under them
    rows = [c for other in inside for c in other.chunks(TIGHT_GAP)]
    return chunks[0].x0 > rows[0].x1 or all(_under(c, rows) for c in chunks)


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
    return near and line.text[:1].islower() and is_set_in(line, starts, region.box)


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
