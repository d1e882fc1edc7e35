import pytest
from pieces import bullet, heading, paragraph, table

from ifo_followup.layouts.declare import HeadingRule, Layout, Numbering, SectionRole, SectionRule
from ifo_followup.layouts.headings import (
    Outline,
    first_section,
    is_chapter,
    is_title_like,
    plain_levels,
)

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


@pytest.mark.parametrize(
    ("texts", "read_last"),
    [
        # the first of its chapter is one or two
        (("1 Mål", "1.2 Barn"), True),
        (("1 Mål", "1.3 Barn"), False),
        (("1 Mål", "1.1 Barn", "2 Medel", "2.2 Vuxna"), True),
        (("1 Mål", "1.1 Barn", "2 Medel", "2.3 Vuxna"), False),
        # it belongs to the chapter above, if one was read
        (("1 Mål", "2.1 Barn"), False),
        (("3.1 Barn",), True),
        (("3.1 Barn", "4.1 Vuxna"), True),
        (("3.1 Barn", "4.3 Vuxna"), False),
        (("1 Mål", "1.1 Barn", "1.2.1 Vuxna"), False),
        (("1 Mål", "1.1 Barn", "1.1.1 Vuxna"), True),
        # no more than three steps further on, never back
        (("3.1 Barn", "3.4 Vuxna"), True),
        (("3.1 Barn", "3.5 Vuxna"), False),
        (("3.2 Barn", "3.2 Vuxna"), False),
        (("3.2 Barn", "3.1 Vuxna"), False),
        (("1 Mål", "4 Medel"), True),
        (("1 Mål", "5 Medel"), False),
        (("3 Mål",), True),
        (("4 Mål",), False),
        (("1 " + "X" * 200,), True),
    ],
)
def test_which_number_may_come_next(texts, read_last):
    assert (read(*texts)[-1] is not None) == read_last


KNOWN = Layout(
    headings=ALL,
    sections=(SectionRule(("Måluppföljning", "Åtgärder"), SectionRole.GOALS),),
    tables=(),
)


@pytest.mark.parametrize(
    ("text", "chapter"),
    [
        ("17 MEDEL", True),
        ("17 Medel", False),
        ("17 Måluppföljning", True),
        ("17 Vår måluppföljning i år", True),  # a long word tells wherever it stands
        ("17 Åtgärder", True),
        ("17 Våra åtgärder", False),
        ("17 Personal", True),  # read before
        ("17 MEDEL.", False),
        ("MEDEL", False),
    ],
)
def test_what_is_a_chapter_though_its_number_does_not_go_on(text, chapter):
    outline = Outline(ALL)
    outline.read("1 Personal")
    assert is_chapter(outline, KNOWN, text) == chapter


TITLE = heading("Rapport")
HEAD = heading("Läget", 2)


@pytest.mark.parametrize(
    ("under", "first"),
    [
        (paragraph("x" * 80), 3),
        (paragraph("x" * 81), 1),
        (paragraph("Ett två tre fyra."), 1),
        (paragraph("Ett två tre."), 3),
        (paragraph("Ett två tre fyra"), 3),
        (bullet("Ett."), 1),
        (table("A | B", "1 | 2"), 1),
    ],
)
def test_the_title_page_ends_where_text_stands_under_a_heading(under, first):
    assert first_section((TITLE, HEAD, under)) == first
    assert first_section((under, HEAD)) == 2


def test_levels_of_plain_headings_follow_their_sizes():
    text = paragraph("x" * 81)
    blocks = (TITLE, heading("Läget", 3), text, heading("Barn", 5), text, heading("Mål", 3))
    plain = (HeadingRule(Numbering.BARE, 1), HeadingRule(Numbering.PLAIN, 2))
    assert plain_levels(blocks, plain) == {1: 2, 3: 3, 5: 2}
    assert plain_levels(blocks, plain[:1]) == {}


def test_how_long_a_title_may_be():
    assert is_title_like("X" * 110)
    assert not is_title_like("X" * 111)
    assert is_title_like("X" * 111, longest=111)


@pytest.mark.parametrize(
    ("levels", "first"),
    [
        ((1, 2, 0, 1, 0), 0),  # a chapter of this level comes again
        ((1, 2, 3, 0, 2, 0, 1, 0), 0),
        ((1, 2, 0, 2, 0), 1),  # the title has its level alone
        ((1, 1, 0, 1, 0), 1),  # what stands on its level is no chapter over it
        ((2, 1, 0, 2, 0), 1),
    ],
)
def test_a_chapter_begins_with_its_own_heading_not_with_the_one_under_it(levels, first):
    text = paragraph("Köerna till öppenvården är nästan borta.")
    blocks = [heading(f"Del {level}", level) if level else text for level in levels]
    assert first_section(blocks) == first
