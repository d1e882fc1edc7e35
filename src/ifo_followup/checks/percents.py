"""Percent and counts in sentences: "cirka 30 procent", "1 272", "sju av nio"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from ifo_followup.checks.claims import LONGEST
from ifo_followup.checks.intervals import Interval, half_unit
from ifo_followup.swedish.numbers import UnreadableNumber, parse_number, printed_number

_WORDS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
)  # fmt: skip
_WORD = rf"\b(?:{'|'.join(_WORDS)}|ett)\b"
# to build patterns with: a whole number, in figures or in a word
COUNT = (
    rf"(?:(?<![0-9,.])(?:[1-9][0-9]{{0,2}}(?:[ \u00a0][0-9]{{3}}){{1,2}}|[0-9]{{1,6}})"
    rf"(?![0-9]|,[0-9]|[ \u00a0][0-9]{{3}}(?![0-9]))|{_WORD})"
)
_ROUND = ("cirka", "ca", "c:a", "ungefär", "omkring", "runt")
_ABOVE = ("drygt",)
_BELOW = ("nästan", "närmare", "knappt")
_FROM = ("över", "mer än", "minst", "åtminstone")
_UP_TO = ("upp till", "högst", "under", "mindre än", "uppemot")
_ALL = (*_ROUND, *_ABOVE, *_BELOW, *_FROM, *_UP_TO)
_NEAR = "|".join(word.replace(" ", r"\s") for word in _ALL)
PERCENT = (
    rf"(?:\b(?P<near>{_NEAR})\.?\s)?(?P<sign>[+\-\u2212\u2013]\s?)?"
    rf"(?P<percent>(?<![0-9,.])[0-9]{{1,3}}(?:,[0-9]{{1,2}})?|{_WORD})\s?(?P<unit>%|procent\b)"
)
_PERCENT = re.compile(PERCENT, re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:]\s{1,3}(?=[A-ZÅÄÖ])|\n\n")
_AROUND = 400  # characters of a sentence to either side of what it was looked up for
_FIVES = Decimal(5)  # what a round word rounds to at least
_ANY = Decimal(10) ** 9  # more percent than anything has
IN_PERCENT = re.compile(r"%|procent\b")


@frozen
class Percent:
    """Percent as printed, what it can have been, and where it stands in its text.

    The size only: a printed sign is in `sign` (-1, 1, or 0 for none).
    """

    printed: str
    value: Interval
    sign: int
    decimals: int
    start: int
    end: int

    def is_of(self, exact: Interval) -> bool:
        """Whether it can be printed of a number; without a sign, of one of that size."""
        turned = -exact
        mine = [exact] if self.sign > 0 else [turned] if self.sign < 0 else [exact, turned]
        return any(self.value.meets(each) for each in mine)


def sentences_with(words: "re.Pattern[str]", text: str) -> Iterator[str]:
    """The sentences in which a word stands, each once; only what is around it is looked at."""
    done = 0
    for found in words.finditer(text, 0, LONGEST):
        at = found.start()
        if at < done:
            continue
        begin, end = max(done, at - _AROUND), at + _AROUND
        for stop in _SENTENCE_END.finditer(text, begin, end):
            if stop.start() >= at:
                end = stop.start()
                break
            begin = stop.end()
        yield text[begin:end]
        done = end


def percents_in(sentence: str) -> Iterator[Percent]:
    """Each number of percent in a sentence."""
    for found in _PERCENT.finditer(sentence):
        percent = percent_of(found)
        if percent is not None:
            yield percent


def percent_of(found: "re.Match[str]") -> Percent | None:
    """What a match of a pattern with `PERCENT` in it says."""
    printed = " ".join(found["percent"].split())
    value = count_of(printed)
    decimals = 0
    if value is None:
        try:
            value, decimals = printed_number(printed)
        except UnreadableNumber:
            return None
    sign = 0 if not found["sign"] else 1 if found["sign"].startswith("+") else -1
    below, above = _reach(value, decimals, " ".join((found["near"] or "").casefold().split()))
    interval = Interval(value - below, value + above)
    start = found.start("near") if found["near"] else found.start("percent")
    end = found.end("unit")
    return Percent(found.string[start:end], interval, sign, decimals, start, end)


def _reach(value: Decimal, decimals: int, near: str) -> tuple[Decimal, Decimal]:
    """How far below and above a printed number the real one may be.

    Half a unit of the last decimal. Round words are said of round numbers: "cirka 30" of what is
    nearer to 30 than to 20 or 40, all others at least in fives; "drygt 30" of what is under 40;
    "över 30" of anything above, "högst 30" of anything below.
    """
    half = half_unit(decimals)
    if not near:
        return half, half
    if near in _FROM:
        return half, _ANY
    if near in _UP_TO:
        return _ANY, half
    step = 4 * half
    if not decimals:
        step = Decimal(10 if value % 10 == 0 else 5 if value % 5 == 0 else 2)
    if near in _ABOVE:
        return half, max(step, half)
    if near in _BELOW:
        return max(step, half), half
    around = max(step, _FIVES) / 2
    return around, around


def count_of(printed: str) -> Decimal | None:
    """A whole number in figures or in a word: "1 272", "sju"."""
    word = printed.casefold()
    if word in _WORDS or word == "ett":
        return Decimal(1 if word == "ett" else _WORDS.index(word))
    try:
        value = parse_number(printed)
    except UnreadableNumber:
        return None
    return value if "," not in printed else None
