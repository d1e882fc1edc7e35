"""Tyresö 2018: the interim report (delårsrapport) with one table for every goal.

A table of three columns (goal, assessment, comment) for each goal, a table of indicators under it,
assignments with a status, money tables by net cost, risks with likelihood and amounts.
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
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup_tyreso.organisation import CODE, INTERIM_SOCIAL_SERVICES, NAME


def _goal(head: str, level: GoalLevel) -> TableLayout:
    return TableLayout(
        role=TableRole.GOAL,
        level=level,
        columns=(
            Column((head,), CellKind.LABEL, "title"),
            Column(("Bedömning",), CellKind.ASSESSMENT, "assessment"),
            Column(("Kommentar",), CellKind.PROSE, "comment"),
        ),
    )


def _assignments(heads: tuple[str, ...], kind: AssignmentKind) -> TableLayout:
    return TableLayout(
        role=TableRole.ASSIGNMENTS,
        assignment=kind,
        columns=(
            Column(heads, CellKind.LABEL, "title"),
            Column(("Status",), CellKind.STATUS, "status"),
            Column(("Kommentar",), CellKind.PROSE, "comment"),
        ),
    )


def _risks(head: str, kind: RiskKind) -> TableLayout:
    return TableLayout(
        role=TableRole.RISKS,
        risk=kind,
        columns=(
            Column((head,), CellKind.LABEL, "title"),
            Column(("Ekonomisk risk (Msek)", "Ekonomisk risk ({words})"), CellKind.RANGE, "impact"),
            Column(("Sannolikhet",), CellKind.LIKELIHOOD, "likelihood"),
            Column(("Risken omfattar", "Möjligheten omfattar"), CellKind.PROSE, "description"),
        ),
    )


LAYOUT = Layout(
    headings=(HeadingRule(Numbering.DOTTED, 1),),
    goal_headings=("Målområde:",),
    sections=(
        SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
        SectionRule(("Åtgärder",), SectionRole.MEASURES),
    ),
    tables=(
        _goal("Strategiskt mål", GoalLevel.STRATEGIC_GOAL),
        _goal("Kvalitetsmål", GoalLevel.QUALITY_GOAL),
        _goal("Nämndmål", GoalLevel.BOARD_GOAL),
        TableLayout(
            role=TableRole.INDICATORS,
            columns=(
                Column(("Indikator", "Indikatorer"), CellKind.LABEL, "name"),
                Column(("Utfall {year}",), CellKind.MEASURE, "outcome", repeats=True),
                Column(("Prognos {date}",), CellKind.MEASURE, "forecast", optional=True),
                Column(("{date}", "Utfall {date}"), CellKind.MEASURE, "outcome", optional=True),
                Column(("Mål {year}", "Mål"), CellKind.MEASURE, "target"),
                Column(("Bedömning",), CellKind.ASSESSMENT, "assessment"),
                Column(("Trend",), CellKind.PHRASE, "trend", optional=True),
            ),
        ),
        _assignments(("Särskilda uppdrag", "Särskilt uppdrag"), AssignmentKind.SPECIAL_ASSIGNMENT),
        _assignments(("Nämnduppdrag",), AssignmentKind.BOARD_ASSIGNMENT),
        _risks("Risker {words}", RiskKind.RISK),
        _risks("Möjligheter {words}", RiskKind.OPPORTUNITY),
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
