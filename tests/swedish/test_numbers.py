from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.model.values import Unit
from ifo_followup.swedish.numbers import (
    Quantity,
    UnreadableNumber,
    format_number,
    is_dash,
    leading_quantity,
    parse_number,
    printed_number,
    read_quantity,
    read_range,
    read_scoped,
    with_sign_in_front,
)

AMOUNTS = st.decimals(-(10**12), 10**12, places=1) | st.integers(-(10**12), 10**12).map(Decimal)
SPACES = st.sampled_from([" ", "\u00a0", "\u2007", "\u2009", "\u202f", "\u2002"])
SIGNS = st.sampled_from(["-", "\u2212", "–", "- ", "\u2212\u00a0", "\u2011"])
LABELS = st.sampled_from(
    ["Myndighet", "Kommunal regi", "kommunmål", "Kvinnor", "Barn- och ungdomsvård", "IFO totalt"]
)


@given(AMOUNTS, SPACES, SIGNS)
def test_what_is_printed_is_read_back(value: Decimal, space: str, sign: str) -> None:
    printed = format_number(value).replace(" ", space).replace("-", sign)
    assert parse_number(printed) == value
    assert printed_number(printed)[1] == -int(value.as_tuple().exponent)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_any_finite_number_is_printed_exactly(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(st.text() | st.text("0123456789 -,.%–"))
def test_any_text_gives_a_number_or_the_typed_error(text: str) -> None:
    with suppress(UnreadableNumber):
        assert parse_number(text).is_finite()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-12 480", "-12480"),
        ("−12\u00a0480", "-12480"),
        ("–12\u2009480", "-12480"),
        ("- 9,8", "-9.8"),
        ("+ 6,1", "6.1"),
        ("3 499 503", "3499503"),
        ("1138", "1138"),
        ("0", "0"),
        (" 0,25 ", "0.25"),
    ],
)
def test_numbers_of_the_reports(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "-", "1 2O4", "12 34", "1 2345", "1.234", "1,2,3", "5 %", "0 365", "1 906 -42", ",5", "5,",
     "--5", "1  906", "1\n906", "٣", "²", "1e3", "NaN", "1_000"],
)  # fmt: skip
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableNumber):
        parse_number(text)


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("-12480.5", None, "-12 480,5"),
        ("2.5", 0, "3"),
        ("-0.4", 0, "0"),
        ("7", 2, "7,00"),
        ("1E+3", None, "1 000"),
    ],
)
def test_numbers_are_printed_as_reports_do(value: str, decimals: int | None, printed: str) -> None:
    assert format_number(Decimal(value), decimals) == printed


def test_infinity_is_not_printed() -> None:
    with pytest.raises(ValueError, match="finite"):
        format_number(Decimal("Infinity"))


def test_dashes_are_no_value() -> None:
    assert all(map(is_dash, ["-", "–", "—", "---", ".", "..", "−", " - ", "- %"]))
    assert not any(map(is_dash, ["", "0", "-5", "a", "- -", "%"]))


@pytest.mark.parametrize(
    ("text", "number", "unit", "words"),
    [
        ("80 %", "80", Unit.PERCENT, ""),
        ("7,8%", "7.8", Unit.PERCENT, ""),
        ("2 st.", "2", Unit.COUNT, ""),
        ("1 645", "1645", None, ""),
        ("3 499 503 kr", "3499503", Unit.KR, ""),
        ("-0,6 %", "-0.6", Unit.PERCENT, ""),
        ("+4,9 mnkr", "4.9", Unit.MNKR, ""),
        ("12 % minskning.", "12", Unit.PERCENT, "minskning"),
        ("7 % \nminskning.", "7", Unit.PERCENT, "minskning"),
        ("- 75,7 miljoner kronor", "-75.7", Unit.MNKR, ""),
        ("4 % kommunmål", "4", Unit.PERCENT, "kommunmål"),
        ("minst 80 procent", "80", Unit.PERCENT, "minst"),
        ("488 kr/invånare", "488", Unit.KR_PER_INHABITANT, ""),
        ("1900 kr/dygn", "1900", None, "kr/dygn"),
        ("SEK 500", "500", Unit.KR, ""),
        ("\u221212\u00a0480 tkr", "-12480", Unit.TKR, ""),
        ("3 timmar", "3", Unit.HOURS, ""),
        # a year has no space and no decimals in it
        ("cirka 2 000", "2000", None, "cirka"),
        ("Snitt 1950,5", "1950.5", None, "Snitt"),
    ],
)
def test_a_cell_with_one_number(text: str, number: str, unit: Unit | None, words: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.number, quantity.unit, quantity.words) == (Decimal(number), unit, words)


@pytest.mark.parametrize(
    "text",
    ["", "-", "11/16", "69 % (78 %)", "T1", "covid-19", "< 5", "2018-04-30", "1 2O4", "1.234",
     "0,3-0,6", "Barn - 9,8", "12 av 16", "31 augusti 2017", "0 365", "a5", "5a",
     "Redovisas i delårsrapport 2", "Kommer i tertial 3", "Nytt mått 2018", "Lägre än 2017"],
)  # fmt: skip
def test_cells_that_are_not_one_number(text: str) -> None:
    assert read_quantity(text) is None


def test_the_number_a_text_begins_with() -> None:
    assert leading_quantity("69 % (78 %)") == (Quantity(Decimal(69), Unit.PERCENT), "(78 %)")
    assert leading_quantity("2 240 000 kr, varav 5") == (
        Quantity(Decimal(2240000), Unit.KR),
        ", varav 5",
    )
    for text in ("11/16", "0,3 - 0,6", "2018-04-30", "(28 %)", "ca 5", ""):
        assert leading_quantity(text) is None


@given(AMOUNTS, st.sampled_from(["%", "tkr", "mnkr", "kr", "st", "kr/inv"]), SPACES)
def test_a_printed_quantity_is_read_back(value: Decimal, unit: str, space: str) -> None:
    quantity = read_quantity(f"{format_number(value)}{space}{unit}")
    assert quantity is not None
    assert quantity.number == value
    assert quantity.unit is not None
    assert quantity.words == ""


@given(
    st.lists(st.tuples(LABELS, AMOUNTS), min_size=1, max_size=4),
    st.sampled_from([" ", "\n", " \n "]),
    st.sampled_from(["", " %"]),
)
def test_values_labelled_with_a_colon_are_read_back(
    pairs: list[tuple[str, Decimal]], gap: str, unit: str
) -> None:
    printed = gap.join(f"{label}:{gap}{format_number(value)}{unit}" for label, value in pairs)
    assert [(label, q.number) for label, q in read_scoped(printed)] == pairs


@given(st.lists(st.tuples(LABELS, st.integers(0, 100)), min_size=2, max_size=4), st.booleans())
def test_values_labelled_by_their_place_are_read_back(
    pairs: list[tuple[str, int]], label_first: bool
) -> None:
    printed = " ".join(f"{a} {n} %" if label_first else f"{n} % {a}" for a, n in pairs)
    assert [(label, int(q.number)) for label, q in read_scoped(printed)] == pairs


def test_scoped_cells_of_the_reports() -> None:
    got = read_scoped("Myndighet: \n-12 480\nKommunal \nregi: 870 ")
    assert [(label, str(q.number)) for label, q in got] == [
        ("Myndighet", "-12480"),
        ("Kommunal regi", "870"),
    ]
    got = read_scoped("4 % \nkommunmål\n5 % \nnämndmål")
    assert [(label, str(q.number), q.unit) for label, q in got] == [
        ("kommunmål", "4", Unit.PERCENT),
        ("nämndmål", "5", Unit.PERCENT),
    ]
    got = read_scoped("Myndighet: - Kommunal regi: 870")
    assert [label for label, _ in got] == ["Kommunal regi"]


@pytest.mark.parametrize(
    "text",
    ["", "-", "5", "12 % minskning.", "69 % (78 %)", "42 % (28 % 2020, 24 % 2019)", "12 av 16",
     "11/16", "Se: bilaga", "77 % 78 %", ":", "::"],
)  # fmt: skip
def test_cells_without_labelled_values(text: str) -> None:
    assert read_scoped(text) == ()


@given(
    st.decimals(0, 1000, places=2),
    st.decimals(0, 1000, places=1),
    st.sampled_from(["-", "–", " - ", " – ", "\u2212", " till "]),
    st.sampled_from(["", " Msek", " mnkr", " miljoner kronor", "%"]),
)
def test_a_printed_range_is_read_back(a: Decimal, b: Decimal, dash: str, unit: str) -> None:
    printed = f"{format_number(a)}{dash}{format_number(b)}{unit}"
    assert read_range(printed) == (min(a, b), max(a, b))
    assert read_range(f"{format_number(a)}{unit}") == (a, a)


def test_ranges_below_zero_and_no_ranges() -> None:
    assert read_range("-0,3 - -0,6") == (Decimal("-0.6"), Decimal("-0.3"))
    for text in ("", "-", "0,3-", "Hög", "0,3-0,6-0,9", "0,3 Msek-0,6 kr", "1 2O4", "5 barn"):
        assert read_range(text) is None


@given(st.text() | st.text("0123456789 -,.%:–/()abkrst\n"))
def test_any_cell_is_read_or_not(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is None or quantity.number.is_finite()
    assert all(label for label, _ in read_scoped(text))
    ends = read_range(text)
    assert ends is None or ends[0] <= ends[1]
    leading_quantity(text)
    is_dash(text)


def test_long_cells_take_no_longer_than_their_length() -> None:
    for text in ("1 234 " * 30_000, "1" * 200_000, "-" * 200_000, "1," * 90_000, "a: 1 " * 40_000):
        with suppress(UnreadableNumber):
            parse_number(text)
        assert read_quantity(text) is None or len(text) < 400
        read_scoped(text)
        read_range(text)
        is_dash(text)


@pytest.mark.parametrize(
    ("text", "plain", "with_brackets"),
    [
        ("18 455-", "-18 455", "-18 455"),
        ("9,7\u2212", "-9,7", "-9,7"),
        ("(9,7)", "(9,7)", "-9,7"),
        ("(1 031)", "(1 031)", "-1 031"),
        ("-5", "-5", "-5"),
        ("-5-", "-5-", "-5-"),
        ("(-5)", "(-5)", "(-5)"),
        ("(12", "(12", "(12"),
        ("-", "-", "-"),
        ("2018-2019", "2018-2019", "2018-2019"),
        ("5 -", "5 -", "5 -"),
    ],
)
def test_a_minus_may_stand_behind(text: str, plain: str, with_brackets: str) -> None:
    assert with_sign_in_front(text) == plain
    assert with_sign_in_front(text, brackets=True) == with_brackets
