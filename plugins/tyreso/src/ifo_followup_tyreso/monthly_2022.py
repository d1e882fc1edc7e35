"""Tyresö 2022: the monthly report with lights a unit and two money tables.

As the interim reports of 2021, but shorter: the table of a target area prints the board goal's
share without naming an indicator, and "Resultat" before each unit. Words of the colour legend
stand unseen in the last column; they judge nothing.
"""

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
from ifo_followup.layouts.families import MONTH_STRIP, OVERVIEW, YEARLY_WHEEL
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType
from ifo_followup_tyreso.organisation import CAPTIONS, CODE, LABOUR_AND_SOCIAL_BOARD, NAME

LAYOUT = Layout(
    headings=(HeadingRule(Numbering.DOTTED, 2), HeadingRule(Numbering.BARE, 1)),
    sections=(
        SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
        SectionRule(("Mål", "Måluppföljning"), SectionRole.GOALS),
    ),
    captions=CAPTIONS,
    unit_prefix="Resultat",
    tables=(
        OVERVIEW,
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
        MONTH_STRIP,
        YEARLY_WHEEL,
    ),
)

FORMAT = LayoutFormat(
    format_id="tyreso-2022",
    municipality=NAME,
    municipality_code=CODE,
    reads="månadsrapport with lights a unit, 2022 layout",
    layout=LAYOUT,
    family=Family(
        types=(ReportType.MONTHLY,),
        boards=(LABOUR_AND_SOCIAL_BOARD,),
    ),
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
    excludes=("Avdelningens/Enhetens mål",),
    expects=(
        "events",
        "goals",
        "unit_results",
        "monthly_assessments",
        "budget_tables",
        "calendar",
    ),
)
