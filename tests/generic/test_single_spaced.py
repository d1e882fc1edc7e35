"""Tables of amounts in plain text whose cells one space parts."""

import pytest
from spaced_texts import document
from test_made_up import amounts, meanings, rules
from test_spaced import BUDGET, DEVIATION, FORECAST, OUTCOME, SO_FAR, YEAR

import ifo_followup as ifo
from ifo_followup.document import Table
from ifo_followup.generic.spaced import with_spaced_tables

FRONT = """Delårsrapport 2 2019

Lindby kommun

Ekonomi

"""


def read(*lines: str, gap: str = "\n\n"):
    return ifo.parse((FRONT + gap.join(lines) + "\n").encode(), plugin="generic")


HEADS = "Driftredovisning (tkr) Budget 2019 Utfall 2019-08-31 Prognos helår 2019 Avvikelse mot"
ROWS = (
    "Intäkter 61 000 21 344 63 500 2 500",
    "Kostnader -402 500 -139 010 -409 500 -7 000",
    "- varav personal -251 200 -83 950 -252 000 -800",
    "Nettokostnad -341 500 -117 666 -346 000 -4 500",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_figures_that_add_up_in_one_way_only(gap):
    report = read(HEADS, "budget", *ROWS, gap=gap)
    assert amounts(report) == {
        "Intäkter": ["61000", "21344", "63500", "2500"],
        "Kostnader": ["-402500", "-139010", "-409500", "-7000"],
        "- varav personal": ["-251200", "-83950", "-252000", "-800"],
        "Nettokostnad": ["-341500", "-117666", "-346000", "-4500"],
    }
    assert meanings(report) == [
        (BUDGET, YEAR), (OUTCOME, SO_FAR), (FORECAST, YEAR), (DEVIATION, YEAR),
    ]  # fmt: skip
    assert "row-decided" in rules(report)


def test_figures_that_nothing_parts_are_told_and_not_taken():
    report = read("Belopp i tkr Budget Utfall Prognos", "Barn 12 400 300 200 100", "Vuxna 1 2 3")
    assert report.budget_tables == ()
    assert "row-ambiguous" in rules(report)


def test_decimals_need_no_arithmetic():
    report = read(
        "Belopp i mnkr Prognos juni Prognos augusti Förändring",
        "Barn, unga och familj 373,2 375,1 1,9",
        "Vuxna 118,5 118,0 -0,5",
    )
    assert [values[0] for values in amounts(report).values()] == ["375.1", "118.0"]
    assert "row-decided" not in rules(report)


@pytest.mark.parametrize(
    "lines",
    [
        ("Verksamhet Utfall Budget Avvikelse Prognos", "2019-08 2019-08 helår"),  # of which?
        ("Verksamhet Utfall Budget Avvikelse Prognos", "Perioden Perioden Helår"),
        ("Verksamhet Utfall budget Avvikelse prognos",),  # two heads, or four
    ],
)
def test_heads_that_do_not_say_how_many_columns_are_told(lines):
    body = ("Barn 12,4 11,9 0,5 18,1", "Vuxna 2,1 2,3 -0,2 3,4")
    blocks = with_spaced_tables(document(*lines, *body)).blocks
    assert not any(isinstance(block, Table) for block in blocks)
    told = set(rules(read("Belopp i tkr.", *lines, *body)))
    assert told & {"table-unread", "row-ambiguous", "column-unclear"}
