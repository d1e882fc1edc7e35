"""A whole command in a copy of this process, held to the limits of one document.

For a command that prints while it reads. What it prints is its own; only the exit code comes back,
with a sign that it is the command's and not that of a plugin which ended the process.
"""

import os
import sys
import time
from collections.abc import Callable

from ifo_followup.isolation import cell, wire
from ifo_followup.isolation.ends import end_error, why
from ifo_followup.isolation.killing import kill_group, kill_orphans
from ifo_followup.isolation.starting import can_be_copied
from ifo_followup.limits import Limits
from ifo_followup.progress import Tell, untold

_GLANCE = 0.005  # seconds between two looks whether it has ended


def in_a_copy(run: Callable[[Tell], int], document: str, limits: Limits) -> int:
    """Run a command on one document; where this process cannot be copied, run it here.

    Raises:
        LimitExceeded: it took too much time or memory.
        WorkerFailed: it ended by itself.
    """
    if not can_be_copied():
        return run(untold)
    sys.stdout.flush()
    sys.stderr.flush()
    cell.adopt_orphans()
    said, to_say = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_the_copy(run, limits, to_say)
    os.close(to_say)
    try:
        ended = _wait(pid, limits)
        code = os.read(said, 1)
    finally:  # Ctrl-C as well: the copy is ended with this process
        os.close(said)
        kill_orphans()
    if code:
        return code[0]
    raise end_error(ended, document, limits)


def _be_the_copy(run: Callable[[Tell], int], limits: Limits, to_say: int) -> None:
    """The copy's side; never returns."""

    def tell(stage: str, who: str) -> None:
        if stage == "pages":
            cell.more_time(limits, int(who))

    try:
        os.setsid()  # a process group of its own: it is ended with all that it started
        cell.die_with_parent()
        # what a plugin writes past Python's streams is not mistaken for results
        results = os.dup(1)
        os.dup2(2, 1)
        sys.stdout = os.fdopen(results, "w", encoding="utf-8", errors="backslashreplace")
        cell.hold(limits)
        code = run(tell)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(to_say, bytes((code,)))
    except BrokenPipeError:
        os.write(to_say, b"\0")  # whoever reads the results has enough
    except BaseException:  # nothing may run on in the copy of another process
        cell.complain()
    finally:
        os._exit(1)


def _wait(pid: int, limits: Limits) -> wire.Ended:
    """How the copy ended; it is gone then, with all that it started."""
    deadline = time.monotonic() + limits.most_cpu_seconds * limits.wall_factor + limits.wall_seconds
    how = "wall"
    try:
        while time.monotonic() < deadline:
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                how = "gone"
                break
            time.sleep(_GLANCE)
    finally:
        kill_group(pid)
        _, status, usage = os.wait4(pid, 0)
    spent = usage.ru_utime + usage.ru_stime
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    detail = ""
    if how == "gone":
        how, detail = why(status, spent, peak, limits.most_cpu_seconds, limits)
    return wire.Ended(how=how, detail=detail, cpu=spent, peak=peak)
