"""A page's drawing operators -> `PageContent`.

Beside `opening` the only module that knows pdfminer: its fonts and interpreter are used, its
layout analysis is not.
"""

import math
import zlib
from collections.abc import Sequence

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFPageInterpreter,
    PDFResourceManager,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, int_value, list_value, resolve1, stream_value
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix, PathSegment, Rect, apply_matrix_pt, mult_matrix

from ifo_followup.document import Colour
from ifo_followup.errors import LimitExceeded, UnreadableDocument
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.colours import MAX_PIXELS, dominant, printed
from ifo_followup.reading.pdf.content import (
    LIGATURES,
    UNMAPPED,
    PageContent,
    Picture,
    RunBuilder,
    Style,
    quarter,
    turned,
)
from ifo_followup.reading.pdf.paths import Ink, Subpath, clipped

# A page of 6-point text holds about 20,000 characters; ten times that is drawing with letters.
MAX_GLYPHS = 200_000
# Maps and charts reach some 50,000 path pieces a page; beyond that nothing is a table.
MAX_PIECES = 200_000
# Forms may call forms: 5,000 calls a page bound the work of forms that multiply.
MAX_FORMS = 5_000
# ISO 32000 bounds a page side to 14,400 units; larger ones are damage or attacks.
MAX_SIDE = 14_400.0
# A picture drawn at most this large (points) may be a traffic light.
LIGHT_SIDE = 40.0

_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_BOLD_WEIGHT = 600


def read_content(page: PDFPage, number: int, manager: PDFResourceManager) -> PageContent:
    """Run the drawing operators of a page; `number` is 1-based."""
    device = _Device(manager, number)
    _Interpreter(manager, device).process_page(page)
    return device.content()


class _Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with clipping (which it leaves out) and the obsolete `F`."""

    device: "_Device"
    _clipping = False

    def do_q(self) -> None:
        super().do_q()
        self.device.save()

    def do_Q(self) -> None:  # noqa: N802
        if self.gstack:
            self.device.restore()
        super().do_Q()

    def do_W(self) -> None:  # noqa: N802
        self._clipping = True

    def do_W_a(self) -> None:  # noqa: N802
        self._clipping = True

    def do_F(self) -> None:  # noqa: N802
        self.do_f()

    def do_n(self) -> None:
        self._clip()
        super().do_n()

    def do_S(self) -> None:  # noqa: N802
        self._clip()
        super().do_S()

    def do_f(self) -> None:
        self._clip()
        super().do_f()

    def do_f_a(self) -> None:
        self._clip()
        super().do_f_a()

    def _clip(self) -> None:
        # a clip that is also painted clips its own painting too, which changes nothing
        if self._clipping and self.curpath:
            self.device.clip_to(self.curpath)
        self._clipping = False


class _Device(PDFTextDevice):
    """Collects what one page draws."""

    ctm: Matrix

    def __init__(self, manager: PDFResourceManager, number: int) -> None:
        super().__init__(manager)
        self.number = number
        self.width = self.height = 0.0
        self.clip: Box | None = None
        self.builder = RunBuilder()
        self.ink = Ink([], [], [])
        self.pictures: list[Picture] = []
        self.order = 0
        self.glyphs = 0
        self.forms = 0
        self._unmapped = 0
        self._saved: list[Box | None] = []
        self._figures: list[tuple[Box | None, int]] = []
        self._styles: dict[tuple[object, ...], Style] = {}
        self._style = Style("", 0.0, False, False, None)
        self._seen = True
        self._turn = 0
        self._spacing = 0.0

    def content(self) -> PageContent:
        """The finished page."""
        self.builder.flush()
        runs = tuple(self.builder.runs)
        unmapped = sum(r.text.count(UNMAPPED) for r in runs if len(r.text) > 1)
        return PageContent(
            number=self.number,
            width=self.width,
            height=self.height,
            runs=runs,
            rules=tuple(self.ink.rules),
            fills=tuple(self.ink.fills),
            pictures=tuple(self.pictures),
            curves=tuple(self.ink.curves),
            glyphs=self.glyphs,
            unmapped=unmapped,
        )

    # pdfminer calls these with arguments that not all of them need
    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:  # noqa: ARG002
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
            raise UnreadableDocument("a page without a usable size", page=self.number)
        turned = page.rotate in (90, 270)
        self.width, self.height = (height, width) if turned else (width, height)
        self.clip = Box(0, 0, self.width, self.height)

    def save(self) -> None:
        """Remember the clip, with the rest of the graphics state."""
        self._saved.append(self.clip)

    def restore(self) -> None:
        """Go back to the clip remembered last."""
        if self._saved:
            self.clip = self._saved.pop()

    def clip_to(self, path: Sequence[PathSegment]) -> None:
        """Draw only inside the box of a path from now on."""
        boxes = [sub.box for sub in self._subpaths(path)]
        if boxes:
            box = Box(
                min(b.x0 for b in boxes),
                min(b.top for b in boxes),
                max(b.x1 for b in boxes),
                max(b.bottom for b in boxes),
            )
            self.clip = clipped(box, self.clip) or Box(-1, -1, -1, -1)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:  # noqa: ARG002
        self.forms += 1
        if self.forms > MAX_FORMS:
            raise LimitExceeded(f"more than {MAX_FORMS} forms on a page", page=self.number)
        self._figures.append((self.clip, len(self._saved)))
        full = mult_matrix(matrix, self.ctm)
        x0, y0, x1, y1 = bbox
        corners = [self._point(p, full) for p in ((x0, y0), (x0, y1), (x1, y0), (x1, y1))]
        self.clip = clipped(Subpath(tuple(corners), False, True).box, self.clip) or self.clip

    def end_figure(self, name: str) -> None:  # noqa: ARG002
        if self._figures:
            self.clip, depth = self._figures.pop()
            del self._saved[depth:]

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002
        corners = [self._point(p, self.ctm) for p in ((0, 0), (0, 1), (1, 0), (1, 1))]
        box = clipped(Subpath(tuple(corners), False, True).box, self.clip)
        if box is None:
            return
        self.order += 1
        colour = None
        small = max(box.x1 - box.x0, box.bottom - box.top) <= LIGHT_SIDE
        if small:
            colour = _picture_colour(stream)
        self.pictures.append(Picture(box, self.order, colour, small and colour is None))

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        subpaths = self._subpaths(path)
        self.order += 1
        if fill:
            colour = printed(graphicstate.ncolor, graphicstate.ncs.name)
            self.ink.fill(subpaths, colour, self.order, self.clip)
        if stroke:
            self.ink.stroke(subpaths, graphicstate.linewidth, self.clip)
        if self.ink.pieces > MAX_PIECES:
            raise LimitExceeded(f"more than {MAX_PIECES} lines and shapes", page=self.number)

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        if textstate.font is None:
            return
        self.order += 1
        self._seen = textstate.render not in (3, 7)
        a, b, c, d, _, _ = mult_matrix(textstate.matrix, self.ctm)
        self._turn = quarter(a, b)
        em = textstate.fontsize * math.hypot(c, d)
        self._spacing = max(0.0, textstate.charspace) * math.hypot(a, b)
        if isinstance(textstate.font, PDFType3Font):
            # its glyph space is the font's own; the font's box says how large the letters are
            em *= abs(textstate.font.get_height()) or 1.0
        slanted = self._turn == 0 and d != 0 and abs(c / d) > 0.1
        colour = printed(graphicstate.ncolor, graphicstate.ncs.name)
        if textstate.render == 1:
            colour = printed(graphicstate.scolor, graphicstate.scs.name)
        key = (id(textstate.font), round(em, 2), slanted, textstate.render == 2, colour)
        if key not in self._styles:
            bold, italic = _weight(textstate.font)
            name = str(textstate.font.fontname)
            self._styles[key] = Style(
                name, round(em, 2), bold or textstate.render == 2, italic or slanted, colour
            )
        self._style = self._styles[key]
        if self._turn == 4:
            self.builder.flush()
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        self.glyphs += 1
        if self.glyphs > MAX_GLYPHS:
            raise LimitExceeded(f"more than {MAX_GLYPHS} characters on a page", page=self.number)
        try:
            text = str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = UNMAPPED
        advance = font.char_width(cid) * fontsize * scaling
        start = self._frame(self._point((0, rise), matrix))
        end = self._frame(self._point((advance, rise), matrix))
        self.builder.add(
            LIGATURES.get(text, text),
            min(start[0], end[0]),
            max(start[0], end[0]),
            start[1],
            self._style,
            self.order,
            self._turn,
            self._seen,
            self._spacing,
        )
        return advance

    def _point(self, point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
        x, y = apply_matrix_pt(matrix, point)
        return x, self.height - y

    def _frame(self, point: tuple[float, float]) -> tuple[float, float]:
        return turned(point, self._turn, self.width, self.height)

    def _subpaths(self, path: Sequence[PathSegment]) -> list[Subpath]:
        out: list[Subpath] = []
        points: list[tuple[float, float]] = []
        curved = closed = False
        for segment in path:
            kind = segment[0]
            if kind == "m":
                _add(out, points, curved, closed)
                points, curved, closed = [], False, False
            if kind == "h":
                closed = True
                continue
            numbers = [v for v in segment[1:] if isinstance(v, (int, float))]
            if len(numbers) < 2:
                continue
            curved = curved or kind in "cvy"
            points.append(self._point((numbers[-2], numbers[-1]), self.ctm))
        _add(out, points, curved, closed)
        return out


def _add(out: list[Subpath], points: list[tuple[float, float]], curved: bool, closed: bool) -> None:
    if len(points) > 1:
        out.append(Subpath(tuple(points), curved, closed))


def _weight(font: PDFFont) -> tuple[bool, bool]:
    name = str(font.fontname).lower()
    weight = font.descriptor.get("FontWeight")
    bold = (
        any(word in name for word in _BOLD_NAMES)
        or bool(font.flags & _FORCE_BOLD)
        or (isinstance(weight, (int, float)) and weight >= _BOLD_WEIGHT)
    )
    italic = (
        "italic" in name
        or "oblique" in name
        or bool(font.flags & _ITALIC)
        or font.italic_angle not in (0, 0.0)
    )
    return bold, italic


def _picture_colour(stream: PDFStream) -> Colour | None:
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
            alpha = mask.get_data()
    return dominant(stream.get_data(), (width, height), bits, channels, palette, alpha)


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
