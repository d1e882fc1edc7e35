"""Formats of Lindby, one module a generation of the layout."""

from collections.abc import Iterable

from ifo_followup.hookspecs import Format, hookimpl
from ifo_followup_lindby.tertial_2024 import FORMAT as TERTIAL_2024


@hookimpl
def ifo_followup_formats() -> Iterable[Format]:
    """The layouts that the reports of Lindby come in."""
    return (TERTIAL_2024,)
