"""Columns and tables that planning systems print alike, in one municipality as in the next.

Data to begin with: a plugin takes the table that its reports print, and says its own words where
they differ: `named(GOALS, "Nämndmål", level=GoalLevel.BOARD_GOAL, assessment="Så går det")`.
"""

from attrs import evolve

from ifo_followup.layouts.declare import CellKind, Column, TableLayout, TableRole
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, RiskKind

__all__ = [
    "ACTIVITY",
    "ASSESSMENT",
    "ASSIGNMENTS",
    "CATEGORY",
    "COMMENT",
    "FORECASTS",
    "GOALS",
    "INDICATOR",
    "INDICATORS",
    "JUDGED",
    "LIGHT",
    "LIKELIHOOD",
    "MEASURED",
    "MEASURED_INDICATORS",
    "MITIGATION",
    "MONTH",
    "MONTH_STRIP",
    "OUTCOMES",
    "OVERVIEW",
    "RISKS",
    "RISKS_IN_MONEY",
    "RISK_VALUE",
    "STATUS",
    "TARGET",
    "TREND",
    "UNIT_RESULTS",
    "YEARLY_WHEEL",
    "named",
    "naming",
]

# columns
ASSESSMENT = Column(("Bedömning",), CellKind.ASSESSMENT, "assessment")
LIGHT = Column(("Bedömning",), CellKind.LIGHT, "assessment")
STATUS = Column(("Status",), CellKind.STATUS, "status")
COMMENT = Column(("Kommentar",), CellKind.PROSE, "comment")
INDICATOR = Column(("Indikator", "Indikatorer"), CellKind.LABEL, "name")
OUTCOMES = Column(
    (
        "Utfall {year}",
        "Utfall {date}",
        "Utfall T{number} {year}",
        "Utfall tertial {number} {year}",
        "Utfall {month} {year}",
        "Bokslut {year}",
    ),
    CellKind.MEASURE,
    "outcome",
    repeats=True,
)
FORECASTS = Column(
    ("Prognos {year}", "Prognos {date}", "Prognos helår", "Helårsprognos", "Prognos"),
    CellKind.MEASURE,
    "forecast",
    optional=True,
)
TARGET = Column(
    ("Mål {year}", "Mål", "Målvärde {year}", "Målvärde", "Målnivå {year}", "Målnivå"),
    CellKind.MEASURE,
    "target",
)
# what an indicator came to, ought to and is thought to; its target may stand first or last
MEASURED = (
    evolve(TARGET, optional=True),
    OUTCOMES,
    FORECASTS,
    Column(("{date}",), CellKind.MEASURE, "outcome", optional=True),
    FORECASTS,
    evolve(TARGET, optional=True),
)
TREND = Column(("Trend",), CellKind.PHRASE, "trend", optional=True)
# what is said of an indicator behind its values, where anything is
JUDGED = (evolve(ASSESSMENT, optional=True), TREND)
LIKELIHOOD = Column(("Sannolikhet",), CellKind.LIKELIHOOD, "likelihood")
RISK_VALUE = Column(("Riskvärde",), CellKind.MEASURE, "risk_value")
MITIGATION = Column(("Åtgärd", "Åtgärder"), CellKind.PROSE, "mitigation")
CATEGORY = Column(("Typ av risk",), CellKind.PHRASE, "category")
MONTH = Column(("Månad",), CellKind.MONTH, "month")
ACTIVITY = Column(("Kommentar", "Aktivitet"), CellKind.LABEL, "activity")

# tables; `named` gives each its heads
GOALS = TableLayout(
    role=TableRole.GOAL,
    columns=(Column(("Mål",), CellKind.LABEL, "title"), ASSESSMENT, COMMENT),
)
ASSIGNMENTS = TableLayout(
    role=TableRole.ASSIGNMENTS,
    columns=(Column(("Uppdrag",), CellKind.LABEL, "title"), STATUS, COMMENT),
)
INDICATORS = TableLayout(
    role=TableRole.INDICATORS, columns=(INDICATOR, OUTCOMES, TARGET, ASSESSMENT)
)
# the same with whatever values a report has of them, and what is said of these or nothing
MEASURED_INDICATORS = TableLayout(
    role=TableRole.INDICATORS, columns=(INDICATOR, *MEASURED, *JUDGED)
)
RISKS = TableLayout(
    role=TableRole.RISKS,
    columns=(
        Column(("Risk",), CellKind.LABEL, "title"),
        LIKELIHOOD,
        Column(("Konsekvens",), CellKind.PROSE, "description"),
        MITIGATION,
    ),
)
RISKS_IN_MONEY = TableLayout(
    role=TableRole.RISKS,
    columns=(
        Column(("Risker {words}",), CellKind.LABEL, "title"),
        Column(("Ekonomisk risk (Msek)", "Ekonomisk risk ({words})"), CellKind.RANGE, "impact"),
        LIKELIHOOD,
        Column(("Risken omfattar", "Möjligheten omfattar"), CellKind.PROSE, "description"),
    ),
)
UNIT_RESULTS = TableLayout(
    role=TableRole.UNIT_RESULTS,
    columns=(
        Column(("Enhetens mål",), CellKind.LABEL, "title"),
        Column(("Indikator",), CellKind.PHRASE, "name"),
        Column(("Utfall",), CellKind.RESULT, "outcome"),
        Column(("Målnivå",), CellKind.PERCENT, "target"),
        LIGHT,
    ),
)
OVERVIEW = TableLayout(
    role=TableRole.OVERVIEW,
    columns=(Column(("{number}: {words}",), CellKind.LIGHT, "area", repeats=True),),
)
YEARLY_WHEEL = TableLayout(role=TableRole.CALENDAR, columns=(MONTH, ACTIVITY, LIGHT))
_MONTHS = (
    ("Jan", "Januari"),
    ("Feb", "Februari"),
    ("Mars", "Mar"),
    ("April", "Apr"),
    ("Maj",),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Aug", "Augusti"),
    ("Sep", "Sept", "September"),
    ("Okt", "Oktober"),
    ("Nov", "November"),
    ("Dec", "December"),
)
MONTH_STRIP = TableLayout(
    role=TableRole.MONTH_STRIP,
    columns=tuple(Column(heads, CellKind.LIGHT, "month") for heads in _MONTHS),
)


def named(
    table: TableLayout,
    *heads: str,
    level: GoalLevel | None = None,
    assignment: AssignmentKind | None = None,
    risk: RiskKind | None = None,
    **others: str | tuple[str, ...],
) -> TableLayout:
    """The same table in a report's own words.

    Args:
        table: one of this module, or any other.
        heads: the heads, alternatives, over what names the rows.
        level: which goals its rows are.
        assignment: which assignments.
        risk: risks or opportunities.
        others: the heads of other columns, by the field that they fill.

    Raises:
        ValueError: no column fills one of the fields.
    """
    at = naming(table)
    unknown = others.keys() - {column.fills for column in table.columns}
    if unknown:
        raise ValueError(f"no column of the table fills {', '.join(sorted(unknown))}")
    columns: list[Column] = []
    for n, column in enumerate(table.columns):
        own = heads if n == at and heads else others.get(column.fills, column.heads)
        columns.append(evolve(column, heads=(own,) if isinstance(own, str) else own))
    return evolve(table, columns=tuple(columns), level=level, assignment=assignment, risk=risk)


def naming(table: TableLayout) -> int | None:
    """Which column names the rows: the first that fills a title or a name."""
    told = (n for n, column in enumerate(table.columns) if column.fills in ("title", "name"))
    return next(told, None)
