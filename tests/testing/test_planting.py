"""One error in a report: it is where it is said to be, and nothing else is touched."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from ifo_followup.model.money import LineRole
from ifo_followup.model.report import FollowUpReport
from ifo_followup.swedish.numbers import read_quantity
from ifo_followup.testing import differences, planted
from ifo_followup.testing.planting import Slip
from ifo_followup.testing.strategies import reports


@st.composite
def spoilt(draw, **options):
    report = draw(reports())
    assume(report.budget_tables)
    return report, draw(planted(report, **options))


def figures(slip):
    return spoilt(slips=(slip,))


@given(spoilt(slips=(Slip.DIGIT, Slip.SIGN, Slip.THOUSANDFOLD)))
def test_one_figure_is_wrong_and_the_rest_is_right(pair):
    report, planted_ = pair
    lines = differences(report, planted_.report)
    assert lines
    assert all(line.startswith(planted_.table) for line in lines)
    assert len(lines) == 1 or {line.rpartition(", ")[0] for line in lines}
    assert planted_.right != planted_.wrong
    # the printed text is that of the wrong value
    texts = {o.number.text for i in planted_.report.indicators for o in i.observations}
    texts |= {
        c.amount.text for t in planted_.report.budget_tables for x in t.lines for c in x.cells
    }
    texts |= {c.number.text for t in planted_.report.statistics for c in t.cells}
    read = [read_quantity(text) for text in texts]
    assert planted_.wrong in [quantity.number for quantity in read if quantity is not None]


@given(figures(Slip.SIGN))
def test_a_lost_sign(pair):
    _, planted_ = pair
    assert planted_.wrong == -planted_.right


@given(figures(Slip.THOUSANDFOLD))
def test_a_slip_of_the_unit(pair):
    _, planted_ = pair
    assert planted_.wrong in (planted_.right * 1000, planted_.right / 1000)


@given(figures(Slip.DIGIT))
def test_one_digit(pair):
    _, planted_ = pair
    right, wrong = (f"{abs(value):f}" for value in (planted_.right, planted_.wrong))
    # a first digit that became nothing is not printed
    assert sum(a != b for a, b in zip(right, wrong.rjust(len(right), "0"), strict=True)) == 1


@given(figures(Slip.DROPPED_ROW))
def test_a_dropped_row_is_missed_by_its_total(pair):
    report, planted_ = pair
    number = planted_.table_no
    before, after = (
        next(t for t in r.budget_tables if t.number == number) for r in (report, planted_.report)
    )
    assert len(before.lines) == len(after.lines) + 1
    items = [x for x in after.lines if x.role is LineRole.ITEM]
    total = after.lines[-1]
    assert total.role is LineRole.TOTAL
    assert any(
        sum((x.cells[n].amount.value or Decimal(0) for x in items), Decimal(0))
        != (total.cells[n].amount.value or 0)
        for n in range(len(total.cells))
    )


@given(spoilt(slips=(Slip.DIGIT,), tables=("budget_cells",), misread=True))
def test_a_misreading_leaves_the_print_alone(pair):
    report, planted_ = pair

    def printed(r: FollowUpReport) -> list[str]:
        return [c.amount.text for t in r.budget_tables for x in t.lines for c in x.cells]

    assert printed(report) == printed(planted_.report)
    assert differences(report, planted_.report)


def test_a_report_without_figures_has_none_to_spoil():
    tried = []

    @given(planted(FollowUpReport(municipality="Tyresö")))
    def never(found):
        tried.append(found)

    with pytest.raises(Unsatisfiable):
        never()
    assert not tried
