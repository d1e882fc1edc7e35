"""Where results are written: stdout, a file, a folder. What cannot be one is refused first."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn, TextIO

from ifo_followup.cli.saying import STDIN, say


@contextmanager
def output(options: argparse.Namespace) -> Iterator[TextIO]:
    """Stdout, or a file that appears under its name only when all of it is written.

    Where nothing is written, because no document could be read, what was there stays there.
    """
    path: Path | None = options.output
    if path is None:
        yield sys.stdout
        return
    if os.path.isdir(path):  # noqa: PTH112 -- the methods of a path raise where a name is too long
        _refuse(options, path, "this is a folder; name a file in it")
    # a device or a pipe: it is not put in its place
    if os.path.exists(path) and not path.is_file():  # noqa: PTH110 -- as above
        with _opened(path, options) as stream:
            yield stream
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    stream = _opened(draft, options)
    try:
        with stream:
            yield stream
            something = stream.tell() > 0
        if something:
            draft.replace(path)
        else:
            say(f"-o {path}: nothing was read, and nothing written")
    finally:
        draft.unlink(missing_ok=True)


def _opened(path: Path, options: argparse.Namespace) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        _refuse(options, path, f"cannot be written: {error.strerror}")


def check_folder(options: argparse.Namespace, folder: Path) -> None:
    """End with wrong usage where a folder that results go to is none and cannot be made one."""
    try:
        nearest = _nearest(folder)
        if not nearest.is_dir():
            _refuse(options, folder, f"{nearest} is no folder")
        # rights do not say all: nothing can be made in some folders, whoever asks
        draft = nearest / f".{os.getpid()}.part"
        draft.open("xb").close()
        draft.unlink()
    except OSError as error:
        _refuse(options, folder, f"cannot be written: {error.strerror}")


def _nearest(folder: Path) -> Path:
    """The folder, or what is there of the way to it."""
    way = (folder.absolute(), *folder.absolute().parents)
    for each in way:
        with suppress(FileNotFoundError, NotADirectoryError):
            each.lstat()
            return each
    return way[-1]


def _refuse(options: argparse.Namespace, path: Path, why: str) -> NoReturn:
    named = f"-o {options.output}" if options.output is not None else str(path)
    parser: argparse.ArgumentParser = options.parser
    parser.error(f"{named}: {why}")


def label(name: str, taken: set[str]) -> str:
    """A folder name for a document, another one for each; `taken` is added to."""
    stem = "stdin" if name == STDIN else Path(name).stem
    unique, number = stem, 1
    while unique.casefold() in taken:  # some file systems do not tell "A" from "a"
        number += 1
        unique = f"{stem}-{number}"
    taken.add(unique.casefold())
    return unique
