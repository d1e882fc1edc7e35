"""Cells right: our reading and the peers' of the same made tables, scored by the same function."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from attrs import define, field

from benchmarks import ours
from benchmarks.peers import PEERS
from benchmarks.truth.model import Case, TrueTable
from benchmarks.truth.score import Texts, best, squeezed
from ifo_followup.document import Table
from ifo_followup.layouts.lights import verdict_of
from ifo_followup.reading import read_document

OURS = "ifo-followup"


@define
class Tally:
    """Cells right and wrong of one kind, by tool; lights and whole tables of ours."""

    right: dict[str, int] = field(factory=lambda: defaultdict(int))
    of: dict[str, int] = field(factory=lambda: defaultdict(int))
    lights: int = 0
    lights_of: int = 0
    tables: int = 0
    whole: int = 0

    def share(self, tool: str) -> float | None:
        """Cells right of a tool; None where it was not asked."""
        return self.right[tool] / self.of[tool] if self.of[tool] else None

    def add(self, other: "Tally") -> None:
        """Put another kind's figures to these."""
        for tool in other.of:
            self.right[tool] += other.right[tool]
            self.of[tool] += other.of[tool]
        self.lights += other.lights
        self.lights_of += other.lights_of
        self.tables += other.tables
        self.whole += other.whole


def count(cases: Iterable[Case], *, peers: bool = True) -> dict[str, Tally]:
    """Score all tools on the cases, kind by kind."""
    tallies: dict[str, Tally] = {}
    for case in cases:
        tally = tallies.setdefault(case.kind, Tally())
        _count_ours(case, tally)
        for peer in PEERS if peers else ():
            if peer.missing is None:
                readings = _stacked(case.tables, _read(peer.read, case.pdf))
                _add(tally, peer.name, case.tables, readings)
    return tallies


def _read(read: Callable[[bytes], list[Texts]], data: bytes) -> list[Texts]:
    try:
        return read(data)
    except Exception:
        # a tool that fails on a file, however it fails, has no cell of it right
        return []


def _add(tally: Tally, tool: str, truth: Sequence[TrueTable], readings: Sequence[Texts]) -> None:
    for score in best(truth, readings):
        tally.right[tool] += score.right
        tally.of[tool] += score.of


def _count_ours(case: Case, tally: Tally) -> None:
    tables = list(ours.tables(read_document(case.pdf)))
    _add(tally, OURS, case.tables, [ours.texts(t) for t in tables])
    for truth in case.tables:
        tally.tables += 1
        tally.whole += any(_whole(truth, table) for table in tables)
        lights = [c for c in truth.cells if c.light]
        tally.lights_of += len(lights)
        tally.lights += max((_lights(truth, table) for table in tables), default=0)


def _whole(truth: TrueTable, table: Table) -> bool:
    """Whether every cell stands in its place, with its spans, and no other cell has text."""
    found = {
        (squeezed(c.text), c.row, c.column, c.rowspan, c.colspan) for c in table.cells if c.text
    }
    return found == {
        (squeezed(c.text), c.row, c.column, c.rowspan, c.colspan) for c in truth.cells if c.text
    }


def _lights(truth: TrueTable, table: Table) -> int:
    at = {(c.row, c.column): c for c in table.cells}
    count = 0
    for cell in truth.cells:
        found = at.get((cell.row, cell.column))
        if cell.light and found is not None:
            count += verdict_of(found).value == cell.light
    return count


def _stacked(truth: Sequence[TrueTable], readings: list[Texts]) -> list[Texts]:
    """For tools that read page by page: pieces of one table put under each other for them.

    Where the file has one table, all readings as wide as the first are taken for its pieces, and a
    header that a later piece repeats is dropped.
    """
    if len(truth) != 1 or len(readings) < 2:
        return readings
    wide = max(len(r[0]) if r else 0 for r in readings)
    pieces = [r for r in readings if r and len(r[0]) == wide]
    out = list(pieces[0])
    for piece in pieces[1:]:
        start = 0
        while start < min(len(piece), len(pieces[0])) and piece[start] == pieces[0][start]:
            start += 1
        out += piece[start:]
    return [out, *readings]
