"""From lines of plain text to the blocks that a document with geometry would have had.

A text layer without positions has lost its tables and headings. With what a layout declares they
are found again: first where each declared table begins, then its rows, then tables of numbers,
and what is left is headings, paragraphs and bullets. The result goes the same way as any other
document; nothing behind this module knows that it was text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from ifo_followup.document import Block, Cell, Document, Furniture, Lines, Table
from ifo_followup.layouts.aligned import is_aligned, row_below
from ifo_followup.layouts.amount_rows import Reading, read_rows
from ifo_followup.layouts.declare import CellKind, Column, Layout, TableLayout, TableRole
from ifo_followup.layouts.headings import Outline, is_chapter
from ifo_followup.layouts.heads import match_words
from ifo_followup.layouts.money_heads import speaks_of_money
from ifo_followup.layouts.numeric import NumericRun, find_runs, row_labels, split_lines
from ifo_followup.layouts.numeric_heads import (
    heads_in,
    meanings_of,
)
from ifo_followup.layouts.numeric_table import head_cell, header_cells, numeric_header
from ifo_followup.layouts.overviews import read_overview
from ifo_followup.layouts.prose import read_prose
from ifo_followup.layouts.row_cells import CellMaker
from ifo_followup.layouts.rows import Segmentation, segment
from ifo_followup.layouts.signs import signs_of
from ifo_followup.layouts.tokens import (
    Gap,
    Habits,
    habits_of,
    line_end,
    place_of,
    text_of,
    tokenize,
    usual_tail,
)
from ifo_followup.model.findings import Finding
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.words import ASSESSMENTS, says_not_measured

_LONGEST_ASSESSMENT = 60  # characters, in one cell
_HEADER_WORDS = 70


@frozen
class _Start:
    """A table that begins at a word: its layout, its header cells and the first word behind."""

    layout: TableLayout
    heads: tuple[str, ...]
    columns: tuple[int, ...]
    end: int


def recover(document: Document, layout: Layout) -> tuple[Document, tuple[Finding, ...]]:
    """Find headings, paragraphs, bullets and tables in the document's plain text.

    Blocks that are no plain text stay as they are. Bullets and hyphens that go are furniture.
    """
    findings: list[Finding] = []
    blocks: list[Block] = []
    signs: list[Furniture | None] = []
    outline = Outline(layout.headings)
    habits = habits_of(document)
    for block in document.blocks:
        if isinstance(block, Lines):
            found = tuple(_Recovery(layout, block, outline, findings, habits).blocks())
            blocks.extend(found)
            signs.append(signs_of(block, found))
        else:
            blocks.append(block)
    furniture = (*document.furniture, *filter(None, signs))
    return evolve(document, blocks=tuple(blocks), furniture=furniture), tuple(findings)


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
        self.made = CellMaker(self.tokens, findings, usual_tail(self.tokens))
        self.captions = tuple(squash(c) for c in layout.captions)
        self.labels = {squash(w).rstrip(":") for label in layout.labels for w in label.words}

    def blocks(self) -> Iterator[Block]:
        """The blocks of the stretch, in order."""
        at = begin = 0
        tokens = self.tokens
        while at < len(tokens):
            if tokens[at].gap is Gap.SPACE:
                at += 1
                continue
            start = self._table_at(at)
            if start is not None:
                # first what stands before it: the headings there tell which heading ends it
                yield from self._free(begin, at)
                begin = at
            found = self._read_table(at, start) if start else self._overview(at)
            if found is None:
                at += 1
                continue
            table, end = found
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

    def _read_table(self, at: int, start: _Start) -> tuple[Table, int] | None:
        stop = self._stop(start.end, start.layout)
        columns = [start.layout.columns[n] for n in start.columns]
        printed = set(self.squashed[start.end : stop])
        trailing = [
            column
            for n, column in enumerate(start.layout.columns)
            if "" in column.heads
            and n > start.columns[-1]
            and printed.intersection(map(squash, column.markers))
        ]
        every = [*columns, *trailing]
        strip = start.layout.role is TableRole.MONTH_STRIP
        if strip and is_aligned(self.tokens, at, start.end):
            found = row_below(self.tokens, at, start.end)
        else:
            found = self._segment(every, start.end, stop)
        if found is not None and start.layout.role is TableRole.INDICATORS:
            again = self._name_again(start.end, found)
            if again is not None:
                found = self._segment(every, start.end, again)
        if found is None:
            self.made.tell_no_rows(start.heads, (at, stop))
            return None
        self.made.tell_texts(found.rows, every, start.end)
        if start.layout.role is TableRole.UNIT_RESULTS:
            self.made.tell_dark(found.rows, every, start.end)
        heads = (*start.heads, *("" for _ in trailing))
        above = place_of(self.tokens[at : start.end])
        cells = [head_cell(head, 0, n, above) for n, head in enumerate(heads)]
        for number, row in enumerate(found.rows, start=1):
            cells.extend(self.made.cells(row, number, start.end, columns))
        end = start.end + found.end
        place = place_of(self.tokens[at:end])
        kept = tuple(cell for cell in cells if cell.text or cell.header)
        return Table(cells=kept, place=place, header_rows=1), end

    def _segment(self, columns: Sequence[Column], begin: int, end: int) -> Segmentation | None:
        words = self.tokens[begin:end]
        openers = tuple(filter(None, (self.layout.unit_prefix, self.layout.new_mark)))
        return segment(columns, words, openers, self.made.tail)

    def _name_again(self, base: int, found: Segmentation) -> int | None:
        """Where a paragraph repeats the name of a row above: there begins what is said of it."""
        ends: dict[str, int] = {}
        for row in found.rows:
            label = next((cell for cell in row.cells if cell is not None), None)
            if label is not None:
                words = self.squashed[base + label[0] : base + label[1]]
                ends.setdefault("".join(words), base + label[1])
        begin = base
        text = ""
        for at in range(base, base + found.end):
            if self.tokens[at].gap is Gap.BLANK:
                if ends.get(text, begin + 1) <= begin:
                    return begin
                begin, text = at, ""
            text += self.squashed[at]
        return begin if ends.get(text, begin + 1) <= begin else None

    def _overview(self, at: int) -> tuple[Table, int] | None:
        if all(table.role is not TableRole.OVERVIEW for table in self.layout.tables):
            return None
        return read_overview(self.tokens, at)

    def _stop(self, begin: int, layout: TableLayout) -> int:
        """Where a table must have ended: a heading, label, caption, or the next table's header."""
        tokens = self.tokens
        for at in range(begin, len(tokens)):
            if tokens[at].gap is Gap.SPACE or at == begin:
                continue
            line = self._line_text(at)
            squashed = squash(line)
            if squashed.startswith(self.captions) and self.captions:
                return at
            if line[0].isupper() and squashed.rstrip(":") in self.labels:  # no rest of a cell
                return at
            if any(squashed.startswith(squash(g)) for g in self.layout.goal_headings):
                return at
            if self._stands_alone(at) and self._is_heading(at, line, layout):
                return at
            if self._table_at(at) is not None or self._money_at(at):
                return at
        return len(tokens)

    def _is_heading(self, at: int, line: str, layout: TableLayout) -> bool:
        """Whether a line below a table's header is a heading, and not values of a row of it.

        "4 Mätning genomförs i höst" is a value and what stands for the next one, "5 Inte uppfyllt"
        one and the assessment behind it, whatever lines they were wrapped in.
        """
        numbered = self.outline.peek(line)
        if numbered is None:
            return is_chapter(self.outline, self.layout, line)
        if all(column.kind is not CellKind.MEASURE for column in layout.columns):
            return True
        whole = self._paragraph(at).removeprefix(numbered.number).strip()
        assessed = len(whole) <= _LONGEST_ASSESSMENT and ASSESSMENTS.lookup(whole) is not None
        return not (assessed or says_not_measured(numbered.title))

    def _stands_alone(self, at: int) -> bool:
        """A heading begins a paragraph or a page; a page leaves a space before its first line."""
        token = self.tokens[at]
        return token.gap is Gap.BLANK or token.spaces > 0 or self._line_text(at).isupper()

    def _money_at(self, at: int) -> bool:
        """Whether the header of a money table begins here: its unit, and heads of columns."""
        end = line_end(self.tokens, at)
        return (
            end - at < _HEADER_WORDS
            and speaks_of_money([self._line_text(at)])
            and (heads_in(self.tokens, at, end) > 1)
        )

    def _paragraph(self, at: int) -> str:
        end = line_end(self.tokens, at)
        while end < len(self.tokens) and self.tokens[end].gap is not Gap.BLANK:
            end = line_end(self.tokens, end)
        return text_of(self.tokens[at:end])

    def _line_text(self, at: int) -> str:
        return " ".join(token.text for token in self.tokens[at : line_end(self.tokens, at)])

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
        count, header = numeric_header(tokens, run, floor)
        if header is None and count > 1:
            if len(run.rows) > 1:  # a line of prose may end in numbers too
                self.made.tell_unread(run)
            return None
        start = header.start if header else run.start
        cells = (
            list(header_cells(header, place_of(tokens[header.start : header.end])))
            if header
            else []
        )
        depth = len(header.rows) if header else 0
        meanings = meanings_of(header, count)
        readings: list[Reading | None] = read_rows(tokens, run, count, meanings, self.made.tail)
        if header is None and any(r.values and r.label[0] == r.values[0] for r in run.rows):
            return None  # figures without a head and without a label are no table
        if readings.count(None) * 2 > len(readings):
            readings = [None] * len(readings)  # then the number of columns is in doubt
        bare = split_lines(tokens, header.end, run.start) if header else ()
        for label in (tokens[slice(*words)] for words in row_labels(tokens, bare)):
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
                cells.append(self.made.undecided(row.values or row.label, number, count))
                continue
            cells.extend(
                Cell(text=value, row=number, column=n, place=place)
                for n, value in enumerate(reading.values, start=1)
                if value
            )
        place = place_of(tokens[start : run.end])
        heads = len(header.rows) if header else 0
        return start, Table(cells=tuple(cells), place=place, header_rows=heads)
