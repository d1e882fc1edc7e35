"""What came of reading a document apart: its reports, or an error that says how it ended."""

from ifo_followup.errors import FollowUpError, Reason, WorkerFailed, not_written
from ifo_followup.isolation import wire
from ifo_followup.isolation.ends import end_error
from ifo_followup.jobs import Job
from ifo_followup.model.report import FollowUpReport
from ifo_followup.sources import Loaded

Reports = tuple[FollowUpReport, ...]


Told = Reports | FollowUpError | wire.WireError


def told_by(frames: list[tuple[bytes, bytes]]) -> Told:
    """What a cell sent: reports, its error, or why it cannot be believed."""
    try:
        if frames and frames[-1][0] == wire.ERROR:
            return wire.unpack_error(frames[-1][1])
        if not frames or frames[-1][0] != wire.DONE:
            raise wire.WireError("no end")
        texts = [payload.decode() for kind, payload in frames[:-1] if kind == wire.REPORT]
        return tuple(FollowUpReport.from_json(text) for text in texts)
    except (wire.WireError, ValueError) as error:
        return wire.WireError(f"{type(error).__name__}: {error}"[:500])


def result_of(told: Told, ended: wire.Ended, loaded: Loaded, job: Job) -> Reports | FollowUpError:
    """What a cell sent, if it is what it should be; else the error for how it ended."""
    if ended.how != "done":
        return end_error(ended, loaded.name, job.limits)
    if isinstance(told, wire.WireError):
        return _no_report(ended, loaded, str(told))
    return told


def _no_report(ended: wire.Ended, loaded: Loaded, cause: str) -> FollowUpError:
    if not ended.who:
        text = "the process that read the document sent no result"
        return WorkerFailed(
            text, reason=Reason.OUTPUT_FAILED, document=loaded.name, stage="writing", cause=cause
        )
    return not_written(ended.who, loaded.name, cause)
