"""How well a run of words fits a column of figures: measures, shares, ranges."""

import re
from collections.abc import Iterator, Sequence

from ifo_followup.layouts.cell_scores import KNOWN, STRAY_PARAGRAPH, UNKNOWN
from ifo_followup.layouts.tokens import DASHES, Gap, Token, text_of
from ifo_followup.model.values import Unit
from ifo_followup.swedish.numbers import is_dash, read_quantity, read_range, read_scoped
from ifo_followup.swedish.words import says_not_measured

_MOST_QUALIFIERS = 3  # words beside a number in a cell: "12 % minskning", "4 % kommunmål"
# beside these a number belongs to a name: "4 kap.", "16 år"
_NAMING = frozenset(("kap", "kap.", "kapitlet", "år", "års", "åringar", "punkten", "paragrafen"))
_ABOUT = frozenset(("ca", "cirka", "upp", "minst", "högst", ">", "<", "över", "under"))
_DIGITS = re.compile(r"[+\-\u2212\u2013]?[0-9]{1,3}")
_FIGURE = re.compile(r"[+\-\u2212\u2013]?[0-9]")
_AMOUNT = re.compile(r"[+\-\u2212\u2013]?[0-9]{1,12}(?:,[0-9]{1,6})?\Z")
_GROUP = re.compile(r"[0-9]{3}(?![0-9])")
# "054" is no number: it is the rest of one
_REST = re.compile(r"0[0-9]")
# in place of an interval: "Ej beräknad", "Går inte att bedöma"
_NOT_RECKONED = re.compile(
    r"(?:ej|inte|går (?:ej|inte) att|svårt? att|svår) (?:beräkna|bedöm|uppskatta|känd?)\w{0,3}"
    r"|okän[dt]",
    re.IGNORECASE,
)
_MOST_GROUPS, _NAME_WORDS = 4, 2


def begins_figure(token: Token) -> bool:
    """Whether a word on the line of the one before it begins a number, or is a dash."""
    return token.gap is Gap.SPACE and (is_dash(token.text) or bool(_FIGURE.match(token.text)))


def are_amounts(run: Sequence[Token]) -> bool:
    """Whether every word is a number, or a part of one: where one ends is another question."""
    return all(_AMOUNT.match(token.text) for token in run)


def is_rest(word: str) -> bool:
    """Whether a word is the rest of a number, whose first digits stand before it."""
    return bool(_REST.match(word))


def number_ends(tokens: Sequence[Token], start: int, *, alone: bool) -> Iterator[int]:
    """Ends of the numbers that begin at a word; words beside one go with it, if not `alone`."""
    if is_dash(tokens[start].text):
        yield start + 1
        return
    if not _FIGURE.match(tokens[start].text) or is_rest(tokens[start].text):
        return
    for end in range(start + 1, min(start + 5, len(tokens)) + 1):
        if end > start + 1 and tokens[end - 1].gap is Gap.BLANK:
            return
        text = text_of(tokens[start:end])
        quantity = read_quantity(text)
        if (quantity and not (alone and quantity.words)) or read_range(text):
            yield end


def fit_range(run: Sequence[Token]) -> float | None:
    """Score of words as a range; None where they are none."""
    text = text_of(run)
    if read_range(text) is not None:
        return KNOWN
    if run[0].text.casefold() in _ABOUT and read_range(run[-1].text) is not None:
        return 3.0  # "ca 0,5", "upp till 1,0": no interval, but the cell
    if _NOT_RECKONED.fullmatch(text):
        return 3.0
    return 3.0 if len(run) == 1 and is_dash(run[0].text) else None


def fit_percent(run: Sequence[Token]) -> float | None:
    """A bare number belongs to a name, "Enhet 2"; as a share it is all but impossible."""
    if len(run) == 1 and is_dash(run[0].text):
        return 3.0
    quantity = read_quantity(text_of(run)) if len(run) <= 3 else None
    if quantity is None or quantity.words:
        return None
    return KNOWN - 1.0 if quantity.unit is Unit.PERCENT else 0.0


def fit_measure(run: Sequence[Token], breaks: int) -> float | None:
    """Score of words as an outcome with what it counts; `breaks` are the blank lines in it."""
    if len(run) == 1 and is_dash(run[0].text):
        return 3.0
    if run[0].text == "%" or torn_bracket(run) or any(token.text in DASHES for token in run):
        return None
    if _is_row(run):
        return None
    text = text_of(run)
    if breaks == 0:
        quantity = read_quantity(text)
        if quantity is not None and _qualifies(quantity.words):
            return KNOWN - 1.0 - (1.0 if quantity.words else 0.0)
        scopes = [scope for scope, _ in read_scoped(text)]
        short = len(scopes) > 1 and all(map(_qualifies, scopes))
        if short or (text[0].isalpha() and says_not_measured(text)):
            return KNOWN - 1.0
    return UNKNOWN + breaks * STRAY_PARAGRAPH if len(run) <= 6 else None


def _qualifies(words: str) -> bool:
    """Whether words beside a number say what it counts, not that it is part of a name."""
    parts = words.split()
    named = any(not part.strip("().:").isalpha() or part.casefold() in _NAMING for part in parts)
    return len(parts) <= _MOST_QUALIFIERS and not named


def _is_row(run: Sequence[Token]) -> bool:
    """Whether figures, with a name before them or none, are cells of their own and no one value.

    No number of an indicator has four groups: "387 407 420 397". "Antal familjehem 105" at the
    start of a line is a name and its value; "kvinnor 45" may be a value.
    """
    figures = next((n for n, t in enumerate(reversed(run)) if not _FIGURE.match(t.text)), len(run))
    words = len(run) - figures
    led = run[0].gap is not Gap.SPACE and run[0].text[0].isupper()
    return figures >= _MOST_GROUPS or (led and figures > 0 and words >= _NAME_WORDS)


def torn_bracket(run: Sequence[Token]) -> bool:
    """Whether a bracket is opened and not closed: the cell goes on."""
    text = " ".join(token.text for token in run)
    return text.count("(") != text.count(")")


def cuts_number(tokens: Sequence[Token], end: int) -> bool:
    """Whether the word before `end` and the word at it could be one number: "1 645"."""
    if end >= len(tokens) or tokens[end].gap is not Gap.SPACE or tokens[end].spaces != 1:
        return False
    before, after = tokens[end - 1].text, tokens[end].text
    if after == "%":
        return True
    return bool(_DIGITS.fullmatch(before) and _GROUP.match(after))
