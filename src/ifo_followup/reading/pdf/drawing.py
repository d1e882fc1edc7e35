"""A page's drawing operators -> `PageContent`: the fast way, or else the stock one."""

from pdfminer.pdfpage import PDFPage

from ifo_followup.reading.pdf.content import PageContent
from ifo_followup.reading.pdf.device import PageDevice, Shared
from ifo_followup.reading.pdf.fast import FastInterpreter
from ifo_followup.reading.pdf.stock import StockInterpreter
from ifo_followup.reading.pdf.tokens import Unknown


def read_content(page: PDFPage, number: int, shared: Shared) -> PageContent:
    """Run the drawing operators of a page; `number` is 1-based."""
    try:
        return run_page(FastInterpreter, page, number, shared)
    except Unknown:
        return run_page(StockInterpreter, page, number, shared)


def run_page(
    kind: type[StockInterpreter], page: PDFPage, number: int, shared: Shared
) -> PageContent:
    """Run them with one kind of interpreter."""
    device = PageDevice(shared, number)
    kind(shared.manager, device).process_page(page)
    return device.content()
