"""Errors that are planted in made-up reports are found, and nothing is found where there is none.

Under the profile `ci` some of each layout and kind, always the same; `thorough` tries many.
`python -m benchmarks --only planted` measures the same.
"""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, settings
from tables_of_money import BUDGET, DEVIATION, OUTCOME, report, table

from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.money import LineRole
from ifo_followup.registry import load_registry
from ifo_followup.testing.contradictions import Visibility, tied, visibility, where
from ifo_followup.testing.measuring import Tally, measure
from ifo_followup.testing.planting import Planted, Slip

STYLES = {each.format_id: each for _, each in load_registry().offers()}
SOME = settings(
    max_examples=max(15, settings().max_examples // 4),
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
    database=None,
)
LEAST_FOUND = {Slip.DIGIT: 0.95}  # of those that can be found; all of the other kinds


@pytest.mark.parametrize("slip", Slip, ids=[slip.value for slip in Slip])
def test_planted_errors_are_found(slip, record_property):
    tally = Tally()
    for style in STYLES.values():
        tally.merge(measure(style, slip, SOME))
    said = (
        f"{tally.found} of {tally.due} found, {tally.named} named, {tally.alone} alone; "
        f"{tally.rounded} rounded, {tally.free} free; {tally.tied} of {tally.cells} cells tied"
    )
    record_property(slip.value, said)
    assert tally.alarms == []
    assert tally.due >= 5 * len(STYLES)
    assert tally.found >= LEAST_FOUND.get(slip, 1) * tally.due, tally.missed
    assert tally.named >= 0.95 * tally.found, tally.missed
    assert tally.tied >= 0.8 * tally.cells


def tally_of_few(slip: Slip) -> Tally:
    return measure(next(iter(STYLES.values())), slip, settings(SOME, max_examples=5))


def test_a_check_that_sees_nothing_finds_nothing(monkeypatch):
    monkeypatch.setattr("ifo_followup.testing.measuring.check_report", lambda _: ())
    tally = tally_of_few(Slip.SIGN)
    assert tally.due > 0
    assert (tally.found, tally.named, tally.alone, tally.alarms) == (0, 0, 0, [])
    assert len(tally.missed) == tally.due
    assert tally.missed[0].endswith("nothing found")


def test_what_is_always_said_is_an_alarm_and_no_find(monkeypatch):
    said = Finding(rule="row-sum", severity=Severity.ERROR, message="fel")
    monkeypatch.setattr("ifo_followup.testing.measuring.check_report", lambda _: (said,))
    tally = tally_of_few(Slip.SIGN)
    assert set(tally.alarms) == {"fel"}
    assert tally.found == 0


MADE = table(
    (OUTCOME, BUDGET, DEVIATION),
    ("Barn", "item", "-10 400", "-10 000", "-400"),
    ("varav hyror", "of_which", "-400", "-300", ""),
    ("Vuxna", "item", "-5 100", "-5 300", "200"),
    ("Stöd", "item", "0", "0", "0"),
    ("Summa vård", "subtotal", "-15 500", "-15 300", "-200"),
    ("Ledning", "item", "-100", "-100", "0"),
    ("Summa", "total", "-15 600", "-15 400", "-200"),
)


def spoilt(line: int, cell: int, wrong: str) -> Planted:
    own = MADE.lines[line]
    right = own.cells[cell]
    amount = evolve(right.amount, value=Decimal(wrong))
    cells = (*own.cells[:cell], evolve(right, amount=amount), *own.cells[cell + 1 :])
    lines = (*MADE.lines[:line], evolve(own, cells=cells), *MADE.lines[line + 1 :])
    return Planted(
        report=report(evolve(MADE, lines=lines)),
        slip=Slip.DIGIT,
        table="budget_cells",
        table_no=MADE.number,
        line=own.label.text,
        right=right.amount.value,
        wrong=amount.value,
    )


def without(line: int) -> Planted:
    lines = (*MADE.lines[:line], *MADE.lines[line + 1 :])
    return Planted(
        report=report(evolve(MADE, lines=lines)),
        slip=Slip.DROPPED_ROW,
        table="budget_cells",
        table_no=MADE.number,
        line=MADE.lines[line].label.text,
    )


@pytest.mark.parametrize(
    ("error", "expected", "named"),
    [
        (spoilt(0, 0, "-10900"), Visibility.CONTRADICTED, {"Barn"}),
        (spoilt(2, 2, "-200"), Visibility.CONTRADICTED, {"Vuxna"}),
        (spoilt(2, 2, "201"), Visibility.ROUNDED, {"Vuxna"}),
        # nothing depends on a part of a line that has no deviation
        (spoilt(1, 0, "400"), Visibility.FREE, {"varav hyror"}),
        (spoilt(6, 1, "-15900"), Visibility.CONTRADICTED, {"Summa"}),
        (without(0), Visibility.CONTRADICTED, {"Summa vård", "Summa"}),
        (without(3), Visibility.ROUNDED, {"Summa vård", "Summa"}),
        (without(5), Visibility.CONTRADICTED, {"Summa"}),
    ],
)
def test_what_can_be_seen_of_an_error(error, expected, named):
    assert visibility(report(MADE), error) is expected
    assert where(report(MADE), error) == named


def test_an_error_outside_the_tables_of_money_is_free():
    error = evolve(spoilt(0, 0, "1"), table="observations", table_no=None)
    assert visibility(report(MADE), error) is Visibility.FREE


def test_which_figures_are_tied():
    everything = {(n, c) for n, line in enumerate(MADE.lines) for c in range(len(line.cells))}
    assert everything - tied(MADE) == {(1, 0), (1, 1)}
    items = evolve(MADE, lines=tuple(x for x in MADE.lines if x.role is LineRole.ITEM))
    bare = evolve(items, lines=tuple(evolve(x, cells=x.cells[:2]) for x in items.lines))
    assert len(tied(items)) == 12
    assert tied(bare) == frozenset()
