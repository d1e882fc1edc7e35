"""The colour of a small picture that a page draws: a traffic light is often one."""

import copy
import zlib

from pdfminer.pdftypes import PDFStream, int_value, list_value, resolve1, stream_value
from pdfminer.psparser import literal_name

from ifo_followup.document import Colour
from ifo_followup.reading.pdf.colours import MAX_PIXELS, dominant


def picture_colour(stream: PDFStream) -> Colour | None:
    """The colour of a picture in one of the simple encodings; None for photographs' encodings."""
    width = int_value(stream.get_any(("W", "Width"), 0))
    height = int_value(stream.get_any(("H", "Height"), 0))
    if width <= 0 or height <= 0 or width * height > MAX_PIXELS:
        return None
    filters = [literal_name(name) for name, _ in stream.get_filters()]
    if any(name in ("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode") for name in filters):
        return None
    try:
        return _decoded_colour(stream, width, height)
    except (zlib.error, ValueError, TypeError, KeyError, IndexError, AttributeError):
        # a light that cannot be decoded is reported as such; the text of the page still counts
        return None


def _decoded_colour(stream: PDFStream, width: int, height: int) -> Colour | None:
    bits = int_value(stream.get_any(("BPC", "BitsPerComponent"), 8))
    space = resolve1(stream.get_any(("CS", "ColorSpace")))
    channels, palette = _space(space)
    alpha = None
    mask = resolve1(stream.get("SMask"))
    if isinstance(mask, PDFStream):
        same = (int_value(mask.get("Width", 0)), int_value(mask.get("Height", 0)))
        if same == (width, height) and int_value(mask.get("BitsPerComponent", 8)) == 8:
            alpha = copy.copy(mask).get_data()
    # decoded in a copy: the document keeps the stream, and need not keep its pixels
    return dominant(copy.copy(stream).get_data(), (width, height), bits, channels, palette, alpha)


def _space(space: object) -> tuple[int, bytes | None]:
    if isinstance(space, list) and space:
        name = literal_name(space[0])
        if name == "ICCBased":
            return int_value(stream_value(space[1])["N"]), None
        if name in ("Indexed", "I"):
            base, _ = _space(resolve1(space[1]))
            table = resolve1(space[3])
            raw = table.get_data() if isinstance(table, PDFStream) else table
            return 1, raw if base == 3 and isinstance(raw, bytes) else None
        return len(list_value(space[1])) if name == "DeviceN" else 3, None
    name = literal_name(space) if space is not None else "DeviceGray"
    return {"DeviceRGB": 3, "RGB": 3, "DeviceCMYK": 4, "CMYK": 4}.get(name, 1), None
