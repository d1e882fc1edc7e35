"""Personnummer and samordningsnummer in running text.

YYMMDD-NNNN or YYYYMMDDNNNN: a date of birth, three digits and a check digit over the last ten
(folkbokföringslagen 1991:481, 18 §). From the year somebody turns 100 the hyphen is a plus sign. A
samordningsnummer has 60 added to the day. The number of an organisation has at least 20 where
the month stands, and is therefore never one.
"""

import re
from collections.abc import Iterator
from datetime import date

from ifo_followup.privacy.around import before, behind, in_longer_run, is_file_number, is_money
from ifo_followup.privacy.spans import PERSONAL_NUMBER, Span

_SHAPE = re.compile(
    r"(?<![0-9])(?P<century>18|19|20)?(?P<date>[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{2})"
    r"(?P<sign>[-+–−‐‑]\s{0,2}|\s)?(?P<last>[0-9]{4})(?![0-9])"
)
# not behind a bracket: "[personnummer]" stands where one was masked, and speaks of no other
_WORD = re.compile(
    r"(?<![\w\[])(?:personn(?:umme)?r|person-?nr|pers\.?\s?nr|pnr|p-nr|född|födda|födelsenummer"
    r"|samordningsn(?:umme)?r)",
    re.IGNORECASE,
)
_CENTURIES = ("18", "19", "20")
_COORDINATION = 60  # added to the day


def personal_numbers(text: str) -> Iterator[Span]:
    """Each personnummer and samordningsnummer of a text."""
    for found in _SHAPE.finditer(text):
        century, digits, last = found["century"], found["date"], found["last"]
        if not (_is_date(century, digits) and check_digit(digits + last[:3]) == last[3]):
            continue
        start, end = found.span()
        if in_longer_run(text, start, end):
            continue
        # ten digits in a row, or two figures side by side, are rarely a person
        shaped = found["sign"].strip() if found["sign"] else century
        if _is_said(text, start, end) or (
            shaped and not (is_money(text, end) or is_file_number(text, start))
        ):
            yield Span(PERSONAL_NUMBER, start, end)


def check_digit(nine: str) -> str:
    """The last digit of a number whose first nine these are (the Luhn algorithm)."""
    total = 0
    for place, digit in enumerate(nine):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return str(-total % 10)


def _is_date(century: str | None, digits: str) -> bool:
    """Whether somebody can have been born then; without a century, in any of them."""
    year, month, day = digits[:2], int(digits[2:4]), int(digits[4:])
    day -= _COORDINATION if day > _COORDINATION else 0
    return any(
        _is_day(int(each + year), month, day) for each in ((century,) if century else _CENTURIES)
    )


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether words near say that this is a personnummer."""
    return bool(_WORD.search(before(text, start)) or _WORD.search(behind(text, end, 25)))
