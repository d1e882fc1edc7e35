"""Running headers and footers, page numbers and tables of contents."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from attrs import define

from ifo_followup.document import FurnitureKind
from ifo_followup.reading.pdf.lines import Line
from ifo_followup.reading.pdf.tables import PageDraft

# Running text stands in the outer seventh of a page.
MARGIN = 0.15
# On a single page only this outermost share is taken for margin.
NARROW_MARGIN = 0.09
# The same place, in points, on every page.
SAME_PLACE = 3.5
# Running text stands on this share of the pages at least: left and right pages may differ.
SHARE = 0.4
# Text of the body stands at most this far (em) from what follows.
IN_THE_FLOW = 3.0
# No sentence opens more pages than these by chance.
CHANCE = 3

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:sida?n?\.?\s{0,3})?[-–]?\s{0,3}\d{1,4}\s{0,3}[-–]?\s{0,3}"
    r"(?:\(\s{0,3}\d{1,4}\s{0,3}\)|(?:/|av|of)\s{0,3}\d{1,4})?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[a-zåäö]{2}\.\s[A-ZÅÄÖ]")
# As many dots before a page number lead the eye to it.
LEADER_DOTS = 5
_CONTENTS = re.compile(r"(?:innehåll|innehållsförteckning|contents)\s*:?", re.IGNORECASE)


@define
class Found:
    """A line of furniture and where it stands."""

    line: Line
    kind: FurnitureKind
    page: int


def take_furniture(pages: Sequence[PageDraft]) -> list[Found]:
    """Take running headers, footers and contents out of the pages' lines."""
    out: list[Found] = []
    for at_top in (True, False):
        out += _running(pages, at_top)
    out += _contents(pages)
    return sorted(out, key=lambda f: (f.page, f.line.baseline))


def _running(pages: Sequence[PageDraft], at_top: bool) -> list[Found]:
    kind = FurnitureKind.HEADER if at_top else FurnitureKind.FOOTER
    out: list[Found] = []
    taken: dict[int, Line] = {}  # the innermost of each page
    # from the outside inwards, so that a repeated heading inside the text is never reached
    while True:
        found = _outermost(pages, at_top, taken)
        if not found:
            return out
        for page, line in found:
            # the outermost one, hence it: comparing lines would ask for all their runs
            page.lines.pop(0 if at_top else -1)
            out.append(Found(line, kind, page.number))
            taken[page.number] = line


def _outermost(
    pages: Sequence[PageDraft], at_top: bool, taken: Mapping[int, Line]
) -> list[tuple[PageDraft, Line]]:
    edge: list[tuple[PageDraft, Line]] = []
    for page in pages:
        line = _edge_line(page, at_top)
        if line is not None:
            edge.append((page, line))
    if len(pages) <= 2:
        return _few_pages(edge, at_top)
    slots: dict[str, list[tuple[PageDraft, Line]]] = defaultdict(list)
    for page, line in edge:
        slots[signature(line)].append((page, line))
    out = []
    for group in slots.values():
        found = _same_place(group, max(2, round(SHARE * (len(pages) - 1))), at_top)
        if found and not (_is_label(found, pages) or _is_text(found, edge, pages, taken, at_top)):
            out += found
    return out or _changing(pages, edge, at_top)


def _is_label(found: list[tuple[PageDraft, Line]], pages: Sequence[PageDraft]) -> bool:
    """Whether a text is a label of the body that opens or ends some pages by chance.

    So it is where it stands elsewhere as well, in a line of its own, as often as there.
    """
    text = found[0][1].text
    if not has_letters(text):
        return False
    times = sum(line.text == text for page in pages for line in page.lines)
    return times >= 2 * sum(line.text == text for _, line in found)


def _is_text(
    found: Sequence[tuple[PageDraft, Line]],
    edge: Sequence[tuple[PageDraft, Line]],
    pages: Sequence[PageDraft],
    taken: Mapping[int, Line],
    at_top: bool,
) -> bool:
    """Whether a text opens or ends the body of some pages by chance: the same sentence twice.

    So it is where other pages have all that stands outside of it, and the body in its place, or
    where it reads on; and where it belongs to what follows, by its distance.
    """
    numbers = {page.number for page, _ in found}
    if len(numbers) > CHANCE:
        return False
    if numbers <= taken.keys():
        reads_on = all(_reads_on(page, line, at_top) for page, line in found)
        if not reads_on and taken.keys() <= numbers:
            return False
        if reads_on and numbers < taken.keys():
            return True
    elif numbers & taken.keys() or not any(
        page.number not in numbers and _same_level((page, line), found[0], at_top)
        for page, line in edge
    ):
        return False
    body = _body_size(pages)
    return all(
        line.size > body - 0.5 and _in_the_flow(page, line, taken.get(page.number), at_top)
        for page, line in found
    )


def _reads_on(page: PageDraft, line: Line, at_top: bool) -> bool:
    """Whether a sentence ends within a line at a page's edge, or goes on beside it."""
    if len(page.lines) < 2:
        return False
    later = page.lines[1] if at_top else line
    return _SENTENCE_END.search(line.text) is not None or later.text[:1].islower()


def _same_level(a: tuple[PageDraft, Line], b: tuple[PageDraft, Line], at_top: bool) -> bool:
    """Whether lines of two pages stand at the same distance from the edge."""
    if at_top:
        return abs(a[1].top - b[1].top) <= SAME_PLACE
    return abs((a[0].height - a[1].bottom) - (b[0].height - b[1].bottom)) <= SAME_PLACE


def _in_the_flow(page: PageDraft, line: Line, outer: Line | None, at_top: bool) -> bool:
    """Whether a line at a page's edge stands near to what follows, nearer than to furniture."""
    if len(page.lines) < 2:
        return False
    after = page.lines[1 if at_top else -2]
    step = abs(after.baseline - line.baseline)
    if outer is not None and step >= abs(line.baseline - outer.baseline):
        return False
    return step <= IN_THE_FLOW * line.size


def _body_size(pages: Sequence[PageDraft]) -> float:
    """The size of most lines."""
    return Counter(round(x.size * 2) for p in pages for x in p.lines).most_common(1)[0][0] / 2


def _edge_line(page: PageDraft, at_top: bool) -> Line | None:
    if not page.lines:
        return None
    line = page.lines[0] if at_top else page.lines[-1]
    limit = MARGIN * page.height
    inside = line.bottom <= limit if at_top else line.top >= page.height - limit
    if not inside:
        return None
    tables = [t for t in page.tables if (t.box.top < line.top) == at_top]
    beyond = any(t.box.top < line.top if at_top else t.box.top > line.top for t in tables)
    return None if beyond else line


def _same_place(
    group: list[tuple[PageDraft, Line]], least: int, at_top: bool
) -> list[tuple[PageDraft, Line]]:
    out: list[tuple[PageDraft, Line]] = []
    known: set[int] = set()
    rows: dict[int, list[tuple[PageDraft, Line]]] = defaultdict(list)
    for page, line in group:
        # footers keep their distance from the lower edge where page sizes differ
        y = line.baseline if at_top else page.height - line.baseline
        rows[round(y / SAME_PLACE)].append((page, line))
    for key in rows:
        near = rows[key] + rows.get(key + 1, [])
        if len(near) >= least:
            fresh = [item for item in near if item[0].number not in known]
            known.update(page.number for page, _ in fresh)
            out += fresh
    return out


def _changing(
    pages: Sequence[PageDraft], edge: list[tuple[PageDraft, Line]], at_top: bool
) -> list[tuple[PageDraft, Line]]:
    """Headers that name the chapter: another text on each page, but one place, apart and small."""
    body = _body_size(pages)
    apart = []
    for page, line in edge:
        if len(page.lines) < 2 or line.size > body:
            continue
        other = page.lines[1] if at_top else page.lines[-2]
        gap = abs(other.baseline - line.baseline)
        limit = NARROW_MARGIN * page.height
        outside = line.bottom <= limit if at_top else line.top >= page.height - limit
        if gap > 2 * line.size and outside:
            apart.append((page, line))
    return _same_place(apart, max(3, round(0.7 * len(pages))), at_top)


def _few_pages(edge: list[tuple[PageDraft, Line]], at_top: bool) -> list[tuple[PageDraft, Line]]:
    def outside(page: PageDraft, line: Line) -> bool:
        limit = NARROW_MARGIN * page.height
        return line.bottom <= limit if at_top else line.top >= page.height - limit

    edge = [(page, line) for page, line in edge if outside(page, line)]
    if len(edge) == 2 and signature(edge[0][1]) == signature(edge[1][1]):
        return edge
    return [(p, x) for p, x in edge if _PAGE_NUMBER.fullmatch(x.text.strip()) is not None]


def signature(line: Line) -> str:
    """A line's text with its numbers blanked."""
    return _DIGITS.sub("#", line.text)


def _contents(pages: Sequence[PageDraft]) -> list[Found]:
    out: list[Found] = []
    running = False
    for page in pages:
        leaders = [has_leader(line.text) for line in page.lines]
        if not any(leaders) and not running:
            start = next(
                (i for i, x in enumerate(page.lines) if _CONTENTS.fullmatch(x.text.strip())), None
            )
            if start is None or start + 1 >= len(page.lines):
                continue
        taken = _contents_lines(page, leaders, running)
        out += [Found(line, FurnitureKind.CONTENTS, page.number) for line in taken]
        running = bool(taken) and taken[-1] is page.lines[-1]
        kept = {id(line) for line in taken}
        page.lines = [line for line in page.lines if id(line) not in kept]
    return out


def _contents_lines(page: PageDraft, leaders: Sequence[bool], running: bool) -> list[Line]:
    lines = page.lines
    title = next((i for i, x in enumerate(lines) if _CONTENTS.fullmatch(x.text.strip())), None)
    if title is not None:
        first = title
    elif running:
        first = -1
    else:
        first = leaders.index(True) - 1
    last = first
    for i in range(first + 1, len(lines)):
        entry = leaders[i] or _is_entry(lines[i])
        # a long entry takes two lines; only its last one has the page number
        wrapped = (
            i + 1 < len(lines) and (leaders[i + 1] or _is_entry(lines[i + 1])) and last == i - 1
        )
        if entry:
            last = i
        elif not wrapped:
            break
    start = first if title is not None else first + 1
    entries = sum(leaders[i] or _is_entry(lines[i]) for i in range(max(start, 0), last + 1))
    if entries < 2 and not running:
        return []
    return list(lines[max(start, 0) : last + 1])


def _is_entry(line: Line) -> bool:
    """A title and, far to the right, a page number."""
    chunks = line.chunks(2.0)
    number = chunks[-1].text
    return len(chunks) > 1 and number.isdigit() and len(number) <= 4 and has_letters(line.text)


def has_letters(text: str) -> bool:
    """Whether a text has any letter."""
    return any(c.isalpha() for c in text)


def has_leader(text: str) -> bool:
    """Whether a line ends in a row of dots and a page number."""
    head = text.rstrip()
    bare = head.rstrip("0123456789")
    if bare == head:
        return False
    before = bare.rstrip(" ._…")
    leader = bare[len(before) :]
    return "…" in leader or leader.count(".") + leader.count("_") >= LEADER_DOTS
