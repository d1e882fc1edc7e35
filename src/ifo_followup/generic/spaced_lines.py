"""Lines of plain text as cells: what two spaces or more part, and where it stands."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from ifo_followup.document import Cell, Lines, TextLine
from ifo_followup.generic.spaced_heads import Heads, Span
from ifo_followup.layouts.grids import is_value
from ifo_followup.model.values import Place
from ifo_followup.swedish.numbers import is_dash, with_sign_in_front
from ifo_followup.swedish.text import join_lines

_CELL = re.compile(r"\S(?: ?\S){0,400}")
_BULLETS = "-–—•·*▪"  # a row of details may begin with one
_LEAST_FIGURES = 2  # in a row; fewer are a sentence that ends in a number
MOST_CELLS = 40  # in a row; no printed table has more columns


@frozen
class SpacedLine:
    """One line: its cells as printed, and where they stand."""

    line: TextLine
    cells: tuple[Span, ...]

    @property
    def figures(self) -> int:
        """How many cells behind the first hold figures, or say that there is none."""
        return sum(1 for cell in self.cells[1:] if is_figure(cell.text))

    @property
    def words_end(self) -> int:
        """Where its first figure begins: left of it are the columns of words."""
        return next((c.start for c in self.cells[1:] if is_figure(c.text)), 0)

    @cached_property
    def is_row(self) -> bool:
        """Whether it is a label and its figures, perhaps with words behind them."""
        if not 1 < len(self.cells) <= MOST_CELLS or is_figure(self.cells[0].text):
            return False
        return self.figures >= _LEAST_FIGURES


def spaced_lines(block: Lines) -> list[SpacedLine]:
    """The lines of a block with their cells."""
    return [SpacedLine(line, _cells(line.text)) for line in block.lines]


def block_of(rows: Sequence[SpacedLine]) -> Lines:
    """Lines as a block again."""
    return Lines(lines=tuple(row.line for row in rows), place=place_of(rows))


def place_of(rows: Sequence[SpacedLine]) -> Place:
    """From the first line to the last."""
    return Place(first_line=rows[0].line.number, last_line=rows[-1].line.number)


def is_rest(cell: Span) -> bool:
    """Whether words go on from the line above: with a small letter, a figure, "(" or "%"."""
    return not cell.text[0].isupper() and cell.text[0] not in _BULLETS


def has_words_behind(text: str) -> bool:
    """Whether words stand directly behind a figure: they are of the next column."""
    figure, _, words = text.partition(" ")
    return is_value(figure) and words[:1].isupper()


def header_cells(heads: Heads, place: Place) -> Iterator[Cell]:
    """The cells of the header: the groups of columns, where there are some, and the columns."""
    for first, count, text in heads.groups:
        yield Cell(text=text, row=0, column=first, colspan=count, header=True, place=place)
    row = 1 if heads.groups else 0
    for n, texts in enumerate(heads.leaves):
        yield Cell(text=join_lines(texts), row=row, column=n, header=True, place=place)


def _cells(text: str) -> tuple[Span, ...]:
    return tuple(Span(f.start(), f.end(), f[0]) for f in _CELL.finditer(text.expandtabs()))


def is_figure(text: str) -> bool:
    """Whether a cell holds one figure, or a dash that says there is none."""
    return is_dash(text) or is_value(with_sign_in_front(text, brackets=True))
