"""A report on paper: composed in a format's layout, and printed."""

from enum import Enum

from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.differences import differences
from ifo_followup.typeset.composing import compose
from ifo_followup.typeset.printing import PLAIN, Look, print_docx, print_pdf, print_text


class Paper(Enum):
    """What a report can be printed as."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "txt"


def typeset(
    report: FollowUpReport,
    style: LayoutFormat,
    paper: Paper | str = Paper.PDF,
    look: Look = PLAIN,
) -> bytes:
    """Print a report as a format's layout prints its reports.

    Args:
        report: any report, of whatever municipality and however it came about.
        style: the format in whose layout it is set.
        paper: "pdf", "docx", or "txt" (UTF-8: what a PDF's text layer looks like).
        look: type, lines and colours.

    What the layout has no place for is not printed: `lost_in` says what that is.

    Raises:
        ExtraMissing: PDF and Word need the extra [typeset].
        Unprintable: a table is too wide for the page, or a character has no letter in any font.
        ValueError: there is no such paper.
    """
    document = compose(report, style)
    match Paper(paper):
        case Paper.PDF:
            return print_pdf(document, look)
        case Paper.DOCX:
            return print_docx(document, look)
        case Paper.TEXT:
            return print_text(document, look).encode()


def lost_in(report: FollowUpReport, style: LayoutFormat) -> list[str]:
    """What of a report a format's layout cannot say: a line for each thing that would be lost.

    The report is composed, read again by the format, and compared. An empty list: nothing is lost.
    """
    for got in style.parse(compose(report, style)):
        return differences(report, got)
    return ["report: nothing is left of it"]
