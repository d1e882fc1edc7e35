"""Two texts that speak of one thing's earlier forecast."""

import pytest
from tables_of_money import report, rules, table

from ifo_followup.checks import check_report
from ifo_followup.model.money import Basis, Horizon, MoneyQuantity
from ifo_followup.model.values import Unit

ONE = "Prognosen för köpt vård är -40,5 mnkr vilket är -2,5 mnkr jämfört med budgeten. "
BUDGET = (MoneyQuantity.AMOUNT, Basis.BUDGET, Horizon.FULL_YEAR)
FORECAST = (MoneyQuantity.AMOUNT, Basis.FORECAST, Horizon.FULL_YEAR)
TABLE = table((BUDGET, FORECAST), ("Köpt vård", "item", "-38,0", "-40,5"), unit=Unit.MNKR)
DIFFER = ["texts-differ"]


def found(one: str, other: str, *tables):
    return rules(check_report(report(*tables, said=f"{one}\n\n{other}")))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Prognosen för mars var -43,1 mnkr.", "Marsprognosen var -43,1 mnkr.", []),
        ("Prognosen för mars var -43,1 mnkr.", "Marsprognosen var -43,12 mnkr.", []),
        ("Prognosen för mars var -43,1 mnkr.", "Marsprognosen var -43,4 mnkr.", DIFFER),
        # the deviation from a budget of -38,0
        ("Prognosen för mars var -43,1 mnkr.", "Prognosen i mars var -5,1 mnkr.", []),
        ("Prognosen för mars var -43,1 mnkr.", "Prognosen i mars var -3,1 mnkr.", DIFFER),
        # better by 2,6
        (
            "Det är en förbättring med, då prognosen för mars var +2,6 mnkr.",
            "Prognosen för mars var -43,1 mnkr.",
            [],
        ),
        (
            "Det är en försämring med prognosen för mars var -2,6 mnkr.",
            "Prognosen för mars var -43,1 mnkr.",
            DIFFER,
        ),
        ("Prognosen för mars var -43,1 mnkr.", "Prognosen för april var -41,0 mnkr.", []),
        ("Prognosen för mars var -43,1 mnkr.", "Prognosen för mars 2017 var -31,0 mnkr.", []),
        ("Föregående prognos var -43,1 mnkr.", "Förra prognosen var -42,1 mnkr.", DIFFER),
        ("Prognosen för tertial 1 var -43,1 mnkr.", "Prognosen i tertial 1 var -41 mnkr.", DIFFER),
    ],
)
def test_the_same_earlier_forecast_twice(one, other, expected):
    assert found(ONE + one, ONE + other) == expected


def test_a_name_alone_is_not_the_same_thing():
    other = "Prognosen för köpt vård är -11,5 mnkr. Prognosen för mars var -9,1 mnkr."
    assert found(f"{ONE}Prognosen för mars var -43,1 mnkr.", other) == []


def test_the_budget_may_stand_in_the_table():
    short = "Prognosen för köpt vård är -40,5 mnkr. "
    one, other = f"{short}Marsprognosen var -43,1 mnkr.", f"{short}Marsprognosen var -{{}} mnkr."
    assert found(one, other.format("5,1")) == []  # nobody knows the budget
    assert found(one, other.format("42,1")) == DIFFER  # no deviation is so near to its amount
    assert found(one, other.format("5,1"), TABLE) == []
    assert found(one, other.format("3,1"), TABLE) == DIFFER


def test_each_contradiction_is_told_once_with_its_evidence():
    said = "\n\n".join(f"{ONE}Marsprognosen var -{n} mnkr." for n in ("43,1", "43,1", "41,0"))
    made = report(said=said)
    (finding,) = check_report(made)
    assert (finding.printed, finding.expected) == ("-41,0 mnkr", "-43,1 mnkr")
    assert finding.evidence == (made.sections[0].text.source,)
    assert "köpt vård" in finding.swedish


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # of the staff, and of the rooms
            (
                "Prognosen för köpt vård är -40,5 mnkr. "
                "Personalkostnaderna beräknas till -20,0 mnkr. Marsprognosen var -19,5 mnkr."
            ),
            (
                "Prognosen för köpt vård är -40,5 mnkr. Lokaler beräknas till -18,0 mnkr. "
                "Marsprognosen var -18,2 mnkr."
            ),
        ),
        (
            (
                "Prognosen för köpt vård är -40,5 mnkr. Personalen kostar 20,0 mnkr. "
                "Marsprognosen var -19,5 mnkr."
            ),
            "Prognosen för köpt vård är -40,5 mnkr. Marsprognosen var -18,2 mnkr.",
        ),
        (
            (
                "Prognosen för köpt vård är -40,5 mnkr. Personalen är som förut. De är fler. "
                "Marsprognosen var -19,5 mnkr."
            ),
            "Prognosen för köpt vård är -40,5 mnkr. Marsprognosen var -18,2 mnkr.",
        ),
        (
            f"{ONE}Marsprognosen var -43,0 mnkr exklusive hyror.",
            f"{ONE}Marsprognosen var -42,4 mnkr.",
        ),
        (
            f"{ONE}Marsprognosen var cirka -43,0 mnkr.",
            f"{ONE}Marsprognosen var -42,4 mnkr.",
        ),
        (
            "Prognosen för köpt vård är omkring -40,5 mnkr. Marsprognosen var -43,0 mnkr.",
            f"{ONE}Marsprognosen var -42,4 mnkr.",
        ),
        (
            "Prognosen för helåret är -40,5 mnkr. Marsprognosen var -43,0 mnkr.",
            "Prognosen för helåret är -40,5 mnkr. Marsprognosen var -42,4 mnkr.",
        ),
        (
            "Prognosen för resten av året är -40,5 mnkr. Marsprognosen var -43,0 mnkr.",
            "Prognosen för resten av året är -40,5 mnkr. Marsprognosen var -42,4 mnkr.",
        ),
    ],
)
def test_forecasts_that_may_be_of_two_things(one, other):
    assert found(one, other) == []
