"""Whose report it is, of what kind and for when, where no layout says what it may be.

The rules are those of `layouts.identity`; what a layout knows of its family (names of boards, kinds
of reports) is gathered from the document first: the title page and the margins win, then what is
printed most often.
"""

import re

from ifo_followup.document import Document, Heading, Paragraph
from ifo_followup.layouts.boards import boards_in, departments_in
from ifo_followup.layouts.identity import Family, Identity, identify
from ifo_followup.layouts.period import ANNUAL, MONTHLY
from ifo_followup.layouts.whose import margins
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
    return identify(document, _family(document), otherwise=_title(document))


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


def _family(document: Document) -> Family:
    front = [text for text, _ in margins(document)]
    return Family(
        types=_types(document),
        boards=boards_in(front, document.texts())[:1],
        departments=departments_in(front)[:1],
        areas=tuple(a for a in _AREAS if any(a.casefold() in text.casefold() for text in front))[
            :1
        ],
    )


def _types(document: Document) -> tuple[ReportType, ...]:
    """The kind of report that is spoken of clearly more than any other."""
    front = " ".join(text for text, _ in margins(document))
    for texts in ((front,), tuple(document.texts())):
        counts = sorted(
            ((sum(len(p.findall(t)) for t in texts), n) for n, (p, _) in enumerate(_KINDS)),
            reverse=True,
        )
        if counts[0][0] and counts[0][0] >= _CLEARLY * counts[1][0]:
            return _KINDS[counts[0][1]][1]
    return ()
