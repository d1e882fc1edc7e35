"""Which parts of a report a declared layout can hold at all."""

from ifo_followup.layouts.declare import LabelRole, Layout, SectionRole, TableRole

# any document may have these, whatever its layout declares: they are known by their own words
ALWAYS = frozenset(("budget_tables", "statistics", "sections"))

_BY_TABLE = {
    TableRole.GOAL: ("goals",),
    TableRole.INDICATORS: ("indicators",),
    TableRole.UNIT_RESULTS: ("goals", "indicators", "unit_results"),
    TableRole.MONTH_STRIP: ("monthly_assessments",),
    TableRole.OVERVIEW: (),
    TableRole.ASSIGNMENTS: ("assignments",),
    TableRole.RISKS: ("risks",),
    TableRole.CALENDAR: ("calendar",),
}
_BY_SECTION = {
    SectionRole.NARRATIVE: (),
    SectionRole.EVENTS: ("events",),
    SectionRole.GOALS: ("goals",),
    SectionRole.ASSIGNMENTS: ("assignments",),
    SectionRole.MEASURES: ("measures",),
    SectionRole.DECISIONS: ("measures",),
    SectionRole.GUARANTEES: ("guarantees",),
}
_BY_LABEL = {LabelRole.GOAL: ("goals",), LabelRole.ASSIGNMENTS: ("assignments",)}


def possible_parts(layout: Layout) -> frozenset[str]:
    """The fields of a report that documents in this layout can fill."""
    found = set(ALWAYS)
    for table in layout.tables:
        found.update(_BY_TABLE[table.role])
    for rule in layout.sections:
        found.update(_BY_SECTION[rule.role])
    for label in layout.labels:
        found.update(_BY_LABEL.get(label.role, ()))
    if layout.goal_headings:
        found.add("goals")
    return frozenset(found)
