"""Pages around tables: running text over and under them, page breaks, tables side by side."""

from random import Random

from benchmarks.truth.canvas import Sheet, face, render, wide
from benchmarks.truth.model import Grid, Leaf, Style
from benchmarks.truth.typeset import Row, Table, draw, lay_out, torn
from benchmarks.truth.words import BODY

LEAST = 5.5
TEXT = 10.0
STEP = 12.5
# A row is torn only where so many lines stay on either side.
WIDOW = 2


def fitted(grid: Grid, style: Style, width: float) -> Table:
    """The table, its type made smaller until it is no wider than this."""
    table = lay_out(grid, style)
    while table.width > width and style.size > LEAST:
        style.size -= 0.5
        table = lay_out(grid, style)
    return table


def page(grids: list[Grid], style: Style, leaf: Leaf, rng: Random) -> bytes:
    """One file: text, then the tables one below the other with text between them, then text."""
    sheets = [Sheet()]
    y = leaf.start or _body(sheets[0], leaf, leaf.margin + 10, rng.randint(1, 3), rng)
    for grid in grids:
        table = fitted(grid, style, leaf.width - 2 * leaf.margin)
        y = _over_pages(sheets, table, leaf, y + leaf.above)
        for note in leaf.notes:
            y += 10.0
            sheets[-1].text(leaf.margin, y, note, face(style.font, bold=False), style.size - 1.5)
        lines = 2 if y + leaf.below + 3 * STEP < leaf.height - leaf.margin else 0
        y = _body(sheets[-1], leaf, y + leaf.below + TEXT, lines, rng)
    for sheet in sheets:
        sheet.rules_filled = style.rules_filled
    if len(sheets) > 1:
        for n, sheet in enumerate(sheets, 1):
            number = f"{n} ({len(sheets)})"
            sheet.text(leaf.width / 2, leaf.height - 28, number, "Helvetica", 8.0)
            sheet.text(leaf.margin, 30, "Uppföljning socialnämnden", "Helvetica", 8.0)
    return render(sheets, leaf, rng)


def beside(left: Grid, right: Grid, style: Style, leaf: Leaf, gap: float, rng: Random) -> bytes:
    """One page with two tables side by side."""
    sheet = Sheet()
    y = _body(sheet, leaf, leaf.margin + 10, 2, rng) + leaf.above
    width = leaf.width - 2 * leaf.margin
    first = fitted(left, style, (width - gap) / 2)
    second = fitted(right, style, (width - gap) / 2)
    first = lay_out(left, style)
    ends = [
        draw(sheet, first, first.rows, leaf.margin, y),
        draw(sheet, second, second.rows, leaf.margin + first.width + gap, y),
    ]
    _body(sheet, leaf, max(ends) + leaf.below + TEXT, 2, rng)
    return render([sheet], leaf, rng)


def _over_pages(sheets: list[Sheet], table: Table, leaf: Leaf, y: float) -> float:
    end = leaf.height - leaf.margin
    heads = [r for r in table.rows if r.head]
    rest = [r for r in table.rows if not r.head]
    part: list[Row] = list(heads)
    fresh = True
    while rest:
        row = rest[0]
        used = y + sum(r.height for r in part)
        if used + row.height <= end:
            part.append(rest.pop(0))
            fresh = False
            continue
        room = int((end - used) / (table.style.leading * table.style.size)) - 1
        most = max(len(b.lines) for b in row.boxes)
        if leaf.torn and room >= WIDOW and most - room >= WIDOW:
            first, rest[0] = torn(row, room, table.style)
            part.append(first)
            fresh = False
        if not fresh:
            draw(sheets[-1], table, part, leaf.margin, y)
        sheets.append(Sheet())
        y = leaf.margin
        part = list(heads) if leaf.repeat or fresh else []
        fresh = True
    return draw(sheets[-1], table, part, leaf.margin, y)


def _body(sheet: Sheet, leaf: Leaf, y: float, lines: int, rng: Random) -> float:
    """Some lines of running text; the last one is short. Returns the y of their end."""
    width = leaf.width - 2 * leaf.margin
    start = rng.randrange(len(BODY))
    words = " ".join((BODY[start:] + BODY[:start]) * 3).split(" ")
    for n in range(lines):
        line = words.pop(0)
        share = 0.4 if n == lines - 1 else 1.0
        while wide(f"{line} {words[0]}", "Helvetica", TEXT) <= share * width:
            line += " " + words.pop(0)
        sheet.text(leaf.margin, y, line, "Helvetica", TEXT)
        y += STEP
    return y - STEP + 0.22 * TEXT if lines else y
