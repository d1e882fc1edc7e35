"""The process that makes a cell for each document: everything is loaded here, and only once.

It runs one thread and reads no document itself, so that a fork of it is cheap and clean. The cell
of the next document is made while nobody waits for it. Where processes cannot fork (Windows) it
reads the documents itself, and its keeper ends it when one takes too long.
"""

import faulthandler
import gc
import os
import signal
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import IO

from attrs import asdict, define, evolve

from ifo_followup.discovery import Found, installed
from ifo_followup.isolation import cell, wire
from ifo_followup.isolation.warming import warm_up
from ifo_followup.isolation.watching import Seen, finish, watch
from ifo_followup.jobs import Job
from ifo_followup.registry import Failure, Registry, load_registry
from ifo_followup.sources import Loaded

CAN_FORK = hasattr(os, "fork")


def serve(requests: IO[bytes], answers: IO[bytes], unwanted: Collection[str]) -> None:
    """Load everything but the plugins that are `unwanted`, then read what is asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keeper hears of it, and ends this process
    os.environ.pop("CMAP_PATH", None)  # pdfminer would load character maps from there
    cell.adopt_orphans()
    warm_up()

    def send(*frames: tuple[bytes, bytes]) -> None:
        answers.writelines(wire.frame(*each) for each in frames)
        answers.flush()

    registry = _plugins(unwanted, lambda name: send((wire.LOADING, name.encode())))
    gc.collect()
    gc.freeze()  # what is loaded is never garbage; looking at it would copy its memory
    send((wire.READY, b""))
    spare = _spare(registry)
    while True:
        try:
            loaded, job = wire.receive_job(requests)
        except wire.WireError:  # the keeper is gone or has enough
            return
        if CAN_FORK:
            ended = _apart(spare, loaded, job, registry, requests, send)
        else:
            ended = _here(loaded, job, registry, send)
        send((wire.ENDED, wire.pack(asdict(ended))))
        spare = _spare(registry)


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


Send = Callable[..., None]  # frames, all at once


def _here(loaded: Loaded, job: Job, registry: Registry, send: Send) -> wire.Ended:
    """Read a document in this process: no time or memory is held, but by the keeper's clock."""
    seen = Seen(job.limits)
    cell.read(loaded, job, registry, seen.take)
    send(*seen.results)
    return seen.ended("done" if seen.last else "size")


@define
class _Cell:
    """A cell that waits for its document, with our ends of the pipes to and from it."""

    pid: int
    task: int
    results: int
    noise: int

    def waits(self) -> bool:
        """Whether it is still there: the system may have ended it."""
        return not os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)

    def close(self) -> None:
        """Close our ends."""
        for each in (self.task, self.results, self.noise):
            with suppress(OSError):  # the first is closed when the document has been sent
                os.close(each)


def _spare(registry: Registry) -> _Cell | None:
    """A cell for the next document, if one can be made now."""
    if not CAN_FORK:
        return None
    try:
        return _new_cell(registry)
    except OSError:  # it is tried again when there is a document
        return None


def _new_cell(registry: Registry) -> _Cell:
    task, to_task = os.pipe()
    results, to_results = os.pipe()
    noise, to_noise = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_a_cell(registry, task, to_results, to_noise)
    for each in (task, to_results, to_noise):
        os.close(each)
    return _Cell(pid, to_task, results, noise)


def _be_a_cell(registry: Registry, task: int, results: int, noise: int) -> None:
    """The child's side; never returns."""
    code = 1
    try:
        os.setsid()  # a process group of its own: it is ended with all that it started
        cell.die_with_parent()
        cell.settle(task, noise, results)
        gc.set_threshold(200_000)  # it ends with its document, and its garbage with it
        faulthandler.enable()
        loaded, job = cell.task()
        cell.hold(job.limits)

        def send(kind: bytes, payload: bytes) -> None:
            data = memoryview(wire.frame(kind, payload))
            while data:
                data = data[os.write(results, data) :]

        cell.read(loaded, job, registry, send)
        code = 0
    except wire.WireError:  # there is no next document
        code = 0
    except BaseException:  # nothing may run on in the copy of another process
        cell.complain()
    finally:
        os._exit(code)


def _apart(
    spare: _Cell | None,
    loaded: Loaded,
    job: Job,
    registry: Registry,
    requests: IO[bytes],
    send: Send,
) -> wire.Ended:
    """Read a document in a process of its own, and see to its end.

    What it sent goes on its way before the end is seen to, which takes some milliseconds.
    """
    if spare is not None and not spare.waits():
        os.waitpid(spare.pid, 0)
        spare.close()
        spare = None
    made = spare or _new_cell(registry)
    seen, how = Seen(job.limits), "crashed"
    try:
        with suppress(BrokenPipeError), os.fdopen(made.task, "wb") as stream:
            wire.send_job(stream.write, loaded, job)  # a cell that is gone is seen below
        how = watch(made.pid, seen, made.results, made.noise, requests)
        if how == "done":
            send(*seen.results)
    finally:
        ended = finish(made.pid, seen, how)
        made.close()
    return ended
