"""The layout reads its goldens as they were accepted, and keeps the contract of formats."""

from ifo_followup.testing import FormatConformance


class TestFormat(FormatConformance):
    """What every format has to do."""

    format_id = "lindby-2024"
    goldens = "goldens"
