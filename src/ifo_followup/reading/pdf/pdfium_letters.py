"""What pdfium says of the letters of a page: which they are, what draws them, where, how wide."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat

from attrs import define, field

from ifo_followup.reading.pdf.content import LIGATURES, NOTHING, UNMAPPED, turned
from ifo_followup.reading.pdf.pdfium_calls import Calls, into, numbers
from ifo_followup.reading.pdf.pdfium_drawn import Drawing, Look

# pdfium puts one of these where it takes a hyphen to break a word, and drops a blank after it.
BREAK_MARKS = "\x02\ufffe"
DRAWN = str.maketrans(LIGATURES | dict.fromkeys(NOTHING, "") | dict.fromkeys(BREAK_MARKS, "-"))
# What pdfium itself puts between words and lines.
ADDED = (" ", "\r\n")
# Words of a line that one object begins: the words, the numbers of their first and last letters,
# what draws the first, and whether it draws the last too.
Piece = tuple[Sequence[str], int, int, int | None, bool]
# Where the first and the last letter of a piece begin (x and y of the first, x of the last), and
# whether what stands before the first is pdfium's own addition.
Ends = tuple[float, float, float, int]
_WORD = re.compile(r"\S+")


@define(eq=False)
class Letters:
    """The characters of a page, by their numbers."""

    drawing: Drawing
    calls: Calls = field(init=False)
    # the text page's address, whether its page is printed upright, and its characters
    page: int = field(init=False, default=0)
    straight: bool = field(init=False)
    text: str = field(init=False, default="")

    def __attrs_post_init__(self) -> None:
        self.calls = self.drawing.calls
        self.straight = self.drawing.ctm[:4] == (1, 0, 0, 1)

    def _characters(self, count: int) -> str:
        found = numbers("H", count + 1)
        written = self.calls.text(self.page, 0, count, found.buffer_info()[0])
        text = found.tobytes()[:-2].decode("utf-16-le", "replace")
        if written != count + 1 or len(text) != count:
            # characters beyond 16 bits, or such without a meaning: one by one
            codes = [self.calls.unicode(self.page, i) for i in range(count)]
            text = "".join(chr(c) if 0 < c <= 0x10FFFF else UNMAPPED for c in codes)
        return text

    def _pieces(self) -> list[Piece]:
        """The words of the page; those that one object draws side by side are one piece.

        The letters of one object stand together: between two of its words there is no other, and
        many objects draw whole lines.
        """
        drawn_by, page = self.calls.drawn_by, self.page
        pieces: list[Piece] = []
        begin = 0
        for line in self.text.split(ADDED[1]):
            words = line.split()
            if words:
                start = begin + len(line) - len(line.lstrip())
                last = begin + len(line.rstrip()) - 1
                drawn = drawn_by(page, start)
                whole = drawn_by(page, last) == drawn
                if whole or len(words) == 1:
                    pieces.append((words, start, last, drawn, whole))
                else:
                    pieces += self._parts(line, begin)
            begin += len(line) + len(ADDED[1])
        return pieces

    def _parts(self, line: str, begin: int) -> Iterator[Piece]:
        """The pieces of a line that several objects draw."""
        drawn_by, page = self.calls.drawn_by, self.page
        words, starts = line.split(), [begin + word.start() for word in _WORD.finditer(line)]
        lasts = [start + len(word) - 1 for start, word in zip(starts, words, strict=True)]
        drawn = list(map(drawn_by, repeat(page), starts))
        firsts = [i for i, (a, b) in enumerate(pairwise([-1, *drawn])) if a != b]
        for first, end in pairwise([*firsts, len(words)]):
            one = drawn[first]
            whole = drawn_by(page, lasts[end - 1]) == one
            if end - first > 1 and not whole:
                # the last word goes on in another object
                yield words[first : end - 1], starts[first], lasts[end - 2], one, True
                first = end - 1
            yield words[first:end], starts[first], lasts[end - 1], one, whole

    def _apart(self, words: Sequence[str], start: int, drawn: int | None) -> list[Piece]:
        """Words that one object draws, each as a piece of its own."""
        pieces: list[Piece] = []
        for word in words:
            start = self.text.index(word, start)
            pieces.append(((word,), start, start + len(word) - 1, drawn, True))
            start += len(word)
        return pieces

    def _asked(self, pieces: Sequence[Piece]) -> Iterator[Ends]:
        """What pdfium says of the first and the last letters of pieces, asked for all at once."""
        calls, page = self.calls, repeat(self.page)
        starts = [piece[1] for piece in pieces]
        found = numbers("d", 4 * len(starts))
        x0, y0, x1, y1 = into(found, 4)
        deque(map(calls.origin, page, starts, x0, y0), 0)
        deque(map(calls.origin, page, [piece[2] for piece in pieces], x1, y1), 0)
        made = map(calls.generated, page, [start - 1 for start in starts])
        return zip(found[0::4], found[1::4], found[2::4], made, strict=True)

    def _end_of(self, start: int, end: int, drawn: int | None) -> int:
        """Where what draws the first of some letters ends: those of one object stand together."""
        drawn_by, page = self.calls.drawn_by, self.page
        low, high = start, end - 1
        if drawn_by(page, high) == drawn:
            return end
        while high - low > 1:
            middle = (low + high) // 2
            if drawn_by(page, middle) == drawn:
                low = middle
            else:
                high = middle
        return low + 1

    def _wides(
        self, start: int, piece: str, words: Sequence[str], look: Look
    ) -> list[float] | None:
        """How wide the words of a piece are (points), each letter as wide as it ever is.

        None where not all of its letters are plain ones; then their widths say nothing.
        """
        widths, em = look.widths, look.em
        try:
            return [widths[word] * em for word in words]
        except KeyError:
            if not self._learn(start, piece, look):
                return None
            return [widths[word] * em for word in words]

    def _learn(self, start: int, piece: str, look: Look) -> bool:
        """Ask for the widths of the letters of a piece, if all of them are plain letters.

        Signs that are written otherwise are not; nor are those that one sign stands for: all
        letters of a ligature are said to begin where it does, and to be as wide.
        """
        widths, em = look.widths, look.em
        fresh = [at for at, letter in enumerate(piece) if letter not in widths]
        if any(ord(piece[at]) in DRAWN for at in fresh):
            return False
        # each with the letters beside it
        beside = sorted({at + step for at in fresh for step in (-1, 0, 1)} & set(range(len(piece))))
        found = numbers("f", 4 * len(beside))
        asked = [start + at for at in beside]
        deque(map(self.calls.loose_box, repeat(self.page), asked, into(found, 4)[0]), 0)
        left, right = found[0::4], found[2::4]
        if any(a == b for a, b in pairwise(left)):
            return False
        known = {at: (b - a) / em for at, a, b in zip(beside, left, right, strict=True)}
        widths |= {piece[at]: known[at] for at in fresh}
        return True

    def _blank(self, index: int, look: Look) -> float:
        """How wide a blank is in the look of the words beside it."""
        width = look.widths.get(" ")
        if width is None:
            x0, x1 = self._reach(index, 0)
            width = look.widths[" "] = (x1 - x0) / look.em
        return width * look.em

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
