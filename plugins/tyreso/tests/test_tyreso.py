"""The layouts of Tyresö do what every format owes its users."""

from ifo_followup.testing import FormatConformance


class TestTyreso(FormatConformance):
    format_id = ("tyreso-2017", "tyreso-2018", "tyreso-2021", "tyreso-2022")
    goldens = "goldens"
