"""The plugins that are installed: their entry points, each folder read anew when it has changed."""

import re
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from importlib import metadata
from importlib.machinery import PathFinder
from itertools import chain
from pathlib import Path

from attrs import frozen

from ifo_followup.hookspecs import PROJECT

# a folder that changed so lately may change again within one tick of its clock (nanoseconds)
_TICK = 2_000_000_000


@frozen(kw_only=True)
class Found:
    """One entry point of the group `ifo_followup`: its name, how to load it, whence it comes."""

    name: str
    load: Callable[[], object]
    value: str = ""  # the module it stands for; part of the order among equal names
    distribution: str = ""
    version: str | None = None


Listed = tuple[tuple[str, tuple[Found, ...]], ...]
"""Each distribution of a folder, in one spelling of its name, with the plugins in it."""


def installed() -> tuple[Found, ...]:
    """Every plugin that is installed now; of a distribution that is there twice, the first.

    To look them up, the metadata of all distributions are read. That is done once for a folder on
    `sys.path` as it is: whatever is installed, upgraded or removed changes the folder. It is done
    each time where no time of change can tell, because the folder changed just now, or because
    somebody else than Python's own finder lists distributions.
    """
    finders = (each for each in sys.meta_path if hasattr(each, "find_distributions"))
    if any(finder is not PathFinder for finder in finders):
        return tuple(map(_found, metadata.entry_points(group=PROJECT)))
    listed: dict[str, tuple[Found, ...]] = {}
    for entry in sys.path:
        for name, plugins in _in(entry):
            listed.setdefault(name, plugins)
    return tuple(chain.from_iterable(listed.values()))


def _in(entry: str) -> Listed:
    """The distributions in a folder, "" for the current one."""
    try:
        folder = Path(entry).absolute()
        changed = folder.stat().st_mtime_ns
    except (OSError, TypeError, ValueError):  # no such folder, or something else on the path
        return ()
    if changed > time.time_ns() - _TICK:
        return _listed(str(folder))
    return _remembered(str(folder), changed)


@lru_cache(maxsize=64)
def _remembered(folder: str, _changed: int) -> Listed:
    return _listed(folder)


def _listed(folder: str) -> Listed:
    return tuple(
        (
            # a distribution without a name hides no other one
            re.sub("[-_.]+", "-", _header(each, "Name") or f"{folder} {number}").lower(),
            tuple(_found(point) for point in each.entry_points.select(group=PROJECT)),
        )
        for number, each in enumerate(metadata.distributions(path=[folder]))
    )


def _found(point: metadata.EntryPoint) -> Found:
    return Found(
        name=point.name,
        load=point.load,
        value=point.value,
        distribution=_header(point.dist, "Name") or "",
        version=_header(point.dist, "Version"),
    )


def _header(distribution: metadata.Distribution | None, name: str) -> str | None:
    """What a distribution says of itself; None where it does not, or cannot be read."""
    if distribution is None:
        return None
    try:
        said = distribution.metadata.get_all(name)
    except (OSError, ValueError):
        return None
    return said[0] if said else None
