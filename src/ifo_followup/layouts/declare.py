"""What a layout looks like, as data: the words a format's author writes down, and nothing else.

A head is written as it is printed. `{year}`, `{date}`, `{month}` and `{words}` stand for what
changes from report to report; case, spaces, hyphens and line breaks never matter, since narrow
header cells break words anywhere.
"""

from enum import Enum

from attrs import field, frozen

from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind, RiskKind


class CellKind(Enum):
    """What a cell of a column holds; decides how it is told apart from its neighbours."""

    LABEL = "label"  # one paragraph: a title, a name
    PHRASE = "phrase"  # one paragraph, may be empty: a trend
    PROSE = "prose"  # text of any length
    ASSESSMENT = "assessment"  # words of the vocabulary, perhaps with an explanation after them
    STATUS = "status"  # how far an assignment has come
    LIKELIHOOD = "likelihood"  # låg, medel, hög
    MEASURE = "measure"  # a value with its unit, several labelled values, or why there is none
    PERCENT = "percent"  # a share, printed with its sign
    RESULT = "result"  # a share, or a light
    LIGHT = "light"  # grön, gul, röd
    RANGE = "range"  # an interval of money
    MONTH = "month"  # the name of one month, or of two
    MARKER = "marker"  # the same words in every row, without content


class TableRole(Enum):
    """What the rows of a table become."""

    GOAL = "goal"
    INDICATORS = "indicators"
    UNIT_RESULTS = "unit_results"
    MONTH_STRIP = "month_strip"
    OVERVIEW = "overview"
    ASSIGNMENTS = "assignments"
    RISKS = "risks"
    CALENDAR = "calendar"


@frozen
class Column:
    """One column: its printed heads (alternatives), the kind of its cells, the field they fill.

    `repeats` is for columns that come once a period; `optional` for those that may be left out.
    """

    heads: tuple[str, ...]
    kind: CellKind
    fills: str
    optional: bool = field(default=False, kw_only=True)
    repeats: bool = field(default=False, kw_only=True)
    markers: tuple[str, ...] = field(default=(), kw_only=True)


@frozen(kw_only=True)
class TableLayout:
    """One kind of table, known by its header.

    `level`, `assignment` and `risk` say what its rows are, where the role leaves that open.
    """

    role: TableRole
    columns: tuple[Column, ...]
    level: GoalLevel | None = None
    assignment: AssignmentKind | None = None
    risk: RiskKind | None = None


class SectionRole(Enum):
    """What the running text under a heading becomes."""

    NARRATIVE = "narrative"  # text of the section
    EVENTS = "events"  # one event a paragraph or bullet
    GOALS = "goals"  # numbered sub-headings are target areas, text is the open goal's comment
    ASSIGNMENTS = "assignments"  # labelled blocks: title, status, comment
    MEASURES = "measures"  # one measure a bullet
    DECISIONS = "decisions"  # labelled blocks: a decision with its date, text, comment
    GUARANTEES = "guarantees"  # a promise, then a sentence that judges it


@frozen
class SectionRule:
    """A heading that contains these words opens a section of this role."""

    words: tuple[str, ...]
    role: SectionRole


class LabelRole(Enum):
    """What a label standing on its own line announces."""

    GOAL = "goal"
    ASSESSMENT = "assessment"
    STATUS = "status"
    COMMENT = "comment"
    ASSIGNMENTS = "assignments"


@frozen
class Label:
    """A label and what follows it."""

    words: tuple[str, ...]
    role: LabelRole
    level: GoalLevel | None = field(default=None, kw_only=True)
    assignment: AssignmentKind | None = field(default=None, kw_only=True)


class Numbering(Enum):
    """How a heading's number is printed."""

    BARE = "bare"  # "2 Mål"
    DOTTED = "dotted"  # "2. Mål"
    NESTED = "nested"  # "2.1 Mål"
    APPENDIX = "appendix"  # "Bilaga 2 – Mål"
    PLAIN = "plain"  # "Mål": the size of the heading says how deep it stands


@frozen
class HeadingRule:
    """Headings numbered in this way stand on this level (1 is the outermost).

    Of `PLAIN` headings the largest stand on this level, smaller ones below it. Only a file that
    marks its headings shows them: in plain text there are none.
    """

    numbering: Numbering
    level: int


@frozen(kw_only=True)
class Layout:
    """Everything that a report of one generation has in common with its sisters."""

    headings: tuple[HeadingRule, ...]
    tables: tuple[TableLayout, ...] = ()
    sections: tuple[SectionRule, ...] = ()
    labels: tuple[Label, ...] = ()
    goal_headings: tuple[str, ...] = ()  # "Målområde:" before the title of a target area
    goal_statement: bool = False  # the text under a target area's heading is a board goal
    captions: tuple[str, ...] = ()  # lines above tables that say nothing by themselves
    new_mark: str = ""  # before the name of an indicator that is new: "(N)"
    unit_prefix: str = ""  # a word before each unit's name: "Resultat"
