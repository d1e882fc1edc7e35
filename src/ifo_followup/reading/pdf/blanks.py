"""Blanks drawn at the ends of lines: what they tell of how a line was broken.

Many writers keep the blank at which they broke a line, and draw none where they broke a word or
stood at a hyphen or slash inside it. Where a document does so throughout, "LVU- " followed by
"liknande" are two words, and "November/" followed by "december" is one.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import define, field

from ifo_followup.reading.pdf.draft import DraftTable
from ifo_followup.reading.pdf.lines import BROKEN_INSIDE, Line

# At least so many wrapped lines, and this share of them, must end with a blank.
ENOUGH, MOST = 10, 0.75
# The lines of one paragraph are at most this far apart (em).
LINE_PITCH = 1.5
_SENTENCE_END = ".:!?"
_HYPHENS = ("-", "\u2010", "\u2011")


@define
class LineEnds:
    """What the pages seen so far tell of blanks at line ends: lines that go on, by how they end.

    Each pair counts lines without a blank and lines with one.
    """

    plain: list[int] = field(factory=lambda: [0, 0])
    hyphens: list[int] = field(factory=lambda: [0, 0])

    def see(self, lines: Sequence[Line], tables: Sequence[DraftTable]) -> None:
        """Count the lines of one page."""
        cells = (cell.lines for table in tables for cell in table.cells)
        for text in (lines, *cells):
            for line, following in pairwise(text):
                if _goes_on(line, following):
                    counts = self.hyphens if line.text.endswith(_HYPHENS) else self.plain
                    counts[bool(line.runs[-1].followed)] += 1

    @property
    def telling(self) -> bool:
        """Whether the whole document draws blanks only where a line was broken at one."""
        blank, total = self.plain[1], sum(self.plain)
        # blanks after every line, hyphenated words too, tell nothing
        return (
            total >= ENOUGH
            and blank >= MOST * total
            and 2 * self.hyphens[1] <= max(sum(self.hyphens), 1)
        )


def forget_ends(lines: Iterable[Line], tables: Iterable[DraftTable]) -> None:
    """Drop what is known of blanks at the line ends of a page."""
    for line in lines:
        line.forget_ends()
    for table in tables:
        for cell in table.cells:
            for line in cell.lines:
                line.forget_ends()
            cell.paragraphs = [
                [text.rstrip(BROKEN_INSIDE + " ") for text in texts] for texts in cell.paragraphs
            ]


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a sentence surely runs from a line to the next."""
    near = following.baseline - line.baseline <= LINE_PITCH * line.size
    return near and following.text[:1].islower() and line.text[-1:] not in _SENTENCE_END
