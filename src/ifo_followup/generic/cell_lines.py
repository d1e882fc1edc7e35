"""Plain text whose cells stand one by one, with an empty line before and behind each.

So does the text of a PDF come out of tools that keep no layout: a column at a time, or a row, or
both by turns. Which figure belongs to which head cannot be told, so that none is read.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import evolve, frozen

from ifo_followup.document import Block, Document, Lines, Paragraph
from ifo_followup.generic.plan import is_heading_line
from ifo_followup.generic.spaced_lines import SpacedLine, block_of, is_figure, spaced_lines
from ifo_followup.generic.word_heads import are_heads

_LEAST_FIGURES = 4  # in a table; fewer stand alone by chance, as the number of a page does
_MOST_BETWEEN = 3  # texts between two figures: labels, and the name of a group of rows
_LONGEST_TEXT = 120
_LEAST_HEADS = 2
_BEGINS, _ENDS = frozenset("0123456789+-\u2212\u2013(<>="), frozenset("0123456789%)")
_LONG = 10  # lines of a stretch that is a table, and not what is left of a narrow one
_CELLS_APART = (
    "lines {}-{}: the cells of a table stand one by one, and none of its figures is read; "
    "the file it was made from is read better"
)


@frozen
class _Piece:
    """Lines between two empty ones, of one cell each."""

    rows: tuple[SpacedLine, ...]

    @property
    def text(self) -> str:
        return " ".join(row.line.text.strip() for row in self.rows)

    @property
    def figures(self) -> int:
        """How many figures it is, one on each line; 0 where it has words, as "2 Ekonomi" has."""
        return len(self.rows) if all(_is_bare(row.cells[0].text) for row in self.rows) else 0

    @property
    def is_label(self) -> bool:
        """Whether it can be the text of a cell; a numbered heading is none."""
        text = self.text
        return len(text) <= _LONGEST_TEXT and not text.endswith(".") and not is_heading_line(text)


def _is_bare(text: str) -> bool:
    return is_figure(text) and not any(word[0].isupper() for word in text.split())


def with_cells_apart(document: Document) -> Document:
    """The document with stretches of such cells as paragraphs, which nobody reads as rows."""
    blocks: list[Block] = []
    for block in document.blocks:
        blocks.extend(_apart(block) if isinstance(block, Lines) else (block,))
    return evolve(document, blocks=tuple(blocks))


def with_long_cells_apart(document: Document) -> Document:
    """`with_cells_apart` where whole tables stand so, with a warning for each of their stretches.

    In text as it is read, a few figures may stand one by one, never many.
    """
    told: list[str] = []
    for block in document.blocks:
        if isinstance(block, Lines) and _may_have_stretches(block):
            for stretch in _stretches(list(_pieces(spaced_lines(block)))):
                if len(stretch) >= _LONG:
                    place = block_of(stretch).place
                    told.append(_CELLS_APART.format(place.first_line, place.last_line))
    if not told:
        return document
    document = with_cells_apart(document)
    return evolve(document, warnings=(*document.warnings, *told))


def _may_have_stretches(block: Lines) -> bool:
    """Whether enough lines look like figures, quickly said of text as it is read."""
    texts = (line.text.strip() for line in block.lines)
    alone = (text for text in texts if text and text[-1] in _ENDS and text[0] in _BEGINS)
    return len(list(islice(alone, _LEAST_FIGURES))) == _LEAST_FIGURES


def heads_apart(block: Lines) -> Iterator[tuple[SpacedLine, str]]:
    """The heads of tables of words, each head by itself: the line of the first, and all."""
    stack: list[_Piece] = []
    for piece in [*_pieces(spaced_lines(block)), None]:
        if piece is not None and are_heads([piece.text]):
            stack.append(piece)
            continue
        texts = [each.text for each in stack]
        if len(stack) >= _LEAST_HEADS and are_heads(texts, of_words=True):
            yield stack[0].rows[0], " ".join(texts)
        stack = []


def _pieces(rows: Sequence[SpacedLine]) -> Iterator[_Piece | None]:
    """What empty lines part; None for running text and for lines of several cells."""
    lines: list[SpacedLine] = []
    for row in [*rows, None]:
        if row is not None and row.cells:
            lines.append(row)
        elif lines:
            single = all(len(line.cells) == 1 for line in lines)
            yield _Piece(tuple(lines)) if single else None
            lines = []


def _apart(block: Lines) -> Iterator[Block]:
    rows = spaced_lines(block)
    begin = 0
    for stretch in _stretches(list(_pieces(rows))):
        place = block_of(stretch).place
        first = next(n for n in range(begin, len(rows)) if rows[n] is stretch[0])
        if first > begin:
            yield block_of(rows[begin:first])
        text = " ".join(row.line.text.strip() for row in stretch)
        yield Paragraph(text=text, place=place)
        begin = next(n for n in range(first, len(rows)) if rows[n] is stretch[-1]) + 1
    if begin == 0:
        yield block
    elif begin < len(rows):
        yield block_of(rows[begin:])


def _stretches(pieces: Sequence[_Piece | None]) -> Iterator[tuple[SpacedLine, ...]]:
    """The lines from the first figure of a table to its last."""
    kept: list[_Piece] = []
    between: list[_Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and piece.figures:
            kept += [*between, piece] if kept else [piece]
            between = []
        elif piece is not None and kept and piece.is_label and len(between) < _MOST_BETWEEN:
            between.append(piece)
        else:
            if sum(each.figures for each in kept) >= _LEAST_FIGURES:
                yield tuple(row for each in kept for row in each.rows)
            kept, between = [], []
