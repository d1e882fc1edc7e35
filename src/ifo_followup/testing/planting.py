"""Reports with one error in a figure, and what it is: to see whether a check finds it."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import evolve, frozen
from hypothesis import assume
from hypothesis import strategies as st

from ifo_followup.model.money import BudgetTable, LineRole
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number, Source
from ifo_followup.testing.printing import MINUS, NO_BREAK, Printing, one


class Slip(Enum):
    """What went wrong."""

    DIGIT = "digit"  # one digit is another
    SIGN = "sign"  # the minus sign is lost, or one too many
    THOUSANDFOLD = "thousandfold"  # kronor in a table in tkr, or the other way
    DROPPED_ROW = "dropped_row"  # a line of a money table that is in no sum of the report any more


@frozen(kw_only=True)
class Planted:
    """A report with one error: which, and in which cell of which line of which flat table.

    `line` is the label of the row; `column` names the cell, "" for a row that was dropped; `right`
    and `wrong` are the values, None for a dropped row.
    """

    report: FollowUpReport
    slip: Slip
    table: str
    table_no: int | None = None
    line: str
    column: str = ""
    right: Decimal | None = None
    wrong: Decimal | None = None


Path = tuple[str | int, ...]  # fields, and places in tuples


@frozen
class _Spot:
    """A figure of a report, and the way to it."""

    table: str
    table_no: int | None
    line: str
    column: str
    number: Number
    path: Path


@st.composite
def planted(
    draw: st.DrawFn,
    report: FollowUpReport,
    *,
    slips: Sequence[Slip] = tuple(Slip),
    tables: Sequence[str] = ("budget_cells", "observations", "statistics"),
    misread: bool = False,
) -> Planted:
    """The report with one error in a figure or a lost line of money.

    Options:
        slips: what may go wrong.
        tables: where, by the names of the flat tables; lines are lost in `budget_cells` alone.
        misread: whether the printed text stays right, as when it is the reading that errs;
            otherwise the report prints the wrong figure.

    A report without a figure to spoil rejects the example (`hypothesis.assume`).
    """
    spots = [spot for spot in _spots(report) if spot.table in tables]
    droppable = _droppable(report) if "budget_cells" in tables else []
    possible = [s for s in slips if (droppable if s is Slip.DROPPED_ROW else spots)]
    assume(possible)
    slip = one(draw, possible)
    if slip is Slip.DROPPED_ROW:
        table, line = one(draw, droppable)
        return _without(report, table, line)
    spot = one(draw, spots)
    right = spot.number.value or Decimal(0)
    wrong = _slipped(draw, slip, right)
    number = evolve(spot.number, value=wrong)
    if not misread:
        number = evolve(number, source=Source(text=_reprinted(spot.number, wrong)))
    return Planted(
        report=_replaced(report, spot.path, number),
        slip=slip,
        table=spot.table,
        table_no=spot.table_no,
        line=spot.line,
        column=spot.column,
        right=right,
        wrong=wrong,
    )


def _spots(report: FollowUpReport) -> list[_Spot]:
    """Every figure that is not nothing, save those that share a cell with others."""
    found: list[_Spot] = []
    for t, table in enumerate(report.budget_tables):
        for n, line in enumerate(table.lines):
            for c, cell in enumerate(line.cells):
                name = f"{cell.quantity.value} {cell.basis.value} {cell.horizon.value}"
                path: Path = ("budget_tables", t, "lines", n, "cells", c, "amount")
                found.append(
                    _Spot("budget_cells", table.number, line.label.text, name, cell.amount, path)
                )
    for i, indicator in enumerate(report.indicators):
        for o, seen in enumerate(indicator.observations):
            if seen.scope is None:
                name = " ".join(filter(None, (seen.kind.value, seen.period)))
                label = indicator.name.text if indicator.name else indicator.indicator_id
                path = ("indicators", i, "observations", o, "number")
                found.append(_Spot("observations", None, label, name, seen.number, path))
    for t, figures in enumerate(report.statistics):
        for c, counted in enumerate(figures.cells):
            path = ("statistics", t, "cells", c, "number")
            label, name = counted.row or "", counted.column or ""
            found.append(_Spot("statistics", figures.number, label, name, counted.number, path))
    return [spot for spot in found if spot.number.value]


def _droppable(report: FollowUpReport) -> list[tuple[int, int]]:
    """The lines that a total counts: without one of them it no longer agrees."""
    return [
        (t, n)
        for t, table in enumerate(report.budget_tables)
        if table.lines[-1].role is LineRole.TOTAL
        for n, line in enumerate(table.lines)
        if line.role is LineRole.ITEM and any(cell.amount.value for cell in line.cells)
    ]


def _without(report: FollowUpReport, at: int, line: int) -> Planted:
    table = report.budget_tables[at]
    left: BudgetTable = evolve(table, lines=(*table.lines[:line], *table.lines[line + 1 :]))
    return Planted(
        report=_replaced(report, ("budget_tables", at), left),
        slip=Slip.DROPPED_ROW,
        table="budget_cells",
        table_no=table.number,
        line=table.lines[line].label.text,
    )


def _slipped(draw: st.DrawFn, slip: Slip, value: Decimal) -> Decimal:
    if slip is Slip.SIGN:
        return -value
    if slip is Slip.THOUSANDFOLD:
        thousandth = value.scaleb(-3)
        whole = thousandth == thousandth.to_integral_value()
        return thousandth if whole and draw(st.booleans()) else value * 1000
    text = format(value, "f")
    at = one(draw, [n for n, sign in enumerate(text) if sign.isdigit()])
    other = (int(text[at]) + draw(st.integers(1, 9))) % 10
    return Decimal(f"{text[:at]}{other}{text[at + 1 :]}")


def _reprinted(number: Number, value: Decimal) -> str:
    """Another value in the same hand: its minus sign, its spaces, what stands behind it."""
    text = number.text
    last = max(n for n, sign in enumerate(text) if sign.isdigit())
    figures, behind = text[: last + 1], text[last + 1 :]
    printing = Printing(
        minus=MINUS if MINUS in figures else "-", gap=NO_BREAK if NO_BREAK in figures else " "
    )
    return printing.figure(value, number.decimals or 0) + behind


def _replaced(thing: Any, path: Path, new: object) -> Any:
    """The thing with what stands at the end of the path exchanged."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return (*thing[:head], _replaced(thing[head], rest, new), *thing[head + 1 :])
    return evolve(thing, **{head: _replaced(getattr(thing, head), rest, new)})
