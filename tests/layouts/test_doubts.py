"""Values of a row of plain text that could as well stand in other columns."""

from collections.abc import Sequence

import pytest
from pieces import tokens

from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.doubts import doubtful_columns, unclear_texts
from ifo_followup.layouts.rows import RowCells

Span = tuple[int, int] | None


def columns(*kinds: CellKind) -> list[Column]:
    return [Column((f"Kolumn {n}",), kind, f"c{n}") for n, kind in enumerate(kinds)]


LABEL, PHRASE, PROSE = CellKind.LABEL, CellKind.PHRASE, CellKind.PROSE
SHARES = columns(LABEL, CellKind.PERCENT, CellKind.RESULT, CellKind.PERCENT)
THREE = columns(LABEL, CellKind.MEASURE, CellKind.MEASURE, CellKind.MEASURE)


def doubtful(
    text: str,
    *cells: Span,
    of: Sequence[Column] = THREE,
    base: int = 0,
    tail: int | None = None,
    uncertain: bool = False,
) -> tuple[int, ...]:
    row = RowCells(cells, uncertain=uncertain)
    return doubtful_columns(row, of, tokens(text), base, tail)


@pytest.mark.parametrize(
    ("text", "cells", "tail", "expected"),
    [
        # an empty cell leaves a space or two
        ("Enhet  40 % 50 %", ((0, 1), None, (1, 3), (3, 5)), None, ()),
        ("Enhet   40 % 50 %", ((0, 1), None, (1, 3), (3, 5)), None, ()),
        ("Enhet 40 % 50 %", ((0, 1), None, (1, 3), (3, 5)), None, (1, 2, 3)),
        ("Enhet    40 % 50 %", ((0, 1), None, (1, 3), (3, 5)), None, (1, 2, 3)),
        ("Enhet 40% 50%", ((0, 1), None, (1, 2), (2, 3)), None, (1, 2, 3)),
        # two of them leave twice as much
        ("Enhet   50 %", ((0, 1), None, None, (1, 3)), None, ()),
        ("Enhet     50 %", ((0, 1), None, None, (1, 3)), None, ()),
        ("Enhet  50 %", ((0, 1), None, None, (1, 3)), None, (1, 2, 3)),
        # the line's end shows the empty cells behind
        ("Enhet  40 %", ((0, 1), None, (1, 3), None), None, (1, 2, 3)),
        ("Enhet  40 % ", ((0, 1), None, (1, 3), None), None, (1, 2, 3)),
        ("Enhet  40 %  ", ((0, 1), None, (1, 3), None), None, ()),
        ("Enhet  40 % ", ((0, 1), None, (1, 3), None), 0, ()),
        ("Enhet  40 %  ", ((0, 1), None, (1, 3), None), 0, (1, 2, 3)),
        ("Enhet  40 %  Enhet", ((0, 1), None, (1, 3), None), None, ()),
        ("Enhet  40 % Enhet", ((0, 1), None, (1, 3), None), None, (1, 2, 3)),
        # at a line's beginning the first space counts as well
        ("Enhet\n 40 % 50 %", ((0, 1), None, (1, 3), (3, 5)), None, ()),
        ("Enhet\n40 % 50 %", ((0, 1), None, (1, 3), (3, 5)), None, (1, 2, 3)),
        ("  40 % 50 %", (None, None, (0, 2), (2, 4)), None, ()),
        (" 40 % 50 %", (None, None, (0, 2), (2, 4)), None, (1, 2, 3)),
        # a dash or a word is where it is; a filled first column leaves no question
        ("Enhet - 50 %", ((0, 1), None, (1, 2), (2, 4)), None, ()),
        ("Enhet 40 % 50 %", ((0, 1), (1, 3), (3, 5), None), None, ()),
        ("Enhet", ((0, 1), None, None, None), None, ()),
    ],
)
def test_shares_behind_an_empty_one(
    text: str, cells: tuple[Span, ...], tail: int | None, expected: tuple[int, ...]
) -> None:
    assert doubtful(text, *cells, of=SHARES, tail=tail) == expected
    # wherever the words begin
    shifted = "Ord ord\n\n" + text
    assert doubtful(shifted, *cells, of=SHARES, base=2, tail=tail) == expected


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("Antal 1 300 - 600 125", ((0, 1), (1, 2), (2, 3), (3, 4), (4, 6)), (1, 2, 3, 4)),
        ("Antal 1 300 - 600 125", ((0, 1), (1, 3), (3, 4), (4, 5), (5, 6)), (1, 2, 3, 4)),
        ("Antal 1 300,5 - 600 125,2", ((0, 1), (1, 3), (3, 4), (4, 5), (5, 6)), (1, 2, 3, 4)),
        # what one of the two has more, the other has not less
        ("Antal 1 300 - 60 12", ((0, 1), (1, 3), (3, 4), (4, 5), (5, 6)), ()),
        ("Antal 13 - 600 125", ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5)), ()),
    ],
)
def test_figures_on_both_sides_of_a_text_are_counted_together(
    text: str, cells: tuple[Span, ...], expected: tuple[int, ...]
) -> None:
    four = (*THREE, THREE[-1])
    assert doubtful(text, *cells, of=four) == expected


@pytest.mark.parametrize(
    ("text", "cells", "tail", "expected"),
    [
        # amounts alone in three columns: which is empty must be seen
        ("Enhet 358 572", ((0, 1), (1, 2), (2, 3), None), None, (1, 2, 3)),
        ("Enhet 35 57", ((0, 1), (1, 2), (2, 3), None), 0, (1, 2, 3)),
        ("Enhet 35 57 ", ((0, 1), (1, 2), (2, 3), None), 0, ()),
        ("Enhet 35 57 ", ((0, 1), (1, 2), (2, 3), None), 1, (1, 2, 3)),
        ("Enhet 35 57  ", ((0, 1), (1, 2), (2, 3), None), 1, ()),
        ("Enhet  35 57", ((0, 1), None, (1, 2), (2, 3)), 0, ()),
        ("Enhet 35  57", ((0, 1), (1, 2), None, (2, 3)), 0, ()),
        ("Enhet   35   57", ((0, 1), None, (1, 2), (2, 3)), 0, (1, 2, 3)),
        ("Enhet 35 57  Ord", ((0, 1), (1, 2), (2, 3), None), 0, ()),
        # where it is not known what ends a line, both are tried
        ("Enhet 35 57 ", ((0, 1), (1, 2), (2, 3), None), None, ()),
        ("Enhet  35 57 ", ((0, 1), None, (1, 2), (2, 3)), None, ()),
        ("Enhet\n 35 57", ((0, 1), None, (1, 2), (2, 3)), 0, ()),
        ("Enhet", ((0, 1), None, None, None), 0, ()),
        # digits that can be cut in two ways
        ("Enhet 1 572 536 9", ((0, 1), (1, 2), (2, 4), (4, 5)), 0, (1, 2, 3)),
        ("Enhet 1 57 9", ((0, 1), (1, 2), (2, 3), (3, 4)), 0, ()),
        # with a space too many they may be fewer, and others empty
        ("Enhet 35 358 ja ", ((0, 1), (1, 2), (2, 3), (3, 4)), 0, (1, 2, 3)),
        ("Enhet 35 358 ja", ((0, 1), (1, 2), (2, 3), (3, 4)), 0, ()),
        ("Enhet 35 35 ja ", ((0, 1), (1, 2), (2, 3), (3, 4)), 0, ()),
        # as behind a last cell that takes lines, where an empty one leaves no space
        ("Enhet 35 358 ja\nock", ((0, 1), (1, 2), (2, 3), (3, 5)), 0, (1, 2, 3)),
        ("Enhet 35 35 ja\nock", ((0, 1), (1, 2), (2, 3), (3, 5)), 0, ()),
        # a word between them parts them
        ("Enhet 1 572 ja 9", ((0, 1), (1, 3), (3, 4), (4, 5)), 0, ()),
    ],
)
def test_amounts_beside_empty_cells(
    text: str, cells: tuple[Span, ...], tail: int | None, expected: tuple[int, ...]
) -> None:
    assert doubtful(text, *cells, tail=tail) == expected
    assert doubtful("Ord ord\n\n" + text, *cells, base=2, tail=tail) == expected


def test_a_row_that_is_uncertain_is_so_in_all_that_is_measured() -> None:
    cells = ((0, 1), (1, 2), (2, 3), (3, 4))
    assert doubtful("Enhet 1 57 9", *cells, uncertain=True) == (1, 2, 3)
    one = columns(LABEL, CellKind.MEASURE)
    assert doubtful("Enhet 57", (0, 1), (1, 2), of=one, uncertain=True) == ()


def test_only_what_can_be_cut_otherwise_is_in_doubt() -> None:
    six = columns(LABEL, *[CellKind.MEASURE] * 3, PHRASE, *[CellKind.MEASURE] * 2)
    text = "Enhet 1 57 9 ja 35 358 572"
    cells = ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 8))
    assert doubtful(text, *cells, of=six) == (5, 6)
    text, cells = "Enhet 35 358 572 ja", ((0, 1), (1, 2), (2, 4), (4, 5))
    assert doubtful(text, *cells) == (1, 2)


@pytest.mark.parametrize(
    ("kinds", "cells", "expected"),
    [
        ((LABEL, PROSE), ((0, 2), (2, 4)), (0, 4)),
        ((LABEL, CellKind.MEASURE, PROSE, PHRASE), ((0, 1), (1, 2), (2, 3), (3, 4)), (2, 4)),
        ((LABEL, CellKind.MEASURE, PROSE), ((0, 1), (1, 2), (2, 4)), None),
        ((LABEL, PROSE), ((0, 2), None), None),
        ((LABEL, PROSE), (None, (0, 2)), None),
        # "Oförändrad" may be a trend, or a comment
        ((CellKind.MEASURE, PHRASE, PROSE), ((0, 1), (1, 2), None), (1, 2)),
        ((CellKind.MEASURE, PHRASE, PROSE), ((0, 1), None, (1, 2)), (1, 2)),
        ((LABEL, PHRASE, PROSE), ((0, 1), None, None), None),
        (
            (PHRASE, PROSE, CellKind.MEASURE, LABEL, PROSE),
            (None, None, None, (0, 1), (1, 2)),
            (0, 2),
        ),
    ],
)
def test_texts_side_by_side(
    kinds: tuple[CellKind, ...], cells: tuple[Span, ...], expected: Span
) -> None:
    words = tokens("Ord ord ord ord")
    assert unclear_texts(RowCells(cells), columns(*kinds), words, 0) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (LABEL, "Pröva frågan. Den är prövad.", (0, 5)),
        (PROSE, "Pröva frågan. Den är prövad.", (0, 5)),
        (LABEL, "Pröva frågan i oktober 2023.", None),
        (LABEL, "Pröva bl.a. frågan om lokaler.", None),
    ],
)
def test_a_second_sentence_may_be_the_comment(kind: CellKind, text: str, expected: Span) -> None:
    row = RowCells(((0, 5), None))
    assert unclear_texts(row, columns(kind, PROSE), tokens(text), 0) == expected
    assert unclear_texts(row, columns(kind, PROSE), tokens("Ord ord\n\n" + text), 2) == expected
