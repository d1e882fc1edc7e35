"""Many documents, one after the other or several at a time: a bad one never stops the others."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from ifo_followup.corridor import read_reports, take_in
from ifo_followup.errors import FollowUpError
from ifo_followup.isolation.keeper import Pool
from ifo_followup.isolation.starting import Start, fresh
from ifo_followup.isolation.wire import Ended
from ifo_followup.jobs import Job
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.report import FollowUpReport
from ifo_followup.registry import Registry, load_registry
from ifo_followup.sources import Input, is_one_source

Result = tuple[FollowUpReport, ...] | FollowUpError
S = TypeVar("S", bound=Input)


def parse_many(
    sources: Iterable[S],
    *,
    workers: int = 1,
    isolate: bool = True,
    plugin: str | None = None,
    period: str | None = None,
    municipality: str | None = None,
    fallback: bool = False,
    backend: str = "auto",
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[tuple[S, Result]]:
    """Read documents; each comes with all its reports, or with the error that it ended in.

        for path, result in parse_many(paths, workers=2):
            if isinstance(result, FollowUpError):
                ...

    The order is that of `sources`, which may be endless: only a few are read ahead.

    Args:
        sources: paths, bytes or files, as for `parse`.
        workers: how many are read at the same time, each in a process of its own.
        isolate: read each in a process of its own. Without it a document that hangs hangs the
            batch, and `workers` has to be 1.
        plugin: as for `parse`, like the arguments that follow.
        period: as above.
        municipality: as above.
        fallback: as above.
        backend: as above.
        limits: as above, for each document.

    Raises:
        TypeError: `sources` is one document, which a list would hold.
        ValueError: `workers` is less than 1, or more than 1 without `isolate`.
    """
    if is_one_source(sources):  # its characters or lines would be taken for documents
        raise TypeError(f"parse_many takes many: put the {type(sources).__name__} into a list")
    job = Job(
        plugin=plugin,
        period=period,
        municipality=municipality,
        fallback=fallback,
        backend=backend,
        limits=limits,
    )
    if workers < 1 or (workers > 1 and not isolate):
        raise ValueError(f"{workers} workers: at least 1, and more only with isolate=True")
    if not isolate:
        return _here(sources, job, None)
    return ((source, result) for source, result, _ in read_apart(sources, job, workers=workers))


def _here(sources: Iterable[S], job: Job, registry: Registry | None) -> Iterator[tuple[S, Result]]:
    registry = registry or load_registry()
    for source in sources:
        yield source, read_here(source, job, registry)


def read_here(source: Input, job: Job, registry: Registry) -> Result:
    """Read one document in this process."""
    try:
        return read_reports(source, job, registry=registry)
    except FollowUpError as error:
        return error


def read_apart(
    sources: Iterable[S], job: Job, *, workers: int = 1, start: Start = fresh
) -> Iterator[tuple[S, Result, Ended]]:
    """Read documents in processes of their own; with how each one's process ended."""
    pool = Pool(start)
    try:
        if workers == 1:
            for source in sources:
                yield (source, *_read(source, job, pool))
            return
        yield from _read_ahead(sources, job, pool, workers)
    finally:
        pool.close()


def _read(source: Input, job: Job, pool: Pool) -> tuple[Result, Ended]:
    try:
        loaded = take_in(source, job)
    except FollowUpError as error:
        return error, Ended(how="done")
    return pool.read(loaded, job)


def _read_ahead(
    sources: Iterable[S], job: Job, pool: Pool, workers: int
) -> Iterator[tuple[S, Result, Ended]]:
    pool.have(workers)  # before there are threads: a nursery can be a copy of this process
    waiting: deque[tuple[S, Future[tuple[Result, Ended]]]] = deque()
    with ThreadPoolExecutor(workers) as threads:
        try:
            for source in sources:
                waiting.append((source, threads.submit(_read, source, job, pool)))
                if len(waiting) > 2 * workers:
                    first, future = waiting.popleft()
                    yield (first, *future.result())
            while waiting:
                first, future = waiting.popleft()
                yield (first, *future.result())
        finally:
            for _, future in waiting:
                future.cancel()
            if waiting:  # given up in the middle: nobody wants what is being read
                pool.stop()
