"""From a report to the blocks of a document in a format's layout."""

from ifo_followup.typeset.composing.composer import compose

__all__ = ["compose"]
