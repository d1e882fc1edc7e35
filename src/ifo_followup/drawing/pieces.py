"""Which value each printed piece of a document went into.

A report says of each value where it was read; a document says of each piece where it stands. Where
both have a place the two are equal. Where they have none (a Word file), or where one value is made
of several pieces, it is the words that tell, in reading order.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import define, field, frozen

from ifo_followup.document import Block, Cell, Document, Furniture, Lines, Table, TextLine
from ifo_followup.drawing.kinds import Kind, kind_of
from ifo_followup.layouts.ledger import LONGEST_PRINTED
from ifo_followup.locating.values import Value, values_of
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Place
from ifo_followup.swedish.text import squash

_END = 24  # squashed characters by which the beginning or the end of a piece is known
_MOST_ALIKE = 30  # rows of the same label, or pieces that begin or end alike, that are looked at
_MOST_HEADS = 6  # cells of a column that its head is looked for in
_MOST_LINES = 1_000  # behind a paragraph, in which the next one of the same text is looked for
_MOST_SEARCHED = 20_000  # characters of them
_NUMBER = re.compile(r"^[0-9.]{1,12}\s")

Printed = Block | Cell | TextLine | Furniture


@define(eq=False)
class Piece:
    """One printed piece, and the values that it went into; none where it was only taken."""

    printed: Printed
    text: str
    place: Place
    kind: Kind = Kind.TAKEN
    table: int | None = None
    values: list[Value] = field(factory=list)

    @property
    def is_unread(self) -> bool:
        """Whether it did not become a value that it was taken for."""
        return any(value.is_unread for value in self.values)


@frozen
class Reading:
    """A document piece by piece, with the values that have a place where no piece stands."""

    pieces: tuple[Piece, ...]
    loose: tuple[Value, ...]


def read_pieces(document: Document, reports: Sequence[FollowUpReport]) -> Reading:
    """Find out what became of each piece of a document. Without reports, nobody took any."""
    pieces = list(_pieces(document))
    if not reports:
        for piece in pieces:
            if piece.kind is not Kind.FURNITURE:
                piece.kind = Kind.UNCLAIMED
        return Reading(tuple(pieces), ())
    several = len(reports) > 1
    values = [
        value
        for n, report in enumerate(reports)
        for value in values_of(report, f"reports[{n}]." if several else "")
    ]
    loose = _Finder(pieces).share_out(values)
    for piece in pieces:
        if piece.values and piece.kind is not Kind.FURNITURE:
            piece.kind = kind_of(piece.values[0])
    _mark_unclaimed(pieces, reports)
    return Reading(tuple(pieces), tuple(loose))


def _pieces(document: Document) -> Iterator[Piece]:
    tables = 0
    for block in document.blocks:
        match block:
            case Table():
                tables += 1
                for cell in block.cells:
                    yield Piece(cell, cell.text, cell.place, table=tables)
            case Lines():
                for line in block.lines:
                    place = Place(first_line=line.number, last_line=line.number)
                    yield Piece(line, line.text, place)
            case _:
                yield Piece(block, block.text, block.place)
    for furniture in document.furniture:
        yield Piece(furniture, furniture.text, furniture.place, Kind.FURNITURE)


def _mark_unclaimed(pieces: Sequence[Piece], reports: Sequence[FollowUpReport]) -> None:
    """Mark what no report took. Equal pieces without a place are told apart by their values."""
    left: Counter[tuple[str, Place]] | None = None
    for report in reports:
        spans = Counter((span.text, span.place) for span in report.coverage.unclaimed_spans)
        left = spans if left is None else left & spans
    left = left or Counter()
    lines = {n for _, place in left for n in _lines(place)}
    for piece in sorted(pieces, key=lambda piece: bool(piece.values)):
        key = piece.text[:LONGEST_PRINTED], piece.place
        if isinstance(piece.printed, TextLine):
            if piece.printed.number in lines and not piece.values:
                piece.kind = Kind.UNCLAIMED
        elif piece.kind is not Kind.FURNITURE and left[key]:
            left[key] -= 1
            piece.kind = Kind.UNCLAIMED


def _lines(place: Place) -> Iterable[int]:
    if place.first_line is None:
        return ()
    return range(place.first_line, (place.last_line or place.first_line) + 1)


class _Finder:
    """Finds the pieces that a value was read from."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.at: dict[Place, list[Piece]] = defaultdict(list)
        self.by_text: dict[str, deque[Piece]] = defaultdict(deque)
        self.by_end: dict[str, list[Piece]] = defaultdict(list)
        self.by_cell: dict[tuple[int, str], deque[Piece]] = defaultdict(deque)
        self.in_row: dict[tuple[int, int, str], list[Piece]] = defaultdict(list)
        self.rows: dict[tuple[int, str], dict[int, None]] = defaultdict(dict)
        self.columns: dict[tuple[int, int], list[str]] = defaultdict(list)
        self.stream = _Stream()
        for piece in pieces:
            self._enter(piece)

    def _enter(self, piece: Piece) -> None:
        if piece.place != Place():
            self.at[piece.place].append(piece)
        if piece.kind is Kind.FURNITURE:
            return
        squashed = squash(piece.text)
        printed = piece.printed
        if isinstance(printed, Cell) and piece.table is not None:
            number = piece.table
            texts = {squashed, *map(squash, piece.text.split("\n\n"))}
            for text in texts:
                self.by_cell[number, text].append(piece)
                self.in_row[number, printed.row, text].append(piece)
                for row in range(printed.row, printed.row + printed.rowspan):
                    self.rows[number, text][row] = None
            for column in range(printed.column, printed.column + printed.colspan):
                if squashed and len(self.columns[number, column]) < _MOST_HEADS:
                    self.columns[number, column].append(squashed)
        elif isinstance(printed, TextLine):
            self.stream.add(piece, squashed)
        elif squashed:
            # "2.1 Trygghet" is printed where the value is "Trygghet", "Målområde: Trygghet" as well
            behind = {_NUMBER.sub("", piece.text), piece.text.partition(":")[2]}
            for text in {squashed, *map(squash, behind)} - {""}:
                self.by_text[text].append(piece)
            for end in {squashed[:_END], squashed[-_END:]}:
                self.by_end[end].append(piece)

    def share_out(self, values: Iterable[Value]) -> list[Value]:
        """Give each value to the pieces that it was read from; returns those without a piece."""
        loose = []
        for value in values:
            found = self._first(value)
            for text in value.paragraphs[1:]:
                found += self._further(text, found)
            for piece in found:
                piece.values.append(value)
            if not found and value.source.place != Place() and value.source.text:
                loose.append(value)
        return loose

    def _first(self, value: Value) -> list[Piece]:
        """Where its source points."""
        place = value.source.place
        if place.first_line is not None and self.stream.pieces:
            lines = [p for n in _lines(place) for p in self.at.get(_line(n), ())]
            return self.stream.holding(lines, squash(value.source.text)) or lines
        found = list(self.at.get(place, ())) if place != Place() else []
        if len(found) == 1:
            return found
        if value.source.table is not None:
            return self._cell(value)  # the cells of some files all stand where their table does
        return found[:1] or ([] if place != Place() else self._text(value.source.text))

    def _further(self, text: str, found: Sequence[Piece]) -> list[Piece]:
        """Where another paragraph of a text stands: the source points to the first one only."""
        squashed = squash(text)
        if not squashed:
            return []
        if found and isinstance(found[-1].printed, TextLine):
            return self.stream.behind(found[-1], squashed)
        return [p for p in _freshest(self.by_text.get(squashed, deque())) if p not in found]

    def _cell(self, value: Value) -> list[Piece]:
        """A cell is known by its text, by another one in its row and by those above it."""
        source = value.source
        number, text = source.table or 0, squash(source.text)
        found: list[Piece] = []
        if source.row:
            rows = islice(self.rows.get((number, squash(source.row)), ()), _MOST_ALIKE)
            found = [p for row in rows for p in self.in_row.get((number, row, text), ())]
        if not found:
            return _freshest(self.by_cell.get((number, text), deque()))
        if source.column and len(found) > 1:
            column = squash(source.column)
            found = [
                p
                for p in found
                if any(head in column for head in self.columns[number, _cell_of(p).column])
            ] or found
        return [p for p in found if not p.values][:1] or found[:1]

    def _text(self, text: str) -> list[Piece]:
        """A piece of these words, or one that begins or ends with them."""
        squashed = squash(text)
        if not squashed:
            return []
        if squashed in self.by_text:
            return _freshest(self.by_text[squashed])
        ends = {squashed[:_END]: None, squashed[-_END:]: None}
        near = [p for end in ends for p in islice(self.by_end.get(end, ()), _MOST_ALIKE)]
        return _freshest(deque(p for p in near if squashed in squash(p.text)))


class _Stream:
    """The lines of a plain text one after the other, to find texts that run over several."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.texts: list[str] = []
        self.index: dict[int, int] = {}

    def add(self, piece: Piece, squashed: str) -> None:
        """The next line."""
        self.index[id(piece)] = len(self.pieces)
        self.pieces.append(piece)
        self.texts.append(squashed)

    def holding(self, lines: Sequence[Piece], squashed: str) -> list[Piece]:
        """Those of the lines of a row that hold the words of one of its cells."""
        if not squashed or len(lines) == 1:
            return []
        return [p for p in lines if squashed in self.texts[self.index[id(p)]]]

    def behind(self, last: Piece, squashed: str) -> list[Piece]:
        """The lines of a text that begins not far behind a line."""
        start = self.index[id(last)] + 1
        joined, ends = "", []
        for text in self.texts[start : start + _MOST_LINES]:
            joined += text
            ends.append(len(joined))
            if len(joined) > _MOST_SEARCHED + len(squashed):
                break
        at = joined.find(squashed)
        if at < 0:
            return []
        first, final = bisect_right(ends, at), bisect_left(ends, at + len(squashed))
        return self.pieces[start + first : start + final + 1]


def _freshest(found: deque[Piece]) -> list[Piece]:
    """The first piece that has no value yet, else the last one; none of none.

    Those that have one are let go of, or equal texts would be gone through again and again.
    """
    while len(found) > 1 and found[0].values:
        found.popleft()
    return [found[0]] if found else []


def _line(number: int) -> Place:
    return Place(first_line=number, last_line=number)


def _cell_of(piece: Piece) -> Cell:
    if not isinstance(piece.printed, Cell):
        raise TypeError("only cells are entered by table")
    return piece.printed
