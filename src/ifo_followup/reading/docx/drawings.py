"""Drawings in a paragraph: text boxes, small marks, and pictures that cannot be read."""

import re

from attrs import Factory, define

from ifo_followup.document import Colour
from ifo_followup.errors import UnreadableDocument
from ifo_followup.reading import colours
from ifo_followup.reading.docx.notes import Notes
from ifo_followup.reading.docx.package import Package, Relation
from ifo_followup.reading.docx.properties import number
from ifo_followup.reading.docx.xml import Node
from ifo_followup.reading.images import dominant_colour

# a mark is at most 2 cm wide and high (English metric units)
_MARK_SIZE = 720_000
_EMU = {"pt": 12_700, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": 9_525}
_LENGTH = re.compile(r"(?<![\w-])(width|height):\s{0,3}(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm|px)")
_VML_SHAPES = frozenset(("v:shape", "v:oval", "v:rect", "v:roundrect"))
# marks looked at in one drawing; a diagram of thousands of shapes is no mark
_MAX_SHAPES = 50


@define
class Drawn:
    """What one drawing holds."""

    boxes: list[Node] = Factory(list)
    marks: list[Colour] = Factory(list)
    texts: list[str] = Factory(list)


@define
class Drawings:
    """Reads drawings; knows the pictures of the part they stand in."""

    package: Package
    relations: dict[str, Relation]
    notes: Notes
    _pictures: dict[str, Colour | None] = Factory(dict)

    def read(self, node: Node) -> Drawn:
        """Read a `w:drawing`, `w:pict` or `w:object`."""
        found = Drawn()
        shapes: list[Node] = []
        # the text of a box is read by whoever reads paragraphs, so it is not looked into
        stack = [node]
        while stack:
            part = stack.pop()
            if part.tag == "w:txbxContent":
                found.boxes.append(part)
                continue
            if part.tag == "mc:AlternateContent":
                stack.append(alternative(part))
                continue
            if part.tag == "a:t":
                found.texts.append(part.text)
            elif part.tag in ("a:blip", "v:imagedata", "wps:spPr", *_VML_SHAPES):
                shapes.append(part)
            elif part.tag in ("c:chart", "dgm:relIds"):
                self.notes.add("charts or diagrams not read")
            elif part.tag == "o:OLEObject":
                self.notes.add("embedded objects not read")
            stack.extend(reversed(part.children))
        self._shapes(node, shapes[:_MAX_SHAPES], found)
        return found

    def _shapes(self, node: Node, shapes: list[Node], found: Drawn) -> None:
        small = _is_small(node)
        for shape in shapes:
            if shape.tag in ("a:blip", "v:imagedata"):
                colour = self._picture(shape) if small else None
                if colour is None:
                    self.notes.add("pictures not read")
            else:
                colour = _shape_fill(shape) if small and not found.boxes else None
            if colour is not None:
                found.marks.append(colour)

    def _picture(self, blip: Node) -> Colour | None:
        get = blip.attributes.get
        relation = self.relations.get(get("r:embed") or get("r:id") or "")
        if relation is None or not relation.target.lower().endswith(".png"):
            return None
        if relation.target not in self._pictures:
            self._pictures[relation.target] = self._colour(relation.target)
        return self._pictures[relation.target]

    def _colour(self, part: str) -> Colour | None:
        try:
            return dominant_colour(self.package.archive.read(part))
        except UnreadableDocument:
            # a broken or missing picture is no reason to give up the text
            return None


def alternative(node: Node) -> Node:
    """The one branch of `mc:AlternateContent` to read: the first that has any text.

    Choice and Fallback hold the same text for newer and older programs; reading both would
    double it.
    """
    branches = [child for child in node.children if child.tag in ("mc:Choice", "mc:Fallback")]
    for branch in branches:
        if any(
            part.tag in ("w:t", "w:sym", "a:t") and part is not branch for part in branch.walk()
        ):
            return branch
    return branches[0] if branches else Node("mc:Choice", {})


def _is_small(node: Node) -> bool:
    for part in node.walk():
        if part.tag == "wp:extent":
            sides = [number(part.attributes.get(side)) for side in ("cx", "cy")]
            return all(side is not None and 0 < side <= _MARK_SIZE for side in sides)
        if part.tag in _VML_SHAPES:
            style = part.attributes.get("style", "")[:2000]
            lengths = {m[1]: float(m[2]) * _EMU[m[3]] for m in _LENGTH.finditer(style)}
            return len(lengths) == 2 and all(0 < n <= _MARK_SIZE for n in lengths.values())
    return False


def _shape_fill(shape: Node) -> Colour | None:
    if shape.tag in _VML_SHAPES:
        if shape.attributes.get("filled") in ("f", "false", "0"):
            return None
        return colours.fill(shape.attributes.get("fillcolor"))
    fill = shape.child("a:solidFill")
    for colour in fill.children if fill is not None else ():
        get = colour.attributes.get
        return colours.fill(get("lastClr") or get("val"))
    return None
