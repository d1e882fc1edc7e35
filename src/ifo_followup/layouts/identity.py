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

from ifo_followup.document import HINT, Document, Lines, Table
from ifo_followup.layouts.boards import boards_in, departments_in
from ifo_followup.layouts.period import LAST_MONTH, front_lines, period_end, type_of
from ifo_followup.layouts.whose import is_named, margins, municipality
from ifo_followup.model.report import ReportType
from ifo_followup.model.values import Place, Source, Text
from ifo_followup.swedish.dates import month_end, parse_date
from ifo_followup.swedish.text import squash

_TITLE = re.compile(
    r"(?:Månads(?:rapport|uppföljning|bokslut)|Delårs(?:rapport|bokslut|uppföljning)|"
    r"Tertial(?:bokslut|rapport|uppföljning)|Verksamhetsberättelse|"
    r"Års(?:redovisning|rapport|bokslut|uppföljning)|Bokslut|Uppföljningsrapport|"
    r"Budgetuppföljning|Verksamhetsuppföljning)"
    r"(?:\s[0-9])?(?:\s[a-zåäö]{3,9})?(?:\s20[0-9]{2})?",
    re.IGNORECASE,
)


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
    named: bool = True  # whether the municipality is printed, or was given
    contradicted: tuple[str, ...] = ()


def identify(
    document: Document, family: Family, own: str | None = None, *, otherwise: Text | None = None
) -> Identity:
    """Read who, what and when.

    Args:
        document: the document, its plain text recovered or not.
        family: what reports of this layout may say.
        own: the municipality whose layout it is, where it is anybody's.
        otherwise: the title where no line begins with the name of a report.
    """
    hints = dict(document.metadata)
    title = _title(document) or otherwise
    report_type = type_of(title)
    printed_end = period_end(document, title)
    hinted_end = _from_hint(hints.get(HINT + "period", ""), printed_end, report_type)
    end = hinted_end or printed_end
    printed_name = municipality(document, own)
    named = printed_name is not None and is_named(document, printed_name)
    hinted_name = hints.get(HINT + "municipality")
    differs = (
        ("period", hinted_end, printed_end),
        ("municipality", hinted_name, printed_name if named else None),
    )
    front = [text for text, _ in margins(document)]
    spoken_of = boards_in(front, document.texts())
    # a committee is part of a board whose report it is
    others = [name for name in spoken_of if not name.endswith("utskottet")]
    report_type = report_type or _type_by_end(family.types, end)
    start = date(end.year, 1, 1) if end else None
    return Identity(
        municipality=hinted_name or printed_name,
        # the layout's own board first, where the title page has several
        board=_named(document, family.boards, title_page_only=True)
        or _named(document, _with_own(family.boards, others)),
        department=_named(
            document, _with_own(family.departments, departments_in(front)), title_page_only=True
        ),
        area=_named(document, family.areas),
        report_type=report_type,
        title=title,
        period_start=start,
        period_end=end,
        named=named or hinted_name is not None,
        contradicted=tuple(
            f"{word}={hint} was given, but {printed} was read"
            for word, hint, printed in differs
            if hint and printed and hint != printed
        ),
    )


def _title(document: Document) -> Text | None:
    for text, place in front_lines(document):
        if _TITLE.match(text) and len(text) < 100:
            return Text(text, Source(text=text, place=place))
    return None


def _type_by_end(types: Sequence[ReportType], end: date | None) -> ReportType | None:
    """Which of the layout's types ends in this month; one type only needs no month."""
    if len(types) == 1:
        return types[0]
    if end is None:
        return None
    exact = [t for t in types if LAST_MONTH.get(t) == end.month]
    if exact:
        return exact[0]
    return ReportType.MONTHLY if ReportType.MONTHLY in types else None


def _from_hint(hint: str, printed: date | None, kind: ReportType | None) -> date | None:
    """The day that a hint means; a year alone leaves the month as it is printed, or of its kind."""
    found = parse_date(hint)
    if found is not None:
        return found
    parts = re.fullmatch(r"(20[0-9]{2})(?:-([0-9]{2}))?", hint.strip())
    if parts is None:
        return None
    year = int(parts.group(1))
    if parts.group(2) is None:
        month = LAST_MONTH.get(kind, 12) if kind else 12
        return month_end(year, printed.month if printed else month)
    month = int(parts.group(2))
    return month_end(year, month) if 1 <= month <= 12 else None


def _with_own(own: Sequence[str], printed: Sequence[str]) -> tuple[str, ...]:
    """A layout's own names, and those of others who use it."""
    known = {name.casefold() for name in own}
    return (*own, *(name for name in printed if name.casefold() not in known))


def _named(
    document: Document, names: Sequence[str], *, title_page_only: bool = False
) -> Text | None:
    """The name that is printed: on the title page or in the margins, else the most frequent."""
    # a name that is nowhere need not be looked for text by text
    there = [name for name in names if squash(name.partition(" ")[0]) in document.wording]
    if not there:
        return None
    pattern = _pattern_of(there)
    # the first word of each: looked for first, as most texts hold none of them
    starts = {name.partition(" ")[0].lower() for name in there}

    def found_in(text: str) -> list[tuple[str, str]]:
        low = text.lower()
        for start in starts:
            if start in low:
                return [(there[(m.lastindex or 1) - 1], m[0]) for m in pattern.finditer(text)]
        return []

    for text, place in margins(document):
        for name, _ in found_in(text):
            return Text(name, Source(text=text, place=place))
    if title_page_only:
        return None
    votes: Counter[str] = Counter()
    sources: dict[str, Source] = {}
    for text, place in _texts(document):
        for name, printed in found_in(text):
            votes[name] += 1
            sources.setdefault(name, Source(text=printed, place=place))
    if not votes:
        return None
    name = votes.most_common(1)[0][0]
    return Text(name, sources[name])


def _texts(document: Document) -> Iterator[tuple[str, Place]]:
    """The paragraphs and the cells; lines that no table or paragraph was made of say nothing."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from ((cell.text, cell.place) for cell in block.cells)
        elif not isinstance(block, Lines):
            yield block.text, block.place


def _pattern_of(names: Sequence[str]) -> re.Pattern[str]:
    """A group for each name, as it may be printed: "&" for "och", genitive, small letters.

    The end of "Arbetsmarknads- och socialnämnden" is not "Socialnämnden".
    """
    spaced = (
        r"\s{1,3}".join(r"(?:och|&)" if w == "och" else re.escape(w) for w in name.split())
        for name in names
    )
    choices = "|".join(f"({name})" for name in spaced)
    begin = r"(?<![a-zåäö\-])(?<!-\soch\s)(?<!-\s&\s)(?<!-\ssamt\s)"
    return re.compile(rf"{begin}(?:{choices})s?(?![a-zåäö])", re.IGNORECASE)
