"""What the command `show` says of a value: itself, its print, its place, and who read it."""

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import TYPE_CHECKING

from attrs import astuple

from ifo_followup.document import Document, Lines
from ifo_followup.drawing.kinds import FINDING_COLOUR
from ifo_followup.drawing.overlay import framed
from ifo_followup.drawing.paper import Paper, over
from ifo_followup.locating.values import Value
from ifo_followup.model.findings import Provenance
from ifo_followup.model.steering import MoneyRange
from ifo_followup.model.values import Assessment, Box, Number, Place, Source, Text
from ifo_followup.out.plain import clean, clip

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_SHOWN = 50  # values of one part of a report
_MOST_PLACES = 12  # of one text
_MOST_LINES = 12  # of plain text
_AROUND = 70.0  # points of the page above and below what is framed


def told(value: Value, document: Document) -> Iterator[str]:
    """Lines about one value."""
    yield clean(value.path)
    yield f"  value    {_held(value.held)}"
    if value.source.text:
        yield f'  printed  "{clip(value.source.text, 300)}"'
    else:
        yield "  printed  as a colour or a picture, or not at all"
    places = list(dict.fromkeys(value.places))
    for place in places[:_MOST_PLACES]:
        yield f"  place    {_place(place)}"
    if len(places) > _MOST_PLACES:
        yield f"  and {len(places) - _MOST_PLACES} places more"
    cell = _cell(value.source)
    if cell:
        yield f"  cell     {cell}"
    for number, text in _printed_lines(value.source.place, document):
        yield f"  {number:7}  {clip(text, 100)}"


def who_read(provenance: Provenance) -> Iterator[str]:
    """Lines about the document and what read it, enough to do it again."""
    yield f"document  {clean(provenance.document or 'without a name')}"
    yield f"sha256    {provenance.sha256}"
    yield f"reader    {clean(provenance.reader)}"
    version = f" {provenance.plugin_version}" if provenance.plugin_version else ""
    yield f"format    {clean(provenance.plugin + version)}"
    yield f"library   ifo-followup {clean(provenance.library_version)}"


def _held(held: object) -> str:
    match held:
        case Text():
            return clip(held.text, 300)
        case Number(value=None):
            return f"none: {held.missing.value}" if held.missing else "none"
        case Number():
            return f"{held.value}{f' {held.unit.value}' if held.unit else ''}"
        case Assessment(verdict=None):
            return f"none: {held.missing.value}" if held.missing else "none"
        case Assessment():
            return held.verdict.value if held.verdict else ""
        case MoneyRange():
            return f"{held.low} to {held.high}{f' {held.unit.value}' if held.unit else ''}"
        case _:
            return clip(repr(held), 300)


def _place(place: Place) -> str:
    if place.page is not None:
        box = place.box
        if box is None:
            return f"page {place.page}"
        corners = f"{box.x0:.1f} {box.top:.1f} {box.x1:.1f} {box.bottom:.1f}"
        return f"page {place.page}, box {corners} (points from its top left corner)"
    if place.first_line is None:
        return "not known: this kind of document has neither pages nor lines"
    if place.last_line in (None, place.first_line):
        return f"line {place.first_line}"
    return f"lines {place.first_line}-{place.last_line}"


def _cell(source: Source) -> str:
    parts = [
        f"table {source.table}" if source.table is not None else "",
        f'row "{clip(source.row, 80)}"' if source.row else "",
        f'column "{clip(source.column, 80)}"' if source.column else "",
    ]
    return ", ".join(part for part in parts if part)


def _printed_lines(place: Place, document: Document) -> list[tuple[int, str]]:
    if place.first_line is None:
        return []
    last = min(place.last_line or place.first_line, place.first_line + _MOST_LINES - 1)
    return [
        (line.number, line.text)
        for block in document.blocks
        if isinstance(block, Lines)
        for line in block.lines
        if place.first_line <= line.number <= last and line.text.strip()
    ]


def crop(paper: Paper, values: Sequence[Value]) -> "Image | None":
    """The part of a page that values were read from, each in a frame; None without a box.

    Of values on several pages those on the first one's are framed.
    """
    places = [place for value in values for place in value.places]
    first = next((p for p in places if p.page is not None and p.box is not None), None)
    if first is None or first.page is None:
        return None
    boxes = [p.box for p in places if p.page == first.page and p.box is not None]
    boxes = [box for box in boxes if all(map(isfinite, astuple(box)))]
    if not boxes:
        return None
    width, height = paper.size(first.page)
    scale = paper.scale(first.page)
    frames = framed(width, height, _once(boxes), FINDING_COLOUR, scale)
    picture = over(paper.picture(first.page), frames, scale)
    top = max(min(box.top for box in boxes) - _AROUND, 0.0)
    bottom = min(max(box.bottom for box in boxes) + _AROUND, height)
    if bottom <= top:  # a box that lies beside the page
        return picture
    low = min(max(round(bottom * scale), round(top * scale) + 1), picture.height)
    return picture.crop((0, min(round(top * scale), low - 1), picture.width, low))


def _once(boxes: Sequence[Box]) -> list[Box]:
    return list(dict.fromkeys(boxes))
