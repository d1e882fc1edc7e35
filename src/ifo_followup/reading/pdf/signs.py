"""Small shapes that fill cells: lights in a table whose cells are not drawn."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.columns import TIGHT_GAP
from ifo_followup.reading.pdf.content import contains
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable
from ifo_followup.reading.pdf.lines import Line


def rows_of_cells(lines: Sequence[Line], signs: Sequence[Box]) -> int:
    """How many lines have several texts, or a text and small shapes beside it."""
    middles = sorted(((s.top + s.bottom) / 2, s.x0) for s in signs)
    count = 0
    for line in lines:
        near = middles[bisect_left(middles, (line.top,)) : bisect_right(middles, (line.bottom,))]
        count += len(line.chunks(TIGHT_GAP)) > 1 or any(x0 >= line.x1 for _, x0 in near)
    return count


def rows_of_signs(box: Box, lines: Sequence[Line], signs: Sequence[Box]) -> list[float]:
    """The heights, in a region, of rows that hold small shapes only, two or more of them."""
    rows: list[list[float]] = []
    for sign in sorted(signs, key=lambda s: s.top):
        x, y = (sign.x0 + sign.x1) / 2, (sign.top + sign.bottom) / 2
        if not contains(box, x, y) or any(line.top <= y <= line.bottom for line in lines):
            continue
        if rows and y - rows[-1][0] <= sign.bottom - sign.top:
            rows[-1].append(y)
        else:
            rows.append([y])
    return [row[0] for row in rows if len(row) > 1]


def _rows_without_cells(
    table: DraftTable, rows: Mapping[int, tuple[float, float]]
) -> dict[int, tuple[float, float]]:
    """The rows that have no words: one between two others, or the last of the table."""
    out: dict[int, tuple[float, float]] = {}
    for above, below in pairwise(sorted(rows)):
        if below - above == 2 and rows[above][1] < rows[below][0]:
            out[above + 1] = (rows[above][1], rows[below][0])
    last = max(rows, default=-1)
    if rows and rows[last][1] < table.box.bottom:
        out[last + 1] = (rows[last][1], table.box.bottom)
    return out


def add_cells(table: DraftTable, signs: Sequence[Box]) -> None:
    """Give a cell to each small shape that stands where a row has no text."""
    rows = {c.row: (c.box.top, c.box.bottom) for c in table.cells if c.rowspan == 1}
    rows |= _rows_without_cells(table, rows)
    taken = {
        (r, c)
        for cell in table.cells
        for r in range(cell.row, cell.row + cell.rowspan)
        for c in range(cell.column, cell.column + cell.colspan)
    }
    numbers = sorted(rows)
    tops = [rows[r][0] for r in numbers]
    for sign in signs:
        x, y = (sign.x0 + sign.x1) / 2, (sign.top + sign.bottom) / 2
        at = bisect_right(tops, y) - 1
        if at < 0 or not contains(table.box, x, y) or y > rows[numbers[at]][1]:
            continue
        row = numbers[at]
        column = min(max(bisect_right(table.edges, x) - 1, 0), len(table.edges) - 2)
        if (row, column) not in taken:
            taken.add((row, column))
            box = Box(table.edges[column], rows[row][0], table.edges[column + 1], rows[row][1])
            table.cells.append(DraftCell(row, column, 1, 1, box, table.page))
