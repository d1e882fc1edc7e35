"""From lines of plain text to the blocks that a document with geometry would have had.

A text layer without positions has lost its tables and headings. With what a layout declares they
are found again: first where each declared table begins, then its rows, then tables of numbers,
and what is left is headings, paragraphs and bullets. The result goes the same way as any other
document; nothing behind this module knows that it was text.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import evolve, frozen

from ifo_followup.document import Block, Cell, Document, Lines, Table
from ifo_followup.layouts.amount_rows import Reading, agreement_of, column_counts, read_rows
from ifo_followup.layouts.arithmetic import Agreement
from ifo_followup.layouts.declare import Column, Layout, TableLayout, TableRole
from ifo_followup.layouts.headings import Outline, is_chapter
from ifo_followup.layouts.heads import match_words
from ifo_followup.layouts.money_heads import speaks_of_money
from ifo_followup.layouts.numeric import NumericRun, find_runs, split_lines
from ifo_followup.layouts.numeric_heads import (
    Header,
    heads_in,
    meanings_of,
    money_header,
    statistics_header,
)
from ifo_followup.layouts.prose import read_prose
from ifo_followup.layouts.rows import RowCells, doubtful_columns, segment
from ifo_followup.layouts.tokens import Gap, Habits, habits_of, place_of, text_of, tokenize
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.values import Place, Source
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.words import ASSESSMENTS

_HEADER_WORDS = 70
_NUMBERED_NAME = re.compile(r"[0-9]{1,2}:\s[^:]{1,60}?(?=\s[0-9]{1,2}:\s|$)")


@frozen
class _Start:
    """A table that begins at a word: its layout, its header cells and the first word behind."""

    layout: TableLayout
    heads: tuple[str, ...]
    columns: tuple[int, ...]
    end: int


def recover(document: Document, layout: Layout) -> tuple[Document, tuple[Finding, ...]]:
    """Find headings, paragraphs, bullets and tables in the document's plain text.

    Blocks that are no plain text stay as they are.
    """
    findings: list[Finding] = []
    blocks: list[Block] = []
    outline = Outline(layout.headings)
    habits = habits_of(document)
    for block in document.blocks:
        if isinstance(block, Lines):
            blocks.extend(_Recovery(layout, block, outline, findings, habits).blocks())
        else:
            blocks.append(block)
    return evolve(document, blocks=tuple(blocks)), tuple(findings)


class _Recovery:
    """One stretch of lines."""

    def __init__(
        self,
        layout: Layout,
        lines: Lines,
        outline: Outline,
        findings: list[Finding],
        habits: Habits,
    ) -> None:
        self.habits = habits
        self.layout = layout
        self.tokens = tokenize(lines.lines)
        self.squashed = [squash(token.text) for token in self.tokens]
        self.outline = outline
        self.findings = findings
        self.starts: dict[int, _Start | None] = {}
        self.captions = tuple(squash(c) for c in layout.captions)

    def blocks(self) -> Iterator[Block]:
        """The blocks of the stretch, in order."""
        at = begin = 0
        tokens = self.tokens
        while at < len(tokens):
            if tokens[at].gap is Gap.SPACE:
                at += 1
                continue
            start = self._table_at(at)
            table, end = self._read_table(at, start) if start else self._overview(at)
            if table is None:
                at += 1
                continue
            yield from self._free(begin, at)
            yield table
            at = begin = end
        yield from self._free(begin, len(tokens))

    def _table_at(self, at: int) -> _Start | None:
        """The declared table whose header begins at a word; the one with most heads wins."""
        if at not in self.starts:
            self.starts[at] = self._find_start(at)
        return self.starts[at]

    def _find_start(self, at: int) -> _Start | None:
        squashed, ends = "", []
        for word in self.squashed[at : at + _HEADER_WORDS]:
            squashed += word
            ends.append(len(squashed))
        best: _Start | None = None
        for layout in self.layout.tables:
            found = match_words(layout.columns, squashed)
            if found is None or len(found) < 2:
                continue
            offsets = [0, *(end for _, _, end in found)]
            if any(offset not in ends for offset in offsets[1:]):
                continue
            words = [0 if o == 0 else ends.index(o) + 1 for o in offsets]
            if any(self._broken(at + a, at + b) for a, b in pairwise(words)):
                continue
            heads = tuple(
                text_of(self.tokens[at + a : at + b]).replace("\n\n", " ")
                for a, b in pairwise(words)
            )
            columns = tuple(layout.columns.index(column) for column, _, _ in found)
            start = _Start(layout, heads, columns, at + words[-1])
            if best is None or len(start.heads) > len(best.heads):
                best = start
        return best

    def _broken(self, begin: int, end: int) -> bool:
        """A header cell has no empty line in it."""
        return any(token.gap is Gap.BLANK for token in self.tokens[begin + 1 : end])

    def _read_table(self, at: int, start: _Start) -> tuple[Table | None, int]:
        stop = self._stop(start.end)
        columns = [start.layout.columns[n] for n in start.columns]
        trailing = [
            column
            for n, column in enumerate(start.layout.columns)
            if "" in column.heads and column.markers and n > start.columns[-1]
        ]
        found = segment(
            [*columns, *trailing], self.tokens[start.end : stop], self.layout.unit_prefix
        )
        if found is None:
            return None, at
        heads = (*start.heads, *("" for _ in trailing))
        above = place_of(self.tokens[at : start.end])
        cells = [_head_cell(head, 0, n, above) for n, head in enumerate(heads)]
        for number, row in enumerate(found.rows, start=1):
            cells.extend(self._row_cells(row, number, start.end, columns))
        end = start.end + found.end
        place = place_of(self.tokens[at:end])
        kept = tuple(cell for cell in cells if cell.text or cell.header)
        return Table(cells=kept, place=place, header_rows=1), end

    def _overview(self, at: int) -> tuple[Table | None, int]:
        """Numbered names on one line, as many lights on the next: "1: Kvalitet 2: Ekonomi"."""
        layout = next((t for t in self.layout.tables if t.role is TableRole.OVERVIEW), None)
        heads = _NUMBERED_NAME.findall(self._line_text(at)) if layout else []
        if len(heads) < 2 or not re.match(r"[0-9]{1,2}:\s", heads[0]):
            return None, at
        end = self._line_end(at)
        lights = end
        while lights < len(self.tokens) and lights - end < len(heads):
            if ASSESSMENTS.lookup(self.tokens[lights].text) is None:
                return None, at
            lights += 1
        above = place_of(self.tokens[at:end])
        cells = [_head_cell(head.strip(), 0, n, above) for n, head in enumerate(heads)]
        for n, token in enumerate(self.tokens[end:lights]):
            cells.append(Cell(text=token.text, row=1, column=n, place=place_of([token])))
        return Table(
            cells=tuple(cells), place=place_of(self.tokens[at:lights]), header_rows=1
        ), lights

    def _row_cells(
        self, row: RowCells, number: int, base: int, columns: Sequence[Column]
    ) -> Iterator[Cell]:
        """The cells of a row; values that could stand in other columns as well are kept whole."""
        doubtful = doubtful_columns(row, columns, self.tokens, base)
        for n, cell in enumerate(row.cells):
            if cell is not None and n not in doubtful:
                run = self.tokens[base + cell[0] : base + cell[1]]
                yield Cell(text=text_of(run), row=number, column=n, place=place_of(run))
        filled = [cell for n in doubtful if (cell := row.cells[n]) is not None]
        if filled:
            span = (base + filled[0][0], base + filled[-1][1])
            yield self._undecided(span, number, len(doubtful), doubtful[0])

    def _stop(self, begin: int) -> int:
        """Where a table must have ended: a heading, a caption, or the next table's header."""
        tokens = self.tokens
        outline = self.outline
        for at in range(begin, len(tokens)):
            if tokens[at].gap is Gap.SPACE or at == begin:
                continue
            line = self._line_text(at)
            squashed = squash(line)
            if squashed.startswith(self.captions) and self.captions:
                return at
            if any(squashed.startswith(squash(g)) for g in self.layout.goal_headings):
                return at
            if self._stands_alone(at) and (
                outline.peek(line) is not None or is_chapter(outline, self.layout, line)
            ):
                return at
            if self._table_at(at) is not None or self._money_at(at):
                return at
        return len(tokens)

    def _stands_alone(self, at: int) -> bool:
        """A heading begins a paragraph or a page; a page leaves a space before its first line."""
        token = self.tokens[at]
        return token.gap is Gap.BLANK or token.spaces > 0 or self._line_text(at).isupper()

    def _money_at(self, at: int) -> bool:
        """Whether the header of a money table begins here: its unit, and heads of columns."""
        end = self._line_end(at)
        return (
            end - at < _HEADER_WORDS
            and speaks_of_money([self._line_text(at)])
            and (heads_in(self.tokens, at, end) > 1)
        )

    def _line_text(self, at: int) -> str:
        return " ".join(token.text for token in self.tokens[at : self._line_end(at)])

    def _line_end(self, at: int) -> int:
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].gap is Gap.SPACE:
            end += 1
        return end

    def _free(self, begin: int, end: int) -> Iterator[Block]:
        """What stands between declared tables: tables of numbers, and prose."""
        at = begin
        for run in find_runs(self.tokens, begin, end):
            table = self._numeric_table(run, at)
            if table is not None:
                start, block = table
                yield from self._prose(at, start)
                yield block
                at = run.end
        yield from self._prose(at, end)

    def _prose(self, begin: int, end: int) -> Iterator[Block]:
        yield from read_prose(
            self.tokens[begin:end],
            self.layout,
            self.outline,
            self.findings,
            self.habits,
        )

    def _numeric_table(self, run: NumericRun, floor: int) -> tuple[int, Table] | None:
        tokens = self.tokens
        count, header = self._numeric_header(run, floor)
        if header is None and count > 1:
            return None
        start = header.start if header else run.start
        above = place_of(tokens[header.start : header.end]) if header else Place()
        cells = list(_header_cells(header, above)) if header else []
        depth = len(header.rows) if header else 0
        meanings = meanings_of(header, count)
        readings: list[Reading | None] = read_rows(tokens, run, count, meanings)
        if readings.count(None) * 2 > len(readings):
            readings = [None] * len(readings)  # then the number of columns is in doubt
        for line in split_lines(tokens, header.end, run.start) if header else ():
            label = tokens[line.start : line.end]
            cells.append(Cell(text=text_of(label), row=depth, column=0, place=place_of(label)))
            depth += 1
        for number, (row, reading) in enumerate(zip(run.rows, readings, strict=True), start=depth):
            label = tokens[row.label[0] : reading.start if reading else row.label[1]]
            if label:
                cells.append(
                    Cell(
                        text=text_of(label).replace("\n\n", " "),
                        row=number,
                        column=0,
                        place=place_of(label),
                    )
                )
            place = place_of(tokens[slice(*(row.values or row.label))])
            if reading is None:
                cells.append(self._undecided(row.values or row.label, number, count))
                continue
            cells.extend(
                Cell(text=value, row=number, column=n, place=place)
                for n, value in enumerate(reading.values, start=1)
                if value
            )
        place = place_of(tokens[start : run.end])
        heads = len(header.rows) if header else 0
        return start, Table(cells=tuple(cells), place=place, header_rows=heads)

    def _numeric_header(self, run: NumericRun, floor: int) -> tuple[int, Header | None]:
        """How many columns there are, and their heads: what the rows allow and the header names.

        Between several numbers of columns of a money table it decides which adds up best.
        """
        tokens = self.tokens
        counts = column_counts(tokens, run)
        fitting: list[tuple[Agreement, int, int, Header]] = []
        for order, count in enumerate(counts):
            header = money_header(tokens, floor, run.start, count)
            if header is not None:
                fits = agreement_of(tokens, run, count, meanings_of(header, count))
                fitting.append((fits or Agreement(0, Decimal("-inf")), -order, count, header))
        if fitting:
            _, _, count, header = max(fitting, key=lambda found: found[:2])
            return count, header
        for count in counts:
            found = statistics_header(tokens, floor, run.start, count) if count > 1 else None
            if found is not None:
                return count, found
        return min(counts, default=0), None

    def _undecided(self, values: tuple[int, int], row: int, count: int, column: int = 1) -> Cell:
        """Values that can be read in several ways are kept whole, and said so."""
        run = self.tokens[slice(*values)]
        text = text_of(run)
        self.findings.append(
            Finding(
                rule="row-ambiguous",
                severity=Severity.ERROR,
                message="the values of this row can be read in several ways; none was taken",
                source=Source(text=text, place=place_of(run)),
                printed=text,
            )
        )
        return Cell(text=text, row=row, column=column, colspan=max(2, count), place=place_of(run))


def _head_cell(text: str, row: int, column: int, place: Place, span: int = 1) -> Cell:
    """A head, with the lines of them all: words of its neighbours stand between its own."""
    return Cell(text=text, row=row, column=column, colspan=span, place=place, header=True)


def _header_cells(header: Header, place: Place) -> Iterator[Cell]:
    for number, heads in enumerate(header.rows):
        corner, *rest = heads
        yield _head_cell(corner, number, 0, place)
        grouped = number < len(header.rows) - 1
        at = 0
        while at < len(rest):
            stop = at + 1
            while grouped and stop < len(rest) and rest[stop] is rest[at]:
                stop += 1
            yield _head_cell(rest[at], number, at + 1, place, stop - at)
            at = stop
