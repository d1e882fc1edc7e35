"""Every value of a report has a name, and the name leads back to it."""

import attrs
import pytest
from hypothesis import given, settings
from strategies import reports

from ifo_followup.locating.finding import ROWS, NoSuchValue, find, is_path
from ifo_followup.locating.values import PARTS, values_of
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number, Source, Text
from ifo_followup.out.rows import rows

WITHOUT_PRINT = {
    "municipality", "municipality_code", "report_type", "period_start", "period_end",
    "findings", "coverage", "corrections", "provenance",
}  # fmt: skip


def test_every_field_that_is_printed_is_a_part():
    assert {f.name for f in attrs.fields(FollowUpReport)} - WITHOUT_PRINT == set(PARTS)


def sources(held: object) -> int:
    """Sources below something, found another way: by all that it is made of."""
    if isinstance(held, tuple):
        return sum(map(sources, held))
    if isinstance(held, Source | Text):
        return 1  # a text is one value, however many pieces it was printed as
    if not attrs.has(type(held)):
        return 0
    return sum(sources(getattr(held, f.name)) for f in attrs.fields(type(held)))


@settings(max_examples=20)  # a whole report takes long to make up
@given(reports())
def test_values_are_complete_and_found_by_their_path(report: FollowUpReport):
    values = list(values_of(report))
    printed = attrs.evolve(report, findings=(), coverage=type(report.coverage)(), provenance=None)
    assert len(values) == sources(printed)
    assert len({value.path for value in values}) == len(values)
    for value in values:
        assert find(report, value.path) == (value,)
        held = eval(f"report.{value.path}", {"report": report})  # noqa: S307 - our own path
        assert held is value.held
        assert held.source is value.source


@settings(max_examples=20)
@given(reports())
def test_rows_of_frames_are_found_by_their_number(report: FollowUpReport):
    tables = rows(report)
    for name in ROWS:
        frame = tables[name.removesuffix("_cells") if name == "statistics_cells" else name]
        for n, row in enumerate(frame):
            (value,) = find(report, f"{name}[{n}]")
            assert isinstance(value.held, Number)
            assert value.held.value in row
        with pytest.raises(NoSuchValue, match=f"{len(frame)} {name}"):
            find(report, f"{name}[{len(frame)}]")


def goal(words: str) -> Goal:
    title = Text(words, Source(text=words))
    return Goal(goal_id="g1", level=GoalLevel.BOARD_GOAL, title=title)


REPORT = FollowUpReport(municipality="X", goals=(goal("Fler samtal"),))


@pytest.mark.parametrize("path", ["goals", "goals[0]", "goals[0].title", "goals[0].title.text"])
def test_a_part_gives_all_that_it_holds(path: str):
    (value,) = find(REPORT, path)
    assert (value.path, value.part) == ("goals[0].title", "goals")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("goals[1]", "there are 1 goals"),
        ("goals[0].name", "has no 'name'; there is: goal_id"),
        ("goal[0]", "a report has no 'goal'; there is: goals"),
        ("goals[0].assessment", "not in the report"),
        ("goals[0].goal_id", "nothing that is printed"),
        ("goals[0].__class__.x(y)", "no way to a value"),
        ("goals.title", "has no 'title'"),
        ("municipality", "a report has no 'municipality'"),
        ("title[0]", "title is no list"),
        ("", "no way"),
    ],
)
def test_what_is_not_there_is_said(path: str, words: str):
    with pytest.raises(NoSuchValue) as caught:
        find(REPORT, path)
    assert words in str(caught.value)


def test_paths_never_reach_into_python():
    assert not is_path("goals[0].__class__[1]()")
    assert not is_path("goals[-1]")
    with pytest.raises(NoSuchValue):
        find(REPORT, "__class__")
    with pytest.raises(NoSuchValue):
        find(REPORT, "goals[0].__init__")
