"""Growth in percent against the counts that it is of: in a sentence, in a row, of a row."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import permutations

from attrs import evolve, frozen

from ifo_followup.checks.intervals import Interval, interval_of
from ifo_followup.checks.percents import (
    COUNT,
    IN_PERCENT,
    Percent,
    count_of,
    percents_in,
    sentences_with,
)
from ifo_followup.checks.rules import RULES
from ifo_followup.checks.texts import texts_of
from ifo_followup.model.findings import Finding
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number, Text, Unit
from ifo_followup.swedish.dates import ANY_MONTH
from ifo_followup.swedish.numbers import format_number
from ifo_followup.swedish.text import squash

_LEAST = 5  # a growth of fewer says little, and could point at somebody
_MOST_COUNTS = 24  # of one row that are paired
_MOST_CELLS = 60  # of one row
_MOST_ROWS = 300  # of one report that sentences may speak of
_LEAST_NAME = 10  # letters of a row's name that a sentence may be said to speak of

_UP = r"ök(?:ar|at|ats|ade|ning|ningen)|fler|stigit|steg|väx(?:t|te|er)"
_DOWN = r"minsk(?:ar|at|ats|ade|ning|ningen)|färre|sjunkit|sjönk"
_GREW = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
# "ökade med cirka", "ökningen är", "minskat" 12 procent; not "ökade till": that is a level
_GREW_BY = re.compile(
    rf"\b{_GREW}(?:(?:\s[^\s.,;:!?0-9]{{1,20}}){{0,4}}?\s(?:med|på|är|var|om))?\s\Z", re.IGNORECASE
)
_GROWTH = re.compile(rf"\b{_GREW}\b", re.IGNORECASE)
_MORE = re.compile(rf"\s(?:stor\s)?{_GREW}\b", re.IGNORECASE)
_LEVEL = re.compile(r"\s(?:till|från)\s", re.IGNORECASE)
_NEAR = 80  # characters before a percentage that may say that it is growth
# what follows a number that is no count: percent, an age, a day, a sum of money
_NO_COUNT = (
    r"(?!\s?(?:%|procent|år|dag|dygn|veck|månad|tim|kr|tkr|mnkr|mkr|msek|miljon|tusen"
    rf"|{ANY_MONTH}\b))"
)
_FROM_TO = re.compile(
    rf"\bfrån\s(?P<old>{COUNT}){_NO_COUNT}[^.!?0-9]{{0,60}}?\still\s(?P<new>{COUNT}){_NO_COUNT}",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    rf"(?P<new>{COUNT}){_NO_COUNT}[^.!?0-9]{{0,60}}?\sjämfört\smed\s(?P<old>{COUNT}){_NO_COUNT}",
    re.IGNORECASE,
)
_CHANGE_HEAD = re.compile(
    r"\W{0,3}(?:förändr|ökning|minskning|procentuell|utveckling)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_MONTH = re.compile(rf"\b{ANY_MONTH}\b", re.IGNORECASE)
_COUNTING = re.compile(r"\W{0,3}(?:\(N\)\s)?antal(?:et)?\s", re.IGNORECASE)


@frozen
class _Row:
    """A row of a table of statistics, or a column read as one: its name, its heads and figures."""

    name: str
    cells: tuple[tuple[str, Number], ...]

    @property
    def counts(self) -> list[tuple[str, Number]]:
        """The figures that are no percent, and large enough to grow."""
        return [(head, number) for head, number in self.cells if _is_count(number)][:_MOST_COUNTS]


def check_growth(report: FollowUpReport) -> Iterator[Finding]:
    """Growth in percent that the counts beside it, or of the row it is said of, do not give."""
    rows: list[_Row] = []
    for table in report.statistics:
        rows += _rows(table, lambda cell: (cell.row, cell.column))
        for column in _rows(table, lambda cell: (cell.column, cell.row)):
            yield from _in_row(column)
    for row in rows:
        yield from _in_row(row)
    often = Counter(_name(row.name) for row in rows)
    named = {
        name: row
        for row in rows[:_MOST_ROWS]
        if often[name := _name(row.name)] == 1 and len(row.counts) > 1
    }
    for text in texts_of(report):
        for sentence in sentences_with(IN_PERCENT, text.text):
            yield from _in_sentence(text, sentence, named)


def _in_sentence(text: Text, sentence: str, named: Mapping[str, _Row]) -> Iterator[Finding]:
    if not _GROWTH.search(sentence):
        return
    found = list(percents_in(sentence))
    said = _grown(found[0], sentence) if len(found) == 1 else None
    if said is None:
        return
    pairs = list(_FROM_TO.finditer(sentence)) or list(_COMPARED.finditer(sentence))
    if pairs:
        old, new = (count_of(" ".join(pairs[0][name].split())) for name in ("old", "new"))
        if len(pairs) == 1 and old is not None and new is not None and _tells(old, new):
            growth = _growth(_exactly(old), _exactly(new))
            if not said.is_of(growth):
                yield RULES["growth-differs"].broken(
                    text.source,
                    printed=said.printed,
                    expected=_in_percent(growth, said.decimals),
                    old=pairs[0]["old"],
                    new=pairs[0]["new"],
                )
        return
    wording = squash(sentence.replace("&", "och"))
    rows = [row for name, row in named.items() if len(name) >= _LEAST_NAME and name in wording]
    if len(rows) == 1 and _is_of_the_table(sentence, rows[0]):
        yield from _of_row(text, said, rows[0])


def _grown(percent: Percent, sentence: str) -> Percent | None:
    """A percentage that is said to be growth, with the direction of its word; None for a level."""
    before = sentence[max(0, percent.start - _NEAR) : percent.start]
    word = _GREW_BY.search(before) or _MORE.match(sentence, percent.end)
    if word is None or _LEVEL.search(word[0]):
        return None
    sign = 1 if word["up"] else -1
    return evolve(percent, sign=sign) if percent.sign in (0, sign) else None


def _tells(old: Decimal, new: Decimal) -> bool:
    """Whether two numbers can be counts of which one grew into the other: no years, not few."""
    years = any(_YEAR.fullmatch(str(number)) for number in (old, new))
    return not years and min(old, new) >= _LEAST


def _exactly(count: Decimal) -> Interval:
    return Interval(count, count)


def _growth(old: Interval, new: Interval) -> Interval:
    """What the growth of a positive number can have been, in percent."""
    return Interval(100 * (new.low / old.high - 1), 100 * (new.high / old.low - 1))


def _in_percent(growth: Interval, decimals: int) -> str:
    return f"{format_number(growth.middle, decimals)} %"


def _is_of_the_table(sentence: str, row: _Row) -> bool:
    """Whether the years and months that a sentence names are all among the heads of a row."""
    heads = " ".join(head for head, _ in row.cells).casefold()
    months = (month[0][:3].casefold() for month in _MONTH.finditer(sentence))
    return all(year in heads for year in _YEAR.findall(sentence)) and all(
        month in heads for month in months
    )


def _of_row(text: Text, said: Percent, row: _Row) -> Iterator[Finding]:
    """Growth that a sentence tells of a row of which no two counts give it."""
    printed = [number for _, number in row.cells if number.unit is Unit.PERCENT]
    if any((value := interval_of(number)) and said.is_of(value) for number in printed):
        return
    pairs = [
        (old, new, _growth(a, b))
        for (_, old), (_, new) in permutations(row.counts, 2)
        if (a := _value(old)) and (b := _value(new))
    ]
    if any(said.is_of(growth) for *_, growth in pairs):
        return
    old, new, growth = min(pairs, key=lambda pair: abs(abs(pair[2].middle) - said.value.middle))
    yield RULES["growth-differs"].broken(
        text.source,
        printed=said.printed,
        expected=_in_percent(growth, said.decimals),
        evidence=(old.source, new.source),
        old=old.text,
        new=new.text,
    )


def _in_row(row: _Row) -> Iterator[Finding]:
    """Percentages under a head of change that no two counts of their row give."""
    for n, (head, number) in enumerate(row.cells):
        if number.unit is not Unit.PERCENT or not _CHANGE_HEAD.match(head):
            continue
        pairs = _pairs(row, n)
        value = interval_of(number)
        if not pairs or value is None:
            continue
        growths = [_growth(old, new) for old, new in pairs]
        sizes = [value, Interval(-value.high, -value.low)]
        # a decrease may be printed without its minus; an increase has none to lose
        if not any(g.meets(size) for g in growths for size in sizes[: 1 if value.low < 0 else 2]):
            old, new = pairs[-1]
            yield RULES["growth-differs"].broken(
                number.source,
                printed=number.text,
                expected=_in_percent(growths[-1], number.decimals or 0),
                old=format_number(old.middle),
                new=format_number(new.middle),
            )


def _pairs(row: _Row, at: int) -> list[tuple[Interval, Interval]]:
    """The counts that a percentage may compare: the one before it with one that stands earlier."""
    before = [(head, number) for head, number in row.cells[:at] if _is_count(number)]
    years = _YEAR.findall(row.cells[at][0])
    if len(before) < 2:
        both = [_value(number) for _, number in row.counts]
        return [(a, b) for a, b in permutations(both, 2) if a and b]
    *olds, (_, new) = before[-_MOST_COUNTS:]
    named = [(head, old) for head, old in olds if any(year in head for year in years)]
    values = [_value(old) for _, old in named or olds]
    last = _value(new)
    return [(value, last) for value in values if value and last]


def _is_count(number: Number) -> bool:
    return (
        number.unit is not Unit.PERCENT
        and number.value is not None
        and number.value >= _LEAST
        and (number.decimals or 0) <= 2
    )


def _value(number: Number) -> Interval | None:
    """What a figure can have been: a count is what it is, an average or an amount was rounded."""
    if number.unit is Unit.COUNT and number.value is not None and not number.decimals:
        return _exactly(number.value)
    return interval_of(number)


def _rows(
    table: StatisticsTable, way: Callable[[StatisticsCell], tuple[str | None, str | None]]
) -> list[_Row]:
    found: dict[str, list[tuple[str, Number]]] = {}
    for cell in table.cells:
        name, head = way(cell)
        if name and head:
            found.setdefault(name, []).append((head, cell.number))
    return [_Row(name, tuple(cells[:_MOST_CELLS])) for name, cells in found.items()]


def _name(label: str) -> str:
    """A row's name as sentences say it: without "Antal", which they put otherwise."""
    return squash(_COUNTING.sub("", label, count=1).replace("&", "och"))
