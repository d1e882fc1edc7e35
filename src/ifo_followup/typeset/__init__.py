"""Printing: documents on paper again, and reports in a format's layout.

Only `typeset.printing` knows what sets type; what it needs is the extra [typeset].
"""
