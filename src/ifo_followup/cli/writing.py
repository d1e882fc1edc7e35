"""Where results are written: stdout, a file, a folder. What cannot be one is refused first."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

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
    if path.is_dir():
        options.parser.error(f"-o {path}: this is a folder; name a file in it")
    if path.exists() and not path.is_file():  # a device or a pipe: it is not put in its place
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
        parser: argparse.ArgumentParser = options.parser
        parser.error(f"-o {options.output}: cannot be written: {error.strerror}")


def check_folder(options: argparse.Namespace) -> Path:
    """The folder of tables, which may be missing; with wrong usage where none can be made."""
    folder: Path = options.output
    nearest = folder.absolute()
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if not nearest.is_dir():
        options.parser.error(f"-o {folder}: {nearest} is no folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        options.parser.error(f"-o {folder}: {nearest} cannot be written in")
    return folder


def label(name: str, taken: set[str]) -> str:
    """A folder name for a document, another one for each; `taken` is added to."""
    stem = "stdin" if name == STDIN else Path(name).stem
    unique, number = stem, 1
    while unique.casefold() in taken:  # some file systems do not tell "A" from "a"
        number += 1
        unique = f"{stem}-{number}"
    taken.add(unique.casefold())
    return unique
