"""The documents of a command: the arguments that say how they are read, and the reading."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from typing import BinaryIO

from attrs import define, field

from ifo_followup.batch import Result, read_apart, read_here
from ifo_followup.choosing import offers_named
from ifo_followup.cli.saying import FINE, STDIN, USAGE, say, say_error, shown
from ifo_followup.errors import NOT_WRITTEN, FollowUpError, PluginError
from ifo_followup.guarding import told
from ifo_followup.isolation.copying import in_a_copy
from ifo_followup.isolation.starting import nearest
from ifo_followup.jobs import Job, valid_period
from ifo_followup.limits import DEFAULT_LIMITS
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean, clip
from ifo_followup.progress import Tell, untold
from ifo_followup.registry import load_registry


def documents(command: argparse.ArgumentParser, *, several: bool) -> None:
    """Declare which documents are read, and how."""
    command.add_argument(
        "files", metavar="FILE", nargs="+" if several else 1, help='a document; "-" is stdin'
    )
    command.add_argument("--plugin", metavar="ID", help="read with this format or plugin")
    command.add_argument(
        "--period",
        type=_period,
        help="2018, 2018-04 or 2018-04-30, for a report that prints none; wins over a printed one",
    )
    command.add_argument(
        "--municipality", help="its name, for a report that prints none; wins over a printed one"
    )
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
    """How the documents are read; ends with wrong usage where the options ask for what is not."""
    how = Job(
        plugin=options.plugin,
        period=options.period,
        municipality=options.municipality,
        fallback=options.fallback,
    )
    try:
        how.check()
    except FollowUpError as error:
        options.parser.error(clean(error.message))
    if how.plugin is not None:
        _refuse_unknown(how.plugin, options)
    return how


def _refuse_unknown(plugin: str, options: argparse.Namespace) -> None:
    """End with wrong usage where no plugin or format has the name; one telling for all documents.

    Plugins are loaded for it, which may not harm this process: it is done in a copy. What a plugin
    does to that copy is told of each document, as if nobody had asked before.
    """

    def looked_for(_: Tell = untold) -> int:
        try:
            with redirect_stdout(sys.stderr):
                offers_named(load_registry(), plugin)
        except PluginError as error:
            options.parser.print_usage(sys.stderr)
            first, *more = error.message.splitlines()
            say(f"{options.parser.prog}: error: --plugin: {clean(first)}")
            for line in more:
                say(f"  {clean(line)}")
            return USAGE
        return FINE

    code = FINE
    if options.isolate:
        with suppress(FollowUpError):
            code = in_a_copy(looked_for, plugin, DEFAULT_LIMITS)
    else:
        code = looked_for()
    if code != FINE:
        options.parser.exit(code)


@define
class Batch:
    """The documents of one command, in their order; remembers whether one failed."""

    options: argparse.Namespace
    failed: bool = field(default=False, init=False)
    _job: Job = field(init=False)

    def __attrs_post_init__(self) -> None:
        options = self.options
        if options.files.count(STDIN) > 1:
            options.parser.error(f'"{STDIN}" stands twice: standard input can be read once')
        if options.workers > 1 and not options.isolate:
            options.parser.error("--workers reads in processes, which --no-isolate forbids")
        self._job = job(options)

    def reports(self) -> Iterator[tuple[str, tuple[FollowUpReport, ...]]]:
        """Each document's name and reports; one that cannot be read is told and passed over."""
        files: list[str] = self.options.files
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
        if options.isolate:
            for _, result, ended in read_apart(
                sources, self._job, workers=min(options.workers, len(sources)), start=nearest
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
                result = read_here(each, self._job, registry)
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
