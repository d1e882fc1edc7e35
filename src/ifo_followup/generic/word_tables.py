"""Tables of words in plain text, whose cells go on over several lines.

Their heads are known words of the field, and white gutters run through all lines below: each cell
stands in one column. A row begins where its label does; a line that does not say whether it begins
one or goes on makes the whole table unread, which is told.
"""

from collections.abc import Sequence

from ifo_followup.document import Document, Kind, Table
from ifo_followup.generic.classify import classify
from ifo_followup.generic.gutters import parted
from ifo_followup.generic.heads import Word, is_period
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
    has_words_behind,
    header_cells,
    is_rest,
    place_of,
)
from ifo_followup.generic.word_heads import is_answer, kind_of, word_heads
from ifo_followup.generic.word_rows import NotPlain, WordRows
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.swedish.text import join_lines

_MOST_LINES = 300  # of one table
_LONGEST_LINE = 400
_MOST_HEADER_LINES = 4
_GAP = 3  # empty lines that end any table
_TRIES = 3
_LONGEST_TREND = 20  # characters
_AHEAD = 8  # lines behind a table that are looked at
_PROSE = frozenset((Word.COMMENT, Word.ACTION))
_ANSWERS = frozenset((Word.ASSESSMENT, Word.STATUS, Word.LIKELIHOOD))
_LIGHTS = frozenset((Word.ASSESSMENT, Word.STATUS, Word.TREND, Word.FORECAST, None))
_NOTHING = Document(name="", sha256="", kind=Kind.TEXT, reader="", blocks=())


Found = tuple[Table, int]  # a table, and the line behind its last one


def word_table(rows: Sequence[SpacedLine], at: int) -> Found | None:
    """The table whose heads stand on a line, and the line behind it; None where it is not plain."""
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
            found = _read(header, heads, body, columns, at)
            return None if found is None or _goes_on(rows, found[1], columns) else found
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
            if empty >= _GAP or alone or (empty > 1 and empty > widest):
                return n
            widest = max(widest, empty)
        if len(row.line.text) > _LONGEST_LINE or word_heads(row) is not None:
            return n
        empty = 0
    return min(len(rows), first + _MOST_LINES)


def _goes_on(rows: Sequence[SpacedLine], end: int, columns: Sequence[Span]) -> bool:
    """Whether rows follow on what seemed to end the table: a line parted them into groups."""
    behind = [row for row in rows[end : end + _AHEAD] if row.cells]
    for row in behind:
        if word_heads(row) is not None:
            return False
        homes = [home_of(cell, columns) for cell in row.cells]
        if len(homes) > 1 and None not in homes and any(is_answer(c.text) for c in row.cells):
            return True
    return False


def _crosses(row: SpacedLine, columns: Sequence[Span]) -> bool:
    """Whether one text of a line reaches over a gutter, or stands in no column: no cell does."""
    return len(row.cells) == 1 and home_of(row.cells[0], columns) is None


def _read(
    header: Sequence[SpacedLine],
    heads: Sequence[Span],
    body: Sequence[SpacedLine],
    columns: list[Span],
    at: int,
) -> Found | None:
    printed = [tuple(heads), *(row.cells for row in header[1:])]
    narrow = parted(columns, [row.line.text.expandtabs() for row in body])
    ways = (
        (columns, False),
        (narrow, False),
        (narrow + empty_behind(narrow, printed), True),
        (_without_lights(narrow, heads), True),
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
        if guessed and any(map(_is_doubtful, texts, map(rows.column, range(len(texts))))):
            continue
        place = place_of([*header, *body[: rows.end]])
        cells = (*header_cells(over, place_of(header)), *rows.cells(1))
        table = Table(cells=cells, place=place, header_rows=1)
        if classify(table, 0, Ledger(_NOTHING)) is None:
            return None
        return table, at + len(header) + rows.end
    return None


def _is_doubtful(head: str, printed: Sequence[str]) -> bool:
    """Whether a head stands over the cells of another: comments under "Status", or the reverse."""
    if any(map(has_words_behind, printed)):
        return True  # they are of the next column
    kind = kind_of(head)
    answers = [is_answer(text) for text in printed]
    if kind in _PROSE:
        return bool(printed) and all(answers)
    long = any(len(text) > _LONGEST_TREND for text in printed)
    return (kind is Word.TREND and long) or (
        kind in _ANSWERS and bool(printed) and not any(answers)
    )


def _without_lights(columns: Sequence[Span], heads: Sequence[Span]) -> list[Span]:
    """The columns with those of lights that left no letters: all heads of lights over no words."""
    empty = {
        n
        for n, head in enumerate(heads)
        if kind_of(head.text) in _LIGHTS and not any(head.shares(c) > 0 for c in columns)
    }
    if len(heads) - len(empty) != len(columns):
        return []
    filled = iter(columns)
    return [head if n in empty else next(filled) for n, head in enumerate(heads)]
