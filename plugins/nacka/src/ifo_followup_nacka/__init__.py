"""Formats of Nacka kommun."""

from collections.abc import Iterable

from ifo_followup.hookspecs import Format, hookimpl
from ifo_followup_nacka.tertial_2018 import FORMAT as TERTIAL_2018


@hookimpl
def ifo_followup_formats() -> Iterable[Format]:
    """The layouts that Nacka's reports come in."""
    return (TERTIAL_2018,)
