"""Growth in percent against the counts that it is of: in a sentence, in a column of a table.

Both are narrow: what is not certainly growth between the two counts is not looked at.
"""

import re
from collections.abc import Callable, Iterator, Sequence
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
from ifo_followup.swedish.dates import ANY_MONTH, ANY_YEAR
from ifo_followup.swedish.numbers import format_number

_LEAST = 5  # a growth of fewer says little, and could point at somebody
_MOST_PERCENT = 100  # two numbers up to this may be percentages or ages themselves
_LEAST_OTHERS = 2  # rows of a table that must show which columns its percentages compare
_MOST_COUNTS = 12  # of one row that are paired
_MOST_CELLS = 60  # of one row
_MOST_ROWS = 60  # of one table

_UP = r"ök(?:ar|at|ats|ade|ning|ningen)|fler|stigit|steg|väx(?:t|te|er)"
_DOWN = r"minsk(?:ar|at|ats|ade|ning|ningen)|färre|sjunkit|sjönk"
_GREW = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
# "ökade med", "ökning på" 12 procent; not "ökade till": that is a level
_GREW_BY = re.compile(
    rf"\b{_GREW}(?:\s[^\s.,;:!?0-9]{{1,20}}){{0,2}}?\s(?:med|på)\s\Z", re.IGNORECASE
)
_GROWTH = re.compile(rf"\b{_GREW}\b", re.IGNORECASE)
_LEVEL = re.compile(r"\s(?:till|från)\s", re.IGNORECASE)
# sentences whose numbers may be shares or scores, or whose growth may be of one year of several
# or of something else than the counts
_OTHERWISE = re.compile(
    r"andel|index|nöjd|poäng|betyg|medelv|snitt|uppfyll|kvot|dubbl|halver|årlig|kostnad|budget|intäkt|belopp|utbetal|kronor"
    r"|\b(?:per|varje|vardera|respektive|medan|prognos\w{0,10}|ålder|procentenhet\w{0,5})\b",
    re.IGNORECASE,
)
_NEAR = 80  # characters before a percentage that may say that it is growth
# what follows a number that is no count: percent, an age, a day, a sum of money
_NO_COUNT = (
    r"(?!\.[0-9]|\s?(?:%|procent|år|dag|dygn|veck|månad|tim|kr|tkr|mnkr|mkr|msek|miljon|tusen"
    rf"|{ANY_MONTH}\b))"
)
_FROM_TO = re.compile(
    r"(?:,?\sjämfört\smed\s(?:samma\s(?:period|tid)\s)?(?:i\sfjol|förra\såret|(?:år\s)?20[0-9]{2}))?"
    rf"(?:,|\s?\(|\s[-\u2013])?\s?\bfrån\s(?P<old>{COUNT}){_NO_COUNT}"
    rf"(?:\s[^\s.!?,;:()0-9]{{1,30}}){{0,3}}?\still\s(?P<new>{COUNT}){_NO_COUNT}",
    re.IGNORECASE,
)
_CHANGE_HEAD = re.compile(
    r"\W{0,3}(?:procentuell\s)?(?:förändr(?:ing(?:en)?)?|ökning(?:en)?|minskning(?:en)?)\b",
    re.IGNORECASE,
)
# changes against something else than a column of counts
_NO_CHANGE_HEAD = re.compile(
    r"mål|andel|sedan|månad|budget|prognos|procentenhet|snitt|medel|\b(?:per|plan)\b", re.IGNORECASE
)
_YEAR = re.compile(ANY_YEAR)

_Columns = tuple[str, str]  # the heads of two counts: then, and now


@frozen
class _Row:
    """A row of a table of statistics, or a column read as one: its heads and figures."""

    cells: tuple[tuple[str, Number], ...]

    def growths(self) -> dict[_Columns, Interval]:
        """The growth between each two of its counts; a row of amounts may hold rounded ones."""
        counts = [
            (head, value)
            for head, number in self.cells
            if _is_count(number) and (value := interval_of(number)) and value.low > 0
        ]
        return {
            (a, b): _growth(old, new)
            for (a, old), (b, new) in permutations(counts[:_MOST_COUNTS], 2)
        }

    def at(self, head: str) -> Number | None:
        """Its figure under a head."""
        return dict(self.cells).get(head)


def check_growth(report: FollowUpReport) -> Iterator[Finding]:
    """Growth in percent that the counts beside it do not give."""
    for table in report.statistics:
        yield from _in_columns(_rows(table, lambda cell: (cell.row, cell.column)))
        yield from _in_columns(_rows(table, lambda cell: (cell.column, cell.row)))
    for text in texts_of(report):
        for sentence in sentences_with(IN_PERCENT, text.text):
            yield from _in_sentence(text, sentence)


def _in_sentence(text: Text, sentence: str) -> Iterator[Finding]:
    """Growth with its two counts directly behind it: "med 30 procent, från 993 till 1272"."""
    if len(_GROWTH.findall(sentence)) != 1 or _OTHERWISE.search(sentence):
        return
    found = list(percents_in(sentence))
    said = _grown(found[0], sentence) if len(found) == 1 else None
    pair = _FROM_TO.match(sentence, said.end) if said else None
    if said is None or pair is None:
        return
    old, new = (count_of(" ".join(pair[name].split())) for name in ("old", "new"))
    if old is None or new is None or not _tells(old, new):
        return
    growth = _growth(_exactly(old), _exactly(new))
    if growth.middle * said.sign > 0 and not said.is_of(growth):
        yield RULES["growth-differs"].broken(
            text.source_at(text.text.find(sentence) + said.start),
            printed=said.printed,
            expected=_in_percent(growth, said.decimals),
            old=pair["old"],
            new=pair["new"],
        )


def _grown(percent: Percent, sentence: str) -> Percent | None:
    """A percentage that is said to be growth, with the direction of its word; None for a level."""
    before = sentence[max(0, percent.start - _NEAR) : percent.start]
    word = _GREW_BY.search(before)
    if word is None or _LEVEL.search(word[0]):
        return None
    sign = 1 if word["up"] else -1
    return evolve(percent, sign=sign) if percent.sign in (0, sign) else None


def _tells(old: Decimal, new: Decimal) -> bool:
    """Whether two numbers can only be counts: no years, no percentages or ages, not few."""
    years = any(_YEAR.fullmatch(str(number)) for number in (old, new))
    return not years and min(old, new) >= _LEAST and max(old, new) > _MOST_PERCENT


def _exactly(count: Decimal) -> Interval:
    return Interval(count, count)


def _growth(old: Interval, new: Interval) -> Interval:
    """What the growth of a positive number can have been, in percent."""
    return Interval(100 * (new.low / old.high - 1), 100 * (new.high / old.low - 1))


def _in_percent(growth: Interval, decimals: int) -> str:
    return f"{format_number(growth.middle, decimals)} %"


def _in_columns(rows: Sequence[_Row]) -> Iterator[Finding]:
    """Percentages under a head of change, where other rows show which columns it compares."""
    heads = dict.fromkeys(head for row in rows for head, _ in row.cells)
    for head in heads:
        others = " ".join(each for each in heads if each != head)
        named = all(year in others for year in _YEAR.findall(head))
        if named and _CHANGE_HEAD.match(head) and not _NO_CHANGE_HEAD.search(head):
            yield from _in_column(head, rows)


def _in_column(head: str, rows: Sequence[_Row]) -> Iterator[Finding]:
    """Percentages of one column that no two counts of their row give."""
    agreeing: dict[_Columns, int] = {}
    broken: list[tuple[Number, _Row]] = []
    for row in rows:
        number = row.at(head)
        value = interval_of(number) if number is not None else None
        if number is None or value is None or number.unit is not Unit.PERCENT:
            continue
        growths = row.growths()
        given = [columns for columns, growth in growths.items() if _gives(growth, value)]
        for columns in given if number.value else ():  # where nothing changed, all columns agree
            agreeing[columns] = agreeing.get(columns, 0) + 1
        if growths and not given:
            broken.append((number, row))
    compared = max(agreeing, key=lambda each: agreeing[each], default=None)
    if compared is None or agreeing[compared] < max(_LEAST_OTHERS, len(broken) + 1):
        return
    for number, row in broken:
        old, new = (row.at(each) for each in compared)
        growth = row.growths().get(compared)
        if growth is not None and old is not None and new is not None and _tell(old, new):
            yield RULES["growth-differs"].broken(
                number.source,
                printed=number.text,
                expected=_in_percent(growth, number.decimals or 0),
                evidence=(old.source, new.source),
                old=old.text,
                new=new.text,
            )


def _tell(*numbers: Number) -> bool:
    """Whether counts are not too few."""
    return all(number.value is not None and number.value >= _LEAST for number in numbers)


def _gives(growth: Interval, printed: Interval) -> bool:
    """Whether growth can be printed so: a decrease also without its minus."""
    if growth.meets(printed):
        return True
    return printed.high > 0 and (-growth).meets(printed)


def _is_count(number: Number) -> bool:
    return (
        number.unit is not Unit.PERCENT
        and number.value is not None
        and number.value > 0
        and (number.decimals or 0) <= 2
    )


def _rows(
    table: StatisticsTable, way: Callable[[StatisticsCell], tuple[str | None, str | None]]
) -> list[_Row]:
    """A table's rows that have each head once; of others it is not said what is compared."""
    found: dict[str, list[tuple[str, Number]]] = {}
    for cell in table.cells:
        name, head = way(cell)
        if name and head:
            found.setdefault(name, []).append((head, cell.number))
    rows = [_Row(tuple(cells)) for cells in found.values()]
    return [
        row
        for row in rows[:_MOST_ROWS]
        if len({head for head, _ in row.cells}) == len(row.cells) <= _MOST_CELLS
    ]
