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
from itertools import pairwise
from typing import Any

from attrs import define, field

from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import Limits
from ifo_followup.reading.pdf.content import (
    BLANKS,
    LIGATURES,
    NOTHING,
    OVERLAP,
    SAME_BASELINE,
    UNMAPPED,
    WORD_GAP,
    PageContent,
    Run,
    RunBuilder,
    Style,
    turned,
)
from ifo_followup.reading.pdf.pdfium_calls import Calls, address
from ifo_followup.reading.pdf.pdfium_drawn import Drawing, Look, Shared

# pdfium puts one of these where it takes a hyphen to break a word, and drops a blank after it.
_BREAK_MARKS = "\x02\ufffe"
_DRAWN = str.maketrans(LIGATURES | dict.fromkeys(NOTHING, "") | dict.fromkeys(_BREAK_MARKS, "-"))
_WORD = re.compile(r"\S+")
# What is drawn by nobody knows whom.
_NOWHERE = (0, Look(Style("", 0.0, False, False, None), 0, False, False))
# So much (em) kerning may make a word longer or shorter than its letters are together.
KERNED = 0.1


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


@define(eq=False)
class File:
    """A file as pdfium opened it."""

    document: Any
    raw: Any

    @property
    def pages(self) -> int:
        """How many pages it finds."""
        return len(self.document)

    def read(self, limits: Limits) -> Iterator[PageContent]:
        """The pages, read as they are asked for; the file is closed after the last one."""
        document = self.document
        shared = Shared(Calls(self.raw), document, limits)
        try:
            if len(document) > limits.pages:
                raise LimitExceeded(f"more than {limits.pages} pages")
            for index in range(len(document)):
                width, height = document.get_page_size(index)
                if not (0 < width <= limits.page_side and 0 < height <= limits.page_side):
                    raise UnreadableDocument("a page without a usable size", page=index + 1)
                page = document[index]
                try:
                    yield _read(Drawing(shared, page, index + 1))
                finally:
                    page.close()
        finally:
            document.close()

    def close(self) -> None:
        """Let go of a file that is not read."""
        self.document.close()


def open_file(data: bytes) -> File | None:
    """The file; None where pdfium cannot open it."""
    package = load()
    try:
        return File(package.PdfDocument(data), package.raw)
    except package.PdfiumError:
        return None


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
    calls: Calls = field(init=False)
    page: int = field(init=False, default=0)
    straight: bool = field(init=False)
    builder: RunBuilder = field(init=False, factory=RunBuilder)
    letters: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self.calls = self.drawing.calls
        self.straight = self.drawing.ctm[:4] == (1, 0, 0, 1)

    def read(self) -> tuple[RunBuilder, int]:
        """The runs, and how many letters there are."""
        drawing = self.drawing
        text_page = drawing.page.get_textpage()
        try:
            count = text_page.count_chars()
            if count > drawing.limits.page_characters:
                raise drawing.exceeded("characters")
            self.page = address(text_page.raw)
            text = self._characters(text_page.raw, count)
            self._words(text)
            self.builder.flush()
        finally:
            text_page.close()
        return self.builder, self.letters

    def _words(self, text: str) -> None:  # noqa: C901 -- runs for every word: no call it can spare
        """Go through the words; those that are plainly set need no more than their two ends."""
        calls, page, builder = self.calls, self.page, self.builder
        drawn_by, origin, generated = calls.drawn_by, calls.origin, calls.generated
        at_x, at_y, found = calls.x, calls.y, calls.doubles
        shown, runs = self.drawing.shown, builder.runs
        shift, level = self.drawing.ctm[4], self.drawing.height - self.drawing.ctm[5]
        at = 0
        before = None
        for word in _WORD.finditer(text):
            start, end = word.span()
            blank, at_gap, at = start - at == 1 and text[at] == " ", at, end
            drawn = drawn_by(page, start)
            order, look = shown.get(drawn, _NOWHERE)
            last = end - 1
            if not look.plain or (last > start and drawn_by(page, last) != drawn):
                self._gap(text, at_gap, start)
                self._word(text, start, end)
                before = None
                continue
            piece = word[0]
            widths = look.widths
            try:
                wide = sum(map(widths.__getitem__, piece))
            except KeyError:
                if not self._learn(start, piece, widths):
                    self._gap(text, at_gap, start)
                    self._word(text, start, end)
                    before = None
                    continue
                wide = sum(map(widths.__getitem__, piece))
            origin(page, start, at_x, at_y)
            x0, y = found
            size = look.style.size
            if last > start:
                origin(page, last, at_x, at_y)
                end_x = found[0] + widths[piece[-1]]
                if abs(end_x - x0 - wide) > KERNED * size:
                    self._gap(text, at_gap, start)
                    self._letters(text, start, end, order, look)
                    before = None
                    continue
            else:
                end_x = x0 + wide
            x0 += shift
            end_x += shift
            baseline = level - y
            self.letters += end - start
            if blank and before is look and not generated(page, at_gap):
                run = builder.run
                if (
                    run is not None
                    and abs(baseline - run.baseline) <= SAME_BASELINE * size
                    and -OVERLAP * size <= x0 - run.x1 - self._blank(at_gap, look) <= WORD_GAP * size
                ):
                    self.letters += 1
                    run.followed = True
                    run.text = "".join(builder.parts)
                    runs.append(run)
                    builder.run = Run(
                        piece, x0, end_x, baseline, look.style, order, 0, True, look.seen
                    )
                    builder.parts = [piece]
                    continue
            self._gap(text, at_gap, start)
            builder.add(piece, x0, end_x, baseline, look.style, order, 0, look.seen, 0.0)
            before = look
        self._gap(text, at, len(text))

    def _blank(self, index: int, look: Look) -> float:
        """How wide a blank is in the look of the words beside it."""
        width = look.widths.get(" ")
        if width is None:
            x0, x1 = self._reach(index, 0)
            width = look.widths[" "] = x1 - x0
        return width

    def _gap(self, text: str, start: int, end: int) -> None:
        """Take note of the blanks between two words that were drawn; pdfium adds its own."""
        for index in range(start, end):
            if text[index] in BLANKS and not self.calls.generated(self.page, index):
                shown = self.drawing.shown.get(self.calls.drawn_by(self.page, index))
                if shown is not None:
                    self.letters += 1
                    _, look = shown
                    x0, baseline = self._origin(index, look.turn)
                    self.builder.blank(x0, baseline)

    def _word(self, text: str, start: int, end: int) -> None:
        """Add a word: whole where one text object draws it, else in the pieces that draw it."""
        drawn_by, page = self.calls.drawn_by, self.page
        first = drawn_by(page, start)
        if end - start > 1 and drawn_by(page, end - 1) != first:
            for index in range(start + 1, end):
                here = drawn_by(page, index)
                if here != first:
                    self._piece(text, start, index, first)
                    start, first = index, here
        self._piece(text, start, end, first)

    def _piece(self, text: str, start: int, end: int, drawn: int | None) -> None:
        shown = self.drawing.shown.get(drawn)
        if shown is None:
            return
        order, look = shown
        self._letters(text, start, end, order, look)

    def _learn(self, start: int, piece: str, widths: dict[str, float]) -> bool:
        """Ask for the widths of the letters of a word, if all of them are plain letters.

        Signs that are written otherwise are not; nor are those that one sign stands for: all
        letters of a ligature are said to begin where it does, and to be as wide.
        """
        if any(ord(letter) in _DRAWN for letter in piece):
            return False
        reaches = [self._reach(start + index, 0) for index in range(len(piece))]
        if any(a[0] == b[0] for a, b in pairwise(reaches)):
            return False
        widths |= {letter: x1 - x0 for letter, (x0, x1) in zip(piece, reaches, strict=True)}
        return True

    def _letters(self, text: str, start: int, end: int, order: int, look: Look) -> None:
        """Add letter by letter: what is turned, or wider or closer than its letters are."""
        self.letters += end - start
        baseline = self._origin(start, look.turn)[1]
        size = look.style.size
        x0, x1 = self._reach(start, look.turn)
        for index in range(start + 1, end):
            left, right = self._reach(index, look.turn)
            if not -OVERLAP * size <= left - x1 <= WORD_GAP * size:
                self._add(text[start:index], x0, x1, baseline, order, look)
                start, x0, x1 = index, left, right
            elif right > x1:
                x1 = right
        self._add(text[start:end], x0, x1, baseline, order, look)

    def _add(
        self, text: str, x0: float, x1: float, baseline: float, order: int, look: Look
    ) -> None:
        drawn = text.translate(_DRAWN)
        if not drawn:
            return
        self.builder.add(drawn, x0, x1, baseline, look.style, order, look.turn, look.seen, 0.0)
        if text[-1] in _BREAK_MARKS and self.builder.run is not None:
            self.builder.run.followed = None

    def _characters(self, handle: Any, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.calls.raw.FPDFText_GetText(handle, 0, count, buffer)
        text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if written != count + 1 or len(text) != count:
            # characters beyond 16 bits, or such without a meaning: one by one
            codes = [self.calls.unicode(self.page, i) for i in range(count)]
            text = "".join(chr(c) if 0 < c <= 0x10FFFF else UNMAPPED for c in codes)
        return text

    def _reach(self, index: int, turn: int) -> tuple[float, float]:
        """Where a letter begins and ends in the frame of its turn."""
        calls = self.calls
        calls.loose_box(self.page, index, calls.f0)
        left, top, right, bottom = calls.floats[:4]
        if turn == 0 and self.straight:
            shift = self.drawing.ctm[4]
            return left + shift, right + shift
        a, _ = self._frame((left, bottom), turn)
        b, _ = self._frame((right, top), turn)
        return min(a, b), max(a, b)

    def _origin(self, index: int, turn: int) -> tuple[float, float]:
        """Where the baseline of a letter begins in the frame of its turn."""
        calls = self.calls
        calls.origin(self.page, index, calls.x, calls.y)
        x, y = calls.doubles
        return self._frame((x, y), turn)

    def _frame(self, point: tuple[float, float], turn: int) -> tuple[float, float]:
        page = self.drawing
        return turned(page.point(point, page.ctm), turn, page.width, page.height)
