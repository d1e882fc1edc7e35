"""What other municipalities print otherwise: rows by gender, lights, months alone, plain heads."""

import pytest
from made_up import H, P, T
from test_made_up import amounts, kept, meanings, quick, rules
from test_strangers import TEXT

from ifo_followup.generic.heads import Word, names_rows, word_of
from ifo_followup.layouts.grids import is_value
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.money import Basis, Horizon, MoneyQuantity
from ifo_followup.model.values import Verdict


@pytest.mark.parametrize("name_again", ["Andel i arbete, %", ""])
def test_rows_by_gender(name_again):
    report = quick(
        T(
            [
                ["Indikator", "Kön", "2018", "Mål 2019"],
                ["Andel i arbete, %", "Kvinnor", "28", "36"],
                [name_again, "Män", "33", "40"],
                ["Andel i bostad, %", "Totalt", "71", "75"],
            ]
        )
    )
    found = [
        (o.scope, o.number.value)
        for indicator in report.indicators
        if indicator.name.text == "Andel i arbete, %"
        for o in indicator.observations
    ]
    assert sorted(found) == [("Kvinnor", 28), ("Kvinnor", 36), ("Män", 33), ("Män", 40)]
    assert report.indicators[-1].name.text == "Andel i bostad, %"


@pytest.mark.parametrize("lights", [("Grön", "Röd"), ("Uppnås", "Uppnås inte")])
def test_lights_under_a_forecast_are_the_assessment(lights):
    head = ["Nyckeltal", "Utfall 2018", "Mål 2019", "Prognos"]
    rows = [["Andel nöjda", "80 %", "85 %", lights[0]], ["Antal dygn", "400", "350", lights[1]]]
    report = quick(T([head, *rows]))
    assert all(i.assessment.verdict for i in report.indicators)
    assert not any(o.kind.value == "forecast" for i in report.indicators for o in i.observations)


def test_a_month_beside_what_has_come_so_far_is_that_month_alone():
    heads = ["tkr", "September Utfall", "September Budget", "Ackumulerat t.o.m. september Utfall"]
    heads += ["Ackumulerat t.o.m. september Budget", "Ackumulerat t.o.m. september Avvikelse"]
    report = quick(T([heads, ["Barn", "50", "40", "480", "470", "-10"]]))
    assert amounts(report) == {"Barn": ["480", "470", "-10"]}
    assert ("Barn", "September Utfall", "50") in kept(report)


def test_revenue_and_cost_are_money_without_a_word_of_follow_up():
    heads = ["Verksamhet", "Redovisning 2018", "Intäkter", "Kostnader", "Netto"]
    report = quick(P("Belopp i tkr"), T([heads, ["Barn", "-70", "6", "-78", "-72"]]))
    assert amounts(report) == {"Barn": ["6", "-78", "-72"]}
    cells = report.budget_tables[0].lines[0].cells
    assert [c.quantity for c in cells] == [
        MoneyQuantity.REVENUE, MoneyQuantity.COST, MoneyQuantity.NET,
    ]  # fmt: skip
    assert set(meanings(report)) == {(Basis.OUTCOME, Horizon.YEAR_TO_DATE)}


@pytest.mark.parametrize("head", ["2018 t.o.m. sep", "2019 Jan–apr", "2018 helår", "2019, ack"])
def test_a_year_and_what_is_meant_of_it_is_no_value(head):
    assert not is_value(head)


@pytest.mark.parametrize("cell", ["2 018 personer", "2018 tkr", "2019 st", "2 019"])
def test_an_amount_that_looks_like_a_year_is_one(cell):
    assert is_value(cell)


def test_heads_with_years_stand_over_their_figures():
    report = quick(T([["Vårdform", "2018", "2019 t.o.m. sep"], ["Familjehem", "890", "940"]]))
    assert ("Familjehem", "2019 t.o.m. sep", "940") in kept(report)


def test_figures_without_heads_are_told():
    report = quick(T([["Barn och unga", "4 210", "38 400"], ["Vuxna", "2 100", "17 000"]]))
    assert "table-unread" in rules(report)
    assert ("Vuxna", None, "17 000") in kept(report)


@pytest.mark.parametrize("word", ["Prioriterat mål", "Nämndens mål", "Resultatmål"])
def test_a_goal_with_any_word_for_it_in_a_heading(word):
    report = quick(
        H("2 Måluppfyllelse"),
        H(f"2.1 {word}: Alla har en meningsfull fritid", 2),
        P("Bedömning: Delvis uppfyllt"),
        H("2.2 Nämndens styrtal", 2),
        T([["Styrtal", "2018", "Mål 2019"], ["Andel nöjda", "80 %", "85 %"]]),
        H("3 Ekonomi"),
        TEXT,
    )
    (goal,) = report.goals
    assert (goal.title.text, goal.level) == (
        "Alla har en meningsfull fritid",
        GoalLevel.BOARD_GOAL,
    )
    assert goal.assessment is not None
    assert goal.assessment.verdict is Verdict.PARTLY_FULFILLED


def test_headings_that_name_rows():
    assert all(map(names_rows, ("Nämndens styrtal", "Indikatorer")))
    assert not any(map(names_rows, ("Trygg uppväxt", "God utveckling för alla")))
    assert word_of("Genomförandegrad") is Word.STATUS
