"""What stands on every page: the running header and footer, and the page's number."""

import re

from attrs import frozen

from ifo_followup.document import Document, FurnitureKind
from ifo_followup.typeset.printing.look import Look

_DIGITS = re.compile(r"\d{1,20}")
# "Sida 3 av 9", "3 (9)"; a Word file may not say the figures
_NUMBER_ALONE = re.compile(
    r"(?:sida?n?\.?\s{0,3})?#?\s{0,3}(?:\(#?\)|(?:/|av)\s{0,3}#?)?", re.IGNORECASE
)


@frozen
class Running:
    """The lines of the running header and footer. A tab parts what stands left from right."""

    header: tuple[str, ...]
    footer: tuple[str, ...]
    page_number: str

    @classmethod
    def of(cls, document: Document, look: Look) -> "Running":
        """What a document's pages say in this look.

        A document that was read from pages tells its furniture page by page: each line is taken
        once, and numbers of its pages are not, for the look counts its own.
        """
        if not look.running:
            return cls((), (), look.page_number)
        return cls(
            _lines(document, FurnitureKind.HEADER),
            _lines(document, FurnitureKind.FOOTER),
            look.page_number,
        )

    def numbered(self, page: int, pages: int) -> str:
        """The page's number as it is printed."""
        return self.page_number.format(page=page, pages=pages)


def _lines(document: Document, kind: FurnitureKind) -> tuple[str, ...]:
    known: dict[str, str] = {}
    for piece in document.furniture:
        if piece.kind is kind:
            for line in piece.text.split("\n"):
                blanked = _DIGITS.sub("#", line).strip()
                if blanked and not _NUMBER_ALONE.fullmatch(blanked):
                    known.setdefault(blanked, line.strip())
    return tuple(known.values())
