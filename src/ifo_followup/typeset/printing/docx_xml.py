"""What a Word file needs and python-docx has no word for."""

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from ifo_followup.document import Colour
from ifo_followup.swedish.text import SOFT_HYPHEN

_DOT = 0.8  # em, across


def hexed(colour: Colour) -> str:
    """A colour as Word writes it: "FFC000"."""
    return f"{colour.red:02X}{colour.green:02X}{colour.blue:02X}"


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML: `element("shd", fill="FFC000")`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def shade(cell: _Cell, colour: Colour) -> None:
    """Fill a cell."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=hexed(colour)))


def borders(table: WordTable, sides: tuple[str, ...]) -> None:
    """Draw these lines of a table and no others: "top", "insideH" and so on."""
    found = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        kind = "single" if side in sides else "nil"
        found.append(element(side, val=kind, sz="4", space="0", color="7F7F7F"))
    table._tbl.tblPr.append(found)


def add_field(paragraph: WordParagraph, code: str) -> None:
    """A field that the word processor fills in: the page's number, or how many there are."""
    instruction = element("instrText")
    instruction.text = code
    run = paragraph.add_run()
    run._r.append(element("fldChar", fldCharType="begin"))
    run._r.append(instruction)
    run._r.append(element("fldChar", fldCharType="separate"))
    # what stands there until it is filled in
    run.add_text("1")
    run._r.append(element("fldChar", fldCharType="end"))


def dot(paragraph: WordParagraph, colour: Colour, size: float) -> None:
    """A small filled circle."""
    across = f"{_DOT * size:.1f}pt"
    shape = (
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<v:oval style="width:{across};height:{across}" fillcolor="#{hexed(colour)}" '
        'stroked="f"/></w:pict>'
    )
    paragraph.add_run()._r.append(parse_xml(shape))


def add_text(
    paragraph: WordParagraph,
    text: str,
    *,
    bold: bool = False,
    size: float | None = None,
    colour: Colour | None = None,
) -> None:
    """Add a run; soft hyphens become Word's."""
    run = paragraph.add_run()
    for n, part in enumerate(text.split(SOFT_HYPHEN)):
        if n:
            run._r.append(element("softHyphen"))
        run.add_text(part)
    run.bold = bold or None
    if size is not None:
        run.font.size = Pt(round(2 * size) / 2)
    if colour is not None:
        run.font.color.rgb = RGBColor(colour.red, colour.green, colour.blue)


def named_only(style: ParagraphStyle) -> None:
    """Let the font named by a style win over the theme's."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in list(fonts.attrib):
        if "Theme" in str(kind):
            del fonts.attrib[kind]
