"""Filled pages drawn as a PDF file, with what stands on every page."""

import io
from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from ifo_followup.document import Colour
from ifo_followup.typeset.printing.pdf_pages import (
    Dot,
    Drawn,
    Pages,
    Shade,
    Stroke,
    Words,
)
from ifo_followup.typeset.printing.pdf_type import Style, Type
from ifo_followup.typeset.printing.running import Running

_RULE = 0.5  # points
# running lines: type size in parts of the body's, and where the outermost stands in the margin
_SMALL = 0.85
_OUTERMOST = 0.38


def drawn(pages: Pages, running: Running, title: str | None) -> bytes:
    """The file. The same pages give the same bytes."""
    look = pages.look
    target = io.BytesIO()
    canvas = Canvas(
        target,
        pagesize=(look.page_width, look.page_height),
        invariant=1,
        pageCompression=1,
        initialFontName="Helvetica",
    )
    canvas.setTitle(title or "")
    canvas.setLineWidth(_RULE)
    for number, page in enumerate(pages.pages, 1):
        canvas.setLineWidth(_RULE)
        for each in (*_around(pages, running, number), *page):
            _draw(canvas, each, pages.type, look.page_height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _around(pages: Pages, running: Running, number: int) -> Iterator[Drawn]:
    look = pages.look
    style = Style(round(look.size * _SMALL, 1))
    step = style.size * look.leading
    y = _OUTERMOST * look.end_margin
    for n, line in enumerate(running.header):
        yield from _running_line(pages, line, y + n * step, style)
    y = look.page_height - y + style.size / 2
    text = running.numbered(number, len(pages.pages))
    if text:
        x = (look.page_width - pages.type.width(text, style)) / 2
        yield Words(x, y, text, style)
        y -= step
    for line in reversed(running.footer):
        yield from _running_line(pages, line, y, style)
        y -= step


def _running_line(pages: Pages, line: str, y: float, style: Style) -> Iterator[Drawn]:
    left, _, right = line.partition("\t")
    right = right.replace("\t", " ").strip()
    yield Words(pages.left, y, left.strip(), style)
    if right:
        end = pages.look.page_width - pages.look.side_margin
        yield Words(end - pages.type.width(right, style), y, right, style)


def _draw(canvas: Canvas, each: Drawn, letters: Type, height: float) -> None:
    match each:
        case Words():
            _words(canvas, each, letters, height)
        case Shade():
            canvas.setFillColorRGB(*_rgb(each.colour))
            canvas.rect(
                each.x0,
                height - each.bottom,
                each.x1 - each.x0,
                each.bottom - each.top,
                stroke=0,
                fill=1,
            )
        case Stroke():
            canvas.line(each.x0, height - each.y0, each.x1, height - each.y1)
        case Dot():
            canvas.setFillColorRGB(*_rgb(each.colour))
            canvas.circle(each.x, height - each.y, each.radius, stroke=0, fill=1)


def _words(canvas: Canvas, words: Words, letters: Type, height: float) -> None:
    text = canvas.beginText(words.x, height - words.y)
    text.setFillColorRGB(*_rgb(words.colour))
    for font, part in letters.parts(words.text, words.style):
        text.setFont(font, words.style.size)
        text.textOut(part)
    canvas.drawText(text)


def _rgb(colour: Colour) -> tuple[float, float, float]:
    return colour.red / 255, colour.green / 255, colour.blue / 255
