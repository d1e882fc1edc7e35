"""Documents as these reports are, and what of them print can carry."""

from collections.abc import Sequence

from attrs import evolve
from hypothesis import strategies as st

from ifo_followup.document import (
    Block,
    Cell,
    Colour,
    Document,
    Furniture,
    FurnitureKind,
    Heading,
    Kind,
    ListItem,
    Paragraph,
    Table,
)
from ifo_followup.model.values import Place
from ifo_followup.swedish.text import tidy

NOWHERE = Place()
WORDS = (
    "barn", "unga", "vuxna", "stöd", "boende", "enheten", "insatser", "handläggning", "familjer",
    "väntetiden", "mottagningen", "samverkan", "skolan", "hemmet", "året", "arbetet", "planen",
    "öppenvård", "försörjningsstöd", "och", "för", "med", "på", "är", "LVU-placering",
    "barn- och ungdomsenheten", "Mini-Maria", "§ 4", "t.ex.", "(HVB)", "80 %", "1 240", "−3,5",
    "2019-04-30", "hand\u00adlägg\u00adnings\u00adtiden", "individ- och familjeomsorgen",
)  # fmt: skip
# where few rules tell the rows, a line that begins with a capital or a figure begins another one
IN_CELLS = tuple(w for w in WORDS if w[0].islower())
FIGURES = ("0", "12", "1 240", "-3,5", "−12 480", "80 %", "4,5 %", "-", "2 345,6", "100")
LIGHTS = ("Grön", "Gul", "Röd")
MARKS = (Colour(112, 173, 71), Colour(255, 192, 0), Colour(192, 0, 0), Colour(146, 208, 80))
FILLS = (Colour(169, 209, 142), Colour(255, 230, 153), Colour(240, 128, 128))

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
labels = st.lists(st.sampled_from(IN_CELLS), min_size=1, max_size=9).map(
    lambda few: f"Del {' '.join(few)}"
)
sentences = words.map(lambda text: f"Nu {text} klart.")
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(
    lambda few: f"Om {' '.join(few)}"
)
texts = st.lists(sentences, min_size=1, max_size=4).map(" ".join)


def heading(text: str, level: int = 1) -> Heading:
    return Heading(text=text, level=level, place=NOWHERE)


def paragraph(text: str, *, strong: bool = False, mark: Colour | None = None) -> Paragraph:
    return Paragraph(text=text, place=NOWHERE, strong=strong, mark=mark)


def item(text: str, level: int = 1) -> ListItem:
    return ListItem(text=text, level=level, place=NOWHERE)


def cell(text: str, row: int, column: int, **more: object) -> Cell:
    return Cell(text=text, row=row, column=column, place=NOWHERE, **more)


def table(cells: Sequence[Cell], header_rows: int = 0) -> Table:
    return Table(cells=tuple(cells), place=NOWHERE, header_rows=header_rows)


def document(*blocks: Block, header: str = "", footer: str = "") -> Document:
    furniture = [
        Furniture(text=text, kind=kind, place=NOWHERE)
        for text, kind in ((header, FurnitureKind.HEADER), (footer, FurnitureKind.FOOTER))
        if text
    ]
    return Document(
        name="prov",
        sha256="0" * 64,
        kind=Kind.TEXT,
        reader="test",
        blocks=blocks,
        furniture=tuple(furniture),
    )


@st.composite
def shown_cells(draw: st.DrawFn, row: int, column: int, colspan: int, rowspan: int) -> Cell:
    """A cell that shows something: words, figures, a light, a colour, a shape."""
    more: dict[str, object] = {}
    kind = draw(st.sampled_from(("words", "words", "text", "figure", "light", "fill", "mark")))
    text = {
        "words": labels,
        "text": st.lists(labels, min_size=1, max_size=4).map(lambda each: f"{'. '.join(each)}."),
        "figure": st.sampled_from(FIGURES),
        "light": st.sampled_from(LIGHTS),
    }.get(kind, st.just(""))
    if kind == "fill":
        more["fill"] = draw(st.sampled_from(FILLS))
    if kind == "mark":
        more["mark"] = draw(st.sampled_from(MARKS))
    if kind == "words" and draw(st.integers(0, 9)) == 0:
        more["hidden"] = draw(st.sampled_from(("dold", "Grön", "ett mål")))
    return cell(draw(text), row, column, colspan=colspan, rowspan=rowspan, **more)


@st.composite
def tables(
    draw: st.DrawFn,
    *,
    spans: bool = True,
    holes: bool = True,
    heads: tuple[int, ...] = (0, 1, 2),
    most_rows: int = 8,
) -> Table:
    """Tables with a label in each row's first cell, headers, holes, and cells over others.

    Each border of rows and columns is the border of some cell.
    """
    columns = draw(st.integers(2, 5))
    head = draw(st.sampled_from(heads))
    rows = range(head, head + draw(st.integers(2, most_rows)))
    out: list[Cell] = []
    if head == 2:
        out += [cell("Mål", 0, 0), cell("Utfall och prognos", 0, 1, colspan=columns - 1)]
    if head:
        names = draw(st.lists(st.sampled_from(HEADS), min_size=columns, max_size=columns))
        out += [cell(name, head - 1, column) for column, name in enumerate(names)]
    over = draw(_spans(rows, columns)) if spans else {}
    covered = {
        (r + i, c + j)
        for (r, c), (high, wide) in over.items()
        for i in range(high)
        for j in range(wide)
    }
    for row in rows:
        for column in range(columns):
            high, wide = over.get((row, column), (1, 1))
            if (row, column) in covered and (row, column) not in over:
                continue
            if not column:
                out.append(cell(draw(labels), row, 0, colspan=wide, rowspan=high))
            elif (row, column) in over or row == rows[-1] or not holes or draw(st.integers(0, 5)):
                out.append(draw(shown_cells(row, column, wide, high)))
    return table(out, head)


@st.composite
def _spans(draw: st.DrawFn, rows: range, columns: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells over two rows or two columns, by where they begin: none in the last row."""
    out: dict[tuple[int, int], tuple[int, int]] = {}
    busy = -1
    for row in rows[:-1]:
        kind = draw(st.sampled_from(("", "", "", "wide", "high")))
        if row <= busy or not kind:
            continue
        if kind == "wide" and columns > 2:
            out[row, draw(st.integers(0, columns - 2))] = (1, 2)
        elif kind == "high" and row + 1 < rows[-1]:
            out[row, draw(st.integers(0, columns - 1))] = (2, 1)
            busy = row + 1
    return out


HEADS = ("Bedömning", "Kommentar", "Utfall 2018", "Mål 2019", "Ansvar", "Trend", "Nämndens mål")
ANY_TABLE = tables()


@st.composite
def documents(draw: st.DrawFn, made: st.SearchStrategy[Table] = ANY_TABLE) -> Document:
    """Reports in small: sections with paragraphs, lists and tables, mostly running text."""
    opening = draw(st.lists(sentences, min_size=6, max_size=9).map(" ".join))
    blocks: list[Block] = [heading("Sammanfattning"), paragraph(opening)]
    for _ in range(draw(st.integers(1, 4))):
        blocks.append(heading(draw(titles), draw(st.integers(1, 4))))
        for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4)):
            if kind == "table":
                if isinstance(blocks[-1], Table):
                    blocks.append(paragraph(draw(texts)))
                blocks.append(draw(made))
            else:
                blocks += _texts(draw, kind)
    each = (_told_apart(block, number) for number, block in enumerate(blocks))
    return document(*each, header="Almviks kommun\tSocialnämnden", footer="Dnr SN 2019-14")


def _texts(draw: st.DrawFn, kind: str) -> list[Block]:
    match kind:
        case "strong":
            return [paragraph(draw(titles), strong=True)]
        case "marked":
            return [paragraph(draw(texts), mark=draw(st.sampled_from(MARKS)))]
        case "list":
            levels = draw(st.lists(st.integers(1, 3), min_size=1, max_size=5))
            return [item(draw(texts), level) for level in levels]
        case _:
            return [paragraph(draw(texts))]


def _told_apart(block: Block, number: int) -> Block:
    """The text with a word of its own: a line that stands on many pages is no text of a report."""
    if isinstance(block, Table):
        return block
    own = "".join("bdfgklmnprst"[int(d)] + "ao"[n % 2] for n, d in enumerate(f"{number:03}"))
    first, _, rest = block.text.partition(" ")
    return evolve(block, text=f"{first} {own} {rest}".strip())


KINDS = ("text", "text", "strong", "marked", "list", "table", "table")


def content(found: Document, *, levels: bool = True) -> list[object]:
    """The normal form: what print carries of a document, and every reader gives back.

    Left out are places, holes, and how deep a heading is: only their order is kept. A list
    begins at its first level and goes in by one, unless `levels` are told by the file.
    """
    ranks = {
        level: rank
        for rank, level in enumerate(
            sorted({b.level for b in found.blocks if isinstance(b, Heading)}), 1
        )
    }
    out: list[object] = []
    signs: list[int] = []
    for block in found.blocks:
        if not isinstance(block, ListItem):
            signs.clear()
        match block:
            case Heading():
                out.append(("heading", ranks[block.level], tidy(block.text)))
            case Paragraph():
                out.append(("paragraph", tidy(block.text), block.strong, block.mark))
            case ListItem():
                level = block.level if levels else _level(signs, block.level)
                out.append(("item", level, tidy(block.text)))
            case Table():
                out.append(("table", block.header_rows))
                out.extend(filter(None, map(_cell, block.cells)))
    return out


def _cell(found: Cell) -> tuple[object, ...] | None:
    shows = (tidy(found.text), found.fill, found.mark, " ".join(tidy(found.hidden).split()))
    if not any(shows):
        return None
    span = (found.row, found.column, found.rowspan, found.colspan)
    return ("cell", *span, *shows, found.strong and bool(found.text))


def _level(signs: list[int], level: int) -> int:
    while signs and level < signs[-1]:
        signs.pop()
    if not signs or level > signs[-1]:
        signs.append(level)
    return len(signs)
