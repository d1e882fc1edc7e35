"""What is printed is read again: the same blocks, as far as print can carry them.

What print carries of a document is `documents.content`, after `dressed` has told what the look
does to its tables.
"""

from attrs import evolve
from documents import content, documents, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from ifo_followup.document import Document, FurnitureKind
from ifo_followup.reading import read_document
from ifo_followup.testing.looks import looks
from ifo_followup.typeset.printing import Look, Rules, dressed, print_docx, print_pdf

RUNNING = "Almviks kommun Socialnämnden"
# a merged cell shows only where lines stand around it
simple = tables(spans=False)
# without vertical lines a table shows by its header
headed = tables(spans=False, heads=(1,))


def printed_and_read(document: Document, look: Look, backend: str = "auto") -> Document:
    """What is read of a PDF; running lines of a single page look like any other, so it has none."""
    found = read_document(print_pdf(document, look), backend=backend)
    if found.pages == 1:
        data = print_pdf(document, evolve(look, running=False))
        return read_document(data, backend=backend)
    running = {" ".join(f.text.split()) for f in found.furniture if f.kind is FurnitureKind.HEADER}
    assert RUNNING in running
    return found


def check(document: Document, look: Look, found: Document) -> None:
    assert content(found, levels=False) == content(dressed(document, look), levels=False)


@given(documents(), looks())
def test_a_word_file(document: Document, look: Look):
    found = read_document(print_docx(document, look))
    assert content(found) == content(dressed(document, look))
    assert [f.kind for f in found.furniture] == [FurnitureKind.HEADER, FurnitureKind.FOOTER]
    assert found.furniture[0].text == "Almviks kommun\tSocialnämnden"
    assert found.furniture[1].text.startswith("Dnr SN 2019-14")


@given(documents(), looks(rules=(Rules.GRID,), rows_break=False))
def test_a_pdf_with_merged_cells(document: Document, look: Look):
    check(document, look, printed_and_read(document, look))


@given(documents(simple), looks(rules=(Rules.GRID,), rows_break=True))
def test_a_pdf_whose_rows_go_on_over_page_breaks(document: Document, look: Look):
    check(document, look, printed_and_read(document, look))


@given(documents(headed), looks(rules=(Rules.ROWS, Rules.STRIPES), rows_break=False))
def test_a_pdf_without_vertical_lines(document: Document, look: Look):
    check(document, look, printed_and_read(document, look))


@given(documents(simple), looks(rules=(Rules.GRID,)))
@settings(max_examples=10)
def test_a_pdf_read_with_the_second_back_end(document: Document, look: Look):
    check(document, look, printed_and_read(document, look, backend="pdfium"))


@given(documents(), looks(), st.sampled_from((print_pdf, print_docx)))
@settings(max_examples=10)
def test_the_same_document_gives_the_same_bytes(document: Document, look: Look, printer):
    assert printer(document, look) == printer(document, look)
