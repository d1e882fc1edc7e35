"""Printed Swedish numbers, strictly: "−12 480" is -12480, and "1 2O4" is nothing at all."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from attrs import field, frozen, validators

from ifo_followup.model.values import Unit
from ifo_followup.swedish.amounts import split_amounts as split_amounts
from ifo_followup.swedish.dates import ANY_YEAR
from ifo_followup.swedish.text import MINUS, NO_VALUE, tidy
from ifo_followup.swedish.units import read_unit as read_unit
from ifo_followup.swedish.units import unit_at, unit_of

# plain, no-break, figure, thin and narrow spaces all separate thousands
_SPACE = r"[ \u00a0\u2000-\u200a\u202f\u205f]"
_MINUS_SIGNS = "-\u2010\u2011\u2012\u2013\u2212"
_GROUPED = rf"[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}})+(?![0-9])"
_BODY = rf"(?:{_GROUPED}|[0-9]+)(?:,[0-9]+)?"
_NUMBER = re.compile(rf"([+{MINUS}]{_SPACE}?)?({_BODY})\Z")
_SIGN_BEHIND = re.compile(rf"({_BODY})[{MINUS}]|\(({_BODY})\)")
_DASH = re.compile(rf"{NO_VALUE}\s?%?\Z")

# a sign glued to the number, or set off from it only at the start of the text
_IN_TEXT = re.compile(
    rf"((?:(?<![\w.,)%])[+{MINUS}])|(?:\A[+{MINUS}]{_SPACE})|(?:\u2212{_SPACE}))?"
    rf"(?<![0-9,.])({_BODY})(?![0-9])"
)
# the number was the first part of a range, a fraction or a date
_GOES_ON = re.compile(rf"{_SPACE}?[/:\u2014{MINUS}]{_SPACE}?[0-9]")
_TRIMMED = " \t\n.,;:()[]*"
_NO_LABELS = frozenset(("av", "till", "och", "eller", "per", "varav", "resp", "respektive", "mot"))
# a number behind one of these is a part of its name: "Redovisas i delårsrapport 2"
_NAMED_BY_NUMBER = re.compile(
    r"(?:rapport|bokslut|delår|tertial|kvartal|halvår|vecka|avsnitt|kapitel|bilaga|tabell|punkt"
    r"|sida|mål|enhet)\s{1,3}\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"{ANY_YEAR}(?![0-9,])")
_LONGEST_CELL = 400
_MOST_WORDS = 8


class UnreadableNumber(ValueError):
    """The text is not one Swedish number."""


def parse_number(text: str) -> Decimal:
    """Read "−1 234,5" as Decimal("-1234.5"). Never guesses.

    A space (also no-break or thin) separates thousands, in groups of three only; the decimal
    sign is a comma. A sign may be set off by one space ("- 9,8").

    Raises:
        UnreadableNumber: the text is not one number: "1 2O4", "1.234", "12 34", "5 %", "".
    """
    return printed_number(text)[0]


def printed_number(text: str) -> tuple[Decimal, int]:
    """Read one number and count its printed decimals: "1 645,20" → Decimal("1645.20"), 2.

    Raises:
        UnreadableNumber: the text is not one number.
    """
    found = _NUMBER.match(text.strip())
    if not found:
        raise UnreadableNumber(f"not a Swedish number: {text[:80]!r}")
    return _decimal(found[1], found[2]), _decimals(found[2])


def with_sign_in_front(text: str, *, brackets: bool = False) -> str:
    """A number whose minus stands behind it as it is usually printed: "18 455-" is "-18 455".

    With `brackets` also "(18 455)": that they are a minus is for the caller to know. Any other
    text stays.
    """
    found = _SIGN_BEHIND.fullmatch(text.strip())
    if found is None or (found[2] and not brackets):
        return text
    return f"-{found[1] or found[2]}"


def format_number(value: Decimal, decimals: int | None = None) -> str:
    """Print a number as reports do: Decimal("-12480.5") → "-12 480,5".

    `decimals` rounds half away from zero, as printed tables are; None keeps what the value has.

    Raises:
        ValueError: the value is not finite.
    """
    if not value.is_finite():
        raise ValueError("only finite numbers can be printed")
    if decimals is not None:
        with localcontext() as context:
            context.prec = max(28, value.adjusted() + decimals + 3)
            value = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    # abs() would round to the context's precision
    printed = f"{value.copy_abs():,f}".replace(",", " ").replace(".", ",")
    return f"-{printed}" if value < 0 else printed


def is_dash(text: str) -> bool:
    """Whether a cell prints that there is no value: "-", "–", "---", ".", "..", "- %"."""
    text = text.strip()
    # most cells end with a letter or a digit, and no dash does
    return not text[-1:].isalnum() and bool(_DASH.match(text))


@frozen
class Quantity:
    """One printed number with what it counts and the words beside it.

    "12 % minskning." is 12, PERCENT, 0 decimals, "minskning".
    """

    number: Decimal
    unit: Unit | None = None
    decimals: int = field(default=0, validator=validators.ge(0))
    words: str = ""


def read_quantity(text: str) -> Quantity | None:
    """Read a cell that holds one number: "80 %", "2 st.", "3 499 503 kr", "+4,9 mnkr".

    None when it holds none or several ("11/16"), a bound ("< 5"), digits in words ("T1"), more
    words than stand beside a value, or a number that names something ("Mäts hösten 2018",
    "Redovisas i tertial 2").
    """
    pieces = _pieces(text)
    if len(pieces) != 1:
        return None
    (quantity, before, after) = pieces[0]
    if quantity.unit is None and _is_name(text.strip(), len(before)):
        return None
    before, after = before.strip(_TRIMMED), after.strip(_TRIMMED + "–-")
    if before and quantity.unit is None and (unit := unit_of(before)) is not None:
        quantity, before = Quantity(quantity.number, unit, quantity.decimals), ""
    words = f"{before} {after}".strip()
    # "Barn - 9,8" may be a dash or a minus, "< 5" is a bound
    if len(words.split()) > _MOST_WORDS or before.endswith(tuple("<>≤≥~=/±" + _MINUS_SIGNS)):
        return None
    return Quantity(quantity.number, quantity.unit, quantity.decimals, words)


def _is_name(text: str, at: int) -> bool:
    """Whether the bare number at a place is part of a name, or the year of what is said before."""
    before = text[:at]
    if not any(letter.isalpha() for letter in before):
        return False
    return bool(_NAMED_BY_NUMBER.search(before) or _YEAR.match(text, at))


def leading_quantity(text: str) -> tuple[Quantity, str] | None:
    """Read the number a text begins with, and the rest: "69 % (78 %)" → 69 %, "(78 %)"."""
    text = text.strip()[:_LONGEST_CELL]
    found = _IN_TEXT.match(text)
    quantity = _quantity(text, found) if found else None
    if quantity is None or _GOES_ON.match(text, quantity[1]):
        return None
    return quantity[0], text[quantity[1] :].strip()


def read_scoped(text: str) -> tuple[tuple[str, Quantity], ...]:
    """Read a cell of labelled values, in reading order.

    "Myndighet: -12 480 Kommunal regi: 870" → ("Myndighet", -12480), ("Kommunal regi", 870);
    "4 % kommunmål 5 % nämndmål" → ("kommunmål", 4 %), ("nämndmål", 5 %). One value is scoped only
    by a colon. Empty when the cell is not of this kind.
    """
    flat = tidy(text).replace("\n\n", " ")
    return _scoped_by_colon(flat) if ":" in flat else _scoped_by_place(flat)


def read_range(text: str) -> tuple[Decimal, Decimal] | None:
    """Read "0,3-0,6" or "1,0 - 2,0 Msek" as its ends, lowest first; "0,5" is (0.5, 0.5)."""
    text = text.strip()
    found = _RANGE.match(text) if len(text) <= _LONGEST_CELL else None
    if not found:
        return None
    low = _decimal(found[1], found[2])
    high = _decimal(found[4], found[5]) if found[5] else low
    units = [unit_of(words) for words in (found[3], found[6]) if words and words.strip()]
    if None in units or len(set(units)) > 1:
        return None
    return min(low, high), max(low, high)


_RANGE_UNIT = rf"({_SPACE}?(?:%|[^\W\d_]{{1,9}}(?:\.?{_SPACE}(?:kronor|kr))?\.?))?"
_RANGE = re.compile(
    rf"([+{MINUS}]{_SPACE}?)?({_BODY}){_RANGE_UNIT}"
    rf"(?:{_SPACE}{{0,3}}(?:[{MINUS}\u2014]|\btill\b){_SPACE}{{0,3}}"
    rf"([+{MINUS}])?({_BODY}){_RANGE_UNIT})?\Z",
    re.IGNORECASE,
)


def _decimal(sign: str | None, body: str) -> Decimal:
    negative = bool(sign) and not str(sign).startswith("+")
    digits = "".join(body.split()).replace(",", ".")
    return Decimal(f"-{digits}" if negative else digits)


def _decimals(body: str) -> int:
    return len(body.partition(",")[2])


def _quantity(text: str, found: re.Match[str]) -> tuple[Quantity, int] | None:
    """The number at a match with its unit, and where it ends; None if letters are glued to it."""
    sign, body = found[1], found[2]
    before, end = text[: found.start()], found.end()
    if before[-1:].isalnum() or before.endswith("_"):
        return None
    gap = end + 1 if text[end : end + 1].isspace() else end
    unit = unit_at(text, gap)
    after = text[end : end + 1]
    if unit is None and (after.isalpha() or text[end : end + 2][1:].isdigit()):
        return None
    return (
        Quantity(_decimal(sign, body), unit[0] if unit else None, _decimals(body)),
        unit[1] if unit else end,
    )


def _pieces(text: str) -> list[tuple[Quantity, str, str]]:
    """Every number of a short text with the words before and after it; [] if any is unclear."""
    text = text.strip()
    if len(text) > _LONGEST_CELL:
        return []
    spans: list[tuple[Quantity, int, int]] = []
    for found in _IN_TEXT.finditer(text):
        if spans and found.start() < spans[-1][2]:
            continue
        read = _quantity(text, found)
        if read is None:
            return []
        spans.append((read[0], found.start(), read[1]))
    edges = [0, *(end for _, _, end in spans)]
    starts = [*(start for _, start, _ in spans), len(text)]
    gaps = [text[a:b] for a, b in zip(edges, starts, strict=True)]
    if any(letter.isdigit() for gap in gaps for letter in gap):
        return []
    return [(spans[i][0], gaps[i], gaps[i + 1]) for i in range(len(spans))]


def _scoped_by_colon(text: str) -> tuple[tuple[str, Quantity], ...]:
    out: list[tuple[str, Quantity]] = []
    rest = text.strip()[:_LONGEST_CELL]
    while rest:
        label, colon, rest = rest.partition(":")
        label, rest = label.strip(_TRIMMED), rest.strip()
        if not colon or not any(letter.isalpha() for letter in label):
            return ()
        value = leading_quantity(rest)
        if value is not None:
            out.append((label, value[0]))
            rest = value[1].lstrip(_TRIMMED)
        elif is_dash(rest.split(" ", 1)[0]):
            rest = rest.partition(" ")[2].strip()
        else:
            return ()
    return tuple(out)


def _scoped_by_place(text: str) -> tuple[tuple[str, Quantity], ...]:
    """Labels all before or all after their values, which must be alike: all with units or none."""
    pieces = _pieces(text)
    if len(pieces) < 2 or len({piece[0].unit is None for piece in pieces}) > 1:
        return ()
    labels = [pieces[0][1], *(after for _, _, after in pieces)]
    labels = [label.strip(_TRIMMED + "/-–") for label in labels]
    if bool(labels[0]) == bool(labels[-1]):
        return ()
    labels = labels[:-1] if labels[0] else labels[1:]
    if not all(_is_label(label) for label in labels):
        return ()
    return tuple((label, piece[0]) for label, piece in zip(labels, pieces, strict=True))


def _is_label(label: str) -> bool:
    return (
        any(letter.isalpha() for letter in label)
        and len(label.split()) <= _MOST_WORDS
        and label.casefold() not in _NO_LABELS
    )
