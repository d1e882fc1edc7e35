"""What a report holds, as the golden of a plugin's tests: one row a line, to be read beside it."""

import json
from collections.abc import Iterator
from decimal import Decimal

from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.rows import Row, Value, rows
from ifo_followup.out.tables import TABLES

PROPOSED = "proposed"


def expected_json(report: FollowUpReport, *, source: str, format_id: str) -> str:
    """The tables of a report as JSON, not yet accepted by anybody; empty cells are left out."""
    return "".join(_lines(report, source, format_id))


def _lines(report: FollowUpReport, source: str, format_id: str) -> Iterator[str]:
    yield "{\n"
    for key, text in (("source", source), ("format", format_id), ("state", PROPOSED)):
        yield f' "{key}": {_scalar(text)},\n'
    unclaimed = [span.text for span in report.coverage.unclaimed_spans]
    yield f' "unclaimed": {json.dumps(unclaimed, ensure_ascii=False)},\n'
    yield ' "tables": {'
    before = ""
    for table, lines in rows(report).items():
        if lines:
            inner = ",\n".join(f"   {_row(table, line)}" for line in lines)
            yield f'{before}\n  "{table}": [\n{inner}\n  ]'
            before = ","
    yield "\n }\n}\n"


def _row(table: str, line: Row) -> str:
    columns = (column.name for column in TABLES[table])
    filled = ((c, v) for c, v in zip(columns, line, strict=True) if v is not None)
    return "{" + ", ".join(f'"{c}": {_scalar(v)}' for c, v in filled) + "}"


def _scalar(value: Value) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")  # digit by digit: the way through a float would bend it
    return json.dumps(value, ensure_ascii=False)
