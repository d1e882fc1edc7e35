"""What the cells of a column hold, whatever its head says: lights, values, running text."""

import re
from collections.abc import Sequence

from ifo_followup.document import Cell, Table
from ifo_followup.generic.heads import is_period
from ifo_followup.layouts.grids import Grid, is_value, own
from ifo_followup.layouts.lights import LIGHTS, verdict_of
from ifo_followup.model.values import Verdict
from ifo_followup.swedish.dates import ANY_YEAR
from ifo_followup.swedish.numbers import is_dash
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.words import ASSESSMENTS, STATUSES

_MOST_HEADER_ROWS = 4
_PROSE = 20  # characters in a cell; a head or a value has fewer
_GROUP = re.compile(rf"(?:helår|ack(?:umulera[td])?)(?:{ANY_YEAR})?")


def column(grid: Grid, depth: int, n: int) -> list[Cell]:
    """The filled cells of a column under the header."""
    cells = (own(row, n) for row in grid[depth:])
    return [c for c in cells if c is not None and (c.text.strip() or c.fill or c.mark)]


def values(cells: Sequence[Cell]) -> int:
    """How many cells hold a value."""
    return sum(1 for cell in cells if is_value(cell.text))


def lights(cells: Sequence[Cell]) -> int:
    """How many cells hold a light or say that there was no outcome, in words or as a colour."""
    found = (verdict_of(cell) for cell in cells)
    return sum(1 for light in found if light in LIGHTS or light is Verdict.NO_OUTCOME)


def assessed(cells: Sequence[Cell]) -> int:
    """How many cells hold an assessment, in words or as a colour."""
    return sum(1 for c in cells if isinstance(verdict_of(c), Verdict) or _opens(c.text))


def statuses(cells: Sequence[Cell]) -> int:
    """How many cells say how far an assignment has come."""
    return sum(1 for cell in cells if STATUSES.lookup(cell.text) is not None)


def texts(cells: Sequence[Cell]) -> int:
    """How many cells hold words that are no value, light or dash."""
    return sum(
        1
        for cell in cells
        if cell.text.strip() and not is_value(cell.text) and not is_dash(cell.text)
    )


def are_prose(cells: Sequence[Cell]) -> bool:
    """Whether cells hold running text."""
    length = sum(len(c.text) for c in cells)
    return bool(cells) and not values(cells) and length > _PROSE * len(cells)


def _opens(text: str) -> bool:
    head, gap, _ = text.partition("\n\n")
    return bool(gap) and ASSESSMENTS.lookup(head) is not None


def title_rows(table: Table, grid: Grid) -> int:
    """How many leading rows are one cell over the whole table: its title, not a head."""
    count = 0
    for row in grid[: _MOST_HEADER_ROWS - 1]:
        first = row[0]
        if first is None or first.colspan < table.columns or table.columns < 2:
            break
        count += 1
    return count if count < len(grid) else 0


def has_split_heads(table: Table) -> bool:
    """Whether a header found in plain text has taken one head for two: "Utfall" and "aug".

    Where nothing shows the cells, "Utfall aug Budget aug" may be two columns or four, and the
    amounts below it as many.
    """
    last = table.header_rows - 1
    heads = [squash(cell.text) for cell in table.cells if cell.row == last and cell.column > 0]
    named = any(word in head for head in heads for word in ("utfall", "budget", "prognos"))
    return named and any(is_period(head) or _GROUP.fullmatch(head) for head in heads)
