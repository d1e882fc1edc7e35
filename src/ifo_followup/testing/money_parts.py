"""Strategies for money tables whose figures add up as those of a real report do.

Every amount comes from the books of its line: revenue (positive) and cost (negative) of the
budget, the outcome and the forecasts. All that is printed is a sum or a difference of them, so
that totals, results and deviations hold exactly, in every column and for every line.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum

from attrs import evolve, frozen
from hypothesis import strategies as st

from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.money import (
    Basis,
    BudgetCell,
    BudgetLine,
    BudgetTable,
    Horizon,
    LineRole,
    MoneyQuantity,
)
from ifo_followup.model.values import Missing, Unit
from ifo_followup.testing import wording
from ifo_followup.testing.printing import (
    PLAIN,
    USUAL_OCCASION,
    Occasion,
    Printing,
    missing,
    one,
    printed,
    some,
)

Columns = tuple[CellMeaning, ...]
ROLES = tuple(LineRole)


class Grouping(Enum):
    """What stands above the lines of a table."""

    NONE = "none"
    KINDS = "kinds"  # "Intäkter", then "Kostnader", each with its sum
    UNITS = "units"  # parts of the organisation, each with its sum


class Signs(Enum):
    """How costs are printed. A deviation is negative for the worse in both."""

    COSTS_NEGATIVE = "costs_negative"  # result = revenue + cost
    COSTS_POSITIVE = "costs_positive"  # result = revenue - cost


class Zero(Enum):
    """What stands in a cell that amounts to nothing."""

    FIGURE = "figure"
    DASH = "dash"
    BLANK = "blank"


_YTD, _YEAR = Horizon.YEAR_TO_DATE, Horizon.FULL_YEAR


def _three(quantity: MoneyQuantity, *bases: Basis) -> Columns:
    """Outcome, budget, deviation so far; forecast, budget, deviation of the year; then `bases`."""
    return (
        *(CellMeaning(quantity, b, _YTD) for b in (Basis.OUTCOME, Basis.BUDGET, Basis.DEVIATION)),
        *(CellMeaning(quantity, b, _YEAR) for b in (Basis.FORECAST, Basis.BUDGET, Basis.DEVIATION)),
        *(CellMeaning(quantity, basis, _YEAR) for basis in bases),
    )


def _granted(horizon: Horizon, basis: Basis) -> Columns:
    return (
        CellMeaning(MoneyQuantity.MUNICIPAL_GRANT, Basis.BUDGET, horizon),
        CellMeaning(MoneyQuantity.NET_COST, basis, horizon),
        CellMeaning(MoneyQuantity.RESULT, basis, horizon),
    )


AMOUNT_COLUMNS = _three(MoneyQuantity.AMOUNT)
AMOUNT_CHANGE_COLUMNS = _three(MoneyQuantity.AMOUNT, Basis.PREVIOUS_FORECAST, Basis.FORECAST_CHANGE)
NET_COST_COLUMNS = _three(MoneyQuantity.NET_COST)
RESULT_COLUMNS = (
    *(
        CellMeaning(quantity, Basis.OUTCOME, _YTD)
        for quantity in (MoneyQuantity.REVENUE, MoneyQuantity.COST, MoneyQuantity.RESULT)
    ),
    CellMeaning(MoneyQuantity.RESULT, Basis.FORECAST, _YEAR),
)
GRANT_COLUMNS = (*_granted(_YTD, Basis.OUTCOME), *_granted(_YEAR, Basis.FORECAST))
NET_COLUMNS = (
    *(
        CellMeaning(quantity, Basis.OUTCOME, _YTD)
        for quantity in (MoneyQuantity.REVENUE, MoneyQuantity.COST, MoneyQuantity.NET)
    ),
    CellMeaning(MoneyQuantity.NET, Basis.BUDGET, _YTD),
    CellMeaning(MoneyQuantity.AMOUNT, Basis.DEVIATION, _YTD),
    CellMeaning(MoneyQuantity.NET, Basis.BUDGET, _YEAR),
    CellMeaning(MoneyQuantity.NET, Basis.FORECAST, _YEAR),
    CellMeaning(MoneyQuantity.AMOUNT, Basis.DEVIATION, _YEAR),
)
COLUMN_SETS = (
    AMOUNT_COLUMNS,
    AMOUNT_CHANGE_COLUMNS,
    NET_COST_COLUMNS,
    RESULT_COLUMNS,
    GRANT_COLUMNS,
    NET_COLUMNS,
)

# what one line amounts to: by basis and horizon, revenue and cost
Books = dict[tuple[Basis, Horizon], tuple[int, int]]
_BOOKED = (
    (Basis.BUDGET, _YTD),
    (Basis.OUTCOME, _YTD),
    (Basis.BUDGET, _YEAR),
    (Basis.FORECAST, _YEAR),
    (Basis.PREVIOUS_FORECAST, _YEAR),
)


@st.composite
def budget_tables(
    draw: st.DrawFn,
    *,
    columns: Sequence[Columns] = COLUMN_SETS,
    roles: Sequence[LineRole] = ROLES,
    sections: Sequence[Grouping] = tuple(Grouping),
    units: Sequence[Unit] = (Unit.TKR, Unit.MNKR),
    signs: Sequence[Signs] = (Signs.COSTS_NEGATIVE,),
    zeros: Sequence[Zero] = tuple(Zero),
    titled: Sequence[bool] = (True, False),
    titles: Sequence[str] = wording.BUDGET_TITLES,
    occasion: Occasion = USUAL_OCCASION,
    printing: Printing = PLAIN,
    least: int = 1,
    most: int = 2,
    most_lines: int = 8,
) -> tuple[BudgetTable, ...]:
    """Money tables that add up.

    Options:
        columns: the sets of columns to choose from; each is what the columns behind the labels
            hold, from left to right, every quantity named.
        roles: which roles lines may have; the last of several sums is the total.
        sections: what may stand above the lines. `KINDS` only where all columns are `AMOUNT`.
        units: in which the amounts are; amounts in mnkr have one decimal.
        signs: how costs are printed.
        zeros: what stands in a cell that amounts to nothing.
        titled: whether tables have titles. A table in `NET_COST` whose heads do not say so is
            always titled, since its title says it.
        titles: the titles of the others.
        occasion: the share of the year that budgets so far have.
        printing: how figures are printed.
        least, most: how many tables; fewer than `least` where two would have the same heads and
            no title.
        most_lines: how many lines of its own a table has at most, sums and parts not counted.
    """
    count = draw(st.integers(least, most))
    sign, unit = one(draw, signs), one(draw, units)
    names = iter(some(draw, titles, count))
    out: list[BudgetTable] = []
    nameless: set[Columns] = set()
    for _ in range(count):
        chosen = one(draw, columns)
        quiet = all(column.quantity is MoneyQuantity.AMOUNT for column in chosen)
        grouping = one(draw, [s for s in sections if quiet or s is not Grouping.KINDS])
        by_title = {column.quantity for column in chosen} == {MoneyQuantity.NET_COST}
        title = next(names, None)
        if by_title:
            title = wording.NET_COST_TITLES[len(out) % len(wording.NET_COST_TITLES)]
        elif title is not None and not one(draw, titled):
            title = None
        if title is None and chosen in nameless:
            continue  # under the very same heads it would be read as the first one's next page
        if title is None:
            nameless.add(chosen)
        sheet = _Sheet(chosen, unit, sign, one(draw, zeros), printing)
        lines = _rows(draw, grouping, frozenset(roles), occasion, most_lines)
        out.append(
            BudgetTable(
                number=len(out) + 1,
                title=printed(title) if title else None,
                unit=unit,
                lines=tuple(sheet.line(row) for row in lines),
            )
        )
    return tuple(out)


@frozen(kw_only=True)
class _Row:
    label: str
    books: Books
    section: str | None = None
    role: LineRole = LineRole.ITEM


@frozen
class _Sheet:
    """How the lines of one table are printed."""

    columns: Columns
    unit: Unit
    signs: Signs
    zero: Zero
    printing: Printing

    def line(self, row: _Row) -> BudgetLine:
        return BudgetLine(
            label=printed(row.label),
            section=printed(row.section) if row.section else None,
            role=row.role,
            cells=tuple(self.cell(row, column) for column in self.columns),
        )

    def cell(self, row: _Row, column: CellMeaning) -> BudgetCell:
        quantity = column.quantity or MoneyQuantity.AMOUNT
        granted = any(c.quantity is MoneyQuantity.MUNICIPAL_GRANT for c in self.columns)
        value = _value(row.books, column, self.signs, granted=granted)
        decimals = 1 if self.unit is Unit.MNKR else 0
        if value == 0 and self.zero is Zero.DASH:
            amount = missing(Missing.DASH, "-")
        elif value == 0 and self.zero is Zero.BLANK:
            amount = missing(Missing.BLANK)
        else:
            exact = Decimal(value).scaleb(-decimals)
            amount = self.printing.number(exact, unit=self.unit, decimals=decimals, with_unit=False)
        return BudgetCell(
            quantity=quantity, basis=column.basis, horizon=column.horizon, amount=amount
        )


def _value(books: Books, column: CellMeaning, signs: Signs, *, granted: bool) -> int:
    """What stands in a column, from the books of a line."""
    if column.basis is Basis.DEVIATION:
        actual = Basis.OUTCOME if column.horizon is _YTD else Basis.FORECAST
        return _level(books, column, actual, granted=granted) - _level(
            books, column, Basis.BUDGET, granted=granted
        )
    if column.basis is Basis.FORECAST_CHANGE:
        return _level(books, column, Basis.FORECAST, granted=granted) - _level(
            books, column, Basis.PREVIOUS_FORECAST, granted=granted
        )
    value = _level(books, column, column.basis, granted=granted)
    costly = (MoneyQuantity.COST, MoneyQuantity.NET_COST, MoneyQuantity.AMOUNT)
    if signs is Signs.COSTS_POSITIVE and column.quantity in costly:
        return -value
    return value


def _level(books: Books, column: CellMeaning, basis: Basis, *, granted: bool) -> int:
    revenue, cost = books[basis, column.horizon]
    grant = -sum(books[Basis.BUDGET, column.horizon])
    match column.quantity:
        case MoneyQuantity.REVENUE:
            return revenue
        case MoneyQuantity.COST:
            return cost
        case MoneyQuantity.MUNICIPAL_GRANT:
            return grant
        case MoneyQuantity.RESULT if granted:
            return grant + revenue + cost
        case _:
            return revenue + cost


def _rows(
    draw: st.DrawFn,
    grouping: Grouping,
    roles: frozenset[LineRole],
    occasion: Occasion,
    most: int,
) -> Iterator[_Row]:
    count = draw(st.integers(2, max(2, most)))
    months = occasion.end.month
    parts = iter(some(draw, wording.OF_WHICH, 2) if LineRole.OF_WHICH in roles else ())
    own: list[_Row] = []
    groups = _groups(draw, grouping, count)
    for section, labels, kind in groups:
        rows = [
            _Row(label=label, books=_booked(draw, months, kind), section=section)
            for label in labels
        ]
        for n, row in enumerate(rows):
            yield row
            part = next(parts, None) if n == 0 else None
            if part is not None:
                books = {key: (r // 2, -(-c // 2)) for key, (r, c) in row.books.items()}
                yield evolve(row, label=part, books=books, role=LineRole.OF_WHICH)
        own += rows
        if section and len(groups) > 1 and {LineRole.SUBTOTAL, LineRole.TOTAL} <= roles:
            yield _Row(
                label=f"Summa {section.lower()}",
                books=_summed(rows),
                section=section,
                role=LineRole.SUBTOTAL,
            )
    if LineRole.TOTAL in roles:
        # the bold row above goes on over the total; only "Intäkter", "Kostnader" end with their sum
        section = groups[-1][0] if grouping is Grouping.UNITS else None
        label = "Nettokostnad" if grouping is Grouping.KINDS else "Totalt"
        yield _Row(label=label, books=_summed(own), section=section, role=LineRole.TOTAL)


_Group = tuple[str | None, Sequence[str], str]


def _groups(draw: st.DrawFn, grouping: Grouping, count: int) -> list[_Group]:
    """The section, the labels of its lines, and whether they are revenue, cost, or both."""
    if grouping is Grouping.KINDS:
        some_revenue = some(draw, wording.REVENUE_LINES, max(1, count // 3))
        some_cost = some(draw, wording.COST_LINES, count - count // 3)
        return [("Intäkter", some_revenue, "revenue"), ("Kostnader", some_cost, "cost")]
    labels = some(draw, wording.ACTIVITY_LINES, count)
    if grouping is Grouping.NONE:
        return [(None, labels, "both")]
    half = (len(labels) + 1) // 2
    names = some(draw, wording.ORGANISATION_SECTIONS, 2)
    parts = (labels[:half], labels[half:])
    return [(name, part, "both") for name, part in zip(names, parts, strict=True) if part]


def _booked(draw: st.DrawFn, months: int, kind: str) -> Books:
    """The books of a line: what it may cost in a year, and by how much that fails."""
    yearly = draw(st.integers(240, 96_000))
    off = draw(st.integers(-120, 120))  # per mille
    share = 0 if kind == "cost" else 100 if kind == "revenue" else yearly % 4 * 7
    books: Books = {}
    for number, (basis, horizon) in enumerate(_BOOKED):
        base = yearly * months // 12 if horizon is _YTD else yearly
        wrong = 0 if basis is Basis.BUDGET else off + (yearly + number) % 7
        cost = base + base * wrong // 1000
        revenue = base * share // 100
        books[basis, horizon] = (cost, 0) if kind == "revenue" else (revenue, -cost - revenue)
    return books


def _summed(rows: Sequence[_Row]) -> Books:
    return {
        key: (sum(row.books[key][0] for row in rows), sum(row.books[key][1] for row in rows))
        for key in _BOOKED
    }
