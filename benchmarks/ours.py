"""Ourselves, as the benchmarks call us."""

from collections.abc import Iterator
from functools import cache

import ifo_followup
from benchmarks.truth.score import Texts
from ifo_followup import FollowUpReport
from ifo_followup.document import Document, Table
from ifo_followup.reading import read_document

BACKENDS = ("pdfminer", "pdfium")


def parse(data: bytes, backend: str) -> FollowUpReport:
    """A whole report, from bytes."""
    return ifo_followup.parse(data, backend=backend)


@cache
def refusal(backend: str, data: bytes) -> str | None:
    """Why a file cannot be parsed so, or None."""
    try:
        parse(data, backend)
    except (ValueError, ImportError, ifo_followup.FollowUpError) as error:
        return f"{backend}: {str(error).splitlines()[0]}"
    return None


def tables(document: Document) -> Iterator[Table]:
    """The tables of a document, in reading order."""
    return (block for block in document.blocks if isinstance(block, Table))


def texts(table: Table) -> Texts:
    """The texts of a table, each in the first place of its cell."""
    out = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        out[cell.row][cell.column] = cell.text
    return out


def read(data: bytes) -> list[Texts]:
    """The tables of a file, as a peer would give them."""
    return [texts(table) for table in tables(read_document(data))]
