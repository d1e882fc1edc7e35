"""What cannot be read ends in one of our errors, whatever the bytes."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_sheets import LEFT, Sheet
from reportlab.lib.pdfencrypt import StandardEncryption

from ifo_followup.document import Document
from ifo_followup.errors import FollowUpError, LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.reading.pdf import letters, read_pdf


def small() -> bytes:
    sheet = Sheet(pageCompression=0)
    sheet.text(LEFT, 80, "Socialnämnden", size=14, bold=True)
    sheet.grid([LEFT, 200, 300], [100, 120, 140])
    sheet.row([LEFT, 200, 300], 114, ["Rad", "1 804"])
    sheet.row([LEFT, 200, 300], 134, ["Summa", "-37 260"])
    return sheet.done()


SMALL = small()


def reason_of(data: bytes, **limits: int) -> Reason:
    with pytest.raises(FollowUpError) as caught:
        read_pdf(data, name="x.pdf", limits=Limits(**limits))
    assert caught.value.document == "x.pdf"
    return caught.value.reason


def test_encrypted() -> None:
    sheet = Sheet(encrypt=StandardEncryption("hemligt", strength=128))
    sheet.text(LEFT, 80, "Text")
    assert reason_of(sheet.done()) is Reason.ENCRYPTED


def test_unsupported_encryption() -> None:
    data = SMALL.replace(b"/Root", b"/Encrypt << /Filter /Other /V 9 >> /Root")
    assert reason_of(data) is Reason.ENCRYPTION_UNSUPPORTED


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"no pdf at all", SMALL[:100]])
def test_damaged(data: bytes) -> None:
    assert reason_of(data) in (Reason.DAMAGED, Reason.NO_TEXT_LAYER)


def test_no_text_layer() -> None:
    sheet = Sheet()
    sheet.grid([LEFT, 200], [100, 200])
    assert reason_of(sheet.done()) is Reason.NO_TEXT_LAYER


def test_pages_missing() -> None:
    found = SMALL.replace(b"/Count 1", b"/Count 9")
    assert found != SMALL
    document = read_pdf(found, name=None)
    assert [w for w in document.warnings if w.startswith("pages_missing:")]


def test_unmapped_glyphs(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(self: object, cid: int) -> str:
        raise letters.PDFUnicodeNotDefined(None, cid)

    monkeypatch.setattr("pdfminer.pdffont.PDFSimpleFont.to_unichr", unknown)
    assert reason_of(SMALL) is Reason.UNMAPPED_GLYPHS


@pytest.mark.parametrize("limit", ["page_characters", "characters", "page_paths", "pages"])
def test_limits(limit: str) -> None:
    sheet = Sheet()
    sheet.text(100, 100, "two letters")
    sheet.rule(100, 100, 200, 100)
    sheet.rule(100, 120, 200, 120)
    sheet.page()
    sheet.text(100, 100, "another page")
    data = sheet.done()
    assert read_pdf(data, name=None).pages == 2
    with pytest.raises(LimitExceeded) as caught:
        read_pdf(data, name=None, limits=Limits(**{limit: 1}))
    assert caught.value.reason is Reason.WORK_LIMIT


def two_pages() -> bytes:
    sheet = Sheet()
    sheet.text(LEFT, 80, "Ett")
    sheet.page()
    sheet.text(LEFT, 80, "Två")
    return sheet.done()


@pytest.mark.parametrize(
    ("bound", "most"),
    [
        ("part_bytes", 20),
        ("decoded_bytes", 20),
        ("objects", 2),
        ("page_tokens", 5),
        ("pages", 1),
        ("characters", 4),
    ],
)
def test_bounds_are_counted(bound: str, most: int) -> None:
    with pytest.raises(LimitExceeded, match=bound) as caught:
        read_pdf(two_pages(), name=None, limits=Limits(**{bound: most}))
    assert caught.value.reason is Reason.WORK_LIMIT


def test_absurd_page_size() -> None:
    assert reason_of(SMALL.replace(b"595.2756", b"99595.27")) is Reason.DAMAGED
    with pytest.raises(UnreadableDocument):
        read_pdf(SMALL, name=None, limits=Limits(page_side=800))


@pytest.mark.parametrize("error", [RecursionError, MemoryError, KeyError, AssertionError])
def test_any_failure_becomes_ours(monkeypatch: pytest.MonkeyPatch, error: type) -> None:
    def fail(*args: object) -> None:
        raise error("x")

    monkeypatch.setattr("pdfminer.pdfinterp.PDFPageInterpreter.process_page", fail)
    with pytest.raises((UnreadableDocument, LimitExceeded)) as caught:
        read_pdf(SMALL, name=None)
    assert caught.value.page == 1
    assert error.__name__ in (caught.value.cause or "")


def outcome(data: bytes) -> None:
    try:
        document = read_pdf(data, name=None)
    except FollowUpError:
        return
    assert isinstance(document, Document)


@given(st.binary(max_size=400))
def test_arbitrary_bytes(data: bytes) -> None:
    outcome(data)
    outcome(b"%PDF-1.4\n" + data)


@settings(max_examples=150)
@given(st.data())
def test_changed_bytes(data: st.DataObject) -> None:
    changed = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 1))
        match data.draw(st.integers(0, 2)):
            case 0:
                changed[at] = data.draw(st.integers(0, 255))
            case 1:
                del changed[at : at + data.draw(st.integers(1, 40))]
            case _:
                changed[at:at] = data.draw(st.sampled_from([b"9", b"-", b" q ", b"<<", b"]", b"/"]))
        if not changed:
            break
    outcome(bytes(changed))


def test_our_own_mistakes_are_not_called_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise UnboundLocalError("edges")

    monkeypatch.setattr("ifo_followup.reading.pdf.read_page", broken)
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(SMALL, name=None)
    assert caught.value.reason is Reason.DAMAGED
    assert caught.value.message == "the reader failed on this file; please report it"
    assert caught.value.cause == "UnboundLocalError: edges"
    assert caught.value.page == 1


NOISY = """
import logging, sys
from ifo_followup.reading.pdf import read_pdf
if "set up" in sys.argv:
    logging.basicConfig()
read_pdf(sys.stdin.buffer.read(), name=None)
"""


def test_nothing_is_printed_but_a_program_that_logs_gets_the_lines() -> None:
    data = SMALL.replace(b"/MediaBox", b"/MediaBux")
    for arguments, printed in ((["-c", NOISY], False), (["-c", NOISY, "set up"], True)):
        done = subprocess.run(
            [sys.executable, *arguments], input=data, capture_output=True, check=True
        )
        assert done.stdout == b""
        assert (b"MediaBox missing" in done.stderr) is printed
