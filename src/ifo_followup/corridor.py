"""The way from a file to its reports: bytes, document, format, report, provenance.

Nothing but a `FollowUpError` leaves this module, whatever the input and whatever a plugin does;
only the user's own Ctrl-C passes.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from attrs import evolve, frozen

from ifo_followup.document import Document
from ifo_followup.errors import (
    AmbiguousDocument,
    FollowUpError,
    LimitExceeded,
    PluginError,
    Reason,
    UnreadableDocument,
)
from ifo_followup.model.findings import Finding, Provenance, Severity
from ifo_followup.model.report import FollowUpReport
from ifo_followup.registry import Choice, Registry, choose, guarded, load_registry, plugin_failed

Input = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO

MIB = 1024 * 1024
MOST_BYTES = 200 * MIB  # what the readers take; known here so that no more than that is loaded
MOST_COMPANIONS = 200
MOST_COMPANION_BYTES = 20 * MIB
MOST_REPORTS = 1000  # one document; a plugin's endless generator must end somewhere

BACKENDS = ("auto", "pdfminer", "pdfium")
HINT = "hint:"
PERIOD = re.compile(r"(20[0-9]{2})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@frozen(kw_only=True)
class Hints:
    """What the caller knows of a document and a format may not find in it."""

    period: str | None = None
    municipality: str | None = None


def parse(
    source: Input,
    *,
    plugin: str | None = None,
    period: str | None = None,
    municipality: str | None = None,
    backend: str = "auto",
) -> FollowUpReport:
    """Read the one report that a document holds.

    Args:
        source: a path, the bytes themselves, or a file opened in binary mode. PDF, DOCX, HTML,
            Markdown or plain text; the bytes decide which, not the name.
        plugin: read it with this format, whatever the others say, or with the surest format of
            this plugin.
        period: a year, month or day ("2018", "2018-04", "2018-04-30") for a document that does
            not print its own. It wins over what is printed; where they differ, the finding
            `hint-contradicts` says so.
        municipality: its name, for the same case and under the same rule.
        backend: who reads the pages of a PDF: "pdfminer"; "pdfium", a second opinion that needs
            the extra [fast]; or "auto", which is pdfminer.

    Raises:
        UnreadableDocument: it is damaged, encrypted, without text, or of no supported kind.
        UnknownDocument: no installed format recognises it.
        AmbiguousDocument: several formats do, or it holds several reports.
        LimitExceeded: it is too large or too deeply nested.
        PluginError: the plugin named is not installed, or the one that reads it failed.
    """
    reports = parse_all(
        source, plugin=plugin, period=period, municipality=municipality, backend=backend
    )
    if len(reports) == 1:
        return reports[0]
    titles = tuple(
        (report.municipality, str(report.title or report.period_end or "untitled"))
        for report in reports
    )
    raise AmbiguousDocument(
        f"the document holds {len(reports)} reports; use parse_all, which returns them all",
        claims=titles,
        reason=Reason.SEVERAL_REPORTS,
        document=reports[0].provenance.document if reports[0].provenance else None,
    )


def parse_all(
    source: Input,
    *,
    plugin: str | None = None,
    period: str | None = None,
    municipality: str | None = None,
    backend: str = "auto",
) -> tuple[FollowUpReport, ...]:
    """Read every report that a document holds, at least one; otherwise like `parse`."""
    return read_reports(
        source,
        registry=load_registry(),
        plugin=plugin,
        hints=Hints(period=period, municipality=municipality),
        backend=backend,
    )


def read_reports(
    source: Input,
    *,
    registry: Registry,
    plugin: str | None = None,
    hints: Hints = Hints(),
    backend: str = "auto",
) -> tuple[FollowUpReport, ...]:
    """`parse_all` with plugins that were loaded before: what a batch calls for each file."""
    document = open_document(source, hints=hints, backend=backend)
    return reports_of(document, registry=registry, plugin=plugin)


def reports_of(
    document: Document, *, registry: Registry, plugin: str | None = None
) -> tuple[FollowUpReport, ...]:
    """The reports of a document that was opened before, with provenance and all findings."""
    choice = _chosen(registry, document, plugin)
    shared = (
        *(_warning(text) for text in document.warnings),
        *(plugin_failed(f.plugin, f.stage, f.message) for f in registry.failures),
        *choice.findings,
    )

    def run() -> tuple[FollowUpReport, ...]:
        reports = tuple(islice(choice.format.parse(document), MOST_REPORTS + 1))
        for report in reports:
            if not isinstance(report, FollowUpReport):
                raise TypeError(f"it gave a {type(report).__name__}, not a FollowUpReport")
        if not reports:
            raise LookupError("it claimed the document and found no report in it")
        if len(reports) > MOST_REPORTS:
            raise OverflowError(f"it gave more than {MOST_REPORTS} reports for one document")
        provenance = _provenance(document, choice)
        return tuple(
            evolve(report, provenance=provenance, findings=(*report.findings, *shared))
            for report in reports
        )

    return guarded(run, lambda text, error: _failed(document, choice, text, error))


def open_document(source: Input, *, hints: Hints = Hints(), backend: str = "auto") -> Document:
    """Read a source into a `Document`, with the hints in its metadata.

    Raises:
        UnreadableDocument, LimitExceeded: as in `parse`.
    """
    _check_backend(backend)
    extra = _hint_metadata(hints)
    name: str | None = None
    try:
        name, data, companions = _bytes_of(source)
        from ifo_followup.reading import read_document  # loads no reader before one is needed

        document = read_document(data, name=name, companions=companions, backend=backend)
    except FollowUpError:
        raise
    except MemoryError as error:
        raise LimitExceeded(
            "reading the document takes more memory than there is",
            reason=Reason.MEMORY_LIMIT,
            document=name,
        ) from error
    except Exception as error:
        # a reader's own mistake: the caller is promised one root of errors for any input
        raise UnreadableDocument(
            "the document could not be read",
            reason=Reason.DAMAGED,
            document=name,
            cause=f"{type(error).__name__}: {error}",
        ) from error
    # a document may not pass its own words off as the caller's
    own = tuple(pair for pair in document.metadata if not pair[0].startswith(HINT))
    return evolve(document, metadata=(*own, *extra))


def library_version() -> str:
    """The installed version of this library."""
    try:
        return metadata.version("ifo-followup")
    except metadata.PackageNotFoundError:  # run from a source tree that was never installed
        return "0+unknown"


def valid_period(text: str) -> bool:
    """Whether the text is a year, a month or a day of this century in ISO form."""
    found = PERIOD.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:  # a month or a day that the calendar does not have
        return False
    return True


def _check_backend(backend: str) -> None:
    if backend in BACKENDS:
        return
    known = ", ".join(BACKENDS)
    text = f"no backend is called {backend!r}; there are: {known}"
    raise UnreadableDocument(text, reason=Reason.UNSUPPORTED_VARIANT)


def _hint_metadata(hints: Hints) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for word, value in (("period", hints.period), ("municipality", hints.municipality)):
        if value is None:
            continue
        if not isinstance(value, str) or not value.strip():
            raise UnreadableDocument(
                f"the hint {word}={value!r} is not a text", reason=Reason.UNSUPPORTED_VARIANT
            )
        if word == "period" and not valid_period(value):
            raise UnreadableDocument(
                f'the hint period={value!r} is none of "2018", "2018-04", "2018-04-30"',
                reason=Reason.UNSUPPORTED_VARIANT,
            )
        pairs.append((HINT + word, value.strip()))
    return tuple(pairs)


def _bytes_of(source: object) -> tuple[str | None, bytes, Mapping[str, bytes]]:
    """The name, the bytes, and the files that may belong to them."""
    if isinstance(source, bytes | bytearray | memoryview):
        return None, _bounded(bytes(source), None), {}
    if isinstance(source, str | os.PathLike):
        try:
            path = Path(os.fsdecode(source))
        except Exception as error:  # a path object may do anything when asked for its path
            raise _unreadable(None, "the path cannot be used", Reason.NOT_FOUND, error) from error
        return path.name, _read_path(path), _companions(path)
    if callable(getattr(source, "read", None)):
        return _read_stream(source)
    raise _unreadable(
        None,
        f"a {type(source).__name__} is neither a path, nor bytes, nor a file in binary mode",
        Reason.UNSUPPORTED_KIND,
    )


def _read_path(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise _unreadable(name, "this is a folder, not a file", Reason.UNSUPPORTED_KIND)
        # opening a pipe that nobody writes to would wait for ever
        if stat.S_ISFIFO(path.stat().st_mode):
            raise _unreadable(name, "this is a pipe, not a file", Reason.UNSUPPORTED_KIND)
        with path.open("rb") as stream:
            return _bounded(stream.read(MOST_BYTES + 1), name)
    except FileNotFoundError as error:
        raise _unreadable(name, "there is no such file", Reason.NOT_FOUND, error) from error
    except PermissionError as error:
        raise _unreadable(name, "you may not read this file", Reason.NOT_FOUND, error) from error
    except ValueError as error:  # a path with a null character in it
        raise _unreadable(name, "the path cannot be used", Reason.NOT_FOUND, error) from error
    except OSError as error:
        raise _unreadable(name, "the file could not be read", Reason.DAMAGED, error) from error


def _read_stream(stream: object) -> tuple[str | None, bytes, Mapping[str, bytes]]:
    shown = getattr(stream, "name", None)  # an int for a file descriptor
    name = Path(shown).name if isinstance(shown, str) and "\0" not in shown else None
    data = bytearray()
    while len(data) <= MOST_BYTES:
        try:
            piece: object = stream.read(MOST_BYTES + 1 - len(data))  # type: ignore[attr-defined]
        except Exception as error:
            text = "the file object could not be read"
            raise _unreadable(name, text, Reason.DAMAGED, error) from error
        if isinstance(piece, str):
            text = 'the file is opened as text; open it in binary mode ("rb")'
            raise _unreadable(name, text, Reason.UNSUPPORTED_KIND)
        if not isinstance(piece, bytes | bytearray | memoryview):
            text = f"the file object's read gave a {type(piece).__name__}, not bytes"
            raise _unreadable(name, text, Reason.DAMAGED)
        if not piece:
            break
        data += piece
    return name, _bounded(bytes(data), name), {}


def _bounded(data: bytes, name: str | None) -> bytes:
    if len(data) > MOST_BYTES:
        raise LimitExceeded(
            f"the document is larger than {MOST_BYTES // MIB} MiB",
            reason=Reason.TOO_LARGE,
            document=name,
        )
    return data


class _Folder(Mapping[str, bytes]):
    """The CSV files beside a Markdown file, read only when the file refers to them."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        self._paths = paths

    def __getitem__(self, name: str) -> bytes:
        try:
            return self._paths[name].read_bytes()
        except OSError as error:  # it went away after it was listed
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _companions(path: Path) -> Mapping[str, bytes]:
    if path.suffix.lower() not in (".md", ".markdown"):
        return {}
    found: dict[str, Path] = {}
    try:
        for other in sorted(path.parent.glob("*.csv"))[:MOST_COMPANIONS]:
            if other.is_file() and other.stat().st_size <= MOST_COMPANION_BYTES:
                found[other.name] = other
    except OSError:  # a folder that may be read from but not listed
        return {}
    return _Folder(found)


def _unreadable(
    name: str | None, text: str, reason: Reason, error: Exception | None = None
) -> UnreadableDocument:
    cause = f"{type(error).__name__}: {error}" if error else None
    return UnreadableDocument(text, reason=reason, document=name, cause=cause)


def _chosen(registry: Registry, document: Document, plugin: str | None) -> Choice:
    try:
        return choose(registry, document, plugin)
    except PluginError as error:
        error.document = document.name
        raise


def _failed(document: Document, choice: Choice, text: str, error: BaseException) -> Exception:
    name = choice.format.format_id
    if isinstance(error, LimitExceeded):
        return error
    return PluginError(
        f"plugin {choice.plugin.name}, format {name}, failed on the document: {text}",
        plugin=choice.plugin.name,
        document=document.name,
        cause=text,
    )


def _provenance(document: Document, choice: Choice) -> Provenance:
    return Provenance(
        document=document.name,
        sha256=document.sha256,
        kind=document.kind.value,
        pages=document.pages,
        reader=document.reader,
        plugin=choice.format.format_id,
        plugin_version=choice.plugin.version,
        library_version=library_version(),
    )


def _warning(text: str) -> Finding:
    return Finding(rule="reader-warning", severity=Severity.WARNING, message=text)
