"""The texts of one header row, and what tells a header of groups from a row of figures."""

from collections.abc import Sequence

from ifo_followup.reading.pdf.columns import is_numeric
from ifo_followup.reading.pdf.lines import Line


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
