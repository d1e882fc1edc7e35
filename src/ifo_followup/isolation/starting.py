"""How a nursery's process is made: in a new interpreter, or as a copy of this process."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol

from attrs import define

_CODE = (
    "import json, os, sys\n"
    "sys.path[:] = json.loads(sys.argv[1])\n"
    "from ifo_followup.isolation import starting\n"
    "starting.nurse(json.loads(sys.argv[2]))\n"
)


class Process(Protocol):
    """What is asked of a nursery's process."""

    def poll(self) -> int | None:
        """None while it runs."""

    def kill(self) -> None:
        """End it."""

    def wait(self) -> object:
        """Wait until it has ended."""


@define
class _Forked:
    """A nursery that is a copy of this process."""

    pid: int
    _gone: bool = False

    def poll(self) -> int | None:
        if not self._gone:
            self._gone = os.waitpid(self.pid, os.WNOHANG)[0] == self.pid
        return 0 if self._gone else None

    def kill(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, 9)

    def wait(self) -> int:
        if not self._gone:
            os.waitpid(self.pid, 0)
            self._gone = True
        return 0


Started = tuple[Process, IO[bytes], IO[bytes]]
Start = Callable[[list[str]], Started]


def fresh(unwanted: list[str]) -> Started:
    """Start a nursery in a new interpreter: nothing of the caller's is in it."""
    path = [os.path.abspath(each) for each in sys.path]  # noqa: PTH100 -- "" is the current folder
    environment = {key: value for key, value in os.environ.items() if key != "CMAP_PATH"}
    process = subprocess.Popen(  # noqa: S603 -- this interpreter, with our own code
        [sys.executable, "-c", _CODE, json.dumps(path), json.dumps(unwanted)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    assert process.stdin is not None  # noqa: S101 -- asked for above
    assert process.stdout is not None  # noqa: S101 -- as above
    return process, process.stdin, process.stdout


def copied(unwanted: list[str]) -> Started:
    """Start a nursery as a copy of this process: only where it has one thread and little in it."""
    requests, to_requests = os.pipe()
    answers, to_answers = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(to_requests)
            os.close(answers)
            os.dup2(2, 1)
            sys.stdout = sys.stderr  # what waits in the buffer is the caller's to write
            _serve(os.fdopen(requests, "rb"), os.fdopen(to_answers, "wb"), unwanted)
        except BaseException:  # noqa: S110 -- the keeper hears that it is gone
            pass
        finally:
            os._exit(0)
    os.close(requests)
    os.close(to_answers)
    return _Forked(pid), os.fdopen(to_requests, "wb"), os.fdopen(answers, "rb")


def nearest(unwanted: list[str]) -> Started:
    """Start a nursery as a copy of this process, where it has one thread; else a fresh one."""
    return copied(unwanted) if can_be_copied() else fresh(unwanted)


def can_be_copied() -> bool:
    """Whether this process can be forked cleanly: the system can, and it has one thread."""
    return hasattr(os, "fork") and _alone()


def _alone() -> bool:
    """Whether this process has one thread, those of C libraries counted where they are listed."""
    for _ in range(20):
        if threading.active_count() > 1:
            return False
        try:
            if len(list(Path("/proc/self/task").iterdir())) == 1:
                return True
        except OSError:
            return sys.platform != "darwin"  # its own libraries have threads that nobody lists
        time.sleep(0.002)  # a thread that has just ended is listed a moment longer
    return False


def nurse(unwanted: list[str]) -> None:
    """Be a nursery on the standard streams, which are taken away from everybody else."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    _serve(requests, answers, unwanted)
    os._exit(0)


def _serve(requests: IO[bytes], answers: IO[bytes], unwanted: list[str]) -> None:
    from ifo_followup.isolation.nursery import serve  # loads the readers: not in the caller

    serve(requests, answers, unwanted)
