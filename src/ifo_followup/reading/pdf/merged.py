"""Cells merged over rows, in tables without vertical rules.

A rule between two rows that leaves some columns out does not part the cells of those columns, and
neither does one shade that reaches over both rows.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import Fill, Rule
from ifo_followup.reading.pdf.draft import DraftCell
from ifo_followup.reading.pdf.gathered import make_lines

# A rule covers a column of which it covers this share.
COVER = 0.6
# Rules that reach over this share of a table part all of its columns.
ACROSS = 0.97
# Lines nearer to each other than this (em) may be one text's.
WRAPPED = 1.45


def gaps_of(rules: Iterable[Rule], edges: Sequence[float]) -> frozenset[int]:
    """The columns that the rules on one level leave out; none where they part all, or nothing."""
    spans = sorted((r.x0, r.x1) for r in rules)
    if not spans:
        return frozenset()
    reach = sum(b - a for a, b in spans)
    if reach >= ACROSS * (edges[-1] - edges[0]):
        return frozenset()
    out = set()
    for column, (x0, x1) in enumerate(pairwise(edges)):
        covered = sum(max(0.0, min(b, x1) - max(a, x0)) for a, b in spans)
        if covered < COVER * (x1 - x0):
            out.add(column)
    return frozenset(out)


def under_one_shade(
    above: Sequence[Fill], below: Sequence[Fill], edges: Sequence[float]
) -> frozenset[int]:
    """The columns whose cells in two rows lie on one shade, where others do not."""
    both = [f for f in above if any(f is g for g in below)]
    if not both or len(both) == len(above) or len(both) == len(below):
        return frozenset()
    return frozenset(
        column
        for column, (x0, x1) in enumerate(pairwise(edges))
        if any(f.box.x0 <= (x0 + x1) / 2 <= f.box.x1 for f in both)
    )


def merge_down(
    cells: Sequence[DraftCell], open_tops: Sequence[frozenset[int]], columns: int
) -> list[DraftCell]:
    """Put cells together that nothing parts; `open_tops` are, row by row, columns open above."""
    if not any(open_tops):
        return list(cells)
    by_place = {(c.row, c.column): c for c in cells}
    covered = {(c.row, k) for c in cells for k in range(c.column + 1, c.column + c.colspan)}
    gone: set[int] = set()
    for column in range(columns):
        first = 0
        for row in range(1, len(open_tops) + 1):
            if row < len(open_tops) and column in open_tops[row]:
                continue
            if row - first > 1 and not any((r, column) in covered for r in range(first, row)):
                parts = [by_place[r, column] for r in range(first, row) if (r, column) in by_place]
                gone |= _merge(parts, first, row, cells)
            first = row
    return [c for c in cells if id(c) not in gone]


def _merge(
    parts: Sequence[DraftCell], first: int, end: int, cells: Sequence[DraftCell]
) -> set[int]:
    """Make one cell of the parts, over the rows from `first` to before `end`; which are gone."""
    if not parts or any(p.colspan > 1 for p in parts) or not _one_text(parts):
        return set()
    home = parts[0]
    tops = [c.box.top for c in cells if c.row == first]
    bottoms = [c.box.bottom for c in cells if c.row == end - 1]
    home.runs = [run for p in parts for run in p.runs]
    home.box = Box(
        home.box.x0,
        min([home.box.top, *tops]),
        home.box.x1,
        max([parts[-1].box.bottom, *bottoms]),
    )
    home.row, home.rowspan = first, end - first
    home.fill = home.fill or next((p.fill for p in parts if p.fill is not None), None)
    return {id(p) for p in parts[1:]}


def _one_text(parts: Sequence[DraftCell]) -> bool:
    """Whether what stands in them can be one text: in one of them, or on lines near each other.

    A rule under the figures alone, as over a sum, parts two labels that stand a row apart.
    """
    filled = [make_lines(p.runs) for p in parts if p.runs]
    return all(
        below[0].baseline - above[-1].baseline < WRAPPED * below[0].size
        for above, below in pairwise(filled)
    )
