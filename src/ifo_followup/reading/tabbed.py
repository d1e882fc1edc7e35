"""Tables in plain text whose cells are separated by tabs."""

import re
from collections.abc import Sequence

from attrs import evolve

from ifo_followup.document import Cell, Join, Table, TextLine
from ifo_followup.limits import Limits
from ifo_followup.model.values import Place
from ifo_followup.reading.bounds import check_grid
from ifo_followup.reading.lost_tabs import (
    MOST_TOGETHER,
    goes_on_below,
    is_amount,
    is_label,
    repeats,
    spaced_cells,
    undecided_cells,
)
from ifo_followup.reading.remnants import strip_remnants
from ifo_followup.swedish.text import join_lines

_BULLETS = frozenset(("-", "–", "—", "•", "·", "*", "o", "▪", "◦", "‣", "\uf0b7", "\uf0a7"))
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?")
# words that a row must start with, after an empty first cell, to be the rest of a broken row
_PROSE_WORDS = 5


def is_row(text: str) -> bool:
    """Whether a line is a row: it holds a tab and something else."""
    return "\t" in text and bool(text.strip())


def untabbed(rows: Sequence[TextLine]) -> bool:
    """Whether tabs only set off bullets, section numbers or an indent: no table at all."""
    parts = [[part.strip() for part in line.text.split("\t")] for line in rows]
    if all(sum(map(bool, cells)) <= 1 and not cells[0] and len(cells) == 2 for cells in parts):
        return True
    firsts = [[part for part in cells if part] for cells in parts]
    if all(len(cells) == 2 and cells[0] in _BULLETS for cells in firsts):
        return True
    return len(rows) == 1 and len(firsts[0]) == 2 and bool(_SECTION.fullmatch(firsts[0][0]))


def continues(rows: Sequence[str], row: str) -> bool:
    """Whether a row after a blank line obviously belongs to the table above it.

    It has as many cells, or fewer where trailing tabs were stripped, and either goes on in the
    middle of a sentence, or repeats a word that the same column holds above ("Grön" below
    "Grön"). A repeated header starts a new table.
    """
    cells = row.split("\t")
    sizes = {text.count("\t") + 1 for text in rows}
    # rows of different lengths have lost their last tabs
    fits = len(cells) == max(sizes) or (len(sizes) > 1 and 1 < len(cells) < max(sizes))
    if not fits or row == rows[0]:
        return False
    if _breaks_off(cells):
        return True
    above = [text.split("\t") for text in rows]
    # a second header row has nothing above the row labels
    headers = 2 if len(above) > 1 and not above[1][0].strip() else 1
    return repeats(cells, above[headers:]) and not repeats(cells, above[:headers])


def rest_of_table(lines: Sequence[TextLine], start: int, end: int) -> tuple[list[TextLine], int]:
    """Rows without tabs at `end`, where the rows [start, end) are followed by more of them.

    Returns them with tabs in, and the line behind the last one: a tabbed row of the same table, or
    `end` where nothing goes on.
    """
    above = [line.text.split("\t") for line in lines[start:end] if line.text.strip()]
    width = max(map(len, above))
    after = end
    while after < len(lines) and lines[after].text.strip() and not is_row(lines[after].text):
        after += 1
    odd = lines[end:after]
    if not odd:
        return [], end
    if after == len(lines) or not lines[after].text.strip():
        # the last row, with nothing below it: only if its spaces make it one
        cells = spaced_cells(odd[0].text, width) if len(odd) == 1 and width > 2 else None
        if cells is None or len(above) < 2 or not all(map(is_amount, cells[1:])):
            return [], end
        return [_tabbed(odd[0], cells)], after
    below = lines[after].text.split("\t")
    if len(odd) > MOST_TOGETHER or not goes_on_below(above, below):
        return [], end
    rows = [_row_without_tabs(line, width) for line in odd]
    mended = [row for row in rows if row is not None]
    return (mended, after) if len(mended) == len(rows) else ([], end)


def breaks_table(lines: Sequence[TextLine], start: int, end: int) -> bool:
    """Whether a line without tabs parts the rows [start, end) from rows that go on below it."""
    below = end + 1
    if below >= len(lines) or not lines[end].text.strip() or not is_row(lines[below].text):
        return False
    above = [line.text.split("\t") for line in lines[start:end] if line.text.strip()]
    return goes_on_below(above, lines[below].text.split("\t"))


def _row_without_tabs(line: TextLine, width: int) -> TextLine | None:
    cells = spaced_cells(line.text, width) or undecided_cells(line.text)
    if cells is None and not is_label(line.text):
        return None
    return _tabbed(line, cells or (line.text.strip(),))


def _tabbed(line: TextLine, cells: Sequence[str]) -> TextLine:
    return evolve(line, text="\t".join(cells))


def table_from_rows(lines: Sequence[TextLine], place: Place, limits: Limits) -> Table:
    """Build a table from its lines; a row broken by a blank line is mended."""
    rows: list[_Row] = []
    joins: list[Join] = []
    gap = False
    for line in lines:
        if not line.text.strip():
            gap = True
            continue
        cells = line.text.split("\t")
        if gap and rows:
            at = Place(page=None, first_line=line.number, last_line=line.number)
            broken = _breaks_off(cells)
            row = len(rows) - 1 if broken else len(rows)
            reason = "a row broken by a blank line" if broken else "same columns after a blank line"
            joins.append(Join(row=row, reason=reason, place=at))
            if broken:
                rows[-1].extend(cells, line.number)
                gap = False
                continue
        rows.append(_Row(cells, line.number))
        gap = False
    return Table(cells=_cells(rows, limits), place=place, joins=tuple(joins))


class _Row:
    """Raw cells of one row and the lines it stands on."""

    def __init__(self, cells: Sequence[str], number: int) -> None:
        self.texts = [_clean(cell) for cell in cells]
        self.first = self.last = number

    def extend(self, cells: Sequence[str], number: int) -> None:
        """Append the rest of a broken row, cell by cell."""
        for column, text in enumerate(map(_clean, cells)):
            if not text:
                continue
            before = self.texts[column]
            goes_on = before[-1:] not in (".", "!", "?", ":", "")
            parts = [before, text]
            self.texts[column] = join_lines(parts) if goes_on else "\n\n".join(filter(None, parts))
        self.last = number


def _cells(rows: Sequence[_Row], limits: Limits) -> tuple[Cell, ...]:
    width = max((len(row.texts) for row in rows), default=0)
    check_grid(len(rows), width, f"line {rows[0].first if rows else 1}", limits)
    out: list[Cell] = []
    for index, row in enumerate(rows):
        place = Place(first_line=row.first, last_line=row.last)
        texts = row.texts + [""] * (width - len(row.texts))
        spans = _header_spans(texts, rows[1].texts) if index == 0 and len(rows) > 1 else {}
        covered = 0
        for column, text in enumerate(texts):
            if column < covered:
                continue
            span = spans.get(column, 1)
            covered = column + span
            out.append(Cell(text=text, row=index, column=column, colspan=span, place=place))
    return tuple(out)


def _header_spans(top: Sequence[str], below: Sequence[str]) -> dict[int, int]:
    """Columns of the first row that reach over empty cells with a second header row below.

    "Aug", "", "" above "Utfall", "Budget", "Avvikelse" is one cell over three columns. The
    second row must have an empty first cell, else it is a row of data.
    """
    if below[0]:
        return {}
    spans: dict[int, int] = {}
    for column, text in enumerate(top):
        if not text or column >= len(below) or not below[column]:
            continue
        end = column + 1
        while end < len(top) and not top[end] and end < len(below) and below[end]:
            end += 1
        spans[column] = end - column
    return spans


def _breaks_off(cells: Sequence[str]) -> bool:
    """Whether a row reads as the rest of another: small letters, or prose after an empty cell."""
    first = next((text for text in map(_clean, cells) if text), "")
    if first[:1].islower():
        return True
    return not cells[0].strip() and len(first.split()) >= _PROSE_WORDS


def _clean(cell: str) -> str:
    paragraphs = strip_remnants(cell).split("\n\n")
    return "\n\n".join(
        text for text in (join_lines(part.split("\n")) for part in paragraphs) if text
    )
