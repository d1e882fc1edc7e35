"""Hypothesis strategies that the tests share; all of them ship with the library."""

from ifo_followup.testing.any_object import anything

# any report that the model's own rules allow
reports = anything
