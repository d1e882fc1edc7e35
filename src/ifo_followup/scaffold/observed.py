"""What was met while a document was read by the common words: the evidence for a proposal.

The generic format looks in a document for what a declared layout is told. Here its walk is
followed, and what it found by looking is noted down: titles with their roles, labels, captions.
"""

from collections.abc import Iterator
from itertools import islice

from attrs import define, evolve, field, frozen

from ifo_followup.document import Document, Heading, Lines, ListItem, Paragraph, Table
from ifo_followup.generic.classify import Found
from ifo_followup.generic.format import walk_through
from ifo_followup.generic.header import Reading
from ifo_followup.generic.heads import level_of
from ifo_followup.generic.layout import GOAL_LINE, LABELS
from ifo_followup.generic.rows import unit_prefix
from ifo_followup.generic.walk import GenericWalk
from ifo_followup.layouts.declare import HeadingRule, Label, LabelRole, SectionRole
from ifo_followup.layouts.headings import Outline
from ifo_followup.layouts.identity import Identity
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.values import Text
from ifo_followup.swedish.text import squash


@frozen(kw_only=True)
class Opened:
    """A section that was opened: its title, number and level, and what its text became."""

    title: str
    number: str | None
    level: int
    role: SectionRole


@frozen(kw_only=True)
class Observed:
    """All that was noted of one document."""

    document: Document  # its plain text recovered
    who: Identity
    headings: tuple[HeadingRule, ...]
    tables: tuple[Found, ...]
    sections: tuple[Opened, ...]
    labels: tuple[Label, ...]  # each with the words of it that are printed
    goal_headings: tuple[str, ...]
    stated: bool
    captions: tuple[str, ...]
    new_mark: str
    unit_prefix: str


@define(eq=False)
class _Noting(GenericWalk):
    """The generic walk, with a pencil."""

    sections_met: list[Opened] = field(factory=list, init=False)
    rules_met: set[HeadingRule] = field(factory=set, init=False)
    labels_met: dict[Label, dict[str, str]] = field(factory=dict, init=False)
    goal_words: dict[str, str] = field(factory=dict, init=False)
    captions_met: dict[str, str] = field(factory=dict, init=False)
    stated: bool = field(default=False, init=False)

    def _open(self, title: Text, level: int, number: str | None, role: SectionRole) -> None:
        super()._open(title, level, number, role)
        if number is not None:
            self._note_numbering()
        self.sections_met.append(Opened(title=title.text, number=number, level=level, role=role))

    def _note_numbering(self) -> None:
        block = self.document.blocks[self.at]
        text = "" if isinstance(block, Table | Lines) else block.text
        found = (r for r in self.plan.rules if Outline((r,)).peek(text, marked=True))
        self.rules_met.update(islice(found, 1))

    def _label(self, block: Heading | Paragraph | ListItem, squashed: str) -> bool:
        found = super()._label(block, squashed)
        if found:
            self._note_label(block.text.partition(":")[0])
        return found

    def _note_label(self, printed: str) -> None:
        shape = squash(printed)
        for label in LABELS:
            if shape in {squash(words) for words in label.words}:
                self.labels_met.setdefault(label, {})[shape] = " ".join(printed.split())
                return

    def _goal_heading(self, block: Heading | Paragraph | ListItem, squashed: str) -> bool:
        found = super()._goal_heading(block, squashed)
        line = GOAL_LINE.fullmatch(block.text.strip()) if found else None
        if line is not None and not line["number"]:
            self.goal_words[squash(line["word"])] = line["word"]
        return found

    def _is_caption_of(self, block: Heading | Paragraph, table: Table) -> bool:
        found = super()._is_caption_of(block, table)
        at = self.plan.tables.get(self.at + 1)
        lights = at is not None and at.reading in (Reading.MONTH_STRIP, Reading.OVERVIEW)
        if found and lights:
            self.captions_met[squash(block.text)] = block.text.strip()
        return found

    def _is_stated(self) -> bool:
        found = super()._is_stated()
        self.stated = self.stated or found
        return found


def observe(document: Document) -> Observed:
    """Read a document by the common words, and note what was met."""
    walk, who = walk_through(document, _Noting)
    tables = tuple(found for found in walk.plan.tables.values() if found is not None)
    results = [found.table for found in tables if found.reading is Reading.UNIT_RESULTS]
    return Observed(
        document=walk.document,
        who=who,
        headings=tuple(rule for rule in walk.plan.rules if rule in walk.rules_met),
        tables=tables,
        sections=tuple(walk.sections_met),
        labels=(*_labels(walk), *_goal_labels(walk)),
        goal_headings=tuple(
            f"{printed}:"
            for printed in walk.goal_words.values()
            if level_of(printed) is GoalLevel.TARGET_AREA
        ),
        stated=walk.stated,
        captions=tuple(walk.captions_met.values()),
        new_mark=walk.new_mark,
        unit_prefix=next(filter(None, map(unit_prefix, results)), ""),
    )


def _labels(walk: _Noting) -> Iterator[Label]:
    """The labels that were met, in the words that this document prints."""
    for label in LABELS:
        if label in walk.labels_met:
            yield evolve(label, words=tuple(walk.labels_met[label].values()))


def _goal_labels(walk: _Noting) -> Iterator[Label]:
    """Words before a goal on its line, "Nämndmål: ...": the declared walk calls them labels."""
    known = {squash(w) for label in walk.labels_met for w in label.words}
    for shape, printed in walk.goal_words.items():
        level = level_of(printed)
        if level is not GoalLevel.TARGET_AREA and shape not in known:
            yield Label((printed,), LabelRole.GOAL, level=level)
