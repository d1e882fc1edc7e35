"""Every hostile file ends in a report or in one error of ours with a reason that fits it.

Each is read in a process of its own. `python benchmarks/hostile.py` prints what each costs.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import READ, Case, all_cases

from ifo_followup.errors import FollowUpError
from ifo_followup.isolation.keeper import Pool
from ifo_followup.jobs import Job
from ifo_followup.limits import Limits
from ifo_followup.sources import Loaded

# every bound on work as it is by default; less time and memory than by default
JOB = Job(limits=Limits(cpu_seconds=12, memory_bytes=512 << 20, wall_seconds=60))

# a name that our own code misses is no damage of the file
OWN_MISTAKES = ("NameError", "UnboundLocalError", "ImportError", "AssertionError: ifo")

CODE = """
from ifo_followup import FollowUpReport, hookimpl
from ifo_followup.hookspecs import Claim


class Anything:
    format_id = "anything-1"
    municipality = "Exempel"
    reads = "anything"

    def claim(self, document):
        return Claim(sureness=1.0, evidence=("anything",))

    def parse(self, document):
        return [FollowUpReport(municipality=" ".join(document.texts())[:100] or "nothing")]


@hookimpl
def ifo_followup_formats():
    return [Anything()]
"""

CASES = list(all_cases())


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    site = tmp_path_factory.mktemp("site")
    (site / "anything_code.py").write_text(CODE)
    info = site / "anything-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: anything\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[ifo_followup]\nanything = anything_code\n")
    sys.path.insert(0, str(site))
    made = Pool()
    made.have(1)
    sys.path.remove(str(site))
    yield made
    made.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_ends_as_it_should(case: Case, pool: Pool):
    loaded = Loaded(name=case.file, data=case.make())
    result, _ = pool.read(loaded, JOB)
    if isinstance(result, FollowUpError):
        assert result.reason.value in case.ends, (result, result.cause)
        assert result.document == case.file
        assert not (result.cause or "").startswith(OWN_MISTAKES), result.cause
    else:
        assert READ in case.ends, result
        assert result[0].municipality != "nothing"


def test_there_are_enough_and_each_has_its_name():
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    made_by_hand = [name for name in names if not name.startswith(("cut", "flip", "dou", "hal"))]
    assert len(made_by_hand) >= 150
    assert not [
        path for path in Path(__file__).parent.iterdir() if path.suffix in (".pdf", ".docx")
    ]
