"""Reports of the same layout for another board: made up, as text with tabs."""

import ifo_followup as ifo

TEXT = """\
Tertialbokslut 1 2019

Äldrenämnden

1 Sammanfattning

Äldrenämnden i Nacka har haft ett lugnt tertial.

2 Verksamhetsresultat

2.1 Bästa utveckling för alla

De äldre lever ett gott liv.

Kommentar

Hemtjänsten har fler kunder.

\tIndikatorer\tMål 2019\tUtfall 2017\tUtfall 2018\tUtfall T1 2019\tPrognos 2019\tTrend\t
\tAndel nöjda kunder\t90 %\t88 %\t89 %\tredovisas i tertialbokslut 2\t90 %\tÖkar\tT1 T2 T3
\t(N) Antal nya platser\t60\t\t54\t12\t36\t\tT1 T2 T3

3 Ekonomiskt resultat

Verksamhet, tkr\tAck utfall 2019\tAck budget 2019\tAck utfall 2018
Hemtjänst\t-110 300\t-105 000\t-101 200
Särskilt boende\t-229 000\t-231 900\t-220 100
Summa\t-339 300\t-336 900\t-321 300

"""


def test_values_of_other_columns_are_read_under_their_heads() -> None:
    report = ifo.parse(TEXT.encode(), plugin="nacka-2018")
    assert report.board is not None
    assert report.board.text == "Äldrenämnden"
    values = [
        (o.kind.value, o.period, str(o.number.value))
        for indicator in report.indicators
        for o in indicator.observations
    ]
    assert values == [
        ("outcome", "2017", "88"),
        ("outcome", "2018", "89"),
        ("outcome", "2019-04", "None"),
        ("target", "2019", "90"),
        ("forecast", "2019", "90"),
        ("outcome", "2018", "54"),
        ("outcome", "2019-04", "12"),
        ("target", "2019", "60"),
        ("forecast", "2019", "36"),
    ]
    assert [i.trend.text if i.trend else None for i in report.indicators] == ["Ökar", None]


def test_the_amounts_of_the_year_before_are_told() -> None:
    report = ifo.parse(TEXT.encode(), plugin="nacka-2018")
    (table,) = report.budget_tables
    assert [len(line.cells) for line in table.lines] == [2, 2, 2]
    told = [f.printed for f in report.findings if "Ack utfall 2018" in f.message]
    assert told == ["-101 200", "-220 100", "-321 300"]
