"""What a caller asks for, whatever the document is."""

from attrs import frozen

from ifo_followup.limits import DEFAULT_LIMITS, Limits


@frozen(kw_only=True)
class Job:
    """How a document is to be read; the arguments of `parse` but for the document itself."""

    plugin: str | None = None
    period: str | None = None
    municipality: str | None = None
    fallback: bool = False
    backend: str = "auto"
    limits: Limits = DEFAULT_LIMITS


PLAIN_JOB = Job()
