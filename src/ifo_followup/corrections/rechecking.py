"""The checks once more, on a report with its corrections: what they solved, and what they broke."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from ifo_followup.corridor import checked
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.registry import Registry, load_registry


def recheck(
    before: FollowUpReport, after: FollowUpReport, *, registry: Registry | None = None
) -> FollowUpReport:
    """The corrected report with the findings of the checks as they are now.

    A contradiction that the corrections solve goes, and `correction-solves` says which; one that
    they make, such as a total that no longer fits its corrected line, is added. All other
    findings stay. A report whose format is no longer installed is checked by the library alone.

    Args:
        before: the report as it was read.
        after: what `apply` made of it.
        registry: the plugins, when they were loaded before.

    Raises:
        PluginError: the checks of the report's format cannot be had.
    """
    if before is after:
        return after
    plugins = load_registry() if registry is None else registry
    name = after.provenance.plugin if after.provenance else None
    offers = (*plugins.offers(), *plugins.fallbacks())
    layout = next((each for _, each in offers if each.format_id == name), None)
    old, new = checked(before, layout), checked(after, layout)
    kept = [finding for finding in after.findings if finding not in old or finding in new]
    made = [finding for finding in new if finding not in old]
    return evolve(after, findings=(*kept, *made, *_solved(old, new)))


def _solved(old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[Finding]:
    """A note for each contradiction that is no longer there, however it is worded."""
    still = {(finding.rule, finding.source, finding.printed) for finding in new}
    for finding in old:
        if (finding.rule, finding.source, finding.printed) not in still:
            swedish = finding.swedish or finding.message
            yield Finding(
                rule="correction-solves",
                severity=Severity.INFO,
                message=f"with the corrections this is solved: {finding.rule}: {finding.message}",
                swedish=f"med rättelserna är detta löst: {finding.rule}: {swedish}",
                source=finding.source,
                printed=finding.printed,
            )
