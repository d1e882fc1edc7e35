"""Reading a table of numbers whose layout nobody declared.

What is clearly money of a budget becomes a budget table. Columns and rows that are not clear go to
statistics, each number with its printed heads, and a finding names them; a table that is no money
at all is statistics.
"""

import re
from collections.abc import Sequence

from attrs import define, field

from ifo_followup.document import Table
from ifo_followup.generic import contents
from ifo_followup.generic.heads import is_period
from ifo_followup.generic.leftover import keep, report_unclear
from ifo_followup.generic.parts import part_of
from ifo_followup.generic.signs import read_signed
from ifo_followup.layouts.around import Around
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.grids import Grid, header_depth, label_column, own
from ifo_followup.layouts.mint import Spot, cell_text
from ifo_followup.layouts.money_heads import CellMeaning, speaks_of_money
from ifo_followup.layouts.money_table import read_money
from ifo_followup.layouts.statistics_table import read_statistics
from ifo_followup.layouts.tables import head_texts
from ifo_followup.model.values import Text, Unit
from ifo_followup.swedish.currency import MONEY_UNITS
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

# a table of these counts something, whatever its columns are called
_COUNTS = re.compile(
    r"antal|volym|vårddygn|sjukfrånvaro|årsarbet|nyckeltal|prestation|placeringar|ärenden|hushåll|"
    r"sjuktal|personalomsättning"
)
_COUNTED = (Unit.COUNT, Unit.PERCENT, Unit.HOURS, Unit.KR_PER_INHABITANT)
_PER = re.compile(
    r"\bper\s(?:plats|brukare|dygn|vårddygn|inv|elev|placer|timme|person|hushåll|ärende)|kr\s?/",
    re.IGNORECASE,
)
_IMPLIED = re.compile(r"budget|prognos|bokslut|förslag")
_BASIS = re.compile(r"utfall|budget|avv|prognos|bokslut|kommunbidrag")


def read_numbers(table: Table, draft: Draft, number: int, around: Around) -> None:
    """Read a table of numbers: as money where its heads say so, else as statistics."""
    grid = table.grid()
    top = contents.title_rows(table, grid)
    caption = around.caption
    if top:
        caption = cell_text(grid[0][0], Spot(table=number)) or caption
        draft.ledger.claim(*(c for row in grid[:top] for c in row if c is not None))
    body = part_of(table, without_rows=range(top)) if top else table
    depth = header_depth(body, body.grid())
    if depth > top and _has_codes(body.grid(), depth):
        _read_with_codes(body, draft, number, caption, around, top)
    else:
        _Numbers(body, draft, number, caption, around).read(top)


def _has_codes(grid: Grid, depth: int) -> bool:
    """Whether the first column numbers the rows and the second names them: "410 | Vuxna"."""
    if len(grid[0]) < 3 or label_column(grid, depth):
        return False
    names = contents.column(grid, depth, 1)
    return bool(names) and contents.texts(names) == len(names)


def _read_with_codes(
    table: Table, draft: Draft, number: int, caption: Text | None, around: Around, top: int
) -> None:
    """Read a table without the codes before its labels; they stay unclaimed and are told."""
    rest = part_of(table, columns=range(1, table.columns))
    codes = next(c for c in table.cells if c.column == 0)
    source = Spot(table=number, column=codes.text).source(codes.text, codes.place)
    draft.ledger.find("cell-unread", "the codes before the labels are not read", source)
    _Numbers(rest, draft, number, caption, around).read(top)
    draft.ledger.claim(*(c for c in table.cells if c.column > 0))


@define(eq=False)
class _Numbers:
    """One table whose first column names its rows."""

    table: Table
    draft: Draft
    number: int
    caption: Text | None
    around: Around
    grid: Grid = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.grid = self.table.grid()

    def read(self, top: int) -> None:
        """Read it; `top` rows at its beginning are its title."""
        depth = header_depth(self.table, self.grid)
        heads = head_texts(self.grid, depth)
        if depth <= top:
            self.find("table-unread", "figures without heads; they are kept as statistics")
        if depth <= top or not self._is_money(heads):
            self._statistics()
            return
        units = {unit for head in heads if (unit := read_unit(head)) in MONEY_UNITS}
        near = self._unit_near()
        counted = self._counted(depth, next(iter(units), near))
        found = read_signed(
            self.grid, depth,
            without=counted, year=self.draft.year, annual=self.around.annual,
            month=self.draft.month,
        )  # fmt: skip
        meanings = found.meanings
        if not any(meanings) or not found.rows or len(units) > 1 or self._is_over_time(depth):
            if _BASIS.search(squash(" ".join(heads[1:]))):
                self.find("money-unclear", "what the amounts of this table are is not clear")
            self._statistics()
            return
        money = part_of(self.table, without_rows=counted) if counted else self.table
        read_money(
            money, self.draft, self.number, self.caption,
            meanings=meanings, unit=near, usual=found.usual,
        )  # fmt: skip
        if self.draft.money_unit is None:
            self.find("unit-missing", "no unit of money is printed; the amounts have none")
        self._left_over(heads, meanings, counted, depth)

    def _is_money(self, heads: Sequence[str]) -> bool:
        named = squash(f"{self._title()} {heads[0]}")
        behind = squash(" ".join(heads[1:]))
        in_money = any(read_unit(text) in MONEY_UNITS for text in (heads[0], self._title()))
        if _COUNTS.search(named) and not in_money:
            return False
        if speaks_of_money(heads):
            # "Intäkt, Kostnad" under the title "Budget 2020" is no outcome
            return bool(_BASIS.search(behind)) or not _IMPLIED.search(named)
        in_money = in_money or self.around.unit is not None
        if "intäkt" in behind and "kostnad" in behind and not _IMPLIED.search(named):
            return in_money
        return bool(_BASIS.search(behind)) and in_money

    def _is_over_time(self, depth: int) -> bool:
        """Whether the rows are months or reports, not what the money is for: "Prognos" of each."""
        labels = [cell.text for cell in contents.column(self.grid, depth, 0)]
        times = sum(1 for label in labels if is_period(label))
        return times * 2 > len(labels)

    def _title(self) -> str:
        return self.caption.text if self.caption else ""

    def _unit_near(self) -> Unit | None:
        """The unit named around the table, for one whose heads name none."""
        found = read_unit(self._title()) if self.caption else None
        return found if found in MONEY_UNITS else self.around.unit

    def _counted(self, depth: int, unit: Unit | None) -> set[int]:
        """Rows that are no amounts of the table: "Antal årsarbetare", "Kostnad per plats, kr"."""
        out: set[int] = set()
        for n in range(depth, len(self.grid)):
            label = own(self.grid[n], 0)
            if label is None or not any(c and c.text.strip() for c in self.grid[n][1:]):
                continue
            named = read_unit(label.text)
            other = named in MONEY_UNITS and unit is not None and named is not unit
            if named in _COUNTED or other or _PER.search(label.text):
                out.add(n)
        return out

    def _left_over(
        self,
        heads: Sequence[str],
        meanings: Sequence[CellMeaning | None],
        counted: set[int],
        depth: int,
    ) -> None:
        unclear = [
            n
            for n, meaning in enumerate(meanings, start=1)
            if meaning is None and any(c.text.strip() for c in contents.column(self.grid, depth, n))
        ]
        title = self.caption
        if unclear:
            report_unclear(
                self.table, self.draft, self.number, title,
                heads=heads, depth=depth, columns=unclear,
            )  # fmt: skip
        if counted:
            clear = [n for n in range(1, len(heads)) if n not in unclear]
            keep(
                self.table, self.draft, self.number, title,
                heads=heads, rows=sorted(counted), columns=clear,
            )  # fmt: skip

    def _statistics(self) -> None:
        read_statistics(self.table, self.draft, self.number, self.caption)

    def find(self, rule: str, message: str) -> None:
        """Say something of the table."""
        source = Spot(table=self.number).source(self._title(), self.table.place)
        self.draft.ledger.find(rule, message, source)
