"""A piece of text that is somebody's datum: where it begins and ends, and what it is."""

from attrs import frozen

from ifo_followup.model.findings import Severity


@frozen(kw_only=True)
class Kind:
    """A kind of datum. `swedish` is its name in a masked text, `english` in a message."""

    rule: str
    severity: Severity
    swedish: str
    english: str

    @property
    def mark(self) -> str:
        """What stands in a masked text in place of the datum."""
        return f"[{self.swedish}]"


PERSONAL_NUMBER = Kind(
    rule="personal-number",
    severity=Severity.ERROR,
    swedish="personnummer",
    english="a Swedish personal identity number",
)
EMAIL_ADDRESS = Kind(
    rule="email-address",
    severity=Severity.WARNING,
    swedish="e-postadress",
    english="an e-mail address",
)
PHONE_NUMBER = Kind(
    rule="phone-number",
    severity=Severity.WARNING,
    swedish="telefonnummer",
    english="a telephone number",
)
SMALL_COUNT = Kind(
    rule="small-count",
    severity=Severity.INFO,
    swedish="litet antal",
    english="a count of one to four",
)


@frozen
class Span:
    """The characters `start` up to `end` of a text are a datum of this kind."""

    kind: Kind
    start: int
    end: int
