"""Rows of plain text that end in numbers: where a table begins, goes on and ends."""

import pytest
from pieces import tokens

from ifo_followup.layouts.numeric import find_runs, row_labels, split_lines, trailing_heads
from ifo_followup.layouts.tokens import text_of


def runs(text: str) -> list[list[tuple[str, str]]]:
    """The label and the values of each row, by table."""
    words = tokens(text)
    return [
        [
            (text_of(words[slice(*row.label)]), text_of(words[slice(*(row.values or (0, 0)))]))
            for row in run.rows
        ]
        for run in find_runs(words, 0, len(words))
    ]


TWO = "Hyra 12 30\nMat 5 70\n"
TWO_ROWS = [("Hyra", "12 30"), ("Mat", "5 70")]


def test_two_rows_are_a_table() -> None:
    assert runs(TWO) == [TWO_ROWS]
    assert runs("Hyra 12 30\n") == []


def test_single_amounts_are_a_table_only_with_their_units() -> None:
    assert runs("Hyra 12\nMat 5\n") == []
    assert runs("Hyra 12 tkr\nMat 5 tkr\n") == [[("Hyra", "12 tkr"), ("Mat", "5 tkr")]]
    assert runs("Hyra 12 tkr\nMat 5\n") == []


def test_one_row_is_a_table_where_it_fills_its_heads() -> None:
    assert runs("Jan Feb Mar\nHyra 12 30 5\n") == [[("Hyra", "12 30 5")]]
    assert runs("Jan Feb Mar\nHyra 12 30\n") == []
    assert runs("Jan\nHyra 12\n") == []
    assert runs("Jan Feb\nHyra 12 tkr 30 tkr\n") == [[("Hyra", "12 tkr 30 tkr")]]


def test_one_row_is_a_table_where_its_numbers_can_be_told_apart() -> None:
    assert runs("Enhet\n\nKort\nfrånvaro\n\nStab 1,80 0,92 3,10\n") == [
        [("Stab", "1,80 0,92 3,10")]
    ]
    assert runs("Stab 1,80 0,92\n") == []  # a sentence may end so
    assert runs("Stab 112 998 210\n") == []  # one number, or several


@pytest.mark.parametrize(
    ("line", "is_row"),
    [
        ("Lokaler 1 2", True),
        ("Lok. 1 2", True),  # so short a word with a stop is an abbreviation
        ("Lokal. 1 2", False),
        ("Lokal! 1 2", False),
        ("Varav: 1 2", False),
        ("• Lokaler 1 2", False),
        ("o Lokaler 1 2", False),
        ("ord " * 30 + "1 2", True),
        ("ord " * 31 + "1 2", False),
    ],
)
def test_what_is_a_row(line: str, is_row: bool) -> None:
    found = runs(f"Hyra 12 30\n{line}\nMat 5 70\n")
    values = [values for run in found for _, values in run]
    assert values.count(line[-3:]) == is_row


@pytest.mark.parametrize("end", ["Detta är en mening.", "• En punkt", "Jan Feb", "Utfall Budget"])
def test_what_ends_a_table(end: str) -> None:
    assert runs(f"{TWO}{end}\n{TWO}") == [TWO_ROWS, TWO_ROWS]


@pytest.mark.parametrize("between", ["Boende", "Boende m.m.", "Kap.", "Jan", "Utfall"])
def test_what_does_not_end_a_table(between: str) -> None:
    assert runs(f"{TWO}{between}\n{TWO}") == [[*TWO_ROWS, (between, ""), *TWO_ROWS]]


def test_many_lines_without_numbers_end_a_table() -> None:
    assert len(runs(TWO + "Boende\n" * 5 + TWO)) == 1
    assert len(runs(TWO + "Boende\n" * 6 + TWO)) == 2


def test_labels_of_several_lines() -> None:
    text = "Hyra 12 30\nBoende för barn\noch unga 5 70\nMat\n\n7 80\n"
    assert runs(text) == [
        [("Hyra", "12 30"), ("Boende för barn och unga", "5 70"), ("Mat", "7 80")]
    ]


@pytest.mark.parametrize(
    ("above", "labels"),
    [
        ("Ett\nTvå\nTre", ["Ett Två Tre"]),
        ("Ett\nTvå\nTre\nFyra", ["Ett", "Två Tre Fyra"]),  # no label has so many lines
        ("Ett\ntvå\ntre\nfyra", ["Ett två tre fyra"]),  # unless they plainly go on
        ("Ett\n\nTvå", ["Ett", "Två"]),
    ],
)
def test_labels_above_their_values(above: str, labels: list[str]) -> None:
    ((_, *rows),) = runs(f"Hyra 12 30\n{above}\n\n5 70\n")
    assert [label for label, _ in rows] == labels
    assert [values for _, values in rows] == [*[""] * (len(labels) - 1), "5 70"]


def test_empty_cells_behind_a_label_make_it_a_row() -> None:
    assert runs("Hyra 12 30\nBoende     \noch mat 5 70\n") == [
        [("Hyra", "12 30"), ("Boende", ""), ("och mat", "5 70")]
    ]
    assert runs("Hyra 12 30\nBoende   \noch mat 5 70\n") == [
        [("Hyra", "12 30"), ("Boende och mat", "5 70")]
    ]


def test_labels_without_values() -> None:
    words = tokens("Boende \noch mat\nHyra\nKläder  \noch skor\n\noch lek")
    lines = split_lines(words, 0, len(words))
    found = [text_of(words[begin:end]) for begin, end in row_labels(words, lines)]
    assert found == ["Boende och mat", "Hyra", "Kläder", "och skor", "och lek"]


@pytest.mark.parametrize(
    ("line", "count", "heads", "begin"),
    [
        ("Nya ärenden Jan Feb", 5, ["Jan", "Feb"], 2),
        ("Nya ärenden Jan Feb", 1, ["Feb"], 3),
        ("Ärenden Apr 2018 jmf 2017", 5, ["Apr 2018", "jmf 2017"], 1),
        ("2016 2017 2018", 5, ["2016", "2017", "2018"], 0),
        ("Fall T1 2018 Tertial 2 2019", 5, ["T1 2018", "Tertial 2 2019"], 1),
        ("Beröm Utfall 2018 2019-08-31", 5, ["Utfall 2018", "2019-08-31"], 1),
        ("Nya ärenden", 5, [], 2),
        ("T1 T2 Summa", 5, [], 3),
    ],
)
def test_heads_that_end_a_line(line: str, count: int, heads: list[str], begin: int) -> None:
    words = tokens(line)
    (only,) = split_lines(words, 0, len(words))
    assert trailing_heads(words, only, count) == (heads, begin)


@pytest.mark.parametrize(
    ("line", "begin"),
    [
        ("Hyra 12 30", 1),
        ("Hyra -12 30 %", 1),
        ("% 12", 1),  # a share's sign alone begins no number
        ("Hyra 12 tkr 30 tkr", 1),
        ("Hyra tkr", 2),
        ("tkr 12", 1),
        ("Hyra – 30", 1),
        ("12 30", 0),
        ("Hyra 2017x 30", 2),
        ("Hyra 12345678901 30", 2),
    ],
)
def test_where_the_numbers_of_a_line_begin(line: str, begin: int) -> None:
    words = tokens(line)
    (only,) = split_lines(words, 0, len(words))
    assert only.numbers == begin
    assert only.numeric == (begin < len(words))
