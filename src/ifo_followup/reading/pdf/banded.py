"""Tables without vertical rules: rows between rules, stripes of shade, or nothing at all."""

from collections.abc import Sequence

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.columns import (
    ALIGNED,
    Column,
    borders,
    group_spans,
    is_numeric,
    is_tabular,
    pieces,
    span_of,
    text_columns,
)
from ifo_followup.reading.pdf.content import Fill
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable
from ifo_followup.reading.pdf.grid import SNAP, Region, cluster, side_edges
from ifo_followup.reading.pdf.lines import Line, bullet

# Text stands at most this far (em, or points) from the rule above or below its row.
PADDING_EM, PADDING = 1.3, 9.0
# Rules of one table end at the same x to this (points).
SAME_END = 4.0
# Wrapped lines are this much tighter than rows.
TIGHTER = 0.93
# Rows of a table without rules are at most this far apart (em).
ROW_PITCH = 3.2


@define
class Band:
    """One row, or several that nothing parts: the lines between two levels of a table."""

    top: float
    bottom: float
    lines: list[Line] = field(factory=list)
    shades: list[Fill] = field(factory=list)
    ruled: bool = True


def chained(regions: Sequence[Region], lines: Sequence[Line]) -> list[Region]:
    """Put together rules and shades, one below the other, between which rows of text stand."""
    out: list[Region] = []
    for region in sorted(regions, key=lambda r: r.box.top):
        home = None
        for other in reversed(out):
            same = (
                abs(other.box.x0 - region.box.x0) <= SAME_END
                and abs(other.box.x1 - region.box.x1) <= SAME_END
            )
            if same:
                home = other if _row_between(other.box, region.box, lines) else None
                break
        if home is None:
            out.append(Region(region.box, [*region.hs], [*region.vs], [*region.shades]))
            continue
        home.hs += region.hs
        home.vs += region.vs
        home.shades += region.shades
        home.box = Box(
            min(home.box.x0, region.box.x0),
            home.box.top,
            max(home.box.x1, region.box.x1),
            max(home.box.bottom, region.box.bottom),
        )
    return out


def _row_between(above: Box, below: Box, lines: Sequence[Line]) -> bool:
    between = [
        line
        for line in lines
        if above.bottom - SNAP < line.baseline - 0.3 * line.size < below.top + SNAP
    ]
    if not between:
        return False
    if any(line.x0 < above.x0 - SAME_END or line.x1 > above.x1 + SAME_END for line in between):
        return False
    first, last = between[0], between[-1]
    near = max(PADDING, PADDING_EM * first.size)
    if first.top - above.bottom > near or below.top - last.bottom > near:
        return False
    return len(between) <= 4 or any(len(line.chunks()) > 1 for line in between)


def banded_table(region: Region, lines: Sequence[Line], page: int) -> DraftTable | None:
    """The table of a region without vertical rules inside, or None if its text is no table."""
    inside = [line for line in lines if _within(line, region.box)]
    by_shade = side_edges(region)
    columns = text_columns(inside)
    if len(by_shade) > 2:
        edges = by_shade
        columns = _columns_in(edges, inside)
    elif len(columns) > 1:
        edges = borders(columns, region.box.x0, region.box.x1)
    else:
        return None
    if sum(len(line.chunks()) > 1 for line in inside) < 2 and len(by_shade) <= 2:
        return None
    bands = _bands(region, inside)
    bands += _below(region, edges, lines, bands)
    return assemble(bands, columns, edges, page, ruled=bool(region.hs))


def _within(line: Line, box: Box) -> bool:
    y = line.baseline - 0.3 * line.size
    return (
        box.top <= y <= box.bottom and line.x0 >= box.x0 - SAME_END and line.x1 <= box.x1 + SAME_END
    )


def _columns_in(edges: Sequence[float], lines: Sequence[Line]) -> list[Column]:
    out = [Column(b, a) for a, b in zip(edges, edges[1:], strict=False)]
    for line in lines:
        for chunk in line.chunks():
            first, last = span_of(chunk, edges)
            if first == last:
                out[first].x0 = min(out[first].x0, chunk.x0)
                out[first].x1 = max(out[first].x1, chunk.x1)
    for i, column in enumerate(out):
        if column.x0 > column.x1:
            column.x0, column.x1 = edges[i], edges[i + 1]
    return out


def _bands(region: Region, lines: Sequence[Line]) -> list[Band]:
    levels = [(h.top + h.bottom) / 2 for h in region.hs]
    levels += [y for s in region.shades for y in (s.box.top, s.box.bottom)]
    ys = cluster(levels)
    bands = [Band(a, b) for a, b in zip(ys, ys[1:], strict=False)]
    for line in lines:
        y = line.baseline - 0.3 * line.size
        home = next((b for b in bands if b.top <= y <= b.bottom), None)
        if home is not None:
            home.lines.append(line)
    for band in bands:
        middle = (band.top + band.bottom) / 2
        band.shades = [s for s in region.shades if s.box.top <= middle <= s.box.bottom]
    return [b for b in bands if b.lines or b.shades]


def _below(
    region: Region, edges: Sequence[float], lines: Sequence[Line], bands: Sequence[Band]
) -> list[Band]:
    """Rows that follow the last rule or stripe and stand in the same columns."""
    out: list[Band] = []
    bottom = region.box.bottom
    heights = [b.bottom - b.top for b in bands if b.lines] or [0.0]
    for line in lines:
        if line.baseline - 0.3 * line.size <= region.box.bottom:
            continue
        spans = [span_of(c, edges) for c in line.chunks()]
        near = line.top - bottom <= max(0.8 * line.size, 0.5 * min(heights))
        separate = len(spans) > 1 and len({s for s in spans}) == len(spans)
        inside = line.x0 >= edges[0] - SAME_END and line.x1 <= edges[-1] + SAME_END
        if not (near and inside and separate and all(a == b for a, b in spans)):
            break
        if not is_tabular(line):
            break
        out.append(Band(line.top, line.bottom, [line], ruled=False))
        bottom = line.bottom
    return out


def assemble(
    bands: Sequence[Band],
    columns: Sequence[Column],
    edges: Sequence[float],
    page: int,
    *,
    ruled: bool,
) -> DraftTable:
    """Cells from bands: each a row, or rows where a band holds several."""
    filled = sum(1 for b in bands if b.lines)
    rows: list[Band] = []
    for band in bands:
        tabular = sum(is_tabular(line) for line in band.lines)
        if tabular > 1 and (filled <= 4 or tabular >= 4):
            rows += split_rows(band)
        else:
            rows.append(band)
    cells: list[DraftCell] = []
    for number, row in enumerate(rows):
        cells += _row_cells(row, number, rows, columns, edges, page)
    box = Box(edges[0], rows[0].top, edges[-1], rows[-1].bottom)
    table = DraftTable(cells, list(edges), box, page, ruled=ruled)
    table.open_bottom = not rows[-1].ruled
    return table


def split_rows(band: Band) -> list[Band]:
    """The rows of a band that holds several: each begins where figures stand, or a new label."""
    groups: list[list[Line]] = []
    pitch = _row_pitch(band.lines)
    for i, line in enumerate(band.lines):
        before = band.lines[i - 1] if i else None
        if before is None or _begins_row(before, line, pitch):
            groups.append([line])
        else:
            groups[-1].append(line)
    out = []
    top = band.top
    for i, group in enumerate(groups):
        last = i == len(groups) - 1
        bottom = band.bottom if last else (group[-1].bottom + groups[i + 1][0].top) / 2
        out.append(Band(top, bottom, group, band.shades, band.ruled and last))
        top = bottom
    return out


def _row_pitch(lines: Sequence[Line]) -> float:
    tabular = [line.baseline for line in lines if is_tabular(line)]
    steps = sorted(b - a for a, b in zip(tabular, tabular[1:], strict=False))
    return steps[len(steps) // 2] if steps else 0.0


def _begins_row(before: Line, line: Line, pitch: float) -> bool:
    step = line.baseline - before.baseline
    chunks = line.chunks()
    if is_tabular(line):
        # the second line of a wrapped label may be the one that carries the figures
        return not (len(before.chunks()) == 1 and step < TIGHTER * pitch and _goes_on(before, line))
    if len(chunks) > 1:
        return step >= TIGHTER * pitch and not chunks[0].text[:1].islower()
    return not (line.text[:1].islower() or step < TIGHTER * pitch)


def _goes_on(before: Line, line: Line) -> bool:
    return line.text[:1].islower() and not before.bold


def _row_cells(
    row: Band,
    number: int,
    rows: Sequence[Band],
    columns: Sequence[Column],
    edges: Sequence[float],
    page: int,
) -> list[DraftCell]:
    spans = _shade_spans(row, edges)
    placed: dict[tuple[int, int], list[Line]] = {}
    if spans:
        borders_drawn = [edges[first] for first, _ in spans] + [edges[spans[-1][1] + 1]]
        for line in row.lines:
            for piece, first, last in pieces(line, borders_drawn, drawn=True):
                placed.setdefault(spans[(first + last) // 2], []).append(piece)
    elif _is_group_header(row, number, rows, columns, edges):
        chunks = _stacked(row.lines)
        labels = [Line(sorted((r for p in c for r in p.runs), key=lambda r: r.x0)) for c in chunks]
        for parts, span in zip(chunks, group_spans(labels, columns, edges), strict=True):
            placed.setdefault(span, []).extend(parts)
    else:
        for line in row.lines:
            for piece, first, last in pieces(line, edges):
                placed.setdefault((first, last), []).append(piece)
    placed = _merge_overlaps(placed)
    for span in spans:
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
    out = []
    covered = 0.0
    for shade in sorted(row.shades, key=lambda s: s.box.x0):
        first = min(range(len(edges)), key=lambda i: abs(edges[i] - shade.box.x0))
        last = min(range(len(edges)), key=lambda i: abs(edges[i] - shade.box.x1)) - 1
        if last < first or (out and first <= out[-1][1]):
            return []
        out.append((first, last))
        covered += shade.box.x1 - shade.box.x0
    return out if covered >= 0.9 * (edges[-1] - edges[0]) else []


def _is_group_header(
    row: Band,
    number: int,
    rows: Sequence[Band],
    columns: Sequence[Column],
    edges: Sequence[float],
) -> bool:
    """Whether a row holds labels over groups of columns: words only, fewer than the row below."""
    if len(columns) < 3 or number + 1 >= len(rows) or any(is_tabular(x) for x in row.lines):
        return False
    if any(any(is_tabular(x) for x in earlier.lines) for earlier in rows[:number]):
        return False
    own = len(_stacked(row.lines))
    following = {span_of(c, edges)[0] for line in rows[number + 1].lines for c in line.chunks()}
    return 0 < own < len(following | {0}) and any(
        not is_numeric(c.text) for line in row.lines for c in line.chunks()
    )


def _stacked(lines: Sequence[Line]) -> list[list[Line]]:
    """The chunks of a row with those that stand under one another put together."""
    out: list[list[Line]] = []
    for line in lines:
        for chunk in line.chunks():
            home = next(
                (group for group in out if any(chunk.x0 < p.x1 and p.x0 < chunk.x1 for p in group)),
                None,
            )
            if home is None:
                out.append([chunk])
            else:
                home.append(chunk)
    return sorted(out, key=lambda group: min(p.x0 for p in group))


def _merge_overlaps(
    placed: dict[tuple[int, int], list[Line]],
) -> dict[tuple[int, int], list[Line]]:
    out: list[tuple[int, int, list[Line]]] = []
    for (first, last), parts in sorted(placed.items()):
        if out and first <= out[-1][1]:
            a, b, before = out.pop()
            out.append((a, max(b, last), before + parts))
        else:
            out.append((first, last, parts))
    return {(a, b): parts for a, b, parts in out}


def _fill_of(box: Box, shades: Sequence[Fill]) -> Colour | None:
    middle = (box.x0 + box.x1) / 2
    found = [s for s in shades if s.box.x0 <= middle <= s.box.x1]
    return max(found, key=lambda s: s.order).colour if found else None


def unruled_tables(lines: Sequence[Line], page: int) -> list[DraftTable]:
    """Tables that only the alignment of their figures shows."""
    out = []
    i = 0
    while i < len(lines):
        group = _group(lines, i)
        if group is None:
            i += 1
            continue
        start, end = group
        block = list(lines[start:end])
        columns = text_columns(block)
        if len(columns) > 1 and _aligned(block, columns):
            edges = borders(columns, columns[0].x0, columns[-1].x1)
            band = Band(block[0].top, block[-1].bottom, block, ruled=False)
            head = _head(block)
            bands = [Band(x.top, x.bottom, [x], ruled=False) for x in block[:head]]
            body = Band(block[head].top, band.bottom, block[head:], ruled=False)
            table = assemble([*bands, *split_rows(body)], columns, edges, page, ruled=False)
            out.append(table)
        i = end
    return out


def _head(block: Sequence[Line]) -> int:
    return next((i for i, line in enumerate(block) if is_tabular(line)), 0)


def _group(lines: Sequence[Line], start: int) -> tuple[int, int] | None:
    """The stretch of lines around the tabular line at `start` that can be one table."""
    if not is_tabular(lines[start]) or bullet(lines[start]):
        return None
    end = start + 1
    last_tabular = start
    for i in range(start + 1, len(lines)):
        line, before = lines[i], lines[i - 1]
        if line.baseline - before.baseline > ROW_PITCH * max(line.size, before.size):
            break
        if abs(line.size - lines[start].size) > 0.15 * line.size:
            break
        if is_tabular(line) and not bullet(line):
            last_tabular = i
            end = i + 1
        elif not _label_line(line, lines[start]) or i - last_tabular > 3:
            break
    end = _with_tail(lines, start, end)
    if sum(is_tabular(line) for line in lines[start:end]) < 2:
        return None
    first = start
    while first > 0 and start - first < 3:
        above = lines[first - 1]
        gap = lines[first].baseline - above.baseline
        if gap > ROW_PITCH * above.size or not (
            len(above.chunks()) > 1 or _label_line(above, lines[start])
        ):
            break
        if len(above.chunks()) == 1 and gap > 1.5 * above.size:
            break
        if bullet(above):
            break
        first -= 1
    # a single label over the first row is a heading unless header words stand over the figures
    while first < start and len(lines[first].chunks()) == 1 and not is_wrapped(lines, first):
        first += 1
    return first, end


def is_wrapped(lines: Sequence[Line], i: int) -> bool:
    """Whether the label on line `i` goes on in the next line, which has the figures."""
    return lines[i + 1].text[:1].islower() and not lines[i].bold


def _with_tail(lines: Sequence[Line], start: int, end: int) -> int:
    """Take in the rest of the last row's wrapped label."""
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        step = line.baseline - before.baseline
        if step > 1.45 * line.size or not _label_line(line, lines[start]):
            break
        if not line.text[:1].islower():
            break
        end += 1
    return end


def _label_line(line: Line, tabular: Line) -> bool:
    """Whether a line is only a label, or a part of one: in the first column, left of the figures."""
    chunks = tabular.chunks()
    return (
        len(line.chunks()) == 1
        and not bullet(line)
        and abs(line.x0 - chunks[0].x0) <= 12
        and line.x1 < chunks[1].x0 + 0.3 * line.size
    )


def _aligned(lines: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether the figures of each column end, or begin, at the same x."""
    tabular = [line for line in lines if is_tabular(line)]
    good = total = 0
    for column in columns[1:]:
        chunks = [
            c for line in tabular for c in line.chunks() if c.x0 < column.x1 and column.x0 < c.x1
        ]
        if len(chunks) < 2:
            continue
        total += 1
        rights = max(c.x1 for c in chunks) - min(c.x1 for c in chunks)
        lefts = max(c.x0 for c in chunks) - min(c.x0 for c in chunks)
        middles = [(c.x0 + c.x1) / 2 for c in chunks]
        centres = max(middles) - min(middles)
        good += min(rights, lefts, centres) <= 2 * ALIGNED
    return total > 0 and good >= 0.75 * total
