"""What stands on one page, before anybody asks which pieces belong together.

This is the whole interface between the module that runs a PDF's drawing operators and the modules
that group its result. All lengths are points from the page's top left corner, y growing downwards.
"""

from collections.abc import Sequence

from attrs import define, evolve, frozen

from ifo_followup.document import Colour
from ifo_followup.model.values import Box

WHITE = Colour(255, 255, 255)

# A blank is 0.2 to 0.3 em in every text face; kerning and rounding stay below 0.1 em.
WORD_GAP = 0.17
# Baselines closer than this (em) are one baseline drawn in pieces.
SAME_BASELINE = 0.05
# How far back (em) a glyph may start before the end of the one before it: kerning, not a new word.
OVERLAP = 0.3

BLANKS = frozenset(
    " \t\r\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
)
NOTHING = frozenset("\u200b\u200c\u200d\ufeff\x00")
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
UNMAPPED = "\ufffd"


@frozen(cache_hash=True)
class Style:
    """How text is set. `size` is the height of an em on the page, in points."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: Colour | None


@define(weakref_slot=False)
class Run:
    """Glyphs of one style that touch: a word, or a piece of one.

    `turn` counts quarter turns (0 is upright, 1 reads upwards, 2 upside down, 3 downwards, 4 is
    any other angle); coordinates of turned runs are those of the page turned until they read
    upright. `spaced` tells that a blank was drawn before it. `order` is the drawing order, shared
    with fills and pictures. `seen` is False where the text is drawn to be invisible. `followed`
    tells whether a blank was drawn after it, None where that says nothing.
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
    followed: bool | None = False

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
    """Everything drawn on one page.

    `number` is 1-based. `curves` are the boxes of curved and slanted strokes. `unmapped` counts
    the glyphs inside words, of all `glyphs`, that have no known character.
    """

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
    """Puts glyphs, in drawing order, together to runs.

    `run` is the one being made, `parts` its text so far; `spaced` tells that a blank was drawn
    after the run before.
    """

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.parts: list[str] = []
        self.run: Run | None = None
        self.spaced = False

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
        spacing: float,
    ) -> None:
        """Add one glyph that reaches from `x0` to `x1` in the frame of its own `turn`.

        `spacing` is the white that the file puts after every letter (points).
        """
        if text in BLANKS:
            self.blank(x0, baseline)
            return
        if text in NOTHING:
            return
        run = self.run
        if run is not None:
            gap = x0 - run.x1
            size = style.size
            if (
                self.goes_on(baseline, style, turn, seen)
                and -OVERLAP * size <= gap
                and gap <= WORD_GAP * size + spacing
            ):
                self.parts.append(text)
                run.x1 = max(run.x1, x1)
                return
            self.flush()
        self.run = Run(text, x0, x1, baseline, style, order, turn, self.spaced, seen)
        self.parts = [text]
        self.spaced = False

    def goes_on(self, baseline: float, style: Style, turn: int, seen: bool) -> bool:
        """Whether text of this look and height may belong to the current run."""
        run = self.run
        return (
            run is not None
            and style is run.style
            and turn == run.turn
            and seen == run.seen
            and (turn == 4 or abs(baseline - run.baseline) <= SAME_BASELINE * style.size)
        )

    def blank(self, x0: float, baseline: float) -> None:
        """Add a blank: it ends a run, and is noted behind the run it was drawn after."""
        self.spaced = True
        run = self.run or (self.runs[-1] if self.runs else None)
        if run is not None and abs(baseline - run.baseline) <= SAME_BASELINE * run.size:
            run.followed = run.followed or abs(x0 - run.x1) <= WORD_GAP * run.size
        self.flush()

    def flush(self) -> None:
        """End the current run: what follows is another word."""
        if self.run is not None:
            self.run.text = "".join(self.parts)
            self.runs.append(self.run)
            self.run = None


def quarter(a: float, b: float) -> int:
    """The `turn` of text whose writing direction is (a, b), y growing upwards."""
    if abs(b) <= 0.1 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.1 * abs(b):
        return 1 if b > 0 else 3
    return 4


def turned(
    point: tuple[float, float], turn: int, width: float, height: float
) -> tuple[float, float]:
    """A point of the page in the frame in which text of this `turn` reads upright."""
    x, y = point
    if turn == 1:
        return height - y, x
    if turn == 2:
        return width - x, height - y
    if turn == 3:
        return y, width - x
    return x, y


def turned_upright(page: PageContent) -> PageContent:
    """The page turned so that most of its text reads upright: a sheet printed sideways.

    Coordinates on such a page are those of the turned page.
    """
    if {run.turn for run in page.runs} <= {0}:
        return page  # as nearly all are
    letters = [0, 0, 0, 0, 0]
    for run in page.runs:
        letters[run.turn] += len(run.text)
    turn = letters.index(max(letters))
    if turn in (0, 4):
        return page

    def box(b: Box) -> Box:
        ends = [turned(p, turn, page.width, page.height) for p in ((b.x0, b.top), (b.x1, b.bottom))]
        xs, ys = sorted(x for x, _ in ends), sorted(y for _, y in ends)
        return Box(xs[0], ys[0], xs[1], ys[1])

    def rule(r: Rule) -> Rule:
        b = box(Box(r.x0, r.top, r.x1, r.bottom))
        return Rule(b.x0, b.top, b.x1, b.bottom)

    sideways = turn in (1, 3)
    return evolve(
        page,
        width=page.height if sideways else page.width,
        height=page.width if sideways else page.height,
        # a run's coordinates are those of its own frame already
        runs=tuple(evolve(r, turn=(r.turn - turn) % 4 if r.turn != 4 else 4) for r in page.runs),
        rules=tuple(rule(r) for r in page.rules),
        fills=tuple(evolve(f, box=box(f.box)) for f in page.fills),
        pictures=tuple(evolve(p, box=box(p.box)) for p in page.pictures),
        curves=tuple(box(c) for c in page.curves),
    )


def unmapped_in(runs: Sequence[Run]) -> int:
    """How many glyphs inside words have no known character."""
    if UNMAPPED not in "".join([run.text for run in runs]):
        return 0
    return sum(run.text.count(UNMAPPED) for run in runs if len(run.text) > 1)


def area(box: Box) -> float:
    """Its area in square points."""
    return max(0.0, box.x1 - box.x0) * max(0.0, box.bottom - box.top)


def contains(box: Box, x: float, y: float, slack: float = 0.0) -> bool:
    """Whether a point lies in a box, or at most `slack` outside."""
    return box.x0 - slack <= x <= box.x1 + slack and box.top - slack <= y <= box.bottom + slack


def around(boxes: list[Box]) -> Box:
    """The smallest box around some boxes (at least one)."""
    return Box(
        min([b.x0 for b in boxes]),
        min([b.top for b in boxes]),
        max([b.x1 for b in boxes]),
        max([b.bottom for b in boxes]),
    )
