"""Printing: documents on paper again, and reports in a format's layout.

`compose` turns a report into the blocks of a document as a layout prints them, `typeset` into a
file; `lost_in` says what the layout has no words for. Only `typeset.printing` knows what sets type;
what it needs is the extra [typeset].
"""

from ifo_followup.typeset.composing import compose
from ifo_followup.typeset.printing import PLAIN, Light, Look, Rules, Typeface
from ifo_followup.typeset.setting import Paper, lost_in, typeset

__all__ = [
    "PLAIN",
    "Light",
    "Look",
    "Paper",
    "Rules",
    "Typeface",
    "compose",
    "lost_in",
    "typeset",
]
