"""What the command `explain` prints: who claims a document, and what of it is unread."""

import sys
from collections.abc import Callable
from contextlib import redirect_stdout

from ifo_followup.choosing import ask
from ifo_followup.corridor import open_document, reports_of
from ifo_followup.document import Document
from ifo_followup.errors import FollowUpError
from ifo_followup.jobs import Job
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean, clip, where
from ifo_followup.progress import Tell
from ifo_followup.registry import load_registry
from ifo_followup.sources import Input


def explain(
    name: str, source: Input, job: Job, complain: Callable[[str, FollowUpError], None], tell: Tell
) -> bool:
    """Print it; whether the document could be read. An error goes to `complain`."""
    with redirect_stdout(sys.stderr):  # a plugin that prints may not spoil the results
        registry = load_registry()
    try:
        with redirect_stdout(sys.stderr):
            document = open_document(source, job, tell=tell)
            answers = ask(registry, document, fallback=job.fallback)
        _print_document(name, document)
        print("claims:" if answers else "no plugin is installed")
        for answer in sorted(answers, key=lambda each: -each.sureness):
            format_id = clean(answer.format.format_id)
            print(f"  {answer.sureness:.2f}  {format_id}: {clip(answer.told(), 400)}")
        with redirect_stdout(sys.stderr):
            reports = reports_of(document, job, registry=registry)
    except FollowUpError as error:
        complain(name, error)
        return False
    for report in reports:
        _print_coverage(report)
    return True


def _print_document(name: str, document: Document) -> None:
    pages = f", {document.pages} pages" if document.pages is not None else ""
    print(f"{clean(name)}: {document.kind.value}{pages}, read with {document.reader}")
    for warning in document.warnings:
        print(f"  warning: {clean(warning)}")


def _print_coverage(report: FollowUpReport) -> None:
    cover = report.coverage
    reader = report.provenance.plugin if report.provenance else "?"
    print(f"read by {clean(reader)}: {clean(str(report.title or report.municipality))}")
    print(
        f"coverage {cover.share:.1%}: {cover.claimed} characters claimed, "
        f"{cover.unclaimed} unclaimed, {cover.furniture} of page furniture"
    )
    for span in cover.unclaimed_spans:
        print(f"  unclaimed, {where(span) or 'place unknown'}: {clip(span.text, 300)}")
