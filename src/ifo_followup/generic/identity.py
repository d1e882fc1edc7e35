"""Whose report it is, of what kind and for when, where no layout says what it may be.

The rules are those of `layouts.identity`; what a layout knows of its family (names of boards, kinds
of reports) is gathered from the document first: the title page and the margins win, then what is
printed most often.
"""

import re
from collections import Counter
from collections.abc import Iterator

from ifo_followup.document import Document, Heading, Paragraph
from ifo_followup.generic.municipalities import listed_name, municipalities
from ifo_followup.layouts.boards import boards_in, departments_in
from ifo_followup.layouts.identity import (
    KOMMUN,
    Family,
    Identity,
    bare_name,
    identify,
)
from ifo_followup.layouts.period import ANNUAL, MONTHLY, front_lines
from ifo_followup.model.report import ReportType
from ifo_followup.model.values import Source, Text

_AREAS = (
    "Individ- och familjeomsorgen",
    "Individ- och familjeomsorg",
    "Äldreomsorgen",
    "Äldreomsorg",
    "Funktionshinderomsorgen",
    "Omsorgen om personer med funktionsnedsättning",
)
_REPORT_WORD = re.compile(
    r"(?:delårs|månads|tertial|helårs|års)(?:rapport|bokslut|uppföljning|redovisning)|"
    r"verksamhetsberättelse|uppföljningsrapport|budgetuppföljning",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[re.Pattern[str], tuple[ReportType, ...]], ...] = (
    (
        re.compile(r"delårs(?:rapport|bokslut|uppföljning)", re.IGNORECASE),
        (ReportType.INTERIM_1, ReportType.INTERIM_2),
    ),
    (
        re.compile(r"tertial(?:rapport|bokslut|uppföljning)|\btertial\s?[123]\b", re.IGNORECASE),
        (ReportType.TERTIAL_1, ReportType.TERTIAL_2, ReportType.TERTIAL_3),
    ),
    (re.compile(MONTHLY, re.IGNORECASE), (ReportType.MONTHLY,)),
    (re.compile(ANNUAL, re.IGNORECASE), (ReportType.ANNUAL,)),
)
_YEAR_LAST = re.compile(r"\s20[0-9]{2}\s{0,3}\Z")
_TITLE_PAGE = 14  # blocks
_LONGEST_TITLE = 100
_CLEARLY = 2  # times as often as the next kind


def identity_of(document: Document) -> Identity:
    """Read who, what and when; None where it cannot be told."""
    name = _municipality(document) or ""
    return identify(document, _family(document), name, otherwise=_title(document))


def _margins(document: Document) -> Iterator[str]:
    """The title page and what stands in the margins of every page."""
    yield from (text for text, _ in front_lines(document))
    yield from (piece.text for piece in document.furniture)


def _title(document: Document) -> Text | None:
    """A heading of the title page with the words of a report in it, wherever they stand.

    A line of plain text that ends in a year is as good as a heading.
    """
    for block in document.blocks[:_TITLE_PAGE]:
        if not isinstance(block, Heading | Paragraph) or len(block.text) >= _LONGEST_TITLE:
            continue
        if isinstance(block, Paragraph) and not _YEAR_LAST.search(block.text):
            continue
        if _REPORT_WORD.search(block.text):
            return Text(block.text, Source(text=block.text, place=block.place))
    return None


def _municipality(document: Document) -> str | None:
    """The municipality of the title page, else the one that is named most often."""
    pattern = listed_name()
    known = {name.casefold(): name for name in municipalities()} | {"falu": "Falun"}
    for text in _margins(document):
        found = pattern.search(text)
        if found:
            return known[(found[1] or found[2]).casefold()]
        other = KOMMUN.search(text)
        if other:
            return bare_name(other[1])
    votes: Counter[str] = Counter()
    for text in document.texts():
        votes.update(known[(a or b).casefold()] for a, b in pattern.findall(text))
        votes.update(
            bare_name(name)
            for name in KOMMUN.findall(text)
            if bare_name(name).casefold() not in known
        )
    return votes.most_common(1)[0][0] if votes else None


def _family(document: Document) -> Family:
    margins = list(_margins(document))
    return Family(
        types=_types(document),
        boards=boards_in(margins, document.texts())[:1],
        departments=departments_in(margins)[:1],
        areas=tuple(a for a in _AREAS if any(a.casefold() in text.casefold() for text in margins))[
            :1
        ],
    )


def _types(document: Document) -> tuple[ReportType, ...]:
    """The kind of report that is spoken of clearly more than any other."""
    margins = " ".join(_margins(document))
    for texts in ((margins,), tuple(document.texts())):
        counts = sorted(
            ((sum(len(p.findall(t)) for t in texts), n) for n, (p, _) in enumerate(_KINDS)),
            reverse=True,
        )
        if counts[0][0] and counts[0][0] >= _CLEARLY * counts[1][0]:
            return _KINDS[counts[0][1]][1]
    return ()
