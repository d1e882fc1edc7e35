"""Counts of persons, households and decisions that are so small that they may point at somebody.

One to four: public tables of individuals commonly hold back what is below five. Zero points at
nobody, nor does a target or a forecast.
"""

import re
from collections.abc import Iterator

from attrs import evolve

from ifo_followup.model.goals import Indicator, Observation, ObservationKind
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Missing, Number, Unit
from ifo_followup.privacy.spans import SMALL_COUNT

_LARGEST = 4

_NOUNS = (
    r"(?:personer|person|barn|hushåll|beslut|ärenden?|klienter|brukare|individer|familjer"
    r"|barnfamiljer|ungdomar|sökande|placeringar|placerade|biståndsmottagare)(?![\w-])"
)
_PERSONS = re.compile(rf"(?<![\w-]){_NOUNS}", re.IGNORECASE)
_NUMBER_OF = re.compile(r"(?<!\w)antal(?:et)?\s", re.IGNORECASE)
# "antal ej verkställda beslut", but not "antal nya lösningar för personer"
_NUMBER_OF_PERSONS = re.compile(
    r"(?<!\w)antal(?:et)?\s(?:(?!(?:av|för|i|inom|med|per|till)\s)[\w-]{1,40}\s){0,4}" + _NOUNS,
    re.IGNORECASE,
)
# staff, money, shares, ratios and time stand beside such words too, and point at nobody
_OTHERWISE = re.compile(
    r"(?:andel|procent|%|kostnad|kronor|(?<!\w)(?:m|t|k)?n?kr(?!\w)|dagar|dygn|tid(?!\w)|månader"
    r"|timmar|index|betyg|tjänst|årsarbet|medarbet|anställd|personal|chef|mål(?!\w)"
    r"|(?<!\w)per\s(?:person|barn|hushåll|familj|brukare|plats)(?!\w))",
    re.IGNORECASE,
)


def is_small_count(number: Number, *words: object) -> bool:
    """Whether it is a count of one to four, and the words beside it say of whom."""
    value = number.value
    if value is None or not 1 <= value <= _LARGEST or value != value.to_integral_value():
        return False
    if number.unit not in (None, Unit.COUNT) or number.decimals:
        return False
    said = [" ".join(str(each).split()) for each in words if each]
    return any(map(_counts_persons, said)) and not any(map(_OTHERWISE.search, said))


def _counts_persons(label: str) -> bool:
    """Whether what a label counts are persons or what concerns one."""
    pattern = _NUMBER_OF_PERSONS if _NUMBER_OF.search(label) else _PERSONS
    return pattern.search(label) is not None


def small_counts(report: FollowUpReport) -> Iterator[Number]:
    """The small counts of a report: cells of statistics and values of indicators."""
    for table in report.statistics:
        yield from (cell.number for cell in table.cells if _is_small_cell(table, cell))
    for indicator in report.indicators:
        yield from (o.number for o in indicator.observations if _is_small_value(indicator, o))


def without_small_counts(report: FollowUpReport) -> FollowUpReport:
    """The report with every small count missing, for the reason `Missing.SUPPRESSED`."""
    return evolve(
        report,
        statistics=tuple(map(_without_cells, report.statistics)),
        indicators=tuple(map(_without_values, report.indicators)),
    )


def _without_cells(table: StatisticsTable) -> StatisticsTable:
    cells = (
        evolve(cell, number=_suppressed(cell.number)) if _is_small_cell(table, cell) else cell
        for cell in table.cells
    )
    return evolve(table, cells=tuple(cells))


def _without_values(indicator: Indicator) -> Indicator:
    values = (
        evolve(each, number=_suppressed(each.number)) if _is_small_value(indicator, each) else each
        for each in indicator.observations
    )
    return evolve(indicator, observations=tuple(values))


def _suppressed(number: Number) -> Number:
    return evolve(
        number,
        value=None,
        decimals=None,
        missing=Missing.SUPPRESSED,
        source=evolve(number.source, text=SMALL_COUNT.mark),
    )


def _is_small_cell(table: StatisticsTable, cell: StatisticsCell) -> bool:
    return is_small_count(cell.number, table.title, cell.row, cell.column)


def _is_small_value(indicator: Indicator, observation: Observation) -> bool:
    seen = observation.kind is ObservationKind.OUTCOME
    return seen and is_small_count(observation.number, indicator.name, observation.scope)
