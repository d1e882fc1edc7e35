from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.swedish.dates import (
    MONTHS,
    Period,
    find_periods,
    first_month,
    month_end,
    months_in,
    parse_date,
    parse_month,
    read_period_code,
    tertial,
)

YEARS = st.integers(1990, 2090)
DATES = st.dates(date(1990, 1, 1), date(2090, 12, 31))
NAMES = st.sampled_from([(name, n) for n, names in enumerate(MONTHS, start=1) for name in names])
CHANGES: list[Callable[[str], str]] = [str, str.upper, str.capitalize]
CASES = st.sampled_from(CHANGES)


@given(NAMES, CASES, st.sampled_from(["", ".", " "]))
def test_months_are_known_by_every_name(
    month: tuple[str, int], case: Callable[[str], str], end: str
) -> None:
    assert parse_month(case(month[0]) + end) == month[1]
    assert first_month(f"{case(month[0])}/december") == month[1]


@given(NAMES, st.data())
def test_a_month_broken_by_its_column_is_known(month: tuple[str, int], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(month[0]) - 1))
    mark = data.draw(st.sampled_from(["-\n", " ", "\n", "\u00ad"]))
    assert parse_month(month[0][:cut] + mark + month[0][cut:]) == month[1]


def test_first_of_several_months() -> None:
    assert first_month("November/december") == 11
    assert months_in("Prognos sep–dec") == (9, 12)
    assert months_in("Septem- ber") == (9,)
    assert months_in("Marsvin") == ()
    assert months_in("Novemberdecember") == (11, 12)
    assert first_month("juni-juli") == 6
    assert first_month("Bedömning") is None
    assert first_month("Sommar") is None
    assert parse_month("Mars 2018") is None


@given(DATES)
def test_a_printed_day_is_read_back(day: date) -> None:
    name = MONTHS[day.month - 1]
    assert parse_date(day.isoformat()) == day
    assert parse_date(day.isoformat().replace("-", "- ")) == day
    assert parse_date(f"den {day.day} {name[0]} {day.year}") == day
    assert parse_date(f"{day.day} {name[-1].capitalize()}\u00a0{day.year}.") == day


@pytest.mark.parametrize(
    "text", ["", "2018-02-30", "31 april 2018", "2018", "april 2018", "5", "0 maj 2018"]
)
def test_what_is_not_a_day(text: str) -> None:
    assert parse_date(text) is None


@given(YEARS, st.integers(1, 12))
def test_months_end_before_the_next_begins(year: int, month: int) -> None:
    last = month_end(year, month)
    assert (last.year, last.month) == (year, month)
    assert last.toordinal() + 1 == date(year + month // 12, month % 12 + 1, 1).toordinal()


def test_tertials() -> None:
    assert tertial(1, 2018) == Period(date(2018, 1, 1), date(2018, 4, 30))
    assert tertial(3, 2020) == Period(date(2020, 9, 1), date(2020, 12, 31))
    with pytest.raises(ValueError, match="tertials"):
        tertial(4, 2018)


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends"):
        Period(date(2018, 4, 30), date(2018, 4, 29))


@given(DATES, DATES)
def test_a_printed_period_is_found(a: date, b: date) -> None:
    period = Period(min(a, b), max(a, b))
    text = f"Utfall för {period.printed}, netto"
    assert find_periods(text) == [(period.start, period.end, period.printed)]


@given(
    YEARS,
    st.integers(1, 12),
    st.integers(1, 12),
    st.sampled_from(["-", "–", " - ", " till ", "/", " t.o.m. ", " till och med "]),
    CASES,
)
def test_a_span_of_months_is_found(
    year: int, a: int, b: int, dash: str, case: Callable[[str], str]
) -> None:
    first, last = min(a, b), max(a, b)
    text = f"{case(MONTHS[first - 1][0])}{dash}{MONTHS[last - 1][-1]} {year}"
    assert find_periods(f"perioden {text}.") == [
        (date(year, first, 1), month_end(year, last), text)
    ]


@given(
    YEARS,
    st.integers(1, 3),
    st.sampled_from(["tertial ", "Tertial", "T", "Tertialbokslut ", "TERTIAL "]),
)
def test_a_tertial_is_found(year: int, number: int, word: str) -> None:
    period = tertial(number, year)
    printed = f"{word}{number} {year}"
    assert find_periods(f"({printed})") == [(period.start, period.end, printed)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("januari-april 2018", ["2018-01-01/2018-04-30"]),
        ("Maj - augusti 2021", ["2021-05-01/2021-08-31"]),
        ("perioden januari till och med augusti 2017", ["2017-01-01/2017-08-31"]),
        ("till och med augusti 2017", ["2017-01-01/2017-08-31"]),
        ("Delårsrapport 2\n31 augusti\n2017", ["2017-08-31/2017-08-31"]),
        ("Apr 2018 Apr 2018", ["2018-04-01/2018-04-30"] * 2),
        ("jan–nov 2022", ["2022-01-01/2022-11-30"]),
        ("2018-01-01 – 2018-04-30", ["2018-01-01/2018-04-30"]),
        ("1-31 mars 2019", ["2019-03-01/2019-03-31"]),
        ("december - februari 2018", ["2017-12-01/2018-02-28"]),
        ("första kvartalet 2018", ["2018-01-01/2018-03-31"]),
        ("andra halvåret 2018", ["2018-07-01/2018-12-31"]),
        ("flyttas fram till augusti 2017", ["2017-08-01/2017-08-31"]),
        ("sommar 2018", []),
        ("30 februari 2018", []),
        ("2018", []),
    ],
)
def test_periods_of_the_reports(text: str, found: list[str]) -> None:
    assert [f"{start}/{end}" for start, end, _ in find_periods(text)] == found


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Utfall 2016", "2016"),
        ("Utfall \n2016", "2016"),
        ("Utfal l 2016", "2016"),
        ("Utfall 20 16", "2016"),
        ("Mål 2018", "2018"),
        ("2018-04-30", "2018-04-30"),
        ("2018-04- 30", "2018-04-30"),
        ("Utfall 2018-04-30", "2018-04-30"),
        ("Prognos 2018- 04-30", "2018-04-30"),
        ("31 augusti 2017", "2017-08-31"),
        ("31 augu sti 2017", "2017-08-31"),
        ("aug 2021", "2021-08"),
        ("Utfall augu- sti 2021", "2021-08"),
        ("2021-08", "2021-08"),
        ("Plan 2018", "2018"),
        ("Sommar 2018", "2018"),
        ("jan-aug 2021", None),
        ("T1 2018", None),
        ("2017-2019", None),
        ("Mål 2017 och 2018", None),
        ("2018-13-40", None),
        ("Bedömning", None),
        ("", None),
    ],
)
def test_headers_with_a_period(header: str, code: str | None) -> None:
    assert read_period_code(header) == code


@given(DATES, st.data())
def test_a_day_in_a_header_is_read_wherever_it_breaks(day: date, data: st.DataObject) -> None:
    printed = f"Utfall {day.isoformat()}"
    cut = data.draw(st.integers(1, len(printed) - 1))
    assert read_period_code(f"{printed[:cut]} \n{printed[cut:]}") == day.isoformat()


@given(DATES, DATES)
def test_codes_are_printed_periods(a: date, b: date) -> None:
    period = Period(min(a, b), max(a, b))
    whole_year = Period(date(a.year, 1, 1), date(a.year, 12, 31))
    month = Period(date(a.year, a.month, 1), month_end(a.year, a.month))
    assert (whole_year.code, month.code) == (f"{a:%Y}", f"{a:%Y-%m}")
    assert read_period_code(month.printed) == month.code
    assert period.code is None or read_period_code(period.code) == period.code


@given(st.text() | st.text("0123456789-–.jan apr t.o.m till och med\n"))
def test_any_text_has_periods_or_none(text: str) -> None:
    for start, end, printed in find_periods(text):
        assert start <= end
        assert printed in text
    parse_date(text)
    read_period_code(text)
    parse_month(text)
    first_month(text)


def test_long_texts_take_no_longer_than_their_length() -> None:
    for text in ("1 jan " * 20_000, "2018-" * 30_000, "jan - " * 20_000, "t.o.m. " * 20_000):
        find_periods(text)
        first_month(text)
        read_period_code(text)
        parse_date(text)
