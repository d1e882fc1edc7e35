"""The header above a table of money in plain text: heads told apart, groups laid over columns."""

import re
from collections.abc import Sequence

from attrs import frozen

from ifo_followup.layouts.money_heads import (
    BEFORE,
    GROUP_HEADS,
    LEAF_HEADS,
    CellMeaning,
    read_heads,
)
from ifo_followup.layouts.numeric import (
    EMPTY_CELLS,
    MOST_COLUMNS,
    UNIT,
    Line,
    split_lines,
)
from ifo_followup.layouts.tokens import Gap, Token, text_of
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

_LEAF = re.compile("|".join(LEAF_HEADS))
_GROUP = re.compile("|".join(GROUP_HEADS))
# heads that no group covers: each forecast was made for the whole year
_TALL = re.compile(rf"{BEFORE}prognos|prognosförändring|förändringprognos")
# a head's first line that names no group of columns
_PART = re.compile(rf"prognos|förändring|{BEFORE}")
_JOINED_HEADS = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])")
_MOST_LINES = 40
_MOST_IN_LABEL = 2  # words of a row's label that are heads too: "Intäkter och kostnader"
_MOST_PIECES = 3  # of a word that a narrow column broke
_MOST_WORDS = 14


@frozen
class Header:
    """The heads of a table: where its words begin and end, and rows of heads from the top down.

    Each row has a corner text and, for each column, its head; a head over several columns stands
    in each of them.
    """

    start: int
    end: int
    rows: tuple[tuple[str, ...], ...]


@frozen
class _Item:
    text: str
    line: int
    start: int
    end: int
    is_head: bool


def money_header(tokens: Sequence[Token], floor: int, end: int, count: int) -> Header | None:
    """The header of a money table that ends before `end`; None where there is none.

    Args:
        tokens: the stream.
        floor: the header cannot begin before this word.
        end: the first word of the first row.
        count: the number of columns.
    """
    lines = split_lines(tokens, floor, end)[-_MOST_LINES:]
    while lines and (bare := _bare_row(tokens, lines)):
        del lines[-bare:]  # a row without values, directly under the header
    top = _money_top(tokens, lines, count)
    if top is None:
        return None
    bottom = lines[-1].end
    items = _items(tokens, lines[top].start, bottom)
    heads = [item for item in items if item.is_head]
    full = _are_two_rows(heads, count)
    if not full:
        heads = _tall_last(heads)
    if not count <= len(heads) <= 2 * count:
        return None
    groups, leaves = heads[: len(heads) - count], heads[len(heads) - count :]
    if not full and not all(_GROUP.fullmatch(squash(group.text)) for group in groups):
        return None  # a head of a column too many: not this many columns
    if any(not i.is_head and i.start > leaves[0].start for i in items):
        return None  # words between the heads of columns: not this many columns
    corner_top = [i for i in items if not i.is_head and (not heads or i.start < heads[0].start)]
    corner_low = [i for i in items if not i.is_head and i not in corner_top]
    low = (_joined(tokens, corner_low), *(leaf.text for leaf in leaves))
    if not groups:
        return Header(lines[top].start, bottom, ((_joined(tokens, corner_top), *low[1:]),))
    under = count
    while not full and under > len(groups) and _is_tall(leaves[under - 1]):
        under -= 1
    covered = _spread([g.text for g in groups], [leaf.text for leaf in leaves[:under]])
    spread = (*covered, *("",) * (count - under))
    return Header(lines[top].start, bottom, ((_joined(tokens, corner_top), *spread), low))


def _tall_last(heads: list[_Item]) -> list[_Item]:
    """The heads of columns in the order of the columns.

    A head as tall as its neighbours' two, "Fg prognos" beside "Helårsprognos" over "Utfall
    Budget", is printed before the lower row; its column comes behind.
    """
    first = next((n for n, head in enumerate(heads) if not _GROUP.fullmatch(squash(head.text))), 0)
    behind = first
    while behind < len(heads) and _is_tall(heads[behind]):
        behind += 1
    if not 0 < first < behind < len(heads) or heads[behind].line == heads[behind - 1].line:
        return heads
    return [*heads[:first], *heads[behind:], *heads[first:behind]]


def _are_two_rows(heads: Sequence[_Item], count: int) -> bool:
    """Whether a head stands over each column, and another one below each of those."""
    if len(heads) != 2 * count or heads[count - 1].line >= heads[count].line:
        return False
    return all(_GROUP.fullmatch(squash(h.text)) or _is_tall(h) for h in heads[:count])


def _is_tall(head: _Item) -> bool:
    """Whether a head of a column stands beside the groups, and under none of them."""
    return bool(_TALL.fullmatch(squash(head.text)))


def _bare_row(tokens: Sequence[Token], lines: Sequence[Line]) -> int:
    """How many of the last lines are a row and no part of a header.

    "Intäkter" is a row where empty cells follow it; "Avvi-" over "kelse" is one head.
    """
    if tokens[lines[-1].end - 1].after > EMPTY_CELLS:
        return 1
    first = _first_of(tokens, lines, len(lines) - 1)
    words = tokens[lines[first].start : lines[-1].end]
    if sum(1 for word in words if _LEAF.fullmatch(squash(word.text))) > _MOST_IN_LABEL:
        return 0  # heads, though torn: "intäkter kostnad netto" over "er"
    return 0 if heads_in(tokens, lines[first].start, lines[-1].end) else len(lines) - first


def split_heads(text: str) -> tuple[str, tuple[str, ...]]:
    """The words before the heads of money columns that end a text, and those heads.

    "Tkr Utfall BudgetAvvikelse" is a corner, "Tkr", and three heads.
    """
    words = _JOINED_HEADS.sub(" ", text).split()[: _MOST_WORDS + MOST_COLUMNS]
    starts = [n for n, word in enumerate(words) if word[0].isupper()]
    heads: list[str] = []
    end = len(words)
    for start in reversed(starts):
        head = " ".join(words[start:end])
        if _LEAF.fullmatch(squash(head)):  # else it may go on in front: "Utfall" of "Utfall Aug"
            heads.insert(0, head)
            end = start
    return " ".join(words[:end]), tuple(heads)


def heads_in(tokens: Sequence[Token], start: int, end: int) -> int:
    """How many heads of money columns a line ends in."""
    return sum(1 for item in _items(tokens, start, end) if item.is_head)


def _joined(tokens: Sequence[Token], items: Sequence[_Item]) -> str:
    return text_of([t for item in items for t in tokens[item.start : item.end]]).replace(
        "\n\n", " "
    )


def _money_top(tokens: Sequence[Token], lines: Sequence[Line], count: int) -> int | None:
    """The topmost line of the header: the one that names the unit, or the groups above it."""
    found = None
    for n in range(len(lines) - 1, -1, -1):
        if found is not None and n >= found:
            continue
        line = lines[n]
        words = tokens[line.start : line.end]
        if len(words) > _MOST_WORDS + count or words[-1].text.endswith((".", ":", ";", "!")):
            break
        items = _items(tokens, line.start, line.end)
        trailing = sum(1 for item in items if item.is_head)
        if read_unit(text_of(words)) is not None and (trailing or found is None):
            found = n
        elif (
            found is not None and (not trailing or len(items) == 1) and _wraps(tokens, lines[found])
        ):
            found = n  # the corner's first line
        elif found is not None:
            if _has_groups(tokens, lines[found], lines[-1].end):
                break
            top = _first_of(tokens, lines, n)
            items = _items(tokens, lines[top].start, line.end)
            trailing = sum(1 for item in items if item.is_head)
            if len(items) == 1 == trailing and _is_tall(items[0]):
                found = top  # it ends the row of the groups
                continue
            if trailing > 1 or (trailing and _names_group(items[-1].text)):
                found = top
            break
    return found


def _first_of(tokens: Sequence[Token], lines: Sequence[Line], n: int) -> int:
    """The line that a line goes on from: itself, where it is none that wrapped."""
    while n and _wraps(tokens, lines[n]):
        n -= 1
    return n


def _wraps(tokens: Sequence[Token], line: Line) -> bool:
    """Whether a line of a corner goes on with the one above: in small letters, or "Tkr" alone."""
    first = tokens[line.start]
    alone = line.end - line.start == 1 and UNIT.fullmatch(first.text)
    return first.gap is Gap.LINE and (bool(alone) or not first.text[0].isupper())


def _names_group(text: str) -> bool:
    squashed = squash(text)
    return bool(_GROUP.fullmatch(squashed)) and not _PART.fullmatch(squashed)


def _has_groups(tokens: Sequence[Token], line: Line, end: int) -> bool:
    """Whether a line of a header names groups of columns: no row of them stands above it."""
    items = _items(tokens, line.start, end)
    return any(item.is_head and item.start < line.end and _names_group(item.text) for item in items)


def _items(tokens: Sequence[Token], start: int, end: int) -> list[_Item]:
    """Split header words into known heads and others; what stands before an other is a corner."""
    out: list[_Item] = []
    at = start
    while at < end:
        stop = _head_end(tokens, at, end)
        out.append(
            _Item(
                text_of(tokens[at : stop or at + 1]),
                tokens[at].line,
                at,
                stop or at + 1,
                stop is not None,
            )
        )
        at = stop or at + 1
    for n, item in enumerate(out):
        later = [o for o in out[n + 1 :] if o.line == item.line]
        if item.is_head and (any(not o.is_head for o in later) or _is_led_on(tokens, out[n:])):
            out[n] = _Item(item.text, item.line, item.start, item.end, False)
    return out


def _is_led_on(tokens: Sequence[Token], items: Sequence[_Item]) -> bool:
    """Whether words follow on the next line that are no head: "Nettokostnad" over "per enhet"."""
    if len(items) < 2 or items[1].is_head:
        return False
    token = tokens[items[1].start]
    return token.gap is Gap.LINE and token.text[0].islower() and read_unit(token.text) is None


def _head_end(tokens: Sequence[Token], at: int, end: int) -> int | None:
    best = None
    text = ""
    for stop in range(at + 1, min(at + 7, end) + 1):
        if stop > at + 1 and not _goes_on(tokens[stop - 2], tokens[stop - 1]):
            break
        if best == stop - 1 and _is_next_head(tokens[at], tokens[stop - 1 : end]):
            break
        text = squash(text_of(tokens[at:stop]))
        if _LEAF.fullmatch(text) or _GROUP.fullmatch(text):
            best = stop
    return best


def _is_next_head(head: Token, words: Sequence[Token]) -> bool:
    """Whether words begin the head beside one in small letters: "utfall budget avvikelse".

    The one beside it may be broken over lines.
    """
    if words[0].gap is not Gap.SPACE or not head.text[0].islower():
        return False
    parts = [words[0].text]
    for word in words[1:_MOST_PIECES]:
        if word.gap is not Gap.LINE:
            break
        parts.append(word.text)
    return any(_LEAF.fullmatch(squash("".join(parts[:n]))) for n in range(1, len(parts) + 1))


def _goes_on(before: Token, after: Token) -> bool:
    """Whether a head goes on: in small letters, over an empty line only after a hyphen."""
    if after.gap is Gap.BLANK and not before.text.endswith("-"):
        return False
    return not after.text[0].isupper()  # "Budget Avvikelse" is two heads


def _spread(groups: Sequence[str], leaves: Sequence[str]) -> tuple[str, ...]:
    """Lay each group over the leaves that it covers: neighbours, in order, at least one each."""
    n, m = len(leaves), len(groups)
    if m == n:
        return tuple(groups)
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for g in range(1, m + 1):
        for stop in range(g, n - (m - g) + 1):
            options = [
                (best[g - 1, begin][0] + _suits(groups[g - 1], leaves[begin:stop]), begin)
                for begin in range(g - 1, stop)
                if (g - 1, begin) in best
            ]
            if options:
                best[g, stop] = max(options)
    out: list[str] = []
    stop = n
    for g in range(m, 0, -1):
        begin = best[g, stop][1]
        out = [groups[g - 1]] * (stop - begin) + out
        stop = begin
    return tuple(out)


def _suits(group: str, leaves: Sequence[str]) -> float:
    """How well heads stand under a group: "Utfall" under a month, "Prognos" under the year."""
    over = squash(group)
    year = "helår" in over or "prognos" in over
    if re.fullmatch(BEFORE, over):
        return 4.0 if [squash(leaf) for leaf in leaves] == ["prognos"] else -4.0 * len(leaves)
    score = 0.0
    seen: set[str] = set()
    for leaf in leaves:
        word = squash(leaf)
        score += 2.0 * any(w in over and w in word for w in ("utfall", "budget"))
        if "prognos" in word:
            score += 2.0 if year else -3.0
        if "utfall" in word:
            score += -3.0 if year else 1.0
        if "förändring" in word:
            score += 4.0 if over.startswith("prognos") else -2.0
        elif over == "prognos":
            score -= 4.0
        score -= 3.0 * (word in seen)
        seen.add(word)
    return score


def meanings_of(header: Header | None, count: int) -> tuple[CellMeaning | None, ...]:
    """What the columns under a money header mean, for the arithmetic of their rows."""
    if header is None:
        return (None,) * count
    return read_heads([[row[n + 1] for row in header.rows] for n in range(count)])
