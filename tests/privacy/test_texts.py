"""Personal data in running text: what is found, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_data import EMAILS, PHONES, before, behind, emails, luhn, personal_numbers, phones

from ifo_followup.privacy.personal_numbers import check_digit
from ifo_followup.privacy.texts import hidden, masked, spans


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind.rule, text[span.start : span.end]) for span in spans(text)]


@given(before, personal_numbers(), behind)
def test_a_valid_personal_number_is_found_whatever_its_separator(left, number, right):
    assert found(left + number + right) == [("personal-number", number)]


@given(personal_numbers(signs=("-",)), st.sampled_from(("personnummer ", "Pnr: ", "född ")))
def test_ten_digits_in_a_row_need_a_word(number, word):
    ten = number.replace("-", "")[-10:]
    if not ten.startswith("07"):  # which may be a mobile telephone
        assert found(f"kod {ten} i listan") == []
    assert found(word + ten) == [("personal-number", ten)]


@given(personal_numbers(signs=("-",)), st.integers(1, 9))
def test_a_wrong_check_digit_is_no_personal_number(number, more):
    wrong = number[:-1] + str((int(number[-1]) + more) % 10)
    assert "personal-number" not in [rule for rule, _ in found(wrong)]


@given(st.integers(10**8, 10**9 - 1).map(str))
def test_check_digit_is_that_of_luhn(nine):
    assert check_digit(nine) == luhn(nine)


def test_the_published_number_of_an_example_is_right():
    # Skatteverket's own example of how the check digit is reckoned
    assert check_digit("811218987") == "6"


@given(before, phones, behind)
def test_a_telephone_number_is_found(left, number, right):
    assert found(left + number + right) == [("phone-number", number)]


@given(before, emails, st.sampled_from(("", ".", ", 2018", ")", " svarar")))
def test_an_email_address_is_found(left, address, right):
    assert found(left + address + right) == [("email-address", address)]


@pytest.mark.parametrize(
    "text",
    [
        "556036-0793",  # an organisation: 60 where the month stands
        "org.nr 212000-0092",
        "811318-9871",  # no such month
        "810229-9878",  # no such day in any century
        "Dnr 811218-9876",
        "diarienummer 2018/811218-9876",
        "198112189876 kr",
        "8112189876",
        "811218 9876",
        "1811218-98765",
        "5-811218-9876",
        "811218-9876-1",
        "12 811 218",
        "2017-2018",
        "2018-08-31",
        "2018-01-01 - 2018-08-31",
        "08-12 2018",
        "0138-2018",
        "01-12 2017",
        "0-17 år",
        "018-064",
        "+46 123",
        "+46 123 456 789 kr",
        "avvikelse +46 123 456 789",
        "-4 612 345",
        "12 480 tkr, 0 812 tkr",
        "08 123 45 67",  # four figures, when nobody says that it is a telephone
        "0,8-1,2 mnkr",
        "SOSFS 2014:5, 9 kap. 2 §",
        "mål @ 80 %",
        "a@b",
        "konto 1234567890123456",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ring 08 123 45 67", "phone-number"),
        ("personnummer 811218 9876", "personal-number"),
        ("811218 9876 (personnummer)", "personal-number"),
        ("08-123 45 67 20 barn", "phone-number"),
        ("811218-9876@exempel.se", "email-address"),
    ],
)
def test_words_and_neighbours_count(text, rule):
    assert [each for each, _ in found(text)] == [rule]


def test_a_figure_behind_a_number_is_kept():
    assert masked("08-123 45 67 20 barn") == "[telefonnummer] 20 barn"


pieces = st.one_of(
    personal_numbers(signs=("-", "", " ", "+")),
    phones,
    emails,
    st.sampled_from(("-", "/", " ", ".", "@", "pnr ", "tel ", "2018", "+", "1", " tkr", "[", "\n")),
)


@given(st.lists(pieces, max_size=9).map("".join))
def test_masking_leaves_nothing_to_mask(text):
    once = masked(text)
    assert spans(once) == ()
    assert masked(once) == once


@given(st.text(st.sampled_from("0178-+ @.abå\n/"), max_size=60))
def test_any_signs_are_masked_once(text):
    assert spans(masked(text)) == ()


@given(st.one_of(personal_numbers(), phones, emails))
def test_a_datum_is_never_shown_whole(datum):
    shown = hidden(datum)
    assert datum not in shown
    assert sum(a == b for a, b in zip(shown, datum, strict=False)) <= 2


def test_the_examples_are_many():
    assert len(PHONES) > 10
    assert len(EMAILS) > 2
