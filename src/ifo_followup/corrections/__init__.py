"""Corrections of printed errors: a file beside a report, applied only when somebody asks.

from ifo_followup import corrections

right = corrections.apply(report, corrections.load("report.corrections.toml"))
right = corrections.recheck(report, right)
"""

from ifo_followup.corrections.applying import apply as apply
from ifo_followup.corrections.loading import load as load
from ifo_followup.corrections.rechecking import recheck as recheck
