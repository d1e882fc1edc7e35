"""What printing fails on, told in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from ifo_followup.errors import ExtraMissing


@contextmanager
def asked_for(module: str, package: str | None = None) -> Iterator[None]:
    """Import what prints; a module that is not installed is told by the package that has it."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").partition(".")[0] != module:
            raise
        raise ExtraMissing(package or module, error) from error


def named(character: str) -> str:
    """A character as a message shows it: "'→' (U+2192)"."""
    return f"{character!r} (U+{ord(character):04X})"
