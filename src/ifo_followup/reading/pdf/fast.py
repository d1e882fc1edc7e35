"""The fast way through a page's drawing operators.

pdfminer reads content streams character by character and looks every operator up by its name;
that is nine tenths of its time. Here streams are matched by one regular expression, and the
operators that make up nearly all of a page are carried out in place. What is hard or rare stays
with pdfminer: resources, fonts, filters, and its methods for all other operators.

The result equals the stock interpreter's to the last bit, because the same sums are done in the
same order. What the expressions do not know raises `Unknown`; then the stock interpreter reads
the page again from its start.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from pdfminer.pdfinterp import PDFContentParser, PDFGraphicState, PDFTextState
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSException
from pdfminer.psparser import PSKeyword
from pdfminer.utils import Matrix, mult_matrix

from ifo_followup.reading.pdf import tokens
from ifo_followup.reading.pdf.content import OVERLAP, WORD_GAP, Run, Style
from ifo_followup.reading.pdf.device import spacing
from ifo_followup.reading.pdf.letters import BLANK, WORD_SPACE, Glyph
from ifo_followup.reading.pdf.stock import StockInterpreter, stock_methods, unkept
from ifo_followup.reading.pdf.tokens import ITEM, TOKEN, Unknown

# Coordinates beyond these are damage: where sums overflow, pdfminer's order of summing counts.
_FAR = 1e12
_NO_GLYPHS: list[Glyph] = []

_Method = tuple[int, Callable[..., None]]
# literal string, hexadecimal string, number after it, or a number alone
_Shown = Iterable[tuple[bytes, bytes, bytes | None, bytes]]


class FastInterpreter(StockInterpreter):
    """Reads a page as the stock interpreter does, or raises `Unknown`."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        # by everything that decides it: style, quarter turns, and whether it can be seen
        self._looks: dict[object, tuple[Style, int, bool]] = {}

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams as if they were one, but for tokens, which end where a stream ends.

        Streams that are being run already, and such without a number, are passed over.
        """
        self.stream_ids.clear()
        copies = [unkept(stream) for stream in streams]
        fresh = [c for c in copies if c.objid is not None and c.objid not in self.parent_stream_ids]
        self.stream_ids.update(c.objid for c in fresh if c.objid is not None)
        for stream in fresh:
            data, stream.data = stream.get_data(), None
            at: int | None = 0
            while at is not None:
                at = self._run(data, at)

    # the two hot loops are long because a call would cost more than what it does
    def _run(self, data: bytes, start: int) -> int | None:  # noqa: C901 -- see above
        """Carry out operators; where to go on after what no expression matches, None at the end."""
        operands = self.argstack
        methods, numeric = _methods()
        for match in TOKEN.finditer(data, start):
            kind = match.lastindex
            if kind == tokens.OPERATOR:
                digits, word = match.group(1, 2)
                if operands:
                    table = methods
                    if digits:
                        operands += tokens.numbers(digits)
                else:
                    table = numeric
                    if digits:
                        try:
                            operands += map(float, digits.split())
                        except ValueError as error:
                            raise Unknown("not a number") from error
                if word == b"BI":
                    return self._image(data, match.start(2))
                if word not in table:
                    raise Unknown(f"the operator {word!r}")
                count, method = table[word]
                if not count:
                    method(self)
                    self.argstack = operands  # pdfminer's colour operators put another there
                elif len(operands) == count:
                    method(self, *operands)
                elif len(operands) > count:
                    method(self, *operands[-count:])
                else:
                    raise Unknown(f"{word!r} with too few operands")
                if operands:
                    operands.clear()
                continue
            if kind == tokens.SHOWN_ARRAY:
                self._show(ITEM.findall(match[3]))
                operands.clear()
                continue
            if kind == tokens.SHOWN_STRING:
                self._show(((match[4], b"", None, b""),))
                operands.clear()
                continue
            if kind == tokens.SHOWN_HEX:
                self._show(((b"", match[6], None, b""),))
                operands.clear()
                continue
            if kind == tokens.FONT:
                self.do_Tf(tokens.name(match[8]), tokens.numbers(match[9])[0])
                operands.clear()
                continue
            if match[1]:
                operands += tokens.numbers(match[1])
            match kind:
                case tokens.NAME:
                    operands.append(tokens.name(match[8]))
                case tokens.NUMBER:
                    operands += tokens.numbers(match[12])
                case tokens.STRING:
                    operands.append(tokens.unescaped(match[4]))
                case tokens.HEX:
                    operands.append(tokens.unhexed(match[6]))
                case tokens.LIST:
                    operands.append(tokens.numbers(match[10]))
                case tokens.PROPERTIES:
                    operands.append({})  # no operator that is carried out looks into them
                case tokens.OTHER if not match[13].isspace():
                    value, at = tokens.operand(data, match.start(13))
                    operands.append(value)
                    return at
        return None

    def _image(self, data: bytes, start: int) -> int:
        """Draw the inline image that begins at a position; the position behind it."""
        parser = PDFContentParser([PDFStream({}, data)])
        parser.seek(start)
        try:
            _, image = parser.nextobject()
            if not isinstance(image, PDFStream):
                raise Unknown("an inline image without data")
            if parser.results:  # else its end is still to come, as an operator
                _, word = parser.nextobject()
                if not isinstance(word, PSKeyword) or word.name != b"EI":
                    raise Unknown("an inline image without an end")
                self.do_EI(image)
                self.argstack.clear()
            else:
                self.argstack.append(image)
        except PSException as error:
            raise Unknown("an inline image that cannot be read") from error
        return int(parser.bufpos) + int(parser.charpos)

    def do_SCN(self) -> None:  # noqa: N802 -- the name of the operator in pdfminer
        """Set the colour of lines."""
        if len(self.argstack) < self.graphicstate.scs.ncomponents:
            raise Unknown("a colour with too few operands")
        super().do_SCN()

    def do_scn(self) -> None:
        """Set the colour of fills and text."""
        if len(self.argstack) < self.graphicstate.ncs.ncomponents:
            raise Unknown("a colour with too few operands")
        super().do_scn()

    def _save(self) -> None:
        text = PDFTextState.__new__(PDFTextState)
        text.__dict__.update(self.textstate.__dict__)
        graphic = PDFGraphicState.__new__(PDFGraphicState)
        graphic.__dict__.update(self.graphicstate.__dict__)
        self.gstack.append((self.ctm, text, graphic))
        self.device.save()

    def _restore(self) -> None:
        if self.gstack:
            self.device.restore()
            self.ctm, self.textstate, self.graphicstate = self.gstack.pop()
            self.device.ctm = self.ctm

    def _grey(self, grey: float) -> None:
        self.graphicstate.ncolor = grey
        self.graphicstate.ncs = self.csmap["DeviceGray"]

    def _rgb(self, red: float, green: float, blue: float) -> None:
        self.graphicstate.ncolor = (red, green, blue)
        self.graphicstate.ncs = self.csmap["DeviceRGB"]

    def _move(self, x: float, y: float) -> None:
        self.curpath.append(("m", x, y))

    def _line(self, x: float, y: float) -> None:
        self.curpath.append(("l", x, y))

    def _rectangle(self, x: float, y: float, wide: float, high: float) -> None:
        self.curpath += (
            ("m", x, y),
            ("l", x + wide, y),
            ("l", x + wide, y + high),
            ("l", x, y + high),
            ("h",),
        )

    def _offset(self, x: float, y: float) -> None:
        state = self.textstate
        a, b, c, d, e, f = state.matrix
        state.matrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        state.linematrix = (0, 0)

    def _show(self, items: _Shown) -> None:  # noqa: C901 -- see `_run`
        """Show strings, parted by numbers that move the next one back."""
        state = self.textstate
        font = state.font
        if font is None:
            return
        matrix = mult_matrix(state.matrix, self.device.ctm)
        a, b, c, d, e, f = matrix
        style, turn, seen = self._look(matrix)
        x, y = state.linematrix
        scaling = state.scaling * 0.01
        if (
            turn != 0
            or b != 0
            or not 0 < a < _FAR
            or not (c == 0 or (y == 0 and state.rise == 0))
            or not -_FAR < e < _FAR
            or not -_FAR < d * f < _FAR
            or not 0 < state.fontsize * scaling < _FAR
            or font.is_vertical()
        ):
            self.do_TJ(_plain(items))
            return
        device = self.device
        device.order += 1
        letters = device.shared.case.letters(font, state.fontsize, scaling, a)
        charspace = state.charspace * scaling
        wordspace = 0 if font.is_multibyte() else state.wordspace * scaling
        step = 0.001 * state.fontsize * scaling
        baseline = device.height - (d * state.rise + (y * d + f))
        builder = device.builder
        low, most = -OVERLAP * style.size, WORD_GAP * style.size + spacing(state, a, b)
        high = most if builder.goes_on(baseline, style, 0, seen) else -math.inf
        run, parts, spaced = builder.run, builder.parts, builder.spaced
        end = 0.0 if run is None else run.x1
        room = device.limits.page_characters - device.glyphs
        moved = False
        known_hexed, known_literal = letters.hexed, letters.literal
        for literal, hexed, number, other in items:
            if hexed:
                glyphs = known_hexed.get(hexed)
                if glyphs is None:
                    glyphs = letters.of_hexed(font, hexed, room)
            elif literal:
                glyphs = known_literal.get(literal)
                if glyphs is None:
                    glyphs = letters.of_literal(font, literal, room)
            else:
                glyphs, number = _NO_GLYPHS, number or other
            room -= len(glyphs)
            if room < 0:
                device.glyphs = device.limits.page_characters - room
                device.check_glyphs()
            for text, advance, wide, kind in glyphs:
                if moved:
                    x += charspace
                moved = True
                start = x * a + e
                x += advance
                if kind:
                    if kind & WORD_SPACE and wordspace:
                        x += wordspace
                    if kind & BLANK:
                        if run is not None:
                            run.x1 = end
                        builder.run, builder.parts = run, parts
                        builder.blank(start, baseline)
                        run, spaced = None, True
                        continue
                    if kind != WORD_SPACE:
                        continue
                if run is not None:
                    if low <= start - end <= high:
                        parts.append(text)
                        reached = wide + start
                        if reached > end:
                            end = reached
                        continue
                    run.x1 = end
                    run.text = "".join(parts)
                    builder.runs.append(run)
                end = wide + start
                run = Run(text, start, end, baseline, style, device.order, 0, spaced, seen)
                parts, spaced, high = [text], False, most
            if number:
                try:
                    x -= float(number) * step
                except ValueError as error:
                    raise Unknown("not a number among strings") from error
                moved = True
        if not -_FAR < x < _FAR:
            raise Unknown("text beyond all pages")
        if run is not None:
            run.x1 = end
        builder.run, builder.parts, builder.spaced = run, parts, spaced
        device.glyphs = device.limits.page_characters - room
        state.linematrix = (x, y)

    def _look(self, matrix: Matrix) -> tuple[Style, int, bool]:
        state, graphic = self.textstate, self.graphicstate
        key = (
            state.font,
            state.fontsize,
            matrix[:4],
            state.render,
            graphic.ncolor,
            graphic.ncs.name,
            (graphic.scolor, graphic.scs.name) if state.render == 1 else None,
        )
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self.device.look(state, graphic, matrix)
        return look


def _plain(items: _Shown) -> list[float | bytes]:
    """Strings and numbers as pdfminer's own methods take them."""
    out: list[float | bytes] = []
    for literal, hexed, number, other in items:
        if other:
            out += tokens.numbers(other)
            continue
        out.append(tokens.unhexed(hexed) if hexed else tokens.unescaped(literal))
        if number:
            out += tokens.numbers(number)
    return out


@cache
def _methods() -> tuple[dict[bytes, _Method], dict[bytes, _Method]]:
    """Operators by name; and those for which all operands are known to be numbers."""
    kind = FastInterpreter
    stock: dict[bytes, _Method] = {
        word: (count, getattr(kind, method)) for word, count, method in stock_methods()
    }
    return stock, stock | {
        b"q": (0, kind._save),
        b"Q": (0, kind._restore),
        b"g": (1, kind._grey),
        b"rg": (3, kind._rgb),
        b"m": (2, kind._move),
        b"l": (2, kind._line),
        b"re": (4, kind._rectangle),
        b"Td": (2, kind._offset),
    }
