"""What Tyresö's reports with lights print alike from 2021 on, by the month or by the third.

A monthly report leaves parts out; where it has them, they look as in the interim report.
"""

from attrs import evolve

from ifo_followup.layouts.declare import (
    CellKind,
    Column,
    HeadingRule,
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
    RISK_VALUE,
    STATUS,
    YEARLY_WHEEL,
)
from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import AssignmentKind, RiskKind

HEADINGS = (
    HeadingRule(Numbering.APPENDIX, 1),
    HeadingRule(Numbering.DOTTED, 2),
    HeadingRule(Numbering.BARE, 1),
)
SECTIONS = (
    SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
    SectionRule(("Mål",), SectionRole.GOALS),
    SectionRule(("Åtgärder",), SectionRole.MEASURES),
)
# lines above the tables of lights
CAPTIONS = (
    "Översyn, månadens resultat",
    "Översyn månadens resultat",
    "Måluppfyllelse/månad",
    "Jan Feb Mars April Maj",  # a strip before its first light
)
_RISKS = TableLayout(
    role=TableRole.RISKS,
    risk=RiskKind.RISK,
    columns=(
        CATEGORY,
        Column(("Risk (och riskvärde)", "Risk"), CellKind.LABEL, "title"),
        MITIGATION,
        LIGHT,
    ),
)
TABLES = (
    OVERVIEW,
    MONTH_STRIP,
    TableLayout(
        role=TableRole.ASSIGNMENTS,
        assignment=AssignmentKind.ASSIGNMENT,
        columns=(
            Column(("Uppdrag",), CellKind.PROSE, "title"),
            COMMENT,
            evolve(STATUS, optional=True),
            LIGHT,
        ),
    ),
    TableLayout(
        role=TableRole.ASSIGNMENTS,
        assignment=AssignmentKind.POLITICAL_PRIORITY,
        columns=(
            Column(("Politisk prioritering {words}",), CellKind.LABEL, "title"),
            COMMENT,
        ),
    ),
    _RISKS,
    # the value of a risk may stand in a column of its own
    evolve(_RISKS, columns=(*_RISKS.columns[:2], RISK_VALUE, *_RISKS.columns[2:])),
    YEARLY_WHEEL,
)
FAMILY = Family(
    types=(
        ReportType.INTERIM_1,
        ReportType.INTERIM_2,
        ReportType.MONTHLY,
        ReportType.ANNUAL,
    ),
    boards=("Arbetsmarknads- och socialnämnden",),  # from 2019 on
    departments=("Arbetsmarknads- och socialförvaltningen",),
)
