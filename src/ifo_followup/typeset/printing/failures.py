"""What can go wrong in printing."""

from collections.abc import Iterator
from contextlib import contextmanager

from ifo_followup.errors import FollowUpError, Reason


class Unprintable(FollowUpError):
    """The document cannot be printed so: a character, a width or a block is in the way."""

    default_reason = Reason.OUTPUT_FAILED

    def __init__(self, message: str, *, document: str | None = None) -> None:
        super().__init__(message, document=document, stage="writing")


class ExtraMissing(FollowUpError):
    """A package is not installed that the extra `ifo-followup[typeset]` brings."""

    default_reason = Reason.UNSUPPORTED_VARIANT

    def __init__(self, package: str, cause: ImportError) -> None:
        super().__init__(
            f"printing needs {package}: pip install 'ifo-followup[typeset]'",
            stage="writing",
            cause=str(cause),
        )


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
