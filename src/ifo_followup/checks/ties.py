"""Which figure of a money table is wrong where something does not add up.

Each sum under a column and each difference in a row ties figures together. One wrong figure breaks
every tie that it is in and no other, so that it is found where broken ties cross: a figure is
suspected where what one tie wants of it does for all its others as well, and of several suspects
those that mend the most.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ifo_followup.checks.columns import Cells, Identity, cells_of
from ifo_followup.checks.intervals import Interval, interval_of, sum_of
from ifo_followup.checks.totals import Total, is_read
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.money import BudgetCell, BudgetLine, BudgetTable

_Key = tuple[int, CellMeaning]  # which line, which column


@frozen(eq=False)
class Figure:
    """A printed amount, the line that it stands in, and what it can have been."""

    line: BudgetLine
    cell: BudgetCell
    value: Interval

    @property
    def key(self) -> _Key:
        """Where it stands."""
        return _key(self.line, CellMeaning.of(self.cell))


def _key(line: BudgetLine, column: CellMeaning) -> _Key:
    return id(line), column


@frozen(eq=False)
class Tie:
    """Figures that come to nothing when each is added (+1) or subtracted (-1), the result last.

    `gap` is what they do come to.
    """

    terms: Mapping[_Key, tuple[int, Figure]]
    gap: Interval

    @classmethod
    def of(cls, terms: Sequence[tuple[int, Figure]]) -> "Tie":
        """The tie of some figures."""
        gap = sum_of(figure.value if sign > 0 else -figure.value for sign, figure in terms)
        return cls({figure.key: (sign, figure) for sign, figure in terms}, gap)

    @property
    def holds(self) -> bool:
        """Whether the figures can have come to nothing before they were rounded."""
        return self.gap.low <= 0 <= self.gap.high

    def wanted(self, figure: Figure) -> Interval:
        """What one of the figures would have to be by the others."""
        sign, _ = self.terms[figure.key]
        others = self._but_for(figure)
        return -others if sign > 0 else others

    def mended_by(self, figure: Figure, value: Interval) -> bool:
        """Whether the tie holds if one of its figures is something else."""
        sign, _ = self.terms[figure.key]
        gap = self._but_for(figure) + (value if sign > 0 else -value)
        return gap.low <= 0 <= gap.high

    def _but_for(self, figure: Figure) -> Interval:
        """What the other figures come to."""
        sign, own = self.terms[figure.key]
        value = own.value if sign > 0 else -own.value
        # not `gap - value`, which would let the figure vary against itself
        return Interval(self.gap.low - value.low, self.gap.high - value.high)


@frozen
class Suspect:
    """A figure that may be the wrong one, and what it would have to be; `mends` so many ties."""

    figure: Figure
    wanted: Interval
    mends: int


class Ties:
    """All ties of a table that can be tried.

    A total that no column explains ties nothing: nobody knows which lines it adds up.
    """

    def __init__(
        self, table: BudgetTable, rules: Sequence[Identity], totals: Sequence[Total]
    ) -> None:
        cells = {id(line): cells_of(line) for line in table.lines}
        self._rows = dict(_in_rows(table, rules, cells))
        self._sums = dict(_in_sums(totals, cells))
        self._of: dict[_Key, list[Tie]] = {}
        for tie in (*self._rows.values(), *self._sums.values()):
            for key in tie.terms:
                self._of.setdefault(key, []).append(tie)

    def suspects_in_row(self, line: BudgetLine, result: CellMeaning) -> list[Suspect]:
        """Which figures may be wrong where the result of a row is not what its parts give."""
        return self._suspects(self._rows[_key(line, result)])

    def suspects_in_sum(self, total: Total, column: CellMeaning) -> list[Suspect]:
        """Which figures may be wrong where a total is not what its lines come to."""
        return self._suspects(self._sums[_key(total.line, column)])

    def _suspects(self, broken: Tie) -> list[Suspect]:
        found: list[Suspect] = []
        for key, (_, figure) in broken.terms.items():
            wanted = broken.wanted(figure)
            if all(tie.mended_by(figure, wanted) for tie in self._of[key]):
                mended = sum(not tie.holds for tie in self._of[key])
                found.append(Suspect(figure, wanted, mended))
        most = max((each.mends for each in found), default=0)
        return [each for each in found if each.mends == most]


def _in_rows(
    table: BudgetTable, rules: Sequence[Identity], cells: Mapping[int, Cells]
) -> Iterator[tuple[_Key, Tie]]:
    for line in table.lines:
        own = cells[id(line)]
        for rule in rules:
            terms = [(sign, line, own.get(part)) for sign, part in rule.parts]
            found = _figures([*terms, (-1, line, own.get(rule.result))])
            if len(found) == len(terms) + 1:
                yield _key(line, rule.result), Tie.of(found)


def _in_sums(totals: Sequence[Total], cells: Mapping[int, Cells]) -> Iterator[tuple[_Key, Tie]]:
    for total in totals:
        for column, cell in cells[id(total.line)].items() if total.explained else ():
            parts = [(1, part, cells[id(part)].get(column)) for part in total.parts]
            if all(is_read(part) for *_, part in parts):
                added, own = _figures(parts), _figures([(-1, total.line, cell)])
                if added and own:
                    yield _key(total.line, column), Tie.of([*added, *own])


def _figures(
    cells: Sequence[tuple[int, BudgetLine, BudgetCell | None]],
) -> list[tuple[int, Figure]]:
    """The figures among some cells, with their signs."""
    return [
        (sign, Figure(line, cell, value))
        for sign, line, cell in cells
        if cell is not None and (value := interval_of(cell.amount)) is not None
    ]
