"""The command `new`: what it writes, what it refuses, and that it never leaves half a folder."""

import io
import sys
from pathlib import Path

import pytest
from made import EXAMPLES, LINDBY

from ifo_followup.cli import main

REPORT = str(LINDBY / "tertialrapport-2-2024.pdf")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_it_writes_a_distribution(folder, capfd):
    assert main(["new", "almby", "--from", REPORT]) == 0
    made = folder / "ifo-followup-almby"
    assert names_in(made) == {
        "CHANGELOG.md",
        "README.md",
        "pyproject.toml",
        "src/ifo_followup_almby/__init__.py",
        "src/ifo_followup_almby/py.typed",
        "src/ifo_followup_almby/tertial_2024.py",
        "tests/goldens/tertialrapport-2-2024/document.pdf",
        "tests/goldens/tertialrapport-2-2024/expected.json",
        "tests/test_conformance.py",
    }
    golden = made / "tests/goldens/tertialrapport-2-2024/document.pdf"
    assert golden.read_bytes() == Path(REPORT).read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["ifo-followup-almby"]
    said = capfd.readouterr().out
    assert "README.md has 4 points to look at" in said
    assert "pip install -e ifo-followup-almby" in said


def test_it_writes_where_it_is_told(folder):
    assert main(["new", "Almby", "--from", REPORT, "-o", "plugins/mine", "--no-isolate"]) == 0
    assert (folder / "plugins/mine/ifo-followup-almby/pyproject.toml").is_file()


def test_it_writes_over_nothing(folder, capfd):
    taken = folder / "ifo-followup-almby"
    taken.mkdir()
    assert main(["new", "almby", "--from", REPORT]) == 2
    assert list(taken.iterdir()) == []
    assert "is there already; nothing was changed" in capfd.readouterr().err


def test_it_writes_through_no_link(folder):
    (folder / "ifo-followup-almby").symlink_to(folder / "nowhere")
    assert main(["new", "almby", "--from", REPORT]) == 2
    assert not (folder / "nowhere").exists()


def test_a_folder_that_cannot_be_written(folder, capfd):
    (folder / "file").write_text("")
    with pytest.raises(SystemExit) as stopped:
        main(["new", "almby", "--from", REPORT, "-o", "file"])
    assert stopped.value.code == 2
    assert "-o file: " in capfd.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["file"]


@pytest.mark.parametrize(
    "how", [["new", "nacka"], ["new", "almby", "--municipality", "Tyresö", "--code", "0139"]]
)
def test_misuse_is_told_before_the_report_is_read(folder, capfd, how):
    assert main([*how, "--from", "gone.pdf"]) == 2
    assert "gone.pdf" not in capfd.readouterr().err


@pytest.mark.parametrize("name", ["", "a/b", 'x"y', "1st"])
def test_a_bad_name_is_misuse(folder, name):
    with pytest.raises(SystemExit) as stopped:
        main(["new", name, "--from", REPORT])
    assert stopped.value.code == 2
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "options", [["--code", "12"], ["--code", "abcd"], ["--municipality", 'Al"by']]
)
def test_bad_options_are_misuse(folder, options):
    with pytest.raises(SystemExit) as stopped:
        main(["new", "almby", "--from", REPORT, *options])
    assert stopped.value.code == 2


def test_a_name_that_is_taken(folder, capfd):
    for name in ("nacka", "generic"):
        assert main(["new", name, "--from", REPORT]) == 2
        assert "is installed already" in capfd.readouterr().err


def test_a_code_that_is_not_the_listed_one(folder, capfd):
    options = ["--municipality", "Tyresö", "--code", "0139"]
    assert main(["new", "almby", "--from", REPORT, *options]) == 2
    assert "the code of Tyresö is 0138" in capfd.readouterr().err


def test_a_municipality_and_code_that_are_given(folder):
    options = ["--municipality", "Almby", "--code", "9999"]
    assert main(["new", "almby", "--from", REPORT, *options]) == 0
    source = next(folder.rglob("tertial_2024.py")).read_text(encoding="utf-8")
    assert 'municipality="Almby",\n    municipality_code="9999",' in source


def test_a_municipality_that_nobody_names(folder, capfd):
    text = (EXAMPLES / "lindby-2019-delarsrapport.md").read_text(encoding="utf-8")
    (folder / "x.md").write_text(text.replace(", Lindby kommun", ""), encoding="utf-8")
    assert main(["new", "almby", "--from", "x.md"]) == 2
    assert "--municipality" in capfd.readouterr().err
    assert main(["new", "almby", "--from", "x.md", "--municipality", "Lindby"]) == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [(None, "not_found"), ("", "empty"), ("Recept på pannkakor", "not_recognised")],
)
def test_a_document_that_is_no_report(folder, capfd, text, reason):
    if text is not None:
        (folder / "x.txt").write_text(text, encoding="utf-8")
    assert main(["new", "almby", "--from", "x.txt"]) == 3
    assert f"[{reason}]" in capfd.readouterr().err
    assert not (folder / "ifo-followup-almby").exists()


def test_a_document_from_a_pipe(folder, monkeypatch):
    data = (EXAMPLES / "lindby-2019-delarsrapport.md").read_bytes()
    stream = io.TextIOWrapper(io.BytesIO(data))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["new", "almby", "--from", "-", "--no-isolate"]) == 0
    assert next(folder.rglob("expected.json")).parent.name == "report"


def test_goldens_of_a_neighbour_are_told_apart(folder):
    assert main(["new", "almby", "--from", REPORT]) == 0
    assert main(["new", "ekby", "--from", REPORT]) == 0
    first, second = (
        next((folder / f"ifo-followup-{name}").rglob("tertial_2024.py")).read_text("utf-8")
        for name in ("almby", "ekby")
    )
    assert 'requires=("Nämndens mål Så går det Kommentar"' in first
    assert 'requires=("Nämndens mål Så går det Kommentar"' not in second
