"""`parse --mask` and `check --privacy`: nothing that is written repeats a datum."""

import json
from pathlib import Path

import pytest
from fakes import FakeFormat, point
from made_up_data import report_of

import ifo_followup as ifo
from ifo_followup.cli import main
from ifo_followup.hookspecs import Claim
from ifo_followup.model.values import Source

PERSONAL = "811218-9876"


def parses(document):
    text = "\n".join(document.texts())
    if "junk" in text:
        yield ifo.FollowUpReport(municipality="x", events=("no event",), findings=(1,))
        return
    warning = ifo.Finding(
        rule="text-unclaimed",
        severity=ifo.Severity.WARNING,
        message=f"unread: {text}",
        printed=text,
        source=Source(text=text, row=text),
    )
    yield ifo.FollowUpReport(
        municipality="Exempelköping", events=report_of(text).events, findings=(warning,)
    )


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    def claims(_):
        return Claim(sureness=0.9, evidence=("Exempelköping",))

    plugin = point("good", FakeFormat(format_id="good-1", claims=claims, parses=parses))
    monkeypatch.setattr("ifo_followup.registry.installed", lambda: (plugin,))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"Exempelköping: barnet {PERSONAL}.\n", encoding="utf-8")
    Path("clean.txt").write_text("Exempelköping: 12 480 tkr.\n", encoding="utf-8")


def run(*arguments: str) -> int:
    return main([*arguments, "--no-isolate"])


@pytest.mark.parametrize("form", ["json", "table"])
def test_what_is_written_is_masked_and_told(form, capsys):
    assert run("parse", "a.txt", "--mask", "--format", form) == 0
    out, err = capsys.readouterr()
    assert PERSONAL not in out + err
    assert "masked: a.txt: line 1" in err
    assert "personal-number: a Swedish personal identity number stands here: 81" in err
    assert form == "table" or "[personnummer]" in out


def test_tables_are_masked():
    assert run("parse", "a.txt", "--mask", "--format", "csv", "-o", "tables") == 0
    assert "[personnummer]" in Path("tables/events.csv").read_text(encoding="utf-8")
    assert not any(PERSONAL in p.read_text(encoding="utf-8") for p in Path("tables").iterdir())


def test_nothing_is_masked_unasked(capsys):
    assert run("parse", "a.txt") == 0
    out, err = capsys.readouterr()
    assert PERSONAL in out
    assert "masked" not in err


def test_a_clean_report_is_written_as_it_is(capsys):
    run("parse", "clean.txt", "--mask")
    masked, err = capsys.readouterr()
    run("parse", "clean.txt")
    assert capsys.readouterr()[0] == masked
    assert "masked" not in err


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_check_adds_the_findings_and_repeats_no_datum(form, capsys):
    assert run("check", "a.txt", "--format", form) == 0
    assert PERSONAL in capsys.readouterr()[0]
    assert run("check", "a.txt", "--privacy", "--format", form) == 1
    out, _ = capsys.readouterr()
    assert "personal-number" in out
    assert "text-unclaimed" in out
    assert PERSONAL not in out
    if form == "json":
        found = [each for each in json.loads(out) if each["rule"] == "personal-number"]
        assert found[0]["severity"] == "error"
        assert found[0]["first_line"] == 1


def test_a_clean_report_has_nothing_to_add(capsys):
    assert run("check", "clean.txt", "--privacy", "--fail-on", "error") == 0
    assert "personal-number" not in capsys.readouterr()[0]


def test_a_report_of_the_wrong_things_fails_alone(capsys):
    Path("junk.txt").write_text("Exempelköping junk\n", encoding="utf-8")
    assert run("parse", "junk.txt", "a.txt", "--mask") == 3
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "error: junk.txt" in err
    assert "Traceback" not in err
