"""Tyresö 2022: the monthly report with lights a unit and two money tables.

As the interim reports of 2021, but shorter: the table of a target area prints the board goal's
share without naming an indicator, and "Resultat" before each unit. Words of the colour legend
stand unseen in the last column; they judge nothing.
"""

from ifo_followup.layouts.declare import CellKind, Column, Layout, TableLayout, TableRole
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup_tyreso.lights import CAPTIONS, FAMILY, HEADINGS, SECTIONS, TABLES
from ifo_followup_tyreso.organisation import CODE, NAME

LAYOUT = Layout(
    headings=HEADINGS,
    sections=SECTIONS,
    captions=CAPTIONS,
    unit_prefix="Resultat",
    tables=(
        *TABLES,
        TableLayout(
            role=TableRole.UNIT_RESULTS,
            columns=(
                Column(("Nämndens/förvaltningens mål",), CellKind.LABEL, "title"),
                Column(("Indikator",), CellKind.PHRASE, "name"),
                Column(("Utfall",), CellKind.RESULT, "outcome"),
                Column(("Målnivå",), CellKind.PERCENT, "target"),
                Column(("Bedömning",), CellKind.RESULT, "assessment"),
            ),
        ),
    ),
)

FORMAT = LayoutFormat(
    format_id="tyreso-2022",
    municipality=NAME,
    municipality_code=CODE,
    reads="månadsrapport with lights a unit, 2022 layout",
    layout=LAYOUT,
    family=FAMILY,
    requires=("Nämndens/förvaltningens mål", "Utfall Målnivå Bedömning"),
    prints=(
        "Måluppfyllelse/månad",
        "Nettokostnad per verksamhet",
        "Resultaträkning",
        "Helårsprognos",
        "Uppföljning av årshjul",
        "Viktiga händelser",
        "Ekonomisk rapport",
    ),
    excludes=("Enhetens mål Indikator",),
    expects=(
        "events",
        "goals",
        "unit_results",
        "monthly_assessments",
        "budget_tables",
        "calendar",
    ),
)
