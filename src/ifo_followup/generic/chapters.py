"""What a chapter of an unknown report is about: its title, and what stands under it."""

from collections.abc import Sequence

from ifo_followup.document import Block, Heading, ListItem, Paragraph
from ifo_followup.generic.layout import EVENTS, GOALS, LABELS, goal_heading
from ifo_followup.generic.plan import Plan
from ifo_followup.layouts.declare import LabelRole, SectionRole
from ifo_followup.layouts.walk import COMMENT_WORDS
from ifo_followup.swedish.text import squash

GOAL_LABELS = frozenset(
    squash(word) for label in LABELS if label.role is LabelRole.GOAL for word in label.words
)
_STATUS = frozenset(("status",))
_MEASURES = ("åtgärd", "åtgärder", "åtgärdsplan", "åtgärdsprogram")


def role_of(title: str, plan: Plan, at: int) -> SectionRole | None:
    """The role that the title of a chapter names, if what stands under it agrees.

    `at` is the block that the title is.
    """
    words = squash(title).rstrip(".:")
    under = [block for _, block in plan.under(at)]
    lines = [squash(b.text) for b in under if isinstance(b, Heading | Paragraph)]
    if any(word in words for word in EVENTS):
        return SectionRole.EVENTS
    if "garanti" in words and any(line.startswith("garantin") for line in lines):
        return SectionRole.GUARANTEES
    if (
        "uppdrag" in words
        and "mål" not in words
        and any(line.rstrip(":") in _STATUS for line in lines)
    ):
        return SectionRole.ASSIGNMENTS
    if words.startswith("åtgärd") or words.endswith(_MEASURES):
        return _measures_role(under, lines)
    stated = any(isinstance(b, Heading) and goal_heading(b.text.strip()) for b in under)
    if stated or (names_goals(words) and plan.has_goals(at, GOAL_LABELS)):
        return SectionRole.GOALS
    return None


def _measures_role(under: Sequence[Block], lines: Sequence[str]) -> SectionRole | None:
    decided = any("(beslut" in line for line in lines)
    if decided and any(line in COMMENT_WORDS for line in lines):
        return SectionRole.DECISIONS
    bullets = any(isinstance(block, ListItem) for block in under)
    return SectionRole.MEASURES if bullets else None


def names_goals(words: str) -> bool:
    """Whether a heading says that goals follow."""
    return words == "mål" or any(word in words for word in GOALS)
