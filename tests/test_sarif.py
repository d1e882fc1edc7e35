"""SARIF as the standard wants it: what 2.1.0 says of the objects that are written, and no others.

Of OASIS SARIF 2.1.0 (errata 01), sections 3.13 to 3.52: required properties, closed objects, codes,
least values, and where each item of a list may stand only once.
"""

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifo_followup.catalogue import entries
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.values import Box, Place, Source
from ifo_followup.out.sarif import to_sarif


def closed(required: tuple[str, ...] = (), **properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


TEXT = {"type": "string"}
LINE = {"type": "integer", "minimum": 1}
MESSAGE = closed(("text",), text=TEXT)
BAG = {"type": "object"}
LOCATION = closed(
    (),
    physicalLocation=closed(
        ("artifactLocation",),
        artifactLocation=closed(("uri",), uri={"type": "string", "pattern": r"\A[!-~]*\Z"}),
        region=closed(("startLine",), startLine=LINE, endLine=LINE),
    ),
    message=MESSAGE,
    properties=BAG,
)
RESULT = closed(
    ("message", "ruleId"),
    ruleId=TEXT,
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION, "maxItems": 1},
    relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True},
    properties=BAG,
)
RULE = closed(("id",), id=TEXT, shortDescription=MESSAGE)
DRIVER = closed(
    ("name",),
    name=TEXT,
    version=TEXT,
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)
RUN = closed(
    ("tool", "results"),
    tool=closed(("driver",), driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = closed(
    ("version", "runs"),
    **{"$schema": {"type": "string", "pattern": "^https://"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)
MEANINGS = {entry.rule: entry.meaning for entry in entries()}

words = st.text(max_size=12)
lines = st.integers(1, 400)
places = st.one_of(
    st.just(Place()),
    st.builds(Place, page=st.integers(1, 90), box=st.just(Box(1.0, 2.0, 3.5, 4.0))),
    st.builds(lambda first, more: Place(first_line=first, last_line=first + more), lines, lines),
)
sources = st.builds(Source, text=words, place=places, row=st.none() | words)
findings = st.builds(
    Finding,
    rule=st.sampled_from([*MEANINGS, "own-rule"]),
    severity=st.sampled_from(Severity),
    message=words,
    source=st.none() | sources,
    printed=st.none() | words,
    evidence=st.lists(sources, max_size=3).map(tuple),
)


def written(found) -> dict:
    return json.loads(to_sarif(found, version="1.0", meanings=MEANINGS))


@settings(max_examples=40)
@given(st.lists(st.tuples(words, st.lists(findings, max_size=4)), max_size=3))
def test_any_findings_are_a_valid_log(found):
    log = written(found)
    jsonschema.validate(log, LOG)
    (run,) = log["runs"]
    told = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert told == {result["ruleId"] for result in run["results"]}
    assert len(run["results"]) == sum(len(each) for _, each in found)


def test_what_was_compared_is_related():
    here = Source(text="-400", place=Place(first_line=7, last_line=8), row="Barn")
    there = Source(text="-10 400", place=Place(page=2), row="Barn", column="Utfall")
    finding = Finding(
        rule="row-sum", severity=Severity.ERROR, message="m", source=here, evidence=(there, there)
    )
    (result,) = written([("a b.txt", [finding])])["runs"][0]["results"]
    (one,) = result["locations"]
    assert one["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.txt"},
        "region": {"startLine": 7, "endLine": 8},
    }
    (other,) = result["relatedLocations"]
    assert other["message"] == {"text": "-10 400"}
    assert other["properties"] == {"page": 2, "row": "Barn", "column": "Utfall"}


def test_the_schema_can_fail():
    log = written([("a", [Finding(rule="x", severity=Severity.INFO, message="m")])])
    log["runs"][0]["results"][0]["severity"] = "note"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, LOG)
