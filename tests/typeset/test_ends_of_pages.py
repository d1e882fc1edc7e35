"""Where a printed paragraph may be broken between pages."""

import pytest
from documents import cell, document, paragraph, table

from ifo_followup.document import Table
from ifo_followup.reading import read_document
from ifo_followup.typeset.printing import Look, print_pdf
from ifo_followup.typeset.printing.pdf_pages import together

# the long word has no room beside the end of any of the others
LONG = "Överförmyndarverksamhetens"
PARTS = (
    "Nu är vi klara med nästan alla möten.",
    f"{LONG} plan finns.",
    f"{LONG} plan finns.",
    f"{LONG} plan finns.",
)


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


@pytest.mark.parametrize("room", range(0, 130, 13))
def test_a_page_ends_with_a_paragraph_of_a_cell_only_where_that_can_be_told(room: int) -> None:
    comment = cell("\n\n".join(PARTS), 1, 1)
    cells = [cell("Mål", 0, 0), cell("Kommentar", 0, 1), cell("Trygga barn", 1, 0), comment]
    rows = table(cells, header_rows=1)
    texts = [paragraph(f"Barnen mår bra i grupp {n}.") for n in range(9)]
    look = Look(page_width=300, page_height=420 + room, side_margin=60, rows_break=True)
    data = print_pdf(document(*texts, rows, *texts), look)
    (found,) = [b for b in read_document(data).blocks if isinstance(b, Table)]
    assert [c.text for c in found.cells if (c.row, c.column) == (1, 1)] == [comment.text]
