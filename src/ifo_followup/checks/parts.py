"""Parts of a whole in a sentence: "5 av 10 (50 %)", "128, varav 32 flickor och 96 pojkar"."""

import re
from collections.abc import Iterator
from decimal import Decimal

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

_OF = rf"(?P<part>{COUNT})\sav\s(?:de\s|totalt\s|sammanlagt\s)?(?P<whole>{COUNT})(?!\s?%|\sprocent)"
# words of things, and then what says that the percentage is of them
_SAYS = r"(?:vilket|det|som)\s(?:är|blir|ger|motsvarar|innebär)|motsvarar|motsvarande|dvs|alltså"
_THINGS = r"(?:\s[^\s.,;:!?()0-9%]{1,30}){0,4}?"
_THEN_PERCENT = re.compile(rf"{_OF}{_THINGS}(?:,?\s(?:{_SAYS})\.?\s|\s?\(){PERCENT}", re.IGNORECASE)
_THEN_COUNTS = re.compile(rf"{PERCENT}{_THINGS}\s?\({_OF}", re.IGNORECASE)
_LONGEST = 20_000  # characters of one text
_OF_WHICH = re.compile(r"\bvarav\b")
_SEXES = re.compile(
    rf"(?P<whole>{COUNT})(?:\s[^\s.!?0-9]{{1,30}}){{1,5}}?\svarav\s(?P<one>{COUNT})"
    r"(?:\s[^\s.!?,0-9]{1,20}){0,4}?\s(?:flickor|kvinnor|tjejer|pojkar|män|killar)"
    rf"(?:\s[^\s.!?,0-9]{{1,20}}){{0,3}}?\soch\s(?P<other>{COUNT})"
    r"(?:\s[^\s.!?,0-9]{1,20}){0,4}?\s(?:flickor|kvinnor|tjejer|pojkar|män|killar)\b",
    re.IGNORECASE,
)
_IN_GOAL = re.compile(
    rf"\b(?P<part>{COUNT})\sav\s(?:de\s|totalt\s|sammanlagt\s|våra\s)?(?P<whole>{COUNT})\s"
    r"(?:enheter(?:na)?|verksamheter(?:na)?)\s"
    r"(?:är\sgröna?|visar\sgrönt|(?:når|uppnår|uppfyller)\s(?:målet|målnivån|målvärdet)\b)",
    re.IGNORECASE,
)


def check_parts(report: FollowUpReport) -> Iterator[Finding]:
    """Shares that their counts do not give, sums that their parts do not, units in goal."""
    for text in texts_of(report):
        for sentence in sentences_with(IN_PERCENT, text.text):
            if " av " in sentence:
                yield from _shares(text, sentence)
        for sentence in sentences_with(_OF_WHICH, text.text):
            yield from _sums(text, sentence)
    units: dict[str, list[UnitResult]] = {}
    for unit in report.unit_results:
        units.setdefault(unit.goal_id, []).append(unit)
    for goal in report.goals:
        if goal.comment is not None and goal.goal_id in units:
            yield from _units(goal.title.text, goal.comment, units[goal.goal_id])


def _shares(text: Text, sentence: str) -> Iterator[Finding]:
    for pattern in (_THEN_PERCENT, _THEN_COUNTS):
        for found in pattern.finditer(sentence):
            part, whole, percent = _count(found, "part"), _count(found, "whole"), percent_of(found)
            if percent is None or part is None or not whole or part > whole:
                continue
            exact = 100 * part / whole
            if not percent.value.meets(Interval(exact, exact)):
                yield RULES["part-differs"].broken(
                    text.source,
                    printed=percent.printed,
                    expected=f"{format_number(exact, percent.decimals)} %",
                    words=" ".join(found[0].split()),
                )


def _sums(text: Text, sentence: str) -> Iterator[Finding]:
    for found in _SEXES.finditer(sentence):
        whole, one, other = (_count(found, name) for name in ("whole", "one", "other"))
        if whole is not None and one is not None and other is not None and one + other != whole:
            yield RULES["part-differs"].broken(
                text.source,
                printed=found["whole"],
                expected=format_number(one + other),
                words=" ".join(found[0].split()),
            )


def _units(title: str, comment: Text, units: list[UnitResult]) -> Iterator[Finding]:
    green = [unit for unit in units if unit.assessment.verdict is Verdict.GREEN]
    for found in _IN_GOAL.finditer(comment.text, 0, _LONGEST):
        if _count(found, "whole") == len(units) and _count(found, "part") != len(green):
            yield RULES["units-differ"].broken(
                comment.source,
                printed=f"{found['part']} av {found['whole']}",
                expected=str(len(green)),
                evidence=[unit.assessment.source for unit in units],
                line=title,
            )


def _count(found: "re.Match[str]", name: str) -> Decimal | None:
    return count_of(" ".join(found[name].split()))
