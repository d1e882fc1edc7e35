"""A sheet that blocks are put on one after another, as a reader would have found them."""

from collections.abc import Sequence

from attrs import define, field, frozen

from ifo_followup.document import (
    Block,
    Cell,
    Colour,
    Heading,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.model.values import Place

NOWHERE = Place()


@frozen(kw_only=True)
class Printed:
    """What goes into one cell of a table; `span` columns wide."""

    text: str = ""
    span: int = 1
    fill: Colour | None = None
    mark: Colour | None = None
    strong: bool = False


Words = str | Printed


@define(eq=False)
class Sheet:
    """The blocks of a report in the making."""

    blocks: list[Block] = field(factory=list)

    def heading(self, text: str, level: int) -> None:
        """A heading; 1 is the outermost level."""
        self.blocks.append(Heading(text=text, level=level, place=NOWHERE))

    def paragraph(self, text: str, *, strong: bool = False, mark: Colour | None = None) -> None:
        """One paragraph; nothing for an empty text."""
        if text.strip():
            self.blocks.append(Paragraph(text=text, place=NOWHERE, strong=strong, mark=mark))

    def prose(self, text: str | None) -> None:
        """Text of any length, its paragraphs separated by blank lines."""
        for part in (text or "").split("\n\n"):
            self.paragraph(part)

    def item(self, text: str) -> None:
        """One bullet of a list."""
        self.blocks.append(ListItem(text=text, place=NOWHERE))

    def table(self, header: Sequence[Sequence[Words]], rows: Sequence[Sequence[Words]]) -> None:
        """A table: rows of heads, then rows of cells. An empty text is a cell without words."""
        cells: list[Cell] = []
        for number, row in enumerate((*header, *rows)):
            column = 0
            for words in row:
                one = Printed(text=words) if isinstance(words, str) else words
                cells.append(
                    Cell(
                        text=one.text,
                        row=number,
                        column=column,
                        colspan=one.span,
                        place=NOWHERE,
                        strong=one.strong or number < len(header),
                        header=number < len(header),
                        fill=one.fill,
                        mark=one.mark,
                    )
                )
                column += one.span
        self.blocks.append(Table(cells=tuple(cells), place=NOWHERE, header_rows=len(header)))
