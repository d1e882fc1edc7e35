"""Strategies for what measures goals: indicators with their values."""

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen
from hypothesis import strategies as st

from ifo_followup.model.goals import (
    Goal,
    Indicator,
    Observation,
    ObservationKind,
    UnitResult,
)
from ifo_followup.model.values import Assessment, Missing, Number, Source, Text, Unit, Verdict
from ifo_followup.testing import wording
from ifo_followup.testing.goal_parts import green_share
from ifo_followup.testing.printing import (
    PLAIN,
    USUAL_OCCASION,
    Occasion,
    Printing,
    assessed,
    missing,
    one,
    printed,
    some,
    texts,
)

JUDGED = (
    Verdict.FULFILLED,
    Verdict.LARGELY_FULFILLED,
    Verdict.PARTLY_FULFILLED,
    Verdict.NOT_FULFILLED,
    Verdict.NOT_ASSESSABLE,
)


@frozen
class ObservedAs:
    """A column of values: what they are, and for which period."""

    kind: ObservationKind
    period: str | None


def observation_columns(
    occasion: Occasion = USUAL_OCCASION,
    *,
    years_back: int = 2,
    so_far: bool = True,
    forecast: bool = False,
    target: bool = True,
) -> tuple[ObservedAs, ...]:
    """The value columns of a table of indicators: past years, the period, forecast and target."""
    year = occasion.year
    columns = [
        ObservedAs(ObservationKind.OUTCOME, str(year - back)) for back in range(years_back, 0, -1)
    ]
    if so_far:
        columns.append(ObservedAs(ObservationKind.OUTCOME, occasion.end.isoformat()))
    if forecast:
        columns.append(ObservedAs(ObservationKind.FORECAST, str(year)))
    if target:
        columns.append(ObservedAs(ObservationKind.TARGET, str(year)))
    return tuple(columns)


@st.composite
def indicators(
    draw: st.DrawFn,
    goals: Sequence[Goal] = (),
    *,
    units: Sequence[Unit] = (Unit.PERCENT, Unit.COUNT, Unit.KR, Unit.TKR),
    columns: Sequence[ObservedAs] | None = None,
    occasion: Occasion = USUAL_OCCASION,
    forecasts: Sequence[bool] = (False, True),
    trends: Sequence[bool] = (False, True),
    new: Sequence[bool | None] = (None, False, True),
    named: Sequence[bool] = (True,),
    scopes: Sequence[bool] = (False,),
    gaps: Sequence[bool] = (False, True),
    unmeasured: Sequence[bool] = (False, True),
    verdicts: Sequence[Verdict | None] = (*JUDGED, None),
    coloured: Sequence[bool] = (False,),
    comments: Sequence[bool] = (False, True),
    printing: Printing = PLAIN,
    least: int = 1,
    most: int = 6,
) -> tuple[Indicator, ...]:
    """Indicators in the order of their goals, with a value for each column that is not empty.

    Options:
        goals: what they may measure; none of them gives indicators without a goal.
        units: what the values count.
        columns: kind and period of each value; None draws the usual ones for the occasion.
        occasion: whose years and period the columns have.
        forecasts: whether there is a column of forecasts, where `columns` is None.
        trends, comments: whether an indicator has one.
        new: the marks "(N)"; None for a layout that has none.
        named: whether the indicator has a name; without it the values are the goal's own.
        scopes: whether a cell may hold two values, each with what it is for.
        gaps: whether cells may be empty.
        unmeasured: whether a cell may say in words that nothing was measured.
        verdicts, coloured: as in `goals`.
        printing: how figures are printed.
        least, most: how many indicators.
    """
    count = draw(st.integers(least, most))
    if columns is None:
        columns = observation_columns(
            occasion, years_back=draw(st.integers(0, 2)), forecast=one(draw, forecasts)
        )
    order = range(len(goals))
    below = sorted(one(draw, order) for _ in range(count)) if goals else []
    marked = one(draw, tuple(new)) is not None
    names = [name for unit in units for name in NAMES[unit]]
    out: list[Indicator] = []
    for number, (name, unit) in enumerate(some(draw, names, count)):
        verdict = one(draw, verdicts)
        out.append(
            Indicator(
                indicator_id=f"i{number + 1}",
                goal_id=goals[below[number]].goal_id if goals else None,
                name=printed(name) if one(draw, named) else None,
                assessment=assessed(draw, verdict, coloured) if verdict else None,
                trend=printed(one(draw, wording.TRENDS)) if one(draw, trends) else None,
                comment=draw(texts(most=2)) if one(draw, comments) else None,
                is_new=one(draw, [x for x in new if x is not None]) if marked else None,
                observations=_observed(
                    draw,
                    columns,
                    unit,
                    printing=printing,
                    scoped=one(draw, scopes),
                    gaps=one(draw, gaps),
                    words=one(draw, unmeasured),
                ),
            )
        )
    return tuple(out)


NAMES: dict[Unit, tuple[tuple[str, Unit], ...]] = {
    unit: tuple((name, unit) for name in names)
    for unit, names in (
        (Unit.PERCENT, wording.SHARES),
        (Unit.COUNT, wording.COUNTS),
        (Unit.KR, wording.KRONOR),
        (Unit.TKR, wording.THOUSANDS),
        (Unit.HOURS, wording.HOURS),
    )
}
_USUAL = {  # the least and the most that such values are
    Unit.PERCENT: (0, 100),
    Unit.COUNT: (0, 420),
    Unit.KR: (800, 19_000),
    Unit.TKR: (-9_500, 9_500),
    Unit.HOURS: (2, 1_800),
}


def _observed(
    draw: st.DrawFn,
    columns: Sequence[ObservedAs],
    unit: Unit,
    *,
    printing: Printing,
    scoped: bool,
    gaps: bool,
    words: bool,
) -> tuple[Observation, ...]:
    """The values of one indicator: around one level, so that they belong together."""
    low, high = _USUAL[unit]
    level = draw(st.integers(low, high))
    decimals = draw(st.integers(0, 1)) if unit is Unit.PERCENT else 0
    empty = draw(st.integers(0, len(columns))) if gaps else len(columns)
    unsaid = draw(st.integers(0, len(columns))) if words else len(columns)
    step = max(1, (high - low) // 40)
    out: list[Observation] = []
    for n, column in enumerate(columns):
        if n == empty:
            continue
        if n == unsaid:
            words_ = one(draw, wording.NO_MEASUREMENT)
            number = missing(Missing.NOT_MEASURED, words_)
            out.append(Observation(kind=column.kind, period=column.period, number=number))
            continue
        around = min(high, max(low, level + (n * 7 % 5 - 2) * step))
        value = Decimal(around)
        if decimals and around < high:
            value += Decimal((level * 3 + n) % 10) / 10
        if scoped and n == 0:
            out.extend(_scoped(draw, column, value, unit, decimals, printing))
            continue
        number = printing.number(
            value, unit=unit, decimals=decimals, with_unit=unit is Unit.PERCENT
        )
        out.append(Observation(kind=column.kind, period=column.period, number=number))
    return tuple(out)


def _scoped(
    draw: st.DrawFn,
    column: ObservedAs,
    value: Decimal,
    unit: Unit,
    decimals: int,
    printing: Printing,
) -> list[Observation]:
    """Two values in one cell: "Barn: 80 % Unga: 75 %"; both keep the text of the whole cell."""
    scopes = some(draw, wording.SCOPES, 2)
    values = (value, value - value // 4)
    numbers = [
        printing.number(each, unit=unit, decimals=decimals, with_unit=unit is Unit.PERCENT)
        for each in values
    ]
    cell = " ".join(f"{scope}: {n.text}" for scope, n in zip(scopes, numbers, strict=True))
    return [
        Observation(
            kind=column.kind,
            period=column.period,
            scope=scope,
            number=Number(
                value=n.value, unit=n.unit, decimals=n.decimals, source=Source(text=cell)
            ),
        )
        for scope, n in zip(scopes, numbers, strict=True)
    ]


def share_indicator(
    goal: Goal,
    results: Sequence[UnitResult],
    *,
    number: int = 1,
    name: Text | None = None,
    target: Decimal = Decimal(80),
    occasion: Occasion = USUAL_OCCASION,
    printing: Printing = PLAIN,
    assessment: Assessment | None = None,
) -> Indicator | None:
    """The indicator of a table of units: the share of green ones beside its target.

    `number` counts the indicators of the report from 1. None where the goal has no units.
    """
    share = green_share([each for each in results if each.goal_id == goal.goal_id])
    if share is None:
        return None
    decimals = 0 if share == share.to_integral_value() else 1
    pairs = ((ObservationKind.OUTCOME, share, decimals), (ObservationKind.TARGET, target, 0))
    return Indicator(
        indicator_id=f"i{number}",
        goal_id=goal.goal_id,
        name=name,
        assessment=assessment,
        observations=tuple(
            Observation(
                kind=kind,
                period=occasion.month,
                number=printing.number(value, unit=Unit.PERCENT, decimals=places),
            )
            for kind, value, places in pairs
        ),
    )
