"""Where the proposed layout reads a document otherwise than the common words do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.rows import Value, rows
from ifo_followup.out.tables import TABLES

# places and ids are the reading's own, not the report's
_LEFT_OUT = ("page", "goal_id", "parent_id", "indicator_id", "table")
_NAMES = ("title", "name", "line", "unit", "activity", "promise", "text", "row", "printed")

Content = tuple[tuple[str, Value], ...]


@frozen(kw_only=True)
class Difference:
    """A table that was read in two ways: how many rows each has, and the first that only one has.

    Each row is told by its name, with the columns that differ where both have a row of that name.
    """

    table: str
    common: int  # rows by the common words
    declared: int  # rows by the layout
    missing: tuple[str, ...]  # names of rows that only the common words read
    added: tuple[str, ...]
    changed: tuple[tuple[str, str, str, str], ...]  # name, column, common words, layout


def differences(common: FollowUpReport, declared: FollowUpReport) -> Iterator[Difference]:
    """Compare two readings, table by table."""
    one, other = rows(common), rows(declared)
    for table in TABLES:
        before, after = (_contents(table, each[table]) for each in (one, other))
        if before != after:
            yield _difference(table, before, after)


def _contents(table: str, lines: Sequence[tuple[Value, ...]]) -> list[Content]:
    columns = [column.name for column in TABLES[table]]
    return [
        tuple((c, v) for c, v in zip(columns, line, strict=True) if c not in _LEFT_OUT)
        for line in lines
    ]


def _difference(table: str, before: list[Content], after: list[Content]) -> Difference:
    gone = list((Counter(before) - Counter(after)).elements())
    new = list((Counter(after) - Counter(before)).elements())
    changed: list[tuple[str, str, str, str]] = []
    for line in list(gone):
        twins = [each for each in new if _name(each) == _name(line)]
        if not twins:
            continue
        twin = max(twins, key=lambda each: len(set(each) & set(line)))
        gone.remove(line)
        new.remove(twin)
        changed.extend(
            (_name(line), column, _shown(value), _shown(dict(twin)[column]))
            for column, value in line
            if dict(twin)[column] != value
        )
    return Difference(
        table=table,
        common=len(before),
        declared=len(after),
        missing=tuple(map(_name, gone)),
        added=tuple(map(_name, new)),
        changed=tuple(changed),
    )


def _name(line: Content) -> str:
    values = dict(line)
    return next((str(values[name]) for name in _NAMES if values.get(name)), "")


def _shown(value: Value) -> str:
    return "nothing" if value is None else str(value)
