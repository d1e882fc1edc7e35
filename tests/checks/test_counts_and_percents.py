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
from ifo_followup.model.values import Assessment, Missing, Source, Unit, Verdict

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
ADULTS = ("Antal ansökningar vuxna", "110", "120", "9%", "150", "25%")
VIOLENCE = ("Antal anmälningar våld i nära relation", "158", "223", "41%", "272", "22%")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Antalet ökade med cirka 30 procent, jämfört med 2015 (från 993 till 1272).", []),
        ("Antalet ökade med 30 procent, jämfört med 2015 (från 993 till 1272).", GROWTH),
        ("Antalet utredningar ökade med cirka 40 procent (från 315 till 434).", []),
        ("Antalet utredningar ökade med cirka 40 procent (från 315 till 414).", GROWTH),
        ("Antalet minskade från 141 till 124, en minskning med 12 procent.", []),
        ("Antalet ökade från 141 till 124, en ökning med 12 procent.", []),
        ("En ökning på ca 20 % - från 195 pågående utredningar till 233 i år.", []),
        ("En ökning på ca 30 % - från 195 pågående utredningar till 233 i år.", GROWTH),
        ("I år 660 anmälningar jämfört med 604 i fjol, vilket är 9 procent fler.", []),
        ("I år 660 anmälningar jämfört med 604 i fjol, vilket är 19 procent fler.", []),
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
        # shares, ages, other counts, another direction, growth of a year
        ("Andelen nöjda har ökat med 6 procent, från 72 till 78.", []),
        ("Andelen nöjda har ökat med 6 procent, från 172 till 278.", []),
        ("Resultatet har ökat med 6 procent, från 72 till 78.", []),
        ("Måluppfyllelsen har ökat med 12 procent, från 120 till 180.", []),
        ("Det är mer än en fördubbling, en ökning med 100 procent från 200 till 430.", []),
        ("Barn från 7 till 12 har ökat med 10 procent.", []),
        (
            (
                "Antalet orosanmälningar har ökat med 12 procent medan antalet utredningar minskat "
                "från 210 till 180."
            ),
            [],
        ),
        ("Budgeten har ökat med 2 procent medan antalet gått från 500 till 600.", []),
        ("Kostnaden har ökat med 2 procent (från 500 till 600 ärenden).", []),
        ("Utredningarna ökade med 14 procent, 85 jämfört med 90 föregående månad.", []),
        ("Utredningarna ökade med 14 procent, från 190 till 185.", []),
        ("Antalet har ökat med 5 procent per år, från 100 till 163.", []),
        ("Antalet har ökat med över 5 procent, från 100 till 163.", []),
        ("Antalet har ökat med upp till 90 procent, från 100 till 163.", []),
    ],
)
def test_growth_in_a_sentence(words, expected):
    assert said(words) == expected


@pytest.mark.parametrize("turned", [False, True])
def test_growth_in_a_row(turned):
    good = volumes(CHILDREN, VIOLENCE, ADULTS, turned=turned)
    assert said("", statistics=(good,)) == []
    for at, wrong, expected in (
        (3, "19%", GROWTH),
        (5, "46%", GROWTH),
        (5, "-22%", GROWTH),
        (5, "41%", []),  # what two other counts of the row give
    ):
        spoiled = (*VIOLENCE[:at], wrong, *VIOLENCE[at + 1 :])
        bad = volumes(CHILDREN, spoiled, ADULTS, turned=turned)
        assert said("", statistics=(bad,)) == expected, wrong
        # one row alone does not show what is compared
        assert said("", statistics=(volumes(CHILDREN, spoiled, turned=turned),)) == []


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("100|90|10 %", []),  # a decrease may be printed without its minus
        ("100|90|-10 %", []),
        ("90|100|-10 %", []),  # the newest year first
        ("100|90|15 %", GROWTH),
        ("2|3|10 %", []),
        ("50 %|60 %|9 %", []),
        ("12|13|6 %", []),  # perhaps rounded amounts
    ],
)
def test_a_row_against_the_others(wrong, expected):
    rows = ("Beslut|200|230|15 %", "Beslut om vuxna|50|60|20 %", f"Övrigt|{wrong}")
    made = volumes(*(row.split("|") for row in rows), heads=("2022", "2023", "Förändring"))
    assert said("", statistics=(made,)) == expected


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        ("2021|2020|Förändring", ("110|100|10 %", "230|200|15 %", "60|50|20 %")),
        ("2019|2020|2021|Förändring 2019-2020", ("100|110|150|10 %", "200|230|400|15 %")),
        ("T1 2020|T1 2021|Helår 2020|Förändring", ("100|110|350|10 %", "200|230|600|15 %")),
        ("Budget|Utfall|Utveckling sedan 2019", ("100|110|40 %", "200|230|50 %", "50|60|9 %")),
        ("Antal|Antal barn|Förändring", ("100|40|7 %", "200|90|-3 %", "50|20|12 %")),
        ("2019|2020|Minskning, mål", ("100|90|5 %", "200|190|5 %", "50|40|20 %", "80|60|25 %")),
        (
            "2021 antal|2021 belopp|Förändring antal mot 2020",
            ("100|4000|7 %", "200|9000|-3 %", "50|2000|12 %"),
        ),
        (
            "Jan|Feb|Förändring mot föregående år",
            ("100|110|3 %", "200|230|-7 %", "50|60|12 %"),
        ),
        ("2019|2020|Förändring 2018-2020", ("100|110|10 %", "200|230|15 %", "50|60|35 %")),
        ("2019|2020|Förändringsmedel", ("100|110|10 %", "200|230|15 %", "50|60|35 %")),
        ("2019|2020|Förändring", ("100|110|10 %", "200|230|15 %", "50|60|2 %", "80|90|5 %")),
        ("2019|2020|Förändring", ("100|100|0 %", "200|200|0 %", "50|60|35 %")),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_changes_that_may_be_of_something_else(heads, rows, turned):
    named = [(f"Rad {n}", *row.split("|")) for n, row in enumerate(rows)]
    made = volumes(*named, heads=heads.split("|"), turned=turned)
    assert said("", statistics=(made,)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Antalet anmälningar våld i nära relation har ökat med 45 procent i Norra distriktet.",
        "Antalet anmälningar våld i nära relation från skolan har ökat med 12 procent.",
        "Kostnaderna för anmälningar våld i nära relation har ökat med 12 procent.",
        "Anmälningar våld i nära relation har ökat med 36 procent.",
    ],
)
def test_growth_that_may_not_be_of_the_row_it_names(words):
    assert said(words, statistics=(volumes(CHILDREN, VIOLENCE, ADULTS),)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("15 av 20 (75 %) fick besök.", []),
        ("15 av 20 (76 %) fick besök.", PART),
        ("I år fick 25 av 40 (63 procent) besök.", []),  # 62,5 upwards
        ("I år fick 25 av 40 (64 procent) besök.", PART),
        ("I år fick 25 av 40 (cirka 60 procent) besök.", []),
        ("I år fick 25 av 40 (minst 50 procent) besök.", []),
        ("Sju av nio enheter når målnivån 80 %.", []),
        ("2 av 10 fall och 80 % av alla.", []),
        # about so many
        ("Sju av tio (68 procent) är nöjda.", []),
        ("92 procent (nio av tio) är nöjda.", []),
        ("Drygt sju av tio (73 procent) är nöjda.", []),
        ("Mer än 9 av 10 (97 %) är nöjda.", []),
        ("Mer än 19 av 20 (97 %) är nöjda.", []),
        ("Nästan 9 av 10 (87 procent) är nöjda.", []),
        ("Cirka 2 av 3 (65 %) är nöjda.", []),
        ("Två av tre svarande, motsvarande 64 procent, är nöjda.", []),
        # percent of something else
        ("Målet för i år är nått, 12 av 15 (90 %).", []),
        ("Fler än i fjol, 12 av 15 (70 %), fick besök.", []),
        ("I Norra fick 15 av 20 (80 %) av männen besök.", []),
        ("9 av 10 (54 % svarade) är nöjda.", []),
        ("19 av 20 (54 % svarade) är nöjda.", []),
        ("3 av 4 som svarat (60 % svarsfrekvens) är nöjda.", []),
        ("12 av 14 mål är uppfyllda, vilket är 10 procent fler än i fjol.", []),
        ("8 av 10 brukare (90 % 2020) är nöjda.", []),
        ("Kommunen har plats 12 av 290 kommuner (79 procent nöjda).", []),
        ("Kommunen har plats 12 av 290 (79 procent).", []),
        ("Utfallet är 70 procent av budget (8 av 12 månader har gått).", []),
        ("Andelen är 90 procent (5 av 7 kommuner i länet).", []),
        # parts that leave a rest, overlap, or are of something else
        ("40 hushåll har fått stöd varav 30 kvinnor och 30 män.", []),
        ("12 familjer med barn, varav 15 flickor och 10 pojkar.", []),
        ("2021 placerades flera barn varav 22 flickor och 18 pojkar.", []),
        ("I 8 procent av fallen fanns barn varav 5 flickor och 6 pojkar.", []),
        ("1 200 tkr för placeringar varav 3 flickor och 4 pojkar.", []),
        ("I åldern 13 till 20 år var det flera varav 12 flickor och 9 pojkar.", []),
        ("40 personer varav 10 unga kvinnor och 12 kvinnor över 65.", []),
        ("128 barn varav 32 flickor och 90 pojkar samt 6 barn vars kön inte registrerats.", []),
    ],
)
def test_parts_in_a_sentence(words, expected):
    assert said(words) == expected


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("Två av tre enheter är gröna.", []),
        ("Tre av tre enheter är gröna.", ["units-differ"]),
        ("Som förut. Tre av tre enheter är gröna. Bra.", ["units-differ"]),
        ("En av tre enheter når målnivån.", []),  # the level may be less than green
        ("En av tre enheter når målet inte.", []),
        ("Minst tre av tre enheter är gröna.", []),
        ("Tre av tre enheter är gröna om allt går väl.", []),
        ("Målet nås så: Tre av tre enheter är gröna.", []),
        ("Minst två av tre enheter når målet.", []),
        ("Om två av tre enheter når målet är det gult.", []),
        ("Förra året var det så att 1 av 3 enheter når målet.", []),
        ("Så var det i fjol. 1 av 3 enheter är gröna.", []),
        ("Tre av fyra enheter är gröna.", []),  # other units
    ],
)
def test_units_in_goal(comment, expected):
    assert of_units(comment, Verdict.RED) == expected
    assert of_units(comment, None) == []  # a light that may be green


def of_units(comment, last):
    goal = Goal(goal_id="b", level=GoalLevel.BOARD_GOAL, title=text("Mål"), comment=text(comment))
    lights = (Verdict.GREEN, Verdict.GREEN, last)
    units = tuple(
        UnitResult(
            goal_id="b",
            unit=text(f"Enhet {n}"),
            assessment=Assessment(
                verdict=light, missing=None if light else Missing.LOST, source=Source(text="")
            ),
        )
        for n, light in enumerate(lights)
    )
    return rules(check_report(report(goals=(goal,), unit_results=units)))


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


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("cirka 28 %", "25.5", "30.5"),
        ("omkring 30 %", "25", "35"),
        ("ungefär 28,5 %", "26", "31"),
        ("drygt 30 %", "29.5", "40"),
        ("nästan 30 %", "20", "30.5"),
    ],
)
def test_round_words(words, low, high):
    (found,) = percents_in(f"Det är {words} av alla.")
    assert (found.value.low, found.value.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("word", ["över", "mer än", "minst"])
def test_open_upwards(word):
    (found,) = percents_in(f"Det är {word} 100 procent.")
    assert found.value.low > 99
    assert found.value.high > 10_000


@pytest.mark.parametrize("word", ["upp till", "högst"])
def test_open_downwards(word):
    (found,) = percents_in(f"Det är {word} 80 procent.")
    assert found.value.low < 0
    assert found.value.high < 81
