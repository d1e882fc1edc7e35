"""Rows of plain text whose words could as well stand in other columns than they were read in.

A cell in a text layer is a run of words, and an empty one a blank or two. Where digits can be cut
in several ways, or gaps be counted in several, nothing tells which is meant.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ifo_followup.layouts.beside import TEXT_KINDS
from ifo_followup.layouts.cell_figures import are_amounts
from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.rows import RowCells
from ifo_followup.layouts.tokens import Gap, Token
from ifo_followup.swedish.amounts import count_splits, split_amounts

Span = tuple[int, int]  # the words [start, end) of a cell

SHARE_KINDS = (CellKind.RESULT, CellKind.PERCENT)


def unclear_texts(
    row: RowCells, columns: Sequence[Column], tokens: Sequence[Token], base: int
) -> Span | None:
    """The words of neighbouring cells of free text, where no cell of another kind parts them.

    Of a phrase and a comment one may be empty, or seem to be: the words are the other's. So may
    the second sentence of a title beside which no comment stands.
    """
    for n in range(1, len(columns)):
        pair = (columns[n - 1], columns[n])
        if all(column.kind in TEXT_KINDS for column in pair):
            before, here = row.cells[n - 1], row.cells[n]
            if before is not None and here is not None:
                return before[0], here[1]
            alone = before or here
            kinds = [c.kind for c in pair]
            if alone and kinds == [CellKind.PHRASE, CellKind.PROSE]:
                return alone
            if before and kinds[1] is CellKind.PROSE:
                words = tokens[base + before[0] : base + before[1]]
                if any(a.text.endswith(".") and b.text[0].isupper() for a, b in pairwise(words)):
                    return before
    return None


def doubtful_columns(
    row: RowCells,
    columns: Sequence[Column],
    tokens: Sequence[Token],
    base: int,
    tail: int | None = None,
) -> tuple[int, ...]:
    """The measured columns of a row whose values could as well stand otherwise.

    All of them, where an empty cell left no trace, or traces that may be read in two ways; those
    whose digits can be cut in several ways ("358 1 572 536" as three amounts), a text between them
    or not ("1 300 - 600 125" as three amounts and a dash).
    `tail` is how many spaces end every line, None where that is not known.
    """
    shares = [n for n, column in enumerate(columns) if column.kind in SHARE_KINDS]
    if _is_misplaced(row, shares, tokens, base, tail):
        return tuple(range(shares[0], shares[-1] + 1))
    measured = [n for n, column in enumerate(columns) if column.kind is CellKind.MEASURE]
    if row.uncertain and len(measured) > 1:
        return tuple(measured)
    filled = [cell for n in measured if (cell := row.cells[n]) is not None]
    if len(measured) > len(filled) > 0 and len(measured) > 1:
        run = tokens[base + filled[0][0] : base + filled[-1][1]]
        if are_amounts(run):
            behind = base + filled[-1][1]
            after = tokens[behind] if behind < len(tokens) else None
            only = _only_so(run, after, len(measured), tail)
            return () if only else tuple(measured)
    if len(measured) > 1 and filled and _may_be_fewer(row, measured, tokens, base, tail):
        return tuple(measured)
    out = list(_cut_otherwise(row, measured, tokens, base))
    return tuple(range(min(out), max(out) + 1)) if out else ()


def _is_misplaced(
    row: RowCells, shares: Sequence[int], tokens: Sequence[Token], base: int, tail: int | None
) -> bool:
    """Whether the first column of shares is empty, and the spaces around the others deny it."""
    behind = [n for n in shares if row.cells[n] is not None]
    if not behind or behind[0] == shares[0]:
        return False
    first, last = row.cells[behind[0]], row.cells[behind[-1]]
    if first is None or last is None or not tokens[base + first[0]].text[0].isdigit():
        return False
    token, end = tokens[base + first[0]], base + last[1]
    before = next((n for n in range(behind[0] - 1, -1, -1) if row.cells[n] is not None), -1)
    lead = token.spaces - (1 if token.gap is Gap.SPACE else 0)
    trail = max(0, tokens[end - 1].after - (1 if tail is None else tail))
    if end < len(tokens) and tokens[end].gap is Gap.SPACE:
        trail = tokens[end].spaces - 1
    missing = (behind[0] - before - 1, len(row.cells) - behind[-1] - 1)
    return not any((lead, trail) == (missing[0] * w, missing[1] * w) for w in (1, 2))


def _may_be_fewer(
    row: RowCells, measured: Sequence[int], tokens: Sequence[Token], base: int, tail: int | None
) -> bool:
    """Whether amounts side by side could be fewer or more, with other cells empty than it seems."""
    cells = _filled(row, measured)
    end = base + cells[-1][1]
    inner = any(token.spaces > 1 for token in tokens[base + cells[0][0] : end])
    over = tokens[end - 1].after > (1 if tail is None else tail)
    wrapped = row.ends_wrapped(cells[-1], tokens, base)
    if len(cells) == len(measured) and not (inner or over or wrapped):
        return False
    return any(
        set(ways) != {len(stretch)}
        for stretch, ways in _stretches(cells, tokens, base, len(measured))
    )


def _cut_otherwise(
    row: RowCells, measured: Sequence[int], tokens: Sequence[Token], base: int
) -> Iterator[int]:
    """The columns of amounts that could be cut otherwise into as many cells."""
    cells = _filled(row, measured)
    stretches = _stretches(cells, tokens, base, len(cells))
    total = sum(len(stretch) for stretch, _ in stretches)
    for n, (stretch, ways) in enumerate(stretches):
        others = {0}
        for _, more in (*stretches[:n], *stretches[n + 1 :]):
            others = {one + other for one in others for other in more if one + other < total}
        possible = {count for count in ways if total - count in others}
        if possible != {len(stretch)} or ways[len(stretch)] > 1:
            yield from (column for column in measured if row.cells[column] in stretch)


def _filled(row: RowCells, columns: Sequence[int]) -> list[Span]:
    return [cell for n in columns if (cell := row.cells[n]) is not None]


def _stretches(
    cells: Sequence[Span], tokens: Sequence[Token], base: int, most: int
) -> list[tuple[list[Span], dict[int, int]]]:
    """The cells that hold amounts, those that stand side by side together.

    With each in how many ways it could be cut into so many cells, up to `most`.
    """
    found = []
    for stretch in _side_by_side(cells, tokens, base):
        words = tokens[base + stretch[0][0] : base + stretch[-1][1]]
        ways = count_splits(" ".join(token.text for token in words), most)
        found.append((stretch, {count: many for count, many in enumerate(ways) if many}))
    return found


def _side_by_side(cells: Sequence[Span], tokens: Sequence[Token], base: int) -> list[list[Span]]:
    out: list[list[Span]] = []
    for cell in cells:
        if not are_amounts(tokens[base + cell[0] : base + cell[1]]):
            out.append([])
        elif out and out[-1] and out[-1][-1][1] == cell[0]:
            out[-1].append(cell)
        else:
            out.append([cell])
    return [stretch for stretch in out if stretch]


def _only_so(run: Sequence[Token], after: Token | None, count: int, usual: int | None) -> bool:
    """Whether amounts and the spaces around them can be read as `count` cells in one way only.

    An empty cell leaves one space or two, a line may end with a space that means nothing.
    """
    first = run[0]
    lead = first.spaces - 1 if first.gap is Gap.SPACE else first.spaces
    inner = [token.spaces - 1 for token in run[1:] if token.gap is Gap.SPACE]
    if after is not None and after.gap is Gap.SPACE:
        tails = {after.spaces - 1}
    else:
        tails = {max(0, run[-1].after - each) for each in ((0, 1) if usual is None else (usual,))}
    text = run[0].text + "".join(f"{' ' * max(1, t.spaces)}{t.text}" for t in run[1:])
    ways: set[tuple[int, int, tuple[str, ...]]] = set()
    for width in (1, 2):
        for tail in tails:
            if any(gap % width for gap in (lead, tail, *inner)):
                continue
            before, behind = lead // width, tail // width
            full = count - before - behind - sum(gap // width for gap in inner)
            if 0 < full <= count:
                ways.update((before, behind, way) for way in split_amounts(text, full))
    return len(ways) == 1
