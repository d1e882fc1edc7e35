"""What a printed piece can have become, each with its colour, its letters and its words."""

from enum import Enum

from attrs import frozen

from ifo_followup.locating.values import Value

RGB = tuple[int, int, int]
_PALE = 0.26  # of the colour; the rest is the paper's white


@frozen
class Look:
    """How a kind is shown: letters beside the piece, words in the legend, and a colour."""

    letters: str
    words: str
    colour: RGB
    pale: float = _PALE

    @property
    def wash(self) -> RGB:
        """The colour thinned with white: what a piece is washed with, print still legible."""
        red, green, blue = (round(255 - (255 - part) * self.pale) for part in self.colour)
        return red, green, blue


class Kind(Enum):
    """What a printed piece became: part of which domain object, or why it is in none."""

    REPORT = Look("R", "title and names of the report", (69, 90, 100))
    GOAL = Look("G", "goal", (27, 120, 40))
    INDICATOR = Look("I", "indicator", (0, 131, 143))
    UNIT_RESULT = Look("U", "result of a unit", (110, 150, 0), 0.32)
    MONTHLY = Look("L", "light of a month", (190, 120, 60), 0.3)
    MONEY = Look("M", "money", (21, 90, 200))
    RISK = Look("K", "risk or opportunity", (230, 81, 0), 0.3)
    ASSIGNMENT = Look("A", "assignment", (120, 30, 160))
    MEASURE = Look("Å", "measure", (200, 20, 110))
    GUARANTEE = Look("Q", "quality guarantee", (70, 50, 190), 0.34)
    CALENDAR = Look("C", "entry of the yearly wheel", (121, 85, 72), 0.34)
    EVENT = Look("E", "important event", (0, 170, 130), 0.36)
    STATISTICS = Look("S", "statistics", (0, 160, 230), 0.3)
    SECTION = Look("T", "text of a section", (190, 150, 0), 0.22)
    TAKEN = Look("", "taken, no value of its own: heads, labels", (120, 135, 150), 0.22)
    FURNITURE = Look("", "page furniture: headers, footers, contents", (150, 150, 150), 0.0)
    UNCLAIMED = Look("?", "nobody took it", (213, 0, 0), 0.3)

    @property
    def look(self) -> Look:
        """How it is shown."""
        found: Look = self.value
        return found


# by the fields of a report
KINDS: dict[str, Kind] = {
    "goals": Kind.GOAL,
    "indicators": Kind.INDICATOR,
    "unit_results": Kind.UNIT_RESULT,
    "monthly_assessments": Kind.MONTHLY,
    "budget_tables": Kind.MONEY,
    "risks": Kind.RISK,
    "assignments": Kind.ASSIGNMENT,
    "measures": Kind.MEASURE,
    "guarantees": Kind.GUARANTEE,
    "calendar": Kind.CALENDAR,
    "events": Kind.EVENT,
    "statistics": Kind.STATISTICS,
    "title": Kind.REPORT,
    "board": Kind.REPORT,
    "department": Kind.REPORT,
    "area": Kind.REPORT,
    "sections": Kind.SECTION,
}


def kind_of(value: Value) -> Kind:
    """What the pieces became that a value was read from."""
    return KINDS[value.part]


TABLE_COLOUR: RGB = (40, 50, 60)
UNREAD_COLOUR: RGB = (200, 0, 160)
FINDING_COLOUR: RGB = (200, 40, 0)
HEAD_COLOUR: RGB = (140, 150, 165)

TABLE_WORDS = "table and its cells, as the reader saw them"
HEAD_WORDS = "rows of heads, where the reader can tell"
UNREAD_WORDS = "printed, but not read as a value"
FINDING_WORDS = "finding, by number"
