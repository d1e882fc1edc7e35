"""The tables of one page that rules or shades draw, and the text that stands outside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from attrs import define, field

from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.banded import banded_table
from ifo_followup.reading.pdf.chained import chained
from ifo_followup.reading.pdf.columns import TIGHT_GAP
from ifo_followup.reading.pdf.content import WHITE, Fill, PageContent, Run, area, turned_upright
from ifo_followup.reading.pdf.doubtful import joined_over_rules
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable, finish
from ifo_followup.reading.pdf.gathered import make_lines, without
from ifo_followup.reading.pdf.grid import MIN_SHADE, Region, inner_columns, regions, ruled_table
from ifo_followup.reading.pdf.joints import free_lines, is_striped, with_sides
from ifo_followup.reading.pdf.lanes import beside, lane_of, lines_in
from ifo_followup.reading.pdf.lines import Line
from ifo_followup.reading.pdf.rows import split_grid
from ifo_followup.reading.pdf.visible import (
    Mark,
    chromatic,
    is_light,
    marks,
    pale_marks,
    same_colour,
    split_hidden,
)

# A shade is a cell's own when it covers this share of the cell.
CELL_SHADE = 0.6
# Rows of a table may stand so far (points) over its first and under its last rule.
ROWS_BEYOND = 100.0
# The rest of a row at the top of a page takes at most this share of it.
LONE_CELL = 0.5
# This many curved or slanted strokes inside make a region a chart.
CHART_STROKES = 3


@define
class PageDraft:
    """A page after its drawn tables were found. `lines` are the lines outside them.

    `shades` are coloured areas outside the tables, of the size of cells or somewhat larger.
    `folded` tells that its lines are kept in little room whenever nobody looks at them.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    tables: list[DraftTable]
    marks: list[Mark]
    hidden: list[Run] = field(factory=list)
    turned: list[Line] = field(factory=list)
    shades: list[Mark] = field(factory=list)
    oversized: int = 0  # grids with more cells than any table
    folded: bool = False


def read_page(page: PageContent, limits: Limits = DEFAULT_LIMITS) -> PageDraft:
    """Find the tables that rules and shades draw on a page."""
    page = turned_upright(page)
    seen, hidden = split_hidden(page)
    turned = [r for r in seen if r.turn]
    upright = [r for r in seen if not r.turn] if turned else seen
    lights = marks(page)
    signs = [*pale_marks(page), *lights]
    plain: list[Region] = []
    tables: list[DraftTable] = []
    oversized = 0
    for region in regions(page):
        if _is_chart(region, page):
            continue
        if not inner_columns(region):
            plain.append(region)
            continue
        table = ruled_table(region, page.number)
        if len(table.cells) > limits.page_boxes:  # graph paper, not a table
            oversized += 1
        elif _place(table, upright, min_columns=1):
            split_grid(table, TIGHT_GAP)
            table.cells = joined_over_rules(table.cells)
            tables.append(table)
    inside = _runs_of(tables)
    lines = make_lines([r for r in upright if id(r) not in inside] if inside else upright)
    boxes = sorted((s.box for s in signs), key=lambda b: b.top)
    tops = [b.top for b in boxes]
    lanes = beside(plain)
    bands = chained(plain, lines, boxes)
    for region in bands:
        lane = lane_of(region, lanes)
        own = lines if lane is None else lines_in(lines, lane)
        near = boxes[
            bisect_left(tops, region.box.top - ROWS_BEYOND) : bisect_right(
                tops, region.box.bottom + ROWS_BEYOND
            )
        ]
        completed = with_sides(region, own, bands, near)
        if completed is not None:
            table = ruled_table(completed, page.number)
            table.striped = is_striped(completed)
            if _place(table, [r for line in own for r in line.runs], min_columns=1):
                split_grid(table, TIGHT_GAP)
                table.cells = joined_over_rules(table.cells)
                tables.append(table)
                lines = without(lines, _runs_of([table]))
                continue
        found = banded_table(region, free_lines(region, own, bands), page.number, near)
        if found is not None:
            tables.append(found)
            lines = without(lines, _runs_of([found]))
    for table in tables:
        _dress(table, page, signs, hidden)
        finish(table)
    tables = [t for t in tables if t.cells]
    taken = {id(r) for t in tables for c in t.cells for r in c.hidden}
    return PageDraft(
        page.number,
        page.width,
        page.height,
        lines,
        sorted(tables, key=lambda t: t.box.top),
        lights,
        [r for r in hidden if id(r) not in taken],
        _turned_lines(turned),
        [
            Mark(f.box, f.colour)
            for f in page.fills
            if f.plain and f.colour is not None and _is_lone_cell(f, page, tables)
        ],
        oversized,
    )


def _runs_of(tables: Iterable[DraftTable]) -> set[int]:
    """The runs that stand in tables, by identity."""
    return {id(run) for table in tables for cell in table.cells for run in cell.runs}


def _is_lone_cell(fill: Fill, page: PageContent, tables: Sequence[DraftTable]) -> bool:
    """Whether a coloured area outside the tables can be a cell's."""
    box = fill.box
    return (
        MIN_SHADE <= box.bottom - box.top <= LONE_CELL * page.height
        and fill.colour is not None
        and chromatic(fill.colour)
        and not any(_meets(t.box, box) for t in tables)
    )


def _turned_lines(runs: Sequence[Run]) -> list[Line]:
    out: list[Line] = []
    for turn in (1, 2, 3):
        out += make_lines(r for r in runs if r.turn == turn)
    return out + [Line([r]) for r in runs if r.turn == 4]


def _is_chart(region: Region, page: PageContent) -> bool:
    box = region.box
    levels = [(h.top + h.bottom) / 2 for h in region.hs]
    sides = [(v.x0 + v.x1) / 2 for v in region.vs]
    count = 0
    for curve in page.curves:
        x, y = (curve.x0 + curve.x1) / 2, (curve.top + curve.bottom) / 2
        wide = max(curve.x1 - curve.x0, curve.bottom - curve.top)
        if not (box.x0 <= x <= box.x1 and box.top <= y <= box.bottom and wide > 3):
            continue
        # an icon stands inside one cell; what a chart draws runs across its grid
        crosses = any(curve.top <= level <= curve.bottom for level in levels) or any(
            curve.x0 <= side <= curve.x1 for side in sides
        )
        count += crosses or not is_light(curve)
        if count >= CHART_STROKES:
            return True
    return False


def _place(table: DraftTable, runs: Sequence[Run], *, min_columns: int) -> bool:
    """Give each run the cell it stands in; whether there is enough text for a table."""
    find = Finder(table)
    top, bottom = (find.ys[0], find.ys[-1]) if find.ys else (0.0, 0.0)
    for run in runs:
        y = run.baseline - 0.3 * run.style.size
        # most runs of a page stand above or below one of its tables
        if top <= y < bottom:
            cell = find.at((run.x0 + run.x1) / 2, y)
            if cell is not None:
                cell.runs.append(run)
    return len({c.column for c in table.cells if c.runs}) >= min_columns


class Finder:
    """Which cell of a table stands at a point."""

    def __init__(self, table: DraftTable) -> None:
        self.xs = sorted({c.box.x0 for c in table.cells} | {c.box.x1 for c in table.cells})
        self.ys = sorted({c.box.top for c in table.cells} | {c.box.bottom for c in table.cells})
        self._cells: dict[tuple[int, int], DraftCell] = {}
        column = {x: i for i, x in enumerate(self.xs)}
        row = {y: j for j, y in enumerate(self.ys)}
        for cell in table.cells:
            box = cell.box
            columns = range(column[box.x0], column[box.x1])
            for j in range(row[box.top], row[box.bottom]):
                for i in columns:
                    self._cells[i, j] = cell

    def at(self, x: float, y: float) -> DraftCell | None:
        """The cell at a point, or None."""
        i, j = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self._cells.get((i, j))


def _dress(
    table: DraftTable, page: PageContent, lights: Sequence[Mark], hidden: Sequence[Run]
) -> None:
    """Give cells their shade, their coloured mark and their hidden text."""
    box = table.box
    fills = [f for f in page.fills if f.plain and _meets(f.box, box)]
    # the fills that reach into a row, for all of its cells
    level: dict[tuple[float, float], list[Fill]] = {}
    for cell in table.cells:
        if table.ruled or cell.fill is None:
            top, bottom = cell.box.top, cell.box.bottom
            near = level.get((top, bottom))
            if near is None:
                near = [f for f in fills if f.box.top < bottom and f.box.bottom > top]
                level[top, bottom] = near
            shade = _shade(cell.box, near)
            cell.fill = (
                shade.colour
                if shade is not None
                and shade.colour is not None
                and not same_colour(shade.colour, WHITE, 4)
                else None
            )
    if not any(_meets(light.box, box) for light in lights) and not hidden:
        return
    find = Finder(table)
    for light in lights:
        at = find.at((light.box.x0 + light.box.x1) / 2, (light.box.top + light.box.bottom) / 2)
        if at is None or area(light.box) >= CELL_SHADE * area(at.box):
            continue
        # beside words, a shape without colour is an ornament
        if chromatic(light.colour) or not at.runs:
            at.mark = light.colour
    for run in hidden:
        at = find.at(run.middle, run.baseline - 0.3 * run.size) if run.turn == 0 else None
        if at is not None:
            at.hidden.append(run)


def _meets(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.top < b.bottom and b.top < a.bottom


def _shade(cell: Box, fills: Sequence[Fill]) -> Fill | None:
    """The last fill that covers most of a cell."""
    if not fills:
        return None
    best: Fill | None = None
    enough = CELL_SHADE * area(cell)
    x0, top, x1, bottom = cell.x0, cell.top, cell.x1, cell.bottom
    for fill in fills:
        box = fill.box
        if box.top >= bottom or box.bottom <= top or box.x0 >= x1 or box.x1 <= x0:
            continue
        wide = min(x1, box.x1) - max(x0, box.x0)
        high = min(bottom, box.bottom) - max(top, box.top)
        if wide > 0 and high > 0 and wide * high >= enough:
            best = fill if best is None or fill.order > best.order else best
    return best
