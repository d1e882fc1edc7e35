"""Formats of Tyresö kommun, one file a generation of the layout."""

from collections.abc import Iterable

from ifo_followup.hookspecs import Format, hookimpl
from ifo_followup_tyreso.interim_2017 import FORMAT as INTERIM_2017
from ifo_followup_tyreso.interim_2018 import FORMAT as INTERIM_2018
from ifo_followup_tyreso.interim_2021 import FORMAT as INTERIM_2021
from ifo_followup_tyreso.monthly_2022 import FORMAT as MONTHLY_2022


@hookimpl
def ifo_followup_formats() -> Iterable[Format]:
    """The layouts that Tyresö's reports come in."""
    return (INTERIM_2017, INTERIM_2018, INTERIM_2021, MONTHLY_2022)
