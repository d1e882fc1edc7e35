"""The layout that a document seems to have."""

from attrs import frozen

from ifo_followup.layouts.declare import HeadingRule, Layout, Numbering
from ifo_followup.scaffold.observed import Observed
from ifo_followup.scaffold.tables import Tables, declare_tables
from ifo_followup.scaffold.titles import section_rules


@frozen(kw_only=True)
class Sketch:
    """A layout, and the tables that found no place in it."""

    layout: Layout
    tables: Tables


def sketch(observed: Observed) -> Sketch:
    """Turn what was met into declarations."""
    tables = declare_tables(observed.tables)
    layout = Layout(
        headings=observed.headings or (HeadingRule(Numbering.PLAIN, 1),),
        tables=tables.declared,
        sections=section_rules(observed.sections),
        labels=observed.labels,
        goal_headings=observed.goal_headings,
        goal_statement=observed.stated,
        captions=observed.captions,
        new_mark=observed.new_mark,
        unit_prefix=observed.unit_prefix,
    )
    return Sketch(layout=layout, tables=tables)
