"""Heads: the common words are known however they are printed, and others are not guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.generic.heads import Word, assignment_of, is_period, level_of, risk_of, word_of
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, RiskKind

KNOWN = {
    "Indikator": Word.INDICATOR,
    "Nyckeltal": Word.INDICATOR,
    "Resultatmått": Word.INDICATOR,
    "Nämndens mål": Word.GOAL,
    "Strategiskt mål": Word.GOAL,
    "Avdelningens/Enhetens mål": Word.GOAL,
    "KF-mål": Word.GOAL,
    "Fokusområde": Word.GOAL,
    "Mål": Word.GOAL,
    "Mål 2019": Word.TARGET,
    "Målvärde 2020": Word.TARGET,
    "Målnivå": Word.TARGET,
    "Riktvärde": Word.TARGET,
    "Utfall": Word.OUTCOME,
    "Utfall 2018": Word.OUTCOME,
    "Utfall T2 2019": Word.OUTCOME,
    "Utfall 31 augusti 2019": Word.OUTCOME,
    "Utfall jan-aug 2019": Word.OUTCOME,
    "Utfall (%)": Word.OUTCOME,
    "Resultat 2018": Word.OUTCOME,
    "Prognos 2018-04-30": Word.FORECAST,
    "Bedömning": Word.ASSESSMENT,
    "Måluppfyllelse": Word.ASSESSMENT,
    "Kommentar": Word.COMMENT,
    "Analys": Word.COMMENT,
    "Trend": Word.TREND,
    "Status": Word.STATUS,
    "Nämnduppdrag": Word.ASSIGNMENT,
    "Uppdrag från kommunfullmäktige": Word.ASSIGNMENT,
    "Åtgärd": Word.ACTION,
    "Riskområde": Word.CATEGORY,
    "Risk (och riskvärde)": Word.RISK,
    "Risker IFO": Word.RISK,
    "Sannolikhet": Word.LIKELIHOOD,
    "Konsekvens": Word.CONSEQUENCE,
    "Riskvärde": Word.RISK_VALUE,
    "Månad": Word.MONTH,
}
UNKNOWN = [
    "", "Resultatenhet", "Målgrupp", "Budget", "Avvikelse", "Verksamhet", "Ansvarig", "Enhet",
    "Kostnad per placering", "Målet nås i hög grad", "Statsbidrag", "Riskkapital", "Utfallsrum",
    "Avvikelse mot budget", "Kön", "S", "K",
]  # fmt: skip


@pytest.mark.parametrize(("head", "word"), KNOWN.items())
def test_a_common_head_is_known(head, word):
    assert word_of(head) is word


@pytest.mark.parametrize("head", UNKNOWN)
def test_another_head_is_not_guessed_at(head):
    assert word_of(head) is None


@given(
    st.sampled_from(sorted(KNOWN)),
    st.lists(st.sampled_from((" ", "- ", "\u00ad", "\n")), min_size=1, max_size=3),
    st.data(),
)
def test_a_narrow_column_changes_nothing(head, breaks, data):
    for piece in breaks:
        at = data.draw(st.integers(1, len(head)))
        if not (head[:at][-1:].isdigit() and head[at:][:1].isdigit()):
            head = head[:at] + piece + head[at:]
    assert word_of(head) is word_of("".join(head.split()).replace("-", "").replace("\u00ad", ""))


@given(st.text(max_size=200))
def test_any_text_has_a_kind_or_none(text):
    assert word_of(text) is None or isinstance(word_of(text), Word)
    assert is_period(text) in (True, False)


@pytest.mark.parametrize(
    "head", ["2018", "T1 2019", "2018-04-30", "apr", "Jan-aug 2019", "aug 2019"]
)
def test_periods_stand_alone(head):
    assert is_period(head)


@pytest.mark.parametrize("head", ["", "Utfall 2018", "2018 års mål", "Mars och solen", "T"])
def test_other_heads_are_no_periods(head):
    assert not is_period(head)


def test_heads_say_whose_the_rows_are():
    assert level_of("Kvalitetsmål") is GoalLevel.QUALITY_GOAL
    assert level_of("Fokusområde") is GoalLevel.TARGET_AREA
    assert level_of("Kommunfullmäktiges mål") is GoalLevel.STRATEGIC_GOAL
    assert level_of("Mål") is GoalLevel.BOARD_GOAL
    assert assignment_of("Särskilda uppdrag") is AssignmentKind.SPECIAL_ASSIGNMENT
    assert assignment_of("Nämnduppdrag") is AssignmentKind.BOARD_ASSIGNMENT
    assert assignment_of("Politisk prioritering i nämndplan") is AssignmentKind.POLITICAL_PRIORITY
    assert risk_of("Möjligheter IFO") is RiskKind.OPPORTUNITY
    assert risk_of("Risk") is RiskKind.RISK
