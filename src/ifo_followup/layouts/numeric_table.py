"""The header of a table of numbers in plain text, chosen among those that its rows allow."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ifo_followup.document import Cell
from ifo_followup.layouts.amount_rows import agreement_of
from ifo_followup.layouts.arithmetic import Agreement
from ifo_followup.layouts.numeric import NumericRun
from ifo_followup.layouts.numeric_heads import (
    Header,
    meanings_of,
    money_header,
)
from ifo_followup.layouts.row_figures import column_counts, count_without_heads
from ifo_followup.layouts.statistics_heads import statistics_header
from ifo_followup.layouts.tokens import Token
from ifo_followup.model.values import Place


def numeric_header(
    tokens: Sequence[Token], run: NumericRun, floor: int
) -> tuple[int, Header | None]:
    """How many columns there are, and their heads: what the rows allow and the header names.

    Between several numbers of columns of a money table it decides which adds up best.
    """
    counts = column_counts(tokens, run)
    fitting: list[tuple[Agreement, int, int, Header]] = []
    for order, count in enumerate(counts):
        header = money_header(tokens, floor, run.start, count)
        if header is not None:
            fits = agreement_of(tokens, run, count, meanings_of(header, count))
            fitting.append((fits or Agreement(0, Decimal("-inf")), -order, count, header))
    if fitting:
        _, _, count, header = max(fitting, key=lambda found: found[:2])
        return count, header
    for count in counts:
        found = statistics_header(tokens, floor, run.start, count) if count > 1 else None
        if found is not None:
            return count, found
    return count_without_heads(tokens, run), None


def head_cell(text: str, row: int, column: int, place: Place, span: int = 1) -> Cell:
    """A head, with the lines of them all: words of its neighbours stand between its own."""
    return Cell(text=text, row=row, column=column, colspan=span, place=place, header=True)


def header_cells(header: Header, place: Place) -> Iterator[Cell]:
    """The cells of a header's rows; a head over several columns is one cell."""
    for number, heads in enumerate(header.rows):
        corner, *rest = heads
        yield head_cell(corner, number, 0, place)
        grouped = number < len(header.rows) - 1
        at = 0
        while at < len(rest):
            stop = at + 1
            while grouped and stop < len(rest) and rest[stop] is rest[at]:
                stop += 1
            yield head_cell(rest[at], number, at + 1, place, stop - at)
            at = stop
