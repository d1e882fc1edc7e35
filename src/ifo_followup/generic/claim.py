"""Whether a document is a follow-up report at all: the words that every such report has.

Three things must be there: somebody public who reports, words of following up, and words of money
or goals. One word is never enough, and each kind of words counts for itself, so that a recipe with
a "resultat" or an English annual report is not taken.
"""

import re

from ifo_followup.document import Document
from ifo_followup.hookspecs import Claim

MOST_SURE = 0.5  # a format that knows the layout is always surer

_PUBLIC = ("nämnden", "kommun", "kommunen", "kommunal", "kommunfullmäktige", "förvaltningen")
_REPORT = (
    "delårsrapport",
    "delårsbokslut",
    "månadsrapport",
    "månadsuppföljning",
    "tertial",
    "verksamhetsberättelse",
    "verksamhetsuppföljning",
    "budgetuppföljning",
    "måluppföljning",
    "måluppfyllelse",
    "uppföljning",
    "helårsprognos",
    "årsprognos",
)
_MONEY = (
    "utfall",
    "budget",
    "avvikelse",
    "prognos",
    "nettokostnad",
    "kommunbidrag",
    "budgetavvikelse",
    "bokslut",
    "tkr",
    "mnkr",
)
_GOALS = (
    "nämndmål",
    "nämndens mål",
    "indikator",
    "nyckeltal",
    "bedömning",
    "målvärde",
    "målnivå",
    "strategiskt mål",
    "uppfyllt",
    "uppdrag",
)
_SERVICES = (
    "socialtjänst",
    "socialnämnd",
    "individ- och familjeomsorg",
    "ekonomiskt bistånd",
    "försörjningsstöd",
    "placering",
    "äldreomsorg",
    "barn och unga",
    "hemtjänst",
    "sjukfrånvaro",
)
_KINDS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("a municipality, board or department", _PUBLIC, 1),
    ("words of following up", _REPORT, 1),
    ("words of budget or goals", (*_MONEY, *_GOALS), 3),
)
_TELLING = 7  # letters; a shorter word may be a part of another one: "tkr" of "matkryddor"
_PLENTY = 14  # words that make it as sure as it can be


def claim_of(document: Document) -> Claim:
    """How sure the generic format is that this is a follow-up report, with the words seen."""
    text = " ".join(" ".join(document.texts()).split()).casefold()
    found: list[str] = []
    missed: list[str] = []
    for kind, words, least in _KINDS:
        here = [word for word in words if _has(text, word)]
        found.extend(here)
        if len(here) < least:
            missed.append(kind)
    found.extend(word for word in _SERVICES if _has(text, word))
    if missed:
        return Claim(sureness=0.0, evidence=tuple(found), missed=tuple(missed))
    sureness = MOST_SURE * min(1.0, len(found) / _PLENTY)
    return Claim(sureness=round(sureness, 3), evidence=tuple(found))


def _has(text: str, word: str) -> bool:
    """Whether a word stands in the text; a long one also inside a compound or with an ending."""
    if len(word) >= _TELLING:
        return word in text
    return re.search(rf"(?<![a-zåäö]){re.escape(word)}s?(?![a-zåäö])", text) is not None
