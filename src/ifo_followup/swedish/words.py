"""The words of Swedish follow-up reports and the codes they stand for."""

import re
from typing import Literal

from ifo_followup.model.values import Verdict
from ifo_followup.swedish.text import squash, tidy
from ifo_followup.swedish.vocabulary import SentenceRule
from ifo_followup.swedish.vocabulary import Vocabulary as Vocabulary

Status = Literal["completed", "started", "not_started"]
Likelihood = Literal["low", "medium", "high"]
LineRole = Literal["of_which", "sum", "item"]

_NOT = ("inte", "ej", "icke")
_YET = ("", "ännu ", "än ", "i dagsläget ", "för närvarande ")
_DONE = ("uppfyllt", "uppfylld", "uppfyllda", "uppnått", "uppnådd", "uppnådda")
_MAY = ("", "kunna ", "komma att ")
_DEGREES = {
    Verdict.FULFILLED: ("", "helt ", "till fullo ", "fullt ut "),
    Verdict.LARGELY_FULFILLED: (
        "i hög grad ",
        "till stor del ",
        "till största delen ",
        "i stort ",
        "i stort sett ",
        "i stor utsträckning ",
        "i huvudsak ",
        "huvudsakligen ",
    ),
    Verdict.PARTLY_FULFILLED: ("delvis ", "till viss del ", "i viss mån ", "i viss utsträckning "),
    Verdict.NOT_FULFILLED: tuple(f"{yet}{no} " for yet in _YET for no in _NOT),
}
_FULFILMENT = tuple(
    (phrase, verdict)
    for verdict, degrees in _DEGREES.items()
    for degree in degrees
    for phrase in (
        *(f"{degree}{word}" for word in _DONE),
        # "bedöms inte vara uppfyllt"
        *(f"{degree}vara {word}" for word in _DONE),
        *(f"{verb} {degree}" for verb in ("uppfylls", "uppnås", "nås", "uppfyllas")),
        # "bedöms inte uppnås", "bedöms inte kunna uppfyllas"
        *(f"{degree}{may}{verb}" for may in _MAY for verb in ("uppfyllas", "uppnås", "nås")),
        *(f"{word} {degree}" for word in ("uppfyllt", "uppnått")),
        *(f"{degree}når {what}" for what in ("målet", "målnivån", "målvärdet")),
        *(f"når {degree}{what}" for what in ("målet", "målnivån", "upp till målet")),
        *(f"{subject}uppnår {degree}målnivån" for subject in ("", "vi ")),
    )
    # "når" or "uppnås" alone says something only with a subject; see the openers
    if phrase.strip()
) + tuple((f"når {yet}{no}", Verdict.NOT_FULFILLED) for yet in _YET for no in ("inte", "ej"))
# "Viss måluppfyllelse"; how much "god" or "hög" is differs from scale to scale
_OF_FULFILMENT = tuple(
    (f"{word} måluppfyllelse", verdict)
    for verdict, words in (
        (Verdict.FULFILLED, ("full", "hel")),
        (Verdict.PARTLY_FULFILLED, ("delvis", "viss")),
        (Verdict.NOT_FULFILLED, ("ingen", "ej")),
    )
    for word in words
)
_UNASSESSABLE = tuple(
    (phrase, Verdict.NOT_ASSESSABLE)
    for yet in _YET
    for no in ("inte", "ej")
    for phrase in (
        f"går {yet}{no} att bedöma",
        f"går {no} {yet}att bedöma",
        f"går {no} att bedöma {yet}".rstrip(),
        f"går {yet}{no} bedöma",
        f"kan {yet}{no} bedömas",
        f"kan {no} {yet}bedömas",
        f"{yet}{no} bedömd",
        f"{yet}{no} bedömt",
        f"{yet}{no} bedömda",
        f"{yet}{no} bedömts",
        f"{yet}{no} bedömbar",
        f"{yet}{no} bedömbart",
        f"{yet}{no} möjligt att bedöma",
        f"bedöms {yet}{no}",
    )
)
_LIGHTS = tuple(
    (word, verdict)
    for verdict, words in (
        (Verdict.GREEN, ("grön", "grönt", "gröna", "green")),
        (Verdict.YELLOW, ("gul", "gult", "gula", "yellow")),
        (Verdict.RED, ("röd", "rött", "röda", "red")),
    )
    for word in words
)
_NO_OUTCOME = tuple(
    (phrase, Verdict.NO_OUTCOME)
    for phrase in (
        "inget utfall",
        "inget utfall ännu",
        "ännu inget utfall",
        "inga utfall",
        "utfall saknas",
        "saknar utfall",
        "ej utfall",
    )
)
_SUBJECTS = (
    "målet",
    "målen",
    "nämndmålet",
    "nämndens mål",
    "kvalitetsmålet",
    "det strategiska målet",
    "strategiska målet",
    "indikatorn",
    "målnivån",
    "målvärdet",
    "garantin",
    "kvalitetsgarantin",
    "uppdraget",
    "arbetet",
    "aktiviteten",
    "bedömning",
    "bedömning:",
    "status",
    "status:",
    "måluppfyllelse:",
)
_COPULAS = (
    "är",
    "är ännu",
    "är fortsatt",
    "är än så länge",
    "är i dagsläget",
    "bedöms",
    "bedöms i dagsläget",
    "bedöms vara",
    "bedöms som",
    "bedöms bli",
    "anses",
    "anses vara",
    "har",
    "blev",
    "blir",
)

# "bidrar" with a goal after it; a goal's own title may say "bidrar till en låg sjukfrånvaro"
_TO_GOALS = (
    r"till\b[^.!?]{0,120}?\b(?:att (?:uppnå|nå|uppfylla)\b|strategiska mål|kommunens mål|"
    r"nämndens mål|målet\b|målen\b|måluppfyllelse)"
)
_DENIED = r"(?:inte|ej|icke)\b"
_CONTRIBUTION = (
    SentenceRule(
        re.compile(
            rf"\b{_DENIED}[^.!?,]{{0,40}}\bbidra(?:r|git)?\b[^.!?]{{0,80}}?\b{_TO_GOALS}",
            re.IGNORECASE,
        ),
        Verdict.DOES_NOT_CONTRIBUTE,
    ),
    SentenceRule(
        re.compile(
            rf"\bbidra(?:r|git)?\b[^.!?,]{{0,60}}?\b{_DENIED}[^.!?]{{0,40}}?\b{_TO_GOALS}",
            re.IGNORECASE,
        ),
        Verdict.DOES_NOT_CONTRIBUTE,
    ),
    SentenceRule(
        re.compile(
            r"\bbidra(?:r|git)?\b(?![^.!?]{0,60}\bdelvis\b[^.!?]{0,40}\btill\b)"
            rf"[^.!?]{{0,80}}?\b{_TO_GOALS}",
            re.IGNORECASE,
        ),
        Verdict.CONTRIBUTES,
    ),
)

ASSESSMENTS: Vocabulary[Verdict] = Vocabulary(
    entries=(*_FULFILMENT, *_OF_FULFILMENT, *_UNASSESSABLE, *_NO_OUTCOME, *_LIGHTS),
    openers=(*_SUBJECTS, *_COPULAS),
    rules=_CONTRIBUTION,
    deniable=frozenset((Verdict.FULFILLED, Verdict.LARGELY_FULFILLED)),
)

# how an assignment goes, behind how far it has come
_HOW = ("enligt plan", "enligt tidplan", "med avvikelse", "med avvikelser", "med försening")

_TO_COME = ("under hösten", "under våren", "till hösten", "i höst", "nästa år", "senare")

STATUSES: Vocabulary[Status] = Vocabulary(
    entries=(
        *(
            (word, "completed")
            for word in (
                "genomfört",
                "genomförd",
                "genomförda",
                "genomförts",
                "genomfördes",
                "helt genomfört",
                "helt genomförd",
                "färdig",
                "färdigt",
                "färdiga",
                "färdigställt",
                "färdigställd",
                "färdigställts",
                "klar",
                "klart",
                "klara",
                "avslutat",
                "avslutad",
                "avslutade",
                "avslutats",
                "slutfört",
                "slutförd",
                "slutförda",
                "slutförts",
                "utfört",
                "utförd",
                "verkställt",
                "verkställd",
                "completed",
            )
        ),
        *(
            (f"{word} {how}", "completed")
            for word in ("avslutad", "avslutat", "klar", "klart", "genomförd", "genomfört")
            for how in _HOW
        ),
        *(
            (f"{word} {how}", "started")
            for word in ("pågår", "pågående", "påbörjad", "påbörjat", "startad", "startat")
            for how in _HOW
        ),
        *(
            (word, "started")
            for word in (
                "påbörjat",
                "påbörjad",
                "påbörjade",
                "påbörjats",
                "påbörjades",
                "pågår",
                "pågår löpande",
                "pågående",
                "startat",
                "startad",
                "startats",
                "igångsatt",
                "under arbete",
                "under genomförande",
                "delvis genomfört",
                "delvis genomförd",
                "delvis genomförda",
                "started",
            )
        ),
        *(
            (phrase, "not_started")
            for yet in _YET
            for no in _NOT
            for phrase in (
                *(f"{yet}{no} påbörja{ending}" for ending in ("t", "d", "de", "ts")),
                *(f"{yet}{no} starta{ending}" for ending in ("t", "d", "ts")),
                *(f"{yet}{no} genomför{ending}" for ending in ("t", "d", "da", "ts")),
            )
        ),
        *((word, "not_started") for word in ("planerad", "planerat", "planerade", "planeras")),
        *(
            (f"{word} {when}", "not_started")
            for word in ("påbörjas", "startar", "inleds")
            for when in _TO_COME
        ),
        ("not started", "not_started"),
    ),
    openers=(*_SUBJECTS, *_COPULAS),
    deniable=frozenset(("completed", "started")),
)

LIKELIHOODS: Vocabulary[Likelihood] = Vocabulary(
    entries=(
        *((word, "low") for word in ("låg", "lågt", "låga", "liten", "low")),
        *((word, "medium") for word in ("medel", "mellan", "medelhög", "måttlig", "medium")),
        *((word, "high") for word in ("hög", "högt", "höga", "stor", "high")),
    ),
    openers=("sannolikhet", "sannolikhet:"),
)

# matched against squashed text, where a column's breaks are gone
_SUBJECT = r"(?:resultat(?:et)?|utfall(?:et)?|mätning(?:en)?|mätvärde(?:t)?|indikatorn)?"
_NOT_MEASURED = re.compile(
    r"mätning.{0,30}?(?:inte|ej).{0,15}?(?:genomför|gjor|utför|ske)"
    r"|mätning.{0,20}?(?:genomför|gjor|utför|ske).{1,5}(?:inte|ej)(?![a-zåäö])"
    r"|mätning(?:ar|en)?(?:för.{0,12})?saknas|(?:ingen|inga|utan)mätning"
    r"|(?:inte|ej|icke)(?:upp)?mät(?:as|t|ts|s|bar|bart)(?![a-zåäö])"
    r"|mät(?:t|ts|s)(?:ännu|idagsläget|förnärvarande)?(?:inte|ej)(?![a-zåäö])"
    rf"|^{_SUBJECT}(?:mäts|redovisas|presenteras|rapporteras|publiceras|följsupp)"
    r"(?:först|senare|i|vid|på|under|en|efter|vart|ej)"
    r"|^mätning(?:en)?(?:genomförs|görs|sker|planeras)(?:först|senare|i|vid|på|under|efter|vart)"
    r"|^(?:uppgifter|uppgift|data|mätvärden|mätvärde|resultat|utfall|underlag|värde)saknas"
    r"|^(?:ännu)?(?:inget|ingen|inga)(?:utfall|resultat|data|uppgift|mätvärde)"
)

_OF_WHICH = re.compile(r"\W{0,8}(?:varav|därav)\b", re.IGNORECASE)
_SUM = re.compile(
    r"\W{0,4}(?:summa|delsumma|totalsumma|s:a|totalt?|totala|resultat|resultatet|"
    # "nettoresultat" is misprinted in more than one way: "nettoreultat"
    r"nettor\w{4,9}|nettokostnad|nettokostnader|netto|årets resultat|periodens resultat|"
    r"verksamhetens nettokostnad(?:er)?|verksamhetens resultat)(?![\w-])",
    re.IGNORECASE,
)
_SUM_LAST = re.compile(r"\s(?:totalt|summa)\W{0,4}\Z", re.IGNORECASE)


def says_not_measured(text: str) -> bool:
    """Whether a cell says in words that there is no measurement: "Mätning genomfördes inte."."""
    return len(text) <= 300 and bool(_NOT_MEASURED.search(squash(text)))


def line_role(label: str, *, section: str | None = None) -> LineRole:
    """What a row of a money table is to its neighbours, by its label.

    "-varav hyror" → of_which; "Summa kostnader", "Totalt IFO", "Resultat ASN", "Nettokostnad IFO"
    → sum, which the caller tells apart into subtotal and total; all else item. A row under a
    heading "varav" is part of the line before, whatever its label.
    """
    if _OF_WHICH.match(label) or (section is not None and _OF_WHICH.match(section)):
        return "of_which"
    words = tidy(label)
    return "sum" if _SUM.match(words) or _SUM_LAST.search(words) else "item"
