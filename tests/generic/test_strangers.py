"""What other municipalities print otherwise: heads, signs, genders, letters, dates."""

from datetime import date

import pytest
from made_up import B, H, P, T
from test_made_up import amounts, kept, meanings, quick, rules

import ifo_followup as ifo
from ifo_followup.generic.heads import Word, is_period, is_whose, word_of
from ifo_followup.generic.risk_values import product_column
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.money import Basis, Horizon
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import Status
from ifo_followup.model.values import Unit, Verdict

OUTCOME, BUDGET, FORECAST, DEVIATION = (
    Basis.OUTCOME, Basis.BUDGET, Basis.FORECAST, Basis.DEVIATION,
)  # fmt: skip
SO_FAR, YEAR = Horizon.YEAR_TO_DATE, Horizon.FULL_YEAR
TEXT = P("Underskottet under hösten beror på att fler barn och unga har placerats än väntat.")


# -- signs


def test_a_minus_behind_an_amount():
    report = quick(
        T([["", "Utfall aug", "Årsbudget"], ["Barn", "18 455-", "27 000-"], ["Intäkt", "5", "7"]])
    )
    assert amounts(report) == {"Barn": ["-18455", "-27000"], "Intäkt": ["5", "7"]}
    cell = report.budget_tables[0].lines[0].cells[0]
    assert cell.amount.source.text == "18 455-"


HEADS = ["", "Utfall aug", "Budget aug", "Avvikelse"]


def test_brackets_are_a_minus_where_the_rows_add_up_with_it_only():
    report = quick(T([HEADS, ["Barn", "(480)", "(470)", "(10)"], ["Vuxna", "(199)", "(201)", "2"]]))
    assert amounts(report) == {"Barn": ["-480", "-470", "-10"], "Vuxna": ["-199", "-201", "2"]}


def test_brackets_that_nothing_proves_are_not_read():
    report = quick(
        T([HEADS, ["Barn", "(480)", "(470)", "(10)"], ["Vuxna", "(205)", "(201)", "(4)"]])
    )
    assert set(amounts(report)["Barn"]) == {None}
    assert "unread-value" in rules(report)


def test_one_row_that_is_printed_wrongly_does_not_hide_the_minus():
    rows = [
        ["A", "(480)", "(470)", "(10)"],
        ["B", "(300)", "(320)", "20"],
        ["C", "(7)", "(9)", "2"],
    ]
    report = quick(T([HEADS, *rows, ["D", "(11)", "(14)", "3"], ["E", "(90)", "(40)", "(5)"]]))
    assert amounts(report)["A"] == ["-480", "-470", "-10"]


# -- columns of money


@pytest.mark.parametrize(
    "head",
    [
        "Förändring mot föregående prognos", "Förändring sedan fg prognos",
        "Förändring från föreg. prognos", "Förändring prognos",
    ],
)  # fmt: skip
def test_a_change_of_the_forecast_is_not_the_forecast_before(head):
    report = quick(T([["", "Prognos", "Föregående prognos", head], ["Barn", "90", "95", "-5"]]))
    assert meanings(report) == [
        (FORECAST, YEAR), (Basis.PREVIOUS_FORECAST, YEAR), (Basis.FORECAST_CHANGE, YEAR),
    ]  # fmt: skip


def test_a_month_alone_is_not_what_has_come_so_far():
    rows = [
        ["Tkr", "Månad", None, "Ackumulerat", None],
        ["", "Utfall", "Budget", "Utfall", "Budget"],
        ["Barn", "10", "12", "80", "90"],
    ]
    report = quick(T(rows, heads=2))
    assert amounts(report) == {"Barn": ["80", "90"]}
    assert ("Barn", "Månad Utfall", "10") in kept(report)


def test_of_forecasts_with_their_months_the_latest_counts():
    report = quick(T([["", "Prognos mars", "Prognos augusti"], ["Barn", "90", "95"]]))
    assert meanings(report) == [(FORECAST, YEAR)]
    assert amounts(report) == {"Barn": ["95"]}


def test_a_budget_that_the_outcome_deviates_from_is_not_surely_the_years():
    rows = [
        ["", "Utfall", "Budget 2019", "Avvikelse"],
        ["A", "10", "12", "2"],
        ["B", "7", "4", "-3"],
    ]
    report = quick(T(rows))
    assert meanings(report) == [(OUTCOME, SO_FAR)]
    assert rules(report).count("column-unclear") == 2


def test_rows_of_figures_in_no_table_are_told():
    report = quick(TEXT, P("Summa 12 400 11 900 500 19 000 18 200 800"))
    assert "table-unread" in rules(report)


# -- goals, indicators


def test_values_by_gender():
    rows = [
        ["Indikator", "Utfall 2018", None, "Utfall 2019", None, "Mål 2019"],
        ["", "Kvinnor", "Män", "Kvinnor", "Män", ""],
        ["Andel nöjda", "70 %", "64 %", "75 %", "66 %", "80 %"],
    ]
    (indicator,) = quick(T(rows, heads=2)).indicators
    assert [(o.period, o.scope, str(o.number.value)) for o in indicator.observations] == [
        ("2018", "Kvinnor", "70"), ("2018", "Män", "64"),
        ("2019", "Kvinnor", "75"), ("2019", "Män", "66"), ("2019", None, "80"),
    ]  # fmt: skip


def test_genders_beside_a_target_are_outcomes():
    rows = [
        ["Indikator", "Kvinnor", "Män", "Totalt", "Målvärde"],
        ["Antal nöjda", "4", "5", "9", "8"],
    ]
    (indicator,) = quick(T(rows)).indicators
    assert [(o.kind.value, o.scope) for o in indicator.observations] == [
        ("outcome", "Kvinnor"), ("outcome", "Män"), ("outcome", "Totalt"), ("target", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [
        ["2017", "2018", "Kvinnor", "Män"],
        ["Utfall 2018", "Mål 2019", "Kvinnor", "Män"],
        ["Mål Kvinnor", "Mål Män", "Kvinnor", "Totalt"],
    ],
)
def test_genders_beside_other_years_or_their_targets_may_be_of_those(heads):
    report = quick(T([["Indikator", *heads], ["Antal nöjda", "4", "5", "6", "7"]]))
    values = {str(o.number.value) for i in report.indicators for o in i.observations}
    assert values == {"4", "5"}
    assert kept(report) == {("Antal nöjda", heads[2], "6"), ("Antal nöjda", heads[3], "7")}
    assert rules(report).count("column-unclear") == 2


def test_what_is_for_both_is_not_one_of_them():
    rows = [["Indikator", "Utfall 2019 (kvinnor/män)"], ["Antal nöjda", "9"]]
    (indicator,) = quick(T(rows)).indicators
    assert [(o.scope, str(o.number.value)) for o in indicator.observations] == [(None, "9")]


def test_months_to_come_are_no_forecast_of_the_year():
    report = quick(T([["", "Prognos sep", "Prognos okt", "Utfall aug"], ["Barn", "9", "8", "7"]]))
    assert amounts(report) == {"Barn": ["7"]}


def test_a_chapter_named_after_goals_is_no_goal_and_a_numbered_one_is():
    report = quick(
        H("1 Måluppfyllelse"), H("1.1 Nämndens mål", 2),
        T([["Nämndens mål", "Bedömning"], ["Trygga barn", "Uppfyllt"]]),
        H("1.2 Nämndmål 2: Fler i arbete", 2), P("Bedömning: Målet är delvis uppfyllt"),
        H("1.3 Nämndmål 3: Färre i kö", 2), P("Bedömning: Uppfyllt"),
    )  # fmt: skip
    found = [(g.level, str(g.title), g.assessment and g.assessment.verdict) for g in report.goals]
    assert found == [
        (GoalLevel.BOARD_GOAL, "Trygga barn", Verdict.FULFILLED),
        (GoalLevel.BOARD_GOAL, "Fler i arbete", Verdict.PARTLY_FULFILLED),
        (GoalLevel.BOARD_GOAL, "Färre i kö", Verdict.FULFILLED),
    ]


def test_goals_under_a_heading_of_other_words():
    report = quick(
        TEXT, H("Så gick det"),
        H("Mål 1: Trygga barn", 2), P("Bedömning: Uppfyllt"),
        H("Mål 2: Fler i arbete", 2), P("Bedömning: Delvis uppfyllt"),
    )  # fmt: skip
    assert [g.assessment and g.assessment.verdict for g in report.goals] == [
        Verdict.FULFILLED, Verdict.PARTLY_FULFILLED,
    ]  # fmt: skip


# -- assignments, measures, risks


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ("Direktiv och uppdrag", Word.ASSIGNMENT),
        ("Utredningsuppdrag", Word.ASSIGNMENT),
        ("Nämndens åtaganden", Word.ACTIVITY),
        ("Åtgärder för ekonomi i balans", Word.ACTION),
        ("Kontrollåtgärd", Word.ACTION),
        ("Prognos måluppfyllelse", Word.ASSESSMENT),
        ("Utfall 2019 Kvinnor", Word.OUTCOME),
    ],
)
def test_more_heads_are_known(head, word):
    assert word_of(head) is word


def test_whose_values_are_is_no_period():
    assert is_period("2019 Män")
    assert is_whose("Kvinnor")
    assert not is_whose("Kvinnor 2019")
    assert not is_period("Kvinnor")


def test_what_a_measure_saves_does_not_make_it_a_budget():
    report = quick(
        T(
            [
                ["Åtgärd", "Effekt helår (tkr)", "Status"],
                ["Färre konsulenter", "2 500", "Pågår"],
            ]
        )
    )
    assert [(str(m.title), str(m.follow_up)) for m in report.measures] == [
        ("Färre konsulenter", "Pågår")
    ]
    assert ("Färre konsulenter", "Effekt helår (tkr)", "2 500") in kept(report)


def test_how_an_assignment_goes_stands_behind_how_far_it_has_come():
    rows = [["A", "Pågående med avvikelse"], ["B", "Avslutad enligt plan"], ["C", "Försenad"]]
    report = quick(T([["Uppdrag", "Status"], *rows]))
    assert [a.status for a in report.assignments] == [Status.STARTED, Status.COMPLETED, None]
    assert "unknown-word" in rules(report)


RISKS = [["Riskbeskrivning", "S", "K", "R", "Åtgärder"], ["Brist", "4", "3", "12", "Rekrytera"]]


def test_the_risk_value_is_the_product_of_the_letters():
    (risk,) = quick(T(RISKS)).risks
    assert risk.risk_value is not None
    assert str(risk.risk_value.value) == "12"


def test_a_letter_that_is_no_product_has_no_meaning():
    wrong = [RISKS[0], ["Brist", "4", "3", "13", "Rekrytera"]]
    report = quick(T(wrong))
    assert report.risks[0].risk_value is None
    assert ("Brist", "R", "13") in kept(report)
    assert product_column(["Risk", "S", "K", "S", "R"], [[], [], [], [], []]) is None


# -- whose, what and when


def named(*blocks: object) -> ifo.FollowUpReport:
    from made_up import render

    chapter = (H("Ekonomi"), P("Belopp i tkr."), B("En nämnd i balans."))
    return ifo.parse(render((*blocks, *chapter), "html"), plugin="generic")


def test_the_day_of_the_decision_is_no_period():
    report = named(H("Delårsrapport 2, 2024"), P("Lindby kommun, 2024-09-20"))
    assert report.period_end == date(2024, 8, 31)


@pytest.mark.parametrize("title", ["Årsbokslut 2024", "Bokslut 2024", "Nämndens årsrapport 2024"])
def test_the_accounts_of_a_year(title):
    report = named(H(title), P("Lindbys kommun"))
    assert (report.report_type, report.period_end) == (ReportType.ANNUAL, date(2024, 12, 31))


@pytest.mark.parametrize(
    ("printed", "board"),
    [
        ("Nämnden för individ och familjeomsorg", "Nämnden för individ och familjeomsorg"),
        ("Nämnden för Individ & Familjeomsorg", "Nämnden för Individ och Familjeomsorg"),
        ("Nämnden för arbete och välfärd", "Nämnden för arbete och välfärd"),
        ("Individ- och familjeutskottet", "Individ- och familjeutskottet"),
    ],
)
def test_boards_of_other_names(printed, board):
    report = named(H("Delårsrapport 2 2024"), P(printed), P("Lunds kommun"))
    assert str(report.board) == board
    assert (report.municipality, report.municipality_code) == ("Lund", "1281")


def test_the_unit_in_words():
    report = quick(T([["Tusentals kronor", "Utfall aug", "Årsbudget"], ["Barn", "5", "7"]]))
    assert report.budget_tables[0].unit is Unit.TKR


def test_a_title_that_begins_with_the_board_has_its_year():
    title = H("Bildnings- och socialnämndens verksamhetsberättelse 2023")
    report = named(title, P("Falu kommun"), P("Beslutad av nämnden 2024-02-14"))
    assert (report.report_type, report.period_end) == (ReportType.ANNUAL, date(2023, 12, 31))
    assert (report.municipality, report.municipality_code) == ("Falun", "2080")


def test_a_title_of_plain_text_may_begin_with_the_board():
    text = "Socialnämndens verksamhetsberättelse 2023\n\nLindby kommun\n\nPlanen för 2024 är ny."
    report = ifo.parse(text.encode(), plugin="generic")
    assert str(report.title) == "Socialnämndens verksamhetsberättelse 2023"
    assert (report.report_type, report.period_end) == (ReportType.ANNUAL, date(2023, 12, 31))


def test_status_and_comment_in_one_column():
    rows = [["A", "Klart."], ["B", "Pågår. Två delar är klara."], ["C", "Vi pågår. Klart."]]
    report = quick(T([["Uppdrag", "Status/Kommentar"], *rows]))
    assert [a.status for a in report.assignments] == [Status.COMPLETED, Status.STARTED, None]
    assert str(report.assignments[1].status_text) == "Pågår. Två delar är klara."


def test_a_heading_that_says_what_follows_is_no_goal():
    indicators = T([["Indikator", "Utfall 2018", "Mål 2019"], ["Andel nöjda", "80 %", "85 %"]])
    goals = T([["Nämndmål", "Bedömning"], ["Fler får hjälp i tid", "Uppfyllt"]])
    report = quick(H("3 Måluppföljning"), goals, H("3.1 Indikatorer", 2), indicators, H("4 Slut"))
    assert [g.title.text for g in report.goals] == ["Fler får hjälp i tid"]


def test_a_heading_may_state_a_goal_without_a_number():
    table = T([["Indikator", "2018", "Mål 2019"], ["Andel nöjda", "80 %", "85 %"]])
    report = quick(
        H("3 Uppföljning av mål"),
        H("3.1 Mål: Fler får hjälp i tid", 2),
        P("Bedömning: Målet är delvis uppfyllt."),
        table,
        H("4 Ekonomi"),
        TEXT,
    )
    (goal,) = report.goals
    assert (goal.title.text, goal.level) == ("Fler får hjälp i tid", GoalLevel.BOARD_GOAL)
    assert goal.number == "3.1"
    assert report.indicators[0].goal_id == goal.goal_id


def test_a_goal_without_a_number_has_none():
    heading = H("Mål: Fler får hjälp i tid", 2)
    report = quick(H("Uppföljning av mål"), heading, P("Målet nås."), H("Ekonomi"), TEXT)
    assert [(goal.title.text, goal.number) for goal in report.goals] == [
        ("Fler får hjälp i tid", None)
    ]


def test_what_a_risk_would_cost():
    heads = ["Riskområde", "Beskrivning", "Sannolikhet", "Påverkan (mnkr)"]
    report = quick(T([heads, ["Hyror", "Lokalerna blir dyrare", "Hög", "2,0–3,5"]]))
    (risk,) = report.risks
    assert risk.impact is not None
    assert word_of("Påverkan") is Word.CONSEQUENCE


def test_amounts_over_time_are_no_lines_of_a_budget():
    rows = [["April", "-2 300"], ["Augusti", "-400"], ["Oktober", "900"]]
    report = quick(P("Belopp i tkr"), T([["Prognostillfälle", "Prognos avvikelse helår"], *rows]))
    assert not report.budget_tables
    assert ("April", "Prognos avvikelse helår", "-2 300") in kept(report)
    assert "money-unclear" in rules(report)
