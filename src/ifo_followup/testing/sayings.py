"""What a layout has words for, and the risks, assignments, measures and the rest that it says."""

from attrs import evolve, frozen
from hypothesis import strategies as st

from ifo_followup.layouts.declare import (
    LabelRole,
    Layout,
    Numbering,
    SectionRole,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.steering_tables import names_group
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import QualityGuarantee, RiskKind
from ifo_followup.model.values import Assessment, Source, Verdict
from ifo_followup.testing import wording
from ifo_followup.testing.printing import (
    LIGHTS,
    Occasion,
    Printing,
    printed,
)
from ifo_followup.testing.steering_parts import (
    assignments,
    calendar,
    guarantees,
    measures,
    risks,
)
from ifo_followup.typeset.composing.heads import column_for, layouts_of, plain_head

_GUARANTEE_WORDS = {
    Verdict.FULFILLED: "Garantin är uppfylld.",
    Verdict.NOT_FULFILLED: "Garantin är inte uppfylld.",
}


@frozen(kw_only=True)
class Sayings:
    """What a layout has words for."""

    layout: Layout

    @property
    def levels(self) -> tuple[GoalLevel, ...]:
        """The levels of goals that are printed in tables or under labels."""
        tables = [t.level for t in layouts_of(self.layout, TableRole.GOAL) if t.level]
        labels = [x.level for x in self.layout.labels if x.role is LabelRole.GOAL and x.level]
        areas = [GoalLevel.TARGET_AREA] if self.layout.goal_headings else []
        return tuple(dict.fromkeys((*areas, *tables, *labels)))

    @property
    def numbered(self) -> bool:
        """Whether chapters have numbers."""
        return any(rule.numbering is not Numbering.PLAIN for rule in self.layout.headings)

    @property
    def areas_are_headings(self) -> bool:
        """Whether target areas are numbered headings of a chapter about goals."""
        return self.numbered and not self.levels and self.opens(SectionRole.GOALS) is not None

    def opens(self, *roles: SectionRole) -> str | None:
        """The words of the heading that opens a role."""
        found = (rule.words[0] for rule in self.layout.sections if rule.role in roles)
        return next(found, None)

    def tables(self, role: TableRole) -> tuple[TableLayout, ...]:
        """The declared tables of a role."""
        return tuple(layouts_of(self.layout, role))

    def table(self, role: TableRole) -> TableLayout | None:
        """The first declared table of a role."""
        return next(iter(self.tables(role)), None)


@st.composite
def steering(
    draw: st.DrawFn, says: Sayings, occasion: Occasion, printing: Printing
) -> dict[str, object]:
    """The parts of a report about steering that a layout has words for, by their fields."""
    out: dict[str, object] = {}
    if says.tables(TableRole.RISKS):
        out["risks"] = draw(_risks(says, printing))
    out["assignments"] = draw(_assignments(says))
    if says.opens(SectionRole.MEASURES):
        out["measures"] = draw(measures(decided=(False,), descriptions=(False,), occasion=occasion))
    elif says.opens(SectionRole.DECISIONS):
        out["measures"] = draw(measures(occasion=occasion))
    if says.opens(SectionRole.GUARANTEES):
        out["guarantees"] = draw(_guarantees())
    if says.table(TableRole.CALENDAR):
        out["calendar"] = draw(calendar())
    return out


@st.composite
def _risks(draw: st.DrawFn, says: Sayings, printing: Printing) -> tuple[object, ...]:
    tables = says.tables(TableRole.RISKS)
    kinds = [kind for kind in RiskKind if any(t.risk is kind for t in tables)]
    table = tables[0]
    # what each table calls its group where its head leaves nothing open
    groups = {t.risk: plain_head(t.columns[0]) for t in reversed(tables)}

    def has(fills: str) -> bool:
        return column_for(table, fills) is not None

    typed = has("category")
    is_open = "{words}" in "".join(table.columns[0].heads)
    some_ = draw(
        risks(
            kinds=kinds,
            # a group is named by a column, or by the words that a head leaves open
            categories=(typed or is_open,),
            descriptions=(has("description"),),
            amounts=(has("impact"),),
            values=(typed,),
            likelihoods=tuple(wording.LIKELIHOOD_WORDS) if has("likelihood") else (None,),
            mitigations=(has("mitigation"),),
            verdicts=LIGHTS if has("assessment") else (None,),
            printing=printing,
        )
    )
    if typed or is_open:
        return some_
    named = {kind: printed(head) for kind, head in groups.items() if kind and names_group(head)}
    return tuple(evolve(risk, category=named.get(risk.kind)) for risk in some_)


@st.composite
def _assignments(draw: st.DrawFn, says: Sayings) -> tuple[object, ...]:
    out: list[object] = []
    for table in says.tables(TableRole.ASSIGNMENTS):
        lit = column_for(table, "assessment") is not None
        status = column_for(table, "status") is not None
        told = column_for(table, "comment") is not None
        if table.assignment is not None:
            out += draw(
                assignments(
                    kinds=(table.assignment,),
                    statuses=tuple(wording.STATUS_WORDS) if status else (None,),
                    verdicts=LIGHTS if lit else (None,),
                    comments=(False, True) if told else (False,),
                )
            )
    kinds = [x.assignment for x in says.layout.labels if x.role is LabelRole.ASSIGNMENTS]
    if says.opens(SectionRole.ASSIGNMENTS):
        labelled = [kind for kind in kinds if kind]
        out += draw(assignments(kinds=labelled, descriptions=(False, True)))
    return tuple(out)


@st.composite
def _guarantees(draw: st.DrawFn) -> tuple[QualityGuarantee, ...]:
    """Promises with the sentence that judges them."""
    some_ = draw(guarantees(areas=(True,), verdicts=tuple(_GUARANTEE_WORDS)))
    return tuple(
        evolve(
            each,
            assessment=Assessment(
                verdict=each.assessment.verdict,
                source=Source(text=_GUARANTEE_WORDS[each.assessment.verdict]),
            ),
        )
        if each.assessment is not None and each.assessment.verdict is not None
        else each
        for each in some_
    )
