"""`explain`: who claims a document, and what of it is unread; or what a rule means."""

import argparse
from pathlib import Path

from ifo_followup.catalogue import entry
from ifo_followup.cli.apart import apart
from ifo_followup.cli.documents import documents, job, source
from ifo_followup.cli.saying import FINE, UNREADABLE, say_error, shown
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
    rule = entry(name)
    if rule is not None and not Path(name).exists():
        print(rule.text)
        return FINE
    how = job(options)

    def print_it(tell: Tell) -> int:
        done = explain(
            shown(name), source(name), how, lambda _, error: say_error(name, error), tell
        )
        return FINE if done else UNREADABLE

    return apart(print_it, options, name)
