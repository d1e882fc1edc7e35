"""The second back end: pages as pdfium reads them, with the package pypdfium2.

It gives the same `PageContent` as pdfminer's interpreter, as near as pdfium's interface tells:
pdfium leaves out a blank after a hyphen that ends a line, and gives all colours as RGB. The
document itself is opened by pdfminer in either case, so that errors, page counts and metadata are
the same. It is a second opinion, not the faster one: each letter costs a few calls into C.

pdfium ends the whole process when it cannot get memory: bounds are checked before a page is
worked on, and a caller who reads what strangers send needs a worker process.
"""

import ctypes
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from attrs import define, field

from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.reading.pdf.content import BLANKS, UNMAPPED, PageContent, RunBuilder, turned
from ifo_followup.reading.pdf.pdfium_drawn import Drawing, Shown, address

# pdfium puts one of these where it takes a hyphen to break a word, and drops a blank after it.
_BREAK_MARKS = str.maketrans(dict.fromkeys("\x02\ufffe", "-"))


def load() -> Any:
    """The package, or a clear error where it is not installed."""
    try:
        import pypdfium2
    except ImportError as error:
        raise UnreadableDocument(
            'the backend "pdfium" needs the package pypdfium2: install ifo-followup[fast], or use '
            'backend="pdfminer"',
            reason=Reason.UNSUPPORTED_VARIANT,
            cause=str(error),
        ) from error
    return pypdfium2


def reader_name() -> str:
    """Its name and version."""
    return f"pypdfium2 {metadata.version('pypdfium2')}"


def page_count(data: bytes) -> int | None:
    """How many pages pdfium finds; None where it cannot open the file."""
    package = load()
    try:
        document = package.PdfDocument(data)
    except package.PdfiumError:
        return None
    try:
        return len(document)
    finally:
        document.close()


def pages(data: bytes, limits: Limits) -> Iterator[PageContent]:
    """The pages of a file, read as they are asked for."""
    package = load()
    document = package.PdfDocument(data)
    try:
        if len(document) > limits.pages:
            raise LimitExceeded(f"more than {limits.pages} pages")
        for index in range(len(document)):
            width, height = document.get_page_size(index)
            if not (0 < width <= limits.page_side and 0 < height <= limits.page_side):
                raise UnreadableDocument("a page without a usable size", page=index + 1)
            page = document[index]
            try:
                yield _read(Drawing(package.raw, document, page, index + 1, limits))
            finally:
                page.close()
    finally:
        document.close()


def _read(drawing: Drawing) -> PageContent:
    drawing.walk()
    builder, glyphs = _Text(drawing).read()
    return PageContent(
        number=drawing.number,
        width=drawing.width,
        height=drawing.height,
        runs=tuple(builder.runs),
        rules=tuple(drawing.ink.rules),
        fills=tuple(drawing.ink.fills),
        pictures=tuple(drawing.pictures),
        curves=tuple(drawing.ink.curves),
        glyphs=glyphs,
        unmapped=sum(r.text.count(UNMAPPED) for r in builder.runs if len(r.text) > 1),
    )


@define(eq=False)
class _Text:
    """The letters of a page, put together to runs."""

    drawing: Drawing
    raw: Any = field(init=False)
    box: Any = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.raw = self.drawing.raw
        self.box = self.raw.FS_RECTF()

    def read(self) -> tuple[RunBuilder, int]:
        """The runs, and how many letters there are."""
        raw, drawing = self.raw, self.drawing
        builder = RunBuilder()
        text_page = drawing.page.get_textpage()
        try:
            count = text_page.count_chars()
            if count > drawing.limits.page_characters:
                raise drawing.exceeded("characters")
            text = self._characters(text_page, count)
            glyphs = 0
            baselines: dict[int | None, float] = {}
            for index, letter in enumerate(text):
                drawn = address(raw.FPDFText_GetTextObject(text_page, index))
                shown = drawing.shown.get(drawn)
                if shown is None or (
                    letter in BLANKS and raw.FPDFText_IsGenerated(text_page, index)
                ):
                    continue  # a blank or a line end that pdfium thinks fit
                glyphs += 1
                if drawn not in baselines:
                    baselines[drawn] = self._baseline(text_page, index, shown.turn)
                self._letter(builder, text_page, index, letter, shown, baselines[drawn])
            builder.flush()
        finally:
            text_page.close()
        return builder, glyphs

    def _letter(
        self,
        builder: RunBuilder,
        text_page: Any,
        index: int,
        letter: str,
        shown: Shown,
        baseline: float,
    ) -> None:
        x0, x1 = self._reach(text_page, index, shown.turn)
        drawn = letter.translate(_BREAK_MARKS)
        builder.add(drawn, x0, x1, baseline, shown.style, shown.order, shown.turn, shown.seen, 0.0)
        if drawn != letter and builder.run is not None:
            builder.run.followed = None

    def _characters(self, text_page: Any, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.raw.FPDFText_GetText(text_page, 0, count, buffer)
        text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if written != count + 1 or len(text) != count:
            # characters beyond 16 bits, or such without a meaning: one by one
            codes = [self.raw.FPDFText_GetUnicode(text_page, i) for i in range(count)]
            text = "".join(chr(c) if 0 < c <= 0x10FFFF else UNMAPPED for c in codes)
        return text

    def _reach(self, text_page: Any, index: int, turn: int) -> tuple[float, float]:
        """Where a letter begins and ends in the frame of its turn."""
        box = self.box
        self.raw.FPDFText_GetLooseCharBox(text_page, index, box)
        a, _ = self._frame((box.left, box.bottom), turn)
        b, _ = self._frame((box.right, box.top), turn)
        return min(a, b), max(a, b)

    def _baseline(self, text_page: Any, index: int, turn: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        self.raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        return self._frame((x.value, y.value), turn)[1]

    def _frame(self, point: tuple[float, float], turn: int) -> tuple[float, float]:
        page = self.drawing
        return turned(page.point(point, page.ctm), turn, page.width, page.height)
