"""What the columns of a money table mean, each by its heads, the open ones by the amounts.

A deviation is that of the outcome or of the forecast from a budget. Where the heads do not say
which, the amounts do: in the right reading the rows add up. What neither shows has no meaning, and
so have two columns that would mean the same.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from attrs import evolve

from ifo_followup.generic.money_words import Partial, read_column
from ifo_followup.layouts.grids import Grid, own
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.money import Basis, Horizon, MoneyQuantity
from ifo_followup.swedish.numbers import UnreadableNumber, parse_number

Amounts = Sequence[Decimal | None]

_MOST_OPEN = 6  # columns whose horizon is tried; 64 readings
_ROUNDING = Decimal(2)  # three figures, each off by half a unit, and some luck
ENOUGH = 0.8  # of the rows that can be tried
_OPEN = (Basis.BUDGET, Basis.DEVIATION)


def read_columns(
    heads: Sequence[Sequence[str]],
    rows: Sequence[Amounts],
    *,
    year: str | None,
    annual: bool,
    month: int | None = None,
) -> tuple[CellMeaning | None, ...]:
    """Read the columns behind the labels; None for one whose meaning is not clear.

    Args:
        heads: for each column its printed heads from the top down.
        rows: the amounts of each row, None where a cell holds none.
        year: the report's year, None where it is not known.
        annual: whether the report is for a whole year.
        month: the last one of the report's period, None where it is not known.
    """
    partial = [read_column(column, year=year, annual=annual) for column in heads]
    partial = _without_period(_without_months(_latest_forecast(partial, month)), rows)
    if any(p and p.quantity is MoneyQuantity.RESULT for p in partial):
        # a bare "Prognos" beside Intäkt, Kostnad, Resultat forecasts the result
        partial = [
            evolve(p, quantity=MoneyQuantity.RESULT)
            if p and p.quantity is None and p.basis is Basis.FORECAST
            else p
            for p in partial
        ]
    partial = _not_of_the_year(partial, rows)
    meanings = [
        CellMeaning(p.quantity, p.basis, p.horizon) if p and p.horizon else None for p in partial
    ]
    seen = Counter(meaning for meaning in meanings if meaning is not None)
    return tuple(m if m is not None and seen[m] == 1 else None for m in meanings)


def _not_of_the_year(
    partial: Sequence[Partial | None], rows: Sequence[Amounts]
) -> list[Partial | None]:
    """Take their meaning from budgets of the year from which the outcomes so far deviate.

    "Utfall, Budget 2024, Avvikelse": the head says the year, the amounts say the period.
    """
    out = list(partial)
    deviations = [n for n, p in enumerate(partial) if p and p.basis is Basis.DEVIATION]
    so_far = [
        n
        for n, p in enumerate(partial)
        if p and (p.basis, p.horizon) == (Basis.OUTCOME, Horizon.YEAR_TO_DATE)
    ]
    for n, column in enumerate(partial):
        if column is None or column.basis is not Basis.BUDGET or not column.presumed:
            continue
        if any(_holds((d, o, n), rows) for d in deviations for o in so_far):
            out[n] = evolve(column, horizon=None)
    return out


def _without_months(partial: Sequence[Partial | None]) -> list[Partial | None]:
    """Take its meaning from a month beside what has come so far: then it is that month alone."""
    so_far = {p.basis for p in partial if p and p.gathered and p.horizon is Horizon.YEAR_TO_DATE}
    return [None if p and p.alone and p.basis in so_far else p for p in partial]


def _latest_forecast(partial: Sequence[Partial | None], month: int | None) -> list[Partial | None]:
    """Of forecasts that name their months only the latest is the report's: "Prognos mars".

    Months that are still to come are not when a forecast was made.
    """
    named = [p.month for p in partial if p and p.horizon and p.basis is Basis.FORECAST]
    latest = max((each for each in named if each), default=None)
    if latest is None or None in named or named.count(latest) > 1:
        return list(partial)
    if month is not None and latest > month:
        return list(partial)
    return [
        p if p is None or p.basis is not Basis.FORECAST or p.month == latest else None
        for p in partial
    ]


def amounts_of(grid: Grid, depth: int, usual: Callable[[str], str] = str) -> list[Amounts]:
    """The amounts under the header, row by row; a cell that is no number is None.

    `usual` gives an amount as it is usually printed.
    """
    return [[_amount(row, n, usual) for n in range(1, len(row))] for row in grid[depth:]]


def share_adding_up(meanings: Sequence[CellMeaning | None], rows: Sequence[Amounts]) -> float:
    """In how many rows the deviations are those of actuals from budgets; 0 where none shows it."""
    columns = [Partial(m.quantity, m.basis, m.horizon) if m else None for m in meanings]
    return min((_share(rule, rows) for rule in _identities(columns)), default=0.0)


def _amount(row: Sequence[object], n: int, usual: Callable[[str], str]) -> Decimal | None:
    cell = own(row, n)  # type: ignore[arg-type]  # a row of the grid
    if cell is None or cell.colspan > 1:
        return None
    try:
        return parse_number(usual(cell.text.strip()))
    except UnreadableNumber:
        return None


def _without_period(
    partial: Sequence[Partial | None], rows: Sequence[Amounts]
) -> list[Partial | None]:
    """Close what the heads leave open: by where the columns stand, and by the arithmetic."""
    todo = [n for n, p in enumerate(partial) if p is not None and p.horizon is None]
    todo = [n for n in todo if (p := partial[n]) is not None and p.basis in _OPEN]
    out = list(partial)
    if not todo or len(todo) > _MOST_OPEN:
        return out
    proven = _by_arithmetic(out, todo, rows)
    if proven is None:
        proven = _by_place(out, todo)
    for n, horizon in zip(todo, proven, strict=True):
        column = out[n]
        if column is not None and horizon is not None:
            out[n] = evolve(column, horizon=horizon)
    return out


def _by_arithmetic(
    partial: Sequence[Partial | None], todo: Sequence[int], rows: Sequence[Amounts]
) -> tuple[Horizon | None, ...] | None:
    """The only reading in which the rows add up, for the columns that this concerns."""
    good: list[tuple[Horizon, ...]] = []
    proven: set[int] = set()
    tried = False
    most = 1  # identities that hold; a reading that shows more of them is the better one
    for trial in product(Horizon, repeat=len(todo)):
        column = dict(zip(todo, trial, strict=True))
        read = [
            evolve(p, horizon=column[n]) if p is not None and n in column else p
            for n, p in enumerate(partial)
        ]
        meanings = [(p.quantity, p.basis, p.horizon) for p in read if p is not None]
        if len(set(meanings)) < len(meanings):
            continue  # two columns that mean the same
        rules = list(_identities(read))
        tried = tried or any(_is_shown(rule, rows) for rule in rules)
        if len(rules) < most or not all(_holds(rule, rows) for rule in rules):
            continue
        if len(rules) > most:
            good, proven, most = [], set(), len(rules)
        good.append(trial)
        proven.update(n for rule in rules for n in rule)
    if not good:
        # where the rows add up in no reading, the places of the columns prove nothing either
        return (None,) * len(todo) if tried else None
    by_place = _by_place(partial, todo)
    out: list[Horizon | None] = []
    for place, n in enumerate(todo):
        said = {trial[place] for trial in good}
        if len(said) == 1:
            out.append(said.pop() if n in proven else None)
        else:
            # small amounts may add up in two ways; then the place decides between them
            out.append(by_place[place] if n in proven else None)
    return tuple(out) if any(out) else None


def _identities(columns: Sequence[Partial | None]) -> Iterator[tuple[int, int, int]]:
    """Deviation, actual and budget of the same quantity and horizon, for each deviation."""
    at = {(p.quantity, p.basis, p.horizon): n for n, p in enumerate(columns) if p is not None}
    for (quantity, basis, horizon), n in at.items():
        if basis is not Basis.DEVIATION:
            continue
        actuals = (
            (Basis.OUTCOME,) if horizon is Horizon.YEAR_TO_DATE else (Basis.FORECAST, Basis.OUTCOME)
        )
        for kind in (quantity, None):
            actual = next((at[key] for b in actuals if (key := (kind, b, horizon)) in at), None)
            budget = at.get((kind, Basis.BUDGET, horizon))
            if actual is not None and budget is not None:
                yield n, actual, budget
                break


def _is_shown(rule: tuple[int, int, int], rows: Sequence[Amounts]) -> bool:
    """Whether any row has all three amounts."""
    return any(all(row[n] is not None for n in rule) for row in rows)


def _holds(rule: tuple[int, int, int], rows: Sequence[Amounts]) -> bool:
    """Whether deviation = ±(actual - budget), with one sign, in nearly all rows that show it."""
    return _share(rule, rows) >= ENOUGH


def _share(rule: tuple[int, int, int], rows: Sequence[Amounts]) -> float:
    """In what share of the rows that show it the deviation holds, with one sign."""
    plus = minus = tried = 0
    for row in rows:
        deviation, actual, budget = (row[n] for n in rule)
        if deviation is None or actual is None or budget is None or actual == budget:
            continue
        tried += 1
        plus += abs(deviation - (actual - budget)) <= _rounding(actual)
        minus += abs(deviation + (actual - budget)) <= _rounding(actual)
    return max(plus, minus) / tried if tried else 0.0


def _rounding(amount: Decimal) -> Decimal:
    """How far rounded figures may be off: two of the last printed digit."""
    exponent = amount.as_tuple().exponent
    return _ROUNDING.scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else _ROUNDING


def _by_place(partial: Sequence[Partial | None], todo: Sequence[int]) -> tuple[Horizon | None, ...]:
    """By their places, where only one reading is left.

    "Utfall Budget Avvikelse Prognos Budget Avvikelse": each budget and deviation belongs to the
    actual before it, but only if both have theirs, or if there is one actual alone.
    """
    actual: dict[int, Horizon] = {
        n: p.horizon
        for n, p in enumerate(partial)
        if p is not None and p.horizon and p.basis in (Basis.OUTCOME, Basis.FORECAST)
    }
    horizons = set(actual.values())
    budgets = {p.horizon for p in partial if p and p.horizon and p.basis is Basis.BUDGET}
    is_open = any((p := partial[n]) is not None and p.basis is Basis.BUDGET for n in todo)
    out: list[Horizon | None] = []
    for n in todo:
        column = partial[n]
        same = [m for m in todo if column and (p := partial[m]) and p.basis is column.basis]
        before = [horizon for m, horizon in actual.items() if m < n]
        if horizons == {Horizon.FULL_YEAR}:
            out.append(Horizon.FULL_YEAR)  # a forecast is for the year, and so is its budget
        elif column is not None and column.basis is Basis.DEVIATION and len(horizons) == 1:
            # what is left of the year's budget is no deviation, nor is that from an unclear one
            out.append(next(iter(horizons)) if budgets <= horizons and not is_open else None)
        elif len(horizons) == 2 and len(same) == 2 and before and _each_its_own(same, actual):
            out.append(before[-1])
        else:
            out.append(None)
    return tuple(out)


def _each_its_own(same: Sequence[int], actual: dict[int, Horizon]) -> bool:
    """Whether two columns of a kind stand behind an outcome and a forecast, one each."""
    behind = [[h for m, h in actual.items() if m < n][-1:] for n in same]
    return len({tuple(h) for h in behind}) == 2 and all(behind)
