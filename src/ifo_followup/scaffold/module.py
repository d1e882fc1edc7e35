"""The layout module of a plugin: a format as the code that its author goes on with."""

import textwrap
from collections.abc import Iterable

from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.scaffold.code import Code, Group, Item, Word, printed
from ifo_followup.scaffold.declared import Import, Writer
from ifo_followup.scaffold.proposal import Proposal


def layout_module(proposal: Proposal) -> str:
    """The module's source; running it makes a format that equals the proposed one."""
    made = proposal.format
    writer = Writer({id(made.layout): "LAYOUT"})
    form = writer.code(made)
    layout = Writer().code(made.layout)
    both = Writer()
    both.code(made.layout)
    imports = writer.imports | both.imports
    return "\n".join(
        (
            _docstring(proposal),
            "",
            *import_lines(imports),
            "",
            printed(layout, lead="LAYOUT = "),
            "",
            printed(_told(form, made), lead="FORMAT = "),
            "",
        )
    )


def _docstring(proposal: Proposal) -> str:
    made = proposal.format
    first = textwrap.shorten(f"{made.municipality}: {made.reads}", 90, placeholder=" ...")
    return f'''"""{first}.

Proposed from one report. Compare it with the print, correct it, and say here what is odd about
these reports.
"""'''


def _told(form: Code, made: LayoutFormat) -> Code:
    """A municipality that SCB does not list has no code yet: say so where it is to be put."""
    if made.municipality_code is not None or not isinstance(form, Group):
        return form
    at = next(n for n, item in enumerate(form.items) if item.name == "municipality_code")
    note = "SCB lists no such municipality; four digits, as a text"
    return Group(form.opening, form.items, notes=((at, note),))


def import_lines(imports: Iterable[Import]) -> list[str]:
    """The imports, sorted as ruff sorts them, one module a statement."""
    by_module: dict[str, set[str]] = {}
    for each in imports:
        by_module.setdefault(each.module, set()).add(each.name)
    lines: list[str] = []
    for module in sorted(by_module):
        names = sorted(by_module[module], key=_order)
        flat = f"from {module} import {', '.join(names)}"
        if len(flat) > 100:
            group = Group("", tuple(Item(Word(name)) for name in names))
            flat = printed(group, lead=f"from {module} import ")
        lines.append(flat)
    return lines


def _order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)
