"""Boards and departments as any report names them, whether a layout knows them or not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_BEGIN, _END = r"(?<![A-Za-zÅÄÖåäö-])", r"(?![A-Za-zÅÄÖåäö-])"
_BOARD = re.compile(
    rf"{_BEGIN}(?:[A-ZÅÄÖa-zåäö]{{3,25}}-(?:,\s[a-zåäö]{{3,25}}-)?\s(?:och|&|samt)\s)?"
    r"[A-ZÅÄÖa-zåäö]{3,30}(?:nämnden|utskottet)(?=s?(?![A-Za-zÅÄÖåäö]))"
    rf"|{_BEGIN}Nämnden\sför\s[A-ZÅÄÖa-zåäö]{{3,25}}-?"
    rf"(?:\s(?:och|&)\s[A-ZÅÄÖa-zåäö]{{3,25}})?{_END}"
)
_DEPARTMENT = re.compile(
    rf"{_BEGIN}(?:[A-ZÅÄÖ][a-zåäö]{{2,25}}-(?:,\s[a-zåäö]{{3,25}}-)?\s(?:och|&)\s)?"
    r"[A-ZÅÄÖa-zåäö]{3,30}(?:förvaltningen|kontoret)(?=s?(?![A-Za-zÅÄÖåäö]))"
)
# boards that any report may mention and none of ours is of
_OTHER_BOARDS = re.compile(
    r"valnämnd|krisledning|överförmyndar|patientnämnd|delegation|arbetsutskott|presidie",
    re.IGNORECASE,
)


def boards_in(margins: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """The boards of the title page and the margins, in order; without any, those of the text.

    Of the text the most frequent comes first, and boards that all reports mention are left out.
    """
    first = tuple(dict.fromkeys(_printed(_BOARD, margins)))
    if first:
        return tuple(name for name in first if not _OTHER_BOARDS.search(name)) or first
    # few texts speak of any
    spoken = [text for text in texts if "ämnden" in text or "utskottet" in text]
    votes = Counter(name for name in _printed(_BOARD, spoken) if not _OTHER_BOARDS.search(name))
    return tuple(name for name, _ in votes.most_common())


def departments_in(margins: Iterable[str]) -> tuple[str, ...]:
    """The departments of the title page and the margins, in order."""
    return tuple(dict.fromkeys(_printed(_DEPARTMENT, margins)))


def _printed(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[str]:
    """Names with a capital, as they stand alone."""
    for text in texts:
        for found in pattern.finditer(text):
            name = found[0]
            yield name[0].upper() + name[1:].replace(" & ", " och ")
