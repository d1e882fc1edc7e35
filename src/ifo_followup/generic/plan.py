"""The plan of a document: how its headings are numbered, how deep they stand, what is under them.

Reports number their chapters "1 Ekonomi", "1. Ekonomi" or not at all. Which it is shows in the
document; a format that knows no layout has to look before it reads.
"""

from collections.abc import Iterator, Sequence

from attrs import define, field

from ifo_followup.document import Block, Document, Heading, Lines, Paragraph, Table
from ifo_followup.generic.classify import Found, classify
from ifo_followup.generic.header import Reading
from ifo_followup.layouts.declare import HeadingRule, Numbering
from ifo_followup.layouts.headings import Outline, first_section, is_title_like
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.swedish.text import squash

_BODY = 80  # characters; a shorter line may stand on a title page
_UNNUMBERED = 10  # levels of headings without a number, below all that have one
_LEAST_LINES = 3  # lines of plain text that are numbered 1, 2, 3: chapters
_GOALS = frozenset(
    (Reading.GOALS, Reading.INDICATORS, Reading.MEASURED_GOALS, Reading.UNIT_RESULTS)
)
_LABELS = frozenset(("bedömning", "måluppfyllelse", "status"))


def heading_rules(document: Document) -> tuple[HeadingRule, ...]:
    """How the chapters are numbered: "2." is one, or a part of the chapter "2"."""
    bare = _chapters(document, Numbering.BARE)
    dotted = 2 if bare else 1
    return (
        HeadingRule(Numbering.APPENDIX, 1),
        HeadingRule(Numbering.NESTED, 2),
        HeadingRule(Numbering.DOTTED, dotted),
        HeadingRule(Numbering.BARE, 1),
    )


def _chapters(document: Document, numbering: Numbering) -> bool:
    """Whether headings are numbered in this way, at least two of them and in order."""
    outline = Outline((HeadingRule(numbering, 1),))
    marked = lines = 0
    for block in document.blocks:
        if isinstance(block, Lines):
            texts = [line.text for line in block.lines]
            lines += sum(1 for t in texts if is_heading_line(t) and outline.read(t))
        elif isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong):
            marked += outline.read(block.text) is not None
    return marked > 1 or lines >= _LEAST_LINES


def is_heading_line(text: str) -> bool:
    """Whether a line of plain text could be a numbered heading."""
    bare = text.strip()
    return bool(bare) and bare[0].isdigit() and len(bare) < 2 * _BODY and not bare.endswith(".")


@define(eq=False)
class Plan:
    """What is where in a document whose plain text has been recovered."""

    document: Document
    rules: tuple[HeadingRule, ...]
    ledger: Ledger
    numbered: bool = field(init=False)
    first: int = field(init=False)  # the block that ends the title page
    levels: list[int | None] = field(init=False)  # of each block that is a heading
    tables: dict[int, Found | None] = field(init=False)
    labelled: bool = field(init=False)  # "Bedömning" on a line of its own

    def __attrs_post_init__(self) -> None:
        blocks = self.document.blocks
        self.levels = list(self._numbered_levels())
        self.numbered = sum(1 for level in self.levels if level is not None) > 1
        self.first = self._first_section()
        self._add_unnumbered()
        self.tables = {}
        number = 0
        for n, block in enumerate(blocks):
            if isinstance(block, Table):
                number += 1
                self.tables[n] = classify(block, number, self.ledger)
        self.labelled = sum(1 for text in self._lines(blocks) if text in _LABELS) > 1

    def _lines(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Heading | Paragraph):
                yield squash(block.text.partition(":")[0])

    def _numbered_levels(self) -> Iterator[int | None]:
        outline = Outline(self.rules)
        for block in self.document.blocks:
            if not isinstance(block, Heading | Paragraph):
                yield None
                continue
            marked = isinstance(block, Heading) or block.strong
            if not marked and not is_title_like(block.text, longest=200):
                yield None
                continue
            found = outline.read(block.text, marked=marked)
            yield found.level if found else None

    def _first_section(self) -> int:
        """The first heading with text or a table under it; before it is the title page."""
        if self.numbered:
            return next(n for n, level in enumerate(self.levels) if level is not None)
        return first_section(self.document.blocks)

    def _add_unnumbered(self) -> None:
        headings = {
            n: block.level
            for n, block in enumerate(self.document.blocks)
            if isinstance(block, Heading) and self.levels[n] is None
        }
        inner = sorted({level for n, level in headings.items() if n >= self.first})
        for n, level in headings.items():
            if self.numbered:
                self.levels[n] = _UNNUMBERED + level
            elif n >= self.first:
                self.levels[n] = inner.index(level) + 1

    def level(self, n: int) -> int:
        """The level of the heading at a block; deep where it is none."""
        found = self.levels[n]
        return found if found is not None else 2 * _UNNUMBERED

    def under(self, n: int) -> Sequence[tuple[int, Block]]:
        """The blocks under a heading, up to the next one that is not deeper."""
        own = self.level(n)
        out: list[tuple[int, Block]] = []
        for at in range(n + 1, len(self.document.blocks)):
            level = self.levels[at]
            if level is not None and level <= own:
                break
            out.append((at, self.document.blocks[at]))
        return out

    def has_goals(self, n: int, labels: frozenset[str]) -> bool:
        """Whether goals or indicators stand under a heading, in tables or behind labels."""
        for at, block in self.under(n):
            found = self.tables.get(at)
            if found is not None and found.reading in _GOALS:
                return True
            if self.labelled and isinstance(block, Heading | Paragraph):
                label = squash(block.text.partition(":")[0]).rstrip("0123456789.")
                if label in labels:
                    return True
        return False
