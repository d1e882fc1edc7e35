"""The syntax of content streams, read by regular expressions.

One match takes an operator together with the numbers before it; what is too rare to be worth an
expression is read character by character; and what is not known is said to be `Unknown`, so that
pdfminer's own parser decides it. Both give the same objects, pdfminer's readings of damage and of
odd escapes included.
"""

import re
from binascii import Error, unhexlify

from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT, PSLiteral

# Arrays in arrays deeper than this stand in no content stream.
MAX_DEPTH = 8

_NUMBER = rb"[-+0-9.]{1,40}+"
_STRICT = rb"[-+]?(?:[0-9]{1,18}+(?:\.[0-9]{0,30}+)?+|\.[0-9]{1,30}+)(?![-+0-9.])"
_LITERAL = rb"(?:[^()\\]++|\\.)*+"
_HEX = rb"[0-9A-Fa-f\s]*+"
_NAME = rb"[^/%\[\]()<>{}\s]*+"
# An operator or a name ends before these.
_ENDS = rb"(?=[\s/%\[(<]|\Z)"
_VALUE = rb"(?:" + _STRICT + rb"|/" + _NAME + rb"|\(" + _LITERAL + rb"\)|<" + _HEX + rb">"
_FLAT = _VALUE + rb"|(?:true|false)" + _ENDS + rb"|\[\s*+(?:" + _VALUE + rb")\s*+)*+\])"
_PROPERTIES = rb"<<\s*+(?:/" + _NAME + rb"\s*+" + _FLAT + rb"\s*+)*+>>"

# The groups of `TOKEN`, by the number of the last one that took part.
(
    NUMBERS,
    OPERATOR,
    SHOWN_ARRAY,
    STRING,
    SHOWN_STRING,
    HEX,
    SHOWN_HEX,
    NAME,
    FONT,
    LIST,
    PROPERTIES,
    NUMBER,
    OTHER,
) = range(1, 14)

# Every position matches, so that matches follow each other without a gap; possessive repeats keep
# it linear. Whatever begins with numbers and a blank takes them along as group 1.
TOKEN = re.compile(
    rb"((?:" + _NUMBER + rb"\s++)*+)"
    rb"(?:([A-Za-z][A-Za-z0-9]*+\*?+|['\"])" + _ENDS + rb"|"
    rb"\[((?:[-+.0-9\s]++|\(" + _LITERAL + rb"\)|<" + _HEX + rb">)*+)\]\s*+TJ" + _ENDS + rb"|"
    rb"\((" + _LITERAL + rb")\)\s*+(Tj" + _ENDS + rb")?+|"
    rb"<(" + _HEX + rb")>\s*+(Tj" + _ENDS + rb")?+|"
    # a marked passage with flat properties: nothing on the page depends on it
    rb"/" + _NAME + rb"\s*+" + _PROPERTIES + rb"\s*+BDC" + _ENDS + rb"|"
    rb"/(" + _NAME + rb")(?:\s++(" + _NUMBER + rb")\s++Tf" + _ENDS + rb")?+|"
    rb"\[([-+.0-9\s]*+)\]|"
    rb"(" + _PROPERTIES + rb")|"
    rb"(" + _NUMBER + rb")(?![-+0-9.])|"
    rb"%[^\r\n]*+|\Z|"
    rb"(.))\s*+",
    re.DOTALL,
)
# What a shown array holds: a literal string or a hexadecimal one with the number after it, or a
# number alone, or something else.
ITEM = re.compile(
    rb"(?:\((" + _LITERAL + rb")\)|<(" + _HEX + rb")>)\s*+(" + _NUMBER + rb"(?![-+0-9.]))?+"
    rb"|(\S[-+0-9.]*+)",
    re.DOTALL,
)

_BLANK = re.compile(rb"\s*+")
_NAMED = re.compile(_NAME)
_STRICT_NUMBER = re.compile(_STRICT)
_HEX_STRING = re.compile(rb"<(" + _HEX + rb")>")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PARENTHESIS = re.compile(rb"[()]|\\.", re.DOTALL)
_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{0,2})")
_PAIR = re.compile(rb"[0-9A-Fa-f]{1,2}")
_ESCAPES = {
    b"b": b"\b",
    b"t": b"\t",
    b"n": b"\n",
    b"f": b"\f",
    b"r": b"\r",
    b"(": b"(",
    b")": b")",
    b"\\": b"\\",
}

Operand = float | bytes | PSLiteral | list["Operand"] | dict[str, "Operand"] | PDFStream


class Unknown(Exception):
    """Something in a content stream that only the stock interpreter may judge."""


def unescaped(body: bytes) -> bytes:
    """The bytes of a literal string, given what stands between its outer parentheses."""
    return _ESCAPE.sub(_escaped, body) if b"\\" in body else body


def _escaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1].isdigit() and code < b"8":
        value = int(code, 8)
        if value > 255:
            raise Unknown("an octal code beyond a byte")
        return bytes((value,))
    # an unknown escape is dropped whole, as pdfminer does
    return _ESCAPES.get(code, b"")


def unhexed(body: bytes) -> bytes:
    """The bytes of a hexadecimal string, given what stands between its brackets."""
    try:
        return unhexlify(body)
    except Error:  # blanks inside, or an odd digit, which pdfminer takes for the lower half
        pairs = _PAIR.findall(b"".join(body.split()))
        return bytes(int(pair, 16) for pair in pairs)


def name(raw: bytes) -> PSLiteral:
    """A name, given what stands after its slash."""
    if b"#" in raw:
        raw = _IN_NAME.sub(lambda m: bytes((int(m[1], 16),)) if m[1] else b"", raw)
    try:
        return LIT(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return LIT(raw)


def numbers(raw: bytes) -> list[float]:
    """The numbers of a text of numbers and blanks."""
    try:
        return [float(part) for part in raw.split()]
    except ValueError as error:  # "1-2" and "-": pdfminer has its own reading of these
        raise Unknown("not a number") from error


def operand(data: bytes, at: int, depth: int = 0) -> tuple[Operand, int]:
    """The object that begins at a position, and the position behind it; slow and complete."""
    sign = data[at : at + 1]
    if sign == b"(":
        return _string(data, at)
    if sign == b"[" and depth < MAX_DEPTH:
        items: list[Operand] = []
        at = _skip(data, at + 1)
        while data[at : at + 1] != b"]":
            item, at = operand(data, at, depth + 1)
            items.append(item)
            at = _skip(data, at)
        return items, at + 1
    if sign == b"/":
        named = _NAMED.match(data, at + 1)
        return name(named[0] if named else b""), named.end() if named else at + 1
    hexed = _HEX_STRING.match(data, at)
    if hexed:
        return unhexed(hexed[1]), hexed.end()
    number = _STRICT_NUMBER.match(data, at)
    if number:
        return float(number[0]), number.end()
    raise Unknown(f"{data[at : at + 20]!r} at {at}")


def _skip(data: bytes, at: int) -> int:
    blank = _BLANK.match(data, at)
    return blank.end() if blank else at


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """A literal string that may hold balanced parentheses."""
    open_ = 0
    for found in _PARENTHESIS.finditer(data, at):
        open_ += {b"(": 1, b")": -1}.get(found[0], 0)
        if open_ == 0:
            return unescaped(data[at + 1 : found.start()]), found.end()
    raise Unknown("a string without an end")
