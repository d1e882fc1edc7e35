"""The caller's end: starts a nursery, asks it for documents, ends it when it does not answer."""

import atexit
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import IO

from attrs import define, evolve, field

from ifo_followup.corridor import take_in
from ifo_followup.discovery import Found, installed
from ifo_followup.errors import FollowUpError, WorkerFailed
from ifo_followup.isolation import wire
from ifo_followup.isolation.results import Reports, Told, result_of, told_by
from ifo_followup.isolation.starting import Process, Start, fresh
from ifo_followup.jobs import Job
from ifo_followup.limits import Limits
from ifo_followup.sources import Input, Loaded

START_SECONDS = 60.0
GRACE_SECONDS = 10.0  # what a nursery has for ending a cell before it is ended itself
MOST_STARTS = 20
_LAST_SECONDS = 1.0  # what it has for ending by itself

Plugins = tuple[Found, ...]  # those that are installed, as far as two looks can be compared


@define
class Keeper:
    """One nursery, for one thread at a time. Started when it is needed, and again when it died."""

    start: Start = fresh
    _process: Process | None = field(default=None, init=False)
    _requests: IO[bytes] | None = field(default=None, init=False)
    _answers: IO[bytes] | None = field(default=None, init=False)
    _unwanted: list[str] = field(factory=list, init=False)
    _plugins: Plugins = field(default=(), init=False)
    _stopped: bool = field(default=False, init=False)
    owner: int = field(factory=os.getpid, init=False)

    def ready(self) -> None:
        """Have a nursery that answers; a plugin that ends it while it loads is left out.

        Raises:
            WorkerFailed: none can be started.
        """
        for _ in range(MOST_STARTS):
            if self._stopped:  # by another thread, which does not wait for a new one
                raise WorkerFailed("the reading was given up")
            if self._process is not None:
                return
            loading = ""
            try:
                self._process, self._requests, self._answers = self.start(self._unwanted)
                with self._clock(START_SECONDS):
                    while True:
                        kind, payload = wire.receive(self._answers)
                        if kind == wire.READY:
                            break
                        loading = payload.decode()
            except (OSError, wire.WireError) as error:
                self.close()
                if not loading:
                    raise WorkerFailed(
                        "no process could be started to read in; isolate=False reads in this one",
                        cause=f"{type(error).__name__}: {error}",
                    ) from error
                self._unwanted.append(loading)
        raise WorkerFailed("no process could be started: every plugin ends it")

    def expect(self, plugins: Plugins) -> None:
        """Have no nursery that was started when others were installed than these `plugins`."""
        if plugins != self._plugins:
            self.close()
            self._unwanted.clear()
            self._plugins = plugins

    def read(self, loaded: Loaded, job: Job) -> tuple[Reports | FollowUpError, wire.Ended]:
        """Read a document: its reports or the error, and how the reading ended."""
        try:
            self.ready()
            told, ended = self._ask(loaded, job)
            return result_of(told, ended, loaded, job), ended
        except WorkerFailed as error:
            error.document = error.document or loaded.name
            return error, wire.Ended(how="crashed")
        except (OSError, wire.WireError) as error:
            self.close()
            cause = f"{type(error).__name__}: {error}"
            text = "the process that reads documents is gone"
            return WorkerFailed(text, document=loaded.name, cause=cause), wire.Ended(how="crashed")
        except BaseException:  # Ctrl-C: what is being read is ended with it
            self.close()
            raise

    def _ask(self, loaded: Loaded, job: Job) -> tuple[Told, wire.Ended]:
        assert self._requests is not None  # noqa: S101 -- it is ready
        assert self._answers is not None  # noqa: S101 -- as above
        frames: list[tuple[bytes, bytes]] = []
        told: Told = wire.WireError("nothing was sent")
        clock = self._clock(_longest(job.limits))
        try:
            with clock:
                wire.send_job(self._requests.write, loaded, job)
                self._requests.flush()
                while True:
                    kind, payload = wire.receive(self._answers)
                    if kind == wire.ENDED:
                        return told, wire.ended(payload)
                    frames.append((kind, payload))
                    if kind in wire.LAST:  # looked at while the process that sent it is ended
                        told = told_by(frames)
        except (OSError, wire.WireError):
            if not clock.rung:
                raise
            self.close()
            return told, wire.Ended(how="wall")

    def _clock(self, seconds: float) -> "_Clock":
        assert self._process is not None  # noqa: S101 -- it was started
        return _Clock(seconds, self._process.kill)

    def stop(self) -> None:
        """End the nursery from another thread; the one that waits for it sees that it is gone."""
        self._stopped = True
        process = self._process
        if process is not None:
            with suppress(OSError):  # it is gone
                process.kill()

    def close(self) -> None:
        """End the nursery, and whatever it is reading."""
        process, self._process = self._process, None
        if process is None or self.owner != os.getpid():  # a copy of the caller: not ours to end
            return
        for stream in (self._requests, self._answers):
            with suppress(OSError):  # what was not sent yet is of no use
                if stream is not None:
                    stream.close()
        # it hears that nobody asks any more, and ends what it is reading before itself
        patience = time.monotonic() + _LAST_SECONDS
        with suppress(OSError):  # it is gone
            while process.poll() is None and time.monotonic() < patience:
                time.sleep(0.002)
            process.kill()
            process.wait()


class _Clock:
    """Calls `ring` unless what stands in the `with` is done in time."""

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self.rung = False
        self._ring = ring
        self._timer = threading.Timer(seconds, self._strike)
        self._timer.daemon = True

    def _strike(self) -> None:
        self.rung = True
        self._ring()

    def __enter__(self) -> "_Clock":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()  # a process with one thread has one again


def _longest(limits: Limits) -> float:
    longest = limits.most_cpu_seconds * limits.wall_factor + limits.wall_seconds + GRACE_SECONDS
    return min(longest, threading.TIMEOUT_MAX)


@define
class Pool:
    """Keepers, of which each thread takes one that is not busy. Safe for threads."""

    start: Start = fresh
    _idle: deque[Keeper] = field(factory=deque, init=False)
    _all: list[Keeper] = field(factory=list, init=False)

    def have(self, number: int) -> None:
        """Have so many keepers with nurseries that answer, as far as any can be started."""
        for _ in range(number):
            keeper = self._another()
            with suppress(WorkerFailed):  # said again, with the document, when it is asked
                keeper.ready()
            self._idle.append(keeper)

    def read(
        self, loaded: Loaded, job: Job, plugins: Plugins | None = None
    ) -> tuple[Reports | FollowUpError, wire.Ended]:
        """Read a document with a keeper that is free, or with another one; with these `plugins`."""
        try:
            keeper = self._idle.pop()
        except IndexError:
            keeper = self._another()
        if keeper.owner != os.getpid():  # this process is a copy of the one that made it
            keeper = self._another()
        try:
            if plugins is not None:
                keeper.expect(plugins)
            return keeper.read(loaded, job)
        finally:
            self._idle.append(keeper)

    def _another(self) -> Keeper:
        keeper = Keeper(self.start)
        self._all.append(keeper)
        return keeper

    def stop(self) -> None:
        """End every nursery, busy or not."""
        for keeper in self._all:
            keeper.stop()

    def close(self) -> None:
        """End every nursery, and wait until it is gone. For one thread, when no other is left."""
        while self._all:
            self._all.pop().close()
        self._idle.clear()


@cache
def standing() -> Pool:
    """The nurseries that `parse(..., isolate=True)` leaves standing for the next document.

    They end with this process: a nursery whose keeper is gone ends itself.
    """
    pool = Pool()
    atexit.register(pool.close)
    return pool


def _unloaded() -> None:
    """Stands for what a plugin is loaded by, which says nothing of whether it is the same."""


def read_apart(source: Input, job: Job) -> Reports:
    """Read a document in a process of its own.

    Raises:
        FollowUpError: as `parse`.
    """
    plugins = tuple(evolve(each, load=_unloaded) for each in installed())
    result, _ = standing().read(take_in(source, job), job, plugins)
    if isinstance(result, FollowUpError):
        raise result
    return result
