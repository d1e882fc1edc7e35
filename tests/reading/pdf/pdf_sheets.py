"""Small PDFs for the tests, drawn with reportlab."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT = 70.0, 525.0


class Sheet:
    """A canvas with y growing downwards, in points from the top left corner."""

    def __init__(self, **options: object) -> None:
        self._out = BytesIO()
        self.canvas = Canvas(self._out, pagesize=A4, **options)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 10,
        bold: bool = False,
        italic: bool = False,
        colour: tuple[float, float, float] = (0, 0, 0),
        align: str = "left",
        mode: int = 0,
    ) -> None:
        font = (
            "Helvetica" + {0: "", 1: "-Bold", 2: "-Oblique", 3: "-BoldOblique"}[bold + 2 * italic]
        )
        self.canvas.setFont(font, size)
        self.canvas.setFillColorRGB(*colour)
        wide = self.canvas.stringWidth(text, font, size)
        x -= {"left": 0, "right": wide, "centre": wide / 2}[align]
        piece = self.canvas.beginText(x, HEIGHT - y)
        piece.setTextRenderMode(mode)
        piece.textOut(text)
        piece.setTextRenderMode(0)
        self.canvas.drawText(piece)

    def lines(self, x: float, y: float, lines: Sequence[str], pitch: float = 12, **how) -> float:
        for line in lines:
            self.text(x, y, line, **how)
            y += pitch
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.setStrokeColorRGB(0, 0, 0)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def fill(
        self, x0: float, y0: float, x1: float, y1: float, colour: tuple[float, float, float]
    ) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def dot(self, x: float, y: float, radius: float, colour: tuple[float, float, float]) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.circle(x, HEIGHT - y, radius, stroke=0, fill=1)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.rule(x0, y0, x1, y0)
        self.rule(x0, y1, x1, y1)
        self.rule(x0, y0, x0, y1)
        self.rule(x1, y0, x1, y1)

    def page(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()

    def grid(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        across: bool = True,
        down: bool = True,
    ) -> None:
        for y in ys if across else ():
            self.rule(xs[0], y, xs[-1], y)
        for x in xs if down else ():
            self.rule(x, ys[0], x, ys[-1])

    def row(
        self,
        xs: Sequence[float],
        y: float,
        texts: Sequence[str],
        *,
        right: bool = False,
        **how: object,
    ) -> None:
        """Texts in columns; with `right` all but the first are set to the right."""
        for i, text in enumerate(texts):
            if right and i:
                self.text(xs[i + 1] - 4, y, text, align="right", **how)
            else:
                self.text(xs[i] + 4, y, text, **how)
