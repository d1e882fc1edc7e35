"""Tables of amounts in plain text whose cells one space parts, as they come out when copied.

The line of heads says how many columns there are, and only a line that says so by itself is taken:
each head begins with a word of money and a capital, and nothing of it stands on the next line (but
for the end of the last one). Figures that can be parted in one way only are; the others are cells
`undecided`, which arithmetic parts or nobody does.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from ifo_followup.document import Cell, Table
from ifo_followup.generic.heads import is_period
from ifo_followup.generic.spaced_lines import SpacedLine, place_of
from ifo_followup.model.values import Place
from ifo_followup.swedish.amounts import count_splits, split_amounts
from ifo_followup.swedish.text import join_lines

_MONEY = re.compile(
    r"(?:helårs|års|periodens|budget|prognos)?(?:utfall|budget|prognos|avvikelse|bokslut)|förändring",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"utfall|budget|prognos|avvikelse|bokslut", re.IGNORECASE)
_FIGURE = re.compile(
    r"[+\-\u2010-\u2013\u2212]?[0-9]{1,9}(?:,[0-9]{1,9})?%?|[%\-\u2010-\u2013\u2212]"
)
_OF_LABEL = re.compile(r"[0-9]{1,2}")  # "Enhet 2": it may belong to the label
_DANGLING = ("mot", "från", "sedan")  # a head that ends so goes on
_LEAST_HEADS, _MOST_HEADS = 2, 14
_LONGEST_LINE = 300
_LONGEST_LABEL = 80
_MOST_ROWS = 300
_GAP = 2  # empty lines that end the table


@frozen
class _Heads:
    corner: str
    names: tuple[str, ...]


@frozen
class _Row:
    """A line of the table: a label, and the figures behind it."""

    line: SpacedLine
    label: str
    figures: str

    def ways(self, count: int) -> tuple[int, ...]:
        """In how many ways its figures can be read as 0, 1 ... `count` amounts."""
        return count_splits(self.figures, count)


def single_spaced_table(rows: Sequence[SpacedLine], at: int) -> tuple[Table, int] | None:
    """The table whose heads stand on a line, and the line behind it; None where it is not plain."""
    heads = _heads(rows[at])
    if heads is None:
        return None
    first = _next(rows, at + 1)
    above = [rows[at]]
    if first is not None and heads.names[-1].split()[-1] in _DANGLING:
        words = rows[first].line.text.strip()
        if not words.isalpha() or not words.islower():
            return None
        heads = evolve(heads, names=(*heads.names[:-1], join_lines([heads.names[-1], words])))
        above.append(rows[first])
        first = _next(rows, first + 1)
    if first is None:
        return None
    body, end = _body(rows, first)
    count = len(heads.names)
    filled = [row for row in body if row.figures]
    fits = sum(1 for row in filled if row.ways(count)[count])
    if len(filled) < _LEAST_HEADS or fits * 2 <= len(filled):
        return None
    place = place_of(above)
    texts = enumerate((heads.corner, *heads.names))
    cells = [Cell(text=text, row=0, column=n, header=True, place=place) for n, text in texts]
    for number, row in enumerate(body, start=1):
        cells += _cells(row, number, count)
    whole = Place(first_line=rows[at].line.number, last_line=rows[end - 1].line.number)
    return Table(cells=tuple(cells), place=whole, header_rows=1), end


def _next(rows: Sequence[SpacedLine], at: int) -> int | None:
    """The next line with words, behind one empty line at most."""
    for n in range(at, min(len(rows), at + _GAP)):
        if rows[n].cells:
            return n
    return None


def _heads(row: SpacedLine) -> _Heads | None:
    """The heads of a line: a corner, then heads that each begin with a word of money."""
    if len(row.cells) != 1 or len(row.line.text) > _LONGEST_LINE:
        return None
    corner: list[str] = []
    names: list[list[str]] = []
    for word in row.cells[0].text.split():
        if word[0].isupper() and _MONEY.fullmatch(word):
            names.append([word])
        elif not names:
            corner.append(word)
        elif word[0].isupper() or word.endswith((".", ":", "-")):
            return None
        else:
            names[-1].append(word)
    if not _LEAST_HEADS <= len(names) <= _MOST_HEADS or _SPEAKS.search(" ".join(corner)):
        return None
    if any(map(_names_two, names)):
        return None
    return _Heads(" ".join(corner), tuple(map(" ".join, names)))


def _names_two(words: Sequence[str]) -> bool:
    """Whether a head names two columns, as "Utfall budget" does and "Avvikelse mot budget" not."""
    named = sum(1 for word in words if _SPEAKS.search(word))
    return named > 1 and not any(word in _DANGLING for word in words)


def _body(rows: Sequence[SpacedLine], first: int) -> tuple[list[_Row], int]:
    """The rows from a line on, and the line behind the last that has figures."""
    body: list[_Row] = []
    kept = empty = 0
    end = first
    for at in range(first, len(rows)):
        empty = 0 if rows[at].cells else empty + 1
        row = _row(rows[at]) if rows[at].cells else None
        if empty == _GAP or len(body) == _MOST_ROWS or (rows[at].cells and row is None):
            break
        if row is None:
            continue
        body.append(row)
        if row.figures:
            kept, end = len(body), at + 1
    return body[:kept], end


def _row(row: SpacedLine) -> _Row | None:
    """A line as a row of the table, or as the name of the rows below; None for any other line."""
    if len(row.cells) != 1 or len(row.line.text) > _LONGEST_LINE:
        return None
    words = row.cells[0].text.split()
    begin = len(words)
    while begin and _FIGURE.fullmatch(words[begin - 1]):
        begin -= 1
    label, figures = " ".join(words[:begin]), " ".join(words[begin:])
    if not label or len(label) > _LONGEST_LABEL or label.endswith((".", ":", ",")):
        return None
    if not figures and (not label[0].isupper() or _SPEAKS.search(label) or _has_period(label)):
        return None  # heads that go on, or text
    return _Row(row, label, figures)


def _has_period(label: str) -> bool:
    return any(char.isdigit() for char in label) or any(map(is_period, label.split()))


def _cells(row: _Row, number: int, count: int) -> Iterator[Cell]:
    place = place_of([row.line])
    label = Cell(text=row.label, row=number, column=0, place=place)
    if not row.figures:
        yield label
        return
    *fewer, ways = row.ways(count)
    first = row.figures.split()[0]
    if ways == 1 and not any(fewer) and not _OF_LABEL.fullmatch(first):
        yield label
        (only,) = split_amounts(row.figures, count)
        for n, text in enumerate(only, start=1):
            yield Cell(text=text, row=number, column=n, place=place)
    elif ways and _OF_LABEL.fullmatch(first):
        text = f"{row.label} {row.figures}"
        yield Cell(text=text, row=number, column=0, colspan=count + 1, undecided=True, place=place)
    else:
        yield label
        yield Cell(
            text=row.figures, row=number, column=1, colspan=count, undecided=True, place=place
        )
