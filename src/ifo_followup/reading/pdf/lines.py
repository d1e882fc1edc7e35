"""Runs -> lines, and lines -> text."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import UNMAPPED, WORD_GAP, Run, Style
from ifo_followup.reading.pdf.folded import Folded, fold
from ifo_followup.swedish.text import join_lines

# Runs whose baselines differ by less (em) stand on one line: covers super- and subscripts.
SAME_LINE = 0.42
# White this wide (em) inside a line parts two columns; a justified blank stays below it.
COLUMN_GAP = 1.0
# So many single letters, at most this far (em) and equally far apart, are a word spaced out.
SPACED_OUT, LETTER_SPACING = 4, 0.5
# The same text drawn again within this distance (em) is an imitation of bold type.
OVERPRINT = 0.12

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
        return all(r.style.bold for r in self.runs if any(c.isalnum() for c in r.text)) and any(
            r.style.bold for r in self.runs
        )

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(r.style.italic for r in self.runs)

    @property
    def colour(self) -> Colour | None:
        """The colour of most of it."""
        return self.style.colour

    def chunks(self, gap: float = COLUMN_GAP) -> list["Line"]:
        """Split where white wider than `gap` em stands between two runs."""
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
        return [Line(runs) for runs in out] if len(out) > 1 else [self]

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
    for run in runs[1:]:
        if _parted(before, run):
            parts.append(" ")
        parts.append(run.text)
        before = run
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
    known: dict[int, list[Run]] = {}
    for line in lines:
        for run in line.runs:
            # by identity first: hashing a style for every word would cost more than all the rest
            known.setdefault(id(run.style), []).append(run)
    out: dict[Style, int] = {}
    for same in known.values():
        style = same[0].style
        out[style] = out.get(style, 0) + sum([len(run.text) for run in same])
    return out


def make_lines(runs: Iterable[Run]) -> list[Line]:
    """Group runs to lines, from top to bottom."""
    ordered = sorted(runs, key=attrgetter("baseline", "x0"))
    if len(ordered) < 2:
        return [Line([run]) for run in ordered]
    groups: list[list[Run]] = []
    anchors: list[Run] = []
    for run in ordered:
        size = run.style.size
        # a raised figure comes before its line in this order: look at the last few lines
        for i in range(len(groups) - 1, max(-1, len(groups) - 4), -1):
            anchor = anchors[i]
            other = anchor.style.size
            small, large = (size, other) if size < other else (other, size)
            limit = SAME_LINE * (large if small < 0.8 * large else small)
            if abs(run.baseline - anchor.baseline) <= limit:
                groups[i].append(run)
                if size > other:
                    anchors[i] = run
                break
        else:
            groups.append([run])
            anchors.append(run)
    lines = [
        Line(_closed_up(_once(sorted(group, key=attrgetter("x0", "order"))))) for group in groups
    ]
    return sorted(lines, key=attrgetter("baseline", "x0"))


def _once(runs: list[Run]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        for other in out[-3:]:
            if (
                run.text == other.text
                and abs(run.x0 - other.x0) <= OVERPRINT * run.size
                and abs(run.baseline - other.baseline) <= OVERPRINT * run.size
            ):
                break
        else:
            out.append(run)
    return out


def _closed_up(runs: list[Run]) -> list[Run]:
    """Put letters together that are spaced out evenly: one word, not many of one letter."""
    if len(runs) < SPACED_OUT or sum([len(r.text) == 1 for r in runs]) < SPACED_OUT:
        return runs
    out: list[Run] = []
    i = 0
    while i < len(runs):
        end = _spaced_out(runs, i)
        if end - i < SPACED_OUT:
            out.append(runs[i])
            i += 1
            continue
        word = evolve(runs[i], text="".join(r.text for r in runs[i:end]), x1=runs[end - 1].x1)
        out.append(word)
        i = end
    return out


def _spaced_out(runs: Sequence[Run], start: int) -> int:
    """The end of the letters from `start` on that stand equally far apart."""
    end = start + 1
    first: float | None = None
    while end < len(runs) and len(runs[end - 1].text) == len(runs[end].text) == 1:
        gap = (runs[end].x0 - runs[end - 1].x1) / runs[end].size
        first = gap if first is None else first
        if runs[end].spaced or gap > LETTER_SPACING or abs(gap - first) > 0.05:
            break
        end += 1
    return end


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
