"""What running text claims of money: an amount, and what it is said to be."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ifo_followup.checks.intervals import KRONOR, Interval, half_unit
from ifo_followup.model.values import Unit
from ifo_followup.swedish.dates import find_periods
from ifo_followup.swedish.numbers import UnreadableNumber, printed_number
from ifo_followup.swedish.text import squash

_DIGITS = r"[0-9]{1,3}(?:[ \u00a0][0-9]{3}){0,3}(?:,[0-9]{1,2})?"
_AMOUNT = re.compile(
    rf"(?P<sign>[+\-\u2212\u2013])\s?(?P<digits>{_DIGITS})"
    r"\s(?P<unit>miljoner\skronor|miljoner|mnkr|mkr|msek|tkr)\b",
    re.IGNORECASE,
)
# what is said between a name and its amount
_BRIDGE = re.compile(r"\s(?:är|blir|visar|uppgår\still|beräknas\still|cirka|ca)\Z")
_AGES = re.compile(r"(?<![0-9])([0-9]{1,3})\s?[-\u2013]\s?([0-9]{1,3})\s?år")
_WHOLE = re.compile(
    r"\b(?P<what>(?:netto)?resultatet|utfallet|periodens\s(?:utfall|resultat)|årsprognosen)"
    r"(?P<between>[^.!?+\u2212]{0,70}?)"
    r"\s(?:är|uppgår\still|uppgick\still|bedöms\still|uppskattas\still)\s\Z",
    re.IGNORECASE,
)
# words around a period: the sentence speaks of all of the report's money
_ABOUT_PERIOD = frozenset(
    ("för", "per", "efter", "till", "och", "med", "t.o.m", "tom", "perioden", "årets", "första",
     "månader", "månaderna", "år", "tertial", "helåret")
)  # fmt: skip
_MONTHS = re.compile(
    r"\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w{0,6}\b", re.IGNORECASE
)
LONGEST = 20_000  # characters of one text
_BEFORE = 140  # characters before an amount that may say what it is


@frozen
class Claim:
    """An amount in a text, what it can have been before rounding (kronor), and the words before.

    `start` and `end` are where it stands in the text.
    """

    printed: str
    value: Interval
    before: str
    start: int
    end: int

    @property
    def ages(self) -> tuple[str, str] | None:
        """The ages in the name that it stands behind: "Vuxna 21-64 år"."""
        found = _AGES.search(self.before[-20:])
        return (found[1], found[2]) if found else None

    def name_among(self, names: set[str]) -> str | None:
        """The longest of the (squashed) names that it stands directly behind."""
        bare = _BRIDGE.sub("", self.before.rstrip())
        words = re.split(r"\s+", _AGES.sub("", bare).strip())[-8:]
        best: str | None = None
        for n in range(len(words)):
            name = bare_name(" ".join(words[n:]))
            if name in names and (best is None or len(name) > len(best)):
                best = name
        return best

    @property
    def whole(self) -> str | None:
        """The figure of the whole report that it is said to be: "outcome", "forecast", or none."""
        found = _WHOLE.search(self.before + " ")
        if found is None:
            return None
        between = re.split(r"[\s,\u2013-]", _MONTHS.sub("", found["between"]).casefold())
        words = (word.strip(".") for word in between)
        if any(word and not word.isdigit() and word not in _ABOUT_PERIOD for word in words):
            return None
        return "forecast" if found["what"].casefold().startswith("års") else "outcome"


def bare_name(label: str) -> str:
    """A row's name to compare by: without ages, which texts print otherwise."""
    return squash(_AGES.sub("", label)).rstrip(".,:")


def ages_in(label: str) -> tuple[str, str] | None:
    """The ages that a label names."""
    found = _AGES.search(label)
    return (found[1], found[2]) if found else None


def claims_in(text: str) -> Iterator[Claim]:
    """The signed amounts of money in a text."""
    text = text[:LONGEST]
    for found in _AMOUNT.finditer(text):
        value = _interval(found)
        if value is not None:
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            before = before.rpartition("\n\n")[2].rstrip()
            yield Claim(found[0], value, before, found.start(), found.end())


def _interval(found: "re.Match[str]") -> Interval | None:
    try:
        value, decimals = printed_number(found["digits"])
    except UnreadableNumber:
        return None
    if found["sign"] != "+":
        value = -value
    half = half_unit(decimals)
    factor = KRONOR[Unit.TKR if found["unit"].casefold() == "tkr" else Unit.MNKR]
    return Interval((value - half) * factor, (value + half) * factor)


def periods_of_outcomes(text: str) -> Iterator[tuple[str, date, date]]:
    """The periods that outcomes are said to be of: words, first and last day."""
    for found in _OUTCOME.finditer(text[:LONGEST]):
        behind = text[found.end() : found.end() + 60]
        for start, last, words in find_periods(behind)[:1]:
            if behind.find(words) <= len("perioden "):
                yield words, start, last


_OUTCOME = re.compile(r"\b(?:utfallet|resultatet|utfall|resultat)\s(?:för|efter)\s", re.IGNORECASE)
