"""Which lines a total of a money table adds up, and where it does not.

A table does not say what its sums add: "Summa kostnader" the costs above, "Resultat" revenue and
that sum, "Totalt" everything. Read from the top, a sum takes the last lines that no sum has taken
yet, and stands for them from then on. How many it takes is what most of its columns agree to.

The sum of a section is one of that section's lines. Where none of them is printed, though other
sections of the table have theirs, there is nothing that it could add up.
"""

from collections.abc import Sequence

from attrs import frozen

from ifo_followup.checks.columns import cells_of
from ifo_followup.checks.intervals import Interval, interval_of, sum_of
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.money import BudgetCell, BudgetLine, BudgetTable, LineRole
from ifo_followup.model.values import Missing

_SUMS = (LineRole.SUBTOTAL, LineRole.TOTAL)
_UNREAD = (Missing.UNREADABLE, Missing.LOST)
_MOST_LINES = 400  # more than any printed table has; the work grows with their square


@frozen(eq=False)
class Total:
    """A sum, the lines it adds up, and the cells in which it does not.

    `explained` is whether any column adds up. `broken` are cells with what they should be. A sum
    without any lines is that of a section of which none is printed.
    """

    line: BudgetLine
    parts: tuple[BudgetLine, ...]
    explained: bool
    broken: tuple[tuple[BudgetCell, Interval], ...]
    tried: int


@frozen(eq=False)
class _Row:
    """A line with its cells in the order of the columns, and what each can have been."""

    line: BudgetLine
    cells: tuple[BudgetCell | None, ...]
    values: tuple[Interval | None, ...]

    @classmethod
    def of(cls, line: BudgetLine, columns: Sequence[CellMeaning]) -> "_Row":
        """The line as it stands in a table of such columns."""
        own = cells_of(line)
        cells = tuple(own.get(column) for column in columns)
        return cls(line, cells, tuple(interval_of(cell.amount) if cell else None for cell in cells))


def totals_of(table: BudgetTable, columns: Sequence[CellMeaning]) -> list[Total]:
    """The sums of a table that can be tried, in reading order."""
    out: list[Total] = []
    waiting: list[_Row] = []
    lines = table.lines[:_MOST_LINES]
    for line in lines:
        if line.role in _SUMS:
            row = _Row.of(line, columns)
            found = _taken(row, waiting)
            if line.role is LineRole.SUBTOTAL and (found is None or not found.explained):
                found = _of_nothing(row, lines, columns, found)
            if found is not None:
                out.append(found)
                del waiting[len(waiting) - len(found.parts) :]
            waiting.append(row)
        elif line.role is LineRole.ITEM:
            waiting.append(_Row.of(line, columns))
    return out


def _of_nothing(
    row: _Row, lines: Sequence[BudgetLine], columns: Sequence[CellMeaning], found: Total | None
) -> Total | None:
    """What is said of a subtotal that nothing above explains."""
    line = row.line
    if all(other.role is not LineRole.ITEM for other in lines):
        return None  # a table of sums alone does not print what they add up
    if line.section is None:
        return found
    closed = {x.section.text for x in lines if x.section and x.role is LineRole.SUBTOTAL}
    filled = {x.section.text for x in lines if x.section and x.role is LineRole.ITEM}
    if closed - filled == {line.section.text} and closed & filled:
        own = [x for x in lines if x.section and x.section.text == line.section.text]
        parts = [_Row.of(x, columns) for x in own if x.role is LineRole.OF_WHICH]
        adding = _tried(row, parts)
        whole = adding.tried == sum(value is not None for value in row.values)
        if adding.tried and whole and not adding.broken:
            return None  # its lines are all printed as "varav"
        return Total(line, (), explained=False, broken=(), tried=0)
    return found


def _taken(row: _Row, waiting: Sequence[_Row]) -> Total | None:
    """A sum with the last lines that it adds up; None where there is nothing to add."""
    best: Total | None = None
    for count in range(len(waiting), 0, -1):
        found = _tried(row, waiting[-count:])
        if found.tried and (best is None or _holding(found) > _holding(best)):
            best = found
    if best is None:
        return None
    return best if best.explained else _usual(row, waiting) or best


def _holding(total: Total) -> int:
    return total.tried - len(total.broken)


def _usual(row: _Row, waiting: Sequence[_Row]) -> Total | None:
    """What a sum that nothing explains should add up: the lines of its own section, or all."""
    line = row.line
    name = line.section.text if line.section else None
    own = [w for w in waiting if (w.line.section.text if w.line.section else None) == name]
    found = _tried(row, own if line.role is LineRole.SUBTOTAL and own else waiting)
    return found if found.tried else None


def _tried(row: _Row, parts: Sequence[_Row]) -> Total:
    broken: list[tuple[BudgetCell, Interval]] = []
    tried = 0
    for n, (cell, printed) in enumerate(zip(row.cells, row.values, strict=True)):
        if cell is None or printed is None or not all(is_read(part.cells[n]) for part in parts):
            continue
        # a cell that is empty, or a dash, adds nothing; a total over nothing says nothing
        some = [value for part in parts if (value := part.values[n]) is not None]
        if not some:
            continue
        tried += 1
        expected = sum_of(some)
        if not printed.meets(expected):
            broken.append((cell, expected))
    lines = tuple(part.line for part in parts)
    return Total(row.line, lines, tried > len(broken), tuple(broken), tried)


def is_read(cell: BudgetCell | None) -> bool:
    """Whether it is known what a cell adds: not of one that could not be read."""
    return cell is not None and cell.amount.missing not in _UNREAD
