"""The signs that go when lines of plain text become blocks: bullets, and hyphens at line ends.

They are printed, so they are counted: as what belongs to the page, like its header. Only signs
are; a letter or a figure that went would be missing in the sum of the coverage.
"""

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from ifo_followup.document import Block, Furniture, FurnitureKind, Lines, Table
from ifo_followup.layouts.prose import BULLETS, is_symbol
from ifo_followup.swedish.text import INVISIBLE

_SIGNS = frozenset(("-", "\u2010", "\u2011", *INVISIBLE, *BULLETS))


def signs_of(lines: Lines, blocks: Iterable[Block]) -> Furniture | None:
    """The signs that stand in lines and no longer in the blocks that they became."""
    printed = normalize("NFC", "\n".join(line.text for line in lines.lines))
    kept = "\n".join(_texts(blocks))
    gone = (
        sign * (printed.count(sign) - kept.count(sign)) for sign in set(printed) if _is_sign(sign)
    )
    text = "".join(sorted(gone))
    return Furniture(text=text, kind=FurnitureKind.SIGNS, place=lines.place) if text else None


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table():
                yield from (cell.text for cell in block.cells)
            case Lines():
                yield from (line.text for line in block.lines)
            case _:
                yield block.text


def _is_sign(char: str) -> bool:
    return char in _SIGNS or is_symbol(char)
