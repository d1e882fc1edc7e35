"""Front matter: `key: value` lines between two lines of three dashes, and nothing cleverer."""

import re

_KEY = re.compile(r"([\w][\w -]{0,60}):(?:\s|$)")
_MAX_LINES = 500
_MAX_VALUE = 2000
_NOTHING = frozenset(("", "null", "~"))


def split_front_matter(lines: list[str]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Read the front matter of a text.

    Returns its pairs and the number of lines it takes; no pairs and 0 when there is none. Values
    are texts: quotes around them go, `null` and empty ones are left out, an indented or listed
    line goes on with the value above.
    """
    if not lines or lines[0].rstrip() != "---":
        return (), 0
    pairs: list[tuple[str, str]] = []
    for number, line in enumerate(lines[1:_MAX_LINES], start=1):
        text = line.strip()
        if text in ("---", "..."):
            kept = ((key, _unquoted(value)) for key, value in pairs)
            return tuple((k, v) for k, v in kept if v not in _NOTHING), number + 1
        match = _KEY.match(line)
        if match:
            pairs.append((match[1].strip(), line[match.end() :].strip()[:_MAX_VALUE]))
        elif pairs and line[:1] in (" ", "\t", "-"):
            key, value = pairs[-1]
            more = text.removeprefix("- ")
            pairs[-1] = key, f"{value}, {more}".removeprefix(", ")[:_MAX_VALUE]
        elif text and not text.startswith("#"):
            return (), 0
    return (), 0


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
