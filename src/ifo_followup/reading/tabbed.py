"""Tables in plain text whose cells are separated by tabs."""

import re
from collections.abc import Sequence

from ifo_followup.document import Cell, Join, Table, TextLine
from ifo_followup.model.values import Place
from ifo_followup.reading.bounds import check_grid
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

    It has as many cells and either goes on in the middle of a sentence, or repeats a word that
    the same column holds above ("Grön" below "Grön"). A repeated header starts a new table.
    """
    cells = row.split("\t")
    if len(cells) != max(text.count("\t") for text in rows) + 1 or row == rows[0]:
        return False
    if _breaks_off(cells):
        return True
    above = [text.split("\t") for text in rows]
    # a second header row has nothing above the row labels
    headers = 2 if len(above) > 1 and not above[1][0].strip() else 1
    return _repeats(cells, above[headers:]) and not _repeats(cells, above[:headers])


def _repeats(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a cell stands in the same column of one of the rows."""
    return any(
        cell.strip() and any(column < len(row) and row[column] == cell for row in rows)
        for column, cell in enumerate(cells)
    )


def table_from_rows(lines: Sequence[TextLine], place: Place) -> Table:
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
    return Table(cells=_cells(rows), place=place, joins=tuple(joins))


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


def _cells(rows: Sequence[_Row]) -> tuple[Cell, ...]:
    width = max((len(row.texts) for row in rows), default=0)
    check_grid(len(rows), width, f"line {rows[0].first if rows else 1}")
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
