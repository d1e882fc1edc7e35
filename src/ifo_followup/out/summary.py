"""A report on one screen: what a person wants to know before reading all of it."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from textwrap import wrap

from attrs import frozen

from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.goals import Goal, Indicator, Observation, ObservationKind
from ifo_followup.model.money import Basis, BudgetCell, BudgetLine, BudgetTable, Horizon, LineRole
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.model.steering import Likelihood, RiskKind, Status
from ifo_followup.model.values import Assessment, Unit, Verdict
from ifo_followup.out.plain import WIDTH, clip, where
from ifo_followup.out.rows import holds_something

MOST_GOALS = 16
MOST_INDICATORS = 10
MOST_DEVIATIONS = 8
MOST_RULES = 4
MOST_LINES = 3  # of what one finding says
NAME_WIDTH = 62
ROUND_BEYOND = 15  # digits; more than any sum of money has

TYPES = {
    ReportType.MONTHLY: "monthly report",
    ReportType.INTERIM_1: "interim report 1",
    ReportType.INTERIM_2: "interim report 2",
    ReportType.TERTIAL_1: "tertial report 1",
    ReportType.TERTIAL_2: "tertial report 2",
    ReportType.TERTIAL_3: "tertial report 3",
    ReportType.ANNUAL: "annual report",
}
GREEN, YELLOW, RED, BOLD, DIM = "32", "33", "31", "1", "2"
LIGHTS = {
    Verdict.GREEN: GREEN,
    Verdict.FULFILLED: GREEN,
    Verdict.CONTRIBUTES: GREEN,
    Verdict.YELLOW: YELLOW,
    Verdict.LARGELY_FULFILLED: YELLOW,
    Verdict.PARTLY_FULFILLED: YELLOW,
    Verdict.RED: RED,
    Verdict.NOT_FULFILLED: RED,
    Verdict.DOES_NOT_CONTRIBUTE: RED,
}
SEVERITIES = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: DIM}
IN_KRONOR = {Unit.KR: 0, Unit.TKR: 3, Unit.MNKR: 6}  # powers of ten


@frozen
class _Pen:
    """Writes in colour, or only as if."""

    colour: bool

    def __call__(self, text: str, code: str | None) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text


def summary(report: FollowUpReport, *, colour: bool = False) -> str:
    """The report as seventy lines of text at most; `colour` adds ANSI colours for a terminal."""
    pen = _Pen(colour)
    parts = (
        _header(report, pen),
        _goals(report, pen),
        _indicators(report, pen),
        _budget(report, pen),
        _plans(report, pen),
        _reading(report, pen),
    )
    blocks = ("\n".join(lines) for part in parts if (lines := list(part)))
    return "\n\n".join(blocks) + "\n"


def _header(r: FollowUpReport, pen: _Pen) -> Iterator[str]:
    names = (r.municipality, *(str(text) for text in (r.board, r.department, r.area) if text))
    first = clip(" · ".join(names))
    yield pen(first, BOLD)
    kind = TYPES[r.report_type] if r.report_type else "report of unknown type"
    period = " – ".join(day.isoformat() for day in (r.period_start, r.period_end) if day)
    title = f"{r.title}, " if r.title else ""
    second = clip(f"{title}{kind}, {period or 'no period printed'}")
    yield second
    yield pen("─" * max(len(first), len(second)), DIM)


def _heading(pen: _Pen, text: str, note: str = "") -> str:
    return pen(text, BOLD) + (pen(f"  {note}", DIM) if note else "")


def _more(pen: _Pen, shown: int, total: int) -> Iterator[str]:
    if total > shown:
        yield pen(f"  … and {total - shown} more", DIM)


def _goals(r: FollowUpReport, pen: _Pen) -> Iterator[str]:
    if not r.goals:
        return
    yield _heading(pen, f"Goals ({len(r.goals)})")
    parents = {goal.goal_id: goal.parent_id for goal in r.goals}
    for goal in r.goals[:MOST_GOALS]:
        depth, above = 0, goal.parent_id
        while above is not None:
            depth, above = depth + 1, parents[above]
        yield _goal(goal, min(depth, 5), pen)
    yield from _more(pen, MOST_GOALS, len(r.goals))


def _goal(goal: Goal, depth: int, pen: _Pen) -> str:
    indent = "  " * (depth + 1)
    title = f"{goal.number} {goal.title}" if goal.number else str(goal.title)
    sign, words = _light(goal.assessment, pen)
    room = WIDTH - len(indent) - 2 - (len(words) + 3 if words else 0)
    return f"{indent}{sign} {clip(title, room)}" + (f" – {words}" if words else "")


def _light(assessment: Assessment | None, pen: _Pen) -> tuple[str, str]:
    """The lamp, and the word for those who see no colours."""
    if assessment is None:
        return "·", ""
    words = clip(assessment.text, 30)
    if assessment.verdict is None:
        return "○", words or "not read"
    code = LIGHTS.get(assessment.verdict)
    return pen("●" if code else "○", code), words or assessment.verdict.value.replace("_", " ")


def _indicators(r: FollowUpReport, pen: _Pen) -> Iterator[str]:
    if not r.indicators:
        return
    yield _heading(pen, f"Indicators ({len(r.indicators)})", "latest outcome, target")
    titles = {goal.goal_id: str(goal.title) for goal in r.goals}
    for indicator in r.indicators[:MOST_INDICATORS]:
        name = str(indicator.name or titles.get(indicator.goal_id or "") or "(not named)")
        sign, _ = _light(indicator.assessment, pen)
        yield f"  {sign} {clip(name, NAME_WIDTH):<{NAME_WIDTH}}  {_outcome(indicator)}".rstrip()
    yield from _more(pen, MOST_INDICATORS, len(r.indicators))


def _outcome(indicator: Indicator) -> str:
    outcome = _latest(indicator, ObservationKind.OUTCOME)
    target = _latest(indicator, ObservationKind.TARGET)
    told = _observed(outcome) if outcome else "no outcome"
    return f"{told}, target {_observed(target)}" if target else told


def _latest(indicator: Indicator, kind: ObservationKind) -> Observation | None:
    seen = [o for o in indicator.observations if o.kind is kind and holds_something(o.number)]
    # a whole year ends after its months; max keeps the first of equals, as printed
    return max(seen, key=lambda o: f"{o.period or ''}-99-99"[:10], default=None)


def _observed(observation: Observation) -> str:
    notes = ", ".join(word for word in (observation.scope, observation.period) if word)
    text = clip(observation.number.text or str(observation.number.value), 24)
    return clip(f"{text} ({notes})", 44) if notes else text


def _budget(r: FollowUpReport, pen: _Pen) -> Iterator[str]:
    found = [
        (table, line, cell)
        for table in r.budget_tables
        for line in table.lines
        if line.role is LineRole.ITEM
        for cell in line.cells
        if cell.basis is Basis.DEVIATION and cell.amount.value
    ]
    if not r.budget_tables:
        return
    if not found:
        yield _heading(pen, f"Budget ({len(r.budget_tables)} tables, no deviations printed)")
        return
    found.sort(key=lambda each: _size(each[0], each[2]))
    yield _heading(pen, "Budget, largest deviations", f"of {len(found)}; full year first")
    for table, line, cell in found[:MOST_DEVIATIONS]:
        yield _deviation(table, line, cell, pen)


def _size(table: BudgetTable, cell: BudgetCell) -> tuple[bool, Decimal]:
    """Sorts full-year figures first, and by size in kronor whatever their tables count in."""
    unit = cell.amount.unit or table.unit
    value = cell.amount.value or Decimal(0)
    power = IN_KRONOR.get(unit, 3) if unit else 3
    return cell.horizon is not Horizon.FULL_YEAR, value.scaleb(power).copy_abs().copy_negate()


def _deviation(table: BudgetTable, line: BudgetLine, cell: BudgetCell, pen: _Pen) -> str:
    value = cell.amount.value or Decimal(0)
    unit = cell.amount.unit or table.unit
    amount = clip(f"{grouped(value)} {unit.value if unit else ''}", 24)
    words = ("full year" if cell.horizon is Horizon.FULL_YEAR else "to date") + ", "
    words += cell.quantity.value.replace("_", " ")
    section = f"{clip(str(line.section), 18)}: " if line.section else ""
    title = f"  [{clip(str(table.title), 22)}]" if table.title else ""
    label = section + clip(str(line.label), 36)
    shown = pen(f"{amount:>16}", RED if value < 0 else GREEN)
    return f"  {shown}  {label}, {words}{pen(title, DIM)}"


def grouped(value: Decimal) -> str:
    """The number as it is printed in Swedish: "−12 480", "0,3"."""
    if abs(value.adjusted()) > ROUND_BEYOND:
        return str(value)
    text = f"{value.copy_abs():,f}".replace(",", "\u00a0").replace(".", ",")
    return f"−{text}" if value < 0 else text


def _plans(r: FollowUpReport, pen: _Pen) -> Iterator[str]:
    risks = [risk for risk in r.risks if risk.kind is RiskKind.RISK]
    if r.risks:
        high = sum(1 for risk in risks if risk.likelihood is Likelihood.HIGH)
        chances = len(r.risks) - len(risks)
        likely = f", {high} of high likelihood" if high else ""
        more = f"; {chances} opportunities" if chances else ""
        yield f"{pen('Risks', BOLD)}  {len(risks)}{likely}{more}"
    if r.assignments:
        by_status = Counter(each.status for each in r.assignments)
        order: tuple[Status | None, ...] = (*Status, None)
        told = (
            f"{by_status[status]} {status.value.replace('_', ' ') if status else 'without status'}"
            for status in order
            if by_status[status]
        )
        yield f"{pen('Assignments', BOLD)}  {len(r.assignments)}: {', '.join(told)}"
    others = (
        ("measures", r.measures),
        ("guarantees", r.guarantees),
        ("calendar entries", r.calendar),
        ("events", r.events),
        ("tables of statistics", r.statistics),
        ("sections of text", r.sections),
    )
    counted = ", ".join(f"{len(things)} {word}" for word, things in others if things)
    if counted:
        yield f"{pen('Also', BOLD)}  {counted}"


def _reading(r: FollowUpReport, pen: _Pen) -> Iterator[str]:
    cover = r.coverage
    note = f"{cover.unclaimed} characters are in no table and no text" if cover.unclaimed else ""
    # rounded down: "100.0 %" is kept for a report that was read whole
    share = int(cover.share * 1000) / 10
    yield _heading(pen, f"Read {share:.1f} % of the text", note)
    by_rule: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in r.findings:
        by_rule.setdefault((finding.severity, finding.rule), []).append(finding)
    ranks = list(SEVERITIES)
    worst = sorted(by_rule.items(), key=lambda each: (ranks.index(each[0][0]), -len(each[1])))
    for (severity, rule), findings in worst[:MOST_RULES]:
        times = f" × {len(findings)}, such as" if len(findings) > 1 else ""
        yield f"  {pen(severity.value, SEVERITIES[severity])} {clip(rule, 60)}{times}"
        yield from (f"    {line}" for line in _message(findings[0]))
    yield from _more(pen, MOST_RULES, len(worst))
    if r.provenance:
        p = r.provenance
        version = f" {p.plugin_version}" if p.plugin_version else ""
        line = f"{p.document or 'document'} ({p.kind}), read by {p.plugin}{version}"
        yield "  " + pen(clip(line), DIM)


def _message(finding: Finding) -> list[str]:
    """What a finding says, and behind it where: a place in front would push it off the screen."""
    place = where(finding.source) if finding.source else ""
    text = clip(finding.message, 4 * WIDTH) + (f" ({place})" if place else "")
    return wrap(text, WIDTH - 4, max_lines=MOST_LINES, placeholder=" …")
