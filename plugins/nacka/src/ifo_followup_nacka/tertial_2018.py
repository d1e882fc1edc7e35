"""Nacka, socialnämnden: the four-monthly accounts (tertialbokslut) of 2018.

Numbered headings; under "2 Verksamhetsresultat" each focus area states its goal, comments on it and
measures it in a table whose lights are icons; one money table; sick leave by unit and gender.
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
from ifo_followup.layouts.families import MEASURED_INDICATORS
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType

LAYOUT = Layout(
    headings=(HeadingRule(Numbering.BARE, 1), HeadingRule(Numbering.NESTED, 2)),
    sections=(
        SectionRule(("Verksamhetsresultat",), SectionRole.GOALS),
        SectionRule(("Åtgärdsplan", "Åtgärder"), SectionRole.MEASURES),
    ),
    goal_statement=True,
    new_mark="(N)",
    tables=(
        TableLayout(
            role=TableRole.INDICATORS,
            columns=(
                Column(("",), CellKind.LIGHT, "assessment", optional=True),
                *MEASURED_INDICATORS.columns,
                Column(
                    ("",), CellKind.MARKER, "followed_up", optional=True, markers=("T1", "T2", "T3")
                ),
            ),
        ),
    ),
)

FORMAT = LayoutFormat(
    format_id="nacka-2018",
    municipality="Nacka",
    municipality_code="0182",
    reads="tertialbokslut of socialnämnden, 2018 layout",
    layout=LAYOUT,
    family=Family(
        types=(ReportType.TERTIAL_1, ReportType.TERTIAL_2, ReportType.TERTIAL_3),
        boards=("Socialnämnden", "Arbets- och företagsnämnden", "Äldrenämnden"),
    ),
    requires=("Verksamhetsresultat", "Indikatorer Utfall"),
    prints=(
        "Ekonomiskt resultat",
        "Ack utfall",
        "Ack budget",
        "Helår budget och prognos",
        "tertial",
        "Nackamodell",
    ),
    expects=("goals", "indicators", "budget_tables", "statistics", "measures"),
)
