"""The contract between the library and its plugins: one hook, and what a format answers to.

A plugin is a distribution with an entry point in the group `ifo_followup`. Its hook returns
formats; a format says whether a document is its own, and reads it.
"""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

import pluggy
from attrs import field, frozen, validators

from ifo_followup.document import Document
from ifo_followup.model.report import FollowUpReport

PROJECT = "ifo_followup"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@frozen(kw_only=True)
class Claim:
    """How sure a format is that a document is its own (0 to 1), with the printed words.

    A format that sees nothing of its own answers with `sureness` 0 and what it missed.

    Attributes:
        sureness: 0 to 1; 0 means that it is not its document.
        evidence: the printed words that it saw.
        missed: the words that it looked for in vain; "not 'word'" for one that is there, and
            never is in its documents.
    """

    sureness: float = field(validator=[validators.ge(0.0), validators.le(1.0)])
    evidence: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


@runtime_checkable
class Format(Protocol):
    """One generation of one layout. `format_id` is unique among all installed formats."""

    @property
    def format_id(self) -> str:
        """Name used on the command line and in provenance, such as "tyreso-2018".

        Unique among all installed formats.
        """

    @property
    def municipality(self) -> str:
        """Whose reports look like this."""

    @property
    def reads(self) -> str:
        """One line for people: which reports, of which years."""

    def claim(self, document: Document) -> Claim:
        """Say how sure it is that the document is in this layout, without parsing it."""

    def parse(self, document: Document) -> Iterable[FollowUpReport]:
        """Read the document. Findings and coverage are in the report; provenance is added."""


class Specs:
    """The hooks that a plugin may implement."""

    @hookspec
    def ifo_followup_formats(self) -> Iterable[Format]:  # type: ignore[empty-body]  # pluggy calls the plugins
        """Return the formats that this plugin offers.

        Called when plugins are loaded: once by every `parse`, once for all documents of
        `parse_many` or of a command. Be quick, and read no files. Mark it with
        `ifo_followup.hookimpl`.
        """
