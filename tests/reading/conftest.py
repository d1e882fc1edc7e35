"""Word files made by hand, a few parts at a time."""

import io
import struct
import zipfile
import zlib

import pytest

from ifo_followup.reading import read_document

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "comments": "comments",
}


def word_file(body="", *, media=None, raw=None, strict=False, main="word/document.xml", **parts):
    """A .docx: `body` and `parts` ("styles", "header1") hold the XML inside each part's root."""
    names = _NAMES
    if strict:
        names = names.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    relations = [
        f'<Relationship Id="{part}" Type="{_OFFICE}/{_KINDS[part]}" Target="{part}.xml"/>'
        for part in parts
    ] + [
        f'<Relationship Id="{name.split(".")[0]}" Type="{_OFFICE}/image" Target="media/{name}"/>'
        for name in media or {}
    ]
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    start = f'<Relationship Id="m" Type="{_OFFICE}/officeDocument" Target="/{main}"/>'
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<Relationships {space}>{start}</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships {space}>{''.join(relations)}"
        "</Relationships>",
        main: f"<w:document {names}><w:body>{body}</w:body></w:document>",
    }
    for part, xml in parts.items():
        files[f"word/{part}.xml"] = f"<w:{part} {names}>{xml}</w:{part}>"
    for name, data in (media or {}).items():
        files[f"word/media/{name}"] = data
    files.update(raw or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if data is not None:
                archive.writestr(name, data)
    return out.getvalue()


def picture(pixels, *, kind=2, depth=8, palette=b"", filter_type=0):
    """A PNG from rows of sample bytes."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + b"\0\0\0\0"

    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind]
    width = len(pixels[0]) * 8 // (channels * depth)
    header = struct.pack(">IIBBBBB", width, len(pixels), depth, kind, 0, 0, 0)
    data = zlib.compress(b"".join(bytes((filter_type,)) + bytes(row) for row in pixels))
    parts = [chunk(b"IHDR", header)]
    if palette:
        parts.append(chunk(b"PLTE", palette))
    return b"\x89PNG\r\n\x1a\n" + b"".join((*parts, chunk(b"IDAT", data), chunk(b"IEND", b"")))


@pytest.fixture(scope="session")
def docx():
    return word_file


@pytest.fixture(scope="session")
def png():
    return picture


@pytest.fixture(scope="session")
def read_word():
    """Reads a Word file made of these parts."""
    return lambda *args, **kwargs: read_document(word_file(*args, **kwargs))
