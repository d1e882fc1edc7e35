"""The texts of one header row, and what tells a header of groups from a row of figures."""

from bisect import bisect_right
from collections.abc import Sequence

from ifo_followup.reading.pdf.columns import TIGHT_GAP, is_numeric
from ifo_followup.reading.pdf.lines import Line

# Heads stand at most this far (em) over the coloured cells under them.
STRIP_APART = 1.6
# More columns than this are no strip of months or units.
MAX_STRIP = 60


def has_figures(line: Line, gap: float) -> bool:
    """Whether any text of a line but its first is a figure."""
    return any(is_numeric(c.text) for c in line.chunks(gap)[1:])


def is_years(line: Line, gap: float) -> bool:
    """Whether the only figures in a bold line are years, which head columns as words do."""
    figures = [c.text for c in line.chunks(gap)[1:] if is_numeric(c.text)]
    return line.bold and all(len(f) == 4 and f[:2] in ("19", "20") for f in figures)


def stacked(lines: Sequence[Line], gap: float) -> list[list[Line]]:
    """The chunks of a row with those that stand under one another put together."""
    out: list[list[Line]] = []
    for line in lines:
        for chunk in line.chunks(gap):
            home = next(
                (group for group in out if any(chunk.x0 < p.x1 and p.x0 < chunk.x1 for p in group)),
                None,
            )
            if home is None:
                out.append([chunk])
            else:
                home.append(chunk)
    return sorted(out, key=lambda group: min(p.x0 for p in group))


def over_strip(
    top: float, edges: Sequence[float], lines: Sequence[Line]
) -> tuple[list[Line], list[float]]:
    """The heads over a strip of coloured cells, and the borders of all columns they head.

    Cells that have no colour yet, as the months to come, are known by their heads only.
    """
    above = [x for x in lines if x.baseline - 0.3 * x.size < top]
    line = above[-1] if above else None
    if line is None or top - line.bottom > STRIP_APART * line.size:
        return [], list(edges)
    heads = [(c.x0 + c.x1) / 2 for c in line.chunks(TIGHT_GAP)]
    step = (edges[-1] - edges[0]) / (len(edges) - 1)
    out = list(edges)
    while len(out) <= MAX_STRIP and heads[-1] > out[-1]:
        out.append(out[-1] + step)
    while len(out) <= MAX_STRIP and heads[0] < out[0]:
        out.insert(0, out[0] - step)
    columns = [bisect_right(out, x) for x in heads]
    each = columns == list(range(1, len(out)))
    return ([line], out) if each else ([], list(edges))


def without_overlaps(
    placed: dict[tuple[int, int], list[Line]],
) -> dict[tuple[int, int], list[Line]]:
    """One cell where a text that spans columns stands over, or under, texts in them."""
    out: list[tuple[int, int, list[Line]]] = []
    for (first, last), parts in sorted(placed.items()):
        if out and first <= out[-1][1]:
            a, b, before = out.pop()
            out.append((a, max(b, last), before + parts))
        else:
            out.append((first, last, parts))
    return {(a, b): parts for a, b, parts in out}
