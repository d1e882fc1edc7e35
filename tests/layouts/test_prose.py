"""Headings, paragraphs and bullets in plain text, and where their words go."""

import pytest
from attrs import evolve
from pieces import LAYOUT, bullet, document, draft_of, heading, paragraph, recovered, rules, table

from ifo_followup.document import Heading, ListItem, Table
from ifo_followup.layouts.declare import (
    CellKind,
    Column,
    HeadingRule,
    Layout,
    Numbering,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.walk import Walk
from ifo_followup.model.values import Assessment, Source, Verdict

# lines as wide as the text make its width known
WIDE = "Verksamheten har under perioden arbetat med att korta väntan till alla insatser som\n"
TAIL = "erbjuds.\n\n"


def blocks(text):
    found, _ = recovered(text)
    return [(type(block).__name__, block.text) for block in found]


def test_lines_of_a_paragraph_are_joined():
    assert blocks(
        "Handlägg-\nningen tar tid och kräver att\nflera hjälps åt.\n\nNytt stycke.\n"
    ) == [
        ("Paragraph", "Handläggningen tar tid och kräver att flera hjälps åt."),
        ("Paragraph", "Nytt stycke."),
    ]


def test_numbered_headings_have_levels():
    found, _ = recovered(
        "1 Inledning\n\nText här.\n\n1.1 Bakgrund\n\nMer text.\n\n2 Mål\n\nSlut.\n"
    )
    assert [(b.text, b.level) for b in found if isinstance(b, Heading)] == [
        ("1 Inledning", 1),
        ("1.1 Bakgrund", 2),
        ("2 Mål", 1),
    ]


def test_a_wrapped_heading_goes_on_in_small_letters():
    assert blocks("1 Åtgärder som nämnden har\nvidtagit under året\n\nText.\n")[0] == (
        "Heading",
        "1 Åtgärder som nämnden har vidtagit under året",
    )


def test_a_short_line_between_paragraphs_is_a_heading():
    assert blocks(WIDE + TAIL + "Personal\n\n" + WIDE + TAIL)[1] == ("Heading", "Personal")


def test_a_sentence_that_begins_with_a_number_is_no_heading():
    text = "1 Mål\n\n" + WIDE + TAIL + "2 barn fick en plats. Det är bra.\n\n"
    assert [kind for kind, _ in blocks(text)] == ["Heading", "Paragraph", "Paragraph"]


def test_bullets_of_every_sign():
    found, _ = recovered("1 Händelser\n\n• Ett\n• Två som går\nvidare\n\n- Tre\n\uf0b7 Fyra\n")
    items = [b.text for b in found if isinstance(b, ListItem)]
    assert items == ["Ett", "Två som går vidare", "Tre", "Fyra"]


def test_inner_bullets_have_a_level():
    found, _ = recovered("• Yttre\n◦ Inre\n\uf0b7 Yttre\n\uf02d Inre\n")
    assert [b.level for b in found if isinstance(b, ListItem)] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("- Ett", 1),
        (" - Ett", 1),  # the space is the page's
        ("  - Ett", 2),
        ("  • Ett", 1),  # this sign says which it is
    ],
)
def test_an_indented_dash_is_an_inner_bullet(line, level):
    found, _ = recovered(f"• Yttre\n{line}\n")
    assert [b.level for b in found if isinstance(b, ListItem)] == [1, level]


@pytest.mark.parametrize(("space", "kinds"), [("", 1), (" ", 3)])
def test_a_title_at_the_top_of_a_page_needs_no_empty_line(space, kinds):
    found = blocks(f"{WIDE}erbjuds.\n{space}Personal\n{WIDE}{TAIL}")
    assert len(found) == kinds
    assert (("Heading", "Personal") in found) == (kinds > 1)


def test_a_space_before_a_line_ends_no_paragraph():
    assert len(blocks(f"{WIDE} Nämnden och alla\n{WIDE}{TAIL}")) == 1


def test_one_paragraph_a_line_stays_apart():
    long_line = "Ord " * 80
    found = blocks(f"{long_line}\nKort rad.\nEn till.\n")
    assert [text for _, text in found][1:] == ["Kort rad.", "En till."]


def walk(*given):
    draft = Draft(Ledger(document(*given)), period="2024-08", year="2024")
    Walk(document(*given), LAYOUT, draft.ledger, draft).run()
    return draft


def test_text_goes_to_its_section():
    draft = walk(heading("1 Läget"), paragraph("Ett."), bullet("Två."), heading("2 Mer"))
    assert [(s.number, s.title.text, s.text.text if s.text else None) for s in draft.sections] == [
        ("1", "Läget", "Ett.\n\nTvå."),
        ("2", "Mer", None),
    ]


def test_sub_headings_open_sections_below():
    draft = walk(heading("1 Läget"), heading("Personal", 2), paragraph("Ett."), heading("1.1 Mer"))
    assert [(s.number, s.title.text, s.level) for s in draft.sections] == [
        ("1", "Läget", 1),
        (None, "Personal", 2),
        ("1.1", "Mer", 2),
    ]


def test_events_have_the_sub_heading_above():
    draft = walk(
        heading("1 Händelser"), bullet("Ett."), heading("Boende", 2), paragraph("Två."),
    )  # fmt: skip
    assert [(e.heading.text if e.heading else None, e.text.text) for e in draft.events] == [
        (None, "Ett."),
        ("Boende", "Två."),
    ]


def test_the_line_above_a_table_is_its_caption():
    draft = walk(
        heading("1 Läget"),
        paragraph("Tabell 2: Anmälningar"),
        table("År | Antal", "A | 5", "B | 6"),
    )
    assert draft.statistics[0].title.text == "Anmälningar"
    assert draft.sections[0].text is None


def test_the_caption_of_a_picture_is_text():
    draft = walk(heading("1 Läget"), paragraph("Diagram 2: Anmälningar"), paragraph("Text."))
    assert draft.sections[0].text.text == "Diagram 2: Anmälningar\n\nText."


def test_an_indicators_name_begins_its_comment():
    draft = walk(
        heading("1 Måluppföljning"),
        table("Nämndens mål | Bedömning | Kommentar", "Trygghet | Helt uppfyllt | Bra."),
        table("Indikator | Utfall 2023 | Mål | Bedömning", "Andel nöjda | 1 % | 2 % | Ej uppfyllt"),
        paragraph("Andel nöjda"),
        paragraph("Fler svarade i år."),
    )
    assert draft.indicators[0].comment.text == "Fler svarade i år."
    assert draft.indicators[0].goal_id == "g1"


def test_every_block_of_a_section_is_claimed():
    given = (heading("1 Läget"), paragraph("Ett."), table("År | Antal", "A | 5", "B | 6"))
    ledger = Ledger(document(*given))
    Walk(document(*given), LAYOUT, ledger, Draft(ledger)).run()
    assert ledger.coverage().unclaimed == 0


OVERVIEW = TableLayout(
    role=TableRole.OVERVIEW,
    columns=(Column(("{number}: {words}",), CellKind.LIGHT, "area", repeats=True),),
)


def test_areas_take_the_lights_of_the_overview_by_number():
    given = (
        heading("1 Måluppföljning"),
        table("1: Kvalitet | 2: Ekonomi", "Grön | Röd"),
        heading("1.1 Kvalitet"),
        heading("1.2 Miljö"),
    )
    layout = Layout(
        headings=(HeadingRule(Numbering.BARE, 1), HeadingRule(Numbering.NESTED, 2)),
        sections=LAYOUT.sections,
        tables=(OVERVIEW,),
    )
    draft = draft_of(*given)
    draft.area_lights["1.1"] = Assessment(verdict=Verdict.GREEN, source=Source(text="Grön"))
    Walk(document(*given), layout, draft.ledger, draft).run()
    lights = {goal.number: goal.assessment for goal in draft.goals}
    assert {goal.number: goal.title.text for goal in draft.goals} == {
        "1.1": "Kvalitet",
        "1.2": "Miljö",
    }
    assert lights["1.1"].verdict is Verdict.GREEN
    assert lights["1.2"] is None
    # areas 1 and 2 are not in the report
    assert rules(draft.ledger.findings) == ["overview-unmatched", "overview-unmatched"]


HANGING = (
    "• Överskottet beror på att två tjänster i öppenvården har stått tomma under hela våren.\n"
)
SECOND = "\nDe är tillsatta från maj och då försvinner överskottet helt.\n\n"


def test_a_bullet_whose_first_sentence_fills_its_line_goes_on():
    found, findings = recovered(WIDE + TAIL + HANGING + SECOND)
    assert found[-1].text.endswith(
        "våren. De är tillsatta från maj och då försvinner överskottet helt."
    )
    assert findings == ["paragraph-unclear"]


def test_a_bullet_that_ends_early_does_not_go_on():
    short = HANGING.replace(" under hela våren", "")
    found, findings = recovered(WIDE + TAIL + short + SECOND)
    assert [type(block).__name__ for block in found[-2:]] == ["ListItem", "Paragraph"]
    assert not findings


def test_the_space_at_the_line_end_tells_where_a_bullet_goes_on():
    """Where only broken lines end with a space, nothing is left to guess."""
    lines = WIDE.replace("\n", " \n") + TAIL
    ends = recovered(lines * 6 + HANGING + SECOND)
    assert ends[0][-1].text.startswith("De är")
    goes_on = recovered(lines * 6 + HANGING.replace("\n", " \n") + SECOND)
    assert goes_on[0][-1].text.startswith("Överskottet")
    assert not [*ends[1], *goes_on[1]]


def test_a_dash_in_a_wrapped_sentence_is_no_bullet():
    text = WIDE.replace("\n", "") + "\n– förutsatt att inget annat händer. " + TAIL
    assert [name for name, _ in blocks(text)] == ["Paragraph"]
    listed = WIDE.replace("\n", ":\n") + "– förutsatt att inget händer\n– om något händer\n"
    assert [name for name, _ in blocks(listed)] == ["Paragraph", "ListItem", "ListItem"]


def test_a_bullet_may_stand_against_its_word():
    assert blocks("•Ett ord\n\n•Två ord\n") == [("ListItem", "Ett ord"), ("ListItem", "Två ord")]
    assert blocks("\uf0b7Ett ord\n") == [("ListItem", "Ett ord")]
    assert blocks("• Ett ord\n") == [("ListItem", "Ett ord")]
    assert blocks("•Enhet A\n") == [("ListItem", "Enhet A")]
    assert blocks("•\n") != [("ListItem", "")]


def test_a_caption_belongs_to_the_table_behind_it_only():
    draft = walk(
        heading("1 Läget"),
        paragraph("Tabell 2: Anmälningar"),
        table("År | Antal", "A | 5", "B | 6"),
        table("År | Andel", "A | 5", "B | 6"),
    )
    assert [s.title.text if s.title else None for s in draft.statistics] == ["Anmälningar", None]
    # and not to one behind other text
    draft = walk(
        heading("1 Läget"),
        paragraph("Anmälningar"),
        table("År | Antal", "A | 5", "B | 6"),
    )
    assert draft.statistics[0].title.text == "Anmälningar"
    draft = walk(
        heading("1 Läget"),
        paragraph("Det kom fler anmälningar än i fjol."),
        table("År | Antal", "A | 5", "B | 6"),
    )
    assert draft.statistics[0].title is None
    assert draft.sections[0].text.text == "Det kom fler anmälningar än i fjol."


def test_a_line_above_a_declared_table_is_no_caption():
    draft = walk(
        heading("1 Måluppföljning"),
        table("Nämndens mål | Bedömning | Kommentar", "Trygghet | Helt uppfyllt | Bra."),
        paragraph("Vad som har gjorts"),
        table("Nämndens mål | Bedömning | Kommentar", "Stöd | Helt uppfyllt | Bra."),
    )
    assert draft.goals[0].comment.text == "Bra.\n\nVad som har gjorts"


def test_a_unit_line_leaves_the_caption_standing():
    money = table("Enhet | Utfall | Budget", "A | 1 | 2", "B | 3 | 4")
    draft = walk(
        heading("1 Ekonomi"), paragraph("Tabell 1: Stöd"), paragraph("Belopp i mnkr"), money, money
    )
    first, second = draft.budget_tables
    assert (first.title.text, first.unit.value) == ("Stöd", "mnkr")
    assert second.title is None


FULL = WIDE.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{FULL}\n– förutsatt att inget annat händer.\n", ["Paragraph"]),
        (f"{FULL}\n- förutsatt att inget annat händer.\n", ["Paragraph"]),
        (f"{FULL}\n• förutsatt att inget annat händer.\n", ["Heading", "ListItem"]),
        (f"{FULL}\n– Förutsatt att inget annat händer.\n", ["Heading", "ListItem"]),
        (f"{FULL}\n\n– förutsatt att inget annat händer.\n", ["Heading", "ListItem"]),
        (f"{FULL} detta.\n– förutsatt att inget annat händer.\n", ["Paragraph", "ListItem"]),
        (f"– förutsatt att\n{FULL}\n", ["ListItem"]),
        # a line much shorter than the others was ended on purpose
        (f"{FULL}\n{FULL}\nDetta gäller\n– förutsatt att\n", ["Paragraph", "ListItem"]),
    ],
)
def test_where_a_dash_begins_a_list(text, kinds):
    assert [name for name, _ in blocks(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"2 {FULL}\nerbjuds av nämnden.\n", ["Paragraph"]),
        ("2 Verksamheten\n\nNämnden erbjuder stöd.\n", ["Heading", "Paragraph"]),
        # without an end mark it is a heading that wrapped
        (f"2 {FULL}\nerbjuds av nämnden\n", ["Heading"]),
        (f"2 {FULL}\n\nerbjuds av nämnden.\n", ["Heading", "Paragraph"]),
        (f"2 {FULL}\nNämnden erbjuder stöd.\n", ["Heading", "Paragraph"]),
    ],
)
def test_where_a_number_begins_a_sentence(text, kinds):
    assert [name for name, _ in blocks(f"1 Inledning\n\n{FULL} ord.\n\n{text}")][2:] == kinds


def read_with(layout, *given):
    draft = draft_of(*given)
    Walk(document(*given), layout, draft.ledger, draft).run()
    return draft


def test_a_heading_that_is_a_dash_opens_nothing():
    plain = Layout(headings=(HeadingRule(Numbering.PLAIN, 1),), sections=(), tables=())
    draft = read_with(plain, heading("Läget"), paragraph("Allt är lugnt i år."), heading("–"))
    assert [section.title.text for section in draft.sections] == ["Läget"]


def test_a_goals_heading_names_the_goal_or_nothing():
    layout = evolve(LAYOUT, goal_headings=("Mål:",))
    draft = read_with(
        layout, heading("1 Måluppföljning"), heading("Mål: Trygghet", 2), heading("Mål:", 2)
    )
    assert [goal.title.text for goal in draft.goals] == ["Trygghet"]


def test_declared_captions_are_no_text():
    layout = evolve(LAYOUT, captions=("Så läses tabellen",))
    draft = read_with(
        layout, heading("1 Läget"), paragraph("Så läses tabellen:"), paragraph("Allt är lugnt.")
    )
    assert draft.sections[0].text.text == "Allt är lugnt."
    assert draft.ledger.coverage().unclaimed == 0


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("1: Kvalitet 2: Ekonomi\nGrön Röd\n", 1),
        ("1: Kvalitet 2:\nEkonomi\nGrön Röd\n", 1),
        ("1: Kvalitet 2: Ekonomi\nGrön ord\n", 0),
        ("1: Kvalitet\nGrön\n", 0),
        ("1: Kvalitet 2: Ekonomi\nord\n", 0),
    ],
)
def test_an_overview_has_a_light_for_each_number(text, tables):
    layout = evolve(LAYOUT, tables=(OVERVIEW,))
    found, _ = recovered(text, layout)
    assert sum(isinstance(block, Table) for block in found) == tables


def test_what_stands_before_the_comment_states_the_goal():
    layout = evolve(LAYOUT, goal_statement=True)
    draft = read_with(
        layout,
        heading("1 Måluppföljning"),
        heading("1.1 Trygghet"),
        paragraph("Alla får stöd."),
        paragraph("I rätt tid."),
        paragraph("Kommentar"),
        paragraph("Kön är lång."),
    )
    area, goal = draft.goals
    assert (area.title.text, goal.title.text) == ("Trygghet", "Alla får stöd. I rätt tid.")
    assert goal.comment.text == "Kön är lång."
    # without "Kommentar" it is the first paragraph
    draft = read_with(
        layout, heading("1 Måluppföljning"), heading("1.1 Trygghet"),
        paragraph("Alla får stöd."), paragraph("I rätt tid."),
    )  # fmt: skip
    assert [goal.title.text for goal in draft.goals] == ["Trygghet", "Alla får stöd."]
    assert draft.goals[1].comment.text == "I rätt tid."
