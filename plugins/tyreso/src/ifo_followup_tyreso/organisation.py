"""Who reports in Tyresö, and the boards as they were named up to 2018."""

from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType

NAME = "Tyresö"
CODE = "0138"  # SCB's code

# the interim reports up to 2018: social services and elderly care in one layout
INTERIM_SOCIAL_SERVICES = Family(
    types=(ReportType.INTERIM_1, ReportType.INTERIM_2),
    boards=("Socialnämnden", "Äldre- och omsorgsnämnden"),
    departments=("Socialförvaltningen",),
    areas=(
        "Individ- och familjeomsorgen",
        "Äldreomsorgen",
        "Omsorgen om personer med funktionsnedsättning",
    ),
)
