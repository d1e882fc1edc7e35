"""White gutters that are one space wide: two columns that touch in some lines."""

import re
from collections.abc import Sequence

from ifo_followup.generic.spaced_heads import Span
from ifo_followup.generic.word_heads import is_answer
from ifo_followup.layouts.grids import is_value
from ifo_followup.swedish.dates import parse_date
from ifo_followup.swedish.numbers import is_dash

_TOKEN = re.compile(r"\S{1,3}")  # an arrow, "Q4", "nr"
_MOST_PARTS = 4  # that one column is parted into
_LEAST_LINES = 2


def parted(columns: Sequence[Span], lines: Sequence[str]) -> list[Span]:
    """The columns, parted where a gutter of one space evidently runs through all lines.

    It is evident where the words behind it begin below each other, and either another line has
    two spaces there, or what stands before it is a value, a date or a known word in every line.
    Of several such places none is taken.
    """
    out: list[Span] = []
    for column in columns:
        rest = column
        for _ in range(_MOST_PARTS):
            at = _gutter(rest, lines)
            if at is None:
                break
            out.append(Span(rest.start, at))
            rest = Span(at + 1, rest.end)
        out.append(rest)
    return out


def _gutter(column: Span, lines: Sequence[str]) -> int | None:
    texts = [line[column.start : column.end] for line in lines]
    texts = [text.ljust(column.end - column.start) for text in texts if text.strip()]
    blank = [all(text[n] == " " for text in texts) for n in range(column.end - column.start)]
    places = [n for n, white in enumerate(blank[:-1]) if n and white and not blank[n + 1]]
    fits = [n for n in places if _is_edge(n, texts)]
    wide = [n for n in fits if any(_is_wide(n, text) for text in texts)]
    if not wide and all(_is_one_answer(text.strip()) for text in texts):
        return None
    found = wide or [n for n in fits if all(_is_telling(text[:n].strip()) for text in texts)]
    return column.start + found[0] if len(found) == 1 else None


def _is_one_answer(text: str) -> bool:
    """Whether words with spaces in them are one answer: "Pågående enligt plan"."""
    return is_answer(text) and not text[0].isdigit()


def _is_wide(n: int, text: str) -> bool:
    """Whether two spaces part what stands before a place and behind it."""
    return text[n - 1 : n + 1] == "  " and bool(text[:n].strip() and text[n:].strip())


def _is_edge(n: int, texts: Sequence[str]) -> bool:
    """Whether what stands behind a place begins there in all lines, beside what is before."""
    behind = [(text[:n].rstrip(), text[n + 1 :]) for text in texts if text[n + 1 :].strip()]
    answered = all(is_value(before.strip()) and is_answer(after) for before, after in behind)
    if sum(1 for before, _ in behind if before) < (1 if answered else _LEAST_LINES):
        return False
    for before, after in behind:
        if after[0] == " ":
            return False
        if not before and (after[0].isupper() or after[0].isdigit()):
            return False
        if before and before[-1].isdigit() and after[0].isdigit():
            return False
    return True


def _is_telling(text: str) -> bool:
    return (
        not text
        or is_value(text)
        or is_dash(text)
        or _TOKEN.fullmatch(text) is not None
        or parse_date(text) is not None
        or is_answer(text)
    )
