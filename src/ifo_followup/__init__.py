"""Reads Swedish municipal follow-up reports on social services into one checked domain model.

    import ifo_followup as ifo

    report = ifo.parse("delarsrapport.pdf")
    report.goals[0].title.source.page
    report.to_frames()["budget_cells"]

The names below are loaded when they are first used (PEP 562): importing the package costs
nothing, and a program that only catches errors never loads a PDF reader or pandas.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ifo_followup.errors import (
    AmbiguousDocument,
    BadCorrections,
    ExtraMissing,
    FollowUpError,
    LimitExceeded,
    PluginError,
    Reason,
    UnknownDocument,
    Unprintable,
    UnreadableDocument,
    WorkerFailed,
)

if TYPE_CHECKING:
    from ifo_followup.batch import parse_many
    from ifo_followup.hookspecs import hookimpl
    from ifo_followup.limits import Limits
    from ifo_followup.model.findings import Coverage, Finding, Severity
    from ifo_followup.model.report import FollowUpReport
    from ifo_followup.parsing import parse, parse_all

    __version__: str

__all__ = [
    "AmbiguousDocument",
    "BadCorrections",
    "Coverage",
    "ExtraMissing",
    "Finding",
    "FollowUpError",
    "FollowUpReport",
    "LimitExceeded",
    "Limits",
    "PluginError",
    "Reason",
    "Severity",
    "UnknownDocument",
    "Unprintable",
    "UnreadableDocument",
    "WorkerFailed",
    "__version__",
    "hookimpl",
    "parse",
    "parse_all",
    "parse_many",
]

_HOMES = {
    "Coverage": "ifo_followup.model.findings",
    "Finding": "ifo_followup.model.findings",
    "FollowUpReport": "ifo_followup.model.report",
    "Limits": "ifo_followup.limits",
    "Severity": "ifo_followup.model.findings",
    "hookimpl": "ifo_followup.hookspecs",
    "parse": "ifo_followup.parsing",
    "parse_all": "ifo_followup.parsing",
    "parse_many": "ifo_followup.batch",
}


if not TYPE_CHECKING:  # a type checker that saw it would accept any name

    def __getattr__(name: str) -> object:
        if name == "__version__":
            value: object = import_module("ifo_followup.version").library_version()
        elif name in _HOMES:
            value = getattr(import_module(_HOMES[name]), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value  # the next look-up does not come here
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
