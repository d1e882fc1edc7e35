"""Overviews in plain text: "1: Kvalitet 2: Ekonomi" on one line, as many lights on the next."""

import re
from collections.abc import Sequence

from ifo_followup.document import Cell, Table
from ifo_followup.layouts.numeric_table import head_cell
from ifo_followup.layouts.tokens import Token, line_end, place_of, text_of
from ifo_followup.swedish.words import ASSESSMENTS

_MOST_WORDS = 70  # of all heads
_NUMBER = re.compile(r"[0-9]{1,2}:")
_NUMBERED_NAME = re.compile(r"[0-9]{1,2}:\s[^:]{1,60}?(?=\s[0-9]{1,2}:\s|$)")


def read_overview(tokens: Sequence[Token], at: int) -> tuple[Table, int] | None:
    """The overview that begins at a word, and the word behind it; None where none does."""
    if not _NUMBER.fullmatch(tokens[at].text):
        return None
    end = line_end(tokens, at)
    # the heads of narrow columns take several lines, each
    while end < len(tokens) and end - at < _MOST_WORDS and not _is_light(tokens[end]):
        end = line_end(tokens, end)
    heads = _NUMBERED_NAME.findall(text_of(tokens[at:end]).replace("\n\n", " "))
    lights = tokens[end : end + len(heads)]
    if not 1 < len(heads) == len(lights) or not all(map(_is_light, lights)):
        return None
    above = place_of(tokens[at:end])
    cells = [head_cell(head.strip(), 0, n, above) for n, head in enumerate(heads)]
    for n, token in enumerate(lights):
        cells.append(Cell(text=token.text, row=1, column=n, place=place_of([token])))
    end += len(lights)
    return Table(cells=tuple(cells), place=place_of(tokens[at:end]), header_rows=1), end


def _is_light(token: Token) -> bool:
    return ASSESSMENTS.lookup(token.text) is not None
