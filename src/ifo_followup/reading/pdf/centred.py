"""Rows whose cells are centred between the rules above and below them."""

from collections.abc import Sequence
from itertools import pairwise

from ifo_followup.reading.pdf.columns import is_numeric, pieces
from ifo_followup.reading.pdf.lines import Line

# Texts are centred on one another when their middles differ by at most this (em).
SAME_MIDDLE = 0.2
# Wrapped lines of one text are nearer to each other than this (em).
WRAPPED = 1.45
# Lines stand beside each other when their baselines differ by less than this (em).
BESIDE = 0.75


def is_centred_row(lines: Sequence[Line], edges: Sequence[float], gap: float) -> bool:
    """Whether the lines between two rules are one row with its texts centred on one another.

    Then their baselines say nothing of rows: a short text stands beside the middle of a long one.
    """
    stacks: dict[int, list[Line]] = {}
    figures: list[set[int]] = []
    for line in lines:
        figures.append(set())
        for piece, first, last in pieces(line, edges, gap):
            if first != last:
                return False
            stacks.setdefault(first, []).append(piece)
            if is_numeric(piece.text):
                figures[-1].add(first)
    if len(stacks) < 2:
        return False
    label = stacks[min(stacks)]
    labelled = [
        own for line, own in zip(lines, figures, strict=True) if any(line.x0 == p.x0 for p in label)
    ]
    # rows: figures below figures, each beside a label of its own
    if any(a & b for k, a in enumerate(labelled) for b in labelled[:k]):
        return False
    longest = max(stacks.values(), key=len)
    if min(len(s) for s in stacks.values()) == len(longest):
        return False
    size = longest[0].size
    steps = [(b.baseline - a.baseline) / size for a, b in pairwise(longest)]
    if 2 * sum(step < WRAPPED for step in steps) < len(steps):
        return False
    middles = [(s[0].baseline + s[-1].baseline) / 2 for s in stacks.values()]
    return max(middles) - min(middles) <= SAME_MIDDLE * size


def side_by_side(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those on one that stand beside each other although their baselines differ.

    For finding columns only: a text centred beside a longer one stands between its lines.
    """
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        if (
            before is not None
            and line.baseline - before.baseline < BESIDE * line.size
            and not any(a.x0 < b.x1 and b.x0 < a.x1 for a in before.runs for b in line.runs)
        ):
            out[-1] = Line(sorted([*before.runs, *line.runs], key=lambda run: run.x0))
        else:
            out.append(line)
    return out
