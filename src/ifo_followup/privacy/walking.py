"""Every text of a report, wherever in the tree of objects it stands."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs

from ifo_followup.model.findings import Provenance
from ifo_followup.model.values import Number, Source, Text

T = TypeVar("T")

# ids, codes and versions: made by the library or looked up, never printed by the document
_NOT_PRINTED = frozenset(
    ("goal_id", "parent_id", "indicator_id", "municipality_code", "period", "rule")
)
_NAME_OF_THE_FILE = ("document",)
_LABELS = ("row", "column")


def texts(value: object, source: Source | None = None) -> Iterator[tuple[str, Source | None]]:
    """Each text inside an object, with the nearest source."""
    if isinstance(value, str):
        yield value, source
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each, source)
    elif _is_object(value):
        own = value if isinstance(value, Source) else getattr(value, "source", None)
        near = own if isinstance(own, Source) else source
        for name in _fields(value):
            inner = getattr(value, name)
            if isinstance(value, Text) and name == "text":
                yield from _paragraphs(value)
            elif _is_figure(value) and isinstance(inner, Source):
                yield from ((label, near) for label in (inner.row, inner.column) if label)
            else:
                yield from texts(inner, near)


def _paragraphs(text: Text) -> Iterator[tuple[str, Source]]:
    at = 0
    for paragraph in text.text.split("\n\n"):
        yield paragraph, text.source_at(at)
        at += len(paragraph) + 2


def rewritten(value: T, change: Callable[[str], str]) -> T:
    """The object with every text changed; itself where no text is."""
    made: Any = _rewritten(value, change)
    kept: T = made
    return kept


def _rewritten(value: Any, change: Callable[[str], str], names: tuple[str, ...] = ()) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        new = tuple(_rewritten(each, change) for each in value)
        return value if all(a is b for a, b in zip(new, value, strict=True)) else new
    if not _is_object(value):
        return value
    changes = {}
    for name in names or _fields(value):
        old = getattr(value, name)
        skips = isinstance(old, Source) and _is_figure(value)
        inner = _rewritten(old, change, _LABELS if skips else ())
        if inner is not old:
            changes[name] = inner
    return attrs.evolve(value, **changes) if changes else value


def _is_object(value: object) -> bool:
    return attrs.has(type(value))


def _fields(value: Any) -> tuple[str, ...]:
    if isinstance(value, Provenance):
        return _NAME_OF_THE_FILE
    return tuple(f.name for f in attrs.fields(type(value)) if f.name not in _NOT_PRINTED)


def _is_figure(value: object) -> bool:
    """Whether it is a cell that holds a number and no words: no place for a person's data."""
    return (
        isinstance(value, Number)
        and value.value is not None
        and not any(char.isalpha() or char == "@" for char in value.source.text)
    )
