"""Every table that is nothing else: its filled cells, with the labels of row and column."""

import re
from collections.abc import Iterator

from attrs import define

from ifo_followup.document import Cell, Table
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.grids import Grid, header_depth, is_value, label_column, own
from ifo_followup.layouts.mint import Spot, statistic_of, text_at
from ifo_followup.layouts.statistics_heads import CORNER_WORDS
from ifo_followup.layouts.tables import head_texts
from ifo_followup.model.findings import Severity
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.values import Missing, Text, Unit
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

_CAPTION_WORD = re.compile(
    r"(?:Tabell|Diagram|Trenddiagram|Figur|Bild)(?:\s[0-9]{1,3})?(?:\sfrån\s\w{1,30})?\s{0,2}[:.]\s{0,3}"
)
_TICK = re.compile(r"^[\u2713\u2714\u221a]\s{0,3}")


def title_of(caption: str) -> str:
    """A caption without the word that says it is one: "Tabell: Antal ..." → "Antal ..."."""
    return _CAPTION_WORD.sub("", caption, count=1).strip()


def is_caption(text: str) -> bool:
    """Whether a line says of itself that it is a table's caption."""
    return _CAPTION_WORD.match(text) is not None


def read_statistics(table: Table, draft: Draft, number: int, caption: Text | None) -> None:
    """Read a table of statistics into the draft."""
    _Statistics(table, draft, number, caption).read()


@define(eq=False)
class _Statistics:
    table: Table
    draft: Draft
    number: int
    caption: Text | None

    def read(self) -> None:
        grid = self.table.grid()
        depth = header_depth(self.table, grid)
        heads = head_texts(grid, depth) if depth else ("",) * self.table.columns
        for cell in self.table.cells:
            if cell.row < depth:
                self.draft.ledger.claim(cell)
        labelled = label_column(grid, depth)
        cells = tuple(self._cells(grid, depth, heads, labelled=labelled))
        title = self.caption
        corner = heads[0] if labelled else ""
        if title is None and corner and squash(corner) not in CORNER_WORDS:
            title = text_at(corner, self.table.place, Spot(table=self.number))
        if not cells:
            self.draft.ledger.find(
                "table-unread",
                "a table without values that are understood",
                Spot(table=self.number).source(title.text if title else "", self.table.place),
            )
            return
        self.draft.statistics.append(
            StatisticsTable(number=len(self.draft.statistics) + 1, title=title, cells=cells)
        )

    def _cells(
        self, grid: Grid, depth: int, heads: tuple[str, ...], *, labelled: bool
    ) -> Iterator[StatisticsCell]:
        decoration = self._decoration(grid, depth, heads, labelled=labelled)
        units = [read_unit(head) if head else None for head in heads]
        for row in grid[depth:]:
            label = ""
            unit: Unit | None = None
            label_cell = own(row, 0)
            if labelled and label_cell is not None:
                label = _TICK.sub("", label_cell.text.replace("\n\n", " ")).strip()
                self.draft.ledger.claim(label_cell)
                unit = read_unit(label) if label else None
            for n in range(1 if labelled else 0, len(row)):
                cell = own(row, n)
                if cell is None:
                    continue
                self.draft.ledger.claim(cell)
                if n not in decoration and cell.colspan == 1:
                    yield from self._cell(cell, label, heads[n], units[n] or unit)

    def _cell(
        self, cell: Cell, label: str, head: str, unit: Unit | None
    ) -> Iterator[StatisticsCell]:
        spot = Spot(table=self.number, row=label or None, column=head or None)
        number = statistic_of(cell.text, cell.place, spot, unit)
        if number is None:
            return
        if number.missing is Missing.UNREADABLE and not is_value(cell.text):
            self.draft.ledger.find(
                "unread-value", "no value that is understood; kept as text", number.source
            )
        yield StatisticsCell(row=label or None, column=head or None, number=number)

    def _decoration(
        self, grid: Grid, depth: int, heads: tuple[str, ...], *, labelled: bool
    ) -> set[int]:
        """Columns without a head that hold no value in any row are icons."""
        out: set[int] = set()
        if not depth:
            return out
        for n in range(1 if labelled else 0, len(heads)):
            cells = [c for row in grid[depth:] if (c := own(row, n)) is not None and c.text.strip()]
            if not heads[n].strip() and cells and not any(is_value(c.text) for c in cells):
                out.add(n)
                self.draft.ledger.find(
                    "icons-left-out",
                    "a column without a head that holds no values was taken for icons",
                    Spot(table=self.number).source(cells[0].text, cells[0].place),
                    severity=Severity.INFO,
                )
        return out
