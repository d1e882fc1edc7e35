"""How wide the columns of a table are: by what stands in them, as a word processor would."""

from collections.abc import Sequence

from attrs import frozen

from ifo_followup.document import Cell, Table
from ifo_followup.typeset.printing.wrapping import Measure, least_width, paragraphs, plain


@frozen
class Needs:
    """What a column needs: `least` for its longest word, `natural` for its longest text."""

    least: float
    natural: float


def needs(
    table: Table, measure: Measure, *, padding: float = 0, hyphenate: bool = False, mark: float = 0
) -> list[Needs]:
    """What each column of a table needs; `padding` is what a cell takes besides its text.

    A cell over several columns asks them all alike for what it needs more than they have.
    `mark` is the room that a shape in a cell takes.
    """
    out = [Needs(padding, padding) for _ in range(table.columns)]
    for cell in sorted(table.cells, key=lambda c: c.colspan):
        least, natural = _cell_needs(cell, measure, hyphenate=hyphenate)
        more = padding + (mark if cell.mark else 0)
        columns = range(cell.column, cell.column + cell.colspan)
        lack = [
            max(0.0, wanted + more - sum(had)) / cell.colspan
            for wanted, had in (
                (least, [out[c].least for c in columns]),
                (natural, [out[c].natural for c in columns]),
            )
        ]
        for c in columns:
            out[c] = Needs(out[c].least + lack[0], out[c].natural + lack[1])
    return out


def _cell_needs(cell: Cell, measure: Measure, *, hyphenate: bool) -> tuple[float, float]:
    texts = [*paragraphs(cell.text), *paragraphs(cell.hidden)]
    least = max((least_width(t, measure, hyphenate=hyphenate) for t in texts), default=0.0)
    lines = [plain(line) for t in texts for line in t.split("\n")]
    return least, max((measure(line) for line in lines), default=0.0)


def shared(columns: Sequence[Needs], room: float, *, stretch: bool) -> list[float]:
    """The widths of columns that have this room together.

    Each gets what it needs, the long texts of what is left as much as they are longer. With
    `stretch` all of the room is given away. Words that do not fit even so make it wider.
    """
    natural = sum(c.natural for c in columns)
    least = sum(c.least for c in columns)
    if natural <= room:
        factor = room / natural if stretch and natural else 1.0
        return [c.natural * factor for c in columns]
    part = max(0.0, room - least) / (natural - least) if natural > least else 0.0
    return [c.least + (c.natural - c.least) * part for c in columns]
