"""A sheet of marks: lines, washes and letters, written as a PDF page and made a picture later.

It is laid over the picture of a printed page, multiplied: a wash never hides print. A page of its
own rather than a picture library's strokes, because pdfium brings fonts that have "å" and needs
none of the system's. Lengths are points from the top left corner, as in a `Document`.
"""

from collections.abc import Sequence

from attrs import define, field

from ifo_followup.drawing.kinds import RGB

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)
MOST_DRAWN = 100_000  # strokes and texts on a sheet, but for its foot
_NARROW = frozenset("fijltrI.,:;'|!()[]/-\" ")
_WIDE = frozenset("mwMW@%—…")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how long a text is in the sheet's font: never much less than it is."""
    ems = sum(
        0.34 if char in _NARROW else 0.92 if char in _WIDE else 0.72 if char.isupper() else 0.56
        for char in text
    )
    return ems * size * (1.06 if bold else 1.0)


def wrapped(text: str, width: float, size: float, most: int) -> list[str]:
    """The text in at most so many lines of a width, the last one with an ellipsis if need be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if not lines[-1] or width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    cut = len(lines) > most
    lines = [_fitted(line, width, size) for line in lines[:most]]
    if cut:
        lines[-1] = _fitted(lines[-1] + " …", width, size)
    return lines


def _fitted(line: str, width: float, size: float) -> str:
    if width_of(line, size) <= width:
        return line
    while line and width_of(line + "…", size) > width:
        line = line[: -max(1, len(line) // 20)]
    return line + "…"


@define(eq=False)
class Sheet:
    """One page of marks, as large as the page under it, with room for a foot."""

    width: float
    height: float
    is_full: bool = field(default=False, init=False)
    _drawn: list[str] = field(factory=list, init=False)

    def box(
        self,
        x0: float,
        top: float,
        x1: float,
        bottom: float,
        *,
        wash: RGB | None = None,
        line: RGB | None = None,
        thick: float = 0.7,
        dashes: Sequence[float] = (),
    ) -> None:
        """A rectangle, washed or outlined or both."""
        x0, x1 = (min(max(x, -1.0), self.width + 1) for x in (x0, x1))
        top, bottom = (min(max(y, -1.0), self.height + 1) for y in (top, bottom))
        if not (x0 < x1 and top < bottom):  # nor is it a box where one is no number
            return
        frame = f"{x0:.2f} {self.height - bottom:.2f} {x1 - x0:.2f} {bottom - top:.2f} re"
        if wash is not None:
            self._drawn.append(f"{_rgb(wash)} rg {frame} f")
        if line is not None:
            pattern = " ".join(f"{dash:.2f}" for dash in dashes)
            self._drawn.append(f"[{pattern}] 0 d {thick:.2f} w {_rgb(line)} RG {frame} S")

    def line(
        self, x0: float, y0: float, x1: float, y1: float, colour: RGB, thick: float = 0.7
    ) -> None:
        """A straight line."""
        self._drawn.append(
            f"[] 0 d {thick:.2f} w {_rgb(colour)} RG "
            f"{x0:.2f} {self.height - y0:.2f} m {x1:.2f} {self.height - y1:.2f} l S"
        )

    def hatch(
        self, x0: float, top: float, x1: float, bottom: float, colour: RGB, gap: float
    ) -> None:
        """Slanted lines inside a rectangle."""
        x0, x1 = (min(max(x, 0.0), self.width) for x in (x0, x1))
        top, bottom = (min(max(y, 0.0), self.height) for y in (top, bottom))
        high = bottom - top
        if not (x0 < x1 and top < bottom):
            return
        count = int((x1 - x0 + high) / gap)
        self._drawn.append(f"q {x0:.2f} {self.height - bottom:.2f} {x1 - x0:.2f} {high:.2f} re W n")
        for n in range(1, count + 1):
            self.line(x0 + n * gap, top, x0 + n * gap - high, bottom, colour, 0.35)
        self._drawn.append("Q")

    def has_room(self) -> bool:
        """Whether another mark may be drawn; where not, the sheet is full, and says so."""
        self.is_full = self.is_full or len(self._drawn) >= MOST_DRAWN
        return not self.is_full

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        colour: RGB = BLACK,
        *,
        bold: bool = False,
    ) -> None:
        """A line of text; what the font lacks is a question mark."""
        data = text.encode("cp1252", "replace")
        octal = "".join(f"\\{byte:03o}" for byte in data)
        font = "B" if bold else "F"
        self._drawn.append(
            f"BT /{font} {size:.2f} Tf {_rgb(colour)} rg "
            f"{x:.2f} {self.height - baseline:.2f} Td ({octal}) Tj ET"
        )

    def to_pdf(self) -> bytes:
        """The sheet as a PDF file of one page."""
        content = "\n".join(self._drawn).encode("ascii")
        fonts = "".join(
            f"/{name} <</Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding>>"
            for name, base in (("F", "Helvetica"), ("B", "Helvetica-Bold"))
        )
        parts = [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            (
                f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {self.width:.3f} {self.height:.3f}]"
                f" /Resources <</Font <<{fonts}>>>> /Contents 4 0 R>>"
            ).encode("ascii"),
            b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content),
        ]
        out = bytearray(b"%PDF-1.4\n")
        starts = []
        for number, part in enumerate(parts, 1):
            starts.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
        out += b"".join(b"%010d 00000 n \n" % start for start in starts)
        out += b"trailer\n<</Size %d /Root 1 0 R>>\n" % (len(parts) + 1)
        out += b"startxref\n%d\n%%%%EOF\n" % table
        return bytes(out)


def _rgb(colour: RGB) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour)
