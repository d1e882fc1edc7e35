"""Sets a report as DOCX: heading styles, merged and shaded cells, a running header."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from making.blocks import (
    Block,
    Bullet,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Row,
    Table,
    printed,
)

LIGHT_FILLS = {"Grön": "A9D18E", "Gul": "FFE699", "Röd": "F08080"}
HEADER_FILLS = {"goal-tables": "F2F2F2", "lights": "D9E2F3", "tertial": "DEEAF6"}
FONTS = {"goal-tables": "Times New Roman", "lights": "Calibri", "tertial": "Calibri"}
HEADING_COLORS = {"goal-tables": "000000", "lights": "000000", "tertial": "1F4E79"}
_MADE = datetime(2024, 1, 2, 12, 0, tzinfo=UTC)
_ZIP_TIME = (2024, 1, 2, 12, 0, 0)
_WIDTH = 16.5
_NUMERIC = ("money", "figures", "sums")


def _shade(cell: _Cell, fill: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _field(paragraph: DocxParagraph, code: str) -> None:
    """A field that the word processor fills in: the page's number, or how many there are."""
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = code
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


class _Setter:
    """Puts blocks into a document."""

    def __init__(self, report: Report) -> None:
        self.layout = report.layout
        self.document: DocxDocument = Document()
        self._styles(report)
        self._page(report)

    def _style(self, name: str) -> ParagraphStyle:
        style = self.document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(f"{name} is no paragraph style")
        return style

    def _styles(self, report: Report) -> None:
        font = FONTS[report.layout]
        normal = self._style("Normal")
        normal.font.name, normal.font.size = font, Pt(10.5)
        normal.paragraph_format.space_after = Pt(6)
        color = RGBColor.from_string(HEADING_COLORS[report.layout])
        for name, size in (("Title", 28), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11)):
            style = self._style(name)
            style.font.name, style.font.size = font, Pt(size)
            style.font.color.rgb = color
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in list(fonts.attrib):
                if "Theme" in str(kind):  # a theme's font would win over the one named here
                    del fonts.attrib[kind]

    def _page(self, report: Report) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.25)
        section.top_margin = section.bottom_margin = Cm(2.5)
        header = section.header.paragraphs[0]
        header.paragraph_format.tab_stops.clear_all()
        header.paragraph_format.tab_stops.add_tab_stop(Cm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        header.add_run(f"{report.municipality}\t{report.board}")
        if report.area:
            section.header.add_paragraph(report.area, style=header.style)
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if report.layout == "lights":
            footer.add_run("Sida ")
            _field(footer, "PAGE")
            footer.add_run(" av ")
            _field(footer, "NUMPAGES")
        else:
            _field(footer, "PAGE")
            footer.add_run(" (")
            _field(footer, "NUMPAGES")
            footer.add_run(")")

    def title_page(self, lines: Sequence[str]) -> None:
        """The first page, if the report has one."""
        if not lines:
            return
        for _ in range(6):
            self.document.add_paragraph()
        self.document.add_paragraph(lines[0], style="Title")
        for line in lines[1:]:
            self.document.add_paragraph(line, style="Subtitle")
        self.page_break()

    def page_break(self) -> None:
        """End the page."""
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def block(self, block: Block) -> None:
        """Put one block."""
        if isinstance(block, PageBreak):
            self.page_break()
        elif isinstance(block, Heading):
            self.document.add_heading(printed(block.text), block.level)
        elif isinstance(block, Bullet):
            style = "List Bullet" if block.level == 1 else "List Bullet 2"
            self.document.add_paragraph(printed(block.text), style=style)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        else:
            self._table(block)

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(printed(block.text))
        color = RGBColor.from_string(HEADING_COLORS[self.layout])
        if block.kind in ("caption", "label", "lead"):
            run.bold = True
            run.italic = block.kind == "lead" or None
        if block.kind in ("statement", "label", "lead"):
            run.font.color.rgb = color
        if block.kind == "statement":
            run.font.size = Pt(13)
        if block.kind == "note":
            run.font.size = Pt(8)

    def _table(self, block: Table) -> None:
        table = self.document.add_table(len(block.rows), len(block.chars), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        widths = [Cm(_WIDTH * share / sum(block.shares)) for share in block.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for line, r in zip(table.rows, block.rows, strict=True):
            cells = line.cells
            for cell, width in zip(cells, widths, strict=True):
                cell.width = width
            self._row(cells, r, block)
            if r.header:
                line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _row(self, targets: Sequence[_Cell], r: Row, block: Table) -> None:
        x = 0
        for cell in r.cells:
            target = targets[x]
            if cell.span > 1:
                target = target.merge(targets[x + cell.span - 1])
            self._cell(target, cell, r, block, first=x == 0)
            x += cell.span

    def _cell(self, target: _Cell, cell: Cell, r: Row, block: Table, *, first: bool) -> None:
        small = 7.5 if block.kind in ("money", "strip", "figures") else 9.5
        text = printed(cell.text or cell.hidden).strip(" ")
        for n, part in enumerate(text.split("\n\n")):
            paragraph = target.paragraphs[0] if n == 0 else target.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0 if "\n\n" not in text else 4)
            run = paragraph.add_run(part.replace("       \n", "\n").replace("   \n", "\n"))
            run.font.size = Pt(small)
            run.bold = (r.header or r.bold) or None
            if cell.hidden:
                run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
            if block.kind in _NUMERIC and not first:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        fill = HEADER_FILLS[self.layout] if r.header else LIGHT_FILLS.get(cell.text)
        if fill:
            _shade(target, fill)


def _same_every_time(data: bytes) -> bytes:
    """The package with every file's time set to the same moment."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, source.read(name))
    return target.getvalue()


def typeset(report: Report) -> bytes:
    """The report as DOCX."""
    setter = _Setter(report)
    setter.title_page(report.title_page)
    for block in report.blocks:
        setter.block(block)
    core = setter.document.core_properties
    core.author = core.last_modified_by = report.municipality
    core.title = report.title_page[0] if report.title_page else ""
    core.comments = core.keywords = core.subject = ""
    core.created = core.modified = _MADE
    core.revision = 1
    target = io.BytesIO()
    setter.document.save(target)
    return _same_every_time(target.getvalue())
