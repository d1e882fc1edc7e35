"""Goals: shares of units, lights in several places, months to come."""

from datetime import date

import pytest
from tables_of_money import number, report, rules, text

from ifo_followup.checks import check_report
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.goals import (
    Goal,
    GoalLevel,
    Indicator,
    MonthlyAssessment,
    Observation,
    ObservationKind,
    UnitResult,
)
from ifo_followup.model.values import Assessment, Missing, Source, Unit, Verdict

WORDS = {"g": Verdict.GREEN, "y": Verdict.YELLOW, "r": Verdict.RED, "-": Verdict.NO_OUTCOME}


UNKNOWN = {"?": Missing.UNREADABLE, "l": Missing.LOST, " ": Missing.BLANK}


def light(letter: str) -> Assessment:
    if letter in UNKNOWN:
        return Assessment(missing=UNKNOWN[letter], source=Source(text=letter))
    return Assessment(verdict=WORDS[letter], source=Source(text=letter))


def lit(area="g", goal="g", month="g", *, units="", share="", at=8):
    goals = (
        Goal(goal_id="a", level=GoalLevel.TARGET_AREA, title=text("Kvalitet"), number="1",
             assessment=light(area)),
        Goal(goal_id="b", parent_id="a", level=GoalLevel.BOARD_GOAL, title=text("Trygga barn"),
             assessment=light(goal)),
    )  # fmt: skip
    outcome = Observation(kind=ObservationKind.OUTCOME, number=number(share or "1", Unit.PERCENT))
    return report(
        goals=goals,
        unit_results=tuple(
            UnitResult(goal_id="b", unit=text(f"Enhet {n}"), assessment=light(letter))
            for n, letter in enumerate(units)
        ),
        indicators=(Indicator(indicator_id="i", goal_id="b", name=None, observations=(outcome,)),)
        if share
        else (),
        monthly_assessments=(MonthlyAssessment(goal_id="b", month=at, assessment=light(month)),),
        period_start=date(2021, 1, 1),
        period_end=date(2021, 8, 31),
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lit(), []),
        (lit(area="y"), ["lights-differ"]),
        (lit(month="r"), ["lights-differ"]),
        (lit(at=9), ["light-early"]),
        (lit(month="-", at=9), []),
        (lit(units="ggyy", share="50"), []),
        (lit(units="gggggyyyr-", share="60"), ["share-differs"]),
        (lit(units="gggggyyyr ", share="60"), ["share-differs"]),
        (lit(units="gggggyyyr?", share="60"), []),  # a light that may be green
        (lit(units="gggggyyyrl", share="60"), []),
        (lit(units="ggy", share="67"), []),
        (lit(units="ggy", share="66,7"), []),
        (lit(units="g" * 25 + "y" * 15, share="63"), []),  # 62,5 is printed 63
        (lit(units="g", share="60"), []),  # one unit is no share
    ],
)
def test_lights(made, expected):
    assert rules(check_report(made)) == expected


def test_a_rule_can_be_switched_off_with_a_reason():
    told = check_report(lit(at=9), off={"light-early": "the strip holds forecasts"})
    assert rules(told) == ["rule-off"]
    assert "forecasts" in told[0].message


def test_a_check_of_a_plugin():
    mine = Finding(rule="own-rule", severity=Severity.WARNING, message="so")

    def good(_):
        return [mine]

    def bad(_):
        raise KeyError("x")

    def odd(_):
        return ["no finding"]

    assert check_report(lit(), more=[good]) == (mine,)
    assert rules(check_report(lit(), more=[bad, odd, good])) == [
        "check-failed",
        "check-failed",
        "own-rule",
    ]


def counted(*observations, end=date(2018, 4, 30)):
    made = tuple(
        Observation(
            kind=ObservationKind.OUTCOME,
            period=period,
            scope=scope,
            number=number(value, Unit.COUNT),
        )
        for period, scope, value in observations
    )
    indicator = Indicator(
        indicator_id="i", goal_id=None, name=text("Antal unga som fått stöd"), observations=made
    )
    return report(indicators=(indicator,), period_start=date(end.year, 1, 1), period_end=end)


BEFORE = (("2016", None, "199"), ("2017", None, "232"))


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (counted(*BEFORE, ("2018", None, "128")), 1),
        (counted(*BEFORE, ("2018-04-30", None, "128")), 1),
        (counted(*BEFORE, ("2018-04", None, "128")), 1),
        (counted(*BEFORE, ("2018", None, "300"), end=date(2018, 12, 31)), 0),
        (counted(("2018", None, "128")), 0),
        (counted(("2017-04-30", None, "100"), ("2018-04-30", None, "128")), 0),
        (counted(*BEFORE, ("2018", None, "0")), 0),
        (counted(*BEFORE, ("2018", "flickor", "32")), 0),
        (counted(*BEFORE), 0),
    ],
)
def test_counts_of_a_part_of_a_year_beside_whole_years_are_told(made, told):
    found = check_report(made)
    assert rules(found) == ["part-year"] * told
    for finding in found:
        assert finding.severity is Severity.INFO
        assert (finding.printed, len(finding.evidence)) == (
            made.indicators[0].observations[-1].number.source.text,
            2,
        )
        assert "2018-04" in finding.message
        assert "2016, 2017" in finding.swedish
