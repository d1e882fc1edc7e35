"""The risk value in a matrix whose heads are letters: S times K is R."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ifo_followup.document import Cell
from ifo_followup.swedish.numbers import read_quantity
from ifo_followup.swedish.text import squash

_LIKELIHOOD = frozenset(("s", "sannolikhet"))
_CONSEQUENCE = frozenset(("k", "konsekvens"))
_PRODUCT = frozenset(("r", "rv", "sxk", "s*k", "sk", "summa", "värde", "riskpoäng"))


def product_column(heads: Sequence[str], cells: Sequence[Sequence[Cell]]) -> int | None:
    """The column of risk values, by its letter and by the values: each is likelihood x impact.

    Args:
        heads: the head of each column.
        cells: the filled cells under each head.
    """
    words = [squash(head).strip(".:()") for head in heads]
    at = [
        [n for n, word in enumerate(words) if word in letters]
        for letters in (_LIKELIHOOD, _CONSEQUENCE, _PRODUCT)
    ]
    if any(len(found) != 1 for found in at):
        return None
    s, k, r = (_values(cells[found[0]]) for found in at)
    holds = bool(r) and all(n in s and n in k and s[n] * k[n] == value for n, value in r.items())
    return at[2][0] if holds else None


def _values(cells: Sequence[Cell]) -> Mapping[int, Decimal]:
    """The number in each row."""
    found = ((cell.row, read_quantity(cell.text)) for cell in cells)
    return {row: quantity.number for row, quantity in found if quantity is not None}
