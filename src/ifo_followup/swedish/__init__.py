"""Printed Swedish: text, numbers, dates and words to values and codes, and nothing else."""
