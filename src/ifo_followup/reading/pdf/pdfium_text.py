"""The words of a page, put together from what pdfium says of its letters."""

from collections.abc import Sequence

from attrs import define, field

from ifo_followup.reading.pdf.content import (
    BLANKS,
    OVERLAP,
    SAME_BASELINE,
    WORD_GAP,
    Run,
    RunBuilder,
    Style,
)
from ifo_followup.reading.pdf.pdfium_calls import address
from ifo_followup.reading.pdf.pdfium_drawn import Look, Widths
from ifo_followup.reading.pdf.pdfium_letters import ADDED, BREAK_MARKS, DRAWN, Ends, Letters, Piece

# The ink of a hyphen ends before its width does, by twice as much (em) at least.
BEARING = 0.015
# What is drawn by nobody knows whom.
_NOWHERE = (0, Look(Style("", 0.0, False, False, None), 0, False, False, Widths(), 0.0))
# Words of one object that end so near (em) to where their letters and blanks put them are set one
# after the other; more than kerning is another column or a line set to both edges.
SPREAD = 0.2
# So much (em) kerning may make a word longer or shorter than its letters are together.
KERNED = 0.1


@define(eq=False)
class Text(Letters):
    """The letters of a page, put together to runs."""

    builder: RunBuilder = field(init=False, factory=RunBuilder)
    letters: int = field(init=False, default=0)
    # how many of the characters are done, and how the last word is set
    at: int = field(init=False, default=0)
    before: Look | None = field(init=False, default=None)

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
        pieces, shown = self._pieces(), self.drawing.shown
        for piece, ends in zip(pieces, self._asked(pieces), strict=True):
            words, start, _, drawn, whole = piece
            order, look = shown.get(drawn, _NOWHERE)
            if len(words) == 1:
                self._set(piece, ends, order, look)
            elif not (whole and self._line(piece, ends, order, look)):
                apart = self._apart(words, start, drawn)
                for word, its_ends in zip(apart, self._asked(apart), strict=True):
                    self._set(word, its_ends, order, look)
        self._gap(self.at, len(self.text))

    def _line(self, piece: Piece, ends: Ends, order: int, look: Look) -> bool:
        """Add the words of one object, if they stand where their letters and blanks put them.

        What spreads or kerns its words is not so plain, nor what has no blanks of its own.
        """
        words, start, last, _, _ = piece
        if not (look.plain and look.style.size > 0) or last + 1 - start != _length(words):
            return False
        line = self.text[start : last + 1]
        if line.count(" ") != len(words) - 1:
            return False
        known = self._wides(start, line, (*words, " "), look)
        if known is None:
            return False
        *wides, blank = known
        x0, y, end_x, _ = ends
        plain = sum(wides) + blank * (len(words) - 1)
        reach = end_x + look.widths[line[-1]] * look.em - x0
        if plain <= 0 or not -SPREAD <= (reach - plain) / look.style.size <= SPREAD:
            return False
        if self.calls.generated(self.page, start + len(words[0])):
            return False
        # kerning is spread over the line
        wides, blank = [wide * reach / plain for wide in wides], blank * reach / plain
        style, seen, ctm = look.style, look.seen, self.drawing.ctm
        self._put(words[0], start, ends, x0 + wides[0], order, look)
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

    def _set(self, piece: Piece, ends: Ends, order: int, look: Look) -> None:
        """Add a word: one that is plainly set needs no more than its two ends."""
        (word,), start, last, _, whole = piece
        if look.plain and whole:
            wides = self._wides(start, word, (word,), look)
            if wides is not None:
                x0, _, end_x, _ = ends
                end_x += look.widths[word[-1]] * look.em
                kerned = KERNED * look.style.size
                if -kerned <= end_x - x0 - wides[0] <= kerned:
                    self._put(word, start, ends, end_x, order, look)
                    return
        self._gap(self.at, start)
        self.at = last + 1
        self._word(start, last + 1)
        self.before = None

    def _put(self, word: str, start: int, ends: Ends, end_x: float, order: int, look: Look) -> None:
        """Add a word that ends at `end_x`, and what stands before it."""
        x0, y, _, made = ends
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
        if not (made and text[at_gap:start] in ADDED):
            self._gap(at_gap, start)
        self.letters += len(word)
        builder.add(word, x0, end_x, baseline, style, order, 0, look.seen, 0.0)
        self.before = look

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
        while start < end:
            drawn = self.calls.drawn_by(self.page, start)
            to = self._end_of(start, end, drawn)
            shown = self.drawing.shown.get(drawn)
            if shown is not None:
                self._piece(start, to, *shown)
            start = to

    def _piece(self, start: int, end: int, order: int, look: Look) -> None:
        """Add what one object draws of a word."""
        if look.plain and end - start > 1:
            # what breaks a word stands at its end, and is not as wide as its letters
            last = end - 1 - (self.text[end - 1] in BREAK_MARKS)
            piece = self.text[start : last + 1]
            wides = self._wides(start, piece, (piece,), look)
            if wides is not None:
                x0, baseline = self._place(start)
                end_x = self._place(last)[0] + look.widths[piece[-1]] * look.em
                kerned = KERNED * look.style.size
                if -kerned <= end_x - x0 - wides[0] <= kerned:
                    self.letters += len(piece)
                    self._add(piece, x0, end_x, baseline, order, look)
                    start = last + 1
        if start < end:
            self._letters(start, end, order, look)

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
        if text[end - 1] in BREAK_MARKS and self.builder.run is not None:
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
        drawn = text.translate(DRAWN)
        if not drawn:
            return
        self.builder.add(drawn, x0, x1, baseline, look.style, order, look.turn, look.seen, 0.0)


def _length(words: Sequence[str]) -> int:
    """How long words are with one blank between each two."""
    return sum(map(len, words)) + len(words) - 1
