"""What pdfium says is drawn on a page: text objects, paths, pictures and forms."""

import ctypes
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.errors import LimitExceeded
from ifo_followup.limits import Limits
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.colours import MAX_PIXELS, dominant
from ifo_followup.reading.pdf.content import Picture, Style, quarter
from ifo_followup.reading.pdf.look import LIGHT_SIDE, is_bold, is_italic
from ifo_followup.reading.pdf.paths import Ink, Subpath, clipped

Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_NAME_BYTES = 256


@define(eq=False)
class Shown:
    """What the words of one text object share."""

    order: int
    style: Style
    turn: int
    seen: bool


@define(eq=False)
class Drawing:
    """Collects what one page draws."""

    raw: Any
    document: Any
    page: Any
    number: int
    limits: Limits
    width: float = field(init=False, default=0.0)
    height: float = field(init=False, default=0.0)
    ctm: Matrix = field(init=False, default=_IDENTITY)
    ink: Ink = field(init=False, factory=lambda: Ink([], [], []))
    pictures: list[Picture] = field(init=False, factory=list)
    order: int = field(init=False, default=0)
    objects: int = field(init=False, default=0)
    shown: dict[int | None, Shown] = field(init=False, factory=dict)
    styles: dict[tuple[object, ...], Style] = field(init=False, factory=dict)
    fonts: dict[int | None, tuple[str, bool, bool]] = field(init=False, factory=dict)

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
        for index in range(self.raw.FPDFPage_CountObjects(self.page)):
            self._object(self.raw.FPDFPage_GetObject(self.page, index), self.ctm, page_box, 0)

    def point(self, point: _Point, matrix: Matrix) -> _Point:
        """A point under a matrix, measured from the page's top left corner."""
        a, b, c, d, e, f = matrix
        x, y = point
        return a * x + c * y + e, self.height - (b * x + d * y + f)

    def _object(self, drawn: Any, ctm: Matrix, clip: Box | None, depth: int) -> None:
        self.objects += 1
        if self.objects > self.limits.page_paths or depth > self.limits.nesting:
            raise self.exceeded("objects or forms in forms")
        raw = self.raw
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._text_object(drawn, ctm)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(drawn, ctm, self._clip(drawn, ctm, clip))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self._image(drawn, ctm, self._clip(drawn, ctm, clip))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            inside = self._clip(drawn, ctm, clip)
            full = _times(self._matrix(drawn), ctm)
            for index in range(raw.FPDFFormObj_CountObjects(drawn)):
                self._object(raw.FPDFFormObj_GetObject(drawn, index), full, inside, depth + 1)

    def _text_object(self, drawn: Any, ctm: Matrix) -> None:
        raw = self.raw
        self.order += 1
        font = raw.FPDFTextObj_GetFont(drawn)
        a, b, c, d, _, _ = _times(self._matrix(drawn), ctm)
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(drawn, size)
        em = round(size.value * (c * c + d * d) ** 0.5, 2)
        turn = quarter(a, b)
        slanted = turn == 0 and d != 0 and abs(c / d) > 0.1
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
        colour = self._colour(
            raw.FPDFPageObj_GetStrokeColor if mode == 1 else raw.FPDFPageObj_GetFillColor, drawn
        )
        name, bold, italic = self._font(font)
        key = (name, em, bold or mode == 2, italic or slanted, colour)
        if key not in self.styles:
            self.styles[key] = Style(*key)
        self.shown[address(drawn)] = Shown(self.order, self.styles[key], turn, mode not in (3, 7))

    def _font(self, font: Any) -> tuple[str, bool, bool]:
        key = address(font)
        if key not in self.fonts:
            raw = self.raw
            buffer = ctypes.create_string_buffer(_NAME_BYTES)
            raw.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
            name = buffer.value.decode("utf-8", "replace")
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(font, angle)
            flags = raw.FPDFFont_GetFlags(font)
            self.fonts[key] = (name, is_bold(name, flags), is_italic(name, flags, angle.value))
        return self.fonts[key]

    def _path(self, drawn: Any, ctm: Matrix, clip: Box | None) -> None:
        raw = self.raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
        if not fill.value and not stroke.value:
            return
        self.order += 1
        count = raw.FPDFPath_CountSegments(drawn)
        if count > self.limits.page_paths:
            raise self.exceeded("lines and shapes")
        full = _times(self._matrix(drawn), ctm)
        segments = (raw.FPDFPath_GetPathSegment(drawn, i) for i in range(count))
        subpaths = self._subpaths(segments, full)
        if fill.value:
            colour = self._colour(raw.FPDFPageObj_GetFillColor, drawn)
            self.ink.fill(subpaths, colour, self.order, clip)
        if stroke.value:
            width = ctypes.c_float()
            raw.FPDFPageObj_GetStrokeWidth(drawn, width)
            self.ink.stroke(subpaths, width.value * (full[0] ** 2 + full[1] ** 2) ** 0.5, clip)
        if self.ink.pieces > self.limits.page_paths:
            raise self.exceeded("lines and shapes")

    def _subpaths(self, segments: Iterator[Any], matrix: Matrix) -> list[Subpath]:
        raw = self.raw
        out: list[Subpath] = []
        points: list[_Point] = []
        curved = closed = False
        bezier = 0
        x, y = ctypes.c_float(), ctypes.c_float()
        for segment in segments:
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    out.append(Subpath(tuple(points), curved, closed))
                points, curved, closed, bezier = [], False, False, 0
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                curved = True
                bezier += 1
            if kind != raw.FPDF_SEGMENT_BEZIERTO or bezier % 3 == 0:
                points.append(self.point((x.value, y.value), matrix))
            closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
        if len(points) > 1:
            out.append(Subpath(tuple(points), curved, closed))
        return out

    def _clip(self, drawn: Any, ctm: Matrix, clip: Box | None) -> Box | None:
        raw = self.raw
        path = raw.FPDFPageObj_GetClipPath(drawn)
        for number in range(max(0, raw.FPDFClipPath_CountPaths(path)) if path else 0):
            count = raw.FPDFClipPath_CountPathSegments(path, number)
            segments = (raw.FPDFClipPath_GetPathSegment(path, number, i) for i in range(count))
            boxes = [sub.box for sub in self._subpaths(segments, ctm)]
            if boxes:
                box = Box(
                    min(b.x0 for b in boxes),
                    min(b.top for b in boxes),
                    max(b.x1 for b in boxes),
                    max(b.bottom for b in boxes),
                )
                clip = clipped(box, clip) or Box(-1, -1, -1, -1)
        return clip

    def _image(self, drawn: Any, ctm: Matrix, clip: Box | None) -> None:
        full = _times(self._matrix(drawn), ctm)
        corners = [self.point(p, full) for p in ((0, 0), (0, 1), (1, 0), (1, 1))]
        box = clipped(Subpath(tuple(corners), False, True).box, clip)
        if box is None:
            return
        self.order += 1
        small = max(box.x1 - box.x0, box.bottom - box.top) <= LIGHT_SIDE
        colour = _picture_colour(self.raw, self.document, self.page, drawn) if small else None
        self.pictures.append(Picture(box, self.order, colour, small and colour is None))

    def _matrix(self, drawn: Any) -> Matrix:
        m = self.raw.FS_MATRIX()
        self.raw.FPDFPageObj_GetMatrix(drawn, m)
        return m.a, m.b, m.c, m.d, m.e, m.f

    def _colour(self, ask: Any, drawn: Any) -> Colour | None:
        parts = [ctypes.c_uint() for _ in range(4)]
        if not ask(drawn, *parts):
            return None
        return Colour(*(min(255, part.value) for part in parts[:3]))

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


def address(pointer: Any) -> int | None:
    """What tells one of pdfium's objects from another."""
    return ctypes.cast(pointer, ctypes.c_void_p).value


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
