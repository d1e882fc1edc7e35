"""Lines of plain text that are the heads of a table of words: "Mål   Bedömning   Kommentar"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ifo_followup.generic.heads import Word, is_period, word_of
from ifo_followup.generic.spaced_heads import Span
from ifo_followup.generic.spaced_lines import MOST_CELLS, SpacedLine
from ifo_followup.swedish.words import ASSESSMENTS, LIKELIHOODS, STATUSES

# what the rows of such a table are about
LABELS = frozenset(
    (Word.GOAL, Word.INDICATOR, Word.ASSIGNMENT, Word.ACTION, Word.RISK, Word.CATEGORY,
     Word.ACTIVITY, Word.MONTH)
)  # fmt: skip
_WORD = re.compile(r"\S+")
_LONGEST_HEAD = 45
_MOST_WORDS = 5  # of a head
_LONGEST_LINE = 240
ANSWER = "answer"  # a head that is one of the answers itself: "Uppfyllt", "Ej uppfyllt"

Kind = Word | str


@lru_cache(maxsize=4096)
def kind_of(head: str) -> Kind | None:
    """The kind of a head: its known word, or that it is one of the answers to be crossed."""
    found = word_of(head)
    if found is not None:
        return found
    return ANSWER if ASSESSMENTS.lookup(head) or STATUSES.lookup(head) else None


def is_answer(text: str) -> bool:
    """Whether a cell says in known words how far something has come, or how likely it is."""
    return any(words.lookup(text) is not None for words in (ASSESSMENTS, STATUSES, LIKELIHOODS))


def word_heads(row: SpacedLine) -> list[Span] | None:
    """The heads on a line that parts them with two spaces or more; None where it has none."""
    if not 1 < len(row.cells) <= MOST_CELLS or not _may_be_heads(row.line.text):
        return None
    heads = [head for cell in row.cells for head in (_known_heads(cell) or [cell])]
    if any(len(h.text) > _LONGEST_HEAD or h.text.endswith((".", ":")) for h in heads):
        return None
    return heads if _are_of_words(heads) else None


def are_word_heads(text: str) -> bool:
    """Whether a line is nothing but known heads, whatever parts them: "Uppdrag Status"."""
    text = text.strip()
    if not 0 < len(text) <= _LONGEST_LINE or not _may_be_heads(text):
        return False
    heads = _known_heads(Span(0, len(text), text))
    return heads is not None and _are_of_words(heads)


def are_heads(texts: Sequence[str], *, of_words: bool = False) -> bool:
    """Whether texts are heads, each by itself; with `of_words`, those of a table of words."""
    known = all(len(text) <= _LONGEST_HEAD and _is_head(text) for text in texts)
    return known and (not of_words or _have_label(map(kind_of, texts)))


def _may_be_heads(text: str) -> bool:
    """Whether two words of a line could begin heads; quickly said of prose."""
    words = text.split()
    return words[0][0].isupper() and sum(1 for word in words if word[0].isupper()) > 1


def _are_of_words(heads: Sequence[Span]) -> bool:
    return _have_label(kind_of(head.text) for head in heads)


def _have_label(heads: Iterable[Kind | None]) -> bool:
    """Whether heads say several things, and one of the first what the rows are about."""
    kinds = list(heads)
    known = {kind for kind in kinds if kind is not None}
    return len(known) > 1 and any(kind in LABELS for kind in kinds[:3])


def _known_heads(cell: Span) -> list[Span] | None:
    """The heads that only one space parts; None unless all its words are of known heads."""
    if _is_head(cell.text):
        return [cell]
    words = list(_WORD.finditer(cell.text[:_LONGEST_LINE]))
    out: list[Span] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _MOST_WORDS), at, -1):
            start, stop = words[at].start(), words[end - 1].end()
            if _is_head(cell.text[start:stop]):
                out.append(Span(cell.start + start, cell.start + stop, cell.text[start:stop]))
                at = end
                break
        else:
            return None
    return out


def _is_head(text: str) -> bool:
    """Whether words are a head by themselves; each begins with a capital, or is a period."""
    return is_period(text) or (text[0].isupper() and kind_of(text) is not None)
