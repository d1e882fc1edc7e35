"""Every header of money tables that the tables of the contract name."""

import pytest

from ifo_followup.layouts.money_heads import read_heads, speaks_of_money

YTD, YEAR = "year_to_date", "full_year"


def meanings(*columns):
    return [
        (m.quantity.value if m.quantity else None, m.basis.value, m.horizon.value) if m else None
        for m in read_heads([column.split(" / ") for column in columns])
    ]


def test_a_month_and_the_whole_year():
    assert meanings(
        "Aug / Utfall",
        "Aug / Budget",
        "Aug / Avvikelse",
        "Helårsprognos / Prognos",
        "Helårsprognos / Budget",
        "Helårsprognos / Avvikelse",
        "Fg prognos",
        "Prognos- förändring",
    ) == [
        (None, "outcome", YTD),
        (None, "budget", YTD),
        (None, "deviation", YTD),
        (None, "forecast", YEAR),
        (None, "budget", YEAR),
        (None, "deviation", YEAR),
        (None, "previous_forecast", YEAR),
        (None, "forecast_change", YEAR),
    ]


def test_without_groups_the_last_outcome_or_forecast_goes_on():
    assert meanings(
        "Utfall", "Budget", "Avvikelse", "Prognos", "Budget", "Avvikelse", "Förändring prognos"
    ) == [
        (None, "outcome", YTD),
        (None, "budget", YTD),
        (None, "deviation", YTD),
        (None, "forecast", YEAR),
        (None, "budget", YEAR),
        (None, "deviation", YEAR),
        (None, "forecast_change", YEAR),
    ]


def test_a_previous_forecast_is_of_what_the_forecast_is_of():
    assert meanings("Intäkt", "Kostnad", "Resultat", "Prognos", "Fg prognos")[3:] == [
        ("result", "forecast", YEAR),
        ("result", "previous_forecast", YEAR),
    ]


def test_revenue_cost_result_and_a_bare_forecast():
    assert meanings("Intäkt", "Kostnad", "Resultat", "Prognos") == [
        ("revenue", "outcome", YTD),
        ("cost", "outcome", YTD),
        ("result", "outcome", YTD),
        ("result", "forecast", YEAR),
    ]


def test_a_bare_forecast_without_a_result_names_no_quantity():
    assert meanings("Utfall", "Prognos") == [(None, "outcome", YTD), (None, "forecast", YEAR)]


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("Kommunbidrag", ("municipal_grant", "budget", YTD)),
        ("Årsprognos nettokostnad", ("net_cost", "forecast", YEAR)),
        ("Årsbudget nettokostnad", ("net_cost", "budget", YEAR)),
        ("Ack utfall 2021 / Intäkter", ("revenue", "outcome", YTD)),
        ("Ack utfall 2021 / Kostnader", ("cost", "outcome", YTD)),
        ("Ack utfall 2021 / Netto", ("net", "outcome", YTD)),
        ("Ack budget 2021 / Netto", ("net", "budget", YTD)),
        ("Helår budget och prognos 2021 / Budget netto", ("net", "budget", YEAR)),
        ("Helår budget och prognos 2021 / Prognos netto", ("net", "forecast", YEAR)),
        ("Helår budget och prognos 2021 / Prognosavvikelse", (None, "deviation", YEAR)),
        ("Oktober 2023 / Utfall", (None, "outcome", YTD)),
        ("Jan-Okt / Budget", (None, "budget", YTD)),
        ("Föreg. prognos", (None, "previous_forecast", YEAR)),
        ("Föregående prognos", (None, "previous_forecast", YEAR)),
        ("Prognosför- ändring", (None, "forecast_change", YEAR)),
        ("Prognos / Budget", (None, "budget", YEAR)),
        ("Aug / Budget", (None, "budget", YTD)),
        ("Prognos förändr", (None, "forecast_change", YEAR)),
        ("Förra prognos", (None, "previous_forecast", YEAR)),
        ("Tidigare prognos", (None, "previous_forecast", YEAR)),
        ("Förändring prognos", (None, "forecast_change", YEAR)),
        ("Nettokostnad", ("net_cost", "outcome", YTD)),
    ],
)
def test_each_head(head, meaning):
    assert meanings(head) == [meaning]


def test_a_head_without_known_words_has_no_meaning():
    assert meanings("Utfall", "Ansvarig", "") == [(None, "outcome", YTD), None, None]


def test_what_speaks_of_money():
    assert speaks_of_money(["Verksamhet, tkr", "2021"])
    assert speaks_of_money(["", "Utfall", "Budget"])
    assert not speaks_of_money(["Indikator", "Utfall 2021", "Mål"])
    assert not speaks_of_money(["År", "Kvinnor", "Män"])


@pytest.mark.parametrize(
    ("balance", "quantity"),
    [("Resultat", "result"), ("Netto", "net"), ("Nettokostnad", "net_cost")],
)
def test_a_bare_forecast_is_of_what_is_left(balance, quantity):
    *_, own, forecast = meanings("Intäkter", "Kostnader", balance, "Årsprognos")
    assert own == (quantity, "outcome", YTD)
    assert forecast == (quantity, "forecast", YEAR)
