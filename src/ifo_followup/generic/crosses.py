"""Columns of answers with a cross under one: "Uppfyllt | Delvis uppfyllt | Ej uppfyllt".

Where each row has one cross, they are read as one column that says the crossed words. A row with
two is not decided here: then the columns stay as they are, and nobody takes them.
"""

import re
from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from ifo_followup.document import Cell, Table
from ifo_followup.layouts.grids import Grid, own
from ifo_followup.swedish.words import ASSESSMENTS, STATUSES

_CROSS = re.compile(r"[xX×✓✔✗✘☒☑●■√]")
_HEADS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("Bedömning", ASSESSMENTS.lookup),
    ("Status", STATUSES.lookup),
)


@frozen(eq=False)
class Crossed:
    """A table whose crossed columns are one, and the cells that went into it."""

    table: Table
    taken: tuple[Cell, ...]


def is_cross(text: str) -> bool:
    """Whether a cell is a cross or a tick and nothing else."""
    return _CROSS.fullmatch(text.strip()) is not None


def with_answers(table: Table, grid: Grid, depth: int) -> Crossed | None:
    """Read neighbouring columns of answers as one; None where there are none, or it is not plain.

    The answer stands in the first of them, the others are left empty.

    Args:
        table: the table.
        grid: its cells.
        depth: how many rows the header has.
    """
    if not any(cell.row >= depth and is_cross(cell.text) for cell in table.cells):
        return None
    heads = ["" if cell is None else cell.text for cell in grid[depth - 1]]
    for head, lookup in _HEADS:
        known = [n for n, text in enumerate(heads) if text.strip() and lookup(text) is not None]
        if len(known) < 2 or known != list(range(known[0], known[-1] + 1)):
            continue
        over = [cell for cell in table.cells if _over(cell, known)]
        if any(_over(cell, range(known[0])) or _ends(cell) > known[-1] + 1 for cell in over):
            continue  # it is not of these columns alone
        marks = [_marks(row, known) for row in grid[depth:]]
        if any(marks) and all(m is not None and len(m) < 2 for m in marks):
            return _joined(table, over, known[0], head, heads, depth)
    return None


def _over(cell: Cell, columns: Sequence[int]) -> bool:
    return any(n in columns for n in range(cell.column, _ends(cell)))


def _ends(cell: Cell) -> int:
    return cell.column + cell.colspan


def _marks(row: Sequence[Cell | None], columns: Sequence[int]) -> list[int] | None:
    """The crossed columns of a row; None where something else stands there."""
    cells = {n: cell for n in columns if (cell := row[n]) is not None and cell.text.strip()}
    plain = all(own(row, n) is cell and is_cross(cell.text) for n, cell in cells.items())
    return list(cells) if plain else None


def _joined(
    table: Table, taken: Sequence[Cell], first: int, head: str, heads: Sequence[str], depth: int
) -> Crossed:
    answers = [
        evolve(cell, column=first, colspan=1, text=heads[cell.column])
        for cell in taken
        if cell.row >= depth and cell.text.strip()
    ]
    top = evolve(taken[0], row=0, column=first, colspan=1, rowspan=depth, text=head)
    gone = set(map(id, taken))
    cells = [cell for cell in table.cells if id(cell) not in gone]
    inside = (top, *answers)
    in_order = sorted((*cells, *inside), key=lambda cell: (cell.row, cell.column))
    return Crossed(evolve(table, cells=tuple(in_order)), tuple(taken))
