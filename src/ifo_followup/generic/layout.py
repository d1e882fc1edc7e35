"""The common words of follow-up reports, as the declarations that the walk and the recovery use.

Tables are known by `classify`; those declared here are the ones whose headers can be found again in
plain text, where the header's order must be known to tell the columns apart.
"""

import re

from ifo_followup.generic.heads import Word, word_of
from ifo_followup.layouts.declare import (
    CellKind,
    Column,
    HeadingRule,
    Label,
    LabelRole,
    Layout,
    SectionRole,
    SectionRule,
    TableLayout,
    TableRole,
)
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup.swedish.dates import MONTHS

EVENTS = ("viktigahändelser", "väsentligahändelser", "viktigahändelse", "betydandehändelser")
GOALS = (
    "måluppföljning",
    "måluppfyllelse",
    "strategiskamål",
    "nämndmål",
    "nämndensmål",
    "målochindikator",
    "målochresultat",
    "målochuppdrag",
    "uppföljningavmål",
    "verksamhetsresultat",
    "resultatavmål",
)

LABELS = (
    Label(
        ("Strategiskt målområde", "Målområde", "Fokusområde"),
        LabelRole.GOAL,
        level=GoalLevel.TARGET_AREA,
    ),
    Label(
        ("Strategiskt mål", "Övergripande mål", "Kommunfullmäktiges mål", "KF-mål"),
        LabelRole.GOAL,
        level=GoalLevel.STRATEGIC_GOAL,
    ),
    Label(("Nämndmål", "Nämndens mål", "Enhetsmål"), LabelRole.GOAL, level=GoalLevel.BOARD_GOAL),
    Label(("Kvalitetsmål",), LabelRole.GOAL, level=GoalLevel.QUALITY_GOAL),
    Label(("Bedömning", "Måluppfyllelse"), LabelRole.ASSESSMENT),
    Label(("Status",), LabelRole.STATUS),
    Label(("Kommentar", "Kommentarer", "Analys"), LabelRole.COMMENT),
    Label(
        ("Särskilda uppdrag", "Särskilda uppdrag som ska genomföras under mandatperioden"),
        LabelRole.ASSIGNMENTS,
        assignment=AssignmentKind.SPECIAL_ASSIGNMENT,
    ),
    Label(("Nämnduppdrag",), LabelRole.ASSIGNMENTS, assignment=AssignmentKind.BOARD_ASSIGNMENT),
    Label(("Uppdrag",), LabelRole.ASSIGNMENTS, assignment=AssignmentKind.ASSIGNMENT),
)

# "Nämndmål 2: ..." on the line that states the goal
GOAL_LINE = re.compile(
    r"(?P<word>Målområde|Fokusområde|Strategiskt målområde|Strategiskt mål|Övergripande mål|"
    r"Kommunfullmäktiges mål|KF-mål|Nämndmål|Nämndens mål|Kvalitetsmål|Effektmål|Mål(?=\s[0-9]))"
    r"(?:\s(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?))?\s?[:.\u2013-]\s{0,2}(?P<title>\S.{0,240})",
    re.IGNORECASE,
)

# a heading may do so with any word for a goal; "Mål: ..." in a line of text may be a target
_GOAL_HEADING = re.compile(r"(?P<word>[^:]{3,60})(?P<number>):\s{0,2}(?P<title>[^\W\d].{0,240})")


def goal_heading(text: str) -> re.Match[str] | None:
    """A heading that states a goal: its `word`, `number` and `title`."""
    found = _GOAL_HEADING.fullmatch(text)
    if found is not None and word_of(found["word"]) is Word.GOAL:
        return found
    return GOAL_LINE.fullmatch(text)


def _goal(heads: tuple[str, ...]) -> TableLayout:
    return TableLayout(
        role=TableRole.GOAL,
        columns=(
            Column(heads, CellKind.LABEL, "title"),
            Column(("Bedömning", "Måluppfyllelse"), CellKind.ASSESSMENT, "assessment"),
            Column(("Kommentar", "Kommentarer", "Analys"), CellKind.PROSE, "comment"),
        ),
    )


def _assignments(heads: tuple[str, ...]) -> TableLayout:
    return TableLayout(
        role=TableRole.ASSIGNMENTS,
        columns=(
            Column(heads, CellKind.LABEL, "title"),
            Column(("Status",), CellKind.STATUS, "status"),
            Column(("Kommentar",), CellKind.PROSE, "comment"),
        ),
    )


_M = CellKind.MEASURE
_JUDGED = ("Bedömning", "Måluppfyllelse")
_THIRDS = ("T1", "T2", "T3")
_MONTH_STRIP = TableLayout(
    role=TableRole.MONTH_STRIP,
    columns=tuple(
        Column(tuple(name.capitalize() for name in names), CellKind.LIGHT, "month")
        for names in MONTHS
    ),
)
_OVERVIEW = TableLayout(
    role=TableRole.OVERVIEW,
    columns=(Column(("{number}: {words}",), CellKind.LIGHT, "area", repeats=True),),
)

_TEXT_TABLES = (
    _OVERVIEW,
    _MONTH_STRIP,
    _goal(("Strategiskt mål", "Övergripande mål", "Kommunfullmäktiges mål")),
    _goal(("Kvalitetsmål",)),
    _goal(("Nämndmål", "Nämndens mål", "Mål")),
    TableLayout(
        role=TableRole.INDICATORS,
        columns=(
            Column(("Indikator", "Indikatorer", "Nyckeltal", "Mått"), CellKind.LABEL, "name"),
            Column(("Utfall {year}", "Utfall {date}", "{date}"), _M, "outcome", repeats=True),
            Column(("Prognos {date}", "Prognos {year}"), _M, "forecast", optional=True),
            Column(("Utfall {date}", "{date}"), _M, "outcome", optional=True),
            Column(("Mål {year}", "Målvärde {year}", "Målvärde", "Mål"), _M, "target"),
            Column(_JUDGED, CellKind.ASSESSMENT, "assessment", optional=True),
            Column(("Trend",), CellKind.PHRASE, "trend", optional=True),
            Column(("",), CellKind.MARKER, "followed_up", optional=True, markers=_THIRDS),
        ),
    ),
    _assignments(("Särskilda uppdrag", "Särskilt uppdrag")),
    _assignments(("Nämnduppdrag", "Uppdrag")),
    TableLayout(
        role=TableRole.UNIT_RESULTS,
        columns=(
            Column(
                (
                    "Avdelningens/Enhetens mål",
                    "Enhetens mål",
                    "Nämndens/förvaltningens mål",
                    "Nämndens mål",
                ),
                CellKind.LABEL,
                "title",
            ),
            Column(("Indikator",), CellKind.PHRASE, "name"),
            Column(("Utfall",), CellKind.RESULT, "outcome"),
            Column(("Målnivå", "Målvärde"), CellKind.PERCENT, "target"),
            Column(("Bedömning",), CellKind.RESULT, "assessment"),
        ),
    ),
    TableLayout(
        role=TableRole.CALENDAR,
        columns=(
            Column(("Månad",), CellKind.MONTH, "month"),
            Column(("Kommentar", "Aktivitet"), CellKind.LABEL, "activity"),
            Column(("Bedömning",), CellKind.LIGHT, "assessment"),
        ),
    ),
    *(
        TableLayout(
            role=TableRole.RISKS,
            risk=kind,
            columns=(
                Column((head,), CellKind.LABEL, "title"),
                Column(("Ekonomisk risk ({words})",), CellKind.RANGE, "impact"),
                Column(("Sannolikhet",), CellKind.LIKELIHOOD, "likelihood"),
                Column(("Risken omfattar", "Möjligheten omfattar"), CellKind.PROSE, "description"),
            ),
        )
        for head, kind in (
            ("Risker {words}", RiskKind.RISK),
            ("Möjligheter {words}", RiskKind.OPPORTUNITY),
        )
    ),
    TableLayout(
        role=TableRole.RISKS,
        risk=RiskKind.RISK,
        columns=(
            Column(("Typ av risk",), CellKind.PHRASE, "category", optional=True),
            Column(("Risk (och riskvärde)", "Risk", "Riskområde"), CellKind.LABEL, "title"),
            Column(("Sannolikhet",), CellKind.LIKELIHOOD, "likelihood", optional=True),
            Column(("Konsekvens",), CellKind.PROSE, "description", optional=True),
            Column(("Åtgärd", "Åtgärder"), CellKind.PROSE, "mitigation"),
            Column(("Bedömning",), CellKind.LIGHT, "assessment", optional=True),
        ),
    ),
)


def layout_for(rules: tuple[HeadingRule, ...]) -> Layout:
    """The common words as a layout, with the headings numbered as this document numbers them."""
    return Layout(
        headings=rules,
        tables=_TEXT_TABLES,
        sections=(SectionRule(("Viktiga händelser",), SectionRole.EVENTS),),
        labels=LABELS,
        goal_headings=("Målområde:", "Fokusområde:", "Strategiskt mål:", "Nämndmål:"),
    )
