"""What stands around a table: its unit, and which line belongs to it."""

import pytest
from pieces import document, heading, paragraph, table

from ifo_followup.document import Block
from ifo_followup.layouts.around import behind, is_unit_line, stated_for_all, stated_unit
from ifo_followup.model.values import Unit

MONEY = table("Enhet | Utfall | Budget", "A | 1 | 2")
OTHER = table("År | Kvinnor | Män", "2022 | 1 | 2")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Belopp i mnkr", Unit.MNKR),
        ("Alla belopp anges i tkr om inget annat sägs.", Unit.TKR),
        ("Ekonomi, tkr", Unit.TKR),
        ("Ekonomi", None),
        # an amount in a sentence is no unit of a table; a date is no amount
        ("Kostnaden blev 5 tkr", None),
        ("Kostnaden blev 12 mnkr", None),
        ("Kostnaden blev 120 tkr", None),
        ("Kostnaden blev 5 miljoner kronor", None),
        ("Ekonomi 2031-04-30, tkr", Unit.TKR),
        ("Ekonomi 30 april 2031, tkr", Unit.TKR),
        ("4.2 Ekonomi, tkr", Unit.TKR),
        ("Ekonomi, tkr " + "x" * 107, Unit.TKR),
        ("Ekonomi, tkr " + "x" * 108, None),
        ("Belopp i mnkr. " + "x" * 465, Unit.MNKR),
        ("Belopp i mnkr. " + "x" * 466, None),
    ],
)
def test_the_unit_that_a_line_states(text: str, unit: Unit | None) -> None:
    assert stated_unit(text) is unit


@pytest.mark.parametrize(
    ("text", "is_line"),
    [
        ("Belopp i mnkr", True),
        ("(Belopp i mnkr)", True),
        ("(Belopp i mnkr).", True),
        ("Belopp i mnkr, avrundade", False),
        ("(tkr)", True),
        ("tkr", True),
        ("Ekonomi, tkr", False),
        ("platser", False),
    ],
)
def test_a_line_that_says_nothing_but_the_unit(text: str, is_line: bool) -> None:
    assert is_unit_line(text) == is_line


@pytest.mark.parametrize(
    ("blocks", "unit"),
    [
        ((paragraph("Alla belopp anges i tkr."),), Unit.TKR),
        ((heading("Alla belopp anges i tkr."),), Unit.TKR),
        ((table("Alla belopp anges i tkr. | >", "A | 1"),), Unit.TKR),
        ((table("Alla belopp anges i tkr. | B", "A | 1"),), None),
        ((paragraph("Belopp i tkr."), paragraph("Belopp i mnkr.")), None),
        ((paragraph("Belopp i tkr."), paragraph("Belopp i tkr.")), Unit.TKR),
        ((paragraph("Hyran blev 5 tkr."),), None),
    ],
)
def test_the_unit_of_a_whole_document(blocks: tuple[Block, ...], unit: Unit | None) -> None:
    assert stated_for_all(document(*blocks)) is unit


def test_the_line_with_the_unit_belongs_to_its_table() -> None:
    name, unit, other = paragraph("Stöd"), paragraph("Belopp i tkr"), paragraph("Ord")
    assert behind((name, unit, MONEY), 0) is MONEY
    assert behind((name, unit, OTHER), 0) is unit
    assert behind((name, unit, other), 0) is unit
    assert behind((name, unit), 0) is unit
    assert behind((name, other, MONEY), 0) is other
    assert behind((name, MONEY), 0) is MONEY
    assert behind((name,), 0) is None
