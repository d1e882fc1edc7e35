"""How a document looks in print. It says nothing of what stands in it."""

from collections.abc import Callable
from enum import Enum
from itertools import pairwise
from typing import Any

from attrs import Attribute, field, frozen, validators

from ifo_followup.document import Colour

# the largest page and the smallest type that anybody prints a report with (points)
_PAGE = (200.0, 2_000.0)
_TYPE = (5.0, 24.0)


class Typeface(Enum):
    """The type: three that every PDF reader has, and Vera, which goes into the file."""

    HELVETICA = "Helvetica"
    TIMES = "Times"
    COURIER = "Courier"
    VERA = "Vera"


class Rules(Enum):
    """What is drawn of a table: all lines, lines between rows, stripes, or nothing."""

    GRID = "grid"
    ROWS = "rows"
    STRIPES = "stripes"
    NONE = "none"


class Light(Enum):
    """How a cell shows a traffic light whose word it holds.

    `GIVEN` leaves the cell as it is. Where the word goes, plain text has lost the light.
    """

    GIVEN = "given"
    WORD_AND_FILL = "word_and_fill"
    FILL = "fill"
    SHAPE = "shape"


def _numbered(_: object, attribute: "Attribute[str]", value: str) -> None:
    try:
        value.format(page=1, pages=1)
    except (LookupError, ValueError) as error:
        raise ValueError(f'{attribute.name} is not like "{{page}} ({{pages}})"') from error


def _falling(
    _: object, attribute: "Attribute[tuple[float, ...]]", sizes: tuple[float, ...]
) -> None:
    if not sizes or sizes[-1] < 1 or any(a <= b for a, b in pairwise(sizes)):
        raise ValueError(f"{attribute.name} fall from the largest heading's to at least 1")


def _between(least: float, most: float) -> Callable[[object, "Attribute[Any]", Any], None]:
    # int or float
    def check(_: object, attribute: "Attribute[Any]", value: float) -> None:
        if not least <= value <= most:
            raise ValueError(f"{attribute.name} is {value}, not between {least} and {most}")

    return check


@frozen(kw_only=True)
class Look:
    """How a document is printed. Lengths are points (1/72 inch), widths of text characters.

    Attributes:
        page_width, page_height: the sheet; A4 upright unless told.
        side_margin, end_margin: white left and right, and above and below the text. The running
            header and footer stand in the white.
        typeface, size: of running text. Word is told a typeface of the same sort.
        table_size: type in tables; a table too wide is set in smaller type.
        leading: from line to line, in parts of the type's size.
        heading_sizes: of heading levels, in parts of `size`; further levels are slanted.
        heading_colour: None is black.
        rules: what is drawn of a table.
        header_fill, header_strong: how header rows stand out.
        repeat_headers: whether a table repeats its header rows on the next page.
        rows_break: whether a row that does not fit goes on over the page break; else it begins
            the next page, if it has room there.
        stretch: whether tables are as wide as the text.
        hyphenate: whether a word too wide for its column may be divided. A soft hyphen
            (U+00AD) in a text always says where it may be.
        light: how a traffic light is shown.
        bullets: the signs of list levels; further levels take the last one.
        chapters_break: whether each heading of the first level begins a page.
        running: whether the document's header and footer are printed.
        page_number: its wording, with {page} and {pages}; "" for none.
        line_width, cell_width: characters of a line, and at most of a cell, in plain text.
        rows_apart: whether in plain text an empty line follows a row of one line too.
        empty_spaces: spaces that an empty cell holds in plain text, besides those around it.
        tabbed: whether plain text has a line for each row, tabs between cells, and breaks no
            lines; nothing of the other widths and gaps then matters.
        trailing_spaces: whether every line of plain text ends with a space.
        double_spaced: whether an empty line follows every line of plain text.
    """

    page_width: float = field(default=595.3, validator=_between(*_PAGE))
    page_height: float = field(default=841.9, validator=_between(*_PAGE))
    side_margin: float = field(default=62.0, validator=validators.ge(0))
    end_margin: float = field(default=84.0, validator=validators.ge(20))
    typeface: Typeface = field(
        default=Typeface.HELVETICA, validator=validators.instance_of(Typeface)
    )
    size: float = field(default=10.5, validator=_between(*_TYPE))
    table_size: float = field(default=9.0, validator=_between(*_TYPE))
    leading: float = field(default=1.25, validator=_between(1.0, 2.0))
    heading_sizes: tuple[float, ...] = field(default=(1.8, 1.45, 1.3, 1.18), validator=_falling)
    heading_colour: Colour | None = None
    rules: Rules = field(default=Rules.GRID, validator=validators.instance_of(Rules))
    header_fill: Colour | None = Colour(217, 226, 243)
    header_strong: bool = True
    repeat_headers: bool = True
    rows_break: bool = False
    stretch: bool = True
    hyphenate: bool = False
    light: Light = field(default=Light.GIVEN, validator=validators.instance_of(Light))
    bullets: tuple[str, ...] = field(default=("•", "–"), validator=validators.min_len(1))
    chapters_break: bool = False
    running: bool = True
    page_number: str = field(default="{page} ({pages})", validator=_numbered)
    line_width: int = field(default=100, validator=_between(20, 1_000))
    cell_width: int = field(default=34, validator=_between(4, 1_000))
    rows_apart: bool = True
    empty_spaces: int = field(default=0, validator=_between(0, 1))
    tabbed: bool = False
    trailing_spaces: bool = False
    double_spaced: bool = False

    def __attrs_post_init__(self) -> None:
        if self.text_width < 10 * self.size or self.text_height < 10 * self.size:
            raise ValueError("the margins leave no room for text")

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.page_width - 2 * self.side_margin

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.page_height - 2 * self.end_margin

    def bullet(self, level: int) -> str:
        """The sign of a list level, 1 for the outermost."""
        return self.bullets[min(level, len(self.bullets)) - 1]

    def heading_size(self, level: int) -> float:
        """The type size of a heading level, 1 for the largest."""
        return self.size * self.heading_sizes[min(level, len(self.heading_sizes)) - 1]


PLAIN = Look()
