"""The signs that go when lines of plain text become blocks: bullets, and hyphens at line ends.

They are printed, so they are counted: as what belongs to the page, like its header. Only signs
are, and only where they stand as such: a bullet is the first of its line, a hyphen that joins two
halves of a word the last. A letter, a figure or a minus that went would be missing in the sum of
the coverage.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from ifo_followup.document import Block, Furniture, FurnitureKind, Lines, Table
from ifo_followup.layouts.prose import BULLETS, is_symbol
from ifo_followup.swedish.text import INVISIBLE

# a dash before a figure is a bullet only where the figure counts something: "- 246 ungdomar"
_AMOUNT = r"\s{0,3}[0-9](?![0-9,.\s\u2013-]{0,20}(?!miljon|mnkr|mkr|msek|tkr|kr)[^\W\d_]{2})"
_ROUND = "".join(sign for sign in BULLETS if not sign.isalpha() and sign not in "-\u2013")
_BULLET = re.compile(rf"\s{{0,40}}([{_ROUND}]|[o\u2013-](?![^\W\d_]|[0-9]|{_AMOUNT}))")
_HYPHEN = re.compile(r"[^\W\d_]([-\u2010\u2011])\s{0,40}\Z")


def signs_of(lines: Lines, blocks: Iterable[Block]) -> Furniture | None:
    """The signs that stood in lines and are no longer in the blocks that they became."""
    texts = [normalize("NFC", line.text) for line in lines.lines]
    printed = "\n".join(texts)
    kept = "\n".join(_texts(blocks))
    may_go = Counter(sign for text in texts for sign in _signs_in(text))
    gone = (
        sign * min(often, printed.count(sign) - kept.count(sign)) for sign, often in may_go.items()
    )
    text = "".join(sorted(gone))
    return Furniture(text=text, kind=FurnitureKind.SIGNS, place=lines.place) if text else None


def _signs_in(line: str) -> Iterator[str]:
    """The signs of a line that may go: its bullet, the hyphen at its end, what nobody sees."""
    if not line.isascii():
        yield from (char for char in line if char in INVISIBLE or is_symbol(char))
    if bullet := _BULLET.match(line):
        yield bullet[1]
    if hyphen := _HYPHEN.search(line[-42:]):
        yield hyphen[1]


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table():
                yield from (cell.text for cell in block.cells)
            case Lines():
                yield from (line.text for line in block.lines)
            case _:
                yield block.text
