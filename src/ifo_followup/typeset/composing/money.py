"""Money tables: heads that say what each column holds, one row a line, bold rows for sections."""

from collections.abc import Iterator, Sequence

from ifo_followup.layouts.money_heads import CellMeaning, quantity_in, read_heads
from ifo_followup.model.money import (
    Basis,
    BudgetLine,
    BudgetTable,
    Horizon,
    LineRole,
    MoneyQuantity,
)
from ifo_followup.model.values import Unit
from ifo_followup.swedish.text import squash
from ifo_followup.typeset.composing.pieces import Printed, Sheet, Words
from ifo_followup.typeset.composing.words import number_words, words

_BASES = {
    Basis.OUTCOME: "Utfall",
    Basis.BUDGET: "Budget",
    Basis.FORECAST: "Prognos",
    Basis.DEVIATION: "Avvikelse",
    Basis.PREVIOUS_FORECAST: "Fg prognos",
    Basis.FORECAST_CHANGE: "Prognosförändring",
}
_QUANTITIES = {
    MoneyQuantity.REVENUE: "intäkter",
    MoneyQuantity.COST: "kostnader",
    MoneyQuantity.NET_COST: "nettokostnad",
    MoneyQuantity.MUNICIPAL_GRANT: "kommunbidrag",
    MoneyQuantity.RESULT: "resultat",
    MoneyQuantity.NET: "netto",
}
_YEAR = "Helårsprognos"
_UNITS = {Unit.TKR: "tkr", Unit.MNKR: "mnkr", Unit.KR: "kr"}


def compose_money(sheet: Sheet, table: BudgetTable, month: str) -> None:
    """Put a money table on the sheet.

    Args:
        sheet: where it goes.
        table: the table.
        month: the head over what is counted up to the report's end, such as "Aug 2021".
    """
    meanings = _meanings(table)
    header = _header(table, _heads(meanings, words(table.title), month))
    sheet.table(header, list(_rows(table, meanings)))


def _meanings(table: BudgetTable) -> list[CellMeaning]:
    """The columns of a table, in the order of the row that has most of them."""
    longest = max((line.cells for line in table.lines), key=len, default=())
    seen = [CellMeaning.of(cell) for cell in longest]
    for line in table.lines:
        seen += [m for cell in line.cells if (m := CellMeaning.of(cell)) not in seen]
    return seen


def _heads(meanings: Sequence[CellMeaning], title: str, month: str) -> list[tuple[str, str]]:
    """A group and a head for each column, so that they are read as what the columns hold."""
    named = MoneyQuantity.NET_COST if "nettokostnad" in squash(title) else MoneyQuantity.AMOUNT
    chosen: list[tuple[str, str]] = []
    for n, meaning in enumerate(meanings):
        ways = list(_ways(meaning, named, month))
        good = (way for way in ways if _read([*chosen, way], named)[: n + 1] == meanings[: n + 1])
        chosen.append(next(good, ways[0]))
    return chosen


def _read(heads: Sequence[tuple[str, str]], named: MoneyQuantity) -> list[CellMeaning | None]:
    found = read_heads([[part for part in parts if part] for parts in heads])
    return [m and CellMeaning(m.quantity or named, m.basis, m.horizon) for m in found]


def _ways(meaning: CellMeaning, named: MoneyQuantity, month: str) -> Iterator[tuple[str, str]]:
    """The ways to print what a column holds, the plainest first."""
    basis, quantity = _BASES[meaning.basis], meaning.quantity
    group = month if meaning.horizon is Horizon.YEAR_TO_DATE else _YEAR
    groups = [group, "", "Ack utfall" if group == month else "Helår"]
    leaves: list[str] = []
    if quantity is None or quantity is named or quantity_in(squash(basis)) is quantity:
        leaves.append(basis)
    if quantity is not None and quantity in _QUANTITIES:
        word = _QUANTITIES[quantity]
        leaves += [f"{basis} {word}", word.capitalize()]
    leaves += [basis]
    if meaning.basis in (Basis.PREVIOUS_FORECAST, Basis.FORECAST_CHANGE):
        groups = ["", group]
    yield from ((g, leaf) for leaf in dict.fromkeys(leaves) for g in groups)


def _header(table: BudgetTable, heads: Sequence[tuple[str, str]]) -> list[list[Words]]:
    """One row of heads, or two where groups stand over them; the corner names table and unit."""
    unit = _UNITS.get(table.unit, "") if table.unit else ""
    corner = ", ".join(part for part in (words(table.title), unit) if part)
    low: list[Words] = [corner, *(leaf for _, leaf in heads)]
    if not any(group for group, _ in heads):
        return [low]
    top: list[Words] = [""]
    at = 0
    while at < len(heads):
        group = heads[at][0]
        end = at + 1
        while group and end < len(heads) and heads[end][0] == group:
            end += 1
        top.append(Printed(text=group, span=end - at))
        at = end
    return [top, low]


def _rows(table: BudgetTable, meanings: Sequence[CellMeaning]) -> Iterator[list[Words]]:
    section: str | None = None
    for line in table.lines:
        here = words(line.section) or None
        if here is not None and here != section:
            yield [Printed(text=here, strong=True), *[""] * len(meanings)]
        section = here
        yield _row(line, meanings)


def _row(line: BudgetLine, meanings: Sequence[CellMeaning]) -> list[Words]:
    strong = line.role in (LineRole.SUBTOTAL, LineRole.TOTAL)
    texts = {CellMeaning.of(cell): number_words(cell.amount) for cell in line.cells}
    return [
        Printed(text=line.label.text, strong=strong),
        *(Printed(text=texts.get(meaning, ""), strong=strong) for meaning in meanings),
    ]
