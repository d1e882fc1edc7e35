"""The program `ifo-followup`.

Results go to stdout, everything else to stderr. Exit codes: 0 fine, 1 findings, 2 usage, 3 a
document could not be read or nobody claims it; a bad document never stops the others.

Each command is a module with `NAME`, `HELP`, `arguments`, which declares them, and `run`; a new one
is added to `COMMANDS`.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from ifo_followup.cli import check, draw, explain, new, parse, plugins, show
from ifo_followup.cli.saying import FINE, INTERRUPTED, UNREADABLE, say, say_unwritten
from ifo_followup.version import library_version


class Command(Protocol):
    """What is asked of a module that is a command."""

    NAME: str
    HELP: str

    def arguments(self, command: argparse.ArgumentParser, /) -> None:
        """Declare its arguments."""

    def run(self, options: argparse.Namespace, /) -> int:
        """Do it; the exit code. `options.parser` is told of wrong usage."""


COMMANDS: tuple[Command, ...] = (parse, check, explain, draw, show, plugins, new)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (sys.argv without the first); the exit code."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever reads us has enough; the interpreter would complain once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except OSError as error:
        say_unwritten(error)
        return UNREADABLE
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: the names are Swedish."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's stand-in has none
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ifo-followup",
        description="Reads Swedish municipal follow-up reports on social services.",
        epilog="Exit codes: 0 fine, 1 findings, 2 usage, 3 a document could not be read.",
    )
    version = f"ifo-followup {library_version()}"
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for each in COMMANDS:
        words = f"{each.HELP[0].upper()}{each.HELP[1:]}."
        command = commands.add_parser(each.NAME, help=each.HELP, description=words)
        each.arguments(command)
        command.set_defaults(run=each.run, parser=command)
    return parser
