"""Personal data in a report: found, told without being repeated, and masked on request.

A follow-up report should hold none. Where somebody's number, address or telephone slipped into a
text, or a count is so small that it may point at a person, this tells it before a report is passed
on. Names of people are not looked for.
"""

from ifo_followup.privacy.finding import find_personal_data
from ifo_followup.privacy.masking import mask

__all__ = ["find_personal_data", "mask"]
