"""Word tables to grids: spans, merged cells, shading, header rows, invisible text."""

from collections.abc import Callable, Iterator

from attrs import Factory, define

from ifo_followup.document import Cell, Colour, Table
from ifo_followup.limits import Limits
from ifo_followup.model.values import Place
from ifo_followup.reading.bounds import check_grid
from ifo_followup.reading.docx.drawings import alternative
from ifo_followup.reading.docx.notes import Notes
from ifo_followup.reading.docx.para import Background, Para
from ifo_followup.reading.docx.properties import number, shade, toggle
from ifo_followup.reading.docx.styles import Styles, TableStyle
from ifo_followup.reading.docx.xml import Node

Items = Callable[[Node, Background], Iterator[Para | Table]]

# Word's own limit; a file that claims more is not to be believed
MAX_SPAN = 63

_WRAPPERS = frozenset(("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"))


@define
class _Raw:
    """A cell while its table is being put together."""

    row: int
    column: int
    colspan: int
    rowspan: int = 1
    text: str = ""
    hidden: list[str] = Factory(list)
    strong: bool = False
    fill: Colour | None = None
    mark: Colour | None = None


@define
class _Row:
    cells: list[_Raw] = Factory(list)
    header: bool = False


def read_table(
    node: Node, outer: Background, items: Items, styles: Styles, notes: Notes, limits: Limits
) -> Table | None:
    """Read a `w:tbl`; None when it has no cells. `items` reads what stands in a cell."""
    style = styles.table(node.value("w:tblPr", "w:tblStyle"))
    if not _styled_first_row(node):
        style = TableStyle(shades=style.shades)
    reader = _Reader(items, notes, style, outer)
    for row in _children(node, "w:tr"):
        reader.row(row)
    return reader.table(limits)


def _styled_first_row(node: Node) -> bool:
    flags = node.find("w:tblPr", "w:tblLook")
    if flags is None:
        return True
    first = flags.attributes.get("w:firstRow")
    if first is not None:
        return first not in ("0", "false", "off")
    try:
        return bool(int(flags.attributes.get("w:val", "0020"), 16) & 0x20)
    except ValueError:
        return True


@define
class _Reader:
    items: Items
    notes: Notes
    style: TableStyle
    outer: Background
    rows: list[_Row] = Factory(list)
    # cells that a vertical merge can still reach into, by column
    open: dict[int, _Raw] = Factory(dict)

    def row(self, node: Node) -> None:
        properties = node.child("w:trPr") or Node("w:trPr", {})
        if properties.child("w:del") is not None:
            self.notes.add("deleted table rows (tracked changes) left out")
            return
        column = min(max(number(properties.value("w:gridBefore")) or 0, 0), MAX_SPAN)
        row = _Row(header=bool(toggle(properties, "w:tblHeader")))
        still_open: dict[int, _Raw] = {}
        for cell in _children(node, "w:tc"):
            column = self._cell(cell, row, column, still_open)
        self.open = still_open
        self.rows.append(row)

    def _cell(self, node: Node, row: _Row, column: int, still_open: dict[int, _Raw]) -> int:
        properties = node.child("w:tcPr") or Node("w:tcPr", {})
        span = min(max(number(properties.value("w:gridSpan")) or 1, 1), MAX_SPAN)
        raw = _Raw(row=len(self.rows), column=column, colspan=span)
        self._fill(raw, node, properties)
        if _continues(properties, "w:hMerge") and row.cells:
            before = row.cells[-1]
            before.colspan += span
            _absorb(before, raw)
            return column + span
        above = self.open.get(column)
        if _continues(properties, "w:vMerge") and above is not None and above.colspan == span:
            above.rowspan += 1
            _absorb(above, raw)
            still_open[column] = above
            return column + span
        row.cells.append(raw)
        if properties.child("w:vMerge") is not None:
            still_open[column] = raw
        return column + span

    def _fill(self, raw: _Raw, node: Node, properties: Node) -> None:
        raw.fill = shade(properties.child("w:shd"))
        first_row = not self.rows
        if raw.fill is None and first_row:
            raw.fill = self.style.first_row_fill
        known = raw.fill is not None or (self.outer.known and not self.style.shades)
        background = Background(colour=raw.fill or self.outer.colour, known=known)
        texts: list[str] = []
        paras: list[Para] = []
        for item in self.items(node, background):
            if isinstance(item, Table):
                texts.append(_flat(item))
                self.notes.add("nested tables read as text of their cell")
                continue
            paras.append(item)
            raw.mark = raw.mark or item.mark
            if item.hidden:
                raw.hidden.append(item.hidden)
            if item.text:
                texts.append(" ".join(item.text.split()))
        raw.text = "\n\n".join(filter(None, texts))
        printed = [para for para in paras if para.text]
        raw.strong = bool(raw.text) and (
            (bool(printed) and all(para.strong or para.heading for para in printed))
            or (first_row and self.style.first_row_bold)
        )
        fills = {para.fill for para in printed or paras}
        if raw.fill is None and len(fills) == 1:
            raw.fill = fills.pop()

    def table(self, limits: Limits) -> Table | None:
        cells = [raw for row in self.rows for raw in row.cells]
        if not cells:
            return None
        width = max(raw.column + raw.colspan for raw in cells)
        check_grid(len(self.rows), width, "a Word table", limits)
        headers = _header_rows(self.rows)
        return Table(
            cells=tuple(_finished(raw, header=raw.row < headers) for raw in cells),
            place=Place(),
            header_rows=headers,
        )


def _finished(raw: _Raw, *, header: bool) -> Cell:
    return Cell(
        text=raw.text,
        row=raw.row,
        column=raw.column,
        rowspan=raw.rowspan,
        colspan=raw.colspan,
        place=Place(),
        strong=raw.strong,
        header=header,
        fill=raw.fill,
        mark=raw.mark,
        hidden="\n\n".join(raw.hidden),
    )


def _absorb(cell: _Raw, covered: _Raw) -> None:
    # Word does not show what a merge covers
    cell.hidden.extend(filter(None, (covered.text, *covered.hidden)))
    cell.fill = cell.fill or covered.fill


def _continues(properties: Node, tag: str) -> bool:
    node = properties.child(tag)
    return node is not None and node.attributes.get("w:val", "continue") == "continue"


def _header_rows(rows: list[_Row]) -> int:
    """Leading rows marked as headers, else leading rows that are shaded, else bold ones."""
    marked = _leading(row.header for row in rows)
    if marked:
        return marked if marked < len(rows) else 0
    stands_out = _all_shaded if rows and _all_shaded(rows[0]) else _all_bold
    count = _leading(stands_out(row) and not (at and _is_body(row)) for at, row in enumerate(rows))
    return count if count < len(rows) else 0


def _is_body(row: _Row) -> bool:
    """Whether a row that stands out below a header is a total or opens a section."""
    printed = [raw.text for raw in row.cells if raw.text]
    return len(printed) <= 1 or any(map(_is_amount, printed))


def _is_amount(text: str) -> bool:
    digits = "".join(text.split()).strip("-−–+%").replace(",", "")
    return digits.isdecimal() and not (len(digits) == 4 and digits[:2] in ("19", "20"))


def _leading(flags: Iterator[bool]) -> int:
    count = 0
    for flag in flags:
        if not flag:
            break
        count += 1
    return count


def _all_bold(row: _Row) -> bool:
    printed = [raw for raw in row.cells if raw.text]
    return bool(printed) and all(raw.strong for raw in printed)


def _all_shaded(row: _Row) -> bool:
    fills = {raw.fill for raw in row.cells}
    return len(fills) == 1 and None not in fills


def _flat(table: Table) -> str:
    """A nested table as text: cells apart by tabs, rows by lines of their own."""
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(" ".join(cell.text.split()))
    return "\n\n".join("\t".join(cells).strip() for cells in rows if any(cells))


def _children(node: Node, tag: str) -> Iterator[Node]:
    """Children with a tag, also inside content controls and tracked insertions."""
    for child in node.children:
        if child.tag == tag:
            yield child
        elif child.tag == "mc:AlternateContent":
            yield from _children(alternative(child), tag)
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)
