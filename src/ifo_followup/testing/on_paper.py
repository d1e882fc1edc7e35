"""What paper does to a report: the words that no reader of the print can get back.

A space that may not break looks like any other, and where a light is shown as a colour only, its
word is gone. Everything else must come back as it was.
"""

from collections.abc import Callable
from typing import Any

import attrs

from ifo_followup.model.goals import MonthlyAssessment, UnitResult
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Assessment, Source
from ifo_followup.testing.printing import LIGHTS, NO_BREAK
from ifo_followup.typeset.printing import Light, Look


def on_paper(report: FollowUpReport, look: Look) -> FollowUpReport:
    """The report as it can be read from a print in a look."""
    wordless = look.light in (Light.FILL, Light.SHAPE)

    def change(thing: Any) -> Any:
        if isinstance(thing, Source):
            return attrs.evolve(thing, text=thing.text.replace(NO_BREAK, " "))
        if wordless and isinstance(thing, Assessment) and thing.verdict in LIGHTS:
            return attrs.evolve(thing, source=attrs.evolve(thing.source, text=""))
        return thing

    changed: FollowUpReport = _mapped(report, change)
    return changed


def in_text(report: FollowUpReport, look: Look) -> FollowUpReport:
    """The report as it can be read from a print as plain text: all colours are gone."""

    def change(thing: Any) -> Any:
        if isinstance(thing, Assessment) and not thing.source.text:
            return None
        if isinstance(thing, UnitResult | MonthlyAssessment):
            judged: Any = thing.assessment
            return thing if judged is not None else None  # the light is all that it says
        return thing

    changed: FollowUpReport = _mapped(on_paper(report, look), change)
    return changed


def _mapped(thing: Any, change: Callable[[Any], Any]) -> Any:
    """A thing of the model with every part of it changed, the innermost first; None goes."""
    if isinstance(thing, tuple):
        kept = (_mapped(each, change) for each in thing)
        return tuple(each for each in kept if each is not None)
    if not attrs.has(type(thing)):
        return thing
    old = {field.name: getattr(thing, field.name) for field in attrs.fields(type(thing))}
    new = {name: _mapped(value, change) for name, value in old.items()}
    differs = {name: value for name, value in new.items() if value is not old[name]}
    return change(attrs.evolve(thing, **differs) if differs else thing)
