"""Headings of one report, in the words that its sisters have as well."""

import re
from collections.abc import Iterator, Sequence

from ifo_followup.layouts.declare import SectionRole, SectionRule
from ifo_followup.layouts.headings import DANGLING
from ifo_followup.scaffold.observed import Opened
from ifo_followup.swedish.dates import ANY_MONTH
from ifo_followup.swedish.text import squash

_CHANGING = re.compile(
    rf"[0-9]|(?<![^\W_])(?:{ANY_MONTH}|tertial|kvartal|delår)(?![^\W_])", re.IGNORECASE
)
_LONGEST = 72
_LEAST = 3  # letters


def lasting(title: str) -> str | None:
    """The words of a title before anything that changes; None where too little is left.

    "Viktiga händelser i augusti 2024" → "Viktiga händelser".
    """
    found = _CHANGING.search(title)
    kept = title[: found.start()] if found else title
    if kept.count("(") > kept.count(")"):
        kept = kept[: kept.rindex("(")]
    words = kept.split()
    while words and (words[-1].casefold() in DANGLING or not words[-1][-1].isalpha()):
        words.pop()
    text = " ".join(words)
    return text if len(squash(text)) >= _LEAST and len(text) <= _LONGEST else None


def section_rules(sections: Sequence[Opened]) -> tuple[SectionRule, ...]:
    """A rule for each section whose text does not become what that of the section above does.

    Rules of many words come first: "Uppdrag till nämnden" before "Uppdrag".
    """
    words: dict[SectionRole, dict[str, str]] = {}
    for section, inherited in _inherited(sections):
        if section.role is not inherited and (text := lasting(section.title)) is not None:
            words.setdefault(section.role, {})[squash(text)] = text
    rules = [SectionRule(tuple(printed.values()), role) for role, printed in words.items()]
    return tuple(sorted(rules, key=lambda rule: -max(map(len, rule.words))))


def _inherited(sections: Sequence[Opened]) -> Iterator[tuple[Opened, SectionRole]]:
    above: list[Opened] = []
    for section in sections:
        above = [each for each in above if each.level < section.level]
        yield section, above[-1].role if above else SectionRole.NARRATIVE
        above.append(section)
