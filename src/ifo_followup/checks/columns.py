"""The columns of a money table, and what must hold between them in every row."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from ifo_followup.checks.intervals import Interval, interval_of, sum_of
from ifo_followup.layouts.arithmetic import identities
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.money import BudgetCell, BudgetLine, BudgetTable

_MOST_COLUMNS = 60  # more than any printed table has

Cells = Mapping[CellMeaning, BudgetCell]


def columns_of(table: BudgetTable) -> tuple[CellMeaning, ...]:
    """The columns of a table, each once, in the order of its rows."""
    found = dict.fromkeys(CellMeaning.of(cell) for line in table.lines for cell in line.cells)
    return tuple(found)[:_MOST_COLUMNS]


def cells_of(line: BudgetLine) -> Cells:
    """The cells of a line by what they hold; a column that is printed twice counts once."""
    out: dict[CellMeaning, BudgetCell] = {}
    for cell in line.cells:
        out.setdefault(CellMeaning.of(cell), cell)
    return out


@frozen
class Identity:
    """One column is the sum of others, each added (+1) or subtracted (-1)."""

    result: CellMeaning
    parts: tuple[tuple[int, CellMeaning], ...]

    @property
    def turned(self) -> "Identity":
        """The same with all signs the other way: budget minus outcome."""
        return Identity(self.result, tuple((-sign, part) for sign, part in self.parts))

    def expected(self, cells: Cells) -> Interval | None:
        """What the result can be by its parts; None where one has no amount."""
        found: list[Interval] = []
        for sign, part in self.parts:
            cell = cells.get(part)
            value = interval_of(cell.amount) if cell is not None else None
            if value is None:
                return None
            found.append(value if sign > 0 else -value)
        return sum_of(found)

    def holds(self, cells: Cells) -> bool | None:
        """Whether it holds in a row; None where it cannot be tried."""
        cell = cells.get(self.result)
        printed = interval_of(cell.amount) if cell is not None else None
        expected = self.expected(cells)
        return None if printed is None or expected is None else printed.meets(expected)

    def breach(self, cells: Cells) -> Interval | None:
        """What the result would have to be in a row where it does not hold; None in others."""
        return self.expected(cells) if self.holds(cells) is False else None


def identities_of(table: BudgetTable, columns: Sequence[CellMeaning]) -> tuple[Identity, ...]:
    """What must hold in every row of a table, with the signs that its rows follow.

    Costs may be printed with or without a minus, and deviations either way about: of the signs
    that are possible, those are taken in which most rows hold; the usual ones, where that is even.
    """
    rows = [cells_of(line) for line in table.lines]
    out: list[Identity] = []
    for result, *parts in identities(columns):
        plain = Identity(
            columns[result - 1],
            tuple((1 if part > 0 else -1, columns[abs(part) - 1]) for part in parts),
        )
        ways = [plain, *_other_signs(plain)]
        out.append(max(ways, key=lambda way: sum(way.holds(row) is True for row in rows)))
    return tuple(out)


def _other_signs(plain: Identity) -> list[Identity]:
    """The other habits: budget minus outcome; revenue minus cost; cost minus revenue."""
    (first, one), *rest = plain.parts
    difference = Identity(plain.result, ((first, one), *((-sign, part) for sign, part in rest)))
    if any(sign < 0 for sign, _ in plain.parts):
        return [plain.turned]
    return [difference, difference.turned]
