"""The type of a PDF: how wide words are, and which font has a character.

Three typefaces are those that every PDF reader has; they hold the characters of Windows-1252.
What they lack is taken from Vera, which comes with reportlab and goes into the file.
"""

from functools import lru_cache
from itertools import groupby

from attrs import define, field, frozen
from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from ifo_followup.errors import Unprintable
from ifo_followup.typeset.printing.failures import named
from ifo_followup.typeset.printing.look import Typeface

# by weight and slant: upright, bold, slanted, both
_FACES = {
    Typeface.HELVETICA: (
        "Helvetica",
        "Helvetica-Bold",
        "Helvetica-Oblique",
        "Helvetica-BoldOblique",
    ),
    Typeface.TIMES: ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    Typeface.COURIER: ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
    Typeface.VERA: ("Vera", "VeraBd", "VeraIt", "VeraBI"),
}
_EMBEDDED = Typeface.VERA
# a bullet has a code of reportlab's own in the others, which PDF readers do not know
_ONLY_EMBEDDED = "\u2022"
# blanks of other widths are printed as no-break spaces
_BLANKS = str.maketrans(dict.fromkeys("\u2007\u2009\u202f", "\u00a0"))


@frozen
class Style:
    """How a stretch of text is set; `size` in points."""

    size: float
    bold: bool = False
    slanted: bool = False


@define
class Type:
    """Measures and finds the letters of one typeface."""

    typeface: Typeface
    _widths: dict[tuple[str, Style], float] = field(factory=dict, init=False)

    def width(self, text: str, style: Style) -> float:
        """How wide a text is (points).

        Raises:
            Unprintable: no font at hand has one of its characters.
        """
        key = (text, style)
        if key not in self._widths:
            self._widths[key] = sum(
                stringWidth(part, font, style.size) for font, part in self.parts(text, style)
            )
        return self._widths[key]

    def parts(self, text: str, style: Style) -> list[tuple[str, str]]:
        """The stretches of a text that one font has, each with the font's name."""
        at = style.bold + 2 * style.slanted
        return [
            (_font(face, at), "".join(letters))
            for face, letters in groupby(text.translate(_BLANKS), key=self._face_of)
        ]

    def _face_of(self, letter: str) -> Typeface:
        if self.typeface is not _EMBEDDED and _in_windows(letter):
            return self.typeface
        if letter in " \u00a0" or ord(letter) in _known():
            return _EMBEDDED
        raise Unprintable(f"no font at hand has the character {named(letter)}")


def _in_windows(letter: str) -> bool:
    if letter < " " or "\x7f" <= letter < "\xa0" or letter in _ONLY_EMBEDDED:
        return False
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _font(face: Typeface, at: int) -> str:
    return _loaded(_FACES[face][at]) if face is _EMBEDDED else _FACES[face][at]


@lru_cache(maxsize=len(_FACES[_EMBEDDED]))
def _loaded(name: str) -> str:
    registerFont(TTFont(name, f"{name}.ttf"))
    return name


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """The characters of the embedded typeface."""
    font = getFont(_loaded(_FACES[_EMBEDDED][0]))
    return frozenset(code for code in font.face.charToGlyph if code > 0x20)
