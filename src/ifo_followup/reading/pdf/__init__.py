"""PDF bytes -> `Document`."""

import hashlib
from collections.abc import Iterable, Sequence

from ifo_followup.document import (
    PAGES_MISSING,
    Block,
    Cell,
    Document,
    Furniture,
    FurnitureKind,
    Heading,
    Kind,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.errors import Reason, UnreadableDocument
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.values import Place
from ifo_followup.progress import Tell, untold
from ifo_followup.reading.pdf import flow, stitch
from ifo_followup.reading.pdf.blanks import forget_unless_telling
from ifo_followup.reading.pdf.budget import too_much
from ifo_followup.reading.pdf.content import UNMAPPED, PageContent
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable, finish
from ifo_followup.reading.pdf.furniture import Found, take_furniture
from ifo_followup.reading.pdf.lines import Line, make_lines
from ifo_followup.reading.pdf.opening import NO_TEXT, explain, open_pdf
from ifo_followup.reading.pdf.tables import PageDraft, read_page
from ifo_followup.reading.pdf.unruled import lone_rows, unruled_tables

__all__ = ["read_pdf"]

# More unmapped glyphs than this share of a page, and its text cannot be trusted.
MAX_UNMAPPED = 0.01
_HIDDEN = "hidden text"

_Item = flow.TextDraft | stitch.Joined


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
        for content in opened.pages:
            grouping = True
            _check_mapped(content)
            glyphs += content.glyphs
            if glyphs > limits.characters:
                raise too_much(f"more than {limits.characters} characters", "characters")
            drafts.append(read_page(content, limits))
            warnings += _page_warnings(content, drafts[-1])
            page += 1
            grouping = False
        page = None
        grouping = True
        _check_pages(len(drafts), opened.declared_pages, glyphs, warnings)
        forget_unless_telling((draft.lines, draft.tables) for draft in drafts)
        # without a line that is seen there is nothing to tell headers from
        furniture = take_furniture(drafts) if any(draft.lines for draft in drafts) else []
        ended: DraftTable | None = None
        for draft in drafts:
            _find_unruled(draft, ended)
            ended = _open_end(draft)
        usual = _looks(drafts)
        items = _items(drafts, usual)
        blocks = _blocks(items, usual)
    except Exception as error:
        # MemoryError and RecursionError are Exceptions; interrupts are not ours to catch
        raise explain(error, name=name, page=page, ours=grouping) from error
    document = Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=Kind.PDF,
        reader=opened.reader,
        blocks=tuple(blocks),
        furniture=(*(_furniture(f) for f in furniture), *_repeated(items)),
        pages=len(drafts),
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
    if any(UNMAPPED in r.text for r in content.runs):
        out.append(f"page {content.number}: characters without a known meaning")
    return out


def _items(pages: Sequence[PageDraft], usual: flow.Looks) -> list[_Item]:
    """Everything in reading order, with what page breaks cut put together."""
    out: list[_Item] = []
    for page in pages:
        fresh = _page_items(page, usual)
        if out and fresh:
            last, first = out[-1], fresh[0]
            joined = False
            if isinstance(last, stitch.Joined) and isinstance(first, stitch.Joined):
                joined = stitch.try_join(last, first.table)
            elif isinstance(last, flow.TextDraft) and isinstance(first, flow.TextDraft):
                joined = flow.goes_on(last, first, usual)
                if joined:
                    last.parts[-1] += first.parts[0]
                    last.parts += first.parts[1:]
            if joined:
                fresh = fresh[1:]
        out += fresh
    return out


def _looks(pages: Sequence[PageDraft]) -> flow.Looks:
    widths = sorted(page.width for page in pages)
    return flow.looks([page.lines for page in pages], widths[len(widths) // 2])


def _open_end(page: PageDraft) -> DraftTable | None:
    """The table without rules that ends a page, if one does."""
    if not page.tables:
        return None
    last = max(page.tables, key=lambda t: t.box.bottom)
    below = any(line.baseline > last.box.bottom for line in page.lines)
    return None if below or last.ruled or last.drawn else last


def _find_unruled(page: PageDraft, before: DraftTable | None) -> None:
    found = unruled_tables(page.lines, page.number)
    if before is not None and not any(_opens(t, page) for t in [*found, *page.tables]):
        lone = lone_rows(page.lines, before, page.number)
        found = [lone, *found] if lone is not None else found
    used = {id(r) for t in found for c in t.cells for r in c.runs}
    if found:
        page.tables += [finish(t) for t in found]
        page.tables.sort(key=lambda t: t.box.top)
        page.lines = make_lines(r for x in page.lines for r in x.runs if id(r) not in used)


def _opens(table: DraftTable, page: PageDraft) -> bool:
    """Whether a table begins a page."""
    return not any(line.baseline < table.box.top for line in page.lines)


def _page_items(page: PageDraft, usual: flow.Looks) -> list[_Item]:
    out: list[_Item] = []
    rest = list(page.lines)
    for table in page.tables:
        above = [x for x in rest if x.baseline - 0.3 * x.size < table.box.top]
        rest = [x for x in rest if x.baseline - 0.3 * x.size >= table.box.top]
        out += flow.paragraphs(above, page.number, page.marks, usual)
        out.append(stitch.begin(table))
    out += flow.paragraphs(rest, page.number, page.marks, usual)
    out += [flow.TextDraft([[line]], page.number, tail_page=page.number) for line in page.turned]
    return out


def _blocks(items: Sequence[_Item], usual: flow.Looks) -> list[Block]:
    texts = [item for item in items if isinstance(item, flow.TextDraft)]
    headings = {id(t) for t in texts if flow.is_heading(t, usual)}
    ranks = sorted({flow.heading_key(t) for t in texts if id(t) in headings})
    _level_lists(items)
    out: list[Block] = []
    for item in items:
        if isinstance(item, stitch.Joined):
            out.append(_table(item))
        elif item.text:
            level = ranks.index(flow.heading_key(item)) + 1 if id(item) in headings else None
            out.append(_text_block(item, level, usual))
    return out


def _level_lists(items: Iterable[_Item]) -> None:
    current: list[flow.TextDraft] = []
    for item in items:
        if isinstance(item, flow.TextDraft) and item.sign is not None:
            current.append(item)
        else:
            flow.set_levels(current)
            current = []
    flow.set_levels(current)


def _text_block(item: flow.TextDraft, level: int | None, usual: flow.Looks) -> Block:
    place = Place(page=item.page, box=item.box(item.page))
    if level is not None:
        return Heading(text=item.text, level=level, place=place)
    if item.sign is not None:
        return ListItem(text=item.text, level=item.level, place=place)
    return Paragraph(
        text=item.text, place=place, strong=flow.is_strong(item, usual), mark=item.mark
    )


def _table(item: stitch.Joined) -> Table:
    draft = item.table
    if item.joins:
        stitch.relabel(draft)
    cells = sorted(draft.cells, key=lambda c: (c.row, c.column))
    return Table(
        cells=tuple(_cell(c, draft) for c in cells),
        place=Place(page=draft.page, box=draft.box),
        header_rows=draft.header_rows,
        joins=tuple(item.joins),
    )


def _cell(cell: DraftCell, table: DraftTable) -> Cell:
    return Cell(
        text=cell.text,
        row=cell.row,
        column=cell.column,
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        place=Place(page=cell.page, box=cell.box),
        strong=cell.strong,
        header=cell.row < table.header_rows,
        fill=cell.fill,
        mark=cell.mark,
        hidden=" ".join(line.text for line in make_lines(cell.hidden)),
        undecided=cell.undecided,
    )


def _repeated(items: Iterable[_Item]) -> list[Furniture]:
    """The header rows that a table repeats on every page: page furniture, like a running title."""
    return [
        Furniture(
            text=cell.text,
            kind=FurnitureKind.HEADER,
            place=Place(page=cell.page, box=cell.box),
        )
        for item in items
        if isinstance(item, stitch.Joined)
        for cell in item.dropped
        if cell.text
    ]


def _furniture(found: Found) -> Furniture:
    line: Line = found.line
    return Furniture(text=line.text, kind=found.kind, place=Place(page=found.page, box=line.box))
