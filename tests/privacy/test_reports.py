"""Personal data in whole reports: found once, told without repeating them, masked everywhere."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up_data import emails, personal_numbers, phones, report_of

import ifo_followup as ifo
from ifo_followup.model.findings import Coverage, Finding, Severity
from ifo_followup.model.goals import Goal, GoalLevel, Indicator, Observation, ObservationKind
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.values import Missing, Number, Place, Source, Text, Unit
from ifo_followup.privacy import find_personal_data, mask
from ifo_followup.testing import anything, differences, reports

PERSONAL = "811218-9876"
DATA = st.one_of(personal_numbers(), phones, emails)


def rules(report) -> list[str]:
    return [finding.rule for finding in find_personal_data(report)]


def count(value: int | str, text: str | None = None, unit: Unit | None = None) -> Number:
    return Number(value=Decimal(value), unit=unit, source=Source(text=text or str(value)))


def statistics(value: int | str, row: str, column: str, title: str | None = None, **more: object):
    cell = StatisticsCell(row=row, column=column, number=count(value, **more))
    named = Text(title, Source(text=title)) if title else None
    table = StatisticsTable(number=1, title=named, cells=(cell,))
    return attrs.evolve(report_of("Text."), statistics=(table,))


@given(reports())
@settings(max_examples=40)
def test_made_up_reports_hold_no_personal_data(report):
    assert set(rules(report)) <= {"small-count"}


@given(reports(), DATA)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_planted_datum_is_found_and_masking_changes_nothing_else(report, datum):
    text = f"Se {datum} i bilagan."
    planted = attrs.evolve(report, events=(*report.events, *report_of(text).events))
    masked, found = mask(planted)
    assert len([each for each in found if each.rule != "small-count"]) == 1
    assert datum not in masked.to_json()
    assert find_personal_data(masked) == ()
    assert masked.events[-1].text.text.startswith("Se [")
    back = attrs.evolve(masked, events=masked.events[:-1])
    assert differences(mask(report)[0], back) == []


@given(anything())
@settings(max_examples=60)
def test_masking_any_report_is_masking_it_once(report):
    once, _ = mask(report)
    assert find_personal_data(once) == ()
    assert mask(once) == (once, ())


def test_a_report_without_data_is_given_back():
    report = report_of("Utfallet är 12 480 tkr.")
    assert mask(report)[0] is report


def test_every_text_of_the_tree_is_masked():
    spot = Source(text=f"rad {PERSONAL}", place=Place(page=2), row=PERSONAL, column=PERSONAL)
    report = ifo.FollowUpReport(
        municipality="Exempelköping",
        title=Text(f"Rapport {PERSONAL}", spot),
        goals=(Goal(goal_id=PERSONAL, level=GoalLevel.BOARD_GOAL, title=Text(PERSONAL, spot)),),
        statistics=(
            StatisticsTable(
                number=1,
                cells=(
                    StatisticsCell(row=PERSONAL, column="Antal", number=count(12)),
                    StatisticsCell(number=Number(missing=Missing.UNREADABLE, source=spot)),
                ),
            ),
        ),
        findings=(
            Finding(
                rule="unknown-word",
                severity=Severity.INFO,
                message=PERSONAL,
                printed=PERSONAL,
                expected=PERSONAL,
                swedish=PERSONAL,
                source=spot,
                evidence=(spot,),
            ),
        ),
        coverage=Coverage(unclaimed=9, unclaimed_spans=(spot,)),
    )
    masked, found = mask(report)
    left = masked.to_json()
    # an id is made by the library and must go on leading to its goal
    assert left.count(PERSONAL) == 1
    assert masked.goals[0].goal_id == PERSONAL
    assert {each.rule for each in found} == {"personal-number"}
    assert "[personnummer]" in masked.coverage.unclaimed_spans[0].text


def test_findings_never_repeat_the_datum():
    report = report_of(f"Barnet {PERSONAL}, anna@exempel.se, 070-123 45 67")
    found = find_personal_data(report)
    assert [each.rule for each in found] == ["personal-number", "email-address", "phone-number"]
    told = str(found)
    assert PERSONAL not in told
    assert "anna@exempel" not in told
    assert "123 45" not in told
    assert found[0].source.place == Place(first_line=1, last_line=1)
    assert find_personal_data(attrs.evolve(report_of("x"), findings=found)) == ()


def test_a_datum_is_told_once_a_place():
    assert rules(report_of(f"{PERSONAL} och {PERSONAL}")) == ["personal-number"]
    assert rules(report_of(PERSONAL, "19" + PERSONAL)) == ["personal-number"] * 2


def test_a_numeric_cell_is_no_place_for_a_person():
    # as it would be found in words: "pnr 8112189876"
    figures = statistics(198112189876, "Summa", "pnr")
    assert rules(figures) == []
    assert mask(figures)[0] is figures


@pytest.mark.parametrize(
    ("value", "row", "column", "title"),
    [
        (1, "Kontaktfamilj", "Antal personer", None),
        (4, "Barn", "2018", None),
        (3, "Öppenvård", "2018", "Antal ej verkställda beslut per typ av bistånd"),
        (2, "Hushåll med bistånd", "Antal", None),
    ],
)
def test_a_small_count_of_persons_is_held_back(value, row, column, title):
    report = statistics(value, row, column, title)
    assert rules(report) == ["small-count"]
    masked, found = mask(report)
    number = masked.statistics[0].cells[0].number
    assert (number.value, number.missing, number.text) == (
        None,
        Missing.SUPPRESSED,
        "[litet antal]",
    )
    assert found[0].severity is Severity.INFO
    assert found[0].source.text == "[litet antal]"
    assert find_personal_data(masked) == ()
    assert ifo.FollowUpReport.from_json(masked.to_json()) == masked


@pytest.mark.parametrize(
    ("value", "row", "column"),
    [
        (0, "Barn", "Antal personer"),
        (5, "Barn", "Antal personer"),
        ("3.5", "Barn", "Antal personer"),
        (-2, "Barn", "Antal personer"),
        (3, "Barn- och ungdomsenheten", "Antal tjänster"),
        (3, "Barn", "Antal årsarbetare"),
        (3, "Barn", "Andel %"),
        (3, "Antal barn per hushåll", "2018"),
        (3, "Antal nya lösningar för personer med stöd", "2018"),
        (3, "Antal lägenheter", "2018"),
        (3, "Kostnad barn, kr/inv", "2018"),
    ],
)
def test_other_figures_stay(value, row, column):
    assert rules(statistics(value, row, column)) == []


@pytest.mark.parametrize("unit", [Unit.PERCENT, Unit.TKR, Unit.MNKR, Unit.KR])
def test_money_and_shares_are_no_counts(unit):
    assert rules(statistics(3, "Barn", "Antal personer", unit=unit)) == []


@pytest.mark.parametrize("kind", ObservationKind)
def test_only_outcomes_of_indicators_point_at_somebody(kind):
    name = "Antal barn i familjehem"
    indicator = Indicator(
        indicator_id="i1",
        goal_id=None,
        name=Text(name, Source(text=name)),
        observations=(Observation(kind=kind, number=count(2)),),
    )
    report = attrs.evolve(report_of("x"), indicators=(indicator,))
    assert rules(report) == (["small-count"] if kind is ObservationKind.OUTCOME else [])
    assert find_personal_data(mask(report)[0]) == ()


REAL = {  # what was looked at and judged: (rule, row) of each finding
    "nacka-2018-tertial-1": [],
    "tyreso-2017-interim-2": [],
    "tyreso-2018-interim-1": [],
    # decisions that were not carried out, by kind of support: one and three
    "tyreso-2021-interim-2": [
        ("small-count", "Kontaktfamilj"),
        ("small-count", "Öppenvård (familjebehandling)"),
    ],
    "tyreso-2022-monthly-november": [],
}


@pytest.mark.corpus
@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_no_false_alarm_in_the_real_reports(corpus, name, kind):
    folder = corpus / "corpus" / ("facsimile" if kind == "pdf" else "")
    report = ifo.parse(folder / f"{name}.{kind}")
    found = find_personal_data(report)
    assert [(each.rule, each.source.row) for each in found] == REAL[name]
    assert find_personal_data(mask(report)[0]) == ()
