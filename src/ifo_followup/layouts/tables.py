"""A table whose header fits a layout: rows whose cells are taken by the field they fill."""

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from ifo_followup.document import Cell, Table
from ifo_followup.layouts.declare import Column, Layout, TableLayout
from ifo_followup.layouts.grids import MOST_HEADER_ROWS
from ifo_followup.layouts.heads import HeaderMatch, match_squashed
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import Spot
from ifo_followup.model.values import Source
from ifo_followup.swedish.text import squash


@define(eq=False)
class Row:
    """One row. What is taken is claimed; what is left over is reported."""

    match: "MatchedTable"
    number: int
    cells: Sequence[Cell | None]
    _taken: set[int] = field(factory=set, init=False)

    def get(self, fills: str) -> Cell | None:
        """The cell of the column that fills a field, and take it."""
        return next((cell for _, cell in self.all(fills)), None)

    def all(self, fills: str) -> Iterator[tuple[str, Cell]]:
        """All cells that fill a field, each with its printed head, and take them."""
        for n, column in enumerate(self.match.columns):
            if column is not None and column.fills == fills:
                cell = self._at(n)
                if cell is not None:
                    self._taken.add(n)
                    self.match.ledger.claim(cell)
                    yield self.match.heads[n], cell

    def _at(self, n: int) -> Cell | None:
        """The cell that begins in this column: one that spans from the left is its neighbour's."""
        cell = self.cells[n]
        return cell if cell is not None and cell.column == n else None

    @property
    def label(self) -> str:
        """The first filled cell, to name the row by."""
        return next((c.text for c in self.cells if c is not None and c.text.strip()), "")

    def spot(self, column: str | None = None) -> Spot:
        """Where a value of this row stands."""
        return Spot(table=self.match.number, row=self.label[:120] or None, column=column)

    def leave(self) -> None:
        """Report filled cells that nobody took."""
        for n, cell in enumerate(self.cells):
            if n in self._taken or cell is None or cell.column != n:
                continue
            if not cell.text.strip() or self.match.ledger.is_claimed(cell):
                continue
            head = self.match.heads[n]
            source = Source(
                text=cell.text,
                place=cell.place,
                table=self.match.number,
                row=self.label,
                column=head,
            )
            self.match.ledger.find(
                "cell-unread", f"nobody took the cell under {head!r}", source, printed=cell.text
            )

    def ignore(self, cell: Cell, rule: str, why: str) -> None:
        """Leave a cell out on purpose, and say why."""
        source = Source(text=cell.text, place=cell.place, table=self.match.number, row=self.label)
        self.match.ledger.claim(cell)
        self.match.ledger.find(rule, why, source, printed=cell.text)


@frozen(eq=False)
class MatchedTable:
    """A table whose columns are known. `number` counts all tables of the document from 1."""

    table: Table
    number: int
    header: HeaderMatch
    heads: tuple[str, ...]
    depth: int
    ledger: Ledger

    @property
    def layout(self) -> TableLayout:
        """The layout that its header fits."""
        return self.header.layout

    @property
    def columns(self) -> tuple[Column | None, ...]:
        """The declared column of each printed one."""
        return self.header.columns

    def rows(self) -> Iterator[Row]:
        """The rows under the header; header rows repeated further down are passed over."""
        grid = self.table.grid()
        for cell in self.table.cells:
            if cell.row < self.depth:
                self.ledger.claim(cell)
        for number in range(self.depth, len(grid)):
            cells = grid[number]
            if [c.text if c else "" for c in cells] == list(self.heads):
                self.ledger.claim(*(c for c in cells if c))
                continue
            if any(cell is not None for cell in cells):
                yield Row(self, number, cells)


def match_table(table: Table, number: int, layout: Layout, ledger: Ledger) -> MatchedTable | None:
    """Find the layout that a table's header fits; the one that knows most of its columns wins."""
    grid = table.grid()
    best: MatchedTable | None = None
    for depth in _depths(table):
        heads = head_texts(grid, depth)
        squashed = [squash(head) for head in heads]
        for declared in layout.tables:
            found = match_squashed(declared, squashed)
            if found is None:
                continue
            if best is None or found.unknown < best.header.unknown:
                best = MatchedTable(table, number, found, heads, depth, ledger)
        if best is not None:
            break
    return best


def _depths(table: Table) -> Iterator[int]:
    tried = [table.header_rows] if table.header_rows else []
    for depth in (*tried, 1, 2, 3):
        if 0 < depth <= min(table.rows, MOST_HEADER_ROWS):
            yield depth


def head_texts(grid: Sequence[Sequence[Cell | None]], depth: int) -> tuple[str, ...]:
    """The heads of each column, from the top down, joined by a space."""
    heads: list[str] = []
    for n in range(len(grid[0]) if grid else 0):
        seen: list[Cell] = []
        for row in grid[:depth]:
            cell = row[n]
            if cell is not None and cell not in seen:
                seen.append(cell)
        heads.append(" ".join(cell.text.replace("\n\n", " ") for cell in seen).strip())
    return tuple(heads)
