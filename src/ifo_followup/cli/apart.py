"""A command that prints while it reads one document: run in a copy of this process."""

import argparse
from collections.abc import Callable

from ifo_followup.cli.saying import UNREADABLE, say_error, say_unwritten
from ifo_followup.errors import FollowUpError, out_of_memory
from ifo_followup.guarding import told
from ifo_followup.isolation.copying import in_a_copy
from ifo_followup.limits import DEFAULT_LIMITS
from ifo_followup.progress import Tell, untold


def apart(work: Callable[[Tell], int], options: argparse.Namespace, name: str) -> int:
    """Run it, held to the limits of a document unless that is not wanted; the exit code.

    What goes wrong is told here, of the document that was given as `name`: an error that crossed
    to this process would look as if the copy had ended by itself.
    """

    def guarded(tell: Tell) -> int:
        try:
            return work(tell)
        except FollowUpError as error:
            say_error(name, error)
        except MemoryError as error:
            say_error(name, out_of_memory(None, told(error)))
        except BrokenPipeError:  # whoever reads the results has enough
            raise
        except OSError as error:
            say_unwritten(error)
        return UNREADABLE

    if not options.isolate:
        return guarded(untold)
    try:
        return in_a_copy(guarded, name, DEFAULT_LIMITS)
    except FollowUpError as error:
        say_error(name, error)
        return UNREADABLE
