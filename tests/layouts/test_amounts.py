"""Rows of amounts in plain text: how many columns, where each value stands, and what decides."""

from decimal import Decimal

import pytest
from pieces import LAYOUT, document, grid, lines, recovered

from ifo_followup.document import Table
from ifo_followup.layouts.arithmetic import Agreement, agreement, identities
from ifo_followup.layouts.money_heads import read_heads
from ifo_followup.layouts.recover import recover

HEAD = (
    "Nettokostnad per område Tkr Okt Helårsprognos Prognos\n"
    "Utfall Budget Avvikelse Prognos Budget Avvikelse förändring\n\n"
)
# every row adds up: outcome - budget = deviation, forecast - budget = deviation
PLAIN = (
    "Stöd till vuxna -4 809 -2 534 -2 275 -6 593 -4 086 -2 507 -121\n\n"
    "Öppna insatser -38 683 -44 160 5 477 -64 236 -66 240 2 004 1 694\n\n"
)


def money(text, head=HEAD):
    blocks, rules = recovered(head + text)
    (found,) = [block for block in blocks if isinstance(block, Table)]
    rows = {}
    for cell in found.cells:
        if cell.row >= found.header_rows:
            rows.setdefault(cell.row, {})[cell.column] = cell.text
    return {row.pop(0): [row.get(n, "") for n in range(1, 8)] for row in rows.values()}, rules


def test_signs_tell_amounts_apart():
    rows, rules = money(PLAIN)
    assert rows["Stöd till vuxna"] == [
        "-4 809", "-2 534", "-2 275", "-6 593", "-4 086", "-2 507", "-121",
    ]  # fmt: skip
    assert rules == []


def test_arithmetic_decides_where_digits_can_be_read_in_several_ways():
    rows, rules = money(PLAIN + "Mottagning 2 290 754 1 536 2 295 822 1 472 26\n")
    assert rows["Mottagning"] == [
        "2 290", "754", "1 536", "2 295", "822", "1 472", "26",
    ]  # fmt: skip
    assert "row-ambiguous" not in rules


def test_a_space_that_ends_a_name_is_no_empty_cell():
    rows, _ = money(PLAIN + "Vård av unga  -37 025 -37 707 682 -49 813 -50 226 412 796\n")
    assert rows["Vård av unga"] == [
        "-37 025", "-37 707", "682", "-49 813", "-50 226", "412", "796",
    ]  # fmt: skip


def test_spaces_at_the_end_of_all_rows_are_the_last_column_where_paragraphs_end_without():
    rows, _ = money(
        "Stöd till vuxna -80 -80   -241 -240 -1  \n"
        "Öppna insatser -60 -60   -125 -123 -2  \n"
        "Mottagning -50 -50   -154 -151 -3  \n\n"
    )
    assert rows["Öppna insatser"] == ["-60", "-60", "", "-125", "-123", "-2", ""]


def test_the_first_label_may_take_many_lines_in_a_narrow_column():
    rows, _ = money(
        "Öppna\ninsat-\nser\nför\nbarn\noch\nunga\n\n-80 -70 -10 -241 -240 -1 5\n\n"
        "Mottagning -50 -30 -20 -154 -151 -3 7\n\n"
    )
    assert list(rows) == ["Öppna insatser för barn och unga", "Mottagning"]


def test_a_row_one_value_short_is_read_where_all_that_must_add_up_does():
    # outcome - budget and forecast - budget are their deviations: the change is not printed
    rows, rules = money(PLAIN + "Mottagning 2 290 754 1 536 2 295 822 1 473\n")
    assert rows["Mottagning"] == ["2 290", "754", "1 536", "2 295", "822", "1 473", ""]
    assert rules == []
    # a value of one identity is not there: the other alone shows nothing
    rows, rules = money(PLAIN + "Mottagning 2 290 754 1 536 2 295 822 26\n")
    assert rules == ["row-ambiguous"]


def test_a_row_that_nothing_decides_gives_no_number():
    # nothing adds up, whatever the columns: 100 000 and 1 000 could stand anywhere
    rows, rules = money(PLAIN + "Mottagning 1 100 200 300 400 500 600 700 800 900\n")
    assert rules.count("row-ambiguous") == 1
    assert sum(bool(value) for value in rows["Mottagning"]) == 1
    assert rows["Mottagning"][0] == "1 100 200 300 400 500 600 700 800 900"


def test_an_undecided_row_reaches_over_the_columns():
    text = HEAD + PLAIN + "Mottagning 1 100 200 300 400 500 600 700 800 900\n"
    out, (finding,) = recover(document(lines(text)), LAYOUT)
    (found,) = [block for block in out.blocks if isinstance(block, Table)]
    assert found.cells[-1].colspan == 7
    assert finding.printed.startswith("1 100")
    assert finding.source.place.first_line == 8


def test_one_digit_out_of_place_leaves_other_rows_alone():
    rows, _ = money(PLAIN + "Mottagning 1 100 200 300 400 500 600 700 800 900\n")
    assert rows["Öppna insatser"][2] == "5 477"


def test_a_label_can_end_in_a_number():
    rows, _ = money(PLAIN + "Boende 2 -3 264 -4 254 990 -4 357 -5 700 1 343 12\n")
    assert rows["Boende 2"][:3] == ["-3 264", "-4 254", "990"]


def test_a_row_without_values_is_a_section():
    rows, _ = money("Egen regi\n\n" + PLAIN + "Köpt vård\n\n" + PLAIN.replace("Stöd", "Vård"))
    assert rows["Köpt vård"] == [""] * 7


def test_empty_cells_leave_wide_gaps():
    rows, _ = money(PLAIN + "varav bidrag 630     630     0\n")
    assert rows["varav bidrag"] == ["630", "", "", "630", "", "", "0"]


def test_one_empty_cell_leaves_one_space():
    head = "Resultatenhet, tkr Intäkt Kostnad Resultat Prognos\n\n"
    rows, rules = money(
        "Boende 1 804 -37 260 -35 456 12\n\nMottagning  -873 -873 -2 766\n\n"
        "Familjehem 55 -1 055 -1 000 3\n",
        head,
    )
    assert rows["Mottagning"][:4] == ["", "-873", "-873", "-2 766"]
    assert rules == []


def test_no_break_spaces_bind_thousands():
    rows, _ = money(PLAIN + "Jour 2\u00a0290 754 1\u00a0536 2\u00a0295 822 1\u00a0473 26\n")
    assert rows["Jour"][0] in ("2 290", "2\u00a0290")
    assert rows["Jour"][1:3] in (["754", "1 536"], ["754", "1\u00a0536"])


@pytest.mark.parametrize("sign", ["-", "\u2212", "\u2013"])
def test_every_minus_sign(sign):
    rows, _ = money(PLAIN.replace(" -", f" {sign}"))
    assert rows["Öppna insatser"][0] == f"{sign}38 683"


def test_values_with_percent_signs():
    blocks, _ = recovered("Andel per kön\n\nÅr Kvinnor Män\n\n2022 40 % 60 %\n2023 45 % 55 %\n")
    (found,) = [block for block in blocks if isinstance(block, Table)]
    texts = [cell.text for cell in found.cells]
    assert texts[-3:] == ["2023", "45 %", "55 %"]


def test_periods_over_columns():
    blocks, _ = recovered(
        "Texten före.\n\nNya ärenden T1 T2 T3\n\nVuxna 120 133 140\n\nBarn 88 91 102\n\nEfter.\n"
    )
    (found,) = [block for block in blocks if isinstance(block, Table)]
    assert [cell.text for cell in found.cells] == [
        "Nya ärenden", "T1", "T2", "T3", "Vuxna", "120", "133", "140", "Barn", "88", "91", "102",
    ]  # fmt: skip


def test_a_sentence_that_ends_in_digits_is_no_row():
    blocks, _ = recovered(
        "Verksamheten hade 120 platser 2022.\nVi hade 130 platser 2023.\nDet ökar.\n"
    )
    assert not [block for block in blocks if isinstance(block, Table)]


def rules_of(*columns):
    return identities(read_heads([column.split(" / ") for column in columns]))


def test_what_must_add_up():
    assert rules_of("Aug / Utfall", "Aug / Budget", "Aug / Avvikelse") == ((3, 1, -2),)
    assert rules_of("Intäkt", "Kostnad", "Resultat", "Prognos") == ((3, 1, 2),)
    assert rules_of("Helårsprognos / Prognos", "Fg prognos", "Prognosförändring") == ((3, 1, -2),)
    assert rules_of("Utfall", "Prognos") == ()


def test_how_well_a_row_adds_up():
    one = [Decimal(5), Decimal(3), Decimal(2)]
    assert agreement(one, [(1, 2, 3)]) == Agreement(1, Decimal(0))
    assert agreement(one, [(2, 1, -3)]) == Agreement(1, Decimal(0))
    assert agreement(one, [(1, 2, 3), (1, 2, -3)]) == Agreement(1, Decimal(-4), broken=1)
    assert agreement(one, [(1, 2, -3)]).missing == 4
    # three figures, each off by at most half a unit of the last digit
    assert agreement([Decimal(6), *one[1:]], [(1, 2, 3)]).holds == 1
    assert agreement([Decimal(7), *one[1:]], [(1, 2, 3)]).holds == 0
    tenths = [Decimal("5.1"), Decimal("3.0"), Decimal("2.0")]
    assert agreement(tenths, [(1, 2, 3)]) == Agreement(1, Decimal(-1))
    assert agreement([Decimal("5.2"), *tenths[1:]], [(1, 2, 3)]) == Agreement(0, Decimal(-2), 1)
    assert agreement([None, *one[1:]], [(1, 2, 3)]) is None
    assert agreement([None, *one], [(1, 2, 3), (2, 3, 4)]) == Agreement(1, Decimal(0))
    assert agreement(one, []) is None


def test_an_empty_cell_is_told_from_a_small_number_behind_the_name():
    # 560 - 2 is 558, which is not 560 however it was rounded
    rows, rules = money(PLAIN + "Öppna insatser vuxna 2 560 2 560   3 840 3 820 20 5\n")
    assert rows["Öppna insatser vuxna"] == ["2 560", "2 560", "", "3 840", "3 820", "20", "5"]
    assert rules == []


def test_a_corner_may_begin_with_the_word_of_a_head():
    head = (
        "Okt Helårsprognos Prognos\n\nNettokostnad \nper område, \ntkr\n\n"
        "Utfall Budget Avvikelse Prognos Budget Avvikelse förändring\n\n"
    )
    blocks, rules = recovered(f"Före.\n\n{head}{PLAIN}\nEfter.\n")
    (found,) = [block for block in blocks if isinstance(block, Table)]
    assert "Nettokostnad per område, tkr" in {cell.text for cell in found.cells}
    assert rules == []


def cases(text):
    blocks, rules = recovered(f"Texten före.\n\nNya ärenden T1 T2 T3\n\n{text}\nEfter.\n")
    (found,) = [block for block in blocks if isinstance(block, Table)]
    return {row[0]: row[1:] for row in grid(found)[1:]}, rules


def test_values_as_large_as_those_above_them():
    rows, rules = cases("Vuxna 120 133 140\n\nUnga 110 120 130\n\nBarn 120 1 130 140\n")
    assert rows["Barn"] == ["120", "1 130", "140"]
    assert rules == []


def test_where_most_rows_are_in_doubt_so_is_the_number_of_columns():
    rows, rules = cases("Vuxna 120 133 140\n\nUnga 1 110 120 130\n\nBarn 1 200 130 140\n")
    assert rows["Vuxna"] == ["120 133 140"] * 3
    assert rules == ["row-ambiguous"] * 3
    rows, rules = cases("Vuxna 120 133 140\n\nBarn 1 200 130 140\n")
    assert rows["Vuxna"] == ["120", "133", "140"]
    assert rules == ["row-ambiguous"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hyra 12 tkr\nMat 5 tkr\n", [["Hyra", "12 tkr"], ["Mat", "5 tkr"]]),
        ("Hyra 1 645\nMat 270\n", [["Hyra", "1 645"], ["Mat", "270"]]),
        # other rows show that there is one column, and so that the 2 is the label's
        ("Hyra 12\nMat 5\nEnhet 2 70\n", [["Hyra", "12"], ["Mat", "5"], ["Enhet 2", "70"]]),
        ("12 tkr\n5 tkr\n", []),  # neither heads nor labels
    ],
)
def test_tables_without_heads(text, read):
    blocks, found = recovered(f"Texten före.\n\n{text}\nEfter.\n")
    assert [row for block in blocks if isinstance(block, Table) for row in grid(block)] == read
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "Hyra 12 30\nMat 5 70\n",  # no one column of a "Hyra 12" and a "Mat 5"
        "Hyra 12 30\nMat 5 70\nSumma 117\n",
        "Hyra 12 300\nMat 5 70\n",
    ],
)
def test_columns_without_heads_are_told(text):
    blocks, found = recovered(f"Texten före.\n\n{text}\nEfter.\n")
    assert not any(isinstance(block, Table) for block in blocks)
    assert found == ["table-unread"]


def test_heads_in_small_letters_beside_each_other_are_heads_of_their_own():
    rows, rules = money(
        "Boende -61 200 -60 000 -1 200 -91 500 -90 000 -1 500\n"
        "Stöd -18 100 -18 400 300 -27 300 -27 600 300\n\n",
        "Kostnad Tkr Aug 2021 Aug 2021 Aug 2021 Helår Helår Helår\n"
        "utfall budget avvikels\ne\n\nprognos budget avvikelse\n",
    )
    assert rows["Boende"][:6] == ["-61 200", "-60 000", "-1 200", "-91 500", "-90 000", "-1 500"]
    assert rules == []


def test_heads_right_above_a_label_of_two_lines_are_no_part_of_it():
    rows, _ = money(
        "Gemensam\nförvaltning\n\n9 000 -8 750 250 27 000 -26 500 500\n"
        "Hemtjänst 41 000 -42 310 -1 310 123 000 -126 400 -3 400\n\n",
        "Äldre Tkr Apr 2021 Apr 2021 Apr 2021 Helår Årsprognos Årsprognos\nkommun-\nbidrag\n\n"
        "netto-\nkostnad\n\nresultat kommun-\nbidrag\n\nnetto-\nkostnad\n\nresultat resultat\n",
    )
    assert list(rows) == ["Gemensam förvaltning", "Hemtjänst"]
    rows, _ = money(
        "Interna\nintäkter\n\n9 000 -8 750 250\nHemtjänst 41 000 -42 310 -1 310\n\n",
        "Äldre Tkr Utfall Budget Avvikelse\n\n",
    )
    assert list(rows) == ["Interna intäkter", "Hemtjänst"]
    rows, _ = money(
        "Gemensam\nförvaltning\n\n9 000 -8 750 250\nHemtjänst 41 000 -42 310 -1 310\n\n",
        "Äldre Tkr Apr Helår Förändring\nnetto\n\nkommun-\nbidrag\n\nprognos\n",
    )
    assert list(rows) == ["Gemensam förvaltning", "Hemtjänst"]
