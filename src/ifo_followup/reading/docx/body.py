"""From paragraphs and tables to blocks: headings, lists, running text, contents."""

from collections.abc import Iterable

from attrs import define, field

from ifo_followup.document import (
    Block,
    Furniture,
    FurnitureKind,
    Heading,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.model.values import Place
from ifo_followup.reading.contents import is_contents_heading
from ifo_followup.reading.docx.notes import Notes
from ifo_followup.reading.docx.para import Para
from ifo_followup.reading.docx.story import split_bullet

# bullets set in by less than this stand at the same level (twentieths of a point)
_SAME_INDENT = 60
_NOWHERE = Place()


@define
class Blocks:
    """Collects the blocks of a document."""

    notes: Notes
    blocks: list[Block] = field(factory=list, init=False)
    furniture: list[Furniture] = field(factory=list, init=False)
    _contents: list[str] = field(factory=list, init=False)
    _indents: list[int] = field(factory=list, init=False)

    def extend(self, items: Iterable[Para | Table]) -> None:
        """Add paragraphs and tables in reading order."""
        for item in items:
            if isinstance(item, Para) and item.contents:
                self._open_contents()
                self._contents.append(item.text)
                continue
            self._close_contents()
            if isinstance(item, Table):
                self._indents.clear()
                self.blocks.append(item)
            else:
                self.notes.hide(item.hidden)
                self._paragraph(item)
        self._close_contents()

    def _paragraph(self, para: Para) -> None:
        if not para.text and para.mark is None:
            return
        if para.bullet or para.listed is not None:
            text = split_bullet(para.text) if para.bullet else para.text
            level = self._level(para.indent) if para.listed is None else para.listed
            self.blocks.append(ListItem(text=text, level=level, place=_NOWHERE))
            if para.mark is not None:
                self.notes.add("marks before list items left out")
            return
        self._indents.clear()
        if para.heading is not None:
            self.blocks.append(Heading(text=para.text, level=para.heading, place=_NOWHERE))
            return
        self.blocks.append(
            Paragraph(text=para.text, place=_NOWHERE, strong=para.strong, mark=para.mark)
        )

    def _level(self, indent: int) -> int:
        """The level of a typed bullet: how many smaller indents stand above it in its list."""
        while self._indents and self._indents[-1] > indent + _SAME_INDENT:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent - _SAME_INDENT:
            self._indents.append(indent)
        return len(self._indents)

    def _open_contents(self) -> None:
        if self._contents or not self.blocks:
            return
        last = self.blocks[-1]
        if isinstance(last, Paragraph | Heading) and is_contents_heading(last.text):
            self.blocks.pop()
            self._contents.append(last.text)

    def _close_contents(self) -> None:
        lines = [text for text in self._contents if text]
        self._contents.clear()
        if lines:
            self.furniture.append(
                Furniture(text="\n".join(lines), kind=FurnitureKind.CONTENTS, place=_NOWHERE)
            )
