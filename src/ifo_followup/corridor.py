"""The way from a file to its reports: bytes, document, format, report, provenance.

Nothing but a `FollowUpError` leaves this module, whatever the input and whatever a plugin does;
only the user's own Ctrl-C passes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from attrs import evolve

from ifo_followup.checks import check_report
from ifo_followup.choosing import Choice, choose, plugin_failed
from ifo_followup.document import HINT, PAGES_MISSING, Document, Kind
from ifo_followup.errors import (
    FollowUpError,
    LimitExceeded,
    PluginError,
    Reason,
    UnreadableDocument,
    out_of_memory,
)
from ifo_followup.guarding import guarded, told
from ifo_followup.hookspecs import Format
from ifo_followup.jobs import PLAIN_JOB, Job
from ifo_followup.model.findings import Finding, Provenance, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.progress import Tell, untold
from ifo_followup.registry import Registry
from ifo_followup.sources import Input, Loaded, load
from ifo_followup.version import library_version

MOST_REPORTS = 1000  # one document; a plugin's endless generator must end somewhere


def read_reports(
    source: Input | Loaded, job: Job = PLAIN_JOB, *, registry: Registry, tell: Tell = untold
) -> tuple[FollowUpReport, ...]:
    """`parse_all` with plugins that were loaded before: what a batch calls for each file."""
    document = open_document(source, job, tell=tell)
    return reports_of(document, job, registry=registry, tell=tell)


def reports_of(
    document: Document, job: Job = PLAIN_JOB, *, registry: Registry, tell: Tell = untold
) -> tuple[FollowUpReport, ...]:
    """The reports of a document that was opened before, with provenance and all findings."""
    tell("choosing", "")
    choice = _chosen(registry, document, job, tell)
    document = _set_out(document, choice)
    provenance = _provenance(document, choice)  # before a plugin can touch anything
    tell("parsing", choice.format.format_id)
    shared = (
        *(_warning(text) for text in document.warnings),
        *(plugin_failed(f.plugin, f.stage, f.message) for f in registry.failures),
        *choice.findings,
    )

    def run() -> tuple[FollowUpReport, ...]:
        reports = tuple(islice(choice.format.parse(document), MOST_REPORTS + 1))
        for report in reports:
            if not isinstance(report, FollowUpReport):
                raise TypeError(f"it gave a {type(report).__name__}, not a FollowUpReport")
        if not reports:
            raise LookupError("it claimed the document and found no report in it")
        if len(reports) > MOST_REPORTS:
            raise OverflowError(f"it gave more than {MOST_REPORTS} reports for one document")
        return tuple(
            evolve(
                report,
                provenance=provenance,
                findings=(*report.findings, *_checked(report, choice.format), *shared),
            )
            for report in reports
        )

    return guarded(run, lambda text, error: _failed(document, choice, text, error))


def _set_out(document: Document, choice: Choice) -> Document:
    """The document with the tables of its plain text that tools of other kinds left on their page.

    What reads any report looks for them itself.
    """
    if document.kind is not Kind.TEXT:
        return document
    from ifo_followup.generic.cell_lines import with_long_cells_apart  # few documents need it
    from ifo_followup.generic.format import FORMAT_ID
    from ifo_followup.generic.spaced import with_aligned_tables

    if choice.format.format_id == FORMAT_ID:
        return document
    return with_long_cells_apart(with_aligned_tables(document))


def checked(report: FollowUpReport, layout: Format | None) -> tuple[Finding, ...]:
    """What contradicts itself in a report, by the library's checks and those of its format.

    Raises:
        PluginError: the format's checks cannot be had.
    """
    name = layout.format_id if layout else ""
    return guarded(
        lambda: _checked(report, layout),
        lambda text, _: PluginError(f"the checks of format {name} failed: {text}", plugin=name),
    )


def _checked(report: FollowUpReport, layout: Format | None) -> tuple[Finding, ...]:
    more = tuple(getattr(layout, "checks", ()))
    return check_report(report, more, dict(getattr(layout, "rules_off", ())))


def take_in(source: Input | Loaded, job: Job) -> Loaded:
    """The bytes of a source, when the arguments of `parse` are what they should be.

    Raises:
        UnreadableDocument, LimitExceeded: as in `parse`.
    """
    job.check()
    with _typed(None):
        return load(source, job.limits)


def open_document(source: Input | Loaded, job: Job = PLAIN_JOB, *, tell: Tell = untold) -> Document:
    """Read a source into a `Document`, with the hints in its metadata.

    Raises:
        UnreadableDocument, LimitExceeded: as in `parse`.
    """
    loaded = take_in(source, job)
    name = loaded.name
    with _typed(name):
        from ifo_followup.reading import read_document  # loads no reader before one is needed

        document = read_document(
            loaded.data,
            name=name,
            companions=loaded.companions,
            backend=job.backend,
            limits=job.limits,
            tell=tell,
        )
    if not any(map(str.strip, document.texts())):  # whole, and holding nothing: that is no success
        text = "there is no text in the document that a reader would see: check the download"
        raise UnreadableDocument(text, reason=Reason.EMPTY, document=name)
    # a document may not pass its own words off as the caller's
    own = tuple(pair for pair in document.metadata if not pair[0].startswith(HINT))
    return evolve(document, metadata=(*own, *job.hints()))


@contextmanager
def _typed(name: str | None) -> Iterator[None]:
    """The caller is promised one root of errors for any input; this holds it."""
    try:
        yield
    except FollowUpError:
        raise
    except MemoryError as error:
        raise out_of_memory(name, told(error)) from error
    except Exception as error:  # a reader's own mistake
        raise UnreadableDocument(
            "the document could not be read; please report it",
            reason=Reason.DAMAGED,
            document=name,
            cause=f"{type(error).__name__}: {error}",
        ) from error


def _chosen(registry: Registry, document: Document, job: Job, tell: Tell) -> Choice:
    try:
        return choose(registry, document, job.plugin, fallback=job.fallback, tell=tell)
    except PluginError as error:
        error.document = document.name
        raise


def _failed(document: Document, choice: Choice, text: str, error: BaseException) -> Exception:
    name = choice.format.format_id
    if isinstance(error, LimitExceeded):
        return error
    if isinstance(error, MemoryError):
        who = f"plugin {choice.plugin.name}, format {name},"
        return out_of_memory(document.name, text, who=who, stage="parsing")
    return PluginError(
        f"plugin {choice.plugin.name}, format {name}, failed on the document: {text}",
        plugin=choice.plugin.name,
        document=document.name,
        cause=text,
    )


def _provenance(document: Document, choice: Choice) -> Provenance:
    return Provenance(
        document=document.name,
        sha256=document.sha256,
        kind=document.kind.value,
        pages=document.pages,
        reader=document.reader,
        plugin=choice.format.format_id,
        plugin_version=choice.plugin.version,
        library_version=library_version(),
    )


def _warning(text: str) -> Finding:
    if text.startswith(PAGES_MISSING):  # what is missing there is missing in the report
        message = text.removeprefix(PAGES_MISSING)
        return Finding(rule="pages-missing", severity=Severity.ERROR, message=message)
    return Finding(rule="reader-warning", severity=Severity.WARNING, message=text)
