"""Money tables: what contradicts itself is found, what is only rounded is not."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tables_of_money import (
    BUDGET,
    COST,
    DEVIATION,
    FROM_PLAN,
    OUTCOME,
    PLAN,
    RESULT,
    REVENUE,
    report,
    rules,
    table,
    text,
)

from ifo_followup.checks import check_report
from ifo_followup.checks.intervals import Interval, interval_of
from ifo_followup.model.money import LineRole
from ifo_followup.model.narrative import Section
from ifo_followup.model.values import Place, Source, Text, Unit

THREE = (OUTCOME, BUDGET, DEVIATION)


def found(*tables, **more):
    return check_report(report(*tables, **more))


def test_a_table_that_adds_up_is_silent():
    made = table(
        THREE,
        ("Barn", "item", "-10 400", "-10 000", "-400"),
        ("Vuxna", "item", "-5 100", "-5 300", "200"),
        ("Summa", "total", "-15 500", "-15 300", "-200"),
    )
    assert found(made) == ()


def test_rounding_is_no_contradiction():
    # 0,4 + 0,4 + 0,4 is printed 0 + 0 + 0 and 1
    made = table(
        (OUTCOME,),
        ("A", "item", "10"),
        ("B", "item", "20"),
        ("C", "item", "30"),
        ("Summa", "total", "62"),
    )
    assert found(made) == ()
    worse = table(
        (OUTCOME,),
        ("A", "item", "10"),
        ("B", "item", "20"),
        ("C", "item", "30"),
        ("Summa", "total", "63"),
    )
    assert rules(found(worse)) == ["total-unexplained"]


def test_a_wrong_deviation_is_named_with_its_mend():
    made = table(
        THREE,
        ("Barn", "item", "-10 400", "-10 000", "-400"),
        ("Vuxna", "item", "-5 100", "-5 300", "-200"),
        ("Stöd", "item", "-1 100", "-1 000", "-100"),
    )
    (finding,) = found(made)
    assert finding.rule == "row-sum"
    assert finding.printed == "-200"
    assert '"Vuxna"' in finding.message
    assert "(-200 > 200?)" in finding.message
    assert "tryckt" in finding.swedish


def test_deviations_may_be_budget_minus_outcome():
    made = table(
        THREE,
        ("Barn", "item", "10 400", "10 000", "-400"),
        ("Vuxna", "item", "5 100", "5 300", "200"),
    )
    assert found(made) == ()


def test_costs_may_be_printed_without_a_minus():
    made = table(
        (REVENUE, COST, RESULT),
        ("Barn", "item", "400", "1 000", "-600"),
        ("Vuxna", "item", "700", "500", "200"),
    )
    assert found(made) == ()


def test_the_cell_that_is_wrong_twice_is_the_one_to_mend():
    made = table(
        THREE,
        ("Barn", "item", "-10 900", "-10 000", "-400"),
        ("Vuxna", "item", "-5 100", "-5 300", "200"),
        ("Summa", "total", "-15 500", "-15 300", "-200"),
    )
    row, total = found(made)
    assert (row.rule, total.rule) == ("row-sum", "total-sum")
    assert "(utfall hittills -10 900 > -10 400?)" in row.message
    assert '("Barn" -10 900 > -10 400?)' in total.message


def test_where_two_differences_cross_is_the_one_to_mend():
    made = table(
        (REVENUE, COST, RESULT, PLAN, FROM_PLAN),
        ("Barn", "item", "400", "-1 000", "-500", "-700", "100"),
        ("Vuxna", "item", "700", "-500", "200", "100", "100"),
    )
    result, deviation = found(made)
    assert (result.rule, deviation.rule) == ("row-sum", "row-sum")
    assert "(-500 > -600?)" in result.message
    assert "(utfall resultat hittills -500 > -600?)" in deviation.message


def test_where_only_a_sum_is_broken_the_lines_that_one_slip_explains_are_named():
    made = table(
        (OUTCOME, BUDGET),
        ("Barn", "item", "-10 400", "-10 000"),
        ("Vuxna", "item", "5 100", "-5 300"),
        ("Stöd", "item", "-1 100", "-1 000"),
        ("Summa", "total", "-16 600", "-16 300"),
    )
    (finding,) = found(made)
    assert finding.rule == "total-sum"
    assert finding.message.endswith('("Vuxna" 5 100 > -5 100?)')


def test_a_figure_of_another_unit_is_named():
    made = table(
        (OUTCOME, BUDGET),
        ("Barn", "item", "-10 400", "-10 000"),
        ("Vuxna", "item", "-5 100 000", "-5 300"),
        ("Summa", "total", "-15 500", "-15 300"),
    )
    (finding,) = found(made)
    assert finding.message.endswith('("Vuxna" -5 100 000 > -5 100?)')


def test_what_is_as_large_as_the_error_is_not_taken_for_a_thousandfold():
    made = table(
        (OUTCOME, BUDGET),
        ("Barn", "item", "-11 000", "-10 000"),
        ("Vuxna", "item", "-599", "-600"),
        ("Stöd", "item", "0", "-5"),
        ("Summa", "total", "-11 000", "-10 605"),
    )
    (finding,) = found(made)
    assert "-599 > -1" not in finding.message


def test_a_first_digit_may_be_lost():
    made = table(
        (OUTCOME, BUDGET),
        ("Barn", "item", "-400", "-10 000"),
        ("Vuxna", "item", "0", "-5"),
        ("Summa", "total", "-8 400", "-10 005"),
    )
    (finding,) = found(made)
    assert finding.message.endswith('("Barn" -400 > -8 400?; -8 400 > -400?)')


def test_nothing_may_have_been_of_either_sign():
    made = table(
        (OUTCOME, BUDGET, DEVIATION),
        ("Barn", "of_which", "0", "1 000", "-1 008"),
        ("Vuxna", "of_which", "5 100", "5 300", "-200"),
    )
    (finding,) = found(made)
    assert "utfall hittills 0?" in finding.message


def test_a_digit_may_be_wrong_in_several_lines():
    made = table(
        (OUTCOME, BUDGET),
        ("Barn", "item", "-10 400", "-10 000"),
        ("Vuxna", "item", "-5 200", "-5 300"),
        ("Summa", "total", "-15 500", "-15 300"),
    )
    (finding,) = found(made)
    assert finding.message.endswith(
        '("Barn" -10 400 > -10 300?; "Vuxna" -5 200 > -5 100?; -15 500 > -15 600?)'
    )
    many = table(
        (OUTCOME, BUDGET),
        *((f"Enhet {n}", "item", "-1 000", "-1 000") for n in range(8)),
        ("Summa", "total", "-8 100", "-8 000"),
    )
    (finding,) = found(many)
    assert finding.message.endswith("come to -8 000")


def test_a_lost_line_is_not_laid_to_others():
    made = table(
        (OUTCOME, BUDGET, PLAN),
        ("Barn", "item", "-10 400", "-10 000", "300"),
        ("Summa", "total", "-10 500", "-10 100", "300"),
    )
    assert [finding.message[-1] for finding in found(made)] == ["0", "0"]


SECTIONS = (
    ("Avgifter", "item", "300", "250"),
    ("Summa intäkter", "subtotal", "300", "250"),
    ("Personal", "item", "-400", "-300"),
    ("Summa kostnader", "subtotal", "-400", "-300"),
    ("Nettokostnad", "total", "-100", "-50"),
)


@pytest.mark.parametrize("lost", [0, 2])
def test_a_sum_of_a_section_without_lines(lost):
    sections = ["Intäkter", "Intäkter", "Kostnader", "Kostnader", None]
    whole = table((OUTCOME, BUDGET), *SECTIONS)
    lines = [
        evolve(line, section=text(section) if section else None)
        for line, section in zip(whole.lines, sections, strict=True)
    ]
    assert found(evolve(whole, lines=lines)) == ()
    name = sections[lost]
    del lines[lost]
    (finding,) = found(evolve(whole, lines=lines))
    assert finding.rule == "total-bare"
    assert finding.message.startswith(f'"Summa {name.lower()}"')
    # a summary of sums alone has nothing to add up
    sums = [line for line in lines if line.role is not LineRole.ITEM]
    assert found(evolve(whole, lines=sums)) == ()


def test_a_section_of_parts_only_is_not_without_lines():
    sections = ["Intäkter", "Intäkter", "Kostnader", "Kostnader", None]
    whole = table((OUTCOME, BUDGET), *SECTIONS)
    lines = [
        evolve(line, section=text(section) if section else None)
        for line, section in zip(whole.lines, sections, strict=True)
    ]
    lines[2] = evolve(lines[2], role=LineRole.OF_WHICH)
    assert found(evolve(whole, lines=lines)) == ()
    less = table((OUTCOME, BUDGET), ("varav lön", "of_which", "-90", "-80")).lines[0]
    lines[2] = evolve(less, section=text("Kostnader"))
    (finding,) = found(evolve(whole, lines=lines))
    assert "no line that it adds up" in finding.message


def test_of_which_rows_are_not_added_again():
    made = table(
        (OUTCOME, BUDGET),
        ("Barn", "item", "-10 400", "-10 000"),
        ("varav hyror", "of_which", "-400", "-300"),
        ("Vuxna", "item", "-5 100", "-5 300"),
        ("Summa", "total", "-15 500", "-15 300"),
    )
    assert found(made) == ()


def test_subtotals_stand_for_their_lines():
    made = table(
        (OUTCOME, BUDGET),
        ("Intäkter", "item", "300", "250"),
        ("Personal", "item", "-400", "-300"),
        ("Lokaler", "item", "-100", "-100"),
        ("Summa kostnader", "subtotal", "-500", "-400"),
        ("Resultat", "total", "-200", "-150"),
    )
    assert found(made) == ()


def test_a_dropped_row_is_found():
    made = table(
        (OUTCOME, BUDGET),
        ("Barn", "item", "-10 400", "-10 000"),
        ("Summa", "total", "-15 500", "-15 300"),
    )
    assert rules(found(made)) == ["total-unexplained"]


def test_a_total_over_nothing_says_nothing():
    assert found(table((OUTCOME,), ("Totalt", "total", "-15 500"))) == ()


def test_the_same_total_twice():
    first = table((OUTCOME, BUDGET), ("Resultat ASN", "total", "-180 959", "-175 383"))
    second = table((OUTCOME, BUDGET), ("Resultat ASN", "total", "-180 959", "-175 484"), number_=2)
    rounded = table((OUTCOME, BUDGET), ("Resultat ASN", "total", "-181,0", "-175,4"), number_=2,
                    unit=Unit.MNKR)  # fmt: skip
    third = table((OUTCOME,), ("Budget", "item", "1"), number_=3)
    assert found(first, rounded, third) == ()
    assert rules(found(first, second)) == []  # one of two agrees: perhaps only a name
    more = (OUTCOME, BUDGET, DEVIATION)
    a = table(more, ("Resultat ASN", "total", "-180 959", "-175 383", "-5 576"))
    b = table(more, ("Resultat ASN", "total", "-180 959", "-175 383", "-5 676"), number_=2)
    assert "figure-differs" in rules(found(a, b))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Barn och unga -10,4 miljoner kronor.", []),
        ("Barn och unga -10,5 miljoner kronor.", ["text-differs"]),
        ("Prognosen för barn och unga är -10,4 Msek.", []),
        ("Stödboende -2,0 mnkr avviker mest.", []),
        ("Utfallet för perioden är -10,4 mnkr.", []),
        ("Utfallet för perioden är -11,4 mnkr.", ["text-differs"]),
        ("Resultatet för familjehemmen är -3,3 mnkr.", []),
    ],
)
def test_amounts_in_the_text(said, expected):
    made = table((OUTCOME,), ("Barn och unga", "item", "-10 400"), ("Summa", "total", "-10 400"))
    assert rules(found(made, said=said)) == expected


def test_the_paragraph_that_differs_is_pointed_at():
    made = table((OUTCOME,), ("Barn och unga", "item", "-10 400"), ("Summa", "total", "-10 400"))
    said = "Barn och unga -10,4 mnkr."
    first, second = (Source(text=words, place=Place(first_line=n)) for n, words in
                     ((3, said), (9, "Barn och unga -10,5 mnkr.")))  # fmt: skip
    text = Text(f"{first.text}\n\n{second.text}", first, (second,))
    section = Section(title=Text("Ekonomi", first), level=1, text=text)
    (finding,) = check_report(evolve(report(made), sections=(section,)))
    assert finding.source == second


@given(st.decimals(-(10**6), 10**6, places=2), st.integers(0, 2))
def test_what_rounds_to_a_figure_is_in_its_interval(value: Decimal, decimals: int):
    from tables_of_money import number

    from ifo_followup.swedish.numbers import format_number

    printed = format_number(value, decimals)
    interval = interval_of(number(printed))
    assert interval is not None
    assert interval.meets(Interval(value, value))
