"""Who took what, and how single cells are read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pieces import SOMEWHERE, document, draft_of, heading, lines, paragraph, rules, table, text

from ifo_followup.document import Cell, Colour, Furniture, FurnitureKind
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import (
    Spot,
    assessment_of,
    cell_text,
    numbers_of,
    statistic_of,
    status_of,
    text_at,
)
from ifo_followup.model.findings import Severity
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.values import Missing, Unit, Verdict


def size(*texts):
    return len("".join("".join(texts).split()))


def test_claimed_furniture_and_unclaimed_are_everything():
    blocks = heading("1 Mål"), paragraph("Ett stycke."), table("A | B", "1 | 2"), lines("rad ett")
    margin = Furniture(text="Sida 1", kind=FurnitureKind.FOOTER, place=SOMEWHERE)
    ledger = Ledger(document(*blocks, furniture=(margin,)))
    ledger.claim(blocks[0], blocks[2].cells[3])
    ledger.claim(blocks[0])  # twice counts once
    found = ledger.coverage()
    assert found.claimed == size("1 Mål", "2")
    assert found.furniture == size("Sida 1")
    assert found.unclaimed == size("Ett stycke.", "A", "B", "1", "rad ett")
    assert [span.text for span in found.unclaimed_spans] == [
        "Ett stycke.", "A", "B", "1", "rad ett",
    ]  # fmt: skip
    assert ledger.is_claimed(blocks[0])
    assert not ledger.is_claimed(blocks[1])


@given(st.lists(st.tuples(st.text(max_size=8), st.booleans()), max_size=8))
def test_the_sums_hold_whatever_is_claimed(each):
    blocks = [paragraph(words) for words, _ in each]
    ledger = Ledger(document(*blocks))
    for block, (_, taken) in zip(blocks, each, strict=True):
        if taken:
            ledger.claim(block)
    found = ledger.coverage()
    assert found.claimed == size(*(words for words, taken in each if taken))
    assert found.claimed + found.unclaimed == size(*(words for words, _ in each))


def test_equal_texts_are_not_the_same_piece():
    blocks = paragraph("Lika"), paragraph("Lika")
    ledger = Ledger(document(*blocks))
    ledger.claim(blocks[1])
    assert not ledger.is_claimed(blocks[0])
    assert ledger.coverage().unclaimed == 4


def test_a_finding_keeps_what_it_is_about():
    ledger = Ledger(document())
    source = Spot(table=2, row="Hyror", column="Utfall").source("ca 3", SOMEWHERE)
    ledger.find("unread-value", "no value", source, severity=Severity.ERROR, printed="ca 3")
    (found,) = ledger.findings
    assert (found.rule, found.severity, found.printed) == ("unread-value", Severity.ERROR, "ca 3")
    assert (found.source.table, found.source.row, found.source.column) == (2, "Hyror", "Utfall")


def cell(words, **more):
    return Cell(text=words, row=1, column=1, place=SOMEWHERE, **more)


def test_a_dash_is_no_text():
    assert text_at(" – ", SOMEWHERE) is None
    assert text_at("  ", SOMEWHERE) is None
    assert cell_text(None) is None
    assert cell_text(cell(" Ord ")).text == "Ord"


def test_an_icon_without_colour_is_a_lost_light():
    ledger = Ledger(document())
    assessment, _ = assessment_of(cell("", mark=Colour(128, 128, 128)), ledger)
    assert (assessment.verdict, assessment.missing) == (None, Missing.LOST)
    assert rules(ledger.findings) == ["light-lost"]


def test_a_shaded_cell_is_a_light():
    assessment, why = assessment_of(cell("", fill=Colour(0, 176, 80)), Ledger(document()))
    assert (assessment.verdict, why) == (Verdict.GREEN, None)


def test_no_status_is_no_finding():
    ledger = Ledger(document())
    assert status_of("-", SOMEWHERE, ledger) == (None, None)
    assert ledger.findings == []


@pytest.mark.parametrize(
    ("words", "unit", "values"),
    [
        ("80 %", None, [(None, Decimal(80), Unit.PERCENT)]),
        ("1 250", Unit.TKR, [(None, Decimal(1250), Unit.TKR)]),
        ("-", None, []),
        ("", None, []),
        ("4 % kommunmål 5 % nämndmål", None,
         [("kommunmål", Decimal(4), Unit.PERCENT), ("nämndmål", Decimal(5), Unit.PERCENT)]),
        ("Inget utfall", None, [(None, None, None)]),
    ],
)  # fmt: skip
def test_values_of_a_measured_cell(words, unit, values):
    ledger = Ledger(document())
    found = list(numbers_of(cell(words), ledger, Spot(), unit))
    assert [(scope, n.value, n.unit) for scope, n in found] == values
    assert ledger.findings == []


@pytest.mark.parametrize(
    ("words", "value"), [("42 % (28 % 2020)", 42), ("1 200", 1200), ("2/5", None), ("ord", None)]
)
def test_cells_of_statistics(words, value):
    assert statistic_of(words, SOMEWHERE, Spot(), None).value == value


def test_no_content_is_no_statistic():
    assert statistic_of(" - ", SOMEWHERE, Spot(), None) is None


def test_goals_stand_under_the_last_one_of_a_higher_rank():
    draft = draft_of()
    area = draft.add_goal(GoalLevel.TARGET_AREA, text("Trygghet"), number="1")
    first = draft.add_goal(GoalLevel.STRATEGIC_GOAL, text("Tidigt stöd"))
    second = draft.add_goal(GoalLevel.BOARD_GOAL, text("Fler samtal"))
    third = draft.add_goal(GoalLevel.QUALITY_GOAL, text("Gott bemötande"))
    other = draft.add_goal(GoalLevel.TARGET_AREA, text("Ekonomi"))
    goals = (area, first, second, third, other)
    assert [goal.parent_id for goal in goals] == [None, "g1", "g2", "g2", None]
    assert draft.goal is other
    draft.add_indicator(None, None, ())
    assert [one.indicator_id for one in draft.indicators] == ["i1"]


def test_what_is_empty_is_no_piece_left():
    ledger = Ledger(document(paragraph(" "), paragraph("Ett ord.")))
    assert [span.text for span in ledger.coverage().unclaimed_spans] == ["Ett ord."]


def test_values_over_several_columns_are_no_number():
    wide = Cell(text="12", row=1, column=1, colspan=2, place=SOMEWHERE)
    (found,) = numbers_of(wide, draft_of().ledger, Spot(), None)
    assert (found[1].value, found[1].missing) == (None, Missing.UNREADABLE)
