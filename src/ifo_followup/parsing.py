"""`parse` and `parse_all`: one document, read in this process or in one of its own."""

from ifo_followup.corridor import read_reports
from ifo_followup.errors import AmbiguousDocument, Reason
from ifo_followup.jobs import Job
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.report import FollowUpReport
from ifo_followup.registry import load_registry
from ifo_followup.sources import Input


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
            `hint-contradicts` says so. A year alone leaves the month as it is printed.
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
        from ifo_followup.isolation.keeper import read_apart  # not loaded before it is asked for

        return read_apart(source, job)
    return read_reports(source, job, registry=load_registry())
