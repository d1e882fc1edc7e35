"""What came of reading a document apart: its reports, or an error that says how it ended."""

from ifo_followup.errors import FollowUpError, LimitExceeded, PluginError, Reason, WorkerFailed
from ifo_followup.isolation import wire
from ifo_followup.jobs import Job
from ifo_followup.model.report import FollowUpReport
from ifo_followup.sources import Loaded

Reports = tuple[FollowUpReport, ...]


def result_of(
    frames: list[tuple[bytes, bytes]], ended: wire.Ended, loaded: Loaded, job: Job
) -> Reports | FollowUpError:
    """What a cell sent, if it is what it should be; else the error for how it ended."""
    if ended.how != "done":
        return _end_error(ended, loaded, job)
    try:
        if frames and frames[-1][0] == wire.ERROR:
            return wire.unpack_error(frames[-1][1])
        if not frames or frames[-1][0] != wire.DONE:
            raise wire.WireError("no end")
        texts = [payload.decode() for kind, payload in frames[:-1] if kind == wire.REPORT]
        reports = tuple(FollowUpReport.from_json(text) for text in texts)
    except (wire.WireError, ValueError) as error:
        return _no_report(ended, loaded, f"{type(error).__name__}: {error}"[:500])
    return reports


def _no_report(ended: wire.Ended, loaded: Loaded, cause: str) -> FollowUpError:
    if not ended.who:
        text = "the process that read the document sent no result"
        return WorkerFailed(
            text, reason=Reason.OUTPUT_FAILED, document=loaded.name, stage="writing", cause=cause
        )
    return PluginError(
        f"the format {ended.who} gave a report that cannot be written",
        plugin=ended.who,
        reason=Reason.OUTPUT_FAILED,
        document=loaded.name,
        stage="writing",
        cause=cause,
    )


def _end_error(ended: wire.Ended, loaded: Loaded, job: Job) -> FollowUpError:
    doing = f"while the format {ended.who} was {ended.stage}" if ended.who else f"at {ended.stage}"
    limits = job.limits
    bounds = {
        "cpu": (f"more than {limits.cpu():g} s of processor time (cpu_seconds)", Reason.CPU_LIMIT),
        "wall": (f"more than {limits.wall():g} s by the clock (wall_seconds)", Reason.WALL_LIMIT),
        "memory": (f"more than {limits.memory_bytes} bytes (memory_bytes)", Reason.MEMORY_LIMIT),
    }
    cause = " / ".join(ended.noise.split("\n")[-20:]).strip(" /")[-1000:] or None
    if ended.how in bounds:
        took, reason = bounds[ended.how]
        return LimitExceeded(
            f"the document took {took} {doing}",
            reason=reason,
            document=loaded.name,
            stage=ended.stage,
            cause=cause,
        )
    if ended.how == "size":
        return WorkerFailed(
            f"the result is larger than {limits.result_bytes} bytes (result_bytes), or is none, "
            f"{doing}",
            reason=Reason.OUTPUT_FAILED,
            document=loaded.name,
            stage=ended.stage,
            cause=cause,
        )
    return WorkerFailed(
        f"the process that read the document ended by itself ({ended.detail}) {doing}",
        document=loaded.name,
        stage=ended.stage,
        cause=cause,
    )
