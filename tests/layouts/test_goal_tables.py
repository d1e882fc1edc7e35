"""Tables about goals that came as cells."""

from attrs import evolve
from pieces import GOALS, INDICATORS, draft_of, matched, rules, table, text

from ifo_followup.document import Colour
from ifo_followup.layouts.declare import CellKind, Column, TableLayout, TableRole
from ifo_followup.layouts.families import MEASURED_INDICATORS
from ifo_followup.layouts.goal_tables import (
    name_of,
    period_of,
    read_goals,
    read_indicators,
    read_months,
    read_overview,
    read_unit_results,
)
from ifo_followup.model.goals import GoalLevel, ObservationKind
from ifo_followup.model.values import Missing, Unit, Verdict

UNITS = TableLayout(
    role=TableRole.UNIT_RESULTS,
    columns=(
        Column(("Enhetens mål",), CellKind.LABEL, "title"),
        Column(("Indikator",), CellKind.PHRASE, "name"),
        Column(("Utfall",), CellKind.RESULT, "outcome"),
        Column(("Målnivå",), CellKind.PERCENT, "target"),
        Column(("Bedömning",), CellKind.LIGHT, "assessment"),
    ),
)
UNIT_HEAD = "Enhetens mål | Indikator | Utfall | Målnivå | Bedömning"
STRIP = TableLayout(
    role=TableRole.MONTH_STRIP,
    columns=tuple(
        Column((m,), CellKind.LIGHT, "month") for m in ("Jan", "Feb", "Mars", "April", "Maj")
    ),
)
OVERVIEW = TableLayout(
    role=TableRole.OVERVIEW,
    columns=(Column(("{number}: {words}",), CellKind.LIGHT, "area", repeats=True),),
)
GOAL_HEAD = "Nämndens mål | Bedömning | Kommentar"
INDICATOR_HEAD = "Indikator | Utfall 2022 | Utfall 2023 | Mål 2023 | Bedömning | Trend"


def goals(*rows):
    found = table(GOAL_HEAD, *rows)
    draft = draft_of(found)
    read_goals(matched(GOALS, found, draft), draft)
    return draft


def indicators(*rows, new_mark="", head=INDICATOR_HEAD):
    found = table(head, *rows)
    draft = draft_of(found)
    draft.add_goal(GoalLevel.BOARD_GOAL, text("Trygghet"))
    read_indicators(matched(INDICATORS, found, draft), draft, new_mark)
    return draft


def units(*rows, prefix=""):
    found = table(UNIT_HEAD, *rows)
    draft = draft_of(found)
    read_unit_results(matched(UNITS, found, draft), draft, prefix)
    return draft


def test_a_goal_with_its_assessment_and_comment():
    (goal,) = goals("Fler får stöd | Delvis uppfyllt | Kön är lång.").goals
    assert (goal.title.text, goal.level) == ("Fler får stöd", GoalLevel.BOARD_GOAL)
    assert goal.assessment.verdict is Verdict.PARTLY_FULFILLED
    assert goal.comment.text == "Kön är lång."


def test_an_explanation_below_the_verdict_is_the_comment():
    draft = goals("Fler får stöd | Delvis uppfyllt\n\nKön är lång. | ")
    assert draft.goals[0].assessment.verdict is Verdict.PARTLY_FULFILLED
    assert draft.goals[0].comment.text == "Kön är lång."


def test_unknown_words_are_kept_without_a_code():
    draft = goals("Fler får stöd | Hyfsat läge | Kön är lång.")
    assessment = draft.goals[0].assessment
    assert (assessment.verdict, assessment.missing) == (None, Missing.UNREADABLE)
    assert assessment.source.text == "Hyfsat läge"
    assert rules(draft.ledger.findings) == ["unknown-word"]


def test_a_dash_is_no_assessment():
    draft = goals("Fler får stöd | - | -")
    assert draft.goals[0].assessment is None
    assert draft.goals[0].comment is None
    assert draft.ledger.findings == []


def test_a_repeated_header_is_passed_over():
    assert len(goals("A | Helt uppfyllt | X.", GOAL_HEAD, "B | Ej uppfyllt | Y.").goals) == 2


def test_a_cell_that_nobody_takes_is_a_finding():
    found = table(f"{GOAL_HEAD} | Ansvarig", "A | Helt uppfyllt | X. | Kim")
    draft = draft_of(found)
    read_goals(matched(GOALS, found, draft), draft)
    assert rules(draft.ledger.findings) == ["cell-unread"]
    assert draft.ledger.coverage().unclaimed == 3


def test_indicators_belong_to_the_goal_above():
    draft = indicators("Andel nöjda | 80 % | 82 % | 85 % | Delvis uppfyllt | Ökande")
    (found,) = draft.indicators
    assert (found.goal_id, found.trend.text) == ("g1", "Ökande")
    assert [(o.kind, o.period, o.number.value, o.number.unit) for o in found.observations] == [
        (ObservationKind.OUTCOME, "2022", 80, Unit.PERCENT),
        (ObservationKind.OUTCOME, "2023", 82, Unit.PERCENT),
        (ObservationKind.TARGET, "2023", 85, Unit.PERCENT),
    ]


def test_empty_cells_and_dashes_give_no_observation():
    (found,) = indicators("Andel nöjda | | - | 85 % | | -").indicators
    assert [o.kind for o in found.observations] == [ObservationKind.TARGET]


def test_a_value_in_words_gives_an_observation_without_a_number():
    draft = indicators("Andel nöjda (%) | 80 | Mätning genomfördes inte | 85 | |")
    number = draft.indicators[0].observations[1].number
    assert number.unit is None
    assert (number.value, number.missing) == (None, Missing.NOT_MEASURED)
    assert draft.ledger.findings == []


def test_words_that_are_no_value_are_a_finding():
    draft = indicators("Andel nöjda | 80 % | Se bilagan | 85 % | |")
    assert rules(draft.ledger.findings) == ["unread-value"]
    assert draft.indicators[0].observations[1].number.missing is Missing.UNREADABLE


def test_values_with_scopes():
    draft = indicators("Kostnad, tkr | 5 | Myndighet: -12 480 Egen regi: 870 | 6 | |")
    second = draft.indicators[0].observations[1:3]
    assert [(o.scope, o.number.value) for o in second] == [
        ("Myndighet", -12480),
        ("Egen regi", 870),
    ]
    assert {o.number.unit for o in second} == {Unit.TKR}


def test_a_bare_number_counts():
    (found,) = indicators("Antal besök | 310 | 290 | 300 | |").indicators
    assert {o.number.unit for o in found.observations} == {Unit.COUNT}


def test_an_icon_in_front_of_a_name_is_its_light():
    found = table("Indikatorer | Utfall 2023 | Mål", "Andel nöjda | 1 % | 3 %", "Köer | 4 | 2")
    red = tuple(
        evolve(cell, mark=Colour(200, 0, 0)) if cell.text == "Andel nöjda" else cell
        for cell in found.cells
    )
    draft = draft_of(found)
    read_indicators(matched(MEASURED_INDICATORS, evolve(found, cells=red), draft), draft, "")
    lights = [(i.name.text, i.assessment and i.assessment.verdict) for i in draft.indicators]
    assert lights == [("Andel nöjda", Verdict.RED), ("Köer", None)]


def test_new_indicators_are_marked():
    rows = ("(N) Andel nöjda | 1 % | 2 % | 3 % | |", "Andel trygga | 1 % | 2 % | 3 % | |")
    draft = indicators(*rows, new_mark="(N)")
    assert [(i.name.text, i.is_new) for i in draft.indicators] == [
        ("Andel nöjda", True),
        ("Andel trygga", False),
    ]
    assert indicators("Andel trygga | 1 % | 2 % | 3 % | |").indicators[0].is_new is None
    assert name_of("(N) Andel nö- jda:") == name_of("Andel nöjda")


def test_a_board_goal_its_indicator_and_its_units():
    draft = units(
        "Barn får stöd i tid | | 50 % | 60 % | Gul",
        "Andel mål som nås | | | |",
        "| Norra enheten | Grön | |",
        "| Södra enheten | Röd | |",
    )
    (goal,) = draft.goals
    assert (goal.title.text, goal.assessment.verdict) == ("Barn får stöd i tid", Verdict.YELLOW)
    (indicator,) = draft.indicators
    assert indicator.name.text == "Andel mål som nås"
    assert [(o.kind.value, o.number.value, o.period) for o in indicator.observations] == [
        ("outcome", 50, "2024-08"),
        ("target", 60, "2024-08"),
    ]
    assert [(u.unit.text, u.assessment.verdict) for u in draft.unit_results] == [
        ("Norra enheten", Verdict.GREEN),
        ("Södra enheten", Verdict.RED),
    ]
    assert {u.goal_id for u in draft.unit_results} == {goal.goal_id}


def test_a_word_before_each_unit_goes():
    draft = units("Barn får stöd | | 50 % | 60 % | Gul", "| Resultat Norra | Grön | |",
                  prefix="Resultat")  # fmt: skip
    assert draft.unit_results[0].unit.text == "Norra"


def test_a_unit_without_a_light_does_not_become_a_goal():
    draft = units(
        "Barn får stöd | | 50 % | 60 % | Gul",
        "| Norra enheten | | |",
        "| Södra enheten | Grön | |",
    )
    assert [goal.title.text for goal in draft.goals] == ["Barn får stöd"]
    assert [indicator.name for indicator in draft.indicators] == [None]
    first, last = draft.unit_results
    assert (first.unit.text, first.assessment.missing) == ("Norra enheten", Missing.BLANK)
    assert (last.unit.text, last.assessment.verdict) == ("Södra enheten", Verdict.GREEN)
    assert "light-missing" in rules(draft.ledger.findings)


def test_a_units_light_may_stand_in_the_last_column():
    draft = units(
        "Barn får stöd | | 50 % | 60 % | Gul",
        "Andel mål som nås | | | |",
        "| Norra enheten | | | Grön",
        "Södra enheten | | | | Röd",
        "Resultat Västra | | | |",
        prefix="Resultat",
    )
    assert [i.name.text for i in draft.indicators] == ["Andel mål som nås"]
    assert [(u.unit.text, u.assessment.verdict) for u in draft.unit_results] == [
        ("Norra enheten", Verdict.GREEN),
        ("Södra enheten", Verdict.RED),
        ("Västra", None),
    ]


def test_a_goal_may_have_no_values_and_several_indicators():
    draft = units(
        "Barn får stöd | | | |",
        "| Andel nöjda | 50 % | 60 % | Gul",
        "| Andel trygga | 40 % | 30 % | Grön",
        "| Norra enheten | Grön | |",
    )
    assert [goal.title.text for goal in draft.goals] == ["Barn får stöd"]
    assert [(i.name.text, i.assessment.verdict) for i in draft.indicators] == [
        ("Andel nöjda", Verdict.YELLOW),
        ("Andel trygga", Verdict.GREEN),
    ]
    assert [[o.number.value for o in i.observations] for i in draft.indicators] == [
        [50, 60],
        [40, 30],
    ]
    assert [u.unit.text for u in draft.unit_results] == ["Norra enheten"]


def test_an_outcome_behind_its_light_is_said_to_be_shifted():
    draft = units("Barn får stöd | | | |", "| Andel nöjda | Grön | 60 % |")
    (indicator,) = draft.indicators
    assert indicator.assessment.verdict is Verdict.GREEN
    assert [(o.kind.value, o.number.value) for o in indicator.observations] == [("outcome", 60)]
    assert "cells-shifted" in rules(draft.ledger.findings)


def test_the_number_of_a_report_is_no_value():
    (indicator,) = indicators(
        "Andel nöjda | Redovisas i delårsrap port 2 | Mäts först 2024 | 90 % | - |"
    ).indicators
    assert [(o.number.value, o.number.missing) for o in indicator.observations] == [
        (None, Missing.NOT_MEASURED),
        (None, Missing.NOT_MEASURED),
        (90, None),
    ]


def test_a_value_whose_sign_is_not_known_is_told():
    draft = indicators("Avvikelse | 3,4- | (3,4) | -3,4 | - |")
    (indicator,) = draft.indicators
    assert [str(o.number.value) for o in indicator.observations] == ["None", "None", "-3.4"]
    assert rules(draft.ledger.findings) == ["unread-value", "unread-value"]


def test_a_month_has_a_light():
    found = table("Jan | Feb | Mars | April | Maj", "Gul | Grön | - | Röd |")
    draft = draft_of(found)
    draft.add_goal(GoalLevel.BOARD_GOAL, text("Trygghet"))
    read_months(matched(STRIP, found, draft), draft)
    assert [(m.month, m.assessment.verdict) for m in draft.monthly_assessments] == [
        (1, Verdict.YELLOW),
        (2, Verdict.GREEN),
        (4, Verdict.RED),
    ]


def test_the_overview_is_kept_by_number():
    found = table("1: Kvalitet | 2: Ekonomi", "Grön | Röd")
    draft = draft_of(found)
    read_overview(matched(OVERVIEW, found, draft), draft)
    assert {n: light.verdict for n, light in draft.area_lights.items()} == {
        "1": Verdict.GREEN,
        "2": Verdict.RED,
    }


def test_the_period_that_a_head_names():
    assert period_of("Utfall 2018") == "2018"
    assert period_of("Utfall T2 2019") == "2019-08"
    assert period_of("Utfall aug", "2019") == "2019-08"
    assert period_of("Utfall tertial 2", "2019") == "2019-08"
    assert period_of("Utfall T1", "2019") == "2019-04"
    assert period_of("Utfall aug") is None
    assert period_of("Utfall", "2019") is None


def test_a_row_among_units_without_the_word_before_them_is_told():
    draft = units(
        "Fler får stöd | | 50 % | 60 % | Gul",
        " | Resultat Enhet Norr | Grön | | ",
        " | Enhet Söder | Röd | | ",
        prefix="Resultat",
    )
    assert [u.unit.text for u in draft.unit_results] == ["Enhet Norr", "Enhet Söder"]
    found = [f for f in draft.ledger.findings if f.rule == "cells-unclear"]
    assert [f.source.text for f in found] == ["Enhet Söder"]


def test_an_outcome_in_words_with_figures_is_no_light():
    draft = units("Fler får stöd | | 50 % | 60 % | Gul", "Nöjda brukare | | 8,5 av 10 | 8 % | Grön")
    values = draft.indicators[-1].observations
    kinds = [(o.kind.value, o.number.source.text) for o in values]
    assert kinds == [("outcome", "8,5 av 10"), ("target", "8 %")]
    assert "cells-shifted" not in rules(draft.ledger.findings)
