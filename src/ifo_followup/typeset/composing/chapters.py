"""The chapters of a report in a layout: which heading opens which part.

The model keeps sections and parts beside each other; on paper every part stands under a heading.
Where the layout says what a heading opens (events, goals, measures), the part goes there. Tables
are known by their heads wherever they stand, so they go under the heading that speaks of them, else
under the last one.
"""

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from ifo_followup.layouts.declare import HeadingRule, Layout, Numbering, SectionRole
from ifo_followup.layouts.headings import Outline
from ifo_followup.layouts.sections import numbered_role, sub_role
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.narrative import Section
from ifo_followup.model.report import FollowUpReport
from ifo_followup.swedish.text import squash

# the parts of a report that are printed as a whole, and the words of headings over their tables
PARTS = {
    "events": ("händelse",),
    "goals": ("mål",),
    "statistics": (
        "statistik",
        "nyckeltal",
        "sjukfrånvaro",
        "verksamhetsmått",
        "verksamhetochkvalitet",
    ),
    "budget_tables": ("ekonomi", "resultat", "budget"),
    "risks": ("risk",),
    "assignments": ("uppdrag",),
    "measures": ("åtgärd",),
    "guarantees": ("garanti",),
    "calendar": ("årshjul",),
}
_ROLES = {
    "events": (SectionRole.EVENTS,),
    "goals": (SectionRole.GOALS,),
    "assignments": (SectionRole.ASSIGNMENTS,),
    "measures": (SectionRole.MEASURES, SectionRole.DECISIONS),
    "guarantees": (SectionRole.GUARANTEES,),
}
_TAKES_TEXT = (SectionRole.NARRATIVE, SectionRole.MEASURES)


@define(eq=False)
class Chapter:
    """A heading with what stands under it: its text, a target area, and parts of the report."""

    number: str | None
    title: str
    level: int
    text: str | None
    role: SectionRole
    area: Goal | None = None
    parts: list[str] = field(factory=list)


@frozen
class _Above:
    level: int
    numbered: bool
    role: SectionRole


def chapters_of(report: FollowUpReport, layout: Layout) -> list[Chapter]:
    """The report's sections with the parts they open; a heading that is missing is added."""
    chapters = list(_read(report.sections, layout))
    _give_areas(chapters, report)
    needed = [part for part in PARTS if getattr(report, part)]
    if any(chapter.area for chapter in chapters) and _all_in_areas(chapters, report):
        needed.remove("goals")
    for part in needed:
        _place(part, chapters, layout).parts.append(part)
    return chapters


def _read(sections: Sequence[Section], layout: Layout) -> Iterator[Chapter]:
    above: list[_Above] = []
    for section in sections:
        above = [a for a in above if a.level < section.level]
        title = section.title.text
        if section.number is not None:
            role = numbered_role(layout, title) or (above[-1].role if above else None)
        else:
            numbered = [a.role for a in above if a.numbered]
            role = sub_role(layout, title) or (numbered[-1] if numbered else None)
        role = role or SectionRole.NARRATIVE
        above.append(_Above(section.level, section.number is not None, role))
        text = section.text.text if section.text else None
        yield Chapter(section.number, title, section.level, text, role)


def _give_areas(chapters: Sequence[Chapter], report: FollowUpReport) -> None:
    """Give the numbered chapters of goals the target area that they are the heading of."""
    areas = [g for g in report.goals if g.level is GoalLevel.TARGET_AREA]
    for chapter in chapters:
        if chapter.role is not SectionRole.GOALS or chapter.number is None:
            continue
        for area in areas:
            if (area.number, area.title.text) == (chapter.number, chapter.title):
                chapter.area = area
                areas.remove(area)
                break


def _all_in_areas(chapters: Sequence[Chapter], report: FollowUpReport) -> bool:
    """Whether every goal stands under a target area that has a heading of its own."""
    headed = [c.area.goal_id for c in chapters if c.area is not None]
    return bool(headed) and report.goals[0].goal_id == headed[0]


def _place(part: str, chapters: list[Chapter], layout: Layout) -> Chapter:
    roles = _ROLES.get(part, ())
    fitting = [c for c in chapters if c.role in roles]
    if fitting:
        # measures stand in the innermost section of their role
        return fitting[-1] if part == "measures" else fitting[0]
    rule = next((r for r in layout.sections if r.role in roles), None)
    if rule is not None:
        return _added(rule.words[0], rule.role, chapters)
    free = [c for c in chapters if c.role is SectionRole.NARRATIVE]
    for word in PARTS[part]:
        named = [c for c in free if word in squash(c.title)]
        if named:
            return named[0]
    return free[-1] if free else _added("Uppföljning", SectionRole.NARRATIVE, chapters)


def _added(title: str, role: SectionRole, chapters: list[Chapter]) -> Chapter:
    """A chapter that the report has no heading for; numbered as its other chapters are."""
    numbers = [c.number for c in chapters if c.level == 1 and c.number and c.number.isdigit()]
    number = str(int(numbers[-1]) + 1) if numbers else None if chapters else "1"
    chapter = Chapter(number, title, 1, None, role)
    chapters.append(chapter)
    return chapter


def takes_text(chapter: Chapter) -> bool:
    """Whether running text under a heading stays its text."""
    return chapter.role in _TAKES_TEXT


def heading_text(chapter: Chapter, rules: Sequence[HeadingRule], outline: Outline) -> str:
    """A heading as the layout numbers it, so that it is read on its level."""
    if chapter.number is None or all(rule.numbering is Numbering.PLAIN for rule in rules):
        return chapter.title
    forms = {
        Numbering.BARE: f"{chapter.number} {chapter.title}",
        Numbering.DOTTED: f"{chapter.number}. {chapter.title}",
        Numbering.NESTED: f"{chapter.number} {chapter.title}",
        Numbering.APPENDIX: f"{chapter.number} \u2013 {chapter.title}",
    }
    for rule in rules:
        if rule.numbering is Numbering.PLAIN:
            continue
        found = outline.peek(forms[rule.numbering], marked=True)
        if found and (found.number, found.title, found.level) == (
            chapter.number,
            chapter.title,
            chapter.level,
        ):
            return forms[rule.numbering]
    return forms[Numbering.BARE]
