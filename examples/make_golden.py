"""Makes a golden of a layout from a made-up report: the document and what must be read from it.

    python examples/make_golden.py tyreso-2017 FOLDER

The report is drawn by the testing kit, so that its figures add up, and typeset in the layout; what
is expected is the report itself, not what a parser made of it.
"""

import json
import sys
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.report import FollowUpReport
from ifo_followup.registry import load_registry
from ifo_followup.testing import contents
from ifo_followup.testing.in_layout import reports_in
from ifo_followup.testing.on_paper import on_paper
from ifo_followup.typeset.composing import compose
from ifo_followup.typeset.printing import PLAIN, print_docx

_TRIED = 60  # reports of which the one that says most is taken


def richest(style: LayoutFormat) -> FollowUpReport:
    """Of some made-up reports the longest one."""
    found: list[FollowUpReport] = []

    @settings(
        max_examples=_TRIED,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(reports_in(style, years=(2017, 2021)))
    def collect(report: FollowUpReport) -> None:
        found.append(report)

    collect()
    return max(found, key=lambda report: len(report.to_json()))


def plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def write(format_id: str, folder: Path) -> None:
    """Write `document.docx` and `expected.json`."""
    (style,) = (each for _, each in load_registry().offers() if each.format_id == format_id)
    assert isinstance(style, LayoutFormat), format_id  # noqa: S101 # a tool of ours
    report = richest(style)
    tables = {
        table: [{name: plain(value) for name, value in row.items()} for row in rows]
        for table, rows in contents(on_paper(report, PLAIN)).items()
    }
    expected = {
        "source": "document.docx",
        "format": format_id,
        "state": "accepted",
        "unclaimed": [],
        "unknown_words": [],
        "tables": tables,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "document.docx").write_bytes(print_docx(compose(report, style), PLAIN))
    text = json.dumps(expected, ensure_ascii=False, indent=1) + "\n"
    (folder / "expected.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1], Path(sys.argv[2]))
