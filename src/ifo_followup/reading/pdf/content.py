"""What stands on one page, before anybody asks which pieces belong together.

This is the whole interface between the module that runs a PDF's drawing operators and the modules
that group its result. All lengths are points from the page's top left corner, y growing downwards.
"""

from attrs import define, frozen

from ifo_followup.document import Colour
from ifo_followup.model.values import Box

WHITE = Colour(255, 255, 255)

# A blank is 0.2 to 0.3 em in every text face; kerning and rounding stay below 0.1 em.
WORD_GAP = 0.17
# Letters this far apart again and again are spaced out on purpose, not words of one letter.
LETTER_SPACING = 0.45
# Baselines closer than this (em) are one baseline drawn in pieces.
SAME_BASELINE = 0.05
# How far back (em) a glyph may start before the end of the one before it: kerning, not a new word.
OVERLAP = 0.3

_BLANKS = frozenset(
    " \t\r\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
)
_NOTHING = frozenset("\u200b\u200c\u200d\ufeff\x00")
UNMAPPED = "\ufffd"


@frozen
class Style:
    """How text is set. `size` is the height of an em on the page, in points."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: Colour | None


@define
class Run:
    """Glyphs of one style that touch: a word, or a piece of one.

    `turn` counts quarter turns (0 is upright, 1 reads upwards, 2 upside down, 3 downwards, 4 is
    any other angle); coordinates of turned runs are those of the page turned until they read
    upright. `spaced` tells that a blank was drawn before it. `order` is the drawing order, shared
    with fills and pictures. `seen` is False where the text is drawn to be invisible.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    style: Style
    order: int
    turn: int = 0
    spaced: bool = False
    seen: bool = True

    @property
    def size(self) -> float:
        """Height of an em, in points."""
        return self.style.size

    @property
    def top(self) -> float:
        """Upper edge: the height of capitals with accents over the baseline."""
        return self.baseline - 0.8 * self.style.size

    @property
    def bottom(self) -> float:
        """Lower edge: the depth of a descender below the baseline."""
        return self.baseline + 0.22 * self.style.size

    @property
    def middle(self) -> float:
        """The x in its middle."""
        return (self.x0 + self.x1) / 2


@frozen
class Rule:
    """A straight horizontal or vertical line, drawn as a line or as a thin rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


@frozen
class Fill:
    """A filled area. `plain` is set for rectangles; other shapes are known by their box only."""

    box: Box
    colour: Colour | None
    order: int
    plain: bool = True


@frozen
class Picture:
    """A raster image; `colour` is the dominant colour of a small one, where it could be decoded."""

    box: Box
    order: int
    colour: Colour | None = None
    undecoded: bool = False


@frozen(kw_only=True)
class PageContent:
    """Everything drawn on one page. `number` is 1-based; `curves` counts curved or slanted strokes."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Picture, ...] = ()
    curves: tuple[Box, ...] = ()
    glyphs: int = 0
    unmapped: int = 0


class RunBuilder:
    """Puts glyphs, in drawing order, together to runs."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._parts: list[str] = []
        self._run: Run | None = None
        self._spaced = False
        self._gap = 0.0

    def add(
        self,
        text: str,
        x0: float,
        x1: float,
        baseline: float,
        style: Style,
        order: int,
        turn: int,
        seen: bool,
    ) -> None:
        """Add one glyph that reaches from `x0` to `x1` in the frame of its own `turn`."""
        if text in _BLANKS:
            self._spaced = True
            self.flush()
            return
        if text in _NOTHING:
            return
        run = self._run
        if run is not None:
            gap = x0 - run.x1
            size = style.size
            if (
                style is run.style
                and turn == run.turn
                and seen == run.seen
                and (turn == 4 or abs(baseline - run.baseline) <= SAME_BASELINE * size)
                and -OVERLAP * size <= gap
                and self._touches(gap, size)
            ):
                self._parts.append(text)
                run.x1 = max(run.x1, x1)
                self._gap = gap
                return
            self.flush()
        self._run = Run(text, x0, x1, baseline, style, order, turn, self._spaced, seen)
        self._parts = [text]
        self._spaced = False
        self._gap = 0.0

    def _touches(self, gap: float, size: float) -> bool:
        if gap <= WORD_GAP * size:
            return True
        evenly = len(self._parts) > 1 and abs(gap - self._gap) <= 0.04 * size
        return evenly and gap <= LETTER_SPACING * size

    def flush(self) -> None:
        """End the current run: what follows is another word."""
        if self._run is not None:
            self._run.text = "".join(self._parts)
            self.runs.append(self._run)
            self._run = None


def area(box: Box) -> float:
    """Its area in square points."""
    return max(0.0, box.x1 - box.x0) * max(0.0, box.bottom - box.top)


def contains(box: Box, x: float, y: float, slack: float = 0.0) -> bool:
    """Whether a point lies in a box, or at most `slack` outside."""
    return box.x0 - slack <= x <= box.x1 + slack and box.top - slack <= y <= box.bottom + slack


def around(boxes: list[Box]) -> Box:
    """The smallest box around some boxes (at least one)."""
    return Box(
        min(b.x0 for b in boxes),
        min(b.top for b in boxes),
        max(b.x1 for b in boxes),
        max(b.bottom for b in boxes),
    )
