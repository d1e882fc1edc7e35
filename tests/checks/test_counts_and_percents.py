"""Growth, shares and sums that sentences and tables of counts print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_of_money import number, report, rules, text

from ifo_followup.checks import check_report
from ifo_followup.checks.percents import percents_in
from ifo_followup.model.goals import Goal, GoalLevel, UnitResult
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.values import Assessment, Source, Unit, Verdict

GROWTH = ["growth-differs"]
PART = ["part-differs"]
HEADS = ("Jan-Apr 2016", "Jan-Apr 2017", "Förändr jmf 2016", "Jan-Apr 2018", "Förändr jmf 2017")


def said(words: str, **more):
    return rules(check_report(report(said=words, **more)))


def volumes(*rows: tuple[str, ...], heads=HEADS, turned=False) -> StatisticsTable:
    cells = []
    for label, *figures in rows:
        for head, figure in zip(heads, figures, strict=True):
            percent = figure.endswith("%")
            value = number(figure.rstrip("% "), Unit.PERCENT if percent else Unit.COUNT)
            row, column = (head, label) if turned else (label, head)
            cells.append(StatisticsCell(row=row, column=column, number=value))
    return StatisticsTable(number=1, title=text("Nya ärenden"), cells=tuple(cells))


CHILDREN = ("Antal anmälningar barn & ungdom", "552", "604", "9%", "660", "9%")
VIOLENCE = ("Antal anmälningar våld i nära relation", "158", "223", "41%", "272", "22%")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Antalet ökade med cirka 30 procent, jämfört med 2015 (från 993 till 1272).", []),
        ("Antalet ökade med 30 procent, jämfört med 2015 (från 993 till 1272).", GROWTH),
        ("Antalet utredningar ökade med cirka 40 procent (från 315 till 434).", []),
        ("Antalet utredningar ökade med cirka 40 procent (från 315 till 414).", GROWTH),
        ("Antalet minskade från 141 till 124, en minskning med 12 procent.", []),
        ("Antalet ökade från 141 till 124, en ökning med 12 procent.", GROWTH),
        ("En ökning på ca 20 % - från 195 pågående utredningar till 233 i år.", []),
        ("En ökning på ca 30 % - från 195 pågående utredningar till 233 i år.", GROWTH),
        ("I år 660 anmälningar jämfört med 604 i fjol, vilket är 9 procent fler.", []),
        ("I år 660 anmälningar jämfört med 604 i fjol, vilket är 19 procent fler.", GROWTH),
        ("Antalet ökade från 1 020 till 1 275, det vill säga med 25 %.", []),
        ("Antalet har ökat med drygt 20 procent, från 200 till 256.", []),
        ("Antalet har ökat med drygt 20 procent, från 200 till 268.", GROWTH),
        ("Antalet har ökat med drygt 20 procent, från 200 till 236.", GROWTH),
        ("Antalet har ökat med nästan 20 procent, från 200 till 236.", []),
        ("Antalet har ökat med nästan 20 procent, från 200 till 256.", GROWTH),
        # levels, ages, days, years, money, percent of percent, few: nothing that can be told
        ("Andelen ökade till 30 procent, från 993 till 1272 svarande.", []),
        ("Andelen ökade med 10 procent, från 30 till 45 procent.", []),
        ("Andelen har ökat från 67 % under maj till 83 % nöjda.", []),
        ("Gruppen från 12 till 18 år har ökat med 5 procent.", []),
        ("Från 1 januari till 31 augusti ökade antalet med 5 procent.", []),
        ("Kostnaden ökade med 5 procent, från 300 tkr till 900 tkr.", []),
        ("Antalet ökade med 5 procent från 2016 till 2017.", []),
        ("Antalet ökade med 50 procent, från tre till fyra.", []),
        ("Antalet ökade med 5 procent, och kostnaden med 9 procent, från 993 till 1272.", []),
    ],
)
def test_growth_in_a_sentence(words, expected):
    assert said(words) == expected


@pytest.mark.parametrize("turned", [False, True])
def test_growth_in_a_row(turned):
    good = volumes(CHILDREN, VIOLENCE, turned=turned)
    assert said("", statistics=(good,)) == []
    for at, wrong in ((3, "19%"), (5, "41%"), (5, "-22%")):
        spoiled = (*VIOLENCE[:at], wrong, *VIOLENCE[at + 1 :])
        bad = volumes(CHILDREN, spoiled, turned=turned)
        assert said("", statistics=(bad,)) == GROWTH, wrong


def test_a_decrease_may_be_printed_without_its_minus():
    heads = ("2022", "2023", "Förändring")
    assert said("", statistics=(volumes(("Beslut", "100", "90", "10 %"), heads=heads),)) == []
    assert said("", statistics=(volumes(("Beslut", "100", "90", "-10 %"), heads=heads),)) == []
    assert said("", statistics=(volumes(("Beslut", "100", "90", "11 %"), heads=heads),)) == GROWTH
    assert said("", statistics=(volumes(("Andel", "50 %", "60 %", "9 %"), heads=heads),)) == []
    assert said("", statistics=(volumes(("Beslut", "2", "3", "10 %"), heads=heads),)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Antalet anmälningar våld i nära relation har ökat med 22 procent.", []),
        ("Antalet anmälningar våld i nära relation har ökat med 72 %.", []),  # since 2016
        ("Antalet anmälningar våld i nära relation har ökat med 36 procent.", GROWTH),
        ("Antalet anmälningar våld i nära relation har minskat med 22 procent.", GROWTH),
        ("Anmälningar våld i nära relation har ökat med 36 procent sedan 2015.", []),
        ("Anmälningar våld i nära relation har ökat med 36 procent i maj.", []),
        ("Anmälningar om våld har ökat med 36 procent.", []),
        ("Anmälningar barn och ungdom har ökat med 9 procent.", []),
        ("Anmälningar barn och ungdom har ökat med 15 procent.", GROWTH),
    ],
)
def test_growth_of_a_row_in_the_text(words, expected):
    found = said(words, statistics=(volumes(CHILDREN, (*VIOLENCE[:4], "272", "22%")),))
    assert found == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5 av 10 enheter (50 %) når målet.", []),
        ("5 av 10 enheter (60 %) når målet.", PART),
        ("Fem av åtta ärenden, vilket är 63 procent, blev klara.", []),  # 62,5 upwards
        ("Fem av åtta ärenden, vilket är 64 procent, blev klara.", PART),
        ("63 procent av ärendena (5 av 8) blev klara.", []),
        ("65 procent av ärendena (5 av 8) blev klara.", PART),
        ("Cirka 60 procent av ärendena (5 av 8) blev klara.", []),
        ("Sju av nio enheter når målnivån 80 %.", []),
        ("2 av 10 fall och 80 % av alla.", []),
        ("MiniMaria har nått 128 ungdomar varav 32 av dem var flickor och 96 var pojkar.", []),
        ("MiniMaria har nått 138 ungdomar varav 32 av dem var flickor och 96 var pojkar.", PART),
        ("Vi nådde 12 personer, varav tre kvinnor och åtta män.", PART),
        ("Vi nådde 12 personer, varav tre kvinnor.", []),
    ],
)
def test_parts_in_a_sentence(words, expected):
    assert said(words) == expected


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("Två av tre enheter är gröna.", []),
        ("Tre av tre enheter är gröna.", ["units-differ"]),
        ("En av tre enheter når målnivån.", ["units-differ"]),
        ("Tre av fyra enheter är gröna.", []),  # other units
    ],
)
def test_units_in_goal(comment, expected):
    goal = Goal(goal_id="b", level=GoalLevel.BOARD_GOAL, title=text("Mål"), comment=text(comment))
    lights = (Verdict.GREEN, Verdict.GREEN, Verdict.RED)
    units = tuple(
        UnitResult(
            goal_id="b",
            unit=text(f"Enhet {n}"),
            assessment=Assessment(verdict=light, source=Source(text="")),
        )
        for n, light in enumerate(lights)
    )
    assert rules(check_report(report(goals=(goal,), unit_results=units))) == expected


@given(st.integers(5, 100_000), st.integers(5, 100_000), st.integers(0, 2))
def test_growth_that_is_printed_right_is_never_told(old: int, new: int, decimals: int):
    from ifo_followup.swedish.numbers import format_number

    exact = Decimal(100 * abs(new - old)) / old
    if exact >= 999 or any(1900 <= n < 2100 for n in (old, new)):
        return
    word = "ökade" if new >= old else "minskade"
    percent = format_number(exact, decimals)
    words = f"Antalet {word} med {percent} procent, från {old} till {new}."
    assert said(words) == []


def test_percent_in_words():
    (found,) = percents_in("Den är tre procent.")
    assert (found.printed, found.value.middle) == ("tre procent", 3)
    (found,) = percents_in("Cirka 25 %.")
    assert (found.value.low, found.value.high) == (Decimal("22.5"), Decimal("27.5"))
