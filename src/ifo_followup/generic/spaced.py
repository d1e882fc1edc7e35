"""Tables in plain text whose columns stand one below the other, as `pdftotext -layout` prints them.

Two spaces or more part the cells of a line, and a column of figures is blank to its left and right
in all rows. Only tables of figures are taken, and only where each figure has one column, and each
column a head; what is left is read as running words are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from attrs import evolve

from ifo_followup.document import Block, Cell, Document, Furniture, Lines, Table
from ifo_followup.generic.goal_lines import set_apart
from ifo_followup.generic.single_spaced import single_spaced_table
from ifo_followup.generic.spaced_heads import (
    columns_of_rows,
    empty_behind,
    heads_over,
    home_of,
)
from ifo_followup.generic.spaced_lines import (
    MOST_CELLS,
    SpacedLine,
    block_of,
    has_words_behind,
    header_cells,
    is_rest,
    place_of,
    spaced_lines,
)
from ifo_followup.generic.word_heads import is_answer
from ifo_followup.generic.word_tables import word_table
from ifo_followup.layouts.signs import signs_of
from ifo_followup.swedish.numbers import is_dash
from ifo_followup.swedish.text import join_lines

_MOST_HEADER_LINES = 5
_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_ALIGNED = (
    "the text is set in columns of spaces: cells of several lines may be torn, or run into those "
    "beside them; the file it was made from is read better"
)
_FEWEST_ALIGNED = 5  # lines with several wide gaps; fewer are by chance
_LONGEST_CAPTION = 100


def with_spaced_tables(document: Document) -> Document:
    """The document with the tables that the spaces of its plain text show."""
    blocks: list[Block] = []
    signs: list[Furniture | None] = []
    for block in document.blocks:
        if not isinstance(block, Lines):
            blocks.append(block)
            continue
        of_figures = list(_pieces(block))
        for piece, lines in chain.from_iterable(map(_between, of_figures)):
            blocks.append(piece)
            if isinstance(piece, Table):
                signs.append(signs_of(lines, (piece,)))
    furniture = (*document.furniture, *filter(None, signs))
    return evolve(document, blocks=tuple(blocks), furniture=furniture)


def with_aligned_tables(document: Document) -> Document:
    """`with_spaced_tables` where much of the text is set in columns, with a warning.

    Text whose words follow each other as they are read has few wide gaps, if any: it stays.
    """
    lines = chain.from_iterable(b.lines for b in document.blocks if isinstance(b, Lines))
    aligned = (line for line in lines if len(_WIDE_GAP.findall(line.text)) > 1)
    if len(list(islice(aligned, _FEWEST_ALIGNED))) < _FEWEST_ALIGNED:
        return document
    document = with_spaced_tables(document)
    return evolve(document, warnings=(*document.warnings, _ALIGNED))


def _pieces(block: Lines) -> Iterator[tuple[Block, Lines]]:
    """The tables of a stretch of lines and what stands between them, each with its lines."""
    rows = spaced_lines(block)
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
        if table is not None and _has_words_behind_figures(table):
            table, end = word_table(rows, top) or (_if_answers(table), end)
        if table is not None:
            over = top - 1 if top > begin and _is_caption(rows[top - 1]) else top
            for some in (rows[begin:over], rows[over:top]):
                if some:
                    yield _both(block_of(some))
            yield table, block_of(rows[top:end])
            begin = end
        at = end
    if begin == 0:
        yield _both(block)
    elif begin < len(rows):
        yield _both(block_of(rows[begin:]))


def _between(found: tuple[Block, Lines]) -> Iterator[tuple[Block, Lines]]:
    """The tables of words, and those set with single spaces, between the tables of figures."""
    block, lines = found
    if not isinstance(block, Lines):
        yield block, lines
        return
    rows = spaced_lines(block)
    begin = at = 0
    while at < len(rows):
        read = word_table(rows, at) or single_spaced_table(rows, at)
        if read is None:
            at += 1
            continue
        table, end = read
        if at > begin:
            yield from map(_both, set_apart(block_of(rows[begin:at])))
        yield table, block_of(rows[at:end])
        begin = at = end
    if begin == 0:
        yield from map(_both, set_apart(block))
    elif begin < len(rows):
        yield from map(_both, set_apart(block_of(rows[begin:])))


def _is_caption(row: SpacedLine) -> bool:
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


def _end(rows: Sequence[SpacedLine], start: int) -> int:
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


def _has_words_behind_figures(table: Table) -> bool:
    """Whether the last column seems empty because its words begin one space behind figures."""
    last = table.columns - 1
    if any(cell.column == last for cell in table.cells if not cell.header):
        return False
    return any(has_words_behind(c.text) for c in table.cells if c.column == last - 1)


def _if_answers(table: Table) -> Table | None:
    """The table where nothing but lights stand behind its figures; they are told as lost."""
    behind = [c.text.partition(" ")[2] for c in table.cells if has_words_behind(c.text)]
    return table if all(map(is_answer, behind)) else None


def _breaks_off(rows: Sequence[SpacedLine], end: int, words_end: int) -> bool:
    """Whether figures go on directly below that are set otherwise: then the table is not whole."""
    cells = rows[end].cells if end < len(rows) else ()
    return any(cell.end >= words_end and cell.text[-1].isdigit() for cell in cells[1:])


def _goes_on(row: SpacedLine, words_end: int) -> bool:
    """Whether a line is the rest of the words in the row above it."""
    return row.cells[-1].end < words_end and all(map(is_rest, row.cells))


def _top(rows: Sequence[SpacedLine], start: int, floor: int) -> int:
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


def _table(header: Sequence[SpacedLine], body: Sequence[SpacedLine]) -> Table | None:
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
    if columns is None or len(columns) > MOST_CELLS or not header:
        return None
    columns += empty_behind(columns, [row.cells for row in header])
    heads = heads_over(columns, [row.cells for row in header])
    if heads is None or not all(heads.leaves[1:]):
        return None
    out: list[list[list[str]]] = []
    lines: list[list[SpacedLine]] = []
    for row in body:
        placed = [home_of(cell, columns, beside=is_dash(cell.text)) for cell in row.cells]
        if None in placed or len(set(placed)) < len(placed):
            return None
        if not out or row.is_row or not all(map(is_rest, row.cells)):
            out.append([[] for _ in columns])
            lines.append([])
        lines[-1].append(row)
        for n, cell in zip(placed, row.cells, strict=True):
            if n is not None:
                out[-1][n].append(cell.text)
    cells = list(header_cells(heads, place_of(header)))
    depth = cells[-1].row + 1
    cells += [
        Cell(text=join_lines(texts), row=number, column=n, place=place_of(where))
        for number, (row_texts, where) in enumerate(zip(out, lines, strict=True), start=depth)
        for n, texts in enumerate(row_texts)
        if texts
    ]
    return Table(cells=tuple(cells), place=place_of([*header, *body]), header_rows=depth)
