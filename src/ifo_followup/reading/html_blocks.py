"""Blocks from the tags of a page: what is open decides what the text becomes."""

import re

from attrs import define, field

from ifo_followup.document import (
    Block,
    Cell,
    Colour,
    Furniture,
    FurnitureKind,
    Heading,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.limits import Limits
from ifo_followup.model.values import Place
from ifo_followup.reading import colours
from ifo_followup.reading.grids import Grid
from ifo_followup.swedish.text import join_lines

_HEADING = re.compile(r"h[1-6]")
# fmt: off
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "aside", "blockquote", "figure", "figcaption",
    "caption", "dl", "dt", "dd", "pre", "address", "details", "summary", "form", "fieldset",
    "hr", "center", "header", "footer", "nav", "ul", "ol", "li", "body",
))
# fmt: on
_BOLD = frozenset(("b", "strong", "dt"))
_REGIONS = {
    "header": FurnitureKind.HEADER,
    "footer": FurnitureKind.FOOTER,
    "nav": FurnitureKind.CONTENTS,
}
_BACKGROUND = re.compile(r"background(?:-color)?\s{0,5}:\s{0,5}([^;]{1,60})", re.IGNORECASE)
_COLOUR = re.compile(r"(?<![\w-])color\s{0,5}:\s{0,5}([^;]{1,60})", re.IGNORECASE)
_MARKS = frozenset("●■⬤◼⚫•")


@define
class _OpenCell:
    line: int
    header: bool
    colspan: int
    rowspan: int
    fill: Colour | None
    paragraphs: list[str] = field(factory=list)
    strong: bool = True
    mark: Colour | None = None


@define
class _OpenTable:
    line: int
    grid: Grid
    cell: _OpenCell | None = None
    fill: Colour | None = None
    in_head: bool = False
    header_rows: int = 0
    headers_end: bool = False
    row_is_header: bool = False


@define
class Builder:
    """Collects blocks while tags open and close."""

    limits: Limits
    blocks: list[Block] = field(factory=list)
    furniture: list[Furniture] = field(factory=list)
    _text: list[tuple[str, bool]] = field(factory=list)
    _bold: int = 0
    _lists: int = 0
    _item: bool = False
    _heading: int | None = None
    _region: list[str] = field(factory=list)
    _regions: int = 0
    _main: int = 0
    _tables: list[_OpenTable] = field(factory=list)
    _colours: list[tuple[str, Colour | None]] = field(factory=list)
    _mark: Colour | None = None
    _line: int = 1
    _pictures: int = 0
    _hidden: int = 0
    _nested: int = 0

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Open an element."""
        if _HEADING.fullmatch(tag):
            self._flush(line)
            self._heading = int(tag[1])
        elif tag in ("table", "tr", "td", "th", "thead", "tbody", "tfoot"):
            self._table_start(tag, attributes, line)
        elif tag in _BLOCKS:
            self._flush(line)
            self._block_start(tag)
        elif tag == "br":
            self._text.append(("\n", self._bold > 0))
        elif tag == "img":
            self._pictures += 1
        elif tag in ("span", "font", "i", "em"):
            found = _COLOUR.search(attributes.get("style", ""))
            colour = colours.colour(found[1] if found else attributes.get("color"))
            if len(self._colours) < 1000:
                self._colours.append((tag, colour))
        if tag in _BOLD:
            self._bold += 1

    def end(self, tag: str) -> None:
        """Close an element."""
        if _HEADING.fullmatch(tag):
            self._flush(self._line)
            self._heading = None
        elif tag in ("table", "tr", "td", "th", "thead"):
            self._table_end(tag)
        elif tag in _BLOCKS:
            self._flush(self._line)
            self._block_end(tag)
        elif self._colours and self._colours[-1][0] == tag:
            self._colours.pop()
        if tag in _BOLD and self._bold:
            self._bold -= 1

    def text(self, data: str) -> None:
        """Add text where it stands."""
        colour = next((c for _, c in reversed(self._colours) if c is not None), None)
        sign = data.strip()
        if colour is not None and sign and len(sign) <= 3 and set(sign) <= _MARKS:
            self._mark = self._mark or colour
            return
        # line ends of the source are spaces; only <br> ends a line
        self._text.append((data.replace("\r", " ").replace("\n", " "), self._bold > 0))

    def dropped(self, *, printed: bool) -> None:
        """Count an element that is left out."""
        self._hidden += printed

    def finish(self) -> None:
        """Close everything that was left open."""
        while self._tables:
            self._table_end("table")
        self._flush(self._line)
        self._close_region()

    def warnings(self) -> tuple[str, ...]:
        """What was left out."""
        counts = (
            (self._pictures, "pictures not read"),
            (self._hidden, "invisible elements left out"),
            (self._nested, "nested tables read as text of their cell"),
        )
        return tuple(f"{count} {what}" for count, what in counts if count)

    def _block_start(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists += 1
            self._item = False
        elif tag == "li":
            self._item = True
        elif tag in ("main", "article"):
            self._main += 1
        elif tag in _REGIONS and not self._main and not self._tables:
            self._regions += 1

    def _block_end(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists = max(0, self._lists - 1)
            self._item = False
        elif tag == "li":
            self._item = False
        elif tag in ("main", "article"):
            self._main = max(0, self._main - 1)
        elif tag in _REGIONS and self._regions and not self._main and not self._tables:
            self._regions -= 1
            if not self._regions:
                self._close_region(_REGIONS[tag])

    def _close_region(self, kind: FurnitureKind = FurnitureKind.HEADER) -> None:
        if self._region:
            place = Place(first_line=self._line, last_line=self._line)
            self.furniture.append(Furniture(text="\n".join(self._region), kind=kind, place=place))
            self._region.clear()

    def _flush(self, line: int) -> None:
        """Make a block of the text that has been collected."""
        first, self._line = self._line, line
        raw = "".join(text for text, _ in self._text)
        text = join_lines(raw.split("\n"))
        strong = bool(text) and all(bold for part, bold in self._text if part.strip())
        self._text.clear()
        mark, self._mark = self._mark, None
        if not text and mark is None:
            return
        cell = self._tables[-1].cell if self._tables else None
        if cell is not None:
            if text:
                cell.paragraphs.append(text)
                cell.strong = cell.strong and strong
            cell.mark = cell.mark or mark
            return
        place = Place(first_line=min(first, line), last_line=line)
        if self._regions:
            self._region.append(text)
        elif self._heading is not None and text:
            self.blocks.append(Heading(text=text, level=self._heading, place=place))
        elif self._lists and self._item:
            self.blocks.append(ListItem(text=text, level=self._lists, place=place))
        else:
            self.blocks.append(Paragraph(text=text, place=place, strong=strong, mark=mark))

    def _table_start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        if tag == "table":
            self._flush(line)
            self._tables.append(_OpenTable(line, Grid(self.limits)))
            return
        if not self._tables:
            self._flush(line)
            return
        table = self._tables[-1]
        self._close_cell()
        if tag == "thead":
            table.in_head = True
        elif tag in ("tbody", "tfoot"):
            self._close_row()
            table.in_head = False
        elif tag == "tr":
            self._close_row()
            table.grid.new_row()
            table.fill = _fill(attributes)
            table.row_is_header = True
        else:
            header = tag == "th" or table.in_head
            table.row_is_header = table.row_is_header and header
            table.cell = _OpenCell(
                line,
                header,
                _span(attributes.get("colspan")),
                _span(attributes.get("rowspan")),
                _fill(attributes) or table.fill,
            )

    def _table_end(self, tag: str) -> None:
        self._flush(self._line)
        if not self._tables:
            return
        self._close_cell()
        table = self._tables[-1]
        if tag in ("tr", "table"):
            self._close_row()
        if tag == "thead":
            table.in_head = False
        if tag != "table":
            return
        self._tables.pop()
        headers = table.header_rows if table.header_rows < table.grid.rows else 0
        place = Place(first_line=table.line, last_line=max(table.line, self._line))
        found = table.grid.table(place, headers)
        outer = self._tables[-1].cell if self._tables else None
        if found is None:
            return
        if outer is not None:
            self._nested += 1
            outer.paragraphs.extend(_rows_as_text(found))
        elif self._regions:
            self._region.extend(_rows_as_text(found))
        else:
            self.blocks.append(found)

    def _close_row(self) -> None:
        table = self._tables[-1]
        if not table.grid.rows:
            return
        if table.row_is_header and not table.headers_end:
            table.header_rows = table.grid.rows
        elif table.header_rows < table.grid.rows:
            table.headers_end = True

    def _close_cell(self) -> None:
        table = self._tables[-1]
        self._flush(self._line)
        cell, table.cell = table.cell, None
        if cell is None:
            return
        text = "\n\n".join(cell.paragraphs)
        table.grid.add(
            Cell(
                text=text,
                row=0,
                column=0,
                rowspan=cell.rowspan,
                colspan=cell.colspan,
                place=Place(first_line=cell.line, last_line=max(cell.line, self._line)),
                strong=bool(text) and (cell.strong or cell.header),
                header=cell.header,
                fill=cell.fill,
                mark=cell.mark,
            )
        )


def _rows_as_text(table: Table) -> list[str]:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(" ".join(cell.text.split()))
    return ["\t".join(cells).strip() for cells in rows if any(cells)]


def _fill(attributes: dict[str, str]) -> Colour | None:
    found = _BACKGROUND.search(attributes.get("style", ""))
    return colours.fill(found[1] if found else attributes.get("bgcolor"))


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return max(1, int(digits)) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else 1
