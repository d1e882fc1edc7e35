"""Budget tables: lines, and cells that know what kind of money they hold."""

from enum import Enum

from attrs import field, frozen, validators

from ifo_followup.model.values import Number, Text, Unit


class LineRole(Enum):
    """What a row is to the rows around it."""

    ITEM = "item"
    OF_WHICH = "of_which"  # "varav ...": part of the row above, not to be added again
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class _Code(Enum):
    """A code that is compared by the thousand: each member is there once, so its identity will do.

    `Enum` hashes the name instead, in Python.
    """

    __hash__ = object.__hash__


class MoneyQuantity(_Code):
    """What is counted."""

    REVENUE = "revenue"  # intäkt
    COST = "cost"  # kostnad
    NET_COST = "net_cost"  # nettokostnad
    MUNICIPAL_GRANT = "municipal_grant"  # kommunbidrag
    RESULT = "result"  # resultat
    NET = "net"  # netto
    AMOUNT = "amount"  # only the row says what it is


class Basis(_Code):
    """In what sense the amount is meant."""

    OUTCOME = "outcome"  # utfall
    BUDGET = "budget"
    FORECAST = "forecast"  # prognos
    DEVIATION = "deviation"  # avvikelse
    PREVIOUS_FORECAST = "previous_forecast"  # föregående prognos
    FORECAST_CHANGE = "forecast_change"  # prognosförändring


class Horizon(_Code):
    """Up to when."""

    YEAR_TO_DATE = "year_to_date"
    FULL_YEAR = "full_year"


@frozen(kw_only=True)
class BudgetCell:
    """One amount of a line. An empty cell is kept with the reason for its absence."""

    quantity: MoneyQuantity
    basis: Basis
    horizon: Horizon
    amount: Number


@frozen(kw_only=True)
class BudgetLine:
    """One row: its label, the bold row it stands under, its role and its cells."""

    label: Text
    section: Text | None = None
    role: LineRole = LineRole.ITEM
    cells: tuple[BudgetCell, ...]


@frozen(kw_only=True)
class BudgetTable:
    """A money table. `number` counts the money tables of the report from 1."""

    number: int = field(validator=validators.ge(1))
    title: Text | None = None
    unit: Unit | None = None
    lines: tuple[BudgetLine, ...]
