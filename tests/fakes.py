"""Stand-ins for plugins: formats that do as told, and entry points that install nothing."""

from collections.abc import Callable, Iterable
from types import ModuleType

from attrs import frozen

from ifo_followup.discovery import Found
from ifo_followup.document import Document, Kind, Paragraph
from ifo_followup.hookspecs import Claim, hookimpl
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Place

DOCUMENT = Document(
    name="a.txt",
    sha256="0" * 64,
    kind=Kind.TEXT,
    reader="fake",
    blocks=(Paragraph(text="Exempelköping", place=Place()),),
)


def one_report(_document: Document) -> Iterable[FollowUpReport]:
    return [FollowUpReport(municipality="Exempelköping")]


@frozen(kw_only=True)
class FakeFormat:
    """A format whose answers are given."""

    format_id: str
    municipality: str = "Exempelköping"
    reads: str = "monthly reports"
    sureness: float = 0.0
    claims: Callable[[Document], object] | None = None
    parses: Callable[[Document], object] = one_report

    def claim(self, document: Document) -> object:
        if self.claims is not None:
            return self.claims(document)
        saw = ("Exempelköping",) if self.sureness else ()
        return Claim(sureness=self.sureness, evidence=saw, missed=("Månadsrapport",))

    def parse(self, document: Document) -> object:
        return self.parses(document)


def found(name: str, load: Callable[[], object]) -> Found:
    """An entry point: a name, and what loading it does."""
    return Found(name=name, load=load, value="fake", distribution="fake-dist", version="1.2")


def plugin(hook: Callable[[], object]) -> ModuleType:
    """A module with the hook."""
    module = ModuleType("fake_plugin")
    hook.__name__ = "ifo_followup_formats"
    module.ifo_followup_formats = hookimpl(hook)
    return module


def point(name: str, *formats: object) -> Found:
    """An installed plugin that offers these formats."""
    return found(name, lambda: plugin(lambda: formats))


def raising(error: BaseException) -> Callable[..., object]:
    """A function that raises, whatever it is called with."""

    def call(*_: object) -> object:
        raise error

    return call
