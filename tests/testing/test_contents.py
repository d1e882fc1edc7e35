"""What a report says: the same for the same words on other paper; a line for every difference."""

from decimal import Decimal

from attrs import evolve
from hypothesis import given, settings

from ifo_followup.model.goals import Goal, GoalLevel, Indicator
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Place, Source, Text
from ifo_followup.out.differences import LABELS, same_value
from ifo_followup.testing import contents, differences
from ifo_followup.testing.any_object import anything
from ifo_followup.testing.strategies import reports


def goal(number: int, title: str, *, page: int = 1, parent: str | None = None) -> Goal:
    return Goal(
        goal_id=f"mål {number}",
        parent_id=parent,
        level=GoalLevel.BOARD_GOAL,
        title=Text(title, Source(text=title, place=Place(page=page))),
    )


def report(*goals: Goal, **others) -> FollowUpReport:
    return FollowUpReport(municipality="Tyresö", goals=goals, **others)


TREE = report(
    goal(7, "Ett"),
    goal(3, "Två", parent="mål 7"),
    indicators=(Indicator(indicator_id="x", goal_id="mål 3", name=None),),
)


def test_ids_are_numbered_in_reading_order_and_pages_left_out():
    found = contents(TREE)
    assert found["goals"] == [
        {"goal_id": "g1", "level": "board_goal", "title": "Ett"},
        {"goal_id": "g2", "parent_id": "g1", "level": "board_goal", "title": "Två"},
    ]
    assert found["indicators"] == [{"indicator_id": "i1", "goal_id": "g2"}]
    assert found["report"] == [{"municipality": "Tyresö"}]


def test_other_ids_and_pages_make_no_difference():
    other = report(
        goal(1, "Ett", page=9),
        goal(2, "Två", parent="mål 1"),
        indicators=(Indicator(indicator_id="y", goal_id="mål 2", name=None),),
    )
    assert differences(TREE, other) == []


@given(reports())
def test_a_report_does_not_differ_from_itself(made):
    assert differences(made, made) == []
    assert differences(contents(made), made) == []


@settings(max_examples=10)
@given(anything())
def test_any_two_reports_can_be_compared(other):
    for pair in ((TREE, other), (other, TREE)):
        lines = differences(*pair)
        assert all("\n" not in line for line in lines)
        assert bool(lines) == (contents(other) != contents(TREE))


def test_a_difference_names_table_row_and_column():
    got = evolve(TREE, goals=(evolve(TREE.goals[0], level=GoalLevel.TARGET_AREA), TREE.goals[1]))
    assert differences(TREE, got) == ['goals, Ett, level: expected "board_goal", got "target_area"']


def test_long_texts_are_shown_where_they_part():
    words = "Lång text om verksamheten. " * 20
    got = report(goal(1, words + "slut"))
    (line,) = differences(report(goal(1, words + "Slut")), got)
    assert 'expected ..."' in line
    assert 'Slut"' in line
    assert len(line) < 400


def test_a_missing_row_is_one_line_and_the_rest_is_aligned():
    three = report(goal(1, "Ett"), goal(2, "Två"), goal(3, "Tre"))
    two = report(goal(1, "Ett"), goal(3, "Tre"))
    lines = differences(three, two)
    assert any(line.startswith("goals, Två: missing; expected goal_id=") for line in lines)
    assert sum("missing" in line or "not expected" in line for line in lines) == 1
    (line,) = (x for x in differences(two, three) if "not expected" in x)
    assert line.startswith("goals, Två: not expected; got")


def test_one_of_several_values_will_do():
    expected = contents(TREE)
    expected["report"][0]["board"] = {"any_of": ["Socialnämnden", None]}
    assert differences(expected, TREE) == []
    board = Text("Socialnämnden", Source(text="x"))
    assert differences(expected, evolve(TREE, board=board)) == []
    (line,) = differences(expected, evolve(TREE, board=Text("Nämnden", Source(text="x"))))
    assert line == 'report, the row, board: expected "Socialnämnden" or nothing, got "Nämnden"'


def test_numbers_are_compared_exactly_and_truth_is_no_number():
    assert same_value(22, Decimal("22.0"))
    assert same_value(0.1, Decimal("0.1"))
    assert not same_value(Decimal("0.1"), Decimal("0.10000000000000001"))
    assert not same_value(1, True)
    assert not same_value("1", Decimal(1))
    assert not same_value(None, Decimal(0))


def test_every_table_has_labels_that_it_has():
    from ifo_followup.out.tables import TABLES

    assert list(LABELS) == list(TABLES)
    for table, names in LABELS.items():
        assert set(names) <= {column.name for column in TABLES[table]}


def test_a_hopeless_table_is_cut_short():
    many = report(*(goal(n, f"Mål nummer {n}") for n in range(200)))
    lines = differences(many, report())
    assert len(lines) == 61
    assert lines[-1] == "goals: and 140 more"
