"""The documents of a command: the arguments that say how they are read, and the reading."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import BinaryIO

from attrs import define, field

from ifo_followup.batch import Result, read_apart, read_here
from ifo_followup.cli.saying import STDIN, say, say_error, shown
from ifo_followup.errors import NOT_WRITTEN, FollowUpError
from ifo_followup.guarding import told
from ifo_followup.isolation.starting import nearest
from ifo_followup.jobs import Job, valid_period
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean, clip
from ifo_followup.registry import load_registry


def documents(command: argparse.ArgumentParser, *, several: bool) -> None:
    """Declare which documents are read, and how."""
    command.add_argument(
        "files", metavar="FILE", nargs="+" if several else 1, help='a document; "-" is stdin'
    )
    command.add_argument("--plugin", metavar="ID", help="read with this format or plugin")
    command.add_argument(
        "--period", type=_period, help="2018, 2018-04 or 2018-04-30, where none is printed"
    )
    command.add_argument("--municipality", help="its name, where none is printed")
    command.add_argument(
        "--fallback",
        action="store_true",
        help="read what no plugin claims by the common words of such reports",
    )
    command.add_argument(
        "--no-isolate",
        dest="isolate",
        action="store_false",
        help="read in this process: nothing ends a document that takes too much time or memory",
    )


def workers(command: argparse.ArgumentParser) -> None:
    """Declare how many are read at a time."""
    command.add_argument(
        "--workers",
        metavar="N",
        type=_count,
        default=1,
        help="read N documents at a time, each in a process of its own",
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text)


def _period(text: str) -> str:
    if not valid_period(text):
        raise argparse.ArgumentTypeError(f"{text!r} is none of 2018, 2018-04, 2018-04-30")
    return text


def source(name: str) -> str | BinaryIO:
    """What is read for a name on the command line."""
    return sys.stdin.buffer if name == STDIN else name


def job(options: argparse.Namespace) -> Job:
    """How the documents are read."""
    return Job(
        plugin=options.plugin,
        period=options.period,
        municipality=options.municipality,
        fallback=options.fallback,
    )


@define
class Batch:
    """The documents of one command, in their order; remembers whether one failed."""

    options: argparse.Namespace
    failed: bool = field(default=False, init=False)

    def reports(self) -> Iterator[tuple[str, tuple[FollowUpReport, ...]]]:
        """Each document's name and reports; one that cannot be read is told and passed over."""
        files: list[str] = self.options.files
        if files.count(STDIN) > 1:
            self.options.parser.error(f'"{STDIN}" stands twice: standard input can be read once')
        counting = len(files) > 1 and sys.stderr.isatty()
        results = self._results([source(name) for name in files])
        for number, name in enumerate(files, start=1):
            if counting:
                print(
                    f"\r\x1b[K[{number}/{len(files)}] {clip(shown(name), 60)}",
                    end="",
                    file=sys.stderr,
                )
            result = next(results)
            if counting:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            if isinstance(result, FollowUpError):
                self.failed = True
                say_error(name, result)
            else:
                yield name, result

    def _results(self, sources: list[str | BinaryIO]) -> Iterator[Result]:
        options = self.options
        if options.workers > 1 and not options.isolate:
            options.parser.error("--workers reads in processes, which --no-isolate forbids")
        if options.isolate:
            for _, result, ended in read_apart(
                sources, job(options), workers=min(options.workers, len(sources)), start=nearest
            ):
                # a plugin that prints may not spoil the results
                for line in ended.noise.splitlines():
                    say(clean(line))
                yield result
            return
        with redirect_stdout(sys.stderr):  # as above
            registry = load_registry()
        for each in sources:
            with redirect_stdout(sys.stderr):
                result = read_here(each, job(options), registry)
            yield result

    @contextmanager
    def writing(self, name: str) -> Iterator[None]:
        """A report that a plugin filled with the wrong things fails alone, without a traceback."""
        try:
            yield
        except OSError:  # the place that is written to, not the report
            raise
        except Exception as error:
            self.failed = True
            say(f"error: {shown(name)}: a {NOT_WRITTEN}: {told(error)}")
