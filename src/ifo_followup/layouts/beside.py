"""Cells of free text that stand on one line: where one may end and the next begin.

A cell of one line runs on into its neighbour, and no vocabulary parts two texts. What is left is
that a cell begins with a capital, where neither a sentence nor a name could have gone on.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.headings import DANGLING
from ifo_followup.layouts.tokens import Gap, Token

TEXT_KINDS = (CellKind.LABEL, CellKind.PHRASE, CellKind.PROSE)
TORN = -6.0  # two cells of free text on one line, with nothing between them
AT_CAPITAL = -0.25  # the same, where a capital follows that begins no sentence
NAMES = ("name", "unit")
RISK_VALUE = "riskvärde"
_MOST_JOINTS = 6  # of one line; of more capitals most begin names, and each costs time
_STOPS = (".", "!", "?", ":", ",", ";", "–", "-", "(")


def parted(columns: Sequence[Column]) -> bool:
    """Whether capitals may part cells anywhere: texts side by side that are no names."""
    return any(_are_texts(*pair) for pair in pairwise(columns))


def _are_texts(one: Column, other: Column) -> bool:
    # the words of a name may all have capitals
    return all(c.kind in TEXT_KINDS and c.fills not in NAMES for c in (one, other))


def between(one: Column, other: Column, tokens: Sequence[Token], at: int) -> float:
    """What the line says of a cell of free text that begins at a word, behind one of another."""
    if any(column.kind not in TEXT_KINDS for column in (one, other)):
        return 0.0
    found = joint(tokens, at)
    return found if not found or _are_texts(one, other) else TORN


def joint(tokens: Sequence[Token], at: int) -> float:
    """What the line says of a text that begins at a word, behind another text."""
    token = tokens[at]
    if token.gap is not Gap.SPACE or token.spaces != 1:
        return 0.0
    before = tokens[at - 1].text
    if not token.text[:1].isupper() or token.bound or before.endswith(_STOPS):
        return TORN
    return TORN if before.casefold() in DANGLING else AT_CAPITAL


def behind_values(tokens: Sequence[Token]) -> Iterator[int]:
    """The words behind a value that ends the title of a risk: "… Riskvärde 16"."""
    for n, (word, value) in enumerate(pairwise(tokens)):
        known = word.text.lstrip("(").casefold() == RISK_VALUE
        if known and value.text.rstrip(".)").isdecimal():
            yield n + 2


def joints(tokens: Sequence[Token], begins: Iterable[int]) -> Iterator[int]:
    """The words inside lines at which a cell of free text may begin.

    `begins` are the words that may begin a row or a cell: only their lines may hold two.
    """
    for begin in begins:
        yield from islice(_joints_of_line(tokens, begin), _MOST_JOINTS)


def _joints_of_line(tokens: Sequence[Token], begin: int) -> Iterator[int]:
    at = begin + 1
    while at < len(tokens) and tokens[at].gap is Gap.SPACE:
        if joint(tokens, at) > TORN:
            yield at
        at += 1
