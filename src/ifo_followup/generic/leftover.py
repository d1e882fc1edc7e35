"""What is left over of a table: cells whose column or row has no clear meaning.

They are kept as statistics, each with its printed row and head, so that nobody has to guess.
"""

from collections.abc import Iterator, Sequence

from ifo_followup.document import Table
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.grids import own
from ifo_followup.layouts.mint import Spot, statistic_of
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.values import Text
from ifo_followup.swedish.units import read_unit


def keep(
    table: Table,
    draft: Draft,
    number: int,
    title: Text | None,
    *,
    heads: Sequence[str],
    rows: Sequence[int],
    columns: Sequence[int],
    label: int = 0,
) -> None:
    """Keep the cells of these rows and columns as a table of statistics.

    Args:
        table: the table that they stand in.
        draft: what is added to.
        number: counts all tables of the document from 1.
        title: what the table is called.
        heads: the head of each column.
        rows: rows of the grid.
        columns: columns of the grid.
        label: the column that names the rows.
    """
    cells = tuple(_cells(table, draft, number, heads, rows, columns, label))
    if cells:
        draft.statistics.append(
            StatisticsTable(number=len(draft.statistics) + 1, title=title, cells=cells)
        )


def _cells(
    table: Table,
    draft: Draft,
    number: int,
    heads: Sequence[str],
    rows: Sequence[int],
    columns: Sequence[int],
    label: int,
) -> Iterator[StatisticsCell]:
    grid = table.grid()
    for n in rows:
        named = grid[n][label]
        name = named.text.replace("\n\n", " ").strip() if named is not None else ""
        if named is not None:
            draft.ledger.claim(named)
        for column in columns:
            cell = own(grid[n], column)
            if cell is None:
                continue
            draft.ledger.claim(cell)
            head = heads[column]
            unit = read_unit(head) or read_unit(name)
            spot = Spot(table=number, row=name or None, column=head or None)
            value = statistic_of(cell.text, cell.place, spot, unit)
            if value is not None:
                yield StatisticsCell(row=name or None, column=head or None, number=value)


def report_unclear(
    table: Table,
    draft: Draft,
    number: int,
    title: Text | None,
    *,
    heads: Sequence[str],
    depth: int,
    columns: Sequence[int],
    label: int = 0,
) -> None:
    """Say which columns have no clear meaning, and keep their cells."""
    for n in columns:
        place = next((c.place for c in table.cells if c.column == n), table.place)
        draft.ledger.find(
            "column-unclear",
            f"what the column {heads[n]!r} means is not clear; its cells are kept as statistics",
            Spot(table=number, column=heads[n]).source(heads[n], place),
        )
    keep(
        table,
        draft,
        number,
        title,
        heads=heads,
        rows=range(depth, table.rows),
        columns=columns,
        label=label,
    )
