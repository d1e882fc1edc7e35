"""Tables of words in plain text: cells over several lines, answers, crosses, goals in lines."""

import pytest
from made_up import T
from spaced_texts import rows
from test_made_up import quick, rules

import ifo_followup as ifo
from ifo_followup.generic.word_heads import are_word_heads
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import Likelihood, Status
from ifo_followup.model.values import Verdict

FRONT = """Delårsrapport 2 2019
Lindby kommun
Socialnämnden

Måluppföljning

"""


def read(*lines: str):
    return ifo.parse((FRONT + "\n".join(lines) + "\n").encode(), plugin="generic")


def verdict(assessed) -> Verdict | None:
    return assessed.assessment.verdict if assessed.assessment else None


def test_cells_go_on_over_several_lines():
    report = read(
        "Nämndmål                       Bedömning             Kommentar",
        "Barn och unga får hjälp i      Delvis uppfyllt       Köerna har kortats under året.",
        "rätt tid                                             Nya tider finns",
        "                                                     varje vecka.",
        "Vuxna klarar sig utan stöd     Uppfyllt              Fler arbetar.",
    )
    assert [(g.title.text, verdict(g)) for g in report.goals] == [
        ("Barn och unga får hjälp i rätt tid", Verdict.PARTLY_FULFILLED),
        ("Vuxna klarar sig utan stöd", Verdict.FULFILLED),
    ]
    assert report.goals[0].comment.text == (
        "Köerna har kortats under året. Nya tider finns varje vecka."
    )


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_gutter_of_one_space_behind_dates_and_values(gap):
    report = read(
        f"Uppdrag                        Klart      Status{gap}",
        f"Ta fram en plan           2019-12-31 Pågående enligt plan{gap}",
        f"Se över avtalen           2019-10-31 Avslutad{gap}",
        f"Öppna en mottagning       2020-01-31 Ej påbörjad{gap}",
    )
    assert [(a.title.text, a.status) for a in report.assignments] == [
        ("Ta fram en plan", Status.STARTED),
        ("Se över avtalen", Status.COMPLETED),
        ("Öppna en mottagning", Status.NOT_STARTED),
    ]


def test_risks_whose_value_touches_what_is_done():
    report = read(
        "Risk                          Sannolikhet Konsekvens  Riskvärde               Åtgärd",
        "Svårt att rekrytera           Hög         Allvarlig          12 Nya annonser",
        "handläggare",
        "Hot mot personal              Låg         Kännbar             4 Larm i alla rum",
    )
    assert [
        (r.title.text, r.likelihood, str(r.risk_value.value), r.mitigation.text)
        for r in report.risks
    ] == [
        ("Svårt att rekrytera handläggare", Likelihood.HIGH, "12", "Nya annonser"),
        ("Hot mot personal", Likelihood.LOW, "4", "Larm i alla rum"),
    ]


def test_two_columns_of_labels_of_which_one_goes_on():
    assert rows(
        "Kommunmål           Nämndens mål             Indikator         Utfall 2019    Status",
        "God miljö           Tryggt hem för alla      Antal besök                48    Grön",
        "                    barn",
        "                                             Andel nöjda               70 %   Gul",
        "Goda villkor        Låg frånvaro             Sjukfrånvaro             8,1 %   Röd",
    ) == [
        ["Kommunmål", "Nämndens mål", "Indikator", "Utfall 2019", "Status"],
        ["God miljö", "Tryggt hem för alla barn", "Antal besök", "48", "Grön"],
        ["", "", "Andel nöjda", "70 %", "Gul"],
        ["Goda villkor", "Låg frånvaro", "Sjukfrånvaro", "8,1 %", "Röd"],
    ]


NOT_PLAIN = [
    # does the second line begin a row, or a name on the next line of the first?
    (
        "Mål                       Bedömning     Kommentar",
        "Alla unga ska trivas i    Uppfyllt      De trivs.",
        "Lindby                                  De flyttar hit.",
        "Fler arbetar              Uppfyllt      Bra.",
    ),
    # a line that parts the rows into groups
    (
        "Uppdrag                   Status        Kommentar",
        "Bygga ut                  Pågår         I höst.",
        "Vuxna",
        "Lägga ned                 Avslutat      I våras.",
    ),
    # an answer beside no label
    (
        "Mål                       Bedömning     Kommentar",
        "Alla trivs                Uppfyllt      De trivs.",
        "                          Delvis        Bra.",
    ),
    # an answer beside the middle of a label
    (
        "Mål                       Bedömning",
        "Alla unga ska trivas",
        "och må bra                Uppfyllt",
        "Fler arbetar              Uppfyllt",
    ),
]


@pytest.mark.parametrize("lines", NOT_PLAIN)
def test_lines_that_are_not_plain_stay_text_and_it_is_told(lines):
    assert rows(*lines) is None
    found = [f for f in read(*lines).findings if f.rule in ("table-unread", "cells-unclear")]
    assert any(f.source.text == " ".join(lines[0].split()) for f in found)


def test_lights_leave_no_letters_and_that_is_told():
    report = read(
        "Målområde         Nämndmål                   Måluppfyllelse     Kommentar",
        "Trygghet          Insatser ges i tid                                 Köerna är korta.",
        "Ekonomi           Budgeten hålls                                     Det går bra.",
    )
    titles = [g.title.text for g in report.goals]
    assert titles == ["Trygghet", "Insatser ges i tid", "Ekonomi", "Budgeten hålls"]
    assert report.goals[1].comment.text == "Köerna är korta."
    (lost,) = [f for f in report.findings if f.rule == "light-lost"]
    assert lost.source.text == "Måluppfyllelse"


def test_lights_one_space_behind_figures_are_read_or_told():
    heads = "Nyckeltal                     Utfall 2018    Utfall 2019    Mål 2019           Status"
    report = read(
        heads,
        "Andel i tid                            79             84          85 Röd",
    )
    (indicator,) = report.indicators
    assert verdict(indicator) is Verdict.RED
    report = read(
        heads,
        "Andel i tid                            79             84         285 Röd",
        "Andel i arbete                         79             84            85 Grön",
    )
    assert [verdict(i) for i in report.indicators] == [None, None]
    assert "light-lost" in rules(report)


def test_comments_are_not_taken_for_answers():
    assert rows(
        "Nämndmål                     Status                         Kommentar",
        "Stöd i tid                             Köerna är korta.",
        "Budgeten hålls i år                    Det går bra.",
    )[1:] == [
        ["Stöd i tid", "", "Köerna är korta."],
        ["Budgeten hålls i år", "", "Det går bra."],
    ]


def test_a_footer_below_the_table_is_no_row():
    assert rows(
        "Uppdrag                   Status           Kommentar",
        "Bygga ut                  Pågår            Redovisas senare i år.",
        "Lägga ned                 Avslutat         Redovisas senare i år.",
        "",
        "",
        "Sida 3                                                  3(9)",
    ) == [
        ["Uppdrag", "Status", "Kommentar"],
        ["Bygga ut", "Pågår", "Redovisas senare i år."],
        ["Lägga ned", "Avslutat", "Redovisas senare i år."],
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Uppdrag Status Kommentar", True),
        ("Mål Indikator Utfall Utfall april Mål 2024 Bedömning", True),
        ("Mål och indikatorer", False),
        ("Risk och sannolikhet", False),
        ("Uppdrag", False),
        ("Utfall Budget Avvikelse", False),
    ],
)
def test_what_is_told_as_heads(line, expected):
    assert are_word_heads(line) is expected


def test_heads_that_one_space_parts_are_told():
    report = read("Direktiv och uppdrag Status Kommentar", "Bygga ut Pågår I höst.")
    assert report.assignments == ()
    assert "table-unread" in rules(report)


# -- crosses

CROSSED = [
    ["Övergripande mål", "Nämndens mål", "Uppfyllt", "Delvis uppfyllt", "Ej uppfyllt", "Kommentar"],
    ["Trygghet", "Insatser ges i tid", "X", "", "", "Bra."],
    ["Ekonomi", "Budgeten hålls", "", "", "x", ""],
]


def test_a_cross_says_the_words_over_it():
    report = quick(T(CROSSED))
    judged = {g.title.text: verdict(g) for g in report.goals if g.level is GoalLevel.BOARD_GOAL}
    assert judged == {
        "Insatser ges i tid": Verdict.FULFILLED,
        "Budgeten hålls": Verdict.NOT_FULFILLED,
    }
    assert report.goals[1].assessment.source.text == "Uppfyllt"
    assert report.goals[1].comment.text == "Bra."
    assert "column-unclear" not in rules(report)


def test_crosses_under_how_far_an_assignment_has_come():
    report = quick(
        T(
            [
                ["Uppdrag", "Ej påbörjad", "Pågår", "Avslutad"],
                ["Bygga", "", "x", ""],
                ["Riva", "", "", "x"],
            ]
        )
    )
    assert [a.status for a in report.assignments] == [Status.STARTED, Status.COMPLETED]


def test_crosses_under_one_head():
    report = quick(
        T(
            [
                ["Nämndmål", "Måluppfyllelse", None, None],
                ["", "Uppfyllt", "Delvis uppfyllt", "Ej uppfyllt"],
                ["Insatser ges i tid", "", "", "X"],
                ["Budgeten hålls", "X", "", ""],
            ],
            heads=2,
        )
    )
    assert [verdict(g) for g in report.goals] == [Verdict.NOT_FULFILLED, Verdict.FULFILLED]


def test_two_crosses_in_a_row_are_no_answer():
    report = quick(T([CROSSED[0], CROSSED[1], ["Ekonomi", "Budgeten hålls", "X", "X", "", ""]]))
    assert all(g.assessment is None for g in report.goals)
    assert "column-unclear" in rules(report) or "table-unread" in rules(report)


def test_crosses_in_plain_text():
    report = read(
        "Nämndmål                     Uppfyllt     Delvis uppfyllt    Ej uppfyllt",
        "Insatser ges i tid               X",
        "Budgeten hålls                                                    X",
        "Fler arbetar                                     X",
    )
    assert [verdict(g) for g in report.goals] == [
        Verdict.FULFILLED, Verdict.NOT_FULFILLED, Verdict.PARTLY_FULFILLED,
    ]  # fmt: skip


# -- goals in running lines


def test_a_goal_and_its_assessment_on_two_lines():
    report = read(
        "Nämndmål: Barn och unga växer upp",
        "under trygga villkor",
        "Bedömning: Delvis uppfyllt",
        "Fler familjer har fått stöd.",
        "",
        "Nämndmål: Vuxna arbetar",
        "Bedömning: Uppfyllt",
        "Fler har fått arbete.",
    )
    assert [(g.title.text, verdict(g)) for g in report.goals] == [
        ("Barn och unga växer upp under trygga villkor", Verdict.PARTLY_FULFILLED),
        ("Vuxna arbetar", Verdict.FULFILLED),
    ]


def test_a_goal_in_a_numbered_heading_and_its_assessment():
    report = read(
        "1 Inledning",
        "",
        "Året har gått bra och vi har nått det mesta av det som vi ville.",
        "",
        "2 Mål och indikatorer",
        "",
        "2.1 Nämndmål 1: Barn och unga får stöd",
        "Måluppfyllelse: Målet är delvis uppfyllt",
        "Under året har nämnden arbetat vidare med planen.",
        "",
        "2.2 Nämndmål 2: Vuxna arbetar",
        "Måluppfyllelse: Målet är uppfyllt",
        "Fler har fått arbete.",
        "Indikator                  Utfall 2018    Utfall 2019     Målvärde 2019",
        "Antal i arbete                      88             92               100",
        "",
        "3 Ekonomi",
        "",
        "Nämnden har en ekonomi i balans.",
    )
    assert [verdict(g) for g in report.goals] == [Verdict.PARTLY_FULFILLED, Verdict.FULFILLED]


def test_the_assessment_may_stand_below_its_label():
    report = read(
        "Strategiskt mål: Trygg uppväxt",
        "Bedömning",
        "Målet bedöms bli delvis uppfyllt",
        "Indikator                  Utfall 2018    Utfall 2019     Målvärde 2019",
        "Andel i tid                         88             92               100",
        "",
        "Strategiskt mål: Egen försörjning",
        "Bedömning",
        "Målet bedöms bli uppfyllt",
        "Indikator                  Utfall 2018    Utfall 2019     Målvärde 2019",
        "Antal i arbete                      88             92               100",
    )
    assert [verdict(g) for g in report.goals] == [Verdict.PARTLY_FULFILLED, Verdict.FULFILLED]


def test_a_goal_that_was_read_as_text_is_told():
    report = read("Året har gått bra. Nämndmål 1 nåddes. Bedömning: Uppfyllt. Mer sades inte.")
    assert report.goals == ()
    (told,) = [f for f in report.findings if f.rule == "text-unplaced"]
    assert "Bedömning: Uppfyllt" in told.source.text
