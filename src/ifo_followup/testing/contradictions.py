"""Which planted errors of money can be seen: those that other figures of their table contradict.

What ties figures together is taken from the form of a table (its columns, the roles and the order
of its lines) and from its figures before the error, not from what a check makes of the spoilt one.
So a check can be measured by the errors that it could have found.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from itertools import product

from attrs import frozen

from ifo_followup.layouts.arithmetic import identities
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.money import BudgetLine, BudgetTable, LineRole
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number
from ifo_followup.testing.planting import Planted, Slip

Place = tuple[int, int]  # of a figure: its line, and its cell there, both from 0


class Visibility(Enum):
    """What other figures say of a planted error."""

    FREE = "free"  # nothing: none depends on the figure
    ROUNDED = "rounded"  # no more than that it may have been rounded so
    CONTRADICTED = "contradicted"  # that it cannot be


@frozen
class _Tie:
    """A figure and those that it is made of, each added (+1) or subtracted (-1)."""

    result: Place
    parts: tuple[tuple[int, Place], ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.result, *(place for _, place in self.parts))

    def holds(self, lines: Sequence[BudgetLine], *, without: int | None = None) -> bool:
        """Whether it does but for rounding, also where one of the lines is lost."""
        parts = [(sign, _at(lines, place)) for sign, place in self.parts if place[0] != without]
        result = _at(lines, self.result)
        miss = _value(result) - sum((sign * _value(part) for sign, part in parts), Decimal(0))
        return abs(miss) <= _half(result) + sum((_half(part) for _, part in parts), Decimal(0))


def tied(table: BudgetTable) -> frozenset[Place]:
    """The figures of a table that others depend on, or that depend on others.

    That is in a row: a deviation, a result or a change of which all parts are printed, and these
    parts; under a column: a sum, and what it adds up. Parts of a line ("varav") are in no sum.
    """
    return frozenset(place for tie in _ties(table) for place in tie.places)


def visibility(report: FollowUpReport, error: Planted) -> Visibility:
    """What other figures say of an error that was planted in a report."""
    before, after = _tables(report, error)
    if before is None or after is None:
        return Visibility.FREE
    if error.slip is Slip.DROPPED_ROW:
        lost = _lost(before, after)
        missed = [
            tie for tie in _sums_of(before, lost) if not tie.holds(before.lines, without=lost)
        ]
        return Visibility.CONTRADICTED if missed else Visibility.ROUNDED
    place = _spoilt(before, after)
    own = [tie for tie in _ties(before) if place in tie.places]
    if not own:
        return Visibility.FREE
    broken = any(not tie.holds(after.lines) for tie in own)
    return Visibility.CONTRADICTED if broken else Visibility.ROUNDED


def where(report: FollowUpReport, error: Planted) -> frozenset[str]:
    """The labels of the lines that a finding should name.

    That of the spoilt figure's line; for a line that is lost, those of the sums that counted it.
    """
    before, after = _tables(report, error)
    if error.slip is not Slip.DROPPED_ROW or before is None or after is None:
        return frozenset({error.line})
    counted = {tie.result[0] for tie in _sums_of(before, _lost(before, after))}
    counted |= {tie.result[0] for line in counted for tie in _sums_of(before, line)}
    return frozenset(before.lines[line].label.text for line in counted)


def _tables(
    report: FollowUpReport, error: Planted
) -> tuple[BudgetTable | None, BudgetTable | None]:
    """The table of money with the error, before and after."""
    if error.table != "budget_cells":
        return None, None
    before, after = (
        next(table for table in each.budget_tables if table.number == error.table_no)
        for each in (report, error.report)
    )
    return before, after


def _lost(before: BudgetTable, after: BudgetTable) -> int:
    pairs = zip(before.lines, after.lines, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a is not b), len(after.lines))


def _spoilt(before: BudgetTable, after: BudgetTable) -> Place:
    return next(
        (line, cell)
        for line, pair in enumerate(zip(before.lines, after.lines, strict=True))
        for cell, (a, b) in enumerate(zip(pair[0].cells, pair[1].cells, strict=True))
        if a != b
    )


def _ties(table: BudgetTable) -> list[_Tie]:
    return [*_rows(table.lines), *_sums(table.lines)]


def _sums_of(table: BudgetTable, line: int) -> list[_Tie]:
    """The sums that count a line."""
    return [tie for tie in _sums(table.lines) if any(n == line for _, (n, _) in tie.parts)]


def _rows(lines: Sequence[BudgetLine]) -> Iterator[_Tie]:
    """What holds in every row, with the signs that all rows follow."""
    places = [{_meaning(line, n): n for n in _figures(line)} for line in lines]
    columns = list(dict.fromkeys(meaning for row in places for meaning in row))
    for rule in identities(columns):
        whole = [
            (line, [row[columns[abs(n) - 1]] for n in rule])
            for line, row in enumerate(places)
            if all(columns[abs(n) - 1] in row for n in rule)
        ]
        for signs in product((1, -1), repeat=len(rule) - 1):
            ties = [
                _Tie(
                    (line, own[0]),
                    tuple((s, (line, n)) for s, n in zip(signs, own[1:], strict=True)),
                )
                for line, own in whole
            ]
            if all(tie.holds(lines) for tie in ties):
                yield from ties
                break


def _sums(lines: Sequence[BudgetLine]) -> Iterator[_Tie]:
    """Sums of sections, each of the lines since the one before; totals, of what is left."""
    waiting: list[int] = []
    done: list[int] = []
    for n, line in enumerate(lines):
        if line.role is LineRole.ITEM:
            waiting.append(n)
        elif line.role is LineRole.SUBTOTAL:
            yield from _sum(lines, n, waiting)
            done, waiting = [*done, n], []
        elif line.role is LineRole.TOTAL:
            yield from _sum(lines, n, [*done, *waiting])


def _sum(lines: Sequence[BudgetLine], at: int, parts: Iterable[int]) -> Iterator[_Tie]:
    for cell in _figures(lines[at]):
        meaning = _meaning(lines[at], cell)
        found = [
            (1, (part, own))
            for part in parts
            for own in _figures(lines[part])
            if _meaning(lines[part], own) == meaning
        ]
        if found:
            yield _Tie((at, cell), tuple(found))


def _figures(line: BudgetLine) -> list[int]:
    return [n for n, cell in enumerate(line.cells) if cell.amount.value is not None]


def _meaning(line: BudgetLine, cell: int) -> CellMeaning:
    return CellMeaning.of(line.cells[cell])


def _at(lines: Sequence[BudgetLine], place: Place) -> Number:
    return lines[place[0]].cells[place[1]].amount


def _value(number: Number) -> Decimal:
    return number.value or Decimal(0)


def _half(number: Number) -> Decimal:
    """How much rounding may have made of a figure."""
    return Decimal(5).scaleb(-(number.decimals or 0) - 1)
