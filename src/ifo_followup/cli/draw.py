"""`draw`: pictures of the pages with what was read drawn over them."""

import argparse

from ifo_followup.cli.apart import apart
from ifo_followup.cli.documents import documents, job, source
from ifo_followup.cli.saying import FINE, UNREADABLE, say_error
from ifo_followup.cli.writing import check_folder, label
from ifo_followup.drawing.options import add_draw_options, wish_of
from ifo_followup.progress import Tell

NAME = "draw"
HELP = "pictures of the pages with what was read"


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    documents(command, several=False)
    add_draw_options(command)


def run(options: argparse.Namespace) -> int:
    """Write them, in a process of its own; `show` is run in the same way."""
    from ifo_followup.drawing import command  # loads what draws, which is an extra

    (name,) = options.files
    how = job(options)
    wish = wish_of(options, label(name, set()))
    if wish.asked:
        check_folder(options, wish.folder)

    def work(tell: Tell) -> int:
        act = command.show if wish.value else command.draw
        return FINE if act(name, source(name), how, wish, say_error, tell) else UNREADABLE

    return apart(work, options, name)
