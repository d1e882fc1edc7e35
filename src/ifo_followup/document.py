"""The one shape that every input becomes before anybody asks what it means.

A `Document` is blocks in reading order. A reader (PDF, DOCX, HTML, Markdown, text) builds it and
knows nothing of goals or budgets; a format reads it and never sees the file. Every piece keeps
where it stood, so that every value taken from it can say so.

Lengths on a page are points (1/72 inch) from the page's top left corner, y growing downwards.
Line numbers are 1-based lines of the decoded text.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from itertools import islice
from unicodedata import is_normalized

from attrs import field, frozen, validators

from ifo_followup.model.values import Place
from ifo_followup.swedish.text import squash

# texts that are squashed at once
_AT_ONCE = 200
HINT = "hint:"  # begins the metadata that the caller gave, not the document
PAGES_MISSING = "pages_missing: "  # how the warning begins that pages cannot be reached


@frozen(cache_hash=True)
class Colour:
    """A colour as drawn, 0-255 a channel. What it means is not the reader's business."""

    red: int = field(validator=[validators.ge(0), validators.le(255)])
    green: int = field(validator=[validators.ge(0), validators.le(255)])
    blue: int = field(validator=[validators.ge(0), validators.le(255)])


@frozen(kw_only=True)
class Heading:
    """A line that opens a section. `level` is 1 for the largest; `text` includes any number."""

    text: str
    level: int = field(validator=validators.ge(1))
    place: Place


@frozen(kw_only=True)
class Paragraph:
    """Running text: one paragraph, line breaks already joined.

    `strong` is set when all of it is emphasised (bold, or a label's style) without being a
    heading; `mark` is the colour of a small filled shape standing at its start.
    """

    text: str
    place: Place
    strong: bool = False
    mark: Colour | None = None


@frozen(kw_only=True)
class ListItem:
    """One bullet, its sign removed. `level` is 1 for the outermost list."""

    text: str
    place: Place
    level: int = field(default=1, validator=validators.ge(1))


@frozen(kw_only=True)
class Cell:
    """One table cell. `text` has paragraphs separated by a blank line, lines joined.

    `row` and `column` are 0-based grid positions of its top left corner. `fill` is its shading,
    `mark` a filled shape drawn inside it. `hidden` is text that is there but cannot be seen
    (white on white, zero size): kept, never mixed into `text`. `undecided` are figures of all the
    columns that the cell covers, of which the reader cannot tell where one ends.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    place: Place
    strong: bool = False
    header: bool = False
    fill: Colour | None = None
    mark: Colour | None = None
    hidden: str = ""
    undecided: bool = False

    def __attrs_post_init__(self) -> None:
        # one check for all: there are thousands of cells
        if self.row < 0 or self.column < 0 or self.rowspan < 1 or self.colspan < 1:
            raise ValueError(
                f"no cell stands in row {self.row}, column {self.column}, over {self.rowspan} rows "
                f"and {self.colspan} columns"
            )


@frozen(kw_only=True)
class Join:
    """Two pieces of a table, read as one: where the second began and why they belong together."""

    row: int
    reason: str
    place: Place


@frozen(kw_only=True)
class Table:
    """A grid of cells, in row-major order; cells never overlap, holes are empty cells left out.

    `header_rows` counts leading rows that the reader knows to be headers (shaded, bold, marked as
    such in the file); 0 when it cannot tell. `joins` tells how a table over pages was mended.
    """

    cells: tuple[Cell, ...]
    place: Place
    header_rows: int = 0
    joins: tuple[Join, ...] = ()

    @cached_property
    def rows(self) -> int:
        """Number of grid rows."""
        return max((c.row + c.rowspan for c in self.cells), default=0)

    @cached_property
    def columns(self) -> int:
        """Number of grid columns."""
        return max((c.column + c.colspan for c in self.cells), default=0)

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells; a spanning cell stands in each place it covers, a hole is None."""
        columns = self.columns
        out: list[list[Cell | None]] = [[None] * columns for _ in range(self.rows)]
        for cell in self.cells:
            if cell.rowspan == cell.colspan == 1:
                out[cell.row][cell.column] = cell
                continue
            for r in range(cell.row, cell.row + cell.rowspan):
                for c in range(cell.column, cell.column + cell.colspan):
                    out[r][c] = cell
        return out


@frozen(kw_only=True)
class TextLine:
    """One line of plain text as it stands: its runs of spaces are evidence of empty cells."""

    text: str
    number: int = field(validator=validators.ge(1))
    page_start: bool = False


@frozen(kw_only=True)
class Lines:
    """A stretch of plain text in which headings, paragraphs and tables are still to be told apart.

    Only the plain-text reader makes it; `layouts.recover` turns it into the other blocks with
    what a format declares. `blank_after` of a line is kept by empty `TextLine`s.
    """

    lines: tuple[TextLine, ...]
    place: Place


class FurnitureKind(Enum):
    """What a piece of page furniture is."""

    HEADER = "header"
    FOOTER = "footer"
    CONTENTS = "contents"
    SIGNS = "signs"  # bullets and hyphens at line ends, which plain text prints among its words


@frozen(kw_only=True)
class Furniture:
    """Text that belongs to the page, not to the report: kept apart, not lost."""

    text: str
    kind: FurnitureKind
    place: Place


Block = Heading | Paragraph | ListItem | Table | Lines


class Kind(Enum):
    """What sort of file a document was."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


@frozen(kw_only=True)
class Document:
    """A whole file, read once and shared by everybody who looks at it."""

    name: str | None
    sha256: str
    kind: Kind
    reader: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    pages: int | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def wording(self) -> str:
        """All its texts as `squash` leaves them: what the words of a layout are searched in."""
        texts = self.texts()
        pieces: list[str] = []
        # in pieces: at once it would take many times the text's own room
        while some := list(islice(texts, _AT_ONCE)):
            pieces.append(squash(" ".join(some)))
        joined = "".join(pieces)
        # an accent that begins a piece belongs to the letter before it
        return joined if is_normalized("NFKC", joined) else squash(joined)

    def texts(self) -> Iterator[str]:
        """Every printed text, furniture last; what a format's claim looks at."""
        for block in self.blocks:
            match block:
                case Table():
                    for cell in block.cells:
                        yield cell.text
                case Lines():
                    for line in block.lines:
                        yield line.text
                case _:
                    yield block.text
        for piece in self.furniture:
            yield piece.text
