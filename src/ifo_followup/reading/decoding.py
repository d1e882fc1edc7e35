"""From bytes to text: a fixed ladder of encodings, never a guess and never a dropped byte."""

from attrs import frozen

from ifo_followup.errors import Reason, UnreadableDocument

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# what a text file may hold below the space: tab, line ends, Word's line break, form feed
_KEPT_CONTROLS = frozenset("\t\n\x0b\x0c\r")
_OTHER_CONTROLS = {code: None for code in (*range(0x20), 0x7F) if chr(code) not in _KEPT_CONTROLS}


@frozen
class Decoded:
    """A text, the encoding it was read with, and how many control characters were dropped."""

    text: str
    encoding: str
    dropped: int = 0


def has_bom(data: bytes) -> bool:
    """Whether the bytes start with a byte order mark of UTF-8 or UTF-16."""
    return data.startswith(tuple(mark for mark, _ in _BOMS))


def decode(data: bytes) -> Decoded:
    """Decode by byte order mark, else as strict UTF-8, else as strict Windows-1252.

    Raises:
        UnreadableDocument: the bytes are none of these (`damaged`).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _clean(_strict(data[len(mark) :], encoding), f"{encoding}, BOM")
    try:
        return _clean(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _clean(_strict(data, "cp1252"), "cp1252")


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableDocument(
            f"line {line}, byte {error.start}: the bytes are not {encoding} text; "
            "save the file as UTF-8 and try again",
            reason=Reason.DAMAGED,
            cause=str(error),
        ) from error
    return text


def _clean(text: str, encoding: str) -> Decoded:
    kept = text.translate(_OTHER_CONTROLS)
    # a lone surrogate can be decoded from UTF-16 by no strict codec, so none is left here
    return Decoded(kept, encoding, len(text) - len(kept))
