"""Cells in doubt: what adds up parts them, and where nothing does no number is made."""

from collections.abc import Sequence

import pytest

from ifo_followup.document import Cell, Document, Kind, Table
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.undecided import settled
from ifo_followup.model.findings import Severity
from ifo_followup.model.values import Place

HEADS = ("Tkr", "Utfall", "Budget", "Avvikelse")


def settle(
    *rows: Sequence[str], heads: Sequence[str] = HEADS, head_span: int = 1
) -> tuple[list[list[str]], Ledger]:
    """Rows of cells; "a~3" is a cell in doubt over three columns."""
    cells = []
    for n, row in enumerate((heads, *rows)):
        at = 0
        for text in row:
            text, _, span = text.partition("~")
            wide = int(span or 1)
            doubt = bool(span) and n > 0
            cells.append(
                Cell(
                    text=text, row=n, column=at, colspan=wide, place=Place(page=1), undecided=doubt
                )
            )
            at += wide
    table = Table(cells=tuple(cells), place=Place(page=1), header_rows=1)
    document = Document(name=None, sha256="", kind=Kind.PDF, reader="", blocks=(table,))
    ledger = Ledger(document)
    out = settled(table, 1, ledger)
    return [[c.text for c in out.cells if c.row == n] for n in range(out.rows)], ledger


def rules(ledger: Ledger) -> list[str]:
    return [finding.rule for finding in ledger.findings]


@pytest.mark.parametrize("sign", [1, -1])
def test_one_sign_for_a_table(sign: int) -> None:
    first = ["A", "100", "150", str(50 * sign)]
    deviation = "40 604" if sign > 0 else "-40 604"
    rows, ledger = settle(first, ["B", f"1 906 42 510 {deviation}~3"])
    assert rows[2] == ["B", "1 906", "42 510", deviation]
    assert rules(ledger) == ["row-decided"]
    assert ledger.findings[0].severity is Severity.INFO
    expected = "Budget - Utfall" if sign > 0 else "Utfall - Budget"
    assert f"Avvikelse = {expected}" in ledger.findings[0].message


def test_amounts_beside_a_cell_in_doubt_decide() -> None:
    # 1 110 - 100 = 1 010; 1 - 110 100 is another sum
    rows, ledger = settle(["A", "3", "1", "-2"], ["B", "1 110 100~2", "-1 010"])
    assert rows[2] == ["B", "1 110", "100", "-1 010"]
    assert rules(ledger) == ["row-decided"]


def test_groups_of_three_are_parted_where_the_row_adds_up() -> None:
    # "1 | 234 567 | 234 566" and "1 234 | 567 | ..." among others
    rows, ledger = settle(["A", "1", "3", "2"], ["B", "1 234 567 234 566~3"])
    assert rows[2] == ["B", "1", "234 567", "234 566"]
    assert rules(ledger) == ["row-decided"]


def test_the_other_sign_decides_nothing() -> None:
    rows, ledger = settle(["A", "100", "150", "-50"], ["B", "1 234 567 234 566~3"])
    assert rows[2] == ["B", "1 234 567 234 566"]
    assert rules(ledger) == ["row-ambiguous"]
    assert ledger.findings[0].severity is Severity.ERROR


def test_nothing_adds_up() -> None:
    rows, ledger = settle(["A", "1", "3", "2"], ["B", "12 345 678 901~3"])
    assert rows[2] == ["B", "12 345 678 901"]
    (finding,) = ledger.findings
    assert (finding.rule, finding.printed) == ("row-ambiguous", "12 345 678 901")
    assert "12 | 345 | 678 901" in finding.message


def test_two_ways_add_up() -> None:
    # 1 + 1 001 000 = 1 001 001 and 1 001 + 0 ... : one way only is not enough to be sure of here
    rows, ledger = settle(
        ["A", "2 002 002 000~2"], ["Summa", "2", "2 002"], heads=("Tkr", "Utfall", "Budget")
    )
    assert rows[1] == ["A", "2 002 002 000"]
    assert rules(ledger) == ["row-ambiguous"]


def test_a_sum_of_rows() -> None:
    rows, ledger = settle(
        ["A", "10", "1 000"],
        ["B", "12 345 678~2"],
        ["Summa", "22", "346 678"],
        heads=("Tkr", "Bokslut 2019", "Bokslut 2020"),
    )
    assert rows[2] == ["B", "12", "345 678"]
    assert "'Summa'" in ledger.findings[0].message


def test_the_sum_itself() -> None:
    rows, _ = settle(
        ["A", "10", "345 000"], ["B", "2", "678"], ["Summa", "12 345 678~2"],
        heads=("Antal", "Män", "Kvinnor"),
    )  # fmt: skip
    assert rows[3] == ["Summa", "12", "345 678"]


def test_a_column_of_sums() -> None:
    rows, ledger = settle(["A", "1 200 801 201 001~3"], heads=("Antal", "Män", "Kvinnor", "Totalt"))
    assert rows[1] == ["A", "1 200 801 201 001"]
    rows, ledger = settle(["A", "200 801 1 001~3"], heads=("Antal", "Män", "Kvinnor", "Totalt"))
    assert rows[1] == ["A", "200", "801", "1 001"]
    assert "Totalt = Män + Kvinnor" in ledger.findings[0].message


def test_figures_that_can_be_nothing_else() -> None:
    rows, ledger = settle(["A", "20 869 -81 500~2"], heads=("Tkr", "Intäkt", "Kostnad"))
    assert rows[1] == ["A", "20 869", "-81 500"]
    assert rules(ledger) == ["row-decided"]


def test_the_label_stands_too_near_as_well() -> None:
    rows, ledger = settle(["A", "1", "3", "2"], ["Enhet 2 1 804 1 906 102~4"])
    assert rows[2] == ["Enhet 2", "1 804", "1 906", "102"]
    assert ledger.findings[0].source is not None
    assert ledger.findings[0].source.row == "Enhet 2"


def test_a_long_label_is_left_alone() -> None:
    rows, ledger = settle(["A", "1", "3", "2"], ["Insatser för barn 2018~4"])
    assert rows[2] == ["Insatser för barn 2018"]
    assert not ledger.findings


def test_heads_too_near_to_each_other() -> None:
    rows, _ = settle(["A", "1", "3", "2"], heads=("Tkr", "Utfall", "BudgetAvvikelse~2"))
    assert rows[0] == list(HEADS)


def test_a_column_for_every_head() -> None:
    rows, ledger = settle(
        ["A", "19 716 697"], ["B", "64 1 -63"], heads=("Tkr UtfallBudget Avvikelse~2",)
    )
    assert rows == [list(HEADS), ["A", "19", "716", "697"], ["B", "64", "1", "-63"]]
    assert rules(ledger) == ["row-decided", "row-decided"]


def test_heads_over_one_another_are_heads_of_one_column() -> None:
    heads = ("Tkr", "Utfall", "Budget", "Avvikelse", "Helårsprognos\n\nPrognos avvikelse")
    rows, ledger = settle(["A", "1 200", "1 300", "100", "35 168"], heads=heads)
    assert rows[1] == ["A", "1 200", "1 300", "100", "35 168"]
    assert not ledger.findings


def test_a_sum_of_other_columns_proves_nothing() -> None:
    heads = ("Tkr", "Utfall", "Budget", "Avvikelse", "Prognos", "Bokslut 2019")
    rows, ledger = settle(["A", "1 200", "1 300", "100", "35 168~2"], heads=heads)
    assert rows[1] == ["A", "1 200", "1 300", "100", "35 168"]
    assert rules(ledger) == ["row-ambiguous"]


def test_a_table_without_doubt_is_the_same_table() -> None:
    cell = Cell(text="A", row=0, column=0, place=Place())
    table = Table(cells=(cell,), place=Place())
    document = Document(name=None, sha256="", kind=Kind.PDF, reader="", blocks=(table,))
    assert settled(table, 1, Ledger(document)) is table


def test_figures_that_can_be_nothing_else_though_the_table_has_the_other_sign() -> None:
    rows, ledger = settle(["A", "100", "150", "-50"], ["B", "10 15 5~3"])
    assert rows[2] == ["B", "10", "15", "5"]
    assert rules(ledger) == ["row-decided"]
    assert "Avvikelse = Budget - Utfall" in ledger.findings[0].message
    rows, ledger = settle(["A", "100", "150", "50"], ["B", "10 15 -5~3"])
    assert rows[2] == ["B", "10", "15", "-5"]
    assert "Avvikelse = Utfall - Budget" in ledger.findings[0].message


def test_figures_that_can_be_nothing_else_but_do_not_add_up() -> None:
    rows, ledger = settle(["A", "100", "150", "50"], ["B", "10 15 90~3"])
    assert rows[2] == ["B", "10 15 90"]
    assert rules(ledger) == ["row-ambiguous"]


def test_only_a_sums_word_makes_a_column_of_sums() -> None:
    rows, ledger = settle(["A", "200 801 1 001~3"], heads=("Antal", "Män", "Kvinnor", "Barn"))
    assert rows[1] == ["A", "200 801 1 001"]
    assert rules(ledger) == ["row-ambiguous"]


def test_a_sum_holds_the_columns_since_the_sum_before() -> None:
    heads = ("Antal", "Män", "Kvinnor", "Totalt", "Barn", "Unga", "Totalt")
    rows, _ = settle(["A", "200 801 1 001 300 802 1 102~6"], heads=heads)
    assert rows[1] == ["A", "200", "801", "1 001", "300", "802", "1 102"]


def test_a_sum_of_one_column_says_nothing() -> None:
    rows, _ = settle(["A", "200 200 200 200~2"], heads=("Antal", "Män", "Totalt"))
    assert rows[1] == ["A", "200 200 200 200"]


def test_two_stretches_in_doubt_are_left_alone() -> None:
    rows, ledger = settle(
        ["A", "1 2~2", "3 4~2"], heads=("Tkr", "Utfall", "Budget", "Intäkt", "Kostnad")
    )
    assert rows[1] == ["A", "1 2", "3 4"]
    assert rules(ledger) == ["row-ambiguous"]


def test_a_sum_decides_where_a_row_has_an_empty_cell() -> None:
    rows, _ = settle(
        ["A", "10", ""], ["B", "12 345 678~2"], ["Summa", "22", "345 678"],
        heads=("Tkr", "Bokslut 2019", "Bokslut 2020"),
    )  # fmt: skip
    assert rows[2] == ["B", "12", "345 678"]


def test_no_amount_begins_with_nought() -> None:
    rows, ledger = settle(["A", "45 045 0~3"])
    assert rows[1] == ["A", "45 045 0"]
    assert rules(ledger) == ["row-ambiguous"]


def test_figures_that_could_be_fewer_are_left_alone() -> None:
    rows, ledger = settle(["A", "1 234 567~3"], heads=("Antal", "Män", "Kvinnor", "Barn"))
    assert rows[1] == ["A", "1 234 567"]
    assert rules(ledger) == ["row-ambiguous"]


def test_a_cell_in_doubt_over_two_rows_is_told_of_once() -> None:
    texts = [("Tkr", 0, 0), ("Utfall", 0, 1), ("Budget", 0, 2), ("A", 1, 0), ("B", 2, 0)]
    cells = [Cell(text=t, row=r, column=c, place=Place(page=1)) for t, r, c in texts]
    tall = Cell(
        text="1 2", row=1, column=1, rowspan=2, colspan=2, place=Place(page=1), undecided=True
    )
    table = Table(cells=(*cells, tall), place=Place(page=1), header_rows=1)
    ledger = Ledger(Document(name=None, sha256="", kind=Kind.PDF, reader="", blocks=(table,)))
    settled(table, 1, ledger)
    assert len(ledger.findings) == 1
