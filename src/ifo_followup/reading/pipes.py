"""Pipe tables without the line of dashes that Markdown wants under a header."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from ifo_followup.document import TextLine

_BAR = re.compile(r"(?<!\\)\|")
_LEAST_ROWS = 2


def pipe_cells(text: str) -> tuple[str, ...] | None:
    """The cells of a line "| a | b |"; None for a line that is none."""
    text = text.strip()
    if len(text) < 3 or text[0] != "|" or text[-1] != "|" or text.endswith("\\|"):
        return None
    cells = tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(text[1:-1]))
    return cells if len(cells) > 1 else None


def is_pipe_rule(text: str) -> bool:
    """Whether a line is the rule below a pipe table's header: "| --- | :-: |"."""
    return "|" in text and "-" in text and not text.strip(" \t|:-")


def pipe_rows(texts: Sequence[str]) -> list[tuple[str, ...]] | None:
    """The rows of lines that are a pipe table, all of them; None if they are none."""
    rows = [pipe_cells(text) for text in texts if not is_pipe_rule(text)]
    known = [row for row in rows if row is not None]
    return None if len(known) < _LEAST_ROWS or len(known) < len(rows) else known


def with_tabs(lines: Sequence[TextLine]) -> tuple[list[TextLine], bool]:
    """Put tabs for the bars of pipe tables in a plain text.

    Returns the lines and whether there was such a table: two rows, one after the other.
    """
    piped = [pipe_cells(line.text) for line in lines]
    if not any(one and other for one, other in pairwise(piped)):
        return list(lines), False
    out: list[TextLine] = []
    starts = False
    for line, cells in zip(lines, piped, strict=True):
        starts = starts or line.page_start
        if cells is not None and is_pipe_rule(line.text):
            continue
        text = line.text
        if cells is not None:
            text = "\t".join(cell.replace("\t", " ") for cell in cells)
        out.append(evolve(line, text=text, page_start=starts))
        starts = False
    return out, True
