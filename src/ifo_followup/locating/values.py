"""Every value of a report with the way to it: "goals[3].title" and where that was read."""

from collections.abc import Iterator, Sequence

import attrs
from attrs import frozen

from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.values import Assessment, Missing, Number, Place, Source, Text

# the fields of a report that hold what is printed; of those that share a printed piece the one that
# it stands for comes first
PARTS = (
    "goals",
    "indicators",
    "unit_results",
    "monthly_assessments",
    "budget_tables",
    "risks",
    "assignments",
    "measures",
    "guarantees",
    "calendar",
    "events",
    "statistics",
    "title",
    "board",
    "department",
    "area",
    "sections",
)
_DEEPEST = 10  # the model is four deep; what a plugin made itself may be a ring


@frozen(kw_only=True)
class Value:
    """A value of a report: the way to it, as in Python, the field it is part of, and itself.

    `held` is a `Text`, `Number`, `Assessment` or `MoneyRange`.
    """

    path: str
    part: str
    held: object
    source: Source

    @property
    def places(self) -> Sequence[Place]:
        """Where it stands: a text may have been printed as several pieces."""
        further = self.held.further if isinstance(self.held, Text) else ()
        return [source.place for source in (self.source, *further)]

    @property
    def paragraphs(self) -> Sequence[str]:
        """The paragraphs of a text, which may have been printed as several pieces."""
        return self.held.text.split("\n\n") if isinstance(self.held, Text) else ()

    @property
    def is_unread(self) -> bool:
        """Whether something is printed that did not become a value."""
        held = self.held
        return isinstance(held, Number | Assessment) and held.missing in (
            Missing.UNREADABLE,
            Missing.LOST,
        )


def values_of(report: FollowUpReport, before: str = "") -> Iterator[Value]:
    """The values that have a source, in the order of `PARTS`; `before` is put before each path."""
    for name in PARTS:
        yield from _inside(getattr(report, name), f"{before}{name}", name, 0)


def _inside(held: object, path: str, part: str, depth: int) -> Iterator[Value]:
    if depth > _DEEPEST:
        return
    if isinstance(held, tuple):
        for n, each in enumerate(held):
            yield from _inside(each, f"{path}[{n}]", part, depth + 1)
        return
    source = getattr(held, "source", None)
    if isinstance(source, Source):
        yield Value(path=path, part=part, held=held, source=source)
        return
    kind_of: type = type(held)
    if attrs.has(kind_of):
        for field in attrs.fields(kind_of):
            yield from _inside(getattr(held, field.name), f"{path}.{field.name}", part, depth + 1)
