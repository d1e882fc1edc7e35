"""The way back: from a report to the document that a format would have read it from, printed."""
