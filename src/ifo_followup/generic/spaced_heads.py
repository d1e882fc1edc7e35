"""Where the columns of a table in plain text stand, and which heads are over which."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

_WORD = re.compile(r"\S+")
_BESIDE = 4  # characters
_NEAR = 1


@frozen
class Span:
    """A text on a line, from its first character to the one behind its last."""

    start: int
    end: int
    text: str = ""

    @property
    def middle(self) -> float:
        """Halfway between its ends."""
        return (self.start + self.end) / 2

    def shares(self, other: "Span") -> int:
        """How many characters stand under those of the other."""
        return min(self.end, other.end) - max(self.start, other.start)


def columns_of_rows(rows: Sequence[Sequence[Span]]) -> list[Span] | None:
    """The columns in which the cells of all rows stand; None for one column only.

    Cells of different rows that nearly touch are of one column: letters are not set as wide as
    they are counted.
    """
    columns: list[Span] = []
    inside: set[int] = set()  # the rows with a cell in the last column
    cells = [(cell, n) for n, row in enumerate(rows) for cell in row]
    for cell, row in sorted(cells, key=lambda found: found[0].start):
        touching = _NEAR if row not in inside else 0
        if columns and cell.start <= columns[-1].end + touching:
            columns[-1] = Span(columns[-1].start, max(columns[-1].end, cell.end))
        else:
            columns.append(Span(cell.start, cell.end))
            inside = set()
        inside.add(row)
    return columns if len(columns) > 1 else None


def empty_behind(columns: Sequence[Span], lines: Sequence[Sequence[Span]]) -> list[Span]:
    """The last column where nothing stands under its head: coloured circles leave no letters."""
    last = max((line[-1] for line in lines), key=lambda cell: cell.start)
    return [last] if last.start > columns[-1].end + 1 else []


def home_of(cell: Span, columns: Sequence[Span], *, beside: bool = False) -> int | None:
    """The one column that a cell stands in; None for several, or none.

    With `beside` it may also stand close to the column.
    """
    least = -_BESIDE if beside else 0
    over = [n for n, column in enumerate(columns) if cell.shares(column) > least]
    return over[0] if len(over) == 1 else None


@frozen
class Heads:
    """The heads of a table: those of groups of columns, if any, and the lines of each column's."""

    groups: tuple[tuple[int, int, str], ...]  # first column, how many, words
    leaves: tuple[tuple[str, ...], ...]


def heads_over(columns: Sequence[Span], lines: Sequence[Sequence[Span]]) -> Heads | None:
    """The heads over the columns; None where it is not clear whose a head is.

    The letters of a header are set wider than figures, so that it may be moved aside: a line with
    a head for every column is taken in order, the others by what stands over or under them.
    """
    main = _main_line(lines, columns)
    if main is None:
        return None
    number, firsts = main
    heads: list[list[str]] = [[head.text] if head.text else [] for head in firsts]
    groups: list[tuple[int, int, str]] = []
    for line in lines[:number]:
        corner = [cell for cell in line if cell.start < columns[0].end]
        found = _groups_over(firsts, line[len(corner) :])
        if found is None or (found and groups) or len(corner) > 1:
            return None
        groups += found
        heads[0][:0] = [cell.text for cell in corner]
    for line in lines[number + 1 :]:
        for cell in line:
            home = _home_of_head(cell, columns, firsts)
            if home is None:
                return None
            heads[home].append(cell.text)
    return Heads(tuple(groups), tuple(map(tuple, heads)))


def _groups_over(
    firsts: Sequence[Span], groups: Sequence[Span]
) -> list[tuple[int, int, str]] | None:
    """Lay the heads of groups over all columns: each over neighbours, set to their middle or side.

    None where some stands elsewhere: then it is not clear how far it reaches.
    """
    if not groups:
        return []
    nearest = [
        min(range(len(groups)), key=lambda g: abs(h.middle - groups[g].middle)) for h in firsts[1:]
    ]
    own = [[n for n, home in enumerate(nearest, start=1) if home == g] for g in range(len(groups))]
    if not all(own):
        return None
    ends = [columns[-1] + 1 for columns in own]
    spans = list(zip([1, *ends[:-1]], ends, strict=True))
    aside = [_aside(g, firsts[a:b]) for g, (a, b) in zip(groups, spans, strict=True)]
    if max(aside) > _BESIDE:
        return None
    for g, ((a, to), (_, b)) in enumerate(pairwise(spans)):
        for other in {*range(a + 1, b)} - {to}:
            moved = _aside(groups[g], firsts[a:other]), _aside(groups[g + 1], firsts[other:b])
            if max(moved) <= _BESIDE and sum(moved) <= aside[g] + aside[g + 1] + _NEAR:
                return None  # the column between them may be of either
    return [(a, b - a, group.text) for group, (a, b) in zip(groups, spans, strict=True)]


def _aside(group: Span, firsts: Sequence[Span]) -> float:
    """How far the head of a group stands from the middle and the side of what it is over."""
    first, last = firsts[0], firsts[-1]
    return min(
        abs((first.start + last.end) / 2 - group.middle), float(abs(first.start - group.start))
    )


def _main_line(
    lines: Sequence[Sequence[Span]], columns: Sequence[Span]
) -> tuple[int, list[Span]] | None:
    """The line that has a head for each column, or for each but the first; and these heads."""
    for number, line in enumerate(lines):
        corner = [] if line[0].start < columns[0].end else [Span(0, 0)]
        split = [head for cell in line for head in _heads_in(cell)]
        for heads in ([*corner, *line], [*corner, *split]):
            if len(heads) == len(columns) and _near(heads, columns):
                return number, heads
    return None


def _near(heads: Sequence[Span], columns: Sequence[Span]) -> bool:
    """Whether each head behind the first reaches over its column or the blank beside it."""
    ends = [0, *(c.end for c in columns[:-1])]
    starts = [*(c.start for c in columns[1:]), heads[-1].end]
    room = [Span(a, b) for a, b in zip(ends, starts, strict=True)]
    return all(h.shares(r) > 0 for h, r in list(zip(heads, room, strict=True))[1:])


def _heads_in(cell: Span) -> list[Span]:
    """The heads that only one space parts: "Budget Avvikelse"; each begins with a capital."""
    out: list[Span] = []
    for found in _WORD.finditer(cell.text):
        start, end = cell.start + found.start(), cell.start + found.end()
        if out and not found[0][0].isupper():
            last = out[-1]
            out[-1] = evolve(last, end=end, text=f"{last.text} {found[0]}")
        else:
            out.append(Span(start, end, found[0]))
    return out


def _home_of_head(cell: Span, columns: Sequence[Span], firsts: Sequence[Span]) -> int | None:
    """The one column whose figures or whose first head a part of a head stands over or under."""
    by_figures = {n for n, column in enumerate(columns) if cell.shares(column) > 0}
    by_heads = {n for n, head in enumerate(firsts) if head.text and cell.shares(head) > 0}
    fits = by_figures & by_heads if by_figures and by_heads else by_figures | by_heads
    return fits.pop() if len(fits) == 1 else None
