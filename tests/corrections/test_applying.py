"""Corrections in a report: the value changes, the print stays, and what does not fit is told."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from strategies import reports

from ifo_followup import corrections
from ifo_followup.locating.finding import find
from ifo_followup.locating.values import Value, values_of
from ifo_followup.model.findings import Correction, Severity
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.money import (
    Basis,
    BudgetCell,
    BudgetLine,
    BudgetTable,
    Horizon,
    MoneyQuantity,
)
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.steering import (
    Assignment,
    AssignmentKind,
    CalendarEntry,
    MoneyRange,
    Risk,
    RiskKind,
    Status,
)
from ifo_followup.model.values import (
    Assessment,
    Missing,
    Number,
    Place,
    Source,
    Text,
    Unit,
    Verdict,
)


def source(words: str, **more: object) -> Source:
    return Source(text=words, place=Place(page=2), **more)


def text(words: str) -> Text:
    return Text(words, source(words))


def cell(amount: Number) -> BudgetCell:
    return BudgetCell(
        quantity=MoneyQuantity.COST, basis=Basis.BUDGET, horizon=Horizon.FULL_YEAR, amount=amount
    )


def line(label: str, printed: str, value: str | None) -> BudgetLine:
    read = {"value": Decimal(value)} if value else {"missing": Missing.UNREADABLE}
    amount = Number(**read, unit=Unit.TKR, source=source(printed, column="Budget 2019"))
    return BudgetLine(label=text(label), cells=(cell(amount),))


REPORT = FollowUpReport(
    municipality="X",
    title=text("Delårsrapport"),
    goals=(
        Goal(
            goal_id="g1",
            level=GoalLevel.BOARD_GOAL,
            title=text("Färre samtal"),
            assessment=Assessment(verdict=Verdict.GREEN, source=source("Grön")),
        ),
    ),
    budget_tables=(
        BudgetTable(number=1, lines=(line("Barn", "1 20", "120"), line("Vuxna", "3 4O0", None))),
    ),
    risks=(
        Risk(
            kind=RiskKind.RISK,
            title=text("Fara"),
            impact=MoneyRange(low=Decimal(3), high=Decimal(6), source=source("3-6")),
        ),
    ),
    assignments=(
        Assignment(
            kind=AssignmentKind.ASSIGNMENT,
            title=text("Gör"),
            status=Status.STARTED,
            status_text=text("Påbörjat"),
        ),
    ),
    calendar=(CalendarEntry(month=5, month_text=text("Maj"), activity=text("Fest")),),
)


def correction(what: str, printed: str, corrected: str) -> Correction:
    return Correction(
        what=what,
        printed=printed,
        corrected=corrected,
        why="tryckfel",
        who="Eva Ek",
        date=date(2024, 5, 2),
    )


def one(what: str, report: FollowUpReport) -> Value:
    (value,) = find(report, what)
    return value


VUXNA = 'budget_cells[table_no=1, line="Vuxna", column="budget 2019"]'
AMOUNT = "budget_tables[0].lines[1].cells[0].amount"


@pytest.mark.parametrize(
    ("what", "printed", "corrected", "held"),
    [
        ("goals[0].title", "Färre\n samtal", "Fler samtal", {"text": "Fler samtal"}),
        ("title", "Delårsrapport", "Årsrapport", {"text": "Årsrapport"}),
        (VUXNA, "3 4O0", "3 400", {"value": Decimal(3400), "missing": None, "unit": Unit.TKR}),
        (AMOUNT, "3 4O0", "−3,40", {"value": Decimal("-3.40"), "decimals": 2}),
        (AMOUNT, "3 4O0", "3,4 mnkr", {"value": Decimal("3.4"), "unit": Unit.MNKR}),
        ("goals[0].assessment", "Grön", "Gul", {"verdict": Verdict.YELLOW}),
        ("goals[0].assessment", "Grön", "not_fulfilled", {"verdict": Verdict.NOT_FULFILLED}),
        ("risks[0].impact", "3-6", "0,3-0,6", {"low": Decimal("0.3"), "high": Decimal("0.6")}),
    ],
)
def test_a_value_is_corrected_and_its_print_is_kept(what, printed, corrected, held):
    done = corrections.apply(REPORT, [correction(what, printed, corrected)])
    before, after = one(what, REPORT), one(what, done)
    assert {name: getattr(after.held, name) for name in held} == held
    assert after.source == before.source
    (kept,) = done.corrections
    assert kept == correction(before.path, printed, corrected)
    (finding,) = done.findings
    assert (finding.rule, finding.severity) == ("correction-applied", Severity.INFO)
    assert finding.source == before.source
    assert "Eva Ek, 2024-05-02" in finding.message
    assert before.path in finding.message
    assert FollowUpReport.from_json(done.to_json()) == done


def test_words_and_their_code_are_corrected_together():
    done = corrections.apply(
        REPORT,
        [
            correction("assignments[0].status_text", "Påbörjat", "Genomfört"),
            correction("calendar[0].month_text", "Maj", "Juni"),
        ],
    )
    assert done.assignments[0].status is Status.COMPLETED
    assert done.assignments[0].status_text.text == "Genomfört"
    assert done.calendar[0].month == 6
    assert len(done.corrections) == 2


@pytest.mark.parametrize(
    ("what", "printed", "corrected", "words"),
    [
        ("goals[7].title", "Färre samtal", "x", "there are 1 goals"),
        ("goals[0].title", "Många samtal", "x", "something else is printed there"),
        ("goals[0]", "Färre samtal", "x", "it names 2 values: name one, such as goals[0].title"),
        (AMOUNT, "3 4O0", "ungefär 3", "cannot be read as a number"),
        (AMOUNT, "3 4O0", "3 400 ungefär", "cannot be read as a number"),
        ("goals[0].assessment", "Grön", "blå", "cannot be read as a known assessment"),
        ("risks[0].impact", "3-6", "många", "cannot be read as a range"),
        ("assignments[0].status_text", "Påbörjat", "hm", "cannot be read as a known status"),
        ('budget_cells[line="Äldre"]', "1", "2", 'no cells of budget_cells have line="Äldre"'),
        ("budget_cells[table_no=1]", "1", "2", "2 cells of budget_cells have"),
        ('budget_cells[rad="Barn"]', "1", "2", "has no rad; it has: table_no"),
    ],
)
def test_what_does_not_fit_changes_nothing_and_is_told(what, printed, corrected, words):
    done = corrections.apply(REPORT, [correction(what, printed, corrected)])
    assert attrs.evolve(done, findings=()) == REPORT
    (finding,) = done.findings
    assert (finding.rule, finding.severity) == ("correction-unused", Severity.WARNING)
    assert words in finding.message
    assert what in finding.message
    assert "användes inte" in finding.swedish
    assert finding.expected == printed


def test_a_correction_is_applied_once():
    first = correction("goals[0].title", "Färre samtal", "Fler samtal")
    done = corrections.apply(REPORT, [first])
    assert corrections.apply(done, [first]) == done
    other = corrections.apply(done, [correction("goals[0].title", "Färre samtal", "Inga samtal")])
    assert other.goals == done.goals
    assert other.findings[-1].rule == "correction-unused"
    assert 'it was corrected before, to "Fler samtal"' in other.findings[-1].message


NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a failure would take minutes


def right_for(value: Value) -> str | None:
    match value.held:
        case Number():
            return "-12 480,5"
        case Assessment():
            return "not_assessable"
        case MoneyRange():
            return "1-2"
        case _:
            coded = value.path.endswith(("status_text", "likelihood_text", "month_text"))
            return None if coded else "Rätt"


@settings(max_examples=10, phases=NO_SHRINKING)  # a whole report takes long to make up
@given(reports(), st.data())
def test_nothing_but_the_one_value_changes(report: FollowUpReport, data: st.DataObject):
    values = [value for value in values_of(report) if right_for(value)]
    assume(values)
    taken = {each.what for each in report.corrections}
    value = data.draw(st.sampled_from(values))
    assume(value.path not in taken)
    wanted = correction(value.path, value.source.text, right_for(value) or "")
    done = corrections.apply(report, [wanted])
    assert done.corrections == (*report.corrections, wanted)
    before = {each.path: each for each in values_of(report)}
    after = {each.path: each for each in values_of(done)}
    assert before.keys() == after.keys()
    assert {path for path in before if before[path] != after[path]} <= {value.path}
    assert {path for path in before if before[path].source != after[path].source} == set()
    assert FollowUpReport.from_json(done.to_json()) == done
