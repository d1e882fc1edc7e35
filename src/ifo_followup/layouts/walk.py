"""Walking through a document: each block goes to the part of the report that it belongs to.

What a block is depends on where it stands: under which heading, after which label, behind which
table. That context is kept here; what the parts are made of is the business of the table modules
and of `labelled`.
"""

from collections.abc import Mapping, Sequence

from attrs import define, field

from ifo_followup.document import Block, Document, Heading, ListItem, Paragraph, Table
from ifo_followup.layouts.around import behind, is_unit_above, stated_unit
from ifo_followup.layouts.declare import LabelRole, Layout, SectionRole, TableRole
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.goal_tables import (
    name_of,
    read_goals,
    read_indicators,
    read_months,
    read_overview,
    read_unit_results,
)
from ifo_followup.layouts.headings import Numbered, Outline, is_title_like, plain_levels
from ifo_followup.layouts.labelled import Labelled, read_guarantee, read_measure
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import text_at
from ifo_followup.layouts.money_table import is_money, names_of, read_money
from ifo_followup.layouts.sections import Sections, numbered_role, sub_role
from ifo_followup.layouts.statistics_table import is_caption, read_statistics, title_of
from ifo_followup.layouts.steering_tables import read_assignments, read_calendar, read_risks
from ifo_followup.layouts.tables import match_table
from ifo_followup.layouts.undecided import settled
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.narrative import Event
from ifo_followup.model.values import Source, Text, Unit
from ifo_followup.swedish.text import squash

_FRONT_LINE = 80  # characters; longer lines before the first heading are text, not a title page
_LONGEST_CAPTION = 120
COMMENT_WORDS = ("kommentar", "kommentar:", "kommentarer")


@define(eq=False)
class Walk:
    """Reads the blocks of one document into a draft."""

    document: Document
    layout: Layout
    ledger: Ledger
    draft: Draft
    outline: Outline = field(init=False)
    sections: Sections = field(init=False)
    event_heading: Text | None = field(default=None, init=False)
    comment_of: str | None = field(default=None, init=False)  # an indicator's id
    stating: Goal | None = field(default=None, init=False)  # a target area whose goal comes next
    caption: Text | None = field(default=None, init=False)
    unit: Unit | None = field(default=None, init=False)  # on the line above a money table
    labelled: Labelled = field(init=False)
    tables: int = field(default=0, init=False)
    at: int = field(default=0, init=False)  # the block that is being read
    plain: Mapping[int, int] = field(init=False)  # levels of headings without numbers, by block

    def __attrs_post_init__(self) -> None:
        self.outline = Outline(self.layout.headings)
        self.plain = plain_levels(self.document.blocks, self.layout.headings)
        self.labelled = Labelled(self.draft, self.ledger)
        self.sections = Sections(self.draft)

    def run(self) -> None:
        """Take all blocks, in order."""
        blocks = self.document.blocks
        for n, block in enumerate(blocks):
            self.at = n
            if isinstance(block, Table):
                self._table(block)
                self.caption = self.unit = None
            elif isinstance(block, (Heading, Paragraph, ListItem)):
                self._text(block, behind(blocks, n))
        self.labelled.close()
        self.sections.close(0)
        self.draft.light_areas()

    # -- tables

    def _table(self, table: Table) -> None:
        self.tables += 1
        table = settled(table, self.tables, self.ledger)
        found = match_table(table, self.tables, self.layout, self.ledger)
        if found is None:
            caption = self._take_caption()
            if is_money(table):
                read_money(table, self.draft, self.tables, caption, unit=self.unit)
            else:
                read_statistics(table, self.draft, self.tables, caption)
            return
        self.stating = None
        match found.layout.role:
            case TableRole.GOAL:
                read_goals(found, self.draft)
            case TableRole.INDICATORS:
                read_indicators(found, self.draft, self.layout.new_mark)
            case TableRole.UNIT_RESULTS:
                read_unit_results(found, self.draft, self.layout.unit_prefix)
            case TableRole.MONTH_STRIP:
                read_months(found, self.draft)
            case TableRole.OVERVIEW:
                read_overview(found, self.draft)
            case TableRole.ASSIGNMENTS:
                read_assignments(found, self.draft)
            case TableRole.RISKS:
                read_risks(found, self.draft)
            case TableRole.CALENDAR:
                read_calendar(found, self.draft)

    def _take_caption(self) -> Text | None:
        caption, self.caption = self.caption, None
        return caption

    # -- running text

    def _text(self, block: Heading | Paragraph | ListItem, after: Block | None) -> None:
        text = block.text.strip()
        squashed = squash(text)
        if is_unit_above(block, after):
            self.ledger.claim(block)  # and the caption before it still stands
            self.unit = stated_unit(text)
            return
        if not text or self._is_declared_caption(squashed):
            self.ledger.claim(block)
        elif self._label(block, squashed) or self._goal_heading(block, squashed):
            self.comment_of = None
        elif isinstance(block, ListItem):
            self._prose(block)
        elif (
            self._indicator_name(block, text)
            or self._numbered(block)
            or self._plain_heading(block)
            or self._statement(block, squashed)
        ):
            pass
        elif isinstance(after, Table) and self._is_caption_of(block, after):
            self.ledger.claim(block)
            self.caption = text_at(title_of(text), block.place)
        elif is_caption(text):
            self.ledger.claim(block)  # of a picture, mostly: it has no table behind it
            self._append(block)
            if text.startswith("Tabell"):
                source = Source(text=text, place=block.place)
                self.ledger.find("table-unread", "a caption without its table", source)
        elif not self.sections.stack and self._is_front(block):
            self.ledger.claim(block)
        elif self._is_sub_heading(block, after):
            self._sub_heading(block)
        else:
            self._prose(block)

    def _is_declared_caption(self, squashed: str) -> bool:
        return any(squashed.startswith(squash(words)) for words in self.layout.captions)

    def _goal_heading(self, block: Heading | Paragraph | ListItem, squashed: str) -> bool:
        for words in self.layout.goal_headings:
            if squashed.startswith(squash(words)):
                title = block.text.strip()[len(words) :].strip()
                printed = text_at(title, block.place)
                self.ledger.claim(block)
                if printed is not None:
                    self.labelled.close()
                    self.draft.add_goal(GoalLevel.TARGET_AREA, printed)
                return True
        return False

    def _label(self, block: Heading | Paragraph | ListItem, squashed: str) -> bool:
        for label in self.layout.labels:
            if label.role is not LabelRole.GOAL and self.role not in LABELLED:
                continue
            names = {squash(words).rstrip(":") for words in label.words}
            if squashed.rstrip(":") in names:
                self.ledger.claim(block)
                self.labelled.label(label, self.role)
                return True
            head, colon, rest = block.text.partition(":")
            inline = text_at(rest, block.place) if colon and squash(head) in names else None
            if inline is not None:
                # label and text on one line: "Bedömning: Delvis uppfyllt"
                self.ledger.claim(block)
                self.labelled.label(label, self.role)
                self.labelled.take(block, inline)
                return True
        return False

    def _indicator_name(self, block: Heading | Paragraph, text: str) -> bool:
        """A heading that repeats an indicator's name: what follows is its comment."""
        if len(text) > 300:
            return False
        name = name_of(text)
        for indicator in reversed(self.draft.indicators):
            if indicator.name is not None and name_of(indicator.name.text) == name:
                self.ledger.claim(block)
                self.comment_of = indicator.indicator_id
                return True
        return False

    # -- headings

    def _numbered(self, block: Heading | Paragraph) -> bool:
        marked = isinstance(block, Heading) or block.strong
        if not marked and not is_title_like(block.text, longest=200):
            return False
        found = self.outline.read(block.text, marked=marked)
        if found is None:
            return False
        title = text_at(found.title, block.place)
        if title is None:
            return False
        self.ledger.claim(block)
        self._open(title, found.level, found.number, self._role_for(found))
        if self.sections.is_inside(SectionRole.GOALS) and self.role is SectionRole.GOALS:
            named = self._area(title)
            area = self.draft.add_goal(*named, number=found.number) if named else None
            self.stating = area if self._is_stated() else None
        return True

    def _plain_heading(self, block: Heading | Paragraph) -> bool:
        """A heading without a number opens a section, unless it is part of an open one."""
        level = self.plain.get(self.at)
        title = text_at(block.text, block.place)
        if level is None or title is None:
            return False
        outer = not self.sections.stack or level <= self.sections.stack[-1].section.level
        if not outer and (self.labelled.open or self.role is SectionRole.EVENTS):
            return False  # a title under a label; what the events below it are about
        self.ledger.claim(block)
        self._open(title, level, None, self._role_for(Numbered("", title.text, level)))
        return True

    def _area(self, title: Text) -> tuple[GoalLevel, Text] | None:
        """The goal that a numbered heading among goals names: a target area."""
        return GoalLevel.TARGET_AREA, title

    def _is_stated(self) -> bool:
        """Whether the text under a target area's heading is a goal."""
        return self.layout.goal_statement

    def _role_for(self, found: Numbered) -> SectionRole:
        return numbered_role(self.layout, found.title) or self.sections.role_above(found.level)

    def _statement(self, block: Heading | Paragraph, squashed: str) -> bool:
        """The goal that stands under its focus area's heading, up to the word "Kommentar"."""
        if self.stating is None:
            if squashed in COMMENT_WORDS and self.role is SectionRole.GOALS:
                self.ledger.claim(block)
                return True
            return False
        self.ledger.claim(block)
        if squashed in COMMENT_WORDS:
            self.stating = None
            self.draft.join_statement()
            return True
        text = text_at(block.text, block.place)
        if text is not None:
            last = self.draft.goal
            if last is not None and last.parent_id == self.stating.goal_id:
                self.draft.comment_goal(text)  # unless "Kommentar" follows: then it is the goal's
            else:
                self.draft.add_goal(GoalLevel.BOARD_GOAL, text)
        return True

    def _is_caption_of(self, block: Heading | Paragraph, table: Table) -> bool:
        """A line directly above a table that gives it no name of its own."""
        if is_caption(block.text):
            return True
        if not (isinstance(block, Heading) or block.strong or is_title_like(block.text)):
            return False
        if match_table(table, 0, self.layout, Ledger(self.document)) is not None:
            return False
        if is_money(table):
            return squash(block.text) in names_of(table)
        return len(block.text) < _LONGEST_CAPTION

    def _is_front(self, block: Heading | Paragraph) -> bool:
        """A line of the title page: short, before the first numbered heading."""
        return isinstance(block, Heading) or len(block.text) < _FRONT_LINE

    def _is_sub_heading(self, block: Heading | Paragraph, after: Block | None) -> bool:
        if self.role in LABELLED or self.role is SectionRole.GUARANTEES:
            return False
        if isinstance(block, Heading):
            return True
        return block.strong and is_title_like(block.text) and after is not None

    def _sub_heading(self, block: Heading | Paragraph) -> None:
        title = text_at(block.text, block.place)
        if title is None:
            return
        self.ledger.claim(block)
        if self.role is SectionRole.EVENTS:
            self.event_heading = title
            return
        self._open(title, self.sections.numbered_level + 1, None, self._sub_role(title))

    def _sub_role(self, title: Text) -> SectionRole:
        """A sub-heading has the role of its own words, else that of the section it stands in."""
        return sub_role(self.layout, title.text) or self.sections.numbered_role

    def _open(self, title: Text, level: int, number: str | None, role: SectionRole) -> None:
        self.labelled.close()
        self.sections.open(title, level, number, role)
        self.event_heading = self.comment_of = self.stating = None

    @property
    def role(self) -> SectionRole:
        """What running text becomes here."""
        return self.sections.role

    # -- prose

    def _prose(self, block: Heading | Paragraph | ListItem) -> None:
        text = text_at(block.text, block.place)
        if text is None:
            self.ledger.claim(block)
            self.labelled.dash()
            return
        if self.comment_of is not None:
            self.ledger.claim(block)
            self.draft.comment_indicator(self.comment_of, text)
            return
        match self.role:
            case SectionRole.EVENTS:
                self.ledger.claim(block)
                self.draft.events.append(Event(heading=self.event_heading, text=text))
            case SectionRole.GOALS if self.labelled.open:
                self.ledger.claim(block)
                self.labelled.take(block, text)
            case SectionRole.GOALS if self.draft.goal is not None:
                self.ledger.claim(block)
                self.draft.comment_goal(text)
            case SectionRole.ASSIGNMENTS | SectionRole.DECISIONS:
                self.ledger.claim(block)
                self.labelled.take(block, text)
            case SectionRole.GUARANTEES:
                self.ledger.claim(block)
                read_guarantee(text, self.draft, self.ledger)
            case SectionRole.MEASURES if read_measure(block, text, self.draft):
                self.ledger.claim(block)
            case _:
                self._append(block)

    def _append(self, block: Heading | Paragraph | ListItem) -> None:
        """Text of the open section; text before the first heading stays unclaimed."""
        text = text_at(block.text, block.place)
        if text is not None and self.sections.append(text):
            self.ledger.claim(block)


LABELLED: Sequence[SectionRole] = (
    SectionRole.GOALS,
    SectionRole.ASSIGNMENTS,
    SectionRole.DECISIONS,
)
