"""Whoever looks for a unit of money knows every word for it."""

import pytest

from ifo_followup.layouts.around import is_unit_line, stated_unit
from ifo_followup.layouts.headings import is_title_like
from ifo_followup.layouts.money_table import _UNIT_WORD
from ifo_followup.model.values import Unit
from ifo_followup.swedish.currency import MONEY_UNITS, money_words
from ifo_followup.swedish.units import read_unit, unit_at, unit_of

WORDS = [(unit, word) for unit in MONEY_UNITS for word in money_words(unit)]
STATED = [(unit, word) for unit in MONEY_UNITS for word in money_words(unit, stated=True)]


def cases(word: str) -> set[str]:
    return {word, word.upper(), word.capitalize()}


def test_the_words_are_those_of_the_units_of_money():
    assert set(MONEY_UNITS) == {Unit.KR, Unit.TKR, Unit.MNKR}
    assert len({word for _, word in STATED}) == len(STATED)
    assert (Unit.TKR, "tsek") in WORDS


@pytest.mark.parametrize(("unit", "word"), STATED)
def test_in_heads_and_lines_that_state_the_unit(unit, word):
    for printed in cases(word):
        assert unit_of(f"({printed})") is unit
        assert read_unit(f"Verksamhet, {printed}") is unit
        assert stated_unit(f"Alla belopp redovisas i {printed} om inget annat sägs.") is unit
        assert stated_unit(f"Belopp i {printed}") is unit
        assert is_unit_line(f"Belopp i {printed}")


@pytest.mark.parametrize(("unit", "word"), WORDS)
def test_after_amounts_and_in_titles(unit, word):
    for printed in cases(word):
        found = _UNIT_WORD.search(f"345 {printed}")
        assert found is not None
        assert unit_of(found[0]) is unit
        assert _UNIT_WORD.sub("", f"Resultat ({printed})") == "Resultat"
        assert unit_at(f"345 {printed}", 4) == (unit, 4 + len(printed))
        assert is_title_like(f"Barn och unga -4,2 {printed.rstrip('.')}.")


def test_a_round_amount_is_no_unit_after_a_number():
    assert _UNIT_WORD.sub("", "1 000 kr") == "1 000"
    assert _UNIT_WORD.sub("", "21 000 kronor") == "21 000"


def test_kronor_a_day_are_no_kronor():
    assert stated_unit("Belopp i kr/vårddygn") is None
    assert unit_of("kr/dygn") is None
