"""The second back end: pages as pdfium reads them, with the package pypdfium2.

It gives the same `PageContent` as pdfminer's interpreter, as near as pdfium's interface tells: all
colours are RGB, and what follows a hyphen at a line's end is judged by how far the text reaches.
The document itself is opened by pdfminer in either case, so that errors, page counts and metadata
are the same and its bounds are checked before pdfium sees it. It is a second opinion, hardly the
faster one: what pdfium found has to be asked for piece by piece.

pdfium ends the whole process when it cannot get memory: bounds are checked before a page is
worked on, and a caller who reads what strangers send needs a worker process.
"""

from collections.abc import Iterator
from functools import cache
from importlib import metadata
from typing import Any

from attrs import define

from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument, to_install
from ifo_followup.limits import Limits
from ifo_followup.reading.pdf.content import PageContent, unmapped_in
from ifo_followup.reading.pdf.pdfium_calls import Calls
from ifo_followup.reading.pdf.pdfium_drawn import Drawing, Shared
from ifo_followup.reading.pdf.pdfium_text import Text


def load() -> Any:
    """The package, or a clear error where it is not installed."""
    try:
        import pypdfium2
    except ImportError as error:
        raise UnreadableDocument(
            f'the backend "pdfium" needs the package pypdfium2: install {to_install("fast")};'
            ' or use backend="pdfminer"',
            reason=Reason.UNSUPPORTED_VARIANT,
            cause=str(error),
        ) from error
    return pypdfium2


@cache  # one installation, one version
def reader_name() -> str:
    """Its name and version."""
    return f"pypdfium2 {metadata.version('pypdfium2')}"


@define(eq=False)
class File:
    """A file as pdfium opened it."""

    document: Any
    raw: Any

    @property
    def pages(self) -> int:
        """How many pages it finds."""
        return len(self.document)

    def read(self, limits: Limits) -> Iterator[PageContent]:
        """The pages, read as they are asked for; the file is closed after the last one."""
        document = self.document
        shared = Shared(Calls(self.raw), document, limits)
        opened: list[Any] = []
        try:
            if len(document) > limits.pages:
                raise LimitExceeded(f"more than {limits.pages} pages")
            for index in range(len(document)):
                opened.append(document[index])
                width, height = opened[-1].get_size()
                if not (0 < width <= limits.page_side and 0 < height <= limits.page_side):
                    raise UnreadableDocument("a page without a usable size", page=index + 1)
                drawing = Drawing(shared, opened[-1], index + 1)
                drawing.walk()
                drawing.forget_fonts()
                while len(opened) > 1:
                    opened.pop(0).close()
                yield _content(drawing)
        finally:
            for page in opened:
                page.close()
            document.close()

    def close(self) -> None:
        """Let go of a file that is not read."""
        self.document.close()


def open_file(data: bytes) -> File | None:
    """The file; None where pdfium cannot open it."""
    package = load()
    try:
        return File(package.PdfDocument(data), package.raw)
    except package.PdfiumError:
        return None


def _content(drawing: Drawing) -> PageContent:
    builder, glyphs = Text(drawing).read()
    return PageContent(
        number=drawing.number,
        width=drawing.width,
        height=drawing.height,
        runs=tuple(builder.runs),
        rules=tuple(drawing.ink.rules),
        fills=tuple(drawing.ink.fills),
        pictures=tuple(drawing.pictures),
        curves=tuple(drawing.ink.curves),
        glyphs=glyphs,
        unmapped=unmapped_in(builder.runs),
    )
