"""Reports of the same layouts for another month, third or board: made up, as text with tabs."""

import ifo_followup as ifo

MONTHS = "Jan\tFeb\tMars\tApril\tMaj\tJuni\tJuli\tAug\tSep\tOkt\tNov\tDec"
GOAL_OF_2021 = """\
Avdelningens/ Enhetens mål\tIndikator\tUtfall\tMål- nivå\tBedöm- ning
Invånarna får stöd i rätt tid\t\t75 %\t60 %\tGrön
Andel enheter i mål\t\t\t\t
\tMottagningen\tGrön\t\t
\tÖppenvården\tGul\t\t
"""
GOAL_OF_2022 = """\
Nämndens/förvaltningens mål\tIndikator\tUtfall\tMålnivå\tBedömning
Invånarna får stöd i rätt tid\t\t75 %\t60 %\tGrön
\tResultat Mottagningen\tGrön\t\t
\tResultat Öppenvården\tGul\t\t
"""
REST = """\
Åtgärder

- Färre inhyrda handläggare.
Status: Arbetet pågår

4 Uppföljning uppdrag

Uppdrag\tKommentar\tBedömning
Se över avgifterna\tKlart i maj.\tGrön

5 Uppföljning av risker

Typ av risk\tRisk (och riskvärde)\tÅtgärd\tBedömning
Omvärld\tFler varsel. Riskvärde 16\tNära samverkan.\tGul
Finansiell\tFler placeringar. Riskvärde 20\tEgna familjehem.\tRöd

6 Uppföljning av årshjul

Månad\tKommentar\tBedömning
Februari\tVerksamhetsberättelsen antas\tGrön
November/december\tNämndplanen antas\tGul

"""


def report(title: str, when: str, goal: str, rest: str) -> ifo.FollowUpReport:
    text = f"""{title}

{when}

1 Viktiga händelser

- Nya lokaler är klara.

2 Måluppföljning

1. Motiverade medarbetare

{goal}
Måluppfyllelse/månad (uppdateras löpande under året)

{MONTHS}
Gul\tGrön\t\t\t\t\t\t\t\t\t\t

3 Ekonomisk rapport

Nettokostnad per verksamhet Tkr\tApr\t\t\tHelårsprognos\t\t\tFg prognos\tPrognos- förändring
\tUtfall\tBudget\tAvvikelse\tPrognos\tBudget\tAvvikelse\t\t
Gemensamt\t-58 111\t-57 900\t-211\t-88 400\t-86 850\t-1 550\t-88 100\t-300
Barn och unga\t-44 020\t-43 000\t-1 020\t-66 100\t-64 500\t-1 600\t-65 900\t-200
Totalt\t-102 131\t-100 900\t-1 231\t-154 500\t-151 350\t-3 150\t-154 000\t-500

{rest}"""
    return ifo.parse(text.encode(), municipality="Tyresö")


def plugin_of(found: ifo.FollowUpReport) -> str | None:
    return found.provenance.plugin if found.provenance else None


def test_an_interim_report_with_the_goals_of_2022_is_read_whole() -> None:
    found = report("Delårsrapport 1 2022", "Januari - april 2022", GOAL_OF_2022, REST)
    assert plugin_of(found) == "tyreso-2022"
    assert found.report_type is not None
    assert found.report_type.value == "interim_1"
    assert [unit.unit.text for unit in found.unit_results] == ["Mottagningen", "Öppenvården"]
    assert [risk.title.text for risk in found.risks] == ["Fler varsel.", "Fler placeringar."]
    assert [task.title.text for task in found.assignments] == ["Se över avgifterna"]
    assert [measure.follow_up.text for measure in found.measures if measure.follow_up] == [
        "Arbetet pågår"
    ]
    assert len(found.calendar) == 2


def test_a_monthly_report_with_the_goals_of_2021_is_one() -> None:
    found = report("Månadsrapport september 2021", "September 2021", GOAL_OF_2021, "")
    assert plugin_of(found) == "tyreso-2021"
    assert found.report_type is not None
    assert found.report_type.value == "monthly"
    assert [unit.unit.text for unit in found.unit_results] == ["Mottagningen", "Öppenvården"]
    assert [len(line.cells) for line in found.budget_tables[0].lines] == [8, 8, 8]


def test_goals_of_the_units_alone_are_those_of_2021() -> None:
    goal = GOAL_OF_2021.replace("Avdelningens/ ", "")
    found = report("Delårsrapport 2 2021", "Maj - augusti 2021", goal, REST)
    assert plugin_of(found) == "tyreso-2021"
    assert len(found.unit_results) == 2
