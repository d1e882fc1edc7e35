"""Every real report is read once a session, however many tests look at it."""

import sys
from pathlib import Path

import pytest

import ifo_followup as ifo

# lets the tests of this folder share readings.py and the expected rows
sys.path.insert(0, str(Path(__file__).resolve().parent))

from readings import Frames, Read, file_of


@pytest.fixture(scope="session")
def read(corpus: Path) -> Read:
    """The tables of a report: read("tyreso-2017-interim-2", "pdf")."""
    known: dict[tuple[str, str], Frames] = {}

    def frames(report: str, kind: str) -> Frames:
        key = (report, kind)
        if key not in known:
            known[key] = ifo.parse(file_of(corpus, report, kind)).to_frames()
        return known[key]

    return frames
