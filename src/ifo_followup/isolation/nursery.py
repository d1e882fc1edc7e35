"""The process that makes a cell for each document: everything is loaded here, and only once.

It runs one thread and reads no document itself, so that a fork of it is cheap and clean. Where
processes cannot fork (Windows) it reads the documents itself, and its keeper ends it when one
takes too long.
"""

import faulthandler
import gc
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from importlib import import_module
from typing import IO

from attrs import asdict, define, evolve, field

from ifo_followup.discovery import Found, installed
from ifo_followup.errors import FollowUpError
from ifo_followup.isolation import cell, wire
from ifo_followup.isolation.ends import why
from ifo_followup.isolation.killing import kill_group, kill_orphans
from ifo_followup.jobs import Job
from ifo_followup.limits import Limits
from ifo_followup.model.report import FollowUpReport
from ifo_followup.reading import read_document
from ifo_followup.registry import Failure, Registry, load_registry
from ifo_followup.sources import Loaded

CAN_FORK = hasattr(os, "fork")
NOISE = 4096
_CHUNK = 1 << 16
_GLANCE = 0.05  # seconds between two looks whether a cell that sends nothing is still there
_SAMPLES = (
    (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length 29>>stream\nBT /F 9 Tf 9 9 Td (Hej) Tj ET\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R>>\n"
    ),
    b"<html><p>Hej</p></html>",
    b"# Hej\n\n|a|b|\n|-|-|\n|1|2|\n",
    b"Hej\n",
)


def serve(requests: IO[bytes], answers: IO[bytes], unwanted: Collection[str]) -> None:
    """Load everything but the plugins that are `unwanted`, then read what is asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keeper hears of it, and ends this process
    os.environ.pop("CMAP_PATH", None)  # pdfminer would load character maps from there
    cell.adopt_orphans()
    _warm_up()

    def send(kind: bytes, payload: bytes = b"") -> None:
        answers.write(wire.frame(kind, payload))
        answers.flush()

    registry = _plugins(unwanted, lambda name: send(wire.LOADING, name.encode()))
    send(wire.READY)
    while True:
        try:
            loaded, job = wire.receive_job(requests)
        except wire.WireError:  # the keeper is gone or has enough
            return
        if CAN_FORK:
            ended, frames = _apart(loaded, job, registry, requests)
        else:
            ended, frames = _here(loaded, job, registry)
        answers.writelines(wire.frame(kind, payload) for kind, payload in frames)
        send(wire.ENDED, wire.pack(asdict(ended)))


def _warm_up() -> None:
    """Load and run once what every cell needs, so that none has to do it for itself."""
    for sample in _SAMPLES:
        with suppress(FollowUpError):
            read_document(sample)
    import_module("ifo_followup.reading.docx")
    FollowUpReport(municipality="-").to_json()
    gc.collect()
    gc.freeze()  # what is loaded is never garbage; looking at it would copy its memory


def _plugins(unwanted: Collection[str], tell: Callable[[str], None]) -> Registry:
    """Load the plugins, each after its name is told: it could end the process there."""

    def telling(point: Found) -> Found:
        def load() -> object:
            tell(point.name)
            return point.load()

        return evolve(point, load=load)

    wanted = [telling(point) for point in installed() if point.name not in unwanted]
    registry = load_registry(wanted)
    refused = tuple(
        Failure(plugin=name, stage="loading", message="it ended the process that loaded it")
        for name in sorted(unwanted)
    )
    return evolve(registry, failures=(*registry.failures, *refused))


def _here(
    loaded: Loaded, job: Job, registry: Registry
) -> tuple[wire.Ended, list[tuple[bytes, bytes]]]:
    """Read a document in this process: no time or memory is held, but by the keeper's clock."""
    seen = _Seen(job.limits)
    cell.read(loaded, job, registry, seen.take)
    return seen.ended("done" if seen.last else "size"), seen.results


@define
class _Seen:
    """What a cell has sent so far."""

    limits: Limits
    results: list[tuple[bytes, bytes]] = field(factory=list)
    size: int = 0
    last: bool = False
    stage: str = "reading"
    who: str = ""
    pages: int = 0
    _data: bytearray = field(factory=bytearray)
    _noise: bytearray = field(factory=bytearray)

    def feed(self, data: bytes) -> bool:
        """Take bytes that a cell sent; False when they are too many or no frames."""
        self._data += data
        while len(self._data) >= wire.HEAD:
            kind, size = bytes(self._data[:1]), int.from_bytes(self._data[1 : wire.HEAD], "big")
            if kind not in (wire.NOTE, wire.REPORT, wire.ERROR, wire.DONE):
                return False
            if self.size + size > self.limits.result_bytes:
                return False
            end = wire.HEAD + size
            if len(self._data) < end:
                break
            payload = bytes(self._data[wire.HEAD : end])
            del self._data[:end]
            if not self.take(kind, payload):
                return False
        return len(self._data) <= self.limits.result_bytes

    def take(self, kind: bytes, payload: bytes) -> bool:
        """Take one frame."""
        self.size += len(payload)
        if self.last or self.size > self.limits.result_bytes:
            return False
        if kind == wire.NOTE:
            self._note(payload)
            return True
        self.results.append((kind, payload))
        self.last = kind in (wire.ERROR, wire.DONE)
        return True

    def _note(self, payload: bytes) -> None:
        try:
            stage, who = wire.unpack(b'{"n":' + payload + b"}")["n"]
        except (wire.WireError, ValueError, TypeError):
            return
        if stage == "pages":
            self.pages = int(who) if str(who).isdecimal() else 0
        else:
            self.stage, self.who = str(stage), str(who)

    def hear(self, data: bytes) -> None:
        """Keep the end of what is printed."""
        self._noise += data
        del self._noise[:-NOISE]

    def ended(self, how: str, detail: str = "") -> wire.Ended:
        """The end, with what was seen before it."""
        noise = self._noise.decode("utf-8", "replace")
        return wire.Ended(
            how=how, detail=detail, stage=self.stage, who=self.who, noise=noise, pages=self.pages
        )


def _apart(
    loaded: Loaded, job: Job, registry: Registry, requests: IO[bytes]
) -> tuple[wire.Ended, list[tuple[bytes, bytes]]]:
    """Read a document in a process of its own, and see to its end."""
    results, to_results = os.pipe()
    noise, to_noise = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_a_cell(loaded, job, registry, to_results, to_noise)
    os.close(to_results)
    os.close(to_noise)
    seen = _Seen(job.limits)
    try:
        how = _watch(pid, seen, results, noise, requests)
        return _finish(pid, seen, how)
    finally:
        os.close(results)
        os.close(noise)


def _be_a_cell(loaded: Loaded, job: Job, registry: Registry, results: int, noise: int) -> None:
    """The child's side; never returns."""
    code = 1
    try:
        os.setsid()  # a process group of its own: it is ended with all that it started
        cell.die_with_parent()
        cell.settle(noise, results)
        gc.set_threshold(200_000)  # it ends with its document, and its garbage with it
        faulthandler.enable()
        cell.hold(job.limits)

        def send(kind: bytes, payload: bytes) -> None:
            data = memoryview(wire.frame(kind, payload))
            while data:
                data = data[os.write(results, data) :]

        cell.read(loaded, job, registry, send)
        code = 0
    except BaseException:  # nothing may run on in the copy of another process
        cell.complain()
    finally:
        os._exit(code)


def _watch(pid: int, seen: _Seen, results: int, noise: int, requests: IO[bytes]) -> str:
    """Wait until a cell has sent its last frame, is gone, or has had its time; how it was."""
    started = time.monotonic()
    poll = select.poll()
    for each in (results, noise):
        poll.register(each, select.POLLIN)
    poll.register(requests.fileno(), 0)  # only to hear that the keeper is gone
    while True:
        left = started + seen.limits.wall(seen.pages) - time.monotonic()
        if left <= 0:
            return "wall"
        events = dict(poll.poll(1000 * min(left, _GLANCE)))
        if requests.fileno() in events:
            return "crashed"  # nobody asks any more
        if not events and os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return "gone"
        for each, take in ((noise, seen.hear), (results, seen.feed)):
            if each not in events:
                continue
            data = os.read(each, _CHUNK)
            if not data:
                poll.unregister(each)
                if each == results:
                    return "gone"
            elif take(data) is False:
                return "size"
        if seen.last:
            return "done"


def _finish(pid: int, seen: _Seen, how: str) -> tuple[wire.Ended, list[tuple[bytes, bytes]]]:
    """End a cell with everything that it started, and say how it ended."""
    if how == "gone":  # it is about to end by itself: its own signal or exit code is wanted
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    kill_group(pid)
    _, status, usage = os.wait4(pid, 0)
    kill_orphans()
    spent = usage.ru_utime + usage.ru_stime
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    detail = ""
    if how == "gone":
        how, detail = why(status, spent, peak, seen.limits.cpu(seen.pages), seen.limits)
    ended = evolve(seen.ended(how, detail), cpu=spent, peak=peak)
    return ended, seen.results if how == "done" else []
