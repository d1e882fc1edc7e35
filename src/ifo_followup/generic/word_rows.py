"""The rows of a table of words in plain text: where each begins, and which lines go on.

Cells stand at the top of their row. So a row begins with its label, beside the answers and values
that never take more than a line or two; a line without them goes on.
"""

from collections.abc import Iterator, Sequence

from attrs import define, field

from ifo_followup.document import Cell
from ifo_followup.generic.crosses import is_cross
from ifo_followup.generic.heads import Word, is_period
from ifo_followup.generic.spaced_heads import Span
from ifo_followup.generic.spaced_lines import SpacedLine, is_rest, place_of
from ifo_followup.generic.word_heads import ANSWER, LABELS, Kind, kind_of
from ifo_followup.layouts.grids import is_value
from ifo_followup.swedish.dates import parse_date
from ifo_followup.swedish.numbers import is_dash
from ifo_followup.swedish.text import join_lines

_SHORT = frozenset(
    (Word.ASSESSMENT, Word.STATUS, Word.LIKELIHOOD, Word.RISK_VALUE, Word.OUTCOME, Word.TARGET,
     Word.FORECAST, Word.TREND, Word.IMPACT, ANSWER)
)  # fmt: skip

_FULL = 3  # columns; all of them do not go on with a capital

Cells = dict[int, Span]


class NotPlain(Exception):
    """It is not plain whether a line begins a row."""


@define(eq=False)
class WordRows:
    """Reads lines whose columns and heads are known.

    Raises:
        NotPlain: of a line nobody can say what it is.
    """

    columns: Sequence[Span]
    heads: Sequence[str]
    body: Sequence[SpacedLine]
    rows: list[list[tuple[SpacedLine, Cells]]] = field(factory=list, init=False)
    end: int = field(default=0, init=False)  # the line of the body behind the last row
    _placed: list[Cells] = field(init=False)
    _filled: int = field(init=False)  # how many columns are not empty
    _labels: list[int] = field(init=False)
    _short: frozenset[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        kinds = [kind_of(head) for head in self.heads]
        self._placed = [self._cells(row) for row in self.body]
        self._filled = len({n for cells in self._placed for n in cells})
        self._labels = _labels(kinds)
        self._short = frozenset(
            n
            for n, kind in enumerate(kinds)
            if n not in self._labels
            and (kind in _SHORT or is_period(self.heads[n]) or (kind is None and self._is_short(n)))
        )
        self._read()

    def column(self, n: int) -> list[str]:
        """The texts of a column, line by line."""
        return [cells[n].text for row in self.rows for _, cells in row if n in cells]

    def cells(self, depth: int) -> Iterator[Cell]:
        """The cells of the rows, wrapped lines joined."""
        for number, row in enumerate(self.rows, start=depth):
            where = place_of([line for line, _ in row])
            for n in range(len(self.columns)):
                texts = [cells[n].text for _, cells in row if n in cells]
                if texts:
                    yield Cell(text=join_lines(texts), row=number, column=n, place=where)

    def _cells(self, row: SpacedLine) -> Cells:
        """The cells of a line by column; one that a gutter of one space parts is parted."""
        out: Cells = {}
        text = row.line.text.expandtabs()
        for cell in row.cells:
            over = [n for n, column in enumerate(self.columns) if cell.shares(column) > 0]
            if not over or any(n in out for n in over):
                raise NotPlain
            for n in over:
                first = cell.start if n == over[0] else self.columns[n].start
                last = cell.end if n == over[-1] else self.columns[n].end
                part = text[first:last]
                if part.strip():
                    begin = first + len(part) - len(part.lstrip())
                    out[n] = Span(begin, begin + len(part.strip()), part.strip())
        return out

    def _is_short(self, n: int) -> bool:
        texts = [cells[n].text for cells in self._placed if n in cells]
        return all(is_value(t) or is_dash(t) or parse_date(t) is not None for t in texts)

    def _read(self) -> None:
        empty = False
        for at, (row, cells) in enumerate(zip(self.body, self._placed, strict=True)):
            if not cells:
                empty = True
                continue
            above = {} if empty else self._placed[at - 1] if at else {}
            if self._begins(cells, above):
                if self._stands_alone(cells):
                    break
                self.rows.append([(row, cells)])
            elif not self.rows or not cells.keys() <= above.keys():
                raise NotPlain
            else:
                self.rows[-1].append((row, cells))
            self.end = at + 1
            empty = False
        if not self.rows:
            raise NotPlain

    def _begins(self, cells: Cells, above: Cells) -> bool:
        """Whether a line begins a row; it goes on with the row before otherwise."""
        labels = [n for n in self._labels if n in cells]
        rests = [n for n in labels if is_rest(cells[n])]
        answers = [n for n in cells.keys() & self._short if not _is_wrapped(n, cells, above)]
        if not labels:
            if answers:
                raise NotPlain  # whose is it?
            return False
        if rests:
            if len(rests) < len(labels) or answers:
                raise NotPlain  # a label goes on beside one that begins
            return False
        full = _FULL <= len(cells) == self._filled and not any(map(is_rest, cells.values()))
        if not (answers or full) and any(self._may_be_wrapped(n, cells, above) for n in labels):
            raise NotPlain  # a name that begins the next line of a label, or the next row
        return True

    def _may_be_wrapped(self, n: int, cells: Cells, above: Cells) -> bool:
        """Whether the first word of a cell had no room at the end of the line above."""
        if n not in above:
            return False
        first = cells[n].text.split()[0]
        return above[n].end + 1 + len(first) > self.columns[n].end

    def _stands_alone(self, cells: Cells) -> bool:
        """Whether a label has nothing beside it: a line below the table."""
        return len(self.columns) > 1 and len(cells) == 1 and bool(self.rows)


def _is_wrapped(n: int, cells: Cells, above: Cells) -> bool:
    """Whether an answer goes on from the line above: "(4)" below "Sannolik"."""
    text = cells[n].text
    return n in above and not is_cross(text) and (text[0].islower() or text[0] == "(")


def _labels(kinds: Sequence[Kind | None]) -> list[int]:
    """The columns that say what a row is about: the first with such a head, and those beside it."""
    first = next((n for n, kind in enumerate(kinds) if kind in LABELS), len(kinds))
    last = first + 1
    while last < len(kinds) and kinds[last] in LABELS and kinds[last] is not Word.ACTION:
        last += 1
    return list(range(first, last))
