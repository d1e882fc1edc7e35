"""Which section is open, and what running text becomes in it."""

from pieces import draft_of, text

from ifo_followup.layouts.declare import SectionRole
from ifo_followup.layouts.sections import Sections

EVENTS, MEASURES, GOALS = SectionRole.EVENTS, SectionRole.MEASURES, SectionRole.GOALS


def test_a_section_stands_in_the_nearest_one_above() -> None:
    sections = Sections(draft_of())
    assert (sections.role, sections.role_above(1)) == (SectionRole.NARRATIVE,) * 2
    assert (sections.numbered_level, sections.numbered_role) == (0, SectionRole.NARRATIVE)
    sections.open(text("Ett"), 1, "1", EVENTS)
    assert not sections.is_inside(EVENTS)
    sections.open(text("Två"), 2, "1.1", MEASURES)
    sections.open(text("Tre"), 3, None, GOALS)
    assert [sections.role_above(level) for level in (1, 2, 3, 4)] == [
        SectionRole.NARRATIVE,
        EVENTS,
        MEASURES,
        GOALS,
    ]
    assert (sections.numbered_level, sections.numbered_role) == (2, MEASURES)
    assert sections.role is GOALS
    assert sections.is_inside(EVENTS)
    assert not sections.is_inside(MEASURES)


def test_text_goes_to_the_innermost_section() -> None:
    draft = draft_of()
    sections = Sections(draft)
    assert not sections.append(text("Utanför."))
    sections.open(text("Ett"), 1, "1", EVENTS)
    sections.append(text("A."))
    sections.open(text("Två"), 2, "1.1", EVENTS)
    sections.append(text("B."))
    sections.append(text("C."))
    sections.open(text("Tre"), 2, "1.2", EVENTS)
    sections.close(0)
    assert [s.text.text if s.text else None for s in draft.sections] == ["A.", "B.\n\nC.", None]
    assert sections.stack == []


def test_a_section_knows_where_each_of_its_paragraphs_stands() -> None:
    draft = draft_of()
    sections = Sections(draft)
    sections.open(text("Ett"), 1, "1", EVENTS)
    paragraphs = [text("A."), text("B."), text("C.")]
    for paragraph in paragraphs:
        sections.append(paragraph)
    sections.close(0)
    whole = draft.sections[0].text
    assert whole is not None
    assert [whole.source, *whole.further] == [paragraph.source for paragraph in paragraphs]
