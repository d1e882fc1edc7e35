"""The words of a page as pdfium tells them."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise, repeat
from operator import eq

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
from ifo_followup.reading.pdf.pdfium_calls import Calls, address, into, numbers
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
# What pdfium says of the first and the last letter of a piece: which they are, whether one object
# draws both, where they begin (x and y of the first, x of the last), and whether what stands before
# the first is pdfium's own addition.
_Ends = tuple[int, int, bool, float, float, float, int]
# Words of one object that end so near (em) to where their letters and blanks put them are set one
# after the other; more than kerning is another column or a line set to both edges.
SPREAD = 0.2
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
    # the characters of the page, how many of them are done, and how the last word is set
    text: str = field(init=False, default="")
    at: int = field(init=False, default=0)
    before: Look | None = field(init=False, default=None)

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
            self.text = self._characters(count)
            self._words()
            self.builder.flush()
        finally:
            text_page.close()
        return self.builder, self.letters

    def _words(self) -> None:
        """Go through what draws the words: most of it needs no more than its two ends."""
        text = self.text
        words, starts = text.split(), [word.start() for word in _WORD.finditer(text)]
        lasts = [start + len(word) - 1 for start, word in zip(starts, words, strict=True)]
        drawn = self._drawn(starts)
        firsts = [i for i, (a, b) in enumerate(pairwise([-1, *drawn])) if a != b]
        ends = [*firsts[1:], len(words)][: len(firsts)]
        asked = self._asked([starts[i] for i in firsts], [lasts[i - 1] for i in ends])
        for first, end, told in zip(firsts, ends, asked, strict=True):
            shown = self.drawing.shown.get(drawn[first], _NOWHERE)
            if end - first > 1 and not told[2]:
                # the last word goes on in another object
                end -= 1
                (told,) = self._asked([starts[first]], [lasts[end - 1]])
                self._several(words[first:end], starts[first:end], told, *shown)
                (told,) = self._asked([starts[end]], [lasts[end]])
                self._set(words[end], told, *shown)
            else:
                self._several(words[first:end], starts[first:end], told, *shown)
        self._gap(self.at, len(text))

    def _drawn(self, starts: list[int]) -> list[int | None]:
        """What draws each of the words that begin at `starts`.

        The letters of one object stand together: between two of its words there is no other, and
        many objects draw whole lines.
        """
        drawn_by, page = self.calls.drawn_by, self.page
        found: list[int | None] = []
        first = 0
        for line in self.text.split(_ADDED[1]):
            count = len(line.split())
            if count > 2:
                one = drawn_by(page, starts[first])
                if drawn_by(page, starts[first + count - 1]) == one:
                    found += [one] * count
                    count, first = 0, first + count
            found += map(drawn_by, repeat(page), starts[first : first + count])
            first += count
        return found

    def _asked(self, starts: list[int], lasts: list[int]) -> Iterator[_Ends]:
        """What pdfium says of the first and the last letters of pieces, asked for all at once."""
        calls, page = self.calls, repeat(self.page)
        found = numbers("d", 4 * len(starts))
        x0, y0, x1, y1 = into(found, 4)
        deque(map(calls.origin, page, starts, x0, y0), 0)
        deque(map(calls.origin, page, lasts, x1, y1), 0)
        same = map(eq, map(calls.drawn_by, page, starts), map(calls.drawn_by, page, lasts))
        made = map(calls.generated, page, [start - 1 for start in starts])
        return zip(starts, lasts, same, found[0::4], found[1::4], found[2::4], made, strict=True)

    def _several(
        self, words: list[str], starts: list[int], told: _Ends, order: int, look: Look
    ) -> None:
        """Add words that one object draws."""
        if len(words) == 1:
            self._set(words[0], told, order, look)
        elif not self._line(words, told, order, look):
            lasts = [start + len(word) - 1 for start, word in zip(starts, words, strict=True)]
            for word, apart in zip(words, self._asked(starts, lasts), strict=True):
                self._set(word, apart, order, look)

    def _line(self, words: list[str], told: _Ends, order: int, look: Look) -> bool:
        """Add the words of one object, if they stand where their letters and blanks put them.

        What spreads or kerns its words is not so plain, nor what has no blanks of its own.
        """
        start, last, whole, x0, y, end_x, _ = told
        line, widths = self.text[start : last + 1], look.widths
        if not (whole and look.plain and look.style.size > 0) or line != " ".join(words):
            return False
        if not self._known(start, line, widths):
            return False
        wides = [sum(map(widths.__getitem__, word)) for word in words]
        blank = widths[" "]
        plain = sum(wides) + blank * (len(words) - 1)
        reach = end_x + widths[line[-1]] - x0
        if plain <= 0 or not -SPREAD <= (reach - plain) / look.style.size <= SPREAD:
            return False
        if self.calls.generated(self.page, start + len(words[0])):
            return False
        # kerning is spread over the line
        wides, blank = [wide * reach / plain for wide in wides], blank * reach / plain
        style, seen, ctm = look.style, look.seen, self.drawing.ctm
        self._put(words[0], told, x0 + wides[0], order, look)
        builder, runs = self.builder, self.builder.runs
        if builder.run is not None:
            builder.run.followed = True
            builder.flush()
        baseline = self.drawing.height - ctm[5] - y
        x = x0 + ctm[4] + wides[0] + blank
        for word, wide in zip(words[1:], wides[1:], strict=True):
            end = x + wide
            runs.append(Run(word, x, end, baseline, style, order, 0, True, seen, True))
            x = end + blank
        # the last one may go on
        builder.run = runs.pop()
        builder.run.followed = False
        builder.parts = [words[-1]]
        self.letters += last + 1 - start - len(words[0])
        self.at = last + 1
        return True

    def _set(self, word: str, told: _Ends, order: int, look: Look) -> None:
        """Add a word: one that is plainly set needs no more than its two ends."""
        start, last, whole, x0, _, end_x, _ = told
        if look.plain and whole:
            widths, kerned = look.widths, KERNED * look.style.size
            if self._known(start, word, widths):
                end_x += widths[word[-1]]
                if -kerned <= end_x - x0 - sum(map(widths.__getitem__, word)) <= kerned:
                    self._put(word, told, end_x, order, look)
                    return
        self._gap(self.at, start)
        self.at = last + 1
        self._word(start, last + 1)
        self.before = None

    def _put(self, word: str, told: _Ends, end_x: float, order: int, look: Look) -> None:
        """Add a word that ends at `end_x`, and what stands before it."""
        start, _, _, x0, y, _, made = told
        at_gap, self.at = self.at, start + len(word)
        builder, style, text = self.builder, look.style, self.text
        ctm, size = self.drawing.ctm, style.size
        x0, end_x = x0 + ctm[4], end_x + ctm[4]
        baseline = self.drawing.height - ctm[5] - y
        run = builder.run
        if (
            not made
            and self.before is look
            and run is not None
            and start - at_gap == 1
            and text[at_gap] == " "
            and abs(baseline - run.baseline) <= SAME_BASELINE * size
            and -OVERLAP * size <= x0 - run.x1 - self._blank(at_gap, look) <= WORD_GAP * size
        ):
            # behind a blank where one belongs: as the builder would do it
            self.letters += self.at - at_gap
            run.followed = True
            builder.flush()
            builder.run = Run(word, x0, end_x, baseline, style, order, 0, True, look.seen)
            builder.parts = [word]
            return
        if not (made and text[at_gap:start] in _ADDED):
            self._gap(at_gap, start)
        self.letters += len(word)
        builder.add(word, x0, end_x, baseline, style, order, 0, look.seen, 0.0)
        self.before = look

    def _blank(self, index: int, look: Look) -> float:
        """How wide a blank is in the look of the words beside it."""
        width = look.widths.get(" ")
        if width is None:
            x0, x1 = self._reach(index, 0)
            width = look.widths[" "] = x1 - x0
        return width

    def _gap(self, start: int, end: int) -> None:
        """Take note of the blanks between two words that were drawn; pdfium adds its own."""
        text = self.text
        for index in range(start, end):
            if text[index] in BLANKS and not self.calls.generated(self.page, index):
                shown = self.drawing.shown.get(self.calls.drawn_by(self.page, index))
                if shown is not None:
                    self.letters += 1
                    _, look = shown
                    x0, baseline = self._origin(index, look.turn)
                    self.builder.blank(x0, baseline)

    def _word(self, start: int, end: int) -> None:
        """Add a word: whole where one text object draws it, else in the pieces that draw it."""
        drawn_by, page = self.calls.drawn_by, self.page
        while start < end:
            drawn = drawn_by(page, start)
            # the letters of one object stand together: the first that is another's
            low, high = start, end - 1
            if drawn_by(page, high) == drawn:
                low = high
            while high - low > 1:
                middle = (low + high) // 2
                if drawn_by(page, middle) == drawn:
                    low = middle
                else:
                    high = middle
            shown = self.drawing.shown.get(drawn)
            if shown is not None:
                self._piece(start, low + 1, *shown)
            start = low + 1

    def _piece(self, start: int, end: int, order: int, look: Look) -> None:
        """Add what one object draws of a word."""
        if look.plain and end - start > 1:
            # what breaks a word stands at its end, and is not as wide as its letters
            last = end - 1 - (self.text[end - 1] in _BREAK_MARKS)
            piece = self.text[start : last + 1]
            widths = look.widths
            if self._known(start, piece, widths):
                x0, baseline = self._place(start)
                end_x = self._place(last)[0] + widths[piece[-1]]
                kerned = KERNED * look.style.size
                if -kerned <= end_x - x0 - sum(map(widths.__getitem__, piece)) <= kerned:
                    self.letters += len(piece)
                    self._add(piece, x0, end_x, baseline, order, look)
                    start = last + 1
        if start < end:
            self._letters(start, end, order, look)

    def _known(self, start: int, piece: str, widths: dict[str, float]) -> bool:
        """Whether the widths of all letters of a piece are known, now that they were asked for."""
        return widths.keys() >= set(piece) or self._learn(start, piece, widths)

    def _learn(self, start: int, piece: str, widths: dict[str, float]) -> bool:
        """Ask for the widths of the letters of a piece, if all of them are plain letters.

        Signs that are written otherwise are not; nor are those that one sign stands for: all
        letters of a ligature are said to begin where it does, and to be as wide.
        """
        fresh = [at for at, letter in enumerate(piece) if letter not in widths]
        if any(ord(piece[at]) in _DRAWN for at in fresh):
            return False
        # each with the letters beside it
        beside = sorted({at + step for at in fresh for step in (-1, 0, 1)} & set(range(len(piece))))
        found = numbers("f", 4 * len(beside))
        asked = [start + at for at in beside]
        deque(map(self.calls.loose_box, repeat(self.page), asked, into(found, 4)[0]), 0)
        left, right = found[0::4], found[2::4]
        if any(a == b for a, b in pairwise(left)):
            return False
        known = {at: b - a for at, a, b in zip(beside, left, right, strict=True)}
        widths |= {piece[at]: known[at] for at in fresh}
        return True

    def _letters(self, start: int, end: int, order: int, look: Look) -> None:
        """Add letter by letter: what is turned, or wider or closer than its letters are."""
        text = self.text
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

    def _characters(self, count: int) -> str:
        found = numbers("H", count + 1)
        written = self.calls.text(self.page, 0, count, found.buffer_info()[0])
        text = found.tobytes()[:-2].decode("utf-16-le", "replace")
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

    def _place(self, index: int) -> tuple[float, float]:
        """Where the baseline of an upright letter begins on a page that is not turned."""
        calls, drawing = self.calls, self.drawing
        calls.origin(self.page, index, calls.x, calls.y)
        x, y = calls.doubles
        return x + drawing.ctm[4], drawing.height - drawing.ctm[5] - y

    def _origin(self, index: int, turn: int) -> tuple[float, float]:
        """Where the baseline of a letter begins in the frame of its turn."""
        calls = self.calls
        calls.origin(self.page, index, calls.x, calls.y)
        x, y = calls.doubles
        return self._frame((x, y), turn)

    def _frame(self, point: tuple[float, float], turn: int) -> tuple[float, float]:
        page = self.drawing
        return turned(page.point(point, page.ctm), turn, page.width, page.height)
