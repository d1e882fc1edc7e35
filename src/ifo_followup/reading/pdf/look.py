"""What a font's name and flags say of how its text looks, whichever back end reads them."""

# A picture drawn at most this large (points) may be a traffic light.
LIGHT_SIDE = 40.0

_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_BOLD_WEIGHT = 600


def is_bold(name: str, flags: int, weight: object = None) -> bool:
    """Whether a font is bold; `weight` is what its descriptor calls FontWeight."""
    return (
        any(word in name.lower() for word in _BOLD_NAMES)
        or bool(flags & _FORCE_BOLD)
        or (isinstance(weight, (int, float)) and weight >= _BOLD_WEIGHT)
    )


def is_italic(name: str, flags: int, angle: object = 0) -> bool:
    """Whether a font is italic; `angle` is what its descriptor calls ItalicAngle."""
    low = name.lower()
    return "italic" in low or "oblique" in low or bool(flags & _ITALIC) or angle not in (0, 0.0)
