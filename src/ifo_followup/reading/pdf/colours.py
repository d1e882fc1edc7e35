"""Colours as drawn, and the dominant colour of a small picture: a traffic light."""

import math
from collections import Counter

from ifo_followup.document import Colour

# More pixels than this are a photograph or a trap, not a coloured dot.
MAX_PIXELS = 4_000_000
# At most about this many pixels are looked at: enough to find the colour that fills a dot.
SAMPLE = 20_000


def dominant(
    data: bytes,
    size: tuple[int, int],
    bits: int,
    channels: int,
    palette: bytes | None,
    alpha: bytes | None,
) -> Colour | None:
    """The commonest colour that is neither white nor transparent, or None.

    `size` is (width, height) in pixels, `channels` samples a pixel (1 grey or index, 3 RGB,
    4 CMYK), `palette` the RGB triples of an indexed image, `alpha` one byte of opacity a pixel.
    """
    width, height = size
    row = (width * channels * bits + 7) // 8
    if bits not in (1, 2, 4, 8) or (bits != 8 and channels != 1) or len(data) < row * height:
        return None
    step = max(1, width * height // SAMPLE)
    counts: Counter[tuple[int, int, int]] = Counter()
    for pixel in range(0, width * height, step):
        if alpha is not None and (pixel >= len(alpha) or alpha[pixel] < 128):
            continue
        y, x = divmod(pixel, width)
        colour = _colour(data, y * row, x, bits, channels, palette)
        if colour is not None and min(colour) < 235:
            counts[colour] += 1
    # a dot's dark outline is thinner than the dot: the commonest colour is its inside
    return Colour(*counts.most_common(1)[0][0]) if counts else None


def _colour(
    data: bytes, start: int, x: int, bits: int, channels: int, palette: bytes | None
) -> tuple[int, int, int] | None:
    if channels == 3:
        at = start + 3 * x
        return data[at], data[at + 1], data[at + 2]
    if channels == 4:
        cyan, magenta, yellow, black = data[start + 4 * x : start + 4 * x + 4]
        return tuple(round((255 - v) * (255 - black) / 255) for v in (cyan, magenta, yellow))  # type: ignore[return-value]  # three of them
    first = x * bits
    value = (data[start + first // 8] >> (8 - bits - first % 8)) & ((1 << bits) - 1)
    if palette is not None:
        rgb = palette[3 * value : 3 * value + 3]
        return (rgb[0], rgb[1], rgb[2]) if len(rgb) == 3 else None
    grey = value * 255 // ((1 << bits) - 1)
    return grey, grey, grey


def printed(value: object, space: str) -> Colour | None:
    """The colour of a value in a colour space, None where it is a pattern or not known."""
    if isinstance(value, (int, float)):
        if space in ("Separation", "DeviceN"):
            # a tint: 1 is full ink, of whatever colour the ink has
            value = 1 - value
        return None if space == "Indexed" else Colour(*[_channel(value)] * 3)
    if not isinstance(value, tuple) or not all(isinstance(v, (int, float)) for v in value):
        return None
    if len(value) == 3:
        return Colour(*(_channel(v) for v in value))
    if len(value) == 4:
        cyan, magenta, yellow, black = value
        return Colour(*(_channel((1 - v) * (1 - black)) for v in (cyan, magenta, yellow)))
    return None


def _channel(value: float) -> int:
    return round(255 * min(1.0, max(0.0, value))) if math.isfinite(value) else 0
