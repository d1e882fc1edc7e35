"""Lines outside tables -> headings, paragraphs and list items, in reading order."""

from collections.abc import Sequence

from attrs import define, field

from ifo_followup.document import Colour
from ifo_followup.model.values import Box
from ifo_followup.reading.pdf.content import Style
from ifo_followup.reading.pdf.draft import DraftTable
from ifo_followup.reading.pdf.lines import (
    DASHES,
    Line,
    bullet,
    ended_text,
    fits,
    join_ended,
    style_weights,
)
from ifo_followup.reading.pdf.usual import JUSTIFIED, SAME_END, SAME_SIZE, Looks, family
from ifo_followup.reading.pdf.visible import Mark, chromatic, same_colour

# Type this much larger than the body's is a heading's.
LARGER = 1.12
# A heading runs over a few lines at most.
HEADING_LINES = 4
# A line pitch this much larger than usual parts paragraphs.
PARAGRAPH_GAP = 1.28
# Lines that begin this far apart (em) are set to different margins.
INDENT = 0.7
# A mark stands at most this far (points) left of the text it belongs to.
MARK_REACH = 22.0
# Text that fills this share of the column's width has reached its right margin.
FULL = 0.8
# A label that stands in a line of its own has at most so many words.
LABEL_WORDS = 3
# A heading does not end with one of these words.
_NEED_MORE = frozenset(
    ("att", "av", "de", "den", "det", "eller", "en", "ett", "från", "för", "genom", "hos", "i",
     "inom", "med", "mellan", "mot", "och", "om", "på", "samt", "som", "till", "vid")
)  # fmt: skip
_SENTENCE_END = (".", "!", "?", ":", ".”", '."', ".)")


@define
class TextDraft:
    """A heading, paragraph or list item. `parts` are its paragraphs, each a list of lines.

    `sign` is the x of a list item's sign, `text_x` the x its text is set to.
    """

    parts: list[list[Line]]
    page: int
    sign: float | None = None
    text_x: float = 0.0
    mark: Colour | None = None
    right: float = 0.0
    strip: bool = False
    dash: bool = False
    tail_page: int = 0
    tables: list[DraftTable] = field(factory=list)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.parts[0][0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.parts[-1][-1]

    @property
    def lines(self) -> list[Line]:
        """All of its lines."""
        return [line for part in self.parts for line in part]

    @property
    def style(self) -> Style:
        """The style of most of its characters."""
        weights = style_weights(self.lines)
        return max(weights, key=lambda style: weights[style])

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        lines = self.lines
        return all(line.bold or not any(c.isalnum() for c in line.text) for line in lines) and any(
            line.bold for line in lines
        )

    @property
    def text(self) -> str:
        """Its text; paragraphs of a list item are parted by blank lines."""
        out = []
        for number, part in enumerate(self.parts):
            texts = [line.ended_text for line in part]
            if number == 0 and self.strip:
                texts[0] = ended_text(part[0].runs[1:])
            out.append(join_ended(texts))
        return "\n\n".join(t for t in out if t)

    def box(self, page: int) -> Box:
        """The box around its lines that stand on its first page."""
        lines = self.lines if self.tail_page == page else self.parts[0][:1]
        return Box(
            min([x.x0 for x in lines]),
            min([x.top for x in lines]),
            max([x.x1 for x in lines]),
            max([x.bottom for x in lines]),
        )


def paragraphs(
    lines: Sequence[Line], page: int, marks: Sequence[Mark], usual: Looks
) -> list[TextDraft]:
    """Group the lines of one stretch of a page (between two tables, say)."""
    rights = _rights(lines, usual)
    out: list[TextDraft] = []
    for line, right in zip(lines, rights, strict=True):
        draft = out[-1] if out else None
        mark = _mark(line, marks)
        if draft is None or mark is not None or not _continues(draft, line, usual):
            out.append(_new(line, page, mark, right))
            continue
        if _new_part(draft, line):
            draft.parts.append([line])
        else:
            draft.parts[-1].append(line)
        draft.right = max(draft.right, right)
    return out


def _new(line: Line, page: int, mark: Colour | None, right: float) -> TextDraft:
    draft = TextDraft([[line]], page, right=right, mark=mark, tail_page=page, text_x=line.x0)
    if bullet(line):
        sign = line.runs[0]
        colour = sign.style.colour
        light = (
            colour is not None
            and chromatic(colour)
            and sign.text not in DASHES
            and (line.runs[1].style.colour is None or not _alike(colour, line.runs[1].style.colour))
        )
        draft.strip = True
        if light and draft.mark is None:
            draft.mark = colour
        elif draft.mark is None:
            draft.sign = sign.x0
            draft.dash = sign.text in DASHES
        draft.text_x = line.runs[1].x0
    return draft


def _alike(a: Colour | None, b: Colour | None) -> bool:
    if a is None or b is None:
        return a is b
    return same_colour(a, b, 40)


def _mark(line: Line, marks: Sequence[Mark]) -> Colour | None:
    for mark in marks:
        middle = (mark.box.top + mark.box.bottom) / 2
        if line.top <= middle <= line.bottom and -2 <= line.x0 - mark.box.x1 <= MARK_REACH:
            return mark.colour
    return None


def _rights(lines: Sequence[Line], usual: Looks) -> list[float]:
    """For each line the right edge to which its paragraph is set."""
    out: list[float] = []
    stack: list[Line] = []
    for line in [*lines, None]:
        if line is not None and stack and _stacks(stack[-1], line, usual):
            stack.append(line)
            continue
        if stack:
            widest = max(x.x1 for x in stack)
            near = sum(x.x1 > widest - 0.12 * (widest - stack[0].x0) for x in stack)
            full = widest - usual.left >= FULL * (usual.right - usual.left)
            right = widest if (near > 1 and len(stack) > 2) or full else max(widest, usual.right)
            out += [right] * len(stack)
        stack = [line] if line is not None else []
    return out


def _stacks(before: Line, line: Line, usual: Looks) -> bool:
    return (
        _same_style(before, line)
        and 0 < line.baseline - before.baseline <= PARAGRAPH_GAP * usual.pitch * line.size
        and not bullet(line)
    )


def _same_style(before: Line, line: Line) -> bool:
    a, b = before.runs[-1].style, line.runs[0].style
    if a is b and before.style is line.style:
        return True  # as nearly all are
    if abs(before.size - line.size) > SAME_SIZE:
        return False
    # a word set off at a line's end or start does not end a paragraph, a whole line does
    if before.bold != line.bold and a.bold != b.bold:
        return False
    if before.italic != line.italic and a.italic != b.italic:
        return False
    return _alike(before.colour, line.colour) or _alike(a.colour, b.colour)


def _continues(draft: TextDraft, line: Line, usual: Looks) -> bool:
    before = draft.last
    step = line.baseline - before.baseline
    if step <= 0 or step > PARAGRAPH_GAP * usual.pitch * max(line.size, before.size):
        return False
    if not _same_style(before, line):
        return False
    full = not fits(before, line, draft.right)
    if bullet(line):
        loose = line.runs[0].text in DASHES and draft.sign is None
        return loose and full and abs(line.x0 - before.x0) <= INDENT * line.size
    if draft.sign is not None or draft.strip:
        hangs = abs(line.x0 - draft.text_x) <= INDENT * line.size
        if hangs:
            return True
        at_sign = draft.sign is not None and abs(line.x0 - draft.sign) <= INDENT * line.size
        return at_sign and full
    if not full and not (_set_off(before, usual) and _unfinished(before, line)):
        return False
    if abs(line.x0 - before.x0) <= INDENT * line.size:
        return True
    # a first line may stand out to either side; titles are centred
    if len(draft.lines) == 1 and line.x0 < before.x0 and before.x0 - line.x0 < 4 * line.size:
        return True
    return abs((line.x0 + line.x1) - (before.x0 + before.x1)) <= 4


def _set_off(line: Line, usual: Looks) -> bool:
    """Whether a line is set as headings are: larger than the body, or bold."""
    return line.size >= LARGER * usual.size or (line.bold and not usual.bold)


def _unfinished(before: Line, line: Line) -> bool:
    """Whether a heading broken early goes on: it ends with a word that needs another one.

    Or the next line begins as no heading does, with a small letter.
    """
    if before.text.rstrip().endswith(_SENTENCE_END):
        return False
    return line.text[:1].islower() or before.text.split()[-1].lower() in _NEED_MORE


def _new_part(draft: TextDraft, line: Line) -> bool:
    """Whether a line under a bullet begins a paragraph of its own: the one before ended early."""
    return draft.sign is not None and fits(draft.last, line, draft.right)


def goes_on(draft: TextDraft, following: TextDraft, usual: Looks) -> bool:
    """Whether `following`, first on its page, is the rest of `draft`, last on the page before."""
    if following.sign is not None or following.mark is not None or following.strip:
        return False
    before, line = draft.last, following.first
    if not _same_style(before, line):
        return False
    if draft.sign is not None:
        if abs(line.x0 - draft.text_x) > INDENT * line.size:
            return False
    elif len(draft.lines) > 1 and abs(line.x0 - before.x0) > INDENT * line.size:
        return False
    if _is_label(following):
        return False
    right = max(draft.right, usual.right if draft.sign is not None else 0.0)
    # nobody tears a heading: where it does not plainly go on, another follows it
    if fits(before, line, right) or (is_heading(draft, usual) and not _unfinished(before, line)):
        return False
    text = before.text.rstrip()
    if line.text[:1].islower() or not text.endswith(_SENTENCE_END):
        return True
    # justified text: the last line of a paragraph does not reach the margin exactly; where text is
    # ragged, its widest line does, and by chance another one
    reached = [x for x in draft.lines if abs(x.x1 - right) < SAME_END]
    at_margin = usual.justified and abs(before.x1 - usual.right) < SAME_END
    return at_margin or (before in reached and len(reached) >= JUSTIFIED)


def _is_label(draft: TextDraft) -> bool:
    """Whether a text is a line of a word or two with a colon, which names what follows."""
    text = draft.first.text
    words = text.split()
    return (
        len(draft.lines) == 1
        and len(words) <= LABEL_WORDS
        and text.endswith(":")
        and text[:1].isupper()
    )


def is_heading(draft: TextDraft, usual: Looks) -> bool:
    """Whether a text is set as a heading."""
    if draft.sign is not None or draft.mark is not None or len(draft.lines) > HEADING_LINES:
        return False
    style = draft.style
    if not any(c.isalnum() for c in draft.first.text):
        return False
    if style.size >= LARGER * usual.size:
        return True
    if not draft.bold or usual.bold or style.size < usual.size - SAME_SIZE:
        return False
    return (
        family(style) != usual.family
        or not _alike(style.colour, usual.colour)
        or (style.italic and not usual.italic)
    )


def heading_key(draft: TextDraft) -> tuple[float, bool, bool]:
    """What ranks a heading: size first, then weight, then upright before italic."""
    style = draft.style
    return (-round(style.size * 2) / 2, not draft.bold, style.italic)


def is_strong(draft: TextDraft, text: str, usual: Looks) -> bool:
    """Whether all of a paragraph is emphasised: bold, or capitals set apart from the body.

    `text` is its text.
    """
    if draft.bold and not usual.bold:
        return True
    if not _in_capitals(text):
        return False
    style = draft.style
    return abs(style.size - usual.size) > SAME_SIZE or not _alike(style.colour, usual.colour)


def _in_capitals(text: str) -> bool:
    """Whether all letters of a text are capitals, and there are some."""
    count = 0
    for char in text:
        if char.isalpha():
            if not char.isupper():
                return False
            count += 1
    return count > 3


def list_level(stack: list[float], x: float) -> int:
    """The level of the next item of a list whose sign stands at `x`, by how far it is indented.

    `stack` are the signs of the levels so far: empty at the first item, and changed here.
    """
    while stack and x < stack[-1] - 3:
        stack.pop()
    if not stack or x > stack[-1] + 3:
        stack.append(x)
    return len(stack)
