"""Grids put together cell by cell, as HTML tables and CSV files state them."""

import csv
import io
from collections.abc import Iterable, Sequence

from attrs import define, evolve, field

from ifo_followup.document import Cell, Table
from ifo_followup.limits import Limits
from ifo_followup.model.values import Place
from ifo_followup.reading.bounds import check_grid
from ifo_followup.swedish.text import join_lines

MAX_SPAN = 63
_MAX_ROWSPAN = 1000


@define
class Grid:
    """Cells placed row by row; a cell goes to the first place that none above reaches into."""

    limits: Limits
    cells: list[Cell] = field(factory=list, init=False)
    rows: int = field(default=0, init=False)
    _column: int = field(default=0, init=False)
    # how many more rows a column is covered from above
    _covered: dict[int, int] = field(factory=dict, init=False)

    def new_row(self) -> None:
        """Start a row."""
        if self.rows:
            self._covered = {column: n - 1 for column, n in self._covered.items() if n > 1}
        self._column = 0
        self.rows += 1

    def add(self, cell: Cell) -> None:
        """Place a cell; its own row and column are ignored, its spans are bounded."""
        if not self.rows:
            self.new_row()
        while self._covered.get(self._column):
            self._column += 1
        span = 1
        while span < min(cell.colspan, MAX_SPAN) and not self._covered.get(self._column + span):
            span += 1
        rowspan = min(cell.rowspan, _MAX_ROWSPAN)
        placed = evolve(cell, row=self.rows - 1, column=self._column, rowspan=rowspan, colspan=span)
        self.cells.append(placed)
        for column in range(self._column, self._column + span):
            # the row itself counts: `new_row` takes one off
            self._covered[column] = rowspan
        self._column += span
        check_grid(self.rows, self._column, "a table", self.limits)

    def table(self, place: Place, header_rows: int = 0) -> Table | None:
        """The finished table, None without cells. Spans end with the last row."""
        if not self.cells:
            return None
        cells = (
            evolve(
                cell,
                rowspan=min(cell.rowspan, self.rows - cell.row),
                header=cell.header or cell.row < header_rows,
            )
            for cell in self.cells
        )
        table = Table(cells=tuple(cells), place=place, header_rows=header_rows)
        check_grid(table.rows, table.columns, "a table", self.limits)
        return table


def table_from_texts(
    rows: Iterable[Sequence[str]], place: Place, limits: Limits, header_rows: int = 0
) -> Table:
    """A table without spans; short rows are filled up with empty cells."""
    texts = [[_cell_text(text) for text in row] for row in rows]
    width = max(map(len, texts), default=0)
    check_grid(len(texts), width, "a table", limits)
    cells = (
        Cell(text=text, row=r, column=c, place=place, header=r < header_rows)
        for r, row in enumerate(texts)
        for c, text in enumerate(row + [""] * (width - len(row)))
    )
    return Table(cells=tuple(cells), place=place, header_rows=header_rows)


def csv_rows(text: str) -> list[list[str]]:
    """Read CSV as RFC 4180 has it, with commas, semicolons or tabs, whichever the start has most.

    Raises:
        ValueError: a cell is too long or a quote is never closed.
    """
    start = text[:4000]
    separator = max(",;\t", key=start.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _cell_text(text: str) -> str:
    return "\n\n".join(filter(None, (join_lines(p.split("\n")) for p in text.split("\n\n"))))
