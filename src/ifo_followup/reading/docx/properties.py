"""Run properties: how a stretch of text looks, as far as reading needs to know."""

from attrs import frozen

from ifo_followup.document import Colour
from ifo_followup.reading import colours
from ifo_followup.reading.docx.xml import Node

_OFF = ("0", "false", "off")


@frozen(kw_only=True)
class Look:
    """What is said about a run; None is "not said here". `background` is shading or highlight."""

    bold: bool | None = None
    vanish: bool | None = None
    colour: Colour | None = None
    background: Colour | None = None
    size: int | None = None

    def over(self, below: "Look") -> "Look":
        """Combine with a look below: what is said here wins."""
        return Look(
            bold=below.bold if self.bold is None else self.bold,
            vanish=below.vanish if self.vanish is None else self.vanish,
            colour=self.colour or below.colour,
            background=self.background or below.background,
            size=self.size or below.size,
        )


PLAIN = Look()


def look(properties: Node | None) -> Look:
    """Read a `w:rPr`."""
    if properties is None or not properties.children:
        return PLAIN
    background = shade(properties.child("w:shd"))
    if background is None:
        background = colours.fill(properties.value("w:highlight"))
    return Look(
        bold=toggle(properties, "w:b"),
        vanish=toggle(properties, "w:vanish"),
        colour=colours.colour(properties.value("w:color")),
        background=background,
        size=number(properties.value("w:sz")),
    )


def shade(node: Node | None) -> Colour | None:
    """The colour of a `w:shd`, None for none and white."""
    if node is None:
        return None
    if node.attributes.get("w:val") == "solid":
        return colours.fill(node.attributes.get("w:color"))
    return colours.fill(node.attributes.get("w:fill"))


def toggle(properties: Node, tag: str) -> bool | None:
    """An on/off property; None when it is not there."""
    node = properties.child(tag)
    return None if node is None else node.attributes.get("w:val", "1") not in _OFF


def number(text: str | None) -> int | None:
    """A small integer, None for anything else; "1.5" is 1."""
    if not text:
        return None
    try:
        value = int(float(text[:20]))
    except (ValueError, OverflowError):
        return None
    return value if abs(value) < 10**7 else None
