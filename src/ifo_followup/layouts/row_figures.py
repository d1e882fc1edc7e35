"""The figures of a row of numbers as words: where they begin, and how many amounts they may be."""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from ifo_followup.layouts.numeric import MOST_COLUMNS, UNIT, NumericRow, NumericRun
from ifo_followup.layouts.tokens import Gap, Token
from ifo_followup.swedish.amounts import split_amounts

_HOLE = 3  # spaces between two figures: on both sides of an empty cell, and in it
_TRACE = 2  # more spaces than this at a line's end are empty cells
_NUMBER_OF_UNIT = re.compile(r"[0-9]{1,2}")  # "Enhet 2": it may belong to the label


@frozen
class Atom:
    """A printed piece between spaces, its percent sign included, and the spaces before it."""

    text: str
    spaces: int
    inline: bool
    bound: bool = False


def value_starts(tokens: Sequence[Token], row: NumericRow) -> tuple[int, ...]:
    """Where the values of a row may begin: the label itself may end in a small number."""
    if row.values is None:
        return ()
    begin, end = row.values
    first = tokens[begin]
    labelled = begin > row.label[0] and first.gap is Gap.SPACE
    behind = tokens[begin + 1] if end - begin > 1 else first
    if (
        labelled
        and not behind.bound
        and behind is not first
        and _NUMBER_OF_UNIT.fullmatch(first.text)
    ):
        return begin, begin + 1
    return (begin,)


def column_counts(tokens: Sequence[Token], run: NumericRun) -> list[int]:
    """The numbers of columns that the rows can be read as, those that most rows allow first."""
    rows = [row for row in run.rows if row.values is not None]
    counts = [(row, _counts(tokens, row, value_starts(tokens, row))) for row in rows]
    votes = Counter(n for row, found in counts if not is_gappy(tokens, row) for n in found)
    if not votes:
        most = max((n for _, found in counts for n in found), default=0)
        return [most, most + 1, most + 2] if most else [0]  # with a cell or two empty in all rows
    return sorted(votes, key=lambda count: (-votes[count], -count))


def count_without_heads(tokens: Sequence[Token], run: NumericRun) -> int:
    """The fewest columns that most rows can be read as, where no head says how many there are.

    Without the label's help: "Hyra 12 30" over "Mat 5 70" is no one column of a "Hyra 12".
    """
    votes = Counter(
        n for row in run.rows for n in _counts(tokens, row, value_starts(tokens, row)[:1])
    )
    return max(votes, key=lambda count: (votes[count], -count), default=0)


def _counts(tokens: Sequence[Token], row: NumericRow, begins: Sequence[int]) -> set[int]:
    """How many amounts a row may be whose values begin at one of these words."""
    if row.values is None:
        return set()
    units = with_units(tokens, row)
    if len(units) > 1:
        return {len(units)}
    texts = [figures(tokens, start, row.values[1]) for start in begins]
    return {n for text in texts for n in range(1, MOST_COLUMNS + 1) if split_amounts(text, n)}


def with_units(tokens: Sequence[Token], row: NumericRow) -> tuple[str, ...]:
    """The amounts of a row in which a unit stands behind each of them; none in any other row."""
    if row.values is None:
        return ()
    out: list[str] = []
    start, end = row.values
    for at in range(start, end):
        if UNIT.fullmatch(tokens[at].text):
            amount = figures(tokens, start, at)
            if not split_amounts(amount, 1):
                return ()
            out.append(f"{amount} {tokens[at].text}".replace("\u00a0", " "))
            start = at + 1
    return tuple(out) if start == end else ()


def figures(tokens: Sequence[Token], start: int, end: int) -> str:
    """The numbers of a row with single spaces, without a unit at the end."""
    out = ""
    for atom in atoms_of(tokens, start, end):
        out += ("\u00a0" if atom.bound else " ") + atom.text
    return out.strip()


def atoms_of(tokens: Sequence[Token], start: int, end: int) -> list[Atom]:
    """The printed pieces of a run of figures, without units."""
    out: list[Atom] = []
    for token in tokens[start:end]:
        if UNIT.fullmatch(token.text):
            continue
        if token.text == "%" and out:
            out[-1] = evolve(out[-1], text=f"{out[-1].text}%")
        else:
            out.append(Atom(token.text, token.spaces, token.gap is Gap.SPACE, token.bound))
    return out


def has_hole(tokens: Sequence[Token], row: NumericRow) -> bool:
    """Whether a gap between two figures is an empty cell: a name may end with a space by itself."""
    first, last = row.values or (0, 0)
    return any(token.spaces >= _HOLE for token in tokens[first + 1 : last])


def is_gappy(tokens: Sequence[Token], row: NumericRow) -> bool:
    """Whether the gaps of a row plainly show empty cells."""
    if row.values is None:
        return False
    start, end = row.values
    first = tokens[start]
    led = first.spaces > (1 if first.gap is Gap.SPACE else 0)
    inner = any(token.spaces > 1 for token in tokens[start + 1 : end])
    return led or inner or tokens[end - 1].after > _TRACE
