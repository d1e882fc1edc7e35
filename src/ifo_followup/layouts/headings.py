"""Headings: which printed lines are numbered headings, and on which level they stand.

Numbers must go on from the last one of their kind, so that a sentence or a table row that happens
to begin with a number is not taken for a heading.
"""

import re
from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from ifo_followup.document import Block, Heading, ListItem, Paragraph, Table
from ifo_followup.layouts.declare import HeadingRule, Layout, Numbering
from ifo_followup.swedish.currency import MONEY
from ifo_followup.swedish.text import squash

_PATTERNS = {
    Numbering.BARE: re.compile(r"([0-9]{1,2})\s+(?=[^\W\d_])"),
    Numbering.DOTTED: re.compile(r"([0-9]{1,2})\.\s+(?=[^\W\d_])"),
    Numbering.NESTED: re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\.?\s+(?=[^\W\d_])"),
    Numbering.APPENDIX: re.compile(r"(Bilaga\s[0-9]{1,2})\s{0,2}[\u2013\u2014:.-]?\s{0,2}(?=\S)"),
}
_BODY = 80  # characters; a shorter line may stand on a title page
_TELLING = 8  # letters; a longer word of the layout tells a heading wherever it stands in it
_WIDEST_STEP = 3  # numbers left out in a report: 2 is followed by 4


@frozen
class Numbered:
    """A numbered heading: the number as printed, the title behind it, and its level."""

    number: str
    title: str
    level: int


@define
class Outline:
    """Reads headings in order and knows which number may come next."""

    rules: Sequence[HeadingRule]
    _last: dict[int, tuple[int, ...]] = field(factory=dict, init=False)
    _titles: set[str] = field(factory=set, init=False)

    def read(self, text: str, *, marked: bool = False) -> Numbered | None:
        """Read a line as the next numbered heading, and remember it; None if it is none.

        `marked` is set where the document itself says that the line is a heading: then the
        number need not go on from the last one.
        """
        found = self.peek(text, marked=marked)
        if found is not None:
            self._last = {k: v for k, v in self._last.items() if k <= found.level}
            self._last[found.level] = _parts(found.number)
            self._titles.add(squash(found.title))
        return found

    def knows(self, title: str) -> bool:
        """Whether a heading of this title has been read before."""
        return squash(title) in self._titles

    def peek(self, text: str, *, marked: bool = False) -> Numbered | None:
        """As `read`, without remembering."""
        text = text.strip()
        for rule in self.rules:
            pattern = _PATTERNS.get(rule.numbering)  # a plain heading has no number to be read
            match = pattern.match(text) if pattern else None
            if match is None:
                continue
            title = text[match.end() :].strip()
            if not title[:1].isupper() or len(title) > 200:
                continue
            number = match.group(1)
            level = rule.level + max(0, number.count(".") - 1)
            if marked or self._follows(level, _parts(number), rule.numbering):
                return Numbered(" ".join(number.split()), title, level)
        return None

    def _follows(self, level: int, parts: tuple[int, ...], numbering: Numbering) -> bool:
        last = self._last.get(level)
        if numbering is Numbering.NESTED:
            above = self._last.get(level - 1)
            if above is not None and above != parts[:-1] and above[-1:] != parts[-2:-1]:
                return False
            if last is None or last[:-1] != parts[:-1]:
                return parts[-1] <= 2
        if last is None:
            return parts[-1] <= _WIDEST_STEP
        return last[-1] < parts[-1] <= last[-1] + _WIDEST_STEP


def is_chapter(outline: Outline, layout: Layout, text: str) -> bool:
    """Whether a line is a chapter's heading although its number does not go on.

    Chapters may be moved or printed twice: then the title is in capitals, is one that the layout
    knows, or has been read before.
    """
    found = outline.peek(text, marked=True)
    if found is None or not is_title_like(found.title):
        return False
    words = {squash(word) for rule in layout.sections for word in rule.words}
    title = squash(found.title)
    known = any(title == word or (len(word) > _TELLING and word in title) for word in words)
    return known or found.title.isupper() or outline.knows(found.title)


def first_section(blocks: Sequence[Block]) -> int:
    """The first heading with text or a table under it, as its block; before it is the title page.

    With it come the headings directly over it that are of higher levels, as chapters are; a title
    has its level alone. For documents whose headings have no numbers.
    """
    heading = None
    for n, block in enumerate(blocks):
        if isinstance(block, Heading):
            heading = n
        elif heading is not None and (
            isinstance(block, Table | ListItem)
            or (isinstance(block, Paragraph) and _is_running_text(block.text))
        ):
            return _chapter_over(blocks, heading)
    return len(blocks)


def _chapter_over(blocks: Sequence[Block], heading: int) -> int:
    """The outermost heading of those that stand directly over each other."""
    later = {b.level for b in blocks[heading:] if isinstance(b, Heading)}
    for over, under in zip(blocks[heading - 1 :: -1], blocks[heading:0:-1], strict=False):
        if not (isinstance(over, Heading) and isinstance(under, Heading)):
            break
        if over.level >= under.level or over.level not in later:
            break
        heading -= 1
    return heading


def _is_running_text(text: str) -> bool:
    """Whether a paragraph is no line of a title page: a long one, or a sentence."""
    return len(text) > _BODY or (text.rstrip().endswith(".") and text.count(" ") > 2)


def plain_levels(blocks: Sequence[Block], rules: Sequence[HeadingRule]) -> Mapping[int, int]:
    """The levels of plain headings by their blocks, where a rule says that there are such."""
    rule = next((each for each in rules if each.numbering is Numbering.PLAIN), None)
    if rule is None:
        return {}
    first = first_section(blocks)
    found = {n: b.level for n, b in enumerate(blocks) if n >= first and isinstance(b, Heading)}
    sizes = sorted(set(found.values()))
    return {n: rule.level + sizes.index(size) for n, size in found.items()}


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]+", number))


# "Barn och unga -4,2 miljoner kronor.": a name and what it came to, no sentence
_AMOUNT_TITLE = re.compile(
    r"[^.:;+]{3,60}\s[+\-\u2212\u2013]\s?[0-9]{1,3}(?:\s[0-9]{3}){0,2}(?:,[0-9]{1,2})?"
    rf"\s{MONEY}\.?",
    re.IGNORECASE,
)
_VERBS = frozenset(("är", "var", "blev", "visar", "uppgår", "beräknas", "innebär", "avser", "ger"))


# a title does not end in these
DANGLING = frozenset(
    (
        "med",
        "till",
        "av",
        "i",
        "på",
        "om",
        "över",
        "under",
        "än",
        "och",
        "för",
        "minst",
        "ca",
        "cirka",
        "upp",
    )
)


def is_title_like(text: str, *, longest: int = 110) -> bool:
    """Whether a text could be an unnumbered heading: short, a capital, no sentence in it."""
    text = text.strip()
    if not text or len(text) > longest or "\n\n" in text or not text[0].isalpha():
        return False
    if not text[0].isupper():
        return False
    if _AMOUNT_TITLE.fullmatch(text):
        return not _VERBS.intersection(text.split())
    if text[-1] in ".:;,!?" or ": " in text or text.split()[-1].casefold() in DANGLING:
        return False
    return ". " not in text.replace("t.ex. ", "").replace("bl.a. ", "")
