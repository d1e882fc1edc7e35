"""Collects what a page's drawing operators leave on it: pdfminer's device, and ours.

pdfminer's fonts, filters and interpreter are used, its layout analysis is not.
"""

import math
from collections.abc import Sequence

from attrs import define, field
from pdfminer.fontmetrics import FONT_METRICS
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFType3Font
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Rect, apply_matrix_pt, mult_matrix

from ifo_followup.document import Colour
from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.budget import too_much
from ifo_followup.reading.pdf.colours import printed
from ifo_followup.reading.pdf.content import (
    PageContent,
    Picture,
    RunBuilder,
    Style,
    quarter,
    turned,
    unmapped_in,
)
from ifo_followup.reading.pdf.letters import Case, letter
from ifo_followup.reading.pdf.look import LIGHT_SIDE, is_bold, is_italic
from ifo_followup.reading.pdf.paths import Ink, Subpath, clipped
from ifo_followup.reading.pdf.pictures import picture_colour

# So many colours are remembered.
MOST_COLOURS = 4_096


@define(eq=False)
class Shared:
    """What the pages of one document share: its fonts, and what was found out about them."""

    limits: Limits
    manager: PDFResourceManager = field(factory=PDFResourceManager)
    case: Case = field(factory=Case)
    # by object number: a light is drawn many times
    lights: dict[int, Colour | None] = field(factory=dict)
    colours: dict[tuple[object, str], Colour | None] = field(factory=dict)

    def colour(self, value: object, space: str) -> Colour | None:
        """What `printed` says of a value in a colour space."""
        if isinstance(value, list):
            return printed(value, space)
        key = (value, space)
        if key not in self.colours:
            if len(self.colours) >= MOST_COLOURS:
                self.colours.clear()
            self.colours[key] = printed(value, space)
        return self.colours[key]

    def light(self, stream: PDFStream) -> Colour | None:
        """The colour of a small picture."""
        number = stream.objid
        if number is None:
            return picture_colour(stream)
        if number not in self.lights:
            self.lights[number] = picture_colour(stream)
        return self.lights[number]


class PageDevice(PDFTextDevice):
    """Collects what one page draws."""

    ctm: Matrix

    def __init__(self, shared: Shared, number: int) -> None:
        super().__init__(shared.manager)
        self.shared = shared
        self.limits = shared.limits
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
            unmapped=unmapped_in(runs),
        )

    # pdfminer calls these with arguments that not all of them need
    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:  # noqa: ARG002 -- the signature of pdfminer
        """Begin a page: its size bounds what shows on it."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        most = self.limits.page_side
        if not (0 < width <= most and 0 < height <= most):
            raise UnreadableDocument(
                f"a page without a usable size, or larger than {most:g} points (page_side)",
                page=self.number,
            )
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

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:  # noqa: ARG002 -- the signature of pdfminer
        """Begin a form or an image: its box bounds what shows of it."""
        self.forms += 1
        if self.forms > self.limits.page_forms:
            raise self._exceeded("page_forms", "forms and pictures")
        if len(self._figures) >= self.limits.nesting:
            raise LimitExceeded(
                f"forms nested more than {self.limits.nesting} deep (nesting)",
                reason=Reason.NESTING_LIMIT,
                page=self.number,
            )
        self._figures.append((self.clip, len(self._saved)))
        full = mult_matrix(matrix, self.ctm)
        x0, y0, x1, y1 = bbox
        corners = [self._point(p, full) for p in ((x0, y0), (x0, y1), (x1, y0), (x1, y1))]
        self.clip = clipped(Subpath(tuple(corners), False, True).box, self.clip) or self.clip

    def end_figure(self, name: str) -> None:  # noqa: ARG002 -- the signature of pdfminer
        """End it: the clip is what it was before."""
        if self._figures:
            self.clip, depth = self._figures.pop()
            del self._saved[depth:]

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 -- the signature of pdfminer
        """Draw an image."""
        corners = [self._point(p, self.ctm) for p in ((0, 0), (0, 1), (1, 0), (1, 1))]
        box = clipped(Subpath(tuple(corners), False, True).box, self.clip)
        if box is None:
            return
        self.order += 1
        colour = None
        small = max(box.x1 - box.x0, box.bottom - box.top) <= LIGHT_SIDE
        if small:
            colour = self.shared.light(stream)
        self.pictures.append(Picture(box, self.order, colour, small and colour is None))

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002 -- the signature of pdfminer
        path: Sequence[PathSegment],
    ) -> None:
        """Draw a path."""
        subpaths = self._subpaths(path)
        self.order += 1
        if fill:
            colour = self.shared.colour(graphicstate.ncolor, graphicstate.ncs.name)
            self.ink.fill(subpaths, colour, self.order, self.clip)
        if stroke:
            self.ink.stroke(subpaths, graphicstate.linewidth, self.clip)
        self.check_pieces()

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Show a string."""
        if textstate.font is None:
            return
        self.order += 1
        matrix = mult_matrix(textstate.matrix, self.ctm)
        a, b, _, _, _, _ = matrix
        self._style, self._turn, self._seen = self.look(textstate, graphicstate, matrix)
        self._spacing = spacing(textstate, a, b)
        if self._turn == 4:
            self.builder.flush()
        super().render_string(textstate, seq, ncs, graphicstate)

    def look(
        self, textstate: PDFTextState, graphicstate: PDFGraphicState, matrix: Matrix
    ) -> tuple[Style, int, bool]:
        """The style of what is shown, its quarter turns, and whether it can be seen."""
        font = textstate.font
        assert font is not None  # noqa: S101 -- nothing is shown without a font
        a, b, c, d, _, _ = matrix
        turn = quarter(a, b)
        em = textstate.fontsize * math.hypot(c, d)
        if isinstance(font, PDFType3Font):
            # its glyph space is the font's own; the font's box says how large the letters are
            em *= abs(font.get_height()) or 1.0
        slanted = turn == 0 and d != 0 and abs(c / d) > 0.1
        colour = self.shared.colour(graphicstate.ncolor, graphicstate.ncs.name)
        if textstate.render == 1:
            colour = self.shared.colour(graphicstate.scolor, graphicstate.scs.name)
        key = (font, round(em, 2), slanted, textstate.render == 2, colour)
        if key not in self._styles:
            name = str(font.fontname)
            # pdfminer's own table of the standard fonts calls every Courier slanted
            flags = 0 if name in FONT_METRICS else font.flags
            bold = is_bold(name, flags, font.descriptor.get("FontWeight"))
            italic = is_italic(name, flags, font.italic_angle)
            self._styles[key] = Style(
                name, round(em, 2), bold or textstate.render == 2, italic or slanted, colour
            )
        return self._styles[key], turn, textstate.render not in (3, 7)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002 -- the signature of pdfminer
        graphicstate: PDFGraphicState,  # noqa: ARG002 -- the signature of pdfminer
    ) -> float:
        """Show one letter; how far it moves the next one."""
        self.glyphs += 1
        self.check_glyphs()
        text, width = letter(font, cid)
        advance = width * fontsize * scaling
        start = self._frame(self._point((0, rise), matrix))
        end = self._frame(self._point((advance, rise), matrix))
        self.builder.add(
            text,
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

    def check_glyphs(self) -> None:
        """Refuse a page with too many characters."""
        if self.glyphs > self.limits.page_characters:
            raise self._exceeded("page_characters", "characters")

    def check_pieces(self) -> None:
        """Refuse a page with too many lines and shapes."""
        if self.ink.pieces > self.limits.page_paths:
            raise self._exceeded("page_paths", "lines and shapes")

    def _exceeded(self, bound: str, what: str) -> LimitExceeded:
        error = too_much(f"more than {getattr(self.limits, bound)} {what} on a page", bound)
        error.page = self.number
        return error

    def _point(self, point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
        x, y = apply_matrix_pt(matrix, point)
        return x, self.height - y

    def _frame(self, point: tuple[float, float]) -> tuple[float, float]:
        return turned(point, self._turn, self.width, self.height)

    def _subpaths(self, path: Sequence[PathSegment]) -> list[Subpath]:
        a, b, c, d, e, f = self.ctm
        height = self.height
        out: list[Subpath] = []
        points: list[tuple[float, float]] = []
        curved = closed = False
        for segment in path:
            kind = segment[0]
            if kind == "h":
                closed = True
                continue
            if kind == "m":
                _add(out, points, curved, closed)
                points, curved, closed = [], False, False
            elif kind != "l":
                curved = True
            # pdfminer lets nothing but numbers into a path
            x, y = segment[-2:]  # type: ignore[misc]  # its last two are numbers
            points.append((a * x + c * y + e, height - (b * x + d * y + f)))
        _add(out, points, curved, closed)
        return out


def spacing(textstate: PDFTextState, a: float, b: float) -> float:
    """The white that is put after every letter, in points."""
    return max(0.0, textstate.charspace) * math.hypot(a, b)


def _add(out: list[Subpath], points: list[tuple[float, float]], curved: bool, closed: bool) -> None:
    if len(points) > 1:
        out.append(Subpath(tuple(points), curved, closed))
