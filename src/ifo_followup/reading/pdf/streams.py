"""PDF streams decoded within bounds.

pdfminer decodes every filter without a bound, and answers a damaged stream with no bytes and no
word. Here each filter stops at the room that is left, and what a damaged stream still gives is
kept, with a warning.
"""

import zlib
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFValueError
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_CCITTFAX_DECODE,
    LITERALS_DCT_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_JBIG2_DECODE,
    LITERALS_JPX_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    int_value,
)
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from ifo_followup.reading.pdf.budget import Budget, too_much

# A row of samples: an A0 sheet at 1,200 dots an inch has 40,000 dots of 4 bytes.
_MOST_ROW_BYTES = 1 << 20
_PICTURES = (*LITERALS_DCT_DECODE, *LITERALS_JBIG2_DECODE, *LITERALS_JPX_DECODE)
# zlib checks its sum in the last four bytes; an error that late has cost no data
_CHECKSUM = 4


class BoundedStream(PDFStream):
    """A stream that counts what it unpacks to."""

    budget: Budget

    @classmethod
    def of(cls, stream: PDFStream, budget: Budget) -> "BoundedStream":
        """The same stream, bounded."""
        bounded = cls(stream.attrs, stream.rawdata or b"", stream.decipher)
        bounded.budget = budget
        return bounded

    def get_data(self) -> bytes:
        """The decoded bytes. A form's are instructions, counted each time that they are run."""
        data = super().get_data()
        kind = self.attrs.get("Subtype")
        if isinstance(kind, PSLiteral) and kind.name == "Form":
            self.budget.draw(data)
        return data

    def get_filters(self) -> list[tuple[Any, Any]]:
        """The filters with their parameters; not more than the bound."""
        filters = super().get_filters()
        if len(filters) > self.budget.limits.filters:
            raise too_much(f"{len(filters)} filters on one stream", "filters")
        return filters

    def decode(self) -> None:
        """Undo the filters."""
        data = self.rawdata or b""
        if self.decipher is not None and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, params in self.get_filters():
            data = self._undone(name, data)
            if isinstance(params, dict) and "Predictor" in params:
                data = _predicted(params, data)
            self.budget.decode(len(data))
        self.data = data
        self.rawdata = None

    def _undone(self, name: object, data: bytes) -> bytes:
        room = self.budget.stream_room() + 1  # one byte too many is seen and refused
        if name in LITERALS_FLATE_DECODE:
            return self._inflated(data, room)
        if name in LITERALS_LZW_DECODE:
            return _unpacked(data, room)
        if name in LITERALS_RUNLENGTH_DECODE:
            return _run_lengths(data, room)
        if name in LITERALS_ASCII85_DECODE:
            # five letters are four bytes, and one "z" is four as well
            self.budget.check(len(data) * 4 // 5 + 4 * data.count(b"z"))
            return ascii85decode(data)
        if name in LITERALS_ASCIIHEX_DECODE:
            return asciihexdecode(data)
        if name in _PICTURES:
            return data
        if name in LITERALS_CCITTFAX_DECODE:
            # a fax has no text, and its rows expand without a bound
            raise PDFValueError("a fax is not decoded")
        raise PDFValueError(f"the filter {literal_name(name)!r:.40} is not known")

    def _inflated(self, data: bytes, room: int) -> bytes:
        unpacker = zlib.decompressobj()
        try:
            return unpacker.decompress(data, room)
        except zlib.error:
            pass
        # once more in pieces: what stood before the damage is worth having
        unpacker = zlib.decompressobj()
        out = bytearray()
        for at in range(0, len(data), 64):
            try:
                out += unpacker.decompress(data[at : at + 64], room - len(out))
            except zlib.error:
                if at + 64 < len(data) - _CHECKSUM:
                    self.budget.warnings.append(
                        f"a stream is damaged at byte {at} of {len(data)}; the rest of it is lost"
                    )
                break
            if len(out) >= room:
                break
        return bytes(out)


def _unpacked(data: bytes, room: int) -> bytes:
    """LZW. pdfminer's decoder gives one piece at a time, so it can be stopped."""
    out = bytearray()
    for piece in LZWDecoder(BytesIO(data)).run():
        out += piece
        if len(out) >= room:
            break
    return bytes(out[:room])


def _run_lengths(data: bytes, room: int) -> bytes:
    """Run lengths (ISO 32000-1, 7.4.5): a count, then bytes to copy or one byte to repeat."""
    out = bytearray()
    at = 0
    while at < len(data) and len(out) < room:
        length = data[at]
        if length == 128:
            break
        if length < 128:
            out += data[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            out += data[at + 1 : at + 2] * (257 - length)
            at += 2
    return bytes(out[:room])


def _predicted(params: dict[str, Any], data: bytes) -> bytes:
    kind = int_value(params["Predictor"])
    if kind in (0, 1) or not data:
        return data
    colours = int_value(params.get("Colors", 1))
    columns = int_value(params.get("Columns", 1))
    bits = int_value(params.get("BitsPerComponent", 8))
    if min(colours, columns, bits) < 1 or colours * columns * bits > 8 * _MOST_ROW_BYTES:
        raise too_much(f"rows of {columns} columns", "part_bytes")
    if kind == 2:
        return bytes(apply_tiff_predictor(colours, columns, bits, data))
    if kind >= 10:
        return bytes(apply_png_predictor(kind, colours, columns, bits, data))
    raise PDFValueError(f"the predictor {kind} is not known")
