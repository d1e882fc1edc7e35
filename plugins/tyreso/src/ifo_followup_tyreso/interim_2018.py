"""Tyresö 2018: the interim report (delårsrapport) with one table for every goal.

A table of three columns (goal, assessment, comment) for each goal, a table of indicators under it,
assignments with a status, money tables by net cost, risks with likelihood and amounts.
"""

from ifo_followup.layouts.declare import (
    HeadingRule,
    Layout,
    Numbering,
    SectionRole,
    SectionRule,
)
from ifo_followup.layouts.families import (
    ASSIGNMENTS,
    GOALS,
    MEASURED_INDICATORS,
    RISKS_IN_MONEY,
    named,
)
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup_tyreso.organisation import CODE, INTERIM_SOCIAL_SERVICES, NAME

LAYOUT = Layout(
    headings=(HeadingRule(Numbering.DOTTED, 1),),
    goal_headings=("Målområde:", "Strategiskt målområde:", "Fokusområde:"),
    sections=(
        SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
        SectionRule(("Åtgärder",), SectionRole.MEASURES),
    ),
    tables=(
        named(GOALS, "Strategiskt mål", level=GoalLevel.STRATEGIC_GOAL),
        named(GOALS, "Kvalitetsmål", level=GoalLevel.QUALITY_GOAL),
        named(GOALS, "Nämndmål", level=GoalLevel.BOARD_GOAL),
        MEASURED_INDICATORS,
        named(
            ASSIGNMENTS,
            "Särskilda uppdrag",
            "Särskilt uppdrag",
            assignment=AssignmentKind.SPECIAL_ASSIGNMENT,
        ),
        named(ASSIGNMENTS, "Nämnduppdrag", assignment=AssignmentKind.BOARD_ASSIGNMENT),
        named(RISKS_IN_MONEY, "Risker {words}", risk=RiskKind.RISK),
        named(RISKS_IN_MONEY, "Möjligheter {words}", risk=RiskKind.OPPORTUNITY),
    ),
)

FORMAT = LayoutFormat(
    format_id="tyreso-2018",
    municipality=NAME,
    municipality_code=CODE,
    reads="delårsrapport with one table a goal, 2018 layout",
    layout=LAYOUT,
    family=INTERIM_SOCIAL_SERVICES,
    requires=("Målområde:", "Strategiskt mål Bedömning Kommentar"),
    prints=(
        "Kvalitetsmål Bedömning Kommentar",
        "Nämndmål Bedömning Kommentar",
        "Status Kommentar",
        "Ekonomisk rapport",
        "Årsprognos",
        "Risken omfattar",
        "Viktiga händelser",
        "Kvalitetsuppföljning",
        "Slutsatser och konsekvenser",
        "Åtgärder som nämnden har vidtagit",
        "kommunbidrag",
    ),
    excludes=("STRATEGISKT MÅLOMRÅDE",),
    expects=("events", "goals", "indicators", "assignments", "budget_tables", "risks", "measures"),
)
