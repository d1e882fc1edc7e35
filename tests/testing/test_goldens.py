"""Goldens: read, written and accepted; a run that writes one never passes on it."""

from decimal import Decimal

import pytest
from attrs import evolve

from ifo_followup.model.findings import Coverage, Finding, Provenance, Severity
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Source, Text
from ifo_followup.out.differences import differences
from ifo_followup.testing.goldens import (
    GoldenError,
    State,
    find_goldens,
    golden_text,
    load_golden,
    proposal,
    write_golden,
)
from ifo_followup.testing.readings import settle
from ifo_followup.testing.strategies import reports

REPORT = FollowUpReport(
    municipality="Tyresö",
    goals=(Goal(goal_id="x", level=GoalLevel.BOARD_GOAL, title=Text("Mål", Source(text="Mål"))),),
    provenance=Provenance(
        sha256="0" * 64, kind="text", reader="x", plugin="mini-1", library_version="1"
    ),
)
OTHER = evolve(REPORT, municipality="Nacka")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "document.txt").write_text("Mål: Mål\n")
    return tmp_path


def state(folder):
    return load_golden(folder).state


def test_without_accepting_nothing_is_written(folder):
    golden = load_golden(folder)
    assert golden.state is State.MISSING
    assert "pytest --ifo-accept writes it" in settle(golden, REPORT, accepting=False)
    assert not golden.file.exists()
    write_golden(proposal(golden, REPORT))
    before = golden.file.read_bytes()
    told = settle(load_golden(folder), REPORT, accepting=False)
    assert told == (
        "expected.json is new: read it beside the document, then accept it: pytest --ifo-accept"
    )
    assert golden.file.read_bytes() == before


def test_a_missing_one_is_proposed_and_only_the_next_run_accepts_it(folder):
    told = settle(load_golden(folder), REPORT, accepting=True)
    assert told.endswith("written; read it, then run again")
    assert load_golden(folder).format_id == "mini-1"
    assert state(folder) is State.PROPOSED
    assert settle(load_golden(folder), REPORT, accepting=True) == ""
    assert state(folder) is State.ACCEPTED
    assert settle(load_golden(folder), REPORT, accepting=False) == ""


@pytest.mark.parametrize("begun", [State.PROPOSED, State.ACCEPTED])
def test_one_that_differs_is_proposed_anew_and_fails(folder, begun):
    write_golden(evolve(proposal(load_golden(folder), REPORT), state=begun))
    told = settle(load_golden(folder), OTHER, accepting=True)
    assert "written; read it, then run again" in told
    assert 'municipality: expected "Tyresö", got "Nacka"' in told
    assert state(folder) is State.PROPOSED
    assert settle(load_golden(folder), OTHER, accepting=True) == ""


def test_an_accepted_one_that_differs_is_told_and_left_alone(folder):
    write_golden(evolve(proposal(load_golden(folder), REPORT), state=State.ACCEPTED))
    before = load_golden(folder).file.read_bytes()
    told = settle(load_golden(folder), OTHER, accepting=False)
    assert 'expected "Tyresö", got "Nacka"' in told
    assert load_golden(folder).file.read_bytes() == before


def test_what_is_lost_or_without_a_code_has_to_be_listed(folder):
    finding = Finding(
        rule="unknown-word", severity=Severity.WARNING, message="?", printed="Typ klart"
    )
    lossy = evolve(
        REPORT,
        findings=(finding,),
        coverage=Coverage(unclaimed=3, unclaimed_spans=(Source(text="Hej"),)),
    )
    accepted = evolve(proposal(load_golden(folder), REPORT), state=State.ACCEPTED)
    told = settle(accepted, lossy, accepting=False)
    assert "in no part of the report: 'Hej'" in told
    assert "without a code: 'Typ klart'" in told
    assert settle(load_golden(folder), lossy, accepting=True)
    golden = load_golden(folder)
    assert (golden.unclaimed, golden.unknown_words) == (("Hej",), ("Typ klart",))
    assert settle(golden, lossy, accepting=True) == ""


def test_what_is_written_is_read_back_exactly(folder):
    golden = load_golden(folder)
    strategy = reports(parts=("budget_tables", "statistics"))
    report = _example(strategy)
    write_golden(proposal(golden, report))
    again = load_golden(folder)
    assert differences(again.tables, report) == []
    assert golden_text(again) == golden.file.read_text("utf-8")


def test_a_number_is_exact_and_one_of_several_values_will_do(folder):
    either = '{"any_of": ["Tyresö", null]}'
    tables = f'{{"report": [{{"municipality": {either}}}], "statistics": [{{"value": 0.10}}]}}'
    text = f'{{"source": "document.txt", "format": "x", "state": "accepted", "tables": {tables}}}'
    (folder / "expected.json").write_text(text, encoding="utf-8")
    golden = load_golden(folder)
    assert golden.tables["statistics"] == [{"value": Decimal("0.10")}]
    only = {"report": golden.tables["report"]}
    assert differences(only, FollowUpReport(municipality="Tyresö")) == []
    assert either in golden_text(golden)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[]", 'not an object with "tables"'),
        ('{"tables": {}}', '"state" is neither'),
        ('{"tables": {}, "state": "missing"}', '"state" is neither'),
        ('{"tables": {}, "state": "accepted", "statte": 1}', "unknown keys: statte"),
        ('{"tables": {"goal": []}, "state": "accepted"}', "unknown tables: goal"),
        ('{"tables": {"goals": [{"titel": 1}]}, "state": "accepted"}', "columns of goals: titel"),
        ('{"tables": {}, "state": "accepted", "source": "x.pdf"}', r"x\.pdf is not beside it"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(folder, text, said):
    (folder / "expected.json").write_text(text)
    with pytest.raises(GoldenError, match=said):
        load_golden(folder)


def test_a_folder_needs_one_document(tmp_path):
    with pytest.raises(GoldenError, match="needs exactly one of"):
        load_golden(tmp_path)
    assert find_goldens(tmp_path / "nowhere") == ()


def test_goldens_stand_in_the_order_of_their_names(tmp_path):
    for name in ("b", "a", "__pycache__", ".hidden"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "document.md").write_text("x")
    assert [golden.name for golden in find_goldens(tmp_path)] == ["a", "b"]


def _example(strategy):
    from hypothesis import given, settings

    found = []

    @settings(max_examples=5, database=None)
    @given(strategy)
    def keep(report):
        found.append(report)

    keep()
    return max(found, key=lambda report: len(report.to_json()))
