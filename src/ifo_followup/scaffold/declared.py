"""A declaration as the code that makes it, with the names that the code has to import."""

from collections.abc import Mapping
from enum import Enum

import attrs
from attrs import define, evolve, field, frozen

from ifo_followup.layouts import families
from ifo_followup.layouts.declare import Column, TableLayout
from ifo_followup.scaffold.code import Code, Group, Item, Text, Word

UNKNOWN = "unknown"  # the field of a column that nobody could name
WHAT_IS_THIS = "what is this? it fills no field yet"
_FAMILIES = "ifo_followup.layouts.families"


@frozen
class Import:
    """A name, and the module that has it."""

    module: str
    name: str


@define
class Writer:
    """Turns declarations into code and remembers what they need.

    `given` are names that the module defines itself: what to write for the object of an id.
    """

    given: Mapping[int, str] = field(factory=dict)
    imports: set[Import] = field(factory=set, init=False)

    def code(self, thing: object) -> Code:
        """The code that makes a thing equal to this one."""
        if id(thing) in self.given:
            return Word(self.given[id(thing)])
        match thing:
            case str():
                return Text(thing)
            case None | bool() | int():
                return Word(repr(thing))
            case Enum():
                return Word(f"{self._name(type(thing))}.{thing.name}")
            case tuple():
                return Group(
                    "", tuple(Item(self.code(each)) for each in thing), notes=_notes(thing)
                )
            case TableLayout() | Column():
                return self._family(thing) or self._made(thing)
            case _:
                return self._made(thing)

    def _name(self, kind: type) -> str:
        self.imports.add(Import(kind.__module__, kind.__name__))
        return kind.__name__

    def _made(self, thing: object) -> Group:
        kind = type(thing)
        if not attrs.has(kind):
            raise TypeError(f"a {kind.__name__} is no part of a declaration")
        items: list[Item] = []
        for each in attrs.fields(kind):
            value = getattr(thing, each.name)
            if value != each.default:
                items.append(Item(self.code(value), each.name if each.kw_only else ""))
        return Group(self._name(kind), tuple(items))

    def _family(self, thing: TableLayout | Column) -> Code | None:
        """What planning systems print alike has a name."""
        for name, known in _known().items():
            if thing == known:
                return self._of_family(name)
            if isinstance(known, TableLayout) and isinstance(thing, TableLayout):
                words = _own_words(known, thing)
                if words is not None:
                    self.imports.add(Import(_FAMILIES, "named"))
                    kinds = ("level", "assignment", "risk")
                    told = {k: v for k in kinds if (v := getattr(thing, k)) is not None}
                    named = tuple(Item(self.code(v), k) for k, v in (told | words[1]).items())
                    heads = tuple(Item(Text(head)) for head in words[0])
                    return Group("named", (Item(self._of_family(name)), *heads, *named))
        return None

    def _of_family(self, name: str) -> Word:
        self.imports.add(Import(_FAMILIES, name))
        return Word(name)


def _known() -> Mapping[str, TableLayout | Column]:
    found = {name: getattr(families, name) for name in families.__all__}
    return {n: each for n, each in found.items() if isinstance(each, TableLayout | Column)}


def _own_words(
    known: TableLayout, thing: TableLayout
) -> tuple[tuple[str, ...], dict[str, str | tuple[str, ...]]] | None:
    """Where all but the heads is the family's: those over what names the rows, and the others."""
    fills = [column.fills for column in known.columns]
    at = families.naming(known)
    if at is None or known.role is not thing.role or len(set(fills)) < len(fills):
        return None
    if [evolve(c, heads=()) for c in known.columns] != [evolve(c, heads=()) for c in thing.columns]:
        return None
    others: dict[str, str | tuple[str, ...]] = {
        own.fills: own.heads[0] if len(own.heads) == 1 else own.heads
        for n, (own, base) in enumerate(zip(thing.columns, known.columns, strict=True))
        if n != at and own.heads != base.heads
    }
    return thing.columns[at].heads, others


def _notes(things: tuple[object, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(
        (n, WHAT_IS_THIS)
        for n, each in enumerate(things)
        if isinstance(each, Column) and each.fills == UNKNOWN
    )
