"""Tables that only the alignment of their figures shows."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import define

from ifo_followup.reading.pdf.columns import (
    ALIGNED,
    TIGHT_GAP,
    Column,
    borders,
    is_numeric,
    is_tabular,
    text_columns,
)
from ifo_followup.reading.pdf.draft import DraftTable
from ifo_followup.reading.pdf.lines import COLUMN_GAP, Line, bullet
from ifo_followup.reading.pdf.rows import Band, assemble

# Rows of a table without rules are at most this far apart (em).
ROW_PITCH = 3.2
# Rows of text under a header without rules are at most this far apart (em).
HEADED_PITCH = 2.4
# Heads that are not bold are so many at least, and so many rows stand under them.
PLAIN_HEADS = 3
# Columns of figures less than a wide blank apart are shown by so many rows at least.
FIGURE_ROWS = 3
# Lines of one table differ in size by at most this share.
SAME_SIZE = 0.15
# A wrapped label takes at most so many lines; a header stands on at most so many.
LABEL_LINES, HEADER_LINES = 3, 5
# The lines of a wrapped label are at most this far apart (em).
LINE_PITCH = 1.5
# Labels begin at the same x to this (points); details are indented.
LABEL_INDENT = 12.0


def unruled_tables(lines: Sequence[Line], page: int) -> list[DraftTable]:
    """The tables among the lines of a page."""
    out = []
    i = floor = 0
    while i < len(lines):
        if len(lines[i].chunks(TIGHT_GAP)) < 2:
            # neither heads nor a row: most lines of a page
            i += 1
            continue
        found = _reading(lines, i, COLUMN_GAP, floor)
        tight = _reading(lines, i, TIGHT_GAP, floor)
        if tight is not None and (found is None or _better(tight, found)):
            found = tight
        if found is None:
            i += 1
            continue
        if len(found.columns) > 1:
            block = list(lines[found.start : found.end])
            edges = borders(found.columns, found.columns[0].x0, found.columns[-1].x1)
            band = Band(block[0].top, block[-1].bottom, block, ruled=False)
            out.append(assemble([band], found.columns, edges, page, found.gap, ruled=False))
        i = floor = found.end
    return out


@define
class _Reading:
    """Lines that can be one table, with the white that parts its columns; perhaps no columns."""

    start: int
    end: int
    columns: list[Column]
    gap: float


def _reading(lines: Sequence[Line], i: int, gap: float, floor: int) -> _Reading | None:
    """The table that the line at `i` begins, or None; columns a little apart need more proof.

    Lines before `floor` belong to another table.
    """
    headed = _headed(lines, i, gap)
    group = headed or _group(lines, i, gap)
    if group is None:
        return None
    start, end = _with_header(lines, group[0], gap, floor), group[1]
    block = lines[start:end]
    columns = text_columns(block, gap)
    # a header may be set to another side than the figures under it, and have years in it
    rows = lines[group[0] : end]
    good = len(columns) > 1 and (headed is not None or _aligned(rows, columns, gap))
    if gap < COLUMN_GAP and not (good and (headed or _many_figures(block, gap))):
        return None
    return _Reading(start, end, columns if good else [], gap)


def _better(tight: _Reading, wide: _Reading) -> bool:
    """Whether the reading with columns closer together finds the same columns, or finds some."""
    if len(wide.columns) < 2:
        return True
    return tight.start <= wide.start and len(tight.columns) >= len(wide.columns)


def _many_figures(lines: Sequence[Line], gap: float) -> bool:
    """Whether several lines hold a label and figures, and hardly anything else."""
    rows = [line.chunks(gap)[1:] for line in lines if is_tabular(line, gap)]
    texts = [c.text for row in rows for c in row]
    figures = sum(is_numeric(text) for text in texts)
    return len(rows) >= FIGURE_ROWS and 2 * len(rows) <= figures and figures >= 0.8 * len(texts)


def lone_rows(lines: Sequence[Line], table: DraftTable, page: int) -> DraftTable | None:
    """The rows at the top of a page that go on a table without rules, too few to be one alone."""
    ends = _figure_ends(table)
    edges = list(table.edges)
    rows: list[Line] = []
    rest = list(lines)
    if rest and _repeats_header(rest[0], table):
        rows.append(rest.pop(0))
    for line in rest:
        far = rows and line.baseline - rows[-1].baseline > ROW_PITCH * line.size
        label, *figures = line.chunks()
        at = [_column_of(figure, ends) for figure in figures]
        if far or len(at) < 2 or None in at or label.x1 > figures[0].x0 or bullet(line):
            break
        rows.append(line)
        for column, figure in zip(at, figures, strict=True):
            if column is not None:
                edges[column] = min(edges[column], figure.x0 - ALIGNED)
    if not any(is_tabular(line) for line in rows) or edges != sorted(edges):
        return None
    columns = [Column(a, b) for a, b in pairwise(edges)]
    bands = [Band(line.top, line.bottom, [line], ruled=False) for line in rows]
    return assemble(bands, columns, edges, page, COLUMN_GAP, ruled=False)


def _repeats_header(line: Line, table: DraftTable) -> bool:
    """Whether a line has the words of a table's first row."""
    heads = [c.text for c in table.row(0) if c.text]
    return bool(heads) and [c.text for c in line.chunks()] == heads


def _figure_ends(table: DraftTable) -> dict[int, tuple[float, float]]:
    """Where the figures of each column end: (least, most) x."""
    out: dict[int, tuple[float, float]] = {}
    for cell in table.cells:
        for line in cell.lines:
            if cell.column and is_numeric(line.text):
                low, high = out.get(cell.column, (line.x1, line.x1))
                out[cell.column] = (min(low, line.x1), max(high, line.x1))
    return out


def _column_of(figure: Line, ends: dict[int, tuple[float, float]]) -> int | None:
    """The column whose figures end at the x at which this one ends."""
    if not is_numeric(figure.text):
        return None
    fits = (c for c, (a, b) in ends.items() if a - ALIGNED <= figure.x1 <= b + ALIGNED)
    return next((c for c in fits), None)


def _headed(lines: Sequence[Line], start: int, gap: float) -> tuple[int, int] | None:
    """The lines under a bold line of several words, all set to the x of one of them."""
    head = lines[start]
    starts = [c.x0 for c in head.chunks(gap)]
    # heads that look like their rows must be many to be believed
    least = 2 if head.bold else PLAIN_HEADS
    plain_row = not head.bold and is_tabular(head, gap)
    if len(starts) < least or bullet(head) or plain_row:
        return None
    end = start + 1
    several = 0
    for i in range(start + 1, len(lines)):
        line, before = lines[i], lines[i - 1]
        chunks = line.chunks(gap)
        pitch = ROW_PITCH if len(chunks) > 1 else HEADED_PITCH
        far = line.baseline - before.baseline > pitch * line.size
        if far or abs(line.size - head.size) > SAME_SIZE * line.size:
            break
        if not all(any(abs(c.x0 - x) <= ALIGNED for x in starts) for c in chunks):
            break
        several += len(chunks) > 1
        end = i + 1
    return (start, end) if several >= least else None


def _group(lines: Sequence[Line], start: int, gap: float) -> tuple[int, int] | None:
    """The stretch of lines around the tabular line at `start` that can be one table."""
    if not is_tabular(lines[start], gap) or bullet(lines[start]):
        return None
    end = last_figures = start + 1
    for i in range(start + 1, len(lines)):
        line = lines[i]
        if not _same_table(lines[i - 1], line, lines[start]):
            break
        if is_tabular(line, gap) and not bullet(line):
            last_figures = end = i + 1
        elif _rest_of_row(lines[i - 1], line, gap):
            continue
        elif not _is_label(line, lines[start], gap) or i + 1 - last_figures > LABEL_LINES:
            break
    end = _with_tail(lines, start, end, gap)
    if sum(is_tabular(line, gap) for line in lines[start:end]) < 2:
        return None
    return start, end


def _rest_of_row(before: Line, line: Line, gap: float) -> bool:
    """Whether a line goes on in several cells of the row above, close below each of them."""
    starts = [c.x0 for c in before.chunks(gap)]
    chunks = line.chunks(gap)
    near = line.baseline - before.baseline <= LINE_PITCH * line.size
    return (
        near
        and not bullet(line)
        and not all(c.text[:1].isupper() for c in chunks)
        and all(any(abs(c.x0 - x) <= ALIGNED for x in starts) for c in chunks)
        and not any(is_numeric(c.text) for c in chunks)
    )


def _same_table(before: Line, line: Line, first: Line) -> bool:
    near = line.baseline - before.baseline <= ROW_PITCH * max(line.size, before.size)
    return near and abs(line.size - first.size) <= SAME_SIZE * line.size


def _with_header(lines: Sequence[Line], start: int, gap: float, floor: int) -> int:
    """Where the header begins that stands over the first row of figures."""
    first = start
    while first > floor and start - first < HEADER_LINES:
        above = lines[first - 1]
        step = lines[first].baseline - above.baseline
        several = len(above.chunks(gap)) > 1
        last_head = _last_of_heads(above, lines[first])
        label = _is_label(above, lines[start], gap)
        wide = several or _under_header(lines, first - 1, gap) or (last_head and not label)
        if step > (ROW_PITCH if wide else LINE_PITCH) * above.size or bullet(above):
            break
        if not (several or label or last_head):
            break
        first -= 1
    # a single label over the first row is a heading, unless it goes on in the row's own label
    while first < start and len(lines[first].chunks(gap)) == 1 and not _wraps(lines, first):
        first += 1
    return first


def _last_of_heads(line: Line, below: Line) -> bool:
    """Whether a line is the last of a head's lines: bold, unlike the row under it."""
    return line.bold and not below.bold


def _under_header(lines: Sequence[Line], i: int, gap: float) -> bool:
    """Whether a line names a table's first section: bold heads of columns stand over it."""
    if i == 0 or not lines[i].bold:
        return False
    head = lines[i - 1]
    near = lines[i].baseline - head.baseline <= ROW_PITCH * head.size
    heads = head.chunks(gap)
    looks = head.bold or (len(heads) > 2 and not is_tabular(head, gap))
    return near and looks and len(heads) > 1 and _is_label(lines[i], head, gap)


def _wraps(lines: Sequence[Line], i: int) -> bool:
    return lines[i + 1].text[:1].islower() and not lines[i].bold


def _with_tail(lines: Sequence[Line], start: int, end: int, gap: float) -> int:
    """Take in the rest of the last row's wrapped texts."""
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        if _rest_of_row(before, line, gap):
            end += 1
            continue
        step = line.baseline - before.baseline
        if step > LINE_PITCH * line.size or not _is_label(line, lines[start], gap):
            break
        if not line.text[:1].islower():
            break
        end += 1
    return end


def _is_label(line: Line, tabular: Line, gap: float) -> bool:
    """Whether a line is (a part of) a label only: in the first column, left of the figures."""
    chunks = tabular.chunks(gap)
    return (
        len(line.chunks(gap)) == 1
        and not bullet(line)
        and abs(line.x0 - chunks[0].x0) <= LABEL_INDENT
        and line.x1 < chunks[1].x0 + 0.3 * line.size
    )


def _aligned(lines: Sequence[Line], columns: Sequence[Column], gap: float) -> bool:
    """Whether the figures of each column end, begin or are centred at the same x."""
    tabular = [line for line in lines if is_tabular(line, gap)]
    good = total = 0
    for column in columns[1:]:
        chunks = [
            c for line in tabular for c in line.chunks(gap) if c.x0 < column.x1 and column.x0 < c.x1
        ]
        if len(chunks) < 2:
            continue
        total += 1
        spreads = [
            max(at) - min(at)
            for at in (
                [c.x0 for c in chunks],
                [c.x1 for c in chunks],
                [(c.x0 + c.x1) / 2 for c in chunks],
            )
        ]
        good += min(spreads) <= 2 * ALIGNED
    return total > 0 and good >= 0.75 * total
