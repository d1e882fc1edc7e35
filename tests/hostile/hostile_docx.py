"""Word files that are bombs, and zip files that lie."""

import io
import zipfile
from collections.abc import Iterator

from cases import READ, Case, case

from ifo_followup.errors import Reason

DAMAGED, WORK, DEEP = Reason.DAMAGED.value, Reason.WORK_LIMIT.value, Reason.NESTING_LIMIT.value
ARCHIVE, DOCTYPE = Reason.ARCHIVE_LIMIT.value, Reason.DOCTYPE_REFUSED.value
KIND, VARIANT = Reason.UNSUPPORTED_KIND.value, Reason.UNSUPPORTED_VARIANT.value
ENCRYPTED, EMPTY, NO_TEXT = Reason.ENCRYPTED.value, Reason.EMPTY.value, Reason.NO_TEXT_LAYER.value
MEMORY, CPU = Reason.MEMORY_LIMIT.value, Reason.CPU_LIMIT.value

MB = 1 << 20
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEJ = "<w:p><w:r><w:t>Hej</w:t></w:r></w:p>"


def rels(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELS}">{inner}</Relationships>'


def body(inner: str) -> str:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def word(inner: str = HEJ, *, main: str | bytes | None = None, **parts: str | bytes) -> bytes:
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": rels(("officeDocument", "word/document.xml")),
        "word/document.xml": main if main is not None else body(inner),
        **{f"word/{name.replace('__', '/')}.xml": content for name, content in parts.items()},
    }
    if parts:
        files["word/_rels/document.xml.rels"] = rels(*((name, f"{name}.xml") for name in parts))
    return packed(files)


def packed(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def big_part(size: int) -> bytes:
    """A main part of so many bytes, never whole in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", rels(("officeDocument", "word/document.xml")))
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f"<w:document {W}><w:body><w:p><w:r><w:t>".encode())
            for _ in range(size // MB):
                part.write(b"a" * MB)
            part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return out.getvalue()


def patched(data: bytes, at: int, value: int, size: int = 4) -> bytes:
    """The same with a number at a place of the main part's record in the directory changed."""
    name = data.rindex(b"word/document.xml")
    start = data.rindex(b"PK\x01\x02", 0, name)
    return data[: start + at] + value.to_bytes(size, "little") + data[start + at + size :]


def table(cell: str, columns: int = 1, rows: int = 1) -> str:
    return "<w:tbl>" + f"<w:tr>{cell * columns}</w:tr>" * rows + "</w:tbl>"


def nested(open_: str, close: str, times: int, inner: str = HEJ) -> str:
    return body(open_ * times + inner + close * times)


def overlapping() -> bytes:
    """A hundred entries of the directory that all point at the same packed bytes."""
    data = packed({"word/document.xml": body(HEJ + " " * 50_000), "_rels/.rels": rels()})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    first = data[start : data.index(b"PK\x01\x02", start + 4)]
    directory = data[start:end] + first * 100
    tail = data[end:]
    count = (102).to_bytes(2, "little")
    return (
        data[:start]
        + directory
        + tail[:8]
        + count
        + count
        + len(directory).to_bytes(4, "little")
        + tail[16:]
    )


def docx_cases() -> Iterator[Case]:
    for name, make, *ends in _rows():
        yield case(f"docx-{name}", "x.docx", make, *ends)


def _rows() -> Iterator[tuple[object, ...]]:
    good = word()
    yield "good", lambda: good, READ
    yield "text-300M", lambda: big_part(300 * MB), ARCHIVE
    yield "text-60M", lambda: big_part(60 * MB), ARCHIVE
    yield "paragraphs-3M", lambda: word("<w:p/>" * 3_000_000), WORK, ARCHIVE
    yield "entries-3000", lambda: packed({f"word/{n}.xml": "" for n in range(3000)}), ARCHIVE
    yield "entries-overlap", overlapping, READ, ARCHIVE, DAMAGED
    yield "zip-in-zip", lambda: packed({"a.zip": packed({"b.zip": b"\0" * MB})}), KIND
    yield (
        "parts-of-60M",
        lambda: word(
            **dict.fromkeys(
                ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer"),
                f"<w:x {W}>" + "".join(f"<!--{n:09}-->" for n in range(400_000)) + "</w:x>",
            )
        ),
        READ,
        ARCHIVE,
        VARIANT,
    )
    yield "size-lies-small", lambda: patched(good, 24, 5), DAMAGED
    yield "size-lies-large", lambda: patched(good, 24, 2**31), READ, DAMAGED
    yield "packed-size-lies", lambda: patched(good, 20, 5), DAMAGED
    yield "packed-size-2e31", lambda: patched(good, 20, 2**31), READ, DAMAGED
    yield "checksum-lies", lambda: patched(good, 16, 77), DAMAGED
    yield "offset-lies", lambda: patched(good, 42, 7), DAMAGED
    yield "offset-beyond", lambda: patched(good, 42, 2**31), DAMAGED
    yield "method-unknown", lambda: patched(good, 10, 99, 2), VARIANT, DAMAGED
    yield "flag-encrypted", lambda: patched(good, 8, 1, 2), ENCRYPTED
    yield (
        "directory-2G",
        lambda: (
            b"PK\x03\x04" + b"PK\x05\x06" + b"\0" * 8 + (2**31).to_bytes(4, "little") + b"\0" * 6
        ),
        ARCHIVE,
    )
    yield "directory-lies", lambda: good[:-12] + b"\xff" * 8 + good[-4:], DAMAGED, ARCHIVE
    yield "comment-with-directory", lambda: good + b"PK\x05\x06" + b"\0" * 18, DAMAGED, READ, KIND
    yield "empty-zip", lambda: b"PK\x05\x06" + b"\0" * 18, KIND, DAMAGED
    yield "spreadsheet", lambda: packed({"xl/workbook.xml": "<x/>"}), KIND
    yield (
        "names-with-dots",
        lambda: packed({"../../etc/passwd": "x", "word/../x": "y"}),
        KIND,
        DAMAGED,
    )
    yield "ole", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, KIND
    yield (
        "ole-encrypted",
        lambda: (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le")
            + b"\0" * 600
        ),
        ENCRYPTED,
    )
    for name, doctype in (
        ("entity", '<!DOCTYPE x [<!ENTITY a "b">]>'),
        ("outside", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        ("network", '<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">'),
        (
            "laughs",
            '<!DOCTYPE x [<!ENTITY a "ha">'
            + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
            + "]>",
        ),
        ("parameter", "<!DOCTYPE x [<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;]>"),
    ):
        yield f"doctype-{name}", lambda d=doctype: word(main=d + body(HEJ)), DOCTYPE
    yield "doctype-in-styles", lambda: word(styles=f"<!DOCTYPE x []><w:styles {W}/>"), DOCTYPE
    yield (
        "doctype-in-relations",
        lambda: packed({"_rels/.rels": "<!DOCTYPE x []>" + rels(), "word/document.xml": body(HEJ)}),
        DOCTYPE,
    )
    yield "xml-deep-5000", lambda: word(main=nested("<w:ins>", "</w:ins>", 5000)), DEEP
    yield "xml-deep-1M", lambda: word(main="<w:a>" * 1_000_000), DEEP, ARCHIVE, DAMAGED
    yield (
        "tables-deep-90",
        lambda: word(main=nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 90)),
        DEEP,
    )
    yield "xml-unclosed", lambda: word(main=body(HEJ)[:-20]), DAMAGED
    yield (
        "xml-other-encoding",
        lambda: word(main='<?xml version="1.0" encoding="utf-7"?>' + body(HEJ)),
        VARIANT,
    )
    yield (
        "xml-utf16",
        lambda: word(main=('<?xml version="1.0" encoding="utf-16"?>' + body(HEJ)).encode("utf-16")),
        READ,
    )
    yield "xml-nul", lambda: word(main=body("<w:p>\0</w:p>")), DAMAGED
    yield "xml-character-0", lambda: word(main=body("<w:p>&#0;</w:p>")), DAMAGED
    yield (
        "xml-attributes-200k",
        lambda: word(
            main=body("<w:p " + " ".join(f'a{n}="{n}"' for n in range(200_000)) + "/>" + HEJ)
        ),
        READ,
    )
    yield (
        "xml-namespaces-50k",
        lambda: word(main=body("".join(f'<a{n} xmlns="n{n}"/>' for n in range(50_000)) + HEJ)),
        READ,
    )
    yield "xml-text-10M", lambda: word(body_text(10 * MB)), READ, ARCHIVE, CPU
    yield "main-is-empty", lambda: word(main=""), DAMAGED
    yield "main-is-html", lambda: word(main="<html><p>Hej</p></html>"), VARIANT
    yield (
        "main-missing",
        lambda: packed({"_rels/.rels": rels(("officeDocument", "word/x.xml")), "word/y.xml": ""}),
        DAMAGED,
    )
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>' + HEJ + "</w:tc>"
    yield "span-1e9", lambda: word(table(cell, 3, 3)), READ
    yield "span-negative", lambda: word(table(cell.replace("1000000000", "-5"))), READ
    yield "span-text", lambda: word(table(cell.replace("1000000000", "many"))), READ
    yield (
        "spans-wide",
        lambda: word(table(cell.replace("1000000000", "63"), 200, 100)),
        WORK,
        ARCHIVE,
    )
    yield (
        "cells-before-1e9",
        lambda: word(
            '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc>'
            + HEJ
            + "</w:tc></w:tr></w:tbl>"
        ),
        READ,
    )
    yield (
        "merge-without-start",
        lambda: word(table("<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + HEJ + "</w:tc>", 3, 3)),
        READ,
    )
    yield "table-1M-cells", lambda: word(table(f"<w:tc>{HEJ}</w:tc>", 1000, 1000)), WORK, ARCHIVE
    yield "table-empty", lambda: word("<w:tbl/><w:tbl><w:tr/></w:tbl>" + HEJ), READ
    yield (
        "styles-cycle",
        lambda: word(
            f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>{HEJ}',
            styles=f'<w:styles {W}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
            '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
        ),
        READ,
    )
    yield (
        "styles-chain-20k",
        lambda: word(
            f'<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr></w:p>{HEJ}',
            styles=f"<w:styles {W}>"
            + "".join(
                f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
                for n in range(20_000)
            )
            + "</w:styles>",
        ),
        READ,
        ARCHIVE,
    )
    yield (
        "numbering-levels-1e9",
        lambda: word(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="1000000000"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            "<w:r><w:t>Hej</w:t></w:r></w:p>",
            numbering=f'<w:numbering {W}><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
            '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="99999999999"/>'
            '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
            "</w:numbering>",
        ),
        READ,
    )
    roman = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>Hej</w:t></w:r></w:p>"
    )
    for form in ("upperRoman", "lowerLetter", "decimalZero", "nonsense"):
        yield (
            f"numbering-{form}-1e9",
            lambda f=form: word(
                roman,
                numbering=f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
                f'<w:start w:val="1000000000"/><w:numFmt w:val="{f}"/><w:lvlText w:val="%1."/></w:lvl>'
                '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
            ),
            READ,
        )
    yield "relation-to-itself", lambda: word(header=f"<w:hdr {W}>{HEJ}</w:hdr>"), READ
    yield (
        "relation-outside",
        lambda: packed(
            {
                "_rels/.rels": rels(("officeDocument", "../../../etc/passwd")),
                "word/document.xml": body(HEJ),
            }
        ),
        READ,
    )
    yield "nothing-in-it", lambda: word(""), READ, EMPTY, NO_TEXT


def body_text(size: int) -> str:
    words = "".join(f"ord{n % 9973} " for n in range(size // 8))
    return f"<w:p><w:r><w:t>Hej {words}</w:t></w:r></w:p>"
