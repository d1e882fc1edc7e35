"""Printed Swedish dates and periods: "31 augusti 2017", "Maj - augusti 2021", "T1 2018"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from attrs import field, frozen

from ifo_followup.swedish.text import DASH, MINUS, squash, tidy

MONTHS = (
    ("januari", "jan"),
    ("februari", "feb", "febr"),
    ("mars", "mar"),
    ("april", "apr"),
    ("maj",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augusti", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
_NAMES = sorted((name for names in MONTHS for name in names), key=len, reverse=True)
# to build patterns with
ANY_MONTH = rf"(?:{'|'.join(_NAMES)})"
ANY_YEAR = r"(?:19|20)[0-9]{2}"
_ORDINALS = ("första", "andra", "tredje", "fjärde")

_Y = rf"({ANY_YEAR})(?![0-9])"
_M = rf"({'|'.join(_NAMES)})\.?(?![^\W\d_])"
_START = r"(?<![^\W_])"
_D = r"([0-3]?[0-9])(?:\s?:?e)?"
_GAP = r"[\s,]{1,4}"
_DASH = rf"[{DASH}]"
_UP_TO = r"(?:till\s(?:och\smed|o\.?\sm\.?)|t\.?\s?o\.?\s?m\.?)"
_TO = rf"(?:\s{{0,3}}(?:{_DASH}{{1,2}}|/)\s{{0,3}}|\s{{1,3}}(?:{_UP_TO}|till)\s{{1,3}})"
_NUMERIC = rf"{_Y}{_DASH}(0[1-9]|1[0-2]){_DASH}([0-3][0-9])(?![0-9])"

_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_BROKEN_ISO = re.compile(rf"(?<=[0-9])\s?([{MINUS}])\s?(?=[0-9])")


def parse_month(text: str) -> int | None:
    """The month that a text names and nothing else: "Mars", "aug.", "Septem- ber" → 3, 8, 9."""
    if len(text) > 40:
        return None
    word = squash(text).rstrip(".:,")
    for number, names in enumerate(MONTHS, start=1):
        if word in names:
            return number
    return None


def first_month(text: str) -> int | None:
    """The first month named: "November/december" → 11; "4 april" → 4; None where none is."""
    return next(iter(months_in(text)), None)


def months_in(text: str) -> tuple[int, ...]:
    """All months named: "sep–dec" → 9, 12; of words that a narrow column broke, those alone.

    "November-" over "december" was joined as a broken word is: "Novemberdecember".
    """
    found = [parse_month(found[1]) for found in _ANY_MONTH.finditer(text.casefold())]
    if not found and (two := _TWO_MONTHS.match(squash(text[:40]))):
        found = [parse_month(two[1]), parse_month(two[2])]
    return tuple(month for month in found or [parse_month(text)] if month is not None)


def month_end(year: int, month: int) -> date:
    """The last day of a month: 2018, 4 → 2018-04-30."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


@frozen
class Period:
    """From the first to the last day, both included.

    Raises:
        ValueError: it ends before it starts.
    """

    start: date
    end: date = field()

    @end.validator
    def _check_order(self, _attribute: object, value: date) -> None:
        if value < self.start:
            raise ValueError("a period ends on or after its first day")

    @property
    def code(self) -> str | None:
        """The year, month or day it is: "2017", "2021-08", "2018-04-30"; None if it is neither."""
        if self.start == self.end:
            return self.start.isoformat()
        if not self._whole_months or self.start.year != self.end.year:
            return None
        if (self.start.month, self.end.month) == (1, 12):
            return f"{self.start:%Y}"
        return f"{self.start:%Y-%m}" if self.start.month == self.end.month else None

    @property
    def printed(self) -> str:
        """As a report would print it: "januari–april 2018", "augusti 2021", "31 augusti 2017"."""
        first, last = (MONTHS[day.month - 1][0] for day in (self.start, self.end))
        same_year = self.start.year == self.end.year
        if self.start == self.end:
            return f"{self.end.day} {last} {self.end.year}"
        if not self._whole_months:
            opening = "" if same_year else f" {self.start.year}"
            return f"{self.start.day} {first}{opening} – {self.end.day} {last} {self.end.year}"
        if same_year:
            return f"{first if first == last else f'{first}–{last}'} {self.end.year}"
        return f"{first} {self.start.year} – {last} {self.end.year}"

    @property
    def _whole_months(self) -> bool:
        return self.start.day == 1 and self.end == month_end(self.end.year, self.end.month)


def tertial(number: int, year: int) -> Period:
    """One of the three four-month parts of a year: 1, 2018 → January to April 2018.

    Raises:
        ValueError: there is no such part.
    """
    if number not in {1, 2, 3}:
        raise ValueError("a year has tertials 1, 2 and 3")
    return Period(date(year, 4 * number - 3, 1), month_end(year, 4 * number))


def parse_date(text: str) -> date | None:
    """The day that a text is: "2018-04-30", "2018-04- 30", "31 augusti 2017", "den 1 maj 2018"."""
    text = _BROKEN_ISO.sub(r"\1", tidy(text[:80])).rstrip(".,;:").casefold()
    found = _ONE_DAY.fullmatch(text)
    if not found:
        return None
    if found[1]:
        return _day(found[1], found[2], found[3])
    return _day(found[6], found[5], found[4])


def read_period_code(text: str) -> str | None:
    """The year, month or day that a header names, as "2016", "2021-08" or "2018-04-30".

    Reads "Utfall 2016", "Prognos 2018-04-30", "aug 2021", also broken by a narrow column ("Utfal
    l 2016", "2018-04- 30"). None when the header names none, several, or a longer period.
    """
    flat = _BROKEN_ISO.sub(r"\1", tidy(text[:200])).casefold()
    periods = {Period(start, end).code for start, end, _ in find_periods(flat)}
    if periods:
        return periods.pop() if len(periods) == 1 else None
    # what follows joins whatever a narrow column broke
    joined = _BROKEN_WORD.sub("", "".join(flat.split()))
    codes = {_joined_code(found) for found in _JOINED.finditer(joined)}
    codes = codes or set(_YEAR.findall(flat)) or set(_YEAR.findall(joined))
    return codes.pop() if len(codes) == 1 else None


def find_periods(text: str) -> list[tuple[date, date, str]]:
    """Every period printed in a text, in reading order: first day, last day, matched text.

    Reads "januari-april 2018", "Maj - augusti 2021", "perioden januari till och med augusti
    2017", "31 augusti 2017", "2018-04-30", "Apr 2018", "tertial 1 2018", "T1 2018". "till och med
    augusti 2017" without a beginning counts from the start of that year. A year alone is no period.
    """
    out: list[tuple[date, date, str]] = []
    position = 0
    while found := _ANY_PERIOD.search(text, position):
        position = found.end()
        for pattern, read in _READERS:
            exact = pattern.fullmatch(text, found.start(), found.end())
            if exact:
                period = read(exact)
                if period is not None:
                    out.append((period.start, period.end, found[0]))
                break
    return out


_TWO_MONTHS = re.compile(rf"({ANY_MONTH})({ANY_MONTH})\Z")
_ANY_MONTH = re.compile(_START + _M, re.IGNORECASE)
_ONE_DAY = re.compile(rf"{_NUMERIC}|(?:den\s)?{_D}\s{_M}\s{_Y}", re.IGNORECASE)


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else parse_month(month)
    try:
        return date(int(year), number or 0, int(day))
    except ValueError:
        return None


def _days(first: date | None, last: date | None) -> Period | None:
    return Period(first, last) if first and last and first <= last else None


def _read_numeric(m: re.Match[str]) -> Period | None:
    first = _day(m[1], m[2], m[3])
    return _days(first, _day(m[4], m[5], m[6]) if m[4] else first)


def _read_days(m: re.Match[str]) -> Period | None:
    last = _day(m[6], m[5], m[4])
    if not m[1]:
        return _days(last, last)
    return _days(_day(m[3] or m[6], m[2] or m[5], m[1]), last)


def _read_months(m: re.Match[str]) -> Period | None:
    open_end, first, first_year, last, year = m[1], m[2], m[3], m[4], int(m[5])
    end = parse_month(last) or 12
    if first is None:
        start, start_year = (1 if open_end else end), year
    else:
        start = parse_month(first) or 1
        # "december - februari 2018" began the year before
        start_year = int(first_year) if first_year else year - (start > end)
    return _days(date(start_year, start, 1), month_end(year, end))


def _read_part(m: re.Match[str]) -> Period | None:
    word = (m[2] or m[3] or m[4]).casefold()
    number = _ORDINALS.index(m[1].casefold()) + 1 if m[1] else int(m[5])
    months = 4 if word.startswith("t") else 6 if word.startswith("h") else 3
    if number * months > 12 or number < 1:
        return None
    year = int(m[6])
    first = months * (number - 1) + 1
    return Period(date(year, first, 1), month_end(year, first + months - 1))


_PARTS = r"tertial(?:et|bokslut|rapport)?|kvartal(?:et)?|halvår(?:et)?"
_DAYS = rf"{_START}(?:{_D}(?:\s{_M}(?:\s{_Y})?)?{_TO})?{_D}\s{{1,3}}{_M}{_GAP}{_Y}"
_MONTH_SPAN = rf"{_START}(?:({_UP_TO}\s)|{_M}(?:\s{_Y})?{_TO})?{_M}{_GAP}{_Y}"
_PART = (
    rf"{_START}(?:({'|'.join(_ORDINALS)})\s({_PARTS})|(?:({_PARTS})|(t|q|kv)\.?)\s?([1-4]))"
    rf"{_GAP}{_Y}"
)
_SHAPES: tuple[tuple[str, Callable[[re.Match[str]], Period | None]], ...] = (
    (rf"{_START}{_NUMERIC}(?:{_TO}{_NUMERIC})?", _read_numeric),
    (_DAYS, _read_days),
    (_MONTH_SPAN, _read_months),
    (_PART, _read_part),
)
_READERS = tuple((re.compile(shape, re.IGNORECASE), read) for shape, read in _SHAPES)
_ANY_PERIOD = re.compile("|".join(f"(?:{shape})" for shape, _ in _SHAPES), re.IGNORECASE)

_FULL_NAMES = "|".join(names[0] for names in MONTHS)
_JOINED = re.compile(
    rf"(?<![0-9]){_Y}{_DASH}(0[1-9]|1[0-2])(?:{_DASH}([0-3][0-9]))?(?![0-9]|{_DASH}[0-9])"
    rf"|([0-3]?[0-9])?({_FULL_NAMES}){_Y}"
)
_YEAR = re.compile(rf"(?<![0-9])(?<![0-9]{_DASH}){_Y}(?!{_DASH}[0-9])")


def _joined_code(found: re.Match[str]) -> str | None:
    year, month, day = (
        (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    )
    if day:
        exact = _day(year, month, day)
        return exact.isoformat() if exact else None
    return f"{year}-{parse_month(month) or int(month):02d}"
