"""The process that reads one document and ends.

Everything that the system offers to hold a process is set before the first byte is looked at. What
it cannot hold (a plugin that leaves its session, say) the nursery ends.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import ModuleType

from ifo_followup.corridor import read_reports
from ifo_followup.errors import (
    FollowUpError,
    PluginError,
    WorkerFailed,
    not_written,
    out_of_memory,
)
from ifo_followup.guarding import told
from ifo_followup.isolation import wire
from ifo_followup.jobs import Job
from ifo_followup.limits import Limits
from ifo_followup.registry import Registry
from ifo_followup.sources import Loaded

resource: ModuleType | None
try:
    import resource
except ImportError:  # Windows
    resource = None

OPEN_FILES = 64
_PDEATHSIG = 1  # the number of this request in prctl(2)
_SUBREAPER = 36

Send = Callable[[bytes, bytes], object]


def read(loaded: Loaded, job: Job, registry: Registry, send: Send) -> None:
    """Read one document and send what came of it, always one last frame."""
    last = ["reading", ""]

    def tell(stage: str, who: str) -> None:
        if stage == "pages":
            more_time(job.limits, int(who))
        else:
            last[:] = stage, who
        send(wire.NOTE, wire.pack([stage, who]))

    try:
        reports = read_reports(loaded, job, registry=registry, tell=tell)
        tell("writing", last[1])
        for text in [report.to_json() for report in reports]:
            send(wire.REPORT, text.encode())
    except FollowUpError as error:
        send(wire.ERROR, wire.pack_error(error))
    except BaseException as error:  # whatever it is, the caller hears of it
        send(wire.ERROR, wire.pack_error(_named(error, loaded.name, *last)))
    else:
        send(wire.DONE, b"")


def _named(error: BaseException, document: str | None, stage: str, who: str) -> FollowUpError:
    """An error of ours for anything else that left the reading."""
    cause = told(error)
    if isinstance(error, MemoryError):
        held = "than is allowed (memory_bytes)"
        return out_of_memory(document, cause, bound=held, stage=stage)
    if who and stage == "writing":
        return not_written(who, document, cause)
    if who:
        return PluginError(
            f"the format {who} ended with {type(error).__name__}",
            plugin=who,
            document=document,
            stage=stage,
            cause=cause,
        )
    return WorkerFailed("the reading failed; please report it", document=document, cause=cause)


def more_time(limits: Limits, pages: int) -> None:
    """Let the pages of a document add to its processor time, from within."""
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = _whole(limits.cpu(pages))
    if hard != resource.RLIM_INFINITY and soft <= hard:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def hold(limits: Limits) -> None:
    """Ask the system to hold this process to its limits, where it can."""
    if resource is None:
        return
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    cpu, most = _whole(limits.cpu()), _whole(limits.most_cpu_seconds)
    wanted = {
        resource.RLIMIT_CPU: (cpu, max(cpu, most) + 1),
        resource.RLIMIT_AS: (limits.memory_bytes,) * 2,
        resource.RLIMIT_FSIZE: (limits.result_bytes,) * 2,
        resource.RLIMIT_NOFILE: (OPEN_FILES,) * 2,
        resource.RLIMIT_CORE: (0, 0),
    }
    for which, (soft, hard) in wanted.items():
        _, most_allowed = resource.getrlimit(which)
        if most_allowed != resource.RLIM_INFINITY:  # somebody holds us tighter already
            soft, hard = min(soft, most_allowed), min(hard, most_allowed)
        resource.setrlimit(which, (soft, hard))


def die_with_parent() -> None:
    """End this process when the one that made it ends; Linux has a call for that."""
    _prctl(_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> None:
    """Become the parent of every process that the children of this one leave behind."""
    _prctl(_SUBREAPER, 1)


def _prctl(request: int, value: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with suppress(AttributeError, OSError):  # a C library without it: one safeguard less
        ctypes.CDLL(None).prctl(request, value, 0, 0, 0)


def settle(task: int, noise: int, results: int) -> None:
    """Take the standard streams away from whoever reads the document; close all other files."""
    os.dup2(task, 0)
    os.dup2(noise, 1)
    os.dup2(noise, 2)
    os.closerange(3, results)
    os.closerange(results + 1, 1 << 16)
    words = {"encoding": "utf-8", "errors": "backslashreplace", "closefd": False}
    sys.stdout = sys.stderr = open(1, "w", buffering=1, **words)  # type: ignore[call-overload]  # noqa: SIM115 -- a descriptor, for good


def task() -> tuple[Loaded, Job]:
    """Wait for what is to be read. Whoever reads it finds nothing on standard input.

    Raises:
        WireError: nothing is to be read.
    """
    with os.fdopen(0, "rb", closefd=False) as stream:
        given = wire.receive_job(stream)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return given


def complain() -> None:
    """Print what went wrong before anything could be sent."""
    traceback.print_exc()


def _whole(seconds: float) -> int:
    """Whole seconds, which is what the system counts in."""
    return max(1, int(-(-seconds // 1)))
