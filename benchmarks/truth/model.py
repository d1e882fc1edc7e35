"""What is known of a made table, and the draft that it is typeset from."""

from typing import Literal

from attrs import define, field, frozen

Rgb = tuple[float, float, float]
Side = Literal["left", "right", "centre"]
Level = Literal["top", "middle", "bottom"]
# How a light is printed: a coloured cell, a filled circle or square, a small picture.
Lamp = Literal["shade", "dot", "square", "picture"]
# "open" is ruled inside only, "sums" under the header and over the figures of sums.
Ruling = Literal["full", "open", "rows", "header", "sums", "frame", "zebra", "none"]


@frozen
class TrueCell:
    """One printed cell; `light` is the light that its colour is, "lost" for a grey one."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    light: str | None = None


@frozen
class TrueTable:
    """One table, over however many pages: its cells, empty ones left out."""

    cells: tuple[TrueCell, ...]


@frozen
class Case:
    """A made file and the tables in it, in reading order."""

    kind: str
    seed: int
    pdf: bytes
    tables: tuple[TrueTable, ...]

    @property
    def name(self) -> str:
        """What to call it in a list."""
        return f"{self.kind}-{self.seed}"


@define
class Draft:
    """One cell to be typeset."""

    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    bold: bool = False
    side: Side = "left"
    indent: float = 0.0
    fill: Rgb | None = None
    lamp: Lamp | None = None
    light: str | None = None


@define
class Grid:
    """A table to be typeset: rows of cells, places under a spanning cell left out.

    `widths` gives columns that wrap their text a width in em; None is as wide as its texts.
    """

    rows: list[list[Draft]]
    heads: int
    widths: list[float | None]

    def placed(self) -> list[tuple[int, int, Draft]]:
        """(row, column, cell) of each cell."""
        out = []
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(self.rows):
            c = 0
            for cell in row:
                while (r, c) in taken:
                    c += 1
                out.append((r, c, cell))
                taken |= {(r + i, c + j) for i in range(cell.rowspan) for j in range(cell.colspan)}
                c += cell.colspan
        return out

    def truth(self) -> TrueTable:
        """What a reader should find."""
        return TrueTable(
            tuple(
                TrueCell(d.text, r, c, d.rowspan, d.colspan, d.light)
                for r, c, d in self.placed()
                if d.text or d.light
            )
        )


@define
class Style:
    """How a table is drawn. Lengths are in em of its type, `leading` from line to line."""

    ruling: Ruling = "full"
    font: str = "Helvetica"
    size: float = 9.0
    leading: float = 1.2
    pad_x: float = 0.5
    pad_y: float = 0.3
    level: Level = "top"
    head_fill: Rgb | None = None
    head_colour: Rgb = (0.0, 0.0, 0.0)
    rule_width: float = 0.5
    frame_head: bool = False
    stripe: int = 1
    rules_filled: bool = False


@define
class Leaf:
    """How the pages of a file are set."""

    width: float = 595.0
    height: float = 842.0
    margin: float = 70.0
    turn: int = 0
    order: Literal["plain", "shuffled", "glyphs"] = "plain"
    above: float = 14.0
    below: float = 14.0
    torn: bool = False
    repeat: bool = False
    start: float | None = None
    notes: list[str] = field(factory=list)
