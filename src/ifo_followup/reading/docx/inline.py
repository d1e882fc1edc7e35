"""What stands inside a paragraph: text with its looks, marks, text boxes and fields."""

import re

from attrs import Factory, define, frozen

from ifo_followup.document import Colour
from ifo_followup.reading import colours
from ifo_followup.reading.docx.drawings import Drawings, alternative
from ifo_followup.reading.docx.notes import Notes
from ifo_followup.reading.docx.properties import PLAIN, Look, look
from ifo_followup.reading.docx.styles import Styles
from ifo_followup.reading.docx.symbols import LOST, MARKS, symbol
from ifo_followup.reading.docx.xml import Node
from ifo_followup.swedish.text import join_lines

# half points; text this small is there for machines
_INVISIBLE_SIZE = 2
_SYMBOL_CODE = re.compile("[\uf020-\uf0ff]")
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "",
}
_SILENT = frozenset(("w:rPr", "w:pPr", "w:fldData", "w:sdtPr", "w:sdtEndPr", "w:ffData", "w:rt"))
_CONTROLS = frozenset(("w:sym", "w:delText", "w:fldChar", "w:instrText"))
_DELETIONS = "deleted characters (tracked changes) left out"
_DELETED = frozenset(("w:del", "w:moveFrom"))
_DRAWN = frozenset(("w:drawing", "w:pict", "w:object"))
_TEXT = frozenset(("w:t", "m:t", "a:t"))


@frozen
class Piece:
    """A stretch of text in one look."""

    text: str
    look: Look


@define
class Inline:
    """The content of one paragraph, as it is collected."""

    pieces: list[Piece] = Factory(list)
    marks: list[Colour] = Factory(list)
    boxes: list[Node] = Factory(list)
    contents_field: bool = False
    linked: bool = False

    def visible(self, background: Colour | None, *, known: bool = True) -> tuple[str, str]:
        """The text that can be seen on this background, and the text that cannot.

        `known` is False where the background is not known: nothing is invisible for its colour.
        """
        shown: list[str] = []
        hidden: list[str] = []
        for piece in self.pieces:
            target = hidden if _invisible(piece.look, background, known=known) else shown
            target.append(piece.text)
        return "".join(shown), "".join(hidden)

    def strong(self) -> bool:
        """Whether all of the text is bold."""
        printed = [piece for piece in self.pieces if piece.text.strip()]
        return bool(printed) and all(piece.look.bold for piece in printed)

    def background(self) -> Colour | None:
        """The shading that all of the text shares."""
        printed = {piece.look.background for piece in self.pieces if piece.text.strip()}
        return printed.pop() if len(printed) == 1 else None


@define
class InlineReader:
    """Reads runs; remembers which fields are open, for they reach over paragraphs."""

    styles: Styles
    drawings: Drawings
    notes: Notes
    fields: list[str] = Factory(list)

    def read(self, paragraph: Node, base: Look) -> Inline:
        """Read one `w:p`; `base` is how its style looks."""
        found = Inline(contents_field=self._in_contents())
        self._content(paragraph, base, found)
        found.contents_field = found.contents_field or self._in_contents()
        return found

    def _in_contents(self) -> bool:
        return any(code.lstrip().upper().startswith("TOC") for code in self.fields)

    def _content(self, node: Node, base: Look, found: Inline) -> None:
        """Everything below a node: whatever wraps a run, the run is read."""
        for child in node.children:
            tag = child.tag
            if tag == "w:r":
                self._run(child, base, found)
            elif tag in _SILENT:
                continue
            elif tag in _DELETED:
                self.notes.add(_DELETIONS, _length(child))
            elif tag == "mc:AlternateContent":
                self._content(alternative(child), base, found)
            elif tag in _TEXT:
                found.pieces.append(Piece(child.text, base))
            elif tag in _DRAWN:
                self._drawn(child, found)
            elif child.children:
                found.linked = found.linked or tag == "w:hyperlink"
                self._content(child, base, found)

    def _run(self, run: Node, base: Look, found: Inline) -> None:
        properties = run.child("w:rPr")
        own = base
        font = None
        if properties is not None:
            style = self.styles.character(properties.value("w:rStyle"))
            own = look(properties).over(style).over(base)
            fonts = properties.child("w:rFonts")
            font = fonts.attributes.get("w:ascii") if fonts is not None else None
        self._run_content(run, own, font, found)

    def _run_content(self, run: Node, own: Look, font: str | None, found: Inline) -> None:
        for child in run.children:
            tag = child.tag
            if tag in _TEXT:
                self._text(child.text, own, font, found)
            elif tag in _SIGNS:
                found.pieces.append(Piece(_SIGNS[tag], own))
            elif tag in _DRAWN:
                self._drawn(child, found)
            elif tag == "mc:AlternateContent":
                self._run_content(alternative(child), own, font, found)
            elif tag == "w:br":
                # a page or column break is no line end of the text
                if child.attributes.get("w:type", "textWrapping") == "textWrapping":
                    found.pieces.append(Piece("\n", own))
            elif tag in _CONTROLS:
                self._control(child, own, found)
            elif tag not in _SILENT and child.children:
                # ruby text and whatever else wraps runs inside a run
                self._content(child, own, found)

    def _control(self, node: Node, own: Look, found: Inline) -> None:
        match node.tag:
            case "w:sym":
                sign = symbol(node.attributes.get("w:font"), node.attributes.get("w:char"))
                self._text(sign, own, None, found)
                self.notes.add("signs of a symbol font not known", int(sign == LOST))
            case "w:delText":
                self.notes.add(_DELETIONS, len(node.text))
            case "w:fldChar":
                self._field(node)
            case _ if self.fields:
                self.fields[-1] = (self.fields[-1] + node.text)[:100]

    def _text(self, text: str, own: Look, font: str | None, found: Inline) -> None:
        if font is not None and _SYMBOL_CODE.search(text):
            text = _SYMBOL_CODE.sub(lambda m: symbol(font, f"{ord(m.group()):x}"), text)
            self.notes.add("signs of a symbol font not known", text.count(LOST))
        if own.colour is not None and own.colour != colours.WHITE and _is_mark(text, own.colour):
            found.marks.append(own.colour)
            return
        found.pieces.append(Piece(text, own))

    def _field(self, node: Node) -> None:
        kind = node.attributes.get("w:fldCharType")
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _drawn(self, node: Node, found: Inline) -> None:
        drawn = self.drawings.read(node)
        found.boxes.extend(drawn.boxes)
        found.marks.extend(drawn.marks)
        found.pieces.extend(Piece(text, PLAIN) for text in drawn.texts)


def paragraph_text(raw: str, *, tabs: bool = False) -> str:
    """Join the lines of a paragraph; tabs stay where `tabs` is set, else they are spaces."""
    if not tabs:
        return join_lines(raw.replace("\t", " ").split("\n"))
    parts = [join_lines(part.split("\n")) for part in raw.split("\t")]
    return "\t".join(parts).strip()


def _is_mark(text: str, colour: Colour) -> bool:
    signs = text.strip()
    coloured = max(colour.red, colour.green, colour.blue) - min(
        colour.red, colour.green, colour.blue
    )
    # grey and black bullets are only bullets
    return 0 < len(signs) <= 3 and set(signs) <= MARKS and coloured > 40


def _invisible(own: Look, background: Colour | None, *, known: bool) -> bool:
    if own.vanish or (own.size is not None and own.size <= _INVISIBLE_SIZE):
        return True
    if not known or own.colour is None:
        return False
    return own.colour == (own.background or background or colours.WHITE)


def _length(node: Node) -> int:
    return sum(len(n.text) for n in node.walk() if n.tag in ("w:t", "w:delText"))
