"""Columns of a table without vertical rules, from where its text stands."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import define

from ifo_followup.reading.pdf.lines import COLUMN_GAP, Line

# Two columns are at least this far apart (em).
MIN_GUTTER = 0.35
FIGURE_GUTTER = 0.1
# Between rules and shades, where it is plain that there is a table, white this wide (em) parts
# two columns.
TIGHT_GAP = 0.5
# Ends closer than this (points) are aligned.
ALIGNED = 2.2
# A border stands at most this far (points) left of the text of its column.
BEFORE_TEXT = 3.0
# A label over several columns is centred on them to this share of their width, or these points.
CENTRED_SHARE, CENTRED = 0.1, 4.0
EXACTLY = 1.5

_NUMERIC = frozenset("0123456789 .,:+-–−‐‑±/")
_DASHES = frozenset("-–—−")
_UNITS = (" tkr", " mnkr", " mkr", " kr", " st", " st.")
_LONGEST_UNIT = max(map(len, _UNITS))


@define
class Column:
    """Where the text of one column stands."""

    x0: float
    x1: float


def is_numeric(text: str) -> bool:
    """Whether a text is one amount, share, range or date, or the dash that stands for none."""
    bare = text.strip()
    if bare[:1].isalpha():
        return False  # as are most texts that are asked about
    if bare.isdecimal() and bare.isascii():
        return True
    if bare and _DASHES.issuperset(bare):
        return True
    if not bare[-1:].isdigit():
        bare = _without_ends(bare)
        if not bare or not bare[-1].isdigit():
            return False
    if not _NUMERIC.issuperset(bare):
        return False
    # blanks stand between thousands, and after a sign
    groups = bare.lstrip("+-–−±").split()
    return all(len(g.split(",")[0]) == 3 and g[0].isdigit() for g in groups[1:])


def _without_ends(bare: str) -> str:
    """A number without its unit, a note's stars, or the brackets around it."""
    low = bare[-_LONGEST_UNIT:].lower()
    if low.endswith(_UNITS):
        for unit in _UNITS:
            if low.endswith(unit):
                bare = bare[: -len(unit)]
                break
    bare = bare.removesuffix("%").rstrip().rstrip("*")
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def is_tabular(line: Line, gap: float = COLUMN_GAP) -> bool:
    """Whether a line looks like a table's row: chunks of which one after the first is a figure."""
    chunks = line.chunks(gap)
    return len(chunks) > 1 and any(is_numeric(c.text) for c in chunks[1:])


def text_columns(lines: Sequence[Line], gap: float = COLUMN_GAP) -> list[Column]:
    """The columns in which the lines of one table stand (fewer than two: it is no table).

    Texts that stand side by side on one line are in two columns; a text that reaches over both,
    elsewhere, spans them.
    """
    rows = [line.chunks(gap) for line in lines]
    several = [(n, c) for n, row in enumerate(rows) if len(row) > 1 for c in row]
    if not several:
        return []
    gutter = MIN_GUTTER * several[0][1].size
    found: list[_Found] = []
    wide: list[Line] = []
    for number, chunk in sorted(several, key=lambda item: item[1].x1 - item[1].x0):
        # figures are told apart by their ends, and may stand as near as words
        white = FIGURE_GUTTER * chunk.size if is_numeric(chunk.text) else gutter
        over = [f for f in found if chunk.x0 < f.x1 + white and f.x0 < chunk.x1 + white]
        if any(a.lines & b.lines for k, a in enumerate(over) for b in over[:k]):
            wide.append(chunk)
            continue
        for other in over:
            found.remove(other)
        found.append(_Found.of(number, chunk, over))
    found.sort(key=lambda f: f.x0)
    found = _unsplit(found, wide)
    for row in rows:
        if len(row) == 1 and len(found) > 1:
            chunk = row[0]
            if abs(chunk.x0 - found[0].x0) < 3 * ALIGNED and chunk.x1 < found[1].x0:
                found[0].x1 = max(found[0].x1, chunk.x1)
                continue
            over = [f for f in found if chunk.x0 < f.x1 + gutter and f.x0 < chunk.x1 + gutter]
            if len(over) == 1 and over[0] is not found[0]:
                # the rest of a wrapped head may be longer than the figures under it
                over[0].x0 = min(over[0].x0, chunk.x0)
                over[0].x1 = max(over[0].x1, chunk.x1)
    return [Column(f.x0, f.x1) for f in _without_header_columns(found)]


@define
class _Found:
    """A column so far, and the lines that have text in it."""

    x0: float
    x1: float
    lines: set[int]

    @classmethod
    def of(cls, number: int, chunk: Line, others: Sequence["_Found"]) -> "_Found":
        """A column around a text and the columns it touches."""
        return cls(
            min([chunk.x0, *(f.x0 for f in others)]),
            max([chunk.x1, *(f.x1 for f in others)]),
            {number}.union(*(f.lines for f in others)),
        )


def _unsplit(found: list[_Found], wide: Sequence[Line]) -> list[_Found]:
    """Put columns together that many more lines cross than part: a wide blank inside a text."""
    out: list[_Found] = []
    for column in found:
        if out:
            before = out[-1]
            parted = len(before.lines & column.lines)
            crossed = sum(c.x0 < before.x1 and column.x0 < c.x1 for c in wide)
            if crossed > 2 * parted:
                before.x1 = max(before.x1, column.x1)
                before.lines |= column.lines
                continue
        out.append(column)
    return out


def _without_header_columns(columns: list[_Found]) -> list[_Found]:
    """Give header words set to another side than their figures the column of those figures."""

    def takes(i: int, j: int) -> bool:
        return max(columns[i].lines) < min(columns[j].lines)

    i = len(columns) - 1
    while i > 0:
        if i + 1 < len(columns) and takes(i, i + 1):
            other = i + 1
        elif i > 1 and takes(i, i - 1):
            other = i - 1
        else:
            i -= 1
            continue
        low, high = min(i, other), max(i, other)
        both = columns[low].lines | columns[high].lines
        columns[low : high + 1] = [_Found(columns[low].x0, columns[high].x1, both)]
        i = min(i, len(columns)) - 1
    return columns


def borders(columns: Sequence[Column], x0: float, x1: float) -> list[float]:
    """Borders just left of each column's text; `x0` and `x1` are the table's own ends.

    Texts overrun their column to the right, figures never to the left.
    """
    inner = [b.x0 - min((b.x0 - a.x1) / 2, BEFORE_TEXT) for a, b in pairwise(columns)]
    return [min(x0, columns[0].x0), *inner, max(x1, columns[-1].x1)]


def refined(edges: Sequence[float], columns: Sequence[Column]) -> list[float]:
    """Drawn borders, with more between texts that stand apart inside one drawn column."""
    out = list(edges)
    for a, b in pairwise(columns):
        border = b.x0 - min((b.x0 - a.x1) / 2, BEFORE_TEXT)
        if any(e <= a.x0 + 1 and b.x1 - 1 <= f for e, f in pairwise(edges)):
            out.append(border)
    return sorted(out)


def columns_between(
    edges: Sequence[float], lines: Sequence[Line], gap: float = TIGHT_GAP
) -> list[Column]:
    """Where text stands between drawn borders."""
    out = [Column(b, a) for a, b in pairwise(edges)]
    for line in lines:
        for chunk in line.chunks(gap):
            first, last = span_of(chunk, edges)
            if first == last:
                out[first].x0 = min(out[first].x0, chunk.x0)
                out[first].x1 = max(out[first].x1, chunk.x1)
    for i, column in enumerate(out):
        if column.x0 > column.x1:
            column.x0, column.x1 = edges[i], edges[i + 1]
    return out


def span_of(chunk: Line, edges: Sequence[float]) -> tuple[int, int]:
    """(first, last) column that a chunk reaches into."""
    last = len(edges) - 2
    slack = 0.25 * chunk.size
    x0, x1 = chunk.x0, chunk.x1
    over = [
        c
        for c in range(last + 1)
        # what two lengths share is more than the slack, unless one begins near the other's end
        if edges[c] < x1 and x0 < edges[c + 1] and min(x1, edges[c + 1]) - max(x0, edges[c]) > slack
    ]
    if over:
        return over[0], over[-1]
    middle = (chunk.x0 + chunk.x1) / 2
    inside = [c for c in range(last + 1) if edges[c] <= middle <= edges[c + 1]]
    at = inside[0] if inside else (0 if middle < edges[0] else last)
    return at, at


def pieces(
    line: Line, edges: Sequence[float], gap: float = COLUMN_GAP, *, drawn: bool = False
) -> list[tuple[Line, int, int]]:
    """The chunks of a line with their columns; figures set tight against a label are parted.

    With `drawn` borders, words on two sides of a border are always in two cells.
    """
    out: list[tuple[Line, int, int]] = []
    for chunk in line.chunks(gap):
        rest = chunk
        while True:
            first, last = span_of(rest, edges)
            cut = _cut(rest, edges[first + 1 : last + 1], drawn)
            if cut is None:
                out.append((rest, first, last))
                break
            left = Line(rest.runs[:cut])
            a, b = span_of(left, edges)
            out.append((left, a, b))
            rest = Line(rest.runs[cut:])
    return out


def _cut(chunk: Line, inner: Sequence[float], drawn: bool) -> int | None:
    """Where to part a chunk that reaches over `inner` borders: at a blank on one of them."""
    if not inner:
        return None
    # a border among the groups of digits of one number is only about where it should be
    whole = is_numeric(chunk.text)
    for i in range(1, len(chunk.runs)):
        before, run = chunk.runs[i - 1], chunk.runs[i]
        on_border = any(before.x1 - 1 <= e <= run.x0 + 1 for e in inner)
        if on_border and (drawn or (is_numeric(run.text) and not whole)):
            return i
    return None


@define
class _Choice:
    """Spans for the labels so far, how many columns they cover, and how well they fit."""

    spans: list[tuple[int, int]]
    covered: int
    poor: int


def group_spans(
    chunks: Sequence[Line],
    columns: Sequence[Column],
    edges: Sequence[float],
    starts: Sequence[float],
) -> list[tuple[int, int]]:
    """The columns of labels that stand over groups of columns, for one header line.

    `columns` are those of the texts below; `starts` are where the columns begin with the labels,
    which may be set to the left of figures that are set to the right.

    Chooses, from left to right, spans that do not overlap and cover as many columns as possible;
    of such, those whose labels are set best.
    """
    # where each label begins just where its column does, all are set to the left
    left = all(
        abs(c.x0 - starts[first]) <= ALIGNED
        for c in chunks
        for first, _ in (span_of(c, edges),)
        if first
    )
    # where each ends just where its column does, all are set to the right
    right = all(
        abs(c.x1 - columns[last].x1) <= ALIGNED
        for c in chunks
        for _, last in (span_of(c, edges),)
        if last
    )
    begins = starts if left else [c.x0 for c in columns]
    best = {-1: _Choice([], 0, 0)}
    for chunk in chunks:
        following: dict[int, _Choice] = {}
        for end, choice in best.items():
            for first, last, poor in _options(chunk, columns, edges, begins, left, right):
                if first <= end:
                    continue
                found = _Choice(
                    [*choice.spans, (first, last)],
                    choice.covered + last - first + 1,
                    choice.poor + poor,
                )
                known = following.get(last)
                if known is None or (found.covered, -found.poor) > (known.covered, -known.poor):
                    following[last] = found
        best = following
        if not best:
            return [span_of(c, edges) for c in chunks]
    return max(best.values(), key=lambda c: (c.covered, -c.poor)).spans


def _options(
    chunk: Line,
    columns: Sequence[Column],
    edges: Sequence[float],
    begins: Sequence[float],
    left: bool,
    right: bool,
) -> list[tuple[int, int, int]]:
    """(first, last, 0 where the label is set so exactly, 1 where only about) for one label."""
    first, last = span_of(chunk, edges)
    out = [(first, last, 0)]
    if first == last == 0:
        return out
    alone = not left and first == last and abs(chunk.x1 - columns[first].x1) <= ALIGNED
    if not alone and abs(chunk.x0 - begins[first]) <= ALIGNED:
        # set to the left of its group, which reaches to the next label
        out += [(first, b, 0) for b in range(last + 1, len(columns))]
    if right and not left and first:
        # set to the right of its group, which reaches from the label before
        out += [(a, last, 0) for a in range(1, first)]
    middle = (chunk.x0 + chunk.x1) / 2
    # the first column holds the rows' labels: no group of figures includes it
    for a in range(min(1, first), first + 1):
        for b in range(last, len(columns)):
            off = min(abs(centre - middle) for centre in _centres(a, b, columns, edges))
            width = edges[b + 1] - edges[a]
            # set to its own column's right it may only seem to be centred on more
            near = EXACTLY if alone else max(CENTRED, CENTRED_SHARE * width)
            if b > a and off <= near:
                # where all are set to the left, one may stand in the middle by chance
                out.append((a, b, int(left) if off <= EXACTLY else round(off)))
    return out


def _centres(
    first: int, last: int, columns: Sequence[Column], edges: Sequence[float]
) -> list[float]:
    """Where the middle of a group of columns may be: of its texts, and of its cells.

    Where a column's texts are set to one side, its cell reaches from there to the same side of
    the next column's texts.
    """
    out = [(columns[first].x0 + columns[last].x1) / 2, (edges[first] + edges[last + 1]) / 2]
    if last > first:
        step = columns[first + 1].x1 - columns[first].x1
        start = columns[first - 1].x1 if first > 1 else columns[first].x1 - step
        out.append((start + columns[last].x1) / 2 + BEFORE_TEXT)
        step = columns[last].x0 - columns[last - 1].x0
        end = columns[last + 1].x0 if last + 1 < len(columns) else columns[last].x0 + step
        out.append((columns[first].x0 + end) / 2 - BEFORE_TEXT)
    return out
