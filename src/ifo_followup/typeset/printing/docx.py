"""A document as Word file: heading and list styles, merged and shaded cells, running header."""

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from ifo_followup.document import (
    Block,
    Document,
    Heading,
    Lines,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.errors import Unprintable
from ifo_followup.typeset.printing.docx_table import put_table
from ifo_followup.typeset.printing.docx_xml import add_field, add_text, dot, named_only
from ifo_followup.typeset.printing.dress import dressed
from ifo_followup.typeset.printing.failures import named
from ifo_followup.typeset.printing.look import Look, Typeface
from ifo_followup.typeset.printing.running import Running
from ifo_followup.typeset.printing.wrapping import plain

# typefaces that Word has, of the sort that the look names
_FONTS = {
    Typeface.HELVETICA: "Arial",
    Typeface.TIMES: "Times New Roman",
    Typeface.COURIER: "Courier New",
    Typeface.VERA: "Verdana",
}
# as deep as Word's headings and lists are
_DEEPEST = 9
_INDENT = 18.0  # points, of a list level
_SMALL = 0.85
_AFTER = 0.6
# the file says when it was made; it must not, or no two would be alike
_MADE = datetime(2024, 1, 2, 12, 0, tzinfo=UTC)
_ZIP_TIME = (2024, 1, 2, 12, 0, 0)
# what XML 1.0 cannot hold
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def docx_of(document: Document, look: Look) -> bytes:
    """Print a document as Word file."""
    shown = dressed(document, look)
    for text in shown.texts():
        found = _FORBIDDEN.search(text)
        if found:
            raise Unprintable(
                f"a Word file cannot hold the character {named(found.group())}",
                document=document.name,
            )
    setter = _Setter(look)
    setter.running(Running.of(document, look))
    for block in shown.blocks:
        setter.put(block, document.name)
    return setter.finished(document.name)


class _Setter:
    """Puts blocks into a Word document."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.word: WordDocument = docx.Document()
        self.after_table = False
        self._sheet()
        self._styles()

    def _sheet(self) -> None:
        section = self.word.sections[0]
        section.page_width, section.page_height = (
            Pt(self.look.page_width),
            Pt(self.look.page_height),
        )
        section.left_margin = section.right_margin = Pt(self.look.side_margin)
        section.top_margin = section.bottom_margin = Pt(self.look.end_margin)
        section.header_distance = section.footer_distance = Pt(self.look.end_margin * 0.38)

    def _styles(self) -> None:
        look = self.look
        normal = self._style("Normal")
        normal.font.name, normal.font.size = _FONTS[look.typeface], Pt(look.size)
        normal.paragraph_format.space_after = Pt(_AFTER * look.size)
        normal.paragraph_format.line_spacing = look.leading
        colour = look.heading_colour
        for level in range(1, _DEEPEST + 1):
            style = self._style(f"Heading {level}")
            style.font.name = _FONTS[look.typeface]
            style.font.size = Pt(round(2 * look.heading_size(level)) / 2)
            style.font.bold = True
            style.font.italic = level > len(look.heading_sizes)
            style.font.color.rgb = (
                RGBColor(colour.red, colour.green, colour.blue) if colour else RGBColor(0, 0, 0)
            )
            named_only(style)

    def _style(self, name: str) -> ParagraphStyle:
        style = self.word.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(f"{name} is no paragraph style")
        return style

    def _list_style(self, level: int) -> ParagraphStyle:
        name = "List Bullet" if level == 1 else f"List Bullet {level}"
        if name not in self.word.styles:
            # the template goes to 3
            below = self._list_style(level - 1)
            style = self.word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            if not isinstance(style, ParagraphStyle):
                raise TypeError(f"{name} is no paragraph style")
            style.base_style = below
            indent = below.paragraph_format.left_indent or Pt(_INDENT * (level - 1))
            style.paragraph_format.left_indent = Pt(indent.pt + _INDENT)
        return self._style(name)

    def running(self, running: Running) -> None:
        """The running header and footer, and the page's number."""
        section = self.word.sections[0]
        size = Pt(round(2 * _SMALL * self.look.size) / 2)
        for part, lines in ((section.header, running.header), (section.footer, running.footer)):
            for n, line in enumerate(lines):
                paragraph = part.paragraphs[0] if n == 0 else part.add_paragraph()
                self._tab(paragraph)
                paragraph.add_run(line).font.size = size
        if running.page_number:
            footer = section.footer
            paragraph = footer.add_paragraph() if running.footer else footer.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for wording, field in _fields(running.page_number):
                if field:
                    add_field(paragraph, wording)
                else:
                    paragraph.add_run(wording)
            for run in paragraph.runs:
                run.font.size = size

    def _tab(self, paragraph: WordParagraph) -> None:
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(self.look.text_width), WD_TAB_ALIGNMENT.RIGHT)

    def put(self, block: Block, name: str | None) -> None:
        """Put one block."""
        if isinstance(block, Table):
            if self.after_table:
                # Word makes one table of two that nothing parts
                self.word.add_paragraph().paragraph_format.space_after = Pt(2)
            put_table(self.word, block, self.look)
            self.after_table = True
            return
        if self.after_table:
            self.after_table = False
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                paragraph = self.word.add_paragraph()
                if block.mark is not None:
                    dot(paragraph, block.mark, self.look.size)
                add_text(paragraph, block.text, bold=block.strong)
            case ListItem():
                style = self._list_style(min(block.level, _DEEPEST))
                add_text(self.word.add_paragraph(style=style), block.text)
            case Lines():
                raise Unprintable(
                    "lines of plain text are no blocks yet; recover them with a layout first",
                    document=name,
                )

    def _heading(self, block: Heading) -> None:
        paragraph = self.word.add_paragraph(
            style=self._style(f"Heading {min(block.level, _DEEPEST)}")
        )
        if self.look.chapters_break and block.level == 1 and len(self.word.paragraphs) > 1:
            paragraph.paragraph_format.page_break_before = True
        paragraph.add_run(plain(block.text))

    def finished(self, title: str | None) -> bytes:
        """The file, with every time in it the same."""
        core = self.word.core_properties
        core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
        core.title = title or ""
        core.created = core.modified = _MADE
        core.revision = 1
        target = io.BytesIO()
        self.word.save(target)
        return _timeless(target.getvalue())


def _fields(wording: str) -> list[tuple[str, bool]]:
    """A page number's wording in stretches, and whether each is a field of Word's."""
    marked = wording.format(page="\0PAGE\0", pages="\0NUMPAGES\0").split("\0")
    return [(part, n % 2 == 1) for n, part in enumerate(marked) if part]


def _timeless(data: bytes) -> bytes:
    """The package with the time of every file set to the same moment."""
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
