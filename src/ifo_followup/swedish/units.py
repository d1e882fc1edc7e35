"""What a number counts, from the words printed after it or in its header."""

import re

from ifo_followup.model.values import Unit
from ifo_followup.swedish.currency import money_words, spelling

_ANY_CASE = re.IGNORECASE
_KRONOR = spelling(money_words(Unit.KR))
# an "antal" that is measured in hours is hours, hence the order
_SPELLINGS: tuple[tuple[Unit, str], ...] = (
    (
        Unit.KR_PER_INHABITANT,
        rf"{_KRONOR}\.?\s?(?:/|per)\s?(?:inv[åa]nare|inv\.?)(?![^\W\d_])",
    ),
    (Unit.MNKR, rf"{spelling(money_words(Unit.MNKR, stated=True))}(?![^\W\d_])"),
    (Unit.TKR, rf"{spelling(money_words(Unit.TKR, stated=True))}(?![^\W\d_])"),
    # "kr/dygn" counts neither kronor nor anything else we have a name for
    (Unit.KR, rf"{_KRONOR}(?![^\W\d_]|\s?/)"),
    (Unit.PERCENT, r"(?:%|procent(?![^\W\d_]))"),
    (Unit.HOURS, r"(?:timmar|timme|tim|h)(?![^\W\d_])"),
    (Unit.COUNT, r"(?:stycken|styck|st)(?![^\W\d_])"),
)
_AFTER_NUMBER = tuple((unit, re.compile(spelling, _ANY_CASE)) for unit, spelling in _SPELLINGS)
_ALONE = tuple(
    (unit, re.compile(rf"[\s,;:(\[]*(?:i\s)?(?:{spelling})[\s.,;:)\]]*\Z", _ANY_CASE))
    for unit, spelling in _SPELLINGS
)
_ANY_ALONE = re.compile(
    rf"[\s,;:(\[]*(?:i\s)?(?:{'|'.join(spelling for _, spelling in _SPELLINGS)})", _ANY_CASE
)
# one letter or "st" in running text is no unit
_ANYWHERE = tuple(
    (unit, re.compile(spelling if unit is Unit.PERCENT else rf"(?<![^\W_]){spelling}", _ANY_CASE))
    for unit, spelling in _SPELLINGS
    if unit not in {Unit.HOURS, Unit.COUNT}
)
_ANY_ANYWHERE = re.compile("|".join(pattern.pattern for _, pattern in _ANYWHERE), _ANY_CASE)
_HOURS = re.compile(r"(?<![^\W\d_])timmar(?![^\W\d_])", _ANY_CASE)
_COUNTING = re.compile(r"(?<![^\W\d_])antal(?:et)?(?![^\W\d_])", _ANY_CASE)
_COUNT_LABEL = re.compile(r"\s{0,4}(?:\(n\)\s{0,4})?antal(?:et)?(?![^\W\d_])", _ANY_CASE)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
# longer texts are prose, whose units say nothing about a column
_LONGEST_LABEL = 1000


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit printed at a position, and where it ends: "7 405 664 kr", 10 → (KR, 12)."""
    first = text[position : position + 1]
    if not (first.isalpha() or first == "%"):
        return None  # as behind most numbers
    for unit, pattern in _AFTER_NUMBER:
        found = pattern.match(text, position)
        if found:
            return unit, found.end()
    return None


def unit_of(words: str) -> Unit | None:
    """The unit that a text is and nothing else: "(Msek)" → MNKR, "i tkr" → TKR."""
    # few texts begin with a unit at all
    if len(words) <= _LONGEST_LABEL and _ANY_ALONE.match(words):
        for unit, pattern in _ALONE:
            if pattern.match(words):
                return unit
    return None


def read_unit(text: str) -> Unit | None:
    """The unit a header or row label names: "Resultaträkning Tkr" → TKR, "andel (%)" → PERCENT.

    A unit in brackets, or standing last, wins over others; then a label that begins with "Antal"
    counts; then the first unit anywhere.
    """
    text = text.strip()[:_LONGEST_LABEL]
    for bracket in _BRACKETED.finditer(text):
        unit = unit_of(bracket[1])
        if unit is not None:
            return unit
    last = _unit_standing_last(text)
    if last is not None:
        return last
    if _COUNT_LABEL.match(text):
        return Unit.HOURS if _HOURS.search(text) else Unit.COUNT
    if _ANY_ANYWHERE.search(text):
        found = [(m.start(), unit) for unit, pattern in _ANYWHERE if (m := pattern.search(text))]
        # at the same place the first spelling is the longest: "kr/inv" before "kr"
        return min(found, key=lambda pair: pair[0])[1]
    if _HOURS.search(text):
        return Unit.HOURS
    return Unit.COUNT if _COUNTING.search(text) else None


def _unit_standing_last(label: str) -> Unit | None:
    """The unit after the last comma or in the last two words; "80 %" is a level, not a unit."""
    unit = unit_of(label.rsplit(",", 1)[-1])
    words = label.split()
    for size in (2, 1):
        before = words[:-size][-1:]
        if unit is None and words and not (before and before[0][-1].isdigit()):
            unit = unit_of(" ".join(words[-size:]))
    return unit
