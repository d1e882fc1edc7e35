"""How many errors that are planted in made-up reports the checks find, by kind."""

from collections.abc import Iterator
from functools import partial

from hypothesis import HealthCheck, Phase, settings

from ifo_followup.corridor import open_document
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.model.report import FollowUpReport
from ifo_followup.registry import load_registry
from ifo_followup.testing.measuring import Tally, measure
from ifo_followup.testing.planting import Slip
from ifo_followup.typeset import Look, typeset

PAPERS = ("pdf", "docx")
# money tables are wide: a sheet of A3
_LOOK = Look(page_width=1190.6, page_height=841.9)


def run(tries: int, paper: str | None) -> Iterator[tuple[Slip, Tally]]:
    """Plant errors of every kind, so many in each layout; the same error counts once.

    With a `paper` every report is printed so and read again, else set in its layout and read
    without a file between.
    """
    some = settings(
        max_examples=tries,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    for slip in Slip:
        tally = Tally()
        for _, layout in load_registry().offers():
            if isinstance(layout, LayoutFormat):
                reread = partial(_printed, layout, paper) if paper else None
                tally.merge(measure(layout, slip, some, reread))
        yield slip, tally


def _printed(layout: LayoutFormat, paper: str, report: FollowUpReport) -> FollowUpReport:
    (read,) = layout.parse(open_document(typeset(report, layout, paper, _LOOK)))
    return read
