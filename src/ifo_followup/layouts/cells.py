"""How well a run of words fits the kind of a column: the evidence that recovery weighs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from ifo_followup.layouts.beside import RISK_VALUE
from ifo_followup.layouts.cell_figures import (
    begins_figure,
    fit_measure,
    fit_percent,
    fit_range,
    is_rest,
    number_ends,
    torn_bracket,
)
from ifo_followup.layouts.cell_scores import KNOWN, STRAY_PARAGRAPH, UNKNOWN
from ifo_followup.layouts.declare import CellKind, Column
from ifo_followup.layouts.headings import DANGLING
from ifo_followup.layouts.tokens import DASHES, Gap, Token, text_of
from ifo_followup.swedish.dates import first_month
from ifo_followup.swedish.numbers import is_dash
from ifo_followup.swedish.text import squash
from ifo_followup.swedish.words import (
    ASSESSMENTS,
    LIKELIHOODS,
    STATUSES,
    says_not_measured,
)

PARAGRAPH = -0.3  # a blank line inside a cell that may have several paragraphs
SMALL_START = -4.0  # a cell that begins with a small letter

NO_SENTENCE = -1.25  # a comment of several lines that does not end as sentences do
SENTENCE = -0.3  # a title that ends as sentences do: where it may be another cell, it is
WORD = -0.05  # each word of an assessment: of two that fit, the shorter
_FEW_WORDS = 3
_LONGEST_TITLE = 12
_BETWEEN_MONTHS = ("-", "–", "/")
_LONGEST_WORDS = 8  # words in an entry of a vocabulary
_LONGEST_SENTENCE = 40

_VERY = "mycket "


def _likelihood(text: str) -> object:
    """A known likelihood, or a stronger one, which has no code and is a cell of its own."""
    words = text.casefold()
    return LIKELIHOODS.lookup(words.removeprefix(_VERY))


_LOOKUPS: Mapping[CellKind, Callable[[str], object]] = {
    CellKind.ASSESSMENT: ASSESSMENTS.lookup,
    CellKind.LIGHT: ASSESSMENTS.lookup,
    CellKind.STATUS: STATUSES.lookup,
    CellKind.LIKELIHOOD: _likelihood,
}
_LONGEST = {
    CellKind.LABEL: 90,
    CellKind.PHRASE: 60,
    CellKind.ASSESSMENT: 120,
    CellKind.MEASURE: 14,
    CellKind.RESULT: 8,
    CellKind.PERCENT: 4,
    CellKind.STATUS: 8,
    CellKind.LIKELIHOOD: 3,
    CellKind.LIGHT: 4,
    CellKind.RANGE: 5,
    CellKind.MONTH: 3,
    CellKind.MARKER: 6,
}


_SHARES = (CellKind.PERCENT, CellKind.RESULT)  # numbers without words beside them
_NUMERIC = (CellKind.MEASURE, CellKind.RANGE, *_SHARES)


def longest(kind: CellKind) -> int | None:
    """How many words a cell of this kind may have; None for any number."""
    return _LONGEST.get(kind)


def atoms(column: Column, tokens: Sequence[Token], start: int) -> Iterator[int]:
    """Ends of the runs that begin at `start` and are surely a cell of this kind."""
    kind = column.kind
    if kind is CellKind.MARKER:
        for end in range(start + 1, min(start + len(column.markers), len(tokens)) + 1):
            if _are_markers(column, tokens[start:end]):
                yield end
    elif kind in _NUMERIC:
        yield from number_ends(tokens, start, alone=kind in _SHARES)
        if kind is CellKind.RESULT:
            yield from _word_ends(CellKind.LIGHT, tokens, start)
        if kind is CellKind.MEASURE:
            yield from _sentence_ends(tokens, start, says_not_measured)
    elif kind is CellKind.MONTH:
        yield from _month_ends(tokens, start)
    elif kind in _LOOKUPS:
        if tokens[start].text in DASHES:
            yield start + 1
        yield from _word_ends(kind, tokens, start)


def _are_markers(column: Column, run: Sequence[Token]) -> bool:
    """Whether words are markers, all of them or some, in their order: "T1", "T1 T2 T3"."""
    known = [squash(marker) for marker in column.markers]
    printed = [squash(token.text) for token in run]
    if any(word not in known for word in printed):
        return False
    places = [known.index(word) for word in printed]
    return places == sorted(set(places))


def _month_ends(tokens: Sequence[Token], start: int) -> Iterator[int]:
    """A month, or two: "November/december", perhaps broken behind the sign between them."""
    text = tokens[start].text
    if not text[:1].isupper() or not first_month(text):
        return
    following = tokens[start + 1].text if start + 1 < len(tokens) else ""
    if text.endswith(_BETWEEN_MONTHS) and first_month(following):
        yield start + 2
    else:
        yield start + 1


def _word_ends(kind: CellKind, tokens: Sequence[Token], start: int) -> Iterator[int]:
    """A cell begins with a capital; the same words inside a sentence do not."""
    if not tokens[start].text[:1].isupper():
        return
    lookup = _LOOKUPS[kind]
    for end in range(start + 1, min(start + _LONGEST_WORDS, len(tokens)) + 1):
        if end > start + 1 and tokens[end - 1].gap is Gap.BLANK:
            break
        if lookup(text_of(tokens[start:end])) is not None:
            yield end
    if kind is CellKind.ASSESSMENT:
        yield from _sentence_ends(tokens, start, lambda text: lookup(text) is not None)


def _sentence_ends(
    tokens: Sequence[Token], start: int, holds: Callable[[str], bool]
) -> Iterator[int]:
    if not tokens[start].text[:1].isupper():
        return
    for end in range(start + 1, min(start + _LONGEST_SENTENCE, len(tokens)) + 1):
        stops = tokens[end - 1].text.endswith((".", "!"))
        last = end == len(tokens) or tokens[end].gap is Gap.BLANK
        figure = not last and begins_figure(tokens[end])
        if (stops or last or figure) and holds(text_of(tokens[start:end])):
            yield end
        if stops or last:
            return


def fit(column: Column, tokens: Sequence[Token], start: int, end: int) -> float | None:
    """Score of the words [start, end) as a cell of the column; None where they cannot be one."""
    kind = column.kind
    limit = longest(kind)
    if limit is not None and end - start > limit:
        return None
    run = tokens[start:end]
    if kind in _NUMERIC and is_rest(run[0].text):
        return None
    breaks = [token.gap for token in run[1:]].count(Gap.BLANK)
    score = _fit_kind(column, run, breaks)
    if score is None:
        return None
    if kind is CellKind.ASSESSMENT:
        # of the verdict alone, where what follows says why
        verdict = next((n for n in range(1, len(run)) if run[n].gap is Gap.BLANK), len(run))
        score += WORD * verdict
        if run[0].text[:1].islower():
            score += 2 * SMALL_START
        if end < len(tokens) and _breaks_off(run[-1].text, tokens[end].text):
            score += SMALL_START
    if kind is CellKind.MEASURE and run[0].text[:1].islower():
        score += SMALL_START
    if kind is CellKind.MEASURE and run[-1].text.endswith(":"):
        score += UNKNOWN  # a label begins the next cell
    if kind is CellKind.LABEL:
        score += _label_words(run)
    if kind in (CellKind.LABEL, CellKind.PROSE, CellKind.PHRASE) and _small(run[0].text):
        score += SMALL_START
    if kind in (CellKind.LABEL, CellKind.PROSE, CellKind.PHRASE):
        score += SMALL_START * _misplaced_values(run, titled=kind is CellKind.LABEL)
    return score


def _label_words(run: Sequence[Token]) -> float:
    """What its words say of a title or a name, the last of them above all."""
    last = run[-1].text
    if not any(token.text[0].isalpha() for token in run):
        return UNKNOWN
    if last in DASHES:
        return SMALL_START
    if last.casefold() in DANGLING:
        return SMALL_START / 2
    return SENTENCE if last.endswith(".") and len(run) > _FEW_WORDS else 0.0


def _misplaced_values(run: Sequence[Token], *, titled: bool) -> int:
    """How many values of risks stand in a cell otherwise than behind a title, at its end."""
    if RISK_VALUE not in " ".join([token.text for token in run]).casefold():
        return 0  # most cells: they are many, and long
    torn = len(run) > 1 and run[-1].text.casefold() == RISK_VALUE
    return torn + sum(
        1
        for n, (word, value) in enumerate(pairwise(run))
        if word.text.casefold().lstrip("(") == RISK_VALUE
        and value.text[0].isdigit()
        and not (titled and 0 < n == len(run) - 2)
    )


def _breaks_off(last: str, following: str) -> bool:
    """Whether a sentence is cut: no end mark, and it goes on in small letters."""
    return following[:1].islower() and not last.endswith((".", "!", ":"))


def _small(word: str) -> bool:
    """Whether a word goes on with something rather than begins a cell."""
    return word[0].islower() or word[0] in "-–,.;:)%"


def _fit_kind(column: Column, run: Sequence[Token], breaks: int) -> float | None:
    if column.kind is CellKind.PROSE:
        return breaks * PARAGRAPH + (
            NO_SENTENCE if column.fills == "comment" and _is_no_sentence(run) else 0.0
        )
    text = text_of(run)
    match column.kind:
        case CellKind.LABEL | CellKind.PHRASE:
            return _fit_text(column, run, breaks)
        case CellKind.MARKER:
            return 3.0 + 0.1 * len(run) if _are_markers(column, run) else None
        case CellKind.ASSESSMENT:
            return _fit_assessment(text, breaks)
        case CellKind.MEASURE:
            return fit_measure(run, breaks)
        case CellKind.RESULT:
            return KNOWN if ASSESSMENTS.lookup(text) is not None else fit_percent(run)
        case CellKind.PERCENT:
            return fit_percent(run)
        case CellKind.RANGE:
            return fit_range(run)
        case CellKind.MONTH:
            return KNOWN if text[:1].isupper() and first_month(text) is not None else None
        case _:
            return _fit_words(column, run, text, breaks)


def _fit_text(column: Column, run: Sequence[Token], breaks: int) -> float:
    if column.kind is CellKind.PHRASE and len(run) == 1 and is_dash(run[0].text):
        return 1.0 - SMALL_START
    if torn_bracket(run):
        return STRAY_PARAGRAPH
    return breaks * STRAY_PARAGRAPH + (0.5 if breaks == 0 else 0.0)


def _is_no_sentence(run: Sequence[Token]) -> bool:
    """Whether words take lines and say no sentence: rather a title than a comment."""
    lines = any(token.gap is not Gap.SPACE for token in run[1:])
    return lines and len(run) <= _LONGEST_TITLE and not run[-1].text.endswith((".", "!", "?", ")"))


def _fit_words(column: Column, run: Sequence[Token], text: str, breaks: int) -> float | None:
    """A cell of words from a vocabulary: status, likelihood, light."""
    if len(run) == 1 and run[0].text in DASHES:
        return 3.0
    known = _LOOKUPS[column.kind](text) is not None
    if column.kind is CellKind.LIGHT and not known and text.endswith("."):
        return None  # "Arbetet fortsätter." below a strip of months
    if len(run) > _FEW_WORDS and text.endswith("."):
        return 2 * UNKNOWN  # a sentence, whatever it says
    return KNOWN if known and breaks == 0 else UNKNOWN + breaks * STRAY_PARAGRAPH


def _fit_assessment(text: str, breaks: int) -> float:
    if breaks == 0 and ASSESSMENTS.lookup(text) is not None:
        return KNOWN
    if is_dash(text):
        return 3.0
    verdict, gap, _ = text.partition("\n\n")
    if gap and ASSESSMENTS.lookup(verdict) is not None:
        return KNOWN - 0.5 + (breaks - 1) * PARAGRAPH  # the verdict, then why
    return UNKNOWN + breaks * STRAY_PARAGRAPH
