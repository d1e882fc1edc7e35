"""Rows of a table whose rows are not, or not all, parted by rules; and its cells."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.centred import is_centred_row
from ifo_followup.reading.pdf.columns import (
    Column,
    columns_between,
    group_spans,
    pieces,
    span_of,
)
from ifo_followup.reading.pdf.content import Fill, Rule
from ifo_followup.reading.pdf.doubtful import joined_in_doubt
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable
from ifo_followup.reading.pdf.gathered import make_lines
from ifo_followup.reading.pdf.headers import has_figures, is_years, stacked, without_overlaps
from ifo_followup.reading.pdf.lines import Line
from ifo_followup.reading.pdf.merged import gaps_of, merge_down, under_one_shade
from ifo_followup.reading.pdf.row_groups import APART, grouped, placed_in, row_groups

# Between vertical rules, gaps alone make rows only where there are at least so many.
GAP_ROWS = 3
# A table with so many ruled rows has a rule after every row.
RULED_ROWS = 5
# Several rows between two rules are at least so many, where other rows have a rule each.
UNRULED_ROWS = 4


@define
class Band:
    """One row, or several that nothing parts: the lines between two levels of a table.

    `over` are the rules at its top.
    """

    top: float
    bottom: float
    lines: list[Line] = field(factory=list)
    shades: list[Fill] = field(factory=list)
    ruled: bool = True
    over: list[Rule] = field(factory=list)


def assemble(
    bands: Sequence[Band],
    columns: Sequence[Column],
    edges: Sequence[float],
    page: int,
    gap: float,
    *,
    ruled: bool,
    drawn: bool = False,
) -> DraftTable:
    """Cells from bands: each a row, or rows where a band holds several."""
    filled = sum(1 for b in bands if b.lines)
    rows: list[Band] = []
    for band in bands:
        if ruled and band.ruled and is_centred_row(band.lines, edges, gap):
            rows.append(band)
            continue
        headers = _header_rows(band.lines, gap)
        if len(headers) > 1:
            rows += _split(band, headers)
            continue
        few = filled < RULED_ROWS or not band.ruled
        groups = row_groups(band.lines, edges, gap, by_gaps=few)
        if len(groups) > 1 and (few or len(groups) >= UNRULED_ROWS):
            rows += _split(band, groups)
        else:
            rows.append(band)
    cells: list[DraftCell] = []
    for number, row in enumerate(rows):
        cells += _row_cells(row, number, rows, columns, edges, page, gap)
    cells = joined_in_doubt(cells)
    cells = merge_down(cells, _open_tops(rows, edges), len(edges) - 1)
    box = Box(edges[0], rows[0].top, edges[-1], rows[-1].bottom)
    table = DraftTable(cells, list(edges), box, page, ruled=ruled)
    table.open_bottom = not rows[-1].ruled
    table.drawn = drawn
    return table


def _open_tops(rows: Sequence[Band], edges: Sequence[float]) -> list[frozenset[int]]:
    """For each row, the columns whose cells nothing parts from those above."""
    out: list[frozenset[int]] = []
    for number, row in enumerate(rows):
        found = gaps_of(row.over, edges)
        if number and not row.over and _shade_spans(row, edges):
            found = under_one_shade(rows[number - 1].shades, row.shades, edges)
        out.append(found if number else frozenset())
    return out


def _header_rows(lines: Sequence[Line], gap: float) -> list[list[Line]]:
    """The header rows of a band of bold lines of words: far apart, each perhaps wrapped.

    Nothing where other lines, or figures that are no years, stand in it.
    """
    if any(not x.bold or (has_figures(x, gap) and not is_years(x, gap)) for x in lines):
        return []
    out: list[list[Line]] = []
    for line in lines:
        if out and line.baseline - out[-1][-1].baseline < APART * line.size:
            out[-1].append(line)
        else:
            out.append([line])
    return out if any(len(x.chunks(gap)) > 1 for x in lines) else []


def _split(band: Band, groups: Sequence[list[Line]]) -> list[Band]:
    out = []
    top = band.top
    for i, group in enumerate(groups):
        last = i == len(groups) - 1
        bottom = band.bottom if last else (group[-1].bottom + groups[i + 1][0].top) / 2
        over = [] if i else band.over
        out.append(Band(top, bottom, group, band.shades, band.ruled and last, over))
        top = bottom
    return out


def _row_cells(
    row: Band,
    number: int,
    rows: Sequence[Band],
    columns: Sequence[Column],
    edges: Sequence[float],
    page: int,
    gap: float,
) -> list[DraftCell]:
    spans = _shade_spans(row, edges)
    placed: dict[tuple[int, int], list[Line]] = {}
    if spans:
        shaded = [edges[first] for first, _ in spans] + [edges[spans[-1][1] + 1]]
        for line in row.lines:
            for piece, first, last in pieces(line, shaded, gap, drawn=True):
                placed.setdefault(spans[(first + last) // 2], []).append(piece)
    elif _is_group_header(row, number, rows, columns, edges, gap):
        chunks = stacked(row.lines, gap)
        labels = [Line(sorted((r for p in c for r in p.runs), key=lambda r: r.x0)) for c in chunks]
        # the labels themselves tell nothing of where the texts of the columns stand
        below = [line for later in rows[number + 1 :] for line in later.lines]
        own = columns_between(edges, below, gap)
        spans_of = group_spans(labels, own, edges, [c.x0 for c in columns])
        for parts, span in zip(chunks, spans_of, strict=True):
            placed.setdefault(span, []).extend(parts)
    else:
        for line in row.lines:
            for piece, first, last in pieces(line, edges, gap):
                placed.setdefault((first, last), []).append(piece)
    placed = without_overlaps(placed)
    for span in spans or _coloured(row, edges):
        if not any(a <= span[1] and span[0] <= b for a, b in placed if (a, b) != span):
            placed.setdefault(span, [])
    cells = []
    for (first, last), parts in sorted(placed.items()):
        box = Box(edges[first], row.top, edges[last + 1], row.bottom)
        cell = DraftCell(number, first, 1, last - first + 1, box, page)
        cell.runs = [r for p in parts for r in p.runs]
        cell.fill = _fill_of(box, row.shades)
        cells.append(cell)
    return cells


def _shade_spans(row: Band, edges: Sequence[float]) -> list[tuple[int, int]]:
    """The column spans of shades that stand side by side over the whole row, or nothing."""
    if len(row.shades) < 2:
        return []
    out: list[tuple[int, int]] = []
    covered = 0.0
    for shade in sorted(row.shades, key=lambda s: s.box.x0):
        first = min(range(len(edges)), key=lambda i: abs(edges[i] - shade.box.x0))
        last = min(range(len(edges)), key=lambda i: abs(edges[i] - shade.box.x1)) - 1
        if last < first or (out and first <= out[-1][1]):
            return []
        out.append((first, last))
        covered += shade.box.x1 - shade.box.x0
    return out if covered >= 0.9 * (edges[-1] - edges[0]) else []


def _coloured(row: Band, edges: Sequence[float]) -> list[tuple[int, int]]:
    """The columns that have a shade of their own in a row: a cell, be there text in it or not."""
    out = []
    for shade in row.shades:
        if shade.box.x1 - shade.box.x0 >= 0.9 * (edges[-1] - edges[0]):
            continue
        inside = [
            c
            for c, (x0, x1) in enumerate(pairwise(edges))
            if min(x1, shade.box.x1) - max(x0, shade.box.x0) > 0.6 * (x1 - x0)
        ]
        if len(inside) == 1:
            out.append((inside[0], inside[0]))
    return out


def _is_group_header(
    row: Band,
    number: int,
    rows: Sequence[Band],
    columns: Sequence[Column],
    edges: Sequence[float],
    gap: float,
) -> bool:
    """Whether a row holds labels over groups of columns: words only, fewer than the row below."""
    if len(columns) < 3 or number + 1 >= len(rows):
        return False
    above = [x for earlier in rows[: number + 1] for x in earlier.lines]
    if any(has_figures(x, gap) and not is_years(x, gap) for x in above):
        return False
    below = rows[number + 1]
    heads = all(x.bold for x in below.lines) and all(x.bold for x in row.lines)
    if not heads and (number or any(has_figures(x, gap) for x in below.lines)):
        return False
    labels = stacked(row.lines, gap)
    own = len(labels)
    if not heads and own < 2:
        # one text alone, not set as a head, is the rest of a cell
        return False
    following = {span_of(c, edges)[0] for line in below.lines for c in line.chunks(gap)}
    if heads and len(following) > 1 and not any(has_figures(x, gap) for x in below.lines):
        # heads as tall as both rows stand beside the groups, with nothing below them
        following |= {span_of(parts[0], edges)[0] for parts in labels}
    return 0 < own < len(following | {0})


def _fill_of(box: Box, shades: Sequence[Fill]) -> Colour | None:
    middle = (box.x0 + box.x1) / 2
    found = [s for s in shades if s.box.x0 <= middle <= s.box.x1]
    return max(found, key=lambda s: s.order).colour if found else None


def split_grid(table: DraftTable, gap: float) -> None:
    """Part the rows of a table with vertical rules whose rows have no rules between them."""
    by_row: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    filled = sum(any(c.runs for c in row) for row in by_row.values())
    shift = 0
    for number in sorted(by_row):
        row = by_row[number]
        for cell in row:
            cell.row += shift
        if any(c.rowspan > 1 for c in row) or filled >= RULED_ROWS:
            continue
        rows = _grid_rows(row, table.edges, gap)
        if len(rows) > 1:
            old = {id(c) for c in row}
            table.cells = [c for c in table.cells if id(c) not in old]
            table.cells += [c for r in rows for c in r]
            shift += len(rows) - 1


def _grid_rows(
    row: Sequence[DraftCell], edges: Sequence[float], gap: float
) -> list[list[DraftCell]]:
    lines = make_lines(r for c in row for r in c.runs)
    if len(lines) < 2:
        return [list(row)]
    placed = placed_in(lines, edges, gap)
    groups = grouped(placed, by_gaps=False)
    apart = grouped(placed, by_gaps=True)
    # two paragraphs that begin side by side may be one row's; more of them are rows
    if len(apart) >= max(GAP_ROWS, len(groups)):
        groups = apart
    if len(groups) < 2:
        return [list(row)]
    out: list[list[DraftCell]] = []
    top = row[0].box.top
    for i, group in enumerate(groups):
        last = i == len(groups) - 1
        bottom = row[0].box.bottom if last else (group[-1].bottom + groups[i + 1][0].top) / 2
        mine = {id(r) for line in group for r in line.runs}
        out.append([])
        for cell in row:
            box = Box(cell.box.x0, top, cell.box.x1, bottom)
            part = DraftCell(cell.row + i, cell.column, 1, cell.colspan, box, cell.page, drawn=True)
            part.runs = [r for r in cell.runs if id(r) in mine]
            out[-1].append(part)
        top = bottom
    return out
