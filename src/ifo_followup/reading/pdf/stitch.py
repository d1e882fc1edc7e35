"""Tables that a page break cut: put together again, with a note of where and why."""

from attrs import define

from ifo_followup.document import Join
from ifo_followup.model.values import Place
from ifo_followup.reading.pdf.columns import is_numeric
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable, header_rows

# Column borders of two pieces of one table agree to this (points).
SAME_EDGE = 3.0
_SENTENCE_END = (".", "!", "?", ":", ";", ".”", '."', ".)")


@define
class Joined:
    """A table over one or several pages. `dropped` are the cells of its repeated headers."""

    table: DraftTable
    joins: list[Join]
    last: DraftTable
    dropped: list[DraftCell]


def begin(table: DraftTable) -> Joined:
    """A table of one piece so far."""
    return Joined(table, [], table, [])


def try_join(whole: Joined, piece: DraftTable) -> bool:
    """Add the piece that opens the next page to a table, if it belongs there."""
    first = whole.table
    if piece.page != whole.last.page + 1 or not _same_columns(whole.last, piece):
        return False
    repeated = _repeated_header(first, piece)
    if not repeated and piece.header_rows and not _stripe(whole, piece):
        return False
    if 0 < repeated < min(first.header_rows, piece.header_rows):
        # the groups of columns are the same, what stands under them is another table's
        return False
    body = [c for c in piece.cells if c.row >= repeated]
    if not body:
        return False
    whole.dropped += [c for c in piece.cells if c.row < repeated]
    place = Place(page=piece.page, box=piece.box)
    reason = "repeated header" if repeated else "same columns, no header"
    at = first.rows
    torn = _row_torn(whole, piece, repeated)
    if torn:
        reason += ", row goes on"
        at -= 1
        _merge_row(first, at, [c for c in body if c.row == repeated])
        body = [c for c in body if c.row > repeated]
    shift = at - repeated
    for cell in body:
        cell.row += shift
        first.cells.append(cell)
    whole.joins.append(Join(row=at, reason=reason, place=place))
    whole.last = piece
    return True


def _same_columns(a: DraftTable, b: DraftTable) -> bool:
    if len(a.edges) != len(b.edges):
        return False
    if not (a.drawn and b.drawn):
        # borders that follow the texts move with them, but never past a neighbour's
        inner = range(1, len(a.edges) - 1)
        return all(a.edges[i - 1] < b.edges[i] < a.edges[i + 1] for i in inner)
    # the page margin may differ between left and right pages: only the widths must agree
    shift = b.edges[0] - a.edges[0]
    return all(abs(y - x - shift) <= SAME_EDGE for x, y in zip(a.edges, b.edges, strict=True))


def _repeated_header(first: DraftTable, piece: DraftTable) -> int:
    """How many leading rows of a piece repeat the header of the table's first piece."""
    # looks may say nothing; the same words in the same first row are a header all the same
    count = 0
    while count < max(first.header_rows, 1) and count < piece.rows - 1:
        words = _words(first, count)
        if not words or words != _words(piece, count):
            break
        count += 1
    return count


def _stripe(whole: Joined, piece: DraftTable) -> bool:
    """Whether the shade of a piece's first row is one that rows of the table have: a stripe.

    Or may have: the table was left open under its first rows, and its header looks otherwise.
    """
    first = whole.table
    shades = {c.fill for c in piece.row(0) if c.fill is not None}
    if not shades or all(c.strong for c in piece.row(0) if c.text):
        return False
    rows = {c.fill for c in first.cells if c.row >= first.header_rows}
    head = [c for c in first.cells if c.row < first.header_rows]
    other = bool(head) and all(c.strong for c in head if c.text)
    return shades <= rows or (
        whole.last.open_bottom and other and not shades & {c.fill for c in head}
    )


def _words(table: DraftTable, row: int) -> list[tuple[int, str]]:
    return [(c.column, c.text) for c in table.row(row) if c.text]


def _row_torn(whole: Joined, piece: DraftTable, start: int) -> bool:
    """Whether the first row of a piece is the rest of the row that ended the page before."""
    last = whole.table
    bottom = last.rows - 1
    above = {c.column: c for c in last.row(bottom)}
    below = {c.column: c for c in piece.row(start)}
    if not above or not below:
        return False
    if any(c.colspan != above[c.column].colspan for c in below.values() if c.column in above):
        return False
    filled = [c for c in below.values() if c.text]
    if not filled or any(_both_complete(above.get(c.column), c) for c in filled):
        return False
    if last.striped or piece.striped:
        return _shaded(last, bottom) == _shaded(piece, start)
    if whole.last.open_bottom and piece.open_top and piece.ruled:
        return True
    if any(_goes_on(above.get(c.column), c) for c in filled):
        return True
    return _shade_goes_on(above, below) or _label_apart(last, piece, start)


def _shaded(table: DraftTable, row: int) -> bool:
    """Whether a row of a striped table has a shade, by its first cell: others may be coloured."""
    first = next(
        (c for c in table.cells if c.column == 0 and c.row <= row < c.row + c.rowspan), None
    )
    return first is not None and first.fill is not None


def _shade_goes_on(above: dict[int, DraftCell], below: dict[int, DraftCell]) -> bool:
    """Whether a coloured cell goes on without text, in rows that share no column of text."""
    pairs = [(above[c], below[c]) for c in below if c in above]
    if any(a.text and b.text for a, b in pairs):
        return False
    return any(
        a.fill is not None and a.fill == b.fill and bool(a.text) != bool(b.text) for a, b in pairs
    )


def _label_apart(whole: DraftTable, piece: DraftTable, start: int) -> bool:
    """Whether a label and the rest of its row stand on two sides of the page break.

    So it is where every other row has a label, and no column has text on both sides.
    """
    above = {c.column for c in whole.row(whole.rows - 1) if c.text}
    below = {c.column for c in piece.row(start) if c.text}
    label = min(
        [c.column for c in whole.cells if c.row >= whole.header_rows and c.text]
        + [c.column for c in piece.cells if c.row >= start and c.text]
    )
    if above & below and label not in above ^ below:
        return False
    if (label in above) == (label in below):
        return False
    if label in below and above & below:
        return False
    return _labelled(whole, label) >= set(range(whole.header_rows, whole.rows - 1)) and _labelled(
        piece, label
    ) >= set(range(start + 1, piece.rows))


def _labelled(table: DraftTable, label: int) -> set[int]:
    return {
        row
        for c in table.cells
        if c.column == label and c.text
        for row in range(c.row, c.row + c.rowspan)
    }


def _both_complete(above: DraftCell | None, below: DraftCell) -> bool:
    """Whether two texts can only be two cells: two amounts, or a coloured cell of its own."""
    if above is None or not above.text:
        return False
    if below.fill is not None and below.fill != above.fill:
        return True
    return is_numeric(above.text) and is_numeric(below.text)


def _goes_on(above: DraftCell | None, below: DraftCell) -> bool:
    """Whether a sentence runs from one text to the other."""
    if above is None or not above.text:
        return False
    return below.text[:1].islower() and not above.text.rstrip().endswith(_SENTENCE_END)


def _merge_row(table: DraftTable, row: int, rest: list[DraftCell]) -> None:
    above = {c.column: c for c in table.row(row)}
    # cells that span down from rows before are continued as well
    for cell in table.cells:
        if cell.row < row < cell.row + cell.rowspan:
            above.setdefault(cell.column, cell)
    for cell in rest:
        if cell.column not in above:
            cell.row = row
            table.cells.append(cell)
            continue
        home = above[cell.column]
        _merge(home, cell)


def _merge(home: DraftCell, rest: DraftCell) -> None:
    if rest.paragraphs:
        if home.paragraphs and not _paragraph_ended(home, rest):
            home.paragraphs[-1] = home.paragraphs[-1] + rest.paragraphs[0]
            home.paragraphs = home.paragraphs + rest.paragraphs[1:]
        else:
            home.paragraphs = home.paragraphs + rest.paragraphs
        home.strong = home.strong and rest.strong if home.lines else rest.strong
        home.lines = home.lines + rest.lines
    home.fill = home.fill or rest.fill
    home.mark = home.mark or rest.mark
    home.hidden = home.hidden + rest.hidden


def _paragraph_ended(home: DraftCell, rest: DraftCell) -> bool:
    """Whether a paragraph ended just where the page broke."""
    text = home.text.rstrip()
    start = rest.text[:1]
    if not text.endswith(_SENTENCE_END) or start.islower():
        return False
    if not home.lines or not rest.lines:
        return False
    last, first = home.lines[-1], rest.lines[0]
    right = max(line.x1 for line in home.lines + rest.lines)
    return last.x1 + 0.25 * last.size + first.first_word() < right


def relabel(table: DraftTable) -> None:
    """Look at a mended table's headers again: its first piece may have had no other row."""
    if not table.header_rows:
        table.header_rows = header_rows(table)
