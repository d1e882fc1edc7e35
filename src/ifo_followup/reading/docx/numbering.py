"""Lists: which paragraphs are in one, and the numbers that Word prints before headings."""

import re
from collections.abc import Mapping

from attrs import define, field, frozen

from ifo_followup.reading.docx.properties import number
from ifo_followup.reading.docx.xml import Node

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_ROMAN_LOW = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# formats that print no number
_SIGNS = frozenset(("bullet", "none"))


@frozen(kw_only=True)
class Level:
    """One level of a list: its number format, its text ("%1.%2") and where it starts."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


@define
class Numbering:
    """The lists of a document, counted as its paragraphs are read."""

    _abstract: Mapping[str, Mapping[int, Level]]
    _lists: Mapping[str, str]
    _starts: Mapping[tuple[str, int], int]
    _counters: dict[str, list[int]] = field(factory=dict, init=False)

    @classmethod
    def read(cls, root: Node | None) -> "Numbering":
        """Read `numbering.xml`; a document without one has no automatic numbers."""
        abstract: dict[str, dict[int, Level]] = {}
        lists: dict[str, str] = {}
        starts: dict[tuple[str, int], int] = {}
        for node in root.children if root is not None else ():
            if node.tag == "w:abstractNum":
                levels = (_level(child) for child in node.children if child.tag == "w:lvl")
                abstract[node.attributes.get("w:abstractNumId", "")] = dict(levels)
            elif node.tag == "w:num":
                identity = node.attributes.get("w:numId", "")
                lists[identity] = node.value("w:abstractNumId") or ""
                for change in node.children:
                    start = number(change.value("w:startOverride"))
                    at = number(change.attributes.get("w:ilvl"))
                    if change.tag == "w:lvlOverride" and start is not None and at is not None:
                        starts[identity, at] = start
        return cls(abstract, lists, starts)

    def count(self, identity: str, at: int) -> str:
        """Count one paragraph of a list; return the number that Word prints before it."""
        at = min(max(at, 0), _LEVELS - 1)
        abstract = self._lists.get(identity)
        levels = self._abstract.get(abstract, {}) if abstract is not None else {}
        # lists that share a definition go on counting from each other
        key = identity if abstract is None else abstract
        counters = self._counters.setdefault(key, [-1] * _LEVELS)
        for higher in range(at):
            if counters[higher] < 0:
                counters[higher] = levels.get(higher, Level()).start
        if counters[at] < 0:
            default = levels.get(at, Level()).start
            counters[at] = self._starts.get((identity, at), default)
        else:
            counters[at] += 1
        for lower in range(at + 1, _LEVELS):
            counters[lower] = -1
        level = levels.get(at, Level(format="bullet"))
        if level.format in _SIGNS:
            return ""
        return _PLACEHOLDER.sub(lambda m: self._digit(levels, counters, m), level.text).strip()

    @staticmethod
    def _digit(levels: Mapping[int, Level], counters: list[int], match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        value = max(counters[at], 0)
        return _shown(levels.get(at, Level()).format, value)


def _level(node: Node) -> tuple[int, Level]:
    start = number(node.value("w:start"))
    return number(node.attributes.get("w:ilvl")) or 0, Level(
        format=node.value("w:numFmt") or "decimal",
        text=(node.value("w:lvlText") or "")[:100],
        start=1 if start is None else start,
    )


def _shown(form: str, value: int) -> str:
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 10)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        out = ""
        for worth, sign in _ROMAN + _ROMAN_LOW:
            while value >= worth:
                out, value = out + sign, value - worth
        return out if form == "lowerRoman" else out.upper()
    if form == "decimalZero":
        return f"{value:02}"
    return "" if form in _SIGNS else str(value)
