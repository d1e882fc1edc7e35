"""What a report is made of, before anybody sets it as PDF, DOCX or text.

Three characters have a meaning inside a text: a soft hyphen (U+00AD) says where a narrow cell
may divide a word, a form feed says that a page ended there in the text layer, and a line feed
breaks a line inside a cell (two of them separate paragraphs).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

SOFT_HYPHEN = "\u00ad"
PAGE_END = "\f"
NO_BREAK_SPACE = "\u00a0"

LIGHTS = {"Grön": "green", "Gul": "yellow", "Röd": "red"}

VAlign = Literal["top", "middle", "bottom"]
# statement: a goal's words; lead: the name of what follows; caption: over a table; label: one
# word over text; note: small print under a table
ParagraphKind = Literal["body", "statement", "lead", "caption", "label", "note", "empty"]
TableKind = Literal["goal", "indicator", "money", "lights", "strip", "measures", "sums", "figures"]


def plain(text: str) -> str:
    """The text without soft hyphens and page marks, every space an ordinary one."""
    kept = text.replace(SOFT_HYPHEN, "").replace(PAGE_END, "")
    return kept.replace(NO_BREAK_SPACE, " ")


def printed(text: str) -> str:
    """The text as it goes on paper: only the marks for the text layer are gone."""
    return text.replace(SOFT_HYPHEN, "").replace(PAGE_END, "")


@dataclass(frozen=True)
class Cell:
    """One cell of a table; `span` columns wide. `hidden` is white text: a legend nobody sees."""

    text: str = ""
    span: int = 1
    hidden: str = ""


@dataclass(frozen=True)
class Row:
    """One row. The options after `bold` say how the text layer runs through it."""

    cells: tuple[Cell, ...]
    header: bool = False
    bold: bool = False
    valign: VAlign = "top"
    skip_empty: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading; `tight` has no blank line after it in the text layer."""

    text: str
    level: int = 1
    tight: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text, or a line that looks otherwise."""

    text: str
    kind: ParagraphKind = "body"


@dataclass(frozen=True)
class Bullet:
    """One item of a list."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Table:
    """A table. `chars` are column widths of the text layer, `shares` those on paper."""

    kind: TableKind
    rows: tuple[Row, ...]
    chars: tuple[int, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True)
class PageBreak:
    """The next block starts a page."""


Block = Heading | Paragraph | Bullet | Table | PageBreak


@dataclass(frozen=True)
class Report:
    """A whole report: the same blocks for every format, and the truth about them."""

    name: str
    municipality: str
    board: str
    area: str | None
    title_page: tuple[str, ...]
    layout: Literal["goal-tables", "lights", "tertial"]
    blocks: tuple[Block, ...]
    tables: dict[str, list[dict[str, object]]] = field(default_factory=dict)


def row(
    texts: Sequence[str | Cell],
    *,
    header: bool = False,
    bold: bool = False,
    valign: VAlign = "top",
    skip_empty: bool = False,
) -> Row:
    """A row from plain strings and cells."""
    cells = tuple(Cell(text) if isinstance(text, str) else text for text in texts)
    return Row(cells, header=header, bold=bold, valign=valign, skip_empty=skip_empty)
