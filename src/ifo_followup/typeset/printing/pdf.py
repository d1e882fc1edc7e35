"""A document as PDF: its blocks set on pages, and the pages drawn."""

from collections.abc import Callable

from ifo_followup.document import (
    Document,
    Heading,
    Lines,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.errors import Unprintable
from ifo_followup.typeset.printing.dress import dressed
from ifo_followup.typeset.printing.look import Look
from ifo_followup.typeset.printing.pdf_draw import drawn
from ifo_followup.typeset.printing.pdf_pages import BLACK, Dot, Pages, Words, baseline, together
from ifo_followup.typeset.printing.pdf_table import put_table
from ifo_followup.typeset.printing.pdf_type import Style, Type
from ifo_followup.typeset.printing.running import Running
from ifo_followup.typeset.printing.wrapping import wrap

# white after a paragraph and around a table, in parts of the type's size: more than between lines
_AFTER = 1.1
_BEFORE_HEADING = _BEFORE_TABLE = 0.6
# a heading does not stand alone at the end of a page: so much (em) must fit with it
_KEPT = 6.0
# how far a list level is set in, and its text from its sign (em)
_INDENT, _HANG = 1.6, 1.4
# the shape before a paragraph: its radius, and how far the text is set in (em)
_DOT, _BESIDE_DOT = 0.32, 1.3


def pdf_of(document: Document, look: Look) -> bytes:
    """Print a document as PDF."""
    pages = Pages(look, Type(look.typeface))
    shown = dressed(document, look)
    for number, block in enumerate(shown.blocks):
        match block:
            case Heading():
                _heading(pages, block)
            case Paragraph():
                _paragraph(pages, block)
            case ListItem():
                following = shown.blocks[number + 1 : number + 2]
                _item(pages, block, last=not any(isinstance(b, ListItem) for b in following))
            case Table():
                pages.skip(_BEFORE_TABLE * look.size)
                put_table(pages, block)
                pages.skip(_AFTER * look.size)
            case Lines():
                raise Unprintable(
                    "lines of plain text are no blocks yet; recover them with a layout first",
                    document=document.name,
                )
    return drawn(pages, Running.of(document, look), document.name)


def _measure(pages: Pages, style: Style) -> Callable[[str], float]:
    return lambda text: pages.type.width(text.rstrip(" "), style)


def _heading(pages: Pages, block: Heading) -> None:
    look = pages.look
    deep = block.level > len(look.heading_sizes)
    style = Style(look.heading_size(block.level), bold=True, slanted=deep)
    if look.chapters_break and block.level == 1:
        pages.turn()
    pages.skip(_BEFORE_HEADING * style.size)
    lines = wrap(block.text, look.text_width, _measure(pages, style))
    pages.need(len(lines) * style.size * look.leading + _KEPT * look.size)
    for line in lines:
        pages.line(pages.left, line, style, look.heading_colour or BLACK)
    pages.skip(_AFTER * look.size)


def _paragraph(pages: Pages, block: Paragraph) -> None:
    look = pages.look
    style = Style(look.size, bold=block.strong)
    inset = _BESIDE_DOT * look.size if block.mark is not None else 0.0
    lines = wrap(block.text, look.text_width - inset, _measure(pages, style))
    pages.need(together(lines) * look.size * look.leading)
    if block.mark is not None:
        radius = _DOT * look.size
        y = baseline(pages.y, style, look) - 0.3 * look.size
        pages.draw(Dot(pages.left + radius, y, radius, block.mark))
    pages.text(pages.left + inset, lines, style)
    pages.skip(_AFTER * look.size)


def _item(pages: Pages, block: ListItem, *, last: bool) -> None:
    look = pages.look
    style = Style(look.size)
    sign = pages.left + _INDENT * look.size * (block.level - 1) + 0.4 * look.size
    text = sign + _HANG * look.size
    width = look.page_width - look.side_margin - text
    lines = wrap(block.text, width, _measure(pages, style))
    pages.need(together(lines) * look.size * look.leading)
    pages.draw(Words(sign, baseline(pages.y, style, look), look.bullet(block.level), style))
    pages.text(text, lines, style)
    if last:
        pages.skip(_AFTER * look.size)
