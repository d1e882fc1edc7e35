"""Tables of plain text whose columns stand one below the other."""

import pytest
from spaced_texts import document, rows

import ifo_followup as ifo
from ifo_followup.document import Lines, Table
from ifo_followup.generic.spaced import with_spaced_tables
from ifo_followup.model.money import Basis, Horizon
from ifo_followup.model.values import Unit

OUTCOME, BUDGET, FORECAST, DEVIATION = (
    Basis.OUTCOME, Basis.BUDGET, Basis.FORECAST, Basis.DEVIATION,
)  # fmt: skip
SO_FAR, YEAR = Horizon.YEAR_TO_DATE, Horizon.FULL_YEAR

FRONT = """Delårsrapport 2 2019
Lindby kommun

Ekonomi
Belopp i tkr
"""


def test_heads_on_several_lines_and_labels_that_go_on():
    assert rows(
        "Verksamhet                 Utfall      Budget     Avvik-",
        "                         perioden    perioden        else",
        "Öppenvård och",
        "stöd i hemmet              12 400      11 900        -500",
        "Försörjning,                2 100           -       2 100",
        "utan etablering",
        "Summa                      14 500      11 900      -2 600",
    ) == [
        ["Verksamhet", "Utfall perioden", "Budget perioden", "Avvikelse"],
        ["Öppenvård och", "", "", ""],
        ["stöd i hemmet", "12 400", "11 900", "-500"],
        ["Försörjning, utan etablering", "2 100", "-", "2 100"],
        ["Summa", "14 500", "11 900", "-2 600"],
    ]  # fmt: skip


def test_groups_of_columns_are_laid_over_them():
    report = ifo.parse(
        (
            FRONT
            + """
                          Ackumulerat                          Helår
Verksamhet        Utfall     Budget   Avvikelse     Prognos    Budget   Avvikelse

Barn              12 400     11 900        -500      19 000    17 850      -1 150
Vuxna              2 100      2 300         200       3 100     3 450         350
"""
        ).encode(),
        plugin="generic",
    )
    (table,) = report.budget_tables
    assert [(c.basis, c.horizon) for c in table.lines[0].cells] == [
        (OUTCOME, SO_FAR), (BUDGET, SO_FAR), (DEVIATION, SO_FAR),
        (FORECAST, YEAR), (BUDGET, YEAR), (DEVIATION, YEAR),
    ]  # fmt: skip
    assert [str(c.amount.value) for c in table.lines[1].cells] == [
        "2100", "2300", "200", "3100", "3450", "350",
    ]  # fmt: skip
    assert report.coverage.share == 1


def test_a_group_that_may_reach_over_other_columns_is_not_laid():
    assert (
        rows(
            "                                   Helår",
            "Verksamhet        Utfall     Budget   Avvikelse     Prognos    Budget",
            "Barn              12 400     11 900        -500      19 000    17 850",
            "Vuxna              2 100      2 300         200       3 100     3 450",
        )
        is None
    )


def test_heads_that_one_space_parts_begin_with_capitals():
    found = rows(
        "Verksamhet          Utfall april Budget april Årsbudget",
        "Barn                     12 400       11 900    17 850",
        "Vuxna                     2 100        2 300     3 450",
    )
    assert found is not None
    assert found[0] == ["Verksamhet", "Utfall april", "Budget april", "Årsbudget"]


@pytest.mark.parametrize(
    "header",
    [
        "Verksamhet          Utfall      Budget",  # a column without a head
        "",
        "Så här gick det under årets första månader för de olika verksamheterna:",
    ],
)
def test_figures_without_heads_of_their_own_are_no_table(header):
    assert (
        rows(
            header,
            "Barn                12 400      11 900        -500",
            "Vuxna                2 100       2 300         200",
        )
        is None
    )


def test_figures_that_stand_under_several_columns_are_no_table():
    assert (
        rows(
            "Verksamhet          Utfall      Budget     Avvikelse",
            "Barn                12 400      11 900          -500",
            "Vuxna                     2 100 2 300            200",
        )
        is None
    )


def test_a_column_of_colours_leaves_its_head_only():
    found = rows(
        "Indikator                    Utfall 2018    Mål 2019     Bedömning",
        "Antal avslutade ärenden              210         230",
        "Andel nöjda                         80 %           -",
    )
    assert found is not None
    assert found[0] == ["Indikator", "Utfall 2018", "Mål 2019", "Bedömning"]
    assert found[2] == ["Andel nöjda", "80 %", "-", ""]


def test_text_around_a_table_stays_and_nothing_is_lost():
    before, after = "Så här gick det i år.", "Underskottet beror på placeringar."
    found = with_spaced_tables(
        document(
            before,
            "Tkr             Utfall     Budget",
            "Barn            12 400     11 900",
            "Vuxna            2 100      2 300",
            "",
            after,
        )
    )
    assert [type(block) for block in found.blocks] == [Lines, Table, Lines]
    texts = "".join("".join(found.texts()).split())
    assert texts.startswith("".join(before.split()))
    assert texts.endswith("".join(after.split()))


def test_empty_lines_between_rows_and_a_name_over_the_first():
    assert rows(
        "Tkr             Utfall     Budget",
        "Barn och unga",
        "",
        "Utredning       12 400     11 900",
        "",
        "Placeringar,     2 100      2 300",
        "14 dagar",
    ) == [
        ["Tkr", "Utfall", "Budget"],
        ["Barn och unga", "", ""],
        ["Utredning", "12 400", "11 900"],
        ["Placeringar, 14 dagar", "2 100", "2 300"],
    ]


def test_figures_of_different_rows_that_nearly_touch_are_of_one_column():
    found = rows(
        "                         Mars 2018    Mars 2019",
        "Antal hushåll                 902          871",
        "Sjukfrånvaro, %           8,4             7,9",
    )
    assert found is not None
    assert found[1:] == [["Antal hushåll", "902", "871"], ["Sjukfrånvaro, %", "8,4", "7,9"]]


def test_lines_with_more_cells_than_any_table_has_are_left_alone():
    many = "Barn" + "  1" * 20_000
    assert rows("Tkr" + "  Utfall" * 20_000, many, many, many) is None


def test_the_line_over_a_table_names_it_and_its_unit():
    text = (
        FRONT.replace("Belopp i tkr", "")
        + """Nettokostnad per område, mnkr
Område           Utfall     Årsbudget
Barn och unga,    12,4           11,9
(öppenvård)
Vuxna              2,1            2,3
"""
    )
    (table,) = ifo.parse(text.encode(), plugin="generic").budget_tables
    assert (str(table.title), table.unit) == ("Nettokostnad per område", Unit.MNKR)
    assert [str(line.label) for line in table.lines] == ["Barn och unga, (öppenvård)", "Vuxna"]


def test_a_column_between_two_groups_may_be_of_either():
    heads = "Verksamhet        Utfall  Budget  Avvikelse   Prognos  Budget"
    figures = "Barn               1 200   1 300       -100     1 900   2 000"
    more = "Vuxna                800     700        100     1 000   1 100"
    to_the_left = "                  Ack aug                      Helår"
    assert rows(to_the_left, heads, figures, more) is None
    for groups, count in (
        ("                          Ack aug                   Helår", 3),
        ("                     Ack aug                   Helår", 2),
    ):
        found = rows(groups, heads, figures, more)
        assert found is not None
        assert found[0] == ["", *["Ack aug"] * count, *["Helår"] * (5 - count)]


def test_words_one_space_behind_a_figure_are_of_the_next_column():
    assert rows(
        "Riskbeskrivning                S      K      R                        Åtgärder",
        "Ökade kostnader för vård       4      4     16 Fler platser i egen regi",
        "Brist på personal              3      3      9 Nya annonser",
    ) == [
        ["Riskbeskrivning", "S", "K", "R", "Åtgärder"],
        ["Ökade kostnader för vård", "4", "4", "16", "Fler platser i egen regi"],
        ["Brist på personal", "3", "3", "9", "Nya annonser"],
    ]
