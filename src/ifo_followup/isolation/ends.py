"""How a process ended that read a document, and the error for it."""

import os
import signal

from ifo_followup.errors import FollowUpError, LimitExceeded, Reason, WorkerFailed
from ifo_followup.isolation import wire
from ifo_followup.limits import Limits

# signals that a process dies of when it cannot have the memory it asks for
_STARVED = (signal.SIGABRT, signal.SIGSEGV, getattr(signal, "SIGKILL", signal.SIGABRT))


def why(status: int, spent: float, peak: int, allowed: float, limits: Limits) -> tuple[str, str]:
    """Why a cell ended before it was done: which bound, or which signal or exit code."""
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number == signal.SIGXCPU or (number and spent >= allowed):
        return "cpu", ""
    if number in _STARVED and peak > limits.memory_bytes // 2:
        return "memory", ""
    if number:
        return "crashed", f"signal {number}"
    return "crashed", f"exit code {os.waitstatus_to_exitcode(status)}"


def end_error(ended: wire.Ended, document: str | None, limits: Limits) -> FollowUpError:
    """The error for a process that ended before it was done."""
    verb = "claiming" if ended.stage == "choosing" else ended.stage
    doing = f"while the format {ended.who} was {verb}" if ended.who else f"at {ended.stage}"
    cpu, wall = limits.cpu(ended.pages), limits.wall(ended.pages)
    which = "cpu_seconds and cpu_seconds_a_page" if ended.pages else "cpu_seconds"
    if cpu >= limits.most_cpu_seconds:
        which = "most_cpu_seconds"
    bounds = {
        "cpu": (f"more than {cpu:g} s of processor time ({which})", Reason.CPU_LIMIT),
        "wall": (
            f"more than {wall:g} s by the clock (wall_seconds and wall_factor)",
            Reason.WALL_LIMIT,
        ),
        "memory": (f"more than {limits.memory_bytes} bytes (memory_bytes)", Reason.MEMORY_LIMIT),
    }
    cause = " / ".join(ended.noise.split("\n")[-20:]).strip(" /")[-1000:] or None
    if ended.how in bounds:
        took, reason = bounds[ended.how]
        return LimitExceeded(
            f"the document took {took} {doing}: split it, or allow more",
            reason=reason,
            document=document,
            stage=ended.stage,
            cause=cause,
        )
    if ended.how == "size":
        return WorkerFailed(
            f"the result is larger than {limits.result_bytes} bytes (result_bytes), or is none, "
            f"{doing}",
            reason=Reason.OUTPUT_FAILED,
            document=document,
            stage=ended.stage,
            cause=cause,
        )
    return WorkerFailed(
        f"the process that read the document ended by itself ({ended.detail}) {doing}",
        document=document,
        stage=ended.stage,
        cause=cause,
    )
