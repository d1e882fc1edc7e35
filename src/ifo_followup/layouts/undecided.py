"""Figures that the reader could not tell apart: arithmetic parts them, or nobody does.

A cell marked `undecided` holds the figures of several columns. Of all ways to read them, the one in
which the row adds up, or the column under a sum, is taken and said so (`row-decided`); where none
does, or more than one, the cell stays as it is and no number is made (`row-ambiguous`).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import define, evolve, field, frozen

from ifo_followup.document import Cell, Table
from ifo_followup.layouts.arithmetic import ROUNDING, agreement, identities
from ifo_followup.layouts.close_heads import with_all_heads
from ifo_followup.layouts.grids import Grid, header_depth, own
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import Spot
from ifo_followup.layouts.money_heads import read_heads
from ifo_followup.layouts.money_table import columns_of
from ifo_followup.layouts.tables import head_texts
from ifo_followup.model.findings import Severity
from ifo_followup.model.money import Basis
from ifo_followup.swedish.amounts import split_amounts
from ifo_followup.swedish.numbers import UnreadableNumber, parse_number
from ifo_followup.swedish.words import line_role

_FIGURE = re.compile(
    r"[+\-\u2010-\u2013\u2212]?[0-9]{1,9}(?:,[0-9]{1,9})?%?|[%\-\u2010-\u2013\u2212]"
)
_OF_LABEL = re.compile(r"[0-9]{1,2}")  # "Enhet 2": it may belong to the label
_TORN = re.compile(r"[+\-\u2010-\u2013\u2212]?0[0-9]")  # no amount begins so
_GLUED = re.compile(r"[0-9]{4}")  # perhaps two numbers without a blank between them
_MOST_NAMED = 3  # readings that a finding names
_MOST_WAYS = 2000  # of one row

Rule = tuple[int, ...]


@frozen
class _Way:
    """One reading of a row: the label, and the text of each column."""

    label: str
    texts: tuple[str, ...]

    @property
    def amounts(self) -> list[Decimal | None]:
        """The amounts; None for what is empty or no number."""
        return [_amount(text) for text in self.texts]

    def __str__(self) -> str:
        return " | ".join(self.texts)


@define
class _Row:
    """A row, the cell in doubt if there is one, and the ways to read it that are left."""

    number: int
    label: str
    doubt: Cell | None
    ways: list[_Way]
    reason: str = ""

    @property
    def way(self) -> _Way | None:
        """The reading, where there is but one."""
        return self.ways[0] if len(self.ways) == 1 and (not self.doubt or self.reason) else None


def settled(table: Table, number: int, ledger: Ledger) -> Table:
    """The table with its undecided cells parted where arithmetic tells how.

    Args:
        table: the table.
        number: counts all tables of the document from 1.
        ledger: takes the findings; the cells that are parted are claimed.
    """
    table = with_all_heads(table, ledger)
    if not any(cell.undecided for cell in table.cells):
        return table
    return _Doubts(table, number, ledger).settle()


@define(eq=False)
class _Doubts:
    """The rows of one table, and what must add up in them."""

    table: Table
    number: int
    ledger: Ledger
    grid: Grid = field(init=False)
    heads: tuple[str, ...] = field(init=False)
    rules: list[Rule] = field(init=False)
    signed: set[Rule] = field(init=False)  # those of a deviation, which may have either sign

    def __attrs_post_init__(self) -> None:
        self.grid = self.table.grid()

    def settle(self) -> Table:
        """Part what can be parted, and tell of it and of the rest."""
        depth = header_depth(self.table, self.grid)
        self.heads = head_texts(self.grid, depth) if depth else ("",) * self.table.columns
        meanings = read_heads(columns_of(self.grid, depth)) if depth else ()
        self.rules = list(identities(meanings))
        self.signed = {
            r for r in self.rules if (m := meanings[r[0] - 1]) and m.basis is Basis.DEVIATION
        }
        self.rules += self._sum_columns()
        rows = [self._row(n) for n in range(depth, self.table.rows)]
        while any([self._by_row(rows), self._by_sums(rows)]):
            pass
        changed: dict[int, list[Cell]] = {}
        for row in rows:
            cell = row.doubt
            if cell is None:
                continue
            self._tell(row, cell)
            if row.way is not None:
                self.ledger.claim(cell)
                changed[id(cell)] = list(_parts(cell, row.way))
        cells = tuple(new for cell in self.table.cells for new in changed.get(id(cell), [cell]))
        return evolve(self.table, cells=cells)

    def _row(self, n: int) -> _Row:
        row = self.grid[n]
        label = own(row, 0)
        name = label.text if label is not None else ""
        texts = tuple(c.text if (c := own(row, m)) else "" for m in range(1, len(row)))
        doubts = [c for m, c in enumerate(row) if c is not None and c.undecided and c.column == m]
        doubts = [c for c in doubts if c.row == n]
        if len(doubts) != 1:
            # two stretches in doubt are told apart by nobody
            return _Row(
                n, name, doubts[0] if doubts else None, [_Way(name, texts)] if not doubts else []
            )
        cell = doubts[0]
        ways = []
        at = max(cell.column, 1) - 1
        for start, parts in _readings(cell):
            filled = (*texts[:at], *parts, *texts[at + len(parts) :])
            ways.append(_Way(start if not cell.column else name, filled))
        found = _Row(n, name, cell, ways)
        if len(ways) == 1 and _only_so(cell) and not self._misses(ways[0]):
            said = self._words(ways[0], (1, -1))
            found.reason = said or "no other way to read them fills the columns"
        return found

    def _sum_columns(self) -> Iterator[Rule]:
        """A column headed by a sum's word holds the sum of those before it, back to another."""
        begin = 1
        for n in range(1, len(self.heads)):
            if line_role(self.heads[n]) == "sum" and n - begin > 1:
                known = {abs(p) for rule in self.rules for p in rule}
                if n not in known:
                    yield (n, *range(begin, n))
                begin = n + 1

    def _signs(self, rows: Sequence[_Row]) -> list[int]:
        """The signs of a deviation that the rows without a doubt allow: one for all the table."""
        votes = {1: 0, -1: 0}
        for row in rows:
            if row.way is None:
                continue
            amounts = row.way.amounts
            for rule in self.signed:
                holds = {s: _holds(amounts, [_turned(rule, s)]) for s in votes}
                if holds[1] is not holds[-1]:
                    for sign in votes:
                        votes[sign] += bool(holds[sign])
        most = max(votes.values())
        return [sign for sign, count in votes.items() if count == most]

    def _misses(self, way: _Way) -> bool:
        """Whether a row does not add up, whatever the sign."""
        tried = [_holds(way.amounts, self._rules(sign)) for sign in (1, -1)]
        return tried[0] is False and tried[1] is False

    def _rules(self, sign: int) -> list[Rule]:
        return [_turned(rule, sign) if rule in self.signed else rule for rule in self.rules]

    def _by_row(self, rows: Sequence[_Row]) -> bool:
        """Take the readings in which the row itself adds up; whether any was found."""
        if not self.rules:
            return False
        found = False
        signs = self._signs(rows)
        for row in rows:
            if row.doubt is None or row.reason:
                continue
            good = [w for w in row.ways if any(self._proves(w, s, row.doubt) for s in signs)]
            if len(good) == 1:
                row.ways, row.reason, found = good, self._words(good[0], signs), True
        return found

    def _proves(self, way: _Way, sign: int, doubt: Cell) -> bool:
        """Whether a row adds up, and the columns in doubt have a part in it."""
        rules = self._rules(sign)
        columns = range(doubt.column, doubt.column + doubt.colspan)
        near = [rule for rule in rules if any(abs(part) in columns for part in rule)]
        return bool(_holds(way.amounts, rules) and _holds(way.amounts, near))

    def _words(self, way: _Way, signs: Sequence[int]) -> str:
        """What adds up, in the words of the heads."""
        for sign in signs:
            for rule in self._rules(sign):
                if _holds(way.amounts, [rule]):
                    total, *parts = rule
                    ordered = sorted(parts, key=lambda part: part < 0)
                    terms = "".join(
                        f" {'-' if p < 0 else '+'} {self.heads[abs(p)]}" for p in ordered
                    )
                    return f"{self.heads[abs(total)]} = {terms.removeprefix(' + ')}"
        return ""

    def _by_sums(self, rows: Sequence[_Row]) -> bool:
        """Take the reading that makes the rows above a sum add up to it; whether any was found."""
        block: list[_Row] = []
        for row in rows:
            role = line_role(row.label) if row.label else "of_which"
            if role == "item":
                block.append(row)
            elif role == "sum":
                if self._sum_decides([*block, row]):
                    return True
                block = []
        return False

    def _sum_decides(self, block: Sequence[_Row]) -> bool:
        """Whether the rows of a sum, all but one known, show what the one is."""
        open_ = [row for row in block if row.way is None]
        if len(open_) != 1 or len(block) < 3 or open_[0].doubt is None:
            return False
        (row,) = open_
        columns = range(len(self.heads) - 1)
        good = []
        for way in row.ways:
            amounts = [way.amounts if r is row else r.ways[0].amounts for r in block]
            missed = [_sum_misses([a[n] for a in amounts]) for n in columns]
            if any(m is False for m in missed) and not any(missed) and not self._misses(way):
                good.append(way)
        if len(good) != 1:
            return False
        row.ways, row.reason = good, f"the rows add up to {block[-1].label!r}"
        return True

    def _tell(self, row: _Row, cell: Cell) -> None:
        spot = Spot(table=self.number, row=(row.way.label if row.way else row.label) or None)
        source = spot.source(cell.text, cell.place)
        if row.way is not None:
            self.ledger.find(
                "row-decided",
                f"figures that stand too near to each other were read as {row.way}: {row.reason}",
                source,
                severity=Severity.INFO,
                printed=cell.text,
            )
        elif row.ways or cell.column:
            named = "; or ".join(str(way) for way in row.ways[:_MOST_NAMED])
            more = f"; {len(row.ways)} ways in all" if len(row.ways) > _MOST_NAMED else ""
            self.ledger.find(
                "row-ambiguous",
                "figures stand too near to each other to be told apart, and nothing that adds up "
                f"tells them apart; none was taken{': ' if named else ''}{named}{more}",
                source,
                severity=Severity.ERROR,
                printed=cell.text,
            )


def _readings(cell: Cell) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The label and the texts of the columns, in every way that fills each column."""
    words = cell.text.split()
    begin = 0
    if not cell.column:
        begin = len(words)
        while begin and _FIGURE.fullmatch(words[begin - 1]):
            begin -= 1
        if not begin:
            return
    count = cell.colspan - (0 if cell.column else 1)
    starts = [begin]
    if not cell.column and begin < len(words) and _OF_LABEL.fullmatch(words[begin]):
        starts.append(begin + 1)
    for start in starts:
        ways = split_amounts(" ".join(words[start:]), count)
        for way in ways if len(ways) <= _MOST_WAYS else ():
            if any(_TORN.match(text) for text in way):
                continue
            yield " ".join(words[:start]), way


def _only_so(cell: Cell) -> bool:
    """Whether the figures cannot be fewer than the columns either."""
    if not cell.column or _GLUED.search(cell.text):
        return False
    return not any(split_amounts(cell.text, count) for count in range(1, cell.colspan))


def _parts(cell: Cell, way: _Way) -> Iterator[Cell]:
    """The cells that a cell in doubt is."""
    if not cell.column:
        yield evolve(cell, text=way.label, colspan=1, undecided=False)
    for n in range(max(cell.column, 1), cell.column + cell.colspan):
        yield evolve(cell, text=way.texts[n - 1], column=n, colspan=1, undecided=False)


def _turned(rule: Rule, sign: int) -> Rule:
    return rule if sign > 0 else (rule[0], *(-part for part in rule[1:]))


def _holds(amounts: Sequence[Decimal | None], rules: Sequence[Rule]) -> bool | None:
    """Whether all that must add up does; None where nothing can be tried."""
    found = [a for rule in rules if (a := agreement(amounts, [rule])) is not None]
    return all(a.holds for a in found) if found else None


def _sum_misses(amounts: Sequence[Decimal | None]) -> bool | None:
    """Whether the last is not the sum of the others; None where that cannot be said."""
    known = [a for a in amounts if a is not None]
    if len(known) < len(amounts):
        return None
    return abs(sum(known[:-1], Decimal(0)) - known[-1]) > max(ROUNDING, Decimal(len(known)) / 2)


def _amount(text: str) -> Decimal | None:
    try:
        return parse_number(text.strip().removesuffix("%"))
    except UnreadableNumber:
        return None
