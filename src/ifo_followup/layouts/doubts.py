"""Rows of plain text whose words could as well stand in other columns than they were read in.

A cell in a text layer is a run of words, and an empty one a blank or two. Where digits can be cut
in several ways, or gaps be counted in several, nothing tells which is meant.
"""

from collections.abc import Sequence

from ifo_followup.layouts.beside import TEXT_KINDS
from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.rows import RowCells
from ifo_followup.layouts.tokens import Gap, Token
from ifo_followup.swedish.amounts import split_amounts

SHARE_KINDS = (CellKind.RESULT, CellKind.PERCENT)


def unclear_texts(row: RowCells, columns: Sequence[Column]) -> tuple[int, int] | None:
    """The words of neighbouring cells of free text, where no cell of another kind parts them."""
    for n in range(1, len(columns)):
        pair = (columns[n - 1], columns[n])
        if all(column.kind in TEXT_KINDS for column in pair):
            before, here = row.cells[n - 1], row.cells[n]
            if before is not None and here is not None:
                return before[0], here[1]
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
    side by side, where their digits can be cut in several ways ("358 1 572 536" as three amounts).
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
        if _is_amount(run):
            behind = base + filled[-1][1]
            after = tokens[behind] if behind < len(tokens) else None
            only = _only_so(run, after, len(measured), tail)
            return () if only else tuple(measured)
    if len(measured) > 1 and filled and _may_be_fewer(row, measured, tokens, base, tail):
        return tuple(measured)
    out: list[int] = []
    stretch: list[int] = []
    for n in (*measured, -1):
        cell = row.cells[n] if n >= 0 else None
        before = row.cells[stretch[-1]] if stretch else None
        if stretch and (cell is None or before is None or before[1] != cell[0]):
            out.extend(stretch if _cut_otherwise(row, stretch, tokens, base) else ())
            stretch = []
        if cell is not None and _is_amount(tokens[base + cell[0] : base + cell[1]]):
            stretch.append(n)
        elif stretch:
            out.extend(stretch if _cut_otherwise(row, stretch, tokens, base) else ())
            stretch = []
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
    cells = [cell for n in measured if (cell := row.cells[n]) is not None]
    end = base + cells[-1][1]
    inner = any(token.spaces > 1 for token in tokens[base + cells[0][0] : end])
    over = tokens[end - 1].after > (1 if tail is None else tail)
    wrapped = row.ends_wrapped(cells[-1], tokens, base)
    if len(cells) == len(measured) and not (inner or over or wrapped):
        return False
    for stretch in _stretches(cells, tokens, base):
        words = [
            token.text for cell in stretch for token in tokens[base + cell[0] : base + cell[1]]
        ]
        text = " ".join(words)
        counts = range(1, len(measured) + 1)
        if any(n != len(stretch) and split_amounts(text, n) for n in counts):
            return True
    return False


def _stretches(
    cells: Sequence[tuple[int, int]], tokens: Sequence[Token], base: int
) -> list[list[tuple[int, int]]]:
    """The cells that hold amounts, those that stand side by side together."""
    out: list[list[tuple[int, int]]] = []
    for cell in cells:
        if not _is_amount(tokens[base + cell[0] : base + cell[1]]):
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


def _is_amount(run: Sequence[Token]) -> bool:
    return all(token.text.lstrip("+-\u2212\u2013").isdigit() for token in run)


def _cut_otherwise(
    row: RowCells, stretch: Sequence[int], tokens: Sequence[Token], base: int
) -> bool:
    words = [
        token.text
        for n in stretch
        if (cell := row.cells[n]) is not None
        for token in tokens[base + cell[0] : base + cell[1]]
    ]
    return len(split_amounts(" ".join(words), len(stretch))) > 1
