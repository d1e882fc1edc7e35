"""Printed lines and words: joining what a narrow column broke, and comparing what it bent.

Nothing here translates or corrects; only spaces, line ends and end-of-line hyphens change.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"

# zero-width characters that PDF and HTML writers leave between letters
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# for character classes of expressions: what is printed for a minus sign, and for a dash
MINUS = r"\-\u2010-\u2013\u2212"
DASH = r"\-\u2010-\u2015\u2212"
# a cell of one of these holds no value
NO_VALUE = rf"(?:[{DASH}]{{1,6}}|\.{{1,3}}|\u2026)"
_HYPHENS = "-\u2010\u2011"
_DASHES = "\u2012\u2013\u2014\u2015\u2212"
# expressions: str.translate takes several times as long on texts that hold nothing to drop
_NOT_SEEN = re.compile(f"[{INVISIBLE}]")
_DROPPED_BY_SQUASH = re.compile(
    f"[{INVISIBLE}{_DASHES}\u2043\u2e3a\u2e3b\ufe58\ufe63\uff0d{_HYPHENS[1:]}{_HYPHENS[0]}]"
)

# a hyphen before these words hangs: "barn- och ungdomsenheten", "två- till treårig"
_HANGS_BEFORE = frozenset(
    ("och", "eller", "samt", "respektive", "resp", "till", "som", "men", "&", "och/eller")
)
_VOWELS = frozenset("aeiouyåäöéèüAEIOUYÅÄÖÉÈÜ")
# names that keep their hyphen in compounds: "lex Sarah-rapporter", "covid-relaterad"
_KEEPS_HYPHEN = frozenset({"sarah", "maria", "covid"})
# headers, labels and code words are at most about this long (characters)
_WORDING = 64
# as much of the last word as is needed to judge its hyphen
_TAIL = 64

# fmt: off
_ABBREVIATIONS = frozenset((
    "bil.", "bl.a.", "ca.", "d.v.s.", "dvs.", "dyl.", "enl.", "etc.", "ev.", "exkl.", "f.d.",
    "fig.", "forts.", "fr.o.m.", "i.o.m.", "inkl.", "jfr.", "jmf.", "kap.", "kl.", "m.fl.", "m.m.",
    "milj.", "mkr.", "mnkr.", "nr.", "o.d.", "o.dyl.", "o.s.v.", "obs.", "osv.", "p.g.a.", "pga.",
    "resp.", "s.k.", "sid.", "st.", "t.ex.", "t.o.m.", "tab.", "tel.", "tkr.", "u.a.",
))
# fmt: on
# a full stop that a narrow cell pushed to a line of its own: "genomförd", "."
_END_MARKS = frozenset(".,;:!?)")
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'”“’‘»«(["


def join_lines(lines: Sequence[str]) -> str:
    """Join the wrapped lines of one paragraph.

    A hyphen at a line's end goes when the word goes on in small letters ("handläggnings-",
    "tiden" → "handläggningstiden") and stays when it belongs to the word: before a digit or a
    capital ("2018-04-", "30"; "Mini-", "Maria"), after a digit or an abbreviation ("LVU-",
    "liknande"), or hanging before another word ("barn-", "och ungdom" → "barn- och ungdom").
    """
    printed = [part for line in lines for part in line.splitlines()]
    if len(printed) == 1:
        return unicodedata.normalize("NFC", _collapse(printed[0]))
    out: list[str] = []
    tail = ""
    soft = False
    for line in printed:
        clean = _collapse(line)
        if clean:
            cut, glue = (0, "") if soft else _seam(tail, clean)
            if cut:
                out[-1] = out[-1][:-cut]
                tail = tail[:-cut]
            out.append(glue + clean)
            last = clean.rsplit(" ", 1)
            tail = (last[-1] if len(last) > 1 or glue else tail + clean)[-_TAIL:]
        soft = _ends_soft(line) and bool(out)
    return unicodedata.normalize("NFC", "".join(out))


def tidy(text: str) -> str:
    """Collapse white space; paragraphs, separated by blank lines, stay apart.

    No-break and thin spaces become spaces, soft hyphens go: "1\u00a0645  besök" → "1 645 besök".
    Other hyphens are not touched; that is for `join_lines`, which knows where lines ended.
    """
    paragraphs: list[list[str]] = [[]]
    soft = False
    for line in text.splitlines():
        clean = _collapse(line)
        if clean:
            paragraphs[-1].append(clean if soft or not paragraphs[-1] else " " + clean)
        elif not line.strip() and paragraphs[-1]:
            paragraphs.append([])
        soft = _ends_soft(line) and bool(paragraphs[-1])
    joined = "\n\n".join("".join(parts) for parts in paragraphs if parts)
    return unicodedata.normalize("NFC", joined)


def squash(text: str) -> str:
    """Reduce a text to what a header or a code word is compared by.

    Case, white space, hyphens and dashes go, so that "Bedöm- ning", "Bedöm ning" and "BEDÖMNING"
    are the same word.
    """
    return _squashed(text) if len(text) <= _WORDING else _squash(text)


def _squash(text: str) -> str:
    # taking characters out can bring together others that compose, hence the rounds
    for _ in range(4):
        before = text
        bare = "".join(_DROPPED_BY_SQUASH.sub("", text).split())
        if bare.isascii():
            return bare.lower()  # nothing in it composes, and small letters stay what they are
        composed = unicodedata.normalize("NFKC", bare)
        text = composed.casefold()
        if text == before or (composed == bare and unicodedata.is_normalized("NFKC", text)):
            break  # small letters are neither blanks nor dashes: another round would find nothing
    return text


# header and code words come again in every table and for every format that is asked
_squashed = lru_cache(maxsize=8_192)(_squash)


def first_sentence(text: str) -> tuple[str, str]:
    """Split off the first sentence: "Uppfylls inte. Den ökade." → ("Uppfylls inte.", "Den ökade.").

    A sentence ends at ".", "!" or "?" before a capital or a digit, or with its paragraph;
    abbreviations ("bl.a.", "st.") and a leading number ("1. Mål") do not end it.
    """
    text = text.strip()
    paragraph, gap, _ = text.partition("\n\n")
    start = 0
    for word in paragraph.split():
        start = paragraph.index(word, start)
        end = start + len(word)
        following = paragraph[end:].lstrip()[:2] if word.rstrip(_CLOSERS)[-1:] in "!?." else ""
        if following and _ends_sentence(word, following, first=start == 0):
            return text[:end], text[end:].strip()
        start = end
    if gap:
        return paragraph.rstrip(), text[len(paragraph) :].strip()
    return text, ""


def _ends_sentence(word: str, following: str, *, first: bool) -> bool:
    bare = word.rstrip(_CLOSERS).lstrip(_OPENERS)
    opening = following.lstrip(_OPENERS)[:1] or following[:1]
    if not (opening.isupper() or opening.isdigit() or opening in _OPENERS):
        return False
    if not bare.endswith("."):
        return True
    stem = bare.rstrip(".")
    if bare.casefold() in _ABBREVIATIONS or (len(stem) == 1 and stem.isalpha()):
        return False
    return not (first and stem.replace(".", "").isdigit())


def _collapse(line: str) -> str:
    # none of the characters that are not seen counts as printable
    return " ".join((line if line.isprintable() else _NOT_SEEN.sub("", line)).split())


def _ends_soft(line: str) -> bool:
    return SOFT_HYPHEN in line and line.rstrip().endswith(SOFT_HYPHEN)


def _seam(tail: str, line: str) -> tuple[int, str]:
    """How `tail`, the last word so far, meets the next line: characters to cut, and the glue."""
    if not tail:
        return 0, ""
    stem, mark = tail[:-1], tail[-1]
    if not stem.strip(_HYPHENS + _DASHES):
        return 0, " "
    start = line[0]
    if line in _END_MARKS:
        return 0, ""
    if mark in _DASHES and stem[-1].isdigit() and start.isdigit():
        return 0, ""
    if mark not in _HYPHENS:
        return 0, " "
    if start.isdigit() or start == "/":
        return 0, ""
    if not start.isalpha() or line.split(" ", 1)[0].rstrip(".,;:").casefold() in _HANGS_BEFORE:
        return 0, " "
    return (0, "") if start.isupper() or _keeps_hyphen(stem) else (1, "")


def _keeps_hyphen(stem: str) -> bool:
    """Whether the hyphen after `stem` belongs to the word: "LVU-", "12-", "hbtq-", "e-"."""
    for mark in _HYPHENS + "/":
        stem = stem.rsplit(mark, 1)[-1]
    part = stem.lstrip(_OPENERS)
    return (
        len(part) < 2
        or not part[-1].isalpha()
        or any(letter.isupper() for letter in part[1:])
        or not any(letter in _VOWELS for letter in part)
        or part.casefold() in _KEEPS_HYPHEN
    )
