"""Labelled blocks: a label on its own line says what the lines behind it are.

"NÄMNDMÅL / a title / Bedömning / Delvis uppfyllt / Kommentar: / text". The label that ends an
item's head ("Status", "Kommentar:") stands behind the title of the next item, so lines are kept
until it is clear whose they are.
"""

import re
from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from ifo_followup.document import Cell, Colour, Heading, ListItem, Paragraph
from ifo_followup.layouts.declare import Label, LabelRole, SectionRole
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.headings import is_title_like
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import assessment_of, joined, status_of, text_at
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import Assignment, AssignmentKind, Measure, QualityGuarantee
from ifo_followup.model.values import Text
from ifo_followup.swedish.dates import parse_date
from ifo_followup.swedish.text import first_sentence
from ifo_followup.swedish.words import ASSESSMENTS

Prose = Heading | Paragraph | ListItem

_DECIDED = re.compile(r"\(beslut[^()]{0,80}?([0-9]{4}-[0-9]{2}-[0-9]{2})\)", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"(?:Status|Uppföljning|Kommentar)\s{0,2}:\s{0,2}")
_FOLLOW_UP_BEHIND = re.compile(r"\s(?:Status|Uppföljning)\s{0,2}:\s{0,2}")


@frozen
class _Line:
    block: Prose
    text: Text

    @property
    def is_title(self) -> bool:
        """A line that is set as a heading, or reads like one."""
        marked = isinstance(self.block, Heading) or (
            isinstance(self.block, Paragraph) and self.block.strong
        )
        return (marked and not isinstance(self.block, ListItem)) or is_title_like(
            self.text.text, longest=220
        )


@define(eq=False)
class Labelled:
    """Reads labelled blocks into goals, assignments and decisions."""

    draft: Draft
    ledger: Ledger
    open: bool = field(default=False, init=False)
    _expects: LabelRole | None = field(default=None, init=False)
    _level: GoalLevel | None = field(default=None, init=False)
    _kind: AssignmentKind = field(default=AssignmentKind.ASSIGNMENT, init=False)
    _lines: list[_Line] = field(factory=list, init=False)
    _role: SectionRole = field(default=SectionRole.NARRATIVE, init=False)
    _item: int | None = field(default=None, init=False)  # the assignment or measure being read

    @property
    def expects_assessment(self) -> bool:
        """Whether the last line was the label of an assessment."""
        return self._expects is LabelRole.ASSESSMENT and bool(self.draft.goals)

    @property
    def expects_goal(self) -> bool:
        """Whether the last line was the label of a goal."""
        return self._expects is LabelRole.GOAL

    def label(self, label: Label, role: SectionRole) -> None:
        """A label was met: what is kept belongs to what it ends, or to what went before."""
        self._role = role
        match label.role:
            case LabelRole.GOAL:
                self._finish()
                self.open = True
                self._level = label.level
            case LabelRole.ASSIGNMENTS:
                self._finish()
                self._kind = label.assignment or AssignmentKind.ASSIGNMENT
            case LabelRole.STATUS:
                self._open_assignment()
            case LabelRole.COMMENT if role is SectionRole.DECISIONS:
                self._open_measure()
            case _:
                pass
        self._expects = label.role

    def take(self, block: Prose, text: Text) -> None:
        """A line that is no label."""
        cell = Cell(text=text.text, row=0, column=0, place=block.place, mark=_mark(block))
        match self._expects:
            case LabelRole.GOAL if self._level is not None:
                self.draft.add_goal(self._level, text)
                self._expects = None
            case LabelRole.ASSESSMENT if self.draft.goals:
                assessment, why = assessment_of(cell, self.ledger)
                self.draft.goals[-1] = evolve(
                    self.draft.goals[-1], assessment=assessment, comment=why
                )
                self._expects = None
            case LabelRole.STATUS if self._item is not None:
                status, words = status_of(text.text, block.place, self.ledger)
                self.draft.assignments[self._item] = evolve(
                    self.draft.assignments[self._item], status=status, status_text=words
                )
                self._expects = None
            case LabelRole.COMMENT if self._role is SectionRole.GOALS and self.draft.goals:
                goal = self.draft.goals[-1]
                comment = joined(goal.comment, text)
                self.draft.goals[-1] = evolve(goal, comment=comment)
            case _:
                self._lines.append(_Line(block, text))

    def dash(self) -> None:
        """A dash alone: what the label announced is not there."""
        if self._expects in (LabelRole.ASSESSMENT, LabelRole.STATUS):
            self._expects = None

    def close(self) -> None:
        """The section ends: what is kept is the last item's comment."""
        self._finish()
        self.open = False
        self._expects = None

    def _finish(self) -> None:
        lines, self._lines = self._lines, []
        self._comment(lines)
        self._item = None

    def _comment(self, lines: Sequence[_Line]) -> None:
        if not lines:
            return
        text = joined(*(line.text for line in lines))
        if self._item is None:
            self.ledger.find("text-unplaced", "text that belongs to no item", lines[0].text.source)
        elif self._role is SectionRole.DECISIONS:
            self.draft.measures[self._item] = evolve(
                self.draft.measures[self._item], follow_up=text
            )
        else:
            self.draft.assignments[self._item] = evolve(
                self.draft.assignments[self._item], comment=text
            )

    def _open_assignment(self) -> None:
        """Begin an assignment where "Status" was met: its title is the last one kept."""
        lines, self._lines = self._lines, []
        titles = [n for n, line in enumerate(lines) if line.is_title]
        at = titles[-1] if titles else max(0, len(lines) - 1)
        self._comment(lines[:at])
        if not lines:
            self.ledger.find("text-unplaced", "a status without a title before it")
            self._item = None
            return
        self._item = len(self.draft.assignments)
        self.draft.assignments.append(
            Assignment(
                kind=self._kind,
                title=lines[at].text,
                description=joined(*(line.text for line in lines[at + 1 :])),
            )
        )

    def _open_measure(self) -> None:
        """Begin a measure where "Kommentar:" was met, or one more part of the last decision."""
        lines, self._lines = self._lines, []
        titles = [n for n, line in enumerate(lines) if _DECIDED.search(line.text.text)]
        titles = titles or [n for n, line in enumerate(lines) if line.is_title]
        at = titles[-1] if titles else None
        if at is None:
            self._continue_measure(lines)
            return
        self._comment(lines[:at])
        found = _DECIDED.search(lines[at].text.text)
        title = _DECIDED.sub("", lines[at].text.text).strip()
        self._add_measure(
            Measure(
                title=Text(title or lines[at].text.text, lines[at].text.source),
                decided=parse_date(found.group(1)) if found else None,
                description=joined(*(line.text for line in lines[at + 1 :])),
            )
        )

    def _continue_measure(self, lines: Sequence[_Line]) -> None:
        if not lines or self._item is None:
            self._comment(lines)
            return
        # the last paragraph before the label is what is commented on, those before it are comment
        self._comment(lines[:-1])
        before = self.draft.measures[self._item]
        self._add_measure(
            Measure(title=before.title, decided=before.decided, description=lines[-1].text)
        )

    def _add_measure(self, measure: Measure) -> None:
        self._item = len(self.draft.measures)
        self.draft.measures.append(measure)


def _mark(block: Prose) -> Colour | None:
    return block.mark if isinstance(block, Paragraph) else None


def read_guarantee(text: Text, draft: Draft, ledger: Ledger) -> None:
    """A promise ("Familjerätt – Barn erbjuds ..."), or the sentence that judges the last one."""
    verdict, rest = first_sentence(text.text)
    code = ASSESSMENTS.lookup(verdict)
    if code is not None and draft.guarantees and verdict.casefold().startswith("garantin"):
        cell = Cell(text=verdict, row=0, column=0, place=text.source.place)
        assessment, _ = assessment_of(cell, ledger)
        comment = text_at(rest, text.source.place)
        draft.guarantees[-1] = evolve(draft.guarantees[-1], assessment=assessment, comment=comment)
        return
    area, dash, promise = text.text.partition(" – ")
    if not dash:
        area, dash, promise = text.text.partition(" - ")
    if not dash or len(area) > 90:
        area, promise = "", text.text
    draft.guarantees.append(
        QualityGuarantee(
            area=text_at(area, text.source.place),
            promise=Text(promise.strip() or text.text, text.source),
        )
    )


def read_measure(block: Prose, text: Text, draft: Draft) -> bool:
    """A bullet is a measure; a line "Status: ..." behind it says what came of it."""
    found = _FOLLOW_UP.match(text.text)
    if found and draft.measures and not isinstance(block, ListItem):
        rest = text_at(text.text[found.end() :], block.place)
        draft.measures[-1] = evolve(draft.measures[-1], follow_up=rest)
        return True
    if not isinstance(block, ListItem):
        return False
    behind = _FOLLOW_UP_BEHIND.search(text.text)
    title = text.text[: behind.start()] if behind else text.text
    follow = text_at(text.text[behind.end() :], block.place) if behind else None
    draft.measures.append(
        Measure(title=Text(title.strip() or text.text, text.source), follow_up=follow)
    )
    return True
