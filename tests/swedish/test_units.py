import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.model.values import Unit
from ifo_followup.swedish.numbers import read_unit
from ifo_followup.swedish.units import unit_at, unit_of


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Resultaträkning Tkr", Unit.TKR),
        ("Ekonomisk risk (Msek)", Unit.MNKR),
        ("Den totala sjukfrånvaron inom verksamhetsområdet (%)", Unit.PERCENT),
        ("Ekonomiskt resultat, Tkr", Unit.TKR),
        ("Verksamhet, tkr", Unit.TKR),
        ("Verksamhet, tkr Ack utfall 2018", Unit.TKR),
        ("IFO Myndighet Tkr", Unit.TKR),
        ("Nettokostnad per verksamhet tkr", Unit.TKR),
        ("andel (%)", Unit.PERCENT),
        ("andel (%) av bef.", Unit.PERCENT),
        ("Kostnad ekonomiskt bistånd, kr/inv", Unit.KR_PER_INHABITANT),
        ("Nettokostnad, kronor per invånare", Unit.KR_PER_INHABITANT),
        ("Kostnad för HVB-hem, kr (genomsnitt)", Unit.KR),
        ("Belopp i miljoner kronor", Unit.MNKR),
        ("Utfall (mnkr)", Unit.MNKR),
        ("Belopp i kkr", Unit.TKR),
        ("Antal personer genomsnitt per tertial", Unit.COUNT),
        ("(N) Antal besök i Socialpsykiatrins öppna verksamhet", Unit.COUNT),
        ("Antal enheter som når 80 %", Unit.COUNT),
        ("Antal beviljade timmar genomsnitt per tertial", Unit.HOURS),
        ("Beviljade timmar per månad", Unit.HOURS),
        ("Minst 80 % av de svarande", Unit.PERCENT),
        ("Placerade (st)", Unit.COUNT),
        ("kr/vårddygn", None),
        ("Prognos 2018", None),
        ("Bedömning", None),
        ("Kristinas stödboende", None),
        ("Konsulter inkl inhyrd personal", None),
        ("", None),
    ],
)
def test_units_in_labels(label: str, unit: Unit | None) -> None:
    assert read_unit(label) is unit


def test_units_beside_numbers() -> None:
    assert unit_at("7 405 664 kr", 10) == (Unit.KR, 12)
    assert unit_at("5 %", 1) is None
    assert unit_of("(Msek)") is Unit.MNKR
    assert unit_of("i tkr") is Unit.TKR
    assert unit_of("tkr och mnkr") is None


@given(st.text() | st.text("%()krinv/tsek, "), st.integers(0, 50))
def test_any_label_has_a_unit_or_none(label: str, position: int) -> None:
    for unit in (read_unit(label), unit_of(label)):
        assert unit is None or isinstance(unit, Unit)
    unit_at(label, position)


def test_long_labels_take_no_longer_than_their_length() -> None:
    for label in ("(" * 100_000, "kr " * 50_000, "1 000 " * 30_000, "," * 100_000):
        read_unit(label)
        unit_of(label)
