"""The words that a layout is known by: what this document prints, and others at hand do not."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from ifo_followup.document import Document, Table
from ifo_followup.hookspecs import Format
from ifo_followup.layouts.declare import SectionRole
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.grids import header_depth
from ifo_followup.layouts.tables import head_texts
from ifo_followup.scaffold.observed import Observed
from ifo_followup.scaffold.titles import lasting
from ifo_followup.swedish.text import squash

_MOST_REQUIRED = 2
_MOST_PRINTED = 8
_MOST_HEADS = 4
_LONGEST = 72
_TELLING = 8  # letters; a shorter word stands in any document


@frozen(kw_only=True)
class AtHand:
    """What else is there to be told apart from: installed formats, documents of other plugins."""

    formats: tuple[Format, ...] = ()
    documents: tuple[Document, ...] = ()
    rivals: tuple[str, ...] = ()  # formats that are as sure of the document as one can be

    def has(self, words: str) -> bool:
        """Whether another document prints the words, or another format looks for them."""
        shape = squash(words)
        if any(shape in document.wording for document in self.documents):
            return True
        return any(shape in other or other in shape for other in self._words())

    def _words(self) -> Iterator[str]:
        for each in self.formats:
            if isinstance(each, LayoutFormat):
                yield from map(squash, (*each.requires, *each.prints))


@frozen(kw_only=True)
class Words:
    """What a format says of the documents that are its own."""

    requires: tuple[str, ...]
    prints: tuple[str, ...]
    excludes: tuple[str, ...]


def words_of(document: Document, observed: Observed, municipality: str, at_hand: AtHand) -> Words:
    """Choose the words: a table's header and a heading that nobody else has, then all the rest."""
    heads = _printed(document, _heads(observed))
    titles = _printed(document, _titles(observed))
    name = _printed(document, (f"{municipality} kommun", f"{municipality}s kommun"))
    own = [[w for w in words if not at_hand.has(w)] for words in (heads, titles)]
    firsts = [words[0] for words in own if words]
    # where too little tells the layout from others, whose it is must be printed
    chosen = dict.fromkeys((*firsts, *own[0], *own[1], *name, *heads, *titles))
    requires = tuple(chosen)[:_MOST_REQUIRED]
    others = (w for pair in _in_turn(heads, titles) for w in pair)
    prints = (w for w in dict.fromkeys((*name, *others)) if w not in requires)
    return Words(
        requires=requires,
        prints=tuple(prints)[:_MOST_PRINTED],
        excludes=tuple(_foreign(document, municipality, at_hand)),
    )


def _in_turn(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for n in range(max(len(one), len(other))):
        yield (*one[n : n + 1], *other[n : n + 1])


def _printed(document: Document, words: Iterable[str]) -> list[str]:
    """Those that stand in the document as it was read, each once."""
    found = {squash(text): text for text in words if len(text) <= _LONGEST}
    return [t for shape, t in found.items() if len(shape) >= _TELLING and shape in document.wording]


def _heads(observed: Observed) -> Iterator[str]:
    """Neighbouring heads of a table in which nothing changes: "Nämndmål Bedömning Kommentar".

    Those of tables with a meaning come first, a money table's and others' behind them.
    """
    known = [found.table.table for found in observed.tables]
    blocks = [block for block in observed.document.blocks if isinstance(block, Table)]
    for block in (*known, *(block for block in blocks if block not in known)):
        grid = block.grid()
        depth = block.header_rows or header_depth(block, grid) or 1
        run: list[str] = []
        for head in (*head_texts(grid, min(depth, len(grid))), ""):
            words = lasting(head) or ""
            if words and len(run) < _MOST_HEADS:
                run.append(words)
                if words == " ".join(head.split()):
                    continue
            if len(run) > 1:
                yield " ".join(run)
            run = []


def _titles(observed: Observed) -> Iterator[str]:
    """The labels, then the headings of chapters: first of those whose text becomes something.

    Goals have headings as well; those are this report's own.
    """
    for label in observed.labels:
        yield from label.words
    numbered = any(section.number is not None for section in observed.sections)
    chapters: list[tuple[bool, int, str]] = []
    goals = 0  # the level of the chapter of goals that is open
    for section in observed.sections:
        goals = 0 if section.level <= goals else goals
        title = lasting(section.title)
        if title is not None and not goals and not (numbered and section.number is None):
            plain = section.role is SectionRole.NARRATIVE
            chapters.append((plain, section.level, title))
        if section.role is SectionRole.GOALS and not goals:
            goals = section.level
    yield from (title for _, _, title in sorted(chapters, key=lambda each: each[:2]))


def _foreign(document: Document, municipality: str, at_hand: AtHand) -> Iterator[str]:
    """Words of the same municipality's other layouts, which this document does not print."""
    for each in at_hand.formats:
        if isinstance(each, LayoutFormat) and each.municipality == municipality:
            yield from (w for w in each.requires if squash(w) not in document.wording)
