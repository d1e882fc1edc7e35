"""A whole command in a copy of this process, held to the limits of one document.

For a command that prints while it reads. What it prints is its own; only the exit code comes back.
"""

import os
import signal
import sys
import time
from collections.abc import Callable

from ifo_followup.isolation import cell, wire
from ifo_followup.isolation.ends import end_error, why
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
    pid = os.fork()
    if pid == 0:
        _be_the_copy(run, limits)
    try:
        ended = _wait(pid, limits)
    except BaseException:  # Ctrl-C: the copy is ended with this process
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        raise
    if isinstance(ended, int):
        return ended
    raise end_error(ended, document, limits)


def _be_the_copy(run: Callable[[Tell], int], limits: Limits) -> None:
    """The copy's side; never returns."""

    def tell(stage: str, who: str) -> None:
        if stage == "pages":
            cell.more_time(limits, int(who))

    try:
        cell.die_with_parent()
        cell.hold(limits)
        code = run(tell)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    except BrokenPipeError:
        os._exit(0)  # whoever reads it has enough
    except BaseException:  # nothing may run on in the copy of another process
        cell.complain()
    finally:
        os.kill(os.getpid(), signal.SIGKILL)


def _wait(pid: int, limits: Limits) -> int | wire.Ended:
    """The exit code, or how else the copy ended."""
    deadline = time.monotonic() + limits.most_cpu_seconds * limits.wall_factor + limits.wall_seconds
    while time.monotonic() < deadline:
        found, status, usage = os.wait4(pid, os.WNOHANG)
        if not found:
            time.sleep(_GLANCE)
            continue
        if os.WIFEXITED(status):
            return os.WEXITSTATUS(status)
        spent = usage.ru_utime + usage.ru_stime
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        how, detail = why(status, spent, peak, limits.most_cpu_seconds, limits)
        return wire.Ended(how=how, detail=detail, cpu=spent, peak=peak)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return wire.Ended(how="wall")
