"""Printed phrases and the codes they stand for, however a narrow column broke them."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from attrs import field, frozen

from ifo_followup.swedish.text import first_sentence, squash

C = TypeVar("C")

_CLOSING = ".,;:!)"
_DENIALS = frozenset(("inte", "ej", "icke"))
_MOST_OPENERS = 3
# list signs and coloured marks that stand before a word: "● Gul", "- Färdig"
_OPENING = " \t\n\u00a0-–—•●○■▪◆*·(\uf0b7\uf02d"
# texts longer than this are not a word in a cell
_LONGEST_CELL = 600


@frozen
class SentenceRule(Generic[C]):
    """A code for every sentence of a certain build, where no list of phrases would end."""

    pattern: re.Pattern[str]
    code: C


@frozen
class Vocabulary(Generic[C]):
    """Phrases with their codes.

    `openers` may stand before a phrase and mean nothing by themselves ("Målet är", "Bedömning:").
    The codes in `deniable` do not hold when "inte" or "ej" follows in the sentence ("uppfylls i
    dagsläget inte"); `match_start` then knows nothing rather than the opposite. Case, white space,
    hyphens and punctuation at the end do not count.
    """

    entries: tuple[tuple[str, C], ...]
    openers: tuple[str, ...] = ()
    rules: tuple[SentenceRule[C], ...] = ()
    deniable: frozenset[C] = frozenset()
    _codes: Mapping[str, C] = field(init=False, repr=False, eq=False)
    _opening: tuple[str, ...] = field(init=False, repr=False, eq=False)
    _reach: int = field(init=False, repr=False, eq=False)
    _starts: frozenset[str] = field(init=False, repr=False, eq=False)

    @_codes.default
    def _code_table(self) -> Mapping[str, C]:
        return MappingProxyType({_key(phrase): code for phrase, code in self.entries})

    @_opening.default
    def _opening_table(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(_key, self.openers)))

    @_reach.default
    def _longest(self) -> int:
        openers = sorted(map(len, self._opening))
        return max(map(len, self._codes), default=0) + sum(openers[-_MOST_OPENERS:])

    @_starts.default
    def _first_letters(self) -> frozenset[str]:
        return frozenset(key[:2] for key in (*self._codes, *self._opening))

    def extended(self, entries: Mapping[str, C]) -> "Vocabulary[C]":
        """The same vocabulary with more phrases; a phrase already there gets the new code."""
        return Vocabulary(
            entries=(*self.entries, *entries.items()),
            openers=self.openers,
            rules=self.rules,
            deniable=self.deniable,
        )

    def lookup(self, text: str) -> C | None:
        """The code of a whole cell: "Bedömning: Gul", "Helt upp- fyllt." → its code, else None."""
        if len(text) > _LONGEST_CELL:
            return None
        key = _key(text)
        for start in self._phrase_starts(key):
            if key[start:] in self._codes:
                return self._codes[key[start:]]
        return self._by_rule(first_sentence(text)[0])

    def match_start(self, text: str) -> tuple[C, int] | None:
        """The code of the phrase a text starts with, and its length with its punctuation.

        "Delvis uppfyllt. Samtliga socialsekreterare är" → (code, 16). The longest phrase wins;
        None where none begins the text.
        """
        best = self._longest_phrase(text)
        if best is not None:
            code, end = best
            if code in self.deniable and _is_denied(text[end : end + _LONGEST_CELL]):
                return None
            return code, end + (text[end : end + 1] != "" and text[end] in _CLOSING)
        sentence = first_sentence(text[:_LONGEST_CELL])[0]
        ruled = self._by_rule(sentence)
        return None if ruled is None else (ruled, text.index(sentence) + len(sentence))

    def _phrase_starts(self, key: str) -> list[int]:
        """Where a phrase may start: at the beginning, and after each run of openers."""
        starts = [0] if key[:2] in self._starts else []
        fresh = starts
        for _ in range(_MOST_OPENERS):
            opened = [at for at in fresh if key.startswith(self._opening, at)]
            reached = {at + len(o) for at in opened for o in self._opening if key.startswith(o, at)}
            fresh = sorted(reached.difference(starts))
            starts = starts + fresh
        return starts

    def _longest_phrase(self, text: str) -> tuple[C, int] | None:
        shape, ends = _squashed(text, self._reach + 1)
        best: tuple[C, int] | None = None
        for start in self._phrase_starts(shape):
            for stop in range(start + 1, len(shape) + 1):
                code = self._codes.get(shape[start:stop])
                end = ends[stop - 1]
                if code is None or text[end : end + 1].isalnum():
                    continue
                if best is None or end > best[1]:
                    best = code, end
        return best

    def _by_rule(self, sentence: str) -> C | None:
        flat = " ".join(sentence.split())
        for rule in self.rules:
            if rule.pattern.search(flat):
                return rule.code
        return None


def _key(text: str) -> str:
    return _squash(text.strip(_OPENING)).rstrip(_CLOSING)


def _squash(text: str) -> str:
    # the colon of "Status: påbörjad" is no part of the words
    return squash(text).replace(":", "")


def _is_denied(rest: str) -> bool:
    """Whether what follows a phrase in its sentence takes it back: "... i dagsläget inte"."""
    following = rest.lstrip()
    if not following[:1].islower() and following[:1] != ",":
        return False
    words = first_sentence(following)[0].casefold().split()
    return any(word.strip(".,;:!?()") in _DENIALS for word in words)


def _squashed(text: str, most: int) -> tuple[str, list[int]]:
    """The beginning of a text squashed, and for each letter where it ended in the text."""
    letters: list[str] = []
    ends: list[int] = []
    for index, letter in enumerate(text[: 4 * most]):
        if not letters and letter in _OPENING:
            continue
        for piece in _squash(letter):
            letters.append(piece)
            ends.append(index + 1)
        if len(letters) >= most:
            break
    return "".join(letters), ends
