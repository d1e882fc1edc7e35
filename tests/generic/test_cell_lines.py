"""Plain text whose cells stand one by one: no figure is given a meaning, and each table is told."""

import ifo_followup as ifo

FRONT = """Delårsrapport 2 2019
Lindby kommun
Socialnämnden

Ekonomi

Nämnden redovisar ett underskott för perioden. Prognosen för helåret är oförändrad.

"""
WHY = "each on a line of its own"


def read(*cells: str) -> ifo.FollowUpReport:
    return ifo.parse((FRONT + "\n\n".join(cells) + "\n").encode(), plugin="generic")


def told(report: ifo.FollowUpReport) -> list[str]:
    return [f.source.text for f in report.findings if f.rule == "table-unread"]


def test_an_amount_alone_on_its_line_is_not_two():
    report = read(
        "Enhet", "Budget\nack", "Utfall\nack",
        "Ledning", "1 050", "968",
        "Mottagning", "8 415", "7 902",
        "Familjerätt", "46 780",
        "Summa", "96 825",
        "Avvikelse\nack", "Årsbudget", "82", "1 260", "513\n10 098\n1 775",
    )  # fmt: skip
    assert not report.budget_tables
    (text,) = told(report)
    assert text.startswith("1 050 968 Mottagning 8 415")
    assert any("46 780" in (s.text.text if s.text else "") for s in report.sections)


def test_a_column_after_the_other():
    report = read(
        "Verksamhet", "Barn och unga", "Vuxna", "Bistånd", "Summa",
        "Utfall aug", "4 210", "38 400", "14 120", "56 730",
        "Budget aug", "4 025", "44 950", "14 870", "63 845",
    )  # fmt: skip
    assert not report.budget_tables
    assert len(told(report)) == 1


def test_the_next_chapter_is_no_cell():
    four = ("4 210", "38 400", "120", "730")
    first, second = told(read("Utfall", *four, "6 Personal", *four, "Budget"))
    assert first == second == "4 210 38 400 120 730"


def test_numbers_of_pages_are_no_table():
    report = read("Texten går vidare här.", "2", "Och här.", "3", "Här med.", "4", "Slut.")
    assert not told(report)


def test_a_head_beside_the_goals_is_no_goal():
    report = read(
        "Nämndens mål", "Bedömning helår", "Kommentar",
        "Barn får stöd i tid", "Uppnås", "Köerna är korta.",
        "Fler vuxna har ett arbete", "Uppnås delvis", "Insatserna fortsätter.",
        "Bedömning", "Nämnden ser över stödet.",
    )  # fmt: skip
    assert "Bedömning helår" not in [g.title.text for g in report.goals]
    assert told(report) == ["Nämndens mål Bedömning helår Kommentar"]
