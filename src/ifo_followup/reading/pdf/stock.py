"""pdfminer's own way through a page's drawing operators: slow, sure, and what others must equal."""

import copy
from collections.abc import Iterator, Sequence

from pdfminer.pdfinterp import PDFPageInterpreter, PDFStackT
from pdfminer.pdftypes import PDFStream, stream_value

from ifo_followup.reading.pdf.device import PageDevice

# Operators that pdfminer's methods carry out, with the number of their operands.
_OPERATORS = (
    (0, "B B* BT BX EMC ET EX F Q S SC SCN T* W W* b b* f f* h n q s sc scn"),
    (1, "' BMC CS Do EI G J M MP TJ TL Tc Tj Tr Ts Tw Tz cs g gs i j ri sh w"),
    (2, "BDC DP TD Td Tf d l m"),
    (3, '" RG rg'),
    (4, "K k re v y"),
    (6, "Tm c cm"),
)


class StockInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with clipping (which it leaves out) and the obsolete `F`."""

    device: PageDevice
    _clipping = False

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams, without keeping what is decoded of them."""
        super().execute([unkept(stream) for stream in streams])

    def do_q(self) -> None:
        """Save the graphics state, and the clip with it."""
        super().do_q()
        self.device.save()

    def do_Q(self) -> None:  # noqa: N802 -- the name of the operator in pdfminer
        """Restore both."""
        if self.gstack:
            self.device.restore()
        super().do_Q()

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802 -- the name of the operator in pdfminer
        """Draw a form or an image."""
        super().do_Do(xobjid_arg)
        # what a form did to the coordinates ends with it
        self.device.set_ctm(self.ctm)

    def do_W(self) -> None:  # noqa: N802 -- the name of the operator in pdfminer
        """Clip to the path that is painted next."""
        self._clipping = True

    def do_W_a(self) -> None:  # noqa: N802 -- the name of the operator in pdfminer
        """Clip to the path that is painted next, by the other rule."""
        self._clipping = True

    def do_F(self) -> None:  # noqa: N802 -- the name of the operator in pdfminer
        """Fill the path: the obsolete name of `f`."""
        self.do_f()

    def do_n(self) -> None:
        """End the path without painting it."""
        self._clip()
        super().do_n()

    def do_S(self) -> None:  # noqa: N802 -- the name of the operator in pdfminer
        """Stroke the path."""
        self._clip()
        super().do_S()

    def do_f(self) -> None:
        """Fill the path."""
        self._clip()
        super().do_f()

    def do_f_a(self) -> None:
        """Fill the path by the other rule."""
        self._clip()
        super().do_f_a()

    def _clip(self) -> None:
        # a clip that is also painted clips its own painting too, which changes nothing
        if self._clipping and self.curpath:
            self.device.clip_to(self.curpath)
        self._clipping = False


def unkept(stream: object) -> PDFStream:
    """A copy of a stream: what is decoded of it goes with the copy, not into the document."""
    return copy.copy(stream_value(stream))


def stock_methods() -> Iterator[tuple[bytes, int, str]]:
    """Each operator, how many operands it takes, and the name of the method that carries it out."""
    for count, words in _OPERATORS:
        for word in words.split():
            name = word.replace("*", "_a").replace('"', "_w").replace("'", "_q")
            yield word.encode(), count, "do_" + name
