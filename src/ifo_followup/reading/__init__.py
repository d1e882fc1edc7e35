"""Readers: from bytes to a `Document`, whatever the file is.

Importing this package loads no parser; the one that is needed is loaded when a file is read.
"""

import hashlib
from collections.abc import Mapping

from attrs import evolve

from ifo_followup.document import Document, Kind
from ifo_followup.errors import (
    FollowUpError,
    LimitExceeded,
    Reason,
    UnreadableDocument,
    out_of_memory,
)
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.progress import Tell, untold
from ifo_followup.reading.sniff import Sniffed, recognise
from ifo_followup.reading.source import Source

__all__ = ["read_document"]


def read_document(
    data: bytes,
    *,
    name: str | None = None,
    companions: Mapping[str, bytes] | None = None,
    backend: str = "auto",
    limits: Limits = DEFAULT_LIMITS,
    tell: Tell = untold,
) -> Document:
    """Read a PDF, DOCX, HTML, Markdown or plain text file.

    The bytes decide what it is, not the name. `companions` maps the names of files that belong
    to the document to their bytes: the CSV files that a Markdown file links to. `backend` is for
    PDFs: "auto", "pdfminer" or "pdfium".

    Raises:
        UnreadableDocument: the file is damaged, encrypted, empty or of no supported kind.
        LimitExceeded: a bound on size, nesting, work or memory was met.
    """
    try:
        sniffed = recognise(data, name, limits)
        document = _read(data, name, sniffed, companions or {}, backend, limits, tell)
    except FollowUpError as error:
        if error.document is None:
            error.document = name
        raise
    except MemoryError as error:
        raise out_of_memory(name, _cause(error)) from error
    except RecursionError as error:
        raise LimitExceeded(
            "the document is nested too deeply: save it again without nested tables and frames",
            reason=Reason.NESTING_LIMIT,
            document=name,
            cause=_cause(error),
        ) from error
    except Exception as error:
        # the promise of this function: no other exception leaves it, whatever the bytes are
        raise UnreadableDocument(
            "the document is damaged or uses something unforeseen: open it, save it again and "
            "retry; please report it if that does not help",
            reason=Reason.DAMAGED,
            document=name,
            cause=_cause(error),
        ) from error
    if sniffed.warnings:
        document = evolve(document, warnings=sniffed.warnings + document.warnings)
    return document


def _read(
    data: bytes,
    name: str | None,
    sniffed: Sniffed,
    companions: Mapping[str, bytes],
    backend: str,
    limits: Limits,
    tell: Tell,
) -> Document:
    if sniffed.kind is Kind.PDF:
        from ifo_followup.reading.pdf import read_pdf

        return read_pdf(data, name=name, backend=backend, limits=limits, tell=tell)
    sha256 = hashlib.sha256(data).hexdigest()
    if sniffed.archive is not None:
        from ifo_followup.reading.docx import read_docx

        return read_docx(sniffed.archive, name=name, sha256=sha256, limits=limits)
    assert sniffed.decoded is not None  # noqa: S101 -- every other kind is text
    source = Source(
        name=name,
        sha256=sha256,
        text=sniffed.decoded.text,
        encoding=sniffed.decoded.encoding,
    )
    match sniffed.kind:
        case Kind.HTML:
            from ifo_followup.reading.html import read_html

            return read_html(source, limits)
        case Kind.MARKDOWN:
            from ifo_followup.reading.markdown import read_markdown

            return read_markdown(source, companions, limits)
        case _:
            from ifo_followup.reading.text import read_text

            return read_text(source, limits)


def _cause(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error)[:500]}"
