"""What is proposed from a report reads that report, and says where it should be looked at."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from made import EXAMPLES, LINDBY, files, layout_source, only_declares, proposal_of, run

from ifo_followup.corridor import open_document
from ifo_followup.layouts.declare import Numbering
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.report import ReportType
from ifo_followup.scaffold.claims import AtHand
from ifo_followup.scaffold.files import compatible
from ifo_followup.scaffold.golden import expected_json
from ifo_followup.scaffold.names import names_from
from ifo_followup.scaffold.proposal import propose
from ifo_followup.scaffold.readme import points
from ifo_followup.testing.round_trips import round_trip

REPOSITORY = EXAMPLES.parent
REPORTS = [
    *sorted(path for path in EXAMPLES.glob("almvik-*") if path.suffix != ".json"),
    EXAMPLES / "lindby-2019-delarsrapport.md",
    LINDBY / "tertialrapport-2-2024.pdf",
]


@pytest.fixture(scope="module", params=REPORTS, ids=lambda path: path.name)
def report(request):
    path: Path = request.param
    return path, proposal_of(path.read_bytes(), path.name)


def test_the_generated_module_makes_the_proposed_format(report):
    _, proposal = report
    source = layout_source(proposal)
    assert run(source) == proposal.format
    assert only_declares(source)


def test_the_golden_is_what_the_generated_module_reads(report):
    path, proposal = report
    made = run(layout_source(proposal))
    (read,) = made.parse(open_document(path))
    golden = next(text for name, text in files(proposal).items() if name.endswith("expected.json"))
    name = f"document{path.suffix}"
    assert golden == expected_json(read, source=name, format_id=made.format_id)
    assert '"state": "proposed"' in golden


def test_it_is_sure_of_its_own_report(report):
    path, proposal = report
    assert proposal.format.claim(open_document(path)).sureness == 1


def test_it_expects_what_is_there(report):
    _, proposal = report
    assert all(getattr(proposal.report, part) for part in proposal.format.expects)
    assert "part-missing" not in {finding.rule for finding in proposal.report.findings}


def test_no_cell_is_read_otherwise_without_a_word(report):
    _, proposal = report
    told = " ".join(points(proposal))
    assert all(f"`{each.table}`" in told for each in proposal.different)
    assert proposal.report.coverage.share == 1 or "none has" in told


def test_the_project_file_is_whole(report):
    _, proposal = report
    project = tomllib.loads(files(proposal)["pyproject.toml"])
    assert project["project"]["name"] == "ifo-followup-almby"
    assert project["project"]["entry-points"]["ifo_followup"] == {"almby": "ifo_followup_almby"}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("written")
    for n, path in enumerate(REPORTS):
        made = proposal_of(path.read_bytes(), path.name, plugin=f"almby{n}")
        for name, text in files(made).items():
            target = folder / made.names.distribution / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_has_nothing_to_say(written, command):
    config = str(REPOSITORY / "pyproject.toml")
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--no-cache", "--config", config, str(written)],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_has_nothing_to_say(written):
    sources = [str(path) for path in sorted(written.glob("*/src/*"))]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *sources],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
    )
    assert done.returncode == 0, done.stdout + done.stderr


# -- what is guessed


@pytest.fixture(scope="module")
def lindby():
    path = LINDBY / "tertialrapport-2-2024.pdf"
    return proposal_of(path.read_bytes(), path.name, plugin="lindby")


def test_whose_it_is_and_of_what_kind(lindby):
    made = lindby.format
    assert (made.format_id, made.municipality, made.municipality_code) == (
        "lindby-2024",
        "Lindby",
        None,
    )
    assert lindby.module == "tertial_2024"
    assert ReportType.TERTIAL_2 in made.family.types
    assert made.family.boards == ("Socialnämnden",)


def test_heads_have_placeholders_where_they_change(lindby):
    heads = [column.heads[0] for table in lindby.format.layout.tables for column in table.columns]
    assert {"Utfall {year}", "Utfall T{number} {year}", "Målvärde {year}"} <= set(heads)


def test_what_nobody_can_name_is_asked(lindby):
    source = layout_source(lindby)
    question = "# what is this? it fills no field yet\n"
    assert source.count(question) == 2
    assert f'{question}                Column(("Så går det",), CellKind.PROSE' in source


def test_goals_keep_their_level(lindby):
    levels = {table.level for table in lindby.format.layout.tables if table.level}
    assert levels == {GoalLevel.BOARD_GOAL}


def test_headings_without_numbers_are_declared_as_such():
    path = EXAMPLES / "lindby-2019-delarsrapport.md"
    made = proposal_of(path.read_bytes(), path.name)
    assert [rule.numbering for rule in made.format.layout.headings] == [Numbering.PLAIN]
    assert [str(section.title) for section in made.report.sections] == ["Måluppfyllelse", "Ekonomi"]


def test_words_that_others_have_are_not_required():
    path = LINDBY / "tertialrapport-2-2024.pdf"
    document = open_document(path)
    alone = propose(document, names_from("almby"))
    beside = propose(
        document, names_from("almby"), at_hand=AtHand(formats=(alone.format,), rivals=("x",))
    )
    assert not set(alone.format.requires) & set(beside.format.requires)
    assert "Lindby kommun" in beside.format.requires
    assert "as sure of the document" in points(beside)[0]


def test_words_that_other_documents_print_are_not_required():
    document = open_document(LINDBY / "tertialrapport-2-2024.pdf")
    alone = propose(document, names_from("almby"))
    beside = propose(document, names_from("almby"), at_hand=AtHand(documents=(document,)))
    assert "Lindby kommun" in beside.format.requires
    assert "Lindby kommun" not in alone.format.requires


def test_words_of_a_sister_layout_are_excluded():
    document = open_document(LINDBY / "tertialrapport-2-2024.pdf")
    first = propose(document, names_from("almby")).format
    path = EXAMPLES / "lindby-2019-delarsrapport.md"
    sister = propose(open_document(path), names_from("almby"), at_hand=AtHand(formats=(first,)))
    assert set(first.requires) <= set(sister.format.excludes)


@pytest.mark.parametrize(
    ("version", "versions"), [("0.1.0", ">=0.1,<0.2"), ("1.4.2", ">=1.4,<2"), ("2.0", ">=2.0,<3")]
)
def test_versions_that_a_plugin_may_trust(version, versions):
    assert compatible(version) == versions


def test_what_is_made_up_in_its_layout_is_read_back(report):
    _, proposal = report
    assert round_trip(proposal.format, examples=8) == ""
