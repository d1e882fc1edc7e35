"""Recognising a table by its printed header, whether it came as cells or as a run of words."""

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from ifo_followup.layouts.declare import Column, TableLayout
from ifo_followup.swedish.dates import ANY_MONTH, ANY_YEAR
from ifo_followup.swedish.text import squash

# what a placeholder may stand for, in squashed form; every repeat is bounded
_PLACEHOLDERS = {
    "{year}": ANY_YEAR,
    "{date}": rf"{ANY_YEAR}[01][0-9][0-3][0-9]",
    "{month}": ANY_MONTH,
    "{number}": r"[0-9]{1,2}",
    "{words}": r".{0,60}?",
}


@cache
def head_pattern(head: str) -> re.Pattern[str]:
    """The pattern of a declared head, to be matched against squashed text."""
    parts = re.split(r"(\{[a-z]+\})", head)
    return re.compile("".join(_PLACEHOLDERS.get(p) or re.escape(squash(p)) for p in parts))


def is_head(column: Column, squashed: str) -> bool:
    """Whether a squashed header cell is one of the column's heads."""
    return any(head_pattern(head).fullmatch(squashed) for head in column.heads)


@frozen
class HeaderMatch:
    """Which declared column each printed column is; None for one that the layout does not know."""

    layout: TableLayout
    columns: tuple[Column | None, ...]

    @property
    def unknown(self) -> int:
        """How many printed columns the layout does not know."""
        return self.columns.count(None)


def match_cells(layout: TableLayout, heads: Sequence[str]) -> HeaderMatch | None:
    """Match printed header cells to a layout's columns, in order.

    A column that is neither optional nor repeating must be there; cells that fit no column are
    allowed only behind the first, so that a new column does not hide a known table.
    """
    return match_squashed(layout, [squash(head) for head in heads])


def match_squashed(layout: TableLayout, squashed: Sequence[str]) -> HeaderMatch | None:
    """`match_cells` for cells that were squashed, as where many layouts are tried."""
    found = _assign(layout.columns, squashed)
    if found is None:
        return None
    match = HeaderMatch(layout, found)
    filled = sum(1 for text, column in zip(squashed, found, strict=True) if text and column)
    return match if filled >= 2 and match.unknown <= len(squashed) // 3 else None


def _assign(columns: Sequence[Column], squashed: Sequence[str]) -> tuple[Column | None, ...] | None:
    """Give each cell a column by walking both lists; required columns may not be passed over."""
    out: list[Column | None] = []
    position = 0
    repeated = False  # whether the column at `position` has been met already
    for text in squashed:
        here = position
        while here < len(columns):
            column = columns[here]
            if is_head(column, text):
                break
            met = here == position and repeated
            if not (column.optional or met):
                here = len(columns)
                break
            here += 1
        if here < len(columns):
            out.append(columns[here])
            position, repeated = (here, True) if columns[here].repeats else (here + 1, False)
        elif out or not text:
            out.append(None)
        else:
            return None
    left = columns[position + 1 if repeated else position :]
    return tuple(out) if all(column.optional for column in left) else None


def match_words(
    columns: Sequence[Column], squashed: str
) -> tuple[tuple[Column, int, int], ...] | None:
    """Find the heads of `columns` one after another at the start of a squashed run of words.

    Returns each head with its start and end; None if the run does not begin with them all.
    Columns with an empty head are skipped: a run of words does not show them.
    """
    if not columns:
        return ()
    column, rest = columns[0], columns[1:]
    if "" in column.heads:
        return match_words(rest, squashed)
    for end in sorted(_ends(column, rest, squashed), reverse=True):
        tail = columns if column.repeats else rest
        later = match_words(tail, squashed[end:])
        if later is None and column.repeats:
            later = match_words(rest, squashed[end:])
        if later is not None:
            moved = tuple((c, s + end, e + end) for c, s, e in later)
            return ((column, 0, end), *moved)
    return match_words(rest, squashed) if column.optional else None


def _ends(column: Column, rest: Sequence[Column], squashed: str) -> set[int]:
    ends: set[int] = set()
    for head in column.heads:
        pattern = head_pattern(head)
        if "{words}" in head and rest:
            # the free words end where the next column's head begins
            for follower in rest:
                for other in follower.heads:
                    at = re.compile(f"{pattern.pattern}(?={head_pattern(other).pattern})")
                    if other and (found := at.match(squashed)):
                        ends.add(found.end())
                if not follower.optional:
                    break
        elif found := pattern.match(squashed):
            ends.add(found.end())
    return {end for end in ends if end}
