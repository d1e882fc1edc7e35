"""How fine a picture is, and how large a page may make it."""

import math

from attrs import field, frozen, validators

POINTS = 72  # an inch
COARSEST, FINEST = 36, 600  # picture points an inch


@frozen(kw_only=True)
class Resolution:
    """How fine a picture is, and how large it may become.

    Attributes:
        dpi: picture points an inch, where the bounds below allow it.
        most_side: picture points of the longer side of a page.
        most_points: picture points of a page, both sides multiplied.
    """

    dpi: int = field(default=144, validator=[validators.ge(COARSEST), validators.le(FINEST)])
    most_side: int = field(default=6_000, validator=[validators.ge(100), validators.le(20_000)])
    most_points: int = field(
        default=24_000_000, validator=[validators.ge(10_000), validators.le(100_000_000)]
    )

    def scale(self, width: float, height: float) -> float:
        """Picture points a point of the page, for a page of this size."""
        wanted = self.dpi / POINTS
        return min(
            wanted,
            self.most_side / max(width, height),
            math.sqrt(self.most_points / (width * height)),
        )


DEFAULT_RESOLUTION = Resolution()
