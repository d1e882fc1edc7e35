"""The program: results to stdout, the rest to stderr, and an exit code that can be trusted."""

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from fakes import FakeFormat, found, point, raising

import ifo_followup as ifo
from ifo_followup.cli import main
from ifo_followup.isolation.starting import copied
from ifo_followup.model.values import Place, Source, Text
from ifo_followup.out.tables import TABLES
from ifo_followup.reading_rules import READING_RULES

# from 3.12 on Python warns of a copy of a process with threads
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")

GOOD = "Exempelköping\n"


def title(words: str) -> Text:
    return Text(words, Source(text=words))


def parses(document):
    """One report a line that says so; findings as the text asks for."""
    text = "\n".join(document.texts())
    findings = ()
    if "wrong" in text:
        place = Source(text="x", place=Place(page=3), table=2, row="Summa")
        findings = (
            ifo.Finding(
                rule="budget-sum",
                severity=ifo.Severity.ERROR,
                message="lines differ\x1b[31m from the total",
                source=place,
                printed="10",
                expected="11",
            ),
        )
    if "junk" in text:
        yield ifo.FollowUpReport(municipality="x", risks=("not a risk",))
        return
    print("a plugin that prints")  # noqa: T201 - the point of it
    for _ in range(2 if "two" in text else 1):
        unread = (Source(text="a stray line", place=Place(first_line=7, last_line=7)),)
        yield ifo.FollowUpReport(
            municipality="Exempelköping",
            title=title("=Månadsrapport"),
            findings=findings,
            coverage=ifo.Coverage(claimed=9, unclaimed=1, unclaimed_spans=unread),
        )


def claims(document):
    from ifo_followup.hookspecs import Claim

    if any("Exempel" in text for text in document.texts()):
        return Claim(sureness=0.9, evidence=("Exempelköping",))
    return Claim(sureness=0.0, missed=("Exempelköping",))


PLUGIN = point("good", FakeFormat(format_id="good-1", claims=claims, parses=parses))
OTHER = point("other", FakeFormat(format_id="other-1"))
BROKEN = found("broken", raising(ImportError("no module x")))


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    install(monkeypatch, PLUGIN, OTHER)
    # only a copy of this process has these plugins; other tests may have left idle threads in it
    monkeypatch.setattr("ifo_followup.cli.documents.nearest", copied)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def install(monkeypatch, *points):
    """Let these be all the installed plugins, here and in copies of this process."""
    for place in ("registry", "isolation.nursery"):
        monkeypatch.setattr(f"ifo_followup.{place}.installed", lambda: points)


def write(name: str, text: str = GOOD) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_json_is_one_document_a_line(capsys):
    assert main(["parse", write("a.txt"), write("b.txt", GOOD + "\ntwo\n")]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert [json.loads(line)["municipality"] for line in lines] == ["Exempelköping"] * 3
    assert ifo.FollowUpReport.from_json(lines[0]).provenance.document == "a.txt"
    assert "a plugin that prints" in err


def test_a_bad_file_never_stops_the_others(capsys):
    files = [
        "gone.pdf",
        write("a.txt"),
        write("strange.txt", "Hej\n"),
        write("junk.txt", "Exempel junk"),
    ]
    assert main(["parse", *files, write("b.txt")]) == 3
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    for words in (
        "error: gone.pdf: there is no such file [not_found]",
        "error: strange.txt: no installed format recognises",
        'good-1 missed: "Exempelköping"',
        "error: junk.txt: the format good-1 gave a report that cannot be written [output_failed]",
    ):
        assert words in err
    assert "Traceback" not in err


def test_the_same_comes_of_it_without_processes(capsys):
    files = [write("a.txt"), write("b.txt", GOOD + "\ntwo\n"), write("junk.txt", "Exempel junk")]
    assert main(["parse", *files]) == 3
    apart = capsys.readouterr().out
    assert main(["parse", "--workers", "2", *files]) == 3
    assert capsys.readouterr().out == apart
    assert main(["parse", "--no-isolate", *files]) == 3
    out, err = capsys.readouterr()
    assert out == apart
    assert "error: junk.txt: a report that cannot be written" in err


def test_json_goes_to_a_file_whole_or_not_at_all(capsys, monkeypatch):
    assert main(["parse", write("a.txt"), "-o", "out.json"]) == 0
    assert ifo.FollowUpReport.from_json(Path("out.json").read_text(encoding="utf-8"))
    assert capsys.readouterr().out == ""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ifo_followup.model.report.FollowUpReport.to_json", full)
    before = Path("out.json").read_bytes()
    assert main(["parse", "a.txt", "-o", "out.json", "--no-isolate"]) == 3
    assert "No space left" in capsys.readouterr().err
    assert Path("out.json").read_bytes() == before
    assert names(".") == ["a.txt", "out.json"]


def test_a_file_stays_what_it_was_where_nothing_was_read(capsys):
    Path("out.json").write_text("earlier", encoding="utf-8")
    assert main(["parse", write("strange.txt", "Hej\n"), "-o", "out.json"]) == 3
    assert "out.json" in capsys.readouterr().err
    assert Path("out.json").read_text(encoding="utf-8") == "earlier"
    assert main(["parse", "strange.txt", "-o", "new.json"]) == 3
    assert names(".") == ["out.json", "strange.txt"]
    assert main(["parse", "strange.txt", write("a.txt"), "-o", "out.json"]) == 3
    assert ifo.FollowUpReport.from_json(Path("out.json").read_text(encoding="utf-8"))


def test_csv_is_a_folder_of_tables(capsys):
    assert main(["parse", write("a.txt"), "--format", "csv", "-o", "tables"]) == 0
    assert {path.stem for path in Path("tables").iterdir()} == set(TABLES)
    with Path("tables/report.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["municipality"] == "Exempelköping"
    assert row["title"] == "'=Månadsrapport"


def test_csv_of_several_reports_has_a_folder_for_each():
    files = [write("a.txt", GOOD + "\ntwo\n"), write("x/A.txt"), write("b.txt")]
    assert main(["parse", *files, "--format", "csv", "-o", "tables"]) == 0
    assert names("tables") == ["A-3", "a", "a-2", "b", "documents.csv"]
    sums = [hashlib.sha256(Path(name).read_bytes()).hexdigest() for name in files]
    assert listed("tables") == [
        {"folder": "a", "document": "a.txt", "sha256": sums[0]},
        {"folder": "a-2", "document": "a.txt", "sha256": sums[0]},
        {"folder": "A-3", "document": "x/A.txt", "sha256": sums[1]},
        {"folder": "b", "document": "b.txt", "sha256": sums[2]},
    ]


def listed(folder: str) -> list[dict[str, str]]:
    with Path(folder, "documents.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_list_of_folders_holds_no_name_that_is_masked():
    name = write("870314-2391.txt")
    assert main(["parse", name, "--format", "csv", "-o", "t", "--folders", "--mask"]) == 0
    assert "870314" not in listed("t")[0]["document"]


def test_csv_of_one_report_has_a_folder_when_asked(capsys):
    how = ["--format", "csv", "-o", "tables", "--folders"]
    assert main(["parse", write("documents.csv.txt"), *how]) == 0
    assert names("tables") == ["documents.csv", "documents.csv-2"]
    assert [row["folder"] for row in listed("tables")] == ["documents.csv-2"]
    assert "report.csv" in names("tables/documents.csv-2")
    with pytest.raises(SystemExit) as caught:
        main(["parse", "documents.csv.txt", "--folders"])
    assert caught.value.code == 2


def test_csv_needs_a_folder(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["parse", write("a.txt"), "--format", "csv"])
    assert caught.value.code == 2
    assert "-o" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "missing/out.json"], "missing/out.json: cannot be written: No such file"),
        (["-o", "folder"], "folder: this is a folder"),
        (["-o", "file.txt/out.json"], "cannot be written: Not a directory"),
        (["-o", "file.txt", "--format", "csv"], "file.txt is no folder"),
        (["-o", "file.txt/tables", "--format", "csv"], "file.txt is no folder"),
        (["-", "-"], '"-" stands twice'),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_read(arguments, words, monkeypatch, capsys):
    read: list[object] = []
    monkeypatch.setattr("ifo_followup.cli.documents.read_apart", lambda *_, **__: read.append(1))
    Path("folder").mkdir()
    write("file.txt")
    before = names(".")
    with pytest.raises(SystemExit) as caught:
        main(["parse", *arguments, "file.txt"])
    assert caught.value.code == 2
    assert words in capsys.readouterr().err
    assert read == []
    assert names(".") == before


@pytest.mark.parametrize("arguments", [["-o", "held/out.json"], ["--format=csv", "-o", "held/t"]])
def test_a_folder_that_may_not_be_written_in_is_refused(arguments, monkeypatch, capsys):
    Path("held").mkdir()
    real = Path.open

    def refusing(path: Path, *how: object, **more: object) -> object:
        if path.parent.name == "held":  # for whoever runs the tests as root
            raise PermissionError(13, "Permission denied")
        return real(path, *how, **more)

    monkeypatch.setattr(Path, "open", refusing)
    with pytest.raises(SystemExit) as caught:
        main(["parse", write("a.txt"), *arguments])
    assert caught.value.code == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_device_is_written_to_and_stays_what_it_is():
    was = Path(os.devnull).stat().st_rdev
    assert main(["parse", write("a.txt"), "-o", os.devnull]) == 0
    assert Path(os.devnull).stat().st_rdev == was


def test_documents_are_called_what_they_were_given_as(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Hej\n")))
    files = [write("x/a.txt", "Hej\n"), write("y/a.txt", "Hej\n"), "-"]
    for more in ([], ["--no-isolate"]):
        sys.stdin.seek(0)
        assert main(["parse", *more, *files]) == 3
        errors = [line for line in capsys.readouterr().err.splitlines() if "error:" in line]
        starts = [line.split(": no installed")[0] for line in errors]
        assert starts == ["error: x/a.txt", "error: y/a.txt", "error: <stdin>"]
    sys.stdin.seek(0)
    assert main(["check", "--plugin", "good", "-"]) == 0
    assert "<stdin>: warning plugin-forced" in capsys.readouterr().out


def test_table_is_a_summary_for_people(capsys):
    assert main(["parse", write("a.txt"), write("b.txt"), "--format", "table"]) == 0
    out = capsys.readouterr().out
    assert out.count("=Månadsrapport") == 2
    assert "Read 90.0 % of the text" in out
    assert "\x1b" not in out


def test_colours_are_for_terminals_only(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for environment, coloured in (({}, True), ({"NO_COLOR": ""}, False), ({"TERM": "dumb"}, False)):
        screen = Terminal()
        with monkeypatch.context() as patch:
            patch.delenv("NO_COLOR", raising=False)
            patch.setenv("TERM", "xterm")
            for key, value in environment.items():
                patch.setenv(key, value)
            patch.setattr("sys.stdout", screen)
            assert main(["parse", write("a.txt"), "--format", "table"]) == 0
        assert ("\x1b" in screen.getvalue()) is coloured


def test_progress_is_for_terminals_only(monkeypatch, capsys):
    main(["parse", write("a.txt"), write("b.txt")])
    assert "[1/2]" not in capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    main(["parse", "a.txt", "b.txt"])
    assert "[1/2] a.txt" in capsys.readouterr().err


def test_check_prints_findings_and_fails_on_an_error(capsys):
    assert main(["check", write("a.txt")]) == 0
    assert capsys.readouterr() == ("", "a plugin that prints\na.txt: no findings\n")
    assert main(["check", "a.txt", write("b.txt", GOOD + "\nwrong\n")]) == 1
    out = capsys.readouterr().out
    assert out == (
        'b.txt: page 3, table 2, row "Summa": error budget-sum: lines differ[31m from the total; '
        'printed "10"; expected "11"\n'
    )
    assert main(["check", "b.txt", "gone.txt"]) == 3


ENGLISH = re.compile(
    r"\b(info|warning|error|page|lines?|table|row|column|printed|expected|the|stands?)\b"
)


def test_check_in_swedish_is_swedish(monkeypatch, capsys):
    """Every rule of reading, with all that can stand around it."""
    place = Source(text="x", place=Place(first_line=3, last_line=4), table=2, row="Ö", column="Å")
    findings = [
        ifo.Finding(rule=each.rule, severity=each.severity, message="X", source=place,
                    printed="1", expected="2")
        for each in READING_RULES
    ]  # fmt: skip
    page = Source(text="x", place=Place(page=3))
    findings.append(evolve(findings[0], source=page, swedish="något"))

    def parses_all(_):
        return [ifo.FollowUpReport(municipality="Exempelköping", findings=findings)]

    each = FakeFormat(format_id="good-1", claims=claims, parses=parses_all)
    install(monkeypatch, point("good", each))
    assert main(["check", "--swedish", "--fail-on", "never", write("a.txt")]) == 0
    out = capsys.readouterr().out
    lines = [
        re.sub(r" [a-z-]+: ", " ", line, count=1) for line in out.splitlines()[: len(findings)]
    ]
    assert [line for line in lines if ENGLISH.search(line)] == []
    assert lines[0].startswith('a.txt: textraderna 3-4, tabell 2, rad "Ö", kolumn "Å": varning ')
    assert lines[0].endswith('; tryckt "1"; väntat "2"')
    assert lines[-1].startswith("a.txt: sida 3: varning något")
    install(monkeypatch, PLUGIN)
    assert main(["check", "--swedish", "a.txt"]) == 0
    assert "a.txt: inga anmärkningar" in capsys.readouterr().err


def test_explain_says_who_claims_it_and_what_is_unread(capsys):
    assert main(["explain", "--no-isolate", write("a.txt")]) == 0
    out = capsys.readouterr().out
    for words in (
        '0.90  good-1: saw "Exempelköping"',
        '0.00  other-1: missed: "Månadsrapport"',
        "read by good-1",
        "coverage 90.0%",
        "unclaimed, line 7: a stray line",
    ):
        assert words in out


def test_explain_shows_the_claims_of_a_document_that_nobody_knows(capsys):
    assert main(["explain", "--no-isolate", write("a.txt", "Hej\n")]) == 3
    out, err = capsys.readouterr()
    assert '0.00  good-1: missed: "Exempelköping"' in out
    assert "no installed format recognises" in err


def test_explain_of_a_rule_that_is_misspelt_names_those_like_it(capsys):
    assert main(["explain", "total-sumx"]) == 3
    err = capsys.readouterr().err
    assert err.startswith("error: total-sumx: there is no such file, and no rule of this name")
    assert "rules of a like name: total-sum" in err
    assert "Errno" not in err
    assert main(["explain", "rapport.pdf"]) == 3
    assert "like name" not in capsys.readouterr().err
    assert main(["explain", "total-sum"]) == 0
    assert capsys.readouterr().out.startswith("total-sum (error)")


def test_plugins_lists_what_is_installed_and_what_failed(capsys, monkeypatch):
    assert main(["plugins"]) == 0
    assert "good 1.2\n  good-1: Exempelköping, monthly reports\n" in capsys.readouterr().out
    install(monkeypatch, PLUGIN, BROKEN)
    assert main(["plugins"]) == 1
    assert "broken FAILED at loading: ImportError: no module x" in capsys.readouterr().out
    install(monkeypatch)
    assert main(["plugins"]) == 0
    assert "no plugin is installed" in capsys.readouterr().out


def test_a_plugin_can_be_forced(capsys):
    assert main(["parse", write("a.txt", "Hej\n"), "--plugin", "good"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"][-1]["rule"] == "plugin-forced"


@pytest.mark.parametrize("command", ["parse", "check", "explain", "draw"])
@pytest.mark.parametrize("how", [[], ["--no-isolate"]])
def test_a_plugin_that_is_not_there_is_wrong_usage_told_once(command, how, capfd):
    files = ["gone.pdf", "away.pdf"] if command in ("parse", "check") else ["gone.pdf"]
    with pytest.raises(SystemExit) as caught:
        main([command, *files, "--plugin", "goood", *how])
    assert caught.value.code == 2
    err = capfd.readouterr().err
    assert err.count("no plugin or format is called 'goood'") == 1
    assert "installed: good (good-1); other (other-1); generic (built in)" in err
    assert "gone.pdf" not in err


@pytest.mark.parametrize("name", ["", " "])
def test_a_name_of_nothing_is_wrong_usage(name, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["parse", "gone.pdf", "--municipality", name])
    assert caught.value.code == 2
    assert "gone.pdf" not in capsys.readouterr().err


NO_PLACES = ["file.txt", "file.txt/x", "/proc/x", "link", "x" * 300, f"folder/{'x' * 300}"]


@pytest.mark.parametrize("place", NO_PLACES)
@pytest.mark.parametrize(
    "command",
    [
        ["parse", "gone.pdf", "--format", "csv"],
        ["draw", "gone.pdf"],
        ["draw", "gone.pdf", "--no-isolate"],
        ["show", "gone.pdf", "goals[0]"],
        ["new", "almby", "--from", "gone.pdf"],
    ],
    ids=" ".join,
)
def test_a_folder_that_cannot_be_made_is_wrong_usage_of_every_command(command, place, capfd):
    write("file.txt")
    Path("folder").mkdir()
    Path("link").symlink_to("nowhere")
    before = names(".")
    with pytest.raises(SystemExit) as caught:
        main([*command, "-o", place])
    assert caught.value.code == 2
    err = capfd.readouterr().err
    assert f"-o {place}: " in err
    assert "Traceback" not in err
    assert "gone.pdf" not in err
    assert names(".") == before


@pytest.mark.parametrize("place", ["x" * 300, "/proc/x", "file.txt/x"])
def test_a_file_that_cannot_be_made_is_wrong_usage(place, capsys):
    write("file.txt")
    with pytest.raises(SystemExit) as caught:
        main(["parse", "gone.pdf", "-o", place])
    assert caught.value.code == 2
    assert f"-o {place}: cannot be written" in capsys.readouterr().err


def helped(command, capsys) -> str:
    with pytest.raises(SystemExit) as caught:
        main([command, "-h"])
    assert caught.value.code == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("command", ["parse", "check", "explain", "draw", "show"])
def test_help_says_that_hints_win(command, capsys):
    assert helped(command, capsys).count("wins over a printed one") == 2


def test_help_of_show_has_every_way_to_name_a_value(capsys):
    words = helped("show", capsys)
    for way in ("goals[3].title", "budget_cells[17]", 'budget_cells[table_no=2, line="Summa"]'):
        assert way in words


@pytest.mark.parametrize("value", ["goals[", "", "goals[0].title!", 'goals[title="x"]'])
def test_what_names_no_value_is_wrong_usage(value, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["show", "gone.pdf", value])
    assert caught.value.code == 2
    assert "is no way to a value" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["fly"], ["parse"], ["parse", "a", "--period", "april"]])
def test_wrong_usage_is_told(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_an_interrupt_is_no_traceback(monkeypatch, capsys):
    monkeypatch.setattr("ifo_followup.cli.documents.load_registry", raising(KeyboardInterrupt()))
    assert main(["parse", "a.txt", "--no-isolate"]) == 130
    assert capsys.readouterr().err == "interrupted\n"


PLUGIN_CODE = """
from attrs import frozen
from ifo_followup import FollowUpReport, hookimpl
from ifo_followup.hookspecs import Claim


@frozen
class Real:
    format_id = "real-1"
    municipality = "Exempelköping"
    reads = "monthly reports"

    def claim(self, document):
        return Claim(sureness=1.0, evidence=("Exempelköping",))

    def parse(self, document):
        return [FollowUpReport(municipality="Exempelköping")]


@hookimpl
def ifo_followup_formats():
    return [Real()]
"""


def put_on_path(folder: Path, name: str, code: str) -> None:
    """A distribution as pip would leave it, made without installing anything."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}_code.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-2.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.5\n")
    (info / "entry_points.txt").write_text(f"[ifo_followup]\n{name} = {name}_code\n")


def run(folder: Path, *arguments: str, data: bytes = b"", **environment: str):
    return subprocess.run(
        [sys.executable, "-m", "ifo_followup", *arguments],
        input=data,
        capture_output=True,
        timeout=60,
        check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder), **environment},
    )


def test_real_plugins_of_real_distributions(tmp_path):
    put_on_path(tmp_path / "site", "real", PLUGIN_CODE)
    put_on_path(tmp_path / "site", "torn", "import no_such_module")
    listed = run(tmp_path / "site", "plugins")
    assert listed.returncode == 1
    assert "real 2.5\n  real-1: Exempelköping, monthly reports" in listed.stdout.decode()
    assert "torn FAILED at loading: ModuleNotFoundError" in listed.stdout.decode()

    # the C locale must not spoil Swedish names, and "-" is standard input
    done = run(
        tmp_path / "site",
        "parse",
        "-",
        "--plugin",
        "real",
        data=GOOD.encode(),
        LC_ALL="C",
        PYTHONUTF8="0",
    )
    assert done.returncode == 0, done.stderr.decode()
    report = ifo.FollowUpReport.from_json(done.stdout.decode("utf-8"))
    assert report.municipality == "Exempelköping"
    assert report.provenance.plugin_version == "2.5"
    assert any("torn failed while loading" in finding.message for finding in report.findings)


def test_a_reader_that_has_enough_is_no_error(tmp_path):
    put_on_path(tmp_path / "site", "real", PLUGIN_CODE)
    ours, theirs = os.pipe()
    os.close(ours)  # nobody reads what the program writes
    done = subprocess.run(
        [sys.executable, "-m", "ifo_followup", "plugins"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


def test_workers_need_processes(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["parse", "--no-isolate", "--workers", "2", write("a.txt")])
    assert ended.value.code == 2
    assert "--workers" in capsys.readouterr().err


# -- corrections

CORRECTION = """
[[corrections]]
what = "title"
printed = "=Månadsrapport"
corrected = "Årsrapport"
why = "it is one"
who = "Eva Ek"
date = 2024-05-02
"""


def test_a_report_is_corrected_when_asked(here, capsys):
    (here / "a.txt").write_text(GOOD, encoding="utf-8")
    (here / "c.toml").write_text(CORRECTION, encoding="utf-8")
    assert main(["parse", "a.txt", "--corrections", "c.toml"]) == 0
    out, err = capsys.readouterr()
    report = ifo.FollowUpReport.from_json(out)
    assert (str(report.title), report.title.source.text) == ("Årsrapport", "=Månadsrapport")
    assert "correction-unused" not in err
    assert main(["parse", "a.txt"]) == 0
    plain = ifo.FollowUpReport.from_json(capsys.readouterr().out)
    assert (str(plain.title), plain.corrections) == ("=Månadsrapport", ())


def test_a_correction_that_does_not_fit_is_told(here, capsys):
    (here / "a.txt").write_text(GOOD, encoding="utf-8")
    (here / "c.toml").write_text(CORRECTION.replace("=Mån", "Mån"), encoding="utf-8")
    assert main(["parse", "a.txt", "--corrections", "c.toml", "-o", "x.json"]) == 0
    err = capsys.readouterr().err
    assert "warning: a.txt: the correction of title" in err
    assert "something else is printed" in err
    report = ifo.FollowUpReport.from_json((here / "x.json").read_text(encoding="utf-8"))
    assert [finding.rule for finding in report.findings] == ["correction-unused"]


@pytest.mark.parametrize(
    ("files", "content", "words"),
    [
        (["a.txt", "b.txt"], CORRECTION, "--corrections corrects one document"),
        (["a.txt"], "x = 1", "--corrections c.toml: 'x' is not known here"),
        (["a.txt"], None, "--corrections c.toml: there is no such file"),
    ],
)
def test_wrong_usage_of_corrections(here, capsys, files, content, words):
    if content is not None:
        (here / "c.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        main(["parse", *files, "--corrections", "c.toml"])
    assert caught.value.code == 2
    assert words in capsys.readouterr().err


def test_corrections_are_for_one_report(here, capsys):
    (here / "a.txt").write_text(f"{GOOD}two\n", encoding="utf-8")
    (here / "c.toml").write_text(CORRECTION, encoding="utf-8")
    assert main(["parse", "a.txt", "--corrections", "c.toml"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "holds 2 reports" in err
