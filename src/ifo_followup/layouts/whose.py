"""Whose report it is: the municipality that a document names.

What stands on the title page or in the margins wins; else what is printed most often.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from ifo_followup.document import Document
from ifo_followup.layouts.period import front_lines
from ifo_followup.model.values import Place
from ifo_followup.swedish.municipalities import listed_name, spelled

# few texts speak of any; parts of words are looked for many times as fast as words
_PARTS = ("ommun", "stad", "egion", "Stad", "OMMUN", "STAD", "EGION")
_SPEAKS = re.compile(r"\b(?:kommuns?|stads?|region)\b", re.IGNORECASE)
# of no name that SCB lists: made-up ones, and those of examples
_KOMMUN = re.compile(
    r"\b([A-ZÅÄÖ][a-zåäöé]{2,20}(?:\s[A-ZÅÄÖ][a-zåäöé]{2,20})?)\s[Kk]ommun(?![a-zåäö])"
)
_NO_NAMES = frozenset(("Annan", "Denna", "Egen", "Hela", "Ingen", "Respektive", "Varje", "Vår"))
_LONGEST_LINE = 160  # characters; a longer one is text, which may speak of anybody
_FEWEST = 2  # times that a text has to name another municipality


def margins(document: Document) -> Iterator[tuple[str, Place]]:
    """The title page and what stands in the margins of every page."""
    yield from front_lines(document)
    yield from ((piece.text, piece.place) for piece in document.furniture)


def municipality(document: Document, own: str | None = None) -> str | None:
    """The municipality that the report is of; `own` where nothing says that it is another's.

    Layouts are shared, and so is the word for a neighbour: a report that hardly prints the layout's
    own municipality but another one's name, or has that on its title page, is that one's.
    """
    titles = [text for text, _ in margins(document) if _is_title(text)]
    if own and any(re.search(rf"\b{re.escape(own)}", text, re.IGNORECASE) for text in titles):
        return own
    named = next(chain.from_iterable(map(municipalities_in, titles)), None)
    if named is not None:
        return named
    votes: Counter[str] = Counter()
    count = 0
    for text in document.texts():
        for name in municipalities_in(text):
            votes[name] += 1
        count += text.count(own) if own else 0
    if own:
        votes.pop(own, None)
    if not votes:
        return own
    other, times = votes.most_common(1)[0]
    return own if own and (times < _FEWEST or 2 * count >= times) else other


def is_named(document: Document, name: str) -> bool:
    """Whether a municipality's name is printed anywhere."""
    return any(name in text or name.upper() in text for text in document.texts())


def municipalities_in(text: str) -> list[str]:
    """The municipalities that a text names as such, in its order: "Solna stad" → Solna."""
    if not any(part in text for part in _PARTS) or not _SPEAKS.search(text):
        return []
    listed = list(listed_name().finditer(text))
    found = [(match.start(), spelled(match[1] or match[2])) for match in listed]
    for match in _KOMMUN.finditer(text):
        overlaps = any(m.start() < match.end() and match.start() < m.end() for m in listed)
        if not overlaps and match[1] not in _NO_NAMES:
            found.append((match.start(), match[1].removesuffix("s")))
    return [name for _, name in sorted(found)]


def _is_title(text: str) -> bool:
    """A line of a title page or a margin, not a sentence that may speak of a neighbour."""
    return len(text) <= _LONGEST_LINE and not text.rstrip().endswith(".")
