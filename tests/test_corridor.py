"""From a file to its report: every kind of input, and no error but the library's own."""

import io
import os
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from inspect import signature
from pathlib import Path

import attrs
import pytest
from fakes import DOCUMENT, FakeFormat, found, point, raising
from hypothesis import given
from hypothesis import strategies as st

import ifo_followup as ifo
from ifo_followup.corridor import open_document
from ifo_followup.document import Kind
from ifo_followup.jobs import Job
from ifo_followup.limits import Limits
from ifo_followup.model.findings import Severity
from ifo_followup.reading import read_document
from ifo_followup.registry import load_registry

DATA = "Exempelköping\n\nMånadsrapport\n".encode()
READ = FakeFormat(format_id="good-1", sureness=0.5)


def fake_reader(data, *, name=None, companions=None, backend="auto", limits=None, tell=None):
    """Stands in for the readers, which have tests of their own."""
    return attrs.evolve(
        DOCUMENT,
        name=name,
        sha256=sha256(data).hexdigest(),
        warnings=("page 2 is torn",) if b"torn" in data else (),
        metadata=(("hint:period", "1999"), ("author", "x"), *((c, "") for c in companions)),
    )


@pytest.mark.parametrize("function", [ifo.parse, ifo.parse_all, ifo.parse_many])
def test_every_way_in_takes_what_a_job_holds(function):
    """The arguments are written out for `help` and type checkers; here they are held together."""
    job = {each.name: (each.type, each.default) for each in attrs.fields(Job)}
    taken = {
        name: (each.annotation, each.default)
        for name, each in signature(function).parameters.items()
        if name in job
    }
    assert list(taken) == list(job)
    assert taken == job


def test_the_signatures_are_for_people():
    shown = str(signature(ifo.parse))
    assert "Loaded" not in shown
    assert "limits: ifo_followup.limits.Limits = Limits()," in shown
    assert repr(ifo.Limits(pages=7, wall_factor=2.0)) == "Limits(pages=7, wall_factor=2.0)"


@pytest.mark.parametrize(
    "source", ["a.pdf", b"%PDF-", bytearray(b"x"), Path("a.pdf"), io.BytesIO(b"a\nb\n")]
)
@pytest.mark.parametrize("isolate", [True, False])
def test_many_are_asked_for_as_many(source, isolate):
    with pytest.raises(TypeError, match=r"put the \w+ into a list"):
        ifo.parse_many(source, isolate=isolate)


def install(monkeypatch, *points: found) -> None:
    monkeypatch.setattr("ifo_followup.parsing.load_registry", lambda: load_registry(points))
    monkeypatch.setattr("ifo_followup.reading.read_document", fake_reader)


@pytest.fixture(autouse=True)
def _good(monkeypatch):
    install(monkeypatch, point("good", READ))


@pytest.mark.parametrize(
    "make",
    [
        lambda path: str(path),
        lambda path: path,
        lambda path: path.read_bytes(),
        lambda path: bytearray(path.read_bytes()),
        lambda path: memoryview(path.read_bytes()),
        lambda path: io.BytesIO(path.read_bytes()),
        lambda path: io.BufferedReader(io.FileIO(path)),
        lambda path: io.FileIO(path),
    ],
)
def test_a_source_is_a_path_bytes_or_a_binary_file(tmp_path, make):
    path = tmp_path / "rapport.txt"
    path.write_bytes(DATA)
    source = make(path)
    report = ifo.parse(source)
    if hasattr(source, "close"):
        source.close()
    assert report.municipality == "Exempelköping"
    assert report.provenance.sha256 == sha256(DATA).hexdigest()
    assert report.provenance.document in ("rapport.txt", None)


def test_provenance_says_what_read_it():
    provenance = ifo.parse(DATA).provenance
    assert (provenance.plugin, provenance.plugin_version) == ("good-1", "1.2")
    assert (provenance.kind, provenance.reader) == (Kind.TEXT.value, "fake")
    assert provenance.library_version == ifo.__version__


class Rude:
    def __init__(self, answer):
        self.read = answer if callable(answer) else lambda _: answer

    def __fspath__(self):
        raise RuntimeError


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("no such file", ifo.Reason.NOT_FOUND),
        ("a\0b", ifo.Reason.NOT_FOUND),
        ("\ud800", ifo.Reason.NOT_FOUND),
        ("x" * 5000, ifo.Reason.DAMAGED),
        ("", ifo.Reason.UNSUPPORTED_KIND),
        (Path(), ifo.Reason.UNSUPPORTED_KIND),
        (None, ifo.Reason.UNSUPPORTED_KIND),
        (3, ifo.Reason.UNSUPPORTED_KIND),
        (["a.pdf"], ifo.Reason.UNSUPPORTED_KIND),
        (io.StringIO("text"), ifo.Reason.UNSUPPORTED_KIND),
        (Rude(b""), ifo.Reason.NOT_FOUND),
    ],
)
def test_what_cannot_be_opened_is_unreadable(source, reason):
    with pytest.raises(ifo.UnreadableDocument) as caught:
        ifo.parse(source)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "the path is empty"),
        ("https://exempel.se/a.pdf", "an address, and nothing is fetched"),
        (Path("file:///srv/a.pdf"), "an address, and nothing is fetched"),
        ("C:/a.pdf", "there is no such file"),
        (5, "a source of type int is neither"),
        (None, "a source of type NoneType is neither"),
    ],
)
def test_what_is_no_source_is_told_what_to_do(source, words):
    with pytest.raises(ifo.UnreadableDocument) as caught:
        ifo.parse(source)
    assert words in caught.value.message


def test_a_file_that_is_not_there_is_told_once():
    with pytest.raises(ifo.UnreadableDocument) as caught:
        ifo.parse("gone.pdf")
    assert caught.value.cause is None


@pytest.mark.parametrize("answer", [None, 3, raising(OSError("gone")), raising(ValueError("shut"))])
def test_a_file_that_cannot_be_read_is_unreadable(answer):
    class Stream:
        read = staticmethod(answer if callable(answer) else lambda _: answer)

    with pytest.raises(ifo.UnreadableDocument) as caught:
        ifo.parse(Stream())
    assert caught.value.reason is ifo.Reason.DAMAGED


def test_a_file_that_may_not_be_read(monkeypatch, tmp_path):
    path = tmp_path / "secret.pdf"
    path.write_bytes(DATA)
    monkeypatch.setattr(Path, "open", raising(PermissionError(13, "denied")))
    with pytest.raises(ifo.UnreadableDocument, match=r"secret\.pdf: you may not read"):
        ifo.parse(path)


def test_a_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ifo.UnreadableDocument, match="pipe"):
        ifo.parse(tmp_path / "pipe")


def test_no_more_is_loaded_than_may_be_read(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 11)
    with path.open("rb") as stream:
        for source in (path, path.read_bytes(), stream):
            with pytest.raises(ifo.LimitExceeded) as caught:
                ifo.parse(source, limits=Limits(file_bytes=10))
            assert caught.value.reason is ifo.Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ZeroDivisionError("x"), ifo.UnreadableDocument),
        (MemoryError(), ifo.LimitExceeded),
        (RecursionError(), ifo.UnreadableDocument),
        (ifo.LimitExceeded("slow"), ifo.LimitExceeded),
    ],
)
def test_a_readers_own_mistake_is_an_error_of_ours(monkeypatch, error, kind):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr("ifo_followup.reading.read_document", fails)
    with pytest.raises(kind):
        ifo.parse(DATA)


@pytest.mark.parametrize(
    "parses",
    [
        raising(ValueError("torn")),
        raising(SystemExit(0)),
        raising(RecursionError()),
        raising(ifo.UnreadableDocument("x")),
        lambda _: None,
        lambda _: 3,
        lambda _: [],
        lambda _: ["report"],
        lambda _: [None],
        lambda _: iter(lambda: ifo.FollowUpReport(municipality="x"), None),
        lambda _: [ifo.FollowUpReport(municipality="x", findings=None)],
    ],
)
def test_a_plugin_that_fails_is_named(monkeypatch, parses):
    install(monkeypatch, point("bad", FakeFormat(format_id="bad-1", sureness=1.0, parses=parses)))
    with pytest.raises(ifo.PluginError) as caught:
        ifo.parse_all(DATA)
    assert caught.value.plugin == "bad"
    assert "bad-1" in str(caught.value)
    assert caught.value.cause


def test_a_bound_that_was_met_while_parsing_stays_what_it_is(monkeypatch):
    slow = FakeFormat(format_id="x", sureness=1.0, parses=raising(ifo.LimitExceeded("too much")))
    install(monkeypatch, point("x", slow))
    with pytest.raises(ifo.LimitExceeded, match="too much"):
        ifo.parse(DATA)


def test_a_plugin_that_has_no_memory_left_met_a_bound(monkeypatch):
    hog = FakeFormat(format_id="hog-1", sureness=1.0, parses=raising(MemoryError()))
    install(monkeypatch, point("hog", hog))
    with pytest.raises(ifo.LimitExceeded, match="hog-1") as caught:
        ifo.parse(DATA)
    assert caught.value.reason is ifo.Reason.MEMORY_LIMIT


def test_the_users_interrupt_passes(monkeypatch):
    stop = FakeFormat(format_id="x", sureness=1.0, parses=raising(KeyboardInterrupt()))
    install(monkeypatch, point("x", stop))
    with pytest.raises(KeyboardInterrupt):
        ifo.parse(DATA)


def test_one_document_may_hold_several_reports(monkeypatch):
    def two(_document):
        for name in ("Tyresö", "Nacka"):
            yield ifo.FollowUpReport(municipality=name)

    install(monkeypatch, point("two", FakeFormat(format_id="two", sureness=1.0, parses=two)))
    assert [r.municipality for r in ifo.parse_all(DATA)] == ["Tyresö", "Nacka"]
    with pytest.raises(ifo.AmbiguousDocument, match="parse_all") as caught:
        ifo.parse(DATA)
    assert caught.value.reason is ifo.Reason.SEVERAL_REPORTS
    assert [name for name, _ in caught.value.claims] == ["Tyresö", "Nacka"]


def test_what_went_wrong_on_the_way_is_in_the_findings(monkeypatch):
    bad = FakeFormat(format_id="bad-1", claims=raising(ValueError("torn")))
    broken = found("broken", raising(ImportError("gone")))
    install(monkeypatch, point("good", READ), point("bad", bad), broken)
    findings = ifo.parse(b"torn").findings
    assert [f.rule for f in findings] == ["reader-warning", "plugin-failed", "plugin-failed"]
    assert {f.severity for f in findings} == {Severity.WARNING}
    assert "broken" in findings[1].message
    assert "bad-1" in findings[2].message


def seen_metadata(monkeypatch, source=DATA, **hints):
    seen = []

    def parses(document):
        seen.append(document.metadata)
        return [ifo.FollowUpReport(municipality="x")]

    install(monkeypatch, point("see", FakeFormat(format_id="see", sureness=1.0, parses=parses)))
    ifo.parse(source, **hints)
    return seen[0]


def test_hints_stand_in_the_metadata_and_a_document_cannot_forge_them(monkeypatch):
    got = seen_metadata(monkeypatch, period="2018-04", municipality=" Almvik ")
    assert got == (("author", "x"), ("hint:period", "2018-04"), ("hint:municipality", "Almvik"))
    assert seen_metadata(monkeypatch) == (("author", "x"),)


@pytest.mark.parametrize(
    "hints",
    [
        {"period": "april"},
        {"period": "2018-13"},
        {"period": "2018-02-31"},
        {"period": "1918"},
        {"period": "2018\n"},
        {"period": 2018},
        {"municipality": ""},
        {"backend": "magic"},
    ],
)
def test_a_wrong_hint_is_an_error_of_ours(hints):
    with pytest.raises(ifo.FollowUpError) as caught:
        ifo.parse(DATA, **hints)
    assert caught.value.reason is ifo.Reason.UNSUPPORTED_VARIANT
    assert str(next(iter(hints.values()))).strip() in str(caught.value)


@pytest.mark.parametrize("backend", ["auto", "pdfminer", "pdfium"])
def test_a_backend_for_pdfs_leaves_other_files_alone(backend):
    assert ifo.parse(DATA, backend=backend)


def test_a_markdown_file_comes_with_the_csv_files_beside_it(monkeypatch, tmp_path):
    for name in ("b.csv", "a.csv", "secret.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.csv").mkdir()
    for name, expected in (("r.md", ["a.csv", "b.csv"]), ("r.txt", [])):
        (tmp_path / name).write_bytes(DATA)
        got = [key for key, _ in seen_metadata(monkeypatch, tmp_path / name)]
        assert got == ["author", *expected]


def test_an_unknown_plugin_names_the_document_too(tmp_path):
    path = tmp_path / "r.txt"
    path.write_bytes(DATA)
    with pytest.raises(ifo.PluginError, match=r"r\.txt: no plugin or format is called 'x'"):
        ifo.parse(path, plugin="x")


def run_python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_importing_the_package_loads_nothing_heavy():
    heavy = (
        "pandas numpy pdfminer cattrs markdown_it pluggy attr importlib.metadata ifo_followup.model"
    )
    code = f"import sys, ifo_followup; print([m for m in {heavy.split()!r} if m in sys.modules])"
    assert run_python(code) == "[]"


def test_parsing_needs_no_pandas():
    code = (
        "import sys, ifo_followup\n"
        "try: ifo_followup.parse(b'Hej')\n"
        "except ifo_followup.FollowUpError: pass\n"
        "print([m for m in ('pandas', 'numpy', 'cattrs', 'pdfminer') if m in sys.modules])"
    )
    assert run_python(code) == "[]"


def test_every_public_name_is_there():
    for name in ifo.__all__:
        assert getattr(ifo, name) is not None
    assert set(ifo.__all__) <= set(dir(ifo))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ifo.nothing


def test_a_document_without_words_is_no_success(monkeypatch):
    monkeypatch.setattr("ifo_followup.reading.read_document", read_document)
    with pytest.raises(ifo.UnreadableDocument) as caught:
        ifo.parse(b"<!doctype html><html><p hidden>Hej</p><img src=a></html>")
    assert caught.value.reason is ifo.Reason.EMPTY


@given(st.binary(max_size=200) | st.text(max_size=20).map(str.encode))
def test_any_bytes_give_a_document_or_an_error_of_ours(data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ifo_followup.reading.read_document", read_document)
        with suppress(ifo.FollowUpError):  # and nothing else
            assert open_document(data).sha256 == sha256(data).hexdigest()
