"""Tables in plain text whose columns stand one below the other, as `pdftotext -layout` prints them.

Two spaces or more part the cells of a line, and a column of figures is blank to its left and right
in all rows. Only tables of figures are taken, and only where each figure has one column, and each
column a head; what is left is read as running words are.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import evolve, frozen

from ifo_followup.document import Block, Cell, Document, Furniture, Lines, Table, TextLine
from ifo_followup.generic.spaced_heads import (
    Heads,
    Span,
    columns_of_rows,
    empty_behind,
    heads_over,
    home_of,
)
from ifo_followup.layouts.grids import is_value
from ifo_followup.layouts.signs import signs_of
from ifo_followup.model.values import Place
from ifo_followup.swedish.numbers import is_dash, with_sign_in_front
from ifo_followup.swedish.text import join_lines

_CELL = re.compile(r"\S(?: ?\S){0,400}")
_MOST_HEADER_LINES = 5
_BULLETS = "-–—•·*▪"  # a row of details may begin with one
_LONGEST_CAPTION = 100
_MOST_CELLS = 40  # in a row; no printed table has more columns
_LEAST_FIGURES = 2  # in a row; fewer are a sentence that ends in a number


@frozen
class _Row:
    """One line: its cells as printed, and where they stand."""

    line: TextLine
    cells: tuple[Span, ...]

    @property
    def figures(self) -> int:
        """How many cells behind the first hold figures, or say that there is none."""
        return sum(1 for cell in self.cells[1:] if _is_figure(cell.text))

    @property
    def words_end(self) -> int:
        """Where its first figure begins: left of it are the columns of words."""
        return next((c.start for c in self.cells[1:] if _is_figure(c.text)), 0)

    @cached_property
    def is_row(self) -> bool:
        """Whether it is a label and its figures, perhaps with words behind them."""
        if not 1 < len(self.cells) <= _MOST_CELLS or _is_figure(self.cells[0].text):
            return False
        return self.figures >= _LEAST_FIGURES


def with_spaced_tables(document: Document) -> Document:
    """The document with the tables that the spaces of its plain text show."""
    blocks: list[Block] = []
    signs: list[Furniture | None] = []
    for block in document.blocks:
        if not isinstance(block, Lines):
            blocks.append(block)
            continue
        for piece, lines in _pieces(block):
            blocks.append(piece)
            if isinstance(piece, Table):
                signs.append(signs_of(lines, (piece,)))
    furniture = (*document.furniture, *filter(None, signs))
    return evolve(document, blocks=tuple(blocks), furniture=furniture)


def _pieces(block: Lines) -> Iterator[tuple[Block, Lines]]:
    """The tables of a stretch of lines and what stands between them, each with its lines."""
    rows = [_Row(line, _cells(line.text)) for line in block.lines]
    begin = at = 0
    while at < len(rows):
        if not rows[at].is_row:
            at += 1
            continue
        end = _end(rows, at)
        top = _top(rows, at, begin)
        table = None
        if not _breaks_off(rows, end, rows[at].words_end):
            table = _table(rows[top:at], rows[at:end])
        if table is not None:
            over = top - 1 if top > begin and _is_caption(rows[top - 1]) else top
            for some in (rows[begin:over], rows[over:top]):
                if some:
                    yield _both(_lines(some))
            yield table, _lines(rows[top:end])
            begin = end
        at = end
    if begin == 0:
        yield _both(block)
    elif begin < len(rows):
        yield _both(_lines(rows[begin:]))


def _is_caption(row: _Row) -> bool:
    """Whether the line directly over a table names it, or its unit: then it stands alone."""
    text = row.line.text.strip()
    return (
        len(row.cells) == 1
        and text[0].isupper()
        and len(text) < _LONGEST_CAPTION
        and not text.endswith(".")
    )


def _both(lines: Lines) -> tuple[Block, Lines]:
    return lines, lines


def _lines(rows: Sequence[_Row]) -> Lines:
    return Lines(lines=tuple(row.line for row in rows), place=_place(rows))


def _place(rows: Sequence[_Row]) -> Place:
    return Place(first_line=rows[0].line.number, last_line=rows[-1].line.number)


def _cells(text: str) -> tuple[Span, ...]:
    return tuple(Span(f.start(), f.end(), f[0]) for f in _CELL.finditer(text.expandtabs()))


def _is_figure(text: str) -> bool:
    return is_dash(text) or is_value(with_sign_in_front(text, brackets=True))


def _end(rows: Sequence[_Row], start: int) -> int:
    """The line behind the last row of figures; labels alone may stand between the rows."""
    end = start + 1
    words_end = rows[start].words_end
    for n in range(start + 1, len(rows)):
        row = rows[n]
        if row.is_row:
            end = n + 1
        elif not row.cells and rows[n - 1].cells:
            continue  # an empty line between rows
        elif not row.cells or row.cells[-1].end >= words_end:
            break
    while end < len(rows) and rows[end].cells and _goes_on(rows[end], words_end):
        end += 1
    return end


def _breaks_off(rows: Sequence[_Row], end: int, words_end: int) -> bool:
    """Whether figures go on directly below that are set otherwise: then the table is not whole."""
    cells = rows[end].cells if end < len(rows) else ()
    return any(cell.end >= words_end and cell.text[-1].isdigit() for cell in cells[1:])


def _goes_on(row: _Row, words_end: int) -> bool:
    """Whether a line is the rest of the words in the row above it."""
    return row.cells[-1].end < words_end and all(map(_is_rest, row.cells))


def _is_rest(cell: Span) -> bool:
    """Whether words go on from the line above: with a small letter, a figure, "(" or "%"."""
    return not cell.text[0].isupper() and cell.text[0] not in _BULLETS


def _top(rows: Sequence[_Row], start: int, floor: int) -> int:
    """The first line of the header over a row: heads of several columns, and what wraps below."""
    words_end = rows[start].words_end
    top = start
    named = False  # whether the first group of rows has its name
    for n in range(start - 1, max(floor, start - _MOST_HEADER_LINES) - 1, -1):
        cells = rows[n].cells
        if not cells and n > floor and rows[n - 1].cells:
            continue  # an empty line under a head, or under the name of the first rows
        if not cells or rows[n].is_row:
            break
        if len(cells) == 1 and cells[0].start < words_end:
            if named or top < start or cells[0].end >= words_end:
                break  # a caption, or text
            named = True
            continue
        top = n
    return top


def _table(header: Sequence[_Row], body: Sequence[_Row]) -> Table | None:
    """The table of these lines; None where a figure has no column of its own, or a column no head.

    A name under the header heads the first rows.
    """
    header = [row for row in header if row.cells]
    body = [row for row in body if row.cells]
    while header and len(header[-1].cells) == 1 and header[-1].cells[0].start == 0:
        header, body = header[:-1], [header[-1], *body]
    # a dash stands in the middle of its column or at its end, which only the figures show
    printed = [[c for c in row.cells if not is_dash(c.text)] for row in body if row.is_row]
    columns = columns_of_rows(printed)
    if columns is None or len(columns) > _MOST_CELLS or not header:
        return None
    columns += empty_behind(columns, [row.cells for row in header])
    heads = heads_over(columns, [row.cells for row in header])
    if heads is None or not all(heads.leaves[1:]):
        return None
    out: list[list[list[str]]] = []
    lines: list[list[_Row]] = []
    for row in body:
        placed = [home_of(cell, columns, beside=is_dash(cell.text)) for cell in row.cells]
        if None in placed or len(set(placed)) < len(placed):
            return None
        if not out or row.is_row or not all(map(_is_rest, row.cells)):
            out.append([[] for _ in columns])
            lines.append([])
        lines[-1].append(row)
        for n, cell in zip(placed, row.cells, strict=True):
            if n is not None:
                out[-1][n].append(cell.text)
    cells = list(_header_cells(heads, _place(header)))
    depth = cells[-1].row + 1
    cells += [
        Cell(text=join_lines(texts), row=number, column=n, place=_place(where))
        for number, (row_texts, where) in enumerate(zip(out, lines, strict=True), start=depth)
        for n, texts in enumerate(row_texts)
        if texts
    ]
    return Table(cells=tuple(cells), place=_place([*header, *body]), header_rows=depth)


def _header_cells(heads: Heads, place: Place) -> Iterator[Cell]:
    """The cells of the header: the groups of columns, where there are some, and the columns."""
    for first, count, text in heads.groups:
        yield Cell(text=text, row=0, column=first, colspan=count, header=True, place=place)
    row = 1 if heads.groups else 0
    for n, texts in enumerate(heads.leaves):
        yield Cell(text=join_lines(texts), row=row, column=n, header=True, place=place)
