"""What processes send each other: frames of a kind, a length and that many bytes; JSON inside."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from attrs import asdict, frozen

from ifo_followup.errors import (
    AmbiguousDocument,
    FollowUpError,
    LimitExceeded,
    PluginError,
    Reason,
    UnknownDocument,
    UnreadableDocument,
    WorkerFailed,
)
from ifo_followup.jobs import Job
from ifo_followup.limits import Limits
from ifo_followup.sources import Loaded

# kinds of frames
REQUEST, BLOB = b"Q", b"B"  # to the nursery: a job, then the bytes it is about
LOADING, READY = b"L", b"R"  # from the nursery, while it starts
NOTE, REPORT, ERROR, DONE = b"N", b"J", b"E", b"D"  # from a cell
LAST = (ERROR, DONE)  # nothing comes after one of these
ENDED = b"Z"  # from the nursery: how a cell ended

HEAD = 5
_MOST = 1 << 31

_PLAIN: tuple[type[FollowUpError], ...] = (UnreadableDocument, LimitExceeded, WorkerFailed)
_TYPES = (*_PLAIN, UnknownDocument, AmbiguousDocument, PluginError)


class WireError(Exception):
    """The other side is gone, or sends something that is none of this."""


@frozen(kw_only=True)
class Ended:
    """How a cell ended.

    Attributes:
        how: "done", "cpu", "wall", "memory", "size" or "crashed".
        detail: the signal or exit code, in words.
        stage: what it was doing.
        who: the format that was parsing, or the plugin that was being loaded.
        noise: the end of what was printed.
        cpu: processor time used (seconds).
        peak: the most memory used (bytes); both only where there was a cell.
        pages: how many pages the document has, as far as that was heard.
    """

    how: str
    detail: str = ""
    stage: str = "reading"
    who: str = ""
    noise: str = ""
    cpu: float = 0.0
    peak: int = 0
    pages: int = 0


def ended(payload: bytes) -> Ended:
    """What stands in a frame of this kind."""
    return Ended(**unpack(payload))


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """One frame."""
    return kind + len(payload).to_bytes(4, "big") + payload


def receive(stream: IO[bytes]) -> tuple[bytes, bytes]:
    """The next frame.

    Raises:
        WireError: there is none, or not all of it.
    """
    head = stream.read(HEAD)
    size = int.from_bytes(head[1:], "big")
    if len(head) < HEAD or size > _MOST:
        raise WireError("the other side is gone")
    payload = stream.read(size) if size else b""
    if len(payload) < size:
        raise WireError("the other side is gone")
    return head[:1], payload


def pack(content: object) -> bytes:
    """Plain data as JSON bytes; half characters survive as escapes."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode()


def unpack(data: bytes) -> dict[str, Any]:
    """A JSON object.

    Raises:
        WireError: it is none.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise WireError(f"no JSON: {error}") from error
    if not isinstance(content, dict):
        raise WireError("no JSON object")
    return content


def send_job(write: Callable[[bytes], object], loaded: Loaded, job: Job) -> None:
    """Send a job with its bytes."""
    companions: dict[str, bytes] = {}
    for name in loaded.mentioned():
        with suppress(KeyError):  # it cannot be read, or went away: the reader says so
            companions[name] = loaded.companions[name]
    content = {**asdict(job), "name": loaded.name, "companions": list(companions)}
    write(frame(REQUEST, pack(content)))
    for blob in (loaded.data, *companions.values()):
        write(frame(BLOB, blob))


def receive_job(stream: IO[bytes]) -> tuple[Loaded, Job]:
    """What `send_job` sent.

    Raises:
        WireError: the other side is gone.
    """
    kind, payload = receive(stream)
    if kind != REQUEST:
        raise WireError(f"a frame of kind {kind!r} instead of a job")
    content = unpack(payload)
    name, names = content.pop("name"), content.pop("companions")
    blobs = [receive(stream)[1] for _ in range(len(names) + 1)]
    loaded = Loaded(name=name, data=blobs[0], companions=dict(zip(names, blobs[1:], strict=True)))
    return loaded, Job(**{**content, "limits": Limits(**content["limits"])})


def pack_error(error: FollowUpError) -> bytes:
    """An error with all its attributes; a class that somebody derived becomes the one above it."""
    kind = next((kind for kind in _TYPES if isinstance(error, kind)), FollowUpError)
    content: dict[str, object] = {
        "type": kind.__name__,
        "message": error.message,
        "reason": error.reason.value,
        "document": error.document,
        "page": error.page,
        "stage": error.stage,
        "cause": error.cause,
    }
    for name in ("plugin", "looked_for", "claims"):
        if hasattr(error, name):
            content[name] = getattr(error, name)
    return pack(content)


def unpack_error(data: bytes) -> FollowUpError:
    """The error that `pack_error` packed.

    Raises:
        WireError: it is none.
    """
    content = unpack(data)
    try:
        kind, message = _text(content["type"]), _text(content["message"])
        error = _made(kind, message, content)
        error.reason = Reason(content["reason"])
        error.document = _optional(content["document"])
        error.page = None if content["page"] is None else int(content["page"])
        error.stage = _text(content["stage"])
        error.cause = _optional(content["cause"])
    except (KeyError, TypeError, ValueError) as problem:
        raise WireError(f"no error of ours: {problem}") from problem
    return error


def _made(kind: str, message: str, content: dict[str, Any]) -> FollowUpError:
    match kind:
        case "PluginError":
            return PluginError(message, plugin=_text(content["plugin"]))
        case "UnknownDocument":
            return UnknownDocument(message, looked_for=_pairs(content["looked_for"]))
        case "AmbiguousDocument":
            return AmbiguousDocument(message, claims=_pairs(content["claims"]))
        case _:
            found = next((plain for plain in _PLAIN if plain.__name__ == kind), FollowUpError)
            return found(message)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is not a text")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r:.40} is not a list")
    return tuple((_text(one), _text(other)) for one, other in value)
