"""`new`: a plugin for one more municipality, begun from one of its reports."""

import argparse
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ifo_followup.choosing import ask
from ifo_followup.cli.apart import apart
from ifo_followup.cli.documents import source
from ifo_followup.cli.saying import FINE, USAGE
from ifo_followup.cli.writing import check_folder
from ifo_followup.corridor import open_document
from ifo_followup.document import Document
from ifo_followup.errors import FollowUpError
from ifo_followup.limits import DEFAULT_LIMITS
from ifo_followup.out.plain import clean
from ifo_followup.progress import Tell
from ifo_followup.registry import Registry, load_registry
from ifo_followup.sources import load
from ifo_followup.version import library_version

if TYPE_CHECKING:
    from ifo_followup.scaffold.names import Names
    from ifo_followup.scaffold.proposal import Proposal

NAME = "new"
HELP = "begin a plugin for one more municipality"

_MOST_NEIGHBOURS = 20  # documents of other plugins that the new one is told apart from


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    command.add_argument("name", metavar="NAME", type=_names, help="of the plugin: almby")
    command.add_argument(
        "--from", dest="file", metavar="FILE", required=True, help='a report; "-" is stdin'
    )
    command.add_argument(
        "--municipality", type=_place, help="whose report it is, where that is not printed"
    )
    command.add_argument(
        "--code", metavar="NNNN", type=_code, help="its SCB code, where SCB's list has none"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        type=Path,
        default=Path(),
        help="where ifo-followup-NAME is made; otherwise here",
    )
    command.add_argument(
        "--no-isolate",
        dest="isolate",
        action="store_false",
        help="read in this process: nothing ends a document that takes too much time or memory",
    )


def _names(text: str) -> "Names":
    from ifo_followup.scaffold.names import names_from

    try:
        return names_from(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _place(text: str) -> str:
    from ifo_followup.scaffold.names import place_from

    try:
        return place_from(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _code(text: str) -> str:
    if not re.fullmatch("[0-9]{4}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no code: four digits")
    return text


def run(options: argparse.Namespace) -> int:
    """Write the plugin; what is wrong with the arguments is told before the report is read."""
    from ifo_followup.scaffold.writing import refuse_taken
    from ifo_followup.swedish.municipalities import code_of

    name: str = options.file
    folder: Path = options.output / options.name.distribution
    check_folder(options, options.output)
    listed = code_of(options.municipality)
    if listed and options.code not in (None, listed):
        return _usage(f"the code of {options.municipality} is {listed}, not {options.code}")
    try:
        refuse_taken(folder)
    except FileExistsError:
        return _taken(folder)
    return apart(lambda tell: _make(name, folder, options, tell), options, name)


def _make(name: str, folder: Path, options: argparse.Namespace, tell: Tell) -> int:
    from ifo_followup.scaffold.claims import AtHand
    from ifo_followup.scaffold.files import files_of
    from ifo_followup.scaffold.proposal import MunicipalityUnknownError, propose
    from ifo_followup.scaffold.writing import write_folder

    names = options.name
    with redirect_stdout(sys.stderr):  # a plugin that prints may not spoil the results
        registry = load_registry()
    if any(plugin.name == names.plugin for plugin in (*registry.plugins, *registry.builtin)):
        return _usage(f"a plugin called {names.plugin} is installed already; choose another name")
    loaded = load(source(name), DEFAULT_LIMITS)
    try:
        with redirect_stdout(sys.stderr):
            document = open_document(loaded, tell=tell)
            rivals = _rivals(registry, document)
            proposal = propose(
                document,
                names,
                municipality=options.municipality,
                code=options.code,
                at_hand=AtHand(
                    formats=tuple(each for _, each in registry.offers()),
                    documents=tuple(_neighbours(options.output)),
                    rivals=rivals,
                ),
            )
        write_folder(folder, files_of(proposal, loaded.data, library=library_version()))
    except MunicipalityUnknownError:
        return _usage("the document does not print whose it is: --municipality NAME")
    except FileExistsError:  # it has come to be meanwhile
        return _taken(folder)
    _tell(proposal, folder)
    return FINE


def _taken(folder: Path) -> int:
    return _usage(f"{folder} is there already; nothing was changed")


def _usage(message: str) -> int:
    print(f"ifo-followup new: error: {clean(message)}", file=sys.stderr)
    return USAGE


def _rivals(registry: Registry, document: Document) -> tuple[str, ...]:
    """The installed formats that are as sure of the document as the new one will be."""
    answers = ask(registry, document)
    return tuple(answer.format.format_id for answer in answers if answer.sureness >= 1)


def _neighbours(folder: Path) -> Iterator[Document]:
    """The documents that other plugins in the same folder are tested with."""
    found = sorted(folder.glob("ifo-followup-*/tests/goldens/*/document.*"))
    for path in islice(found, _MOST_NEIGHBOURS):
        try:
            yield open_document(path)
        except FollowUpError:
            continue


def _tell(proposal: "Proposal", folder: Path) -> None:
    from ifo_followup.scaffold.readme import points

    made = proposal.format
    count = len(points(proposal))
    look = f"{count} points to look at" if count > 1 else "1 point to look at" if count else ""
    print(f"{folder}: format {clean(made.format_id)}, {clean(made.reads)}")
    if look:
        print(f"{folder / 'README.md'} has {look}")
    print("next:")
    print(f"  pip install -e {folder}")
    print(f"  pytest {folder} --ifo-accept")
