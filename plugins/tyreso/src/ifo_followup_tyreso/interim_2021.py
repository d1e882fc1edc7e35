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
from ifo_followup.layouts.families import (
    CATEGORY,
    COMMENT,
    LIGHT,
    MITIGATION,
    MONTH_STRIP,
    OVERVIEW,
    UNIT_RESULTS,
    YEARLY_WHEEL,
    named,
)
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup_tyreso.organisation import CAPTIONS, CODE, LABOUR_AND_SOCIAL_BOARD, NAME

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
        named(UNIT_RESULTS, "Avdelningens/Enhetens mål", "Enhetens mål"),
        MONTH_STRIP,
        TableLayout(
            role=TableRole.ASSIGNMENTS,
            assignment=AssignmentKind.ASSIGNMENT,
            columns=(Column(("Uppdrag",), CellKind.PROSE, "title"), COMMENT, LIGHT),
        ),
        TableLayout(
            role=TableRole.ASSIGNMENTS,
            assignment=AssignmentKind.POLITICAL_PRIORITY,
            columns=(
                Column(("Politisk prioritering {words}",), CellKind.LABEL, "title"),
                COMMENT,
            ),
        ),
        TableLayout(
            role=TableRole.RISKS,
            risk=RiskKind.RISK,
            columns=(
                CATEGORY,
                Column(("Risk (och riskvärde)", "Risk"), CellKind.LABEL, "title"),
                MITIGATION,
                LIGHT,
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
