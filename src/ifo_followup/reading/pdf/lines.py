"""Lines of runs, and lines -> text."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import UNMAPPED, WORD_GAP, Run, Style
from ifo_followup.reading.pdf.folded import Folded, fold
from ifo_followup.swedish.text import join_lines

# White this wide (em) inside a line parts two columns; a justified blank stays below it.
COLUMN_GAP = 1.0
# An asterisk is not among them: it opens footnotes.
BULLETS = frozenset("•●○◦▪▫■□◾◼‣⁃∙·►▶➢➤❖◆◇")
DASHES = frozenset("-–—‐‑−")
# The text of a list item stands at most this far (em) from its sign.
MAX_INDENT = 3.0
_SYMBOL_FONTS = ("dingbats", "wingdings", "webdings", "symbol")
# Word's second-level bullet is the letter o in Courier New.
LETTER_BULLET = "o"
# Put after a line that ends inside a word; it has no width and never reaches a text.
BROKEN_INSIDE = "\u2060"


@define(weakref_slot=False)
class Line:
    """Runs on one baseline, from left to right (at least one).

    The list of runs never changes, nor does what a run says of its text and place: hence what is
    derived from them is kept once it was asked for.
    """

    runs: list[Run]
    _folded: Folded | None = field(default=None, init=False, eq=False, repr=False)
    # for the gap last asked for; nothing where it parts no chunks
    _chunks: tuple[float, tuple["Line", ...]] | None = field(
        default=None, init=False, eq=False, repr=False
    )

    if not TYPE_CHECKING:  # a type checker that saw it would accept any name

        def __getattr__(self, name: str) -> object:
            if name != "runs" or self._folded is None:
                raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
            self.runs = self._folded.unfolded(self.text)
            return self.runs

    def fold(self) -> None:
        """Keep the runs in little room until somebody asks for them again."""
        # asked for now, they need no runs later
        text, _ = self.text, self.style
        self._chunks = None
        self._folded = self._folded or fold(self.runs, text)
        if self._folded is not None:
            # the slot is emptied: `__getattr__` fills it again
            del self.runs

    def forget_ends(self) -> None:
        """Drop what is known of blanks after its runs."""
        if self._folded is not None:
            self._folded = self._folded.without_ends()
            return
        for run in self.runs:
            run.followed = None

    @property
    def x0(self) -> float:
        """Left end."""
        return self.runs[0].x0

    @cached_property
    def x1(self) -> float:
        """Right end."""
        return max([r.x1 for r in self.runs])

    @cached_property
    def style(self) -> Style:
        """The style of most of its characters."""
        first = self.runs[0].style
        for run in self.runs:
            if run.style is not first:
                break
        else:
            return first
        weights = style_weights([self])
        return max(weights, key=lambda style: weights[style])

    @property
    def size(self) -> float:
        """Height of an em, in points."""
        return self.style.size

    @cached_property
    def baseline(self) -> float:
        """The baseline of most of it."""
        largest = self.runs[0]
        size, length = largest.style.size, len(largest.text)
        for run in self.runs:
            if run.style.size > size or (run.style.size == size and len(run.text) > length):
                largest, size, length = run, run.style.size, len(run.text)
        return largest.baseline

    @cached_property
    def top(self) -> float:
        """Upper edge."""
        return min([r.top for r in self.runs])

    @cached_property
    def bottom(self) -> float:
        """Lower edge."""
        return max([r.bottom for r in self.runs])

    @property
    def box(self) -> Box:
        """The box around it."""
        return Box(self.x0, self.top, self.x1, self.bottom)

    @cached_property
    def text(self) -> str:
        """Its characters, with single blanks where white parts them."""
        return text_of(self.runs)

    @property
    def ended_text(self) -> str:
        """Its characters, and how it ended: see the function of this name."""
        return _ended(self.text, self.runs[-1])

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        bold = [r.style.bold for r in self.runs]
        if all(bold) or not any(bold):
            return bold[0]
        return all(r.style.bold for r in self.runs if any(c.isalnum() for c in r.text))

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(r.style.italic for r in self.runs)

    @property
    def colour(self) -> Colour | None:
        """The colour of most of it."""
        return self.style.colour

    def chunks(self, gap: float = COLUMN_GAP) -> Sequence["Line"]:
        """Split where white wider than `gap` em stands between two runs."""
        known = self._chunks
        if known is None or known[0] != gap:
            known = self._chunks = (gap, self._split(gap))
        return known[1] or (self,)

    def _split(self, gap: float) -> tuple["Line", ...]:
        before = self.runs[0]
        out = [[before]]
        end = before.x1
        for run in self.runs[1:]:
            white = run.x0 - end
            if white > gap * run.style.size and white > gap * before.style.size:
                out.append([run])
            else:
                out[-1].append(run)
            if run.x1 > end:
                end = run.x1
            before = run
        return tuple([Line(runs) for runs in out]) if len(out) > 1 else ()

    def first_word(self) -> float:
        """Width of the text up to its first blank; "1 240" and "80 %" count as one word."""
        first = self.runs[0]
        end = first.x1
        number = first.text[-1:].isdigit()
        for before, run in zip(self.runs, self.runs[1:], strict=False):
            start = run.text[:1]
            if _parted(before, run) and not (number and (start.isdigit() or start == "%")):
                break
            end = run.x1
            number = run.text[-1:].isdigit()
        return end - first.x0


def _parted(left: Run, right: Run) -> bool:
    gap = right.x0 - left.x1
    size, other = left.style.size, right.style.size
    if other > size:
        size = other
    return gap > WORD_GAP * size or (right.spaced and gap > 0.04 * size)


def text_of(runs: Sequence[Run]) -> str:
    """The characters of runs from left to right, a blank where white stands between them."""
    if not runs:
        return ""
    before = runs[0]
    parts = [before.text]
    end, size = before.x1, before.style.size
    for run in runs[1:]:
        # `_parted`, without a call for every word
        gap, own = run.x0 - end, run.style.size
        if own > size:
            size = own
        if gap > WORD_GAP * size or (run.spaced and gap > 0.04 * size):
            parts.append(" ")
        parts.append(run.text)
        end, size = run.x1, own
    return unicodedata.normalize("NFC", "".join(parts))


def ended_text(runs: Sequence[Run]) -> str:
    """The characters of a line, and how it ended: with a blank, or inside a word at a slash."""
    return _ended(text_of(runs), runs[-1]) if runs else ""


def _ended(text: str, last: Run) -> str:
    match last.followed:
        case True:
            return text + " "
        case False if text.endswith("/"):
            return text + BROKEN_INSIDE
    return text


def join_ended(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph, each as `ended_text` gives it."""
    out: list[str] = []
    for line in lines:
        if out and (out[-1].endswith(("- ", "\u2010 ", "\u2011 ", "/" + BROKEN_INSIDE))):
            # the blank, or that there is none, was written so
            out[-1] = out[-1].removesuffix(BROKEN_INSIDE) + line
        else:
            out.append(line)
    return join_lines(out)


def style_weights(lines: Iterable[Line]) -> dict[Style, int]:
    """How many characters are set in each style, in the order of their first use."""
    # by identity first: hashing a style for every word would cost more than all the rest
    known: dict[int, int] = {}
    styles: list[Style] = []
    for line in lines:
        for run in line.runs:
            key = id(run.style)
            if key in known:
                known[key] += len(run.text)
            else:
                known[key] = len(run.text)
                styles.append(run.style)
    out: dict[Style, int] = {}
    for style in styles:
        out[style] = out.get(style, 0) + known[id(style)]
    return out


def bullet(line: Line) -> int:
    """How many runs at a line's start are the sign of a list item: 0 or 1."""
    if len(line.runs) < 2:
        return 0
    sign, text = line.runs[0], line.runs[1]
    if len(sign.text) != 1 or not _parted(sign, text):
        return 0
    gap = (text.x0 - sign.x1) / max(sign.size, text.size)
    char = sign.text
    if char in BULLETS or is_symbol(sign):
        return 1
    if char in DASHES:
        # "- 75,7" is an amount, and "-     75,7" two cells
        return 0 if text.text[:1].isdigit() and not 0.6 <= gap <= MAX_INDENT else 1
    return 1 if char == LETTER_BULLET and gap >= 0.6 else 0


def is_symbol(run: Run) -> bool:
    """Whether a run is set in a symbol font: its characters mean nothing outside it."""
    name = run.style.font.lower()
    return all("\ue000" <= c <= "\uf8ff" or c == UNMAPPED for c in run.text) or any(
        word in name for word in _SYMBOL_FONTS
    )


def fits(line: Line, following: Line, right: float) -> bool:
    """Whether the first word of `following` had room at the end of `line`.

    If so the line was ended on purpose. `right` is the edge to which lines are set.
    """
    blank = 0.25 * line.size
    return line.x1 + blank + following.first_word() < right - 0.35 * line.size
