"""Tables of tallies: "11/16" and the share beside it, below other tables, and in the text."""

import pytest
from tables_of_money import report, rules, text

from ifo_followup.checks import check_report
from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.model.values import Missing, Number, Source, Unit
from ifo_followup.swedish.numbers import parse_number

PART = ["part-differs"]
MEASURE = "Uppfyllda kvalitetsindikatorer per"


def cell(printed: str) -> Number:
    source = Source(text=printed)
    if "/" in printed:
        return Number(missing=Missing.UNREADABLE, source=source)
    percent = printed.endswith("%")
    value = parse_number(printed.rstrip("% "))
    unit = Unit.PERCENT if percent else Unit.COUNT
    return Number(value=value, unit=unit, decimals=0, source=source)


def table(number: int, title: str, columns: dict[str, str]) -> StatisticsTable:
    """Columns by head; several figures in one are its rows."""
    cells = [
        StatisticsCell(row=None, column=head, number=cell(figure))
        for head, figures in columns.items()
        for figure in figures.split(", ")
    ]
    return StatisticsTable(number=number, title=text(title), cells=tuple(cells))


def found(*tables: StatisticsTable, said: str = ""):
    return rules(check_report(report(statistics=tables, said=said)))


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("11/16, 69 %", []),
        ("5/8, 63 %", []),
        ("11/16, 68 %", PART),
        ("69 %", []),
        ("11/16", []),
        ("0/0, 0 %", []),
        ("16/11, 69 %", []),  # no share
    ],
)
def test_a_share_under_its_tally(figures, expected):
    columns = {"Trygghet": "1/2, 50 %", "Tillgänglighet": figures, "Helhet": "2/5, 40 %"}
    assert found(table(1, "Resultat", columns)) == expected


def overview(**shares: str) -> tuple[StatisticsTable, ...]:
    own = {
        "Barn och unga": {"Tillgänglighet": "1/1", "Helhet": "6/15", "Kunskap": "10/24"},  # 43 %
        "Försörjningsstöd": {"Tillgänglighet": "4/5", "Helhet": "9/10"},  # 87 %
        "Socialpsykiatri": {"Helhet": "2/5", "Kunskap": "5/15"},  # 35 %
    }
    right = {"Barn/unga": "43 %", "Försörjningsstöd": "87 %", "Socialpsyk": "35 %"}
    tables = [
        table(number, f"{name} - {MEASURE} kvalitetsområde", columns)
        for number, (name, columns) in enumerate(own.items(), start=2)
    ]
    first = table(1, f"Totalen - {MEASURE} verksamhetsområde", right | shares)
    return (first, *tables)


def test_an_overview_of_shares():
    assert found(*overview()) == []
    assert found(*overview(Försörjningsstöd="78 %")) == PART
    # where hardly any share is that of its table, it is a share of something else
    assert found(*overview(Försörjningsstöd="78 %", Socialpsyk="50 %")) == []
    other = table(5, "Försörjningsstöd - Svar i brukarundersökningen", {"Helhet": "9/10"})
    assert found(*overview(), other) == []


def test_a_table_over_others():
    _, *own = overview()
    sums = {"Tillgänglighet": "5/6", "Helhet": "17/30", "Kunskap": "15/39"}
    title = f"Totalen - {MEASURE} kvalitetsområde"
    assert found(*own, table(1, title, sums)) == []
    assert found(*own, table(1, title, sums | {"Kunskap": "15/38"})) == PART
    # nothing agrees: no sum of them
    other = {"Tillgänglighet": "1/2", "Helhet": "3/7", "Kunskap": "2/8"}
    assert found(*own, table(1, title, other)) == []


def in_rows(*rows: str) -> StatisticsTable:
    """Rows of a unit, a tally and a percentage."""
    heads = ("Antal nöjda", "Svarsfrekvens")
    cells = [
        StatisticsCell(row=name, column=head, number=cell(figure))
        for name, *figures in (row.split("|") for row in rows)
        for head, figure in zip(heads, figures, strict=True)
    ]
    return StatisticsTable(number=1, title=text("Svar"), cells=tuple(cells))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("A|8/10|80 %", "B|5/8|63 %", "C|3/4|57 %"), PART),
        (("A|8/10|55 %",), []),  # an answer rate
        (("A|8/10|55 %", "B|5/8|61 %", "C|3/4|75 %"), []),
        (("A|8/10|80 %", "B|5/8|61 %", "C|3/4|75 %", "D|1/4|28 %"), []),  # half of them
        (("A|9/10|90 %", "B|18/20|90 %", "C|6/8|90 %"), []),  # a goal
        (("A|9/9|100 %", "B|8/8|100 %", "C|6/8|100 %"), []),  # all of them answered
    ],
)
def test_a_percentage_beside_a_tally_need_not_be_its_share(rows, expected):
    assert found(in_rows(*rows)) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Totalt har 5 anmälningar lett till utredning.",
        "Totalt 8 anmälningar gällde våld.",
        "Totalt 400 anmälningar inkom 2020.",
    ],
)
def test_a_total_in_the_text_may_be_of_something_else(said):
    cells = [
        StatisticsCell(row=row, column=None, number=cell(figure))
        for row, figure in (("Januari", "10"), ("Februari", "12"))
    ]
    title = text("Antal anmälningar per månad")
    assert found(StatisticsTable(number=1, title=title, cells=tuple(cells)), said=said) == []
