"""Whose report it is, of what kind, and for which period: read from what is printed.

Reports in plain text have lost their title page and running headers, so that only the headings,
the column heads and the running text are left to tell. Each answer has a rule, the surest first;
what cannot be told stays empty and is a finding, never a guess.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from ifo_followup.document import Document, Heading, Lines, Paragraph, Table
from ifo_followup.model.report import ReportType
from ifo_followup.model.values import Place, Source, Text
from ifo_followup.swedish.dates import find_periods, month_end, parse_date, parse_month, tertial
from ifo_followup.swedish.text import squash, tidy

KOMMUN = re.compile(
    r"\b([A-ZÅÄÖ][a-zåäöé]{2,20}(?:\s[A-ZÅÄÖ][a-zåäöé]{2,20})?)\s[Kk]ommun(?![a-zåäö])"
)
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_TITLE = re.compile(
    r"(?:Månads(?:rapport|uppföljning|bokslut)|Delårs(?:rapport|bokslut|uppföljning)|"
    r"Tertial(?:bokslut|rapport|uppföljning)|Verksamhetsberättelse|"
    r"Års(?:redovisning|rapport|bokslut|uppföljning)|Bokslut|Uppföljningsrapport|Budgetuppföljning|Verksamhetsuppföljning)"
    r"(?:\s[0-9])?(?:\s[a-zåäö]{3,9})?(?:\s20[0-9]{2})?",
    re.IGNORECASE,
)
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
    (re.compile(r"månads(?:rapport|uppföljning|bokslut)", re.IGNORECASE), ReportType.MONTHLY),
    (
        re.compile(
            r"verksamhetsberättelse|(?<!del)års(?:bokslut|redovisning|rapport)|"
            r"\Abokslut\s20[0-9]{2}",
            re.IGNORECASE,
        ),
        ReportType.ANNUAL,
    ),
)
# the month that each type of report ends in
_LAST_MONTH = {
    ReportType.INTERIM_1: 4,
    ReportType.INTERIM_2: 8,
    ReportType.TERTIAL_1: 4,
    ReportType.TERTIAL_2: 8,
    ReportType.TERTIAL_3: 12,
    ReportType.ANNUAL: 12,
}
_DECISION = re.compile(r"\(beslut[^()]{0,120}\)", re.IGNORECASE)
_FRONT_LINE = 160  # characters; a longer line is text, or the rows of a table
_TITLE_PAGE = 14  # blocks before the first heading with a number that can be a title page


@frozen(kw_only=True)
class Family:
    """What the reports of one layout have in common besides their tables.

    `types` says which ones the layout comes in, so that the period can tell which one it is. The
    names are those that boards, departments and areas of such reports may have; the one that is
    printed is taken.
    """

    types: tuple[ReportType, ...]
    boards: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@frozen(kw_only=True)
class Identity:
    """What the document says of itself."""

    municipality: str | None = None
    board: Text | None = None
    department: Text | None = None
    area: Text | None = None
    report_type: ReportType | None = None
    title: Text | None = None
    period_start: date | None = None
    period_end: date | None = None
    contradicted: tuple[str, ...] = ()


def identify(
    document: Document, family: Family, own: str, *, otherwise: Text | None = None
) -> Identity:
    """Read who, what and when.

    Args:
        document: the document, its plain text recovered or not.
        family: what reports of this layout may say.
        own: the municipality whose layout it is.
        otherwise: the title where no line begins with the name of a report.
    """
    hints = dict(document.metadata)
    title = _title(document) or otherwise
    report_type = type_of(title)
    printed_end = _period_end(document, title)
    hinted_end = _from_hint(hints.get("hint:period", ""))
    end = hinted_end or printed_end
    printed_name = municipality(document, own)
    hinted_name = hints.get("hint:municipality")
    differs = (
        ("period", hinted_end, printed_end),
        ("municipality", hinted_name, printed_name if _says(document, printed_name) else None),
    )
    report_type = report_type or _type_by_end(family.types, end)
    start = date(end.year, 1, 1) if end else None
    return Identity(
        municipality=hinted_name or printed_name,
        board=_named(document, family.boards),
        department=_named(document, family.departments, title_page_only=True),
        area=_named(document, family.areas),
        report_type=report_type,
        title=title,
        period_start=start,
        period_end=end,
        contradicted=tuple(
            f"{word}={hint} was given, but {printed} was read"
            for word, hint, printed in differs
            if hint and printed and hint != printed
        ),
    )


def front_lines(document: Document) -> Iterator[tuple[str, Place]]:
    """The lines of a title page: what stands before the first numbered heading."""
    for block in document.blocks[:_TITLE_PAGE]:
        if isinstance(block, Table | Lines):
            return
        if re.match(r"[0-9]{1,2}[.\s]", block.text.strip()) and isinstance(block, Heading):
            return
        yield block.text.strip(), block.place


def _title_page(document: Document) -> Iterator[str]:
    """The lines of a title page that are short, as those of titles and dates are."""
    return (text for text, _ in front_lines(document) if len(text) <= _FRONT_LINE)


def _title(document: Document) -> Text | None:
    for text, place in front_lines(document):
        if _TITLE.match(text) and len(text) < 100:
            return Text(text, Source(text=text, place=place))
    return None


def type_of(title: Text | None) -> ReportType | None:
    """The kind of report that a title names."""
    if title is None:
        return None
    return next((kind for pattern, kind in _TYPES if pattern.search(title.text)), None)


def _type_by_end(types: Sequence[ReportType], end: date | None) -> ReportType | None:
    """Which of the layout's types ends in this month; one type only needs no month."""
    if len(types) == 1:
        return types[0]
    if end is None:
        return None
    exact = [t for t in types if _LAST_MONTH.get(t) == end.month]
    if exact:
        return exact[0]
    return ReportType.MONTHLY if ReportType.MONTHLY in types else None


def _period_end(document: Document, title: Text | None) -> date | None:
    year = _year(document, title)
    report_type = type_of(title)
    front = " ".join(_title_page(document))
    ends = list(_ends_in(front))
    if ends:
        return max(ends)
    if year is not None and report_type in _LAST_MONTH and str(year) in front:
        return month_end(year, _LAST_MONTH[report_type])
    ends = [end for end in _heading_ends(document) if year is None or end.year == year]
    if ends:
        return max(ends)
    by_head = _by_column_heads(document, year)
    if by_head is not None:
        return by_head
    by_month = _by_headings(document, year)
    if by_month is not None:
        return by_month
    if year is not None and report_type in _LAST_MONTH:
        return month_end(year, _LAST_MONTH[report_type])
    return _by_text(document, year)


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


def _from_hint(hint: str) -> date | None:
    found = parse_date(hint)
    if found is not None:
        return found
    parts = re.fullmatch(r"(20[0-9]{2})(?:-([0-9]{2}))?", hint.strip())
    if parts is None:
        return None
    month = int(parts.group(2) or 12)
    return month_end(int(parts.group(1)), month) if 1 <= month <= 12 else None


def _year(document: Document, title: Text | None) -> int | None:
    """The year of the title, else on the title page, else the one printed most often."""
    if title is not None and (named := _YEAR.findall(title.text)):
        return int(named[-1])
    front = [y for text in _title_page(document) for y in _YEAR.findall(text)]
    if front:
        return int(front[-1])
    heads: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                (heads if cell.row < 2 else words).update(_YEAR.findall(cell.text))
        elif not isinstance(block, Lines):
            words.update(_YEAR.findall(block.text))
    # column heads compare with years before: the latest one is the report's
    if heads:
        return int(max(heads))
    if not words:
        return None
    most = max(words.values())
    return int(min(y for y, n in words.items() if n == most))


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


def _named(
    document: Document, names: Sequence[str], *, title_page_only: bool = False
) -> Text | None:
    """The name that is printed: on the title page or in the margins, else the most frequent."""
    # a name that is nowhere need not be looked for text by text
    there = [name for name in names if squash(name.partition(" ")[0]) in document.wording]
    patterns = [(name, _name_pattern(name)) for name in there]
    front = [*front_lines(document), *((f.text, f.place) for f in document.furniture)]
    for text, place in front:
        for name, pattern in patterns:
            if pattern.search(text):
                return Text(name, Source(text=text, place=place))
    if title_page_only:
        return None
    votes: Counter[str] = Counter()
    sources: dict[str, Source] = {}
    for block in document.blocks:
        pieces = [(block.text, block.place)] if not isinstance(block, Table | Lines) else []
        if isinstance(block, Table):
            pieces = [(cell.text, cell.place) for cell in block.cells]
        for text, place in pieces:
            for name, pattern in patterns:
                found = list(pattern.finditer(text))
                if found:
                    votes[name] += len(found)
                    sources.setdefault(name, Source(text=found[0][0], place=place))
    if not votes:
        return None
    name = votes.most_common(1)[0][0]
    return Text(name, sources[name])


def _name_pattern(name: str) -> re.Pattern[str]:
    """A name as it may be printed: "&" for "och", genitive, small letters."""
    words = [re.escape(w) for w in name.split()]
    spaced = r"\s{1,3}".join(r"(?:och|&)" if w in ("och", "\\&") else w for w in words)
    return re.compile(rf"(?<![a-zåäö\-]){spaced}s?(?![a-zåäö])", re.IGNORECASE)


def municipality(document: Document, own: str) -> str:
    """The municipality that the report is of: its own name if printed, else the one that is.

    Layouts are shared; a report that never prints the layout's own municipality but another one's
    name is that one's.
    """
    votes: Counter[str] = Counter()
    mine = 0
    printed = re.compile(rf"\b{re.escape(own)}")
    for text in document.texts():
        if own in text:
            mine += len(printed.findall(text))
        # few texts speak of any
        if "ommun" in text:
            for name in KOMMUN.findall(text):
                votes[bare_name(name)] += 1
    votes.pop(own, None)
    if not votes:
        return own
    other, count = votes.most_common(1)[0]
    return own if mine * 2 >= count or count < 2 else other


def _says(document: Document, name: str) -> bool:
    return any(name in text for text in document.texts())


def bare_name(name: str) -> str:
    """A municipality's name without the genitive: "Almviks kommun" is Almvik."""
    words = name.split()
    last = words[-1]
    if last.endswith("s") and last not in _NOT_GENITIVE:
        last = last[:-1]
    return " ".join([*words[:-1], last])


# names that end in s by themselves
_NOT_GENITIVE = frozenset(
    ("Alingsås", "Bengtsfors", "Bollnäs", "Borås", "Degerfors", "Hagfors", "Hofors", "Hällefors",
     "Höganäs", "Munkfors", "Mönsterås", "Robertsfors", "Sotenäs", "Storfors", "Strängnäs",
     "Tranås", "Västerås")
)  # fmt: skip
