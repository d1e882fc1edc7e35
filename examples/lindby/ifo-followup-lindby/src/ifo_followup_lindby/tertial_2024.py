"""Lindby: the tertialrapport of socialnämnden, as its planning system prints it since 2024.

A table for each kind of thing; how a goal goes stands under "Så går det".
"""

from ifo_followup.layouts.declare import HeadingRule, Layout, Numbering, SectionRole, SectionRule
from ifo_followup.layouts.families import ASSIGNMENTS, GOALS, INDICATORS, RISKS, named
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import AssignmentKind, RiskKind

OUTCOMES = ("Utfall {year}", "Utfall T{number} {year}")
LAYOUT = Layout(
    headings=(HeadingRule(Numbering.NESTED, 2), HeadingRule(Numbering.BARE, 1)),
    tables=(
        named(GOALS, "Nämndens mål", level=GoalLevel.BOARD_GOAL, assessment="Så går det"),
        named(INDICATORS, "Nyckeltal", outcome=OUTCOMES, target="Målvärde {year}"),
        named(ASSIGNMENTS, "Uppdrag", assignment=AssignmentKind.ASSIGNMENT),
        named(RISKS, "Risk", risk=RiskKind.RISK),
    ),
    sections=(
        SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
        SectionRule(("Mål och nyckeltal",), SectionRole.GOALS),
        SectionRule(("Åtgärder",), SectionRole.MEASURES),
    ),
)

FORMAT = LayoutFormat(
    format_id="lindby-2024",
    municipality="Lindby",
    municipality_code=None,  # made up: SCB lists no Lindby
    reads="tertialrapport of socialnämnden, 2024 layout",
    layout=LAYOUT,
    family=Family(
        types=(ReportType.TERTIAL_1, ReportType.TERTIAL_2, ReportType.TERTIAL_3),
        boards=("Socialnämnden",),
    ),
    requires=("Nämndens mål Så går det Kommentar", "Mål och nyckeltal"),
    prints=(
        "Lindby kommun",
        "Driftredovisning",
        "Nyckeltal Utfall",
        "Uppdrag Status Kommentar",
        "Risk Sannolikhet Konsekvens Åtgärd",
    ),
    expects=("events", "goals", "indicators", "budget_tables", "risks", "assignments", "measures"),
)
