"""pdfminer's fonts, with the tables that a file gives them held within bounds.

A font's widths and character maps are given as ranges: a few bytes ask for billions of entries.
Character maps are read here, by pdfminer's own parser into a map that counts, and handed to the
font, so that nothing is read twice.
"""

import struct
from collections.abc import Iterable, Mapping
from io import BytesIO

from pdfminer.cmapdb import CMapDB, CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

from ifo_followup.reading.pdf.budget import Budget, too_much

_WIDTHS = (("W", 3), ("W2", 5))
_SEGMENTED = 12  # the format of a TrueType character map that is made of long ranges


class BoundedFonts(PDFResourceManager):
    """Makes the fonts of one document."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a dictionary.

        Raises:
            LimitExceeded: its tables have more entries than the bound.
        """
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        if literal_name(spec.get("Subtype")) == "Type0":
            # its descendant comes back here
            self._check_encoding(spec)
            return super().get_font(objid, spec)
        for key, size in _WIDTHS:
            self._check_widths(list_value(resolve1(spec.get(key, []))), size)
        stream = resolve1(spec.get("ToUnicode"))
        if not isinstance(stream, PDFStream):
            self._check_font_file(spec)
            return super().get_font(objid, spec)
        font = super().get_font(objid, {**spec, "ToUnicode": PDFStream({}, b"")})
        if isinstance(font, PDFCIDFont | PDFSimpleFont):
            font.unicode_map = _CountingMap(self.budget)
            CMapParser(font.unicode_map, BytesIO(stream.get_data())).run()
        return font

    def _check_encoding(self, spec: Mapping[str, object]) -> None:
        encoding = resolve1(spec.get("Encoding"))
        if not isinstance(encoding, PDFStream):
            return
        name = encoding.get("CMapName")
        try:
            CMapDB.get_cmap(str(name.name) if isinstance(name, PSLiteral) else "")
        except CMapDB.CMapNotFound:
            # pdfminer knows such maps by name only, and drops the text without a word
            self.budget.warnings.append(
                f"text in the font {literal_name(spec.get('BaseFont'))!r:.60} is lost: it has a "
                "character map of its own"
            )

    def _check_widths(self, entries: Iterable[object], size: int) -> None:
        total = 0
        numbers: list[float] = []
        for entry in map(resolve1, entries):
            if isinstance(entry, list):
                total += len(entry)
                numbers.clear()
            elif isinstance(entry, int | float):
                numbers.append(entry)
                if len(numbers) == size:
                    total += max(0, int(min(numbers[1] - numbers[0], 2**31)) + 1)
                    numbers.clear()
            self._check(total)

    def _check_font_file(self, spec: Mapping[str, object]) -> None:
        """Its character map is read where the file names none (`ToUnicode`)."""
        descriptor = dict_value(spec.get("FontDescriptor", {}))
        stream = resolve1(descriptor.get("FontFile2"))
        if isinstance(stream, PDFStream):
            self._check(_segmented_entries(stream.get_data()))

    def _check(self, entries: int) -> None:
        if entries > self.budget.limits.cmap_entries:
            raise _too_many(self.budget)


class _CountingMap(FileUnicodeMap):
    """A character map that refuses more entries than the bound."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget
        self._added = 0

    def add_cid2unichr(self, cid: int, code: PSLiteral | bytes | int) -> None:
        self._added += 1
        if self._added > self.budget.limits.cmap_entries:
            raise _too_many(self.budget)
        super().add_cid2unichr(cid, code)


def _too_many(budget: Budget) -> Exception:
    what = f"a font with more than {budget.limits.cmap_entries} characters"
    return too_much(what, "cmap_entries")


def _segmented_entries(data: bytes) -> int:
    """How many characters the ranges of a TrueType font's maps come to (OpenType, `cmap`)."""
    total = 0
    try:
        (tables,) = struct.unpack_from(">H", data, 4)
        heads = (struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(tables))
        start = next(offset for name, _, offset, _ in heads if name == b"cmap")
        (maps,) = struct.unpack_from(">H", data, start + 2)
        for n in range(maps):
            (offset,) = struct.unpack_from(">L", data, start + 4 + 8 * n + 4)
            (kind,) = struct.unpack_from(">H", data, start + offset)
            if kind != _SEGMENTED:
                continue
            (groups,) = struct.unpack_from(">L", data, start + offset + 12)
            for group in range(min(groups, len(data) // 12)):
                first, last = struct.unpack_from(">LL", data, start + offset + 16 + 12 * group)
                total += max(0, last - first + 1)
    except (struct.error, StopIteration):  # cut off, or without a map: what was seen counts
        pass
    return total
