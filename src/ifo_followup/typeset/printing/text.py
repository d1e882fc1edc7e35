"""A document as the text layer of a PDF, read without its geometry.

What such a reader prints: a cell of one line runs on into the next cell, a cell of several lines
is followed by an empty line, an empty cell leaves nothing but a blank, and colours are gone.
"""

from collections.abc import Iterator

from ifo_followup.document import (
    Block,
    Cell,
    Document,
    Heading,
    Lines,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.typeset.printing.columns import needs, shared
from ifo_followup.typeset.printing.dress import dressed
from ifo_followup.typeset.printing.look import PLAIN, Look
from ifo_followup.typeset.printing.wrapping import paragraphs, wrap


def print_text(document: Document, look: Look = PLAIN) -> str:
    """Print a document as plain text: its blocks' words in order, no furniture, no colours."""
    out: list[str] = []
    before: Block | None = None
    for block in dressed(document, look).blocks:
        # an empty line stands between all blocks but the items of one list
        if before is not None and not (
            isinstance(before, ListItem) and isinstance(block, ListItem)
        ):
            out.append("")
        out.extend(_lines(block, look))
        before = block
    return "".join(_ended(line, look) for line in out)


def _ended(line: str, look: Look) -> str:
    if line and look.trailing_spaces and not line.endswith(" "):
        line += " "
    return f"{line}\n\n" if look.double_spaced and line else f"{line}\n"


def _lines(block: Block, look: Look) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from wrap(block.text, look.line_width, len)
        case ListItem():
            yield from wrap(f"{look.bullet(block.level)} {block.text}", look.line_width, len)
        case Table():
            yield from _table(block, look)
        case Lines():
            yield from (line.text for line in block.lines)


def _table(table: Table, look: Look) -> Iterator[str]:
    columns = needs(table, len, hyphenate=look.hyphenate)
    room = min(look.line_width, look.cell_width * len(columns))
    widths = [max(1, int(width)) for width in shared(columns, room, stretch=False)]
    for number, row in enumerate(table.grid()):
        yield from _row(number, row, widths, look)


def _row(number: int, row: list[Cell | None], widths: list[int], look: Look) -> Iterator[str]:
    """The lines of a row, cell by cell; the spaces of empty cells are what is left of them."""
    line = ""
    tall = False
    for column, cell in enumerate(row):
        if cell is None:
            line += " "
        if cell is None or (cell.row, cell.column) != (number, column):
            continue
        wrapped = _cell(cell, sum(widths[column : column + cell.colspan]), look)
        if len(wrapped) > 1:
            yield from (line + wrapped[0], *wrapped[1:], "")
            line, tall = "", True
        elif look.cells_apart and wrapped[0]:
            yield line + wrapped[0]
            line = ""
        else:
            line += f"{wrapped[0]} "
    if line.strip():
        yield line.rstrip(" ")
        if tall or look.rows_apart:
            yield ""


def _cell(cell: Cell, width: int, look: Look) -> list[str]:
    """The lines of a cell, one of them at least; an empty line parts its paragraphs."""
    out: list[str] = []
    for text in (*paragraphs(cell.text), *paragraphs(cell.hidden)):
        lines = wrap(text, width, len, hyphenate=look.hyphenate)
        out.extend(["", *lines] if out else lines)
    return out or [""]
