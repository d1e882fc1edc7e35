"""What a caller asks for, whatever the document is."""

import re
from datetime import date

from attrs import frozen

from ifo_followup.document import HINT
from ifo_followup.errors import Reason, UnreadableDocument
from ifo_followup.limits import DEFAULT_LIMITS, Limits

BACKENDS = ("auto", "pdfminer", "pdfium")
_PERIOD = re.compile(r"(20[0-9]{2})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@frozen(kw_only=True)
class Job:
    """How a document is to be read; the arguments of `parse` but for the document itself."""

    plugin: str | None = None
    period: str | None = None
    municipality: str | None = None
    fallback: bool = False
    backend: str = "auto"
    limits: Limits = DEFAULT_LIMITS

    def check(self) -> None:
        """Refuse arguments of the wrong kind.

        Raises:
            UnreadableDocument: one is, with what would do instead.
        """
        if self.plugin is not None and not isinstance(self.plugin, str):
            raise _refused(f"the plugin {self.plugin!r:.80} is not a text")
        if not isinstance(self.limits, Limits):
            raise _refused(f"limits={self.limits!r:.80} are no Limits")
        if not isinstance(self.backend, str) or self.backend not in BACKENDS:
            known = ", ".join(BACKENDS)
            raise _refused(f"no backend is called {self.backend!r}; there are: {known}")
        for word, value in self._hints():
            if not isinstance(value, str) or not value.strip():
                raise _refused(f"the hint {word}={value!r} is not a text")
        if self.period is not None and not valid_period(self.period):
            text = f'the hint period={self.period!r} is none of "2018", "2018-04", "2018-04-30"'
            raise _refused(text)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """What the caller knows of the document, as it stands in the document's metadata."""
        return tuple((HINT + word, value.strip()) for word, value in self._hints())

    def _hints(self) -> list[tuple[str, str]]:
        known = (("period", self.period), ("municipality", self.municipality))
        return [(word, value) for word, value in known if value is not None]


PLAIN_JOB = Job()


def valid_period(text: str) -> bool:
    """Whether the text is a year, a month or a day of this century in ISO form."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:  # a month or a day that the calendar does not have
        return False
    return True


def _refused(text: str) -> UnreadableDocument:
    return UnreadableDocument(text, reason=Reason.UNSUPPORTED_VARIANT)
