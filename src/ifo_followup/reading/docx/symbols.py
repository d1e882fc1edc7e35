"""Signs from symbol fonts, which are drawn with letters of another meaning."""

LOST = "\ufffd"
# signs that, drawn in a colour, are a traffic light
MARKS = frozenset("●■⬤◼⚫•")

_WINGDINGS = {
    0x22: "✂",
    0x46: "☞",
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA4: "◉",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE3: "↖",
    0xE4: "↗",
    0xE5: "↙",
    0xE6: "↘",
    0xE8: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x97: "●",
    0x98: "●",
    0xA2: "■",
    0xA3: "□",
}
_WINGDINGS_3 = {0x70: "▲", 0x71: "▼", 0x9F: "→", 0xC7: "↗", 0xC8: "↘"}
_WEBDINGS = {0x61: "✓", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {
    0x2D: "−",
    0x6D: "μ",
    0x44: "Δ",
    0xA3: "≤",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBB: "≈",
    0xD6: "√",
    0xE5: "∑",
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}


def symbol(font: str | None, code: str | None) -> str:
    """The Unicode sign for a `w:sym`, U+FFFD where it is not known."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return LOST
    table = _FONTS.get((font or "").strip().lower())
    if table is not None:
        # symbol fonts are stored in the private area: F0A7 is A7
        return table.get(value & 0xFF, LOST) if value <= 0xFF or 0xF000 <= value <= 0xF0FF else LOST
    printable = 0x20 <= value <= 0xFFFD and not 0xD800 <= value <= 0xF8FF
    return chr(value) if printable else LOST
