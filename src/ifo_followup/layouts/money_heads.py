"""What the column heads of a money table mean: quantity, basis and horizon of each amount.

The words are the field's own, alike in every municipality: "Utfall" under a month is the outcome
so far, "Budget" under "Helårsprognos" the year's budget. The rules are those of the table
`budget_cells` in docs/reference/tables.md.
"""

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve, frozen

from ifo_followup.model.money import Basis, BudgetCell, Horizon, MoneyQuantity
from ifo_followup.swedish.currency import MONEY_UNITS
from ifo_followup.swedish.dates import ANY_MONTH, ANY_YEAR
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

_YEAR = rf"(?:{ANY_YEAR})?"
_MONTH_HEAD = re.compile(rf"{ANY_MONTH}{_YEAR}")

# "Fg" may stand over "prognos" as a group does, where the column is narrow
BEFORE = r"f(?:g|öreg(?:ående)?)\.?"
# heads as they stand in a run of words, the longest first; groups of columns, then columns
GROUP_HEADS = (
    rf"helårbudgetochprognos{_YEAR}",
    rf"helårsprognos{_YEAR}",
    rf"årsprognos{_YEAR}",
    rf"helår{_YEAR}",
    rf"ack(?:umulerat|umulerad|\.)?(?:utfall|budget){_YEAR}",
    rf"{ANY_MONTH}(?:{ANY_MONTH})?{_YEAR}",
    r"förändring",
    r"prognos(?=$|[^a-zåäö])",
    r"prognos",
    BEFORE,
)
_SPAN = rf"{ANY_MONTH}(?:{ANY_MONTH})?"
_QUANTITY = r"(?:intäkter|kostnader|nettokostnad|nettoresultat|netto|kommunbidrag|resultat)"
LEAF_HEADS = (
    # with their period in the same line: "Utfall jan-aug", "Budget 2019", "Budget helår"
    rf"(?:utfall|budget|avvikelse)(?:{_SPAN}{_YEAR}|helår{_YEAR}|ack|t[1-3]{_YEAR}|perioden)",
    rf"(?:utfall|budget|prognos|bokslut){ANY_YEAR}",
    r"(?:avvikelse|budgetavvikelse)mot(?:års)?budget",
    r"(?:helårs|års)(?:prognos|budget|avvikelse)",
    r"fgprognos",
    r"föreg(?:ående)?\.?prognos",
    r"prognosförändring",
    r"förändringprognos",
    rf"(?:utfall|budget|prognos|avvikelse){_QUANTITY}",
    r"prognosavvikelse",
    r"budgetavvikelse",
    r"kommunbidrag",
    r"nettokostnad",
    r"nettoresultat",
    r"intäkter",
    r"intäkt",
    r"kostnader",
    r"kostnad",
    r"resultat",
    r"utfall",
    r"budget",
    r"avvikelse",
    r"prognos",
    r"förändring",
    r"netto",
)


# what is left of revenue, cost and grant: the first that is printed is what a forecast is of
_BALANCES = (MoneyQuantity.RESULT, MoneyQuantity.NET, MoneyQuantity.NET_COST)
_FORECASTS = (Basis.FORECAST, Basis.PREVIOUS_FORECAST)


@frozen(cache_hash=True)  # a key of every row
class CellMeaning:
    """What the amounts of one column are. `quantity` is None where no head names one."""

    quantity: MoneyQuantity | None
    basis: Basis
    horizon: Horizon

    @staticmethod
    def of(cell: BudgetCell) -> "CellMeaning":
        """What a cell's column holds."""
        return _meaning(cell.quantity, cell.basis, cell.horizon)


# one object for all cells that mean the same: they are compared by the thousand
_meaning = cache(CellMeaning)


def read_heads(columns: Sequence[Sequence[str]]) -> tuple[CellMeaning | None, ...]:
    """Read the heads of a money table's amount columns.

    Args:
        columns: for each column its printed heads from the top down, groups first.

    Returns:
        A meaning for each column, None for one whose heads say none of the known words.
    """
    out: list[CellMeaning | None] = []
    previous: CellMeaning | None = None
    for heads in columns:
        words = [squash(head) for head in heads if head.strip()]
        meaning = _read(words, previous)
        out.append(meaning)
        previous = meaning or previous
    named = {m.quantity for m in out if m}
    balance = next((quantity for quantity in _BALANCES if quantity in named), None)
    if balance is not None:
        # a bare "Prognos" or "Fg prognos" beside Intäkt, Kostnad, Resultat forecasts the result
        out = [
            evolve(m, quantity=balance) if m and m.quantity is None and m.basis in _FORECASTS else m
            for m in out
        ]
    return tuple(out)


def _read(words: Sequence[str], previous: CellMeaning | None) -> CellMeaning | None:
    if not words:
        return None
    whole = "".join(words)
    leaf = words[-1]
    quantity = quantity_in(leaf) or quantity_in(whole)
    basis = _basis(whole, leaf, quantity)
    if basis is None:
        return None
    return CellMeaning(quantity, basis, _horizon(words, basis, previous))


def quantity_in(text: str) -> MoneyQuantity | None:
    """What squashed words say the amounts are."""
    for word, quantity in (
        ("kommunbidrag", MoneyQuantity.MUNICIPAL_GRANT),
        ("nettokostnad", MoneyQuantity.NET_COST),
        ("resultat", MoneyQuantity.RESULT),
        ("intäkt", MoneyQuantity.REVENUE),
        ("kostnad", MoneyQuantity.COST),
        ("netto", MoneyQuantity.NET),
    ):
        if word in text:
            return quantity
    return None


def _basis(whole: str, leaf: str, quantity: MoneyQuantity | None) -> Basis | None:
    if "förändring" in whole or whole.endswith("förändr"):
        return Basis.FORECAST_CHANGE
    if re.search(r"(?:fg|föreg|föregående|tidigare|förra)\.?prognos", whole):
        return Basis.PREVIOUS_FORECAST
    for text in (leaf, whole):
        for word, basis in (
            ("avvikelse", Basis.DEVIATION),
            ("utfall", Basis.OUTCOME),
            ("budget", Basis.BUDGET),
            ("kommunbidrag", Basis.BUDGET),
            ("prognos", Basis.FORECAST),
        ):
            if word in text:
                return basis
    return Basis.OUTCOME if quantity is not None else None


def _horizon(words: Sequence[str], basis: Basis, previous: CellMeaning | None) -> Horizon:
    if basis in (Basis.FORECAST, Basis.PREVIOUS_FORECAST, Basis.FORECAST_CHANGE):
        return Horizon.FULL_YEAR
    whole = "".join(words)
    if re.search(r"helår|årsbudget|årsprognos", whole):
        return Horizon.FULL_YEAR
    if basis is Basis.OUTCOME or any(
        _MONTH_HEAD.match(word) or word.startswith("ack") or "period" in word for word in words
    ):
        return Horizon.YEAR_TO_DATE
    if "prognos" in whole:
        return Horizon.FULL_YEAR
    # "Utfall Budget Avvikelse Prognos Budget Avvikelse": the last outcome or forecast goes on
    return previous.horizon if previous else Horizon.YEAR_TO_DATE


def speaks_of_money(heads: Sequence[str]) -> bool:
    """Whether heads speak of money: one names its unit, or the words of a budget follow-up do."""
    if any(read_unit(head) in MONEY_UNITS for head in heads):
        return True
    words = squash(" ".join(heads))
    return sum(1 for word in ("utfall", "budget", "avvikelse", "prognos") if word in words) > 1
