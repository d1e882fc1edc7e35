"""Which single misprint would explain that figures do not add up: a digit, a sign, a unit."""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import islice

from attrs import frozen

from ifo_followup.checks.intervals import Interval
from ifo_followup.checks.ties import Suspect
from ifo_followup.model.values import Number
from ifo_followup.swedish.numbers import format_number

_MOST_NAMED = 3  # of more suspects nobody would look at each
_DIGITS = frozenset("0123456789")

_Kind = Callable[[Number, Interval], Iterator[Decimal]]  # what a figure may have been


@frozen
class Mend:
    """A figure that may be wrong and what it may have been; None where that is not certain."""

    suspect: Suspect
    instead: str | None


def mends(suspects: Sequence[Suspect]) -> list[Mend]:
    """The figures that one slip would explain, and how; none where they are many.

    A sign or a factor of a thousand hardly fits by chance: where one does, digits are not
    thought of. A lone suspect is named even where no slip explains it.
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
        ways = list(kind(number, each.wanted))
        if ways:
            yield Mend(each, _printed(number, ways[0]) if len(ways) == 1 else None)


def _printed(number: Number, value: Decimal) -> str:
    return format_number(value, number.decimals or 0)


def _turned(number: Number, wanted: Interval) -> Iterator[Decimal]:
    """The figure with the other sign, where that is wanted."""
    if number.value and _fits(number, -number.value, wanted):
        yield -number.value


def _in_thousands(number: Number, wanted: Interval) -> Iterator[Decimal]:
    """The figure a thousandfold, or its thousandth part, where one is wanted."""
    for value in (number.value.scaleb(3), number.value.scaleb(-3)) if number.value else ():
        if _fits(number, value, wanted):
            yield value


def _redigited(number: Number, wanted: Interval) -> Iterator[Decimal]:
    """The figure with another digit, or one more before its first, where one is wanted."""
    if number.value is None:
        return
    decimals = number.decimals or 0
    sign = -1 if number.value < 0 else 1
    wanted = wanted if sign > 0 else -wanted
    half = _half(number)
    # in units of the last digit, as whole numbers: a report may have thousands of figures to try
    least = int((wanted.low - half).scaleb(decimals).to_integral_value(ROUND_CEILING))
    most = int((wanted.high + half).scaleb(decimals).to_integral_value(ROUND_FLOOR))
    digits = str(int(abs(number.value).scaleb(decimals)))
    ways = {int(other + digits) for other in "123456789"}
    for n, digit in enumerate(digits):
        ways |= {int(digits[:n] + other + digits[n + 1 :]) for other in _DIGITS - {digit}}
    for way in sorted(ways):
        if least <= way <= most:
            yield sign * Decimal(way).scaleb(-decimals)


def _fits(number: Number, value: Decimal, wanted: Interval) -> bool:
    half = _half(number)
    return Interval(value - half, value + half).meets(wanted)


def _half(number: Number) -> Decimal:
    """Half a unit of the last digit."""
    return Decimal(5).scaleb(-(number.decimals or 0) - 1)
