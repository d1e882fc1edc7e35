"""Lines inside a tabbed table that have no tab: an editor stripped it, or spaces stand instead.

A row whose other cells are all empty loses every tab when trailing white space is stripped; a row
typed by hand has runs of spaces. Both stand between rows of the same table, without an empty line.
"""

import re
from collections.abc import Sequence

from ifo_followup.swedish.amounts import split_amounts
from ifo_followup.swedish.dates import ANY_YEAR
from ifo_followup.swedish.numbers import is_dash

# how many such lines can follow one another: a title, a section and a group
MOST_TOGETHER = 3

_LONGEST_LABEL = 120
_GAP = re.compile(r"\s{2,}")
_PIECE = re.compile(r"[+\-\u2212\u2013]?[0-9]{1,9}(?:,[0-9]{1,4})?%?|[\-\u2013\u2014\u2212%]")
_NUMBER = re.compile(
    r"[<>+\-\u2212\u2013]{0,2}\s?[0-9][0-9 \u00a0\u202f]{0,20}(?:,[0-9]{1,4})?\s?%?"
)
_YEAR = re.compile(ANY_YEAR)
_SENTENCE_ENDS = (".", "!", "?", ";", ",")


def spaced_cells(text: str, width: int) -> tuple[str, ...] | None:
    """The cells of a line with spaces instead of tabs: as many as the table has, or None.

    Runs of two or more spaces part cells; where there are none, amounts behind a label do, if
    they can be read as that many amounts in one way only.
    """
    parts = tuple(_GAP.split(text.strip()))
    if len(parts) == width:
        return parts
    label, numbers = _label_and_numbers(text)
    ways = split_amounts(numbers, width - 1) if label and numbers and width > 2 else ()
    return (label, *ways[0]) if len(ways) == 1 else None


def is_amount(cell: str) -> bool:
    """Whether a cell holds a number, or a dash for none."""
    return is_dash(cell) or _is_number(cell)


def undecided_cells(text: str) -> tuple[str, str] | None:
    """A label and amounts that nobody can part: "Hyror", "1 200 300"; None for other lines."""
    label, numbers = _label_and_numbers(text)
    return (label, numbers) if label and " " in numbers else None


def _label_and_numbers(text: str) -> tuple[str, str]:
    words = text.split()
    at = len(words)
    while at and _PIECE.fullmatch(words[at - 1]):
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def is_label(text: str) -> bool:
    """Whether a line can be a row's label alone: short, and no sentence."""
    text = text.strip()
    return 0 < len(text) <= _LONGEST_LABEL and not text.endswith(_SENTENCE_ENDS)


def goes_on_below(above: Sequence[Sequence[str]], row: Sequence[str]) -> bool:
    """Whether a tabbed row belongs to the table of the rows above lines without a tab.

    It repeats no header, and holds a number, a word of its column, or fewer cells than the table
    behind an empty first one.
    """
    width = max(map(len, above))
    if len(row) > width or list(row) in [list(cells) for cells in above[:2]]:
        return False
    # a second header row has nothing above the row labels
    headers = (
        2
        if len(above) > 1 and not above[1][0].strip() and not any(map(_is_number, above[1]))
        else 1
    )
    if repeats(row, above[:headers]):
        return False
    if any(map(_is_number, row[1:])) or repeats(row[1:], [cells[1:] for cells in above[headers:]]):
        return True
    return not row[0].strip() and len(row) < width


def repeats(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a cell stands in the same column of one of the rows."""
    return any(
        cell.strip() and any(column < len(row) and row[column] == cell for row in rows)
        for column, cell in enumerate(cells)
    )


def _is_number(cell: str) -> bool:
    cell = cell.strip()
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)
