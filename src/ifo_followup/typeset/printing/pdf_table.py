"""Tables on pages: cells set in their columns, rows broken over pages, rules and shades."""

from collections.abc import Sequence

from attrs import define, evolve, frozen

from ifo_followup.document import Cell, Colour, Table
from ifo_followup.errors import Unprintable
from ifo_followup.typeset.printing.columns import needs, shared
from ifo_followup.typeset.printing.dress import with_holes
from ifo_followup.typeset.printing.look import Rules
from ifo_followup.typeset.printing.pdf_pages import (
    BLACK,
    Dot,
    Pages,
    Shade,
    Stroke,
    Words,
    baseline,
    ends_sentence,
)
from ifo_followup.typeset.printing.pdf_type import Style
from ifo_followup.typeset.printing.wrapping import paragraphs, wrap

# white between a cell's sides and its text, and above and below it (points)
_BESIDE, _ABOVE = 4.0, 3.0
# white between two paragraphs of a cell (em)
_APART = 0.95
# a shape in a cell: its radius, and the room it takes (em)
_DOT, _DOT_ROOM = 0.42, 1.5
# a table is set in smaller type before it is refused: to this size (points), in such steps
_SMALLEST, _STEP = 4.5, 0.5
_PAPER = Colour(255, 255, 255)


@frozen
class _Line:
    """One printed line of a cell; `above` is the white over it."""

    text: str
    style: Style
    colour: Colour
    above: float = 0.0


@define
class _Piece:
    """A cell, or what a page break left of it. `hidden` lines lie under the others."""

    cell: Cell
    lines: list[_Line]
    hidden: list[_Line]
    row: int
    rowspan: int
    open_top: bool = False
    open_bottom: bool = False

    @property
    def end(self) -> int:
        return self.row + self.rowspan


def put_table(pages: Pages, table: Table) -> None:
    """Set a table on the pages.

    Raises:
        Unprintable: it is wider than the page even in the smallest type.
    """
    if not table.cells:
        return
    _Setter(pages, table).put()


class _Setter:
    """Sets one table."""

    def __init__(self, pages: Pages, table: Table) -> None:
        self.pages, self.look = pages, pages.look
        self.table = table
        self.size, widths = self._widths()
        self.edges = [pages.left]
        for width in widths:
            self.edges.append(self.edges[-1] + width)
        self.leading = self.size * self.look.leading
        self.head = [
            self._piece(cell) for cell in with_holes(table) if cell.row < table.header_rows
        ]
        self.body = [
            self._piece(cell) for cell in with_holes(table) if cell.row >= table.header_rows
        ]

    def _widths(self) -> tuple[float, list[float]]:
        size = self.look.table_size
        room = self.look.text_width
        while size >= _SMALLEST:
            style = Style(size, bold=True)  # the wider weight, so that any text fits

            def measure(text: str, style: Style = style) -> float:
                return self.pages.type.width(text.rstrip(" "), style)

            wanted = needs(
                self.table,
                measure,
                padding=2 * _BESIDE + 0.5,
                hyphenate=self.look.hyphenate,
                mark=_DOT_ROOM * size,
            )
            widths = shared(wanted, room, stretch=self.look.stretch)
            if sum(widths) <= room + 0.01:
                return size, widths
            size -= _STEP
        raise Unprintable(
            f"a table of {self.table.columns} columns is wider than the page: choose a wider one, "
            "smaller margins, or a look that divides words"
        )

    def _piece(self, cell: Cell) -> _Piece:
        width = self.edges[cell.column + cell.colspan] - self.edges[cell.column] - 2 * _BESIDE
        width -= _DOT_ROOM * self.size if cell.mark else 0
        style = Style(self.size, bold=cell.strong)

        def measure(text: str) -> float:
            return self.pages.type.width(text.rstrip(" "), style)

        def lines(text: str, colour: Colour) -> list[_Line]:
            out: list[_Line] = []
            for part in paragraphs(text):
                for n, line in enumerate(wrap(part, width, measure, hyphenate=self.look.hyphenate)):
                    above = _APART * self.size if out and n == 0 else 0.0
                    out.append(_Line(line, style, colour, above))
            return out

        hidden = lines(cell.hidden, cell.fill or _PAPER)
        return _Piece(cell, lines(cell.text, BLACK), hidden, cell.row, cell.rowspan)

    def put(self) -> None:
        """Set the table, page after page."""
        rest = self.body
        head = self._height(self.head)
        # neither the first nor the last row stands alone on a page
        one = self._group(rest)
        first = self._height([*one, *self._group(rest[len(one) :])])
        if head + first > self.look.text_height:
            first = self._height(one)
        if self.pages.room < head + first and (
            not self.look.rows_break or self.pages.room < head + 3 * self.leading
        ):
            self.pages.turn()
        self._draw(self.head)
        while rest:
            part, rest = self._fitting(rest)
            self._draw(part)
            if rest:
                self.pages.turn()
                if self.look.repeat_headers and head < self.pages.room / 2:
                    self._draw(self.head)

    def _fitting(self, rest: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
        """The pieces that fit on the page, and those that are left."""
        taken: list[_Piece] = []
        before: list[_Piece] = []
        while rest:
            group = self._group(rest)
            if self._height([*taken, *group]) > self.pages.room:
                break
            taken, before = [*taken, *group], group
            rest = rest[len(group) :]
        if taken and rest and len(rest) == len(self._group(rest)) and not self.look.rows_break:
            kept = taken[: -len(before)]
            if kept or not self.pages.fresh:
                return kept, [*before, *rest]
        room = self.pages.room - self._height(taken)
        whole = self.look.text_height - self._height(self.head)
        if not rest or (
            taken
            and (not self.look.rows_break or room < 3 * self.leading)
            and self._height(self._group(rest)) <= whole
        ):
            return taken, rest
        group = self._group(rest)
        above, below = self._cut(group, room)
        return taken + above, below + rest[len(group) :]

    def _group(self, pieces: Sequence[_Piece]) -> list[_Piece]:
        """The first row and the rows that cells over several rows tie to it."""
        end = pieces[0].end if pieces else 0
        found: list[_Piece] = []
        for piece in pieces:
            if piece.row >= end:
                break
            found.append(piece)
            end = max(end, piece.end)
        return found

    def _cut(self, group: list[_Piece], room: float) -> tuple[list[_Piece], list[_Piece]]:
        """Cut a group of rows at a height: what is above, and what goes on below."""
        heights = self._heights(group)
        row = min(heights)
        used = 0.0
        while row + 1 in heights and used + heights[row] <= room:
            used += heights[row]
            row += 1
        inside = room - used  # height for lines of the row that is cut
        above, below = [], []
        for piece in group:
            if piece.end <= row:
                above.append(piece)
            elif piece.row > row:
                below.append(piece)
            else:
                started = sum(heights[r] for r in range(piece.row, row))
                kept = self._lines_in(piece, started + inside)
                above.append(
                    evolve(
                        piece,
                        lines=piece.lines[:kept],
                        rowspan=row - piece.row + 1,
                        open_bottom=True,
                    )
                )
                below.append(
                    evolve(
                        piece,
                        lines=piece.lines[kept:],
                        hidden=[],
                        row=row,
                        rowspan=piece.end - row,
                        open_top=True,
                    )
                )
        if not any(p.lines for p in above) and not self.pages.fresh:
            return [], group
        return above, below

    def _lines_in(self, piece: _Piece, height: float) -> int:
        """How many lines of a cell stand on the page.

        None of them ends a paragraph of which nobody could tell that it ended there.
        """
        used, fit = 2 * _ABOVE, len(piece.lines)
        for n, line in enumerate(piece.lines):
            used += self.leading + (line.above if n else 0)
            if used > height:
                fit = n
                break
        while 0 < fit < len(piece.lines) and self._seems_to_go_on(piece.lines, fit):
            fit -= 1
        return fit

    def _seems_to_go_on(self, lines: Sequence[_Line], n: int) -> bool:
        """Whether the line at `n` begins a paragraph, and might as well go on the one before.

        So it does after a line that ends no sentence, or has no room for another word.
        """
        before, line = lines[n - 1], lines[n]
        if not line.above:
            return False
        if not ends_sentence(before.text) or line.text[:1].islower():
            return True
        wide = self.pages.type.width
        reach = wide(before.text.rstrip() + " " + line.text.split()[0], line.style)
        return reach >= max(wide(x.text.rstrip(), x.style) for x in lines)

    def _heights(self, pieces: Sequence[_Piece]) -> dict[int, float]:
        """The height of each row; a cell over several rows lengthens the last of them."""
        out: dict[int, float] = {}
        for piece in sorted(pieces, key=lambda p: p.rowspan):
            for row in range(piece.row, piece.end):
                out.setdefault(row, self.leading + 2 * _ABOVE)
            have = sum(out[row] for row in range(piece.row, piece.end))
            out[piece.end - 1] += max(0.0, self._own_height(piece) - have)
        return out

    def _own_height(self, piece: _Piece) -> float:
        # what nobody sees takes no room of its own
        return max(self._reach(piece.lines), self._reach(piece.hidden)) + 2 * _ABOVE

    def _reach(self, lines: Sequence[_Line]) -> float:
        return max(1, len(lines)) * self.leading + sum(line.above for line in lines[1:])

    def _height(self, pieces: Sequence[_Piece]) -> float:
        return sum(self._heights(pieces).values())

    def _draw(self, pieces: Sequence[_Piece]) -> None:
        """Draw whole rows at the place where the page goes on."""
        if not pieces:
            return
        heights = self._heights(pieces)
        tops: dict[int, float] = {}
        y = self.pages.y
        for row in sorted(heights):
            tops[row] = y
            y += heights[row]
        tops[max(heights) + 1] = y
        boxes = [
            (p, self.edges[p.cell.column], tops[p.row],
             self.edges[p.cell.column + p.cell.colspan], tops[p.end])
            for p in pieces
        ]  # fmt: skip
        for piece, x0, top, x1, bottom in boxes:
            if piece.cell.fill is not None:
                self.pages.draw(Shade(x0, top, x1, bottom, piece.cell.fill))
        for piece, x0, top, x1, bottom in boxes:
            self._rules(piece, x0, top, x1, bottom)
        for piece, x0, top, _, _ in boxes:
            self._content(piece, x0, top)
        self.pages.y = y

    def _rules(self, piece: _Piece, x0: float, top: float, x1: float, bottom: float) -> None:
        rules, head = self.look.rules, self.table.header_rows
        if rules is Rules.NONE:
            return
        # stripes tell the rows; rules stand under the header and around the table
        striped = rules is Rules.STRIPES
        if not piece.open_top and not (striped and piece.row not in (0, head)):
            self.pages.draw(Stroke(x0, top, x1, top))
        if not piece.open_bottom and not (striped and piece.end not in (head, self.table.rows)):
            self.pages.draw(Stroke(x0, bottom, x1, bottom))
        if rules is Rules.GRID:
            self.pages.draw(Stroke(x0, top, x0, bottom), Stroke(x1, top, x1, bottom))

    def _content(self, piece: _Piece, x0: float, top: float) -> None:
        x, y = x0 + _BESIDE, top + _ABOVE
        style = Style(self.size)
        if piece.cell.mark is not None:
            if not piece.open_top:
                radius = _DOT * self.size
                middle = baseline(y, style, self.look) - 0.3 * self.size
                self.pages.draw(Dot(x + radius, middle, radius, piece.cell.mark))
            x += _DOT_ROOM * self.size
        for lines in (piece.lines, piece.hidden):
            at = y
            for n, line in enumerate(lines):
                at += line.above if n else 0
                on = baseline(at, line.style, self.look)
                self.pages.draw(Words(x, on, line.text, line.style, line.colour))
                at += self.leading
