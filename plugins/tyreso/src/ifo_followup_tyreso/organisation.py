"""Who reports in Tyresö, the boards as they were named in each period, and words of all reports."""

from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import ReportType

NAME = "Tyresö"
CODE = "0138"  # SCB's code

# the interim reports up to 2018: social services and elderly care in one layout
INTERIM_SOCIAL_SERVICES = Family(
    types=(ReportType.INTERIM_1, ReportType.INTERIM_2),
    boards=("Socialnämnden", "Äldre- och omsorgsnämnden"),
    departments=("Socialförvaltningen",),
    areas=("Individ- och familjeomsorgen", "Äldreomsorgen"),
)
LABOUR_AND_SOCIAL_BOARD = "Arbetsmarknads- och socialnämnden"  # the board from 2019 on

# lines above the tables of lights, from 2021 on
CAPTIONS = ("Översyn, månadens resultat", "Översyn månadens resultat", "Måluppfyllelse/månad")
