"""The colour of a small picture: a traffic light drawn as a PNG of some dots."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

from ifo_followup.document import Colour

MAX_PIXELS = 512 * 512
MAX_BYTES = 2**20

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# a channel above this in all three is white paper
_WHITE = 240
_OPAQUE = 128
# a mark is one colour; a picture with no colour on so large a share is not a mark
_SHARE = 0.4


def dominant_colour(data: bytes) -> Colour | None:
    """The colour of most pixels that are neither white nor transparent, None if there is none.

    Reads small PNG files that are not interlaced; anything else, JPEG included, gives None.
    """
    try:
        counts = Counter(_pixels(data))
    except (ValueError, IndexError, struct.error, zlib.error):
        return None
    total = counts.total()
    if not total:
        return None
    (red, green, blue), most = counts.most_common(1)[0]
    return Colour(red, green, blue) if most >= _SHARE * total else None


def _pixels(data: bytes) -> Iterator[tuple[int, int, int]]:
    if not data.startswith(_SIGNATURE) or len(data) > MAX_BYTES:
        raise ValueError("not a small PNG")
    width, height, depth, kind, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    if not 0 < width * height <= MAX_PIXELS or interlaced or kind not in _CHANNELS:
        raise ValueError("not a plain PNG")
    if depth != 8 and not (kind in (0, 3) and depth in (1, 2, 4)):
        raise ValueError("unusual depth")
    chunks = dict(_chunks(data))
    channels = _CHANNELS[kind]
    stride = (width * channels * depth + 7) // 8
    raw = zlib.decompressobj().decompress(chunks[b"IDAT"], height * (stride + 1))
    palette, alpha = chunks.get(b"PLTE", b""), chunks.get(b"tRNS", b"")
    for row in _rows(raw, height, stride, max(1, channels * depth // 8)):
        samples = row if depth == 8 else _unpack(row, depth)
        for at in range(0, width * channels, channels):
            pixel = _rgba(samples, at, kind, depth, palette, alpha)
            if pixel[3] >= _OPAQUE and min(pixel[:3]) < _WHITE:
                yield pixel[:3]


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    image = bytearray()
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if name == b"IDAT":
            image += body
        else:
            yield name, body
        at += 12 + size
    yield b"IDAT", bytes(image)


def _rows(raw: bytes, height: int, stride: int, step: int) -> Iterator[bytearray]:
    before = bytearray(stride)
    for number in range(height):
        start = number * (stride + 1)
        row = bytearray(raw[start + 1 : start + 1 + stride])
        if len(row) < stride:
            raise ValueError("picture data ends early")
        _unfilter(raw[start], row, before, step)
        yield row
        before = row


def _unfilter(method: int, row: bytearray, before: bytearray, step: int) -> None:
    for at in range(len(row)):
        left = row[at - step] if at >= step else 0
        up = before[at]
        if method == 1:
            add = left
        elif method == 2:
            add = up
        elif method == 3:
            add = (left + up) // 2
        elif method == 4:
            add = _paeth(left, up, before[at - step] if at >= step else 0)
        else:
            return
        row[at] = (row[at] + add) & 0xFF


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


def _unpack(row: bytearray, depth: int) -> bytes:
    mask = (1 << depth) - 1
    return bytes(byte >> shift & mask for byte in row for shift in range(8 - depth, -1, -depth))


def _rgba(
    samples: bytes | bytearray, at: int, kind: int, depth: int, palette: bytes, alpha: bytes
) -> tuple[int, int, int, int]:
    first = samples[at]
    if kind == 3:
        red, green, blue = palette[3 * first : 3 * first + 3]
        return red, green, blue, alpha[first] if first < len(alpha) else 255
    if kind in (2, 6):
        opacity = samples[at + 3] if kind == 6 else 255
        return first, samples[at + 1], samples[at + 2], opacity
    grey = first * 255 // ((1 << depth) - 1)
    return grey, grey, grey, samples[at + 1] if kind == 4 else 255
