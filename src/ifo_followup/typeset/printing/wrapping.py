"""Texts broken into lines: one rule for paper, where letters have widths, and for plain text."""

import re
from collections.abc import Callable

from ifo_followup.swedish.text import SOFT_HYPHEN, join_lines

Measure = Callable[[str], float]

_VOWELS = frozenset("aeiouyåäöéAEIOUYÅÄÖÉ")
# "−12 480,5 %": what a figure begins with, and what goes on with it
_FIGURE = re.compile(r"[-−–+(]?\d{1,3}(?: \d{3}){0,4}(?:,\d{1,6})?")
_GOES_ON = re.compile(r"(?:\d{3}(?:,\d{1,6})?|%)[.,;:)]?")
# letters that a divided word leaves on either side at least
_LEAST = 3


def plain(text: str) -> str:
    """A text without soft hyphens."""
    return text.replace(SOFT_HYPHEN, "")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; they are separated by blank lines."""
    return [part for part in text.split("\n\n") if part.strip()]


def wrap(text: str, width: float, measure: Measure, *, hyphenate: bool = False) -> list[str]:
    """The lines of one paragraph, none wider than `width` if its words allow that.

    A line broken at a blank keeps it at its end; a word divided at a soft hyphen ends with a
    hyphen. With `hyphenate` a word wider than a line is divided between its syllables. Line
    feeds in the text are kept.
    """
    out: list[str] = []
    for forced in text.split("\n"):
        line = ""
        for word in _words(forced):
            lead = f"{line} " if line else ""
            if measure(lead + plain(word)) <= width:
                line = lead + plain(word)
                continue
            *full, line = _broken(word, lead, width, measure, hyphenate)
            out.extend(full)
        out.append(f"{line} ")
    out[-1] = out[-1].rstrip(" ")
    return out


def least_width(text: str, measure: Measure, *, hyphenate: bool = False) -> float:
    """The width under which some word of a text would not fit."""
    pieces = (piece for word in _words(text) for piece in _pieces(word, hyphenate=hyphenate))
    return max((measure(piece + mark) for piece, mark in pieces), default=0.0)


def _words(text: str) -> list[str]:
    """What a line is not broken inside: words, and figures with their groups and per cent."""
    out: list[str] = []
    for word in text.split(" "):
        if out and word and _FIGURE.fullmatch(out[-1]) and _GOES_ON.fullmatch(word):
            out[-1] += f" {word}"
        elif word:
            out.append(word)
    return out


def _broken(word: str, lead: str, width: float, measure: Measure, hyphenate: bool) -> list[str]:
    """The lines that `lead` and a word that does not fit behind it become."""
    pieces = _pieces(word, hyphenate=hyphenate and measure(plain(word)) > width)
    lines: list[str] = []
    line = lead
    while pieces:
        count = _fitting(pieces, line, width, measure)
        if not count and line:
            lines.append(line)
            line = ""
            continue
        # a piece wider than the line stands out
        taken, pieces = pieces[: count or 1], pieces[count or 1 :]
        line += "".join(piece for piece, _ in taken)
        if pieces:
            lines.append(line + taken[-1][1])
            line = ""
    return [*lines, line]


def _fitting(pieces: list[tuple[str, str]], line: str, width: float, measure: Measure) -> int:
    """How many pieces of a word fit on a line, with the hyphen that then ends it."""
    head, fitting = line, 0
    for count, (piece, mark) in enumerate(pieces, 1):
        head += piece
        if measure(head + mark) <= width:
            fitting = count
    return fitting


def _pieces(word: str, *, hyphenate: bool) -> list[tuple[str, str]]:
    """The pieces a word may be divided into, each with the sign that then ends the line.

    Only where a reader would put them together again.
    """
    parts = word.split(SOFT_HYPHEN)
    if hyphenate:
        parts = [piece for part in parts for piece in _syllables(part)]
    out = [parts[0]]
    for part in parts[1:]:
        head = "".join(out)
        if head and part and join_lines([f"{head}-", part]) == head + part:
            out.append(part)
        else:
            out[-1] += part
    return [(part, "-") for part in out[:-1]] + [(out[-1], "")]


def _syllables(word: str) -> list[str]:
    """A word parted before single consonants between vowels: near enough for a narrow column."""
    out: list[str] = []
    start = 0
    for i in range(1, len(word) - 1):
        before, here, after = word[i - 1], word[i], word[i + 1]
        if (
            i - start >= _LEAST
            and len(word) - i >= _LEAST
            and before.isalpha()
            and here.isalpha()
            and here not in _VOWELS
            and after in _VOWELS
            and _VOWELS & set(word[start:i])
        ):
            out.append(word[start:i])
            start = i
    return [*out, word[start:]]
