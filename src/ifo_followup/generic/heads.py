"""What the head of a column says of its cells, by the common words of the field.

Only words that mean the same in every municipality are here. A head that says none of them has no
meaning, and its column is kept as printed.
"""

import re
from enum import Enum

from ifo_followup.layouts.goal_tables import WHOSE
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup.swedish.currency import MONEY_UNITS
from ifo_followup.swedish.dates import ANY_MONTH, ANY_YEAR, parse_month
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.units import read_unit

_LONGEST_HEAD = 90


class Word(Enum):
    """The kinds of heads that are told apart."""

    GOAL = "goal"
    INDICATOR = "indicator"
    OUTCOME = "outcome"
    TARGET = "target"
    FORECAST = "forecast"
    ASSESSMENT = "assessment"
    TREND = "trend"
    COMMENT = "comment"
    STATUS = "status"
    ASSIGNMENT = "assignment"
    ACTION = "action"  # åtgärd: a measure, or what is done about a risk
    RISK = "risk"
    CATEGORY = "category"
    LIKELIHOOD = "likelihood"
    CONSEQUENCE = "consequence"
    RISK_VALUE = "risk_value"
    IMPACT = "impact"
    MONTH = "month"
    ACTIVITY = "activity"


_PERIOD = (
    rf"(?:{ANY_YEAR}(?:[01][0-9](?:[0-3][0-9])?)?"
    rf"|(?:[0-3]?[0-9])?{ANY_MONTH}(?:{ANY_MONTH})?(?:{ANY_YEAR})?"
    rf"|(?:t|q|kv|tertial|kvartal|delår|halvår)[1-4](?:{ANY_YEAR})?"
    r"|(?:ack|per|tom|helår|delår|årets|senaste|aktuellt|period|perioden)"
    rf"(?:{ANY_YEAR}|[0-3]?[0-9]?{ANY_MONTH}(?:{ANY_YEAR})?|[tq][1-4](?:{ANY_YEAR})?)?)"
)
_ONLY_PERIOD = re.compile(rf"(?:{_PERIOD}){{1,2}}")
_OF = rf"(?:för|per|år|tom)?(?:{_PERIOD}){{0,2}}"  # what may follow: "Utfall per aug 2019"
# units and remarks in brackets behind a head say nothing of its kind: "Utfall (%)"
_REMARK = re.compile(r"\([^()]{0,40}\)|[%*]|,[a-zåäö ]{1,12}\Z")

_WHOSE = (
    r"(?:kommun(?:ens?|fullmäktiges?)?|kf|nämndens?|nämnds|enhetens?|avdelningens?|"
    r"förvaltningens?|verksamhetens?|avdelningens/enhetens|nämndens/förvaltningens|"
    r"förvaltningens/enhetens)?/?"
)
_WHICH = (
    r"(?:strategisk[at]{0,2}|övergripande|prioriterade|prioriterat|långsiktiga?)?"
    r"(?:kvalitets|nämnds?|enhets|effekt|resultat|verksamhets|del|inriktnings|utvecklings|"
    r"kommun|kf|fullmäktige|process|årets|uppdrags)?"
)
# the first that fits the whole head wins
_WORDS: tuple[tuple[Word, tuple[str, ...]], ...] = (
    (Word.MONTH, (r"månad(?:er)?",)),
    (
        Word.INDICATOR,
        (
            r"(?:kvalitets|resultat|mål|process|styr|effekt|verksamhets|uppföljnings|nämnd)?",
            r"(?:indikator(?:er|n|erna)?|nyckeltal(?:et|en)?|mått|måttet|måtten|styrtal|mätetal)",
            r"(?:/(?:indikator(?:er)?|nyckeltal|mått))?",
        ),
    ),
    (
        Word.TARGET,
        (r"(?:mål(?:värde|nivå|tal)|riktvärde|ambitionsnivå|börvärde|årsmål)(?:för|år)?", _OF),
    ),
    (Word.TARGET, (rf"(?:mål|målsättning)(?:för|år)?(?:{_PERIOD}){{1,2}}",)),
    (Word.FORECAST, (r"(?:helårs|års)?prognos", _OF)),
    (
        Word.OUTCOME,
        (r"(?:ack|senaste|aktuellt|nu|års)?(?:utfall|mätvärde|nuläge)", _OF),
    ),
    (Word.OUTCOME, (r"(?:resultat|värde)", _OF)),
    (
        Word.ASSESSMENT,
        (
            r"(?:samlad|sammanfattande|nämndens|vår|bedömd|prognos(?:för)?(?=måluppf))?",
            r"(?:bedömning(?:en)?|måluppfyllelse|",
            r"måluppfyllnad|uppfyllelse|målbedömning|uppfyllelsegrad|helårsbedömning|",
            r"måluppfyllelsegrad|färg)(?:av(?:måluppfyllelse|målet|mål))?",
            _OF,
        ),
    ),
    (Word.TREND, (r"trend(?:en)?|tendens|utveckling|trend/utveckling",)),
    (
        Word.COMMENT,
        (
            r"(?:kort)?(?:kommentar(?:er)?|analys|beskrivning|motivering|förklaring|uppföljning|",
            r"kommentar(?:er)?/?(?:och)?analys|analys/?(?:och)?kommentar(?:er)?)",
            r"(?:till(?:bedömning(?:en)?|utfall(?:et)?|status|avvikelse))?",
        ),
    ),
    (
        Word.STATUS,
        (
            r"(?:aktuell|nuvarande)?(?:status|genomförande(?:status|grad)|läge|lägesstatus)(?:/kommentar)?",
            _OF,
        ),
    ),
    (
        Word.ASSIGNMENT,
        (
            r"(?:nämndens?|särskil[dt]a?|kommunfullmäktiges?|kf|politiska?|riktade|givna|",
            r"övriga)?-?(?:nämnd|kf|budget|direktiv|utrednings)?(?:direktiv(?:och|/)|beslut/)?",
            r"uppdrag(?:et|en)?(?:(?:och|/)(?:direktiv|aktivitet(?:er)?))?",
            r"(?:(?:från|enligt|givna|till|i|med)[a-zåäö0-9/-]{2,40})?",
        ),
    ),
    (Word.ASSIGNMENT, (r"politiskaprioriteringar|politiskprioritering.{0,60}",)),
    (
        Word.ACTION,
        (
            r"(?:planerade?|beslutade?|vidtagna?|föreslagna?|pågående)?(?:kontroll)?",
            r"åtgärd(?:er|en)?(?:för[a-zåäö]{3,40})?|(?:risk)?hantering|förslagtillåtgärd(?:er)?",
        ),
    ),
    (Word.ACTIVITY, (r"aktivitet(?:er)?|händelse(?:r)?|(?:nämndens)?åtagande(?:n|t)?",)),
    (Word.CATEGORY, (r"typavrisk|risktyp|riskkategori|kategori|riskområde",)),
    (Word.RISK_VALUE, (r"risk(?:värde|poäng|tal)(?:\(?sxk\)?)?",)),
    (Word.IMPACT, (r"(?:ekonomisk(?:risk|effekt|konsekvens|påverkan)|belopp).{0,20}",)),
    (Word.LIKELIHOOD, (r"sannolikhet(?:en)?",)),
    (Word.CONSEQUENCE, (r"konsekvens(?:er|en)?|påverkan|effekt",)),
    (Word.COMMENT, (r"(?:risken|möjligheten)omfattar|beskrivningavrisk(?:en)?",)),
    (
        Word.RISK,
        (
            r"(?:identifierade?|prioriterade?|väsentliga?)?(?:risk(?:er|en)?|möjlighet(?:er)?)",
            r"(?:beskrivning|händelse|\(ochriskvärde\)|ochriskvärde)?",
        ),
    ),
    (Word.RISK, (r"(?:risker|möjligheter)[a-zåäö].{0,50}",)),
    (
        Word.GOAL,
        (
            _WHOSE,
            _WHICH,
            r"(?:mål|målen|målet|målområden?|målsättning|fokusområden?|målformulering)",
        ),
    ),
)
_PATTERNS = tuple((word, re.compile("".join(parts))) for word, parts in _WORDS)


_STRATEGIC = (
    "strategisk", "övergripande", "fullmäktige", "kommunmål", "kommunensmål", "kfmål",
    "inriktningsmål",
)  # fmt: skip


def word_of(head: str) -> Word | None:
    """The kind of a head, None for one that says none of the known words."""
    if len(head) > _LONGEST_HEAD:
        return None
    for shape in (squash(head), squash(_REMARK.sub(" ", head)), squash(WHOSE.sub(" ", head))):
        shape = shape.strip(".:;,")
        for word, pattern in _PATTERNS:
            if shape and pattern.fullmatch(shape):
                return _in_money(word, head)
    return None


def _in_money(word: Word, head: str) -> Word:
    """A consequence with a unit of money is what it would cost: "Påverkan (mnkr)"."""
    in_money = word is Word.CONSEQUENCE and read_unit(head) in MONEY_UNITS
    return Word.IMPACT if in_money else word


def names_rows(title: str) -> bool:
    """Whether a heading only says what the rows below it are: "Nämndens styrtal"."""
    words = (word_of(word) for word in title.split())
    named = any(word in (Word.INDICATOR, Word.ASSIGNMENT) for word in words)
    return named or word_of(title) is not None


def is_period(head: str) -> bool:
    """Whether a head is a period and nothing else: "2018", "T1 2019", "2018-04-30", "apr".

    It may say whose the values are: "2018 Kvinnor".
    """
    if len(head) > _LONGEST_HEAD:
        return False
    return any(_ONLY_PERIOD.fullmatch(squash(h).strip(".:")) for h in (head, WHOSE.sub(" ", head)))


def is_whose(head: str) -> bool:
    """Whether a head only says whom the values are for: "Kvinnor", "Totalt"."""
    return WHOSE.fullmatch(head.strip()) is not None


def is_month(head: str) -> bool:
    """Whether a head is the name of a month."""
    return parse_month(head) is not None


def level_of(head: str) -> GoalLevel:
    """The level of the goals under a head; a goal of the board where the head does not say."""
    text = squash(head)
    if "kvalitetsmål" in text:
        return GoalLevel.QUALITY_GOAL
    if "målområde" in text or "fokusområde" in text:
        return GoalLevel.TARGET_AREA
    if any(word in text for word in _STRATEGIC):
        return GoalLevel.STRATEGIC_GOAL
    return GoalLevel.BOARD_GOAL


def assignment_of(head: str) -> AssignmentKind:
    """Who gave the assignments under a head."""
    text = squash(head)
    if "särskil" in text:
        return AssignmentKind.SPECIAL_ASSIGNMENT
    if "prioritering" in text:
        return AssignmentKind.POLITICAL_PRIORITY
    if "nämnd" in text:
        return AssignmentKind.BOARD_ASSIGNMENT
    return AssignmentKind.ASSIGNMENT


def risk_of(head: str) -> RiskKind:
    """Risks, or opportunities."""
    return RiskKind.OPPORTUNITY if squash(head).startswith("möjlig") else RiskKind.RISK
