"""Printing reports: the other way through a layout, from the domain model back to paper."""
