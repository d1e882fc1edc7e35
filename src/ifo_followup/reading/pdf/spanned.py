"""Heads over groups of columns that no rule parts from the heads of the columns under them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ifo_followup.reading.pdf.columns import pieces, span_of
from ifo_followup.reading.pdf.content import Rule
from ifo_followup.reading.pdf.grid import SNAP, cluster
from ifo_followup.reading.pdf.lines import Line
from ifo_followup.reading.pdf.row_groups import APART, LOOSE

Span = tuple[int, int]


def over_finer(above: Sequence[Rule], below: Sequence[Rule]) -> bool:
    """Whether the pieces of a rule stand over groups of the next rule's: a header lies between."""
    last, first = max((r.top for r in above), default=0.0), min((r.top for r in below), default=0.0)
    coarse = cluster(x for r in above if last - r.top <= SNAP for x in (r.x0, r.x1))
    fine = cluster(x for r in below if r.top - first <= SNAP for x in (r.x0, r.x1))
    return 2 < len(coarse) < len(fine) and all(
        any(abs(x - y) <= SNAP for y in fine) for x in coarse
    )


def parted_groups(over: Iterable[Span], under: Iterable[Span]) -> list[Span]:
    """The groups of columns with one piece of rule over a row, and one for each column under it.

    `over` and `under` are the (first, last) columns of the pieces drawn there. A group that has
    smaller pieces over the row as well is the row above's.
    """
    above, below = set(over), set(under)
    return [
        (a, b)
        for a, b in sorted(above)
        if a < b
        and not any((c, d) != (a, b) and a <= c and d <= b for c, d in above)
        and all((k, k) in below for k in range(a, b + 1))
    ]


def level_under_heads(
    lines: Sequence[Line], groups: Sequence[Span], edges: Sequence[float], gap: float
) -> float | None:
    """Where the heads of groups end and those of their columns begin, or None if all is one row.

    The heads are the only texts over their groups, and stand farther from what is under them than
    the lines of one text from each other.
    """
    # texts on the two sides of a border are two, however near to each other
    parted = [
        (line, [(first, last) for _, first, last in pieces(line, edges, gap, drawn=True)])
        for line in lines
    ]
    own = [
        (line, at)
        for line, at in parted
        if any(a <= first and last <= b for a, b in groups for first, last in at)
    ]
    if len(own) < 2:
        return None
    steps = [(b.baseline - a.baseline) / max(a.size, b.size) for (a, _), (b, _) in pairwise(own)]
    k = steps.index(max(steps)) + 1
    tight = min(steps)
    if steps[k - 1] < APART or (len(steps) > 1 and steps[k - 1] <= LOOSE * tight):
        return None
    heads, columns = [line for line, _ in own[:k]], [s for _, at in own[k:] for s in at]
    for a, b in groups:
        starts = ([span_of(c, edges)[0] for c in line.chunks(gap)] for line in heads)
        alone = all(sum(a <= first <= b for first in at) < 2 for at in starts)
        under = {s[0] for s in columns if a <= s[0] <= b and s[0] == s[1]}
        if not alone or len(under) < 2:
            return None
    return (heads[-1].bottom + own[k][0].top) / 2


def goes_on(lines: Sequence[Line], level: float, column: int, edges: Sequence[float]) -> bool:
    """Whether a text in a column stands on both sides of a level, or over it with nothing below.

    A head with nothing under it is that of the figures, far below.
    """
    x0, x1 = edges[column], edges[column + 1]
    own = [line for line in lines if any(x0 <= run.middle < x1 for run in line.runs)]
    above = [line for line in own if line.baseline - 0.3 * line.size < level]
    below = [line for line in own if line.baseline - 0.3 * line.size >= level]
    if not above or not below:
        return bool(above)
    return below[0].baseline - above[-1].baseline < APART * below[0].size
