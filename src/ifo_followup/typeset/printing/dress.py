"""What a look does to the cells of a document: lights, header rows, stripes.

After it a cell's text, fill, mark and weight are what is printed, and what can be read again.
"""

from attrs import evolve

from ifo_followup.document import Cell, Colour, Document, Table
from ifo_followup.model.values import Place, Verdict
from ifo_followup.swedish.words import ASSESSMENTS
from ifo_followup.typeset.printing.look import Light, Look, Rules

# pale, so that the word on it can be read; by hue they are the lights they stand for
FILLS = {
    Verdict.GREEN: Colour(169, 209, 142),
    Verdict.YELLOW: Colour(255, 230, 153),
    Verdict.RED: Colour(240, 128, 128),
}
SHAPES = {
    Verdict.GREEN: Colour(112, 173, 71),
    Verdict.YELLOW: Colour(255, 192, 0),
    Verdict.RED: Colour(192, 0, 0),
}
_STRIPE = Colour(237, 237, 237)


def dressed(document: Document, look: Look) -> Document:
    """The document as it is printed: words of lights become colours, headers and stripes shaded."""
    blocks = tuple(
        _table(block, look) if isinstance(block, Table) else block for block in document.blocks
    )
    return evolve(document, blocks=blocks)


def _table(table: Table, look: Look) -> Table:
    cells = tuple(
        _head(cell, look) if cell.row < table.header_rows else _body(cell, table, look)
        for cell in with_holes(table)
    )
    shown = (c for c in cells if c.text or c.fill or c.mark or c.hidden)
    return evolve(table, cells=tuple(shown))


def with_holes(table: Table) -> list[Cell]:
    """The cells of a table, empty ones where its grid has none."""
    holes = [
        Cell(text="", row=r, column=c, place=Place())
        for r, row in enumerate(table.grid())
        for c, cell in enumerate(row)
        if cell is None
    ]
    return sorted([*table.cells, *holes], key=lambda c: (c.row, c.column))


def _head(cell: Cell, look: Look) -> Cell:
    return evolve(
        cell,
        header=True,
        strong=bool(cell.text) and (look.header_strong or cell.strong),
        fill=look.header_fill or cell.fill,
    )


def _body(cell: Cell, table: Table, look: Look) -> Cell:
    if look.light is not Light.GIVEN:
        cell = _light(cell, look.light)
    striped = look.rules is Rules.STRIPES and (cell.row - table.header_rows) % 2
    return evolve(cell, fill=_STRIPE) if striped and cell.fill is None else cell


def _light(cell: Cell, light: Light) -> Cell:
    found = ASSESSMENTS.lookup(cell.text) if cell.text else None
    if found not in FILLS:
        return cell
    match light:
        case Light.WORD_AND_FILL:
            return evolve(cell, fill=FILLS[found])
        case Light.FILL:
            return evolve(cell, text="", fill=FILLS[found], mark=None)
        case _:
            return evolve(cell, text="", fill=None, mark=SHAPES[found])
