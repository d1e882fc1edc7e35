"""Labelled blocks: a label on a line of its own, then what it announces."""

from collections.abc import Iterable

from ifo_followup.layouts.declare import Label, LabelRole, Layout
from ifo_followup.model.goals import Goal
from ifo_followup.model.steering import Assignment, Measure, QualityGuarantee
from ifo_followup.typeset.composing.pieces import Sheet
from ifo_followup.typeset.composing.words import (
    COLOURS,
    assessment_words,
    status_words,
    words,
)


def label_of(layout: Layout, role: LabelRole) -> Label | None:
    """The first label of a role."""
    return next((label for label in layout.labels if label.role is role), None)


def goal_label(layout: Layout, goal: Goal) -> Label | None:
    """The label that stands above a goal of this level."""
    found = (x for x in layout.labels if x.role is LabelRole.GOAL and x.level is goal.level)
    return next(found, None)


def compose_labelled_goal(sheet: Sheet, layout: Layout, label: Label, goal: Goal) -> None:
    """A goal under its label, its assessment and comment under theirs."""
    sheet.paragraph(label.words[0], strong=True)
    sheet.paragraph(goal.title.text)
    if goal.assessment is not None:
        _label(sheet, layout, LabelRole.ASSESSMENT)
        verdict = goal.assessment.verdict
        mark = COLOURS.get(verdict) if verdict else None
        sheet.paragraph(assessment_words(goal.assessment), mark=mark)
    if goal.comment is not None:
        _label(sheet, layout, LabelRole.COMMENT)
        sheet.prose(goal.comment.text)


def compose_labelled_assignments(
    sheet: Sheet, layout: Layout, assignments: Iterable[Assignment]
) -> None:
    """Assignments under the label of their kind: title, description, status, comment."""
    open_kind = None
    for one in assignments:
        if one.kind is not open_kind:
            labels = (x for x in layout.labels if x.role is LabelRole.ASSIGNMENTS)
            label = next((x for x in labels if x.assignment is one.kind), None)
            if label is None:
                continue
            sheet.paragraph(label.words[0], strong=True)
            open_kind = one.kind
        sheet.paragraph(one.title.text, strong=True)
        sheet.prose(words(one.description))
        _label(sheet, layout, LabelRole.STATUS)
        sheet.paragraph(status_words(one.status, one.status_text) or "-")
        if one.comment is not None:
            _label(sheet, layout, LabelRole.COMMENT)
            sheet.prose(one.comment.text)


def compose_decisions(
    sheet: Sheet, layout: Layout, measures: Iterable[Measure], board: str
) -> None:
    """Decisions with their date; several parts of one decision are commented on one by one."""
    before: Measure | None = None
    for one in measures:
        same = before is not None and (before.title.text, before.decided) == (
            one.title.text,
            one.decided,
        )
        if not same or one.description is None:
            decided = f" (beslut {board} {one.decided.isoformat()})" if one.decided else ""
            sheet.paragraph(one.title.text + decided, strong=True)
        sheet.prose(words(one.description))
        _label(sheet, layout, LabelRole.COMMENT)
        sheet.prose(words(one.follow_up))
        before = one


def compose_guarantees(sheet: Sheet, guarantees: Iterable[QualityGuarantee]) -> None:
    """Promises, each with the sentence that judges it behind."""
    for one in guarantees:
        area = f"{one.area.text} \u2013 " if one.area else ""
        sheet.paragraph(area + one.promise.text)
        judged = [assessment_words(one.assessment), words(one.comment)]
        sheet.prose(" ".join(part for part in judged if part))


def _label(sheet: Sheet, layout: Layout, role: LabelRole) -> None:
    label = label_of(layout, role)
    if label is not None:
        colon = ":" if role is LabelRole.COMMENT else ""
        sheet.paragraph(label.words[0] + colon, strong=True)
