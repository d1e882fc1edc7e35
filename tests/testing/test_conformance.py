"""The conformance class: an honest format passes, each fault is told by the test that names it."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mini_plugin import FAULTS, install, write_tests

from ifo_followup.layouts.declare import Layout, SectionRole, SectionRule
from ifo_followup.testing.possible import possible_parts
from ifo_followup.testing.upsetting import cut_off

# which tests tell of a fault, and nothing else of that format
TOLD_BY = {
    "honest": set(),
    "greedy": {"test_claims_nobody_elses", "test_refuses_what_is_no_report"},
    "forgetful": {
        "test_gives_the_same_result_twice",
        "test_keeps_no_state",
        "test_golden",
        "test_table",
    },
    "wrong": {"test_golden", "test_table"},
    "lossy": {"test_golden", "test_loses_nothing"},
    "wordless": {"test_golden", "test_knows_every_word"},
    "fragile": {"test_survives_a_cut_off_file", "test_survives_disorder"},
    "boasting": {"test_finds_the_declared_parts"},
    "timid": {"test_claims_its_own"},
    "pushy": {"test_claims_nobody_elses"},
}

Outcome = tuple[str, str]  # "passed", "failed" or "skipped", and what was said


def run_pytest(folder: Path, site: Path, *options: str) -> tuple[int, dict[str, Outcome]]:
    """Run pytest on a folder as its author would; what became of each test."""
    report = folder / "result.xml"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *options, str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONPATH": str(site), "PYTEST_ADDOPTS": ""},
    )
    assert report.exists(), done.stdout + done.stderr
    found: dict[str, Outcome] = {}
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it
        outcome, said = "passed", ""
        for child in case:
            if child.tag in ("failure", "error", "skipped"):
                outcome = "skipped" if child.tag == "skipped" else "failed"
                said = f"{child.get('message')}\n{child.text}"
        name = case.get("classname", "").rpartition(".Test")[2]
        found[f"{name.lower()}::{case.get('name')}"] = (outcome, said)
    return done.returncode, found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    install(folder)
    return folder


@pytest.fixture(scope="module")
def outcomes(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    folder = tmp_path_factory.mktemp("tests")
    write_tests(folder, *FAULTS)
    return run_pytest(folder, site)[1]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_by_the_test_that_names_it(fault, outcomes):
    failed = {
        name.partition("::")[2].partition("[")[0]
        for name, (outcome, _) in outcomes.items()
        if outcome == "failed" and name.startswith(f"{fault}::")
    }
    assert failed == TOLD_BY[fault]


def test_every_table_is_a_test_of_its_own(outcomes):
    assert outcomes["wrong::test_table[case-goals]"][0] == "failed"
    assert outcomes["wrong::test_table[case-risks]"][0] == "passed"
    said = outcomes["wrong::test_table[case-goals]"][1]
    assert 'goals, "Trygga barn"' in said
    assert 'goal_id: expected "g1", got "g2"' in said or "missing" in said


def test_a_failure_says_what_to_do(outcomes):
    said = outcomes["greedy::test_claims_nobody_elses[mini-greedy]"][1]
    assert "is of mini-honest; mini-greedy claims it with 0.1, seeing anything" in said
    assert 'list it under "unclaimed"' in outcomes["lossy::test_loses_nothing[case]"][1]
    said = outcomes["fragile::test_survives_disorder[case]"][1]
    assert "IndexError: list index out of range" in said
    said = outcomes["timid::test_claims_its_own[case]"][1]
    assert "mini-timid should be the surest; there are" in said
    assert "mini-pushy 0.5" in said
    said = outcomes["boasting::test_finds_the_declared_parts[mini-boasting]"][1]
    assert "declares risks; no golden has any" in said


def test_plain_code_is_not_asked_for_declarations(outcomes):
    assert outcomes["honest::test_finds_the_declared_parts[mini-honest]"][0] == "skipped"
    outcome, said = outcomes["honest::test_round_trip[mini-honest]"]
    assert outcome == "skipped"
    assert "plain code" in said


def test_a_golden_is_written_then_accepted_and_then_guarded(site, tmp_path):
    write_tests(tmp_path, "honest", state=None)
    truth = tmp_path / "Honest" / "case" / "expected.json"
    golden = "honest::test_golden[case]"

    code, found = run_pytest(tmp_path, site)
    assert code == 1
    assert not truth.exists()
    assert "expected.json is missing" in found[golden][1]

    code, found = run_pytest(tmp_path, site, "--ifo-accept")
    assert code == 1, "what a run has written never passes in that run"
    assert "written; read it, then run again" in found[golden][1]
    assert '"state": "proposed"' in truth.read_text("utf-8")

    code, found = run_pytest(tmp_path, site)
    assert code == 1
    assert "read it beside the document, then accept it" in found[golden][1]

    assert run_pytest(tmp_path, site, "--ifo-accept")[0] == 0
    assert '"state": "accepted"' in truth.read_text("utf-8")
    assert run_pytest(tmp_path, site)[0] == 0


def test_what_is_wrong_with_a_class_is_said(site, tmp_path):
    write_tests(tmp_path, "honest")
    file = tmp_path / "test_mini.py"
    good = file.read_text("utf-8")
    file.write_text(good.replace("mini-honest", "mini-absent"), encoding="utf-8")
    _, found = run_pytest(tmp_path, site)
    outcome, said = found["honest::test_is_installed[mini-absent]"]
    assert outcome == "failed"
    assert "no installed format is called 'mini-absent'" in said
    assert "mini-honest" in said
    assert "put a report into" in found["honest::test_has_a_golden[mini-absent]"][1]
    assert "names mini-honest, which this class" in found["honest::test_golden[case]"][1]


def test_a_file_is_cut_at_several_lengths():
    lengths = [len(data) for _, data in cut_off(b"x" * 1000)]
    assert lengths == sorted(set(lengths))
    assert lengths[0] == 0
    assert lengths[-1] == 999
    assert list(cut_off(b"")) == []


def test_what_a_layout_can_hold_is_what_it_declares():
    bare = Layout(headings=())
    assert possible_parts(bare) == {"budget_tables", "statistics", "sections"}
    told = Layout(headings=(), sections=(SectionRule(("Åtgärder",), SectionRole.MEASURES),))
    assert possible_parts(told) - possible_parts(bare) == {"measures"}
