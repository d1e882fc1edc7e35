"""What a drawn colour says where a traffic light is expected.

The rule is by hue, so that pale cell shading and bright dots of the same light agree: green has its
largest channel in green, red in red with green well below, yellow has red and green both high and
blue low. Grey, blue, white and black are no light: an icon that lost its colour stays lost.
"""

from ifo_followup.document import Cell, Colour
from ifo_followup.model.values import Missing, Verdict
from ifo_followup.swedish.words import ASSESSMENTS

_LEAST_CHROMA = 16  # out of 255: below it a colour is grey
LIGHTS = frozenset((Verdict.GREEN, Verdict.YELLOW, Verdict.RED))


def light_of(colour: Colour | None) -> Verdict | None:
    """The light that a colour is, None for a colour that is none."""
    if colour is None:
        return None
    red, green, blue = colour.red, colour.green, colour.blue
    high, low = max(red, green, blue), min(red, green, blue)
    if high - low < _LEAST_CHROMA or blue >= max(red, green):
        return None
    if green >= red:
        # yellow-green counts as green only where red is clearly weaker
        return Verdict.YELLOW if green - red < (high - low) * 0.12 else Verdict.GREEN
    # hue from red (0) to yellow (1)
    hue = (green - blue) / (high - low)
    return Verdict.YELLOW if hue > 0.4 else Verdict.RED


def verdict_of(cell: Cell) -> Verdict | Missing:
    """The assessment in a cell: its words, else a mark drawn in it, else its shading."""
    if cell.text.strip():
        return ASSESSMENTS.lookup(cell.text) or Missing.UNREADABLE
    found = light_of(cell.mark) or light_of(cell.fill)
    if found is not None:
        return found
    return Missing.LOST if cell.mark is not None else Missing.BLANK
