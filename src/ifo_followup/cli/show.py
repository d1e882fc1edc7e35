"""`show`: where a value was read, in words and in a picture of its page."""

import argparse

from ifo_followup.cli.documents import documents
from ifo_followup.cli.draw import run as run
from ifo_followup.drawing.options import add_show_options

NAME = "show"
HELP = "where a value was read, in words and a picture"


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    documents(command, several=False)
    add_show_options(command)
