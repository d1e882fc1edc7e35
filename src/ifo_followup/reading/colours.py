"""Colours as files write them: "FFC000", "#fc0", "rgb(255, 192, 0)", "green"."""

import re

from ifo_followup.document import Colour

WHITE = Colour(255, 255, 255)

_RGB = re.compile(r"rgba?\(\s{0,5}(\d{1,3})\s{0,5}[, ]\s{0,5}(\d{1,3})\s{0,5}[, ]\s{0,5}(\d{1,3})")
_HEX = re.compile(r"[0-9a-fA-F]{6}")
_NAMED = {
    # CSS, VML and DrawingML presets
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "lime": "00FF00",
    "green": "008000",
    "darkgreen": "006400",
    "lightgreen": "90EE90",
    "yellowgreen": "9ACD32",
    "limegreen": "32CD32",
    "seagreen": "2E8B57",
    "forestgreen": "228B22",
    "yellow": "FFFF00",
    "gold": "FFD700",
    "orange": "FFA500",
    "darkorange": "FF8C00",
    "darkred": "8B0000",
    "firebrick": "B22222",
    "crimson": "DC143C",
    "tomato": "FF6347",
    "blue": "0000FF",
    "navy": "000080",
    "cyan": "00FFFF",
    "aqua": "00FFFF",
    "teal": "008080",
    "magenta": "FF00FF",
    "fuchsia": "FF00FF",
    "purple": "800080",
    "maroon": "800000",
    "olive": "808000",
    "gray": "808080",
    "grey": "808080",
    "lightgray": "D3D3D3",
    "lightgrey": "D3D3D3",
    "silver": "C0C0C0",
    # Word's highlighter
    "darkblue": "000080",
    "darkcyan": "008080",
    "darkmagenta": "800080",
    "darkyellow": "808000",
    "darkgray": "808080",
}


def colour(text: str | None) -> Colour | None:
    """Read a colour, None for "auto", "none", theme names and anything else."""
    if not text:
        return None
    word = text.strip().lower()
    # VML appends a theme index: "#92d050 [3209]"
    word = word if word.startswith("rgb") else word.split(" ")[0]
    digits = _NAMED.get(word, word.removeprefix("#"))
    if len(digits) == 3 and word.startswith("#"):
        digits = "".join(digit * 2 for digit in digits)
    if _HEX.fullmatch(digits):
        return Colour(*bytes.fromhex(digits))
    match = _RGB.match(word)
    if match and all(int(part) <= 255 for part in match.groups()):
        return Colour(*map(int, match.groups()))
    return None


def fill(text: str | None) -> Colour | None:
    """Read a background colour; white is no fill."""
    found = colour(text)
    return None if found == WHITE else found
