"""Parts of a table: some of its rows and columns, to be read in another way than the rest."""

from collections.abc import Collection

from attrs import evolve

from ifo_followup.document import Cell, Table


def part_of(
    table: Table,
    *,
    without_rows: Collection[int] = (),
    columns: Collection[int] | None = None,
) -> Table:
    """The table without some rows, or with some columns only (the first stands for the labels)."""
    kept = range(table.columns) if columns is None else sorted(columns)
    place = {old: new for new, old in enumerate(kept)}
    cells: list[Cell] = []
    for cell in table.cells:
        here = [place[n] for n in range(cell.column, cell.column + cell.colspan) if n in place]
        if cell.row in without_rows or not here:
            continue
        same = (here[0], len(here)) == (cell.column, cell.colspan)
        # a cell that stays where it was is the same object: who takes it takes the original
        cells.append(cell if same else evolve(cell, column=here[0], colspan=len(here)))
    return evolve(table, cells=tuple(cells))
