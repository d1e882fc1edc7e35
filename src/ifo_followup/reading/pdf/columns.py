"""Columns of a table without vertical rules, from where its text stands."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import define

from ifo_followup.reading.pdf.lines import COLUMN_GAP, Line

# Two columns are at least this far apart (em).
MIN_GUTTER = 0.35
# Between rules and shades, where it is plain that there is a table, white this wide (em) parts
# two columns.
TIGHT_GAP = 0.5
# Ends closer than this (points) are aligned.
ALIGNED = 2.2
# A label over several columns is centred on them to this share of their width, or these points.
CENTRED_SHARE, CENTRED = 0.1, 4.0

_NUMERIC = frozenset("0123456789 .,:+-–−‐‑±/")
_DASHES = frozenset("-–—−")
_UNITS = (" tkr", " mnkr", " mkr", " kr", " st", " st.")


@define
class Column:
    """Where the text of one column stands."""

    x0: float
    x1: float


def is_numeric(text: str) -> bool:
    """Whether a text is one amount, share, range or date, or the dash that stands for none."""
    bare = text.strip()
    if bare and all(c in _DASHES for c in bare):
        return True
    for unit in _UNITS:
        if bare.lower().endswith(unit):
            bare = bare[: -len(unit)]
            break
    bare = bare.removesuffix("%").rstrip().rstrip("*")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    if not bare or not bare[-1].isdigit() or any(c not in _NUMERIC for c in bare):
        return False
    # blanks stand between thousands, and after a sign
    groups = bare.lstrip("+-–−±").split()
    return all(len(g.split(",")[0]) == 3 and g[0].isdigit() for g in groups[1:])


def is_tabular(line: Line, gap: float = COLUMN_GAP) -> bool:
    """Whether a line looks like a table's row: chunks of which one after the first is a figure."""
    chunks = line.chunks(gap)
    return len(chunks) > 1 and any(is_numeric(c.text) for c in chunks[1:])


def text_columns(lines: Sequence[Line], gap: float = COLUMN_GAP) -> list[Column]:
    """The columns in which the lines of one table stand (fewer than two: it is no table)."""
    rows = [line.chunks(gap) for line in lines]
    strong = [r for r in rows if len(r) > 1 and any(is_numeric(c.text) for c in r[1:])]
    weak = [r for r in rows if len(r) > 1 and r not in strong]
    if not strong:
        strong, weak = weak, []
    if not strong:
        return []
    gutter = MIN_GUTTER * strong[0][0].size
    columns = _union([c for r in strong for c in r], gutter)
    for chunk in (c for r in weak for c in r):
        _adopt(columns, chunk, gutter)
    for chunk in (r[0] for r in rows if len(r) == 1):
        limit = columns[1].x0 if len(columns) > 1 else columns[0].x1
        if abs(chunk.x0 - columns[0].x0) < 3 * ALIGNED and chunk.x1 < limit:
            columns[0].x1 = max(columns[0].x1, chunk.x1)
    return _without_header_columns(columns, rows)


def _union(chunks: list[Line], gap: float) -> list[Column]:
    out: list[Column] = []
    for chunk in sorted(chunks, key=lambda c: c.x0):
        if out and chunk.x0 <= out[-1].x1 + gap:
            out[-1].x1 = max(out[-1].x1, chunk.x1)
        else:
            out.append(Column(chunk.x0, chunk.x1))
    return out


def _over(columns: Sequence[Column], chunk: Line) -> list[int]:
    return [i for i, c in enumerate(columns) if chunk.x0 < c.x1 and c.x0 < chunk.x1]


def _adopt(columns: list[Column], chunk: Line, gap: float) -> None:
    """Widen the column a header word stands over; a word over a gap has a column of its own."""
    over = _over(columns, chunk)
    if not over:
        columns.append(Column(chunk.x0, chunk.x1))
        columns.sort(key=lambda c: c.x0)
        return
    if len(over) > 1:
        return
    i = over[0]
    left = columns[i - 1].x1 + gap if i else chunk.x0
    right = columns[i + 1].x0 - gap if i + 1 < len(columns) else chunk.x1
    if chunk.x0 >= left and chunk.x1 <= right:
        columns[i].x0 = min(columns[i].x0, chunk.x0)
        columns[i].x1 = max(columns[i].x1, chunk.x1)


def _without_header_columns(columns: list[Column], rows: Sequence[list[Line]]) -> list[Column]:
    """Give header words set to another side than their figures the column of those figures."""
    support: list[set[int]] = [set() for _ in columns]
    for number, row in enumerate(rows):
        for chunk in row:
            over = _over(columns, chunk)
            if len(over) == 1:
                support[over[0]].add(number)

    def takes(i: int, j: int) -> bool:
        return bool(support[i] and support[j]) and max(support[i]) < min(support[j])

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
        columns[low : high + 1] = [Column(columns[low].x0, columns[high].x1)]
        support[low : high + 1] = [support[low] | support[high]]
        i = min(i, len(columns)) - 1
    return columns


def borders(columns: Sequence[Column], x0: float, x1: float) -> list[float]:
    """Borders half-way between columns; `x0` and `x1` are the table's own ends."""
    inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(columns)]
    return [min(x0, columns[0].x0), *inner, max(x1, columns[-1].x1)]


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
    over = [
        c
        for c in range(last + 1)
        if min(chunk.x1, edges[c + 1]) - max(chunk.x0, edges[c]) > slack
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
    for i in range(1, len(chunk.runs)):
        before, run = chunk.runs[i - 1], chunk.runs[i]
        on_border = any(before.x1 - 1 <= e <= run.x0 + 1 for e in inner)
        if on_border and (drawn or is_numeric(run.text)):
            return i
    return None


def group_spans(
    chunks: Sequence[Line], columns: Sequence[Column], edges: Sequence[float]
) -> list[tuple[int, int]]:
    """The columns of labels that stand centred over several columns, for one header line.

    Chooses, from left to right, spans that do not overlap and cover as many columns as possible.
    """
    options = [_options(chunk, columns, edges) for chunk in chunks]
    best: dict[int, tuple[int, list[tuple[int, int]]]] = {-1: (0, [])}
    for choice in options:
        following: dict[int, tuple[int, list[tuple[int, int]]]] = {}
        for end, (covered, spans) in best.items():
            for first, last in choice:
                if first <= end:
                    continue
                found = (covered + last - first + 1, [*spans, (first, last)])
                if last not in following or found[0] > following[last][0]:
                    following[last] = found
        best = following
        if not best:
            return [span_of(chunk, edges) for chunk in chunks]
    return max(best.values(), key=lambda item: item[0])[1]


def _options(
    chunk: Line, columns: Sequence[Column], edges: Sequence[float]
) -> list[tuple[int, int]]:
    first, last = span_of(chunk, edges)
    out = [(first, last)]
    if first == last and (first == 0 or _edge_aligned(chunk, columns[first])):
        return out
    middle = (chunk.x0 + chunk.x1) / 2
    # the first column holds the rows' labels: no group of figures includes it
    for a in range(min(1, first), first + 1):
        for b in range(last, len(columns)):
            if b == a:
                continue
            by_text = abs((columns[a].x0 + columns[b].x1) / 2 - middle)
            by_edge = abs((edges[a] + edges[b + 1]) / 2 - middle)
            width = edges[b + 1] - edges[a]
            if min(by_text, by_edge) <= max(CENTRED, CENTRED_SHARE * width):
                out.append((a, b))
    return out


def _edge_aligned(chunk: Line, column: Column) -> bool:
    left = abs(chunk.x0 - column.x0) <= ALIGNED
    right = abs(chunk.x1 - column.x1) <= ALIGNED
    return left != right
