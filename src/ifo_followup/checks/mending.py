"""Which single misprint would explain that figures do not add up: a digit, a sign, a unit."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from ifo_followup.checks.intervals import Interval
from ifo_followup.checks.ties import Suspect
from ifo_followup.model.values import Number
from ifo_followup.swedish.numbers import format_number

_MOST_NAMED = 3  # of more suspects nobody would look at each


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
    other = [Mend(each, None) for each in suspects]
    for kind in (_turned, _in_thousands, _redigited):
        found = [
            Mend(each, _printed(number, ways[0]) if len(ways) == 1 else None)
            for each in suspects
            if (number := each.figure.cell.amount) and (ways := list(kind(number, each.wanted)))
        ]
        if found:
            other = found
            break
    return other if len(other) <= _MOST_NAMED else []


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
    digits = str(int(abs(number.value).scaleb(decimals)))
    ways = {
        int(digits[:n] + other + digits[n + 1 :])
        for n, digit in enumerate(digits)
        for other in "0123456789"
        if other != digit
    } | {int(other + digits) for other in "123456789"}
    for way in sorted(ways):
        value = sign * Decimal(way).scaleb(-decimals)
        if _fits(number, value, wanted):
            yield value


def _fits(number: Number, value: Decimal, wanted: Interval) -> bool:
    half = Decimal(5).scaleb(-(number.decimals or 0) - 1)
    return Interval(value - half, value + half).meets(wanted)
