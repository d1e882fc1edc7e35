"""Formats of Tyresö kommun."""

from collections.abc import Iterable

from ifo_followup.hookspecs import Format, hookimpl
from ifo_followup_tyreso.interim_2018 import FORMAT as INTERIM_2018


@hookimpl
def ifo_followup_formats() -> Iterable[Format]:
    """The layouts that Tyresö's reports come in."""
    return (INTERIM_2018,)
