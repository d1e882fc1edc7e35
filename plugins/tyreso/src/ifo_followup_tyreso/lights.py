"""Tables that Tyresö's reports with lights have in common from year to year."""

from ifo_followup.layouts.declare import CellKind, Column, TableLayout, TableRole

CAPTIONS = ("Översyn, månadens resultat", "Översyn månadens resultat", "Måluppfyllelse/månad")

OVERVIEW = TableLayout(
    role=TableRole.OVERVIEW,
    columns=(Column(("{number}: {words}",), CellKind.LIGHT, "area", repeats=True),),
)

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

YEARLY_WHEEL = TableLayout(
    role=TableRole.CALENDAR,
    columns=(
        Column(("Månad",), CellKind.MONTH, "month"),
        Column(("Kommentar", "Aktivitet"), CellKind.LABEL, "activity"),
        Column(("Bedömning",), CellKind.LIGHT, "assessment"),
    ),
)
