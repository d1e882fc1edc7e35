"""Runs a plugin's code: whatever it raises becomes an error that the caller names."""

from collections.abc import Callable
from typing import TypeVar

MOST_WORDS = 300  # characters of somebody else's message

T = TypeVar("T")


def told(error: BaseException) -> str:
    """An exception on one line: its type and what it says."""
    try:
        words = " ".join(str(error).split())
    except Exception:  # a plugin's own exception may fail to print itself
        words = ""
    name = type(error).__name__
    return f"{name}: {words[:MOST_WORDS]}" if words else name


def guarded(call: Callable[[], T], fail: Callable[[str, BaseException], Exception]) -> T:
    """Run a plugin's code; whatever it raises becomes `fail(...)`, save the user's Ctrl-C.

    SystemExit is caught as well: a plugin may not end the program of the person who uses it.
    """
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        failure = fail(told(error), error)
        if failure is error:
            raise
        raise failure from error
