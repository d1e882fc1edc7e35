"""Under which columns the values of a row stand: all ways that its spaces allow.

An empty cell leaves a space, or two, besides the one that parts cells. Where every gap of a row is
counted so, few ways are left; of those the values of one row are of one size: "800 1 710 800" is
no 800, 1 and 710 800.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from math import log10

from attrs import evolve, frozen

from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.rows import RowCells
from ifo_followup.layouts.tokens import Gap, Token, text_of
from ifo_followup.swedish.amounts import split_amounts
from ifo_followup.swedish.numbers import UnreadableNumber, parse_number

_AMOUNT = re.compile(r"[+\-\u2212\u2013]?[0-9]{1,12}(?:,[0-9]{1,6})?\Z")
_WIDTHS = (1, 2)
_CLEARLY = 2.0  # orders of magnitude by which values must be nearer to each other than otherwise
_ONE_SIZE = 2.0  # and no further from each other than this
_MOST_WAYS = 60

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
class _Piece:
    """Words that are one cell, or amounts that may be several."""

    tokens: tuple[Token, ...]
    amounts: bool


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
) -> list[Placed]:
    """All ways to read the measured cells of a row in which its gaps show the empty ones.

    `tail` is how many spaces end every line, None where that is not known. None, where the gaps
    are no such traces.
    """
    measured = _measured(columns)
    if not measured or measured[-1] - measured[0] + 1 != len(measured):
        return []
    if all(row.cells[n] is None for n in measured):
        return []
    found: dict[Texts, None] = {}
    for width in _WIDTHS:
        for usual in (0, 1) if tail is None else (tail,):
            ways = _ways(row, measured, tokens, base, (width, usual))
            found.update(dict.fromkeys(islice(ways, _MOST_WAYS)))
    return [Placed(measured[0], texts) for texts in found]


def decided(ways: Sequence[Placed]) -> Placed | None:
    """The only way, or the one in which the values are nearest to each other by far."""
    if len(ways) == 1:
        return evolve(ways[0], reason="no other way to read the gaps")
    apart = sorted((_spread(way.texts), way.texts) for way in ways)
    if len(apart) < 2 or apart[0][0] > _ONE_SIZE or apart[1][0] - apart[0][0] < _CLEARLY:
        return None
    return Placed(ways[0].first, apart[0][1], "so the values are of one size")


def _measured(columns: Sequence[Column]) -> list[int]:
    return [n for n, column in enumerate(columns) if column.kind is CellKind.MEASURE]


def _ways(
    row: RowCells,
    measured: Sequence[int],
    tokens: Sequence[Token],
    base: int,
    habit: tuple[int, int],
) -> Iterator[Texts]:
    """The ways to fill the measured columns, for a width of empty cells and an end of lines."""
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
        return
    before = lead // width - (measured[0] - left - 1)
    behind = trail // width - (right - measured[-1] - 1)
    if before < 0 or behind < 0:
        return
    room = len(measured) - before - behind
    for inner in _inner(_pieces(cells, tokens, base), width, room):
        yield (*("",) * before, *inner, *("",) * behind)


def _extra(token: Token) -> int:
    """The spaces before a word, besides the one between two cells of a line."""
    return token.spaces - (1 if token.gap is Gap.SPACE else 0)


def _pieces(cells: Sequence[tuple[int, int]], tokens: Sequence[Token], base: int) -> list[_Piece]:
    out: list[_Piece] = []
    for begin, end in cells:
        run = tuple(tokens[base + begin : base + end])
        amounts = all(_AMOUNT.match(token.text) for token in run)
        if amounts and out and out[-1].amounts:
            out[-1] = _Piece((*out[-1].tokens, *run), amounts=True)
        else:
            out.append(_Piece(run, amounts))
    return out


def _inner(pieces: Sequence[_Piece], width: int, room: int) -> Iterator[Texts]:
    """The ways to fill `room` columns, from the first value to the last."""
    if not pieces:
        if not room:
            yield ()
        return
    piece, *rest = pieces
    for texts in _cut(piece, width, room):
        for others in _inner(rest, width, room - len(texts) - _gaps(rest, width)):
            yield (*texts, *("",) * _gaps(rest, width), *others)


def _gaps(rest: Sequence[_Piece], width: int) -> int:
    """How many empty cells stand before the next piece."""
    return _extra(rest[0].tokens[0]) // width if rest else 0


def _cut(piece: _Piece, width: int, room: int) -> Iterator[Texts]:
    """The ways to cut a piece into cells, with the empty ones that its gaps show."""
    if any(_extra(token) % width for token in piece.tokens[1:] if piece.amounts):
        return
    if not piece.amounts:
        if room:
            yield (text_of(piece.tokens),)
        return
    text = piece.tokens[0].text
    for token in piece.tokens[1:]:
        text += ("\u00a0" if token.bound else " " * max(1, token.spaces)) + token.text
    for count in range(1, room + 1):
        for way in split_amounts(text, count):
            out: list[str] = []
            at = 0
            for one in way:
                out.extend([""] * (_extra(piece.tokens[at]) // width if at else 0))
                out.append(one)
                at += len(one.split())
            yield tuple(out)


def _spread(way: Texts) -> float:
    """How many orders of magnitude lie between the values of a row; nothing is near to nought."""
    sizes = sorted(log10(abs(value) + 1) for text in way if (value := _value(text)) is not None)
    return sizes[-1] - sizes[0] if len(sizes) > 1 else 0.0


def _value(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except UnreadableNumber:
        return None
