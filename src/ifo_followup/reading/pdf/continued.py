"""The rest of a table on the next page where nothing is drawn: its texts stand in its columns."""

from bisect import bisect_right
from collections.abc import Sequence

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.columns import ALIGNED
from ifo_followup.reading.pdf.content import around, contains
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable
from ifo_followup.reading.pdf.lines import Line, bullet
from ifo_followup.reading.pdf.visible import Mark

# Lines of one row are at most this far apart (em): paragraphs of a cell are parted by an empty one.
ROW_PITCH = 3.2
# Text of a cell stands at least this far (points) inside its sides.
SET_IN = 1.0
# Column borders of one table agree to this (points).
SAME_EDGE = 3.0
# The text of one table differs in size by at most this (points).
SAME_SIZE = 0.3


def open_row(
    lines: Sequence[Line],
    before: DraftTable,
    page: int,
    marks: Sequence[Mark] = (),
    shades: Sequence[Mark] = (),
) -> DraftTable | None:
    """The row, or rest of one, at the top of a page that goes on a table without a rule under it.

    `before` ends the page before, open below. There must be text in another column than the first:
    text in the first only may be a paragraph's. `marks` and `shades` are what is coloured on the
    page.
    """
    starts = _starts(before)
    rows: list[Line] = []
    for line in lines:
        if rows and line.baseline - rows[-1].baseline > ROW_PITCH * line.size:
            break
        if bullet(line) or not _fits(line, before.edges, starts):
            break
        rows.append(line)
    used = {_column(run.middle, before.edges) for line in rows for run in line.runs}
    if not rows or used == {0}:
        return None
    top, bottom = rows[0].top, max(line.bottom for line in rows)
    edges = before.edges
    cells = []
    for column in range(len(edges) - 1):
        box = Box(edges[column], top, edges[column + 1], bottom)
        cell = DraftCell(0, column, 1, 1, box, page, drawn=True)
        cell.runs = [r for x in rows for r in x.runs if _column(r.middle, edges) == column]
        cell.fill = next((s.colour for s in shades if _fills(s.box, box)), None)
        cell.mark = next((m.colour for m in marks if contains(box, *_middle(m.box))), None)
        cells.append(cell)
    table = DraftTable(cells, list(edges), Box(edges[0], top, edges[-1], bottom), page, ruled=True)
    table.open_top = table.open_bottom = True
    return table


def goes_on_in(row: DraftTable, table: DraftTable) -> bool:
    """Whether an open row ends where a table with the same columns begins."""
    size = max((line.size for cell in row.cells for line in cell.lines), default=0.0)
    return (
        row.drawn
        and len(row.edges) == len(table.edges)
        and all(abs(a - b) <= SAME_EDGE for a, b in zip(row.edges, table.edges, strict=True))
        and -SAME_EDGE <= table.box.top - row.box.bottom <= size
    )


def prepend(row: DraftTable, table: DraftTable) -> None:
    """Make an open row the first of the table under it, whose own first row is no header."""
    for cell in table.cells:
        cell.row += row.rows
    table.cells = [*row.cells, *table.cells]
    table.box = around([row.box, table.box])
    table.header_rows, table.open_top, table.striped = 0, True, True


def _starts(table: DraftTable) -> dict[int, list[tuple[float, float]]]:
    """Where the texts of each column begin, as far as that is still known, and their size."""
    out: dict[int, list[tuple[float, float]]] = {}
    for cell in table.cells:
        if cell.colspan == 1:
            out.setdefault(cell.column, []).extend((x.x0, x.size) for x in cell.lines)
    return out


def _fills(shade: Box, cell: Box) -> bool:
    sides = max(abs(shade.x0 - cell.x0), abs(shade.x1 - cell.x1))
    return sides <= SAME_EDGE and shade.top < cell.bottom and cell.top < shade.bottom


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def _column(x: float, edges: Sequence[float]) -> int:
    return min(max(bisect_right(edges, x) - 1, 0), len(edges) - 2)


def _fits(line: Line, edges: Sequence[float], starts: dict[int, list[tuple[float, float]]]) -> bool:
    """Whether all texts of a line stand inside columns, set as the texts there are."""
    ends: dict[int, tuple[float, float]] = {}
    for run in line.runs:
        column = _column(run.middle, edges)
        x0, x1 = ends.get(column, (run.x0, run.x1))
        ends[column] = (min(x0, run.x0), max(x1, run.x1))
    for column, (x0, x1) in ends.items():
        if x0 < edges[column] + SET_IN or x1 > edges[column + 1]:
            return False
        known = starts.get(column)
        if known and not any(
            abs(x0 - x) <= ALIGNED and abs(line.size - size) <= SAME_SIZE for x, size in known
        ):
            return False
    return True
