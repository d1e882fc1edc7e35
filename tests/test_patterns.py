"""Every regular expression of the library is linear, or bounded where it is not.

Read from the compiled patterns themselves, without a clock: an unbounded repeat may not stand in
another one, nor may two that can take the same character follow each other with nothing certain
between them. Both are what makes a matcher try a text in ever more ways.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from re import _parser as parser  # no public view of a pattern exists

import pytest

PACKAGES = ("ifo_followup", "ifo_followup_tyreso", "ifo_followup_nacka")
MANY = 2000  # a repeat of at most so many is bounded work
REPEATS = {parser.MAX_REPEAT, parser.MIN_REPEAT}
SIGNS = "".join(map(chr, range(0x20, 0x17F))) + "\t\n\u2013\u2212\u2009\u202f"


@cache
def patterns() -> dict[str, "re.Pattern[str] | re.Pattern[bytes]"]:
    """Every pattern that stands in a module, also inside tuples and tables, by its name."""
    found = {}
    for package in PACKAGES:
        root = importlib.import_module(package)
        names = [m.name for m in pkgutil.walk_packages(root.__path__, f"{package}.")]
        for name in (package, *(n for n in names if not n.endswith("__main__"))):
            waiting = list(vars(importlib.import_module(name)).items())
            while waiting:
                key, value = waiting.pop()
                if isinstance(value, re.Pattern):
                    found[f"{name}.{key} {len(found)}"] = value
                elif isinstance(value, dict):
                    waiting += [(key, x) for x in value.values()]
                elif isinstance(value, tuple | list | frozenset):
                    waiting += [(key, x) for x in value]
    return found


def sequences(tree) -> Iterator[list]:
    """Each row of items in a pattern, inner ones too."""
    yield list(tree)
    for kind, value in tree:
        if kind in REPEATS:
            yield from sequences(value[2])
        elif kind is parser.SUBPATTERN:
            yield from sequences(value[3])
        elif kind is parser.BRANCH:
            for branch in value[1]:
                yield from sequences(branch)


def is_endless(item) -> bool:
    kind, value = item
    return kind in REPEATS and value[1] > MANY and value[0] != value[1]


def sign_fits(kind, value, sign: str) -> bool:
    """Whether a part of a pattern that takes one character takes this one."""
    if kind is parser.LITERAL:
        return ord(sign.lower()[0]) == value or ord(sign.upper()[0]) == value
    if kind is parser.NOT_LITERAL:
        return ord(sign) != value
    if kind is parser.RANGE:
        return value[0] <= ord(sign) <= value[1]
    if kind is parser.CATEGORY:
        name = str(value).removeprefix("CATEGORY_")
        letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[name.removeprefix("NOT_")]
        return (re.fullmatch(letter, sign) is None) == name.startswith("NOT_")
    if kind is parser.IN:
        negated = value[0][0] is parser.NEGATE
        return any(sign_fits(*part, sign) for part in value[negated:]) != negated
    return kind is parser.ANY


def takes(tree) -> frozenset[str]:
    """The characters that a part of a pattern may take, of those that matter here."""
    found: set[str] = set()
    for kind, value in tree:
        if kind in REPEATS:
            found |= takes(value[2])
        elif kind is parser.SUBPATTERN:
            found |= takes(value[3])
        elif kind is parser.BRANCH:
            for branch in value[1]:
                found |= takes(branch)
        elif kind not in (parser.AT, parser.ASSERT, parser.ASSERT_NOT):
            found |= {sign for sign in SIGNS if sign_fits(kind, value, sign)}
    return frozenset(found)


def may_be_empty(item) -> bool:
    """Whether a part of a pattern may take no character at all."""
    kind, value = item
    if kind in REPEATS:
        return value[0] == 0 or all(map(may_be_empty, value[2]))
    if kind is parser.SUBPATTERN:
        return all(map(may_be_empty, value[3]))
    if kind is parser.BRANCH:
        return any(all(map(may_be_empty, branch)) for branch in value[1])
    return kind in (parser.AT, parser.ASSERT, parser.ASSERT_NOT)


def faults(tree) -> Iterator[str]:
    """What makes a pattern try a text in ever more ways."""
    for row in sequences(tree):
        open_signs: frozenset[str] = frozenset()  # what an endless repeat just before may take
        for item in row:
            if is_endless(item):
                inner = list(item[1][2])
                if any(is_endless(x) for part in sequences(inner) for x in part):
                    yield "an endless repeat in an endless repeat"
                shared = open_signs & takes(inner)
                if shared:
                    yield f"two endless repeats that both take {sorted(shared)[:5]}"
                open_signs = (open_signs if may_be_empty(item) else frozenset()) | takes(inner)
            elif not may_be_empty(item):
                # a certain part between two repeats helps only where the first cannot take it
                open_signs = open_signs if takes([item]) <= open_signs else frozenset()


def test_the_check_sees_what_it_should():
    bad = (r"(a+)+b", r"\s*-?\s*x", r"(?:\d+\s*)*z", r"\d+\d+x", r"(\s*)(\S+)\s*", r"\w+a\w+!")
    good = (r"\s{0,3}-?\s{0,3}", r"a+b+c", r"[0-9]+,[0-9]+", r"\S+\s+\S+", r"(?:ab){1,9}")
    assert [p for p in bad if not list(faults(parser.parse(p)))] == [r"(\s*)(\S+)\s*"]
    assert [p for p in good if list(faults(parser.parse(p)))] == []


@pytest.mark.parametrize("name", sorted(patterns()))
def test_pattern_is_linear(name: str):
    pattern = patterns()[name]
    assert not list(
        faults(parser.parse(pattern.pattern, pattern.flags & (re.IGNORECASE | re.VERBOSE)))
    )


def test_patterns_are_found():
    assert len(patterns()) > 100
