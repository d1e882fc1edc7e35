"""pdfium's functions as they are called for each letter, line and colour.

The package's own ones check and wrap each argument, and let go of the interpreter's lock and take
it again; that costs more than what most of them do. These are the same functions, called with
plain addresses and with the lock kept, which write into numbers that are there once.
"""

import ctypes
import operator
from array import array
from typing import Any

_ADDRESS, _WHOLE, _NATURAL = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_SIZE = ctypes.c_size_t
_FLOAT = ctypes.c_float


class _Index:
    """A whole number as an argument, taken as it is: ctypes would wrap it first."""

    from_param = operator.index


class Calls:
    """The functions, and the numbers they write into.

    Every handle is an address, 0 or None where there is none. What a function writes is in
    `wholes`, `floats` or `doubles` until the next call.
    """

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self.doubles = (ctypes.c_double * 2)()
        self.floats = (_FLOAT * 6)()
        self.wholes = (_NATURAL * 4)()
        self.x, self.y = _places(self.doubles)
        self.f0 = ctypes.addressof(self.floats)
        self.edges = _places(self.floats)[:4]
        self.w0, self.w1, self.w2, self.w3 = _places(self.wholes)

        kinds: dict[tuple[Any, ...], Any] = {}  # to make one costs as much as a hundred calls

        def call(name: str, *signature: Any) -> Any:
            if signature not in kinds:
                kinds[signature] = ctypes.PYFUNCTYPE(*signature)
            return kinds[signature](address(getattr(raw, name)))

        handle_at = (_ADDRESS, _ADDRESS, _Index)
        ask_number = (_WHOLE, _ADDRESS)
        put_one = (_WHOLE, _ADDRESS, _ADDRESS)
        put_two = (_WHOLE, _ADDRESS, _ADDRESS, _ADDRESS)
        put_four = (_WHOLE, *([_ADDRESS] * 5))
        self.page_objects = call("FPDFPage_CountObjects", *ask_number)
        self.page_object = call("FPDFPage_GetObject", *handle_at)
        self.form_objects = call("FPDFFormObj_CountObjects", *ask_number)
        self.form_object = call("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, ctypes.c_ulong)
        self.kind = call("FPDFPageObj_GetType", *ask_number)
        self.matrix = call("FPDFPageObj_GetMatrix", *put_one)
        self.bounds = call("FPDFPageObj_GetBounds", *put_four)
        self.fill_colour = call("FPDFPageObj_GetFillColor", *put_four)
        self.stroke_colour = call("FPDFPageObj_GetStrokeColor", *put_four)
        self.stroke_width = call("FPDFPageObj_GetStrokeWidth", *put_one)
        self.clip = call("FPDFPageObj_GetClipPath", _ADDRESS, _ADDRESS)
        self.clip_paths = call("FPDFClipPath_CountPaths", *ask_number)
        self.clip_segments = call("FPDFClipPath_CountPathSegments", _WHOLE, _ADDRESS, _WHOLE)
        self.clip_segment = call("FPDFClipPath_GetPathSegment", _ADDRESS, _ADDRESS, _WHOLE, _WHOLE)
        self.draw_mode = call("FPDFPath_GetDrawMode", *put_two)
        self.segments = call("FPDFPath_CountSegments", *ask_number)
        self.segment = call("FPDFPath_GetPathSegment", *handle_at)
        self.segment_kind = call("FPDFPathSegment_GetType", *ask_number)
        self.segment_point = call("FPDFPathSegment_GetPoint", *put_two)
        self.segment_closes = call("FPDFPathSegment_GetClose", *ask_number)
        self.font = call("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
        self.font_size = call("FPDFTextObj_GetFontSize", *put_one)
        self.render_mode = call("FPDFTextObj_GetTextRenderMode", *ask_number)
        self.font_name = call("FPDFFont_GetBaseFontName", _SIZE, _ADDRESS, _ADDRESS, _SIZE)
        self.font_angle = call("FPDFFont_GetItalicAngle", *put_one)
        self.font_flags = call("FPDFFont_GetFlags", *ask_number)
        self.drawn_by = call("FPDFText_GetTextObject", *handle_at)
        self.generated = call("FPDFText_IsGenerated", _WHOLE, _ADDRESS, _Index)
        self.unicode = call("FPDFText_GetUnicode", _NATURAL, _ADDRESS, _Index)
        self.text = call("FPDFText_GetText", _WHOLE, _ADDRESS, _WHOLE, _WHOLE, _ADDRESS)
        self.origin = call("FPDFText_GetCharOrigin", _WHOLE, _ADDRESS, _Index, _ADDRESS, _ADDRESS)
        self.loose_box = call("FPDFText_GetLooseCharBox", _WHOLE, _ADDRESS, _Index, _ADDRESS)


def address(pointer: Any) -> int:
    """The address of one of pdfium's objects."""
    return ctypes.cast(pointer, _ADDRESS).value or 0


def numbers(kind: str, count: int) -> "array[Any]":
    """Room for numbers of a kind: "d" and "f" are long and short fractions, "i", "I", "H" whole.

    A ctypes array would need a type of its own for every length.
    """
    return array(kind, bytes(count * array(kind).itemsize))


def into(room: "array[Any]", each: int) -> list[range]:
    """Where one call after the other is to write `each` numbers, one group behind the last."""
    start, count = room.buffer_info()
    size = room.itemsize
    return [range(start + part * size, start + count * size, each * size) for part in range(each)]


def _places(numbers: Any) -> list[int]:
    start, each = ctypes.addressof(numbers), ctypes.sizeof(numbers) // len(numbers)
    return [start + index * each for index in range(len(numbers))]
