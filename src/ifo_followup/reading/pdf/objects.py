"""pdfminer's parser and document, held within bounds: no loops, no endless strings, no bombs.

Nothing of pdfminer is patched. Its parser is given another `push`, which is the one way that a
stream takes into the object tree, and its document another `getobj`, the one way to an object.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream

from ifo_followup.reading.pdf.budget import Budget, too_deep, too_much
from ifo_followup.reading.pdf.streams import BoundedStream

# The end of a file is searched for "startxref" this far; readers look at the last kilobyte.
_TAIL = 1 << 20
_PIECE = 1 << 12
# One name, number or comment; ISO 32000 bounds names to 127 bytes and strings to 32,767.
_LONGEST_TOKEN = 1 << 20
_EOL = re.compile(rb"[\r\n]")


class BoundedParser(PDFParser):
    """Reads the objects of a file. Strings and lines are gathered in linear time."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        super().__init__(BytesIO(data))

    def push(self, *objs: tuple[int, Any]) -> None:
        """Put an object on the stack; a stream becomes a bounded one."""
        for entry in objs:
            if type(entry[1]) is PDFStream:
                entry = entry[0], BoundedStream.of(entry[1], self.budget)
            self.curstack.append(entry)

    def start_type(self, pos: int, type: str) -> None:  # noqa: A002 -- pdfminer's name for it
        """Open an array or a dictionary."""
        super().start_type(pos, type)
        if len(self.context) > self.budget.limits.nesting:
            raise too_deep(f"arrays nested deeper than {self.budget.limits.nesting}")

    def fillbuf(self) -> bool:
        """Load the next piece of the file; whoever has not ended until then is counted."""
        if self.charpos < len(self.buf):
            return False
        if len(self._curtoken) > _LONGEST_TOKEN:
            raise too_much(f"a word of more than {_LONGEST_TOKEN} bytes", "part_bytes")
        return super().fillbuf()

    def nextline(self) -> tuple[int, bytes]:
        """The next line with its end."""
        start = self.bufpos + self.charpos
        parts: list[bytes] = []
        while True:
            self.fillbuf()
            found = _EOL.search(self.buf, self.charpos)
            if found is None:
                parts.append(self.buf[self.charpos :])
                self.charpos = len(self.buf)
                continue
            parts.append(self.buf[self.charpos : found.end()])
            self.charpos = found.end()
            if found[0] == b"\r":
                self.fillbuf()
                if self.buf[self.charpos : self.charpos + 1] == b"\n":
                    parts.append(b"\n")
                    self.charpos += 1
            return start, b"".join(parts)

    def revreadlines(self) -> Iterator[bytes]:
        """The lines at the end of the file, the last one first."""
        self.fp.seek(0, 2)
        self.fp.seek(max(0, self.fp.tell() - _TAIL))
        data = self.fp.read()
        # piece by piece: what is looked for stands near the end
        line: list[bytes] = []
        for end in range(len(data), 0, -_PIECE):
            first, *others = _EOL.split(data[max(0, end - _PIECE) : end])
            while others:
                yield others.pop() + b"".join(reversed(line))
                line = []
            line.append(first)
        yield b"".join(reversed(line))

    def _parse_string(self, s: bytes, i: int) -> int:
        # a string grows by single bytes; only a bytearray does that without copying all of it
        token: Any = self._curtoken
        if not isinstance(token, bytearray):
            self._curtoken = bytearray(token)  # type: ignore[assignment]  # bytes there, grown here
        return super()._parse_string(s, i)

    def _add_token(self, obj: Any) -> None:
        super()._add_token(bytes(obj) if isinstance(obj, bytearray) else obj)


class BoundedDocument(PDFDocument):
    """A file's cross references and objects."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        self._sections: set[int] = set()
        self._resolving: set[int] = set()
        super().__init__(BoundedParser(data, budget))

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Read the cross references at a place, and those before them; each place once."""
        if start in self._sections:
            return
        self._sections.add(start)
        super().read_xref_from(parser, start, xrefs)

    def getobj(self, objid: int) -> object:
        """An object; what is only a reference to another is followed.

        Raises:
            LimitExceeded: it refers to itself, or too many objects were asked for.
            PDFObjectNotFound: there is none.
        """
        passed: set[int] = set()
        while True:
            found = self._one(objid)
            if not isinstance(found, PDFObjRef):
                return found
            passed.add(objid)
            objid = found.objid
            if objid in passed:
                raise too_deep(f"the object {objid} refers to itself")

    def let_go(self, contents: Iterable[object]) -> None:
        """Forget content streams that were run: decoded, they are larger than what they say.

        A page that draws one of them again reads it again.
        """
        for each in contents:
            if isinstance(each, PDFObjRef | PDFStream):
                self._cached_objs.pop(each.objid, None)  # type: ignore[arg-type]  # None is no key

    def _one(self, objid: int) -> object:
        if objid in self._cached_objs:
            return self._cached_objs[objid][0]
        if objid in self._resolving:
            raise too_deep(f"the object {objid} is needed to read itself")
        if len(self._resolving) > self.budget.limits.nesting:
            raise too_deep("objects that are needed to read each other")
        self.budget.resolve()
        self._resolving.add(objid)
        try:
            return super().getobj(objid)
        finally:
            self._resolving.discard(objid)
