"""Figures of two columns so close that only their shape and their ends tell them apart.

"20 869 –81 500" is two numbers by its sign, and "1 906 42 510" by its columns: a group of digits
other than three opens a number, and figures end where those of their column end.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from attrs import define

from ifo_followup.reading.pdf.columns import ALIGNED, is_numeric
from ifo_followup.reading.pdf.content import Run
from ifo_followup.reading.pdf.lines import Line

_SIGNS = frozenset("-–−‐‑+±")
# An end at which so many figures end is a column's.
ENOUGH = 2


@define
class PartedLine(Line):
    """A line with places at which it is known to be parted, whatever white stands there."""

    cuts: frozenset[int] = frozenset()

    def _split(self, gap: float) -> tuple[Line, ...]:
        """Split at the known places, too."""
        out: list[Line] = []
        at = 0
        for chunk in Line(self.runs).chunks(gap):
            start = 0
            for k in range(1, len(chunk.runs)):
                if at + k in self.cuts:
                    out.append(Line(chunk.runs[start:k]))
                    start = k
            out.append(Line(chunk.runs[start:]))
            at += len(chunk.runs)
        return tuple(out)


def parted(lines: Sequence[Line], gap: float) -> list[Line]:
    """The lines of one table, with figures of two columns parted even where little white does."""
    sure = [_sure_cuts(line) for line in lines]
    ends = _column_ends(
        [c for line, cuts in zip(lines, sure, strict=True) for c in _split(line, cuts, gap)[1:]]
    )
    out: list[Line] = []
    heads = True
    for line, cuts in zip(lines, sure, strict=True):
        chunks = _split(line, cuts, gap)
        heads = heads and not any(is_numeric(c.text) for c in chunks[1:])
        at = 0
        found = set(cuts)
        for chunk in chunks:
            found |= {at + k for k in _cuts_at_ends(chunk, ends, heads=heads)}
            at += len(chunk.runs)
        out.append(PartedLine(line.runs, frozenset(found)) if found else line)
    return out


def _split(line: Line, cuts: frozenset[int], gap: float) -> Sequence[Line]:
    return PartedLine(line.runs, cuts).chunks(gap) if cuts else line.chunks(gap)


def _sure_cuts(line: Line) -> frozenset[int]:
    """Between two groups of digits that cannot be one number's."""
    return frozenset(
        k
        for k in range(1, len(line.runs))
        if ends_number(line.runs[k - 1]) and opens_number(line.runs[k], line.runs[k + 1 : k + 2])
    )


def ends_number(run: Run) -> bool:
    """Whether a piece of a line is a number, or the last group of one."""
    return run.text[-1:].isdigit() and is_numeric(run.text)


def opens_number(run: Run, after: Sequence[Run] = ()) -> bool:
    """Whether a figure after another one is a number of its own: signed, or not three digits.

    More digits than three before a group of three (`after`) are the end of a number and the
    beginning of the next without a blank between them: they prove nothing.
    """
    text = run.text
    if not is_numeric(text) or not text[-1:].isdigit():
        return False
    whole = text.split(",")[0]
    if len(whole) > 3 and whole.isdigit() and any(is_group(r.text) for r in after):
        return False
    return text[0] in _SIGNS or (whole.isdigit() and len(whole) != 3)


def is_group(text: str) -> bool:
    """Whether a text may go on a number: a group of three digits."""
    return len(text) == 3 and text.isdigit()


def is_broken(above: str, below: str) -> bool:
    """Whether one number may be broken into these two: the lower one opens with a full group."""
    group = below.split()[0].split(",")[0]
    return is_group(group) and "," not in above and above[-1:].isdigit()


def _column_ends(chunks: Sequence[Line]) -> list[float]:
    """The x at which several figures end."""
    found = sorted(c.x1 for c in chunks if is_numeric(c.text))
    out: list[float] = []
    start = 0
    for k in range(1, len(found) + 1):
        if k == len(found) or found[k] - found[k - 1] > ALIGNED / 2:
            if k - start >= ENOUGH:
                out.append((found[start] + found[k - 1]) / 2)
            start = k
    return out


def _at_end(x: float, ends: Sequence[float]) -> bool:
    i = bisect_left(ends, x - ALIGNED / 2)
    return i < len(ends) and ends[i] <= x + ALIGNED / 2


def _cuts_at_ends(chunk: Line, ends: Sequence[float], *, heads: bool) -> list[int]:
    """Where a chunk of figures, or of heads, has parts that end at the ends of columns."""
    if len(chunk.runs) < 2 or not _at_end(chunk.x1, ends):
        return []
    inner = [k for k in range(1, len(chunk.runs)) if _at_end(chunk.runs[k - 1].x1, ends)]
    if heads:
        return inner
    bounds = [0, *inner, len(chunk.runs)]
    parts = [Line(chunk.runs[a:b]) for a, b in pairwise(bounds)]
    return inner if all(is_numeric(p.text) for p in parts) else []
