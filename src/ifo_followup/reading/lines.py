"""Lines of a plain text: its pages, and text whose every line is followed by an empty one."""

from attrs import evolve

from ifo_followup.document import TextLine

# share of the lines that must be followed by one empty line before the text counts as doubled
_DOUBLED = 0.6
# share of these that go on in small letters after the empty line; in a text with one paragraph a
# line, where empty lines are paragraph breaks, there are next to none
_MID_SENTENCE = 0.1
# or: share of the lines that then must be followed so, and of lines of spaces to printed ones
_ALL = 0.95
_BREAKS = 0.15
# shorter texts can look doubled by chance
_MIN_LINES = 10


def paginate(text: str) -> tuple[list[TextLine], int | None]:
    """Split into lines; a line after a form feed starts a page.

    Returns the lines and the number of pages, None when the text has no form feed. A form feed
    at the very end ends the last page and opens none.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    pages = text.rstrip().count("\f") + 1 if "\f" in text else None
    lines: list[TextLine] = []
    starts = False
    raw = text.split("\n")
    if raw[-1] == "":
        raw.pop()
    for number, line in enumerate(raw, start=1):
        pieces = line.split("\f")
        for index, piece in enumerate(pieces):
            starts = starts or index > 0
            # the rest of a line that only held form feeds is no line of its own
            if len(pieces) > 1 and not piece:
                continue
            lines.append(TextLine(text=piece, number=number, page_start=starts))
            starts = False
    return lines, pages


def single_spaced(lines: list[TextLine]) -> tuple[list[TextLine], bool]:
    """Undo double spacing: lines followed by an empty one, paragraphs parted by a line of spaces.

    Returns the lines and whether they were double-spaced. A single empty line goes; lines that
    hold only spaces become one empty line.
    """
    if not _is_doubled(lines):
        return lines, False
    out: list[TextLine] = []
    at = 0
    while at < len(lines):
        if lines[at].text.strip():
            out.append(lines[at])
            at += 1
            continue
        end = at
        while end < len(lines) and not lines[end].text.strip():
            end += 1
        gap = lines[at:end]
        starts = any(line.page_start for line in gap)
        if len(gap) > 1 or gap[0].text:
            kept = next((line for line in gap if line.text), gap[0])
            out.append(evolve(kept, text="", page_start=starts))
        elif starts and end < len(lines):
            lines[end] = evolve(lines[end], page_start=True)
        at = end
    return out, True


def _is_doubled(lines: list[TextLine]) -> bool:
    texts = [line.text for line in lines]
    printed = followed = mid_sentence = beneath = breaks = 0
    for index, text in enumerate(texts):
        if not text.strip():
            breaks += bool(text)
            continue
        printed += 1
        beneath += index + 1 < len(texts) and texts[index + 1].lstrip()[:1].islower()
        if index + 2 >= len(texts) or texts[index + 1] or not texts[index + 2]:
            continue
        followed += 1
        mid_sentence += texts[index + 2].lstrip()[:1].islower()
    if not breaks or printed < _MIN_LINES:
        return False
    # where lines of spaces part the paragraphs, all empty lines are those of the spacing
    strict = followed >= _ALL * printed and breaks > _BREAKS * printed and mid_sentence > 1
    # cells that begin in small letters stand apart; in single spacing more lines wrap beneath
    often = mid_sentence > max(_MID_SENTENCE * followed, beneath)
    return strict or (followed > _DOUBLED * printed and often)
