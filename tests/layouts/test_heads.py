import pytest
from pieces import INDICATORS

from ifo_followup.layouts.declare import CellKind, Column, TableLayout, TableRole
from ifo_followup.layouts.heads import is_head, match_cells, match_words
from ifo_followup.swedish.text import squash


def column(*heads: str, optional: bool = False, repeats: bool = False) -> Column:
    return Column(heads, CellKind.LABEL, "x", optional=optional, repeats=repeats)


def layout(*columns: Column) -> TableLayout:
    return TableLayout(role=TableRole.GOAL, columns=columns)


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("Bedömning", "BEDÖM-\nNING"),
        ("Bedömning", "Bedöm ning"),
        ("Mål {year}", "Mål 2031"),
        ("Prognos {date}", "Prognos 2019-04-\n30"),
        ("Utfall {month}", "Utfall augusti"),
        ("Politisk prioritering {words}", "Politisk prioritering ur årets budget"),
        ("Politisk prioritering {words}", "Politisk prioritering"),
        ("{number}: {words}", "3: Vård och stöd"),
        ("Avdelningens/Enhetens mål", "Avdel-\nningens/ Enhetens mål"),
    ],
)
def test_a_head_is_known_however_a_cell_breaks_it(head, printed):
    assert is_head(column(head), squash(printed))


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("Mål {year}", "Mål 31"),
        ("Mål {year}", "Mål 2031 ny"),
        ("Prognos {date}", "Prognos 2019-77-30"),
        ("Bedömning", "Bedömningar"),
        ("Utfall {month}", "Utfall tertial"),
    ],
)
def test_other_words_are_no_head(head, printed):
    assert not is_head(column(head), squash(printed))


def fills(match):
    return [found.fills if found else None for found in match.columns]


def test_cells_match_columns_in_order():
    heads = ["Indikator", "Utfall 2021", "Utfall 2022", "Mål", "Bedömning"]
    match = match_cells(INDICATORS, heads)
    assert fills(match) == ["name", "outcome", "outcome", "target", "assessment"]
    assert match.unknown == 0


def test_optional_columns_stand_where_they_are_declared():
    heads = ["Indikator", "Utfall 2021", "Prognos 2022-08-31", "Mål 2022", "Bedömning", "Trend"]
    assert fills(match_cells(INDICATORS, heads))[2:] == [
        "forecast",
        "target",
        "assessment",
        "trend",
    ]


def test_a_required_column_must_be_there():
    assert match_cells(INDICATORS, ["Indikator", "Mål", "Bedömning"]) is None
    assert match_cells(INDICATORS, ["Indikator", "Utfall 2021", "Mål"]) is None


def test_a_new_column_does_not_hide_a_known_table():
    heads = ["Indikator", "Utfall 2021", "Ansvarig", "Mål", "Bedömning"]
    match = match_cells(INDICATORS, heads)
    assert fills(match) == ["name", "outcome", None, "target", "assessment"]
    assert match.unknown == 1


def test_too_many_new_columns_are_another_table():
    known = layout(column("Namn"), column("Status"))
    assert match_cells(known, ["Namn", "Ett", "Två", "Status"]) is None
    assert match_cells(known, ["Rubrik", "Namn", "Status"]) is None


def test_words_match_heads_one_after_another():
    columns = INDICATORS.columns
    run = squash("Indikator Utfall 2021 Utfall 2022 Mål Bedömning Trygghet 80 %")
    found = match_words(columns, run)
    assert [run[start:end] for _, start, end in found] == [
        "indikator",
        "utfall2021",
        "utfall2022",
        "mål",
        "bedömning",
    ]


def test_the_longer_head_is_taken():
    run = squash("Indikator Utfall 2021 Mål 2022 Bedömning")
    found = match_words(INDICATORS.columns, run)
    assert run[found[2][1] : found[2][2]] == "mål2022"


def test_free_words_end_where_the_next_head_begins():
    columns = (column("Risker {words}"), column("Sannolikhet"))
    run = squash("Risker för nämnden i år Sannolikhet Ökad volym Låg")
    (_, _, end), (_, start, last) = match_words(columns, run)
    assert run[:end] == squash("Risker för nämnden i år")
    assert run[start:last] == "sannolikhet"


def test_words_that_lack_a_head_are_no_header():
    assert match_words(INDICATORS.columns, squash("Indikator Mål Bedömning")) is None
    assert match_words(INDICATORS.columns, squash("Av Indikator Utfall 2021 Mål Bedömning")) is None


def test_columns_without_a_head_are_passed_over_in_words():
    columns = (Column(("",), CellKind.LIGHT, "light", optional=True), column("Namn"), column("Mål"))
    found = match_words(columns, "namnmål80")
    assert [each[0].heads for each in found] == [("Namn",), ("Mål",)]


def test_the_last_head_takes_its_year_along():
    columns = (column("Namn"), column("Mål", "Mål {year}"))
    found = match_words(columns, squash("Namn Mål 2031 Trygghet"))
    assert found[1][2] == len("namnmål2031")


def test_free_words_end_at_the_head_behind_one_that_is_left_out():
    columns = (column("Mål {words}"), column("Trend", optional=True), column("Status"))
    found = match_words(columns, squash("Mål för barn Status"))
    assert found is not None
    assert [(each[0], each[2]) for each in found] == [(columns[0], 10), (columns[2], 16)]
    # but not at one behind a head that must be there
    columns = (column("Mål {words}"), column("Trend"), column("Status"))
    assert match_words(columns, squash("Mål för barn Status")) is None
