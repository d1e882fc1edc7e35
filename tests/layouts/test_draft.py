"""The parts of a report as they are collected."""

from pieces import draft_of, text

from ifo_followup.model.goals import GoalLevel

AREA, STRATEGIC, BOARD, QUALITY = (
    GoalLevel.TARGET_AREA,
    GoalLevel.STRATEGIC_GOAL,
    GoalLevel.BOARD_GOAL,
    GoalLevel.QUALITY_GOAL,
)


def parents(*levels: GoalLevel) -> list[str | None]:
    draft = draft_of()
    for level in levels:
        draft.add_goal(level, text("Mål"))
    return [goal.parent_id for goal in draft.goals]


def test_a_goal_belongs_to_the_last_one_above_its_level() -> None:
    assert parents(AREA, STRATEGIC, BOARD) == [None, "g1", "g2"]
    assert parents(AREA, BOARD, BOARD, AREA, BOARD) == [None, "g1", "g1", None, "g4"]
    assert parents(STRATEGIC, AREA, BOARD) == [None, None, "g2"]
    # goals of the board and of quality stand side by side
    assert parents(STRATEGIC, BOARD, QUALITY, BOARD) == [None, "g1", "g1", "g1"]
    assert parents(STRATEGIC, STRATEGIC) == [None, None]
    assert parents(BOARD) == [None]
