"""E-mail addresses and Swedish telephone numbers in running text.

The shapes of telephone numbers are those of the Swedish numbering plan (PTS): 8 to 10 digits with
the leading 0, two to four of them the area; from abroad +46 or 0046 in place of the 0. Figures are
never printed with a leading 0 and a hyphen, which is what tells a number from an amount.
"""

import re
from collections.abc import Iterator

from ifo_followup.privacy.around import before, is_file_number, is_money
from ifo_followup.privacy.spans import EMAIL_ADDRESS, PHONE_NUMBER, Span

# the lengths of RFC 5321 and of names in DNS
_EMAIL = re.compile(
    r"[A-Za-z0-9åäöéÅÄÖÉ._%+-]{1,64}@[A-Za-z0-9åäöÅÄÖ-]{1,63}(?:\.[A-Za-z0-9åäöÅÄÖ-]{1,63}){1,8}"
)

_NOT_INSIDE = r"(?<![0-9+])(?<![0-9][-–.,:])"
_HYPHEN = r"\s?[-–‑]\s?"
# five digits at least: in "0138-2018" and "08-12 2018" stand codes and years
_GROUPS = (
    r"(?=(?:[0-9]\s?){5})(?:[0-9]{5,8}|[0-9]{3}\s[0-9]{4}|[0-9]{2,3}(?:\s[0-9]{2,3}){1,3})"
    r"(?![0-9]|[-–][0-9])"
)
_AREA = r"0(?:8|[1-79][0-9]{1,2})"
_MOBILE = re.compile(rf"{_NOT_INSIDE}07[02369](?:{_HYPHEN}|\s)?{_GROUPS}")
_WITH_HYPHEN = re.compile(rf"{_NOT_INSIDE}{_AREA}{_HYPHEN}{_GROUPS}")
_WITH_SPACE = re.compile(rf"{_NOT_INSIDE}{_AREA}\s?{_GROUPS}")
_ABROAD = re.compile(
    rf"{_NOT_INSIDE}(?:\+|00)46[\s-]?(?:\(0\)\s?)?[0-9]{{1,3}}"
    rf"(?:{_HYPHEN}|\s)?{_GROUPS}"
)
_WORD = re.compile(
    r"(?<![\w\[])(?:tel|telefon|telefonnummer|tfn|mobil|mobilnummer|ring|växel|växeln|fax|jour)"
    r"(?!\w)",
    re.IGNORECASE,
)
_LAST_GROUP = re.compile(r"\s[0-9]{2,3}\Z")
# grouped like an amount, and no mobile telephone
_IN_THOUSANDS = re.compile(r"\+46\s[0-689][0-9]{2}(?:\s[0-9]{3}){1,2}")


def email_addresses(text: str) -> Iterator[Span]:
    """Each e-mail address of a text."""
    if "@" not in text:  # nearly every text; the pattern would begin at each of its letters
        return
    for found in _EMAIL.finditer(text):
        yield Span(EMAIL_ADDRESS, *found.span())


def phone_numbers(text: str) -> Iterator[Span]:
    """Each telephone number of a text; a longer reading may hold a shorter one."""
    for pattern, least, most in ((_MOBILE, 10, 10), (_WITH_HYPHEN, 8, 10)):
        yield from _fitting(text, pattern, least, most)
    # 46 and the number without its 0; "+46 123 456" is too short, and is an amount
    yield from _fitting(text, _ABROAD, 9, 11)
    for span in _fitting(text, _WITH_SPACE, 8, 10):
        if _WORD.search(before(text, span.start, 25)):
            yield span


def _fitting(text: str, pattern: re.Pattern[str], least: int, most: int) -> Iterator[Span]:
    """What has the shape, as many digits as it should, and is neither money nor a file number."""
    for found in pattern.finditer(text):
        start, end = found.span()
        while _digits(text[start:end]) > most:
            # a figure behind the number, as in "08-123 45 67 20 barn"
            last = _LAST_GROUP.search(text, start, end)
            if last is None:
                break
            end = last.start()
        kept = text[start:end]
        if not least <= _digits(kept) <= most or is_money(text, end):
            continue
        if not (_IN_THOUSANDS.fullmatch(kept) or is_file_number(text, start)):
            yield Span(PHONE_NUMBER, start, end)


def _digits(text: str) -> int:
    """How many digits of a number; the (0) that is not dialled from abroad is none."""
    plain = text.replace("(0)", "")
    return sum(char.isdigit() for char in plain) - (2 if plain.startswith("00") else 0)
