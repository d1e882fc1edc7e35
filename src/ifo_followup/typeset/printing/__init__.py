"""A `Document` printed as PDF, as Word file or as the text layer of a PDF, in a `Look`.

Needs the extra `ifo-followup[typeset]` for PDF (reportlab) and Word (python-docx); text needs
nothing. The same document in the same look gives the same bytes.
"""

from ifo_followup.document import Document
from ifo_followup.errors import ExtraMissing, Unprintable
from ifo_followup.typeset.printing.dress import dressed
from ifo_followup.typeset.printing.failures import asked_for
from ifo_followup.typeset.printing.look import PLAIN, Light, Look, Rules, Typeface
from ifo_followup.typeset.printing.text import print_text

__all__ = [
    "PLAIN",
    "ExtraMissing",
    "Light",
    "Look",
    "Rules",
    "Typeface",
    "Unprintable",
    "dressed",
    "print_docx",
    "print_pdf",
    "print_text",
]


def print_pdf(document: Document, look: Look = PLAIN) -> bytes:
    """Print a document as PDF.

    Raises:
        ExtraMissing: reportlab is not installed.
        Unprintable: it holds a character that no font at hand has, a table too wide for the page,
            or lines that are not yet blocks.
    """
    with asked_for("reportlab"):
        from ifo_followup.typeset.printing.pdf import pdf_of
    return pdf_of(document, look)


def print_docx(document: Document, look: Look = PLAIN) -> bytes:
    """Print a document as Word file.

    Raises:
        ExtraMissing: python-docx is not installed.
        Unprintable: it holds a character that XML forbids, or lines that are not yet blocks.
    """
    with asked_for("docx", "python-docx"):
        from ifo_followup.typeset.printing.docx import docx_of
    return docx_of(document, look)
