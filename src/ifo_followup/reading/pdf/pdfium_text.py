"""The words of a page as pdfium tells them."""

import ctypes
import re
from collections import deque
from collections.abc import Iterable
from itertools import pairwise, repeat
from typing import Any

from attrs import define, field

from ifo_followup.reading.pdf.content import (
    BLANKS,
    LIGATURES,
    NOTHING,
    OVERLAP,
    SAME_BASELINE,
    UNMAPPED,
    WORD_GAP,
    Run,
    RunBuilder,
    Style,
    turned,
)
from ifo_followup.reading.pdf.pdfium_calls import Calls, address, into
from ifo_followup.reading.pdf.pdfium_drawn import Drawing, Look

# pdfium puts one of these where it takes a hyphen to break a word, and drops a blank after it.
_BREAK_MARKS = "\x02\ufffe"
_DRAWN = str.maketrans(LIGATURES | dict.fromkeys(NOTHING, "") | dict.fromkeys(_BREAK_MARKS, "-"))
_WORD = re.compile(r"\S+")
# The ink of a hyphen ends before its width does, by twice as much (em) at least.
BEARING = 0.015
# What pdfium itself puts between words and lines.
_ADDED = (" ", "\r\n")
# What is drawn by nobody knows whom.
_NOWHERE = (0, Look(Style("", 0.0, False, False, None), 0, False, False, {}))
# So much (em) kerning may make a word longer or shorter than its letters are together.
KERNED = 0.1


@define(eq=False)
class Text:
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

    def _words(self, text: str) -> None:
        """Go through the words; those that are plainly set need no more than their two ends."""
        builder, runs = self.builder, self.builder.runs
        of_object = self.drawing.shown
        letters = 0
        shift, level = self.drawing.ctm[4], self.drawing.height - self.drawing.ctm[5]
        words, starts = text.split(), [word.start() for word in _WORD.finditer(text)]
        lasts = [start + len(word) - 1 for start, word in zip(starts, words, strict=True)]
        asked = zip(words, starts, lasts, *self._asked(starts, lasts), strict=True)
        at = 0
        before: Look | None = None
        # what draws the words now being read, and how
        drawing, order, look = -1, *_NOWHERE
        style, widths, seen = look.style, look.widths, look.seen
        size = kerned = 0.0
        for piece, start, last, drawn, drawn_last, x0, y, end_x, made in asked:
            at_gap, at = at, last + 1
            if drawn != drawing:
                drawing = drawn
                order, look = of_object.get(drawn, _NOWHERE)
                style, widths, seen = look.style, look.widths, look.seen
                size, kerned = style.size, KERNED * style.size
            plain = look.plain and drawn == drawn_last
            try:
                wide = sum(map(widths.__getitem__, piece))
            except KeyError:
                plain = plain and self._learn(start, piece, widths)
                wide = sum(map(widths.__getitem__, piece)) if plain else 0.0
            if plain:
                end_x += widths[piece[-1]]
                plain = -kerned <= end_x - x0 - wide <= kerned
            if not plain:
                self._gap(text, at_gap, start)
                self._word(text, start, last + 1)
                before = None
                continue
            x0 += shift
            end_x += shift
            baseline = level - y
            run = builder.run
            if (
                not made
                and before is look
                and run is not None
                and start - at_gap == 1
                and text[at_gap] == " "
                and abs(baseline - run.baseline) <= SAME_BASELINE * size
                and -OVERLAP * size <= x0 - run.x1 - self._blank(at_gap, look) <= WORD_GAP * size
            ):
                # behind a blank where one belongs: as the builder would do it
                letters += last + 1 - at_gap
                run.followed = True
                parts = builder.parts
                run.text = parts[0] if len(parts) == 1 else "".join(parts)
                runs.append(run)
                builder.run = Run(piece, x0, end_x, baseline, style, order, 0, True, seen)
                builder.parts = [piece]
                continue
            if not (made and text[at_gap:start] in _ADDED):
                self._gap(text, at_gap, start)
            letters += last + 1 - start
            builder.add(piece, x0, end_x, baseline, style, order, 0, seen, 0.0)
            before = look
        self._gap(text, at, len(text))
        self.letters += letters

    def _asked(self, starts: list[int], lasts: list[int]) -> tuple[Iterable[Any], ...]:
        """What pdfium says of the first and the last letters of words, asked for all at once.

        Which objects draw them, where the first begins (x and y) and the last one (x), and whether
        what stands before the first is pdfium's own addition.
        """
        calls, page = self.calls, repeat(self.page)
        numbers = (ctypes.c_double * (4 * len(starts)))()
        x0, y0, x1, y1 = into(numbers, 4, 32)
        deque(map(calls.origin, page, starts, x0, y0), 0)
        deque(map(calls.origin, page, lasts, x1, y1), 0)
        found = numbers[:]
        first = list(map(calls.drawn_by, page, starts))
        # the letters of one object stand together: between two of its words there is no other
        return (
            first,
            [
                drawn if drawn == following else calls.drawn_by(self.page, last)
                for (drawn, following), last in zip(pairwise([*first, None]), lasts, strict=True)
            ],
            found[0::4],
            found[1::4],
            found[2::4],
            list(map(calls.generated, page, [start - 1 for start in starts])),
        )

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
        fresh = [at for at, letter in enumerate(piece) if letter not in widths]
        if any(ord(piece[at]) in _DRAWN for at in fresh):
            return False
        # each with the letters beside it
        beside = sorted({at + step for at in fresh for step in (-1, 0, 1)} & set(range(len(piece))))
        numbers = (ctypes.c_float * (4 * len(beside)))()
        asked = [start + at for at in beside]
        deque(map(self.calls.loose_box, repeat(self.page), asked, *into(numbers, 1, 16)), 0)
        found = numbers[:]
        left, right = found[0::4], found[2::4]
        if any(a == b for a, b in pairwise(left)):
            return False
        known = {at: b - a for at, a, b in zip(beside, left, right, strict=True)}
        widths |= {piece[at]: known[at] for at in fresh}
        return True

    def _letters(self, text: str, start: int, end: int, order: int, look: Look) -> None:
        """Add letter by letter: what is turned, or wider or closer than its letters are."""
        self.letters += end - start
        baseline = self._origin(start, look.turn)[1]
        size = look.style.size
        x0, x1 = before = self._reach(start, look.turn)
        for index in range(start + 1, end):
            reach = left, right = self._reach(index, look.turn)
            same, before = reach == before, reach  # one sign stands for both letters
            if not same and not -OVERLAP * size <= left - x1 <= WORD_GAP * size:
                self._add(text[start:index], x0, x1, baseline, order, look)
                start, x0, x1 = index, left, right
            elif right > x1:
                x1 = right
        self._add(text[start:end], x0, x1, baseline, order, look)
        if text[end - 1] in _BREAK_MARKS and self.builder.run is not None:
            self._behind_break(end - 1, x1, baseline, look)

    def _behind_break(self, index: int, x1: float, baseline: float, look: Look) -> None:
        """Find the blank that pdfium drops behind a hyphen: what draws both reaches further."""
        calls, run = self.calls, self.builder.run
        if look.plain:
            drawn = calls.drawn_by(self.page, index)
            if calls.bounds(drawn, *calls.edges):
                wide = calls.floats[2] + self.drawing.ctm[4] - x1
                if -BEARING * look.style.size <= wide <= look.style.size:
                    self.letters += 1
                    self.builder.blank(x1, baseline)
                    return
        if run is not None:
            run.followed = None

    def _add(
        self, text: str, x0: float, x1: float, baseline: float, order: int, look: Look
    ) -> None:
        drawn = text.translate(_DRAWN)
        if not drawn:
            return
        self.builder.add(drawn, x0, x1, baseline, look.style, order, look.turn, look.seen, 0.0)

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
