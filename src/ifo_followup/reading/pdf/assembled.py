"""Pages, one after the other -> the blocks of a document; a page is let go once it was used."""

from collections.abc import Sequence
from operator import attrgetter

from attrs import define, field

from ifo_followup.document import (
    Block,
    Cell,
    Furniture,
    FurnitureKind,
    Heading,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.model.values import Place
from ifo_followup.reading.pdf import flow, stitch
from ifo_followup.reading.pdf.draft import DraftCell, DraftTable
from ifo_followup.reading.pdf.gathered import make_lines
from ifo_followup.reading.pdf.tables import PageDraft
from ifo_followup.reading.pdf.usual import Looks

_Item = flow.TextDraft | stitch.Joined
_Key = tuple[float, bool, bool]


@define
class _Head:
    """A heading whose level is known only when all headings are."""

    text: str
    place: Place
    key: _Key


@define
class Blocks:
    """The blocks of a document, in reading order, with what page breaks cut put together.

    `repeated` are the header rows that a table repeats on every page: page furniture, like a
    running title.
    """

    usual: Looks
    repeated: list[Furniture] = field(factory=list)
    _made: list[Block | _Head] = field(factory=list)
    _keys: set[_Key] = field(factory=set)
    _signs: list[float] = field(factory=list)

    def add_pages(self, pages: list[PageDraft]) -> None:
        """Take the pages, from the first to the last, out of a list."""
        pages.reverse()
        # what ends a page may go on
        last: _Item | None = None
        while pages:
            fresh = _page_items(pages.pop(), self.usual)
            if last is not None and fresh and self._joined(last, fresh[0]):
                del fresh[0]
            for item in fresh:
                self._add(last)
                last = item
        self._add(last)

    def finished(self) -> tuple[Block, ...]:
        """All of them, headings with their levels."""
        levels = {key: level for level, key in enumerate(sorted(self._keys), 1)}
        return tuple(
            Heading(text=made.text, level=levels[made.key], place=made.place)
            if isinstance(made, _Head)
            else made
            for made in self._made
        )

    def _joined(self, last: _Item, first: _Item) -> bool:
        """Put what opens a page to what ended the one before, if it goes on."""
        if isinstance(last, stitch.Joined) and isinstance(first, stitch.Joined):
            return stitch.try_join(last, first.table)
        if isinstance(last, flow.TextDraft) and isinstance(first, flow.TextDraft):
            joined = flow.goes_on(last, first, self.usual)
            if joined:
                last.parts[-1] += first.parts[0]
                last.parts += first.parts[1:]
            return joined
        return False

    def _add(self, item: _Item | None) -> None:
        if isinstance(item, stitch.Joined):
            self._signs.clear()
            self._made.append(_table(item))
            self.repeated += _repeated(item)
        elif item is not None:
            self._add_text(item)

    def _add_text(self, item: flow.TextDraft) -> None:
        level = 0
        if item.sign is None:
            self._signs.clear()
        else:
            level = flow.list_level(self._signs, item.sign)
        text = item.text
        if not text:
            return
        place = Place(page=item.page, box=item.box(item.page))
        if flow.is_heading(item, self.usual):
            key = flow.heading_key(item)
            self._keys.add(key)
            self._made.append(_Head(text, place, key))
        elif level:
            self._made.append(ListItem(text=text, level=level, place=place))
        else:
            strong = flow.is_strong(item, text, self.usual)
            self._made.append(Paragraph(text=text, place=place, strong=strong, mark=item.mark))


def _page_items(page: PageDraft, usual: Looks) -> list[_Item]:
    out: list[_Item] = []
    rest = [(line.baseline - 0.3 * line.size, line) for line in page.lines]
    for table in page.tables:
        top = table.box.top
        above = [line for y, line in rest if y < top]
        rest = [(y, line) for y, line in rest if y >= top]
        out += flow.paragraphs(above, page.number, page.marks, usual)
        out.append(stitch.begin(table))
    out += flow.paragraphs([line for _, line in rest], page.number, page.marks, usual)
    out += [flow.TextDraft([[line]], page.number, tail_page=page.number) for line in page.turned]
    return out


def _table(item: stitch.Joined) -> Table:
    draft = item.table
    if item.joins:
        stitch.relabel(draft)
    cells = sorted(draft.cells, key=attrgetter("row", "column"))
    return Table(
        cells=tuple([_cell(c, draft) for c in cells]),
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
        hidden=" ".join(line.text for line in make_lines(cell.hidden)) if cell.hidden else "",
        undecided=cell.undecided,
    )


def _repeated(item: stitch.Joined) -> Sequence[Furniture]:
    return [
        Furniture(
            text=cell.text,
            kind=FurnitureKind.HEADER,
            place=Place(page=cell.page, box=cell.box),
        )
        for cell in item.dropped
        if cell.text
    ]
