"""The title page and the margins: whose report it is, of what kind, for which period."""

from ifo_followup.document import Furniture, FurnitureKind
from ifo_followup.model.report import FollowUpReport
from ifo_followup.swedish.dates import find_periods
from ifo_followup.typeset.composing.pieces import NOWHERE, Sheet
from ifo_followup.typeset.composing.words import MONTHS, words


def compose_front(sheet: Sheet, report: FollowUpReport) -> None:
    """Put the title page on the sheet."""
    title = words(report.title)
    if title:
        sheet.heading(title, 1)
    for text in (report.board, report.department, report.area):
        sheet.paragraph(words(text))
    sheet.paragraph(f"{report.municipality} kommun")
    if not any(end == report.period_end for _, end, _ in find_periods(title)):
        sheet.paragraph(period_words(report))


def period_words(report: FollowUpReport) -> str:
    """The period in words: "januari-april 2018"."""
    start, end = report.period_start, report.period_end
    if end is None:
        return ""
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if start is None or (start.year, start.month) == (end.year, end.month):
        return last
    return f"{MONTHS[start.month - 1]}-{last}"


def margins(report: FollowUpReport) -> tuple[Furniture, ...]:
    """What stands in the header of each page."""
    texts = [f"{report.municipality} kommun", words(report.board)]
    return tuple(
        Furniture(text=text, kind=FurnitureKind.HEADER, place=NOWHERE) for text in texts if text
    )
