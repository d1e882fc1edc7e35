"""Watches a cell: what it sends, how long it takes, how it ends; and ends it."""

import os
import select
import sys
import time
from typing import IO

from attrs import define, evolve, field

from ifo_followup.isolation import wire
from ifo_followup.isolation.ends import why
from ifo_followup.isolation.killing import kill_group, kill_orphans
from ifo_followup.limits import Limits

NOISE = 4096
_CHUNK = 1 << 16
_GLANCE = 0.05  # seconds between two looks whether a cell that sends nothing is still there


@define
class Seen:
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
        self.last = kind in wire.LAST
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


def watch(pid: int, seen: Seen, results: int, noise: int, requests: IO[bytes]) -> str:
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


def finish(pid: int, seen: Seen, how: str) -> wire.Ended:
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
    return evolve(seen.ended(how, detail), cpu=spent, peak=peak)
