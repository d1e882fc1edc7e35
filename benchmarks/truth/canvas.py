"""What is drawn on a page, kept as a list: so that the order of drawing can be chosen last."""

import io
import struct
import zlib
from random import Random

from attrs import define, field
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.truth.model import Leaf, Rgb

BLACK: Rgb = (0.0, 0.0, 0.0)
# A thin space, which few fonts have, is white this wide (em).
THIN = 0.2
_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Vera": "VeraBd"}


def face(font: str, *, bold: bool) -> str:
    """The name of a typeface in a weight; embedded ones are registered when first asked for."""
    name = _BOLD[font] if bold else font
    if name.startswith("Vera") and name not in getRegisteredFontNames():
        registerFont(TTFont(name, f"{name}.ttf"))
    return name


def has_minus(font: str) -> bool:
    """Whether a typeface has the minus sign U+2212."""
    return font == "Vera"


def wide(text: str, font: str, size: float) -> float:
    """How wide a text is set (points)."""
    thin = text.count("\u2009")
    return float(stringWidth(text.replace("\u2009", ""), font, size)) + thin * THIN * size


@define
class Sheet:
    """One page: y grows downwards, lengths in points."""

    fills: list[tuple[float, float, float, float, Rgb]] = field(factory=list)
    rules: list[tuple[float, float, float, float, float]] = field(factory=list)
    texts: list[tuple[float, float, str, str, float, Rgb]] = field(factory=list)
    dots: list[tuple[float, float, float, Rgb]] = field(factory=list)
    pictures: list[tuple[float, float, float, Rgb]] = field(factory=list)
    rules_filled: bool = False

    def text(
        self, x: float, y: float, text: str, font: str, size: float, colour: Rgb = BLACK
    ) -> None:
        """Put a text with its baseline at `y`."""
        for part in text.split("\u2009"):
            if part:
                self.texts.append((x, y, part, font, size, colour))
            x += wide(part, font, size) + THIN * size

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float) -> None:
        """Draw a line."""
        self.rules.append((x0, y0, x1, y1, width))

    def fill(self, x0: float, y0: float, x1: float, y1: float, colour: Rgb) -> None:
        """Fill an area."""
        self.fills.append((x0, y0, x1, y1, colour))


def render(sheets: list[Sheet], leaf: Leaf, rng: Random) -> bytes:
    """The file. A turned page is drawn sideways and shown upright by its /Rotate."""
    out = io.BytesIO()
    # the canvas itself turns the sheet's size where the page is turned
    canvas = Canvas(out, pagesize=(leaf.width, leaf.height), invariant=1)
    for sheet in sheets:
        if leaf.turn:
            canvas.setPageRotation(leaf.turn)
        if leaf.turn == 90:
            canvas.transform(0, 1, -1, 0, leaf.height, 0)
        elif leaf.turn == 270:
            canvas.transform(0, -1, 1, 0, 0, leaf.width)
        _draw(canvas, sheet, leaf, rng)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, leaf: Leaf, rng: Random) -> None:
    high = leaf.height
    for x0, y0, x1, y1, colour in sheet.fills:
        canvas.setFillColorRGB(*colour)
        canvas.rect(x0, high - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
    texts = list(sheet.texts)
    if leaf.order == "glyphs":
        texts = [piece for text in texts for piece in _letters(text)]
    if leaf.order == "shuffled":
        rng.shuffle(texts)
    rules_first = rng.random() < 0.5
    if rules_first:
        _rules(canvas, sheet, high)
    for x, y, text, font, size, colour in texts:
        canvas.setFont(font, size)
        canvas.setFillColorRGB(*colour)
        canvas.drawString(x, high - y, text)
    if not rules_first:
        _rules(canvas, sheet, high)
    for x, y, radius, colour in sheet.dots:
        canvas.setFillColorRGB(*colour)
        canvas.circle(x, high - y, radius, stroke=0, fill=1)
    for x, y, side, colour in sheet.pictures:
        canvas.drawImage(_picture(colour), x - side / 2, high - y - side / 2, side, side, mask=None)


def _letters(
    text: tuple[float, float, str, str, float, Rgb],
) -> list[tuple[float, float, str, str, float, Rgb]]:
    x, y, letters, font, size, colour = text
    out = []
    for letter in letters:
        if not letter.isspace():
            out.append((x, y, letter, font, size, colour))
        x += wide(letter, font, size)
    return out


def _rules(canvas: Canvas, sheet: Sheet, high: float) -> None:
    canvas.setStrokeColorRGB(0, 0, 0)
    for x0, y0, x1, y1, width in sheet.rules:
        if sheet.rules_filled:
            # as thin rectangles, with which many writers draw the borders of tables
            canvas.setFillColorRGB(0, 0, 0)
            wide, tall = max(x1 - x0, width), max(y1 - y0, width)
            canvas.rect(x0, high - y1 - width / 2, wide, tall, stroke=0, fill=1)
            continue
        canvas.setLineWidth(width)
        canvas.line(x0, high - y0, x1, high - y1)


def _picture(colour: Rgb) -> ImageReader:
    """A small picture of a filled circle on white, as a PNG."""
    side = 24
    inside = bytes(round(255 * c) for c in colour)
    rows = b"".join(
        b"\x00"
        + b"".join(
            inside if (x - 11.5) ** 2 + (y - 11.5) ** 2 < 121 else b"\xff\xff\xff"
            for x in range(side)
        )
        for y in range(side)
    )

    def chunk(tag: bytes, data: bytes) -> bytes:
        body = tag + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    png = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return ImageReader(io.BytesIO(png))
