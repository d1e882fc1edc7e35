"""Blanks drawn at the ends of lines: what they tell of how a line was broken.

Many writers keep the blank at which they broke a line, and draw none where they broke a word or
stood at a hyphen or slash inside it. Where a document does so throughout, "LVU- " followed by
"liknande" are two words, and "November/" followed by "december" is one.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ifo_followup.reading.pdf.draft import DraftTable
from ifo_followup.reading.pdf.lines import BROKEN_INSIDE, Line

# At least so many wrapped lines, and this share of them, must end with a blank.
ENOUGH, MOST = 10, 0.75
# The lines of one paragraph are at most this far apart (em).
LINE_PITCH = 1.5
_SENTENCE_END = ".:!?"
_HYPHENS = ("-", "\u2010", "\u2011")


def forget_unless_telling(
    pages: Iterable[tuple[Sequence[Line], Sequence[DraftTable]]],
) -> None:
    """Drop what is known of blanks at line ends, unless the whole document draws them so."""
    known = list(pages)
    lines = [line for texts, _ in known for line in texts]
    cells = [cell for _, tables in known for table in tables for cell in table.cells]
    wrapped = [
        line
        for text in [*(texts for texts, _ in known), *(cell.lines for cell in cells)]
        for line, following in pairwise(text)
        if _goes_on(line, following)
    ]
    if not _tell(wrapped):
        for line in [*lines, *(line for cell in cells for line in cell.lines)]:
            for run in line.runs:
                run.followed = None
        for cell in cells:
            cell.paragraphs = [
                [text.rstrip(BROKEN_INSIDE + " ") for text in lines] for lines in cell.paragraphs
            ]


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a sentence surely runs from a line to the next."""
    near = following.baseline - line.baseline <= LINE_PITCH * line.size
    return near and following.text[:1].islower() and line.text[-1:] not in _SENTENCE_END


def _tell(lines: Sequence[Line]) -> bool:
    plain = [0, 0]
    hyphens = [0, 0]
    for line in lines:
        text = line.text
        counts = hyphens if text.endswith(_HYPHENS) else plain
        counts[bool(line.runs[-1].followed)] += 1
    blank, total = plain[1], sum(plain)
    # blanks after every line, hyphenated words too, tell nothing
    return total >= ENOUGH and blank >= MOST * total and 2 * hyphens[1] <= max(sum(hyphens), 1)
