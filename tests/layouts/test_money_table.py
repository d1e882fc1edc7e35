"""Money tables that came as cells: lines, sections, roles, units and amounts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pieces import draft_of, rules, table, text

from ifo_followup.layouts.money_table import is_money, names_of, read_money
from ifo_followup.model.money import LineRole, MoneyQuantity
from ifo_followup.model.values import Missing, Unit

HEAD = ("Utfall per enhet, tkr | Aug | > | > | Prognos helår", "| Utfall | Budget | Avvikelse |")


def read(*rows, caption=None, draft=None, header_rows=2):
    found = table(*rows, header_rows=header_rows)
    draft = draft or draft_of(found)
    read_money(found, draft, 1, caption)
    return draft


def one(*rows, **options):
    (found,) = read(*rows, **options).budget_tables
    return found


def lines_of(found):
    return [(line.label.text, line.section.text if line.section else None) for line in found.lines]


def test_cells_have_quantity_basis_horizon_and_unit():
    found = one(*HEAD, "Mottagning | -1 200 | -1 000 | -200 | -1 800")
    cells = found.lines[0].cells
    assert [(c.basis.value, c.horizon.value, c.amount.value) for c in cells] == [
        ("outcome", "year_to_date", -1200),
        ("budget", "year_to_date", -1000),
        ("deviation", "year_to_date", -200),
        ("forecast", "full_year", -1800),
    ]
    assert {c.quantity for c in cells} == {MoneyQuantity.AMOUNT}
    assert {c.amount.unit for c in cells} == {Unit.TKR}
    assert (found.title.text, found.unit, found.number) == ("Utfall per enhet", Unit.TKR, 1)


def test_amounts_keep_their_decimals_and_minus_signs():
    found = one("Enhet, mnkr | Utfall | Budget", "A | \u22121,25 | 0,5", "B | 2\u00a0000 | -")
    assert [c.amount.value for c in found.lines[0].cells] == [Decimal("-1.25"), Decimal("0.5")]
    assert found.lines[0].cells[0].amount.decimals == 2
    assert found.lines[1].cells[0].amount.value == 2000
    assert found.lines[1].cells[0].amount.unit is Unit.MNKR


def test_what_is_missing_is_no_zero():
    (line,) = one("Enhet, tkr | Utfall | Budget | Avvikelse | Prognos", "A | | - | 0 | ca 3").lines
    amounts = [c.amount for c in line.cells]
    assert [a.missing for a in amounts] == [Missing.BLANK, Missing.DASH, None, Missing.UNREADABLE]
    assert [a.value for a in amounts] == [None, None, 0, None]


def test_an_amount_that_is_none_is_a_finding():
    draft = read("Enhet, tkr | Utfall | Budget", "A | ca 3 | 4")
    assert rules(draft.ledger.findings) == ["unread-value"]
    assert draft.ledger.findings[0].source.row == "A"


def test_rows_without_amounts_open_sections():
    found = one(
        *HEAD,
        "Egen regi | | | |",
        "Mottagning | 1 | 1 | 0 | 2",
        "Köpt vård | | | |",
        "Familjehem | 3 | 2 | 1 | 4",
    )
    assert lines_of(found) == [("Mottagning", "Egen regi"), ("Familjehem", "Köpt vård")]


def test_costs_head_a_group_only_where_no_section_is_open():
    rows = ["Kostnader | | | |", "Löner | 1 | 1 | 0 | 2", "Summa kostnader | 1 | 1 | 0 | 2"]
    plain = one(*HEAD, *rows, "Resultat | 1 | 1 | 0 | 2")
    assert lines_of(plain) == [
        ("Löner", "Kostnader"),
        ("Summa kostnader", "Kostnader"),
        ("Resultat", None),
    ]
    inside = one(*HEAD, "Egen regi | | | |", *rows)
    assert lines_of(inside)[0] == ("Löner", "Egen regi")


def test_roles_of_lines():
    found = one(
        *HEAD,
        "Löner | 1 | 1 | 0 | 2",
        "varav vikarier | 1 | 1 | 0 | 2",
        "Summa egen regi | 1 | 1 | 0 | 2",
        "Hyror | 1 | 1 | 0 | 2",
        "Totalt nämnden | 1 | 1 | 0 | 2",
    )
    assert [line.role for line in found.lines] == [
        LineRole.ITEM,
        LineRole.OF_WHICH,
        LineRole.SUBTOTAL,
        LineRole.ITEM,
        LineRole.TOTAL,
    ]


def test_the_title_names_the_quantity_where_heads_do_not():
    found = one("Nettokostnad per enhet, tkr | Utfall | Budget", "A | 1 | 2", "B | 3 | 4")
    assert {c.quantity for line in found.lines for c in line.cells} == {MoneyQuantity.NET_COST}


def test_the_caption_is_the_title_where_the_corner_says_nothing():
    found = one("Enhet, tkr | Utfall | Budget", "A | 1 | 2", caption=text("Kostnader (IFO)"))
    assert found.unit is Unit.TKR
    assert one("Enhet | Utfall | Budget", "A | 1 | 2", caption=text("Stöd")).title.text == "Stöd"


def test_the_unit_of_the_table_before_is_taken_and_said():
    draft = read("Enhet, tkr | Utfall | Budget", "A | 1 | 2")
    read("Enhet | Utfall | Budget", "B | 3 | 4", draft=draft)
    assert [t.unit for t in draft.budget_tables] == [Unit.TKR, Unit.TKR]
    assert rules(draft.ledger.findings) == ["unit-inherited"]


def test_a_column_that_nobody_knows_is_a_finding():
    draft = read("Enhet, tkr | Utfall | Ansvarig | Budget", "A | 1 | Kim | 2")
    assert rules(draft.ledger.findings) == ["cell-unread"]
    assert [c.amount.value for c in draft.budget_tables[0].lines[0].cells] == [1, 2]


def test_amounts_without_a_label_are_a_finding():
    draft = read("Enhet, tkr | Utfall | Budget", "A | 1 | 2", "| 3 | 4")
    assert rules(draft.ledger.findings) == ["row-unread"]
    assert len(draft.budget_tables[0].lines) == 1


def test_a_money_table_without_amounts_is_a_finding():
    draft = read("Stöd, tkr | Utfall | Budget", "A | | ")
    assert draft.budget_tables == []
    (finding,) = draft.ledger.findings
    assert (finding.rule, finding.source.text) == ("table-unread", "Stöd, tkr")


def test_every_piece_of_a_money_table_is_claimed():
    found = table(*HEAD, "Egen regi | | | |", "A | 1 | 2 | -1 | 5", header_rows=2)
    draft = draft_of(found)
    read_money(found, draft, 1, None)
    assert draft.ledger.coverage().unclaimed == 0


@pytest.mark.parametrize(
    ("rows", "money"),
    [
        (("Enhet, tkr | Utfall | Budget", "A | 1 | 2"), True),
        (("Enhet | Utfall | Budget", "A | 1 | 2"), True),
        (("Indikator | 2022 | 2023", "Antal besök | 1 | 2"), False),
        (("År | Kvinnor | Män", "2022 | 1 | 2"), False),
        (("1 | 2", "3 | 4"), False),
    ],
)
def test_what_is_a_money_table(rows, money):
    assert is_money(table(*rows)) is money


def test_names_of_a_money_table():
    assert "utfallperenhet" in names_of(table(*HEAD, header_rows=2))


row_texts = st.tuples(
    st.sampled_from(["Löner", "Hyror", "varav el", "Summa drift", "Köp", "Kostnader", "Intäkter"]),
    *(st.one_of(st.integers(-9999, 9999).map(str), st.sampled_from(["", "-", "?"])),) * 2,
).map(" | ".join)


@given(st.lists(row_texts, max_size=8), st.randoms(use_true_random=False))
def test_flipping_rows_never_raises_and_keeps_the_amounts(rows, random):
    def amounts(each):
        return sorted(
            (line.label.text, *(str(cell.amount.value) for cell in line.cells))
            for found in read("Enhet, tkr | Utfall | Budget", *each).budget_tables
            for line in found.lines
        )

    flipped = rows[:]
    random.shuffle(flipped)
    # the first row shows where the header ends
    assert amounts(["Fast | 1 | 1", *flipped]) == amounts(["Fast | 1 | 1", *rows])


@given(st.lists(row_texts, min_size=1, max_size=5))
def test_a_doubled_section_keeps_its_rows_twice(rows):
    head = ("Enhet, tkr | Utfall | Budget", "Fast | 1 | 1", "Egen regi | |")
    once = one(*head, *rows)
    twice = one(*head, *rows, "Köpt vård | |", *rows)
    labels = [line.label.text for line in once.lines]
    assert [line.label.text for line in twice.lines] == [*labels, *labels[1:]]


def test_a_first_row_that_only_names_the_unit_is_the_title():
    found = one("Enhet | Utfall | Budget", "Stöd, tkr | | ", "A | 1 | 2", "B | 3 | 4")
    assert (found.title.text, found.unit) == ("Stöd", Unit.TKR)
    assert lines_of(found) == [("A", None), ("B", None)]
    # with amounts behind it, it is a line, wherever it stands
    found = one("Enhet | Utfall | Budget", "Stöd i tkr | 1 | 2", "A | 3 | 4")
    assert len(found.lines) == 2
    # without a unit it opens a section
    found = one("Enhet, tkr | Utfall | Budget", "Stöd | | ", "A | 1 | 2")
    assert lines_of(found) == [("A", "Stöd")]


def test_the_corner_with_the_unit_names_the_table():
    found = one("Stöd, tkr | Aug | >", "Ansvar | Utfall | Budget", "A | 1 | 2", header_rows=2)
    assert (found.title.text, found.unit) == ("Stöd", Unit.TKR)
    found = one("Stöd | Aug | >", "Boende | Utfall, tkr | Budget", "A | 1 | 2", header_rows=2)
    assert (found.title.text, found.unit) == ("Boende", Unit.TKR)


def test_the_last_of_the_sums_is_the_total():
    found = one("Enhet, tkr | Utfall | Budget", "A | 1 | 2", "Summa | 1 | 2", "B | 1 | 2")
    assert [line.role for line in found.lines] == [LineRole.ITEM, LineRole.TOTAL, LineRole.ITEM]
    found = one("Enhet, tkr | Utfall | Budget", "A | 1 | 2", "B | 1 | 2")
    assert [line.role for line in found.lines] == [LineRole.ITEM, LineRole.ITEM]


def test_amounts_over_several_columns_are_no_number():
    draft = read("Enhet, tkr | Utfall | Budget | Avvikelse", "A | 1 2 | > | 3", "B | 1 | 2 | 3")
    assert rules(draft.ledger.findings) == ["cell-unread"]
    cells = draft.budget_tables[0].lines[0].cells
    assert [(c.basis.value, c.amount.value) for c in cells] == [("deviation", 3)]


def test_an_amount_keeps_its_own_unit_and_loses_its_footnote():
    found = one("Enhet, tkr | Utfall | Budget", "A | 1,2 mnkr | 3*", "B | 4 st | 5")
    first, second = found.lines[0].cells
    assert (first.amount.value, first.amount.unit) == (Decimal("1.2"), Unit.MNKR)
    assert (second.amount.value, second.amount.unit) == (3, Unit.TKR)


def test_a_head_over_several_columns_that_means_each_of_them_means_none():
    draft = read("Enhet, tkr | Utfall Budget | > | Avvikelse", "A | 1 | 2 | 3", header_rows=1)
    (line,) = draft.budget_tables[0].lines
    assert [(c.basis.value, c.amount.value) for c in line.cells] == [("deviation", 3)]
    assert rules(draft.ledger.findings) == ["cell-unread", "cell-unread"]
    # one head over several columns, or two over one, is read as it stands
    draft = read("Enhet, tkr | Utfall Budget | Avvikelse", "A | 1 | 3", header_rows=1)
    assert len(draft.budget_tables[0].lines[0].cells) == 2


def test_a_column_of_another_year_is_no_amount_of_this_one():
    heads = "Enhet, tkr | Utfall 2024 | Budget 2024 | Utfall 2023 | Budget 2025"
    draft = read(heads, "A | -5 | -4 | -3 | -2", header_rows=1)
    (line,) = draft.budget_tables[0].lines
    assert [(c.basis.value, c.amount.value) for c in line.cells] == [
        ("outcome", -5),
        ("budget", -4),
    ]
    assert rules(draft.ledger.findings) == ["cell-unread", "cell-unread"]


def test_columns_that_are_all_of_another_year_are_read():
    found = one("Enhet, tkr | Utfall 2023 | Budget 2023", "A | -5 | -4", header_rows=1)
    assert [c.amount.value for c in found.lines[0].cells] == [-5, -4]
