"""HTML made harmless for the standard library's parser: whole tags only, nothing to search for.

That parser looks for the end of every tag and comment that is left open, again and again, which
takes hours on a small crafted file. So whatever is not a whole tag becomes text first.
"""

import re

# possessive: a tag is tried once, quoted values may hold "<" and ">"
_TAG = re.compile(r"""</?[A-Za-z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
# a tag with an odd quote in it: <td class=a">
_PLAIN_TAG = re.compile(r"</?[A-Za-z][^<>]*+>")
_MAX_TAG = 10_000
_RAW = re.compile(r"<(script|style)\b", re.IGNORECASE)
_RAW_END = {
    "script": re.compile(r"</script[^<>]{0,100}>", re.IGNORECASE),
    "style": re.compile(r"</style[^<>]{0,100}>", re.IGNORECASE),
}


def closed_tags(text: str) -> str:
    """Drop comments, declarations, scripts and styles; escape each "<" that opens no whole tag."""
    out: list[str] = []
    # what was looked for and is nowhere in the rest of the text
    absent: set[str] = set()
    at = 0
    while (start := text.find("<", at)) >= 0:
        out.append(text[at:start])
        end = _skipped(text, start, absent)
        if end:
            # line numbers stay right
            out.append("\n" * text.count("\n", start, end))
            at = end
            continue
        limit = start + _MAX_TAG
        tag = _TAG.match(text, start, limit) or _PLAIN_TAG.match(text, start, limit)
        out.append(tag.group() if tag else "&lt;")
        at = tag.end() if tag else start + 1
    out.append(text[at:])
    return "".join(out)


def _skipped(text: str, start: int, absent: set[str]) -> int:
    """The end of a comment, declaration, script or style that starts here, 0 if none does."""
    raw = _RAW.match(text, start, start + 10)
    if raw:
        name = raw[1].lower()
        found = None if name in absent else _RAW_END[name].search(text, start)
        if found is None:
            absent.add(name)
        return found.end() if found else 0
    mark = "-->" if text.startswith("<!--", start) else ">"
    if text[start + 1 : start + 2] not in ("!", "?") or mark in absent:
        return 0
    end = text.find(mark, start + 2)
    if end < 0:
        absent.add(mark)
        return 0
    return end + len(mark)
