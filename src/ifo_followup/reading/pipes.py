"""Pipe tables without the line of dashes that Markdown wants under a header."""

import re
from collections.abc import Sequence

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
    if len(known) < _LEAST_ROWS or len(known) < len(rows):
        return None
    return known if len(set(map(len, known))) == 1 else None


def with_tabs(lines: Sequence[TextLine]) -> tuple[list[TextLine], bool]:
    """Put tabs for the bars of pipe tables in a plain text.

    Returns the lines and whether there was such a table.
    """
    out: list[TextLine] = []
    found = False
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and pipe_cells(lines[end].text) is not None:
            end += 1
        if pipe_rows([line.text for line in lines[at:end]]) is None:
            end = max(end, at + 1)
            out.extend(lines[at:end])
            at = end
            continue
        found = True
        starts = False
        for line in lines[at:end]:
            starts = starts or line.page_start
            if is_pipe_rule(line.text):
                continue
            cells = pipe_cells(line.text) or ()
            tabbed = "\t".join(cell.replace("\t", " ") for cell in cells)
            out.append(evolve(line, text=tabbed, page_start=starts))
            starts = False
        at = end
    return out, found
