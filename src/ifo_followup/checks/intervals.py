"""What a printed figure can have been before it was rounded.

A figure stands for every number that is printed so: half a unit of its last decimal to either side
(XBRL Calculations 1.1 reads reported figures in this way). Two figures contradict each other only
where no numbers exist that both could have been printed from. There is no tolerance besides.
"""

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from ifo_followup.model.values import Number, Unit

# kronor in one of each unit of money
KRONOR = {Unit.KR: Decimal(1), Unit.TKR: Decimal(1000), Unit.MNKR: Decimal(1_000_000)}


@frozen
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low)

    def meets(self, other: "Interval") -> bool:
        """Whether some number is in both."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> Decimal:
        """The number halfway."""
        return (self.low + self.high) / 2


NOTHING = Interval(Decimal(0), Decimal(0))


def half_unit(decimals: int | None) -> Decimal:
    """Half a unit of the last digit: as much as rounding may have taken or added."""
    return Decimal(5).scaleb(-(decimals or 0) - 1)


def interval_of(number: Number, *, in_kronor: bool = False) -> Interval | None:
    """What a printed number can have been; None where there is none.

    With `in_kronor` amounts of money are kronor whatever their unit, so that tkr and mnkr can be
    compared; a number in another unit has none then.
    """
    if number.value is None:
        return None
    half = half_unit(number.decimals)
    low, high = number.value - half, number.value + half
    if not in_kronor:
        return Interval(low, high)
    if number.unit not in KRONOR:
        return None
    factor = KRONOR[number.unit]
    return Interval(low * factor, high * factor)


def sum_of(parts: Iterable[Interval]) -> Interval:
    """What a sum of figures can have been."""
    low, high = NOTHING.low, NOTHING.high
    for part in parts:
        low, high = low + part.low, high + part.high
    return Interval(low, high)
