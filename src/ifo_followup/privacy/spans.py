"""A piece of text that is somebody's datum: where it begins and ends, and what it is."""

from attrs import frozen

from ifo_followup.model.findings import Severity


@frozen(kw_only=True)
class Kind:
    """A kind of datum: its name in a masked text, and what messages call it."""

    rule: str
    severity: Severity
    name: str
    english: str
    swedish: str

    @property
    def mark(self) -> str:
        """What stands in a masked text in place of the datum."""
        return f"[{self.name}]"


PERSONAL_NUMBER = Kind(
    rule="personal-number",
    severity=Severity.ERROR,
    name="personnummer",
    english="a Swedish personal identity number",
    swedish="ett personnummer",
)
EMAIL_ADDRESS = Kind(
    rule="email-address",
    severity=Severity.WARNING,
    name="e-postadress",
    english="an e-mail address",
    swedish="en e-postadress",
)
PHONE_NUMBER = Kind(
    rule="phone-number",
    severity=Severity.WARNING,
    name="telefonnummer",
    english="a telephone number",
    swedish="ett telefonnummer",
)
SMALL_COUNT = Kind(
    rule="small-count",
    severity=Severity.INFO,
    name="litet antal",
    english="a count of one to four",
    swedish="ett antal mellan ett och fyra",
)


@frozen
class Span:
    """The characters `start` up to `end` of a text are a datum of this kind."""

    kind: Kind
    start: int
    end: int
