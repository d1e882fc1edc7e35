"""What a sister of the reports with lights may print: made-up parts, in the layout of 2021."""

import ifo_followup as ifo

REPORT = """
Delårsrapport 1 2031

Park- och vattenförvaltningen

Januari - april 2031

1 Viktiga händelser under perioden januari till april

- En damm har grävts.

2 Måluppföljning april

Översyn, månadens resultat

1: Vatten\t2: Träd
Gul\tGrön

1. Rent vatten i alla dammar

Avdelningens/ Enhetens mål\tIndikator\tUtfall\tMål- nivå\tBedöm- ning
Vattnet är klart\t\t50 %\t60 %\tGul
Andel dammar med klart vatten\t\t\t\t
\tDammenheten\tGrön\t\t
\tBäckenheten\tGul\t\t

Måluppfyllelse/månad (uppdateras löpande under året)

Jan Feb Mars April Maj Juni Juli Aug Sep Okt Nov Dec

Tre dammar är grumliga.

3 Uppföljning av risker

Typ av risk\tRisk\tRiskvärde\tÅtgärd\tBedömning
Omvärld\tTorra somrar\t16\tVatten sparas i tunnor.\tGul

4 Uppföljning av årshjul

Månad\tKommentar\tBedömning
Maj\tDelårsrapport 1 antas\tGrön

Park- & vattennämnden\tApr\t\t\tHelårsprognos\t\t
\tUtfall\tBudget\tAvvikelse\tPrognos\tBudget\tAvvikelse
Resultaträkning Tkr\t\t\t\t\t\t
Dammar\t-31\t-30\t-1\t-95\t-90\t-5
"""


def read() -> ifo.FollowUpReport:
    return ifo.parse(REPORT.encode(), plugin="tyreso-2021")


def test_a_risk_has_its_value_in_a_column_of_its_own() -> None:
    (risk,) = read().risks
    assert risk.risk_value is not None
    assert (risk.title.text, risk.risk_value.value) == ("Torra somrar", 16)


def test_a_strip_of_months_before_its_first_light_is_no_comment() -> None:
    report = read()
    assert report.monthly_assessments == ()
    comments = [str(goal.comment) for goal in report.goals if goal.comment is not None]
    assert comments == ["Tre dammar är grumliga."]


def test_another_board_and_department_are_those_that_are_printed() -> None:
    report = read()
    assert str(report.board) == "Park- och vattennämnden"
    assert str(report.department) == "Park- och vattenförvaltningen"
