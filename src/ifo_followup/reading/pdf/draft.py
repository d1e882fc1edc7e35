"""Tables while they are being put together: one piece of a table on one page."""

from itertools import pairwise
from operator import attrgetter

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.columns import is_numeric
from ifo_followup.reading.pdf.content import Run
from ifo_followup.reading.pdf.gathered import make_lines
from ifo_followup.reading.pdf.lines import (
    BROKEN_INSIDE,
    Line,
    bullet,
    ended_text,
    fits,
    is_symbol,
    join_ended,
)

# A gap between lines this much larger than the table's line pitch starts a paragraph.
PARAGRAPH_GAP = 1.3
# Steps from line to line that differ by at most this share are the same; a sentence that runs on
# is followed over steps this much larger.
SAME_PITCH, RUNS_ON = 1.06, 2.0
SENTENCE_END = (".", "!", "?", ":")
# The tightest line pitch of text (em); less is a superscript or an overlap.
MIN_PITCH = 0.9
# The rest of a torn word is at most this long (letters); longer ones are words.
SCRAP = 4
# A header that is repeated after a page break has at most so many rows.
HEAD_ROWS = 8
_WIDE = frozenset("mw")
_NARROW = frozenset("ijltfr.,;:)")
_SHORT_WORDS = frozenset(
    ("och", "att", "i", "av", "på", "är", "en", "ett", "som", "för", "den", "det", "de", "dem",
     "med", "till", "inom", "kan", "har", "om", "ej", "inte", "var", "vid", "än", "man", "men",
     "ska", "sin", "sitt", "sina", "från", "ur", "över", "hos", "mot", "bra", "så", "nu", "där",
     "då", "när", "blir", "mer", "per", "ca", "år", "nya", "ny", "utan", "även", "båda",
     "mnkr", "tkr", "kr", "st", "dgr", "dag", "tid", "fler", "helt", "barn", "unga", "stöd",
     "vård", "ger", "ges", "få", "får", "fått", "in", "ut", "upp", "ned", "ha", "hade", "vara")
)  # fmt: skip
# The line pitch taken for a table without any wrapped cell (em).
DEFAULT_PITCH = 1.25


@define(weakref_slot=False)
class DraftCell:
    """One cell: what stands in it, and later its paragraphs, each a list of printed lines.

    `settled` is set once the runs of a cell that has some were let go.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    page: int
    runs: list[Run] = field(factory=list)
    hidden: list[Run] = field(factory=list)
    fill: Colour | None = None
    mark: Colour | None = None
    drawn: bool = False
    paragraphs: list[list[str]] = field(factory=list)
    lines: list[Line] = field(factory=list)
    strong: bool = False
    undecided: bool = False
    settled: bool = False

    @property
    def filled(self) -> bool:
        """Whether any text was placed in it."""
        return self.settled or bool(self.runs)

    @property
    def text(self) -> str:
        """Its text: lines joined, paragraphs parted by blank lines."""
        return "\n\n".join([t for t in map(join_ended, self.paragraphs) if t])


@define
class DraftTable:
    """A table, or the piece of one that stands on a page.

    `edges` are the x positions of its column borders, `drawn` ones or such as follow the texts.
    `open_top` and `open_bottom` tell that a ruled table has no rule there, as where a page break
    cuts a row. `striped` tells that shades part rows, not rules alone.
    """

    cells: list[DraftCell]
    edges: list[float]
    box: Box
    page: int
    ruled: bool = False
    open_top: bool = False
    open_bottom: bool = False
    header_rows: int = 0
    drawn: bool = True
    striped: bool = False

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max([c.row + c.rowspan for c in self.cells], default=0)

    @property
    def columns(self) -> int:
        """Number of columns."""
        return max((c.column + c.colspan for c in self.cells), default=0)

    def row(self, number: int) -> list[DraftCell]:
        """The cells that start in a row, from left to right."""
        return sorted((c for c in self.cells if c.row == number), key=lambda c: c.column)


def finish(table: DraftTable) -> DraftTable:
    """Turn the runs of every cell into paragraphs, drop empty rows and columns, find headers."""
    for cell in table.cells:
        cell.lines = make_lines(cell.runs) if cell.runs else []
    pitch = _pitch(table)
    for cell in table.cells:
        fill_cell(cell, pitch)
    _drop_empty(table)
    table.header_rows = header_rows(table)
    return table


def settle(table: DraftTable, *, opens: bool, ends: bool, fold: bool) -> None:
    """Let go of the runs of a finished table, and of the lines that nobody asks for again.

    `opens` and `ends` tell whether it is the first and the last table of its page: its rows next
    to the page break keep their lines, and so does a table whose rows may go on without rules;
    with `fold` in little room.
    """
    last = table.rows
    head = max(HEAD_ROWS, table.header_rows)
    whole = not (table.ruled or table.drawn)
    # one for all cells of the table: to none of them anything is added any more
    runs: list[Run] = []
    lines: list[Line] = []
    none: list[list[str]] = []
    for cell in table.cells:
        cell.settled, cell.runs = cell.filled, runs
        cell.hidden = cell.hidden or runs
        # a list that has grown takes more room than a copy of it
        cell.paragraphs = [texts[:] for texts in cell.paragraphs] or none
        if whole or (opens and cell.row <= head) or (ends and cell.row + cell.rowspan >= last):
            for line in cell.lines if fold else ():
                line.fold()
        else:
            cell.lines = lines


def fill_cell(cell: DraftCell, pitch: float) -> None:
    """Set a cell's paragraphs from its lines. `pitch` is the table's line pitch in em."""
    cell.paragraphs = []
    cell.strong = False
    if not cell.lines:
        return
    cell.strong = all(line.bold for line in cell.lines)
    before: Line | None = None
    loose = _leading(cell)
    for line in cell.lines:
        runs = line.runs
        if not before or (
            _starts(before, line, pitch) and not _flows(before, line, cell, max(loose, pitch))
        ):
            cell.paragraphs.append([])
            if bullet(line) and (is_symbol(runs[0]) or runs[0].text == "o"):
                # the sign's own code means nothing outside its font
                runs = runs[1:]
        text = line.ended_text if runs is line.runs else ended_text(runs)
        paragraph = cell.paragraphs[-1]
        if paragraph and before is not None and _torn(before, line, cell):
            paragraph[-1] = paragraph[-1].rstrip(BROKEN_INSIDE + " ") + text
        else:
            paragraph.append(text)
        before = line


def _starts(before: Line, line: Line, pitch: float) -> bool:
    gap = line.baseline - before.baseline
    return gap > PARAGRAPH_GAP * pitch * max(line.size, before.size) or bool(bullet(line))


def _leading(cell: DraftCell) -> float:
    """The step from line to line (em) in a cell of several lines equally far apart, else 0.

    Lines that all end a sentence are as many paragraphs.
    """
    if len(cell.lines) < 3:
        return 0.0
    steps = [(b.baseline - a.baseline) / max(a.size, b.size) for a, b in pairwise(cell.lines)]
    if max(steps) > SAME_PITCH * min(steps):
        return 0.0
    if all(line.text.rstrip().endswith(SENTENCE_END) for line in cell.lines):
        return 0.0
    return min(steps)


def _flows(before: Line, line: Line, cell: DraftCell, pitch: float) -> bool:
    """Whether a text goes on over a wide step: its lines are full, and spaced so throughout.

    Also where a sentence plainly runs on, if the lines are not too far apart.
    """
    if bullet(line) or before.size != line.size:
        return False
    step = (line.baseline - before.baseline) / line.size
    right = cell.box.x1 - max(0.0, min(x.x0 for x in cell.lines) - cell.box.x0)
    if fits(before, line, right):
        return False
    runs_on = line.text[:1].islower() and not before.text.rstrip().endswith(SENTENCE_END)
    return step <= (RUNS_ON if runs_on else SAME_PITCH) * pitch


def _torn(before: Line, line: Line, cell: DraftCell) -> bool:
    """Whether a word too long for its cell was torn without a hyphen between two lines."""
    if len(before.runs) != 1 or not before.text[-1:].isalpha() or before.runs[0].followed:
        return False  # a blank drawn behind a word ends it
    scrap = line.runs[0].text
    if not (scrap[:1].islower() or scrap[:1] in ".,;)") or scrap in _SHORT_WORDS:
        return False
    padding = before.x0 - cell.box.x0
    full = before.x1 + _letter_width(scrap[0]) * line.size > cell.box.x1 - padding
    # a torn word leaves a scrap; a whole word after a full line is the commoner case
    return full and 0 < padding < 12 and len(scrap) <= SCRAP


def _letter_width(letter: str) -> float:
    """About how wide a letter is, in em, leaning to the narrow side."""
    if letter in _WIDE:
        return 0.75
    return 0.25 if letter in _NARROW else 0.48


def _pitch(table: DraftTable) -> float:
    """The table's line pitch in em: the smallest that occurs more than by accident."""
    found = []
    for cell in table.cells:
        if len(cell.lines) < 2:
            continue
        for a, b in pairwise(cell.lines):
            ratio = (b.baseline - a.baseline) / max(a.size, b.size)
            if ratio >= MIN_PITCH:
                found.append(ratio)
    if not found:
        return DEFAULT_PITCH
    return min(found) if min(found) < 2 else DEFAULT_PITCH


def _drop_empty(table: DraftTable) -> None:
    """Remove rows and columns that hold nothing at all (double rules, margins of a frame)."""
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    for cell in table.cells:
        if cell.drawn or cell.runs or cell.mark or cell.fill or cell.hidden:
            if cell.rowspan == cell.colspan == 1:
                used_rows.add(cell.row)
                used_columns.add(cell.column)
                continue
            used_rows.update(range(cell.row, cell.row + cell.rowspan))
            used_columns.update(range(cell.column, cell.column + cell.colspan))
    row_map = _renumbered(used_rows)
    column_map = _renumbered(used_columns)
    kept = []
    for cell in table.cells:
        if cell.rowspan == cell.colspan == 1:
            if cell.row in row_map and cell.column in column_map:
                cell.row, cell.column = row_map[cell.row], column_map[cell.column]
                kept.append(cell)
            continue
        rows = [r for r in range(cell.row, cell.row + cell.rowspan) if r in row_map]
        columns = [c for c in range(cell.column, cell.column + cell.colspan) if c in column_map]
        if rows and columns:
            cell.row, cell.rowspan = row_map[rows[0]], len(rows)
            cell.column, cell.colspan = column_map[columns[0]], len(columns)
            kept.append(cell)
    table.cells = sorted(kept, key=attrgetter("row", "column"))
    if len(table.edges) == max(used_columns, default=-1) + 2 or len(column_map) < len(table.edges):
        keep = [table.edges[c] for c in sorted(used_columns) if c < len(table.edges)]
        last = max(used_columns, default=0) + 1
        table.edges = keep + ([table.edges[last]] if last < len(table.edges) else [])


def _renumbered(used: set[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate(sorted(used))}


def header_rows(table: DraftTable) -> int:
    """How many leading rows are headers by their looks: shaded or bold, unlike what follows."""
    rows: list[list[DraftCell]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=attrgetter("column")):
        rows[cell.row].append(cell)
    count = 0
    shade = _shade(rows[0]) if rows else None
    if shade is not None and _banded(rows, shade):
        shade = None
    while count < len(rows) - 1:
        row = [c for c in rows[count] if c.filled]
        spanned = not rows[count]
        shaded = shade is not None and _shade(rows[count]) == shade
        bold = (
            len(row) >= 2
            and all(c.strong for c in row)
            and (shade is None or _shade(rows[count]) is not None)
        )
        if not (shaded or bold or (spanned and count)) or _is_sum(row):
            break
        count += 1
        reach = max((c.row + c.rowspan for c in rows[count - 1]), default=count)
        count = max(count, min(reach, len(rows)))
    # a table of nothing but headers is a table whose looks say nothing
    body = rows[count:]
    if count and (not body or all(_looks_like_head(r, shade) for r in body)):
        return 0 if not body or shade is not None or len(rows) > count + 1 else count
    return count


def _is_sum(row: list[DraftCell]) -> bool:
    """Whether a row has a label and figures, as sums have, and years and numbers in order not."""
    if len(row) < 2 or is_numeric(row[0].text):
        return False
    figures = [c.text for c in row[1:] if is_numeric(c.text) and any(map(str.isdigit, c.text))]
    if all(len(f) == 4 and f[:2] in ("19", "20") for f in figures):
        return False
    counted = [str(n) for n in range(1, len(figures) + 1)]
    return 2 * len(figures) >= len(row) - 1 and figures != counted


def _looks_like_head(row: list[DraftCell], shade: Colour | None) -> bool:
    filled = [c for c in row if c.filled]
    if shade is not None:
        return _shade(row) == shade
    return bool(filled) and all(c.strong for c in filled)


def _shade(row: list[DraftCell]) -> Colour | None:
    fills = {c.fill for c in row if c.fill is not None or c.filled}
    return next(iter(fills)) if len(fills) == 1 else None


def _banded(rows: list[list[DraftCell]], shade: Colour) -> bool:
    """Whether every other row has this shade: stripes, not a header."""
    same = [_shade(row) == shade for row in rows]
    return len(rows) > 3 and all(same[2::2]) and not any(same[1::2])
