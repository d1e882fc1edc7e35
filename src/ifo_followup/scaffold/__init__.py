"""Writes the beginning of a plugin from one report: what was seen in it, as declarations."""
