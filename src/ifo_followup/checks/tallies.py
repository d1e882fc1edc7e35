"""Tables of tallies, "11/16" over "69 %": shares, and sums over several tables."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from ifo_followup.checks.intervals import Interval, interval_of
from ifo_followup.checks.rules import RULES
from ifo_followup.model.findings import Finding
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number, Source, Unit
from ifo_followup.swedish.numbers import format_number
from ifo_followup.swedish.text import squash

_TALLY = re.compile(r"\s{0,3}([0-9]{1,5})\s?(?:/|av)\s?([0-9]{1,5})\s{0,3}")
_NAMED = re.compile(
    r"(?P<name>[^\u2013\u2014]{2,80}?)\s[-\u2013\u2014]\s(?P<what>\S.{9,200})", re.DOTALL
)
_JOINERS = re.compile(r"[/&,]|\b(?:och|i|av)\b")
_ALIKE = 0.88  # of the letters of two names, in their order: one wrong letter in eight
_SAME_WORDS = 20  # letters in which the titles of two tables of one measure begin alike
_MOST_TABLES = 20  # of one report that are compared with each other
_MOST_HEADS = 24
_LONGEST_NAME = 80


@frozen
class Tally:
    """So many of so many, as printed."""

    part: Decimal
    whole: Decimal
    source: Source

    @property
    def share(self) -> Decimal:
        """In percent."""
        return 100 * self.part / self.whole


@frozen
class _Table:
    """A table's tallies by their heads, with what its title names and what it counts."""

    name: str
    what: str
    tallies: tuple[tuple[str, Tally], ...]
    percents: tuple[tuple[str, Number], ...]

    @cached_property
    def by_head(self) -> dict[str, Tally]:
        """Its tallies by what their heads are compared by."""
        return {squash(head): tally for head, tally in self.tallies}

    @property
    def whole(self) -> Tally:
        """All its tallies as one."""
        part = sum((tally.part for _, tally in self.tallies), Decimal(0))
        whole = sum((tally.whole for _, tally in self.tallies), Decimal(0))
        return Tally(part, whole, self.tallies[0][1].source)


def check_tallies(report: FollowUpReport) -> Iterator[Finding]:
    """Shares beside tallies, shares and tallies that other tables sum up."""
    tables: list[_Table] = []
    for table in report.statistics[:_MOST_TABLES]:
        yield from _beside(_lines(table, _by_column), _by_row)
        yield from _beside(_lines(table, _by_row), _by_column)
        tables.append(_read(table))
    for one in tables:
        others = [other for other in tables if other is not one and _same_measure(one, other)]
        yield from _summed(one, [other for other in others if other.tallies])
        yield from _shared(one, [other for other in others if other.tallies])


def tally_of(number: Number) -> Tally | None:
    """A cell that prints a tally, which is no number: "11/16"."""
    found = _TALLY.fullmatch(number.text)
    if found is None or not int(found[2]) or int(found[1]) > int(found[2]):
        return None
    return Tally(Decimal(found[1]), Decimal(found[2]), number.source)


def _by_column(cell: StatisticsCell) -> str | None:
    return cell.column


def _by_row(cell: StatisticsCell) -> str | None:
    return cell.row


def _lines(
    table: StatisticsTable, way: Callable[[StatisticsCell], str | None]
) -> Iterable[Sequence[StatisticsCell]]:
    found: dict[str, list[StatisticsCell]] = {}
    for cell in table.cells:
        if name := way(cell):
            found.setdefault(name, []).append(cell)
    return found.values()


def _beside(
    lines: Iterable[Sequence[StatisticsCell]], across: Callable[[StatisticsCell], str | None]
) -> Iterator[Finding]:
    """Tallies with the share that stands behind them, in the columns or rows of a table.

    That the percentage is the share of the tally, and not an answer rate or a goal, most others in
    the same two lines must show: two at least that differ, and are neither none nor all.
    """
    pairs: dict[tuple[str | None, str | None], list[tuple[str, Number, Tally]]] = {}
    for line in lines:
        for first, second in pairwise(line):
            tally = tally_of(first.number)
            if tally is not None and second.number.unit is Unit.PERCENT:
                name = first.column or first.row or ""
                same = pairs.setdefault((across(first), across(second)), [])
                same.append((name, second.number, tally))
    for found in pairs.values():
        broken = [(n, number, tally) for n, number, tally in found if not _is_share(number, tally)]
        agreeing = {
            number.value
            for _, number, tally in found
            if _is_share(number, tally) and 0 < tally.part < tally.whole
        }
        if len(agreeing) > max(1, len(broken)):
            for name, number, tally in broken:
                yield _share(name, number, tally)


def _share(head: str, printed: Number, tally: Tally) -> Finding:
    return RULES["part-differs"].broken(
        printed.source,
        printed=printed.text,
        expected=f"{format_number(tally.share, printed.decimals or 0)} %",
        evidence=(tally.source,),
        words=f"{head}: {tally.part}/{tally.whole}",
    )


def _is_share(printed: Number, tally: Tally) -> bool:
    value = interval_of(printed)
    return value is None or value.meets(Interval(tally.share, tally.share))


def _read(table: StatisticsTable) -> _Table:
    named = _NAMED.fullmatch(table.title.text) if table.title else None
    tallies: list[tuple[str, Tally]] = []
    percents: list[tuple[str, Number]] = []
    for cell in table.cells:
        head = cell.column or cell.row or ""
        tally = tally_of(cell.number)
        if tally is not None:
            tallies.append((head, tally))
        elif cell.number.unit is Unit.PERCENT:
            percents.append((head, cell.number))
    if len({head for head, _ in tallies}) < len(tallies):
        tallies = []  # several rows of them: it is not said which is which
    name, what = (named["name"], named["what"]) if named else ("", "")
    return _Table(name, squash(what), tuple(tallies[:_MOST_HEADS]), tuple(percents[:_MOST_HEADS]))


def _same_measure(one: _Table, other: _Table) -> bool:
    begin = one.what[:_SAME_WORDS]
    return len(begin) == _SAME_WORDS and other.what.startswith(begin)


def _summed(one: _Table, others: Sequence[_Table]) -> Iterator[Finding]:
    """Tallies of a table over several others, when most of its columns are their sums."""
    broken: list[tuple[str, Tally, Tally]] = []
    agreeing = 0
    for head, tally in one.tallies:
        named = squash(head)
        parts = [other.by_head[named] for other in others if named in other.by_head]
        if len(parts) < 2:
            continue
        part = sum((each.part for each in parts), Decimal(0))
        whole = sum((each.whole for each in parts), Decimal(0))
        if (part, whole) == (tally.part, tally.whole):
            agreeing += 1
        else:
            broken.append((head, tally, Tally(part, whole, parts[0].source)))
    if agreeing < max(2, len(broken) + 1):
        return
    for head, tally, expected in broken:
        yield RULES["part-differs"].broken(
            tally.source,
            printed=tally.source.text,
            expected=f"{expected.part}/{expected.whole}",
            evidence=(expected.source,),
            words=f"{one.name}, {head}",
        )


def _shared(one: _Table, others: Sequence[_Table]) -> Iterator[Finding]:
    """Shares of an overview, each of a table of its own, when some are what their table gives."""
    found: list[tuple[str, Number, Tally]] = []
    if one.tallies:
        return
    for head, number in one.percents:
        named = [other for other in others if _alike(head, other.name)]
        if len(named) == 1:
            found.append((head, number, named[0].whole))
    broken = [(h, number, tally) for h, number, tally in found if not _is_share(number, tally)]
    if len(found) - len(broken) < max(2, len(broken) + 1):
        return  # perhaps it is another share
    for head, number, tally in broken:
        yield _share(head, number, tally)


def _alike(one: str, other: str) -> bool:
    """Whether two tables' names are one: letter by letter, but for a misprint or an ending."""
    a, b = (squash(_JOINERS.sub("", name.casefold()[:_LONGEST_NAME])) for name in (one, other))
    if a == b or (min(len(a), len(b)) > 5 and (a.startswith(b) or b.startswith(a))):
        return bool(a)
    letters = SequenceMatcher(None, a, b, autojunk=False)
    return letters.real_quick_ratio() > _ALIKE and letters.ratio() > _ALIKE
