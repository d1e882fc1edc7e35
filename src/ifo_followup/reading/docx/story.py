"""Paragraphs and tables of one part of the file, in order, whatever they are wrapped in."""

import re
from collections.abc import Iterator

from attrs import define, evolve

from ifo_followup.document import Colour, Table
from ifo_followup.limits import Limits
from ifo_followup.reading.docx.drawings import alternative
from ifo_followup.reading.docx.inline import Inline, InlineReader, paragraph_text
from ifo_followup.reading.docx.notes import Notes
from ifo_followup.reading.docx.numbering import Numbering
from ifo_followup.reading.docx.para import PAPER, UNKNOWN, Background, Para
from ifo_followup.reading.docx.properties import look, number, shade
from ifo_followup.reading.docx.styles import ParagraphStyle, Styles, left_indent
from ifo_followup.reading.docx.tables import read_table
from ifo_followup.reading.docx.xml import Node

_BULLET = re.compile(r"[-–—•·▪◦‣●■\uf0b7\uf0a7][ \t\u00a0]\s{0,20}(?=\S)")
_ENTRY = re.compile(r"\t\d{1,4}$")
# a space typed before a bullet sets it in about as far as this (twentieths of a point)
_SPACE = 120
_REMOVED = frozenset(("w:del", "w:moveFrom"))


@define
class Story:
    """Reads the paragraphs and tables of one part."""

    styles: Styles
    numbering: Numbering
    inline: InlineReader
    notes: Notes
    limits: Limits

    def items(self, container: Node, background: Background = PAPER) -> Iterator[Para | Table]:
        """Paragraphs and tables below a node; text boxes follow the paragraph they hang on."""
        for child in container.children:
            match child.tag:
                case "w:p":
                    yield from self._paragraph(child, background)
                case "w:tbl":
                    yield from self._table(child, background)
                case "mc:AlternateContent":
                    yield from self.items(alternative(child), background)
                case "w:sdt":
                    yield from self._control(child, background)
                case "w:altChunk":
                    self.notes.add("embedded documents not read")
                case tag if tag in _REMOVED:
                    self.notes.add("deleted blocks (tracked changes) left out")
                case "w:r" | "w:t":
                    # runs outside any paragraph: not allowed, but no reason to lose text
                    loose = Node("w:p", {})
                    loose.children = [child]
                    yield from self._paragraph(loose, background)
                case _ if child.children:
                    yield from self.items(child, background)

    def _control(self, control: Node, background: Background) -> Iterator[Para | Table]:
        gallery = control.find("w:sdtPr", "w:docPartObj", "w:docPartGallery")
        contents = gallery is not None and gallery.attributes.get("w:val") == "Table of Contents"
        content = control.child("w:sdtContent")
        for item in self.items(content, background) if content is not None else ():
            if contents and isinstance(item, Para):
                yield evolve(item, contents=True)
            else:
                yield item

    def _table(self, node: Node, background: Background) -> Iterator[Para | Table]:
        rows = [part for part in node.children if part.tag == "w:tr"]
        cells = [part for part in rows[0].children if part.tag == "w:tc"] if len(rows) == 1 else []
        if len(cells) == 1 and any(part.tag == "w:tbl" for part in cells[0].walk()):
            # a frame around other tables: its content is what was meant
            yield from self.items(cells[0], UNKNOWN)
            return
        table = read_table(node, background, self.items, self.styles, self.notes, self.limits)
        if table is not None:
            yield table

    def _paragraph(self, node: Node, background: Background) -> Iterator[Para | Table]:
        properties = node.child("w:pPr") or Node("w:pPr", {})
        style = self.styles.paragraph(properties.value("w:pStyle"))
        found = self.inline.read(node, style.look)
        shading = shade(properties.child("w:shd")) or style.background
        para = self._para(found, properties, style, background, shading)
        mark_look = look(properties.child("w:rPr"))
        if para.text or para.hidden or para.mark is not None:
            yield para
        elif mark_look.background is not None:
            # an empty paragraph can still colour its cell
            yield evolve(para, fill=mark_look.background)
        for box in found.boxes:
            yield from self.items(box, UNKNOWN)

    def _para(
        self,
        found: Inline,
        properties: Node,
        style: ParagraphStyle,
        background: Background,
        shading: Colour | None,
    ) -> Para:
        raw, hidden = found.visible(shading or background.colour, known=background.known)
        text = paragraph_text(raw, tabs=True)
        outline = number(properties.value("w:outlineLvl"))
        heading = style.heading
        if outline is not None:
            heading = outline + 1 if 0 <= outline < 9 else None
        listed, prefix = self._numbered(properties, style, empty=not text)
        contents = style.contents or (
            found.contents_field and bool(_ENTRY.search(text) or found.linked)
        )
        bullet = _BULLET.match(text) if listed is None and heading is None else None
        own_indent = left_indent(properties)
        spaces = len(raw) - len(raw.lstrip(" \u00a0"))
        if heading is not None and text:
            text = paragraph_text(f"{prefix} {text}".strip())
        return Para(
            text=text,
            hidden=paragraph_text(hidden),
            heading=heading if text else None,
            listed=None if heading is not None else listed,
            bullet=bullet is not None,
            indent=(style.indent if own_indent is None else own_indent) + spaces * _SPACE,
            contents=contents,
            strong=found.strong(),
            mark=found.marks[0] if found.marks else None,
            fill=shading or found.background(),
        )

    def _numbered(
        self, properties: Node, style: ParagraphStyle, *, empty: bool
    ) -> tuple[int | None, str]:
        """The list level of a paragraph, and its number."""
        identity = properties.value("w:numPr", "w:numId") or style.numbering
        if identity is None or identity == "0":
            return (style.listed if identity is None else None), ""
        own = number(properties.value("w:numPr", "w:ilvl"))
        at = own if own is not None else style.level or 0
        # "List Bullet 2" is the first level of a list of its own
        level = max(at + 1, style.listed or 1)
        # Word counts an empty numbered paragraph too
        prefix = self.numbering.count(identity, at)
        return (None if empty else level), prefix


def split_bullet(text: str) -> str:
    """The text behind a typed bullet."""
    match = _BULLET.match(text)
    return text[match.end() :] if match else text
