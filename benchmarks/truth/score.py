"""How many cells of a table a reading has right: one rule for everybody.

Rows and columns without any text are dropped from a reading first; its rows and columns are then
put beside the true ones in order, as a diff does, so that one wrong row costs its own cells and
not all that follow. A cell is right when the reading has its text, white squeezed to single
blanks, in its row and column and nothing else there. A true cell that spans several places may
have its text in any of them, since most tools know no spans. The share is: cells right, of the
true cells or the reading's cells, whichever are more. Empty cells do not count, but text in them
does, as too much.
"""

from collections.abc import Sequence

from attrs import frozen

from benchmarks.truth.model import TrueTable

Texts = list[list[str]]


@frozen
class Score:
    """Cells right, and of how many; whether the table is right as a whole."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.right / self.of if self.of else 1.0


def squeezed(text: str) -> str:
    """A text with every stretch of white as one blank."""
    return " ".join(text.split())


def score(truth: TrueTable, reading: Texts) -> Score:
    """Compare one reading of one table with the truth."""
    grid = _filled(reading)
    total = max(len([c for c in truth.cells if c.text]), sum(bool(t) for row in grid for t in row))
    if not grid:
        return Score(0, total)
    wanted = _spread(truth)
    columns = _aligned(
        [set(column) - {""} for column in zip(*wanted, strict=True)],
        [set(column) - {""} for column in zip(*grid, strict=True)],
    )
    rows = _aligned_rows(truth, wanted, grid, columns)
    right = 0
    for cell in truth.cells:
        if not cell.text:
            continue
        found = [
            grid[rows[r]][columns[c]]
            for r in range(cell.row, cell.row + cell.rowspan)
            for c in range(cell.column, cell.column + cell.colspan)
            if r in rows and c in columns
        ]
        right += _same([t for t in found if t], squeezed(cell.text))
    return Score(right, total)


def _same(found: Sequence[str], text: str) -> bool:
    """Whether the texts found in a cell's places are its own: once, or copied to all of them."""
    return bool(found) and all(t == text for t in found)


def best(truth: Sequence[TrueTable], readings: Sequence[Texts]) -> list[Score]:
    """The score of each true table, each with the reading that fits it best."""
    left = list(readings)
    out = []
    for table in truth:
        scores = [score(table, reading) for reading in left]
        if not scores:
            out.append(score(table, []))
            continue
        k = max(range(len(scores)), key=lambda i: (scores[i].share, -scores[i].of))
        out.append(scores[k])
        if scores[k].right:
            left.pop(k)
    return out


def _filled(reading: Texts) -> Texts:
    rows = [[squeezed(t) for t in row] for row in reading]
    wide = max((len(row) for row in rows), default=0)
    rows = [row + [""] * (wide - len(row)) for row in rows if any(row)]
    keep = [c for c in range(wide) if any(row[c] for row in rows)]
    return [[row[c] for c in keep] for row in rows]


def _spread(truth: TrueTable) -> Texts:
    """The true grid, a spanning cell's text in each of its places."""
    high = max(c.row + c.rowspan for c in truth.cells)
    wide = max(c.column + c.colspan for c in truth.cells)
    out = [[""] * wide for _ in range(high)]
    for cell in truth.cells:
        for r in range(cell.row, cell.row + cell.rowspan):
            for c in range(cell.column, cell.column + cell.colspan):
                out[r][c] = squeezed(cell.text)
    return out


def _aligned(truth: Sequence[set[str]], found: Sequence[set[str]]) -> dict[int, int]:
    """Which found column stands for which true one: the most texts in common, in order."""
    return _diff([[len(a & b) for b in found] for a in truth])


def _aligned_rows(
    truth: TrueTable, wanted: Texts, grid: Texts, columns: dict[int, int]
) -> dict[int, int]:
    """Which found row stands for which true one: the most cells right, in order."""
    tall = {(c.row + i, c.column) for c in truth.cells for i in range(1, c.rowspan)}
    gains = []
    for r, row in enumerate(wanted):
        gains.append(
            [
                sum(
                    # a cell of one row weighs more than one that may stand in several
                    (1 if (r, c) in tall else 3) * bool(text and other[columns[c]] == text)
                    for c, text in enumerate(row)
                    if c in columns
                )
                for other in grid
            ]
        )
    return _diff(gains)


def _diff(gains: Sequence[Sequence[int]]) -> dict[int, int]:
    """The pairs, in order on both sides, whose gains add up to the most."""
    high, wide = len(gains), len(gains[0]) if gains else 0
    best_sum = [[0] * (wide + 1) for _ in range(high + 1)]
    for i in range(high - 1, -1, -1):
        for j in range(wide - 1, -1, -1):
            best_sum[i][j] = max(
                best_sum[i + 1][j],
                best_sum[i][j + 1],
                best_sum[i + 1][j + 1] + gains[i][j],
            )
    out: dict[int, int] = {}
    i = j = 0
    while i < high and j < wide:
        if gains[i][j] and best_sum[i][j] == best_sum[i + 1][j + 1] + gains[i][j]:
            out[i] = j
            i, j = i + 1, j + 1
        elif best_sum[i][j] == best_sum[i + 1][j]:
            i += 1
        else:
            j += 1
    return out
