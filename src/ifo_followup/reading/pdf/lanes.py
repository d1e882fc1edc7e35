"""Tables side by side: each is read with the lines of its own strip of the page."""

from collections.abc import Sequence
from itertools import combinations

from attrs import define

from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import around
from ifo_followup.reading.pdf.gathered import make_lines
from ifo_followup.reading.pdf.grid import Region
from ifo_followup.reading.pdf.lines import COLUMN_GAP, Line

# Rules and shades of one table end at the same x to this (points).
SAME_END = 4.0
# More strips than this on one page are no tables.
MAX_LANES = 40


@define
class _Lane:
    """The regions that begin and end at the same x."""

    box: Box
    regions: list[Region]


def beside(regions: Sequence[Region]) -> list[Box]:
    """The strips in which tables stand side by side on a page, from left to right."""
    lanes: list[_Lane] = []
    for region in regions:
        home = next(
            (
                lane
                for lane in lanes
                if abs(lane.box.x0 - region.box.x0) <= SAME_END
                and abs(lane.box.x1 - region.box.x1) <= SAME_END
            ),
            None,
        )
        if home is None:
            lanes.append(_Lane(region.box, [region]))
        else:
            home.regions.append(region)
            home.box = around([home.box, region.box])
    # one rule alone is no table
    lanes = [lane for lane in lanes if len(lane.regions) > 1 or lane.regions[0].shades]
    if len(lanes) > MAX_LANES:
        return []
    found = set()
    for a, b in combinations(range(len(lanes)), 2):
        one, other = lanes[a].box, lanes[b].box
        apart = one.x1 <= other.x0 or other.x1 <= one.x0
        if apart and one.top < other.bottom and other.top < one.bottom:
            found |= {a, b}
    return sorted((lanes[k].box for k in found), key=lambda box: box.x0)


def lane_of(region: Region, lanes: Sequence[Box]) -> Box | None:
    """The strip that a region stands in."""
    return next(
        (
            lane
            for lane in lanes
            if abs(lane.x0 - region.box.x0) <= SAME_END and abs(lane.x1 - region.box.x1) <= SAME_END
        ),
        None,
    )


def lines_in(lines: Sequence[Line], lane: Box) -> list[Line]:
    """The lines as they are in one strip; text that runs across its sides is kept whole."""
    kept = [
        run
        for line in lines
        for chunk in line.chunks(COLUMN_GAP)
        if chunk.x1 > lane.x0 and chunk.x0 < lane.x1
        for run in chunk.runs
    ]
    return make_lines(kept)
