"""The assessment on the line below a goal, whatever section both stand in."""

from ifo_followup.document import Heading, Paragraph
from ifo_followup.generic.goal_lines import answer_in
from ifo_followup.generic.layout import LABELS
from ifo_followup.generic.word_heads import is_answer
from ifo_followup.layouts.declare import LabelRole, SectionRole
from ifo_followup.layouts.labelled import Labelled
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.mint import text_at
from ifo_followup.swedish.text import squash

_LABEL = next(label for label in LABELS if label.role is LabelRole.ASSESSMENT)
_WORDS = frozenset(map(squash, _LABEL.words))


def takes_assessment(
    block: Heading | Paragraph,
    labelled: Labelled,
    ledger: Ledger,
    role: SectionRole,
    *,
    below_goal: bool,
) -> bool:
    """Take the label of an assessment, or the assessment; False for anything else.

    Args:
        block: a line of running text.
        labelled: what reads labels and what stands behind them.
        ledger: what is taken is claimed in it.
        role: that of the section.
        below_goal: whether the line before was a goal.
    """
    if below_goal:
        answer = answer_in(block.text)
        if answer is not None or squash(block.text).rstrip(":") in _WORDS:
            ledger.claim(block)
            labelled.label(_LABEL, role)
            return answer is None or _judge(block, answer, labelled, ledger)
    awaited = labelled.expects_assessment and is_answer(block.text)
    return awaited and _judge(block, block.text, labelled, ledger)


def _judge(block: Heading | Paragraph, answer: str, labelled: Labelled, ledger: Ledger) -> bool:
    text = text_at(answer, block.place)
    if text is not None:
        ledger.claim(block)
        labelled.take(block, text)
    return True
