"""The heads of declared columns, filled in for one report: "Mål {year}" becomes "Mål 2024"."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from ifo_followup.layouts.declare import Column, Layout, TableLayout, TableRole
from ifo_followup.layouts.goal_tables import period_of
from ifo_followup.layouts.heads import head_pattern
from ifo_followup.swedish.text import squash
from ifo_followup.typeset.composing.words import MONTHS

_PLACEHOLDER = re.compile(r"\{(year|date|month|number|words)\}")
_THIRD = 4  # months: a tertial
_NO_VALUES = ""  # the period of a column that must be there, although nobody has a value for it
_SOME_YEAR = "2020"  # in heads of columns that nobody has values for


@frozen
class Placed:
    """A column as it is printed: which declared one it is, its head, and what it fills."""

    column: Column
    head: str
    period: str | None = None


def layouts_of(layout: Layout, role: TableRole) -> Iterator[TableLayout]:
    """The declared tables of a role."""
    return (table for table in layout.tables if table.role is role)


def column_for(table: TableLayout, fills: str) -> Column | None:
    """The first column that fills a field."""
    return next((column for column in table.columns if column.fills == fills), None)


def plain_head(column: Column, year: str | None = None) -> str:
    """The first head of a column; what changes from report to report is that of a year's end."""
    return " ".join((_filled(column.heads[0], f"{year or _SOME_YEAR}-12-31") or "").split())


def fits_head(column: Column, words: str) -> bool:
    """Whether words can stand as the head of a column."""
    squashed = squash(words)
    return any(head_pattern(head).fullmatch(squashed) for head in column.heads)


def period_head(column: Column, period: str | None, year: str | None) -> str | None:
    """The head under which a column's values are of a period; None where it has none."""
    for head in column.heads:
        text = _filled(head, period)
        if text is not None and (period_of(text, year) or year) == period:
            return text
    return None


def _filled(head: str, period: str | None) -> str | None:
    """A head with its placeholders filled in from a period; None where that says too little.

    "Utfall T{number} {year}" of 2024-08 is "Utfall T2 2024": the year's second third.
    """
    month = int(period[5:7]) if period is not None and len(period) > len("2024") else None
    given = {
        "year": period[:4] if period else None,
        "month": MONTHS[month - 1] if month else None,
        "date": period if period and len(period) == len("2024-08-31") else None,
        "number": str(month // _THIRD) if month and month % _THIRD == 0 else None,
        "words": "",
    }
    names = _PLACEHOLDER.findall(head)
    if any(given[name] is None for name in names):
        return None
    return _PLACEHOLDER.sub(lambda found: given[found[1]] or "", head)


def placed_columns(
    table: TableLayout,
    wanted: Sequence[tuple[str, str | None]],
    year: str | None,
    filled: frozenset[str] = frozenset(),
) -> list[Placed]:
    """The columns of one printed table.

    Args:
        table: the declared table.
        wanted: the fields and periods that its values have, in reading order.
        year: the report's year, which a head without a period means.
        filled: further fields that some row fills: optional columns of the others stay out.
    """
    given: dict[int, list[Placed]] = {}
    for fills, period in wanted:
        for n, column in enumerate(table.columns):
            head = period_head(column, period, year) if column.fills == fills else None
            if head is not None and (column.repeats or n not in given):
                given.setdefault(n, []).append(Placed(column, head, period))
                break
    fields = {fills for fills, _ in wanted}
    out: list[Placed] = []
    for n, column in enumerate(table.columns):
        if n in given:
            out += sorted(given[n], key=lambda placed: placed.period or "")
        elif column.fills in filled or not column.optional:
            missing = column.fills in fields or _PLACEHOLDER.search(column.heads[0])
            head = period_head(column, year, year) if missing else None
            out.append(Placed(column, head or plain_head(column, year), _NO_VALUES))
    return out
