import io
import zipfile

import pytest

from ifo_followup.errors import FollowUpError, LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.reading import read_document

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = f"<w:document {WORD}><w:body>"
TAIL = "</w:body></w:document>"


def refused(data, **limits):
    with pytest.raises(FollowUpError) as caught:
        read_document(data, name="x.docx", limits=Limits(**limits))
    assert caught.value.message
    assert not caught.value.message.startswith("the document is damaged or uses something")
    return caught.value


def with_main(docx, text):
    return docx(raw={"word/document.xml": text})


def test_any_doctype_is_refused(docx):
    for doctype in ('<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'):
        error = refused(with_main(docx, doctype + HEAD + TAIL))
        assert error.reason is Reason.DOCTYPE_REFUSED
        assert "word/document.xml" in error.message


def test_deep_xml_is_refused(docx):
    deep = "<w:ins>" * 300 + "</w:ins>" * 300
    error = refused(docx(deep))
    assert isinstance(error, LimitExceeded)
    assert error.reason is Reason.NESTING_LIMIT


def test_tables_nested_as_deep_as_allowed_are_read(read_word):
    nested = "<w:p/>"
    for _ in range(30):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc><w:tc/></w:tr></w:tbl>"
    assert read_word(nested).blocks


def test_too_many_elements_are_refused(docx):
    assert refused(docx("<w:p/>" * 60), objects=50).reason is Reason.WORK_LIMIT


@pytest.mark.parametrize(
    "text", ["", "<w:document", f"<w:x {WORD}/>", f"<w:document {WORD}/>", "\0"]
)
def test_damaged_or_foreign_main_parts(docx, text):
    error = refused(with_main(docx, text))
    assert error.reason in (Reason.DAMAGED, Reason.UNSUPPORTED_VARIANT)
    assert "word/document.xml" in error.message


def test_a_missing_main_part(docx):
    assert (
        refused(docx(raw={"word/document.xml": None, "word/x.xml": "x"})).reason is Reason.DAMAGED
    )


def test_missing_optional_parts_do_not_matter(read_word):
    document = read_word(
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        raw={"word/_rels/document.xml.rels": None, "_rels/.rels": None},
    )
    assert document.blocks[0].text == "x"


def test_targets_outside_the_file_are_not_followed(read_word):
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    relations = "".join(
        f'<Relationship Id="{n}" Type="x/header" Target="{target}"/>'
        for n, target in enumerate(("../../../etc/passwd", "file:///etc/passwd", "/etc/passwd"))
    )
    document = read_word(
        "<w:p/>",
        raw={"word/_rels/document.xml.rels": f"<Relationships {space}>{relations}</Relationships>"},
    )
    assert document.furniture == ()


def test_every_cut_and_many_flips_end_in_our_error_or_a_document(docx):
    data = docx("<w:p><w:r><w:t>hej</w:t></w:r></w:p>", styles="", numbering="")
    for at in range(0, len(data), 7):
        for broken in (data[:at], data[:at] + b"\xff" + data[at + 1 :]):
            try:
                read_document(broken)
            except FollowUpError:
                continue


def test_a_bomb_is_refused_while_it_is_inflated(docx):
    error = refused(with_main(docx, HEAD + " " * 3_000_000 + TAIL))
    assert error.reason is Reason.ARCHIVE_LIMIT
    assert "100 times" in error.message


def test_a_little_picture_of_one_colour_may_compress_well(docx):
    assert read_document(with_main(docx, HEAD + " " * 500_000 + TAIL))


@pytest.mark.parametrize("bound", ["part_bytes", "decoded_bytes"])
def test_sizes_are_counted(docx, bound):
    assert refused(docx("<w:p/>" * 50), **{bound: 100}).reason is Reason.ARCHIVE_LIMIT


def test_too_many_entries_are_refused(docx):
    raw = {f"word/x{n}": b"" for n in range(2001)}
    assert refused(docx(raw=raw)).reason is Reason.ARCHIVE_LIMIT


def test_a_huge_directory_is_refused_before_it_is_read():
    data = b"PK\x03\x04" + b"PK\x05\x06" + b"\0" * 8 + (2**31).to_bytes(4, "little") + b"\0" * 6
    assert refused(data).reason is Reason.ARCHIVE_LIMIT


@pytest.mark.parametrize(
    ("method", "flag", "reason"),
    [(12, 0, Reason.UNSUPPORTED_VARIANT), (0, 1, Reason.ENCRYPTED)],
)
def test_other_methods_and_passwords_are_refused(method, flag, reason):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "x")
    data = bytearray(out.getvalue())
    for signature, at_flag, at_method in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        at = data.index(signature)
        data[at + at_flag] |= flag
        data[at + at_method] = method
    error = refused(bytes(data))
    assert isinstance(error, UnreadableDocument)
    assert error.reason is reason


def test_wide_and_long_tables_are_refused(docx):
    rows = "<w:tr><w:tc/></w:tr>" * 11
    wide = "<w:tr>" + "<w:tc/>" * 11 + "</w:tr>"
    table = docx(f"<w:tbl>{rows}{wide}</w:tbl>")
    assert refused(table, grid_positions=100).reason is Reason.WORK_LIMIT
