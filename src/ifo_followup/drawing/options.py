"""What may be asked of the commands `draw` and `show`; loaded with the program, nothing heavy."""

import argparse
import re
from pathlib import Path

from attrs import frozen

from ifo_followup.drawing.resolution import COARSEST, DEFAULT_RESOLUTION, FINEST, Resolution
from ifo_followup.locating.finding import NO_NAME, is_name

_RANGES = re.compile(r"[0-9]{1,5}(?:-[0-9]{1,5})?(?:,[0-9]{1,5}(?:-[0-9]{1,5})?){0,50}")


@frozen(kw_only=True)
class Wish:
    """What is to be drawn, and where to: the options of the commands.

    `pages` are ranges of page numbers, both ends included; none means all. `value` is what `show`
    is asked for, "" for `draw`. `asked` says that files in the folder are what is wanted: always
    of `draw`, of `show` where it was given a folder.
    """

    folder: Path
    asked: bool = True
    value: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    resolution: Resolution = DEFAULT_RESOLUTION

    def wants(self, number: int) -> bool:
        """Whether a page is asked for."""
        return not self.pages or any(first <= number <= last for first, last in self.pages)


def add_draw_options(command: argparse.ArgumentParser) -> None:
    """The options of `draw`, beside those that say how a document is read."""
    command.add_argument(
        "--pages", metavar="N-M", type=_pages, default=(), help='of a PDF: "2-4" or "1,3-5"'
    )
    command.set_defaults(value="")
    _add_output(command, "where to; else FILE-drawn, here")


def add_show_options(command: argparse.ArgumentParser) -> None:
    """Those of `show`."""
    command.add_argument(
        "value",
        metavar="VALUE",
        type=_value,
        help='such as "goals[3].title" or "budget_cells[17]", from 0; or a cell by what it says: '
        'budget_cells[table_no=2, line="Summa"]',
    )
    command.set_defaults(pages=())
    _add_output(command, "where the picture goes; else the folder you are in")


def _add_output(command: argparse.ArgumentParser, words: str) -> None:
    command.add_argument("-o", "--output", metavar="FOLDER", type=Path, help=words)
    command.add_argument(
        "--dpi",
        metavar="N",
        type=_dpi,
        default=DEFAULT_RESOLUTION.dpi,
        help=f"picture points an inch, {COARSEST} to {FINEST}",
    )


def wish_of(options: argparse.Namespace, label: str) -> Wish:
    """What the options ask for; `label` names the folder where they name none."""
    return Wish(
        folder=options.output or Path("." if options.value else f"{label}-drawn"),
        asked=options.output is not None or not options.value,
        value=options.value,
        pages=options.pages,
        resolution=Resolution(dpi=options.dpi),
    )


def page_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of "2-4" or "1,3-5".

    Raises:
        ValueError: the text is no such thing, or a range has its ends in the wrong order.
    """
    if not _RANGES.fullmatch(text):
        raise ValueError(f'{text!r} is no list of pages such as "2-4" or "1,3-5"')
    ranges = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        ranges.append((int(first), int(last or first)))
        if not 1 <= ranges[-1][0] <= ranges[-1][1]:
            raise ValueError(f"{part!r} is no range of pages, which begin at 1")
    return tuple(ranges)


def _pages(text: str) -> tuple[tuple[int, int], ...]:
    try:
        return page_ranges(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _value(text: str) -> str:
    if not is_name(text):
        raise argparse.ArgumentTypeError(f"{text!r} {NO_NAME}")
    return text


def _dpi(text: str) -> int:
    if not text.isdecimal() or not COARSEST <= int(text) <= FINEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {COARSEST} to {FINEST}")
    return int(text)
