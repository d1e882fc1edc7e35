"""Tables that planning systems print alike, in a report's own words; headings without numbers."""

import pytest

from ifo_followup.corridor import open_document
from ifo_followup.layouts import families
from ifo_followup.layouts.declare import (
    Column,
    HeadingRule,
    Layout,
    Numbering,
    SectionRole,
    SectionRule,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.families import GOALS, INDICATOR, INDICATORS, MONTH_STRIP, named, naming
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.heads import match_cells
from ifo_followup.layouts.identity import Family
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.report import ReportType
from ifo_followup.model.values import Unit


def test_named_changes_words_and_nothing_else():
    made = named(GOALS, "Nämndmål", level=GoalLevel.BOARD_GOAL, assessment=("Läge", "Status"))
    assert [column.heads for column in made.columns] == [
        ("Nämndmål",),
        ("Läge", "Status"),
        ("Kommentar",),
    ]
    kinds = [(column.kind, column.fills) for column in made.columns]
    assert kinds == [(column.kind, column.fills) for column in GOALS.columns]
    assert (made.role, made.level) == (GOALS.role, GoalLevel.BOARD_GOAL)
    assert GOALS.level is None


def test_named_without_heads_keeps_them():
    assert named(INDICATORS, target="Riktvärde").columns[0] == INDICATORS.columns[0]


def test_a_word_for_a_column_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="no column of the table fills satus"):
        named(GOALS, "Mål", satus="Status")


def test_a_strip_of_months_names_no_rows():
    assert naming(MONTH_STRIP) is None


@pytest.mark.parametrize("name", families.__all__)
def test_all_of_a_family_is_data(name):
    thing = getattr(families, name)
    columns = thing if isinstance(thing, tuple) else (thing,)
    assert all(isinstance(c, Column | TableLayout) for c in columns) or thing in (named, naming)


@pytest.mark.parametrize(
    ("heads", "fills"),
    [
        (
            "Indikator | Utfall 2021 | Utfall 2022 | Mål 2022",
            ("name", "outcome", "outcome", "target"),
        ),
        (
            "Indikator | Mål 2022 | Bokslut 2021 | Utfall T2 2022 | Prognos helår | Bedömning",
            ("name", "target", "outcome", "outcome", "forecast", "assessment"),
        ),
        (
            "Indikatorer | Utfall 2021 | 2022-08-31 | Prognos 2022 | Målvärde 2022 | Trend",
            ("name", "outcome", "outcome", "forecast", "target", "trend"),
        ),
        (
            "Indikator | Utfall 2021-12-31 | Utfall 2022-08-31",
            ("name", "outcome", "outcome"),
        ),
    ],
)
def test_the_values_of_an_indicator_stand_in_many_orders(heads, fills):
    layout = TableLayout(
        role=TableRole.INDICATORS, columns=(INDICATOR, *families.MEASURED, *families.JUDGED)
    )
    found = match_cells(layout, heads.split(" | "))
    assert found is not None
    assert tuple(column.fills for column in found.columns) == fills


# -- headings without numbers, a unit above a table

FORMAT = LayoutFormat(
    format_id="almby-2024",
    municipality="Almby",
    municipality_code=None,
    reads="",
    layout=Layout(
        headings=(HeadingRule(Numbering.PLAIN, 1),),
        sections=(
            SectionRule(("Viktiga händelser",), SectionRole.EVENTS),
            SectionRule(("Måluppföljning",), SectionRole.GOALS),
        ),
        tables=(named(GOALS, "Nämndmål", level=GoalLevel.BOARD_GOAL),),
    ),
    family=Family(types=(ReportType.INTERIM_1,)),
    requires=("Almby",),
    expects=(),
)
PAGE = """# Delårsrapport 1 2024

Socialnämnden, Almby kommun

# Viktiga händelser

- Mottagningen har öppnat.

## Personal

- Två chefer har slutat.

# Måluppföljning

## Stöd i tid

| Nämndmål | Bedömning | Kommentar |
|---|---|---|
| Stödet kommer i tid | Uppfyllt | Kön är kort. |

# Ekonomi

Nämnden håller sin budget.

Belopp i mnkr

| Verksamhet | Utfall | Budget | Avvikelse |
|---|---|---|---|
| Barn och unga | 12,4 | 11,9 | 0,5 |
| Totalt | 12,4 | 11,9 | 0,5 |
"""


@pytest.fixture(scope="module")
def report():
    (read,) = FORMAT.parse(open_document(PAGE.encode()))
    return read


def test_sections_open_at_headings_without_numbers(report):
    found = [(str(s.title), s.level, s.number) for s in report.sections]
    assert found == [
        ("Viktiga händelser", 1, None),
        ("Måluppföljning", 1, None),
        ("Stöd i tid", 2, None),
        ("Ekonomi", 1, None),
    ]
    assert str(report.sections[-1].text) == "Nämnden håller sin budget."
    assert report.coverage.share == 1


def test_a_smaller_heading_among_events_is_theirs(report):
    found = [(e.heading and str(e.heading), str(e.text)) for e in report.events]
    assert found == [(None, "Mottagningen har öppnat."), ("Personal", "Två chefer har slutat.")]


def test_the_title_page_is_no_section(report):
    assert str(report.title) == "Delårsrapport 1 2024"


def test_the_unit_on_the_line_above_is_the_tables(report):
    (table,) = report.budget_tables
    assert table.unit is Unit.MNKR


def test_a_number_in_a_plain_heading_is_a_part_of_its_title():
    page = PAGE.replace("# Ekonomi", "# 3 Ekonomi")
    (read,) = FORMAT.parse(open_document(page.encode()))
    assert (read.sections[-1].number, str(read.sections[-1].title)) == (None, "3 Ekonomi")
