"""What pdfium says is drawn on a page: text objects, paths, pictures and forms."""

import ctypes
from collections import deque
from collections.abc import Iterator
from itertools import repeat
from typing import Any

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.errors import LimitExceeded
from ifo_followup.limits import Limits
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.colours import MAX_PIXELS, dominant
from ifo_followup.reading.pdf.content import Picture, Style, around, quarter
from ifo_followup.reading.pdf.look import LIGHT_SIDE, is_bold, is_italic
from ifo_followup.reading.pdf.paths import Ink, Point, Subpath, clipped
from ifo_followup.reading.pdf.pdfium_calls import Calls, address, into, numbers
from ifo_followup.reading.pdf.pdfium_paths import (
    Matrix,
    Paths,
    Segments,
    ToldPath,
    exceeded,
    line_of,
    rectangle_of,
    subpaths_of,
)

# What pdfium says of a text object: font, size, rendering mode, whether it has a colour, the first
# four numbers of its matrix, red, green and blue.
_Told = tuple[int | None, float, int, int, float, float, float, float, int, int, int]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_NAME_BYTES = 256
# pdfium's numbers for kinds of objects (fpdf_edit.h)
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
# text rendering modes (ISO 32000-1, table 106)
_OUTLINED, _FILLED_OUTLINED, _UNSEEN = 1, 2, (3, 7)


class Widths(dict[str, float]):
    """How wide letters are (em), as far as they were asked for, and words made of them."""

    def __missing__(self, word: str) -> float:
        if len(word) < 2:
            raise KeyError(word)
        self[word] = wide = sum(map(self.__getitem__, word))
        return wide


@define(eq=False)
class Look:
    """How a text object is set: what it shares with all others that are set so.

    `plain` tells that it stands upright on a page that is not turned; `widths` are those of its
    letters, and `em` is what they are multiplied with (points).
    """

    style: Style
    turn: int
    seen: bool
    plain: bool
    widths: Widths
    em: float


@define(eq=False)
class Shared:
    """What the pages of a document share.

    A font is known by its address, which holds as long as a page that uses it is open: each page
    is closed when the next one was walked, and what that one does not use is forgotten.
    """

    calls: Calls
    document: Any
    limits: Limits
    widths: dict[tuple[object, ...], Widths] = field(init=False, factory=dict)
    fonts: dict[int | None, tuple[str, bool, bool]] = field(init=False, factory=dict)


@define(eq=False)
class Drawing:
    """Collects what one page draws."""

    shared: Shared
    page: Any
    number: int
    calls: Calls = field(init=False)
    asked: Paths = field(init=False)
    width: float = field(init=False, default=0.0)
    height: float = field(init=False, default=0.0)
    ctm: Matrix = field(init=False, default=_IDENTITY)
    ink: Ink = field(init=False, factory=lambda: Ink([], [], []))
    pictures: list[Picture] = field(init=False, factory=list)
    order: int = field(init=False, default=0)
    objects: int = field(init=False, default=0)
    # by the address of the text object: its drawing order, and its look
    shown: dict[int | None, tuple[int, Look]] = field(init=False, factory=dict)
    _used: set[int | None] = field(init=False, factory=set)
    _looks: dict[tuple[object, ...], Look] = field(init=False, factory=dict)
    _styles: dict[tuple[object, ...], Style] = field(init=False, factory=dict)
    _colours: dict[tuple[int, int, int], Colour] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.calls = self.shared.calls
        self.asked = Paths(self.calls, self.limits)

    @property
    def limits(self) -> Limits:
        """How much a page may hold."""
        return self.shared.limits

    def walk(self) -> None:
        """Go through all objects of the page."""
        x0, y0, x1, y1 = self.page.get_mediabox()
        # pdfium keeps 32 bits of a number
        width, height = round(abs(x1 - x0), 3), round(abs(y1 - y0), 3)
        rotation = self.page.get_rotation()
        self.width, self.height = (height, width) if rotation in (90, 270) else (width, height)
        self.ctm = {
            90: (0, -1, 1, 0, -y0, x1),
            180: (-1, 0, 0, -1, x1, y1),
            270: (0, 1, -1, 0, y1, -x0),
        }.get(rotation, (1, 0, 0, 1, -x0, -y0))
        page_box = Box(0, 0, self.width, self.height)
        page, count = address(self.page.raw), self.calls.page_objects(address(self.page.raw))
        self._objects(list(map(self.calls.page_object, repeat(page), range(count))), page_box, 0)

    def forget_fonts(self) -> None:
        """Forget all fonts that are not used here, before the page before this one is closed."""
        shared = self.shared
        shared.fonts = {font: known for font, known in shared.fonts.items() if font in self._used}
        shared.widths = {key: known for key, known in shared.widths.items() if key[0] in self._used}

    def point(self, point: Point, matrix: Matrix) -> Point:
        """A point under a matrix, measured from the page's top left corner."""
        a, b, c, d, e, f = matrix
        x, y = point
        return a * x + c * y + e, self.height - (b * x + d * y + f)

    def _objects(
        self, drawn: list[int], clip: Box | None, depth: int, ctm: Matrix | None = None
    ) -> None:
        ctm = ctm or self.ctm
        self.objects += len(drawn)
        if self.objects > self.limits.page_paths or depth > self.limits.nesting:
            raise self.exceeded("objects or forms in forms")
        calls = self.calls
        kinds = list(map(calls.kind, drawn))
        told = self._text_objects(
            [each for each, k in zip(drawn, kinds, strict=True) if k == _TEXT]
        )
        paths = self.asked.paths(
            [each for each, k in zip(drawn, kinds, strict=True) if k == _PATH], self.number
        )
        for each, kind in zip(drawn, kinds, strict=True):
            if kind == _TEXT:
                self.order += 1
                self.shown[each] = self.order, self._look(next(told), ctm)
            elif kind == _PATH:
                self._path(each, *next(paths), ctm, clip)
            elif kind == _IMAGE:
                self._image(each, ctm, self._clip(each, ctm, clip))
            elif kind == _FORM:
                inside = self._clip(each, ctm, clip)
                count = calls.form_objects(each)
                parts = list(map(calls.form_object, repeat(each), range(count)))
                self._objects(parts, inside, depth + 1, _times(self._matrix(each), ctm))

    def _text_objects(self, drawn: list[int]) -> Iterator[_Told]:
        """What pdfium says of text objects, asked for all of them at once."""
        calls, count = self.calls, len(drawn)
        matrices, sizes = numbers("f", 6 * count), numbers("f", count)
        colours = numbers("I", 4 * count)
        fonts = list(map(calls.font, drawn))
        modes = list(map(calls.render_mode, drawn))
        deque(map(calls.matrix, drawn, into(matrices, 6)[0]), 0)
        deque(map(calls.font_size, drawn, into(sizes, 1)[0]), 0)
        parts = into(colours, 4)
        coloured = list(map(calls.fill_colour, drawn, *parts))
        for index, mode in enumerate(modes):
            if mode == _OUTLINED:
                to = (part[index] for part in parts)
                coloured[index] = calls.stroke_colour(drawn[index], *to)
        m, c = matrices, colours
        turns = m[0::6], m[1::6], m[2::6], m[3::6]
        return zip(fonts, sizes, modes, coloured, *turns, c[0::4], c[1::4], c[2::4], strict=True)

    def _look(self, told: _Told, ctm: Matrix) -> Look:
        key = (told, ctm[:4])
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._new_look(told, ctm)
        return look

    def _new_look(self, told: _Told, ctm: Matrix) -> Look:
        font, size, mode, coloured, red, green, blue = *told[:4], *told[8:]
        colour = _colour(red, green, blue) if coloured else None
        a, b, c, d, _, _ = _times((*told[4:8], 0, 0), ctm)
        turn = quarter(a, b)
        slanted = turn == 0 and d != 0 and abs(c / d) > 0.1
        height = round(size * (c * c + d * d) ** 0.5, 2)
        name, bold, italic = self._font(font)
        key = (name, height, bold or mode == _FILLED_OUTLINED, italic or slanted, colour)
        if key not in self._styles:
            self._styles[key] = Style(*key)
        self._used.add(font)
        # letters of one font are as wide in any colour and size; not so where they are slanted
        em = size * a
        widths = self.shared.widths.setdefault((font, b / a, c / a) if a else (font,), Widths())
        plain = turn == 0 and em > 0 and self.ctm[:4] == _IDENTITY[:4]
        return Look(self._styles[key], turn, mode not in _UNSEEN, plain, widths, em)

    def _font(self, font: int | None) -> tuple[str, bool, bool]:
        if font not in self.shared.fonts:
            calls = self.calls
            buffer = ctypes.create_string_buffer(_NAME_BYTES)
            calls.font_name(font, ctypes.addressof(buffer), _NAME_BYTES)
            name = buffer.value.decode("utf-8", "replace")
            calls.font_angle(font, calls.w0)
            angle = ctypes.c_int(calls.wholes[0]).value
            flags = calls.font_flags(font)
            found = (name, is_bold(name, flags), is_italic(name, flags, angle))
            self.shared.fonts[font] = found
        return self.shared.fonts[font]

    def _path(
        self, drawn: int, told: ToldPath, segments: Segments, ctm: Matrix, clip: Box | None
    ) -> None:
        filled, stroked, matrix, width, coloured, tint, clips = told
        if not filled and not stroked:
            return
        if clips > 0:
            clip = self._clip(drawn, ctm, clip)
        self.order += 1
        full = _times(matrix, ctm)
        if stroked:
            width *= (full[0] ** 2 + full[1] ** 2) ** 0.5
        colour = self._colour(tint) if coloured and filled else None
        if filled and not stroked and (box := rectangle_of(segments, full, self.height)):
            self.ink.rectangle(box, colour, self.order, clip)
        elif stroked and not filled and (line := line_of(segments, full, self.height)):
            self.ink.line(*line, width, clip)
        else:
            subpaths = subpaths_of(segments, full, self.height)
            if filled:
                self.ink.fill(subpaths, colour, self.order, clip)
            if stroked:
                self.ink.stroke(subpaths, width, clip)
        if self.ink.pieces > self.limits.page_paths:
            raise self.exceeded("lines and shapes")

    def _colour(self, tint: tuple[int, int, int]) -> Colour:
        if tint not in self._colours:
            self._colours[tint] = _colour(*tint)
        return self._colours[tint]

    def _clip(self, drawn: int, ctm: Matrix, clip: Box | None) -> Box | None:
        calls = self.calls
        path = calls.clip(drawn)
        for number in range(calls.clip_paths(path) if path else 0):
            count = calls.clip_segments(path, number)
            if count > self.limits.page_paths:
                raise self.exceeded("lines and shapes")
            segments = list(map(calls.clip_segment, repeat(path), repeat(number), range(count)))
            ends = self.asked.ends(segments)
            boxes = [sub.box for sub in subpaths_of(ends, ctm, self.height)]
            if boxes:
                clip = clipped(around(boxes), clip) or Box(-1, -1, -1, -1)
        return clip

    def _image(self, drawn: int, ctm: Matrix, clip: Box | None) -> None:
        full = _times(self._matrix(drawn), ctm)
        corners = [self.point(p, full) for p in ((0, 0), (0, 1), (1, 0), (1, 1))]
        box = clipped(Subpath(tuple(corners), False, True).box, clip)
        if box is None:
            return
        self.order += 1
        small = max(box.x1 - box.x0, box.bottom - box.top) <= LIGHT_SIDE
        colour = self._picture_colour(drawn) if small else None
        self.pictures.append(Picture(box, self.order, colour, small and colour is None))

    def _matrix(self, drawn: int) -> Matrix:
        self.calls.matrix(drawn, self.calls.f0)
        a, b, c, d, e, f = self.calls.floats
        return a, b, c, d, e, f

    def _picture_colour(self, drawn: int) -> Colour | None:
        raw = self.calls.raw
        image = ctypes.cast(drawn, raw.FPDF_PAGEOBJECT)
        return _picture_colour(raw, self.shared.document, self.page, image)

    def exceeded(self, what: str) -> LimitExceeded:
        """The error that says what there is too much of."""
        return exceeded(what, self.number)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies the inner one first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        p * a + r * b,
        q * a + s * b,
        p * c + r * d,
        q * c + s * d,
        p * e + r * f + t,
        q * e + s * f + u,
    )


def _colour(red: int, green: int, blue: int) -> Colour:
    return Colour(min(255, red), min(255, green), min(255, blue))


def _picture_colour(raw: Any, document: Any, page: Any, drawn: Any) -> Colour | None:
    """The commonest colour of a small picture as pdfium renders it."""
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(drawn, wide, high):
        return None
    if not 0 < wide.value * high.value <= MAX_PIXELS:
        return None
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(document, page, drawn)
    if not bitmap:
        return None
    try:
        width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        if raw.FPDFBitmap_GetFormat(bitmap) != raw.FPDFBitmap_BGRA:
            return None
        data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    rows = [data[y * stride : y * stride + 4 * width] for y in range(height)]
    pixels = b"".join(rows)
    rgb = bytearray(3 * width * height)
    rgb[0::3], rgb[1::3], rgb[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
    return dominant(bytes(rgb), (width, height), 8, 3, None, pixels[3::4])
