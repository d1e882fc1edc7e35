"""The names of a new plugin, all made from the one that its author gives."""

import re
import unicodedata

from attrs import frozen

from ifo_followup.swedish.text import squash

_LONGEST = 40
_NAME = re.compile(r"[a-z][a-z0-9]{0,39}(?:-[a-z0-9]{1,39}){0,9}")
_PLACE = re.compile(r"[^\W\d_][^\W\d_]{0,29}(?:[ -][^\W\d_]{1,30}){0,4}")
_PLAIN = str.maketrans("åäöÅÄÖéÉüÜæøÆØ", "aaoAAOeEuUaoAO")


@frozen
class Names:
    """What the distribution, its package and its entry point are called."""

    plugin: str  # "almby", "upplands-bro"

    @property
    def distribution(self) -> str:
        """The name that pip knows, and the folder's."""
        return f"ifo-followup-{self.plugin}"

    @property
    def package(self) -> str:
        """The name that Python imports."""
        return f"ifo_followup_{self.plugin.replace('-', '_')}"


def names_from(text: str) -> Names:
    """Names from what an author wrote: "Österåker" → osteraker.

    Raises:
        ValueError: it can be no name of a distribution and a package.
    """
    plain = plain_name(text)
    if not _NAME.fullmatch(plain) or len(plain) > _LONGEST:
        raise ValueError(
            f"{text!r} can name no package; letters, digits and hyphens, a letter first,"
            f" at most {_LONGEST}: almby, upplands-bro"
        )
    return Names(plain)


def place_from(text: str) -> str:
    """A municipality's name as it may stand in a docstring: letters, spaces and hyphens.

    Raises:
        ValueError: it is no such name.
    """
    name = unicodedata.normalize("NFC", " ".join(text.split()))
    if not _PLACE.fullmatch(name):
        raise ValueError(f"{text!r} is no name of a municipality: letters, spaces, hyphens")
    return name


def plain_name(text: str) -> str:
    """Small letters without their rings and dots; spaces and underscores become hyphens."""
    composed = unicodedata.normalize("NFC", text.strip()).translate(_PLAIN)
    return re.sub(r"[ _]{1,9}", "-", composed).lower()


def case_name(stem: str) -> str:
    """The folder of a golden, from a file's name: "Delårs rapport (2)" → delars-rapport-2.

    Whatever cannot stand in a path everywhere is left out.
    """
    words = re.findall(r"[a-z0-9]+", plain_name(stem))
    name = "-".join(words)[:60].strip("-")
    return name if squash(name) else "report"
