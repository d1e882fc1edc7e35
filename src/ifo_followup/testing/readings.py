"""What a golden's document gives: read once by all installed formats' rules, and then compared."""

from attrs import evolve, frozen

from ifo_followup.corridor import open_document, reports_of
from ifo_followup.document import Document
from ifo_followup.hookspecs import Format
from ifo_followup.jobs import Job
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.differences import differences
from ifo_followup.registry import Registry, load_registry
from ifo_followup.testing.goldens import (
    Golden,
    GoldenError,
    State,
    proposal,
    unclaimed_texts,
    unknown_words,
    write_golden,
)

NEW = "expected.json is new: read it beside the document, then accept it: pytest --ifo-accept"
MISSING = "expected.json is missing: pytest --ifo-accept writes it, for you to read"
WRITTEN = "written; read it, then run again"
_MOST_SHOWN = 40


class NotInstalled(LookupError):
    """A test class names a format that no installed plugin offers."""


@frozen(kw_only=True)
class Reading:
    """A golden's document, and the report that its format reads from it."""

    document: Document
    report: FollowUpReport


def read_golden(golden: Golden) -> Reading:
    """Read a golden's document with the format that the golden names, else with the surest.

    Raises:
        FollowUpError: as in `ifo_followup.parse`; several reports in one document included.
    """
    job = Job(plugin=golden.format_id)
    document = open_document(golden.source)
    (report, *others) = reports_of(document, job, registry=load_registry())
    if others:
        raise GoldenError(f"{golden.source}: {1 + len(others)} reports; a golden holds one")
    return Reading(document=document, report=report)


def installed(format_id: str, registry: Registry) -> Format:
    """The installed format of this id.

    Raises:
        NotInstalled: there is none; says which there are, and which plugins failed.
    """
    offers = {each.format_id: each for _, each in registry.offers()}
    if format_id in offers:
        return offers[format_id]
    lines = [f"no installed format is called {format_id!r}: pip install -e your plugin"]
    lines.append(f"  installed: {', '.join(offers) or 'none'}")
    lines += [f"  {f.plugin} failed at {f.stage}: {f.message}" for f in registry.failures]
    raise NotInstalled("\n".join(lines))


def settle(golden: Golden, report: FollowUpReport, *, accepting: bool) -> str:
    """Take a golden to its next state; "" where it holds, else what its author has to do.

    Only `accepting` writes. What this run has written never passes in this run: a proposed golden
    that already says what is read becomes accepted, all else is proposed anew.
    """
    found = [] if golden.state is State.MISSING else differences(golden.tables, report)
    found += _unlisted(golden, report)
    if not found and golden.state is State.ACCEPTED:
        return ""
    if not accepting:
        return {State.MISSING: MISSING, State.PROPOSED: NEW}.get(golden.state) or _told(
            golden, found
        )
    if not found and golden.state is State.PROPOSED:
        write_golden(evolve(golden, state=State.ACCEPTED))
        return ""
    write_golden(proposal(golden, report))
    return "\n".join([f"{golden.file}: {WRITTEN}", *_clipped(found)])


def _unlisted(golden: Golden, report: FollowUpReport) -> list[str]:
    """What the report cannot say and the golden does not list."""
    if golden.state is State.MISSING:
        return []
    lost = (text for text in unclaimed_texts(report) if text not in golden.unclaimed)
    words = (finding.printed or "" for finding in unknown_words(report))
    return [
        *(f"in no part of the report: {text!r:.120}" for text in lost),
        *(f"without a code: {word!r:.120}" for word in words if word not in golden.unknown_words),
    ]


def _told(golden: Golden, found: list[str]) -> str:
    head = f"{golden.source.name} is not read as {golden.file} says:"
    return "\n".join([head, *_clipped(found)])


def _clipped(lines: list[str]) -> list[str]:
    shown = [f"  {line}" for line in lines[:_MOST_SHOWN]]
    return shown + ([f"  and {len(lines) - _MOST_SHOWN} more"] if len(lines) > _MOST_SHOWN else [])
