import pytest

from ifo_followup.layouts.declare import HeadingRule, Numbering
from ifo_followup.layouts.headings import Outline, is_title_like

ALL = (
    HeadingRule(Numbering.APPENDIX, 1),
    HeadingRule(Numbering.NESTED, 2),
    HeadingRule(Numbering.DOTTED, 2),
    HeadingRule(Numbering.BARE, 1),
)


def read(*texts, rules=ALL, marked=False):
    outline = Outline(rules)
    found = [outline.read(text, marked=marked) for text in texts]
    return [(f.number, f.level) if f else None for f in found]


def test_numbers_of_every_kind():
    assert read("1 Inledning", "1.1 Bakgrund", "1.1.1 Uppdrag", "2 Mål") == [
        ("1", 1),
        ("1.1", 2),
        ("1.1.1", 3),
        ("2", 1),
    ]
    assert read("1. Mål", rules=ALL[2:]) == [("1", 2)]
    assert read("Bilaga 2 – Siffror")[0] == ("Bilaga 2", 1)


def test_the_title_is_what_stands_behind_the_number():
    found = Outline(ALL).read("Bilaga 1 – Nyckeltal")
    assert found.title == "Nyckeltal"
    assert Outline(ALL).read("1.2 Vår  väg").title == "Vår  väg"


def test_numbers_must_go_on():
    assert read("1 Mål", "1 Barn fick plats", "3 Ekonomi", "9 Ärenden avslutades") == [
        ("1", 1),
        None,
        ("3", 1),
        None,
    ]
    assert read("14 Ungdomar deltog") == [None]


def test_a_new_chapter_starts_its_own_count():
    found = read("1 Mål", "1.1 Barn", "1.2 Vuxna", "2 Medel", "2.1 Budget", "1.3 Äldre")
    assert found[4] == ("2.1", 2)
    assert found[5] is None


def test_what_the_document_calls_a_heading_need_not_go_on():
    assert read("17 Övrigt", marked=True) == [("17", 1)]


@pytest.mark.parametrize(
    "text", ["1 barn fick plats", "1 2 3", "Mål", "1", "1 " + "X" * 201, "2019 Utfall", "1 %"]
)
def test_no_heading(text):
    assert read(text) == [None]


def test_peeking_remembers_nothing():
    outline = Outline(ALL)
    assert outline.peek("1 Mål") is not None
    assert outline.peek("1 Mål") is not None
    outline.read("1 Mål")
    assert outline.peek("1 Mål") is None


@pytest.mark.parametrize(
    "text",
    ["Personal och bemanning", "Stöd till unga (egen regi)", "Barn och unga -4,2 miljoner kronor."],
)
def test_titles(text):
    assert is_title_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "Personalen trivs.",
        "personal",
        "Det finns flera skäl: kön och väntan",
        "Nämnden har beslutat till",
        "Kostnaden är -4,2 miljoner kronor.",
        "Ett. Två",
        "4 händelser",
        "",
        "A" * 111,
        "Ett\n\nTvå",
    ],
)
def test_no_titles(text):
    assert not is_title_like(text)
