"""What stands around some digits and says that they are money, a file number, part of more."""

import re

from ifo_followup.swedish.dates import ANY_YEAR

_REACH = 40  # characters; a word further away belongs to something else

_MONEY = re.compile(
    r"\s{0,2}(?:tkr|kkr|mnkr|mkr|msek|sek|kr|kronor|miljoner|procent|%|:-)(?!\w)", re.IGNORECASE
)
_FILE = re.compile(r"(?<!\w)(?:dnr|diarienr|diarienummer|beslutsnr)(?!\w)", re.IGNORECASE)
_YEAR_AND_SLASH = re.compile(rf"(?<![0-9-]){ANY_YEAR}[/:]\Z")


def before(text: str, start: int, reach: int = _REACH) -> str:
    """The characters shortly before a place."""
    return text[max(0, start - reach) : start]


def behind(text: str, end: int, reach: int = _REACH) -> str:
    """The characters shortly behind a place."""
    return text[end : end + reach]


def is_money(text: str, end: int) -> bool:
    """Whether a unit of money or "%" follows."""
    return _MONEY.match(text, end) is not None


def is_file_number(text: str, start: int) -> bool:
    """Whether it is (part of) a diarienummer: behind "Dnr", or behind a year and a slash."""
    near = before(text, start, 25)
    return bool(_FILE.search(near) or _YEAR_AND_SLASH.search(near))


def in_longer_run(text: str, start: int, end: int) -> bool:
    """Whether digits go on to either side behind one sign; no pattern lets them go on without."""
    left, right = before(text, start, 2), behind(text, end, 2)
    return (left[:1].isdigit() and left[-1:] in "-–+.,:_") or (
        right[1:].isdigit() and right[0] in "-–+.,:_/"
    )
