"""The kit that formats are tested with: made-up reports, comparison, conformance, goldens.

It needs the extra [testing] (hypothesis and pytest), and is for tests alone: nothing else in the
library imports it. Its names are loaded when they are used, since pytest loads this package
wherever ifo-followup is installed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ifo_followup.errors import to_install

if TYPE_CHECKING:
    from ifo_followup.out.differences import contents as contents
    from ifo_followup.out.differences import differences as differences
    from ifo_followup.testing.any_object import anything as anything
    from ifo_followup.testing.conformance import FormatConformance as FormatConformance
    from ifo_followup.testing.planting import Planted as Planted
    from ifo_followup.testing.planting import planted as planted
    from ifo_followup.testing.strategies import reports as reports

_HERE = "ifo_followup.testing"
_HOME = {
    "FormatConformance": f"{_HERE}.conformance",
    "Planted": f"{_HERE}.planting",
    "anything": f"{_HERE}.any_object",
    "contents": "ifo_followup.out.differences",
    "differences": "ifo_followup.out.differences",
    "planted": f"{_HERE}.planting",
    "reports": f"{_HERE}.strategies",
}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(_HOME[name]), name)
    except ModuleNotFoundError as error:
        if error.name not in ("hypothesis", "pytest"):
            raise
        raise ModuleNotFoundError(
            f"ifo_followup.testing.{name} needs {error.name}, from {to_install('testing')}",
            name=error.name,
        ) from error


def __dir__() -> list[str]:
    return [*globals(), *__all__]
