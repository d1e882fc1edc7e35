"""Ends a process that read a document, with everything that it started."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path


def kill_group(pid: int) -> None:
    """End a process with its process group."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # it did not get as far as having a group
        os.kill(pid, signal.SIGKILL)


def kill_orphans() -> None:
    """End what left the cell's group and has this process for a parent now."""
    for _ in range(100):
        children = list(_children())
        if not children:
            return
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _children() -> Iterator[int]:
    """The processes whose parent is this one, where the system lists them."""
    try:
        listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    except OSError:
        return
    yield from map(int, listed.split())
