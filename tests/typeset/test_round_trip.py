"""What is printed is read again: the same blocks, as far as print can carry them."""

from attrs import evolve
from documents import content, documents
from hypothesis import given

from ifo_followup.document import Document, FurnitureKind
from ifo_followup.reading import read_document
from ifo_followup.testing.looks import looks
from ifo_followup.typeset.printing import Look, Rules, dressed, print_docx, print_pdf


def printed_and_read(document: Document, look: Look) -> Document:
    """What is read of a PDF; running lines of a single page look like any other, so it has none."""
    found = read_document(print_pdf(document, look))
    if found.pages == 1:
        found = read_document(print_pdf(document, evolve(look, running=False)))
    return found


@given(documents(), looks())
def test_a_word_file_is_read_as_it_was_printed(document: Document, look: Look):
    found = read_document(print_docx(document, look))
    assert content(found) == content(dressed(document, look))
    assert next((f.kind, f.text) for f in found.furniture) == (
        FurnitureKind.HEADER,
        "Almviks kommun\tSocialnämnden",
    )


@given(documents(), looks(rules=(Rules.GRID,), rows_break=False))
def test_a_pdf_with_ruled_tables_is_read_as_it_was_printed(document: Document, look: Look):
    found = printed_and_read(document, look)
    assert content(found, levels=False) == content(dressed(document, look), levels=False)
