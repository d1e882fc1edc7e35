"""What must add up in a row of amounts; it decides between two readings of a run of digits."""

from collections.abc import Sequence
from decimal import Decimal

from attrs import field, frozen

from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.money import Basis, Horizon, MoneyQuantity

Amounts = Sequence[Decimal | None]
# so much an identity may be off and be the same to the eye, in units of the last printed digit
ROUNDING = Decimal(2)


def identities(meanings: Sequence[CellMeaning | None]) -> tuple[tuple[int, ...], ...]:
    """The identities among the columns, each as (sum, +part, -part ...) of 1-based positions.

    The first is the result; a negative position is subtracted: (3, 1, -2) reads c3 = c1 - c2.
    """
    found: list[tuple[int, ...]] = []
    at: dict[tuple[MoneyQuantity | None, Basis, Horizon], int] = {}
    for number, meaning in enumerate(meanings, start=1):
        if meaning is not None:
            at.setdefault((meaning.quantity, meaning.basis, meaning.horizon), number)
    for (quantity, basis, horizon), number in at.items():
        if basis is Basis.DEVIATION:
            actual = Basis.FORECAST if horizon is Horizon.FULL_YEAR else Basis.OUTCOME
            for kind in (quantity, MoneyQuantity.NET, MoneyQuantity.RESULT):
                is_, ought = at.get((kind, actual, horizon)), at.get((kind, Basis.BUDGET, horizon))
                if is_ and ought:
                    found.append((number, is_, -ought))
                    break
        elif basis is Basis.FORECAST_CHANGE:
            now = at.get((quantity, Basis.FORECAST, horizon))
            before = at.get((quantity, Basis.PREVIOUS_FORECAST, horizon))
            if now and before:
                found.append((number, now, -before))
        elif quantity in (MoneyQuantity.RESULT, MoneyQuantity.NET):
            parts = (
                at.get((MoneyQuantity.REVENUE, basis, horizon)),
                at.get((MoneyQuantity.COST, basis, horizon)),
            )
            if not all(parts):
                parts = (
                    at.get((MoneyQuantity.MUNICIPAL_GRANT, Basis.BUDGET, horizon)),
                    at.get((MoneyQuantity.NET_COST, basis, horizon)),
                )
            if all(parts):
                found.append((number, *(part for part in parts if part)))
    return tuple(found)


@frozen(order=True)
class Agreement:
    """How well a row adds up: identities that hold, the more the better, then by how much not."""

    holds: int
    # negative: what the identities that were tried miss by, added up, in units of the last digit
    misfit: Decimal
    broken: int = field(
        default=0, order=False
    )  # identities that cannot hold, however it was rounded

    @property
    def missing(self) -> Decimal:
        """What the identities miss by, added up."""
        return -self.misfit


def agreement(amounts: Amounts, rules: Sequence[tuple[int, ...]]) -> Agreement | None:
    """Try the identities on a row of amounts; None where none can be tried.

    Every figure is off by at most half a unit of its last digit: three may miss by 1.5 of them.
    """
    total, tried, holds = Decimal(0), 0, 0
    for rule in rules:
        values = [amounts[abs(position) - 1] for position in rule]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            continue
        tried += 1
        result, *parts = known
        signed = (p if rule[n] > 0 else -p for n, p in enumerate(parts, start=1))
        miss = abs(result - sum(signed, Decimal(0))) / max(map(_last_digit, known))
        holds += miss <= Decimal(len(known)) / 2
        total += miss
    return Agreement(holds, -total, tried - holds) if tried else None


def _last_digit(amount: Decimal) -> Decimal:
    exponent = amount.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
