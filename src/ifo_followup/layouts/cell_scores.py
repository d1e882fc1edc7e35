"""The currency of recovery: what a cell of known words earns, and what a sure mistake costs.

Only the order of scores matters; `tests/layouts/test_rows.py` holds the cases.
"""

KNOWN = 5.0  # words of the vocabulary, one number
UNKNOWN = -6.0  # words that should have been of the vocabulary
STRAY_PARAGRAPH = -6.0  # a blank line inside a cell of one paragraph
