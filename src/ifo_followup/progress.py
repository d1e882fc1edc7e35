"""What is being done with a document, told while it is done: who watches can say where it ended."""

from collections.abc import Callable

Tell = Callable[[str, str], None]
"""Called with a stage ("reading", "choosing", "parsing", "writing") and who does it: the format
that parses, or in "choosing" the one whose claim is asked for; and with "pages" and their number,
when the number of pages is known."""


def untold(_stage: str, _who: str) -> None:
    """Nobody watches."""
