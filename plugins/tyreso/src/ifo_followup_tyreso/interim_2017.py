"""Tyresö 2017: the interim report in labelled paragraphs.

A label in capitals ("NÄMNDMÅL") stands above each goal, "Bedömning" and "Kommentar:" above what is
said of it; a small coloured dot stands before the assessment. Money tables by revenue and cost.
"""

from ifo_followup.layouts.declare import (
    HeadingRule,
    Label,
    LabelRole,
    Layout,
    Numbering,
    SectionRole,
    SectionRule,
)
from ifo_followup.layouts.families import MEASURED_INDICATORS
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind
from ifo_followup_tyreso.organisation import CODE, INTERIM_SOCIAL_SERVICES, NAME

LAYOUT = Layout(
    headings=(HeadingRule(Numbering.NESTED, 2), HeadingRule(Numbering.BARE, 1)),
    sections=(
        SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
        SectionRule(("Strategiska mål och nämndmål",), SectionRole.GOALS),
        SectionRule(("Särskilda uppdrag och nämnduppdrag",), SectionRole.ASSIGNMENTS),
        SectionRule(("Kvalitetsgarantier",), SectionRole.GUARANTEES),
        SectionRule(("Åtgärder",), SectionRole.DECISIONS),
    ),
    tables=(MEASURED_INDICATORS,),
    captions=("INDIKATORER", "INDIKATOR"),
    labels=(
        Label(("STRATEGISKT MÅLOMRÅDE", "MÅLOMRÅDE"), LabelRole.GOAL, level=GoalLevel.TARGET_AREA),
        Label(("STRATEGISKT MÅL",), LabelRole.GOAL, level=GoalLevel.STRATEGIC_GOAL),
        Label(("NÄMNDMÅL",), LabelRole.GOAL, level=GoalLevel.BOARD_GOAL),
        Label(("KVALITETSMÅL",), LabelRole.GOAL, level=GoalLevel.QUALITY_GOAL),
        Label(("Bedömning",), LabelRole.ASSESSMENT),
        Label(("Status",), LabelRole.STATUS),
        Label(("Kommentar",), LabelRole.COMMENT),
        Label(
            ("SÄRSKILDA UPPDRAG SOM SKA GENOMFÖRAS UNDER MANDATPERIODEN", "SÄRSKILDA UPPDRAG"),
            LabelRole.ASSIGNMENTS,
            assignment=AssignmentKind.SPECIAL_ASSIGNMENT,
        ),
        Label(
            ("NÄMNDUPPDRAG",),
            LabelRole.ASSIGNMENTS,
            assignment=AssignmentKind.BOARD_ASSIGNMENT,
        ),
    ),
)

FORMAT = LayoutFormat(
    format_id="tyreso-2017",
    municipality=NAME,
    municipality_code=CODE,
    reads="delårsrapport in labelled paragraphs, 2017 layout",
    layout=LAYOUT,
    family=INTERIM_SOCIAL_SERVICES,
    requires=("Uppföljning och analys", "STRATEGISKT MÅLOMRÅDE"),
    prints=(
        "NÄMNDMÅL",
        "Särskilda uppdrag och nämnduppdrag",
        "Kvalitetsgarantier",
        "Kommunal regi",
    ),
    excludes=("Strategiskt mål Bedömning Kommentar",),
    expects=("events", "goals", "assignments", "guarantees", "budget_tables", "measures"),
)
