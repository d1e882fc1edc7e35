"""What stands around a table: the line that names it, and the unit of its amounts."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from ifo_followup.document import Block, Document, Heading, ListItem, Paragraph, Table
from ifo_followup.layouts.money_table import is_money
from ifo_followup.model.values import Text, Unit
from ifo_followup.swedish.currency import MONEY, MONEY_UNITS, STATED_MONEY
from ifo_followup.swedish.dates import ANY_YEAR
from ifo_followup.swedish.units import read_unit, unit_of

_LONGEST = 120  # characters; a longer text is prose, whose amounts have units of their own
_DATES = re.compile(
    rf"^[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}}\.?\s|{ANY_YEAR}(?:-[0-9]{{2}}){{0,2}}"
    # "30 april", but an amount is no date: "5 tkr"
    rf"|\b[0-3]?[0-9]\s(?!{MONEY}(?![^\W\d_]))(?=[a-zåäö]{{3}})"
)
_STATED = re.compile(
    r"\b(?:belopp|siffror|tabell|redovis|ang[ei]|alla)[a-zåäö]{0,10}\b[^.]{0,40}?\bi\s"
    rf"({STATED_MONEY})(?![^\W\d_]|\s?/)",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Around:
    """The caption, the unit of money that is stated near, and whether the report is a year's."""

    caption: Text | None = None
    unit: Unit | None = None
    annual: bool = False


def is_unit_line(text: str) -> bool:
    """Whether a line says nothing but the unit: "Belopp i mnkr", "(tkr)"."""
    bare = text.strip()
    if unit_of(bare) in MONEY_UNITS:
        return True
    found = _STATED.search(bare)
    return found is not None and len(bare) - (found.end() - found.start()) <= 3


def is_unit_above(block: Block, after: Block | None) -> bool:
    """Whether a block is the line above a money table that says the unit of its amounts."""
    return (
        isinstance(block, Heading | Paragraph | ListItem)
        and isinstance(after, Table)
        and is_unit_line(block.text)
        and is_money(after)
    )


def behind(blocks: Sequence[Block], n: int) -> Block | None:
    """The block behind one; a line that says the unit of a money table belongs to that table."""
    after, table = (*blocks[n + 1 : n + 3], None, None)[:2]
    return table if after is not None and is_unit_above(after, table) else after


def stated_unit(text: str) -> Unit | None:
    """The unit of money that a heading or a short line states; amounts in prose state none."""
    found = _STATED.search(text) if len(text) <= 4 * _LONGEST else None
    if found is not None:
        return unit_of(found[1])
    if len(text) > _LONGEST or re.search("[0-9]", _DATES.sub("", text)):
        return None
    unit = read_unit(text)
    return unit if unit in MONEY_UNITS else None


def stated_for_all(document: Document) -> Unit | None:
    """The unit that the document states for its amounts, where it states only one."""
    units = {unit_of(found[1]) for text in _prose(document) if (found := _STATED.search(text))}
    units.discard(None)
    return units.pop() if len(units) == 1 else None


def _prose(document: Document) -> Iterable[str]:
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph | ListItem):
            yield block.text
        elif isinstance(block, Table):
            yield from (cell.text for cell in block.cells if cell.colspan > 1)
