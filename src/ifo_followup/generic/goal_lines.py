"""Goals in running lines of plain text: "Nämndmål: ..." with "Bedömning: ..." on the next line.

A line end says little in plain text, so that such lines are joined with those around them. Here
they are set apart before that is done.
"""

import re
from collections.abc import Iterator

from ifo_followup.document import Lines
from ifo_followup.generic.layout import GOAL_LINE
from ifo_followup.generic.spaced_lines import SpacedLine, block_of, spaced_lines
from ifo_followup.generic.word_heads import is_answer

_JUDGED = re.compile(
    r"\s{0,20}(?:Bedömning|Måluppfyllelse|Status)\s?:\s{0,5}(?P<answer>\S.{0,80})", re.IGNORECASE
)
_INSIDE = re.compile(
    r"(?<!\w)(?:Bedömning|Måluppfyllelse)\s?:\s{0,5}(?P<answer>[^.:;]{1,40})", re.IGNORECASE
)
_NUMBER = re.compile(r"\A[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.?\s{1,9}")  # of a heading
_MOST_LINES = 3  # of a goal's title
_LOOKED_AT = 2000  # characters


def set_apart(block: Lines) -> Iterator[Lines]:
    """The lines, with a goal and its assessment as blocks of their own."""
    rows = spaced_lines(block)
    begin = 0
    for at, row in enumerate(rows):
        if not _is_judged(row):
            continue
        goal = _goal_above(rows, at, begin)
        if goal is None:
            continue
        for first, last in ((begin, goal), (goal, at), (at, at + 1)):
            if first < last:
                yield block_of(rows[first:last])
        begin = at + 1
    if begin == 0:
        yield block
    elif begin < len(rows):
        yield block_of(rows[begin:])


def answer_in(text: str) -> str | None:
    """What a line "Bedömning: ..." says, None for any other line."""
    found = _JUDGED.fullmatch(text.rstrip())
    return found["answer"] if found else None


def speaks_of_goals(text: str) -> bool:
    """Whether running text looks like a goal that was not seen: its label, or its assessment."""
    text = text[:_LOOKED_AT].strip()
    if GOAL_LINE.match(text):
        return True
    if ":" not in text:
        return False
    return any(is_answer(found["answer"].strip()) for found in _INSIDE.finditer(text))


def _is_judged(row: SpacedLine) -> bool:
    answer = answer_in(row.line.text)
    return answer is not None and is_answer(answer)


def _goal_above(rows: list[SpacedLine], at: int, floor: int) -> int | None:
    for n in range(at - 1, max(floor, at - _MOST_LINES) - 1, -1):
        if not rows[n].cells:
            return None
        if GOAL_LINE.fullmatch(_NUMBER.sub("", rows[n].line.text.strip(), count=1)):
            return n
    return None
