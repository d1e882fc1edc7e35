"""Which single misprint would explain that figures do not add up: one digit, or a sign."""

from decimal import Decimal

from ifo_followup.checks.intervals import Interval
from ifo_followup.model.values import Number
from ifo_followup.swedish.numbers import format_number


def mends(number: Number, wanted: Interval) -> str | None:
    """The figure with one digit or its sign changed that would do, as printed; None for none.

    Only where exactly one would: of several nobody knows which.
    """
    if number.value is None:
        return None
    decimals = number.decimals or 0
    half = Decimal(5).scaleb(-decimals - 1)

    def fits(value: Decimal) -> bool:
        return Interval(value - half, value + half).meets(wanted)

    if number.value and fits(-number.value):
        return format_number(-number.value, decimals)
    whole = int(abs(number.value).scaleb(decimals))
    sign = -1 if number.value < 0 else 1
    digits = str(whole)
    found: set[int] = set()
    for n, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit:
                found.add(int(digits[:n] + other + digits[n + 1 :]))
    fitting = [value for value in found if fits(sign * Decimal(value).scaleb(-decimals))]
    if len(fitting) != 1:
        return None
    return format_number(sign * Decimal(fitting[0]).scaleb(-decimals), decimals)
