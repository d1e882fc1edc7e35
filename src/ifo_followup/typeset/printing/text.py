"""A document as the text layer of a PDF, read without its geometry.

What such a reader prints: a cell of one line runs on into the next cell, a cell of several lines
is followed by an empty line, an empty cell leaves nothing but a blank or two, and colours are
gone. Other programs set a row on one line with tabs between its cells, and wrap nothing.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

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
from ifo_followup.typeset.printing.wrapping import paragraphs, plain, wrap

_WHOLE = "\ue000"  # a space inside a figure, where no line is broken
_GROUPS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))|(?<=[0-9]) (?=%)")


def print_text(document: Document, look: Look = PLAIN) -> str:
    """Print a document as plain text: its blocks' words in order, no furniture, no colours."""
    out: list[str] = []
    before: Block | None = None
    for block in dressed(document, look).blocks:
        # an empty line stands between all blocks but the items of one list
        listed = isinstance(before, ListItem) and isinstance(block, ListItem)
        if out and out[-1] and not listed:
            out.append("")
        out.extend(_lines(block, look))
        before = block
    return "".join(_ended(line, look) for line in out)


def _ended(line: str, look: Look) -> str:
    if look.tabbed:
        return f"{line}\n"
    if line and look.trailing_spaces and not line.endswith(" "):
        line += " "
    if not look.double_spaced:
        return f"{line}\n"
    return f"{line or ' '}\n\n"  # an empty paragraph is a line of its own


def _lines(block: Block, look: Look) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from _wrapped(block.text, look)
        case ListItem():
            yield from _wrapped(f"{look.bullet(block.level)} {block.text}", look)
        case Table() if look.tabbed:
            yield from _tabbed(block)
        case Table():
            yield from _table(block, look)
        case Lines():
            yield from (line.text for line in block.lines)


def _wrapped(text: str, look: Look) -> list[str]:
    if look.tabbed:
        return [plain(text).replace("\n", " ")]
    return wrap(text, look.line_width, len)


def _tabbed(table: Table) -> Iterator[str]:
    """A line a row; a cell over several columns leaves the others empty."""
    for number, row in enumerate(table.grid()):
        yield "\t".join(
            _on_one_line(cell) if cell and (cell.row, cell.column) == (number, column) else ""
            for column, cell in enumerate(row)
        )


def _on_one_line(cell: Cell) -> str:
    """A cell's text without line ends; the ends of its paragraphs stay as the signs of HTML."""
    parts = [plain(part).replace("\n", " ") for part in _paragraphs(cell)]
    return "".join(f"<p>{part}</p>" for part in parts) if len(parts) > 1 else "".join(parts)


def _paragraphs(cell: Cell) -> list[str]:
    return [*paragraphs(cell.text), *paragraphs(cell.hidden)]


def _table(table: Table, look: Look) -> Iterator[str]:
    table = evolve(table, cells=tuple(map(_whole, table.cells)))
    columns = needs(table, len, hyphenate=look.hyphenate)
    room = min(look.line_width, look.cell_width * len(columns))
    widths = [max(1, int(width)) for width in shared(columns, room, stretch=False)]
    for number, row in enumerate(table.grid()):
        yield from _row(number, row, widths, look)


def _whole(cell: Cell) -> Cell:
    """A cell whose figures are not broken: columns of figures are made wide enough for them."""
    return evolve(cell, text=_GROUPS.sub(_WHOLE, cell.text))


def _row(number: int, row: Sequence[Cell | None], widths: list[int], look: Look) -> Iterator[str]:
    """The lines of a row, cell by cell; the spaces of empty cells are what is left of them."""
    line: list[str] = []
    tall = False
    for column, cell in enumerate(row):
        if cell is not None and (cell.row, cell.column) != (number, column):
            continue
        span = cell.colspan if cell is not None else 1
        lines = _cell(cell, sum(widths[column : column + span]), look) if cell else []
        lines = [one.replace(_WHOLE, " ") for one in lines] or [" " * look.empty_spaces]
        line.append(lines[0])
        if len(lines) > 1:
            yield from (" ".join(line), *lines[1:], "")
            line, tall = [], True
    left = " ".join(line)
    if left.strip() or (line and not tall):
        yield left + " " * (look.trailing_spaces and left.endswith(" "))
        if tall or look.rows_apart:
            yield ""
    elif look.rows_apart and not tall:
        yield ""


def _cell(cell: Cell, width: int, look: Look) -> list[str]:
    """The lines of a cell; an empty line parts its paragraphs."""
    out: list[str] = []
    for text in _paragraphs(cell):
        lines = wrap(text, width, len, hyphenate=look.hyphenate)
        out.extend(["", *lines] if out else lines)
    return out
