"""Labels on lines of their own, guarantees and measures."""

from datetime import date

from pieces import bullet, draft_of, paragraph, rules, text

from ifo_followup.layouts.declare import Label, LabelRole, SectionRole
from ifo_followup.layouts.labelled import Labelled, read_guarantee, read_measure
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, Status
from ifo_followup.model.values import Verdict

GOAL = Label(("MÅL",), LabelRole.GOAL, level=GoalLevel.BOARD_GOAL)
ASSESSMENT = Label(("Bedömning",), LabelRole.ASSESSMENT)
COMMENT = Label(("Kommentar",), LabelRole.COMMENT)
STATUS = Label(("Status",), LabelRole.STATUS)
SPECIAL = Label(("UPPDRAG",), LabelRole.ASSIGNMENTS, assignment=AssignmentKind.SPECIAL_ASSIGNMENT)


def run(role, *steps):
    """Hand labels and lines over, in order, and close the section."""
    draft = draft_of()
    reader = Labelled(draft, draft.ledger)
    for step in steps:
        if isinstance(step, Label):
            reader.label(step, role)
        else:
            reader.take(paragraph(step), text(step))
    reader.close()
    return draft


def test_a_goal_its_assessment_and_its_comment():
    draft = run(
        SectionRole.GOALS,
        GOAL, "Barn får stöd i tid", ASSESSMENT, "Delvis uppfyllt",
        COMMENT, "Kön är lång.", "Fler anställs.",
        GOAL, "Vuxna får stöd", ASSESSMENT, "Helt uppfyllt",
    )  # fmt: skip
    first, second = draft.goals
    assert (first.title.text, first.level) == ("Barn får stöd i tid", GoalLevel.BOARD_GOAL)
    assert first.assessment.verdict is Verdict.PARTLY_FULFILLED
    assert first.comment.text == "Kön är lång.\n\nFler anställs."
    assert (second.assessment.verdict, second.comment) == (Verdict.FULFILLED, None)


def test_assignments_begin_at_the_title_before_their_status():
    draft = run(
        SectionRole.ASSIGNMENTS,
        SPECIAL, "Ta fram en plan", "Planen ska gälla alla enheter.",
        STATUS, "Påbörjat", "Gruppen har träffats.",
        "Se över lokaler", STATUS, "Genomfört",
    )  # fmt: skip
    first, second = draft.assignments
    assert (first.title.text, first.kind) == ("Ta fram en plan", AssignmentKind.SPECIAL_ASSIGNMENT)
    assert first.description.text == "Planen ska gälla alla enheter."
    assert (first.status, first.comment.text) == (Status.STARTED, "Gruppen har träffats.")
    assert (second.title.text, second.status) == ("Se över lokaler", Status.COMPLETED)


def test_a_status_without_a_title_is_a_finding():
    draft = run(SectionRole.ASSIGNMENTS, SPECIAL, STATUS, "Påbörjat")
    assert draft.assignments == []
    assert "text-unplaced" in rules(draft.ledger.findings)


def test_decisions_have_a_date_and_go_on():
    draft = run(
        SectionRole.DECISIONS,
        "Sälja huset (beslut nämnden 2031-02-03)", "Huset är tomt.", COMMENT, "Det är sålt.",
        "Det andra huset ska hyras ut.", COMMENT, "Det är hyrt.",
    )  # fmt: skip
    first, second = draft.measures
    assert (first.title.text, first.decided) == ("Sälja huset", date(2031, 2, 3))
    assert (first.description.text, first.follow_up.text) == ("Huset är tomt.", "Det är sålt.")
    assert (second.title.text, second.decided) == ("Sälja huset", date(2031, 2, 3))
    assert (second.description.text, second.follow_up.text) == (
        "Det andra huset ska hyras ut.",
        "Det är hyrt.",
    )


def test_a_guarantee_and_its_judgement():
    draft = draft_of()
    for words in (
        "Familjerätt – Barn erbjuds samtal inom fem dagar",
        "Garantin är uppfylld. Alla har fått ett samtal.",
        "Alla får ett svar",
        "Garantin är inte uppfylld.",
    ):
        read_guarantee(text(words), draft, draft.ledger)
    first, second = draft.guarantees
    assert (first.area.text, first.promise.text) == (
        "Familjerätt",
        "Barn erbjuds samtal inom fem dagar",
    )
    assert first.assessment.verdict is Verdict.FULFILLED
    assert first.comment.text == "Alla har fått ett samtal."
    assert (second.area, second.promise.text) == (None, "Alla får ett svar")
    assert second.assessment.verdict is Verdict.NOT_FULFILLED


def test_measures_are_bullets_with_a_follow_up_behind():
    draft = draft_of()
    assert read_measure(bullet("Anställa två"), text("Anställa två"), draft)
    assert read_measure(paragraph("Status: Klart"), text("Status: Klart"), draft)
    assert read_measure(bullet("Flytta. Status: Pågår"), text("Flytta. Status: Pågår"), draft)
    assert not read_measure(paragraph("Vidare text"), text("Vidare text"), draft)
    assert [(m.title.text, m.follow_up.text) for m in draft.measures] == [
        ("Anställa två", "Klart"),
        ("Flytta.", "Pågår"),
    ]
