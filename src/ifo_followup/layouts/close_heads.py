"""Heads of money columns that stand so near to each other that they were read as one."""

from collections.abc import Sequence

from attrs import evolve

from ifo_followup.document import Cell, Table
from ifo_followup.layouts.grids import header_depth
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.numeric_heads import split_heads


def with_all_heads(table: Table, ledger: Ledger) -> Table:
    """The table with a column for each of its heads; where it has fewer, figures are in doubt."""
    grid = table.grid()
    depth = header_depth(table, grid)
    for cell in table.cells if depth else ():
        if cell.row + cell.rowspan != depth:
            continue
        corner, heads = split_heads(cell.text)
        wide = cell.colspan - (1 if not cell.column else 0)
        if len(heads) < 2 or len(heads) < wide or wide < 1 or (corner and cell.column):
            continue
        if len(heads) > wide and "\n\n" in cell.text:
            continue  # they stand over one another, not side by side
        first = cell.column + cell.colspan - wide
        inside = [c for c in table.cells if first <= c.column < first + wide and c.row >= depth]
        if len(heads) > wide and any(c.rowspan > 1 for c in inside):
            continue
        ledger.claim(cell)
        return with_all_heads(_opened(table, cell, corner, heads, first, wide, ledger), ledger)
    return table


def _opened(
    table: Table,
    head: Cell,
    corner: str,
    heads: Sequence[str],
    first: int,
    wide: int,
    ledger: Ledger,
) -> Table:
    """The table with a head for each column; where there are too few, figures are in doubt."""
    more = len(heads) - wide
    cells: list[Cell] = []
    joined: dict[int, Cell] = {}
    for cell in table.cells:
        if cell is head:
            if not cell.column:
                cells.append(evolve(cell, text=corner, colspan=1))
            cells += [
                evolve(cell, text=text, column=first + n, colspan=1) for n, text in enumerate(heads)
            ]
        elif more and cell.column >= first + wide:
            cells.append(evolve(cell, column=cell.column + more))
        elif more and cell.column + cell.colspan > first and cell.row > head.row:
            before = joined.get(cell.row)
            text = f"{before.text} {cell.text}" if before else cell.text
            span = max(cell.column + cell.colspan - first, wide) + more
            start = min(cell.column, first)
            joined[cell.row] = evolve(
                before or cell, text=text, column=start, colspan=first - start + span,
                undecided=any(c.isdigit() for c in text),
            )  # fmt: skip
            ledger.claim(cell)
        elif more and cell.column + cell.colspan > first:
            cells.append(evolve(cell, colspan=cell.colspan + more))
        else:
            cells.append(cell)
    cells += joined.values()
    return evolve(table, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))
