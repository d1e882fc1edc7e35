"""Money tables: what must hold in a row, what must hold under a column, figures printed twice."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from ifo_followup.checks.columns import (
    Cells,
    Identity,
    cells_of,
    columns_of,
    identities_of,
)
from ifo_followup.checks.intervals import Interval, interval_of
from ifo_followup.checks.mending import mends
from ifo_followup.checks.rules import RULES
from ifo_followup.checks.ties import Suspect, Ties
from ifo_followup.checks.totals import Total, totals_of
from ifo_followup.layouts.money_heads import CellMeaning
from ifo_followup.model.findings import Finding
from ifo_followup.model.money import (
    Basis,
    BudgetCell,
    BudgetLine,
    BudgetTable,
    Horizon,
    LineRole,
    MoneyQuantity,
)
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Source
from ifo_followup.swedish.numbers import format_number
from ifo_followup.swedish.text import squash

_BASES = {
    Basis.OUTCOME: "utfall",
    Basis.BUDGET: "budget",
    Basis.FORECAST: "prognos",
    Basis.DEVIATION: "avvikelse",
    Basis.PREVIOUS_FORECAST: "föregående prognos",
    Basis.FORECAST_CHANGE: "prognosförändring",
}
_QUANTITIES = {
    MoneyQuantity.REVENUE: "intäkt",
    MoneyQuantity.COST: "kostnad",
    MoneyQuantity.NET_COST: "nettokostnad",
    MoneyQuantity.MUNICIPAL_GRANT: "kommunbidrag",
    MoneyQuantity.RESULT: "resultat",
    MoneyQuantity.NET: "netto",
}
_MOST_TABLES = 60  # of one report that are compared with each other


def check_rows(report: FollowUpReport) -> Iterator[Finding]:
    """Deviations, results and changes that are not what the row's other figures give."""
    for table in report.budget_tables:
        columns = columns_of(table)
        rules = identities_of(table, columns)
        ties: Ties | None = None  # only where something does not add up
        for line in table.lines if rules else ():
            cells = cells_of(line)
            for rule in rules:
                expected = rule.breach(cells)
                if expected is not None:
                    ties = ties or Ties(table, rules, totals_of(table, columns))
                    yield _row_broken(line, cells, rule, expected, ties)


def _row_broken(
    line: BudgetLine, cells: Cells, rule: Identity, expected: Interval, ties: Ties
) -> Finding:
    result = cells[rule.result]
    return RULES["row-sum"].broken(
        result.amount.source,
        printed=result.amount.text,
        expected=_printed(expected, result),
        evidence=[cells[part].amount.source for _, part in rule.parts],
        line=line.label.text,
        what=name_of(rule.result),
        sum=_in_words(rule),
        mend=_mended(line, result, ties.suspects_in_row(line, rule.result)),
    )


def _mended(line: BudgetLine, cell: BudgetCell, suspects: Sequence[Suspect]) -> str:
    """Which figures may be wrong and how: " (-10 900 > -10 400?)".

    Their line and their column are named where they are not those of the cell that is spoken of.
    """
    shown: list[str] = []
    for mend in mends(suspects):
        figure = mend.suspect.figure
        words = [figure.cell.amount.text]
        if CellMeaning.of(figure.cell) != CellMeaning.of(cell):
            words.insert(0, name_of(CellMeaning.of(figure.cell)))
        if figure.line is not line:
            words.insert(0, f'"{figure.line.label.text}"')
        shown.append(" ".join(words) + (f" > {mend.instead}?" if mend.instead else "?"))
    return f" ({'; '.join(shown)})" if shown else ""


def check_totals(report: FollowUpReport) -> Iterator[Finding]:
    """Totals that the lines above do not come to."""
    for table in report.budget_tables:
        columns = columns_of(table)
        totals = totals_of(table, columns)
        ties: Ties | None = None  # only where something does not add up
        for total in totals:
            if not total.parts:
                yield _bare(total)
            elif not total.explained:
                yield _unexplained(total)
            for cell, expected in total.broken if total.explained else ():
                ties = ties or Ties(table, identities_of(table, columns), totals)
                yield RULES["total-sum"].broken(
                    cell.amount.source,
                    printed=cell.amount.text,
                    expected=_printed(expected, cell),
                    evidence=_sources(total, cell),
                    line=total.line.label.text,
                    what=name_of(CellMeaning.of(cell)),
                    mend=_mended(total.line, cell, _suspects(total, cell, ties)),
                )


def _suspects(total: Total, cell: BudgetCell, ties: Ties) -> list[Suspect]:
    """Which figure may be wrong; not where several columns are broken: a line may be lost."""
    suspects = ties.suspects_in_sum(total, CellMeaning.of(cell))
    return [each for each in suspects if each.mends > 1 or len(total.broken) == 1]


def _sources(total: Total, cell: BudgetCell) -> Iterator[Source]:
    """Where the figures stand that a total adds up in the column of a cell."""
    for part in total.parts:
        own = cells_of(part).get(CellMeaning.of(cell))
        if own is not None:
            yield own.amount.source


def _bare(total: Total) -> Finding:
    section = total.line.section
    return RULES["total-bare"].broken(
        total.line.label.source,
        line=total.line.label.text,
        section=section.text if section else "",
    )


def _unexplained(total: Total) -> Finding:
    shown = [
        f"{cell.amount.text}: {_printed(expected, cell)}" for cell, expected in total.broken[:3]
    ]
    cell, expected = total.broken[0]
    return RULES["total-unexplained"].broken(
        cell.amount.source,
        printed=cell.amount.text,
        expected=_printed(expected, cell),
        line=total.line.label.text,
        shown="; ".join(shown),
        evidence=_sources(total, cell),
    )


@frozen
class _Printing:
    """A total as one table prints it."""

    table: BudgetTable
    line: BudgetLine


def check_repeated(report: FollowUpReport) -> Iterator[Finding]:
    """Totals of the same name in two tables that do not agree."""
    seen: dict[str, list[_Printing]] = {}
    for table in report.budget_tables[:_MOST_TABLES]:
        for line in table.lines:
            name = squash(line.label.text)
            # "Summa" alone is the total of its table only
            if line.role is LineRole.TOTAL and " " in line.label.text.strip():
                for before in seen.get(name, ()):
                    yield from _compared(before, _Printing(table, line))
                seen.setdefault(name, []).append(_Printing(table, line))


def _compared(before: _Printing, now: _Printing) -> Iterator[Finding]:
    first = {(m.basis, m.horizon): c for m, c in cells_of(before.line).items() if _is_net(m)}
    pairs: list[tuple[BudgetCell, BudgetCell, bool]] = []
    for meaning, cell in cells_of(now.line).items():
        other = first.get((meaning.basis, meaning.horizon)) if _is_net(meaning) else None
        a = interval_of(cell.amount, in_kronor=True)
        b = interval_of(other.amount, in_kronor=True) if other is not None else None
        if other is not None and a is not None and b is not None:
            pairs.append((cell, other, a.meets(b)))
    agreeing = sum(same for *_, same in pairs)
    if agreeing * 2 <= len(pairs):
        return  # they only share a name
    for cell, other, same in pairs:
        if not same:
            yield RULES["figure-differs"].broken(
                cell.amount.source,
                printed=cell.amount.text,
                expected=other.amount.text,
                evidence=(other.amount.source,),
                line=now.line.label.text,
                what=name_of(CellMeaning.of(cell)),
                table=str(before.table.number),
            )


def _is_net(meaning: CellMeaning) -> bool:
    """Whether a column holds what a line comes to, not only its revenue or its cost."""
    return meaning.quantity not in (MoneyQuantity.REVENUE, MoneyQuantity.COST)


def name_of(meaning: CellMeaning) -> str:
    """A column in the field's words: "avvikelse helår"."""
    quantity = _QUANTITIES.get(meaning.quantity) if meaning.quantity else None
    horizon = "helår" if meaning.horizon is Horizon.FULL_YEAR else "hittills"
    return " ".join(part for part in (_BASES[meaning.basis], quantity, horizon) if part)


def _in_words(rule: Identity) -> str:
    parts = [f"{'+' if sign > 0 else '-'} {name_of(part)}" for sign, part in rule.parts]
    return " ".join(parts).removeprefix("+ ")


def _printed(expected: Interval, like: BudgetCell) -> str:
    """What printed figures come to, with as many decimals as the one that it should be."""
    return format_number(expected.middle, like.amount.decimals or 0)
