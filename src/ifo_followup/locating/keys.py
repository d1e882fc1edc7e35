"""Cells by what is printed around them: `budget_cells[table_no=2, line="Summa"]`.

A number of a row changes when a row above it is read otherwise; what a row is called does not.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Source
from ifo_followup.swedish.text import squash

_KEY = re.compile(r"([a-z_]{1,40})\[([a-z].{0,2000})\]", re.DOTALL)
_PAIR = re.compile(r'([a-z_]{1,40})=(?:"([^"]{0,400})"|([a-z0-9_-]{1,40}))(?:, ?|\Z)')


@frozen(kw_only=True)
class Key:
    """A flat table and what the cells are known by: names of its columns, or `column`.

    `column` is the printed head, where the flat table has no column of that name.
    """

    table: str
    parts: Mapping[str, str]


def read_key(text: str) -> Key | None:
    """Read a key; None for what is not written as one."""
    found = _KEY.fullmatch(text)
    if found is None:
        return None
    parts: dict[str, str] = {}
    at, inner = 0, found[2]
    while at < len(inner):
        pair = _PAIR.match(inner, at)
        if pair is None or pair[1] in parts:
            return None
        parts[pair[1]] = pair[2] if pair[2] is not None else pair[3]
        at = pair.end()
    return Key(table=found[1], parts=parts)


def cells_of(report: FollowUpReport, table: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The cells of a flat table, also those without a value: the way to each, and its parts."""
    match table:
        case "budget_cells":
            yield from _budget_cells(report)
        case "observations":
            yield from _observations(report)
        case "statistics_cells":
            yield from _statistics_cells(report)


def matches(key: Key, parts: Mapping[str, str]) -> bool:
    """Whether a cell is one that the key names."""
    return all(
        name in parts and squash(parts[name]) == squash(wanted)
        for name, wanted in key.parts.items()
    )


def _budget_cells(report: FollowUpReport) -> Iterator[tuple[str, Mapping[str, str]]]:
    for t, table in enumerate(report.budget_tables):
        for n, line in enumerate(table.lines):
            for m, cell in enumerate(line.cells):
                yield (
                    f"budget_tables[{t}].lines[{n}].cells[{m}].amount",
                    {
                        "table_no": str(table.number),
                        "section": line.section.text if line.section else "",
                        "line": line.label.text,
                        "quantity": cell.quantity.value,
                        "basis": cell.basis.value,
                        "horizon": cell.horizon.value,
                        "column": _head(cell.amount.source),
                    },
                )


def _observations(report: FollowUpReport) -> Iterator[tuple[str, Mapping[str, str]]]:
    for n, indicator in enumerate(report.indicators):
        for m, each in enumerate(indicator.observations):
            yield (
                f"indicators[{n}].observations[{m}].number",
                {
                    "indicator_id": indicator.indicator_id,
                    "kind": each.kind.value,
                    "period": each.period or "",
                    "scope": each.scope or "",
                    "column": _head(each.number.source),
                },
            )


def _statistics_cells(report: FollowUpReport) -> Iterator[tuple[str, Mapping[str, str]]]:
    for t, table in enumerate(report.statistics):
        for m, cell in enumerate(table.cells):
            yield (
                f"statistics[{t}].cells[{m}].number",
                {
                    "table_no": str(table.number),
                    "row": cell.row or "",
                    "column": cell.column or "",
                },
            )


def _head(source: Source) -> str:
    return source.column or ""
