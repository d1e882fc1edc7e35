"""What the commands share: exit codes, and words to people on stderr."""

import sys

from ifo_followup.errors import FollowUpError
from ifo_followup.out.plain import clean, clip

FINE, FINDINGS, USAGE, UNREADABLE = 0, 1, 2, 3
INTERRUPTED = 130  # what a shell expects after Ctrl-C
STDIN = "-"


def shown(name: str) -> str:
    """What a document is called before people: its path as they gave it, or that it is stdin."""
    return "<stdin>" if name == STDIN else clean(name)


def say(text: str) -> None:
    """Print a line on stderr."""
    print(text, file=sys.stderr)


def say_unwritten(error: OSError) -> None:
    """Print that the place for the results took them not, or no more of them."""
    say(f"error: the results could not be written: {error}")


def say_error(name: str, error: FollowUpError) -> None:
    """Print an error of the document that was given as `name`."""
    lines = error.message.splitlines() or [type(error).__name__]
    place = f", page {error.page}" if error.page is not None else ""
    # the reason on the first line, which is the one that people search a log for
    say(f"error: {shown(name)}{place}: {clean(lines[0])} [{error.reason.value}]")
    for line in lines[1:]:
        say(f"  {clean(line)}")
    if error.cause:
        say(f"  cause: {clip(error.cause, 300)}")
