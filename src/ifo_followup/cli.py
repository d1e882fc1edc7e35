"""The program `ifo-followup`.

Results go to stdout, everything else to stderr. Exit codes: 0 fine, 1 findings, 2 usage, 3 a
document could not be read or nobody claims it; a bad document never stops the others.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import BinaryIO, TextIO

from attrs import define, field

from ifo_followup.batch import Result, read_apart, read_here
from ifo_followup.corridor import library_version, valid_period
from ifo_followup.drawing.options import add_draw_options, add_show_options, wish_of
from ifo_followup.errors import FollowUpError
from ifo_followup.explaining import explain
from ifo_followup.isolation.copying import in_a_copy
from ifo_followup.isolation.starting import nearest
from ifo_followup.jobs import Job
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.out.plain import clean, clip, where
from ifo_followup.progress import Tell, untold
from ifo_followup.registry import load_registry, told

FINE, FINDINGS, USAGE, UNREADABLE = 0, 1, 2, 3
INTERRUPTED = 130  # what a shell expects after Ctrl-C
STDIN = "-"


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
        _say("interrupted")
        return INTERRUPTED
    except OSError as error:
        _say(f"error: the results could not be written: {error}")
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

    parse = _command(commands, "parse", _parse, "read reports and write them")
    _documents(parse, several=True)
    _workers(parse)
    parse.add_argument(
        "--format",
        choices=("json", "csv", "table"),
        default="json",
        help="json: one document a line; csv: a folder of tables (-o); table: a summary",
    )
    parse.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        type=Path,
        help="a file; for csv a folder, with a folder in it for each of several reports",
    )

    check = _command(commands, "check", _check, "print findings; exit 1 when one is an error")
    _documents(check, several=True)
    _workers(check)

    explaining = _command(commands, "explain", _explain, "who claims it, and what is unread")
    _documents(explaining, several=False)

    drawing = _command(commands, "draw", _draw, "pictures of the pages with what was read")
    _documents(drawing, several=False)
    add_draw_options(drawing)

    showing = _command(commands, "show", _draw, "where a value was read, in words and a picture")
    _documents(showing, several=False)
    add_show_options(showing)

    _command(commands, "plugins", _plugins, "what is installed, and what failed to load")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    words: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    command.set_defaults(run=run, parser=command)
    return command


def _documents(command: argparse.ArgumentParser, *, several: bool) -> None:
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


def _workers(command: argparse.ArgumentParser) -> None:
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


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _say_error(name: str, error: FollowUpError) -> None:
    lines = error.message.splitlines() or [type(error).__name__]
    place = f", page {error.page}" if error.page is not None else ""
    # the reason on the first line, which is the one that people search a log for
    _say(f"error: {clean(error.document or name)}{place}: {clean(lines[0])} [{error.reason.value}]")
    for line in lines[1:]:
        _say(f"  {clean(line)}")
    if error.cause:
        _say(f"  cause: {clip(error.cause, 300)}")


@define
class _Batch:
    """The documents of one command, in their order; remembers whether one failed."""

    options: argparse.Namespace
    failed: bool = field(default=False, init=False)

    def reports(self) -> Iterator[tuple[str, tuple[FollowUpReport, ...]]]:
        """Each document's name and reports; one that cannot be read is told and passed over."""
        files: list[str] = self.options.files
        counting = len(files) > 1 and sys.stderr.isatty()
        results = self._results([_source(name) for name in files])
        for number, name in enumerate(files, start=1):
            if counting:
                print(f"\r\x1b[K[{number}/{len(files)}] {clip(name, 60)}", end="", file=sys.stderr)
            result = next(results)
            if counting:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            if isinstance(result, FollowUpError):
                self.failed = True
                _say_error(name, result)
            else:
                yield name, result

    def _results(self, sources: list[str | BinaryIO]) -> Iterator[Result]:
        options = self.options
        if options.workers > 1 and not options.isolate:
            options.parser.error("--workers reads in processes, which --no-isolate forbids")
        job = _job(options)
        if options.isolate:
            for _, result, ended in read_apart(
                sources, job, workers=min(options.workers, len(sources)), start=nearest
            ):
                # a plugin that prints may not spoil the results
                for line in ended.noise.splitlines():
                    _say(clean(line))
                yield result
            return
        with redirect_stdout(sys.stderr):  # as above
            registry = load_registry()
        for source in sources:
            with redirect_stdout(sys.stderr):
                result = read_here(source, job, registry)
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
            _say(f"error: {clean(name)}: the report cannot be written: {told(error)}")


def _source(name: str) -> str | BinaryIO:
    return sys.stdin.buffer if name == STDIN else name


def _job(options: argparse.Namespace) -> Job:
    return Job(
        plugin=options.plugin,
        period=options.period,
        municipality=options.municipality,
        fallback=options.fallback,
    )


def _parse(options: argparse.Namespace) -> int:
    if options.format == "csv" and options.output is None:
        options.parser.error("--format csv writes a folder of tables: name it with -o")
    batch = _Batch(options)
    if options.format == "csv":
        _write_folders(batch, options.output)
    else:
        with _output(options.output) as stream:
            _write_stream(batch, stream, table=options.format == "table")
    return UNREADABLE if batch.failed else FINE


def _write_stream(batch: _Batch, stream: TextIO, *, table: bool) -> None:
    from ifo_followup.out.summary import summary

    colour = _colour(stream)
    first = True
    for name, reports in batch.reports():
        for report in reports:
            with batch.writing(name):
                text = summary(report, colour=colour) if table else report.to_json() + "\n"
                stream.write(text if first or not table else f"\n\n{text}")
                stream.flush()
                first = False


def _write_folders(batch: _Batch, folder: Path) -> None:
    """Tables of a single report stand in the folder itself, those of several in folders of it."""
    from ifo_followup.out.csvs import write_csv

    taken: set[str] = set()
    for name, reports in batch.reports():
        for report in reports:
            alone = len(batch.options.files) == 1 and len(reports) == 1
            target = folder if alone else folder / _label(name, taken)
            with batch.writing(name):
                write_csv(report, target)


def _label(name: str, taken: set[str]) -> str:
    """A folder name for a document, another one for each; `taken` is added to."""
    stem = "stdin" if name == STDIN else Path(name).stem
    label, number = stem, 1
    while label.casefold() in taken:  # some file systems do not tell "A" from "a"
        number += 1
        label = f"{stem}-{number}"
    taken.add(label.casefold())
    return label


@contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    """Stdout, or a file that appears under its name only when all of it is written."""
    if path is None:
        yield sys.stdout
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            yield stream
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _colour(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _check(options: argparse.Namespace) -> int:
    batch = _Batch(options)
    wrong = False
    for name, reports in batch.reports():
        for report in reports:
            for finding in report.findings:
                print(_finding_line(name, finding))
                wrong = wrong or finding.severity is Severity.ERROR
            if not report.findings:
                _say(f"{clean(name)}: no findings")
    if batch.failed:
        return UNREADABLE
    return FINDINGS if wrong else FINE


def _finding_line(name: str, finding: Finding) -> str:
    place = where(finding.source) if finding.source else ""
    line = f"{clean(name)}: {place + ': ' if place else ''}"
    line += f"{finding.severity.value} {finding.rule}: {clean(finding.message)}"
    if finding.printed is not None:
        line += f'; printed "{clip(finding.printed, 80)}"'
    if finding.expected is not None:
        line += f'; expected "{clip(finding.expected, 80)}"'
    return line


def _explain(options: argparse.Namespace) -> int:
    (name,) = options.files
    source, job = _source(name), _job(options)

    def run(tell: Tell) -> int:
        return FINE if explain(name, source, job, _say_error, tell) else UNREADABLE

    return _apart(run, options, name, job)


def _draw(options: argparse.Namespace) -> int:
    from ifo_followup.drawing import command

    (name,) = options.files
    source, job = _source(name), _job(options)
    wish = wish_of(options, _label(name, set()))

    def run(tell: Tell) -> int:
        act = command.show if wish.value else command.draw
        return FINE if act(name, source, job, wish, _say_error, tell) else UNREADABLE

    return _apart(run, options, name, job)


def _apart(run: Callable[[Tell], int], options: argparse.Namespace, name: str, job: Job) -> int:
    """Run a command that prints while it reads, in a copy of this process where that is asked."""
    if not options.isolate:
        return run(untold)
    try:
        return in_a_copy(run, name, job.limits)
    except FollowUpError as error:
        _say_error(name, error)
        return UNREADABLE


def _plugins(_options: argparse.Namespace) -> int:
    with redirect_stdout(sys.stderr):
        registry = load_registry()
    for plugin in registry.plugins:
        print(f"{clean(plugin.name)} {clean(plugin.version or '')}".rstrip())
        for each in plugin.formats:
            print(f"  {clean(each.format_id)}: {clean(each.municipality)}, {clean(each.reads)}")
    if not registry.plugins:
        print("no plugin is installed")
    for each in (each for plugin in registry.builtin for each in plugin.formats):
        print(
            f"built in\n  {clean(each.format_id)}: {clean(each.municipality)}, {clean(each.reads)}"
        )
    for failure in registry.failures:
        print(f"{clean(failure.plugin)} FAILED at {failure.stage}: {clean(failure.message)}")
    return FINDINGS if registry.failures else FINE
