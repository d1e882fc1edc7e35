"""Strategies for risks, assignments, measures, guarantees and the yearly wheel."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st

from ifo_followup.model.steering import (
    Assignment,
    AssignmentKind,
    CalendarEntry,
    Likelihood,
    Measure,
    MoneyRange,
    QualityGuarantee,
    Risk,
    RiskKind,
    Status,
)
from ifo_followup.model.values import Source, Text, Unit, Verdict
from ifo_followup.testing import wording
from ifo_followup.testing.indicator_parts import JUDGED
from ifo_followup.testing.printing import (
    LIGHTS,
    PLAIN,
    USUAL_OCCASION,
    Occasion,
    Printing,
    assessed,
    one,
    printed,
    some,
    texts,
)

RISK_WORDS = {RiskKind.RISK: wording.RISKS, RiskKind.OPPORTUNITY: wording.OPPORTUNITIES}


@st.composite
def risks(
    draw: st.DrawFn,
    *,
    kinds: Sequence[RiskKind] = tuple(RiskKind),
    categories: Sequence[bool] = (False, True),
    descriptions: Sequence[bool] = (False, True),
    amounts: Sequence[bool] = (False, True),
    values: Sequence[bool] = (False, True),
    likelihoods: Sequence[Likelihood | None] = (*Likelihood, None),
    mitigations: Sequence[bool] = (False, True),
    verdicts: Sequence[Verdict | None] = (*LIGHTS, None),
    coloured: Sequence[bool] = (False,),
    printing: Printing = PLAIN,
    least: int = 1,
    most: int = 5,
) -> tuple[Risk, ...]:
    """Risks, then opportunities; all of them have the same columns.

    Options:
        kinds: risks, opportunities or both.
        categories: whether there is a group or type; all of one kind share it or each has its own.
        descriptions, mitigations: whether there is such a text.
        amounts: whether there is an interval of money, in mnkr.
        values: whether there is a risk value (1-16).
        likelihoods: how likely; None for a table that does not say.
        verdicts, coloured: as in `goals`.
        printing: how figures are printed.
        least, most: how many of each kind.
    """
    has = {
        "category": one(draw, categories),
        "description": one(draw, descriptions),
        "impact": one(draw, amounts),
        "risk_value": one(draw, values),
        "mitigation": one(draw, mitigations),
        "likelihood": one(draw, likelihoods) is not None,
        "assessment": one(draw, verdicts) is not None,
    }
    likely = [x for x in likelihoods if x is not None]
    judged = [x for x in verdicts if x is not None]
    out: list[Risk] = []
    for kind in kinds:
        for title in some(draw, RISK_WORDS[kind], draw(st.integers(least, most))):
            likelihood = one(draw, likely) if has["likelihood"] else None
            out.append(
                Risk(
                    kind=kind,
                    category=_category(draw, kind, values=has["risk_value"])
                    if has["category"]
                    else None,
                    title=printed(title),
                    description=draw(texts(most=2)) if has["description"] else None,
                    likelihood=likelihood,
                    likelihood_text=printed(one(draw, wording.LIKELIHOOD_WORDS[likelihood]))
                    if likelihood
                    else None,
                    impact=_impact(draw, printing) if has["impact"] else None,
                    risk_value=printing.number(
                        Decimal(draw(st.integers(1, 16))), unit=None, with_unit=False
                    )
                    if has["risk_value"]
                    else None,
                    mitigation=printed(one(draw, wording.MITIGATIONS))
                    if has["mitigation"]
                    else None,
                    assessment=assessed(draw, one(draw, judged), coloured)
                    if has["assessment"]
                    else None,
                )
            )
    return tuple(out)


def _category(draw: st.DrawFn, kind: RiskKind, *, values: bool) -> Text:
    """A type of risk where it has a value, else the head of its table."""
    if values:
        return printed(one(draw, wording.RISK_CATEGORIES))
    return printed("Risker IFO" if kind is RiskKind.RISK else "Möjligheter IFO")


def _impact(draw: st.DrawFn, printing: Printing) -> MoneyRange:
    low = Decimal(draw(st.integers(1, 40))) / 10
    high = low + Decimal(draw(st.integers(0, 12))) / 10
    text = printing.figure(low, 1)
    if high > low:
        text += f"-{printing.figure(high, 1)}"
    return MoneyRange(low=low, high=high, unit=Unit.MNKR, source=Source(text=text))


@st.composite
def assignments(
    draw: st.DrawFn,
    *,
    kinds: Sequence[AssignmentKind] = tuple(AssignmentKind),
    descriptions: Sequence[bool] = (False,),
    statuses: Sequence[Status | None] = (*Status, None),
    verdicts: Sequence[Verdict | None] = (None,),
    coloured: Sequence[bool] = (False,),
    comments: Sequence[bool] = (False, True),
    least: int = 1,
    most: int = 3,
) -> tuple[Assignment, ...]:
    """Assignments, kind after kind in the order given, so many of each.

    `statuses` and `verdicts` hold None for assignments without one.
    """
    out: list[Assignment] = []
    for kind in kinds:
        for title in some(draw, wording.ASSIGNMENTS[kind], draw(st.integers(least, most))):
            status, verdict = one(draw, statuses), one(draw, verdicts)
            out.append(
                Assignment(
                    kind=kind,
                    title=printed(title),
                    description=draw(texts(most=2)) if one(draw, descriptions) else None,
                    status=status,
                    status_text=printed(one(draw, wording.STATUS_WORDS[status]))
                    if status
                    else None,
                    assessment=assessed(draw, verdict, coloured) if verdict else None,
                    comment=draw(texts()) if one(draw, comments) else None,
                )
            )
    return tuple(out)


@st.composite
def measures(
    draw: st.DrawFn,
    *,
    decided: Sequence[bool] = (False, True),
    descriptions: Sequence[bool] = (False, True),
    follow_ups: Sequence[bool] = (False, True),
    occasion: Occasion = USUAL_OCCASION,
    least: int = 1,
    most: int = 5,
) -> tuple[Measure, ...]:
    """What is done, each perhaps with the day of its decision, a description, what came of it."""
    days = (occasion.end - occasion.start).days
    return tuple(
        Measure(
            title=printed(title),
            decided=occasion.start + timedelta(days=draw(st.integers(0, days)))
            if one(draw, decided)
            else None,
            description=draw(texts(most=2)) if one(draw, descriptions) else None,
            follow_up=draw(texts(most=2)) if one(draw, follow_ups) else None,
        )
        for title in some(draw, wording.MEASURES, draw(st.integers(least, most)))
    )


@st.composite
def guarantees(
    draw: st.DrawFn,
    *,
    areas: Sequence[bool] = (False, True),
    verdicts: Sequence[Verdict | None] = (*JUDGED, None),
    coloured: Sequence[bool] = (False,),
    comments: Sequence[bool] = (False, True),
    least: int = 1,
    most: int = 4,
) -> tuple[QualityGuarantee, ...]:
    """Promises to the public; with areas, they stand in the order of their areas."""
    promises = some(draw, wording.PROMISES, draw(st.integers(least, most)))
    names = wording.GUARANTEE_AREAS if one(draw, areas) else ()
    out: list[QualityGuarantee] = []
    for number, promise in enumerate(promises):
        verdict = one(draw, verdicts)
        out.append(
            QualityGuarantee(
                area=printed(names[number * len(names) // len(promises)]) if names else None,
                promise=printed(promise),
                assessment=assessed(draw, verdict, coloured) if verdict else None,
                comment=draw(texts()) if one(draw, comments) else None,
            )
        )
    return tuple(out)


@st.composite
def calendar(
    draw: st.DrawFn,
    *,
    verdicts: Sequence[Verdict | None] = (*LIGHTS, None),
    coloured: Sequence[bool] = (False,),
    doubled: Sequence[bool] = (False, True),
    least: int = 3,
    most: int = 12,
) -> tuple[CalendarEntry, ...]:
    """The yearly wheel, in the order of its months; `doubled` for "Juni/juli"."""
    activities = some(draw, wording.ACTIVITIES, draw(st.integers(least, most)))
    months = sorted(draw(st.integers(1, 12)) for _ in activities)
    out: list[CalendarEntry] = []
    for month, activity in zip(months, activities, strict=True):
        name = wording.MONTHS[month - 1]
        if month < 12 and one(draw, doubled):
            name += f"/{wording.MONTHS[month].lower()}"
        verdict = one(draw, verdicts)
        out.append(
            CalendarEntry(
                month=month,
                month_text=printed(name),
                activity=printed(activity),
                assessment=assessed(draw, verdict, coloured) if verdict else None,
            )
        )
    return tuple(out)
