"""Parts of a whole in a sentence: "5 av 20 (25 %)", "två av tre enheter är gröna"."""

import re
from collections.abc import Iterator

from ifo_followup.checks.claims import LONGEST
from ifo_followup.checks.intervals import Interval
from ifo_followup.checks.percents import (
    COUNT,
    IN_PERCENT,
    PERCENT,
    count_of,
    percent_of,
    sentences_with,
)
from ifo_followup.checks.rules import RULES
from ifo_followup.checks.texts import texts_of
from ifo_followup.model.findings import Finding
from ifo_followup.model.goals import UnitResult
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Text, Verdict
from ifo_followup.swedish.numbers import format_number

_LEAST_WHOLE = 11  # "sju av tio", "9 av 10" are ways to say about so much
_PART = re.compile(
    rf"(?<![0-9,.])(?P<part>[0-9]{{1,5}})\sav\s(?P<whole>[0-9]{{2,6}})\s\({PERCENT}\)(?!\sav\b)",
    re.IGNORECASE,
)
# before it: about so many; anywhere in the sentence: the parts are no part of what the percent is
_ABOUT = re.compile(
    r"\b(?:cirka|ca|c:a|ungefär|omkring|runt|drygt|knappt|nästan|närmare|över|under|mer|fler|mindre"
    r"|färre|minst|högst|upp|uppemot|än|till)\.?\s\Z",
    re.IGNORECASE,
)
_NO_PARTS = re.compile(
    r"\b(?:plats\w{0,5}|rank\w{0,8}|månad\w{0,6}|kommuner\w{0,4}|län\w{0,4}|dagar|veckor)\b"
    r"|\b(?:i\sfjol|ifjol|förra|föregående|tidigare)\b|svarsfrekvens|budget|mål(?:et|en|s|v|n|\b)",
    re.IGNORECASE,
)
_BEFORE = 12  # characters before a part that may say that it is about so many
_GREEN = re.compile(
    rf"(?:\A|[.!?]\s{{1,3}}|\n)(?P<part>{COUNT})\sav\s(?P<whole>{COUNT})\s"
    r"(?:enheter(?:na)?|verksamheter(?:na)?)\s(?:är\sgröna|visar\sgrönt)(?=\.?\s{0,3}\Z|\.\s)",
    re.IGNORECASE,
)
# a comment that speaks of another day, or of what would be
_NOT_NOW = re.compile(
    r"\b(?:inte|ej|minst|högst|om|när|ifjol|fjol|förra|fjolår\w{0,4}|föregående|tidigare|senast\w{0,2}"
    r"|då|var|skulle|ska|bör|krävs|innebär|betyder|prognos\w{0,4})\b",
    re.IGNORECASE,
)


def check_parts(report: FollowUpReport) -> Iterator[Finding]:
    """Shares that their counts do not give, units in goal that their lights do not."""
    for text in texts_of(report):
        for sentence in sentences_with(IN_PERCENT, text.text):
            yield from _shares(text, sentence)
    units: dict[str, list[UnitResult]] = {}
    for unit in report.unit_results:
        units.setdefault(unit.goal_id, []).append(unit)
    for goal in report.goals:
        if goal.comment is not None and goal.goal_id in units:
            yield from _units(goal.title.text, goal.comment, units[goal.goal_id])


def _shares(text: Text, sentence: str) -> Iterator[Finding]:
    if _NO_PARTS.search(sentence):
        return
    for found in _PART.finditer(sentence):
        part, whole, percent = count_of(found["part"]), count_of(found["whole"]), percent_of(found)
        if percent is None or part is None or whole is None:
            continue
        if part > whole or whole < _LEAST_WHOLE:
            continue
        if _ABOUT.search(sentence[max(0, found.start() - _BEFORE) : found.start()]):
            continue
        exact = 100 * part / whole
        if not percent.value.meets(Interval(exact, exact)):
            yield RULES["part-differs"].broken(
                text.source_at(text.text.find(sentence) + found.start()),
                printed=percent.printed,
                expected=f"{format_number(exact, percent.decimals)} %",
                words=" ".join(found[0].split()),
            )


def _units(title: str, comment: Text, units: list[UnitResult]) -> Iterator[Finding]:
    """Green units as a sentence of its own counts them, where all their lights are known."""
    if any(unit.assessment.verdict is None for unit in units) or _NOT_NOW.search(comment.text):
        return
    green = sum(unit.assessment.verdict is Verdict.GREEN for unit in units)
    for found in _GREEN.finditer(comment.text, 0, LONGEST):
        part, whole = (count_of(" ".join(found[name].split())) for name in ("part", "whole"))
        if whole == len(units) and part != green:
            yield RULES["units-differ"].broken(
                comment.source_at(found.start()),
                printed=f"{found['part']} av {found['whole']}",
                expected=str(green),
                evidence=[unit.assessment.source for unit in units],
                line=title,
            )
