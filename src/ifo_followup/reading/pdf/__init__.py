"""PDF bytes -> `Document`."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from ifo_followup.document import PAGES_MISSING, Document, Furniture, Kind
from ifo_followup.errors import Reason, UnreadableDocument
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.values import Place
from ifo_followup.progress import Tell, untold
from ifo_followup.reading.pdf.assembled import Blocks
from ifo_followup.reading.pdf.blanks import LineEnds, forget_ends
from ifo_followup.reading.pdf.budget import too_much
from ifo_followup.reading.pdf.content import UNMAPPED, PageContent
from ifo_followup.reading.pdf.continued import goes_on_in, open_row, prepend
from ifo_followup.reading.pdf.draft import DraftTable, finish, settle
from ifo_followup.reading.pdf.furniture import Found, take_furniture
from ifo_followup.reading.pdf.gathered import make_lines, without
from ifo_followup.reading.pdf.lines import Line
from ifo_followup.reading.pdf.opening import NO_TEXT, explain, open_pdf
from ifo_followup.reading.pdf.tables import PageDraft, read_page
from ifo_followup.reading.pdf.unruled import lone_rows, unruled_tables
from ifo_followup.reading.pdf.usual import looks

__all__ = ["read_pdf"]

# More unmapped glyphs than this share of a page, and its text cannot be trusted.
MAX_UNMAPPED = 0.01
# The pages with the first glyphs are kept as they are: to fold them would save next to nothing.
GLYPHS_AT_HAND = 60_000
_HIDDEN = "hidden text"


def read_pdf(
    data: bytes,
    *,
    name: str | None,
    backend: str = "auto",
    limits: Limits = DEFAULT_LIMITS,
    tell: Tell = untold,
) -> Document:
    """Read a PDF into the common document shape.

    `backend` names the library that reads the pages: "pdfminer", "pdfium", or "auto" for the
    better one, which is pdfminer.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, or has no text that can be read.
        LimitExceeded: the file is larger or more deeply nested than any honest report.
    """
    page: int | None = None
    grouping = False
    try:
        opened = open_pdf(data, limits, backend)
        tell("pages", str(opened.declared_pages or 0))
        page = 1
        drafts: list[PageDraft] = []
        warnings: list[str] = []
        glyphs = 0
        ends = LineEnds()
        for content in opened.pages:
            grouping = True
            _check_mapped(content)
            glyphs += content.glyphs
            if glyphs > limits.characters:
                raise too_much(f"more than {limits.characters} characters", "characters")
            draft = read_page(content, limits)
            warnings += _page_warnings(content, draft)
            ends.see(draft.lines, draft.tables)
            draft.folded = glyphs > GLYPHS_AT_HAND
            _put_by(draft)
            drafts.append(draft)
            page += 1
            grouping = False
        page = None
        grouping = True
        _check_pages(len(drafts), opened.declared_pages, glyphs, warnings)
        if not ends.telling:
            for draft in drafts:
                forget_ends(draft.lines, draft.tables)
        reached = len(drafts)
        # without a line that is seen there is nothing to tell headers from
        found = take_furniture(drafts) if any(draft.lines for draft in drafts) else []
        furniture = [_furniture(f) for f in found]
        found.clear()
        widths = sorted(draft.width for draft in drafts)
        usual = looks(_with_unruled(drafts), widths[len(widths) // 2])
        made = Blocks(usual)
        made.add_pages(drafts)
        blocks = made.finished()
    except Exception as error:
        # MemoryError and RecursionError are Exceptions; interrupts are not ours to catch
        raise explain(error, name=name, page=page, ours=grouping) from error
    document = Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=Kind.PDF,
        reader=opened.reader,
        blocks=blocks,
        furniture=(*furniture, *made.repeated),
        pages=reached,
        metadata=opened.metadata,
        warnings=(*warnings, *dict.fromkeys(opened.warnings)),
    )
    _check_text(document)
    return document


def _check_mapped(content: PageContent) -> None:
    if content.unmapped > MAX_UNMAPPED * max(content.glyphs, 1):
        raise UnreadableDocument(
            f"{content.unmapped} of {content.glyphs} characters have no known meaning",
            reason=Reason.UNMAPPED_GLYPHS,
            page=content.number,
        )


def _check_pages(reached: int, declared: int | None, glyphs: int, warnings: list[str]) -> None:
    if reached == 0:
        if declared:
            raise UnreadableDocument(
                f"none of {declared} pages can be reached", reason=Reason.PAGES_MISSING
            )
        raise UnreadableDocument("no pages")
    if declared is not None and reached < declared:
        warnings.append(f"{PAGES_MISSING}{reached} of {declared} pages can be reached")
    if glyphs == 0:
        raise UnreadableDocument(NO_TEXT, reason=Reason.NO_TEXT_LAYER)


def _check_text(document: Document) -> None:
    """Blanks, letters off the page and invisible letters are no text: no success without words."""
    if document.blocks or document.furniture:
        return
    hidden = sum(warning.startswith(_HIDDEN) for warning in document.warnings)
    more = f" ({hidden} lines of invisible text are not trusted)" if hidden else ""
    raise UnreadableDocument(NO_TEXT + more, reason=Reason.NO_TEXT_LAYER, document=document.name)


def _page_warnings(content: PageContent, draft: PageDraft) -> list[str]:
    upright = make_lines(r for r in draft.hidden if r.turn == 0)
    texts = [line.text for line in upright] + [r.text for r in draft.hidden if r.turn != 0]
    out = [f"{_HIDDEN} on page {content.number}: {text}" for text in texts]
    undecoded = sum(p.undecoded for p in content.pictures)
    if draft.oversized:
        out.append(
            f"page {content.number}: {draft.oversized} grids have more cells than any table "
            "(page_boxes) and were not read as tables"
        )
    if undecoded:
        out.append(f"page {content.number}: {undecoded} small pictures not decoded")
    if UNMAPPED in "".join([r.text for r in content.runs]):
        out.append(f"page {content.number}: characters without a known meaning")
    return out


def _put_by(page: PageDraft) -> None:
    """Keep a page in little room while the others are read."""
    page.hidden = []
    for table in page.tables:
        first, last = table is page.tables[0], table is page.tables[-1]
        settle(table, opens=first, ends=last, fold=page.folded)
    _fold(page)


def _fold(page: PageDraft) -> None:
    if page.folded:
        for line in page.lines:
            line.fold()


def _with_unruled(pages: Iterable[PageDraft]) -> Iterator[Sequence[Line]]:
    """The lines of each page that are left when the tables without rules were found."""
    ended: DraftTable | None = None
    for page in pages:
        _find_unruled(page, ended)
        ended = _open_end(page)
        yield page.lines
        _fold(page)


def _open_end(page: PageDraft) -> DraftTable | None:
    """The table that ends a page, if one does."""
    if not page.tables:
        return None
    last = max(page.tables, key=lambda t: t.box.bottom)
    below = any(line.baseline > last.box.bottom for line in page.lines)
    return None if below else last


def _find_unruled(page: PageDraft, before: DraftTable | None) -> None:
    row = _row_left_open(page, before)
    lines = page.lines
    if row is not None:
        taken = {id(r) for c in row.cells for r in c.runs}
        lines = [line for line in lines if id(line.runs[0]) not in taken]
    found = unruled_tables(lines, page.number)
    if row is not None:
        found.insert(0, row)
    elif before is not None and not any(_opens(t, page) for t in [*found, *page.tables]):
        lone = None if before.ruled or before.drawn else lone_rows(lines, before, page.number)
        found = [lone, *found] if lone is not None else found
    used = {id(r) for t in found for c in t.cells for r in c.runs}
    if found:
        for table in found:
            settle(finish(table), opens=True, ends=True, fold=page.folded)
        below = page.tables[0] if page.tables else None
        if found[0].open_bottom and below is not None and goes_on_in(found[0], below):
            # one table of stripes, whose first row on this page has none
            prepend(found.pop(0), below)
        page.tables += found
        page.tables.sort(key=lambda t: t.box.top)
        page.lines = without(page.lines, used)


def _row_left_open(page: PageDraft, before: DraftTable | None) -> DraftTable | None:
    """The row at the top of a page that goes on a table without a rule under it."""
    if before is None or not before.open_bottom or not (before.ruled or before.drawn):
        return None
    first = min([t.box.top for t in page.tables], default=page.height)
    lines = [line for line in page.lines if line.baseline < first]
    return open_row(lines, before, page.number, page.marks, page.shades)


def _opens(table: DraftTable, page: PageDraft) -> bool:
    """Whether a table begins a page."""
    return not any(line.baseline < table.box.top for line in page.lines)


def _furniture(found: Found) -> Furniture:
    line: Line = found.line
    return Furniture(text=line.text, kind=found.kind, place=Place(page=found.page, box=line.box))
