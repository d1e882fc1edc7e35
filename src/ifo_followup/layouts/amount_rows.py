"""Which amounts a run of digits is: all ways of reading a row, and what decides between them.

"242 239" under three columns is two amounts or one, and one cell is empty or two are. In this
order: only one way fits; wide gaps show the empty cells; the row must add up; and, where nothing
must add up, the values are of the size of those above them. Else nothing is taken.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import log10

from attrs import frozen

from ifo_followup.layouts.arithmetic import ROUNDING, Agreement, agreement, identities
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.layouts.numeric import UNIT, NumericRow, NumericRun
from ifo_followup.layouts.row_figures import (
    Atom,
    atoms_of,
    figures,
    has_hole,
    is_gappy,
    value_starts,
    with_units,
)
from ifo_followup.layouts.tokens import Token
from ifo_followup.swedish.amounts import split_amounts
from ifo_followup.swedish.numbers import UnreadableNumber, parse_number

_SURE_RULES = 2  # identities that must hold before one empty cell is placed by them
_CLEARLY = 1.0  # orders of magnitude by which one reading must be better than another


@frozen
class Reading:
    """The printed values of a row, "" for an empty cell, and the word where they begin."""

    start: int
    values: tuple[str, ...]


def agreement_of(
    tokens: Sequence[Token], run: NumericRun, count: int, meanings: Sequence[CellMeaning | None]
) -> Agreement | None:
    """How well the rows add up when read as `count` columns: the best of each row, added up."""
    rules = identities(meanings)
    found: list[Agreement] = []
    for row in run.rows:
        tried = (_agreement(reading, rules) for reading in _full(tokens, row, count))
        best = max((one for one in tried if one is not None), default=None)
        if best is not None:
            found.append(best)
    if not found:
        return None
    missing = sum((one.misfit for one in found), Decimal(0)) / len(found)
    return Agreement(sum(one.holds for one in found), missing)


def read_rows(
    tokens: Sequence[Token],
    run: NumericRun,
    count: int,
    meanings: Sequence[CellMeaning | None],
    tail: int | None = None,
) -> list[Reading | None]:
    """Read every row of a table of `count` columns; None where nothing decides.

    `tail` is how many spaces end the paragraphs of the document, None where that is not known.
    """
    rules = identities(meanings)
    usual = _usual_tails(tokens, run, tail)
    ways = [_ways(tokens, row, count, rules, usual) for row in run.rows]
    out = [
        _by_rules(found, rules) or _plainest(tokens, row, found)
        for row, found in zip(run.rows, ways, strict=True)
    ]
    out = [
        None if reading is not None and _holed(tokens, row, reading, rules) else reading
        for reading, row in zip(out, run.rows, strict=True)
    ]
    whole = sum(1 for reading in out if reading is not None and "" not in reading.values)
    if whole * 2 > len(out):  # else the number of columns is in doubt
        out = [
            reading
            if reading is not None or _may_be_whole(found, rules)
            else _with_one_hole(tokens, row, count, rules)
            for reading, found, row in zip(out, ways, run.rows, strict=True)
        ]
    if not rules:
        sizes = _sizes([reading for reading in out if reading is not None], count)
        out = [
            reading if reading is not None else _by_size(_any_way(tokens, row, count, usual), sizes)
            for reading, row in zip(out, run.rows, strict=True)
        ]
    return [
        reading if reading is None else _as_printed(tokens, row, reading)
        for row, reading in zip(run.rows, out, strict=True)
    ]


def _usual_tails(tokens: Sequence[Token], run: NumericRun, tail: int | None) -> tuple[int, ...]:
    """How many spaces end a row, or may: more of them are empty cells.

    Where most rows end with some, the last column may be empty in them: the paragraphs tell.
    """
    tails = Counter(tokens[row.values[1] - 1].after for row in run.rows if row.values)
    most = tails.most_common(1)[0][0] if tails else 0
    if most < 1:
        return (0,)
    if most == 1:
        return (0, 1) if tail == 0 else (1,)
    return (0, 1) if tail is None else (tail,)


def _ways(
    tokens: Sequence[Token],
    row: NumericRow,
    count: int,
    rules: Sequence[tuple[int, ...]],
    usual: Sequence[int],
) -> list[Reading]:
    """The ways to read a row, of the plainest kind that there is."""
    if row.values is None:
        return [Reading(row.label[1], ("",) * count)]
    full = list(_full(tokens, row, count))
    if not rules:
        # nothing to add up: a small number at the front is a value, if it can be one
        full = [way for way in full if way.start == row.values[0]] or full
    gapped = list(_gapped(tokens, row, count, usual))
    gapped = [way for way in gapped if way.start == row.values[0]] or gapped
    if rules:
        shown = [way for way in gapped if _adds_up(way, rules, ROUNDING * len(rules))]
        if shown and has_hole(tokens, row):
            # what fills the gap as well may add up within rounding, by chance
            return [] if any(_adds_up(way, rules, Decimal(0)) for way in full) else shown
        return list(dict.fromkeys((*full, *gapped)))  # the row must add up
    return gapped if gapped and (not full or is_gappy(tokens, row)) else full


def _adds_up(way: Reading, rules: Sequence[tuple[int, ...]], close: Decimal) -> bool:
    """Whether something can be added up in a reading, and all of it does but for so much."""
    found = _agreement(way, rules)
    return found is not None and found.holds > 0 and found.missing <= close


def _any_way(
    tokens: Sequence[Token], row: NumericRow, count: int, usual: Sequence[int]
) -> list[Reading]:
    """All ways to read a row, also with its last columns empty."""
    if row.values is None:
        return []
    ways = (
        *_full(tokens, row, count),
        *_gapped(tokens, row, count, usual),
        *_begun(tokens, row, count),
    )
    return list(dict.fromkeys(ways))


def _full(tokens: Sequence[Token], row: NumericRow, count: int) -> Iterator[Reading]:
    """Readings without an empty cell."""
    units = with_units(tokens, row)
    if row.values and len(units) > 1:
        if len(units) == count:
            yield Reading(row.values[0], units)
        return
    for start in value_starts(tokens, row):
        end = row.values[1] if row.values else start
        for way in split_amounts(figures(tokens, start, end), count):
            yield Reading(start, way)


def _gapped(
    tokens: Sequence[Token], row: NumericRow, count: int, usual: Sequence[int]
) -> Iterator[Reading]:
    """Readings in which the gaps show every empty cell: one space for each, or two."""
    for start in value_starts(tokens, row):
        end = row.values[1] if row.values else start
        atoms = atoms_of(tokens, start, end)
        trails = [max(0, tokens[end - 1].after - each) for each in usual]
        for filled in range(count - 1, 0, -1):
            for way in split_amounts(figures(tokens, start, end), filled):
                found: set[tuple[str, ...]] = set()
                for trailing in trails:
                    each = (_spread(way, atoms, count, width, trailing) for width in (2, 1))
                    values = next((spread for spread in each if spread is not None), None)
                    if values is not None and values not in found:
                        found.add(values)
                        yield Reading(start, values)


def _holed(
    tokens: Sequence[Token], row: NumericRow, reading: Reading, rules: Sequence[tuple[int, ...]]
) -> bool:
    """Whether a row that does not add up would not contradict itself with one empty cell."""
    if "" in reading.values or _agrees(reading.values, rules):
        return False
    count = len(reading.values)
    end = row.values[1] if row.values else reading.start
    text = figures(tokens, reading.start, end)
    return any(
        _agrees((*way[:hole], "", *way[hole:]), rules)
        for way in split_amounts(text, count - 1)
        for hole in range(count)
    )


def _agrees(values: Sequence[str], rules: Sequence[tuple[int, ...]]) -> bool:
    """Whether no identity that can be tried is missed."""
    found = agreement([_value(piece) for piece in values], rules)
    return found is None or found.missing <= ROUNDING * len(rules)


def _begun(tokens: Sequence[Token], row: NumericRow, count: int) -> Iterator[Reading]:
    """Readings that fill the first columns only: the last periods of the year are to come."""
    for start in value_starts(tokens, row):
        end = row.values[1] if row.values else start
        for filled in range(count - 1, 0, -1):
            for way in split_amounts(figures(tokens, start, end), filled):
                yield Reading(start, (*way, *("",) * (count - filled)))


def _spread(
    way: Sequence[str], atoms: Sequence[Atom], count: int, width: int, trailing: int
) -> tuple[str, ...] | None:
    out: list[str] = []
    at = 0
    for piece in way:
        atom = atoms[at]
        out.extend([""] * ((atom.spaces - (1 if atom.inline else 0)) // width))
        out.append(piece)
        at += len(piece.split())
    tail = count - len(out)
    if tail < 0 or trailing // width < tail:
        return None
    return (*out, *("",) * tail)


def _may_be_whole(ways: Sequence[Reading], rules: Sequence[tuple[int, ...]]) -> bool:
    """Whether all identities hold in some reading."""
    found = (_agreement(way, rules) for way in ways)
    return any(one is not None and one.holds == len(rules) for one in found)


def _with_one_hole(
    tokens: Sequence[Token], row: NumericRow, count: int, rules: Sequence[tuple[int, ...]]
) -> Reading | None:
    """The one place for an empty cell where all identities hold, of a row one value short.

    One identity may hold by accident; two of them do not.
    """
    if len(rules) < _SURE_RULES or row.values is None:
        return None
    fitting: set[Reading] = set()
    for start in value_starts(tokens, row):
        for way in split_amounts(figures(tokens, start, row.values[1]), count - 1):
            for hole in range(count):
                reading = Reading(start, (*way[:hole], "", *way[hole:]))
                found = _agreement(reading, rules)
                if found is not None and found.holds == len(rules):
                    fitting.add(reading)
    return fitting.pop() if len(fitting) == 1 else None


def _by_rules(ways: Sequence[Reading], rules: Sequence[tuple[int, ...]]) -> Reading | None:
    """The only way, or the one that adds up."""
    if len(ways) == 1:
        return ways[0]
    scored = sorted(
        ((found, way) for way in ways if (found := _agreement(way, rules)) is not None),
        key=lambda pair: pair[0],
        reverse=True,
    )
    if not scored:
        return None
    best, way = scored[0]
    if best.holds == 0:
        return None  # the one that misses least is still wrong somewhere
    as_good = [(found, way) for found, way in scored if found.holds == best.holds]
    unbroken = [pair for pair in as_good if not pair[0].broken]
    if len(unbroken) == 1:
        return unbroken[0][1]
    # rounding misses by one or two an identity; another reading misses by hundreds
    close = ROUNDING * len(rules)
    if len(as_good) > 1:
        return way if as_good[1][0].missing - best.missing > close else None
    return way


def _plainest(tokens: Sequence[Token], row: NumericRow, ways: Sequence[Reading]) -> Reading | None:
    """Where nothing can be added up: the only reading that the gaps of a gappy row allow."""
    if row.values is None or not is_gappy(tokens, row):
        return None
    gapped = [way for way in ways if "" in way.values]
    return gapped[0] if len(gapped) == 1 else None


def _agreement(reading: Reading, rules: Sequence[tuple[int, ...]]) -> Agreement | None:
    return agreement([_value(piece) for piece in reading.values], rules)


def _sizes(readings: Sequence[Reading], count: int) -> list[float | None]:
    """The typical size of each column's values, as orders of magnitude."""
    out: list[float | None] = []
    for n in range(count):
        known = sorted(size for r in readings if (size := _size(_value(r.values[n]))) is not None)
        out.append(known[len(known) // 2] if known else None)
    return out


def _by_size(ways: Sequence[Reading], sizes: Sequence[float | None]) -> Reading | None:
    """The reading whose values are as large as those above them, if one clearly is."""
    scored: list[tuple[float, Reading]] = []
    for way in ways:
        off = [
            abs(size - typical)
            for piece, typical in zip(way.values, sizes, strict=True)
            if typical is not None and (size := _size(_value(piece))) is not None
        ]
        if off:
            scored.append((max(off), way))
    scored.sort(key=lambda pair: pair[0])
    if not scored or scored[0][0] > _CLEARLY:
        return None
    if len(scored) > 1 and scored[1][0] - scored[0][0] < _CLEARLY:
        return None
    return scored[0][1]


def _size(value: Decimal | None) -> float | None:
    return None if value is None else log10(float(abs(value)) + 1)


def _value(piece: str) -> Decimal | None:
    try:
        return parse_number(piece.removesuffix("%"))
    except UnreadableNumber:
        return None


def _as_printed(tokens: Sequence[Token], row: NumericRow, reading: Reading) -> Reading:
    """The values with their percent signs as far off as they stand, and the row's unit."""
    if row.values is None:
        return reading
    run = tokens[reading.start : row.values[1]]
    sign = " %" if any(token.text == "%" for token in run) else "%"
    values = [
        f"{v.removesuffix('%').rstrip()}{sign}" if v.endswith("%") else v for v in reading.values
    ]
    if run and UNIT.fullmatch(run[-1].text) and not values[-1].endswith(run[-1].text):
        values[-1] = f"{values[-1]} {run[-1].text}"
    return Reading(reading.start, tuple(values))
