"""What personal data a report holds, as findings that do not repeat them."""

from collections.abc import Iterator

from attrs import evolve

from ifo_followup.model.findings import Finding
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Source
from ifo_followup.privacy.counts import small_counts
from ifo_followup.privacy.spans import EMAIL_ADDRESS, SMALL_COUNT, Kind
from ifo_followup.privacy.texts import all_data, hidden, masked
from ifo_followup.privacy.walking import texts

_LONGEST = 120  # characters of the text around, in a finding


def find_personal_data(report: FollowUpReport) -> tuple[Finding, ...]:
    """The personal data of a report: one finding for each datum and place, in reading order.

    Rules: `personal-number`, `email-address`, `phone-number` in every text, labels, earlier
    findings and unread pieces too, and `small-count` in statistics and indicators. Names of
    people are not looked for. No finding repeats a datum: its message shows the beginning, and
    its source has the text with the datum masked.
    """
    return (*_in_texts(report), *_small(report))


def _in_texts(report: FollowUpReport) -> Iterator[Finding]:
    seen: set[tuple[str, str, int | None, int | None]] = set()
    for text, source in texts(report):
        for span, datum in all_data(text):
            # a value and its source hold the same characters; so do two values of one line
            place = (source.place.page, source.place.first_line) if source else (None, None)
            key = (span.kind.rule, _same(span.kind, datum), *place)
            if key not in seen:
                seen.add(key)
                yield _finding(span.kind, hidden(datum), _masked(source))


def _small(report: FollowUpReport) -> Iterator[Finding]:
    for number in small_counts(report):
        # the figure itself is what points at somebody
        source = evolve(number.source, text=SMALL_COUNT.mark)
        yield _finding(SMALL_COUNT, "", _masked(source))


def _finding(kind: Kind, shown: str, source: Source | None) -> Finding:
    return Finding(
        rule=kind.rule,
        severity=kind.severity,
        message=f"{kind.english} stands here{f': {shown}' if shown else ''}",
        swedish=f"här står {kind.swedish}{f': {shown}' if shown else ''}",
        source=source,
    )


def _same(kind: Kind, datum: str) -> str:
    """A datum however it is spaced and whether its century is printed."""
    if kind is EMAIL_ADDRESS:
        return datum.casefold()
    return "".join(char for char in datum if char.isdigit())[-10:]


def _masked(source: Source | None) -> Source | None:
    if source is None:
        return None
    return evolve(
        source,
        text=masked(source.text)[:_LONGEST],
        row=masked(source.row) if source.row else source.row,
        column=masked(source.column) if source.column else source.column,
    )
