"""What the commands `draw` and `show` do: read one document, and write pictures of what was read.

Both print while they read, as `explain` does, and are held to the limits of a document by the same
means: a copy of the process.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from ifo_followup.corridor import open_document, reports_of, take_in
from ifo_followup.document import Document, Kind
from ifo_followup.drawing.options import Wish
from ifo_followup.drawing.overlay import plans, sheet_for
from ifo_followup.drawing.paper import Paper, load, opened, over
from ifo_followup.drawing.pieces import Reading, read_pieces
from ifo_followup.drawing.showing import MOST_SHOWN, crop, told, who_read
from ifo_followup.drawing.web import page_of
from ifo_followup.errors import ExtraMissing, FollowUpError, PluginError, Reason, UnreadableDocument
from ifo_followup.guarding import told as told_error
from ifo_followup.jobs import Job
from ifo_followup.locating.finding import NoSuchValue, find
from ifo_followup.model.findings import Finding
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean
from ifo_followup.progress import Tell
from ifo_followup.registry import load_registry
from ifo_followup.sources import Input, Loaded

if TYPE_CHECKING:
    from PIL.Image import Image

Complain = Callable[[str, FollowUpError], None]

_PACKING = 4  # of a PNG: more takes much longer and saves little


def draw(name: str, source: Input, job: Job, wish: Wish, complain: Complain, tell: Tell) -> bool:
    """Draw a document and print the names of the files; whether it could be read by a format.

    A document that no format reads is drawn all the same, as the reader saw it: that is what a
    new format begins with. An error goes to `complain`.
    """
    try:
        with redirect_stdout(sys.stderr):  # a plugin that prints may not spoil the results
            loaded = take_in(source, job)
            document = open_document(loaded, job, tell=tell)
            if document.kind is Kind.PDF:
                load()  # what is missing is said before anything else is done
    except FollowUpError as error:
        complain(name, error)
        return False
    reports: tuple[FollowUpReport, ...] = ()
    error_of: FollowUpError | None = None
    try:
        with redirect_stdout(sys.stderr):
            reports = reports_of(document, job, registry=load_registry())
    except FollowUpError as error:
        error_of = error
        complain(name, error)
    try:
        with _typed(reports):
            for path in written(loaded, document, reports, wish, job):
                print(clean(str(path)), flush=True)
    except FollowUpError as error:
        complain(name, error)
        return False
    return error_of is None


@contextmanager
def _typed(reports: Sequence[FollowUpReport]) -> Iterator[None]:
    """A report that a plugin filled with the wrong things ends in an error of ours."""
    try:
        yield
    except (FollowUpError, NoSuchValue, OSError, MemoryError):
        raise
    except Exception as error:
        plugin = next((r.provenance.plugin for r in reports if r.provenance), "no format")
        raise PluginError(
            f"the report of {plugin} cannot be drawn: {told_error(error)}",
            plugin=plugin,
            reason=Reason.OUTPUT_FAILED,
            stage="writing",
            cause=told_error(error),
        ) from error


def show(name: str, source: Input, job: Job, wish: Wish, complain: Complain, tell: Tell) -> bool:
    """Print where a value was read and frame it in a picture of its page; whether it is there."""
    try:
        with redirect_stdout(sys.stderr):
            loaded = take_in(source, job)
            document = open_document(loaded, job, tell=tell)
            reports = reports_of(document, job, registry=load_registry())
        if len(reports) > 1:
            print(f"the first of {len(reports)} reports in the document", file=sys.stderr)
        with _typed(reports):
            _show(loaded, document, reports[0], wish, job)
    except FollowUpError as error:
        complain(name, error)
        return False
    except NoSuchValue as error:
        print(f"error: {clean(name)}: {clean(str(error))}", file=sys.stderr)
        return False
    return True


def _show(loaded: Loaded, document: Document, report: FollowUpReport, wish: Wish, job: Job) -> None:
    values = find(report, wish.value)
    for value in values[:MOST_SHOWN]:
        for line in told(value, document):
            print(line)
    if len(values) > MOST_SHOWN:
        print(f"and {len(values) - MOST_SHOWN} more values")
    for line in who_read(report.provenance) if report.provenance else ():
        print(line)
    if document.kind is not Kind.PDF:
        return
    try:
        load()
    except ExtraMissing as error:
        if wish.asked:
            raise
        print(f"no picture: {error.message}", file=sys.stderr)
        return
    with opened(
        loaded.data, name=document.name, limits=job.limits, resolution=wish.resolution
    ) as paper:
        _check_pages(paper, document)
        picture = crop(paper, values[:MOST_SHOWN])
    if picture is not None:
        path = wish.folder / f"{_file_name(wish.value)}.png"
        wish.folder.mkdir(parents=True, exist_ok=True)
        save(picture, path)
        print(f"picture   {clean(str(path))}")


def _file_name(path: str) -> str:
    """The way to a value as a name that every file system takes."""
    return path.replace("[", "-").replace("]", "").replace(".", "-")


def written(
    loaded: Loaded,
    document: Document,
    reports: Sequence[FollowUpReport],
    wish: Wish,
    job: Job,
) -> Iterator[Path]:
    """Write the pictures one by one; each file is there when its name is given.

    Raises:
        UnreadableDocument: pages cannot be drawn, or none of those asked for is there.
        OSError: the folder cannot be written to.
    """
    reading = read_pieces(document, reports)
    findings = [finding for report in reports for finding in report.findings]
    title = document.name or "document"
    readers = ", ".join(dict.fromkeys(r.provenance.plugin for r in reports if r.provenance))
    title = f"{title}, read by {readers}" if readers else f"{title}, which no format read"
    if document.kind is not Kind.PDF:
        if wish.pages:
            print(
                f"--pages: this kind of document ({document.kind.value}) has no pages; all of it "
                "is drawn",
                file=sys.stderr,
            )
        wish.folder.mkdir(parents=True, exist_ok=True)
        path = wish.folder / "document.html"
        data = page_of(document, reading, findings, title).encode("utf-8", "replace")
        _put(path, lambda draft: draft.write_bytes(data))
        yield path
        return
    with opened(
        loaded.data, name=document.name, limits=job.limits, resolution=wish.resolution
    ) as paper:
        yield from _pages(paper, document, reading, findings, title, wish)


def _pages(
    paper: Paper,
    document: Document,
    reading: Reading,
    findings: Sequence[Finding],
    title: str,
    wish: Wish,
) -> Iterator[Path]:
    _check_pages(paper, document)
    numbers = [n for n in range(1, paper.pages + 1) if wish.wants(n)]
    if not numbers:
        raise UnreadableDocument(
            f"the document has {paper.pages} pages, and none that was asked for",
            reason=Reason.PAGES_MISSING,
            document=document.name,
            stage="writing",
        )
    planned = plans(document, reading, findings, title)
    wish.folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        scale = paper.scale(number)
        sheet = sheet_for(planned[number], *paper.size(number), scale)
        path = wish.folder / f"page-{number:03}.png"
        save(over(paper.picture(number), sheet, scale), path)
        yield path


def _check_pages(paper: Paper, document: Document) -> None:
    if paper.pages != document.pages:
        raise UnreadableDocument(
            f"pdfium finds {paper.pages} pages where the reader finds {document.pages}: which is "
            "which cannot be told; print it to a new PDF",
            document=document.name,
            stage="writing",
        )


def save(picture: "Image", path: Path) -> None:
    """Write a picture as PNG; it appears under its name only when all of it is written."""
    _put(path, lambda draft: picture.save(draft, format="PNG", compress_level=_PACKING))


def _put(path: Path, write: Callable[[Path], object]) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        write(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
