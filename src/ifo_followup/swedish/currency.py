"""The words for units of money, for all that look for one: there is no other list of them."""

import re
from collections.abc import Iterable

from ifo_followup.model.values import Unit

# what stands in tables, after amounts and in heads
_ABBREVIATIONS: dict[Unit, tuple[str, ...]] = {
    Unit.MNKR: ("mnkr", "mkr", "msek"),
    Unit.TKR: ("tkr", "kkr", "tsek", "ksek"),
    Unit.KR: ("kr", "sek"),
}
_NAMES = ("kronor", "kr", "sek")
# what sentences say; a unit also where it stands alone
_SPELT_OUT: dict[Unit, tuple[str, ...]] = {
    Unit.MNKR: (
        *(
            f"{word} {name}"
            for word in ("miljoner", "miljon", "milj.", "milj", "mn")
            for name in _NAMES
        ),
        "miljoner",
    ),
    Unit.TKR: tuple(
        f"{word} {name}" for word in ("tusentals", "tusental", "tusen") for name in _NAMES
    ),
    Unit.KR: ("kronor",),
}
# in a head or after "belopp i"; anywhere else it is an amount
_ROUND: dict[Unit, tuple[str, ...]] = {
    Unit.TKR: tuple(f"{thousand} {name}" for thousand in ("1 000", "1000") for name in _NAMES),
}

MONEY_UNITS = tuple(_ABBREVIATIONS)


def money_words(unit: Unit, *, stated: bool = False) -> tuple[str, ...]:
    """Every spelling of a unit of money; with `stated` those that could also be an amount."""
    return (*_ABBREVIATIONS[unit], *_SPELT_OUT[unit], *(_ROUND.get(unit, ()) if stated else ()))


def spelling(words: Iterable[str]) -> str:
    """The words as a piece of a pattern, the longest first; a space between them may be missing."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in longest_first) + ")"


MONEY = spelling(word for unit in MONEY_UNITS for word in money_words(unit))
STATED_MONEY = spelling(word for unit in MONEY_UNITS for word in money_words(unit, stated=True))
