"""Who took what: every piece of a document is claimed once, and what is left is known.

A piece is a block of running text or one cell of a table. Nothing is counted twice, so that
claimed, furniture and unclaimed always add up to the whole document.
"""

from collections.abc import Iterator
from unicodedata import normalize

from attrs import define, field

from ifo_followup.document import Block, Cell, Document, Lines, Table
from ifo_followup.model.findings import Coverage, Finding, Severity
from ifo_followup.model.values import Place, Source

LONGEST_PRINTED = 200  # characters of an unclaimed piece that are kept


def size_of(text: str) -> int:
    """The characters of a text that coverage counts: no white space, a letter with its accent."""
    return len("".join(normalize("NFC", text).split()))


@define(eq=False)
class Ledger:
    """Accounts for the pieces of one document while it is read."""

    document: Document
    findings: list[Finding] = field(factory=list)
    _claimed: set[int] = field(factory=set, init=False)

    def claim(self, *pieces: Block | Cell) -> None:
        """Take pieces: their text is in a domain object, or was left out on purpose."""
        self._claimed.update(map(id, pieces))

    def is_claimed(self, piece: Block | Cell) -> bool:
        """Whether a piece has been taken."""
        return id(piece) in self._claimed

    def find(
        self,
        rule: str,
        message: str,
        source: Source | None = None,
        *,
        severity: Severity = Severity.WARNING,
        printed: str | None = None,
    ) -> None:
        """Record a finding."""
        self.findings.append(
            Finding(rule=rule, severity=severity, message=message, source=source, printed=printed)
        )

    def _pieces(self) -> Iterator[tuple[object, str, Place]]:
        for block in self.document.blocks:
            match block:
                case Table():
                    yield from ((cell, cell.text, cell.place) for cell in block.cells)
                case Lines():
                    text = "\n".join(line.text for line in block.lines)
                    yield block, text, block.place
                case _:
                    yield block, block.text, block.place

    def coverage(self) -> Coverage:
        """How much has been taken, in characters without white space."""
        claimed = unclaimed = 0
        spans: list[Source] = []
        for piece, text, place in self._pieces():
            size = size_of(text)
            if id(piece) in self._claimed:
                claimed += size
            elif size:
                unclaimed += size
                spans.append(Source(text=text[:LONGEST_PRINTED], place=place))
        furniture = sum(size_of(piece.text) for piece in self.document.furniture)
        return Coverage(
            claimed=claimed, furniture=furniture, unclaimed=unclaimed, unclaimed_spans=tuple(spans)
        )
