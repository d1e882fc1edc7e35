"""The flat tables as data: names, columns, what each holds. The contract of every export.

Column names and codes are fixed; a new column is added after the others of its table.
"""

from enum import Enum

from attrs import frozen

from ifo_followup.model.goals import GoalLevel, ObservationKind
from ifo_followup.model.money import Basis, Horizon, LineRole, MoneyQuantity
from ifo_followup.model.report import ReportType
from ifo_followup.model.steering import AssignmentKind, Likelihood, RiskKind, Status
from ifo_followup.model.values import Unit, Verdict


class Kind(Enum):
    """What a column's cells are."""

    TEXT = "text"  # Swedish as printed
    CODE = "code"  # one of the column's codes
    DATE = "date"  # an ISO date, as text
    INTEGER = "integer"
    BOOLEAN = "boolean"
    NUMBER = "number"  # an exact decimal


@frozen
class Column:
    """One column: its name, what its cells are and mean, and its closed list of codes."""

    name: str
    kind: Kind
    meaning: str
    codes: tuple[str, ...] = ()


def _text(name: str, meaning: str) -> Column:
    return Column(name, Kind.TEXT, meaning)


def _code(name: str, meaning: str, codes: type[Enum]) -> Column:
    return Column(name, Kind.CODE, meaning, tuple(member.value for member in codes))


def _integer(name: str, meaning: str) -> Column:
    return Column(name, Kind.INTEGER, meaning)


def _number(name: str, meaning: str) -> Column:
    return Column(name, Kind.NUMBER, meaning)


def _date(name: str, meaning: str) -> Column:
    return Column(name, Kind.DATE, meaning)


PAGE = _integer("page", "page where the row starts, from 1; null for input without pages")
VERDICT = _code("assessment", "the printed assessment as a code; null for unknown words", Verdict)
VERDICT_TEXT = _text("assessment_text", "the assessment as printed; null where it is a colour")
COMMENT = _text("comment", "the comment as printed")
GOAL_ID = _text("goal_id", "the goal, as in goals.goal_id")

TABLES: dict[str, tuple[Column, ...]] = {
    "report": (
        _text("municipality", "the municipality's name"),
        _text("municipality_code", "SCB kommunkod, four digits"),
        _text("board", "nämnd, as printed"),
        _text("department", "förvaltning, as printed"),
        _text("area", "verksamhetsområde that the report covers"),
        _code("report_type", "what kind of follow-up it is", ReportType),
        _text("title", "the title as printed"),
        _date("period_start", "first day that the report covers"),
        _date("period_end", "last day that the report covers"),
    ),
    "goals": (
        _text("goal_id", "id of the goal, unique in the report"),
        _text("parent_id", "the goal that it serves; null at the top of the tree"),
        _code("level", "where it stands in the steering model", GoalLevel),
        _text("number", "its printed number"),
        _text("title", "the goal as printed"),
        VERDICT,
        VERDICT_TEXT,
        COMMENT,
        PAGE,
    ),
    "indicators": (
        _text("indicator_id", "id of the indicator, unique in the report"),
        _text("goal_id", "the goal that it measures"),
        _text("name", "the indicator as printed"),
        VERDICT,
        VERDICT_TEXT,
        _text("trend_text", "the trend as printed"),
        COMMENT,
        Column("is_new", Kind.BOOLEAN, 'true where it is marked as new, "(N)"'),
        PAGE,
    ),
    "observations": (
        _text("indicator_id", "the indicator, as in indicators.indicator_id"),
        _code("kind", "outcome (utfall), target (mål, målnivå) or forecast", ObservationKind),
        _text("period", 'a year "2017", a month "2021-08" or a day "2018-04-30"'),
        _text("scope", "what part the value is for, where one cell holds several"),
        _number("value", "the value as printed (80 % is 80); null where the cell has words"),
        _code("unit", "what the value counts", Unit),
        _text("text", "the cell as printed"),
        PAGE,
    ),
    "unit_results": (
        GOAL_ID,
        _text("unit", "the unit (enhet)"),
        VERDICT,
        VERDICT_TEXT,
        PAGE,
    ),
    "monthly_assessments": (
        GOAL_ID,
        _integer("month", "1-12"),
        VERDICT,
        VERDICT_TEXT,
        PAGE,
    ),
    "budget_cells": (
        _integer("table_no", "number of the money table in the report, from 1"),
        _text("table_title", "its title"),
        _text("section", "the bold row above"),
        _text("line", "the row's label"),
        _code("role", "what the row is to the rows around it", LineRole),
        _code("quantity", "what is counted", MoneyQuantity),
        _code("basis", "in what sense the amount is meant", Basis),
        _code("horizon", "up to when", Horizon),
        _number("amount", "the amount, in the unit"),
        _code("unit", "tkr, mnkr or kr", Unit),
        PAGE,
    ),
    "risks": (
        _code("kind", "risk or opportunity", RiskKind),
        _text("category", "the group or type printed with it"),
        _text("title", "the risk as printed"),
        _text("description", "its description"),
        _code("likelihood", "sannolikhet", Likelihood),
        _number("impact_low", "lower end of the printed amount"),
        _number("impact_high", "upper end; equal to the lower one for a single amount"),
        _code("impact_unit", "unit of the amount", Unit),
        _number("risk_value", "riskvärde"),
        _text("mitigation", "what is done about it"),
        VERDICT,
        PAGE,
    ),
    "assignments": (
        _code("kind", "who gave it, and in what form", AssignmentKind),
        _text("title", "the assignment as printed"),
        _text("description", "its description"),
        _code("status", "how far it has come; null for unknown words", Status),
        _text("status_text", "the status as printed"),
        VERDICT,
        COMMENT,
        PAGE,
    ),
    "measures": (
        _text("title", "the measure (åtgärd) as printed"),
        _date("decided", "when it was decided"),
        _text("description", "its description"),
        _text("follow_up", "status or comment as printed"),
        PAGE,
    ),
    "guarantees": (
        _text("area", "what the promise is about"),
        _text("promise", "the promise (kvalitetsgaranti) as printed"),
        VERDICT,
        VERDICT_TEXT,
        COMMENT,
        PAGE,
    ),
    "calendar": (
        _integer("month", "1-12; the first where two are named"),
        _text("month_text", "the month as printed"),
        _text("activity", "what happens then"),
        VERDICT,
        VERDICT_TEXT,
        PAGE,
    ),
    "events": (
        _text("heading", "the sub-heading that it stands under"),
        _text("text", "one paragraph or bullet"),
        PAGE,
    ),
    "statistics": (
        _integer("table_no", "number of the statistics table in the report, from 1"),
        _text("table_title", "its title"),
        _text("row", "the row's label"),
        _text("column", "the column's header"),
        _number("value", "the number; null where the cell has words"),
        _code("unit", "what the value counts", Unit),
        _text("text", "the cell as printed"),
        PAGE,
    ),
    "sections": (
        _text("number", "its printed number"),
        _text("title", "the heading"),
        _integer("level", "1 for the outermost"),
        _text("text", "the text under it; paragraphs are separated by a blank line"),
        PAGE,
    ),
}
