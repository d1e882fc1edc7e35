"""The made tables, the rule that scores them, and how we read them."""

import pytest

from benchmarks import cells, ours
from benchmarks.truth.kinds import KINDS, make
from benchmarks.truth.model import TrueCell, TrueTable
from benchmarks.truth.score import best, score

# seeds that the rules of geometry were not made with
SEEDS = (7001, 7002)
# what few readers could tell: heads set closer than a wide blank and to no side of their figures
LEAST = 0.98


def grid(*rows: str) -> list[list[str]]:
    return [row.split("|") for row in rows]


TRUTH = TrueTable(
    (
        TrueCell("Tkr", 0, 0),
        TrueCell("Utfall", 0, 1, 1, 2),
        TrueCell("Barn", 1, 0, 2, 1),
        TrueCell("1 000", 1, 1),
        TrueCell("-2", 1, 2),
        TrueCell("3", 2, 1),
        TrueCell("4", 2, 2),
    )
)


def test_a_right_reading_is_right() -> None:
    found = score(TRUTH, grid("Tkr|Utfall|", "Barn|1 000|-2", "|3|4"))
    assert (found.right, found.of) == (7, 7)


def test_white_and_empty_rows_and_columns_do_not_count() -> None:
    reading = grid("|Tkr|Utfall|", "|||", "|Barn|1\u00a0000|-2", "||3|4")
    assert score(TRUTH, reading).share == 1.0


def test_a_spanning_cell_may_stand_in_any_of_its_places() -> None:
    assert score(TRUTH, grid("Tkr||Utfall", "|1 000|-2", "Barn|3|4")).share == 1.0


@pytest.mark.parametrize(
    ("reading", "right", "of"),
    [
        (grid("Tkr|Utfall|", "Barn|1 000|-2"), 5, 7),
        (grid("Tkr|Utfall|", "Barn|1 000 -2|", "|3|4"), 5, 7),
        (grid("Tkr|Utfall|", "Barn|-2|1 000", "|3|4"), 5, 7),
        (grid("Tkr|Utfall|", "Barn|1 000|-2", "för|mycket|", "|3|4"), 7, 9),
        (grid("Tkr|Utfall|", "Barn|1000|-2", "|3|4"), 6, 7),
        ([], 0, 7),
    ],
)
def test_every_fault_costs_its_own_cells(reading: list[list[str]], right: int, of: int) -> None:
    found = score(TRUTH, reading)
    assert (found.right, found.of) == (right, of)


def test_each_table_is_scored_with_the_reading_that_fits_it() -> None:
    other = TrueTable((TrueCell("a", 0, 0), TrueCell("b", 0, 1)))
    scores = best([TRUTH, other], [grid("a|b"), grid("Tkr|Utfall|", "Barn|1 000|-2", "|3|4")])
    assert [s.share for s in scores] == [1.0, 1.0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_made_the_same_again_and_read_right(kind: str) -> None:
    cases = [make(kind, seed) for seed in SEEDS]
    assert make(kind, SEEDS[0]) == cases[0]
    (tally,) = cells.count(cases, peers=False).values()
    share = tally.share(cells.OURS)
    assert share is not None
    assert share >= LEAST
    assert tally.lights == tally.lights_of


def test_the_truth_is_what_the_file_shows() -> None:
    case = make("ruled", 3)
    (first, *_) = case.tables
    words = " ".join(text for table in ours.read(case.pdf) for row in table for text in row).split()
    assert set(" ".join(c.text for c in first.cells).split()) <= set(words)
