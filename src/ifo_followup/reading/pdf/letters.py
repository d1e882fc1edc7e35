"""What the strings of a font draw, remembered: a report draws the same few again and again."""

from collections.abc import Iterable
from itertools import islice
from weakref import WeakKeyDictionary

from attrs import define, field
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined

from ifo_followup.reading.pdf.content import BLANKS, LIGATURES, NOTHING, UNMAPPED
from ifo_followup.reading.pdf.tokens import Unknown, unescaped, unhexed

# Strings up to this long (bytes, as written) are remembered, so many of them.
SHORT, MOST_STRINGS = 12, 4_096
# So many sizes of one font are remembered.
MOST_SIZES = 64

# What a letter is beside a plain one.
BLANK, DRAWS_NOTHING, WORD_SPACE = 1, 2, 4

# Text, advance in text space, width on the page (points), and what it is beside plain.
Glyph = tuple[str, float, float, int]


def letter(font: PDFFont, cid: int) -> tuple[str, float]:
    """The text of a character code, and its width as a part of the font's size."""
    try:
        text = str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        text = UNMAPPED
    return LIGATURES.get(text, text), font.char_width(cid)


@define(eq=False)
class Letters:
    """What a font draws at one size: `scale` is how large text space is on the page."""

    fontsize: float
    scaling: float
    scale: float
    glyphs: dict[int, Glyph] = field(factory=dict)
    literal: dict[bytes, list[Glyph]] = field(factory=dict)
    hexed: dict[bytes, list[Glyph]] = field(factory=dict)

    def of_literal(self, font: PDFFont, body: bytes, most: int) -> list[Glyph]:
        """The glyphs, `most` + 1 at most, of a literal string as it is written."""
        out = self._of(font, unescaped(body), most)
        return _remember(self.literal, body, out)

    def of_hexed(self, font: PDFFont, body: bytes, most: int) -> list[Glyph]:
        """The glyphs, `most` + 1 at most, of a hexadecimal string as it is written."""
        out = self._of(font, unhexed(body), most)
        return _remember(self.hexed, body, out)

    def _of(self, font: PDFFont, code: bytes, most: int) -> list[Glyph]:
        known = self.glyphs
        cids: Iterable[int] = islice(font.decode(code), most + 1)
        return [known[cid] if cid in known else self._glyph(font, cid) for cid in cids]

    def _glyph(self, font: PDFFont, cid: int) -> Glyph:
        text, width = letter(font, cid)
        advance = width * self.fontsize * self.scaling
        if not advance >= 0:
            raise Unknown("a letter of negative width")
        kind = BLANK if text in BLANKS else DRAWS_NOTHING if text in NOTHING else 0
        if cid == 32:
            kind |= WORD_SPACE
        out = (text, advance, self.scale * advance, kind)
        self.glyphs[cid] = out
        return out


def _remember(known: dict[bytes, list[Glyph]], body: bytes, out: list[Glyph]) -> list[Glyph]:
    if len(body) <= SHORT:
        if len(known) >= MOST_STRINGS:
            known.clear()
        known[body] = out
    return out


@define(eq=False)
class Case:
    """The letters of all fonts of a document; a font that goes takes its letters along."""

    fonts: WeakKeyDictionary[PDFFont, dict[tuple[float, float, float], Letters]] = field(
        factory=WeakKeyDictionary
    )

    def letters(self, font: PDFFont, fontsize: float, scaling: float, scale: float) -> Letters:
        """The letters of a font at a size."""
        sizes = self.fonts.setdefault(font, {})
        key = (fontsize, scaling, scale)
        if key not in sizes:
            if len(sizes) >= MOST_SIZES:
                sizes.clear()
            sizes[key] = Letters(*key)
        return sizes[key]
