"""Lines of plain text as words that remember the spaces and line ends before them.

A cell in a text layer is only a run of words. What is left of the table's shape is where lines
and paragraphs end, and how many spaces stand in a gap: an empty cell leaves a space or two.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import pairwise

from attrs import frozen

from ifo_followup.document import Document, Lines, TextLine
from ifo_followup.model.values import Place
from ifo_followup.swedish.text import join_lines

# no-break space, narrow no-break space, figure space
_UNBREAKABLE = ("\u00a0", "\u202f", "\u2007")
DASHES = ("-", "–", "—", "\u2212")  # as words of their own
_LONG_LINE = 240  # characters; longer than any printed line
_AGREED = 0.8  # share of paragraphs that end alike
_HABIT = 5  # lines; fewer do not show a habit


class Gap(IntEnum):
    """What stands before a word."""

    SPACE = 0  # the same line
    LINE = 1  # a line end
    BLANK = 2  # an empty line, or the start of the text


@frozen
class Token:
    """One word. `spaces` counts the spaces before it on its line, `after` those that end it.

    `bound` is set where only a no-break space stands before it: never a new cell.
    """

    text: str
    line: int
    gap: Gap
    spaces: int
    after: int = 0
    bound: bool = False


def tokenize(lines: Iterable[TextLine]) -> list[Token]:
    """Split lines into words."""
    out: list[Token] = []
    gap = Gap.BLANK
    for line in lines:
        text = line.text.expandtabs(1)
        if line.page_start and not text.startswith(" "):
            text = f" {text}"  # the trace that a page break leaves where form feeds are lost
        words = text.split()
        if not words:
            gap = Gap.BLANK
            continue
        position = 0
        tail = len(text) - len(text.rstrip())
        for n, word in enumerate(words):
            start = text.index(word, position)
            last = n == len(words) - 1
            bound = n > 0 and text[position:start] in _UNBREAKABLE
            out.append(Token(word, line.number, gap, start - position, tail if last else 0, bound))
            gap = Gap.SPACE
            position = start + len(word)
        gap = Gap.LINE
    return out


@frozen
class Habits:
    """How a document's lines are broken.

    `unwrapped`: each line is a whole paragraph. `bare_ends`: only a line that goes on ends with
    a space. `width`: how long a line may become, in characters with the space behind it.
    """

    unwrapped: bool
    bare_ends: bool
    width: int


def habits_of(document: Document) -> Habits:
    """See how the lines of a document are broken."""
    lines = [line for b in document.blocks if isinstance(b, Lines) for line in b.lines]
    longest = max((len(line.text) for line in lines), default=0)
    pairs = [
        (line.text, behind.text.strip())
        for line, behind in pairwise(lines)
        if not line.text.isspace() and line.text
    ]
    # no printed line is as long as the longest there
    return Habits(longest > _LONG_LINE, _has_bare_ends(pairs), _width(pairs))


def _has_bare_ends(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether many lines end with a space, but none that ends a paragraph."""
    closing: list[bool] = []
    broken: list[bool] = []
    for line, behind in pairs:
        spaced = line.endswith(" ")
        (broken if behind or not line.rstrip().endswith(".") else closing).append(spaced)
    if len(closing) < _HABIT or len(broken) < _HABIT:
        return False
    return sum(closing) < 0.2 * len(closing) and sum(broken) > 0.3 * len(broken)


def _width(pairs: Iterable[tuple[str, str]]) -> int:
    """The length of nearly the longest line that small letters follow."""
    lengths = sorted(len(line.strip()) + 1 for line, behind in pairs if behind[:1].islower())
    if not lengths:
        return _LONG_LINE
    full = lengths[bisect_left(lengths, 0.6 * lengths[-1]) :]
    return full[int(len(full) * 0.95)]


def usual_tail(tokens: Sequence[Token]) -> int | None:
    """How many spaces end the last lines of paragraphs; None where they do not agree."""
    tails = [min(a.after, 2) for a, b in pairwise(tokens) if b.gap is Gap.BLANK]
    for usual in (0, 1):
        if tails.count(usual) > _AGREED * len(tails):
            return usual
    return None


def line_end(tokens: Sequence[Token], at: int) -> int:
    """The first word behind the line of a word."""
    end = at + 1
    while end < len(tokens) and tokens[end].gap is Gap.SPACE:
        end += 1
    return end


def text_of(tokens: Sequence[Token]) -> str:
    """The words as printed text: lines joined, paragraphs separated by a blank line."""
    paragraphs: list[list[list[str]]] = []
    for n, token in enumerate(tokens):
        if n == 0 or (token.gap is Gap.BLANK and not _goes_on(tokens[n - 1].text, token.text)):
            paragraphs.append([[]])
        elif token.gap is not Gap.SPACE:
            paragraphs[-1].append([])
        paragraphs[-1][-1].append(token.text)
    return "\n\n".join(join_lines([" ".join(line) for line in lines]) for lines in paragraphs)


def place_of(tokens: Sequence[Token]) -> Place:
    """The range of lines that the words stand on."""
    if not tokens:
        return Place()
    return Place(first_line=tokens[0].line, last_line=tokens[-1].line)


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on over an empty line: the first line of a cell stands apart."""
    return after[:1].islower() and not before.endswith((".", ":", "!", "?"))
