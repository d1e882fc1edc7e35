"""The sections that are open while a document is read, and what running text becomes in them."""

from attrs import define, evolve, field

from ifo_followup.layouts.declare import Layout, SectionRole
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.mint import joined
from ifo_followup.model.narrative import Section
from ifo_followup.model.values import Text
from ifo_followup.swedish.text import squash


def numbered_role(layout: Layout, title: str) -> SectionRole | None:
    """What text under a numbered heading becomes; None where the layout does not name it."""
    squashed = squash(title)
    for rule in layout.sections:
        if any(squash(words) in squashed for words in rule.words):
            return rule.role
    return None


def sub_role(layout: Layout, title: str) -> SectionRole | None:
    """As `numbered_role`, for a heading without a number: it must be the words themselves."""
    squashed = squash(title)
    for rule in layout.sections:
        if any(squash(words) == squashed for words in rule.words):
            return rule.role
    return None


@define(eq=False)
class _Open:
    """A section whose text is still coming."""

    section: Section
    role: SectionRole
    texts: list[Text] = field(factory=list)


@define(eq=False)
class Sections:
    """A stack of open sections, the outermost first."""

    draft: Draft
    stack: list[_Open] = field(factory=list, init=False)

    @property
    def role(self) -> SectionRole:
        """What running text becomes in the innermost section."""
        return self.stack[-1].role if self.stack else SectionRole.NARRATIVE

    @property
    def numbered_level(self) -> int:
        """The level of the innermost numbered section; 0 where there is none."""
        levels = [s.section.level for s in self.stack if s.section.number is not None]
        return levels[-1] if levels else 0

    @property
    def numbered_role(self) -> SectionRole:
        """The role of the innermost numbered section."""
        roles = [s.role for s in self.stack if s.section.number is not None]
        return roles[-1] if roles else SectionRole.NARRATIVE

    def role_above(self, level: int) -> SectionRole:
        """The role of the section that a heading of this level stands in."""
        above = [s.role for s in self.stack if s.section.level < level]
        return above[-1] if above else SectionRole.NARRATIVE

    def is_inside(self, role: SectionRole) -> bool:
        """Whether the innermost section stands in an outermost one of this role."""
        return len(self.stack) > 1 and self.stack[0].role is role

    def open(self, title: Text, level: int, number: str | None, role: SectionRole) -> None:
        """Open a section; it ends those of its level and below."""
        self.close(level)
        section = Section(number=number, title=title, level=level)
        self.stack.append(_Open(section, role))
        self.draft.sections.append(section)

    def append(self, text: Text) -> bool:
        """Add a paragraph to the innermost section; False where none is open."""
        if not self.stack:
            return False
        self.stack[-1].texts.append(text)
        return True

    def close(self, level: int) -> None:
        """Give their text to the sections of this level and below."""
        while self.stack and self.stack[-1].section.level >= level:
            done = self.stack.pop()
            if done.texts:
                whole = joined(*done.texts)
                at = next(n for n, s in enumerate(self.draft.sections) if s is done.section)
                self.draft.sections[at] = evolve(done.section, text=whole)
