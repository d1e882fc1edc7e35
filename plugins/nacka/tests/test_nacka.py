"""The layout of Nacka does what every format owes its users."""

from ifo_followup.testing import FormatConformance


class TestNacka(FormatConformance):
    format_id = "nacka-2018"
    goldens = "goldens"
