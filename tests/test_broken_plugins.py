"""Six ways to break a plugin: the others go on reading, and what failed is named.

Installed as pip would leave them, in a folder of their own, and read with in a fresh process.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = """
from ifo_followup import FollowUpReport, hookimpl
from ifo_followup.hookspecs import Claim


class Made:
    municipality = "Exempel"
    reads = "anything"

    def __init__(self, format_id, sureness):
        self.format_id = format_id
        self.sureness = sureness

    def claim(self, document):
        return Claim(sureness=self.sureness, evidence=("ord",), missed=("annat",))

    def parse(self, document):
        return [FollowUpReport(municipality=self.format_id)]
"""
GOOD = f"""{HEAD}

@hookimpl
def ifo_followup_formats():
    return [Made("good-1", 0.5)]
"""
RAISING = """{head}

class Bad(Made):
    def {method}(self, document):
        raise ValueError("torn in {method}")


@hookimpl
def ifo_followup_formats():
    return [Bad("bad-1", {sureness})]
"""
# the broken module; what the registry or a finding says of it
WAYS = {
    "import error": ("import no_such_module\n", "ModuleNotFoundError: No module named"),
    "misspelt hook": (GOOD.replace("ifo_followup_formats", "ifo_followup_format"), "unknown hook"),
    "wrong hook argument": (GOOD.replace("_formats():", "_formats(colour):"), "colour"),
    "duplicate name": (GOOD, "format 'good-1' is already given by a-good"),
    "raising claim": (RAISING.format(head=HEAD, method="claim", sureness=0.9), "torn in claim"),
    "raising parse": (RAISING.format(head=HEAD, method="parse", sureness=0.1), "torn in parse"),
}
ASK = """
import json, ifo_followup as ifo

report = ifo.parse(b"Ett ord")
told = [f.message for f in report.findings if f.rule == "plugin-failed"]
try:
    by_name = ifo.parse(b"Ett ord", plugin="z-bad")
    forced = "; ".join(f.message for f in by_name.findings)
except ifo.FollowUpError as error:
    forced = str(error)
print(json.dumps({"by": report.municipality, "told": told, "forced": forced}))
"""


def install(site: Path, name: str, code: str) -> None:
    module = name.replace("-", "_")
    (site / f"{module}.py").write_text(code, encoding="utf-8")
    info = site / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[ifo_followup]\n{name} = {module}\n")


@pytest.mark.parametrize("way", WAYS)
def test_the_others_work_and_the_failure_is_named(way, tmp_path):
    code, said = WAYS[way]
    install(tmp_path, "a-good", GOOD)
    install(tmp_path, "z-bad", code)
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["by"] == "good-1"
    # whoever asks for the broken one by name is told how it is broken
    assert said in found["forced"]
    assert "bad" in found["forced"]
    if way == "raising parse":
        assert found["told"] == []  # nobody needed it
    else:
        (told,) = found["told"]
        assert said in told
        assert "bad" in told
