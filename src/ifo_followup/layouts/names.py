"""Names of boards and departments, known by how such names end: for those that no layout names."""

import re
from collections.abc import Iterator

from ifo_followup.document import Document
from ifo_followup.layouts.period import front_lines

BOARD = re.compile(
    r"(?<![A-Za-zÅÄÖåäö-])(?:[A-ZÅÄÖa-zåäö]{3,25}-(?:,\s[a-zåäö]{3,25}-)?\s(?:och|&|samt)\s)?"
    r"[A-ZÅÄÖa-zåäö]{3,30}(?:nämnden|utskottet)(?=s?(?![A-Za-zÅÄÖåäö]))"
    r"|(?<![A-Za-zÅÄÖåäö-])Nämnden\sför\s[A-ZÅÄÖa-zåäö]{3,25}-?"
    r"(?:\s(?:och|&)\s[A-ZÅÄÖa-zåäö]{3,25})?(?![A-Za-zÅÄÖåäö-])"
)
DEPARTMENT = re.compile(
    r"(?<![A-Za-zÅÄÖåäö-])(?:[A-ZÅÄÖ][a-zåäö]{2,25}-(?:,\s[a-zåäö]{3,25}-)?\s(?:och|&)\s)?"
    r"[A-ZÅÄÖa-zåäö]{3,30}(?:förvaltningen|kontoret)(?=s?(?![A-Za-zÅÄÖåäö]))"
)
# boards that any report may mention and none of ours is of
_OTHER_BOARDS = re.compile(
    r"valnämnd|krisledning|överförmyndar|patientnämnd|delegation|arbetsutskott|presidie",
    re.IGNORECASE,
)


def margins(document: Document) -> Iterator[str]:
    """The title page and what stands in the margins of every page."""
    yield from (text for text, _ in front_lines(document))
    yield from (piece.text for piece in document.furniture)


def marginal(document: Document, pattern: re.Pattern[str]) -> list[str]:
    """The names on the title page and in the margins, in their order."""
    return [_printed(f[0]) for text in margins(document) for f in pattern.finditer(text)]


def boards_in_text(document: Document) -> list[str]:
    """The boards that a report names anywhere, each as often as it is named."""
    return [
        _printed(found[0])
        for text in document.texts()
        if "nämnd" in text.lower() or "utskott" in text
        for found in BOARD.finditer(text)
        if not _OTHER_BOARDS.search(found[0])
    ]


def _printed(name: str) -> str:
    """A name with a capital, as it stands alone."""
    return name[0].upper() + name[1:].replace(" & ", " och ")
