"""Every other table: its filled cells with the labels of row and column."""

import pytest
from pieces import draft_of, rules, table, text

from ifo_followup.layouts.grids import header_depth, is_value, label_column
from ifo_followup.layouts.statistics_table import is_caption, read_statistics, title_of
from ifo_followup.model.values import Missing, Unit


def read(*rows, header_rows=1, caption=None):
    found = table(*rows, header_rows=header_rows)
    draft = draft_of(found)
    read_statistics(found, draft, 1, caption)
    return draft


def cells(draft):
    return [(c.row, c.column, c.number.value) for c in draft.statistics[0].cells]


def test_each_filled_cell_is_a_value():
    draft = read("Ärenden | T1 | T2", "Vuxna | 12 | 15", "Barn | | 1 020")
    assert cells(draft) == [("Vuxna", "T1", 12), ("Vuxna", "T2", 15), ("Barn", "T2", 1020)]
    assert draft.statistics[0].title.text == "Ärenden"
    assert draft.ledger.coverage().unclaimed == 0


def test_two_header_rows_are_joined():
    draft = read("Ärenden | 2022 | > | 2023", "| Kvinnor | Män | Totalt", "Vuxna | 1 | 2 | 3",
                 header_rows=2)  # fmt: skip
    assert [c.column for c in draft.statistics[0].cells] == [
        "2022 Kvinnor",
        "2022 Män",
        "2023 Totalt",
    ]


def test_the_caption_is_the_title():
    draft = read("År | T1", "2022 | 12", "2023 | 15", caption=text("Anmälningar"))
    assert draft.statistics[0].title.text == "Anmälningar"
    assert read("År | T1", "Vuxna | 12", "Barn | 15").statistics[0].title is None


def test_units_come_from_the_cell_the_column_or_the_row():
    draft = read("Mått | Andel (%) | Belopp, tkr", "Vuxna | 12 | 5", "Barn | 7 % | 6")
    assert [c.number.unit for c in draft.statistics[0].cells] == [
        Unit.PERCENT, Unit.TKR, Unit.PERCENT, Unit.TKR,
    ]  # fmt: skip


def test_text_is_kept_without_a_number_and_said():
    draft = read("Mått | 2022", "Vuxna | 12", "Barn | se bilaga")
    last = draft.statistics[0].cells[-1].number
    assert (last.value, last.missing, last.source.text) == (None, Missing.UNREADABLE, "se bilaga")
    assert rules(draft.ledger.findings) == ["unread-value"]


def test_a_column_of_icons_is_left_out_and_said():
    draft = read("Mått | 2022 |", "Vuxna | 12 | x", "Barn | 7 | y")
    assert [c.column for c in draft.statistics[0].cells] == ["2022", "2022"]
    assert rules(draft.ledger.findings) == ["icons-left-out"]
    assert draft.ledger.findings[0].source.text == "x"


def test_icons_may_stand_beside_the_labels():
    draft = read("Mått | | 2022", "Vuxna | x | 12", "Barn | y | 7")
    assert [c.column for c in draft.statistics[0].cells] == ["2022", "2022"]
    assert rules(draft.ledger.findings) == ["icons-left-out"]


def test_a_table_without_values_is_a_finding():
    draft = read("Mått | 2022", "Vuxna | -")
    assert draft.statistics == []
    assert rules(draft.ledger.findings) == ["table-unread"]


def test_captions():
    assert title_of("Tabell 3: Antal anmälningar") == "Antal anmälningar"
    assert is_caption("Diagram 2. Kostnader")
    assert not is_caption("Tabellen visar antalet")


@pytest.mark.parametrize("value", ["12", "-1 200", "45 %", "3/8", "42 % (28 % 2020)", "0,5"])
def test_values(value):
    assert is_value(value)


@pytest.mark.parametrize("head", ["2022", "Apr 2018", "T1", "", "-", "Vuxna 18 år"])
def test_heads_are_no_values(head):
    assert not is_value(head)


def test_the_header_ends_before_the_first_value_or_section():
    def depth(*rows, header_rows=0):
        found = table(*rows, header_rows=header_rows)
        return header_depth(found, found.grid())

    assert depth("A | 2022 | 2023", "x | 1 | 2") == 1
    assert depth("A | 2022 | >", "| Mål | Utfall", "x | 1 | 2") == 2
    assert depth("A | Utfall | Budget", "Egen regi | |", "x | 1 | 2") == 1
    assert depth("1 | 2 | 3") == 0
    assert depth("A | B", "C | D", header_rows=1) == 1


def test_a_first_column_of_values_has_no_labels():
    assert label_column(table("A | B", "Vuxna | 1", "Barn | 2").grid(), 1)
    assert not label_column(table("A | B", "3 | 1", "4 | 2").grid(), 1)
