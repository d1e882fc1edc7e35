import pytest
from pieces import SOMEWHERE

from ifo_followup.document import Cell, Colour
from ifo_followup.layouts.lights import light_of, verdict_of
from ifo_followup.model.values import Missing, Verdict

SHADES = {
    Verdict.GREEN: ["00B050", "92D050", "C6EFCE", "008000", "70AD47", "00FF00"],
    Verdict.YELLOW: ["FFFF00", "FFC000", "FFEB9C", "FFF2CC", "FFD966"],
    Verdict.RED: ["FF0000", "C00000", "FFC7CE", "F4CCCC", "E06666", "8B0000"],
}


def colour(code):
    return Colour(*bytes.fromhex(code))


@pytest.mark.parametrize(
    ("code", "light"), [(code, light) for light, codes in SHADES.items() for code in codes]
)
def test_pale_and_bright_shades_of_a_light_agree(code, light):
    assert light_of(colour(code)) is light


@pytest.mark.parametrize(
    ("code", "light"),
    [
        # grey begins where the channels differ by less than a sixteenth
        ("108000", Verdict.GREEN),
        ("0F0000", None),
        ("100000", Verdict.RED),
        # as much blue as of the others: no light
        ("800080", None),
        ("008080", None),
        ("80007F", Verdict.RED),
        # green to yellow at an eighth of the way, yellow to red at two fifths
        ("FFFF00", Verdict.YELLOW),
        ("586400", Verdict.GREEN),
        ("596400", Verdict.YELLOW),
        ("642800", Verdict.RED),
        ("642900", Verdict.YELLOW),
    ],
)
def test_where_a_light_ends(code, light):
    assert light_of(colour(code)) is light


@pytest.mark.parametrize(
    "code", ["808080", "D9D9D9", "FFFFFF", "000000", "0070C0", "BDD7EE", "7030A0", "F5F0F0"]
)
def test_grey_and_blue_are_no_light(code):
    assert light_of(colour(code)) is None
    assert light_of(None) is None


def cell(text="", *, mark=None, fill=None):
    return Cell(
        text=text,
        row=1,
        column=1,
        place=SOMEWHERE,
        mark=colour(mark) if mark else None,
        fill=colour(fill) if fill else None,
    )


def test_words_count_before_marks_and_marks_before_shading():
    assert verdict_of(cell("Gul", mark="00B050", fill="FF0000")) is Verdict.YELLOW
    assert verdict_of(cell(mark="00B050", fill="FF0000")) is Verdict.GREEN
    assert verdict_of(cell(fill="FF0000")) is Verdict.RED


def test_what_is_not_there_is_not_a_light():
    assert verdict_of(cell()) is Missing.BLANK
    assert verdict_of(cell(fill="D9D9D9")) is Missing.BLANK
    assert verdict_of(cell(mark="808080")) is Missing.LOST
    assert verdict_of(cell("Lagom", fill="00B050")) is Missing.UNREADABLE
