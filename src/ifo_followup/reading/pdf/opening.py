"""PDF bytes -> pages, one at a time; and our own errors for everything that can go wrong."""

import logging
from collections.abc import Iterator
from typing import Any

import pdfminer
from attrs import frozen
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdftypes import dict_value, resolve1

from ifo_followup.errors import (
    FollowUpError,
    LimitExceeded,
    Reason,
    UnreadableDocument,
    out_of_memory,
)
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.reading.pdf.budget import Budget
from ifo_followup.reading.pdf.content import PageContent
from ifo_followup.reading.pdf.device import Shared
from ifo_followup.reading.pdf.drawing import read_content
from ifo_followup.reading.pdf.fonts import BoundedFonts
from ifo_followup.reading.pdf.objects import BoundedDocument
from ifo_followup.reading.pdf.pages import has_text, pages_of

READER = f"pdfminer.six {pdfminer.__version__}"

NO_TEXT = (
    "no page has any text, only pictures or outlines of letters: recognise the text (OCR) with "
    "another program first, or print it anew from its source"
)


@frozen
class Opened:
    """An open file: what it says about itself, and its pages, read as they are asked for.

    `warnings` grows while pages are read.
    """

    reader: str
    declared_pages: int | None
    metadata: tuple[tuple[str, str], ...]
    pages: Iterator[PageContent]
    warnings: list[str]


def open_pdf(data: bytes, limits: Limits = DEFAULT_LIMITS, backend: str = "auto") -> Opened:
    """Open a file. Whatever goes wrong here or in `pages` is to be given to `explain`.

    `backend` tells who reads the pages: "pdfium" or, by this name or "auto", pdfminer.
    """
    _hush()
    budget = Budget(limits)
    document = BoundedDocument(data, budget)
    if not has_text(document):
        raise UnreadableDocument(NO_TEXT, reason=Reason.NO_TEXT_LAYER)
    declared = resolve1(dict_value(document.catalog.get("Pages", {})).get("Count"))
    reader, pages = READER, _pages(document)
    if backend == "pdfium":
        from ifo_followup.reading.pdf import pdfium  # an extra: loaded only where it is asked for

        found, expected = pdfium.open_file(data), _reachable(document)
        if found is not None and found.pages == expected:
            reader, pages = pdfium.reader_name(), found.read(limits)
        else:
            shown = "cannot open the file" if found is None else f"finds {found.pages} pages"
            budget.warnings.append(f"pdfium {shown}, pdfminer finds {expected}: read with pdfminer")
    return Opened(
        reader,
        declared if isinstance(declared, int) else None,
        _metadata(document),
        pages,
        budget.warnings,
    )


def _reachable(document: BoundedDocument) -> int:
    return sum(1 for _ in pages_of(document))


def _hush() -> None:
    """Keep pdfminer's log lines from being printed by a program that set up no logging.

    A handler that does nothing is the least that helps: it only takes the place of logging's last
    resort, which prints. Levels and propagation stay, so a program that does set up logging gets
    every line; switching them off while a file is read would also silence other threads.
    """
    logger = logging.getLogger("pdfminer")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def explain(
    error: BaseException, *, name: str | None, page: int | None, ours: bool = False
) -> FollowUpError:
    """The library's own error for anything that was raised while a file was read.

    `ours` tells that the file's content had been read and was being put together: then the fault
    is this library's, not the file's.
    """
    if isinstance(error, FollowUpError):
        error.document = error.document or name
        error.page = error.page or page
        return error
    cause = f"{type(error).__name__}: {error}"[:500]
    where: dict[str, Any] = {"document": name, "page": page, "cause": cause}
    if isinstance(error, PDFPasswordIncorrect):
        return UnreadableDocument(
            "the file is encrypted and needs a password", reason=Reason.ENCRYPTED, **where
        )
    if isinstance(error, PDFEncryptionError):
        return UnreadableDocument(
            "the file is encrypted in an unsupported way",
            reason=Reason.ENCRYPTION_UNSUPPORTED,
            **where,
        )
    if isinstance(error, MemoryError):
        return out_of_memory(**where)
    if isinstance(error, RecursionError):
        return LimitExceeded(
            "objects nested too deeply (nesting): print it to a new PDF",
            reason=Reason.NESTING_LIMIT,
            **where,
        )
    if ours:
        message = "the reader failed on this file; please report it"
        return UnreadableDocument(message, reason=Reason.DAMAGED, **where)
    return UnreadableDocument(
        "the file is damaged: download or save it again", reason=Reason.DAMAGED, **where
    )


def _metadata(document: BoundedDocument) -> tuple[tuple[str, str], ...]:
    out = []
    for info in document.info:
        for key, value in info.items():
            raw = resolve1(value)
            if isinstance(key, str) and isinstance(raw, bytes):
                out.append((key, _text(raw)))
    return tuple(sorted(out))


def _text(raw: bytes) -> str:
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")


def _pages(document: BoundedDocument) -> Iterator[PageContent]:
    shared = Shared(document.budget.limits, BoundedFonts(document.budget))
    for number, page in enumerate(pages_of(document), 1):
        yield read_content(page, number, shared)
        document.let_go(page.contents)
