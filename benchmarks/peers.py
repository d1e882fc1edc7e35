"""The tools that we are measured against; each is optional and loaded when it is used."""

import io
import logging
import warnings
from collections.abc import Callable
from importlib.util import find_spec

from attrs import frozen

from benchmarks.truth.score import Texts


@frozen
class Peer:
    """A tool that reads tables: what to call it, and how it reads a file."""

    name: str
    package: str
    read: Callable[[bytes], list[Texts]]

    @property
    def missing(self) -> str | None:
        """Why it cannot be used, or None."""
        if find_spec(self.package) is None:
            return f"{self.name}: not installed (pip install -e '.[bench]')"
        return None


def pdfminer_pages(data: bytes) -> int:
    """The layout analysis of pdfminer over all pages, none of them kept."""
    from pdfminer.high_level import extract_pages

    return sum(1 for _ in extract_pages(io.BytesIO(data)))


def _plumber(data: bytes, settings: dict[str, str]) -> list[Texts]:
    import pdfplumber

    out: list[Texts] = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            out += [
                [[cell or "" for cell in row] for row in table]
                for table in page.extract_tables(settings)
            ]
            page.close()
    return out


def plumber_lines(data: bytes) -> list[Texts]:
    """As pdfplumber comes: tables between rules."""
    return _plumber(data, {})


def plumber_text(data: bytes) -> list[Texts]:
    """With pdfplumber looking for columns and rows in the text."""
    return _plumber(data, {"vertical_strategy": "text", "horizontal_strategy": "text"})


def _camelot(data: bytes, flavour: str) -> list[Texts]:
    import camelot

    logging.getLogger("camelot").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = camelot.read_pdf(data, pages="all", flavor=flavour, suppress_stdout=True)
    return [[[str(text) for text in row] for row in table.data] for table in found]


def camelot_lattice(data: bytes) -> list[Texts]:
    """With camelot looking at the rules of the page's picture."""
    return _camelot(data, "lattice")


def camelot_stream(data: bytes) -> list[Texts]:
    """With camelot looking at the white between texts."""
    return _camelot(data, "stream")


PEERS = (
    Peer("pdfplumber, rules", "pdfplumber", plumber_lines),
    Peer("pdfplumber, text", "pdfplumber", plumber_text),
    Peer("camelot, lattice", "camelot", camelot_lattice),
    Peer("camelot, stream", "camelot", camelot_stream),
)
