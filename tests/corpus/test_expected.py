"""Two reports against rows that were written down by eye, in each format they exist in."""

from dataclasses import dataclass, field
from types import ModuleType

import expected_tyreso_2017
import expected_tyreso_2022
import pytest
from readings import (
    FORMATS,
    TYRESO_2017,
    TYRESO_2022,
    Assignment,
    Frames,
    Goal,
    Guarantee,
    Measure,
    Read,
    Section,
    brief,
    money_cells,
    money_sections,
    records,
    squash,
    text_of,
)

pytestmark = pytest.mark.corpus

EXPECTED = {TYRESO_2017: expected_tyreso_2017, TYRESO_2022: expected_tyreso_2022}
# columns whose long texts are only written down by how they begin
LONG = frozenset(("table_title", "heading", "title", "name", "unit", "activity", "line", "section"))
CASES = [(report, kind) for report in EXPECTED for kind in FORMATS[report]]


@dataclass
class Case:
    expected: ModuleType
    frames: Frames = field(repr=False)

    def rows(self, table: str) -> list[dict[str, object]]:
        return [
            {name: brief(value) if name in LONG else value for name, value in row.items()}
            for row in records(self.frames[table])
        ]

    def cells(self, table: str, *columns: str) -> list[tuple[object, ...]]:
        return [tuple(row[column] for column in columns) for row in self.rows(table)]

    def titles(self) -> dict[object, object]:
        return {row["goal_id"]: row["title"] for row in self.rows("goals")}


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def case(request: pytest.FixtureRequest, read: Read) -> Case:
    report, kind = request.param
    return Case(EXPECTED[report], read(report, kind))


def like(expected: Section, got: Section) -> Section:
    """What was found, without the number of paragraphs where that is not to be compared."""
    if expected.text is None or got.text is None or expected.text.paragraphs is not None:
        return got
    return got._replace(text=got.text._replace(paragraphs=None))


def squashed(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """As squash() for the printed labels; codes and numbers are not touched by it."""
    return [tuple(squash(value) for value in row) for row in rows]


def test_report(case: Case) -> None:
    assert case.rows("report") == [case.expected.REPORT]


def test_goals(case: Case) -> None:
    titles = case.titles()
    got = [
        Goal(
            row["level"],
            row["number"],
            row["title"],
            titles.get(row["parent_id"]),
            row["assessment"],
            row["assessment_text"],
            text_of(row["comment"]),
        )
        for row in case.rows("goals")
    ]
    assert got == case.expected.GOALS


def test_indicators(case: Case) -> None:
    titles = case.titles()
    got = [
        (titles[row["goal_id"]], row["name"], row["assessment"], row["assessment_text"])
        for row in case.rows("indicators")
    ]
    assert got == case.expected.INDICATORS
    assert not any(row["comment"] or row["trend_text"] for row in case.rows("indicators"))
    assert not any(row["is_new"] for row in case.rows("indicators"))


def test_observations(case: Case) -> None:
    titles = case.titles()
    names = {
        row["indicator_id"]: (titles[row["goal_id"]], row["name"])
        for row in case.rows("indicators")
    }
    rows = case.rows("observations")
    got = [
        (
            *names[row["indicator_id"]],
            row["kind"],
            row["period"],
            str(row["value"]),
            row["unit"],
            row["text"],
        )
        for row in rows
    ]
    assert got == case.expected.OBSERVATIONS
    assert {row["scope"] for row in rows} <= {None}


@pytest.mark.parametrize(
    ("table", "column", "name"),
    [("unit_results", "unit", "UNIT_RESULTS"), ("monthly_assessments", "month", "MONTHLY")],
)
def test_lights(case: Case, table: str, column: str, name: str) -> None:
    titles = case.titles()
    got = [
        (titles[goal], what, *light)
        for goal, what, *light in case.cells(
            table, "goal_id", column, "assessment", "assessment_text"
        )
    ]
    assert got == getattr(case.expected, name)


def test_money(case: Case) -> None:
    got = case.cells(
        "budget_cells",
        *("table_no", "table_title", "line", "role"),
        *("quantity", "basis", "horizon", "amount", "unit"),
    )
    assert squashed(got) == squashed(money_cells(case.expected.MONEY))


def test_sections_of_money_tables(case: Case) -> None:
    got = dict.fromkeys(case.cells("budget_cells", "table_no", "section", "line"))
    assert squashed(list(got)) == squashed(money_sections(case.expected.MONEY))


def test_assignments(case: Case) -> None:
    rows = case.rows("assignments")
    got = [
        Assignment(
            row["kind"],
            row["title"],
            row["status"],
            row["status_text"],
            text_of(row["description"]),
            text_of(row["comment"]),
        )
        for row in rows
    ]
    assert got == case.expected.ASSIGNMENTS
    assert {row["assessment"] for row in rows} <= {None}


def test_measures(case: Case) -> None:
    got = [
        Measure(
            row["title"],
            row["decided"],
            text_of(row["description"]),
            text_of(row["follow_up"]),
        )
        for row in case.rows("measures")
    ]
    assert got == case.expected.MEASURES


def test_guarantees(case: Case) -> None:
    got = [
        Guarantee(
            row["area"],
            row["assessment"],
            len(str(row["assessment_text"]).split()),
            text_of(row["promise"]),
            text_of(row["comment"]),
        )
        for row in case.rows("guarantees")
    ]
    assert got == case.expected.GUARANTEES


def test_calendar(case: Case) -> None:
    assert case.cells("calendar", "month", "month_text", "activity") == case.expected.CALENDAR
    # the icons of the last column are lost
    assert {row["assessment"] for row in case.rows("calendar")} <= {None}


def test_events(case: Case) -> None:
    got: dict[object, list[int]] = {}
    for heading, text in case.cells("events", "heading", "text"):
        got.setdefault(heading, []).append(len(str(text).split()))
    assert got == case.expected.EVENTS
    assert list(got) == list(case.expected.EVENTS)


def test_sections(case: Case) -> None:
    got = [
        Section(row["number"], row["title"], row["level"], text_of(row["text"]))
        for row in case.rows("sections")
    ]
    expected = case.expected.SECTIONS
    got = [like(*pair) for pair in zip(expected, got, strict=False)] + got[len(expected) :]
    assert got == expected


def test_nothing_else(case: Case) -> None:
    assert case.rows("risks") == []
    assert case.rows("statistics") == []
