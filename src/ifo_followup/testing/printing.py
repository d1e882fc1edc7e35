"""How a made-up report prints its values: the signs and spaces of its figures, its texts.

A value and its printed text are always made together, so that they cannot disagree.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import gcd
from typing import TypeVar

from attrs import field, frozen, validators
from hypothesis import strategies as st

from ifo_followup.model.report import ReportType
from ifo_followup.model.values import Assessment, Missing, Number, Source, Text, Unit, Verdict
from ifo_followup.swedish.dates import month_end
from ifo_followup.swedish.numbers import format_number
from ifo_followup.testing import wording

T = TypeVar("T")

NO_BREAK = "\u00a0"
MINUS = "\u2212"
UNIT_WORDS = {
    Unit.PERCENT: "%",
    Unit.TKR: "tkr",
    Unit.MNKR: "mnkr",
    Unit.KR: "kr",
    Unit.HOURS: "timmar",
}
# the months that each kind of report ends in
LAST_MONTHS = {
    ReportType.MONTHLY: tuple(range(1, 13)),
    ReportType.INTERIM_1: (4,),
    ReportType.INTERIM_2: (8,),
    ReportType.TERTIAL_1: (4,),
    ReportType.TERTIAL_2: (8,),
    ReportType.TERTIAL_3: (12,),
    ReportType.ANNUAL: (12,),
}


@frozen(kw_only=True)
class Printing:
    """The habits of one report: its minus sign, what separates thousands, what stands before "%".

    `minus` and `gap` are single characters; `before_percent` may be empty.
    """

    minus: str = field(default="-", validator=validators.in_(("-", "\u2013", MINUS)))
    gap: str = field(default=" ", validator=validators.in_((" ", NO_BREAK)))
    before_percent: str = field(default=" ", validator=validators.in_(("", " ", NO_BREAK)))

    def figure(self, value: Decimal, decimals: int) -> str:
        """A number as printed: "−13 499", "0,5"."""
        plain = format_number(value, decimals)
        return plain.replace("-", self.minus).replace(" ", self.gap)

    def number(
        self, value: Decimal, *, unit: Unit | None, decimals: int = 0, with_unit: bool = True
    ) -> Number:
        """A number with its printed text; its unit is printed behind it unless a head says it."""
        text = self.figure(value, decimals)
        word = UNIT_WORDS.get(unit) if unit is not None and with_unit else None
        if word == "%":
            text += f"{self.before_percent}%"
        elif word is not None:
            text += f" {word}"
        return Number(value=value, unit=unit, decimals=decimals, source=Source(text=text))


PLAIN = Printing()


@frozen(kw_only=True)
class Occasion:
    """Which follow-up it is: its kind, and the period that it covers."""

    report_type: ReportType
    start: date
    end: date

    @property
    def year(self) -> int:
        """The year that it reports on."""
        return self.end.year

    @property
    def month(self) -> str:
        """The month that its own values are for: "2021-08"."""
        return f"{self.end:%Y-%m}"


USUAL_OCCASION = Occasion(
    report_type=ReportType.INTERIM_2, start=date(2021, 1, 1), end=date(2021, 8, 31)
)


def printings() -> st.SearchStrategy[Printing]:
    """How a report prints its figures."""
    return st.sampled_from(_PRINTINGS)


_PRINTINGS = tuple(
    Printing(minus=minus, gap=gap, before_percent=before)
    for minus, gap in (("-", " "), (MINUS, NO_BREAK), ("-", NO_BREAK), (MINUS, " "))
    for before in (" ", "", NO_BREAK)
)


@st.composite
def occasions(
    draw: st.DrawFn,
    *,
    types: Sequence[ReportType] = tuple(ReportType),
    years: Sequence[int] = tuple(range(2016, 2027)),
) -> Occasion:
    """A kind of report and a period that fits it, from the first of January on."""
    kind = draw(st.sampled_from(types))
    year = draw(st.sampled_from(years))
    month = draw(st.sampled_from(LAST_MONTHS[kind]))
    return Occasion(report_type=kind, start=date(year, 1, 1), end=month_end(year, month))


def printed(text: str) -> Text:
    """A text as it stands in a report, its place unknown."""
    return Text(text, Source(text=text))


def missing(why: Missing, text: str = "") -> Number:
    """A cell without a value: empty, a dash, or words that say why."""
    return Number(missing=why, source=Source(text=text))


def some(draw: st.DrawFn, words: Sequence[T], count: int) -> tuple[T, ...]:
    """Different ones of a list: two draws, however many are wanted."""
    size = len(words)
    count = min(count, size)
    if count == 0:
        return ()
    start = draw(st.integers(0, size - 1))
    step = draw(st.sampled_from(_steps(size)))
    return tuple(words[(start + n * step) % size] for n in range(count))


def _steps(size: int) -> tuple[int, ...]:
    """Step widths that visit every place of a list before any twice."""
    return tuple(n for n in (1, 3, 5, 7) if gcd(n, size) == 1)


def one(draw: st.DrawFn, words: Sequence[T]) -> T:
    """One of a list; the first is the simplest."""
    return words[0] if len(words) == 1 else draw(st.sampled_from(words))


@st.composite
def texts(
    draw: st.DrawFn,
    *,
    sentences: Sequence[str] = wording.SENTENCES,
    most: int = 3,
    paragraphs: int = 1,
) -> Text:
    """Running text of at most so many sentences a paragraph, at least one of each."""
    count = draw(st.integers(1, most * paragraphs))
    found = some(draw, sentences, count)
    pieces = [
        " ".join(found[n * most : (n + 1) * most]) for n in range((len(found) + most - 1) // most)
    ]
    return printed("\n\n".join(pieces))


@st.composite
def assessments(
    draw: st.DrawFn,
    *,
    verdicts: Sequence[Verdict] = tuple(Verdict),
    coloured: Sequence[bool] = (False,),
) -> Assessment:
    """An assessment in words; where `coloured`, a light is shown without any."""
    return assessed(draw, one(draw, verdicts), coloured)


def assessed(draw: st.DrawFn, verdict: Verdict, coloured: Sequence[bool] = (False,)) -> Assessment:
    """A verdict as it is printed."""
    bare = verdict in LIGHTS and one(draw, coloured)
    words = "" if bare else one(draw, wording.VERDICT_WORDS[verdict])
    return Assessment(verdict=verdict, source=Source(text=words))


LIGHTS = (Verdict.GREEN, Verdict.YELLOW, Verdict.RED)
WORDED = tuple(verdict for verdict in Verdict if verdict not in LIGHTS)
