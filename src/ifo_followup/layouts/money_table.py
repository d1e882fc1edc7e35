"""Money tables: lines with their roles and sections, cells with quantity, basis and horizon."""

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import define, evolve

from ifo_followup.document import Cell, Table
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.grids import Grid, header_depth, own
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import Spot, cell_text
from ifo_followup.layouts.money_heads import CellMeaning, read_heads, speaks_of_money
from ifo_followup.layouts.numeric_heads import split_heads
from ifo_followup.layouts.statistics_heads import CORNER_WORDS
from ifo_followup.layouts.tables import head_texts
from ifo_followup.model.findings import Severity
from ifo_followup.model.money import BudgetCell, BudgetLine, BudgetTable, LineRole, MoneyQuantity
from ifo_followup.model.values import Missing, Number, Text, Unit
from ifo_followup.swedish.currency import MONEY, MONEY_UNITS
from ifo_followup.swedish.dates import ANY_YEAR
from ifo_followup.swedish.numbers import UnreadableNumber, is_dash, printed_number
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit, unit_of
from ifo_followup.swedish.words import line_role

_UNIT_WORD = re.compile(rf"[\s,(]{{0,3}}\b(?:i\s)?{MONEY}\b\)?\.?$", re.IGNORECASE)
# "Kostnader" alone heads a group of lines, not a part of the organisation
_KINDS_OF_LINES = frozenset(("kostnader", "intäkter", "kostnad", "intäkt"))
_YEARS = re.compile(rf"(?<![0-9]){ANY_YEAR}(?![0-9])")
_FOOTNOTE = re.compile(r"\*{1,3}$")


def is_money(table: Table) -> bool:
    """Whether a table's header, or the rows directly under it, speak of money."""
    grid = table.grid()
    depth = header_depth(table, grid)
    if depth == 0:
        return False
    heads = head_texts(grid, depth)
    meanings = [m for m in read_heads(columns_of(grid, depth)) if m is not None]
    return speaks_of_money(heads) and len(meanings) * 2 >= len(heads) - 1 and len(meanings) > 0


def names_of(table: Table) -> set[str]:
    """What a money table calls itself in its first cells, squashed and without the unit."""
    first = (cell.text for cell in table.cells if cell.row < 3 and cell.column == 0)
    return {squash(_UNIT_WORD.sub("", text).strip(" ,")) for text in first}


def columns_of(grid: Grid, depth: int) -> list[list[str]]:
    """The heads of each column behind the labels, from the top down."""
    out: list[list[str]] = []
    for n in range(1, len(grid[0])):
        seen: list[Cell] = []
        for row in grid[:depth]:
            cell = row[n]
            if cell is not None and cell not in seen:
                seen.append(cell)
        out.append([cell.text for cell in seen])
    return out


def read_money(
    table: Table,
    draft: Draft,
    number_in_document: int,
    caption: Text | None,
    *,
    meanings: Sequence[CellMeaning | None] | None = None,
    unit: Unit | None = None,
    usual: Callable[[str], str] = str,
) -> None:
    """Read a money table into the draft.

    Args:
        table: the table.
        draft: what is added to.
        number_in_document: counts all tables from 1.
        caption: the line above it that names it.
        meanings: what the columns behind the labels are, where the caller has read the heads; it
            then answers for those without a meaning. Otherwise they are read here.
        unit: what is printed around the table, for one that names none itself.
        usual: an amount as it is usually printed, where the table has another way: "5-" is "-5".
    """
    _MoneyTable(table, draft, number_in_document, caption, meanings, unit, usual).read()


@define(eq=False)
class _MoneyTable:
    table: Table
    draft: Draft
    number: int
    caption: Text | None
    meanings: Sequence[CellMeaning | None] | None = None
    near: Unit | None = None
    usual: Callable[[str], str] = str

    @property
    def ledger(self) -> Ledger:
        return self.draft.ledger

    def read(self) -> None:
        grid = self.table.grid()
        depth = header_depth(self.table, grid)
        meanings = self.meanings
        if meanings is None:
            columns = columns_of(grid, depth)
            meanings = _own_meanings(read_heads(columns), grid, depth)
            meanings = _of_the_year(meanings, columns, self.draft.year)
        corners = [c for row in grid[:depth] if (c := own(row, 0)) is not None and c.text.strip()]
        for row in grid[:depth]:
            self.ledger.claim(*(cell for cell in row if cell is not None))
        body: list[Sequence[Cell | None]] = [row for row in grid[depth:] if any(row)]
        title, body = self._title(corners, body)
        unit = self._unit(corners, title, grid[:depth])
        quantity = self._quantity(title, corners)
        heads = head_texts(grid, depth)
        lines = tuple(self._lines(body, meanings, heads, unit, quantity))
        if not lines:
            self.ledger.find(
                "table-unread",
                "a money table without amounts",
                Spot(table=self.number).source(title.text if title else "", self.table.place),
            )
            return
        self.draft.budget_tables.append(
            BudgetTable(
                number=len(self.draft.budget_tables) + 1,
                title=_without_unit(title),
                unit=unit,
                lines=_with_totals(lines),
            )
        )

    def _title(
        self, corners: Sequence[Cell], body: list[Sequence[Cell | None]]
    ) -> tuple[Text | None, list[Sequence[Cell | None]]]:
        """The title: a first row that only names the table, else a corner, else the caption."""
        spot = Spot(table=self.number)
        first = body[0] if body else []
        label = own(first, 0) if first else None
        alone = label is not None and not any(
            c is not None and c is not label and c.text.strip() for c in first
        )
        if label is not None and alone and read_unit(label.text) in MONEY_UNITS:
            self.ledger.claim(label)
            return cell_text(label, spot), body[1:]
        named = [c for c in corners if not says_nothing(c.text)]
        with_unit = [c for c in named if read_unit(c.text) in MONEY_UNITS]
        if self.caption is not None and not with_unit:
            return self.caption, body
        chosen = with_unit or named
        return cell_text(chosen[-1] if chosen else None, spot), body

    def _unit(self, corners: Sequence[Cell], title: Text | None, header: Grid) -> Unit | None:
        texts = [title.text] if title else []
        texts += [c.text for c in corners]
        texts += [c.text for row in header for c in row if c is not None]
        for text in texts:
            found = read_unit(text)
            if found in MONEY_UNITS:
                self.draft.money_unit = found
                return found
        if self.near is not None:
            self.draft.money_unit = self.near
            return self.near
        if self.draft.money_unit is not None:
            self.ledger.find(
                "unit-inherited",
                "the table names no unit; that of the money table before it was taken",
                Spot(table=self.number).source(title.text if title else "", self.table.place),
                severity=Severity.INFO,
            )
        return self.draft.money_unit

    def _quantity(self, title: Text | None, corners: Sequence[Cell]) -> MoneyQuantity:
        """What the amounts are where no head says it: the table's title, "Nettokostnad per ..."."""
        words = squash(title.text if title else " ".join(c.text for c in corners))
        return MoneyQuantity.NET_COST if "nettokostnad" in words else MoneyQuantity.AMOUNT

    def _lines(
        self,
        body: Sequence[Sequence[Cell | None]],
        meanings: Sequence[CellMeaning | None],
        heads: Sequence[str],
        unit: Unit | None,
        quantity: MoneyQuantity,
    ) -> Iterator[BudgetLine]:
        section: Text | None = None
        group: Text | None = None  # "Kostnader": a section where no other is open
        for row in body:
            label_cell = own(row, 0)
            label = cell_text(label_cell, Spot(table=self.number))
            if label_cell is not None:
                self.ledger.claim(label_cell)
            values = [own(row, n) for n in range(1, len(row))]
            if not any(c is not None and c.text.strip() for c in values):
                if label is not None and squash(label.text) in _KINDS_OF_LINES:
                    group = label
                elif label is not None:
                    section, group = label, None
                continue
            spot = Spot(table=self.number, row=label.text if label else None)
            cells = tuple(self._cells(values, meanings, heads, unit, quantity, spot))
            if label is None:
                self.ledger.find(
                    "row-unread",
                    "amounts without a row label",
                    spot.source(" ".join(c.text for c in values if c), self.table.place),
                )
                continue
            if cells:
                role = line_role(label.text, section=section.text if section else None)
                if group is not None and role == "sum" and not _closes(group, label):
                    group = None
                yield BudgetLine(
                    label=label,
                    section=section or group,
                    role=LineRole.SUBTOTAL if role == "sum" else LineRole(role),
                    cells=cells,
                )

    def _cells(
        self,
        values: Sequence[Cell | None],
        meanings: Sequence[CellMeaning | None],
        heads: Sequence[str],
        unit: Unit | None,
        quantity: MoneyQuantity,
        spot: Spot,
    ) -> Iterator[BudgetCell]:
        behind = 0  # the first column that no cell before covers
        for n, (cell, meaning) in enumerate(zip(values, meanings, strict=True), start=1):
            if cell is None and n < behind:
                continue
            behind = n + cell.colspan if cell is not None else n + 1
            if meaning is None:
                if self.meanings is None and cell is not None and cell.text.strip():
                    self.ledger.find(
                        "cell-unread",
                        f"what the column {heads[n]!r} holds is not known",
                        spot.source(cell.text, cell.place),
                        printed=cell.text,
                    )
                continue
            here = evolve(spot, column=heads[n])
            if cell is not None and cell.colspan > 1:
                # several amounts that nobody could tell apart are not one number
                self._unread(cell, here)
                continue
            if cell is not None:
                self.ledger.claim(cell)
            yield BudgetCell(
                quantity=meaning.quantity or quantity,
                basis=meaning.basis,
                horizon=meaning.horizon,
                amount=self._amount(cell, unit, here),
            )

    def _unread(self, cell: Cell, spot: Spot) -> None:
        if cell.undecided:
            return  # told where it could not be decided
        source = spot.source(cell.text, cell.place)
        self.ledger.find("cell-unread", "a cell over several columns", source, printed=cell.text)

    def _amount(self, cell: Cell | None, unit: Unit | None, spot: Spot) -> Number:
        text = cell.text.strip() if cell is not None else ""
        place = cell.place if cell is not None else self.table.place
        source = spot.source(text, place)
        if not text:
            return Number(missing=Missing.BLANK, source=source)
        if is_dash(text):
            return Number(missing=Missing.DASH, source=source)
        plain = _FOOTNOTE.sub("", text) if "*" in text else text
        found = _UNIT_WORD.search(plain)
        own_unit = unit_of(found[0]) if found else None
        bare = self.usual((plain[: found.start()] if found else plain).strip())
        try:
            value, decimals = printed_number(bare)
        except UnreadableNumber:
            self.ledger.find("unread-value", "no amount that is understood", source, printed=text)
            return Number(missing=Missing.UNREADABLE, source=source)
        # "1,2 mnkr" in a table in tkr is what it says
        unit = own_unit if own_unit in MONEY_UNITS else unit
        return Number(value=value, unit=unit, decimals=decimals, source=source)


def _own_meanings(
    meanings: Sequence[CellMeaning | None], grid: Grid, depth: int
) -> tuple[CellMeaning | None, ...]:
    """The meanings of columns, none where one lowest head stands over several that it means."""
    shared = {
        n
        for n, cell in enumerate(grid[depth - 1] if depth else (), start=0)
        if cell is not None and len(split_heads(cell.text)[1]) > 1 and cell.colspan > 1
    }
    return tuple(None if n in shared else m for n, m in enumerate(meanings, start=1))


def _of_the_year(
    meanings: Sequence[CellMeaning | None], columns: Sequence[Sequence[str]], year: str | None
) -> tuple[CellMeaning | None, ...]:
    """The meanings of columns, none where the heads name another year than the report's.

    "Utfall 2022" beside "Utfall 2023" is no outcome of 2023. Where all columns name another year,
    the report's own may be what is wrong.
    """
    named = [set(_YEARS.findall(" ".join(heads))) for heads in columns]
    own = [not years or year in years for years in named]
    if year is None or not any(own):
        return tuple(meanings)
    return tuple(m if here else None for m, here in zip(meanings, own, strict=True))


def _closes(group: Text, label: Text) -> bool:
    """Whether a sum is that of its group: "Summa kostnader" under "Kostnader".

    "Nettokostnad" is what revenue and cost come to, and closes neither.
    """
    words = squash(label.text)
    return "netto" not in words and squash(group.text).removesuffix("er") in words


def says_nothing(corner: str) -> bool:
    """Whether a corner only names the kind of its rows, or explains signs: "Kostnader (-)"."""
    bare = squash(_UNIT_WORD.sub("", corner)).rstrip(",.:")
    return bare in CORNER_WORDS or bool(re.search(r"\([-+]?\)", squash(corner))) or not bare


def _without_unit(title: Text | None) -> Text | None:
    if title is None:
        return None
    bare = _UNIT_WORD.sub("", title.text).strip(" ,")
    return Text(bare, title.source) if bare else None


def _with_totals(lines: tuple[BudgetLine, ...]) -> tuple[BudgetLine, ...]:
    """The last of the sums is the total, the others are subtotals."""
    sums = [n for n, line in enumerate(lines) if line.role is LineRole.SUBTOTAL]
    if not sums:
        return lines
    last = sums[-1]
    return tuple(
        evolve(line, role=LineRole.TOTAL) if n == last else line for n, line in enumerate(lines)
    )
