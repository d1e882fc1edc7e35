"""A layout that declares little has made-up reports that say no more than it can print."""

import pytest

from ifo_followup.layouts.declare import (
    CellKind,
    Column,
    HeadingRule,
    Layout,
    Numbering,
    SectionRole,
    SectionRule,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.families import ASSIGNMENTS, LIGHT, RISKS_IN_MONEY
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup.testing.round_trips import round_trip

MONTHLY = (ReportType.MONTHLY,)
NUMBERED = (HeadingRule(Numbering.NESTED, 2), HeadingRule(Numbering.DOTTED, 1))
GOALS = (SectionRule(("Mål",), SectionRole.GOALS),)
EVENTS = (SectionRule(("Viktiga händelser",), SectionRole.EVENTS),)


INDICATORS = TableLayout(
    role=TableRole.INDICATORS,
    columns=(
        Column(("Nyckeltal",), CellKind.LABEL, "name"),
        Column(("Utfall {year}",), CellKind.MEASURE, "outcome"),
        LIGHT,
    ),
)
LAYOUTS = {
    "a kind of report that nobody knows": (Layout(headings=NUMBERED, sections=EVENTS), ()),
    "assignments without comments": (
        Layout(
            headings=NUMBERED,
            tables=(
                TableLayout(
                    role=TableRole.ASSIGNMENTS,
                    columns=tuple(c for c in ASSIGNMENTS.columns if c.fills != "comment"),
                    assignment=AssignmentKind.ASSIGNMENT,
                ),
            ),
        ),
        MONTHLY,
    ),
    "groups of risks with one name": (
        Layout(
            headings=NUMBERED,
            tables=tuple(
                TableLayout(
                    role=TableRole.RISKS,
                    columns=(
                        Column((head,), CellKind.LABEL, "title"),
                        *RISKS_IN_MONEY.columns[1:],
                    ),
                    risk=kind,
                )
                for head, kind in (
                    ("Risker IFO", RiskKind.RISK),
                    ("Möjligheter", RiskKind.OPPORTUNITY),
                )
            ),
        ),
        MONTHLY,
    ),
    "target areas, indicators of one year": (
        Layout(headings=NUMBERED, tables=(INDICATORS,), sections=GOALS),
        MONTHLY,
    ),
    "chapters without numbers": (
        Layout(headings=(HeadingRule(Numbering.PLAIN, 1),), sections=EVENTS),
        MONTHLY,
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_prints_what_it_reads(layout: str) -> None:
    declared, types = LAYOUTS[layout]
    made = LayoutFormat(
        format_id="almvik-0",
        municipality="Almvik",
        municipality_code=None,
        reads=layout,
        layout=declared,
        family=Family(types=types),
        requires=("Almvik",),
    )
    assert round_trip(made, examples=20) == ""
