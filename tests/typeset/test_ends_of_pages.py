"""Where a printed paragraph may be broken between pages."""

import pytest

from ifo_followup.typeset.printing.pdf_pages import together


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["one line."], 1),
        (["a line that goes", "on."], 1),
        (["A sentence. ", "Another one"], 2),
        (["A sentence.", "Another one.", "and so", "on."], 3),
        (["All.", "are.", "ends."], 3),
    ],
)
def test_a_line_that_ends_a_sentence_stays_with_the_next(lines: list[str], count: int) -> None:
    assert together(lines) == count
