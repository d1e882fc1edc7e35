"""The flat tables: the contract's columns in its order, exact numbers, no row for nothing."""

import csv
import re
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import reports

from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.goals import Indicator, Observation, ObservationKind
from ifo_followup.model.money import (
    Basis,
    BudgetCell,
    BudgetLine,
    BudgetTable,
    Horizon,
    MoneyQuantity,
)
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.steering import MoneyRange, Risk, RiskKind
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
from ifo_followup.out.csvs import escape, unescape, write_csv
from ifo_followup.out.frames import frames_schema, to_frames
from ifo_followup.out.summary import grouped, summary

# Written down a second time on purpose: users' programs depend on these names and their order.
CONTRACT = {
    "report": "municipality municipality_code board department area report_type title"
    " period_start period_end",
    "goals": "goal_id parent_id level number title assessment assessment_text comment",
    "indicators": "indicator_id goal_id name assessment assessment_text trend_text comment is_new",
    "observations": "indicator_id kind period scope value unit text",
    "unit_results": "goal_id unit assessment assessment_text",
    "monthly_assessments": "goal_id month assessment assessment_text",
    "budget_cells": "table_no table_title section line role quantity basis horizon amount unit",
    "risks": "kind category title description likelihood impact_low impact_high impact_unit"
    " risk_value mitigation assessment",
    "assignments": "kind title description status status_text assessment comment",
    "measures": "title decided description follow_up",
    "guarantees": "area promise assessment assessment_text comment",
    "calendar": "month month_text activity assessment assessment_text",
    "events": "heading text",
    "statistics": "table_no table_title row column value unit text",
    "sections": "number title level text",
}
INTEGERS = {"table_no", "month", "page"}
NUMBERS = {"value", "amount", "impact_low", "impact_high", "risk_value"}


def text(words: str, page: int | None = None) -> Text:
    return Text(words, Source(text=words, place=Place(page=page)))


def number(
    value: str | None = None, printed: str = "", missing: Missing | None = None, unit=None
) -> Number:
    exact = None if value is None else Decimal(value)
    return Number(value=exact, missing=missing, unit=unit, source=Source(text=printed))


CELLS = (
    number("80.0", "80,0 %", unit=Unit.PERCENT),
    number(None, "Ej mätt", Missing.NOT_MEASURED),
    number(None, "8O", Missing.UNREADABLE),
    number(None, "", Missing.BLANK),
    number(None, "-", Missing.DASH),
    number(None, "", Missing.LOST),
)
FILLED = ["80,0 %", "Ej mätt", "8O"]


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_stand_as_in_the_contract(table):
    columns = list(to_frames(FollowUpReport(municipality="Nacka"))[table].columns)
    extra = [] if table == "report" else ["page"]
    assert columns == [*CONTRACT[table].split(), *extra]


def test_tables_stand_in_the_contracts_order():
    assert list(to_frames(FollowUpReport(municipality="Nacka"))) == list(CONTRACT)


@given(reports())
def test_every_report_gives_the_same_types_and_no_float(report):
    empty = to_frames(FollowUpReport(municipality="Nacka"))
    for name, frame in report.to_frames().items():
        assert frame.dtypes.equals(empty[name].dtypes)
        for column in frame.columns.intersection(list(NUMBERS)):
            assert {type(value) for value in frame[column]} <= {Decimal, type(None)}


def test_the_types_are_chosen():
    for name, frame in to_frames(FollowUpReport(municipality="Nacka")).items():
        for column, dtype in frame.dtypes.items():
            if column in INTEGERS or (name, column) == ("sections", "level"):
                assert dtype == "Int64"
            elif column in NUMBERS:
                assert dtype == "object"
            elif column == "is_new":
                assert dtype == "boolean"
            else:
                assert dtype == pd.StringDtype("python"), (name, column)


def test_the_schema_tells_of_every_column():
    schema = frames_schema()
    assert {
        name: " ".join(c for c in columns if c != "page") for name, columns in schema.items()
    } == (CONTRACT)
    told = [column for columns in schema.values() for column in columns.values()]
    assert all(column["meaning"] for column in told)
    assert all(bool(column["codes"]) == (column["kind"] == "code") for column in told)


def test_an_observation_is_a_row_when_its_cell_says_something():
    indicator = Indicator(
        indicator_id="i1",
        goal_id=None,
        name=text("Andel"),
        observations=tuple(Observation(kind=ObservationKind.OUTCOME, number=n) for n in CELLS),
    )
    frame = to_frames(FollowUpReport(municipality="Nacka", indicators=(indicator,)))["observations"]
    assert list(frame["text"]) == FILLED
    assert list(frame["value"]) == [Decimal("80.0"), None, None]
    assert frame["unit"][0] == "percent"


def test_statistics_are_rows_of_filled_cells():
    table = StatisticsTable(number=1, cells=tuple(StatisticsCell(number=n) for n in CELLS))
    frame = to_frames(FollowUpReport(municipality="Nacka", statistics=(table,)))["statistics"]
    assert list(frame["text"]) == FILLED


def test_a_money_table_gives_one_row_a_number_in_the_tables_unit():
    cells = tuple(
        BudgetCell(
            quantity=MoneyQuantity.RESULT,
            basis=Basis.OUTCOME,
            horizon=Horizon.YEAR_TO_DATE,
            amount=n,
        )
        for n in (number("-12480", "−12 480"), number(None, "", Missing.BLANK), number("0", "0"))
    )
    line = BudgetLine(label=text("Barn och unga", page=3), cells=cells)
    table = BudgetTable(number=1, unit=Unit.TKR, lines=(line,))
    frame = to_frames(FollowUpReport(municipality="Nacka", budget_tables=(table,)))["budget_cells"]
    assert list(frame["amount"]) == [Decimal(-12480), Decimal(0)]
    assert set(frame["unit"]) == {"tkr"}
    assert set(frame["page"]) == {3}


def test_risks_hold_the_range_and_unknown_words_hold_no_code():
    risk = Risk(
        kind=RiskKind.RISK,
        title=text("Fler placeringar"),
        impact=MoneyRange(
            low=Decimal("0.3"), high=Decimal("0.6"), unit=Unit.MNKR, source=Source(text="")
        ),
        assessment=Assessment(missing=Missing.UNREADABLE, source=Source(text="Lila")),
    )
    row = to_frames(FollowUpReport(municipality="Nacka", risks=(risk,)))["risks"].iloc[0]
    assert (row["impact_low"], row["impact_high"]) == (Decimal("0.3"), Decimal("0.6"))
    assert row["impact_unit"] == "mnkr"
    assert pd.isna(row["assessment"])


@given(reports())
def test_csv_files_hold_the_frames(tmp_path_factory, report):
    folder = tmp_path_factory.mktemp("csv")
    frames = report.to_frames()
    for path in write_csv(report, folder):
        with path.open(encoding="utf-8", newline="") as stream:
            header, *rows = csv.reader(stream)
        frame = frames[path.stem]
        assert header == list(frame.columns)
        assert len(rows) == len(frame)
        for at, column in enumerate(header):
            if frame[column].dtype == pd.StringDtype("python"):
                got = [unescape(row[at]) for row in rows]
                assert got == ["" if pd.isna(v) else v for v in frame[column]]
            elif column in NUMBERS:
                got = [Decimal(row[at]) if row[at] else None for row in rows]
                assert got == list(frame[column])


@pytest.mark.parametrize(
    ("printed", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("+46 8 123", "+46 8 123"),
        ("+cmd", "'+cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("-2+3", "'-2+3"),
        ("- en punkt", "'- en punkt"),
        ("-12 480", "-12 480"),
        ("-0,5 %", "-0,5 %"),
        ("-", "-"),
        ("'=1", "''=1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Barn och unga", "Barn och unga"),
    ],
)
def test_a_spreadsheet_runs_no_text(printed, cell):
    assert escape(printed) == cell
    assert unescape(cell) == printed


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n 1a,%\u00a0")))
@example("")
def test_the_escape_can_be_undone(printed):
    assert unescape(escape(printed)) == printed
    start = escape(printed)
    assert not re.match(r"[=@]|[-+][^\d\s.,%]", start)


@given(reports(), st.booleans())
def test_the_summary_is_short_and_cannot_drive_a_terminal(report, colour):
    shown = summary(report, colour=colour)
    assert len(shown.splitlines()) <= 70
    bare = re.sub(r"\x1b\[\d+m", "", shown) if colour else shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", bare)
    if not colour:
        assert max(map(len, shown.splitlines())) <= 130


@pytest.mark.parametrize(
    ("value", "printed"),
    [("-12480", "−12\u00a0480"), ("0.30", "0,30"), ("1E+3", "1\u00a0000"), ("1E+99", "1E+99")],
)
def test_amounts_are_grouped_as_in_swedish(value, printed):
    assert grouped(Decimal(value)) == printed


def test_the_summary_says_each_rule_and_what_its_first_finding_says():
    place = Source(text="x", place=Place(page=3), table=4, row="En rad med ett ganska långt namn")
    long = "What is said at such length that it does not go on one line of a screen of any width."
    warned = Finding(rule="unknown-word", severity=Severity.WARNING, message="no", source=place)
    wrong = Finding(rule="total-sum", severity=Severity.ERROR, message=long, source=place)
    report = FollowUpReport(municipality="Almby", findings=(*[warned] * 7, wrong))
    shown = summary(report).splitlines()
    at = shown.index("  error total-sum")
    said = f'{long} (page 3, table 4, row "En rad med ett ganska långt namn")'
    assert " ".join(map(str.strip, shown[at + 1 : at + 3])) == said
    assert shown[at + 3 : at + 5] == [
        "  warning unknown-word × 7, such as",
        '    no (page 3, table 4, row "En rad med ett ganska långt namn")',
    ]


def test_the_summary_says_what_matters():
    report = FollowUpReport(municipality="Tyresö", title=text("Delårsrapport 2"))
    shown = summary(report, colour=False)
    assert "Tyresö" in shown
    assert "Delårsrapport 2" in shown
    assert Verdict.GREEN.value not in shown
