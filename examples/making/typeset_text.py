"""Sets a report as the text layer of a PDF, read without its geometry.

What such a reader prints: a cell of one line runs on into the next cell, a cell of several
lines is followed by a blank line, an empty cell leaves a space or two, and a page that ends
leaves nothing but a space before the next line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from making.blocks import (
    PAGE_END,
    SOFT_HYPHEN,
    Block,
    Bullet,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Row,
    Table,
    VAlign,
)


@dataclass(frozen=True)
class TextStyle:
    """The habits of one text layer.

    `trailing`: every line ends with a space, not only those broken inside a paragraph.
    `double`: every line is followed by an empty one. `break_bullets`: an item's second line
    stands after an empty line, as where a list is set with a hanging indent.
    """

    width: int = 100
    heading_width: int = 80
    trailing: bool = False
    double: bool = False
    break_bullets: bool = False
    bullets: tuple[str, str] = ("\uf0b7 ", "\uf02d ")


STYLES = {
    "goal-tables": TextStyle(width=104, heading_width=66, break_bullets=True),
    "lights": TextStyle(width=99, heading_width=62, trailing=True, double=True),
    "tertial": TextStyle(
        width=101, heading_width=84, trailing=True, break_bullets=True, bullets=("• ", "– ")
    ),
}


def _pieces(word: str) -> list[tuple[str, str]]:
    """The parts a word may be divided into, each with what is printed when it ends a line."""
    parts: list[tuple[str, str]] = []
    rest = word
    for i, char in enumerate(word):
        done = len(word) - len(rest)
        if char == SOFT_HYPHEN:
            parts.append((word[done:i], "-"))
            rest = word[i + 1 :]
        elif char == "-" and i > done and word[i + 1 : i + 2].isalnum():
            parts.append((word[done : i + 1], ""))
            rest = word[i + 1 :]
    return [*parts, (rest, "")]


def _place(word: str, line: str, width: int) -> tuple[list[str], str]:
    """Put one word after `line`: the lines that became full, and the line that is open."""
    full: list[str] = []
    lead = f"{line} " if line.strip(PAGE_END) else line
    parts = _pieces(word)
    size = len("".join(part for part, _ in parts).strip(PAGE_END))
    if len(lead) + size <= width:
        return full, lead + "".join(part for part, _ in parts)
    # as many parts as fit stay on the line, else the word goes to the next one
    kept = 0
    for n in range(1, len(parts)):
        head = "".join(part for part, _ in parts[:n]) + parts[n - 1][1]
        if len(lead) + len(head) <= width:
            kept = n
    if kept:
        head = "".join(part for part, _ in parts[:kept]) + parts[kept - 1][1]
        full.append(lead + head)
        rest = SOFT_HYPHEN.join(part for part, _ in parts[kept:])
        more, line = _place(rest, "", width)
        return full + more, line
    if line:
        full.append(line + " ")
        more, line = _place(word, "", width)
        return full + more, line
    text = "".join(part for part, _ in parts)
    while len(text) > width:  # a word wider than its cell is cut anywhere
        full.append(text[:width])
        text = text[width:]
    return full, text


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text in a column of `width` characters.

    A line broken at a space keeps the space at its end. A line that a page mark falls on
    starts with a space. Paragraphs are separated by an empty line.
    """
    if not text.strip(" "):
        return [text]
    lines: list[str] = []
    paragraphs = text.split("\n")
    for n, paragraph in enumerate(paragraphs):
        line = ""
        for word in paragraph.split(" "):
            full, line = _place(word, line, width)
            lines.extend(full)
        last = n == len(paragraphs) - 1 or not paragraph or not paragraphs[n + 1]
        lines.append(line if last else line + " ")
    return [" " + x.replace(PAGE_END, "") if PAGE_END in x else x for x in lines]


def _seam(before: int, after: int, valign: VAlign) -> str:
    """What stands between two cells of so many lines: a space, a line end or an empty line."""
    if valign == "bottom":
        return " " if after == 1 else "\n\n"
    if valign == "middle":
        if before > 1 and after > 1:
            return "\n\n"
        lines = max(before, after)
        return " " if lines <= 2 else "\n" if lines == 3 else "\n\n"
    return " " if before == 1 else "\n\n"


def set_row(
    cells: Sequence[str],
    widths: Sequence[int],
    *,
    style: TextStyle = TextStyle(),
    empty: str = "",
    valign: VAlign = "top",
    skip_empty: bool = False,
    loose: bool = False,
    last_apart: bool = False,
    tight_cells: bool = False,
) -> str:
    """One row of a table, cell by cell, with its line ends.

    `empty` is what an empty cell holds; `skip_empty` leaves it out altogether. A `loose` row
    is always followed by an empty line. `last_apart` puts the last cell on a line of its own
    when the row has a cell of several lines; `tight_cells` keeps those lines together.
    """
    columns = [(wrap(c, w) if c else [empty]) for c, w in zip(cells, widths, strict=True)]
    if skip_empty:
        columns = [lines for lines, cell in zip(columns, cells, strict=True) if cell]
    tail = " " if style.trailing else ""
    inner = "\n\n" if style.double and not tight_cells else "\n"
    tall = any(len(lines) > 1 for lines in columns)
    out = ""
    before = 0
    for k, lines in enumerate(columns):
        if k:
            seam = _seam(before, len(lines), valign)
            if last_apart and tall and k == len(columns) - 1:
                seam = "\n"
            out += seam if seam == " " else tail + seam
        out += inner.join(lines)
        before = len(lines)
    gap = style.double or loose or tall
    return out + tail + ("\n\n" if gap else "\n")


def table(
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    style: TextStyle = TextStyle(),
    empty: str = " ",
    loose: bool = False,
) -> str:
    """A plain table with its cells set at the top: what most tables look like."""
    return "".join(set_row(r, widths, style=style, empty=empty, loose=loose) for r in rows)


def prose(paragraphs: Sequence[str], width: int, *, style: TextStyle = TextStyle()) -> str:
    """Paragraphs of running text, each followed by an empty line (or one with a space)."""
    return "".join(_flow(p, width, style) + _paragraph_end(style) for p in paragraphs)


def _flow(text: str, width: int, style: TextStyle) -> str:
    tail = " " if style.trailing else ""
    inner = "\n\n" if style.double else "\n"
    lines = wrap(text, width)
    # nothing but the space tells that a page ended
    out = lines[0]
    for line in lines[1:]:
        out += ("\n" if line.startswith(" ") else inner) + line
    return out + tail + "\n"


def _paragraph_end(style: TextStyle) -> str:
    return "\n \n\n" if style.double else "\n"


def _set_table(block: Table, style: TextStyle) -> str:
    money = block.kind == "money"
    return "".join(
        set_row(
            _texts(r),
            _widths(r, block.chars),
            style=style,
            empty=" " if money and style.double else "",
            valign=r.valign,
            skip_empty=r.skip_empty,
            loose=money or (block.kind in ("figures", "sums") and not _header_goes_on(block, n)),
            last_apart=block.kind in ("lights", "measures") and style.double and not r.header,
            tight_cells=money,
        )
        for n, r in enumerate(block.rows)
    )


def _header_goes_on(block: Table, n: int) -> bool:
    return all(r.header for r in block.rows[n : n + 2])


def _texts(r: Row) -> list[str]:
    return [cell.text or cell.hidden for cell in r.cells]


def _widths(r: Row, chars: Sequence[int]) -> list[int]:
    widths: list[int] = []
    k = 0
    for cell in r.cells:
        widths.append(sum(chars[k : k + cell.span]))
        k += cell.span
    return widths


def _set_bullet(block: Bullet, style: TextStyle) -> str:
    text = style.bullets[block.level - 1] + block.text
    tail = " " if style.trailing else ""
    lines = wrap(text, style.width)
    apart = "\n\n" if style.double or style.break_bullets else "\n"
    out = lines[0] + "".join((apart if k == 0 else "\n") + x for k, x in enumerate(lines[1:]))
    return out + tail + ("\n\n" if style.double else "\n")


def _set_block(block: Block, style: TextStyle) -> str:
    if isinstance(block, Heading):
        out = _flow(block.text, style.heading_width, style)
        return out if block.tight and not style.double else out + "\n"
    if isinstance(block, Bullet):
        return _set_bullet(block, style)
    if isinstance(block, Table):
        return _set_table(block, style)
    if isinstance(block, Paragraph):
        if block.kind == "empty":
            return (" \n" if style.double else "  \n") + "\n"
        narrow = block.kind != "body" and block.kind != "note"
        width = style.heading_width if narrow else style.width
        return _flow(block.text, width, style) + "\n"
    return ""


def typeset(report: Report, style: TextStyle | None = None) -> str:
    """The report's text layer; the title page and the running header are not in it."""
    style = style or STYLES[report.layout]
    out = " "
    after: Block | None = None
    for block in report.blocks:
        if isinstance(block, PageBreak):
            out = re.sub(r"(\n\s*)+\Z", "", out) + "\n "
        else:
            ends_tight = isinstance(after, Bullet | Table) and not out.endswith("\n\n")
            if ends_tight and not isinstance(block, type(after)):
                out += "\n"
            out += _set_block(block, style)
            if style.double and isinstance(block, Paragraph) and block.kind == "body":
                out += " \n\n"
        after = block
    return out.rstrip("\n") + "\n"
