"""What a table is, by the words of its heads and by what its cells hold.

A declared layout knows its tables by their exact headers. Here a table is known by the common words
in it: a goal and how it was assessed, an indicator with values, an assignment with its status. A
column whose head says nothing known is left over, and so is one of two that say the same.
"""

from collections.abc import Iterator

from attrs import frozen

from ifo_followup.document import Table
from ifo_followup.generic import contents
from ifo_followup.generic.crosses import with_answers
from ifo_followup.generic.header import Header, Reading
from ifo_followup.layouts.grids import MOST_HEADER_ROWS, Grid, header_depth
from ifo_followup.layouts.heads import HeaderMatch
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.tables import MatchedTable, head_texts


@frozen(eq=False)
class Found:
    """A table whose rows can be read, and the columns that are left over."""

    reading: Reading
    table: MatchedTable
    unclear: tuple[int, ...] = ()


def classify(table: Table, number: int, ledger: Ledger) -> Found | None:
    """Find what a table is; None for a table of money, of statistics, or of nothing known."""
    grid = table.grid()
    top = contents.title_rows(table, grid)
    for depth in _depths(table, grid, top):
        crossed = with_answers(table, grid, depth)
        if crossed is not None:
            found = classify(crossed.table, number, ledger)
            if found is not None:
                ledger.claim(*crossed.taken)
            return found
        heads = head_texts(grid[top:], depth - top)
        if len(heads) < 2:
            return None
        reads = Header(table, grid, depth, heads).find()
        if reads is not None:
            reading, layout, columns = reads
            match = MatchedTable(table, number, HeaderMatch(layout, columns), heads, depth, ledger)
            unclear = tuple(
                n
                for n, column in enumerate(columns)
                if column is None and any(c.text.strip() for c in contents.column(grid, depth, n))
            )
            return Found(reading, match, unclear)
    return None


def _depths(table: Table, grid: Grid, top: int) -> Iterator[int]:
    """How many rows the header may have, the likeliest first."""
    tried: set[int] = set()
    for depth in (table.header_rows, top + 1, header_depth(table, grid), top + 2):
        if top < depth <= min(table.rows - 1, top + MOST_HEADER_ROWS) and depth not in tried:
            tried.add(depth)
            yield depth
