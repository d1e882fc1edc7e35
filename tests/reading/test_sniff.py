import contextlib
import io
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.document import Document, Kind
from ifo_followup.errors import FollowUpError, LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.reading import read_document
from ifo_followup.reading.sniff import recognise

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def archive(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/"), text)
    return out.getvalue()


@pytest.mark.parametrize("text", ['{"Hej" sa hon}', '[1] "Not": x', "{namn}: hej", '{"' * 3000])
def test_what_only_begins_like_json_is_text(text: str):
    assert recognise(text.encode(), "a.txt").kind is Kind.TEXT


def test_pdf_by_its_mark_even_after_junk():
    assert recognise(b"\r\njunk" + b"%PDF-1.7 ...").kind is Kind.PDF
    assert recognise(b" " * 2000 + b"%PDF-1.7 text about PDF").kind is Kind.TEXT


def test_docx_by_its_parts(docx):
    assert recognise(docx()).kind is Kind.DOCX


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Hej <b>du</b>", None, Kind.TEXT),
        ("<!doctype html><p>Hej", None, Kind.HTML),
        ("\n<!-- x -->\n<html><body>", None, Kind.HTML),
        ("<?xml version='1.0'?><html xmlns='x'/>", None, Kind.HTML),
        ("<table><tr><td>1</table>", None, Kind.HTML),
        ("Text\n<p>Stycke</p>", "rapport.html", Kind.HTML),
        ("Text\n<p>Stycke</p>", "rapport.txt", Kind.TEXT),
        ("Hej", "rapport.md", Kind.MARKDOWN),
        ("---\nkommun: nacka\n---\nHej", None, Kind.MARKDOWN),
        ("---\nbara text\n---\nHej", None, Kind.TEXT),
        ("---\n", None, Kind.TEXT),
        ("# Mål\n\n| A | B |\n| --- | :-: |\n", None, Kind.MARKDOWN),
        ("# Mål\n\ntext", None, Kind.TEXT),
        ("a | b\n", None, Kind.TEXT),
        ("<p>Mål</p>\t<p>Grön</p>", None, Kind.TEXT),
        ("<p>Mål</p>", "rapport.txt", Kind.TEXT),
        ("1 % < 2 %", None, Kind.TEXT),
    ],
)
def test_kinds_of_text(text, name, kind):
    assert recognise(text.encode(), name).kind is kind


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("rapport.pdf", b"<html><p>Hej</html>", Kind.HTML),
        ("rapport.docx", "Måluppfyllelse".encode(), Kind.TEXT),
        ("rapport.html", b"%PDF-1.4", Kind.PDF),
        ("rapport.doc", b"Hej", Kind.TEXT),
        ("rapport.txt", b"---\na: b\n---\n", Kind.MARKDOWN),
    ],
)
def test_a_wrong_name_is_a_warning(name, data, kind):
    found = recognise(data, name)
    assert found.kind is kind
    (warning,) = found.warnings
    assert name[name.index(".") :] in warning
    assert kind.value in warning


def test_a_right_or_unknown_name_is_none():
    assert recognise(b"Hej", "rapport.txt").warnings == ()
    assert recognise(b"Hej", "rapport").warnings == ()
    assert recognise(b"Hej", "rapport.2017-08").warnings == ()


def test_warnings_reach_the_document():
    assert read_document(b"<html><p>Hej</html>", name="x.pdf").warnings


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"", Reason.EMPTY, "empty"),
        (b" \r\n\t", Reason.EMPTY, "empty"),
        (b"\xef\xbb\xbf", Reason.EMPTY, "empty"),
        (b"\xff\xfe \0", Reason.EMPTY, "white space"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED, "password"),
        (OLE + "WordDocument".encode("utf-16-le"), Reason.UNSUPPORTED_KIND, "save as .docx"),
        (OLE, Reason.UNSUPPORTED_KIND, "save as .docx"),
        (b"\x89PNG\r\n\x1a\n....", Reason.UNSUPPORTED_KIND, "PNG"),
        (b"\xff\xd8\xff\xe0....", Reason.UNSUPPORTED_KIND, "JPEG"),
        (b'{"schema":1,"municipality":"Almby"}', Reason.UNSUPPORTED_KIND, "from_json takes it"),
        (b'{"schema":1,"municipality":"Almby"}\n' * 2, Reason.UNSUPPORTED_KIND, "from_json"),
        (b'\xef\xbb\xbf {\n "tables": {}}', Reason.UNSUPPORTED_KIND, "this is JSON"),
        (b'[\n {\n  "document": "a.pdf"}]', Reason.UNSUPPORTED_KIND, "this is JSON"),
        (b"{\\rtf1 hej}", Reason.UNSUPPORTED_KIND, "Rich Text"),
        (b"BM\0\0\0\0", Reason.UNSUPPORTED_KIND, "BMP"),
        (b"hej\0hej", Reason.UNSUPPORTED_KIND, "byte 3"),
        (b"\x01\x02\x03\x04hej", Reason.UNSUPPORTED_KIND, "control"),
        (b"G\xe5r \x81 ej", Reason.DAMAGED, "line 1"),
        (b"\xff\xfea", Reason.DAMAGED, "utf-16"),
        (b"PK\x03\x04 cut off", Reason.DAMAGED, "download"),
        (archive(xl__workbook="x"), Reason.UNSUPPORTED_KIND, "Excel"),
        (archive(ppt__slide="x"), Reason.UNSUPPORTED_KIND, "PowerPoint"),
        (archive(mimetype="application/vnd.oasis"), Reason.UNSUPPORTED_KIND, "OpenDocument"),
        (archive(a="x"), Reason.UNSUPPORTED_KIND, "zip"),
        (archive(), Reason.UNSUPPORTED_KIND, "zip"),
    ],
)
def test_what_is_refused_says_why(data, reason, words):
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, name="fil")
    assert caught.value.reason is reason
    assert words in caught.value.message
    assert caught.value.document == "fil"


def test_text_that_starts_like_a_picture_is_text():
    assert recognise(b"BM-projektet").kind is Kind.TEXT
    assert recognise(b"RIFF och RAFF").kind is Kind.TEXT


def test_too_large_before_anything_is_read():
    with pytest.raises(LimitExceeded) as caught:
        read_document(b"x" * 11, limits=Limits(file_bytes=10))
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Å".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "Å".encode(), "utf-8, BOM"),
        (b"\xff\xfe" + "Å".encode("utf-16-le"), "utf-16-le, BOM"),
        (b"\xfe\xff" + "Å".encode("utf-16-be"), "utf-16-be, BOM"),
        ("Å – ”mål”".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data, encoding):
    document = read_document(data)
    assert document.reader == f"text ({encoding})"
    assert "Å" in next(document.texts())
    assert not document.warnings


def test_control_characters_are_dropped_and_counted():
    document = read_document(b"Hej " * 20 + b"\x07\x1b")
    assert list(document.texts()) == ["Hej " * 20]
    assert document.warnings == ("2 control characters left out",)


def test_foreign_exceptions_never_leave(monkeypatch):
    for error, reason in (
        (MemoryError(), Reason.MEMORY_LIMIT),
        (RecursionError("deep"), Reason.NESTING_LIMIT),
        (KeyError("x"), Reason.DAMAGED),
    ):

        def fail(*_, error=error):
            raise error

        monkeypatch.setattr("ifo_followup.reading.recognise", fail)
        with pytest.raises(FollowUpError) as caught:
            read_document(b"x", name="fil")
        assert caught.value.reason is reason
        assert type(error).__name__ in (caught.value.cause or "")
        assert caught.value.document == "fil"


def test_importing_loads_no_parser():
    code = (
        "import sys, ifo_followup.reading; parsers = 'pdfminer pandas markdown_it html.parser';"
        "print([name for name in parsers.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


NAMES = st.sampled_from([None, "a.md", "a.html", "a.txt", "a.docx", "a"])
SNIPPETS = st.lists(
    st.sampled_from(
        [
            b"\t",
            b"\n",
            b"\x0c",
            b"|",
            b"---\n",
            b"# ",
            b"<p>",
            b"<table>",
            b"<td rowspan=9>",
            b"</",
            b"<!--",
            b"-->",
            b"**",
            b"[a](b.csv)",
            b"1. ",
            b"- ",
            b"> ",
            b"&#",
            b"\xe5",
            "å".encode(),
            b"Inneh\xc3\xa5ll\n",
            b"Text 3\n",
            b"\r",
            b"`",
            b" ",
            b"<!-- sida 2 -->\n",
        ]
    ),
    max_size=60,
).map(b"".join)


@given(st.one_of(st.binary(max_size=300), SNIPPETS), NAMES)
def test_arbitrary_bytes_give_a_document_or_our_error(data, name):
    if b"%PDF-" in data:
        return
    with contextlib.suppress(FollowUpError):
        assert isinstance(read_document(data, name=name), Document)
