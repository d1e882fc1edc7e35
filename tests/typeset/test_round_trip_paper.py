"""A report composed in a format's layout, printed as PDF or Word in any look, is read as it was.

Ten reports a format and paper with every run of the tests; `make thorough` (the profile `thorough`)
makes two thousand. Run alone: `IFO_HYPOTHESIS_PROFILE=thorough pytest tests/typeset`.
"""

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ifo_followup.document import Document
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.out.differences import differences
from ifo_followup.reading import read_document
from ifo_followup.registry import load_registry
from ifo_followup.testing.in_layout import reports_in
from ifo_followup.testing.looks import looks
from ifo_followup.testing.on_paper import on_paper
from ifo_followup.typeset.composing import compose
from ifo_followup.typeset.printing import Look, print_docx, print_pdf

Printer = Callable[[Document, Look], bytes]
FORMATS = {f.format_id: f for _, f in load_registry().offers() if isinstance(f, LayoutFormat)}
THOROUGH = os.environ.get("IFO_HYPOTHESIS_PROFILE") == "thorough"


@pytest.mark.parametrize("printer", [print_pdf, print_docx])
@pytest.mark.parametrize("format_id", sorted(FORMATS))
@settings(
    max_examples=2_000 if THOROUGH else 10,
    # to shrink one would take minutes: a report is large, and printed anew each time
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_what_is_printed_is_read(format_id: str, printer: Printer, data: st.DataObject) -> None:
    layout = FORMATS[format_id]
    report, look = data.draw(reports_in(layout)), data.draw(looks())
    printed = printer(compose(report, layout), look)
    (got,) = list(layout.parse(read_document(printed)))[:1]
    assert differences(on_paper(report, look), got) == []


def test_all_formats_are_here() -> None:
    assert len(FORMATS) >= 5
