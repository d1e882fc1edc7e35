"""Text that looks like the heads or rows of a table, or a goal, that was not found."""

import re

from ifo_followup.document import Heading, ListItem, Paragraph
from ifo_followup.generic.goal_lines import speaks_of_goals
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import Spot
from ifo_followup.swedish.text import squash

_NUMBERS = re.compile(r"(?<![0-9])[0-9]{1,3}(?![0-9])")
_HEADS = 120  # characters at the start of a paragraph
_PRINTED = 120  # characters of what was lost
_FEW = 2  # heads; a title may name two: "Utfall och prognos"
_MANY = 8  # numbers; a sentence has fewer


def _heads_in(text: str) -> int:
    words = squash(text[:_HEADS])
    return sum(1 for word in ("utfall", "budget", "avvikelse", "prognos") if word in words)


def _looks_like_heads(text: str) -> bool:
    """Whether a line is nothing but the heads of a money table."""
    return len(text) < _HEADS and not text.endswith(".") and _heads_in(text) > _FEW


def is_figures(text: str) -> bool:
    """Whether a paragraph is figures with a label here and there: rows whose table was not seen."""
    words = text.split()
    figures = sum(1 for word in words if any(char.isdigit() for char in word))
    return figures >= _MANY and figures * 2 > len(words)


def looks_like_rows(text: str) -> bool:
    """Whether a paragraph has the heads of a money table in it, and many numbers behind them."""
    return _heads_in(text) > 1 and len(_NUMBERS.findall(text)) >= _MANY


def tell_lost_money(block: Heading | Paragraph | ListItem, ledger: Ledger) -> None:
    """Say so where a line is nothing but the heads of a money table."""
    if _looks_like_heads(block.text):
        _tell_lost_rows(block, ledger)


def _tell_lost_rows(block: Heading | Paragraph | ListItem, ledger: Ledger) -> None:
    why = "what looks like rows of amounts, in no table, was read as text"
    ledger.find("table-unread", why, Spot().source(block.text[:_PRINTED], block.place))


def tell_cells(block: Heading | Paragraph | ListItem, ledger: Ledger) -> None:
    """Say that text is the cells of a table one by one."""
    why = "what looks like the cells of a table, each on a line of its own, was read as text"
    ledger.find("table-unread", why, Spot().source(block.text[:_PRINTED], block.place))


def tell_lost_text(
    block: Heading | Paragraph | ListItem, ledger: Ledger, *, from_text: bool
) -> None:
    """Say so where running text looks like rows of amounts, a goal, or the assessment of one."""
    if (from_text and looks_like_rows(block.text)) or is_figures(block.text):
        _tell_lost_rows(block, ledger)
    elif speaks_of_goals(block.text):
        why = "what looks like a goal or its assessment was read as text"
        ledger.find("text-unplaced", why, Spot().source(block.text[:_PRINTED], block.place))
