"""Documents that are not what they were: cut off, their blocks in disorder, lost or doubled."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import gcd
from typing import TypeVar

from attrs import evolve

from ifo_followup.corridor import MOST_REPORTS, open_document
from ifo_followup.document import Block, Document, Lines
from ifo_followup.errors import FollowUpError
from ifo_followup.guarding import told
from ifo_followup.hookspecs import Claim, Format
from ifo_followup.model.report import FollowUpReport

T = TypeVar("T")

_CUTS = 6  # lengths that a file is cut at
_DROPS = 4  # single blocks that are left out, spread over the document
_STRIDES = (2, 3, 5)


def cut_off(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The beginnings of a file, each with words for its length."""
    lengths = {len(data) * n // _CUTS for n in range(_CUTS)} | {64, len(data) - 1}
    for length in sorted(lengths):
        if 0 <= length < len(data):
            yield f"its first {length} of {len(data)} bytes", data[:length]


def upset(document: Document) -> Iterator[tuple[str, Document]]:
    """A document with its blocks (of plain text: its lines) in disorder, lost or doubled."""
    blocks = document.blocks
    for words, changed in _disorders(blocks):
        yield f"its blocks {words}", evolve(document, blocks=changed)
    for at, block in enumerate(blocks):
        if not isinstance(block, Lines):
            continue
        for words, lines in _thinned(block.lines):
            changed_block: Block = evolve(block, lines=lines)
            whole = (*blocks[:at], changed_block, *blocks[at + 1 :])
            yield f"its lines {words}", evolve(document, blocks=whole)


def _disorders(things: Sequence[T]) -> Iterator[tuple[str, tuple[T, ...]]]:
    count = len(things)
    yield "all gone", ()
    yield "reversed", tuple(reversed(things))
    yield "each doubled", tuple(thing for thing in things for _ in range(2))
    for stride in _STRIDES:
        yield f"only every {stride}th", tuple(things[::stride])
        if gcd(stride, count) == 1:
            yield f"shuffled by {stride}", tuple(things[n * stride % count] for n in range(count))
    step = max(1, count // _DROPS)
    for at in range(step - 1, count, step):
        yield f"without the {at + 1}th", (*things[:at], *things[at + 1 :])


def _thinned(lines: Sequence[T]) -> Iterator[tuple[str, tuple[T, ...]]]:
    """As above for many things that take long to read: never more than there were."""
    for stride in (3, 5):
        few = tuple(lines[::stride])
        yield f"only every {stride}th", few
        yield f"only every {stride}th, reversed", tuple(reversed(few))


def trouble(format_: Format, document: Document) -> str:
    """What a format does to a document that it may not do, in words; "" where it behaves.

    It may claim it or not, give reports or raise a `FollowUpError`; nothing else.
    """
    try:
        claim: object = format_.claim(document)
        if not isinstance(claim, Claim):
            return f"claim gave a {type(claim).__name__}"
        reports: Iterator[object] = islice(iter(format_.parse(document)), MOST_REPORTS)
        for report in reports:
            if not isinstance(report, FollowUpReport):
                return f"parse gave a {type(report).__name__}"
    except FollowUpError:
        return ""
    except Exception as error:  # whatever a format raises is what is looked for here
        return told(error)
    return ""


def trouble_with_bytes(format_: Format, data: bytes) -> str:
    """As `trouble`, for the bytes of a file."""
    try:
        document = open_document(data)
    except FollowUpError:
        return ""
    return trouble(format_, document)
