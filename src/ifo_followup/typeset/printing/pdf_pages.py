"""Pages while they are filled: what is drawn where, before anybody draws it.

Lengths are points from the page's top left corner, y growing downwards.
"""

from collections.abc import Sequence

from attrs import define, field, frozen

from ifo_followup.document import Colour
from ifo_followup.typeset.printing.look import Look
from ifo_followup.typeset.printing.pdf_type import Style, Type

BLACK = Colour(0, 0, 0)
# the baseline stands so far (em) under the top of a line without leading
_ASCENT = 0.8
_SENTENCE_END = (".", "!", "?", ":")


@frozen
class Words:
    """A stretch of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    style: Style
    colour: Colour = BLACK


@frozen
class Shade:
    """A filled rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: Colour


@frozen
class Stroke:
    """A thin line."""

    x0: float
    y0: float
    x1: float
    y1: float


@frozen
class Dot:
    """A filled circle around a point."""

    x: float
    y: float
    radius: float
    colour: Colour


Drawn = Words | Shade | Stroke | Dot


@define
class Pages:
    """The pages so far; `y` is where the last one goes on."""

    look: Look
    type: Type
    pages: list[list[Drawn]] = field(factory=lambda: [[]])
    y: float = 0.0

    def __attrs_post_init__(self) -> None:
        self.y = self.look.end_margin

    @property
    def left(self) -> float:
        """Where text begins."""
        return self.look.side_margin

    @property
    def room(self) -> float:
        """The height left on the page."""
        return self.look.page_height - self.look.end_margin - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.pages[-1]

    def turn(self) -> None:
        """Begin a page, if the last one is not empty."""
        if not self.fresh:
            self.pages.append([])
        self.y = self.look.end_margin

    def need(self, height: float) -> None:
        """Begin a page if the last one has less room than this."""
        if self.room < height:
            self.turn()

    def skip(self, height: float) -> None:
        """Leave white; none at the top of a page."""
        if not self.fresh:
            self.y += height

    def draw(self, *drawn: Drawn) -> None:
        """Put something on the last page."""
        self.pages[-1].extend(drawn)

    def text(self, x: float, lines: Sequence[str], style: Style) -> None:
        """Put the lines of a paragraph.

        No page ends with a line that ends a sentence inside the paragraph: nobody could tell
        whether the paragraph ended with it.
        """
        for n, line in enumerate(lines):
            self.need(together(lines[n:]) * style.size * self.look.leading)
            self.line(x, line, style)

    def line(self, x: float, text: str, style: Style, colour: Colour = BLACK) -> None:
        """Put a line of text, on the next page if it does not fit."""
        height = style.size * self.look.leading
        self.need(height)
        self.draw(Words(x, baseline(self.y, style, self.look), text, style, colour))
        self.y += height


def together(lines: Sequence[str]) -> int:
    """How many of a paragraph's lines must stand on one page with the first of them (at least one).

    It is kept with the next one where it ends a sentence.
    """
    count = 1
    while count < len(lines) and ends_sentence(lines[count - 1]):
        count += 1
    return count


def ends_sentence(line: str) -> bool:
    """Whether a line ends with the end of a sentence."""
    return line.rstrip().endswith(_SENTENCE_END)


def baseline(top: float, style: Style, look: Look) -> float:
    """The baseline of a line of text whose room begins at `top`."""
    return top + style.size * ((look.leading - 1) / 2 + _ASCENT)
