"""What texts say of an earlier forecast: two of them that speak of one thing must agree."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from ifo_followup.checks.claims import Claim, bare_name, claims_in
from ifo_followup.checks.intervals import Interval, interval_of
from ifo_followup.checks.rules import RULES
from ifo_followup.checks.texts import texts_of
from ifo_followup.model.findings import Finding
from ifo_followup.model.money import Basis, BudgetLine, Horizon
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Text
from ifo_followup.swedish.dates import ANY_MONTH, MONTHS, first_month
from ifo_followup.swedish.text import squash

_IS = r"(?:är|var|blir|blev|visar|visade|uppgår\still|uppgick\still|bedöms\still|beräknas\still)"
_NOW = re.compile(
    rf"\bprognosen\s(?:för|avseende|gällande)\s(?P<what>[^.!?:;,0-9+\u2212]{{5,80}}?)\s{_IS}\Z",
    re.IGNORECASE,
)
_REPORTS = r"delårs(?:rapport|bokslut)(?:en)?\s[123]|tertial(?:bokslut|rapport)?\s[123]|T[123]"
_THEN = re.compile(
    r"\b(?:prognosen\s(?:för|i|per|från|efter|till\soch\smed)"
    rf"\s(?P<when>(?:månadsrapporten\s(?:för|i|per)\s)?{ANY_MONTH}\b|{_REPORTS})"
    rf"|(?P<joined>{ANY_MONTH})prognosen|(?P<before>(?:föregående|förra)\sprognos(?:en)?))"
    rf"(?:\s(?P<year>20[0-9]{{2}}))?\s{_IS}\Z",
    re.IGNORECASE,
)
_AGAINST_BUDGET = re.compile(
    r"(?:\skronor)?,?\s(?:jämfört\smed|mot|gentemot|i\sförhållande\still)\s\w{0,12}budget",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:försämring|förbättring|försämrats|förbättrats)\smed\b", re.IGNORECASE)
_PERIOD = frozenset(
    ("hela", "helåret", "helår", "året", "årets", "år", "perioden", "periodens", "resten", "av",
     "innevarande", "kommande", "nästa", "tertialet", "tertial", "kvartalet", "kvartal", "hösten",
     "våren", "månaden", "månaderna", "halvåret", "slutet", "verksamhetsåret", "budgetåret",
     "detta", "och", "till", "med")
)  # fmt: skip
# an amount, signed or not, that speaks of something else
_OTHER_AMOUNT = re.compile(
    r"[0-9]\s?(?:miljon|miljard|mnkr|mkr|msek|mdkr|tkr|tusen|kr\b|kronor)|\bprognosen\s(?:för|avseende)"
    rf"\s(?!{ANY_MONTH}\b|månadsrapporten\b|{_REPORTS})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s{1,3}(?=[A-ZÅÄÖ])")
# behind an amount that nothing more is said of, as "exklusive" or "för" something else
_DONE = re.compile(r"(?:\skronor)?(?:\.|\s{0,3}\Z|\n\n)", re.IGNORECASE)
_CLOSE = 10  # figures whose difference is less than this part of them are of one kind
_MOST = 20  # claims of one forecast that are compared


@frozen
class _Then:
    """An earlier forecast as a paragraph gives it, beside what it says of now.

    `changed`: the sentence says that the forecast got better or worse by an amount.
    """

    claim: Claim
    what: str
    when: str
    changed: bool
    now: Interval
    budget: Interval | None
    text: Text

    def readings(self, budget: Interval | None) -> Iterator[tuple[frozenset[str], Interval]]:
        """What the forecast can have been, each with what it takes to read the figure so.

        It is the forecast, or its deviation from the budget; or what it changed by since then.
        """
        value = self.claim.value
        ways = [(frozenset[str](), value)]
        if self.changed:
            ways.append((frozenset(("now",)), self.now - value))
        yield from ways
        if budget is not None:
            yield from ((needs | {"budget"}, budget + each) for needs, each in ways)


def check_forecasts(report: FollowUpReport) -> Iterator[Finding]:
    """Two texts that give one thing the same forecast now, and different ones of an earlier day."""
    lines: dict[str, list[BudgetLine]] = {}
    for table in report.budget_tables:
        for line in table.lines:
            lines.setdefault(bare_name(line.label.text), []).append(line)
    found: dict[tuple[str, str], list[_Then]] = {}
    for text in texts_of(report):
        for each in _earlier(text):
            same = found.setdefault((squash(each.what), each.when), [])
            if len(same) < _MOST:
                same.append(each)
    for (name, _), claims in found.items():
        told: list[_Then] = []
        for one, other in combinations(claims, 2):
            if not any(other is each for each in told) and _contradict(
                one, other, lines.get(name, ())
            ):
                told.append(other)
                yield RULES["texts-differ"].broken(
                    other.text.source_at(other.claim.start),
                    printed=other.claim.printed,
                    expected=one.claim.printed,
                    evidence=(one.text.source_at(one.claim.start),),
                    line=other.what,
                    when=other.when,
                )


def _contradict(one: _Then, other: _Then, lines: Sequence[BudgetLine]) -> bool:
    """Whether two figures of one earlier forecast fit in no reading of either."""
    a, b = one.claim.value, other.claim.value
    if a.meets(b) or not one.now.meets(other.now):
        return False  # where they differ now as well, perhaps only the name is the same
    budget = one.budget or other.budget or _budget(lines)
    if budget is None:  # then one may be a deviation, but not of figures that are nearly the same
        return abs(a.middle - b.middle) * _CLOSE < min(abs(a.middle), abs(b.middle))
    # two figures read in the same way are as far from each other as they are printed
    return not any(
        x.meets(y)
        for needed, x in one.readings(budget)
        for needs, y in other.readings(budget)
        if not needed & needs
    )


def _budget(lines: Sequence[BudgetLine]) -> Interval | None:
    """What the tables have as the budget of the whole year, when one row is of that name."""
    cells = [
        cell
        for line in lines
        for cell in line.cells
        if cell.basis is Basis.BUDGET and cell.horizon is Horizon.FULL_YEAR
    ]
    return interval_of(cells[0].amount, in_kronor=True) if len(cells) == 1 else None


def _earlier(text: Text) -> Iterator[_Then]:
    """The earlier forecasts that a text gives, each with what its paragraph says of now."""
    if "prognos" not in text.text.casefold():
        return
    paragraph, last = -1, 0
    what, now, budget = "", None, None
    for claim in claims_in(text.text):
        begin = text.text.rfind("\n\n", 0, claim.start)
        if begin != paragraph or _OTHER_AMOUNT.search(text.text, last, claim.start):
            paragraph, what, now, budget = begin, "", None, None
        then = _THEN.search(claim.before)
        stops = len(_SENTENCE.findall(text.text, last, claim.start))
        last = claim.end
        if then is not None:
            if now is not None and stops <= 1 and _DONE.match(text.text, claim.end):
                changed = _BY.search(_SENTENCE.split(claim.before)[-1]) is not None
                yield _Then(claim, what, _when(then), changed, now, budget, text)
        elif (named := _NOW.search(claim.before)) is not None and not _is_period(named["what"]):
            what, now, budget = named["what"], claim.value, None
        elif now is not None and not stops and _AGAINST_BUDGET.match(text.text, claim.end):
            budget = now - claim.value
        else:  # of something else, and so may be the earlier forecast
            what, now, budget = "", None, None


def _is_period(what: str) -> bool:
    """Whether words only say of when a forecast is, and not of what."""
    return all(word in _PERIOD or first_month(word) for word in what.casefold().split())


def _when(found: "re.Match[str]") -> str:
    """The earlier day or report in one way of saying it."""
    if found["before"]:
        return "föregående rapport"
    words = found["when"] or found["joined"]
    month = first_month(words)
    name = MONTHS[month - 1][0] if month else " ".join(words.casefold().split())
    return f"{name} {found['year']}" if found["year"] else name
