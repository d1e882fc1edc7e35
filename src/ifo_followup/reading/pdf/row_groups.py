"""Which lines make up a row where nothing is drawn between rows: by figures and by steps."""

from collections.abc import Sequence

from attrs import define

from ifo_followup.reading.pdf.columns import is_numeric, pieces
from ifo_followup.reading.pdf.figures import is_broken
from ifo_followup.reading.pdf.lines import Line

# A step between lines this much larger than the tightest one parts rows (or paragraphs).
LOOSE = 1.22
# Less than this (em) is no step from line to line.
MIN_STEP = 0.85
# Between vertical rules, rows without rules are at least this far apart (em): less is one cell's
# wrapped text.
ROW_STEP = 1.3
# Lines of one text are nearer to each other than this (em).
APART = 1.45


@define
class Placed:
    """A line with its pieces by first column, and the columns that hold figures.

    `wide` tells that a piece reaches over several columns.
    """

    line: Line
    parts: dict[int, Line]
    wide: bool
    numbers: set[int]

    def figures(self, label: int) -> set[int]:
        """The columns of figures behind the one of labels."""
        return {c for c in self.numbers if c > label}


def row_groups(
    lines: Sequence[Line], edges: Sequence[float], gap: float, *, by_gaps: bool
) -> list[list[Line]]:
    """The lines of each row, where nothing is drawn between rows.

    A row begins where its figures stand below those of the row before, or (`by_gaps`) where
    every text of a line stands apart from what is above it.
    """
    return grouped(placed_in(lines, edges, gap), by_gaps=by_gaps)


def placed_in(lines: Sequence[Line], edges: Sequence[float], gap: float) -> list[Placed]:
    """Each line with its pieces by the columns they stand in."""
    out = []
    for line in lines:
        found = pieces(line, edges, gap)
        parts = {first: piece for piece, first, _ in found}
        numbers = {first for first, piece in parts.items() if is_numeric(piece.text)}
        out.append(Placed(line, parts, any(a != b for _, a, b in found), numbers))
    return out


def grouped(placed: Sequence[Placed], *, by_gaps: bool) -> list[list[Line]]:
    """The lines of each row: see `row_groups`."""
    label = min((c for p in placed for c in p.parts), default=0)
    apart = _apart(placed)
    uniform = not any(apart[1:])
    if uniform and _all_apart(placed):
        apart = [True] * len(placed)
        uniform = False
    counted = sum(bool(p.figures(label)) for p in placed)
    out: list[list[Line]] = []
    figures: set[int] = set()
    for i, here in enumerate(placed):
        own = here.figures(label)
        labelled = label in here.parts
        if out and labelled and own and _wrapped_figures(placed[i - 1], here, label):
            new = False
        elif not out or (labelled and own & figures and (by_gaps or _step(placed, i) >= ROW_STEP)):
            new = True
        elif apart[i]:
            several = len(here.parts) > 1 or bool(own & figures)
            new = by_gaps and (several or (labelled and (counted > 1 or here.wide)))
        else:
            new = uniform and by_gaps and counted > 1 and _next_row(placed, i, label, figures)
        if new:
            out.append([])
            figures = set()
        out[-1].append(here.line)
        figures |= own
    return out


def _wrapped_figures(above: Placed, here: Placed, label: int) -> bool:
    """Whether the figures of a line only go on those above them, broken at a blank in them.

    "-1" over "528,2" beside a short "3,4" that needs no second line: two rows would both fill
    the column of the short one.
    """
    own, before = here.figures(label), above.figures(label)
    if not own < before or not here.parts[label].text[:1].islower():
        return False
    return all(is_broken(above.parts[c].text, here.parts[c].text) for c in own)


def _all_apart(placed: Sequence[Placed]) -> bool:
    """Whether every line is a row: all so far apart that none can go on in the next."""
    return all(_step(placed, i) >= APART for i in range(1, len(placed)))


def _step(placed: Sequence[Placed], i: int) -> float:
    return (placed[i].line.baseline - placed[i - 1].line.baseline) / placed[i].line.size


def _apart(placed: Sequence[Placed]) -> list[bool]:
    """For each line, whether all of its texts stand clearly below those above them."""
    last: dict[int, float] = {}
    steps: list[list[float]] = []
    for here in placed:
        size = here.line.size
        steps.append([(here.line.baseline - last[c]) / size for c in here.parts if c in last])
        for c in here.parts:
            last[c] = here.line.baseline
    tight = min((s for row in steps for s in row if s >= MIN_STEP), default=0.0)
    out = []
    before: Placed | None = None
    for here, row in zip(placed, steps, strict=True):
        step = (
            (here.line.baseline - before.line.baseline) / here.line.size
            if before is not None
            else 0.0
        )
        far = step >= MIN_STEP and step > LOOSE * tight
        out.append(far and all(s > LOOSE * tight for s in row))
        before = here
    return out


def _next_row(placed: Sequence[Placed], i: int, label: int, figures: set[int]) -> bool:
    """Whether a line begins a row where all lines are equally far apart.

    `figures` are the columns of figures of the row so far.
    """
    here, before = placed[i], placed[i - 1]
    if label not in here.parts:
        return False
    text = here.parts[label].text
    own = here.figures(label)
    if own and figures and not own & figures and _words_go_on(before, here, label):
        return False
    if own:
        # the second line of a wrapped label may be the one that carries the figures
        return bool(figures) or not text[:1].islower() or before.line.bold
    return bool(figures) and not text[:1].islower()


def _words_go_on(above: Placed, here: Placed, label: int) -> bool:
    """Whether words behind the label go on in small letters: "Uppfylls" over "inte."."""
    behind = (c for c in here.parts if c > label and c in above.parts)
    return any(here.parts[c].text[:1].islower() for c in behind)
