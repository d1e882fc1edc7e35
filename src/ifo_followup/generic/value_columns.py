"""Which columns of a table about goals hold values: outcomes by period, targets, forecasts."""

from collections.abc import Mapping, Sequence

from ifo_followup.document import Cell
from ifo_followup.generic import contents
from ifo_followup.generic.heads import Word, is_period, is_whose
from ifo_followup.layouts.goal_tables import period_of, whose_in
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.words import says_not_measured

_VALUES = (Word.OUTCOME, Word.TARGET, Word.GOAL, Word.FORECAST, None)


def value_columns(
    heads: Sequence[str],
    words: Sequence[Word | None],
    cells: Sequence[Sequence[Cell]],
    given: Mapping[int, str],
) -> dict[int, str]:
    """What the columns hold, with those that are given.

    Args:
        heads: the head of each column.
        words: its kind.
        cells: the filled cells under it.
        given: the columns that hold something else.
    """
    out = dict(given)
    alone = _whose_alone(heads, words)
    for n, (head, word, own) in enumerate(zip(heads, words, cells, strict=True)):
        if n in out:
            continue
        if word is Word.OUTCOME and _tells(head, own):
            if Word.COMMENT not in words:
                out[n] = "comment"
        elif word is Word.OUTCOME or (word is None and is_period(head)):
            out[n] = "outcome"
        elif alone and word is None and is_whose(head) and contents.values(own):
            out[n] = "outcome"  # "Kvinnor" beside "Målvärde"
        elif word is Word.TARGET or (word is Word.GOAL and contents.values(own)):
            out[n] = "target"
        elif word is Word.FORECAST:
            out[n] = "forecast"
        elif (
            word is Word.GOAL
            and squash(head) == "mål"
            and "target" not in out.values()
            and not contents.texts(own)
        ):
            out[n] = "target"  # an empty column of targets
    return _told_apart(heads, out)


def _whose_alone(heads: Sequence[str], words: Sequence[Word | None]) -> bool:
    """Whether "Kvinnor" can only be of the report's outcomes.

    Beside "2018", or "Mål Kvinnor", it may be of that year, or a target, as well.
    """
    others = [(h, w) for h, w in zip(heads, words, strict=True) if not is_whose(h)]
    return not any(
        w in _VALUES and (whose_in(h) or (w in (Word.OUTCOME, None) and period_of(h, "0000")))
        for h, w in others
    )


def _tells(head: str, cells: Sequence[Cell]) -> bool:
    """Whether running text stands under "Resultat": no values, nor that there are none."""
    named = any(letter.isdigit() for letter in head)
    said = any(says_not_measured(cell.text) for cell in cells)
    return not (named or said) and contents.are_prose(cells) and not contents.assessed(cells)


def _told_apart(heads: Sequence[str], fills: Mapping[int, str]) -> dict[int, str]:
    """Two columns of values with the same kind and period cannot be told apart."""
    seen: dict[tuple[str, str | None], list[int]] = {}
    for n, name in fills.items():
        if name in ("outcome", "target", "forecast"):
            seen.setdefault((name, squash(heads[n])), []).append(n)
    doubled = {n for here in seen.values() if len(here) > 1 for n in here}
    return {n: name for n, name in fills.items() if n not in doubled}
