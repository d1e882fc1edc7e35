"""A report without the personal data that are found in it."""

from ifo_followup.model.findings import Finding
from ifo_followup.model.report import FollowUpReport
from ifo_followup.privacy.counts import without_small_counts
from ifo_followup.privacy.finding import find_personal_data
from ifo_followup.privacy.texts import masked
from ifo_followup.privacy.walking import rewritten


def mask(report: FollowUpReport) -> tuple[FollowUpReport, tuple[Finding, ...]]:
    """The report with its personal data masked, and what was masked (`find_personal_data`).

    A datum in a text becomes "[personnummer]", "[e-postadress]" or "[telefonnummer]"; a small count
    becomes missing (`Missing.SUPPRESSED`). Nothing else changes, and masking twice is masking once.
    A report without such data is given back as it is.
    """
    found = find_personal_data(report)
    if not found:
        return report, ()
    return rewritten(without_small_counts(report), masked), found
