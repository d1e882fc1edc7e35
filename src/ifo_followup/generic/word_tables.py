"""Tables of words in plain text, whose cells go on over several lines.

Their heads are known words of the field, and white gutters run through all lines below: each cell
stands in one column. A row begins where its label does; a line that does not say whether it begins
one or goes on makes the whole table unread, which is told.
"""

from collections.abc import Sequence

from attrs import frozen

from ifo_followup.document import Document, Kind, Table
from ifo_followup.generic.classify import classify
from ifo_followup.generic.gutters import parted
from ifo_followup.generic.heads import is_period
from ifo_followup.generic.spaced_heads import (
    Span,
    columns_of_rows,
    empty_behind,
    heads_over,
    home_of,
)
from ifo_followup.generic.spaced_lines import (
    MOST_CELLS,
    SpacedLine,
    header_cells,
    is_rest,
    place_of,
)
from ifo_followup.generic.word_heads import kind_of, word_heads
from ifo_followup.generic.word_rows import ANSWERS, NotPlain, WordRows, is_answer
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.swedish.text import join_lines

_MOST_LINES = 300  # of one table
_LONGEST_LINE = 400
_MOST_HEADER_LINES = 4
_GAP = 3  # empty lines that end any table
_TRIES = 3
_NOTHING = Document(name="", sha256="", kind=Kind.TEXT, reader="", blocks=())


@frozen
class WordTable:
    """A table, and the line behind its last one."""

    table: Table
    end: int


def word_table(rows: Sequence[SpacedLine], at: int) -> WordTable | None:
    """The table whose heads stand on a line; None where it is not plain how its lines are read."""
    heads = word_heads(rows[at])
    if heads is None:
        return None
    header = _header(rows, at)
    first = at + len(header)
    end = _stop(rows, first)
    for _ in range(_TRIES):
        body = rows[first:end]
        columns = columns_of_rows([row.cells for row in body if len(row.cells) > 1])
        if columns is None or len(columns) > MOST_CELLS:
            return None
        across = next((n for n, row in enumerate(body) if _crosses(row, columns)), None)
        if across is None:
            return _read(header, heads, body, columns, at)
        end = first + across
    return None


def _header(rows: Sequence[SpacedLine], at: int) -> Sequence[SpacedLine]:
    """The line of heads, and what goes on below it."""
    end = at + 1
    while end < len(rows) and end - at < _MOST_HEADER_LINES and rows[end].cells:
        if not all(is_rest(cell) or is_period(cell.text) for cell in rows[end].cells):
            break
        end += 1
    return rows[at:end]


def _stop(rows: Sequence[SpacedLine], first: int) -> int:
    """Where the table must have ended: the next heads, a line alone behind an empty one, a gap."""
    empty = 0
    widest = 0  # gap between two lines so far
    for n in range(first, min(len(rows), first + _MOST_LINES)):
        row = rows[n]
        if not row.cells:
            empty += 1
            continue
        if n > first and empty:
            alone = len(row.cells) == 1 and not row.line.text[:1].isspace()
            if empty >= _GAP or alone or (widest and empty > widest):
                return n
            widest = max(widest, empty)
        if len(row.line.text) > _LONGEST_LINE or word_heads(row) is not None:
            return n
        empty = 0
    return min(len(rows), first + _MOST_LINES)


def _crosses(row: SpacedLine, columns: Sequence[Span]) -> bool:
    """Whether one text of a line reaches over a gutter, or stands in no column: no cell does."""
    return len(row.cells) == 1 and home_of(row.cells[0], columns) is None


def _read(
    header: Sequence[SpacedLine],
    heads: Sequence[Span],
    body: Sequence[SpacedLine],
    columns: list[Span],
    at: int,
) -> WordTable | None:
    printed = [tuple(heads), *(row.cells for row in header[1:])]
    narrow = parted(columns, [row.line.text.expandtabs() for row in body])
    ways = (
        (columns, False),
        (narrow, False),
        (narrow + empty_behind(narrow, printed), True),
        (_with_empty(narrow, heads), True),
    )
    for places, guessed in ways:
        over = heads_over(places, printed) if len(places) == len(heads) else None
        if over is None or over.groups:
            continue
        texts = [join_lines(leaf) for leaf in over.leaves]
        try:
            rows = WordRows(places, texts, body)
        except NotPlain:
            return None
        if guessed and _answers_are_words(rows):
            return None
        place = place_of([*header, *body[: rows.end]])
        cells = (*header_cells(over, place_of(header)), *rows.cells(1))
        table = Table(cells=cells, place=place, header_rows=1)
        if classify(table, 0, Ledger(_NOTHING)) is None:
            return None
        return WordTable(table, at + len(header) + rows.end)
    return None


def _answers_are_words(rows: WordRows) -> bool:
    """Whether a column of answers holds none: then its head may be that of the next column."""
    for n, head in enumerate(rows.heads):
        printed = rows.column(n)
        if kind_of(head) in ANSWERS and printed and not any(map(is_answer, printed)):
            return True
    return False


def _with_empty(columns: Sequence[Span], heads: Sequence[Span]) -> list[Span]:
    """The columns with those that have a head and nothing below; the others are under theirs."""
    own = [[n for n, c in enumerate(columns) if head.shares(c) > 0] for head in heads]
    if sorted(n for found in own for n in found) != list(range(len(columns))):
        return []
    empty = [head for head, found in zip(heads, own, strict=True) if not found]
    return sorted((*columns, *empty), key=lambda place: place.start)
