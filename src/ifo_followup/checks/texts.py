"""Running text against the tables: amounts it prints of rows and of the whole, periods it names."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from ifo_followup.checks.claims import (
    Claim,
    ages_in,
    bare_name,
    claims_in,
    periods_of_outcomes,
)
from ifo_followup.checks.intervals import Interval, interval_of, sum_of
from ifo_followup.checks.rules import RULES
from ifo_followup.model.findings import Finding
from ifo_followup.model.money import (
    Basis,
    BudgetLine,
    BudgetTable,
    Horizon,
    LineRole,
    MoneyQuantity,
)
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Number, Text
from ifo_followup.swedish.dates import MONTHS

_LEAST_NAME = 5  # letters; a shorter name of a row may be any word
_MOST_TABLES = 6  # whose totals are added up in every way
_NET = (
    MoneyQuantity.RESULT,
    MoneyQuantity.NET,
    MoneyQuantity.NET_COST,
    MoneyQuantity.AMOUNT,
)


def check_periods(report: FollowUpReport) -> Iterator[Finding]:
    """Outcomes from the first of January that end in another month than the report."""
    end = report.period_end
    if end is None:
        return
    for text in texts_of(report):
        for words, start, last in periods_of_outcomes(text.text):
            if (start.year, start.month, start.day) != (end.year, 1, 1) or last.year != end.year:
                continue
            if last != end:
                yield RULES["period-differs"].broken(
                    text.source_at(text.text.find(words)),
                    printed=words,
                    expected=f"{MONTHS[0][0]}-{MONTHS[end.month - 1][0]} {end.year}",
                )


def check_amounts(report: FollowUpReport) -> Iterator[Finding]:
    """Amounts in the text that are none of the row's that they are said of."""
    rows: dict[str, list[BudgetLine]] = {}
    for table in report.budget_tables:
        for line in table.lines:
            rows.setdefault(bare_name(line.label.text), []).append(line)
    names = {name for name in rows if len(name) >= _LEAST_NAME}
    wholes = _Wholes(report.budget_tables)
    for text in texts_of(report):
        for claim in claims_in(text.text):
            name = claim.name_among(names)
            if name is not None:
                yield from _of_rows(text, claim, rows[name])
            elif claim.whole is not None:
                yield from wholes.check(text, claim)


def _of_rows(text: Text, claim: Claim, lines: Sequence[BudgetLine]) -> Iterator[Finding]:
    label = lines[0].label.text
    ages = ages_in(label)
    if claim.ages and ages and claim.ages != ages and len(lines) == 1:
        yield RULES["label-differs"].broken(
            text.source_at(claim.start),
            printed="-".join(claim.ages),
            expected="-".join(ages),
            evidence=(lines[0].label.source,),
            line=label,
        )
    values = [
        (cell.amount, value)
        for line in lines
        for cell in line.cells
        if (value := interval_of(cell.amount, in_kronor=True)) is not None
    ]
    if values and not any(claim.value.meets(value) for _, value in values):
        near = _nearest(claim, values)
        yield RULES["text-differs"].broken(
            text.source_at(claim.start),
            printed=claim.printed,
            expected=_with_unit(near),
            evidence=(near.source,),
            line=label,
        )


def _nearest(claim: Claim, values: Sequence[tuple[Number, Interval]]) -> Number:
    middle = claim.value.middle
    return min(values, key=lambda pair: abs(pair[1].middle - middle))[0]


def _with_unit(amount: Number) -> str:
    """An amount of a table whose heads say the unit, as it would stand in a text."""
    printed = amount.source.text
    unit = amount.unit.value if amount.unit else ""
    return printed if unit in printed else f"{printed} {unit}"


class _Wholes:
    """The totals of a report's money tables, alone and added up."""

    def __init__(self, tables: Sequence[BudgetTable]) -> None:
        self._values = {
            "outcome": _totals(tables, Basis.OUTCOME, Horizon.YEAR_TO_DATE),
            "forecast": _totals(tables, Basis.FORECAST, Horizon.FULL_YEAR),
        }

    def check(self, text: Text, claim: Claim) -> Iterator[Finding]:
        """An amount that is said to be the report's outcome or forecast, and no total is it."""
        values = self._values[claim.whole or "outcome"]
        if not values:
            return
        alone = [value for _, value in values][:_MOST_TABLES]
        for count in range(1, len(alone) + 1):
            if any(claim.value.meets(sum_of(some)) for some in combinations(alone, count)):
                return
        if any(claim.value.meets(value) for _, value in values):
            return
        near = _nearest(claim, values)
        yield RULES["text-differs"].broken(
            text.source_at(claim.start),
            printed=claim.printed,
            expected=_with_unit(near),
            evidence=(near.source,),
            line="utfall" if claim.whole == "outcome" else "prognos",
        )


def _totals(
    tables: Sequence[BudgetTable], basis: Basis, horizon: Horizon
) -> list[tuple[Number, Interval]]:
    out: list[tuple[Number, Interval]] = []
    for table in tables:
        for line in table.lines:
            if line.role is not LineRole.TOTAL:
                continue
            for cell in line.cells:
                value = interval_of(cell.amount, in_kronor=True)
                mine = cell.basis is basis and cell.horizon is horizon and cell.quantity in _NET
                if mine and value is not None:
                    out.append((cell.amount, value))
    return out


def texts_of(report: FollowUpReport) -> Iterator[Text]:
    """The running texts of a report."""
    for section in report.sections:
        yield section.title
        if section.text is not None:
            yield section.text
    for event in report.events:
        yield event.text
    for measure in report.measures:
        yield from (t for t in (measure.title, measure.description, measure.follow_up) if t)
    for assignment in report.assignments:
        yield from (t for t in (assignment.description, assignment.comment) if t)
    yield from (goal.comment for goal in report.goals if goal.comment)
    yield from (indicator.comment for indicator in report.indicators if indicator.comment)
    yield from (guarantee.comment for guarantee in report.guarantees if guarantee.comment)
