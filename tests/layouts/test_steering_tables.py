"""Assignments, risks and the yearly wheel, from cells."""

from decimal import Decimal

import pytest
from attrs import evolve
from pieces import ASSIGNMENTS, draft_of, matched, rules, table

from ifo_followup.layouts.declare import CellKind, Column, TableLayout, TableRole
from ifo_followup.layouts.steering_tables import read_assignments, read_calendar, read_risks
from ifo_followup.model.steering import AssignmentKind, Likelihood, RiskKind, Status
from ifo_followup.model.values import Unit, Verdict

BY_GROUP = TableLayout(
    role=TableRole.RISKS,
    risk=RiskKind.OPPORTUNITY,
    columns=(
        Column(("Möjligheter {words}",), CellKind.LABEL, "title"),
        Column(("Belopp (Msek)",), CellKind.RANGE, "impact"),
        Column(("Sannolikhet",), CellKind.LIKELIHOOD, "likelihood"),
        Column(("Omfattar",), CellKind.PROSE, "description"),
    ),
)
BY_TYPE = TableLayout(
    role=TableRole.RISKS,
    columns=(
        Column(("Typ",), CellKind.PHRASE, "category"),
        Column(("Risk",), CellKind.LABEL, "title"),
        Column(("Åtgärd",), CellKind.PROSE, "mitigation"),
        Column(("Bedömning",), CellKind.LIGHT, "assessment"),
    ),
)
WHEEL = TableLayout(
    role=TableRole.CALENDAR,
    columns=(
        Column(("Månad",), CellKind.MONTH, "month"),
        Column(("Aktivitet",), CellKind.LABEL, "activity"),
        Column(("Bedömning",), CellKind.LIGHT, "assessment"),
    ),
)


def read(reader, layout, *rows):
    found = table(*rows)
    draft = draft_of(found)
    reader(matched(layout, found, draft), draft)
    return draft


ASSIGNMENT_HEAD = "Nämnduppdrag | Status | Lägesbeskrivning"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Genomfört", Status.COMPLETED),
        ("Färdig", Status.COMPLETED),
        ("Påbörjad", Status.STARTED),
        ("Pågår", Status.STARTED),
        ("Ej påbörjat", Status.NOT_STARTED),
    ],
)
def test_an_assignment_with_its_status(words, status):
    draft = read(read_assignments, ASSIGNMENTS, ASSIGNMENT_HEAD, f"Ta fram plan | {words} | Klart.")
    (found,) = draft.assignments
    assert (found.kind, found.title.text) == (AssignmentKind.BOARD_ASSIGNMENT, "Ta fram plan")
    assert (found.status, found.status_text.text, found.comment.text) == (status, words, "Klart.")


def test_an_unknown_status_is_kept_as_printed():
    draft = read(read_assignments, ASSIGNMENTS, ASSIGNMENT_HEAD, "Ta fram plan | På gång? | X.")
    assert (draft.assignments[0].status, draft.assignments[0].status_text.text) == (
        None,
        "På gång?",
    )
    assert rules(draft.ledger.findings) == ["unknown-word"]


def test_a_row_without_a_title_goes_on_from_the_last():
    draft = read(
        read_assignments,
        ASSIGNMENTS,
        ASSIGNMENT_HEAD,
        "Ta fram plan för | Påbörjat | Ett.",
        "bemanning | | Två.",
        " | | Tre.",
    )
    (found,) = draft.assignments
    assert found.title.text == "Ta fram plan för bemanning"
    assert found.comment.text == "Ett.\n\nTvå.\n\nTre."


def test_risks_under_a_group_head():
    draft = read(
        read_risks,
        BY_GROUP,
        "Möjligheter inom stöd | Belopp (Msek) | Sannolikhet | Omfattar",
        "Statsbidrag | 0,5-1,0 | Låg | Nya medel.",
        "Färre köp | 2 | Medel | Egen regi.",
    )
    first, second = draft.risks
    assert (first.kind, first.category.text) == (RiskKind.OPPORTUNITY, "Möjligheter inom stöd")
    assert (first.impact.low, first.impact.high) == (Decimal("0.5"), Decimal("1.0"))
    assert first.impact.unit is Unit.MNKR
    assert [risk.likelihood for risk in draft.risks] == [Likelihood.LOW, Likelihood.MEDIUM]
    assert (second.impact.low, second.impact.high) == (2, 2)


def test_an_impact_that_is_no_amount_and_an_unknown_likelihood_are_findings():
    draft = read(
        read_risks,
        BY_GROUP,
        "Möjligheter inom stöd | Belopp (Msek) | Sannolikhet | Omfattar",
        "Statsbidrag | mycket | Kanske | Nya medel.",
    )
    assert sorted(rules(draft.ledger.findings)) == ["unknown-word", "unread-value"]
    assert draft.risks[0].likelihood_text.text == "Kanske"


def test_risks_with_values_and_types():
    draft = read(
        read_risks,
        BY_TYPE,
        "Typ | Risk | Åtgärd | Bedömning",
        "Omvärld | Fler söker stöd. Riskvärde 12 | Anställa. | Gul",
        " | Dyrare hyror (Riskvärde: 9) | Flytta. | Grön",
    )
    first, second = draft.risks
    assert (first.title.text, first.risk_value.value) == ("Fler söker stöd.", 12)
    assert (second.title.text, second.risk_value.value) == ("Dyrare hyror", 9)
    assert [risk.category.text for risk in draft.risks] == ["Omvärld", "Omvärld"]
    assert first.assessment.verdict is Verdict.YELLOW
    assert first.mitigation.text == "Anställa."


def test_the_yearly_wheel():
    draft = read(
        read_calendar,
        WHEEL,
        "Månad | Aktivitet | Bedömning",
        "Mars | Budget | Grön",
        "Juni-juli | Vilodagar | Gul",
        "Vår | Oklart när | Röd",
    )
    assert [(e.month, e.month_text.text, e.activity.text) for e in draft.calendar] == [
        (3, "Mars", "Budget"),
        (6, "Juni-juli", "Vilodagar"),
    ]
    assert rules(draft.ledger.findings) == ["row-unread"]


def test_a_row_goes_on_in_a_table_that_does_not_say_of_which_kind_it_is():
    plain = evolve(ASSIGNMENTS, assignment=None)
    draft = read(
        read_assignments, plain, ASSIGNMENT_HEAD, "Ta fram plan för | Påbörjat | Ett.",
        "bemanning | | Två.", " | | Tre.",
    )  # fmt: skip
    (found,) = draft.assignments
    assert (found.kind, found.title.text) == (
        AssignmentKind.ASSIGNMENT,
        "Ta fram plan för bemanning",
    )
    assert found.comment.text == "Ett.\n\nTvå.\n\nTre."


def test_a_row_that_does_not_go_on():
    draft = read(
        read_assignments, ASSIGNMENTS, ASSIGNMENT_HEAD, "Ta fram plan. | Påbörjat | Ett.",
        "bemanning | Genomfört | Två.", "Lokaler | Genomfört | Tre.",
    )  # fmt: skip
    assert [a.title.text for a in draft.assignments] == ["Ta fram plan.", "bemanning", "Lokaler"]
    # nor one of another kind of table
    found = table(ASSIGNMENT_HEAD, "inköp | Påbörjat | Ett.")
    special = evolve(ASSIGNMENTS, assignment=AssignmentKind.SPECIAL_ASSIGNMENT)
    read_assignments(matched(special, found, draft), draft)
    assert [a.title.text for a in draft.assignments][-1] == "inköp"


@pytest.mark.parametrize(
    ("reader", "layout", "rows"),
    [
        (read_assignments, ASSIGNMENTS, (ASSIGNMENT_HEAD, "Plan | Påbörjat | Ett.")),
        (read_risks, BY_TYPE, ("Typ | Risk | Åtgärd | Bedömning", "A | B | C | Grön")),
        (read_calendar, WHEEL, ("Månad | Aktivitet | Bedömning", "Maj | A | Grön")),
    ],
)
def test_a_cell_that_nobody_takes_is_a_finding(reader, layout, rows):
    head, row = rows
    draft = read(reader, layout, f"{head} | Ansvarig", f"{row} | Kim")
    assert rules(draft.ledger.findings) == ["cell-unread"]
