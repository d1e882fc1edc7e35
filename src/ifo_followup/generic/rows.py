"""Rows that only the generic format has: goals with their indicators, measures with a status."""

from attrs import define, evolve, field

from ifo_followup.document import Cell
from ifo_followup.generic.heads import level_of
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.goal_tables import observations_of
from ifo_followup.layouts.mint import assessment_of, cell_text, joined
from ifo_followup.layouts.tables import MatchedTable, Row
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.steering import Measure
from ifo_followup.model.values import Text
from ifo_followup.swedish.text import squash


def read_measured_goals(table: MatchedTable, draft: Draft) -> None:
    """Rows of a goal, an indicator of it, its values: "Mål | Indikator | Utfall | Målvärde".

    A goal that goes on in the next row is printed once, in one cell or with empty ones below it.
    What is assessed in a row is its indicator; where no column names one, the goal.
    """
    named = any(c is not None and c.fills == "name" for c in table.columns)
    level = table.layout.level or GoalLevel.BOARD_GOAL
    goal: Goal | None = None
    above: Cell | None = None
    areas = _Areas(draft)
    for row in table.rows():
        for head, printed in row.all("area"):
            areas.read(head, printed, row)
        title_cell = row.get("title")
        title = cell_text(title_cell, row.spot())
        name = cell_text(row.get("name"), row.spot())
        cell = row.get("assessment")
        assessment, why = assessment_of(cell, draft.ledger, row.spot("assessment"))
        comment = joined(why, cell_text(row.get("comment"), row.spot("comment")))
        trend = cell_text(row.get("trend"), row.spot("trend"))
        label = name or title
        observations = tuple(observations_of(row, draft, label.text)) if label else ()
        row.get("followed_up")
        if title is not None and title_cell is not above and not _same(goal, title):
            whole = not named or name is None
            goal = draft.add_goal(
                level,
                title,
                assessment=assessment if whole else None,
                comment=comment if whole else None,
            )
            if whole:
                assessment = comment = None
        above = title_cell
        if name is not None or observations:
            draft.add_indicator(
                goal.goal_id if goal else None,
                name,
                observations,
                assessment=assessment,
                comment=comment,
                trend=trend,
            )
        row.leave()


@define(eq=False)
class _Areas:
    """The goal that those of the next column serve: "Målområde | Nämndmål"."""

    draft: Draft
    last: Text | None = field(default=None, init=False)

    def read(self, head: str, cell: Cell, row: Row) -> None:
        """Add the goal in a cell, unless it goes on from the row above."""
        title = cell_text(cell, row.spot())
        if title is None or (
            self.last is not None and squash(title.text) == squash(self.last.text)
        ):
            return
        self.last = title
        self.draft.add_goal(level_of(head), title)


def _same(goal: Goal | None, title: Text) -> bool:
    """Whether a row repeats the goal of the row above."""
    return goal is not None and squash(goal.title.text) == squash(title.text)


def read_measures(table: MatchedTable, draft: Draft) -> None:
    """Rows of a measure with its status and comment: "Åtgärd | Status | Kommentar"."""
    for row in table.rows():
        title = cell_text(row.get("title"), row.spot())
        status = cell_text(row.get("status"), row.spot("status"))
        result = cell_text(row.get("result"), row.spot("result"))
        comment = cell_text(row.get("comment"), row.spot("comment"))
        follow_up = joined(status, result, comment)
        if title is not None:
            draft.measures.append(Measure(title=title, follow_up=follow_up))
        elif follow_up is not None and draft.measures:
            last = draft.measures[-1]
            draft.measures[-1] = evolve(last, follow_up=joined(last.follow_up, follow_up))
        row.leave()


def unit_prefix(table: MatchedTable) -> str:
    """The word "Resultat" where it stands before every unit's name."""
    names = [cell.text.split() for row in table.rows() for cell in (_name(row),) if cell]
    units = [words for words in names if words]
    marked = sum(1 for words in units if words[0] == "Resultat" and len(words) > 1)
    return "Resultat" if marked > 1 and marked * 2 > len(units) else ""


def _name(row: Row) -> Cell | None:
    """The first filled cell that names the row."""
    for column, cell in zip(row.match.columns, row.cells, strict=True):
        named = column is not None and column.fills in ("name", "title")
        if named and cell is not None and cell.text.strip():
            return cell
    return None
