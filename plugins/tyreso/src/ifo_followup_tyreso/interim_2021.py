"""Tyresö 2021: the interim report with lights a unit, money by line and by activity, appendices.

Under "2 Måluppföljning" every target area has a table: the board goal with its share of units in
goal, the indicator's name, then a light for each unit; below it a strip of lights by month.
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
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup_tyreso.lights import CAPTIONS, MONTH_STRIP, OVERVIEW, YEARLY_WHEEL
from ifo_followup_tyreso.organisation import CODE, LABOUR_AND_SOCIAL_BOARD, NAME

LAYOUT = Layout(
    headings=(
        HeadingRule(Numbering.APPENDIX, 1),
        HeadingRule(Numbering.DOTTED, 2),
        HeadingRule(Numbering.BARE, 1),
    ),
    sections=(
        SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
        SectionRule(("Måluppföljning",), SectionRole.GOALS),
        SectionRule(("Åtgärder",), SectionRole.MEASURES),
    ),
    captions=CAPTIONS,
    tables=(
        OVERVIEW,
        TableLayout(
            role=TableRole.UNIT_RESULTS,
            columns=(
                Column(("Avdelningens/Enhetens mål", "Enhetens mål"), CellKind.LABEL, "title"),
                Column(("Indikator",), CellKind.PHRASE, "name"),
                Column(("Utfall",), CellKind.RESULT, "outcome"),
                Column(("Målnivå",), CellKind.PERCENT, "target"),
                Column(("Bedömning",), CellKind.LIGHT, "assessment"),
            ),
        ),
        MONTH_STRIP,
        TableLayout(
            role=TableRole.ASSIGNMENTS,
            assignment=AssignmentKind.ASSIGNMENT,
            columns=(
                Column(("Uppdrag",), CellKind.PROSE, "title"),
                Column(("Kommentar",), CellKind.PROSE, "comment"),
                Column(("Bedömning",), CellKind.LIGHT, "assessment"),
            ),
        ),
        TableLayout(
            role=TableRole.ASSIGNMENTS,
            assignment=AssignmentKind.POLITICAL_PRIORITY,
            columns=(
                Column(("Politisk prioritering {words}",), CellKind.LABEL, "title"),
                Column(("Kommentar",), CellKind.PROSE, "comment"),
            ),
        ),
        TableLayout(
            role=TableRole.RISKS,
            risk=RiskKind.RISK,
            columns=(
                Column(("Typ av risk",), CellKind.PHRASE, "category"),
                Column(("Risk (och riskvärde)", "Risk"), CellKind.LABEL, "title"),
                Column(("Åtgärd", "Åtgärder"), CellKind.PROSE, "mitigation"),
                Column(("Bedömning",), CellKind.LIGHT, "assessment"),
            ),
        ),
        YEARLY_WHEEL,
    ),
)

FORMAT = LayoutFormat(
    format_id="tyreso-2021",
    municipality=NAME,
    municipality_code=CODE,
    reads="delårsrapport with lights a unit, 2021 layout",
    layout=LAYOUT,
    family=Family(
        types=(ReportType.INTERIM_1, ReportType.INTERIM_2, ReportType.ANNUAL),
        boards=(LABOUR_AND_SOCIAL_BOARD,),
        departments=("Arbetsmarknads- och socialförvaltningen",),
    ),
    requires=("Måluppföljning", "Avdelningens/Enhetens mål"),
    prints=(
        "Måluppfyllelse/månad",
        "Helårsprognos",
        "Fg prognos",
        "Uppföljning av risker",
        "Uppföljning av årshjul",
        "Bilaga 1",
    ),
    excludes=("Nämndens/förvaltningens mål",),
    expects=(
        "events",
        "goals",
        "unit_results",
        "monthly_assessments",
        "budget_tables",
        "measures",
        "assignments",
        "risks",
        "calendar",
    ),
)
