"""Tables of assignments, risks and the yearly wheel."""

import re

from attrs import evolve

from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.mint import assessment_of, cell_text, joined, status_of, text_at
from ifo_followup.layouts.tables import MatchedTable, Row
from ifo_followup.model.steering import (
    Assignment,
    AssignmentKind,
    CalendarEntry,
    Likelihood,
    MoneyRange,
    Risk,
    RiskKind,
)
from ifo_followup.model.values import Number, Text, Unit
from ifo_followup.swedish.dates import first_month
from ifo_followup.swedish.numbers import read_quantity, read_range
from ifo_followup.swedish.units import read_unit
from ifo_followup.swedish.words import LIKELIHOODS

_RISK_VALUE = re.compile(r"[\s,;(]{0,4}\bRiskvärde[:\s]{1,3}([0-9]{1,3})\)?\.?", re.IGNORECASE)

_ONLY_RISK = re.compile(
    r"\W{0,3}(?:\w{3,20}\s)?(?:risk\w{0,12}|möjlighet\w{0,6})\W{0,3}", re.IGNORECASE
)


def read_assignments(table: MatchedTable, draft: Draft) -> None:
    """Rows of assignment, status or light, comment. A row without a title goes on from the last."""
    kind = table.layout.assignment or AssignmentKind.ASSIGNMENT
    for row in table.rows():
        title_cell = row.get("title")
        title = cell_text(title_cell, row.spot())
        comment = cell_text(row.get("comment"), row.spot("comment"))
        status_cell = row.get("status")
        status, status_text = (
            status_of(status_cell.text, status_cell.place, draft.ledger, row.spot("status"))
            if status_cell is not None
            else (None, None)
        )
        assessment, _ = assessment_of(row.get("assessment"), draft.ledger, row.spot("assessment"))
        if _goes_on(title, draft, kind):
            _continue(draft, title, comment)
        elif title is not None:
            draft.assignments.append(
                Assignment(
                    kind=kind,
                    title=title,
                    status=status,
                    status_text=status_text,
                    assessment=assessment,
                    comment=comment,
                )
            )
        row.leave()


def _goes_on(title: Text | None, draft: Draft, kind: AssignmentKind) -> bool:
    """Whether a row is the rest of the row before, cut by a page."""
    if not draft.assignments or draft.assignments[-1].kind is not kind:
        return False
    if title is None:
        return True
    before = draft.assignments[-1].title.text
    return title.text[:1].islower() and not before.endswith((".", "!", "?"))


def _continue(draft: Draft, title: Text | None, comment: Text | None) -> None:
    last = draft.assignments[-1]
    if title is not None:
        last = evolve(last, title=Text(f"{last.title.text} {title.text}", last.title.source))
    if comment is not None:
        last = evolve(last, comment=joined(last.comment, comment))
    draft.assignments[-1] = last


def read_risks(table: MatchedTable, draft: Draft) -> None:
    """Rows of risks, either with likelihood and amounts or with a risk value and measures."""
    kind = table.layout.risk or RiskKind.RISK
    grouped = not any(c and c.fills == "category" for c in table.columns)
    group = table.heads[0] if grouped and names_group(table.heads[0]) else None
    for row in table.rows():
        title, value = _title_and_value(row)
        value = value or _risk_value(row)
        category = _category(row, draft, group)
        impact = _impact(row, draft)
        likelihood_cell = row.get("likelihood")
        words = cell_text(likelihood_cell, row.spot("likelihood"))
        code = LIKELIHOODS.lookup(words.text) if words else None
        if words is not None and code is None:
            draft.ledger.find("unknown-word", "no known likelihood", words.source)
        assessment, _ = assessment_of(row.get("assessment"), draft.ledger, row.spot("assessment"))
        description = cell_text(row.get("description"), row.spot("description"))
        mitigation = cell_text(row.get("mitigation"), row.spot("mitigation"))
        if title is not None:
            draft.risks.append(
                Risk(
                    kind=kind,
                    category=category,
                    title=title,
                    description=description,
                    likelihood=Likelihood(code) if code else None,
                    likelihood_text=words,
                    impact=impact,
                    risk_value=value,
                    mitigation=mitigation,
                    assessment=assessment,
                )
            )
        row.leave()
    draft.last_risk_category = None


def names_group(head: str) -> bool:
    """Whether the head over risks names a group of them: "Risker IFO", not "Risk" alone."""
    return not _ONLY_RISK.fullmatch(head)


def _title_and_value(row: Row) -> tuple[Text | None, Number | None]:
    """The title, and the value taken out of it: "Ökad smittspridning. Riskvärde 9"."""
    cell = row.get("title")
    title = cell_text(cell, row.spot())
    if title is None or cell is None:
        return None, None
    found = _RISK_VALUE.search(title.text)
    quantity = read_quantity(found.group(1)) if found else None
    if found is None or quantity is None:
        return title, None
    rest = f"{title.text[: found.start()]}{title.text[found.end() :]}".strip()
    source = row.spot("Riskvärde").source(found.group(0).strip(), cell.place)
    number = Number(value=quantity.number, decimals=quantity.decimals, source=source)
    return text_at(rest, cell.place, row.spot()), number


def _risk_value(row: Row) -> Number | None:
    """The value in a column of its own."""
    for head, cell in row.all("risk_value"):
        quantity = read_quantity(cell.text)
        if quantity is not None:
            source = row.spot(head).source(cell.text, cell.place)
            return Number(value=quantity.number, decimals=quantity.decimals, source=source)
        if cell_text(cell) is not None:
            source = row.spot(head).source(cell.text, cell.place)
            row.match.ledger.find("unread-value", "no risk value", source, printed=cell.text)
    return None


def _category(row: Row, draft: Draft, group: str | None) -> Text | None:
    if group is not None:
        header = next(c for c in row.match.table.cells if c.row == 0 and c.column == 0)
        return text_at(group, header.place, row.spot())
    found = cell_text(row.get("category"), row.spot())
    if found is not None:
        draft.last_risk_category = found
    return draft.last_risk_category  # an empty cell means the type above


def _impact(row: Row, draft: Draft) -> MoneyRange | None:
    for head, cell in row.all("impact"):
        source = row.spot(head).source(cell.text, cell.place)
        found = read_range(cell.text)
        if found is None:
            if cell.text.strip(" -–"):
                draft.ledger.find("unread-value", "no interval of money", source)
            return None
        return MoneyRange(
            low=found[0], high=found[1], unit=read_unit(head) or Unit.MNKR, source=source
        )
    return None


def read_calendar(table: MatchedTable, draft: Draft) -> None:
    """Rows of month, activity, light."""
    above: Text | None = None
    for row in table.rows():
        month_cell = row.get("month")
        month_text = cell_text(month_cell, row.spot()) or above  # empty: the month above
        above = month_text
        activity = cell_text(row.get("activity"), row.spot("activity"))
        assessment, _ = assessment_of(row.get("assessment"), draft.ledger, row.spot("assessment"))
        month = first_month(month_text.text) if month_text else None
        if month_text is not None and activity is not None and month is not None:
            draft.calendar.append(
                CalendarEntry(
                    month=month, month_text=month_text, activity=activity, assessment=assessment
                )
            )
        elif month_text is not None or activity is not None:
            source = (
                month_text or activity or Text("-", row.spot().source("-", row.match.table.place))
            ).source
            draft.ledger.find(
                "row-unread", "a row of the yearly wheel without month or activity", source
            )
        row.leave()
