"""The way from a file to its reports: bytes, document, format, report, provenance.

Nothing but a `FollowUpError` leaves this module, whatever the input and whatever a plugin does;
only the user's own Ctrl-C passes.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from importlib import metadata
from itertools import islice

from attrs import evolve

from ifo_followup.checks import check_report
from ifo_followup.choosing import Choice, choose, plugin_failed
from ifo_followup.document import PAGES_MISSING, Document
from ifo_followup.errors import (
    AmbiguousDocument,
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
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.findings import Finding, Provenance, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.progress import Tell, untold
from ifo_followup.registry import Registry, load_registry
from ifo_followup.sources import Input, Loaded, load

MOST_REPORTS = 1000  # one document; a plugin's endless generator must end somewhere

BACKENDS = ("auto", "pdfminer", "pdfium")
HINT = "hint:"
PERIOD = re.compile(r"(20[0-9]{2})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def parse(
    source: Input,
    *,
    plugin: str | None = None,
    period: str | None = None,
    municipality: str | None = None,
    fallback: bool = False,
    backend: str = "auto",
    limits: Limits = DEFAULT_LIMITS,
    isolate: bool = False,
) -> FollowUpReport:
    """Read the one report that a document holds.

    Args:
        source: a path, the bytes themselves, or a file opened in binary mode. PDF, DOCX, HTML,
            Markdown or plain text; the bytes decide which, not the name.
        plugin: read it with this format, whatever the others say, or with the surest format of
            this plugin.
        period: a year, month or day ("2018", "2018-04", "2018-04-30") for a document that does
            not print its own. It wins over what is printed; where they differ, the finding
            `hint-contradicts` says so.
        municipality: its name, for the same case and under the same rule.
        fallback: read a report that no plugin claims with the built-in format `generic`, by the
            words that such reports have in common; its figures need a look.
        backend: who reads the pages of a PDF: "pdfminer"; "pdfium", a second opinion that needs
            the extra [fast]; or "auto", which is pdfminer.
        limits: what the document may cost.
        isolate: read it in a process of its own, which is ended when the document takes too much
            time or memory, and whose end harms nothing else.

    Raises:
        UnreadableDocument: it is damaged, encrypted, without text, or of no supported kind.
        UnknownDocument: no installed format recognises it.
        AmbiguousDocument: several formats do, or it holds several reports.
        LimitExceeded: it is too large or too deeply nested, or takes too much work, time or
            memory.
        WorkerFailed: with `isolate`, the process that read it ended by itself.
        PluginError: the plugin named is not installed, or the one that reads it failed.
    """
    reports = parse_all(
        source,
        plugin=plugin,
        period=period,
        municipality=municipality,
        fallback=fallback,
        backend=backend,
        limits=limits,
        isolate=isolate,
    )
    if len(reports) == 1:
        return reports[0]
    titles = tuple(
        (report.municipality, str(report.title or report.period_end or "untitled"))
        for report in reports
    )
    raise AmbiguousDocument(
        f"the document holds {len(reports)} reports; use parse_all, which returns them all",
        claims=titles,
        reason=Reason.SEVERAL_REPORTS,
        document=reports[0].provenance.document if reports[0].provenance else None,
    )


def parse_all(
    source: Input,
    *,
    plugin: str | None = None,
    period: str | None = None,
    municipality: str | None = None,
    fallback: bool = False,
    backend: str = "auto",
    limits: Limits = DEFAULT_LIMITS,
    isolate: bool = False,
) -> tuple[FollowUpReport, ...]:
    """Read every report that a document holds, at least one; otherwise like `parse`."""
    job = Job(
        plugin=plugin,
        period=period,
        municipality=municipality,
        fallback=fallback,
        backend=backend,
        limits=limits,
    )
    if isolate:
        from ifo_followup.isolation.keeper import read_apart  # makes a process: only when asked

        return read_apart(source, job)
    return read_reports(source, job, registry=load_registry())


def read_reports(
    source: Input, job: Job = PLAIN_JOB, *, registry: Registry, tell: Tell = untold
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


def take_in(source: Input, job: Job) -> Loaded:
    """The bytes of a source, when the arguments of `parse` are what they should be.

    Raises:
        UnreadableDocument, LimitExceeded: as in `parse`.
    """
    _check(job)
    with _typed(None):
        return load(source, job.limits)


def open_document(source: Input, job: Job = PLAIN_JOB, *, tell: Tell = untold) -> Document:
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
    return evolve(document, metadata=(*own, *_hint_metadata(job)))


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


@cache  # one installation, one version: to look it up takes as long as a page
def library_version() -> str:
    """The installed version of this library: of the code that runs, whatever comes later."""
    try:
        return metadata.version("ifo-followup")
    except metadata.PackageNotFoundError:  # run from a source tree that was never installed
        return "0+unknown"


def valid_period(text: str) -> bool:
    """Whether the text is a year, a month or a day of this century in ISO form."""
    found = PERIOD.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:  # a month or a day that the calendar does not have
        return False
    return True


def _check(job: Job) -> None:
    """Refuse arguments of `parse` that are of the wrong kind."""
    if job.plugin is not None and not isinstance(job.plugin, str):
        raise UnreadableDocument(
            f"the plugin {job.plugin!r:.80} is not a text", reason=Reason.UNSUPPORTED_VARIANT
        )
    if not isinstance(job.limits, Limits):
        raise UnreadableDocument(
            f"limits={job.limits!r:.80} are no Limits", reason=Reason.UNSUPPORTED_VARIANT
        )
    _check_backend(job.backend)
    _hint_metadata(job)


def _check_backend(backend: object) -> None:
    if isinstance(backend, str) and backend in BACKENDS:
        return
    known = ", ".join(BACKENDS)
    text = f"no backend is called {backend!r}; there are: {known}"
    raise UnreadableDocument(text, reason=Reason.UNSUPPORTED_VARIANT)


def _hint_metadata(job: Job) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for word, value in (("period", job.period), ("municipality", job.municipality)):
        if value is None:
            continue
        if not isinstance(value, str) or not value.strip():
            raise UnreadableDocument(
                f"the hint {word}={value!r} is not a text", reason=Reason.UNSUPPORTED_VARIANT
            )
        if word == "period" and not valid_period(value):
            raise UnreadableDocument(
                f'the hint period={value!r} is none of "2018", "2018-04", "2018-04-30"',
                reason=Reason.UNSUPPORTED_VARIANT,
            )
        pairs.append((HINT + word, value.strip()))
    return tuple(pairs)


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
