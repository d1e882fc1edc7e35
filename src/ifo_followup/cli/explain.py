"""`explain`: who claims a document, and what of it is unread; or what a rule means."""

import argparse
import os

from ifo_followup.catalogue import entry, near
from ifo_followup.cli.apart import apart
from ifo_followup.cli.documents import documents, job, source
from ifo_followup.cli.saying import FINE, STDIN, UNREADABLE, say_error, shown
from ifo_followup.errors import Reason, UnreadableDocument
from ifo_followup.explaining import explain
from ifo_followup.progress import Tell

NAME = "explain"
HELP = "who claims a document, and what of it is unread; or what a rule means"


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    documents(command, several=False)


def run(options: argparse.Namespace) -> int:
    """Print it, in a process of its own."""
    (name,) = options.files
    gone = name != STDIN and not os.path.lexists(name)
    rule = entry(name) if gone else None
    if rule is not None:
        print(rule.text)
        return FINE
    how = job(options)
    if gone:
        say_error(name, _neither(name))
        return UNREADABLE

    def print_it(tell: Tell) -> int:
        done = explain(
            shown(name), source(name), how, lambda _, error: say_error(name, error), tell
        )
        return FINE if done else UNREADABLE

    return apart(print_it, options, name)


def _neither(name: str) -> UnreadableDocument:
    """The error for what is neither a file nor a rule, with the rules that may be meant."""
    meant = near(name)
    more = f"\nrules of a like name: {', '.join(meant)}" if meant else ""
    text = f"there is no such file, and no rule of this name{more}"
    return UnreadableDocument(text, reason=Reason.NOT_FOUND)
