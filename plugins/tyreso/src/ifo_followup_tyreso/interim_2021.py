"""Tyresö 2021: the interim report with lights a unit, money by line and by activity, appendices.

Under "2 Måluppföljning" every target area has a table: the board goal with its share of units in
goal, the indicator's name, then a light for each unit; below it a strip of lights by month.
"""

from ifo_followup.layouts.declare import Layout
from ifo_followup.layouts.families import UNIT_RESULTS, named
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup_tyreso.lights import CAPTIONS, FAMILY, HEADINGS, SECTIONS, TABLES
from ifo_followup_tyreso.organisation import CODE, NAME

LAYOUT = Layout(
    headings=HEADINGS,
    sections=SECTIONS,
    captions=CAPTIONS,
    tables=(*TABLES, named(UNIT_RESULTS, "Avdelningens/Enhetens mål", "Enhetens mål")),
)

FORMAT = LayoutFormat(
    format_id="tyreso-2021",
    municipality=NAME,
    municipality_code=CODE,
    reads="delårsrapport with lights a unit, 2021 layout",
    layout=LAYOUT,
    family=FAMILY,
    requires=("Enhetens mål Indikator",),
    prints=(
        "Måluppföljning",
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
