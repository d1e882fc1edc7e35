"""What one column of a money table says of its amounts, and what it leaves open.

The same words mean the same everywhere only as far as they go: a bare "Budget" may be that of the
period or of the year. What the head leaves open stays open here; `money_columns` closes it with
what the other columns and the amounts show, or not at all.
"""

import re
from collections.abc import Sequence

from attrs import frozen

from ifo_followup.layouts.money_heads import quantity_in
from ifo_followup.model.money import Basis, Horizon, MoneyQuantity
from ifo_followup.swedish.dates import ANY_MONTH, ANY_YEAR, months_in
from ifo_followup.swedish.text import squash

# words that make a column one of something else than money of this year's budget
_FOREIGN = re.compile(
    r"%|procent|andel|antal|index|volym|kommentar|not\Z|ansvarig|enhet\Z|förbrukat|förbrukning|"
    r"årsarbet|föregåendeår|fgår|förraåret|tidigareår|motsvarandeperiod|sammaperiod|jmf|jämför|"
    r"perinv|/inv|styck|perenhet|timmar|dygn|investering|tilläggsbudget|"
    # one month alone is no part of what has come so far: "Utfall månad", "Månadens budget"
    r"(?<![0-9])månad(?!er|srapport|sprognos|suppf)"
)
_YEAR = re.compile(rf"(?<![0-9]){ANY_YEAR}(?![0-9]{{3}})")
# in squashed words, where a narrow column's breaks are gone
_TO_DATE = re.compile(
    rf"{ANY_MONTH}(?:{ANY_MONTH})?(?![a-zåäö])|\Aack|ackumulera|period|delår|tertial|kvartal|halvår|"
    rf"hittills|{ANY_YEAR}(?:0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])"
)
# in words as printed: "Budget T2", "Utfall ack.", "Utfall t.o.m. aug"
_TO_DATE_PRINTED = re.compile(
    r"\b(?:ack|t[1-3]|q[1-4]|kv\s?[1-4]|t\.?\s?o\.?\s?m)\b", re.IGNORECASE
)
_GATHERED = re.compile(r"ack|t\.?o\.?m|hittills|period")  # in squashed words
_FULL_YEAR = re.compile(
    r"helår|årsprognos|årsbudget|åretsbudget|heltår|helaåret|årsram|årsavvikelse"
)
_PREVIOUS = re.compile(
    r"(?:fg|föreg|föregående|tidigare|förra|senaste)\.?(?:helårs|års|månads)?prognos"
)
_CHANGE = re.compile(
    r"prognosförändr|prognosändring|"
    r"förändr(?:ing|ad)?(?:av|i|mot|sedan|från)?(?:fg|föreg|föregående|tidigare|förra|senaste)?\.?"
    r"(?:helårs|års|månads)?prognos"
)
_MEASURES: tuple[tuple[str, Basis], ...] = (
    ("avvik", Basis.DEVIATION),
    ("diff", Basis.DEVIATION),
    ("utfall", Basis.OUTCOME),
    ("bokslut", Basis.OUTCOME),
    ("redovisat", Basis.OUTCOME),
    ("budget", Basis.BUDGET),
    ("kommunbidrag", Basis.BUDGET),
    ("prognos", Basis.FORECAST),
)


@frozen
class Partial:
    """A column's meaning as far as its heads say it; `horizon` is None where they do not."""

    quantity: MoneyQuantity | None
    basis: Basis
    horizon: Horizon | None
    month: int | None = None  # that a forecast was made in
    presumed: bool = False  # the horizon follows from a year alone: "Budget 2024"
    gathered: bool = False  # it says that it is what has come so far: "Ackumulerat", "jan-aug"
    alone: bool = False  # it names one month, which may be that month's alone: "September"


def read_column(heads: Sequence[str], *, year: str | None, annual: bool) -> Partial | None:
    """Read the heads over one column, from the top down.

    Args:
        heads: the printed heads, groups first.
        year: the report's year; columns of other years are not of this budget.
        annual: whether the report is for a whole year.
    """
    words = [squash(head).replace("resultaträkning", "") for head in heads if head.strip()]
    words = [word for word in words if word]
    if not words:
        return None
    printed = " ".join(heads)
    whole, leaf = "".join(words), words[-1]
    if _FOREIGN.search(whole):
        return None
    years = {found for word in words for found in _YEAR.findall(word)}
    if len(years) > 1 or (years and year is not None and years != {year}):
        return None
    quantity = quantity_in(leaf) or quantity_in(whole)
    basis = _basis(whole, leaf)
    if basis is None:
        if quantity is None or "förändr" in whole:
            return None
        basis = Basis.OUTCOME
    months = months_in(printed) if basis is Basis.FORECAST else ()
    month = months[0] if len(set(months)) == 1 else None
    horizon = _horizon(words, printed, basis, annual=annual)
    if len(set(months)) > 1 and (months[0], months[-1]) != (1, 12):
        horizon = None  # "Prognos sep-dec" is for these months, not made in one
    presumed = horizon is Horizon.FULL_YEAR and not (annual or _FULL_YEAR.search(whole))
    named = len(set(months_in(printed)))
    gathered = named > 1 or _GATHERED.search(whole) is not None
    return Partial(
        quantity, basis, horizon, month, presumed, gathered, alone=named == 1 and not gathered
    )


def _basis(whole: str, leaf: str) -> Basis | None:
    if _CHANGE.search(whole) or ("förändr" in leaf and "prognos" in whole):
        return Basis.FORECAST_CHANGE
    if _PREVIOUS.search(whole):
        # the deviation from the forecast before is no forecast
        return None if "avvik" in whole or "diff" in whole else Basis.PREVIOUS_FORECAST
    if "förändr" in whole:
        return None
    if leaf.rstrip(".").endswith("avv"):
        return Basis.DEVIATION
    for text in (leaf, whole):
        for word, basis in _MEASURES:
            if word in text:
                return basis
    return None


def _horizon(words: Sequence[str], printed: str, basis: Basis, *, annual: bool) -> Horizon | None:
    if basis in (Basis.FORECAST, Basis.PREVIOUS_FORECAST, Basis.FORECAST_CHANGE):
        return Horizon.FULL_YEAR
    whole = "".join(words)
    to_date = any(map(_TO_DATE.search, words)) or _TO_DATE_PRINTED.search(printed) is not None
    if _FULL_YEAR.search(whole):
        return None if to_date else Horizon.FULL_YEAR
    if to_date and basis is Basis.DEVIATION and "prognos" in whole and "utfall" not in whole:
        return None  # "Avvikelse prognos aug": made in August, or up to it
    if annual:
        return None if to_date else Horizon.FULL_YEAR
    if to_date:
        return Horizon.YEAR_TO_DATE
    if basis is Basis.DEVIATION and "prognos" in whole:
        return Horizon.FULL_YEAR
    if basis is Basis.DEVIATION and "utfall" in whole:
        return Horizon.YEAR_TO_DATE
    if basis is Basis.OUTCOME:
        # a year's accounts are closed; an outcome is what there is so far
        return None if "bokslut" in whole else Horizon.YEAR_TO_DATE
    if basis is Basis.BUDGET and any(_YEAR.search(word) for word in words):
        return Horizon.FULL_YEAR
    return None
