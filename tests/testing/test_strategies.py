"""Made-up reports: their figures add up, what is printed is the value, options are kept to."""

from collections import defaultdict
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.layouts.arithmetic import agreement, identities
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.goals import GoalLevel, ObservationKind
from ifo_followup.model.money import Basis, BudgetTable, Horizon, LineRole, MoneyQuantity
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.model.steering import AssignmentKind, RiskKind
from ifo_followup.model.values import Missing, Number, Unit, Verdict
from ifo_followup.swedish.dates import first_month
from ifo_followup.swedish.municipalities import municipalities
from ifo_followup.swedish.numbers import is_dash, parse_number, read_quantity, read_range
from ifo_followup.swedish.units import read_unit
from ifo_followup.swedish.words import (
    ASSESSMENTS,
    LIKELIHOODS,
    STATUSES,
    line_role,
    says_not_measured,
)
from ifo_followup.testing import strategies as made
from ifo_followup.testing import wording
from ifo_followup.testing.money_parts import COLUMN_SETS, Grouping, Signs

tables = made.budget_tables()


def amounts(table: BudgetTable, row: int) -> list[Decimal | None]:
    # a dash or an empty cell amounts to nothing
    return [
        cell.amount.value if cell.amount.missing is None else Decimal(0)
        for cell in table.lines[row].cells
    ]


@given(tables)
def test_every_line_adds_up_across(money):
    for table in money:
        cells = table.lines[0].cells
        rules = identities([CellMeaning(c.quantity, c.basis, c.horizon) for c in cells])
        for n in range(len(table.lines)):
            if rules:
                agreed = agreement(amounts(table, n), rules)
                assert agreed is not None
                assert (agreed.holds, agreed.missing) == (len(rules), 0)


@given(tables)
def test_totals_are_the_sums_of_their_lines(money):
    for table in money:
        of_section: dict[str | None, list[Decimal]] = {}
        for column in range(len(table.lines[0].cells)):
            items, part_of = Decimal(0), Decimal(0)
            of_section = defaultdict(list)
            for n, line in enumerate(table.lines):
                value = amounts(table, n)[column] or Decimal(0)
                section = line.section.text if line.section else None
                if line.role is LineRole.ITEM:
                    items += value
                    part_of = value
                    of_section[section].append(value)
                elif line.role is LineRole.SUBTOTAL:
                    assert value == sum(of_section[section])
                elif line.role is LineRole.TOTAL:
                    assert value == items
                    assert n == len(table.lines) - 1
                elif table.lines[0].cells[column].basis in (Basis.BUDGET, Basis.OUTCOME):
                    assert abs(value) <= abs(part_of)


@given(tables)
def test_the_role_of_a_line_is_what_its_label_says(money):
    for table in money:
        for line in table.lines:
            sums = (LineRole.SUBTOTAL, LineRole.TOTAL)
            said = line_role(line.label.text, section=line.section.text if line.section else None)
            assert said == ("sum" if line.role in sums else line.role.value)


@given(made.budget_tables(signs=(Signs.COSTS_POSITIVE,)))
def test_with_costs_positive_a_deviation_is_still_negative_for_the_worse(money):
    for table in money:
        for line in table.lines:
            found = {(c.quantity, c.basis, c.horizon): c.amount.value for c in line.cells}
            for quantity in (MoneyQuantity.NET_COST, MoneyQuantity.COST):
                key = (quantity, Basis.OUTCOME, Horizon.YEAR_TO_DATE)
                assert (found.get(key) or 0) >= 0
            key = (MoneyQuantity.NET_COST, Basis.DEVIATION, Horizon.YEAR_TO_DATE)
            if found.get(key) is not None:
                outcome, budget = (
                    found[MoneyQuantity.NET_COST, basis, Horizon.YEAR_TO_DATE] or 0
                    for basis in (Basis.OUTCOME, Basis.BUDGET)
                )
                assert found[key] == budget - outcome


def numbers(report: FollowUpReport) -> list[Number]:
    return [
        *(c.amount for t in report.budget_tables for line in t.lines for c in line.cells),
        *(o.number for i in report.indicators for o in i.observations if o.scope is None),
        *(c.number for t in report.statistics for c in t.cells),
        *(r.risk_value for r in report.risks if r.risk_value),
    ]


@given(made.reports())
def test_what_is_printed_is_the_value(report):
    for number in numbers(report):
        if number.missing is Missing.BLANK:
            assert number.text == ""
        elif number.missing is Missing.DASH:
            assert is_dash(number.text)
        elif number.missing is Missing.NOT_MEASURED:
            assert says_not_measured(number.text)
        else:
            read = read_quantity(number.text)
            assert read is not None
            assert (read.number, read.decimals) == (number.value, number.decimals)
            assert read.unit in (number.unit, None)
    for risk in report.risks:
        if risk.impact is not None:
            assert read_range(risk.impact.source.text) == (risk.impact.low, risk.impact.high)


@given(made.reports())
def test_units_that_no_cell_prints_are_said_by_the_name(report):
    for indicator in report.indicators:
        said = read_unit(indicator.name.text) if indicator.name else None
        for seen in indicator.observations:
            if seen.number.value is not None and "%" not in seen.number.text:
                assert said is seen.number.unit


@given(made.reports())
def test_a_report_is_of_its_period_and_of_a_municipality(report):
    assert municipalities()[report.municipality] == report.municipality_code
    assert report.period_start.year == report.period_end.year
    assert str(report.period_end.year) in report.title.text
    for indicator in report.indicators:
        for seen in indicator.observations:
            year = int(seen.period[:4])
            assert report.period_end.year - 2 <= year <= report.period_end.year
    for monthly in report.monthly_assessments:
        assert monthly.month <= report.period_end.month
    assert (report.report_type is ReportType.ANNUAL) <= (report.period_end.month == 12)


@given(made.reports())
def test_the_share_of_green_units_is_the_printed_percent(report):
    for goal in report.goals:
        units = [u for u in report.unit_results if u.goal_id == goal.goal_id]
        if not units:
            continue
        own = [i for i in report.indicators if i.goal_id == goal.goal_id]
        for indicator in own:
            (outcome,) = (o for o in indicator.observations if o.kind is ObservationKind.OUTCOME)
            green = sum(u.assessment.verdict is Verdict.GREEN for u in units)
            assert abs(outcome.number.value - Decimal(100 * green) / len(units)) <= Decimal("0.05")


@given(made.reports())
def test_a_report_survives_json_and_gives_every_table(report):
    assert FollowUpReport.from_json(report.to_json()) == report
    assert all(len(frame.columns) for frame in report.to_frames().values())


@given(made.goals(levels=tuple(GoalLevel)))
def test_goals_stand_in_a_tree(goals):
    levels = {goal.goal_id: goal.level for goal in goals}
    assert goals[0].level is GoalLevel.TARGET_AREA
    for goal in goals:
        if goal.parent_id is not None:
            assert list(GoalLevel).index(levels[goal.parent_id]) < 2
            assert levels[goal.parent_id] is not goal.level


# -- the words

WORDS = {
    **{word: (ASSESSMENTS, v) for v, words in wording.VERDICT_WORDS.items() for word in words},
    **{word: (STATUSES, s.value) for s, words in wording.STATUS_WORDS.items() for word in words},
    **{
        word: (LIKELIHOODS, x.value)
        for x, words in wording.LIKELIHOOD_WORDS.items()
        for word in words
    },
}


@pytest.mark.parametrize("word", WORDS)
def test_the_vocabulary_knows_every_word(word):
    vocabulary, code = WORDS[word]
    assert vocabulary.lookup(word) == code


def test_every_code_has_words():
    assert set(wording.VERDICT_WORDS) == set(Verdict)
    assert set(wording.ASSIGNMENTS) == set(AssignmentKind)
    assert set(wording.TYPE_WORDS) == set(ReportType)
    assert set(wording.GOAL_TITLES) == set(GoalLevel)


def plain_phrases() -> list[str]:
    groups: list[tuple[str, ...]] = [
        value
        for name, value in vars(wording).items()
        if isinstance(value, tuple) and name not in ("NO_MEASUREMENT", "OF_WHICH")
    ]
    groups += [*wording.GOAL_TITLES.values(), *wording.ASSIGNMENTS.values()]
    return sorted({phrase for group in groups for phrase in group})


@pytest.mark.parametrize("phrase", plain_phrases())
def test_no_phrase_is_taken_for_something_else(phrase):
    assert ASSESSMENTS.match_start(phrase) is None
    assert ASSESSMENTS.lookup(phrase) is None
    assert STATUSES.lookup(phrase) is None
    assert not says_not_measured(phrase)
    assert not phrase[0].isdigit()
    assert phrase == phrase.strip()


@pytest.mark.parametrize(
    "label", [*wording.ACTIVITY_LINES, *wording.REVENUE_LINES, *wording.COST_LINES]
)
def test_no_line_of_money_is_taken_for_a_sum_or_a_part(label):
    assert line_role(label) == "item"


def test_months_have_their_names():
    assert [first_month(name) for name in wording.MONTHS] == list(range(1, 13))


# -- the options


@given(
    made.risks(
        kinds=(RiskKind.RISK,), amounts=(True,), values=(False,), likelihoods=(None,), least=2
    )
)
def test_risks_keep_to_their_options(risks):
    assert len(risks) >= 2
    for risk in risks:
        assert risk.kind is RiskKind.RISK
        assert risk.impact is not None
        assert risk.risk_value is risk.likelihood is risk.likelihood_text is None


@given(
    made.budget_tables(
        columns=COLUMN_SETS[:1],
        roles=(LineRole.ITEM,),
        sections=(Grouping.NONE,),
        units=(Unit.MNKR,),
        titled=(False,),
    )
)
def test_money_tables_keep_to_their_options(money):
    for table in money:
        assert table.title is None
        assert table.unit is Unit.MNKR
        for line in table.lines:
            assert (line.role, line.section) == (LineRole.ITEM, None)
            assert len(line.cells) == len(COLUMN_SETS[0])
            assert {c.amount.decimals for c in line.cells if c.amount.missing is None} <= {1}


@given(
    made.goals(levels=(GoalLevel.BOARD_GOAL,), verdicts=(Verdict.GREEN,), coloured=(True,)).flatmap(
        lambda goals: st.tuples(
            st.just(goals),
            made.indicators(goals, units=(Unit.COUNT,), trends=(False,), new=(None,), least=3),
        )
    )
)
def test_goals_and_indicators_keep_to_their_options(both):
    goals, indicators = both
    assert {goal.level for goal in goals} == {GoalLevel.BOARD_GOAL}
    assert {goal.assessment.text for goal in goals} == {""}
    assert len(indicators) >= 3
    for indicator in indicators:
        assert indicator.trend is None
        assert indicator.is_new is None
        assert {o.number.unit for o in indicator.observations if o.number.value} <= {Unit.COUNT}


@given(made.reports(parts=("events",), types=(ReportType.MONTHLY,), years=(2024,)))
def test_a_report_has_only_the_parts_it_may_have(report):
    assert report.report_type is ReportType.MONTHLY
    assert report.period_end.year == 2024
    empty = (report.goals, report.budget_tables, report.sections, report.calendar)
    assert not any(empty)


@given(made.printings(), st.decimals(-99999, 99999, places=1))
def test_a_figure_is_printed_so_that_it_is_read_back(printing, value):
    assert parse_number(printing.figure(value, 1)) == value
