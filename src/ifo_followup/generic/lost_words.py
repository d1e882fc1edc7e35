"""What plain text has lost of tables of words: rows, gutters, and all that is colour."""

from collections.abc import Iterator

from ifo_followup.document import Document, Lines, Table
from ifo_followup.generic.cell_lines import heads_apart
from ifo_followup.generic.contents import column
from ifo_followup.generic.spaced_lines import SpacedLine, spaced_lines
from ifo_followup.generic.word_heads import are_word_heads, word_heads
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import Spot
from ifo_followup.layouts.tables import MatchedTable
from ifo_followup.model.values import Place

_LIGHTS = ("assessment", "status", "trend", "forecast")
_LONGEST = 120
_UNREAD = "what looks like the heads of a table, whose rows are not plain, was read as text"
_UNCLEAR = (
    "the gutters of this table do not tell where its rows begin; its cells were told apart by words"
)


def tell_lost_heads(document: Document, recovered: Document, ledger: Ledger) -> None:
    """Tell every line of heads that no table begins with, and those whose columns were not seen.

    Args:
        document: before its plain text was recovered.
        recovered: the same after it.
        ledger: takes the findings.
    """
    lines = {
        n
        for block in recovered.blocks
        if isinstance(block, Table) and block.place.first_line is not None
        for n in range(block.place.first_line, (block.place.last_line or 0) + 1)
    }
    for row, text in _heads(document):
        number = row.line.number
        source = Spot().source(text, Place(first_line=number, last_line=number))
        if number not in lines:
            ledger.find("table-unread", _UNREAD, source)
        elif word_heads(row) is not None:
            ledger.find("cells-unclear", _UNCLEAR, source)


def _heads(document: Document) -> Iterator[tuple[SpacedLine, str]]:
    for block in document.blocks:
        if isinstance(block, Lines):
            for row in spaced_lines(block):
                text = " ".join(cell.text for cell in row.cells)
                if word_heads(row) is not None or are_word_heads(text):
                    yield row, text[:_LONGEST]
            for row, text in heads_apart(block):
                yield row, text[:_LONGEST]


def tell_dark(table: MatchedTable) -> None:
    """Say of which columns of plain text nothing is left: colours and icons are no letters."""
    grid = table.table.grid()
    for n, declared in enumerate(table.columns):
        if declared is None or declared.fills not in _LIGHTS or column(grid, table.depth, n):
            continue
        source = Spot(table=table.number).source(table.heads[n], table.table.place)
        why = "nothing is left below this head; plain text has no colours"
        table.ledger.find("light-lost", why, source)
