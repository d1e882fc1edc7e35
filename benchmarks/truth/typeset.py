"""A draft of a table -> where its texts, rules and shades stand."""

from collections.abc import Sequence
from itertools import accumulate

from attrs import define, field

from benchmarks.truth.canvas import Sheet, face, wide
from benchmarks.truth.contents import FULL
from benchmarks.truth.model import Draft, Grid, Rgb, Style

# Of the height of a line, the part above the baseline (em).
ASCENT = 0.8
STRIPE: Rgb = (0.93, 0.93, 0.95)


@define
class Box:
    """One cell with its lines of text, or the part of them that stands on a page."""

    draft: Draft
    row: int
    column: int
    lines: list[str]


@define
class Row:
    """One row as it is drawn: the cells that begin in it, and its height."""

    boxes: list[Box]
    height: float
    number: int
    head: bool


@define
class Table:
    """A table whose lines are broken and whose columns have widths."""

    grid: Grid
    style: Style
    widths: list[float] = field(factory=list)
    rows: list[Row] = field(factory=list)

    @property
    def width(self) -> float:
        """From side to side."""
        return sum(self.widths)

    @property
    def height(self) -> float:
        """All of its rows."""
        return sum(r.height for r in self.rows)


def lay_out(grid: Grid, style: Style) -> Table:
    """Break the lines of all cells and measure the rows."""
    size = style.size
    pad = style.pad_x * size
    placed = grid.placed()
    widths = [(w or 0.0) * size for w in grid.widths]
    for _, c, draft in placed:
        if draft.colspan == 1:
            font = face(style.font, bold=draft.bold)
            # a column that wraps its text is at least as wide as its longest word
            texts = [draft.text] if grid.widths[c] is None else draft.text.split(" ")
            need = max(wide(t, font, size) for t in texts) + draft.indent * size + 2 * pad
            widths[c] = max(widths[c], need + 0.5)
    table = Table(grid, style, widths)
    for number in range(len(grid.rows)):
        boxes = [
            Box(d, r, c, _broken(d, sum(widths[c : c + d.colspan]) - 2 * pad, style))
            for r, c, d in placed
            if r == number
        ]
        tall = max((len(b.lines) for b in boxes if b.draft.rowspan == 1), default=1)
        table.rows.append(Row(boxes, _high(tall, style), number, number < grid.heads))
    for row in table.rows:
        for box in row.boxes:
            if box.draft.rowspan > 1:
                own = table.rows[row.number : row.number + box.draft.rowspan]
                lack = _high(len(box.lines), style) - sum(r.height for r in own)
                own[-1].height += max(0.0, lack)
    return table


def _high(lines: int, style: Style) -> float:
    return (max(lines, 1) * style.leading + 2 * style.pad_y) * style.size


def _broken(draft: Draft, width: float, style: Style) -> list[str]:
    font = face(style.font, bold=draft.bold)
    out: list[str] = []
    for word in draft.text.split(" "):
        longer = f"{out[-1]} {word}" if out else word
        if out and wide(longer, font, style.size) <= width - draft.indent * style.size:
            out[-1] = longer
        else:
            out.append(word)
    return out if draft.text else []


def torn(row: Row, at: int, style: Style) -> tuple[Row, Row]:
    """The two parts of a row that a page break cuts after so many lines."""
    first = [Box(b.draft, b.row, b.column, b.lines[:at]) for b in row.boxes]
    rest = [Box(b.draft, b.row, b.column, b.lines[at:]) for b in row.boxes]
    left = max(len(b.lines) for b in rest)
    return (
        Row(first, _high(at, style), row.number, row.head),
        Row(rest, _high(left, style), row.number, row.head),
    )


def draw(sheet: Sheet, table: Table, rows: Sequence[Row], x: float, y: float) -> float:
    """Draw some of the rows of a table; returns the y of their end."""
    xs = list(accumulate(table.widths, initial=x))
    ys = list(accumulate((r.height for r in rows), initial=y))
    _shade(sheet, table, rows, xs, ys)
    _rule(sheet, table, rows, xs, ys)
    for n, row in enumerate(rows):
        for box in row.boxes:
            last = min(n + box.draft.rowspan, len(rows))
            span = (xs[box.column], ys[n], xs[box.column + box.draft.colspan], ys[last])
            _write(sheet, box, row, table.style, span)
    return ys[-1]


def _shade(
    sheet: Sheet, table: Table, rows: Sequence[Row], xs: list[float], ys: list[float]
) -> None:
    style = table.style
    for n, row in enumerate(rows):
        if row.head and style.head_fill is not None:
            for box in row.boxes:
                end = min(n + box.draft.rowspan, len(rows))
                right = xs[box.column + box.draft.colspan]
                sheet.fill(xs[box.column], ys[n], right, ys[end], style.head_fill)
        elif style.ruling == "zebra" and not row.head and _striped(table, row):
            sheet.fill(xs[0], ys[n], xs[-1], ys[n + 1], STRIPE)
        for box in row.boxes:
            if box.draft.fill is not None:
                right = xs[box.column + box.draft.colspan]
                sheet.fill(xs[box.column], ys[n], right, ys[n + 1], box.draft.fill)


def _striped(table: Table, row: Row) -> bool:
    return (row.number - table.grid.heads) % 2 == table.style.stripe


def _rule(
    sheet: Sheet, table: Table, rows: Sequence[Row], xs: list[float], ys: list[float]
) -> None:
    style = table.style
    width = style.rule_width
    head = ys[sum(r.head for r in rows)]
    match style.ruling:
        case "full" | "open" | "rows":
            _rule_cells(sheet, table, rows, xs, ys)
        case "sums":
            sheet.rule(xs[0], head, xs[-1], head, width)
            for n, row in enumerate(rows):
                if row.boxes[0].draft.text.startswith("Summa"):
                    sheet.rule(xs[1], ys[n], xs[-1], ys[n], width)
        case "header":
            for y in sorted({ys[0], head, ys[-1]}):
                sheet.rule(xs[0], y, xs[-1], y, width)
        case "frame":
            levels = [ys[0], ys[-1]] + ([head] if style.frame_head and head > ys[0] else [])
            for y in levels:
                sheet.rule(xs[0], y, xs[-1], y, width)
            for x in (xs[0], xs[-1]):
                sheet.rule(x, ys[0], x, ys[-1], width)


def _rule_cells(
    sheet: Sheet, table: Table, rows: Sequence[Row], xs: list[float], ys: list[float]
) -> None:
    """Rules around cells: on all sides, inside the table only, or only between rows."""
    ruling, width = table.style.ruling, table.style.rule_width
    for n, row in enumerate(rows):
        for box in row.boxes:
            end = min(n + box.draft.rowspan, len(rows))
            x0, x1 = xs[box.column], xs[box.column + box.draft.colspan]
            if n or ruling != "open":
                sheet.rule(x0, ys[n], x1, ys[n], width)
            if ruling == "full" or (ruling == "open" and box.column):
                sheet.rule(x0, ys[n], x0, ys[end], width)
    if ruling != "open":
        sheet.rule(xs[0], ys[-1], xs[-1], ys[-1], width)
    if ruling == "full":
        sheet.rule(xs[-1], ys[0], xs[-1], ys[-1], width)


def _write(
    sheet: Sheet, box: Box, row: Row, style: Style, span: tuple[float, float, float, float]
) -> None:
    x0, top, x1, bottom = span
    size, draft = style.size, box.draft
    step = style.leading * size
    spare = bottom - top - 2 * style.pad_y * size - step * len(box.lines)
    # the white of a line is shared over and under its letters
    y = top + (style.pad_y + ASCENT + (style.leading - 1.0) / 2) * size
    y += {"top": 0.0, "middle": spare / 2, "bottom": spare}[style.level]
    font = face(style.font, bold=draft.bold)
    colour = style.head_colour if row.head else (0.0, 0.0, 0.0)
    for line in box.lines:
        length = wide(line, font, size)
        x = x0 + style.pad_x * size + draft.indent * size
        if draft.side == "right":
            x = x1 - style.pad_x * size - length
        elif draft.side == "centre":
            x = (x0 + x1 - length) / 2
        sheet.text(x, y, line, font, size, colour)
        y += step
    if draft.lamp is not None and draft.light is not None:
        _light(sheet, draft, (x0 + x1) / 2, (top + bottom) / 2, size)


def _light(sheet: Sheet, draft: Draft, x: float, y: float, size: float) -> None:
    colour = FULL[draft.light or "lost"]
    side = 0.9 * size
    if draft.lamp == "dot":
        sheet.dots.append((x, y, side / 2, colour))
    elif draft.lamp == "square":
        sheet.fill(x - side / 2, y - side / 2, x + side / 2, y + side / 2, colour)
    else:
        sheet.pictures.append((x, y, side, colour))
