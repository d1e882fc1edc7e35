"""Reading a table of money whose layout nobody declared.

What is clear becomes a budget table; columns and rows that are not go to statistics, each number
with its printed heads, and a finding names them.
"""

import re

from ifo_followup.document import Table
from ifo_followup.generic import contents
from ifo_followup.generic.around import Around
from ifo_followup.generic.money_columns import amounts_of, read_columns
from ifo_followup.generic.parts import part_of
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.grids import Grid, header_depth, own
from ifo_followup.layouts.mint import Spot, cell_text
from ifo_followup.layouts.money_heads import MONEY_UNITS, CellMeaning, speaks_of_money
from ifo_followup.layouts.money_table import columns_of, read_money
from ifo_followup.layouts.statistics_table import read_statistics
from ifo_followup.layouts.tables import head_texts
from ifo_followup.model.values import Text, Unit
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

# a table of these counts something, whatever its columns are called
_COUNTS = re.compile(
    r"antal|volym|vårddygn|sjukfrånvaro|årsarbet|nyckeltal|prestation|placeringar|ärenden|hushåll|"
    r"sjuktal|personalomsättning"
)
_COUNTED = (Unit.COUNT, Unit.PERCENT, Unit.HOURS, Unit.KR_PER_INHABITANT)
_IMPLIED = re.compile(r"budget|prognos|bokslut|förslag|plan\b", re.IGNORECASE)
_BASIS = re.compile(r"utfall|budget|avvikelse|prognos|bokslut|kommunbidrag")


def read_numbers(table: Table, draft: Draft, number: int, around: Around) -> None:
    """Read a table of numbers: as money where its heads say so, else as statistics."""
    grid = table.grid()
    top = contents.title_rows(table, grid)
    caption = around.caption
    if top:
        first = grid[0][0]
        caption = cell_text(first, Spot(table=number)) or caption
        draft.ledger.claim(*(c for row in grid[:top] for c in row if c is not None))
        table = part_of(table, without_rows=range(top))
        grid = table.grid()
    _Numbers(table, grid, draft, number, caption, around).read(top)


class _Numbers:
    def __init__(
        self,
        table: Table,
        grid: Grid,
        draft: Draft,
        number: int,
        caption: Text | None,
        around: Around,
    ) -> None:
        self.table = table
        self.grid = grid
        self.draft = draft
        self.number = number
        self.caption = caption
        self.around = around

    def read(self, top: int) -> None:
        depth = header_depth(self.table, self.grid)
        if depth <= top or not self._is_money(depth):
            self._statistics(self.table)
            return
        counted = self._counted(depth)
        rows = amounts_of(self.grid, depth)
        rows = [row for n, row in enumerate(rows, start=depth) if n not in counted]
        heads = columns_of(self.grid, depth)
        meanings = read_columns(heads, rows, year=self.draft.year, annual=self.around.annual)
        if not any(meanings) or not rows:
            self._find("money-unclear", "what the amounts of this table are is not clear")
            self._statistics(self.table)
            return
        money = part_of(self.table, without_rows=counted) if counted else self.table
        unit = self._unit(depth)
        read_money(money, self.draft, self.number, self.caption, meanings=meanings, unit=unit)
        if self.draft.money_unit is None:
            self._find("unit-missing", "no unit of money is printed; the amounts have none")
        self._left_over(meanings, counted, depth)

    def _is_money(self, depth: int) -> bool:
        heads = head_texts(self.grid, depth)
        named = squash(" ".join([self.caption.text if self.caption else "", heads[0]]))
        behind = squash(" ".join(heads[1:]))
        if _COUNTS.search(named) and not any(
            read_unit(text) in MONEY_UNITS for text in (heads[0], self._title())
        ):
            return False
        if speaks_of_money(heads):
            # "Intäkt, Kostnad" under the title "Budget 2020" is no outcome
            return bool(_BASIS.search(behind)) or not _IMPLIED.search(named)
        return bool(_BASIS.search(behind)) and (
            self.around.unit is not None or read_unit(self._title()) in MONEY_UNITS
        )

    def _title(self) -> str:
        return self.caption.text if self.caption else ""

    def _unit(self, depth: int) -> Unit | None:
        """The unit named around the table, unless one of its own rows or heads names it."""
        del depth
        found = read_unit(self._title()) if self.caption else None
        return found if found in MONEY_UNITS else self.around.unit

    def _counted(self, depth: int) -> set[int]:
        """Rows that count something between rows of money: "Antal årsarbetare"."""
        out: set[int] = set()
        for n in range(depth, len(self.grid)):
            label = own(self.grid[n], 0)
            filled = any(c is not None and c.text.strip() for c in self.grid[n][1:])
            if label is not None and filled and read_unit(label.text) in _COUNTED:
                out.add(n)
        return out

    def _left_over(
        self, meanings: tuple[CellMeaning | None, ...], counted: set[int], depth: int
    ) -> None:
        unclear = [
            n
            for n, meaning in enumerate(meanings, start=1)
            if meaning is None and any(c.text.strip() for c in contents.column(self.grid, depth, n))
        ]
        if unclear:
            report_unclear(self.table, self.draft, self.number, unclear, depth, self.caption)
        if counted:
            others = set(range(depth, len(self.grid))) - counted
            self._statistics(part_of(self.table, without_rows=others))

    def _statistics(self, table: Table) -> None:
        read_statistics(table, self.draft, self.number, self.caption)

    def _find(self, rule: str, message: str) -> None:
        source = Spot(table=self.number).source(self._title(), self.table.place)
        self.draft.ledger.find(rule, message, source)


def report_unclear(
    table: Table,
    draft: Draft,
    number: int,
    columns: list[int],
    depth: int,
    caption: Text | None,
    label: int = 0,
) -> None:
    """Keep columns without a clear meaning as statistics, with their heads, and say so."""
    heads = head_texts(table.grid(), depth)
    for n in columns:
        place = next((c.place for c in table.cells if c.column == n), table.place)
        draft.ledger.find(
            "column-unclear",
            f"what the column {heads[n]!r} means is not clear; its cells are kept as statistics",
            Spot(table=number, column=heads[n]).source(heads[n], place),
        )
    told = len(draft.ledger.findings)
    read_statistics(part_of(table, columns=[label, *columns]), draft, number, caption)
    # words in such a column have been told of with it
    draft.ledger.findings[told:] = [
        f for f in draft.ledger.findings[told:] if f.rule != "unread-value"
    ]
    draft.ledger.claim(*(c for c in table.cells if c.column in columns))
