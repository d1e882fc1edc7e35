"""Under which columns the values of a row stand: all ways that its spaces allow.

An empty cell leaves a space, or two, besides the one that parts cells. Where every gap of a row is
counted so, few ways are left; of those the values of one row are of one size: "800 1 710 800" is
no 800, 1 and 710 800.

The ways are counted before any is written down, so that their number costs nothing; of more than a
few none is chosen, for the right one may be among those that nobody looked at.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from math import inf, isinf, log10

from attrs import evolve, frozen

from ifo_followup.layouts.cell_figures import are_amounts
from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.rows import RowCells
from ifo_followup.layouts.tokens import Gap, Token, text_of
from ifo_followup.swedish.amounts import count_splits, split_amounts
from ifo_followup.swedish.numbers import UnreadableNumber, parse_number

_WIDTHS = (1, 2)
_CLEARLY = 2.0  # orders of magnitude by which values must be nearer to each other than otherwise
_ONE_SIZE = 2.0  # and no further from each other than this
_MOST_WAYS = 60
_MOST_COLUMNS = 60  # more than any printed table has

Texts = tuple[str, ...]


@frozen
class Placed:
    """The texts of columns `first`, `first` + 1 ..., and why no other way is right."""

    first: int
    texts: Texts
    reason: str = ""

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that it fills or leaves empty."""
        return tuple(range(self.first, self.first + len(self.texts)))


@frozen
class Ways:
    """All ways to fill these columns; none is listed where they are too many to choose from.

    `hidden` are those in which empty cells behind a wrapped one left no trace: they make the others
    doubtful, and are never taken themselves.
    """

    columns: tuple[int, ...] = ()
    texts: tuple[Texts, ...] = ()
    hidden: frozenset[Texts] = frozenset()
    too_many: bool = False

    def __bool__(self) -> bool:
        return bool(self.texts) or self.too_many


@frozen
class _Piece:
    """Words that are one cell, or amounts that may be several: the ways to cut them into cells.

    `unlisted` are the numbers of cells into which there are too many ways to list them.
    """

    tokens: tuple[Token, ...]
    amounts: bool
    cuts: tuple[Texts, ...]
    unlisted: tuple[int, ...] = ()


@frozen
class _Fill:
    """The ways to fill columns with a piece: its cells, and empty ones inside as gaps show them.

    `before` empty cells stand before it; `unlisted` are the sizes of ways too many to list.
    """

    before: int
    texts: tuple[Texts, ...]
    unlisted: frozenset[int] = frozenset()


@frozen
class _Room:
    """How many columns are empty before the values of a row, filled by them, and empty behind."""

    before: int
    inside: int
    behind: int


def has_empty_values(row: RowCells, columns: Sequence[Column]) -> bool:
    """Whether some of the measured cells of a row are empty, and not all."""
    filled = [row.cells[n] is not None for n in _measured(columns)]
    return any(filled) and not all(filled)


def ways_to_place(
    row: RowCells,
    columns: Sequence[Column],
    tokens: Sequence[Token],
    base: int,
    tail: int | None,
) -> Ways:
    """All ways to read the measured cells of a row in which its gaps show the empty ones.

    `tail` is how many spaces end every line, None where that is not known. None, where the gaps
    are no such traces.
    """
    measured = _measured(columns)
    if not measured or measured[-1] - measured[0] + 1 != len(measured):
        return Ways()
    cells = [cell for n in measured if (cell := row.cells[n]) is not None]
    if not cells:
        return Ways()
    if len(measured) > _MOST_COLUMNS:
        return Ways(tuple(measured), too_many=True)
    pieces = _pieces(cells, tokens, base, len(measured))
    found: dict[Texts, None] = {}
    hidden: dict[Texts, None] = {}
    for width in _WIDTHS:
        for usual in (0, 1) if tail is None else (tail,):
            room = _room(row, measured, tokens, base, (width, usual))
            if room is None:
                continue
            fills = [_fill(piece, width, first=n == 0) for n, piece in enumerate(pieces)]
            most = room.inside if row.ends_wrapped(cells[-1], tokens, base) else 1
            for more in range(most):
                ways = _ways(
                    fills, evolve(room, inside=room.inside - more, behind=room.behind + more)
                )
                if ways is None:
                    return Ways(tuple(measured), too_many=True)
                (hidden if more else found).update(dict.fromkeys(ways))
    if not found:  # that empty cells left no trace is only another way to read a row
        return Ways()
    untraced = [way for way in hidden if way not in found]
    return Ways(tuple(measured), (*found, *untraced), frozenset(untraced))


def decided(ways: Ways) -> Placed | None:
    """The only way, or the one in which the values are nearest to each other by far."""
    if len(ways.texts) == 1:
        return Placed(ways.columns[0], ways.texts[0], "no other way to read the gaps")
    apart = sorted((_spread(texts), texts) for texts in ways.texts)
    if len(apart) < 2 or apart[0][0] > _ONE_SIZE or apart[1][0] - apart[0][0] < _CLEARLY:
        return None
    if isinf(apart[-1][0]) or apart[0][1] in ways.hidden:
        return None
    return Placed(ways.columns[0], apart[0][1], "so the values are of one size")


def _measured(columns: Sequence[Column]) -> list[int]:
    return [n for n, column in enumerate(columns) if column.kind is CellKind.MEASURE]


def _room(
    row: RowCells,
    measured: Sequence[int],
    tokens: Sequence[Token],
    base: int,
    habit: tuple[int, int],
) -> _Room | None:
    """The room that gaps leave to the values, for a width of empty cells and an end of lines."""
    width, usual = habit
    cells = [cell for n in measured if (cell := row.cells[n]) is not None]
    begin, end = base + cells[0][0], base + cells[-1][1]
    filled = [n for n, cell in enumerate(row.cells) if cell is not None]
    left = max((n for n in filled if n < measured[0]), default=-1)
    right = min((n for n in filled if n > measured[-1]), default=len(row.cells))
    trail = max(0, tokens[end - 1].after - usual)
    if right < len(row.cells) and end < len(tokens):
        trail = _extra(tokens[end]) + (0 if tokens[end].gap is Gap.SPACE else trail)
    lead = _extra(tokens[begin])
    if lead % width or trail % width:
        return None
    before = lead // width - (measured[0] - left - 1)
    behind = trail // width - (right - measured[-1] - 1)
    inside = len(measured) - before - behind
    return None if before < 0 or behind < 0 or inside < 1 else _Room(before, inside, behind)


def _ways(fills: Sequence[_Fill], room: _Room) -> list[Texts] | None:
    """The ways to fill the measured columns; None where they are too many."""
    table = _count(fills, room.inside)
    if table[0][room.inside] > _MOST_WAYS:
        return None
    inner = _inner(fills, table, room.inside)
    return [(*("",) * room.before, *texts, *("",) * room.behind) for texts in inner]


def _extra(token: Token) -> int:
    """The spaces before a word, besides the one between two cells of a line."""
    return token.spaces - (1 if token.gap is Gap.SPACE else 0)


def _pieces(
    cells: Sequence[tuple[int, int]], tokens: Sequence[Token], base: int, room: int
) -> list[_Piece]:
    runs: list[tuple[Token, ...]] = []
    figures = False
    for begin, end in cells:
        run = tuple(tokens[base + begin : base + end])
        before, figures = figures, are_amounts(run)
        if before and figures:
            runs[-1] += run
        else:
            runs.append(run)
    return [_piece(run, room) for run in runs]


def _piece(run: tuple[Token, ...], room: int) -> _Piece:
    if not are_amounts(run):
        return _Piece(run, amounts=False, cuts=((text_of(run),),))
    text = run[0].text
    for token in run[1:]:
        text += ("\u00a0" if token.bound else " " * max(1, token.spaces)) + token.text
    numbers = count_splits(text, room)
    listed = (count for count, ways in enumerate(numbers) if 0 < ways <= _MOST_WAYS)
    cuts = tuple(way for count in listed for way in split_amounts(text, count))
    unlisted = tuple(count for count, ways in enumerate(numbers) if ways > _MOST_WAYS)
    return _Piece(run, amounts=True, cuts=cuts, unlisted=unlisted)


def _fill(piece: _Piece, width: int, *, first: bool) -> _Fill:
    """The ways to fill columns with a piece, for a width of empty cells."""
    before = 0 if first else _extra(piece.tokens[0]) // width
    if not piece.amounts:
        return _Fill(before, piece.cuts)
    inside = [_extra(token) for token in piece.tokens[1:]]
    if any(extra % width for extra in inside):
        return _Fill(before, ())
    most = sum(inside) // width
    sizes = frozenset(n + more for n in piece.unlisted for more in range(most + 1))
    return _Fill(before, tuple(_with_empty(piece, cut, width) for cut in piece.cuts), sizes)


def _with_empty(piece: _Piece, cut: Texts, width: int) -> Texts:
    """The cells of a piece, with the empty ones that its gaps show."""
    out: list[str] = []
    at = 0
    for one in cut:
        out.extend([""] * (_extra(piece.tokens[at]) // width if at else 0))
        out.append(one)
        at += len(one.split())
    return tuple(out)


def _count(fills: Sequence[_Fill], room: int) -> list[list[int]]:
    """In how many ways the pieces from each one on fill so many columns: [piece][columns].

    What is too many counts as that, and as no more.
    """
    table = [[0] * (room + 1) for _ in range(len(fills) + 1)]
    table[-1][0] = 1
    for n in range(len(fills) - 1, -1, -1):
        here, behind = fills[n], table[n + 1]
        sizes = Counter(map(len, here.texts))
        for left in range(here.before, room + 1):
            rest = left - here.before
            ways = sum(many * behind[rest - size] for size, many in sizes.items() if size <= rest)
            if any(size <= rest and behind[rest - size] for size in here.unlisted):
                ways = _MOST_WAYS + 1
            table[n][left] = min(ways, _MOST_WAYS + 1)
    return table


def _inner(fills: Sequence[_Fill], table: Sequence[Sequence[int]], room: int) -> list[Texts]:
    """The ways to fill `room` columns, from the first value to the last; none is a dead end."""
    found: list[tuple[Texts, int]] = [((), room)] if table[0][room] else []
    for fill, behind in zip(fills, table[1:], strict=True):
        found = [
            ((*done, *("",) * fill.before, *texts), rest)
            for done, left in found
            for texts in fill.texts
            if (rest := left - fill.before - len(texts)) >= 0 and behind[rest]
        ]
    return [texts for texts, _ in found]


def _spread(way: Texts) -> float:
    """How many orders of magnitude lie between the values of a row; nothing is near to nought.

    Values on both sides of nought are of any size: a result may be 2 in one year, -948 in another.
    """
    values = [value for text in way if (value := _value(text)) is not None]
    if min(values, default=Decimal()) < 0 < max(values, default=Decimal()):
        return inf
    sizes = sorted(log10(abs(value) + 1) for value in values)
    return sizes[-1] - sizes[0] if len(sizes) > 1 else 0.0


def _value(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except UnreadableNumber:
        return None
