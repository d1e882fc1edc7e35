"""Values of a row under their columns: what gaps and sizes tell, and what nothing tells."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import INDICATORS, grid, recovered, tokens

from ifo_followup.document import Heading, Table
from ifo_followup.layouts.declare import CellKind, Column, HeadingRule, Layout, Numbering
from ifo_followup.layouts.families import MEASURED_INDICATORS
from ifo_followup.layouts.placing import decided, ways_to_place
from ifo_followup.layouts.rows import RowCells
from ifo_followup.swedish.amounts import count_splits, split_amounts

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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Antal 58 142 371", 2),
        ("Antal -8 942 1 417", 3),
        # results on both sides of nought are of any size
        ("Antal -514 436 1 386 911 -39", 5),
        ("Antal   1 951 476 -474", 5),
        ("Antal -8 942 1 417 950 1 020", 4),
    ],
)
def test_what_nothing_tells_is_left_open(text, count):
    assert placed(text, count) is None


def test_gaps_that_are_no_cells_give_no_way():
    assert placed("Antal 53       73 93", 4) is None


def text_behind(text, count):
    """The texts under `count` columns, of a row whose last value is a text."""
    words = tokens(text)
    at = next(n for n, word in enumerate(words) if n and word.text.isalpha())
    cells = ((0, 1), (1, at), (at, len(words)), *[None] * (count - 2))
    way = decided(ways_to_place(RowCells(cells), columns(count), words, 0, 0))
    return way and way.texts


def test_empty_cells_behind_a_wrapped_one_may_leave_no_trace():
    """Behind a text of one line they would: then each figure has a column."""
    assert text_behind("Antal 800 1 144 Mäts senare", 4) == ("800", "1", "144", "Mäts senare")
    # a result may be 2 in one year and -948 in another: nothing tells
    assert text_behind("Antal -948 2 952 Mäts \nsenare", 4) is None
    assert text_behind("Antal 58 1 144 Mäts \nsenare", 4) is None
    # where no gap shows an empty cell, another one may leave no trace either
    assert text_behind("Antal 53 Mäts \nsenare", 4) is None


def values(parts, count):
    """A row of a name and the cells of these parts, under `count` columns; and its words."""
    cells, words = [(0, 1)], tokens("Antal " + "".join(parts))
    for part in parts:
        cells.append((cells[-1][1], cells[-1][1] + len(part.split())))
    return RowCells((*cells, *[None] * (count + 1 - len(cells)))), words


def ways_by_hand(parts, count):
    """Every cut of every part, tried with every other one, under every habit of gaps."""
    found = set()
    for width, usual in product((1, 2), (0, 1)):
        gaps = [len(part) - len(part.lstrip()) for part in parts]
        trail = max(0, len(parts[-1]) - len(parts[-1].rstrip()) - usual)
        if gaps[0] % width or trail % width:
            continue
        choices = []
        for n, part in enumerate(parts):
            texts = [(part.strip(),)]
            if part.strip()[-1] != "%":
                texts = [w for k in range(1, count + 1) for w in split_amounts(part.strip(), k)]
                texts = list(filter(None, (spread(part, text, width) for text in texts)))
            empty = [""] * ((gaps[n] - (n > 0)) // width)
            choices.append([(*empty, *text) for text in texts])
        for chosen in product(*choices):
            row = (*sum(chosen, ()), *[""] * (trail // width))
            if len(row) == count:
                found.add(row)
    return found


def spread(part, text, width):
    """The cells of a part with the empty ones that wide gaps show; None for gaps of no width."""
    gaps = [len(gap) - 1 for gap in re.findall(" +", part.strip())]
    if any(gap % width for gap in gaps):
        return None
    out, at = [], 0
    for one in text:
        out += [""] * (gaps[at - 1] // width if at else 0)
        out.append(one)
        at += len(one.split())
    return tuple(out)


numbers = st.sampled_from(["1", "53", "234", "800", "1 234", "54 120", "1 234 567", "053"])
wide = st.sampled_from([" ", " ", " ", "  ", "   "])
runs = st.lists(st.tuples(numbers, wide), min_size=1, max_size=3).map(
    lambda pairs: "".join(f"{number}{gap}" for number, gap in pairs).strip()
)


@settings(max_examples=300)
@given(st.lists(st.tuples(runs, wide, st.booleans(), wide), min_size=1, max_size=3), st.data())
def test_the_ways_are_those_of_trying_everything(rows, data):
    parts = []
    for n, (run, before, share, between) in enumerate(rows):
        parts.append(before[not n :] + run)
        if share or n < len(rows) - 1:
            parts.append(f"{between}5%")
    parts[-1] += data.draw(st.sampled_from(["", " ", "  "]))
    count = data.draw(st.integers(len(parts), len(parts) + 5))
    row, words = values(parts, count)
    found = ways_to_place(row, columns(count), words, 0, None)
    assert not found.too_many
    assert len(set(found.texts)) == len(found.texts)
    assert set(found.texts) == ways_by_hand(parts, count)


def test_ways_are_counted_before_they_are_tried():
    """ "1 234 567" is one cell or two, in four ways: of fifteen of them none ends at "054"."""
    row, words = values(["1 234 567", *[" 5%", " 1 234 567"] * 14, " 5%", " 054"], 60)
    assert not ways_to_place(row, columns(60), words, 0, 0)
    row, words = values(["1 234", " 5%", *[" 1 234", " 5%"] * 27], 58)
    found = ways_to_place(row, columns(58), words, 0, 0)
    assert found.too_many  # two of 28 are cut
    assert decided(found) is None


def test_none_is_chosen_of_more_ways_than_are_listed():
    row, words = values([" ".join(["234"] * 12)], 6)
    assert ways_to_place(row, columns(6), words, 0, 0).too_many
    row, words = values([" ".join(["234"] * 12)], 12)
    found = ways_to_place(row, columns(12), words, 0, 0)
    assert (found.texts, found.too_many) == ((("234",) * 12,), False)


def test_no_table_has_so_many_columns():
    row, words = values(["1 234", " 5%"], 61)
    found = ways_to_place(row, columns(61), words, 0, 0)
    assert found.too_many
    assert found.columns == tuple(range(1, 62))


def test_a_row_that_can_be_read_in_too_many_ways_is_kept_whole():
    heads = " ".join(f"Utfall {1950 + n}" for n in range(5))
    layout = Layout(headings=(), tables=(INDICATORS,))
    row = " ".join(["234"] * 12)
    blocks, findings = recovered(f"Indikator {heads} Mål Bedömning\n\nAntal {row} Grön\n", layout)
    assert "row-ambiguous" in findings
    assert any(row in cell for each in grid(blocks[0]) for cell in each)


@given(runs, st.integers(1, 9))
def test_splits_are_counted_as_they_are_listed(text, most):
    listed = [len(split_amounts(text, count)) for count in range(most + 1)]
    assert list(count_splits(text, most)) == listed


@pytest.mark.parametrize("rest", ["5 Delvis \nuppfyllt", "5 Delvis uppfyllt"])
def test_a_value_and_the_assessment_behind_it_are_no_heading(rest):
    layout = Layout(headings=(HeadingRule(Numbering.BARE, 1),), tables=(MEASURED_INDICATORS,))
    heads = "Indikator Mål 2017 Utfall 2015 Utfall 2016 Prognos Bedömning"
    row = f"Antal tjänster\n\n35 % 15 % Mätning \ngenomförs \ni höst\n\n{rest}"
    other = "Andel nöjda 80 % 70 % 75 % 78 % Helt uppfyllt"
    text = f"3 Läget\n\n{heads}\n\n{other}\n\n{row}\n\n6 Ekonomi\n\nDet går bra.\n"
    blocks, _ = recovered(text, layout)
    assert [b.text for b in blocks if isinstance(b, Heading)] == ["3 Läget", "6 Ekonomi"]
    (found,) = [block for block in blocks if isinstance(block, Table)]
    assert "Delvis uppfyllt" in " ".join(cell for each in grid(found) for cell in each)
