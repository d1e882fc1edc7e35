"""Which single misprint would explain that figures do not add up: a digit, a sign, a unit."""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import islice

from attrs import frozen

from ifo_followup.checks.intervals import Interval, half_unit
from ifo_followup.checks.ties import Suspect
from ifo_followup.swedish.numbers import format_number

_MOST_NAMED = 3  # of more suspects nobody would look at each
_DIGITS = frozenset("0123456789")

# a figure, its decimals and what is wanted, to what it may have been
_Kind = Callable[[Decimal, int, Interval], Iterator[Decimal]]


@frozen
class Mend:
    """A figure that may be wrong and what it may have been; None where that is not certain."""

    suspect: Suspect
    instead: str | None


def mends(suspects: Sequence[Suspect]) -> list[Mend]:
    """The figures that one slip would explain, and how; none where they are many.

    A sign or a factor of a thousand hardly fits by chance: where one does, digits are not
    thought of. A few suspects are named even where no slip explains any of them.
    """
    shown = [Mend(each, None) for each in suspects]
    for kind in (_turned, _in_thousands, _redigited):
        found = list(islice(_explained(suspects, kind), _MOST_NAMED + 1))
        if found:
            shown = found
            break
    return shown if len(shown) <= _MOST_NAMED else []


def _explained(suspects: Sequence[Suspect], kind: _Kind) -> Iterator[Mend]:
    """The suspects that a slip of one kind explains."""
    for each in suspects:
        number = each.figure.cell.amount
        value = number.value
        ways = [] if value is None else list(kind(value, number.decimals or 0, each.wanted))
        if ways:
            instead = format_number(ways[0], number.decimals or 0) if len(ways) == 1 else None
            yield Mend(each, instead)


def _turned(value: Decimal, decimals: int, wanted: Interval) -> Iterator[Decimal]:
    """The figure with the other sign, where that is wanted."""
    if value and _fits(-value, decimals, wanted):
        yield -value


def _in_thousands(value: Decimal, decimals: int, wanted: Interval) -> Iterator[Decimal]:
    """The figure a thousandfold, or its thousandth part, where one is wanted."""
    for other in (value.scaleb(3), value.scaleb(-3)):
        # next to nothing is wanted of any figure that is as large as the error
        if abs(other) >= 2 * half_unit(decimals) and _fits(other, decimals, wanted):
            yield other


def _redigited(value: Decimal, decimals: int, wanted: Interval) -> Iterator[Decimal]:
    """The figure with another digit, or one more before its first, where one is wanted."""
    digits = str(int(abs(value).scaleb(decimals)))
    ways = {int(other + digits) for other in "123456789"}
    for n, digit in enumerate(digits):
        ways |= {int(digits[:n] + other + digits[n + 1 :]) for other in _DIGITS - {digit}}
    half = half_unit(decimals)
    # in units of the last digit, as whole numbers: a report may have thousands of figures to try
    least = int((wanted.low - half).scaleb(decimals).to_integral_value(ROUND_CEILING))
    most = int((wanted.high + half).scaleb(decimals).to_integral_value(ROUND_FLOOR))
    # nothing may have been of either sign
    signs = [sign for sign in (-1, 1) if sign * value >= 0]
    for way in sorted({sign * way for way in ways for sign in signs}):
        if least <= way <= most:
            yield Decimal(way).scaleb(-decimals)


def _fits(value: Decimal, decimals: int, wanted: Interval) -> bool:
    half = half_unit(decimals)
    return Interval(value - half, value + half).meets(wanted)
