"""Amounts whose minus is not printed in front: "18 455-", "(18 455)".

A minus behind a figure says what it is. Brackets may as well set off an amount that is counted
elsewhere; they are a minus where the rows add up with it, and not without.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from attrs import frozen

from ifo_followup.generic.money_columns import (
    ENOUGH,
    Amounts,
    amounts_of,
    read_columns,
    share_adding_up,
)
from ifo_followup.layouts.grids import Grid
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.layouts.money_table import columns_of
from ifo_followup.swedish.numbers import with_sign_in_front

_BRACKETS = re.compile(r"\(([^()]{1,30})\)")


@frozen(eq=False)
class ReadColumns:
    """The columns of a money table, and how its amounts are usually printed."""

    rows: Sequence[Amounts]
    meanings: tuple[CellMeaning | None, ...]
    usual: Callable[[str], str]


def read_signed(
    grid: Grid,
    depth: int,
    *,
    without: set[int],
    year: str | None,
    annual: bool,
    month: int | None,
) -> ReadColumns:
    """Read the columns behind the labels, whatever way the amounts have of printing a minus.

    Args:
        grid: the table.
        depth: how many rows the header has.
        without: rows of the grid that are no amounts of the table.
        year: the report's year, None where it is not known.
        annual: whether the report is for a whole year.
        month: the last one of the report's period, None where it is not known.
    """
    heads = columns_of(grid, depth)

    def read(usual: Callable[[str], str]) -> ReadColumns:
        rows = [r for n, r in enumerate(amounts_of(grid, depth, usual), depth) if n not in without]
        meanings = read_columns(heads, rows, year=year, annual=annual, month=month)
        return ReadColumns(rows, meanings, usual)

    plain = read(with_sign_in_front)
    if not any(c and _BRACKETS.fullmatch(c.text.strip()) for row in grid[depth:] for c in row):
        return plain
    minus = read(partial(with_sign_in_front, brackets=True))
    bare = read(_without_brackets)
    with_minus = share_adding_up(minus.meanings, minus.rows)
    proven = with_minus >= ENOUGH and with_minus > share_adding_up(minus.meanings, bare.rows)
    return minus if proven else plain


def _without_brackets(text: str) -> str:
    return with_sign_in_front(_BRACKETS.sub(r"\1", text))
