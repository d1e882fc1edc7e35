from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.swedish.numbers import format_number, parse_number, split_amounts

CELLS = (
    st.integers(-999_999, 999_999).map(lambda n: format_number(Decimal(n)))
    | st.decimals(-99999, 99999, places=1).map(format_number)
    | st.sampled_from(["-", "–", "0", "9%", "12 %", "+4,9", "1138", "---"])
)
MOST = 5000


@given(st.lists(CELLS, min_size=1, max_size=9), st.sampled_from([" ", "  ", " \t"]))
def test_the_ways_to_read_a_printed_row_contain_the_true_one(cells: list[str], gap: str) -> None:
    row = gap.join(cells)
    ways = split_amounts(row, len(cells))
    assert tuple(cells) in ways or len(ways) == 0
    if not ways:
        # only a row with more ways than anybody could weigh is given up
        assert len(cells) > 5
    assert len(ways) <= MOST
    assert len(set(ways)) == len(ways)


@given(st.lists(st.integers(-999_999, 999_999), min_size=2, max_size=9))
def test_no_break_spaces_inside_amounts_decide(numbers: list[int]) -> None:
    cells = [format_number(Decimal(n)).replace(" ", "\u00a0") for n in numbers]
    true = tuple(cell.replace("\u00a0", " ") for cell in cells)
    ways = split_amounts(" ".join(cells), len(cells))
    assert true in ways
    if any("\u00a0" in cell for cell in cells):
        assert ways == (true,)


@given(st.lists(st.integers(-999_999, 999_999), min_size=2, max_size=9))
def test_wide_gaps_decide(numbers: list[int]) -> None:
    cells = tuple(format_number(Decimal(n)) for n in numbers)
    assert split_amounts("   ".join(cells), len(cells)) == (cells,)


@pytest.mark.parametrize(
    ("row", "count", "ways"),
    [
        ("1 804 -37 260 -35 456", 3, [("1 804", "-37 260", "-35 456")]),
        ("0 365 365 0 800 800 0", 7, [("0", "365", "365", "0", "800", "800", "0")]),
        ("0 365 365", 2, [("0", "365 365")]),
        ("552 604 9% 660 9%", 5, [("552", "604", "9%", "660", "9%")]),
        ("- - 54 % 36 %", 4, [("-", "-", "54 %", "36 %")]),
        ("1 804 365 200", 2, [("1", "804 365 200"), ("1 804", "365 200"), ("1 804 365", "200")]),
        ("- 9,8 5", 2, [("- 9,8", "5")]),
        ("- 9,8 5", 3, [("-", "9,8", "5")]),
        ("36,0 40,8 41,8", 3, [("36,0", "40,8", "41,8")]),
        ("1 804 x", 2, []),
        ("1 804", 3, []),
        ("", 1, []),
        ("5", 0, []),
    ],
)
def test_rows(row: str, count: int, ways: list[tuple[str, ...]]) -> None:
    assert sorted(split_amounts(row, count)) == sorted(ways)


def test_a_row_of_the_reports_has_few_ways() -> None:
    row = "18 146 -261 680 -243 533 -241 836 -1 697 -727 139 -730 734 -3 595"
    (way,) = split_amounts(row, 8)
    assert parse_number(way[2]) == Decimal(-243533)


def test_work_is_bounded() -> None:
    assert split_amounts("365 " * 60, 30) == ()
    assert split_amounts("365 " * 100_000, 30) == ()
    # spaces used the wrong way round still leave the one way there is
    assert split_amounts("1 804\u00a0" * 50, 50) == (("1 804",) * 50,)


@given(st.text("0123456789 -,%–\u00a0x", max_size=60), st.integers(-1, 12))
def test_any_row_is_cut_into_as_many_pieces_as_asked(row: str, count: int) -> None:
    for way in split_amounts(row, count):
        assert len(way) == count
        assert "".join("".join(way).split()) == "".join(row.split())


def test_a_group_that_begins_with_nought_is_the_rest_of_an_amount():
    assert split_amounts("1 054", 2) == ()
    assert split_amounts("1 054 0", 2) == (("1 054", "0"),)
