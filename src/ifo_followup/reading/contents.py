"""A table of contents in lines of text: a heading and lines that end in a page number."""

from collections.abc import Sequence

from ifo_followup.document import TextLine

HEADINGS = frozenset(("innehåll", "innehållsförteckning", "innehållsförteckning:", "innehåll:"))

_LEADERS = ("...", "…", "···", "___", ". .")
# an entry can wrap over this many lines before its page number
_WRAP = 2
_MIN_ENTRIES = 2


def is_contents_heading(text: str) -> bool:
    """Whether a line is the heading of a table of contents."""
    return text.strip().casefold() in HEADINGS


def is_contents_entry(text: str, *, numbered: bool = False) -> bool:
    """Whether a line ends in a page number after a tab, dots or a gap.

    With `numbered`, a single space is gap enough when the line starts with a section number.
    """
    line = text.rstrip()
    rest = line.rstrip("0123456789")
    digits = len(line) - len(rest)
    if not 1 <= digits <= 4 or not rest.strip():
        return False
    stripped = rest.rstrip()
    gap = rest[len(stripped) :]
    if "\t" in gap or len(gap) > 1 or stripped.endswith(_LEADERS):
        return True
    # four digits after a single space are a year: "4.1 Åtgärder 2017"
    return numbered and digits < 4 and len(gap) == 1 and _is_numbered(stripped)


def _is_numbered(text: str) -> bool:
    text = text.strip()
    return text[0].isdecimal() and " " in text


def contents_end(lines: Sequence[TextLine], start: int) -> int:
    """The line after the table of contents whose heading is at `start`, or `start` if none is."""
    if not is_contents_heading(lines[start].text):
        return start
    end = start
    entries = wrapped = 0
    for at in range(start + 1, len(lines)):
        text = lines[at].text
        if not text.strip():
            continue
        if is_contents_entry(text, numbered=True):
            entries += 1
            wrapped = 0
            end = at + 1
        else:
            wrapped += 1
            if wrapped > _WRAP:
                break
    return end if entries >= _MIN_ENTRIES else start
