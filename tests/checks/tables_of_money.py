"""Money tables and goals in few words."""

from ifo_followup.model.money import (
    Basis,
    BudgetCell,
    BudgetLine,
    BudgetTable,
    Horizon,
    LineRole,
    MoneyQuantity,
)
from ifo_followup.model.narrative import Section
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number, Source, Text, Unit
from ifo_followup.swedish.numbers import printed_number

OUTCOME = (MoneyQuantity.AMOUNT, Basis.OUTCOME, Horizon.YEAR_TO_DATE)
BUDGET = (MoneyQuantity.AMOUNT, Basis.BUDGET, Horizon.YEAR_TO_DATE)
DEVIATION = (MoneyQuantity.AMOUNT, Basis.DEVIATION, Horizon.YEAR_TO_DATE)
REVENUE = (MoneyQuantity.REVENUE, Basis.OUTCOME, Horizon.YEAR_TO_DATE)
COST = (MoneyQuantity.COST, Basis.OUTCOME, Horizon.YEAR_TO_DATE)
RESULT = (MoneyQuantity.RESULT, Basis.OUTCOME, Horizon.YEAR_TO_DATE)
PLAN = (MoneyQuantity.RESULT, Basis.BUDGET, Horizon.YEAR_TO_DATE)
FROM_PLAN = (MoneyQuantity.RESULT, Basis.DEVIATION, Horizon.YEAR_TO_DATE)


def text(words: str) -> Text:
    return Text(words, Source(text=words))


def number(printed: str, unit: Unit = Unit.TKR) -> Number:
    value, decimals = printed_number(printed)
    return Number(
        value=value,
        unit=unit,
        decimals=decimals,
        source=Source(text=printed),
    )


def table(columns, *rows, number_: int = 1, unit: Unit = Unit.TKR) -> BudgetTable:
    """Rows of label, role and printed figures; "" for an empty cell."""
    lines = []
    for label, role, *figures in rows:
        cells = tuple(
            BudgetCell(quantity=q, basis=b, horizon=h, amount=number(figure, unit))
            for (q, b, h), figure in zip(columns, figures, strict=True)
            if figure
        )
        lines.append(BudgetLine(label=text(label), role=LineRole(role), cells=cells))
    return BudgetTable(number=number_, unit=unit, lines=tuple(lines))


def report(*tables: BudgetTable, said: str = "", **more) -> FollowUpReport:
    sections = (
        (Section(number="1", title=text("Ekonomi"), level=1, text=text(said)),) if said else ()
    )
    return FollowUpReport(municipality="Almvik", budget_tables=tables, sections=sections, **more)


def rules(findings) -> list[str]:
    return [finding.rule for finding in findings]
