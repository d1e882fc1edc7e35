"""What a reader should know about a report besides its figures."""

from datetime import date
from enum import Enum

from attrs import field, frozen, validators

from ifo_followup.model.values import Source


class Severity(Enum):
    """How much a finding matters: an error makes `check` exit 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@frozen(kw_only=True)
class Finding:
    """Something that was seen and not understood, not read, or that contradicts something else.

    A finding never changes a value. `rule` is a stable id such as "unknown-word"; `printed` and
    `expected` are what stands and what would have been expected, where that can be said. `swedish`
    is the message in Swedish, where there is one; `evidence` is what else was compared.
    """

    rule: str = field(validator=validators.matches_re(r"[a-z][a-z0-9]*(-[a-z0-9]+)*"))
    severity: Severity
    message: str
    source: Source | None = None
    printed: str | None = None
    expected: str | None = None
    swedish: str | None = None
    evidence: tuple[Source, ...] = ()

    def __str__(self) -> str:
        """Say it in one line: "page 6: warning unknown-word: ..."."""
        place = f"page {self.source.page}: " if self.source and self.source.page else ""
        return f"{place}{self.severity.value} {self.rule}: {self.message}"


@frozen(kw_only=True)
class Coverage:
    """How much of the document's text the report holds, in characters without white space.

    `claimed` went into a domain object, `furniture` belongs to the pages, `unclaimed` is neither
    and stands in `unclaimed_spans`. The three add up to all characters of the document as its
    reader gives it. Signs of bullets and hyphens at line ends are furniture in plain text; the
    readers of other files leave them out.
    """

    claimed: int = field(default=0, validator=validators.ge(0))
    furniture: int = field(default=0, validator=validators.ge(0))
    unclaimed: int = field(default=0, validator=validators.ge(0))
    unclaimed_spans: tuple[Source, ...] = ()

    @property
    def share(self) -> float:
        """Claimed characters as a share of all but furniture; 1.0 for an empty document."""
        total = self.claimed + self.unclaimed
        return self.claimed / total if total else 1.0


@frozen(kw_only=True)
class Provenance:
    """Which file was read, and by what."""

    document: str | None = None
    sha256: str = field(validator=validators.matches_re(r"[0-9a-f]{64}"))
    kind: str
    pages: int | None = None
    reader: str
    plugin: str
    plugin_version: str | None = None
    library_version: str


@frozen(kw_only=True)
class Correction:
    """A printed error put right by a person: which value, what it says, what is right, and why.

    `what` is the way to the value, as in Python, from 0 ("goals[3].title"); in a report it leads to
    the value that was corrected, whose `source.text` still holds the print. `corrected` is printed
    as reports print ("-12 480", "80 %").
    """

    what: str = field(validator=validators.min_len(1))
    printed: str
    corrected: str = field(validator=validators.min_len(1))
    why: str = field(validator=validators.min_len(1))
    who: str = field(validator=validators.min_len(1))
    date: date
