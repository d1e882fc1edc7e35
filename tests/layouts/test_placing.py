"""Values of a row under their columns: what gaps and sizes tell, and what nothing tells."""

import pytest
from pieces import INDICATORS, tokens

from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.placing import decided, ways_to_place
from ifo_followup.layouts.rows import RowCells

NAME = INDICATORS.columns[0]
LIGHT = Column(("Bedömning",), CellKind.ASSESSMENT, "assessment")


def columns(count, *behind):
    value = Column(("Utfall {year}",), CellKind.MEASURE, "outcome")
    return (NAME, *[value] * count, *behind)


def placed(text, count, behind=(), tail=0):
    """The texts under `count` columns; the words behind the name are one run of values."""
    words = tokens(text)
    filled = 1 if behind and words[-1].text.isalpha() else 0
    end = len(words) - filled
    cells = ((0, 1), (1, end), *[None] * (count - 1), *[(end, end + 1)] * filled)
    cells += (None,) * (len(behind) - filled)
    way = decided(ways_to_place(RowCells(cells), columns(count, *behind), words, 0, tail))
    return way and way.texts


def test_gaps_show_the_empty_cells():
    assert placed("Antal 53 73 93 ", 4) == ("53", "73", "93", "")
    assert placed("Antal  53 73 93", 4) == ("", "53", "73", "93")
    assert placed("Antal 53  73 93", 4) == ("53", "", "73", "93")
    assert placed("Antal 53   73 93", 4) == ("53", "", "73", "93")  # two spaces a cell


def test_empty_cells_of_other_columns_are_counted():
    """Four spaces end the row: two cells of two spaces, and none of them is a value."""
    assert placed("Antal 120 140   150 130    ", 5, (LIGHT, LIGHT)) == (
        "120",
        "140",
        "",
        "150",
        "130",
    )


def test_the_space_that_ends_every_line_is_no_cell():
    assert placed("Antal 53 73 93 ", 3, tail=1) == ("53", "73", "93")
    assert placed("Antal 53 73 93 ", 3, tail=0) is None


def test_values_of_a_row_are_of_one_size():
    assert placed("Antal 800 800 1 710 800", 4) == ("800", "800", "1 710", "800")
    assert placed("Antal -514 436 1 386 911 -39", 5) == ("-514", "436", "1 386", "911", "-39")


@pytest.mark.parametrize(("text", "count"), [("Antal 58 142 371", 2), ("Antal -8 942 1 417", 3)])
def test_what_nothing_tells_is_left_open(text, count):
    assert placed(text, count) is None


def test_gaps_that_are_no_cells_give_no_way():
    assert placed("Antal 53       73 93", 4) is None
