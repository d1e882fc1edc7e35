"""Cells of figures whose border is not proven: they become one cell over the columns in doubt.

Where hardly any white stands between two figures, a border among their digits is believed when no
other reading of the digits is possible there, or when figures of other rows end (or begin) at the
same x. Else the digits stay together, and whoever knows what must add up may part them.
"""

from collections.abc import Sequence
from itertools import pairwise

from attrs import define, frozen

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.columns import ALIGNED, TIGHT_GAP, is_numeric
from ifo_followup.reading.pdf.content import Run, around
from ifo_followup.reading.pdf.draft import DraftCell
from ifo_followup.reading.pdf.figures import ENOUGH, ends_number, opens_number
from ifo_followup.reading.pdf.lines import text_of

_FIGURES = frozenset("0123456789 ,%+-–−‐‑±")
# Figures run over a border that they stand on by so much (points), or nearly touch it.
OVER = 0.75
# Baselines of one line differ by less (em).
SAME_BASELINE = 0.3


@frozen
class _Side:
    """The x at which most figures of a column end (or begin), and how many do."""

    x: float
    count: int
    of: int

    def has(self, x: float) -> bool:
        return self.count >= ENOUGH and abs(x - self.x) <= ALIGNED / 2


@define
class _Column:
    begin: _Side
    end: _Side

    @property
    def set_left(self) -> bool:
        return self.begin.count > self.end.count and 2 * self.begin.count > self.begin.of


def joined_in_doubt(cells: Sequence[DraftCell]) -> list[DraftCell]:
    """The cells of a table, with those put together between which no border is proven."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    tight = [(a, b) for row in rows.values() for a, b in pairwise(row) if _is_tight(a, b)]
    for cell in cells:
        cell.undecided = _spans(cell)
    if not tight:
        return list(cells)
    columns = _columns(cells)
    doubtful = {id(b) for a, b in tight if not _is_proven(a, b, columns)}
    out: list[DraftCell] = []
    for cell in cells:
        if id(cell) in doubtful:
            out[-1] = _together(out[-1], cell)
        else:
            out.append(cell)
    return out


def joined_over_rules(cells: Sequence[DraftCell]) -> list[DraftCell]:
    """The cells of a table with drawn borders, with those put together that figures run over.

    Figures wider than their cell run into the next one: which digits are whose only the sums tell.
    """
    rows: dict[int, list[DraftCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    columns: dict[int, _Column] | None = None
    gone: set[int] = set()
    new: dict[int, DraftCell] = {}
    for row in rows.values():
        row.sort(key=lambda c: c.column)
        before: DraftCell | None = None
        for cell in row:
            if before is None or not (_runs_over(before, cell) or _meets(before, cell)):
                before = cell
                continue
            columns = _columns(cells) if columns is None else columns
            alone = before.undecided or any(not _one_number(r) for r in _over(before, cell))
            if not alone and (
                not cell.runs or not before.runs or _is_proven(before, cell, columns)
            ):
                before = cell
                continue
            gone |= {id(before), id(cell)}
            new.pop(id(before), None)
            before = _together(before, cell)
            before.drawn = True
            new[id(before)] = before
    if not gone:
        return list(cells)
    return [c for c in cells if id(c) not in gone] + list(new.values())


def _one_number(run: Run) -> bool:
    """Whether a run can only be one number, not two with a sign between them."""
    inner = run.text.lstrip("+-–−‐‑±")
    return is_numeric(run.text) and not any(c in "+-–−‐‑±" for c in inner)


def _over(a: DraftCell, b: DraftCell) -> list[Run]:
    """The figures that run over the border between two cells side by side."""
    x = b.box.x0
    crossing = [r for r in (*a.runs, *b.runs) if r.x0 < x - OVER and r.x1 > x + OVER]
    return [r for r in crossing if _FIGURES.issuperset(r.text) and any(map(str.isdigit, r.text))]


def _runs_over(a: DraftCell, b: DraftCell) -> bool:
    if not a.column or a.column + a.colspan != b.column or a.rowspan > 1 or b.rowspan > 1:
        return False
    return bool(_over(a, b))


def _meets(a: DraftCell, b: DraftCell) -> bool:
    """Whether figures stand on both sides of a border with hardly any white between them."""
    if not _is_tight(a, b):
        return False
    x = b.box.x0
    return x - a.runs[-1].x1 < OVER or b.runs[0].x0 - x < OVER


def _is_tight(a: DraftCell, b: DraftCell) -> bool:
    """Whether two cells of figures stand side by side with hardly any white between them."""
    if a.row != b.row or a.column + a.colspan != b.column or not a.column:
        return False
    if not a.runs or not b.runs or a.rowspan > 1 or b.rowspan > 1:
        return False
    last, first = a.runs[-1], b.runs[0]
    em = first.style.size
    if first.x0 - last.x1 > TIGHT_GAP * em or abs(first.baseline - last.baseline) > (
        SAME_BASELINE * em
    ):
        return False
    return _is_figures(a) and _is_figures(b)


def _spans(cell: DraftCell) -> bool:
    """Whether figures reach over several columns, perhaps with the label before them."""
    if cell.colspan < 2 or cell.rowspan > 1 or len(cell.runs) < 2:
        return False
    first, last = cell.runs[0], cell.runs[-1]
    if abs(first.baseline - last.baseline) > SAME_BASELINE * last.style.size:
        return False
    return ends_number(last) if not cell.column else _is_figures(cell)


def _is_figures(cell: DraftCell) -> bool:
    text = text_of(cell.runs)
    return _FIGURES.issuperset(text) and any(c.isdigit() for c in text)


def _is_proven(a: DraftCell, b: DraftCell, columns: dict[int, _Column]) -> bool:
    if a.colspan > 1 or b.colspan > 1:
        return ends_number(a.runs[-1]) and opens_number(b.runs[0], b.runs[1:2])
    if not is_numeric(text_of(a.runs)) or not is_numeric(text_of(b.runs)):
        return False
    if ends_number(a.runs[-1]) and opens_number(b.runs[0], b.runs[1:2]):
        return True
    left, right = columns[a.column], columns[b.column]
    if right.set_left:
        return right.begin.has(b.runs[0].x0)
    return left.end.has(a.runs[-1].x1)


def _columns(cells: Sequence[DraftCell]) -> dict[int, _Column]:
    found: dict[int, list[DraftCell]] = {}
    for cell in cells:
        if cell.colspan == 1 and cell.runs and is_numeric(text_of(cell.runs)):
            found.setdefault(cell.column, []).append(cell)
    nothing = _Side(0.0, 0, 0)
    columns = {n: _Column(nothing, nothing) for n in range(max(c.column for c in cells) + 1)}
    for n, own in found.items():
        columns[n] = _Column(
            _side([c.runs[0].x0 for c in own]), _side([max(r.x1 for r in c.runs) for c in own])
        )
    return columns


def _side(places: Sequence[float]) -> _Side:
    """Where most of the places lie together."""
    ordered = sorted(places)
    best, start = (0, 0), 0
    for end, x in enumerate(ordered):
        while x - ordered[start] > ALIGNED / 2:
            start += 1
        best = max(best, (end - start + 1, start))
    count, start = best
    return _Side(sum(ordered[start : start + count]) / count, count, len(ordered))


def _together(a: DraftCell, b: DraftCell) -> DraftCell:
    box: Box = around([a.box, b.box])
    cell = DraftCell(a.row, a.column, 1, a.colspan + b.colspan, box, a.page)
    cell.runs = [*a.runs, *b.runs]
    cell.fill = a.fill if a.fill == b.fill else None
    cell.undecided = True
    return cell
