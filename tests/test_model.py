"""What the model refuses: values that lie, ids used twice, references that lead nowhere."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from strategies import reports

from ifo_followup.errors import FollowUpError, Reason
from ifo_followup.model.findings import Coverage, Finding, Severity
from ifo_followup.model.goals import Goal, GoalLevel, Indicator, Observation, ObservationKind
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.model.steering import MoneyRange
from ifo_followup.model.values import Assessment, Missing, Number, Place, Source, Text, Verdict

SOURCE = Source(text="x")


def goal(goal_id: str, parent_id: str | None = None) -> Goal:
    return Goal(
        goal_id=goal_id, parent_id=parent_id, level=GoalLevel.BOARD_GOAL, title=Text("Mål", SOURCE)
    )


def report(**parts) -> FollowUpReport:
    return FollowUpReport(municipality="Tyresö", **parts)


@pytest.mark.parametrize("cls", [Number, Assessment])
def test_a_value_or_the_reason_for_its_absence(cls):
    value = {"value": Decimal(1)} if cls is Number else {"verdict": Verdict.GREEN}
    with pytest.raises(ValueError, match="either"):
        cls(source=SOURCE)
    with pytest.raises(ValueError, match="either"):
        cls(**value, missing=Missing.DASH, source=SOURCE)
    assert cls(**value, source=SOURCE).text == "x"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_a_number_is_finite(value):
    with pytest.raises(ValueError, match="finite"):
        Number(value=Decimal(value), source=SOURCE)


@pytest.mark.parametrize(("low", "high"), [("2", "1"), ("NaN", "1"), ("0", "Infinity")])
def test_a_range_runs_upwards(low, high):
    with pytest.raises(ValueError, match="range"):
        MoneyRange(low=Decimal(low), high=Decimal(high), source=SOURCE)


@pytest.mark.parametrize("period", ["2018", "2018-04", "2018-04-30"])
def test_a_period_is_a_year_a_month_or_a_day(period):
    number = Number(missing=Missing.DASH, source=SOURCE)
    Observation(kind=ObservationKind.OUTCOME, period=period, number=number)
    with pytest.raises(ValueError, match="period"):
        Observation(kind=ObservationKind.OUTCOME, period=f"T1 {period}", number=number)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"goals": (goal("a"), goal("a"))}, "used more than once"),
        ({"goals": (goal("a", "b"),)}, "no goal has the id"),
        ({"goals": (goal("a", "a"),)}, "its own ancestor"),
        ({"goals": (goal("a", "b"), goal("b", "a"))}, "its own ancestor"),
        (
            {"indicators": (Indicator(indicator_id="i", goal_id="x", name=None),)},
            "no goal has the id",
        ),
        ({"period_start": date(2018, 5, 1), "period_end": date(2018, 4, 30)}, "ends before"),
        ({"municipality_code": "138"}, "municipality_code"),
    ],
)
def test_a_report_that_contradicts_itself_is_refused(parts, said):
    with pytest.raises(ValueError, match=said):
        report(**parts)


@given(reports())
def test_goals_form_a_tree(each):
    def below(goal: Goal) -> list[Goal]:
        return [goal, *(one for child in each.children(goal) for one in below(child))]

    roots = [goal for goal in each.goals if goal.parent_id is None]
    reached = [goal for root in roots for goal in below(root)]
    assert sorted(g.goal_id for g in reached) == sorted(g.goal_id for g in each.goals)


def test_a_report_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        report().municipality = "Nacka"


def test_coverage_of_nothing_is_whole():
    assert Coverage().share == 1.0
    assert Coverage(claimed=3, unclaimed=1, furniture=100).share == 0.75


@pytest.mark.parametrize("rule", ["Budget", "budget_sum", "-x", "x-", ""])
def test_a_rule_is_a_stable_id(rule):
    with pytest.raises(ValueError, match="rule"):
        Finding(rule=rule, severity=Severity.INFO, message="")


def test_a_page_counts_from_one():
    with pytest.raises(ValueError, match="page"):
        Place(page=0)


def test_the_reasons_are_a_closed_list():
    assert {reason.value for reason in Reason} == {
        "not_recognised",
        "ambiguous",
        "several_reports",
        "not_found",
        "empty",
        "unsupported_kind",
        "unsupported_variant",
        "encrypted",
        "encryption_unsupported",
        "damaged",
        "no_text_layer",
        "unmapped_glyphs",
        "pages_missing",
        "doctype_refused",
        "too_large",
        "archive_limit",
        "nesting_limit",
        "work_limit",
        "cpu_limit",
        "wall_limit",
        "memory_limit",
        "worker_crashed",
        "plugin_unknown",
        "plugin_failed",
        "output_failed",
    }


def test_every_error_has_one_root_and_says_where():
    def classes(cls: type) -> list[type]:
        return [cls, *(one for sub in cls.__subclasses__() for one in classes(sub))]

    names = {cls.__name__ for cls in classes(FollowUpError) if "ifo_followup" in cls.__module__}
    assert names >= {"UnknownDocument", "AmbiguousDocument", "UnreadableDocument", "PluginError"}
    error = FollowUpError("is torn", document="a.pdf", page=3, reason=Reason.DAMAGED)
    assert str(error) == "a.pdf, page 3: is torn [damaged]"


def test_a_text_knows_where_each_of_its_paragraphs_stands():
    first, second, third = (
        Source(text=words, place=Place(first_line=line))
        for line, words in (
            (3, "Kostnaden ökar."),
            (8, "Fler  barn\nplaceras."),
            (9, "Se 4.\n\nSlut."),
        )
    )
    text = Text("Kostnaden ökar.\n\nFler barn placeras.\n\nSe 4.\n\nSlut.", first, (second, third))
    for words, source in (("ökar", first), ("barn", second), ("Se", third), ("Slut", third)):
        assert text.source_at(text.text.find(words)) is source
    assert text.source_at(-1) is first
    assert Text("Kostnaden ökar.", first).source_at(9) is first


def test_what_is_printed_in_one_line():
    text = Text("Mål", Source(text="Mål", place=Place(page=6)))
    found = Finding(
        rule="unknown-word", severity=Severity.WARNING, message="no", source=text.source
    )
    assert str(found) == "page 6: warning unknown-word: no"
    assert str(attrs.evolve(found, source=SOURCE)) == "warning unknown-word: no"
    assert str(report()) == "Tyresö, report: empty"
    whole = report(
        report_type=ReportType.ANNUAL, period_end=date(2031, 12, 31), goals=(goal("g1"),),
        findings=(found, found),
    )  # fmt: skip
    assert str(whole) == "Tyresö, annual to 2031-12-31: 1 goals, 2 findings"
