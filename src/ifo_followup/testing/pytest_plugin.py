"""The pytest plugin: `--ifo-accept`, and what one session knows of its goldens.

Loaded by every pytest where ifo-followup is installed, so it imports nothing heavy.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import define, field

if TYPE_CHECKING:
    from ifo_followup.testing.goldens import Golden
    from ifo_followup.testing.readings import Reading

ACCEPT = "--ifo-accept"


@define
class Session:
    """What one run of pytest knows: every golden that a test class named, what was read once."""

    accepting: bool
    goldens: "dict[Path, Golden]" = field(factory=dict)
    readings: "dict[Path, Reading]" = field(factory=dict)

    def read(self, golden: "Golden") -> "Reading":
        """What is read from a golden's document; read once, however many tests ask."""
        from ifo_followup.testing.readings import read_golden  # loads the library when it is needed

        if golden.folder not in self.readings:
            self.readings[golden.folder] = read_golden(golden)
        return self.readings[golden.folder]


SESSION: pytest.StashKey[Session] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts goldens."""
    group = parser.getgroup("ifo-followup")
    group.addoption(
        ACCEPT,
        action="store_true",
        help="accept the goldens that were read beside their documents; write those that are"
        " missing or differ, which fail until the next run",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begin with nothing read."""
    config.stash[SESSION] = Session(accepting=bool(config.getoption(ACCEPT)))


@pytest.fixture(scope="session")
def ifo_session(request: pytest.FixtureRequest) -> Session:
    """The goldens of this run of pytest, and what is read from them."""
    return request.config.stash[SESSION]
