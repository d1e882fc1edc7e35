"""The second back end: pages as pdfium reads them, with the package pypdfium2.

It gives the same `PageContent` as pdfminer's interpreter, as near as pdfium's interface tells:
pdfium leaves out a blank after a hyphen that ends a line, and gives all colours as RGB. The
document itself is opened by pdfminer in either case, so that errors, page counts and metadata are
the same. It is a second opinion, not the faster one: each letter costs a few calls into C.

pdfium ends the whole process when it cannot get memory: bounds are checked before a page is
worked on, and a caller who reads what strangers send needs a worker process.
"""

import ctypes
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from attrs import define, field

from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.reading.pdf.content import (
    BLANKS,
    LIGATURES,
    NOTHING,
    OVERLAP,
    UNMAPPED,
    WORD_GAP,
    PageContent,
    RunBuilder,
    turned,
)
from ifo_followup.reading.pdf.pdfium_drawn import Drawing, Shown, address

# pdfium puts one of these where it takes a hyphen to break a word, and drops a blank after it.
_BREAK_MARKS = "\x02\ufffe"
_DRAWN = str.maketrans(LIGATURES | dict.fromkeys(NOTHING, "") | dict.fromkeys(_BREAK_MARKS, "-"))
_WORD = re.compile(r"\S+")


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
    handle: Any = field(init=False, default=None)
    box: Any = field(init=False)
    place: Any = field(init=False)
    straight: bool = field(init=False)
    builder: RunBuilder = field(init=False, factory=RunBuilder)
    letters: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self.raw = self.drawing.raw
        self.box = self.raw.FS_RECTF()
        self.place = ctypes.byref(self.box)
        self.straight = self.drawing.ctm[:4] == (1, 0, 0, 1)

    def read(self) -> tuple[RunBuilder, int]:
        """The runs, and how many letters there are."""
        drawing = self.drawing
        text_page = drawing.page.get_textpage()
        try:
            count = text_page.count_chars()
            if count > drawing.limits.page_characters:
                raise drawing.exceeded("characters")
            self.handle = text_page.raw
            text = self._characters(count)
            at = 0
            for word in _WORD.finditer(text):
                self._gap(text, at, word.start())
                self._word(text, word.start(), word.end())
                at = word.end()
            self._gap(text, at, count)
            self.builder.flush()
        finally:
            text_page.close()
        return self.builder, self.letters

    def _gap(self, text: str, start: int, end: int) -> None:
        """Take note of the blanks between two words that were drawn; pdfium adds its own."""
        for index in range(start, end):
            if text[index] in BLANKS and not self.raw.FPDFText_IsGenerated(self.handle, index):
                shown = self.drawing.shown.get(self._drawn_by(index))
                if shown is not None:
                    self.letters += 1
                    x0, _ = self._reach(index, shown.turn)
                    self.builder.blank(x0, self._baseline(index, shown.turn))

    def _word(self, text: str, start: int, end: int) -> None:
        """Add a word: whole where one text object draws it, else in the pieces that draw it."""
        first = self._drawn_by(start)
        if self._drawn_by(end - 1) != first:
            for index in range(start + 1, end):
                here = self._drawn_by(index)
                if here != first:
                    self._piece(text, start, index, first)
                    start, first = index, here
        self._piece(text, start, end, first)

    def _piece(self, text: str, start: int, end: int, drawn: int | None) -> None:
        shown = self.drawing.shown.get(drawn)
        if shown is None:
            return
        self.letters += end - start
        baseline = self._baseline(start, shown.turn)
        size = shown.style.size
        x0, x1 = self._reach(start, shown.turn)
        for index in range(start + 1, end):
            left, right = self._reach(index, shown.turn)
            if not -OVERLAP * size <= left - x1 <= WORD_GAP * size:
                self._add(text[start:index], x0, x1, baseline, shown)
                start, x0, x1 = index, left, right
            elif right > x1:
                x1 = right
        self._add(text[start:end], x0, x1, baseline, shown)

    def _add(self, text: str, x0: float, x1: float, baseline: float, shown: Shown) -> None:
        drawn = text.translate(_DRAWN)
        if not drawn:
            return
        self.builder.add(
            drawn, x0, x1, baseline, shown.style, shown.order, shown.turn, shown.seen, 0.0
        )
        if text[-1] in _BREAK_MARKS and self.builder.run is not None:
            self.builder.run.followed = None

    def _drawn_by(self, index: int) -> int | None:
        return address(self.raw.FPDFText_GetTextObject(self.handle, index))

    def _characters(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.raw.FPDFText_GetText(self.handle, 0, count, buffer)
        text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if written != count + 1 or len(text) != count:
            # characters beyond 16 bits, or such without a meaning: one by one
            codes = [self.raw.FPDFText_GetUnicode(self.handle, i) for i in range(count)]
            text = "".join(chr(c) if 0 < c <= 0x10FFFF else UNMAPPED for c in codes)
        return text

    def _reach(self, index: int, turn: int) -> tuple[float, float]:
        """Where a letter begins and ends in the frame of its turn."""
        box = self.box
        self.raw.FPDFText_GetLooseCharBox(self.handle, index, self.place)
        if turn == 0 and self.straight:
            shift = self.drawing.ctm[4]
            return box.left + shift, box.right + shift
        a, _ = self._frame((box.left, box.bottom), turn)
        b, _ = self._frame((box.right, box.top), turn)
        return min(a, b), max(a, b)

    def _baseline(self, index: int, turn: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        self.raw.FPDFText_GetCharOrigin(self.handle, index, x, y)
        return self._frame((x.value, y.value), turn)[1]

    def _frame(self, point: tuple[float, float], turn: int) -> tuple[float, float]:
        page = self.drawing
        return turned(page.point(point, page.ctm), turn, page.width, page.height)
