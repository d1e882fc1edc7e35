"""What pdfium says is drawn on a page: text objects, paths, pictures and forms."""

import ctypes
from collections.abc import Iterable
from typing import Any

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.errors import LimitExceeded
from ifo_followup.limits import Limits
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.colours import MAX_PIXELS, dominant
from ifo_followup.reading.pdf.content import Picture, Style, around, quarter
from ifo_followup.reading.pdf.look import LIGHT_SIDE, is_bold, is_italic
from ifo_followup.reading.pdf.paths import Ink, Subpath, clipped
from ifo_followup.reading.pdf.pdfium_calls import Calls, address

Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_NAME_BYTES = 256
# pdfium's numbers for kinds of objects and of path segments (fpdf_edit.h)
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_BEZIER, _MOVE = 1, 2
# text rendering modes (ISO 32000-1, table 106)
_OUTLINED, _FILLED_OUTLINED, _UNSEEN = 1, 2, (3, 7)


@define(eq=False)
class Look:
    """How a text object is set: what it shares with all others that are set so.

    `plain` tells that it stands upright on a page that is not turned; `widths` are those of its
    letters (points), as far as they were asked for.
    """

    style: Style
    turn: int
    seen: bool
    plain: bool
    widths: dict[str, float]


@define(eq=False)
class Shared:
    """What the pages of a document share.

    A font is known by its address, which holds as long as a page that uses it is open: each page
    is closed when the next one was walked, and what that one does not use is forgotten.
    """

    calls: Calls
    document: Any
    limits: Limits
    widths: dict[tuple[object, ...], dict[str, float]] = field(init=False, factory=dict)
    fonts: dict[int | None, tuple[str, bool, bool]] = field(init=False, factory=dict)


@define(eq=False)
class Drawing:
    """Collects what one page draws."""

    shared: Shared
    page: Any
    number: int
    calls: Calls = field(init=False)
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

    def __attrs_post_init__(self) -> None:
        self.calls = self.shared.calls

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
        page, ask = address(self.page.raw), self.calls.page_object
        for index in range(self.calls.page_objects(page)):
            self._object(ask(page, index), self.ctm, page_box, 0)

    def forget_fonts(self) -> None:
        """Forget all fonts that are not used here, before the page before this one is closed."""
        shared = self.shared
        shared.fonts = {font: known for font, known in shared.fonts.items() if font in self._used}
        shared.widths = {key: known for key, known in shared.widths.items() if key[0] in self._used}

    def point(self, point: _Point, matrix: Matrix) -> _Point:
        """A point under a matrix, measured from the page's top left corner."""
        a, b, c, d, e, f = matrix
        x, y = point
        return a * x + c * y + e, self.height - (b * x + d * y + f)

    def _object(self, drawn: int, ctm: Matrix, clip: Box | None, depth: int) -> None:
        self.objects += 1
        if self.objects > self.limits.page_paths or depth > self.limits.nesting:
            raise self.exceeded("objects or forms in forms")
        calls = self.calls
        kind = calls.kind(drawn)
        if kind == _TEXT:
            self._text_object(drawn, ctm)
        elif kind == _PATH:
            self._path(drawn, ctm, clip)
        elif kind == _IMAGE:
            self._image(drawn, ctm, self._clip(drawn, ctm, clip))
        elif kind == _FORM:
            inside = self._clip(drawn, ctm, clip)
            full = _times(self._matrix(drawn), ctm)
            for index in range(calls.form_objects(drawn)):
                self._object(calls.form_object(drawn, index), full, inside, depth + 1)

    def _text_object(self, drawn: int, ctm: Matrix) -> None:
        calls = self.calls
        self.order += 1
        font = calls.font(drawn)
        calls.font_size(drawn, calls.f0)
        size = calls.floats[0]
        calls.matrix(drawn, calls.f0)
        a, b, c, d, _, _ = calls.floats
        mode = calls.render_mode(drawn)
        ask = calls.stroke_colour if mode == _OUTLINED else calls.fill_colour
        told = ask(drawn, calls.w0, calls.w1, calls.w2, calls.w3)
        red, green, blue, _ = calls.wholes
        key = (font, size, a, b, c, d, mode, told, red, green, blue, ctm[:4])
        look = self._looks.get(key)
        if look is None:
            colour = _colour(red, green, blue) if told else None
            matrix = _times((a, b, c, d, 0, 0), ctm)
            self._used.add(font)
            look = self._looks[key] = self._look(font, size, matrix, mode, colour)
        self.shown[drawn] = (self.order, look)

    def _look(
        self, font: int | None, size: float, matrix: Matrix, mode: int, colour: Colour | None
    ) -> Look:
        a, b, c, d, _, _ = matrix
        turn = quarter(a, b)
        slanted = turn == 0 and d != 0 and abs(c / d) > 0.1
        em = round(size * (c * c + d * d) ** 0.5, 2)
        name, bold, italic = self._font(font)
        key = (name, em, bold or mode == _FILLED_OUTLINED, italic or slanted, colour)
        if key not in self._styles:
            self._styles[key] = Style(*key)
        # letters of one font are as wide in any colour
        widths = self.shared.widths.setdefault((font, size, a), {})
        plain = turn == 0 and self.ctm[:4] == _IDENTITY[:4]
        return Look(self._styles[key], turn, mode not in _UNSEEN, plain, widths)

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

    def _path(self, drawn: int, ctm: Matrix, clip: Box | None) -> None:
        calls = self.calls
        calls.draw_mode(drawn, calls.w0, calls.w1)
        filled, stroked = calls.wholes[:2]
        if not filled and not stroked:
            return
        clip = self._clip(drawn, ctm, clip)
        self.order += 1
        count = calls.segments(drawn)
        if count > self.limits.page_paths:
            raise self.exceeded("lines and shapes")
        full = _times(self._matrix(drawn), ctm)
        subpaths = self._subpaths([calls.segment(drawn, i) for i in range(count)], full)
        if filled:
            told = calls.fill_colour(drawn, calls.w0, calls.w1, calls.w2, calls.w3)
            colour = _colour(*calls.wholes[:3]) if told else None
            self.ink.fill(subpaths, colour, self.order, clip)
        if stroked:
            calls.stroke_width(drawn, calls.f0)
            width = calls.floats[0] * (full[0] ** 2 + full[1] ** 2) ** 0.5
            self.ink.stroke(subpaths, width, clip)
        if self.ink.pieces > self.limits.page_paths:
            raise self.exceeded("lines and shapes")

    def _subpaths(self, segments: Iterable[int], matrix: Matrix) -> list[Subpath]:
        calls = self.calls
        kind_of, put_point, closes = calls.segment_kind, calls.segment_point, calls.segment_closes
        at_x, at_y, found = calls.f0, calls.f1, calls.floats
        a, b, c, d, e, f = matrix
        height = self.height
        out: list[Subpath] = []
        points: list[_Point] = []
        curved = closed = False
        bezier = 0
        for segment in segments:
            kind = kind_of(segment)
            if kind == _MOVE:
                if len(points) > 1:
                    out.append(Subpath(tuple(points), curved, closed))
                points, curved, closed, bezier = [], False, False, 0
            elif kind == _BEZIER:
                curved = True
                bezier += 1
            if kind != _BEZIER or bezier % 3 == 0:
                put_point(segment, at_x, at_y)
                x, y = found[0], found[1]
                points.append((a * x + c * y + e, height - (b * x + d * y + f)))
            closed = closed or bool(closes(segment))
        if len(points) > 1:
            out.append(Subpath(tuple(points), curved, closed))
        return out

    def _clip(self, drawn: int, ctm: Matrix, clip: Box | None) -> Box | None:
        calls = self.calls
        path = calls.clip(drawn)
        for number in range(calls.clip_paths(path) if path else 0):
            count = calls.clip_segments(path, number)
            if count > self.limits.page_paths:
                raise self.exceeded("lines and shapes")
            segments = [calls.clip_segment(path, number, i) for i in range(count)]
            boxes = [sub.box for sub in self._subpaths(segments, ctm)]
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
        return LimitExceeded(f"more {what} on a page than allowed", page=self.number)


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
