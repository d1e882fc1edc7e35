"""What can be said of any table of numbers before its meaning is known: header, labels, values."""

import re
from collections.abc import Sequence

from ifo_followup.document import Cell, Table
from ifo_followup.swedish.dates import ANY_MONTH, ANY_YEAR, find_periods
from ifo_followup.swedish.numbers import is_dash, leading_quantity, read_quantity

Grid = Sequence[Sequence[Cell | None]]

# a year, perhaps with what is meant of it: "2022 t.o.m. sep", "2023 jan-apr", "2022 helår"
_YEAR = re.compile(
    rf"{ANY_YEAR}(?:[,:]?\s(?:t\.?\s?o\.?\s?m\b|ack|helår|per\s|{ANY_MONTH}(?![a-zåäö])).{{0,20}})?",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"[0-9]{1,5}\s?/\s?[0-9]{1,5}")
_LEADS = re.compile(r"[+\-\u2212\u2013<>=]{0,2}\s?[0-9]")
# pieces of numbers that are not read, but are no heads either: "1.200", "(500)", "12 400 1 100"
_ODD_NUMBER = re.compile(r"\(?[+\-\u2212]?[0-9]{1,3}(?:[.,'][0-9]{1,3}){0,4}%?\)?")
_MOST_PIECES = 60
_LONGEST_DATE = 40
MOST_HEADER_ROWS = 4


def is_value(text: str) -> bool:
    """Whether a cell holds a value: a number with its unit, a fraction, a number and what it was.

    A year is a head, not a value, and so is a number behind words: "Apr 2018".
    """
    text = text.strip()
    if not _LEADS.match(text) or _YEAR.fullmatch(text):
        return False
    if _FRACTION.fullmatch(text) or read_quantity(text) is not None:
        return True
    led = leading_quantity(text)
    return led is not None and led[1].lstrip().startswith("(")


def is_number(text: str) -> bool:
    """Whether a cell holds a number, also one printed in a way that is not read: "1.200"."""
    pieces = text.split()
    odd = 0 < len(pieces) <= _MOST_PIECES and all(map(_ODD_NUMBER.fullmatch, pieces))
    return (is_value(text) or odd) and not _is_date(text)


def _is_date(text: str) -> bool:
    """Whether a text is a day or a month: "31 augusti 2019", a head that begins with a number."""
    if len(text) > _LONGEST_DATE:
        return False
    return any(text.strip().startswith(found) for _, _, found in find_periods(text))


def own(row: Sequence[Cell | None], column: int) -> Cell | None:
    """The cell that begins in a column of a row."""
    cell = row[column]
    return cell if cell is not None and cell.column == column else None


def header_depth(table: Table, grid: Grid) -> int:
    """How many leading rows are heads.

    What the reader knows counts, unless values stand there; otherwise the rows before the first
    one with a value, if there are heads in them.
    """
    for depth, row in enumerate(grid[: MOST_HEADER_ROWS + 1]):
        cells = [cell for n, cell in enumerate(row) if n > 0 and cell is not None]
        if any(is_number(cell.text) for cell in cells):
            return depth
        first = own(row, 0)
        if (
            depth
            and first is not None
            and first.text.strip()
            # a label over the whole row stands in its other columns too
            and not any(cell.text.strip() for cell in cells if cell is not first)
        ):
            # a row with a label only: a section, unless the header goes on below it
            return depth
    return min(table.header_rows, len(grid))


def label_column(grid: Grid, depth: int) -> bool:
    """Whether the first column holds labels: most of its filled cells are no values."""
    cells = [own(row, 0) for row in grid[depth:]]
    filled = [cell.text for cell in cells if cell is not None and cell.text.strip()]
    labels = sum(1 for text in filled if not is_value(text) and not is_dash(text))
    return labels * 2 > len(filled)
