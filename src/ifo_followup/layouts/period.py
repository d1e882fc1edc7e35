"""For which period a report is, and of what kind: from its title page, else from the rest.

A title says what it is of; a day on the title page may be that of a decision, and so may its year.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from ifo_followup.document import Document, Heading, Lines, Paragraph, Table
from ifo_followup.model.report import ReportType
from ifo_followup.model.values import Place, Text
from ifo_followup.swedish.dates import find_periods, month_end, parse_month, tertial
from ifo_followup.swedish.text import tidy

# what reports are called, to build patterns with
MONTHLY = r"månads(?:rapport|uppföljning|bokslut)"
ANNUAL = r"verksamhetsberättelse|(?<!del)års(?:bokslut|redovisning|rapport|uppföljning)"
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_YEARS = re.compile(r"20[0-9]{2}\s?[-\u2013/]\s?20[0-9]{2}(?![0-9])")
_TYPES = (
    (re.compile(r"delårsrapport\s1|delårsbokslut\s1", re.IGNORECASE), ReportType.INTERIM_1),
    (re.compile(r"delårsrapport\s2|delårsbokslut\s2", re.IGNORECASE), ReportType.INTERIM_2),
    (
        re.compile(r"tertial(?:bokslut|rapport|uppföljning)?\s1", re.IGNORECASE),
        ReportType.TERTIAL_1,
    ),
    (
        re.compile(r"tertial(?:bokslut|rapport|uppföljning)?\s2", re.IGNORECASE),
        ReportType.TERTIAL_2,
    ),
    (
        re.compile(r"tertial(?:bokslut|rapport|uppföljning)?\s3", re.IGNORECASE),
        ReportType.TERTIAL_3,
    ),
    (re.compile(MONTHLY, re.IGNORECASE), ReportType.MONTHLY),
    (re.compile(rf"{ANNUAL}|\Abokslut\s20[0-9]{{2}}", re.IGNORECASE), ReportType.ANNUAL),
)
# the month that each type of report ends in
LAST_MONTH = {
    ReportType.INTERIM_1: 4,
    ReportType.INTERIM_2: 8,
    ReportType.TERTIAL_1: 4,
    ReportType.TERTIAL_2: 8,
    ReportType.TERTIAL_3: 12,
    ReportType.ANNUAL: 12,
}
# others end in these months mostly, these always
_FIXED = frozenset(
    (ReportType.TERTIAL_1, ReportType.TERTIAL_2, ReportType.TERTIAL_3, ReportType.ANNUAL)
)
_DECISION = re.compile(r"\(beslut[^()]{0,120}\)", re.IGNORECASE)
_FRONT_LINE = 160  # characters; a longer line is text, or the rows of a table
_NUMBERED = re.compile(r"[0-9]{1,2}[.\s]")
_FIRST_CHAPTER = re.compile(r"1\.?\s{1,3}[A-ZÅÄÖ]")  # in bold, where headings have no style
_TITLE_PAGE = 14  # blocks before the first heading with a number that can be a title page


def front_lines(document: Document) -> Iterator[tuple[str, Place]]:
    """The lines of a title page: what stands before the first numbered heading."""
    for block in document.blocks[:_TITLE_PAGE]:
        if isinstance(block, Table | Lines):
            return
        text = block.text.strip()
        first = isinstance(block, Paragraph) and block.strong and _FIRST_CHAPTER.match(text)
        if first or (isinstance(block, Heading) and _NUMBERED.match(text)):
            return
        yield text, block.place


def _title_page(document: Document) -> Iterator[str]:
    """The lines of a title page that are short and no sentences, as titles and dates are."""
    lines = (text for text, _ in front_lines(document))
    return (text for text in lines if len(text) <= _FRONT_LINE and not text.endswith("."))


def type_of(title: Text | None) -> ReportType | None:
    """The kind of report that a title names."""
    if title is None:
        return None
    return next((kind for pattern, kind in _TYPES if pattern.search(title.text)), None)


def period_end(document: Document, title: Text | None) -> date | None:
    """The last day of the report's period; None where nothing tells."""
    year = _year(document, title)
    kind = type_of(title)
    front = " ".join(_title_page(document))
    ends = _ends_on(title, kind, year, front)
    if ends:
        return max(ends)
    if year is not None and kind in LAST_MONTH and str(year) in front:
        return month_end(year, LAST_MONTH[kind])
    ends = [end for end in _heading_ends(document) if year is None or end.year == year]
    if ends:
        return max(ends)
    by_head = _by_column_heads(document, year)
    if by_head is not None:
        return by_head
    by_month = _by_headings(document, year)
    if by_month is not None:
        return by_month
    if year is not None and kind in LAST_MONTH:
        return month_end(year, LAST_MONTH[kind])
    # a title with a day of its own is not answered by what the text speaks of
    dated = title is not None and bool(find_periods(title.text))
    return None if dated else _by_text(document, year)


def _ends_on(
    title: Text | None, kind: ReportType | None, year: int | None, front: str
) -> list[date]:
    """The ends of periods in the title, else on the title page, that its report can have."""
    words = _DECISION.sub("", title.text) if title is not None else ""
    for text in (words, front):
        ends = [
            end
            for end in _ends_in(text)
            if (kind not in _FIXED or end.month == LAST_MONTH[kind])
            and (not _years_in(words) or end.year == year)
        ]
        if ends:
            return ends
    return []


def _heading_ends(document: Document) -> Iterator[date]:
    """The ends of the periods that headings name; tables of the year before have them too."""
    for block in document.blocks:
        if isinstance(block, Heading):
            # a decision's date is not the report's: "(beslut socialnämnden 2017-03-29)"
            yield from _ends_in(_DECISION.sub("", block.text))


def _ends_in(text: str) -> Iterator[date]:
    """The last days of the periods in a text; a day within a month is that of a decision."""
    ends = (end for _, end, _ in find_periods(text))
    return (end for end in ends if end == month_end(end.year, end.month))


def _year(document: Document, title: Text | None) -> int | None:
    """The year of the title, else on the title page, else the one printed most often."""
    said = _year_of(title) if title is not None else None
    if said is not None:
        return said
    front = [y for text in _title_page(document) for y in _years_in(_without_days(text))]
    # the years of days last: a decision has one as well
    front = front or [end.year for text in _title_page(document) for end in _ends_in(text)]
    if front:
        return front[-1]
    heads: Counter[int] = Counter()
    words: Counter[int] = Counter()
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                (heads if cell.row < 2 else words).update(_years_in(cell.text))
        elif not isinstance(block, Lines):
            words.update(_years_in(block.text))
    # column heads compare with years before: the latest one is the report's
    if heads:
        return max(heads)
    if not words:
        return None
    most = max(words.values())
    return min(y for y, n in words.items() if n == most)


def _year_of(title: Text) -> int | None:
    """The year behind the words for the report, else the last one: a plan may have another."""
    words = _DECISION.sub("", title.text)
    found = next(filter(None, (pattern.search(words) for pattern, _ in _TYPES)), None)
    behind = _years_in(words[found.start() :]) if found else []
    return next(iter(behind or _years_in(words)[-1:]), None)


def _without_days(text: str) -> str:
    for first, last, printed in find_periods(text):
        if first == last:
            text = text.replace(printed, " ")
    return text


def _years_in(text: str) -> list[int]:
    """The years that are printed, but for the ends of several: "2022-2024"."""
    return list(map(int, _YEAR.findall(_YEARS.sub(" ", text))))


def _by_column_heads(document: Document, year: int | None) -> date | None:
    """A day or a month in the heads of indicator and money tables: "2018-04-30", "Apr 2018"."""
    days: Counter[date] = Counter()
    months: Counter[int] = Counter()
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        for cell in block.cells:
            if cell.row > 1 or len(cell.text) > 60:
                continue
            text = tidy(cell.text).replace("- ", "-")
            days.update(_ends_in(text))
            month = parse_month(text)
            if month is not None and cell.colspan > 1:
                months[month] += 1
    if days:
        most = max(days.values())
        return max(day for day, n in days.items() if n == most)
    if months and year is not None:
        return month_end(year, months.most_common(1)[0][0])
    return None


def _by_headings(document: Document, year: int | None) -> date | None:
    """The month that a heading names last: "Viktiga händelser i november"."""
    if year is None:
        return None
    for block in document.blocks:
        if isinstance(block, Heading):
            months = [m for word in block.text.split() if (m := parse_month(word)) is not None]
            if months:
                return month_end(year, months[-1])
    return None


def _by_text(document: Document, year: int | None) -> date | None:
    """Running text: the tertial or period that is spoken of most."""
    votes: Counter[date] = Counter()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            text = _DECISION.sub("", block.text)
            votes.update(_ends_in(text))
            if year is not None:
                for number in re.findall(r"[Tt]ertial(?:bokslut)?\s([123])", block.text):
                    votes[tertial(int(number), year).end] += 1
    if year is not None:
        votes = Counter({day: n for day, n in votes.items() if day.year == year})
    return votes.most_common(1)[0][0] if votes else None
