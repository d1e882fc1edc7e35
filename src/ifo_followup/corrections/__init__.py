"""Corrections of printed errors: a file beside a report, applied only when somebody asks.

from ifo_followup import corrections

report = corrections.apply(report, corrections.load("report.corrections.toml"))
"""

from ifo_followup.corrections.applying import apply as apply
from ifo_followup.corrections.loading import load as load
