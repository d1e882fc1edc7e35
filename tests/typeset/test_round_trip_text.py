"""Made-up reports printed as plain text and read again, in the looks of text layers.

Two things are held to: in any look nothing is read that was not printed there, without a finding
that says that it is in doubt; and in the looks that programs really print everything comes back
that a text can carry.
"""

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

pytest.importorskip("reportlab")

from hypothesis import strategies as st

from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.differences import contents
from ifo_followup.reading import read_document
from ifo_followup.registry import load_registry
from ifo_followup.testing import differences
from ifo_followup.testing.in_layout import reports_in
from ifo_followup.testing.looks import looks, text_looks
from ifo_followup.testing.on_paper import in_text
from ifo_followup.typeset.composing import compose
from ifo_followup.typeset.printing import Look, print_text

# a whole report, when an example fails
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
THOROUGH = os.environ.get("IFO_HYPOTHESIS_PROFILE") == "thorough"
EXAMPLES = settings(
    max_examples=2_000 if THOROUGH else 10,
    suppress_health_check=list(HealthCheck),
    # whole reports shrink for minutes
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
FORMATS = {form.format_id: form for _, form in load_registry().offers()}
LAID_OUT = sorted(name for name, form in FORMATS.items() if isinstance(form, LayoutFormat))

# what a value of each table is known by; ids and numbers of tables shift where one is missing
KEYS = {
    "observations": ("kind", "period", "scope"),
    "budget_cells": ("line", "section", "quantity", "basis", "horizon"),
    "unit_results": ("unit",),
    "monthly_assessments": ("month",),
    "risks": ("title",),
    "assignments": ("title",),
    "guarantees": ("promise",),
    "calendar": ("month", "activity"),
    "statistics": ("row", "column"),
    "goals": ("title",),
}
VALUES = ("value", "amount", "assessment", "likelihood", "status", "risk_value")

# Lost in text: what no reader of plain text can tell, where a finding says so. Cells of free text
# side by side run into each other; figures may be cut in several ways where a cell beside them is
# empty; a header may be broken so that its heads do not go with the rows below.
FIGURES = {"indicators", "observations", "budget_cells", "statistics"}
LOST = {
    "row-ambiguous": FIGURES,
    "cells-unclear": {"risks", "assignments"},
    "table-unread": {"budget_cells", "statistics", "sections"},
}


def lost_in_text(got: FollowUpReport) -> set[str]:
    """The tables that text has lost something of, as the findings of reading say."""
    return {table for finding in got.findings for table in LOST.get(finding.rule, ())}


def read(form: LayoutFormat, report: FollowUpReport, look: Look) -> FollowUpReport:
    text = print_text(compose(report, form), look)
    return next(iter(form.parse(read_document(text.encode()))))


def table_of(difference: str) -> str:
    return difference.split(",")[0].split(":")[0]


@pytest.mark.parametrize("name", LAID_OUT)
def test_a_report_comes_back_from_text(name: str) -> None:
    form = FORMATS[name]

    @EXAMPLES
    @given(reports_in(form), text_looks())
    def same(report: FollowUpReport, look: Look) -> None:
        got = read(form, report, look)
        lost = lost_in_text(got)
        found = differences(in_text(report, look), got)
        assert [line for line in found if table_of(line) not in lost] == []

    same()


@pytest.mark.parametrize("name", LAID_OUT)
def test_no_value_is_read_that_was_not_printed(name: str) -> None:
    form = FORMATS[name]

    # a light that is shown as a colour only leaves nothing in a text
    @EXAMPLES
    @given(reports_in(form), looks(lights=text_lights()))
    def true(report: FollowUpReport, look: Look) -> None:
        got = read(form, report, look)
        lost = lost_in_text(got) - FIGURES
        wrong = [line for line in untrue(in_text(report, look), got) if table_of(line) not in lost]
        assert wrong == []

    true()


def text_lights() -> tuple[Any, ...]:
    from ifo_followup.typeset.printing import Light

    return Light.GIVEN, Light.WORD_AND_FILL


def untrue(printed: FollowUpReport, got: FollowUpReport) -> Iterator[str]:
    """The values that were read in places where they do not stand in print."""
    want, have = contents(printed), contents(got)
    for table, key in KEYS.items():
        known = [(_key(row, key), _values(row)) for row in want[table]]
        for row in have[table]:
            values = _values(row)
            if values and not any(
                _key(row, key) == place and values.items() <= there.items()
                for place, there in known
            ):
                yield f"{table}, {_key(row, key)}: {values}"


def _key(row: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in names)


def _values(row: Any) -> dict[str, Any]:
    return {name: row[name] for name in VALUES if row.get(name) is not None}


def test_a_wrong_value_would_be_found() -> None:
    form = FORMATS["tyreso-2017"]

    @settings(max_examples=1, database=None)
    @given(reports_in(form), st.just(Look(tabbed=True)))
    def found(report: FollowUpReport, look: Look) -> None:
        text = print_text(compose(report, form), look)
        text = re.sub(r"(Totalt\t[^\d\t]?)(\d)", r"\g<1>9\2", text, count=1)
        got = next(iter(form.parse(read_document(text.encode()))))
        assert list(untrue(in_text(report, look), got))

    found()
