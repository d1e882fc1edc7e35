"""Sets a report as PDF: ruled tables, shaded headers, coloured lights, a header on every page."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from making.blocks import (
    PAGE_END,
    Block,
    Bullet,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Row,
    Table,
)

LIGHT_FILLS = {"Grön": HexColor("#A9D18E"), "Gul": HexColor("#FFE699"), "Röd": HexColor("#F08080")}


@dataclass(frozen=True)
class Look:
    """How one layout looks on paper."""

    font: str
    heading_font: str
    size: float
    heading_color: Color
    header_fill: Color
    rules: str  # "grid" all lines, "rows" lines between rows only
    footer: str
    margin: float = 25 * mm


LOOKS = {
    "goal-tables": Look(
        "Times", "Helvetica", 11, black, HexColor("#F2F2F2"), "grid", "{page} ({pages})"
    ),
    "lights": Look(
        "Helvetica",
        "Helvetica",
        9.5,
        black,
        HexColor("#D9E2F3"),
        "grid",
        "Sida {page} av {pages}",
        20 * mm,
    ),
    "tertial": Look(
        "Helvetica",
        "Helvetica",
        10,
        HexColor("#1F4E79"),
        HexColor("#DEEAF6"),
        "rows",
        "{page} ({pages})",
    ),
}
_BOLD = {"Times": "Times-Bold", "Helvetica": "Helvetica-Bold"}
_PLAIN = {"Times": "Times-Roman", "Helvetica": "Helvetica"}
_SLANTED = {"Times": "Times-BoldItalic", "Helvetica": "Helvetica-BoldOblique"}
# font size and padding of each kind of table
_TABLE_SIZES = {"money": 7.0, "lights": 8.5, "strip": 7.5, "figures": 7.5, "indicator": 8.5}


def _style(name: str, size: float, font: str, **options: object) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=size * 1.25,
        embeddedHyphenation=1,
        uriWasteReduce=0,
        **options,
    )


def _markup(text: str) -> str:
    return escape(text.replace(PAGE_END, "")).replace("\n", "<br/>")


class _Setter:
    """Turns blocks into what reportlab lays out."""

    def __init__(self, look: Look) -> None:
        self.look = look
        body, head = _PLAIN[look.font], _BOLD[look.heading_font]
        size, color = look.size, look.heading_color
        self.styles = {
            "body": _style("body", size, body, spaceAfter=size * 0.7),
            "note": _style("note", size * 0.75, body, spaceAfter=2),
            "caption": _style("caption", size, _BOLD[look.font], spaceBefore=6, spaceAfter=4),
            "label": _style("label", size + 1, head, textColor=color, spaceAfter=3),
            "lead": _style(
                "lead", size, _SLANTED[look.font], textColor=color, spaceBefore=5, spaceAfter=2
            ),
            "statement": _style("statement", size + 2, body, textColor=color, spaceAfter=8),
            "1": _style("h1", 16, head, textColor=color, spaceAfter=8, spaceBefore=4),
            "2": _style("h2", 12.5, head, textColor=color, spaceAfter=5, spaceBefore=10),
            "3": _style("h3", 11, head, textColor=color, spaceAfter=3, spaceBefore=6),
        }
        self.width = A4[0] - 2 * look.margin

    def blocks(self, blocks: Sequence[Block]) -> list[Flowable]:
        """All flowables of a report's body."""
        out: list[Flowable] = []
        for block in blocks:
            out.extend(self.block(block))
        return out

    def block(self, block: Block) -> list[Flowable]:
        """The flowables of one block."""
        if isinstance(block, PageBreak):
            return [NewPage()]
        if isinstance(block, Heading):
            style = self.styles[str(block.level)]
            return [CondPageBreak(30 * mm), Text(_markup(block.text), style)]
        if isinstance(block, Bullet):
            return [Text(_markup(block.text), self._item(block.level), bulletText="•")]
        if isinstance(block, Paragraph):
            if block.kind == "empty":
                return [Spacer(1, 3 * mm)]
            keep = [CondPageBreak(20 * mm)] if block.kind in ("lead", "caption") else []
            return [*keep, Text(_markup(block.text), self.styles[block.kind])]
        return [CondPageBreak(30 * mm), self.table(block), Spacer(1, 4 * mm)]

    def _item(self, level: int) -> ParagraphStyle:
        left = 18 * level
        return _style(
            "item",
            self.look.size,
            _PLAIN[self.look.font],
            leftIndent=left,
            bulletIndent=left - 12,
            spaceAfter=3,
        )

    def table(self, block: Table) -> Grid:
        """A ruled table; a long row may continue on the next page."""
        total = sum(block.shares)
        widths = [self.width * share / total for share in block.shares]
        commands: list[tuple[object, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]
        if self.look.rules == "grid":
            commands.append(("GRID", (0, 0), (-1, -1), 0.5, HexColor("#7F7F7F")))
        else:
            commands.append(("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#9DB3C8")))
        data = []
        headers = 0
        for y, r in enumerate(block.rows):
            data.append(self._cells(block, r, y, commands))
            if r.header:
                headers += 1
                commands.append(("BACKGROUND", (0, y), (-1, y), self.look.header_fill))
        repeat = headers if self.look.rules == "rows" else 0
        split = 1 if block.kind == "goal" else 0
        return Grid(
            data, widths, style=commands, repeatRows=repeat, splitInRow=split, hAlign="LEFT"
        )

    def _cells(
        self, block: Table, r: Row, y: int, commands: list[tuple[object, ...]]
    ) -> list[object]:
        cells: list[object] = []
        for cell in r.cells:
            x = len(cells)
            mark = block.kind == "measures" and x == 0 and not r.header
            cells.append(_grey_mark() if mark else self._cell(block, r, cell, x))
            if cell.span > 1:
                commands.append(("SPAN", (x, y), (x + cell.span - 1, y)))
                cells.extend([""] * (cell.span - 1))
            fill = LIGHT_FILLS.get(cell.text)
            if fill is not None:
                commands.append(("BACKGROUND", (x, y), (x, y), fill))
        return cells

    def _cell(self, block: Table, r: Row, cell: Cell, x: int) -> Text:
        size = _TABLE_SIZES.get(block.kind, self.look.size * 0.9)
        font = (_BOLD if r.header or r.bold else _PLAIN)[self.look.font]
        numeric = block.kind in ("money", "figures", "sums") and x > 0
        align = TA_RIGHT if numeric else TA_CENTER if block.kind == "strip" else TA_LEFT
        if block.kind == "money" and cell.span > 1:
            align = TA_CENTER
        color = white if cell.hidden else black
        style = _style("cell", size, font, alignment=align, textColor=color)
        return Text(_markup((cell.text or cell.hidden).strip(" ")), style)


def _grey_mark() -> Drawing:
    """The icon before an indicator: it says nothing."""
    drawing = Drawing(8, 10)
    grey = HexColor("#A6A6A6")
    drawing.add(Circle(5, 4, 3, fillColor=grey, strokeColor=grey))
    return drawing


def _page_setter(report: Report, look: Look, pages: int) -> Callable[[Canvas, object], None]:
    """Draws the running header and the footer of each page."""

    def draw(canvas: Canvas, _: object) -> None:
        page = canvas.getPageNumber()
        canvas.saveState()
        canvas.setFont(_PLAIN[look.font], 8.5)
        top = A4[1] - 14 * mm
        canvas.drawString(look.margin, top, report.municipality)
        canvas.drawRightString(A4[0] - look.margin, top, report.board)
        if report.area:
            canvas.drawString(look.margin, top - 10, report.area)
        footer = look.footer.format(page=page, pages=pages)
        if look.rules == "rows":
            canvas.line(look.margin, 16 * mm, A4[0] - look.margin, 16 * mm)
            canvas.drawRightString(A4[0] - look.margin, 11 * mm, footer)
        else:
            canvas.drawCentredString(A4[0] / 2, 11 * mm, footer)
        canvas.restoreState()

    return draw


def _title_page(report: Report, setter: _Setter) -> list[Flowable]:
    if not report.title_page:
        return []
    title, *rest = report.title_page
    head = _BOLD[setter.look.heading_font]
    big = _style("title", 28, head, textColor=setter.look.heading_color, spaceAfter=14)
    line = _style("subtitle", 15, _PLAIN[setter.look.font], spaceAfter=6)
    return [Spacer(1, 70 * mm), Text(title, big), *(Text(t, line) for t in rest), NewPage()]


def _build(report: Report, pages: int) -> tuple[bytes, int]:
    look = LOOKS[report.layout]
    setter = _Setter(look)
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        title=report.name,
        author=report.municipality,
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(
        look.margin, 20 * mm, setter.width, A4[1] - 44 * mm, 0, 0, 0, 0, id="body", showBoundary=0
    )
    draw = _page_setter(report, look, pages)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame], onPage=draw)])
    document.build([*_title_page(report, setter), *setter.blocks(report.blocks)])
    return target.getvalue(), int(document.page)


def typeset(report: Report) -> bytes:
    """The report as PDF. It is set twice: the footer says how many pages there are."""
    _, pages = _build(report, 0)
    data, _ = _build(report, pages)
    return data
