"""What a caller may hand in, and the bytes of it: a path, bytes, or a file in binary mode."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from attrs import field, frozen

from ifo_followup.errors import LimitExceeded, Reason, UnreadableDocument
from ifo_followup.limits import MIB, Limits

MOST_COMPANIONS = 200
MOST_COMPANION_BYTES = 20 * MIB
_PIECE = 16 * MIB  # read at a time

# "https://..." as a path has it, which is no letter of a drive
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:/")
NOT_FETCHED = "this is an address, and nothing is fetched: download the file and give its path"


@frozen(kw_only=True)
class Loaded:
    """A source taken in: its name, where it has one, its bytes, and files that may belong to it."""

    name: str | None = None
    data: bytes = field(repr=False)
    companions: Mapping[str, bytes] = field(factory=dict, repr=False)

    def mentioned(self) -> list[str]:
        """The companions whose names stand in the bytes: the only ones that can be asked for."""
        if not self.companions:
            return []
        text = unquote(self.data.decode("utf-8", "replace"))
        return [name for name in self.companions if name.rsplit("/", 1)[-1] in text]


Input = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO


def is_one_source(thing: object) -> bool:
    """Whether it is a single path, the bytes of a document, or a file, and not many of them."""
    if isinstance(thing, str | os.PathLike | bytes | bytearray | memoryview | Loaded):
        return True
    return callable(getattr(thing, "read", None))


def load(source: object, limits: Limits) -> Loaded:
    """Take a source in.

    Raises:
        UnreadableDocument: it is not there, may not be read, or is no source at all.
        LimitExceeded: it is larger than `limits.file_bytes` (`too_large`).
    """
    if isinstance(source, Loaded):
        return source
    if isinstance(source, bytes | bytearray | memoryview):
        return Loaded(data=_bounded(bytes(source), None, limits))
    if isinstance(source, str | os.PathLike):
        try:
            path = Path(os.fsdecode(source))
        except Exception as error:  # a path object may do anything when asked for its path
            raise _unreadable(None, "the path cannot be used", Reason.NOT_FOUND, error) from error
        if source == "":
            text = "the path is empty: give the name of a file"
            raise _unreadable(None, text, Reason.UNSUPPORTED_KIND)
        return Loaded(name=path.name, data=_read_path(path, limits), companions=_companions(path))
    if callable(getattr(source, "read", None)):
        return _read_stream(source, limits)
    raise _unreadable(
        None,
        f"a source of type {type(source).__name__} is neither a path, nor bytes, nor a file in "
        "binary mode",
        Reason.UNSUPPORTED_KIND,
    )


def _read_path(path: Path, limits: Limits) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise _unreadable(
                name,
                f"this is a folder; name the files in it: {path}/*.pdf",
                Reason.UNSUPPORTED_KIND,
            )
        # opening a pipe that nobody writes to would wait for ever
        if stat.S_ISFIFO(path.stat().st_mode):
            raise _unreadable(name, "this is a pipe, not a file", Reason.UNSUPPORTED_KIND)
        with path.open("rb") as stream:
            return _bounded(_gather(stream, limits), name, limits)
    except FileNotFoundError as error:
        # what the system says of it, as a cause, would say it again
        text = NOT_FETCHED if _ADDRESS.match(str(path)) else "there is no such file"
        raise _unreadable(name, text, Reason.NOT_FOUND) from error
    except PermissionError as error:
        raise _unreadable(name, "you may not read this file", Reason.NOT_FOUND) from error
    except ValueError as error:  # a path with a null character in it
        raise _unreadable(name, "the path cannot be used", Reason.NOT_FOUND, error) from error
    except OSError as error:
        raise _unreadable(name, "the file could not be read", Reason.DAMAGED, error) from error


def _gather(stream: BinaryIO, limits: Limits) -> bytes:
    """No more than one byte beyond the bound, in pieces: a reader may set aside what is asked."""
    data = bytearray()
    while len(data) <= limits.file_bytes:
        piece = stream.read(min(_PIECE, limits.file_bytes + 1 - len(data)))
        if not piece:
            break
        data += piece
    return bytes(data)


def _read_stream(stream: object, limits: Limits) -> Loaded:
    shown = getattr(stream, "name", None)  # an int for a file descriptor
    name = Path(shown).name if isinstance(shown, str) and "\0" not in shown else None
    data = bytearray()
    while len(data) <= limits.file_bytes:
        try:
            size = min(_PIECE, limits.file_bytes + 1 - len(data))
            piece: object = stream.read(size)  # type: ignore[attr-defined] # it has been looked for
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
    return Loaded(name=name, data=_bounded(bytes(data), name, limits))


def _bounded(data: bytes, name: str | None, limits: Limits) -> bytes:
    if len(data) > limits.file_bytes:
        raise LimitExceeded(
            f"the document is larger than {limits.file_bytes} bytes (file_bytes): split it",
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
