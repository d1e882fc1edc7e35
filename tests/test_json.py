"""JSON: the same object back, the stored schema, and no silence about wrong text."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import reports

from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.schema import report_schema, schema_text

STORED = Path(__file__).parents[1] / "docs" / "reference" / "report.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(report_schema())

SMALL = {
    "schema": 1,
    "municipality": "Tyresö",
    "period_start": "2018-01-01",
    "goals": [
        {
            "goal_id": "g1",
            "level": "board_goal",
            "title": {"text": "Mål", "source": {"text": "Mål", "place": {"page": 1}}},
        }
    ],
    "indicators": [
        {
            "indicator_id": "i1",
            "goal_id": "g1",
            "name": None,
            "is_new": False,
            "observations": [
                {"kind": "outcome", "number": {"value": "0.30", "source": {"text": "0,30"}}}
            ],
        }
    ],
}
GOOD = json.dumps(SMALL, ensure_ascii=False)


@given(reports())
def test_what_is_written_is_read_back(report):
    text = report.to_json()
    assert FollowUpReport.from_json(text) == report
    assert FollowUpReport.from_json(text).to_json() == text


@given(reports())
def test_what_is_written_fits_the_schema(report):
    VALIDATOR.validate(json.loads(report.to_json()))


def test_the_stored_schema_is_the_generated_one():
    jsonschema.Draft202012Validator.check_schema(report_schema())
    assert STORED.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m ifo_followup.out.schema > docs/reference/report.schema.json"
    )


def test_the_schema_refuses_what_the_reader_refuses():
    VALIDATOR.validate(SMALL)
    for wrong in ({**SMALL, "schema": 2}, {**SMALL, "extra": 1}, {**SMALL, "municipality": ""}):
        assert not VALIDATOR.is_valid(wrong)


def test_the_version_stands_first_and_numbers_are_text():
    text = FollowUpReport.from_json(GOOD).to_json()
    assert text.startswith('{"schema":1,"municipality":"Tyresö"')
    assert '"value":"0.30"' in text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"schema": 1', '"schema": 2', "schema is 2"),
        ('"schema": 1', '"schema": true', "schema is True"),
        ('"schema": 1, ', "", "schema is None"),
        ('"Tyresö"', "5", "5 is not a text @ report.municipality"),
        (
            '"page": 1',
            '"page": "1"',
            "not a whole number @ report.goals[0].title.source.place.page",
        ),
        ('"page": 1', '"page": true', "not a whole number"),
        ('"page": 1', '"page": 1.0', "not a whole number"),
        ('"page": 1', '"page": 0', "must be >= 1"),
        ('"page": 1', '"page": NaN', "NaN is not a JSON number"),
        ('"page": 1', '"pages": 1', "unknown keys 'pages'"),
        ('"page": 1', '"page": 1, "page": 2', "a key stands twice"),
        ('"board_goal"', '"boss_goal"', "is not one of target_area"),
        ('"board_goal"', '["board_goal"]', "is not one of target_area"),
        ('"0.30"', "0.30", "not a decimal number"),
        ('"0.30"', '"NaN"', "not a decimal number"),
        ('"0.30"', '" 0.30"', "not a decimal number"),
        ('"0.30"', '"1E+99999"', "not a decimal number"),
        ('"0.30"', "null", "either a value or the reason"),
        ("false", "0", "not true or false"),
        ('"2018-01-01"', '"20180101"', "not a date"),
        ('"2018-01-01"', '"2018-02-30"', "day is out of range"),
        ('"goals": [', '"goals": "ab", "x": [', "'ab' is not an array"),
        ('"goals": [', '"goals": {}, "x": [', "{} is not an array"),
        ('"title": {', '"title": 3, "x": {', "3 is not an object"),
        ('"goal_id": "g1", "name"', '"goal_id": "g9", "name"', "no goal has the id 'g9'"),
        ('"municipality": ', '"muni": ', "the field 'municipality' is missing"),
    ],
)
def test_a_wrong_text_says_what_is_wrong_and_where(old, new, said):
    assert old in GOOD
    with pytest.raises(ValueError, match="not ") as caught:
        FollowUpReport.from_json(GOOD.replace(old, new))
    assert said in str(caught.value)


@given(st.text())
@example("[" * 100_000)
@example('{"schema":1,"goals":' + "[" * 100_000)
@example("[]")
@example("9" * 10_000)
def test_any_text_is_a_report_or_a_value_error(text):
    with pytest.raises(ValueError, match=r"not JSON|not a report"):
        FollowUpReport.from_json(text)


def test_half_a_character_survives():
    report = FollowUpReport(municipality="Tyres\ud83d")
    text = report.to_json()
    text.encode("utf-8")
    assert FollowUpReport.from_json(text) == report
