"""The built-in format: asked by name, or where nobody claims a document and the caller says so."""

import pytest
from attrs import evolve
from fakes import DOCUMENT, FakeFormat, point

import ifo_followup as ifo
from ifo_followup import cli, corridor
from ifo_followup.choosing import ask, choose
from ifo_followup.corridor import read_reports
from ifo_followup.document import Paragraph
from ifo_followup.errors import PluginError, UnknownDocument
from ifo_followup.jobs import Job
from ifo_followup.model.values import Place
from ifo_followup.registry import Registry, load_registry

REPORT = """# Månadsrapport mars 2021

Socialnämnden i Lindby kommun

## Ekonomi

Nämnden redovisar utfall, budget, prognos och avvikelse i tkr för perioden till och med mars.

| Tkr | Utfall mars | Helårsprognos |
| --- | --- | --- |
| Vuxna | 120 | 480 |
"""
RECIPE = "# Köttbullar\n\nBlanda färs och ägg. Stek i smör tills de är klara.\n"

NOBODY = load_registry([])
STRANGER = load_registry([point("stranger", FakeFormat(format_id="stranger-2020"))])
OWNER = load_registry([point("owner", FakeFormat(format_id="owner-2020", sureness=0.1))])


@pytest.fixture
def document():
    return corridor.open_document(REPORT.encode())


@pytest.mark.parametrize("registry", [NOBODY, STRANGER])
def test_it_reads_what_nobody_claims(registry, document):
    chosen = choose(registry, document, fallback=True)
    assert chosen.format.format_id == "generic"
    (report,) = read_reports(REPORT.encode(), Job(fallback=True), registry=registry)
    assert report.municipality == "Lindby"
    assert report.findings[0].rule == "generic-format"


@pytest.mark.parametrize("registry", [NOBODY, STRANGER])
def test_it_is_not_asked_without_fallback(registry, document):
    with pytest.raises(UnknownDocument) as caught:
        choose(registry, document)
    assert "fallback=True" in caught.value.message
    assert "--fallback" in caught.value.message
    assert "generic" not in dict(caught.value.looked_for)


def test_a_plugin_that_claims_the_document_comes_first(document):
    assert choose(OWNER, document, fallback=True).format.format_id == "owner-2020"
    assert [a.format.format_id for a in ask(OWNER, document, fallback=True)] == ["owner-2020"]


def test_what_is_no_report_stays_unknown():
    recipe = corridor.open_document(RECIPE.encode())
    with pytest.raises(UnknownDocument) as caught:
        choose(STRANGER, recipe, fallback=True)
    looked_for = dict(caught.value.looked_for)
    assert "words of following up" in looked_for["generic"]
    assert "fallback=True" not in caught.value.message


def test_it_can_be_forced_on_anything():
    (report,) = read_reports(RECIPE.encode(), Job(plugin="generic"), registry=NOBODY)
    rules = [finding.rule for finding in report.findings]
    assert {"generic-format", "plugin-forced", "municipality-unknown", "part-missing"} <= set(rules)
    assert (
        read_reports(RECIPE.encode(), Job(plugin="generic"), registry=OWNER)[0].municipality
        == "okänd"
    )


def test_no_plugin_may_take_its_name():
    registry = load_registry([point("generic", FakeFormat(format_id="mine-2020"))])
    assert [f.plugin for f in registry.failures] == ["generic"]
    registry = load_registry([point("mine", FakeFormat(format_id="generic"))])
    assert "already given by generic" in registry.failures[0].message


def test_a_registry_without_it_says_nothing_of_it():
    with pytest.raises(UnknownDocument) as caught:
        choose(Registry(), DOCUMENT, fallback=True)
    assert "fallback" not in caught.value.message
    with pytest.raises(PluginError):
        choose(Registry(), DOCUMENT, "generic")


def test_parse_takes_fallback(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    report = ifo.parse(path, fallback=True)
    assert report.provenance is not None
    assert report.provenance.plugin == "generic"
    with pytest.raises(UnknownDocument):
        ifo.parse(path)


def test_an_empty_document_can_be_forced():
    empty = DOCUMENT
    assert choose(NOBODY, empty, "generic").format.claim(empty).sureness == 0
    words = Paragraph(text="Bara ord. " * 20, place=Place(first_line=1, last_line=1))
    (report,) = choose(NOBODY, empty, "generic").format.parse(evolve(empty, blocks=(words,)))
    assert report.coverage.unclaimed == 160


# -- the command line


@pytest.fixture
def files(tmp_path, monkeypatch):
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "recipe.md").write_text(RECIPE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ifo_followup.cli.documents.load_registry", lambda: STRANGER)


def test_parse_with_fallback(files, capsys):
    assert cli.main(["parse", "--fallback", "report.md"]) == cli.FINE
    assert '"Lindby"' in capsys.readouterr().out
    assert cli.main(["parse", "report.md"]) == cli.UNREADABLE
    assert "--fallback" in capsys.readouterr().err


def test_parse_with_fallback_refuses_a_recipe(files, capsys):
    assert cli.main(["parse", "--fallback", "recipe.md"]) == cli.UNREADABLE
    assert "generic missed" in capsys.readouterr().err


def test_check_with_fallback(files, capsys):
    assert cli.main(["check", "--fallback", "report.md"]) == cli.FINE
    assert "generic-format" in capsys.readouterr().out


def test_explain_with_fallback(files, capsys):
    assert cli.main(["explain", "--no-isolate", "--fallback", "report.md"]) == cli.FINE
    out = capsys.readouterr().out
    assert "generic: saw" in out
    assert "read by generic" in out


def test_plugins_lists_it_as_built_in(files, capsys):
    assert cli.main(["plugins"]) == cli.FINE
    assert "built in\n  generic: any municipality" in capsys.readouterr().out
