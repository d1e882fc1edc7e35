"""What kind of file the bytes are. The bytes decide; a name's suffix only tells texts apart."""

import re
from pathlib import PurePath

from attrs import field, frozen

from ifo_followup.document import Kind
from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.reading.archive import Archive
from ifo_followup.reading.decoding import Decoded, decode, has_bom
from ifo_followup.reading.pipes import is_pipe_rule

_HEAD = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "save or print it as .pdf or .docx and read that"

# magic number, what it is; checked in this order
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a RIFF file (WebP, sound or film)"),
    (b"BM", "a BMP picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"{\\rtf", "a Rich Text file"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# these two start with letters that a text can start with
_WEAK_MAGIC = (b"BM", b"BZh", b"RIFF")

_SUFFIXES = {
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".docm": Kind.DOCX,
    ".dotx": Kind.DOCX,
    ".dotm": Kind.DOCX,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
}
# suffixes of kinds that are not read: wrong on whatever could be read
_OTHER_SUFFIXES = frozenset(
    (".doc", ".rtf", ".odt", ".xls", ".xlsx", ".csv", ".json", ".xml", ".png", ".jpg", ".jpeg")
)

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|h1|div|p)[\s>/]", re.IGNORECASE)
_HTML_START = re.compile(
    r"(?:<\?xml[^>]{0,200}>)?(?:\s{0,100}<!--[^>]{0,500}-->){0,5}\s{0,100}<(?:!doctype\s+html|html)\b",
    re.IGNORECASE,
)
# an object, or a list of them, up to its first key
_JSON = re.compile(r'\[?\s{0,100}\{\s{0,100}"((?:[^"\\\n]|\\.){1,200})"\s{0,100}:')
_ATX = re.compile(r"^#{1,6} \S", re.MULTILINE)
_FRONT_KEY = re.compile(r"[\w][\w -]{0,60}:(?:\s|$)")


@frozen(kw_only=True)
class Sniffed:
    """What the bytes are: a kind, its text when it is a text kind, and what was odd."""

    kind: Kind
    decoded: Decoded | None = None
    archive: Archive | None = field(default=None, repr=False)
    warnings: tuple[str, ...] = ()


def recognise(data: bytes, name: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Sniffed:
    """Decide what the bytes are.

    Raises:
        UnreadableDocument: empty, encrypted, damaged or of no supported kind.
        LimitExceeded: too large, or an archive beyond its bounds.
    """
    if len(data) > limits.file_bytes:
        raise LimitExceeded(
            f"the file is {len(data)} bytes; at most {limits.file_bytes} are read "
            "(file_bytes): split it",
            reason=Reason.TOO_LARGE,
        )
    if not data.strip(b" \t\r\n\x0b\x0c\x00") or not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise UnreadableDocument(
            "the file is empty or only blank: check the download", reason=Reason.EMPTY
        )
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        archive = Archive.open(data, limits)
        archive.require_word()
        return Sniffed(kind=Kind.DOCX, archive=archive, warnings=_name_warnings(name, Kind.DOCX))
    if data.startswith(_OLE):
        raise _ole_error(data)
    if b"%PDF-" in data[:_HEAD]:
        return Sniffed(kind=Kind.PDF, warnings=_name_warnings(name, Kind.PDF))
    _refuse_binary(data)
    decoded = decode(data)
    if not decoded.text.strip():
        raise UnreadableDocument("the file holds only white space", reason=Reason.EMPTY)
    _refuse_json(decoded.text)
    kind = _text_kind(decoded.text, _suffix(name))
    warnings = _name_warnings(name, kind)
    if decoded.dropped:
        warnings += (f"{decoded.dropped} control characters left out",)
    return Sniffed(kind=kind, decoded=decoded, warnings=warnings)


def _ole_error(data: bytes) -> UnreadableDocument:
    # the directory of an OLE file names its streams in UTF-16
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableDocument(
            "the Office document is encrypted: open it with its password and save it without one",
            reason=Reason.ENCRYPTED,
        )
    word = "WordDocument".encode("utf-16-le") in data
    what = "legacy .doc" if word else "an old Office file (.doc, .xls, .ppt or .msg)"
    return UnreadableDocument(f"{what}; save as .docx", reason=Reason.UNSUPPORTED_KIND)


def _refuse_binary(data: bytes) -> None:
    binary = b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for magic, what in _FOREIGN:
        if data.startswith(magic) and (binary or magic not in _WEAK_MAGIC):
            raise UnreadableDocument(f"this is {what}; {_SAVE}", reason=Reason.UNSUPPORTED_KIND)
    if binary:
        raise UnreadableDocument(
            f"binary data of no known kind (byte {data.index(0)} is NUL); {_SAVE}",
            reason=Reason.UNSUPPORTED_KIND,
        )
    if not has_bom(data):
        head = data[:65536]
        controls = sum(head.count(bytes((code,))) for code in (*range(9), *range(14, 32)))
        if controls * 10 > len(head):
            raise UnreadableDocument(
                f"binary data of no known kind ({controls} control characters); {_SAVE}",
                reason=Reason.UNSUPPORTED_KIND,
            )


def _refuse_json(text: str) -> None:
    """Words under keys are no report, above all not those of a report that was read before."""
    head = text.lstrip()[:_HEAD]
    found = _JSON.match(head)
    if found is None:
        return
    if found[1] == "schema" and '"municipality"' in head:
        what = "this is a report that was read before, as JSON: FollowUpReport.from_json takes it"
    else:
        what = "this is JSON, no report as people read it: name the PDF or Word file instead"
    raise UnreadableDocument(what, reason=Reason.UNSUPPORTED_KIND)


def _text_kind(text: str, suffix: str) -> Kind:
    head = text[:20_000]
    if _HTML_START.match(head.lstrip()):
        return Kind.HTML
    promised = _SUFFIXES.get(suffix)
    if promised is Kind.HTML and _HTML.search(head):
        return Kind.HTML
    # a nameless fragment must start as HTML, for text can quote a tag anywhere; cells that tabs
    # separate can hold tags as well
    if promised is None and _HTML.match(head.lstrip()[:200]) and ">\t" not in head:
        return Kind.HTML
    if promised is Kind.MARKDOWN or _has_front_matter(head):
        return Kind.MARKDOWN
    if _ATX.search(text) and any(is_pipe_rule(line) for line in text.splitlines()):
        return Kind.MARKDOWN
    return Kind.TEXT


def _has_front_matter(head: str) -> bool:
    lines = head.splitlines()
    if not lines or lines[0].rstrip() != "---":
        return False
    for number, line in enumerate(lines[1:200], start=1):
        if line.rstrip() in ("---", "..."):
            return number > 1
        if line.strip() and line[:1] not in " \t-#" and not _FRONT_KEY.match(line):
            return False
    return False


def _suffix(name: str | None) -> str:
    return PurePath(name).suffix.lower() if name else ""


def _name_warnings(name: str | None, kind: Kind) -> tuple[str, ...]:
    suffix = _suffix(name)
    promised = _SUFFIXES.get(suffix)
    if promised is kind or (promised is None and suffix not in _OTHER_SUFFIXES):
        return ()
    return (f"the name ends in {suffix} but the bytes are {kind.value}: read as {kind.value}",)
