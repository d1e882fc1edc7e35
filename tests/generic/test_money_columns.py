"""Columns of money: what the heads say, what the amounts show, and nothing that is only likely."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.generic.money_columns import read_columns
from ifo_followup.model.money import Basis, Horizon

OUTCOME, BUDGET, FORECAST, DEVIATION = (
    Basis.OUTCOME, Basis.BUDGET, Basis.FORECAST, Basis.DEVIATION,
)  # fmt: skip
SO_FAR, YEAR = Horizon.YEAR_TO_DATE, Horizon.FULL_YEAR


def read(*heads, rows=(), year="2019", annual=False, month=None):
    columns = [[head] if isinstance(head, str) else list(head) for head in heads]
    found = read_columns(columns, rows, year=year, annual=annual, month=month)
    return [(m.basis, m.horizon) if m else None for m in found]


def numbers(*rows):
    return [[Decimal(str(n)) for n in row] for row in rows]


def test_heads_that_say_it_all():
    assert read(
        "Utfall jan-apr", "Budget jan-apr", "Avvikelse jan-apr", "Helårsprognos", "Budget helår"
    ) == [
        (OUTCOME, SO_FAR),
        (BUDGET, SO_FAR),
        (DEVIATION, SO_FAR),
        (FORECAST, YEAR),
        (BUDGET, YEAR),
    ]


@pytest.mark.parametrize("group", ["Aug 2019", "Ack", "Tertial 2", "T2 2019", "Perioden", "Delår"])
def test_a_group_names_the_period(group):
    assert read((group, "Utfall"), (group, "Budget"), (group, "Avvikelse")) == [
        (OUTCOME, SO_FAR), (BUDGET, SO_FAR), (DEVIATION, SO_FAR),
    ]  # fmt: skip


@pytest.mark.parametrize("group", ["Helår", "Helår 2019", "Årsprognos", "Helårsprognos 2019"])
def test_a_group_names_the_year(group):
    assert read((group, "Budget"), (group, "Avvikelse")) == [(BUDGET, YEAR), (DEVIATION, YEAR)]


@pytest.mark.parametrize(
    "head",
    [
        "Utfall 2018", "Bokslut 2018", "Budget 2020", "Utfall föregående år", "Förändring",
        "Avvikelse %", "Andel", "Antal", "Kommentar", "Utfall 2018-08", "2019", "Not", "",
        "Avvikelse mot fg prognos", "Bokslut", "Förbrukning", "Utfall 2017-2019",
    ],
)  # fmt: skip
def test_what_is_not_this_years_money_has_no_meaning(head):
    assert read("Utfall aug", head)[1] is None


def test_a_bare_budget_stays_open():
    assert read("Utfall", "Budget", "Prognos") == [(OUTCOME, SO_FAR), None, (FORECAST, YEAR)]
    assert read("Utfall", "Budget") == [(OUTCOME, SO_FAR), None]


def test_beside_a_forecast_alone_it_is_the_years():
    assert read("Budget", "Prognos", "Avvikelse") == [
        (BUDGET, YEAR), (FORECAST, YEAR), (DEVIATION, YEAR),
    ]  # fmt: skip


def test_the_amounts_tell_which_budget_it_is():
    so_far = numbers((100, 110, 10, 160), (50, 45, -5, 70))
    heads = ("Utfall", "Budget", "Avvikelse", "Prognos")
    assert read(*heads, rows=so_far)[1:3] == [(BUDGET, SO_FAR), (DEVIATION, SO_FAR)]
    year = numbers((100, 165, 5, 160), (50, 66, -4, 70))
    assert read(*heads, rows=year)[1:3] == [(BUDGET, YEAR), (DEVIATION, YEAR)]
    neither = numbers((100, 165, 17, 160), (50, 66, 3, 70))
    assert read(*heads, rows=neither)[1:3] == [None, None]


def test_what_is_left_of_the_years_budget_is_no_deviation():
    assert read("Utfall aug", "Årsbudget", "Avvikelse")[2] is None


def test_two_columns_that_say_the_same_mean_nothing():
    assert read("Prognos", "Helårsprognos", "Utfall") == [None, None, (OUTCOME, SO_FAR)]
    assert read("Prognos mars", "Prognos i mars", "Utfall") == [None, None, (OUTCOME, SO_FAR)]


def test_a_whole_year():
    assert read("Utfall 2018", "Budget 2018", "Avvikelse", year="2018", annual=True) == [
        (OUTCOME, YEAR), (BUDGET, YEAR), (DEVIATION, YEAR),
    ]  # fmt: skip


AMOUNT = st.integers(-90_000, 90_000).map(Decimal)
TRUE = [
    ("Utfall", (OUTCOME, SO_FAR)),
    ("Budget", (BUDGET, SO_FAR)),
    ("Avvikelse", (DEVIATION, SO_FAR)),
    ("Prognos", (FORECAST, YEAR)),
    ("Budget", (BUDGET, YEAR)),
    ("Avvikelse", (DEVIATION, YEAR)),
]


@given(
    st.permutations(TRUE),
    st.lists(st.tuples(AMOUNT, AMOUNT, AMOUNT, AMOUNT), min_size=3, max_size=6, unique=True),
    st.sets(st.sampled_from(range(6)), max_size=3),
    st.sampled_from((1, -1)),
)
def test_no_order_and_no_gap_gives_a_wrong_meaning(columns, amounts, gaps, sign):
    # budgets that differ from each other, as they do: else the amounts could not tell them apart
    rows = []
    for outcome, budget, forecast, year in amounts:
        if len({outcome, budget, forecast, year}) < 4:
            return
        of = {
            (OUTCOME, SO_FAR): outcome,
            (BUDGET, SO_FAR): budget,
            (DEVIATION, SO_FAR): sign * (outcome - budget),
            (FORECAST, YEAR): forecast,
            (BUDGET, YEAR): year,
            (DEVIATION, YEAR): sign * (forecast - year),
        }
        rows.append(of)
    kept = [column for n, column in enumerate(columns) if n not in gaps]
    found = read(*(head for head, _ in kept), rows=[[of[t] for _, t in kept] for of in rows])
    for (_, truth), meaning in zip(kept, found, strict=True):
        assert meaning is None or meaning == truth or not _told(kept, truth)


def _told(kept, truth):
    """Whether a column can be told at all: beside one actual alone, all is taken for its."""
    present = {t for _, t in kept}
    deviations = sum(1 for _, (basis, _) in kept if basis is DEVIATION)
    budgets = sum(1 for _, (basis, _) in kept if basis is BUDGET)
    if {(OUTCOME, SO_FAR), (FORECAST, YEAR)} <= present or (deviations and budgets):
        return True
    return ((OUTCOME, SO_FAR) in present) == (truth[1] is SO_FAR)


HEADS = st.sampled_from(
    ["Utfall", "Budget", "Avvikelse", "Prognos", "Kostnad", "Intäkt", "Utfall 2018", "Helår", "%"]
)


@given(st.lists(HEADS, max_size=8), st.lists(st.lists(AMOUNT, min_size=8, max_size=8), max_size=4))
def test_no_meaning_is_given_twice(heads, rows):
    found = read_columns(
        [[head] for head in heads], [row[: len(heads)] for row in rows], year="2019", annual=False
    )
    given_ = [meaning for meaning in found if meaning is not None]
    assert len(given_) == len(set(given_))


def test_a_forecast_for_some_months_is_not_the_years():
    assert read("Utfall jan-aug", "Prognos sep-dec", "Prognos jan-dec") == [
        (OUTCOME, SO_FAR), None, (FORECAST, YEAR),
    ]  # fmt: skip
    assert read("Utfall jan-aug", "Prognos sep–dec") == [(OUTCOME, SO_FAR), None]
    assert read("Prognos mars", "Prognos aug", "Prognos sep-dec") == [None, (FORECAST, YEAR), None]


def test_months_to_come_are_not_when_a_forecast_was_made():
    heads = ["Prognos sep", "Prognos okt"]
    assert read(*heads, month=8) == [None, None]
    assert read(*heads, month=10) == read(*heads) == [None, (FORECAST, YEAR)]
    assert read("Utfall", "Prognos dec", month=8) == [(OUTCOME, SO_FAR), (FORECAST, YEAR)]


def test_a_deviation_from_a_forecast_is_tried_with_the_latest():
    heads = ["Budget 2019", "Prognos mars", "Prognos aug"]
    latest, between = numbers([80, 85, 90, -10], [60, 66, 50, 10]), numbers([80, 85, 90, -5])
    years = [(BUDGET, YEAR), None, (FORECAST, YEAR)]
    for head in ("Avvikelse", "Avvikelse prognos aug"):
        assert read(*heads, head, rows=latest) == [*years, (DEVIATION, YEAR)]
        assert read(*heads, head, rows=between) == [*years, None]
