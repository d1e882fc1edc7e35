"""Values that cannot lie: each keeps the printed text, and where it was read.

A number is a `Decimal` with its unit and printed precision, or the reason why there is none; a
missing number can therefore never be mistaken for a zero.
"""

from decimal import Decimal
from enum import Enum

from attrs import field, frozen, validators


@frozen
class Box:
    """A rectangle on a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@frozen(kw_only=True)
class Place:
    """Where something stands: a page and box (PDF), or a range of lines (text), or neither.

    Raises:
        ValueError: a page or a line with a number below 1.
    """

    page: int | None = field(default=None, validator=validators.optional(validators.ge(1)))
    box: Box | None = None
    first_line: int | None = field(default=None, validator=validators.optional(validators.ge(1)))
    last_line: int | None = field(default=None, validator=validators.optional(validators.ge(1)))


@frozen(kw_only=True)
class Source:
    """Where a value was read: enough to put a finger on it.

    `text` holds the characters as printed. `table`, `row` and `column` say which cell, where it
    was one: the table's number in the document (1-based), the row's label and the column's header.
    """

    text: str
    place: Place = Place()
    table: int | None = None
    row: str | None = None
    column: str | None = None

    @property
    def page(self) -> int | None:
        """The 1-based page, or None for input without pages."""
        return self.place.page


_APART = "\n\n"  # what stands between the paragraphs of a text


@frozen
class Text:
    """A printed text: Swedish as it stands, typos included.

    `source` is where its first paragraph stands, `further` where the others do that were printed
    as pieces of their own.
    """

    text: str = field(validator=validators.min_len(1))
    source: Source
    further: tuple[Source, ...] = ()

    def source_at(self, position: int) -> Source:
        """Where the character at a position stands: the source of the piece that its paragraph is.

        `source` where that cannot be told, as for a position below 0.
        """
        if not self.further or position < 0:
            return self.source
        begin, end = self.text.rfind(_APART, 0, position), self.text.find(_APART, position)
        paragraph = self.text[max(0, begin) : end if end >= 0 else None]
        wanted = "".join(paragraph.split())
        pieces = (self.source, *self.further)
        return next((s for s in pieces if wanted in "".join(s.text.split())), self.source)

    def __str__(self) -> str:
        return self.text


class Missing(Enum):
    """Why there is no value."""

    BLANK = "blank"  # the cell is empty
    DASH = "dash"  # the report prints a dash
    NOT_MEASURED = "not_measured"  # the report says in words that nothing was measured
    LOST = "lost"  # printed as a picture or colour that the input does not carry
    UNREADABLE = "unreadable"  # something is printed that is not understood; see the findings
    SUPPRESSED = "suppressed"  # a small count that was held back: it could point at a person


class Unit(Enum):
    """What a number counts."""

    PERCENT = "percent"
    COUNT = "count"
    KR = "kr"
    TKR = "tkr"  # thousand kronor
    MNKR = "mnkr"  # million kronor (also printed Mkr, Msek, miljoner kronor)
    KR_PER_INHABITANT = "kr/inv"
    HOURS = "hours"


@frozen(kw_only=True)
class Number:
    """One printed number, or the reason there is none. Exactly one of the two is set.

    `decimals` is the number of printed decimals: the value is exact to half a unit of the last
    one (the reading of XBRL Calculations 1.1), which is what checks must compare with.

    Raises:
        ValueError: both or neither of `value` and `missing` are set, or the value is not finite.
    """

    value: Decimal | None = None
    missing: Missing | None = None
    unit: Unit | None = None
    decimals: int | None = None
    source: Source

    def __attrs_post_init__(self) -> None:
        if (self.value is None) == (self.missing is None):
            raise ValueError("a number holds either a value or the reason for its absence")
        if self.value is not None and not self.value.is_finite():
            raise ValueError("a number is finite")

    @property
    def text(self) -> str:
        """The characters as printed."""
        return self.source.text


class Verdict(Enum):
    """The closed list of assessments; the printed words stay beside it."""

    FULFILLED = "fulfilled"
    LARGELY_FULFILLED = "largely_fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    CONTRIBUTES = "contributes"
    DOES_NOT_CONTRIBUTE = "does_not_contribute"
    NOT_ASSESSABLE = "not_assessable"
    NO_OUTCOME = "no_outcome"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@frozen(kw_only=True)
class Assessment:
    """A printed assessment: its code, or why there is none, and the words.

    An assessment shown only as a colour has an empty `source.text`. Unknown words have
    `missing=Missing.UNREADABLE` and are kept in `source.text`.

    Raises:
        ValueError: both or neither of `verdict` and `missing` are set.
    """

    verdict: Verdict | None = None
    missing: Missing | None = None
    source: Source

    def __attrs_post_init__(self) -> None:
        if (self.verdict is None) == (self.missing is None):
            raise ValueError("an assessment holds either a verdict or the reason for its absence")

    @property
    def text(self) -> str:
        """The words as printed, "" where only a colour was."""
        return self.source.text
