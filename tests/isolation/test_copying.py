"""A command that prints while it reads, in a copy of the program."""

import subprocess
import sys

import pytest

SMALL = "Limits(cpu_seconds=1, most_cpu_seconds=1, wall_seconds=1, memory_bytes=1 << 29)"
PROGRAM = f"""
import os, sys, time
from ifo_followup import FollowUpError, Limits
from ifo_followup.isolation.copying import in_a_copy

def run(tell):
    print("begun", flush=True)
    {{does}}
    return 3

try:
    print("code", in_a_copy(run, "a.pdf", {SMALL}))
except FollowUpError as error:
    print(error.reason.value, error.document)
"""


def outcome(does: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(does=does)],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return done.stdout.split("\n")[:-1]


def test_the_exit_code_comes_back_and_what_is_printed_is_printed_once():
    assert outcome("pass") == ["begun", "code 3"]


@pytest.mark.parametrize(
    ("does", "reasons"),
    [
        ("while True: pass", {"cpu_limit", "wall_limit"}),
        ("time.sleep(60)", {"wall_limit"}),
        ("os.kill(os.getpid(), 11)", {"worker_crashed"}),
        ("raise SystemExit(0)", {"worker_crashed"}),
        ("os._exit(0)", {"worker_crashed"}),
        ("x = bytearray(1 << 30)", {"worker_crashed", "memory_limit"}),
    ],
)
def test_an_end_is_named(does: str, reasons: set[str]):
    begun, end = outcome(does)
    assert begun == "begun"
    assert end in {f"{reason} a.pdf" for reason in reasons}


def test_explain_runs_in_a_copy(tmp_path):
    path = tmp_path / "recept.txt"
    path.write_text("Tag ett ägg.\n")
    done = subprocess.run(
        [sys.executable, "-m", "ifo_followup", "explain", str(path)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stdout.count("claims:") == 1
    assert "no installed format recognises" in done.stderr


def test_what_is_written_past_the_streams_is_no_result():
    assert outcome("os.write(1, b'noise')") == ["begun", "code 3"]
