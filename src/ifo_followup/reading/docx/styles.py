"""Styles: what a paragraph is (heading, list, contents) and how its text looks."""

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from ifo_followup.document import Colour
from ifo_followup.reading.docx.properties import PLAIN, Look, look, number, shade, toggle
from ifo_followup.reading.docx.xml import Node

# styles are based on styles; Word itself stops long before this
_MAX_CHAIN = 32
_HEADING = re.compile(r"(?:heading|rubrik|överskrift) ?([1-9])")
_CONTENTS = re.compile(r"(?:toc|innehåll) ?[1-9]")
_CONTENTS_HEADINGS = frozenset(
    ("toc heading", "tocheading", "innehållsförteckningsrubrik", "contents heading")
)
_LIST = re.compile(r"(?:list bullet|list number|punktlista|numrerad lista) ?([2-9]?)")
_TITLES = frozenset(("title", "titel"))


@frozen(kw_only=True)
class ParagraphStyle:
    """A paragraph style with everything it is based on.

    `heading` is its level if it is one, `listed` its level if its name is one of Word's list
    styles, `numbering` the list it belongs to and the level there.
    """

    heading: int | None = None
    listed: int | None = None
    contents: bool = False
    look: Look = PLAIN
    background: Colour | None = None
    numbering: str | None = None
    level: int | None = None
    indent: int = 0


@frozen(kw_only=True)
class TableStyle:
    """A table style: whether its first row stands out, and whether it shades anything."""

    first_row_bold: bool = False
    first_row_fill: Colour | None = None
    shades: bool = False


@define
class Styles:
    """The style sheet, resolved on demand."""

    _nodes: dict[str, Node]
    _default_paragraph: str | None
    _defaults: Look
    _paragraphs: dict[str | None, ParagraphStyle] = field(factory=dict, init=False)
    _characters: dict[str, Look] = field(factory=dict, init=False)

    @classmethod
    def read(cls, root: Node | None) -> "Styles":
        """Read `styles.xml`; a document without one has no styles."""
        if root is None:
            return cls({}, None, PLAIN)
        nodes: dict[str, Node] = {}
        default = None
        for node in root.children:
            if node.tag != "w:style":
                continue
            identity = node.attributes.get("w:styleId", "")
            nodes.setdefault(identity, node)
            if node.attributes.get("w:type") == "paragraph" and node.attributes.get(
                "w:default", "0"
            ) not in ("0", "false"):
                default = identity
        return cls(nodes, default, look(root.find("w:docDefaults", "w:rPrDefault", "w:rPr")))

    def paragraph(self, identity: str | None) -> ParagraphStyle:
        """The style of a paragraph; an unknown one is judged by its name alone."""
        if identity is None:
            identity = self._default_paragraph
        if identity not in self._paragraphs:
            self._paragraphs[identity] = self._resolve(identity)
        return self._paragraphs[identity]

    def character(self, identity: str | None) -> Look:
        """How a character style looks."""
        if identity is None:
            return PLAIN
        if identity not in self._characters:
            found = PLAIN
            for node in self._chain(identity):
                found = found.over(look(node.child("w:rPr")))
            self._characters[identity] = found
        return self._characters[identity]

    def table(self, identity: str | None) -> TableStyle:
        """What a table style does to the first row."""
        bold, fill, shades = False, None, False
        for node in self._chain(identity):
            for part in node.children:
                cell_fill = shade(part.find("w:tcPr", "w:shd"))
                shades = shades or cell_fill is not None
                if part.tag == "w:tblStylePr" and part.attributes.get("w:type") == "firstRow":
                    fill = fill or cell_fill
                    properties = part.child("w:rPr")
                    bold = bold or bool(properties and toggle(properties, "w:b"))
            shades = shades or shade(node.find("w:tcPr", "w:shd")) is not None
        return TableStyle(first_row_bold=bold, first_row_fill=fill, shades=shades)

    def _chain(self, identity: str | None) -> Iterator[Node]:
        for _ in range(_MAX_CHAIN):
            node = self._nodes.get(identity) if identity is not None else None
            if node is None:
                return
            yield node
            identity = node.value("w:basedOn")

    def _resolve(self, identity: str | None) -> ParagraphStyle:
        chain = list(self._chain(identity))
        names = [(node.value("w:name") or "").lower() for node in chain]
        if not chain and identity:
            # without the style sheet the id is all there is: "Heading1", "Rubrik1"
            names = [identity.lower()]
        found = PLAIN
        heading = background = numbering = level = indent = None
        for node in chain:
            found = found.over(look(node.child("w:rPr")))
            properties = node.child("w:pPr")
            if properties is None:
                continue
            outline = number(properties.value("w:outlineLvl"))
            if heading is None and outline is not None:
                heading = outline + 1
            background = background or shade(properties.child("w:shd"))
            numbering = numbering or properties.value("w:numPr", "w:numId")
            if level is None:
                level = number(properties.value("w:numPr", "w:ilvl"))
            if indent is None:
                indent = left_indent(properties)
        named = _named_heading(names)
        heading = named or (heading if heading is not None and 1 <= heading <= 9 else None)
        return ParagraphStyle(
            heading=heading,
            listed=_named_list(names),
            contents=any(_CONTENTS.fullmatch(n) or n in _CONTENTS_HEADINGS for n in names[:1]),
            look=found.over(self._defaults),
            background=background,
            numbering=numbering,
            level=level,
            indent=indent or 0,
        )


def left_indent(properties: Node) -> int | None:
    """The left indent of a `w:pPr` in twentieths of a point."""
    node = properties.child("w:ind")
    if node is None:
        return None
    return number(node.attributes.get("w:left") or node.attributes.get("w:start"))


def _named_heading(names: list[str]) -> int | None:
    for name in names:
        match = _HEADING.fullmatch(name)
        if match:
            return int(match.group(1))
        if name in _TITLES:
            return 1
    return None


def _named_list(names: list[str]) -> int | None:
    for name in names:
        match = _LIST.fullmatch(name) or _LIST.fullmatch(name.replace("list", "list ", 1))
        if match:
            return int(match.group(1) or 1)
    return None
