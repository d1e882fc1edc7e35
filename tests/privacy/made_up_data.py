"""Data of nobody: numbers, addresses and telephones as they are printed, and texts around them."""

from datetime import date

from hypothesis import strategies as st

from ifo_followup.model.narrative import Event
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Place, Source, Text


def luhn(nine: str) -> str:
    """The check digit, reckoned another way than the library does: by trying all ten."""

    def fits(ten: str) -> bool:
        doubled = [int(c) * 2 if n % 2 == 0 else int(c) for n, c in enumerate(ten)]
        return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0

    (digit,) = (d for d in "0123456789" if fits(nine + d))
    return digit


@st.composite
def personal_numbers(draw: st.DrawFn, signs: tuple[str, ...] = ("-", "+", "–", "- ")) -> str:
    """A valid personnummer or samordningsnummer with a sign, or twelve digits in a row."""
    born = draw(st.dates(date(1900, 1, 1), date(2024, 12, 31)))
    day = born.day + draw(st.sampled_from((0, 60)))
    ten = f"{born:%y%m}{day:02}{draw(st.integers(0, 999)):03}"
    ten += luhn(ten)
    century = draw(st.sampled_from(("", f"{born.year // 100}")))
    sign = draw(st.sampled_from((*signs, ""))) if century else draw(st.sampled_from(signs))
    return f"{century}{ten[:6]}{sign}{ten[6:]}"


PHONES = (
    "08-123 45 67",
    "08-123 456 78",
    "08-1234567",
    "070-123 45 67",
    "070-1234567",
    "0701234567",
    "073 123 45 67",
    "072-123 4567",
    "0411-123 45",
    "0500-12 34 56",
    "+46 70 123 45 67",
    "+46 70-123 45 67",
    "+46701234567",
    "+46 (0)8-123 45 67",
    "0046 8 123 45 67",
)
EMAILS = ("anna.berg@exempel.se", "a_b+c@mail.exempel.se", "åsa.öst@exempelköping.se")

phones = st.sampled_from(PHONES)
emails = st.sampled_from(EMAILS)
before = st.sampled_from(
    ("", "Barnet ", "Avser: ", "(", "Kontakta Anna, ", "utfall 412 tkr. ", "se\n")
)
behind = st.sampled_from(("", ".", ", 2018", ")", " fick beslut 2018", "\nnästa rad", "; 12 barn"))


def report_of(*texts: str) -> FollowUpReport:
    """A report with these texts as its events."""
    events = (
        Event(text=Text(text, Source(text=text, place=Place(first_line=n, last_line=n))))
        for n, text in enumerate(texts, start=1)
    )
    return FollowUpReport(municipality="Exempelköping", events=tuple(events))
