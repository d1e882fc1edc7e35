"""Python source as a tree: calls, tuples, texts and names, printed as ruff would format them.

Texts of a document become code in one way only: as a string literal made here. A call or tuple that
does not fit on its line has one item a line.
"""

from attrs import field, frozen

WIDTH = 100
_INDENT = "    "
_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(text: str) -> str:
    """A text as a Python string literal on one line, in the quotes that need fewer escapes.

    Whatever cannot be seen is escaped: control characters, signs that turn the direction of
    reading, lone halves of a character.
    """
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + "".join(_escaped(letter, quote) for letter in text) + quote


def _escaped(letter: str, quote: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    if letter == quote:
        return f"\\{quote}"
    if letter.isprintable():
        return letter
    code = ord(letter)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@frozen
class Word:
    """A name or another piece of code that stands as it is."""

    text: str


@frozen
class Text:
    """A string."""

    text: str


@frozen
class Group:
    """Items between an opening and a closing: a call with its arguments, or a tuple.

    `notes` are comments, each above the item of its number.
    """

    opening: str
    items: tuple["Item", ...]
    notes: tuple[tuple[int, str], ...] = field(default=(), kw_only=True)


@frozen
class Item:
    """One item of a group; with a name where it is a keyword argument."""

    code: "Code"
    name: str = ""


Code = Word | Text | Group


def printed(
    code: Code, *, indent: int = 0, room: int = WIDTH, lead: str = "", tail: str = ""
) -> str:
    """The source of a tree.

    Args:
        code: the tree.
        indent: how deep the line stands that it begins on.
        room: how long a line may be.
        lead: what stands before it on the line, indentation not counted.
        tail: what stands behind it: a comma.
    """
    flat = _flat(code)
    if flat is not None and len(_INDENT) * indent + len(lead) + len(flat) + len(tail) <= room:
        return f"{lead}{flat}{tail}"
    if not isinstance(code, Group) or not code.items:
        return f"{lead}{flat or ''}{tail}"
    inner = _INDENT * (indent + 1)
    notes = dict(code.notes)
    lines = [f"{lead}{code.opening}("]
    for n, item in enumerate(code.items):
        if n in notes:
            lines.append(f"{inner}# {notes[n]}")
        before = f"{item.name}=" if item.name else ""
        lines.append(
            inner + printed(item.code, indent=indent + 1, room=room, lead=before, tail=",")
        )
    lines.append(f"{_INDENT * indent}){tail}")
    return "\n".join(lines)


def _flat(code: Code) -> str | None:
    """All of it on one line; None where a comment forbids that."""
    match code:
        case Word(text):
            return text
        case Text(text):
            return literal(text)
        case Group(opening, items, notes=notes):
            parts = [_flat(item.code) for item in items]
            if notes or None in parts:
                return None
            named = zip(items, parts, strict=True)
            inner = ", ".join(f"{i.name}={part}" if i.name else str(part) for i, part in named)
            only = "," if not opening and len(items) == 1 else ""
            return f"{opening}({inner}{only})"
