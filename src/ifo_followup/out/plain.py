"""Text on its way to a terminal: no control characters, no lines longer than the screen.

A document is written by somebody else; an escape sequence in it could rewrite what the terminal
shows, and a direction mark could turn a sum around.
"""

import unicodedata

from ifo_followup.model.values import Place, Source
from ifo_followup.out.wording import ENGLISH, Wording

WIDTH = 100


def clean(text: str) -> str:
    """The text on one line, without control, format and half characters."""
    kept = "".join(
        " " if char.isspace() else "" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char
        for char in text
    )
    return " ".join(kept.split())


def clip(text: str, width: int = WIDTH) -> str:
    """The clean text, cut with an ellipsis where it is longer than `width`."""
    line = clean(text)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def where(source: Source, words: Wording = ENGLISH) -> str:
    """The place of a source in words, "" where nothing is known of it."""
    parts = [_spot(source.place, words)]
    if source.table is not None:
        parts.append(f"{words.table} {source.table}")
    if source.row:
        parts.append(f'{words.row} "{clip(source.row, 40)}"')
    if source.column:
        parts.append(f'{words.column} "{clip(source.column, 40)}"')
    return ", ".join(part for part in parts if part)


def _spot(place: Place, words: Wording) -> str:
    if place.page is not None:
        return f"{words.page} {place.page}"
    if place.first_line is None:
        return ""
    if place.last_line in (None, place.first_line):
        return f"{words.line} {place.first_line}"
    return f"{words.lines} {place.first_line}-{place.last_line}"
