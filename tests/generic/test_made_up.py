"""Made-up reports of unknown places, in each kind of file: what is clear is read, the rest kept."""

from functools import cache

import pytest
from almvik import ALL
from made_up import KINDS, H, P, T, render

import ifo_followup as ifo
from ifo_followup.model.money import Basis, Horizon
from ifo_followup.model.report import FollowUpReport, ReportType
from ifo_followup.model.steering import Likelihood, Status
from ifo_followup.model.values import Unit, Verdict

OUTCOME, BUDGET, FORECAST, DEVIATION = (
    Basis.OUTCOME, Basis.BUDGET, Basis.FORECAST, Basis.DEVIATION,
)  # fmt: skip
SO_FAR, YEAR = Horizon.YEAR_TO_DATE, Horizon.FULL_YEAR
BOTH = [
    (OUTCOME, SO_FAR), (BUDGET, SO_FAR), (DEVIATION, SO_FAR),
    (FORECAST, YEAR), (BUDGET, YEAR), (DEVIATION, YEAR),
]  # fmt: skip

every_kind = pytest.mark.parametrize("kind", KINDS)


@cache
def read(name: str, kind: str) -> FollowUpReport:
    return ifo.parse(render(ALL[name], kind), plugin="generic")


def quick(*blocks: object) -> FollowUpReport:
    """A report with these blocks, behind a title page and a chapter."""
    front = (
        H("Lindby kommun"),
        H("Delårsrapport augusti 2019", 2),
        H("Ekonomi"),
        P("Belopp i tkr."),
    )
    return ifo.parse(render((*front, *blocks), "html"), plugin="generic")


def amounts(report: FollowUpReport, table: int = 0) -> dict[str, list[str | None]]:
    return {
        line.label.text: [
            None if c.amount.value is None else str(c.amount.value) for c in line.cells
        ]
        for line in report.budget_tables[table].lines
    }


def meanings(report: FollowUpReport, table: int = 0) -> list[tuple[Basis, Horizon]]:
    return [(c.basis, c.horizon) for c in report.budget_tables[table].lines[0].cells]


def rules(report: FollowUpReport) -> list[str]:
    return [finding.rule for finding in report.findings]


def kept(report: FollowUpReport) -> set[tuple[str | None, str | None, str]]:
    return {
        (cell.row, cell.column, cell.number.source.text)
        for table in report.statistics
        for cell in table.cells
    }


@every_kind
def test_who_what_and_when(kind):
    lindby, are = read("lindby", kind), read("are", kind)
    assert (lindby.municipality, lindby.municipality_code) == ("Lindby", None)
    assert (are.municipality, are.municipality_code) == ("Åre", "2321")
    assert str(lindby.board) == "Socialnämnden"
    assert lindby.report_type is ReportType.INTERIM_1
    assert are.report_type is ReportType.TERTIAL_2
    assert str(lindby.period_end), str(are.period_end) == ("2019-04-30", "2020-08-31")
    month, year = read("month", kind), read("year", kind)
    assert (month.report_type, str(month.period_end)) == (ReportType.MONTHLY, "2021-10-31")
    assert (year.report_type, year.municipality_code) == (ReportType.ANNUAL, "0184")


@every_kind
def test_every_report_says_that_it_was_read_by_common_words(kind):
    for name in ALL:
        report = read(name, kind)
        assert rules(report)[0] == "generic-format"
        assert report.provenance is not None
        assert report.provenance.plugin == "generic"
        assert report.coverage.share == 1


@every_kind
def test_money_with_its_unit_in_a_line_of_its_own(kind):
    report = read("lindby", kind)
    assert meanings(report) == BOTH
    assert report.budget_tables[0].unit is Unit.TKR
    assert amounts(report)["Personalkostnader"] == [
        "-45210", "-44000", "-1210", "-134500", "-132000", "-2500",
    ]  # fmt: skip


@every_kind
def test_years_that_are_not_the_reports_are_statistics(kind):
    report = read("lindby", kind)
    assert meanings(report, 1) == [(BUDGET, YEAR), (FORECAST, YEAR), (DEVIATION, YEAR)]
    assert ("Vuxna", "Bokslut 2018", "-40 100") in kept(report)
    unclear = [f for f in report.findings if f.rule == "column-unclear"]
    assert ["Bokslut 2018" in f.message for f in unclear] == [True]


@every_kind
def test_goals_indicators_assignments_risks(kind):
    report = read("lindby", kind)
    verdicts = [g.assessment.verdict for g in report.goals if g.assessment]
    assert verdicts == [Verdict.FULFILLED, Verdict.PARTLY_FULFILLED, Verdict.NOT_FULFILLED]
    seen = {
        (str(i.name), o.kind.value, o.period, str(o.number.value), o.number.unit)
        for i in report.indicators
        for o in i.observations
    }
    assert ("Antal orosanmälningar", "outcome", "2019-04", "455", Unit.COUNT) in seen
    assert ("Sjukfrånvaro (%)", "target", "2019", "6.0", Unit.PERCENT) in seen
    assert ("Sjukfrånvaro (%)", "outcome", "2018", "7.4", Unit.PERCENT) in seen
    assert len(seen) == 8
    assert [a.status for a in report.assignments] == [
        Status.STARTED, Status.COMPLETED, Status.NOT_STARTED,
    ]  # fmt: skip
    assert [r.likelihood for r in report.risks] == [Likelihood.HIGH, Likelihood.MEDIUM]
    assert str(report.risks[0].mitigation) == "Ny rekrytering under hösten"
    assert [str(e.text) for e in report.events][1] == "Socialjouren har fått en ny chef."


@every_kind
def test_two_header_rows_and_goals_with_their_indicators(kind):
    report = read("are", kind)
    assert meanings(report) == BOTH
    assert report.budget_tables[0].unit is Unit.MNKR
    assert [str(g.title) for g in report.goals] == [
        "Trygg uppväxt", "Barn får rätt stöd", "Våld upptäcks tidigt",
    ]  # fmt: skip
    lights = [i.assessment.verdict for i in report.indicators if i.assessment]
    assert lights == [Verdict.YELLOW, Verdict.GREEN, Verdict.RED]
    assert [i.goal_id for i in report.indicators] == ["g2", "g2", "g3"]
    assert [str(m.follow_up) for m in report.measures] == ["Pågår", "Klart"]


@every_kind
def test_the_arithmetic_tells_budgets_apart_and_counts_are_no_money(kind):
    report = read("month", kind)
    assert meanings(report) == BOTH
    assert report.budget_tables[0].unit is Unit.KR
    assert meanings(report, 1) == [(OUTCOME, SO_FAR), (FORECAST, YEAR)]
    assert ("Avgifter", "Budget", "3 100") in kept(report)
    assert ("Antal platser", "Budget", "118") in kept(report)
    assert len(report.budget_tables) == 2


@every_kind
def test_a_years_accounts(kind):
    report = read("year", kind)
    assert meanings(report) == [(OUTCOME, YEAR), (BUDGET, YEAR), (DEVIATION, YEAR)]
    assert ("Missbruk", "Avvikelse %", "7,1 %") in kept(report)
    assert ("Missbruk", "Utfall 2017", "-20 000") in kept(report)


# -- a wrong number is worse than a missing one


def test_units_that_differ_are_not_mixed():
    report = quick(T([["", "Utfall aug, tkr", "Prognos, mnkr"], ["IFO", "100", "0,2"]]))
    assert report.budget_tables == ()
    assert "money-unclear" in rules(report)
    assert ("IFO", "Prognos, mnkr", "0,2") in kept(report)


def test_a_cell_with_a_unit_of_its_own_keeps_it():
    report = quick(T([["", "Utfall aug", "Prognos"], ["IFO", "1,2 mnkr", "1 900"]]))
    first, second = report.budget_tables[0].lines[0].cells
    assert (str(first.amount.value), first.amount.unit) == ("1.2", Unit.MNKR)
    assert second.amount.unit is Unit.TKR


def test_a_section_over_the_whole_row_is_no_head():
    rows = [
        ["Belopp i mnkr", "Utfall aug", "Budget aug"],
        ["Intäkter", None, None],
        ["Avgifter", "5,0", "6,0"],
        ["Kostnader", None, None],
        ["Personal", "-10,0", "-11,0"],
    ]
    report = quick(T(rows))
    (table,) = report.budget_tables
    assert {c.quantity.value for line in table.lines for c in line.cells} == {"amount"}
    assert [str(line.section) for line in table.lines] == ["Intäkter", "Kostnader"]
    assert (str(table.title), table.unit) == ("Ekonomi", Unit.MNKR)


def test_rows_that_count_something_are_no_money():
    rows = [
        ["", "Utfall aug", "Prognos"],
        ["Personal", "1 200", "1 600"],
        ["Antal årsarbetare", "42", "43"],
        ["Kostnad per plats, kr", "400", "410"],
    ]
    report = quick(T(rows))
    assert list(amounts(report)) == ["Personal"]
    assert ("Antal årsarbetare", "Utfall aug", "42") in kept(report)
    assert ("Kostnad per plats, kr", "Prognos", "410") in kept(report)


def test_numbers_in_an_unknown_print_are_not_read():
    report = quick(T([["", "Utfall aug", "Prognos"], ["IFO", "1.200", "(500)"]]))
    assert amounts(report) == {"IFO": [None, None]}
    assert rules(report).count("unread-value") == 2


def test_codes_before_the_labels_are_told():
    report = quick(
        T([["Ansvar", "Verksamhet", "Utfall aug", "Budget aug"], ["410", "Vuxna", "10", "12"]])
    )
    assert amounts(report) == {"Vuxna": ["10", "12"]}
    assert "cell-unread" in rules(report)


def test_next_years_budget_is_not_an_outcome():
    report = quick(T([["Budget 2020", "Intäkter", "Kostnader"], ["IFO", "10", "-110"]]))
    assert report.budget_tables == ()
    assert ("IFO", "Intäkter", "10") in kept(report)


def test_a_table_without_unit_anywhere_says_so():
    blocks = (H("Delårsrapport augusti 2019"), T([["", "Utfall", "Prognos"], ["IFO", "1", "2"]]))
    report = ifo.parse(render(blocks, "html"), plugin="generic")
    assert report.budget_tables[0].unit is None
    assert "unit-missing" in rules(report)


def test_a_table_of_words_that_nobody_knows_is_told():
    report = quick(T([["Namn", "Roll"], ["Anna", "Chef"]]))
    assert "table-unread" in rules(report)
    assert report.coverage.share < 1


def test_columns_that_nobody_knows_are_kept():
    report = quick(
        T([["Indikator", "Utfall 2019", "Utfall riket"], ["Andel nöjda", "70 %", "72 %"]])
    )
    assert ("Andel nöjda", "Utfall riket", "72 %") in kept(report)
    assert [len(i.observations) for i in report.indicators] == [1]


def test_of_two_assessments_the_latest_is_taken():
    report = quick(
        T(
            [
                ["Nämndens mål", "Bedömning T1 2019", "Bedömning T2 2019"],
                ["Trygga barn", "Röd", "Grön"],
            ]
        )
    )
    assert [g.assessment and g.assessment.verdict for g in report.goals] == [Verdict.GREEN]
    assert ("Trygga barn", "Bedömning T1 2019", "Röd") in kept(report)


def test_an_area_is_not_assessed_with_its_goals():
    rows = [
        ["Fokusområde", "Nämndmål", "Måluppfyllelse"],
        ["Trygghet", "Barn får stöd", "Uppfyllt"],
        ["", "Våld upptäcks", "Ej uppfyllt"],
    ]
    area, first, second = quick(T(rows)).goals
    assert area.assessment is None
    assert first.parent_id == second.parent_id == area.goal_id
    assert second.assessment is not None
    assert second.assessment.verdict is Verdict.NOT_FULFILLED


def test_unknown_words_of_assessment_are_kept_as_printed():
    report = quick(T([["Mål", "Bedömning"], ["Trygga barn", "Mycket gott"]]))
    assert "unknown-word" in rules(report)
    assert report.goals[0].assessment is not None
    assert report.goals[0].assessment.verdict is None


def test_the_risk_value_has_a_column_of_its_own():
    report = quick(
        T([["Risk", "Sannolikhet", "Riskvärde", "Åtgärd"], ["Brist", "Hög", "12", "Rekrytera"]])
    )
    assert report.risks[0].risk_value is not None
    assert str(report.risks[0].risk_value.value) == "12"
    assert report.risks[0].category is None


def test_an_unknown_municipality_is_told():
    report = ifo.parse("# Månadsrapport mars 2020\n\nSocialnämnden.\n".encode(), plugin="generic")
    assert report.municipality == "okänd"
    assert "municipality-unknown" in rules(report)
    hinted = ifo.parse(
        "# Månadsrapport mars 2020\n\nSocialnämnden.\n".encode(),
        plugin="generic",
        municipality="Solna",
    )
    assert (hinted.municipality, hinted.municipality_code) == ("Solna", "0184")


# -- plain text


TEXT = """Delårsrapport 2 2019
Lindby kommun

1 Ekonomi

{header}
Barn 12 400 11 900 500
Vuxna 2 100 2 300 -200

Texten fortsätter här med en mening som är lite längre.
"""


@pytest.mark.parametrize(
    "header", ["Tkr Utfall Budget Avvikelse", "Tkr Utfall aug Budget aug Avvikelse"]
)
def test_plain_text_with_the_common_heads_is_read(header):
    report = ifo.parse(TEXT.format(header=header).encode(), plugin="generic")
    assert amounts(report) == {"Barn": ["12400", "11900", "500"], "Vuxna": ["2100", "2300", "-200"]}
    assert meanings(report) == [(OUTCOME, SO_FAR), (BUDGET, SO_FAR), (DEVIATION, SO_FAR)]


@pytest.mark.parametrize(
    "header",
    [
        "Tkr Budget helår Utfall aug Prognos",
        "Tkr Bokslut 2018 Budget 2019 Avvikelse",
        "Tkr Utfall ack. Budget ack. Avvikelse",
        "Tkr Helår Utfall Aug Budget Aug Avvikelse",
        "Konto Innevarande Plan Differens",
        "Tkr              Utfall       Budget    Avvikelse",
    ],
)
def test_plain_text_with_other_heads_gives_no_wrong_amounts(header):
    report = ifo.parse(TEXT.format(header=header).encode(), plugin="generic")
    for table in report.budget_tables:
        for line in table.lines:
            whole = {"Barn": ("12 400", "11 900", "500"), "Vuxna": ("2 100", "2 300", "-200")}
            for cell in line.cells:
                printed = whole[line.label.text]
                assert cell.amount.value is None or cell.amount.source.text in printed
    assert not {text for _, _, text in kept(report)} & {"12", "400", "11", "900", "2", "100"}


WIDE = """Delårsrapport 2 2019
Lindby kommun

1 Ekonomi

Tkr              Utfall       Budget    Avvikelse
Barn             12 400       11 900         500
Vuxna             2 100        2 300        -200
"""


def test_plain_text_with_its_columns_set_apart_is_read():
    report = ifo.parse(WIDE.encode(), plugin="generic")
    assert amounts(report) == {"Barn": ["12400", "11900", "500"], "Vuxna": ["2100", "2300", "-200"]}


def test_a_table_of_plain_text_that_was_not_read_is_told():
    text = TEXT.format(header="Tkr Helår Utfall Aug Budget Aug Avvikelse")
    report = ifo.parse(text.encode(), plugin="generic")
    assert report.budget_tables == ()
    assert "table-unread" in rules(report)
