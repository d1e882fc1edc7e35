"""Which text can be seen, and what small coloured shapes stand on a page."""

from attrs import define

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import WHITE, Fill, PageContent, Run, Style, contains

# Channels may differ by this much (of 255) and still be the same colour to the eye.
SAME_COLOUR = 14
# Text smaller than this (points) cannot be read by anybody.
READABLE = 1.0
# A traffic light is at least and at most this large (points), and about as wide as high.
LIGHT_MIN, LIGHT_MAX = 3.5, 30.0
LIGHT_ASPECT = 1.8
# Channels that differ by at least this much make a colour rather than a grey.
CHROMATIC = 40


@define
class Mark:
    """A small coloured shape."""

    box: Box
    colour: Colour


def same_colour(a: Colour, b: Colour, tolerance: int = SAME_COLOUR) -> bool:
    """Whether two colours look alike."""
    return (
        abs(a.red - b.red) <= tolerance
        and abs(a.green - b.green) <= tolerance
        and abs(a.blue - b.blue) <= tolerance
    )


def chromatic(colour: Colour) -> bool:
    """Whether it is a colour rather than black, grey or white."""
    channels = (colour.red, colour.green, colour.blue)
    return max(channels) - min(channels) >= CHROMATIC


def split_hidden(page: PageContent) -> tuple[list[Run], list[Run]]:
    """(seen, hidden): hidden is invisible, off the page, tiny, or of its background's colour."""
    backgrounds = _Backgrounds(page)
    seen: list[Run] = []
    hidden: list[Run] = []
    # what can be told from a style alone, told once: the page's runs share a few of them
    styles = {id(run.style): run.style for run in page.runs}
    told = {i for i, s in styles.items() if s.size < READABLE or backgrounds.may_hide(s)}
    width, height = page.width, page.height
    plainly = [
        r for r in page.runs if r.seen and 0 <= r.baseline <= height and r.x1 >= 0 and r.x0 <= width
    ]
    if not told and len(plainly) == len(page.runs):
        return plainly, hidden  # as on nearly all pages
    for run in page.runs:
        if id(run.style) in told:
            shown = _shows(run, page, backgrounds)
        else:
            # a baseline on the page is enough, and nearly always there
            inside = 0 <= run.baseline <= height and run.x1 >= 0 and run.x0 <= width
            shown = run.seen and (inside or run.turn != 0 or _on_page(run, page))
        (seen if shown else hidden).append(run)
    return seen, hidden


def _on_page(run: Run, page: PageContent) -> bool:
    off = run.x1 < 0 or run.x0 > page.width or run.bottom < 0 or run.top > page.height
    return not off


def _shows(run: Run, page: PageContent, backgrounds: "_Backgrounds") -> bool:
    """Whether text of a style that may hide shows where it stands."""
    style = run.style
    if not run.seen or style.size < READABLE:
        return False
    if run.turn:
        return True
    if not _on_page(run, page):
        return False
    colour = style.colour
    if colour is None:
        return True
    behind = backgrounds.behind(run)
    return behind is None or not same_colour(colour, behind)


class _Backgrounds:
    """What lies behind a text: white paper, the last fill drawn before it, or a picture."""

    def __init__(self, page: PageContent) -> None:
        self.fills: list[Fill] = sorted(page.fills, key=lambda f: f.order, reverse=True)
        self.pictures = page.pictures
        # by identity first: a page's hundreds of fills share a few colours
        own = {id(f.colour): f.colour for f in self.fills if f.colour is not None}
        self.colours = {*own.values(), WHITE}

    def may_hide(self, style: Style) -> bool:
        """Whether anything on the page has a style's colour: few texts need a closer look."""
        own = style.colour
        return own is not None and any(same_colour(own, other) for other in self.colours)

    def behind(self, run: Run) -> Colour | None:
        """The colour behind a run; None if it is not known."""
        x, y = run.middle, run.baseline - 0.3 * run.size
        top = next((f for f in self.fills if f.order < run.order and contains(f.box, x, y)), None)
        under = top.order if top is not None else -1
        if any(under < p.order < run.order and contains(p.box, x, y) for p in self.pictures):
            return None
        return top.colour if top is not None else WHITE


def marks(page: PageContent) -> list[Mark]:
    """Small shapes and pictures with a colour, in drawing order."""
    out = [
        Mark(f.box, f.colour)
        for f in page.fills
        if f.colour is not None and is_light(f.box) and chromatic(f.colour)
    ]
    out += [
        Mark(p.box, p.colour)
        for p in page.pictures
        if p.colour is not None and is_light(p.box) and chromatic(p.colour)
    ]
    return out


def pale_marks(page: PageContent) -> list[Mark]:
    """Small shapes and pictures without a colour: lights that have lost theirs, or ornaments."""
    found = [(f.box, f.colour) for f in page.fills] + [(p.box, p.colour) for p in page.pictures]
    return [
        Mark(box, colour)
        for box, colour in found
        if colour is not None
        and is_light(box)
        and not chromatic(colour)
        and not same_colour(colour, WHITE)
    ]


def is_light(box: Box) -> bool:
    """Whether a shape has the size and the proportions of a traffic light, or an icon."""
    wide, high = box.x1 - box.x0, box.bottom - box.top
    small, large = sorted((wide, high))
    return small >= LIGHT_MIN and large <= LIGHT_MAX and large <= LIGHT_ASPECT * small
