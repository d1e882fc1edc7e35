"""The header of a table that nobody declared: what its columns fill, and what its rows become.

Each kind of table is tried in turn. What tells them apart is which known words stand in the first
columns, and what the cells below hold where a word has several meanings ("Mål", "Status").
"""

from collections.abc import Mapping
from enum import Enum

from attrs import define, field

from ifo_followup.document import Cell, Table
from ifo_followup.generic import contents
from ifo_followup.generic.heads import (
    Word,
    assignment_of,
    is_month,
    is_whose,
    level_of,
    risk_of,
    word_of,
)
from ifo_followup.generic.risk_values import product_column
from ifo_followup.generic.value_columns import value_columns
from ifo_followup.layouts.declare import CellKind, Column, TableLayout, TableRole
from ifo_followup.layouts.goal_tables import period_of
from ifo_followup.layouts.grids import Grid
from ifo_followup.layouts.money_heads import speaks_of_money
from ifo_followup.swedish.currency import MONEY_UNITS
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

_PROSE = 60  # characters; an assessment is shorter than its explanation
_LEAST_MONTHS = 3


class Reading(Enum):
    """What the rows of a table become."""

    GOALS = "goals"
    INDICATORS = "indicators"
    MEASURED_GOALS = "measured_goals"  # a goal and its indicators in the same row
    UNIT_RESULTS = "unit_results"
    MONTH_STRIP = "month_strip"
    OVERVIEW = "overview"
    ASSIGNMENTS = "assignments"
    MEASURES = "measures"
    RISKS = "risks"
    CALENDAR = "calendar"


Columns = tuple[Column | None, ...]


@define(eq=False)
class Header:
    """One reading of the first rows as heads."""

    table: Table
    grid: Grid
    depth: int
    heads: tuple[str, ...]
    words: list[Word | None] = field(init=False)
    cells: list[list[Cell]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.words = [word_of(head) for head in self.heads]
        self.cells = [contents.column(self.grid, self.depth, n) for n in range(len(self.heads))]

    def find(self) -> tuple[Reading, TableLayout, Columns] | None:
        """The reading that the heads allow."""
        for attempt in (self._lights, self._risks, self._calendar, self._tasks, self._goals):
            found = attempt()
            if found is not None:
                return found
        return None

    # -- what stands where

    def _first(self, *words: Word) -> int | None:
        return next((n for n, word in enumerate(self.words) if word in words), None)

    def _is_label(self, n: int | None, *, within: int = 2) -> bool:
        """Whether a column stands among the first and holds words, as a title does."""
        return (
            n is not None
            and n < within
            and contents.values(self.cells[n]) * 2 <= len(self.cells[n])
        )

    def _made(
        self, reading: Reading, layout: TableLayout, fills: Mapping[int, str]
    ) -> tuple[Reading, TableLayout, Columns]:
        columns = tuple(
            Column((head,), CellKind.PROSE, fills[n]) if n in fills else None
            for n, head in enumerate(self.heads)
        )
        return reading, layout, columns

    def _fill(self, wanted: Mapping[Word, str], given: Mapping[int, str]) -> dict[int, str]:
        """Give columns their fields; where two say the same, neither gets it."""
        out = dict(given)
        for word, name in wanted.items():
            here = [n for n, each in enumerate(self.words) if each is word and n not in given]
            if name == "assessment":
                here = self._one_assessment(here, out)
            if len(here) == 1 and name not in out.values():
                out[here[0]] = name
        return out

    def _one_assessment(self, here: list[int], out: dict[int, str]) -> list[int]:
        """The assessment among several: the latest where all name their periods."""
        for n in list(here):
            cells = self.cells[n]
            long = sum(len(c.text) for c in cells) > _PROSE * len(cells)
            if cells and long and not contents.assessed(cells):
                here.remove(n)  # running text under "Bedömning"
                if "comment" not in out.values() and Word.COMMENT not in self.words:
                    out[n] = "comment"
        codes = {n: period_of(self.heads[n], "0000") for n in here}
        if len(here) > 1 and all(codes.values()):
            latest = max(str(code) for code in codes.values())
            here = [n for n in here if codes[n] == latest]
        return here

    # -- lights alone

    def _lights(self) -> tuple[Reading, TableLayout, Columns] | None:
        filled = [cell for cells in self.cells for cell in cells]
        if not filled or contents.lights(filled) < len(filled):
            return None
        if len(self.heads) >= _LEAST_MONTHS and all(map(is_month, self.heads)):
            fills = dict.fromkeys(range(len(self.heads)), "month")
            return self._made(
                Reading.MONTH_STRIP, TableLayout(role=TableRole.MONTH_STRIP, columns=()), fills
            )
        numbered = [squash(head).partition(":")[0].isdigit() for head in self.heads]
        if all(numbered):
            fills = dict.fromkeys(range(len(self.heads)), "area")
            return self._made(
                Reading.OVERVIEW, TableLayout(role=TableRole.OVERVIEW, columns=()), fills
            )
        return None

    # -- risks, the yearly wheel

    def _risks(self) -> tuple[Reading, TableLayout, Columns] | None:
        title = self._first(Word.RISK)
        category = self._first(Word.CATEGORY)
        if title is None and category is not None:
            title, category = category, None  # "Riskområde" alone names the risks
        if title is None or not self._is_label(title, within=3):
            return None
        telling = (Word.LIKELIHOOD, Word.CONSEQUENCE, Word.RISK_VALUE, Word.ACTION, Word.IMPACT)
        value = product_column(self.heads, self.cells)
        if self._first(*telling) is None and value is None:
            return None
        given = {title: "title"} | ({category: "category"} if category is not None else {})
        given |= {value: "risk_value"} if value is not None else {}
        fills = self._fill(
            {
                Word.LIKELIHOOD: "likelihood",
                Word.IMPACT: "impact",
                Word.RISK_VALUE: "risk_value",
                Word.ACTION: "mitigation",
                Word.ASSESSMENT: "assessment",
                Word.COMMENT: "description",
            },
            given,
        )
        consequence = self._first(Word.CONSEQUENCE)
        if (
            consequence is not None
            and "description" not in fills.values()
            and contents.are_prose(self.cells[consequence])
        ):
            fills[consequence] = "description"
        layout = TableLayout(role=TableRole.RISKS, columns=(), risk=risk_of(self.heads[title]))
        return self._made(Reading.RISKS, layout, fills)

    def _calendar(self) -> tuple[Reading, TableLayout, Columns] | None:
        if self.words[0] is not Word.MONTH:
            return None
        text = self._first(Word.ACTIVITY, Word.COMMENT)
        if text is None or contents.values(self.cells[text]):
            return None
        fills = self._fill({Word.ASSESSMENT: "assessment"}, {0: "month", text: "activity"})
        return self._made(Reading.CALENDAR, TableLayout(role=TableRole.CALENDAR, columns=()), fills)

    # -- assignments, measures

    def _is_budget(self) -> bool:
        """Whether the heads are those of money; beside a status one may say what is saved."""
        followed = self._first(Word.STATUS) is not None
        heads = [h for h in self.heads if not (followed and read_unit(h) in MONEY_UNITS)]
        return speaks_of_money(heads)

    def _tasks(self) -> tuple[Reading, TableLayout, Columns] | None:
        at = self._first(Word.ASSIGNMENT)
        if self._is_label(at):
            return self._assignments(at or 0)
        at = self._first(Word.ACTIVITY)
        goal = self._first(Word.GOAL)
        if self._is_label(at) and self._first(Word.STATUS) is not None and goal is None:
            return self._assignments(at or 0)
        at = self._first(Word.ACTION)
        if self._is_label(at) and goal is None:
            return self._measures(at or 0)
        return None

    def _assignments(self, at: int) -> tuple[Reading, TableLayout, Columns] | None:
        known = {Word.STATUS: "status", Word.COMMENT: "comment", Word.ASSESSMENT: "assessment"}
        if self._first(*known) is None or self._is_budget():
            return None
        fills = self._fill(known, {at: "title"})
        for n, name in list(fills.items()):
            cells = self.cells[n]
            # a light under "Status", "Genomfört" under "Bedömning"
            if (
                name == "status"
                and "assessment" not in fills.values()
                and contents.lights(cells) * 2 > len(cells)
            ):
                fills[n] = "assessment"
            elif (
                name == "assessment"
                and "status" not in fills.values()
                and contents.statuses(cells) * 2 > len(cells)
            ):
                fills[n] = "status"
        layout = TableLayout(
            role=TableRole.ASSIGNMENTS, columns=(), assignment=assignment_of(self.heads[at])
        )
        return self._made(Reading.ASSIGNMENTS, layout, fills)

    def _measures(self, at: int) -> tuple[Reading, TableLayout, Columns] | None:
        if self._first(Word.STATUS, Word.COMMENT, Word.ASSESSMENT) is None or self._is_budget():
            return None
        fills = self._fill(
            {Word.STATUS: "status", Word.COMMENT: "comment", Word.ASSESSMENT: "result"},
            {at: "title"},
        )
        return self._made(
            Reading.MEASURES, TableLayout(role=TableRole.ASSIGNMENTS, columns=()), fills
        )

    # -- goals and indicators

    def _goals(self) -> tuple[Reading, TableLayout, Columns] | None:
        goal, name = self._first(Word.GOAL), self._first(Word.INDICATOR)
        goal = (
            goal
            if self._is_label(goal, within=3) and (name is None or goal is None or goal < name)
            else None
        )
        name = name if self._is_label(name, within=4) else None
        label = goal if goal is not None else name
        if label is None or any(
            contents.texts(self.cells[n]) and self.words[n] is None and self.heads[n].strip()
            for n in range(label)
        ):
            return None
        area = None
        second = next((n for n, w in enumerate(self.words) if w is Word.GOAL and n != goal), None)
        if goal is not None and second == goal + 1 and contents.texts(self.cells[second]):
            area, goal = goal, second  # "Målområde | Nämndmål": the first is served by the second
        parts = ((area, "area"), (goal, "title"), (name, "name"))
        given = {n: f for n, f in parts if n is not None}
        given |= self._whose_rows(given)
        fills = value_columns(self.heads, self.words, self.cells, given)
        fills = self._fill(
            {
                Word.ASSESSMENT: "assessment",
                Word.STATUS: "assessment",
                Word.TREND: "trend",
                Word.COMMENT: "comment",
            },
            fills,
        )
        self._unheaded(fills)
        self._lights_for_values(fills, "outcome")
        self._lights_for_values(fills, "forecast")
        return self._goal_reading(fills, goal, name)

    def _whose_rows(self, given: Mapping[int, str]) -> dict[int, str]:
        """The column that says of each row whose its values are: "Kvinnor", below it "Män"."""
        for n, word in enumerate(self.words):
            texts = [cell.text for cell in self.cells[n]]
            if n not in given and word is None and len(texts) > 1 and all(map(is_whose, texts)):
                return {n: "whose"}
        return {}

    def _unheaded(self, fills: dict[int, str]) -> None:
        """Columns without a head: icons are the assessment, the same words in each row nothing."""
        for n, head in enumerate(self.heads):
            if n in fills or head.strip():
                continue
            cells = self.cells[n]
            printed = {cell.text.strip() for cell in cells}
            if (
                cells
                and contents.lights(cells) == len(cells)
                and "assessment" not in fills.values()
            ):
                fills[n] = "assessment"
            elif len(printed) == 1 and (len(cells) > 1 or not is_word(printed)):
                fills[n] = "followed_up"

    def _lights_for_values(self, fills: dict[int, str], kind: str) -> None:
        """One column of lights under "Utfall", or "Prognos", and no other: the assessment."""
        columns = [n for n, name in fills.items() if name == kind]
        if len(columns) != 1 or "assessment" in fills.values():
            return
        cells = self.cells[columns[0]]
        if cells and contents.assessed(cells) == len(cells):
            fills[columns[0]] = "assessment"

    def _goal_reading(
        self, fills: dict[int, str], goal: int | None, name: int | None
    ) -> tuple[Reading, TableLayout, Columns] | None:
        kinds = set(fills.values())
        measured = bool(kinds & {"outcome", "target", "forecast"})
        judged = bool(kinds & {"assessment", "comment"})
        if not (measured or judged):
            return None
        if goal is None:
            role = TableLayout(role=TableRole.INDICATORS, columns=())
            return self._made(Reading.INDICATORS, role, fills)
        role = TableLayout(role=TableRole.GOAL, columns=(), level=level_of(self.heads[goal]))
        if not measured and name is None and "area" not in kinds:
            return self._made(Reading.GOALS, role, fills)
        outcomes = [c for n, f in fills.items() if f == "outcome" for c in self.cells[n]]
        if name is not None and "area" not in kinds and contents.lights(outcomes) > 1:
            return self._made(Reading.UNIT_RESULTS, role, fills)
        return self._made(Reading.MEASURED_GOALS, role, fills)


def is_word(printed: set[str]) -> bool:
    """Whether what a column repeats are words of one row only."""
    return any(len(text) > 1 for text in printed)
