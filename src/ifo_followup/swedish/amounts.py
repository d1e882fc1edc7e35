"""A printed row of amounts whose columns are lost: every way to read it.

"0 365 365" is two amounts or three. Which one it was is for the caller to say, who knows how many
columns there are and what must add up.
"""

import re
from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from ifo_followup.swedish.text import MINUS, NO_VALUE

# one printed piece between spaces: a whole number, the first group of one, or a further group
# "054" is no amount: it is the rest of one
_WHOLE = re.compile(rf"[+{MINUS}]?(?:0|[1-9][0-9]*)(?:,[0-9]+)?%?\Z")
_FIRST = re.compile(rf"[+{MINUS}]?[1-9][0-9]{{0,2}}\Z")
_MIDDLE = re.compile(r"[0-9]{3}\Z")
_LAST = re.compile(r"[0-9]{3}(?:,[0-9]+)?%?\Z")
_LONE_SIGN = re.compile(rf"[+{MINUS}]\Z")
_NO_VALUE = re.compile(rf"{NO_VALUE}\Z")
_WORD = re.compile(r"\S+")

_MOST_TOKENS = 200
_MOST_GROUPS = 6
_MOST_WAYS = 5000


@frozen
class _Token:
    text: str
    apart: bool  # a wide gap stands before it: never the same amount as the one before
    bound: bool  # only a no-break space stands before it: always the same amount


def split_amounts(text: str, count: int) -> tuple[tuple[str, ...], ...]:
    """Read a run of numbers as exactly `count` amounts, in every possible way.

    "1 804 -37 260 -35 456" with 3 has one way: ("1 804", "-37 260", "-35 456"). A dash alone is
    an amount too (no value); "%" belongs to the number before it. No-break spaces and gaps of two
    spaces decide where they can. Empty when there is no way, or more than 5000.
    """
    tokens = _tokens(text)
    if not 1 <= count <= len(tokens) <= _MOST_TOKENS:
        return ()
    exact = _ways(tokens, count)
    if exact or not any(token.apart or token.bound for token in tokens):
        return exact
    return _ways(_loose(tokens), count)


def count_splits(text: str, most: int) -> tuple[int, ...]:
    """In how many ways a run of numbers can be read as 0, 1 ... `most` amounts.

    What `split_amounts` would give for each, but counted only: the numbers may be of any size.
    """
    tokens = _tokens(text)
    if not 1 <= len(tokens) <= _MOST_TOKENS:
        return (0,) * (most + 1)
    exact = _counted(_steps(tokens), most)[0]
    loose = _counted(_steps(_loose(tokens)), most)[0]
    return tuple(few or many for few, many in zip(exact, loose, strict=True))


def _loose(tokens: list[_Token]) -> list[_Token]:
    """The words without what their gaps say."""
    return [_Token(token.text, apart=False, bound=False) for token in tokens]


def _tokens(text: str) -> list[_Token]:
    found: list[tuple[str, str]] = []  # the gap before a word, and the word
    end = 0
    for word in islice(_WORD.finditer(text), _MOST_TOKENS + 1):
        found.append((text[end : word.start()], word[0]))
        end = word.end()
    # no-break spaces say something only where the writer used both kinds
    unbreakable = {gap for gap, _ in found[1:] if len(gap) == 1 and gap not in " \t\n\r"}
    if not any(gap == " " for gap, _ in found[1:]):
        unbreakable = set()
    return [
        _Token(
            text=word,
            apart=index > 0 and (len(gap) > 1 or gap == "\t" or (gap == " " and bool(unbreakable))),
            bound=index > 0 and gap in unbreakable,
        )
        for index, (gap, word) in enumerate(found)
    ]


def _steps(tokens: list[_Token]) -> list[list[int]]:
    """For each word where an amount that begins there may end."""
    return [list(_amounts_at(tokens, start)) for start in range(len(tokens))]


def _counted(steps: list[list[int]], most: int) -> list[list[int]]:
    """In how many ways the words from each one on make so many amounts: [start][left]."""
    size = len(steps)
    ways = [[0] * (most + 1) for _ in range(size + 1)]
    ways[size][0] = 1
    for start in range(size - 1, -1, -1):
        for left in range(1, most + 1):
            ways[start][left] = sum(ways[end][left - 1] for end in steps[start])
    return ways


def _ways(tokens: list[_Token], count: int) -> tuple[tuple[str, ...], ...]:
    size = len(tokens)
    steps = _steps(tokens)
    ways = _counted(steps, count)
    if not 0 < ways[0][count] <= _MOST_WAYS:
        return ()

    out: list[tuple[str, ...]] = []
    pending: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while pending:
        start, done = pending.pop()
        if start == size:
            out.append(done)
            continue
        left = count - len(done) - 1
        for end in steps[start]:
            if ways[end][left]:
                piece = " ".join(token.text for token in tokens[start:end])
                pending.append((end, (*done, piece)))
    return tuple(reversed(out))


def _amounts_at(tokens: list[_Token], start: int) -> Iterator[int]:
    """Where an amount that begins at a token may end."""
    if tokens[start].bound:
        return
    head = tokens[start].text
    if _NO_VALUE.match(head):
        yield from _complete(tokens, start + 1)
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    if _LONE_SIGN.match(head) and following and not following.apart and following.text[0].isdigit():
        yield from _numbers_at(tokens, start + 1)
    elif not _NO_VALUE.match(head):
        yield from _numbers_at(tokens, start)


def _numbers_at(tokens: list[_Token], start: int) -> Iterator[int]:
    head = tokens[start].text
    if _WHOLE.match(head):
        yield from _complete(tokens, start + 1)
    if not _FIRST.match(head):
        return
    for end in range(start + 1, min(start + _MOST_GROUPS, len(tokens))):
        token = tokens[end]
        if token.apart or not _LAST.match(token.text):
            return
        yield from _complete(tokens, end + 1)
        if not _MIDDLE.match(token.text):
            return


def _complete(tokens: list[_Token], end: int) -> Iterator[int]:
    """The end of an amount, its "%" included; none where the next group is bound to it."""
    if end < len(tokens) and tokens[end].text == "%":
        end += 1
    if end == len(tokens) or not tokens[end].bound:
        yield end
