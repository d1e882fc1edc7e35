"""What paper does to a report: the words that no reader of the print can get back.

A space that may not break looks like any other, and where a light is shown as a colour only, its
word is gone. Everything else must come back as it was.
"""

from collections.abc import Callable
from typing import Any

import attrs

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


def _mapped(thing: Any, change: Callable[[Any], Any]) -> Any:
    """A thing of the model with every part of it changed, the innermost first."""
    if isinstance(thing, tuple):
        return tuple(_mapped(each, change) for each in thing)
    if not attrs.has(type(thing)):
        return thing
    old = {field.name: getattr(thing, field.name) for field in attrs.fields(type(thing))}
    new = {name: _mapped(value, change) for name, value in old.items()}
    differs = {name: value for name, value in new.items() if value is not old[name]}
    return change(attrs.evolve(thing, **differs) if differs else thing)
