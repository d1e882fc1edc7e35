"""What is drawn over a page: tables, cells and texts in the colour of what they became."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from attrs import frozen

from ifo_followup.document import Cell, Document, Table
from ifo_followup.drawing.kinds import (
    FINDING_COLOUR,
    FINDING_WORDS,
    HEAD_COLOUR,
    HEAD_WORDS,
    RGB,
    TABLE_COLOUR,
    TABLE_WORDS,
    UNREAD_COLOUR,
    UNREAD_WORDS,
    Kind,
    kind_of,
)
from ifo_followup.drawing.pieces import Piece, Reading
from ifo_followup.drawing.sheet import Sheet, width_of, wrapped
from ifo_followup.model.findings import Finding
from ifo_followup.model.values import Box
from ifo_followup.out.plain import clean

MOST_LISTED = 14  # findings of a page in its foot
_NARROWEST = 420.0  # of a sheet, so that the foot of a small page can be read
_SIZE = 7.2  # of letters in the foot, on a picture of 144 dpi
_ROOM = 3.0  # around a box of running text


@frozen(kw_only=True)
class Plan:
    """All that is to be drawn over one page."""

    number: int
    title: str
    pieces: tuple[Piece, ...]
    loose: tuple[tuple[Box, Kind, str], ...]
    tables: tuple[tuple[str, Box], ...]
    heads: tuple[Box, ...]
    findings: tuple[Finding, ...]


def plans(
    document: Document, reading: Reading, findings: Sequence[Finding], title: str
) -> dict[int, Plan]:
    """What is to be drawn over each page, by its number."""
    pieces: dict[int | None, list[Piece]] = defaultdict(list)
    for piece in reading.pieces:
        if piece.place.box is not None:
            pieces[piece.place.page].append(piece)
    loose: dict[int | None, list[tuple[Box, Kind, str]]] = defaultdict(list)
    for value in reading.loose:
        place = value.source.place
        if place.box is not None:
            loose[place.page].append((place.box, kind_of(value), value.path))
    told: dict[int | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.source is not None and finding.source.place.box is not None:
            told[finding.source.place.page].append(finding)
    tables, heads = _outlines(document)
    return {
        number: Plan(
            number=number,
            title=f"{title}, page {number}",
            pieces=tuple(pieces[number]),
            loose=tuple(loose[number]),
            tables=tuple(tables[number]),
            heads=tuple(heads[number]),
            findings=tuple(told[number]),
        )
        for number in range(1, (document.pages or 0) + 1)
    }


def _outlines(
    document: Document,
) -> tuple[dict[int | None, list[tuple[str, Box]]], dict[int | None, list[Box]]]:
    """By page: each table with its name, and each row of heads."""
    tables: dict[int | None, list[tuple[str, Box]]] = defaultdict(list)
    heads: dict[int | None, list[Box]] = defaultdict(list)
    found = [block for block in document.blocks if isinstance(block, Table)]
    for n, table in enumerate(found, 1):
        boxes: dict[int | None, list[Box]] = defaultdict(list)
        rows: dict[tuple[int | None, int], list[Box]] = defaultdict(list)
        for cell in table.cells:
            if cell.place.box is None:
                continue
            boxes[cell.place.page].append(cell.place.box)
            if cell.header or cell.row < table.header_rows:
                rows[cell.place.page, cell.row].append(cell.place.box)
        for page, each in boxes.items():
            tables[page].append((f"table {n}", _around(each)))
        for (page, _), each in rows.items():
            heads[page].append(_around(each))
        for join in table.joins:
            # a row that goes on has no cells here: what stands here belongs to those before
            if join.place.box is not None:
                tables[join.place.page].append(
                    (f"table {n} goes on: {join.reason}", join.place.box)
                )
    return tables, heads


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(b.x0 for b in boxes),
        min(b.top for b in boxes),
        max(b.x1 for b in boxes),
        max(b.bottom for b in boxes),
    )


def sheet_for(plan: Plan, width: float, height: float, scale: float) -> Sheet:
    """The marks of a page of this size, with the legend and its findings at the foot.

    Letters of the foot are as large in the picture whatever the page's size; `scale` is picture
    points a point of the page.
    """
    unit = 2.0 / scale
    wide = max(width, _NARROWEST * unit)
    foot = _Foot(plan, wide, height, unit)
    sheet = Sheet(wide, height + foot.height)
    for piece in plan.pieces:
        if piece.place.box is not None and sheet.has_room():
            _draw_piece(sheet, piece, piece.place.box, unit)
    for box in plan.heads:
        if not sheet.has_room():
            break
        sheet.hatch(box.x0, box.top, box.x1, box.bottom, HEAD_COLOUR, 5 * unit)
    for box, kind, _ in plan.loose:
        sheet.box(*_corners(box), line=kind.look.colour, thick=unit, dashes=(4 * unit, 2 * unit))
    for words, box in plan.tables:
        sheet.box(*_corners(box), line=TABLE_COLOUR, thick=1.2 * unit)
        size = 5.5 * unit
        sheet.text(box.x0, box.top - 1.5 * unit, words, size, TABLE_COLOUR, bold=True)
    for piece in plan.pieces:
        if piece.is_unread and piece.place.box is not None and sheet.has_room():
            box = _grown(piece.place.box, -0.8 * unit)
            dashes = (1.5 * unit, 1.5 * unit)
            sheet.box(*_corners(box), line=UNREAD_COLOUR, thick=1.4 * unit, dashes=dashes)
    _draw_findings(sheet, plan.findings, unit)
    foot.draw(sheet)
    return sheet


def framed(width: float, height: float, boxes: Sequence[Box], colour: RGB, scale: float) -> Sheet:
    """A sheet with frames around boxes and nothing else: to point at a value."""
    unit = 2.0 / scale
    sheet = Sheet(width, height)
    for box in boxes:
        sheet.box(*_corners(_grown(box, 1.5 * unit)), line=colour, thick=1.8 * unit)
    return sheet


def _corners(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def _draw_piece(sheet: Sheet, piece: Piece, box: Box, unit: float) -> None:
    look = piece.kind.look
    if piece.kind is Kind.FURNITURE:
        dashes = (2.5 * unit, 2 * unit)
        sheet.box(*_corners(_grown(box, unit)), line=look.colour, thick=0.7 * unit, dashes=dashes)
        return
    blank = not piece.text.strip() and not piece.values
    if isinstance(piece.printed, Cell):
        wash = None if blank else look.wash
        line = TABLE_COLOUR if blank or piece.kind is Kind.TAKEN else look.colour
        sheet.box(*_corners(box), wash=wash, line=line, thick=0.45 * unit)
        if piece.kind is Kind.UNCLAIMED and not blank:
            sheet.box(*_corners(_grown(box, -unit)), line=look.colour, thick=1.2 * unit)
        return
    if blank:
        return
    box = _grown(box, _ROOM * 0.5)
    thick = 1.4 * unit if piece.kind is Kind.UNCLAIMED else 0.7 * unit
    sheet.box(*_corners(box), wash=look.wash, line=look.colour, thick=thick)
    if look.letters:
        size = 6.5 * unit
        left = max(box.x0 - width_of(look.letters, size, bold=True) - 2 * unit, unit)
        sheet.text(left, box.top + size, look.letters, size, look.colour, bold=True)


def _draw_findings(sheet: Sheet, findings: Sequence[Finding], unit: float) -> None:
    """A numbered flag at the right end of each; those at one place stand side by side."""
    there: Counter[Box] = Counter()
    for n, finding in enumerate(findings, 1):
        box = finding.source.place.box if finding.source is not None else None
        if box is None or not sheet.has_room():
            continue
        size = 6 * unit
        wide = width_of(str(n), size, bold=True) + 2 * unit
        left = min(box.x1 + there[box] * (wide + unit), sheet.width - wide)
        there[box] += 1
        top = max(box.top - 3 * unit, 0.0)
        sheet.box(*_corners(box), line=FINDING_COLOUR, thick=1.1 * unit)
        sheet.box(
            left, top, left + wide, top + size + 2 * unit,
            wash=(255, 225, 205), line=FINDING_COLOUR, thick=0.8 * unit,
        )  # fmt: skip
        sheet.text(left + unit, top + size, str(n), size, FINDING_COLOUR, bold=True)


class _Foot:
    """The title, the legend of what is on the page, and the findings; laid out, then drawn."""

    def __init__(self, plan: Plan, width: float, top: float, unit: float) -> None:
        self.plan, self.width, self.top, self.unit = plan, width, top, unit
        self.size, self.step = _SIZE * unit, _SIZE * 1.5 * unit
        self.margin = 16 * unit
        counts = Counter(p.kind for p in plan.pieces if p.text.strip() or p.values)
        counts += Counter(kind for _, kind, _ in plan.loose)
        self.kinds = [(kind, counts[kind]) for kind in Kind if counts[kind]]
        self.signs = [
            *([("table", TABLE_WORDS)] if plan.tables else []),
            *([("head", HEAD_WORDS)] if plan.heads else []),
            *([("unread", UNREAD_WORDS)] if any(p.is_unread for p in plan.pieces) else []),
            *([("finding", FINDING_WORDS)] if plan.findings else []),
        ]
        self.columns = max(1, min(3, int((width - 2 * self.margin) / (230 * unit))))
        self.rows = -(-(len(self.kinds) + len(self.signs)) // self.columns)
        self.lines = list(self._listed())
        self.height = self.step * (2.6 + self.rows + len(self.lines)) + self.margin

    def _listed(self) -> list[str]:
        width = self.width - 2 * self.margin
        lines: list[str] = []
        for n, finding in enumerate(self.plan.findings[:MOST_LISTED], 1):
            said = f"{n}  {finding.severity.value} {finding.rule}: {clean(finding.message)}"
            if finding.printed:
                said += f'; printed "{clean(finding.printed)}"'
            lines += wrapped(said, width, self.size, 2)
        more = len(self.plan.findings) - MOST_LISTED
        return [*lines, f"and {more} more findings on this page"] if more > 0 else lines

    def draw(self, sheet: Sheet) -> None:
        """Draw it under the page."""
        unit, left = self.unit, self.margin
        sheet.line(0, self.top, self.width, self.top, TABLE_COLOUR, 0.8 * unit)
        y = self.top + 1.6 * self.step
        title = clean(self.plan.title) + (" (too many marks: not all are drawn)" * sheet.is_full)
        (title,) = wrapped(title, self.width - 2 * left, self.size, 1)
        sheet.text(left, y, title, self.size, bold=True)
        y += 1.4 * self.step
        wide = (self.width - 2 * left) / self.columns
        entries: list[tuple[Kind | str, int | str]] = [*self.kinds, *self.signs]
        for n, (name, more) in enumerate(entries):
            x = left + (n // self.rows) * wide
            self._entry(sheet, x, y + (n % self.rows) * self.step, wide, name, more)
        y += self.rows * self.step + 0.3 * self.step
        for line in self.lines:
            sheet.text(left, y, line, self.size)
            y += self.step

    def _entry(
        self, sheet: Sheet, x: float, y: float, wide: float, name: Kind | str, more: int | str
    ) -> None:
        unit, size = self.unit, self.size
        box = Box(x, y - 0.85 * size, x + 2.1 * size, y + 0.2 * size)
        if isinstance(name, Kind):
            look = name.look
            dashes = (2.5 * unit, 2 * unit) if name is Kind.FURNITURE else ()
            sheet.box(*_corners(box), wash=look.wash, line=look.colour, thick=unit, dashes=dashes)
            sheet.text(x + 0.4 * size, y, look.letters, 0.9 * size, look.colour, bold=True)
            words = f"{look.words} ({more})"
        else:
            self._sign(sheet, box, name)
            words = str(more)
        (words,) = wrapped(words, wide - 3.2 * size, size, 1)
        sheet.text(x + 2.7 * size, y, words, size)

    def _sign(self, sheet: Sheet, box: Box, name: str) -> None:
        unit = self.unit
        match name:
            case "table":
                sheet.box(*_corners(box), line=TABLE_COLOUR, thick=1.2 * unit)
                middle = (box.x0 + box.x1) / 2
                sheet.line(middle, box.top, middle, box.bottom, TABLE_COLOUR, 0.45 * unit)
            case "head":
                sheet.hatch(*_corners(box), HEAD_COLOUR, 5 * unit)
                sheet.box(*_corners(box), line=HEAD_COLOUR, thick=0.5 * unit)
            case "unread":
                dashes = (1.5 * unit, 1.5 * unit)
                sheet.box(*_corners(box), line=UNREAD_COLOUR, thick=1.4 * unit, dashes=dashes)
            case _:
                sheet.box(*_corners(box), wash=(255, 225, 205), line=FINDING_COLOUR, thick=unit)
                sheet.text(
                    box.x0 + 0.7 * self.size, box.bottom - 0.2 * self.size, "1",
                    0.9 * self.size, FINDING_COLOUR, bold=True,
                )  # fmt: skip
