"""What is a follow-up report at all, and the register of municipalities."""

import pytest
from almvik import ALL
from hypothesis import given
from hypothesis import strategies as st
from made_up import KINDS, render

from ifo_followup.corridor import open_document
from ifo_followup.generic.claim import MOST_SURE
from ifo_followup.generic.format import FORMAT
from ifo_followup.swedish.municipalities import code_of, municipalities

STRANGERS = {
    "recipe": "# Köttbullar\n\nBlanda färs och matkryddor. Resultatet: gott. Budget: 100 kr.",
    "english": "# Annual report\n\nThe budget of the municipality and its forecast. Indicators.",
    "news": "# Nyheter\n\nKommunen öppnar en förskola. Socialnämnden beslutade om budgeten.",
    "company": "# Årsredovisning\n\nBolagets utfall, budget, prognos och nyckeltal. Uppföljning.",
    "empty": "Hej",
}


def claim(data: bytes):
    return FORMAT.claim(open_document(data))


@pytest.mark.parametrize("name", sorted(STRANGERS))
def test_what_is_no_report_is_not_claimed(name):
    found = claim(STRANGERS[name].encode())
    assert found.sureness == 0
    assert found.missed


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", sorted(ALL))
def test_reports_are_claimed_with_their_words(name, kind):
    found = claim(render(ALL[name], kind))
    assert 0 < found.sureness <= MOST_SURE
    assert found.evidence
    assert not found.missed


def test_there_are_290_municipalities_with_a_code_each():
    known = municipalities()
    assert len(known) == len(set(known.values())) == 290
    assert all(len(code) == 4 and code.isdigit() for code in known.values())
    counties = {code[:2] for code in known.values()}
    assert len(counties) == 21
    assert (code_of("Tyresö"), code_of("Nacka"), code_of("Kiruna")) == ("0138", "0182", "2584")


@given(st.text(max_size=20))
def test_other_names_have_no_code(name):
    assert code_of(name) is None or name.strip() in municipalities()
