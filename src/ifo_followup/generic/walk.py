"""Walking through a report that nobody declared: what is where shows in the document itself.

The walk is that of the declared layouts. What they declare is looked for here: a chapter is about
goals when its title says so and goals stand in it, a line is a label when the report uses labels.
"""

from attrs import define, field

from ifo_followup.document import Block, Heading, ListItem, Paragraph, Table
from ifo_followup.generic.chapters import GOAL_LABELS, names_goals, role_of
from ifo_followup.generic.classify import Found
from ifo_followup.generic.contents import has_split_heads
from ifo_followup.generic.header import Reading
from ifo_followup.generic.heads import level_of, names_rows
from ifo_followup.generic.judged import takes_assessment
from ifo_followup.generic.layout import GOAL_LINE, goal_heading
from ifo_followup.generic.leftover import report_unclear
from ifo_followup.generic.lost_rows import tell_cells, tell_lost_money, tell_lost_text
from ifo_followup.generic.lost_words import tell_dark
from ifo_followup.generic.money import read_numbers
from ifo_followup.generic.plan import Plan
from ifo_followup.generic.rows import read_measured_goals, read_measures, unit_prefix
from ifo_followup.generic.word_heads import kind_of
from ifo_followup.layouts.around import Around, is_unit_line, stated_for_all, stated_unit
from ifo_followup.layouts.declare import SectionRole
from ifo_followup.layouts.goal_tables import (
    read_goals,
    read_indicators,
    read_months,
    read_overview,
    read_unit_results,
)
from ifo_followup.layouts.grids import header_depth, is_number
from ifo_followup.layouts.headings import Numbered, is_title_like
from ifo_followup.layouts.mint import Spot, text_at
from ifo_followup.layouts.money_table import names_of, says_nothing
from ifo_followup.layouts.statistics_table import is_caption
from ifo_followup.layouts.steering_tables import read_assignments, read_calendar, read_risks
from ifo_followup.layouts.undecided import settled
from ifo_followup.layouts.walk import COMMENT_WORDS, LABELLED, Walk
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.values import Text, Unit
from ifo_followup.swedish.text import squash

_NEAR = 3  # blocks above a table that may state its unit
_STATED_WITHIN = 6  # blocks between a target area's heading and the word "Kommentar"


@define(eq=False)
class GenericWalk(Walk):
    """Reads the blocks of one document by the common words."""

    plan: Plan = field(kw_only=True)
    annual: bool = field(default=False, kw_only=True)
    from_text: bool = field(default=False, kw_only=True)
    printed: frozenset[int] = field(kw_only=True)  # tables of the file, not made from its text
    apart: frozenset[int] = field(default=frozenset(), kw_only=True)  # cells one by one
    for_all: Unit | None = field(init=False)
    new_mark: str = field(init=False)
    goals_above: int = field(default=0, init=False)  # in the last table of the section
    goal_at: int = field(default=-2, init=False)  # the block that was the last line with a goal
    titled: int = field(default=-1, init=False)  # the section whose heading names a table

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self.for_all = stated_for_all(self.document)
        names = (c.text for b in self.document.blocks if isinstance(b, Table) for c in b.cells)
        self.new_mark = "(N)" if any(name.startswith("(N) ") for name in names) else ""

    # -- tables

    def _table(self, table: Table) -> None:
        self.tables += 1
        found = self.plan.tables.get(self.at)
        if found is not None:
            self.stating = None
            self._known(found)
            return
        if not any(cell.undecided or is_number(cell.text) for cell in table.cells):
            self._without_numbers(table)
            return
        if id(table) not in self.printed and has_split_heads(table):
            self._unread(table, "which columns this table of plain text has is not clear")
            return
        table = settled(table, self.tables, self.ledger)
        around = Around(
            caption=self._caption_for(table), unit=self._unit_near(), annual=self.annual
        )
        read_numbers(table, self.draft, self.tables, around)

    def _known(self, found: Found) -> None:
        table = found.table
        if self.from_text:
            tell_dark(table)
        if found.unclear:
            labels = [n for n, c in enumerate(table.columns) if c is not None]
            report_unclear(
                table.table,
                self.draft,
                table.number,
                self._take_caption(),
                heads=table.heads,
                depth=table.depth,
                columns=found.unclear,
                label=labels[0] if labels else 0,
            )
        goals = len(self.draft.goals)
        self._read(found)
        self.goals_above = len(self.draft.goals) - goals or self.goals_above

    def _read(self, found: Found) -> None:
        table = found.table
        match found.reading:
            case Reading.GOALS:
                read_goals(table, self.draft)
            case Reading.INDICATORS:
                read_indicators(table, self.draft, self.new_mark)
            case Reading.MEASURED_GOALS:
                read_measured_goals(table, self.draft)
            case Reading.UNIT_RESULTS:
                read_unit_results(table, self.draft, unit_prefix(table))
            case Reading.MONTH_STRIP:
                read_months(table, self.draft)
            case Reading.OVERVIEW:
                read_overview(table, self.draft)
            case Reading.ASSIGNMENTS:
                read_assignments(table, self.draft)
            case Reading.MEASURES:
                read_measures(table, self.draft)
            case Reading.RISKS:
                read_risks(table, self.draft)
            case Reading.CALENDAR:
                read_calendar(table, self.draft)

    def _without_numbers(self, table: Table) -> None:
        """A frame around running text is text; any other table without numbers stays unread."""
        if table.columns == 1:
            for cell in table.cells:
                text = text_at(cell.text, cell.place)
                if text is None or self.sections.append(text):
                    self.ledger.claim(cell)
            return
        self._unread(table, "a table of words with a header that is not known")

    def _unread(self, table: Table, why: str) -> None:
        first = next((cell.text for cell in table.cells if cell.text.strip()), "")
        self.ledger.find(
            "table-unread",
            why,
            Spot(table=self.tables).source(first, table.place),
            printed=first[:120] or None,
        )

    def _caption_for(self, table: Table) -> Text | None:
        """The line that names the table; else its section's heading, for the section's first."""
        caption = self._take_caption()
        if caption is not None or not self.sections.stack or self.titled == self.at_section:
            return caption
        title = self.sections.stack[-1].section.title
        corner = next((c.text for c in table.cells if (c.row, c.column) == (0, 0)), "")
        telling = not self.plan.numbered or "nettokostnad" in squash(title.text)
        if not telling or not says_nothing(corner):
            return None
        self.titled = self.at_section
        return title

    @property
    def at_section(self) -> int:
        """How many sections have been opened."""
        return len(self.draft.sections)

    def _unit_near(self) -> Unit | None:
        """The unit stated by the lines above or the line below, else for all tables."""
        blocks = self.document.blocks
        for block in reversed(blocks[max(0, self.at - _NEAR) : self.at]):
            if isinstance(block, Table):
                break
            unit = stated_unit(block.text) if isinstance(block, Heading | Paragraph) else None
            if unit is not None:
                return unit
        below = blocks[self.at + 1] if self.at + 1 < len(blocks) else None
        if isinstance(below, Paragraph) and is_unit_line(below.text):
            return stated_unit(below.text)
        return self.for_all

    # -- running text

    def _text(self, block: Heading | Paragraph | ListItem, after: Block | None) -> None:
        if id(block) in self.apart:
            tell_cells(block, self.ledger)
            super()._append(block)
            return
        if not isinstance(block, Heading) and is_unit_line(block.text):
            self.ledger.claim(block)  # and the caption before it still stands
            return
        if self.labelled.expects_goal and kind_of(block.text) is not None:
            self.labelled.close()  # the head beside "Nämndens mål", not a goal
        if self.from_text:
            tell_lost_money(block, self.ledger)
        if not isinstance(block, ListItem) and takes_assessment(
            block, self.labelled, self.ledger, self.role, below_goal=self.goal_at == self.at - 1
        ):
            return
        if isinstance(after, Paragraph) and is_unit_line(after.text):
            beyond = self.at + 2
            blocks = self.document.blocks
            after = blocks[beyond] if beyond < len(blocks) else after
        goals = len(self.draft.goals)
        super()._text(block, after)
        if len(self.draft.goals) > goals:
            self.goal_at = self.at

    def _is_caption_of(self, block: Heading | Paragraph, table: Table) -> bool:
        if is_caption(block.text):
            return True
        if not (isinstance(block, Heading) or block.strong or is_title_like(block.text)):
            return False
        blocks = self.document.blocks
        at = self.at + 1 if blocks[self.at + 1] is table else self.at + 2  # a unit between
        found = self.plan.tables.get(at)
        if found is not None:
            return found.reading in (Reading.MONTH_STRIP, Reading.OVERVIEW)
        if isinstance(block, Heading) and not self.plan.numbered:
            return False
        if squash(block.text) in names_of(table):
            return True
        return header_depth(table, table.grid()) < 2 and not self._is_telling(block)

    def _is_telling(self, block: Heading | Paragraph) -> bool:
        """Whether a line is about more than the table: a heading with text behind the table."""
        if not isinstance(block, Heading):
            return False
        return len(self.plan.under(self.at)) > 1

    def _is_front(self, block: Heading | Paragraph) -> bool:
        if not self.plan.numbered and self.at >= self.plan.first:
            return False
        return super()._is_front(block)

    def _open(self, title: Text, level: int, number: str | None, role: SectionRole) -> None:
        super()._open(title, level, number, role)
        self.goals_above = 0

    def _prose(self, block: Heading | Paragraph | ListItem) -> None:
        several = self.role is SectionRole.GOALS and self.goals_above > 1
        if several and self.comment_of is None and not self.labelled.open:
            self._append(block)  # behind a table of several goals: of which one nobody knows
            return
        super()._prose(block)

    def _append(self, block: Heading | Paragraph | ListItem) -> None:
        tell_lost_text(block, self.ledger, from_text=self.from_text)
        super()._append(block)

    # -- labels and goals

    def _label(self, block: Heading | Paragraph | ListItem, squashed: str) -> bool:
        return self.plan.labelled and super()._label(block, squashed)

    def _goal_heading(self, block: Heading | Paragraph | ListItem, squashed: str) -> bool:
        known = "mål" in squashed or squashed.startswith("fokusområde")
        if isinstance(block, ListItem) or not known:
            return False
        marked = isinstance(block, Heading) or block.strong
        read = goal_heading if marked else GOAL_LINE.fullmatch
        found = read(block.text.strip())
        if found is None or not (marked or is_title_like(found["title"], longest=200)):
            return False
        title = text_at(found["title"], block.place)
        if title is None:
            return False
        self.ledger.claim(block)
        self.labelled.close()
        self.comment_of = None
        self.draft.add_goal(level_of(found["word"]), title, number=found["number"] or None)
        return True

    def _area(self, title: Text) -> tuple[GoalLevel, Text] | None:
        found = goal_heading(title.text)
        if found is not None:
            return level_of(found["word"]), Text(found["title"], title.source)
        if names_goals(squash(title.text)) or names_rows(title.text):
            return None  # "2.1 Nämndens mål", "2.2 Indikatorer" only say what follows
        return super()._area(title)

    def _is_stated(self) -> bool:
        """Whether the word "Kommentar" stands between the area's heading and its first table."""
        for n, (_, block) in enumerate(self.plan.under(self.at)[:_STATED_WITHIN]):
            if not isinstance(block, Heading | Paragraph):
                return False
            if squash(block.text) in COMMENT_WORDS:
                return n > 0
        return False

    # -- sections

    def _role_for(self, found: Numbered) -> SectionRole:
        if goal_heading(found.title):
            return SectionRole.GOALS
        return role_of(found.title, self.plan, self.at) or self._inherited(found.level)

    def _inherited(self, level: int) -> SectionRole:
        role = self.sections.role_above(level)
        if role in LABELLED and not self.plan.has_goals(self.at, GOAL_LABELS):
            return SectionRole.NARRATIVE if role is SectionRole.GOALS else role
        return role

    def _is_sub_heading(self, block: Heading | Paragraph, after: Block | None) -> bool:
        if isinstance(block, Heading) and not self.plan.numbered:
            stack = self.sections.stack
            # under a label a heading may be a title; one of a chapter's level never is
            outer = not stack or self.plan.level(self.at) <= stack[-1].section.level
            if outer or not self.labelled.open:
                return True
        if (
            self.role is SectionRole.GOALS
            and isinstance(block, Heading)
            and not self.plan.labelled
            and not self.plan.has_goals(self.at, GOAL_LABELS)
        ):
            return True
        return super()._is_sub_heading(block, after)

    def _sub_heading(self, block: Heading | Paragraph) -> None:
        title = text_at(block.text, block.place)
        if title is None:
            return
        if self.plan.numbered:
            super()._sub_heading(block)
            return
        level = self.plan.levels[self.at]
        inside = self.sections.stack[-1].section.level if self.sections.stack else 0
        if level is None or (self.role is SectionRole.EVENTS and level > inside):
            super()._sub_heading(block)
            return
        self.ledger.claim(block)
        self._open(
            title, level, None, role_of(title.text, self.plan, self.at) or self._inherited(level)
        )

    def _sub_role(self, title: Text) -> SectionRole:
        named = role_of(title.text, self.plan, self.at)
        if named is not None and named is not SectionRole.GOALS:
            return named
        role = self.sections.numbered_role
        if role is SectionRole.GOALS and not self.plan.has_goals(self.at, GOAL_LABELS):
            return SectionRole.NARRATIVE
        return role
