"""Text as `pdftotext -layout` prints it, in a layout that a plugin knows."""

import ifo_followup as ifo
from ifo_followup.model.narrative import StatisticsTable
from ifo_followup.model.values import Number

HEAD = """\
Delårsrapport 2

31 augusti 2017

1 Viktiga händelser

Socialnämnden i Tyresö har antagit en plan.

2 Uppföljning och analys

2.1 Strategiska mål och nämndmål

STRATEGISKT MÅLOMRÅDE

God omsorg

2.5 Verksamhet och ekonomi

"""
MONEY = """\
IFO Tkr                      Intäkt       Kostnad       Resultat      Prognos
Institutionsvård              6 516        -8 493         -1 977       -1 600
Familjehem                      127           -70             57            0
Öppna insatser               10 235       -12 779         -2 544       -3 600
Totalt IFO                   16 878       -21 342         -4 464       -5 200
"""


def test_tables_set_in_columns_of_spaces_are_read_and_told() -> None:
    report = ifo.parse((HEAD + MONEY).encode(), plugin="tyreso-2017")
    (table,) = report.budget_tables
    assert [line.label.text for line in table.lines] == [
        "Institutionsvård",
        "Familjehem",
        "Öppna insatser",
        "Totalt IFO",
    ]
    assert [str(cell.amount.value) for cell in table.lines[0].cells] == [
        "6516",
        "-8493",
        "-1977",
        "-1600",
    ]
    (told,) = [f for f in report.findings if f.rule == "reader-warning"]
    assert "columns of spaces" in told.message


def test_text_with_few_wide_gaps_is_read_as_it_stands() -> None:
    few = "\n".join(MONEY.splitlines()[:4])
    report = ifo.parse((HEAD + few).encode(), plugin="tyreso-2017")
    assert not any(f.rule == "reader-warning" for f in report.findings)


CELLS = [cell for line in MONEY.splitlines()[1:] for cell in line.split("  ") if cell.strip()]


def apart(*cells: str) -> ifo.FollowUpReport:
    text = HEAD + "".join(f"{cell.strip()}\n\n" for cell in ("IFO Tkr", *cells))
    return ifo.parse(text.encode(), plugin="tyreso-2017")


def test_cells_that_stand_one_by_one_are_told_and_no_figure_is_read() -> None:
    report = apart(*CELLS)
    assert not report.budget_tables
    assert not any(number.value for table in report.statistics for number in _numbers(table))
    (told,) = [f for f in report.findings if f.rule == "reader-warning"]
    assert told.message.startswith("lines 23-")
    assert "one by one" in told.message


def test_a_few_cells_one_by_one_are_read_as_they_stand() -> None:
    report = apart(*CELLS[:6])
    assert not any(f.rule == "reader-warning" for f in report.findings)


def _numbers(table: StatisticsTable) -> list[Number]:
    return [cell.number for cell in table.cells]
