"""Plain text to a `Document`: tables where tabs separate cells, lines everywhere else.

Which lines are headings and which are a table that lost its geometry is not decided here; the
lines are passed on as they stand, because their spaces are evidence of empty cells.
"""

from attrs import evolve

from ifo_followup.document import Block, Document, Furniture, FurnitureKind, Kind, Lines, TextLine
from ifo_followup.errors import LimitExceeded, Reason
from ifo_followup.limits import DEFAULT_LIMITS, Limits
from ifo_followup.model.values import Place
from ifo_followup.reading.contents import contents_end
from ifo_followup.reading.lines import paginate, single_spaced
from ifo_followup.reading.pipes import with_tabs
from ifo_followup.reading.remnants import strip_heading_signs, strip_remnants
from ifo_followup.reading.source import Source
from ifo_followup.reading.tabbed import (
    breaks_table,
    continues,
    is_row,
    rest_of_table,
    table_from_rows,
    untabbed,
)


def read_text(source: Source, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a decoded plain text.

    Raises:
        LimitExceeded: too many characters, or a table that is too large.
    """
    if len(source.text) > limits.characters:
        raise LimitExceeded(
            f"the text has {len(source.text)} characters; at most {limits.characters} are read "
            "(characters): split it",
            reason=Reason.TOO_LARGE,
        )
    lines, pages = paginate(source.text)
    lines, halved = single_spaced(lines)
    lines, piped = with_tabs(lines)
    lines, marked = _without_heading_signs(lines)
    warnings: list[str] = []
    if halved:
        warnings.append("double-spaced text read as single-spaced")
    if piped:
        warnings.append("pipe tables in a plain text read as tables")
    if marked:
        warnings.append(f"Markdown heading signs left out of {marked} lines of a plain text")
    blocks, furniture = _blocks(lines, warnings, limits, paged=pages is not None)
    return Document(
        name=source.name,
        sha256=source.sha256,
        kind=Kind.TEXT,
        reader=f"text ({source.encoding})",
        blocks=blocks,
        furniture=furniture,
        pages=pages,
        warnings=tuple(warnings),
    )


def _without_heading_signs(lines: list[TextLine]) -> tuple[list[TextLine], int]:
    """Take the "##" off lines that have some; returns the lines and how many had."""
    out = [
        evolve(line, text=strip_heading_signs(line.text)) if line.text.startswith("#") else line
        for line in lines
    ]
    return out, sum(1 for old, new in zip(lines, out, strict=True) if old.text != new.text)


def _blocks(
    lines: list[TextLine], warnings: list[str], limits: Limits, *, paged: bool
) -> tuple[tuple[Block, ...], tuple[Furniture, ...]]:
    blocks: list[Block] = []
    furniture: list[Furniture] = []
    waiting: list[TextLine] = []
    page = 1

    def place(some: list[TextLine]) -> Place:
        first = page + some[0].page_start
        return Place(
            page=first if paged else None,
            first_line=some[0].number,
            last_line=some[-1].number,
        )

    def flush() -> None:
        nonlocal page
        if waiting:
            if any(line.text.strip() for line in waiting):
                blocks.append(Lines(lines=tuple(waiting), place=place(waiting)))
            page += sum(line.page_start for line in waiting)
            waiting.clear()

    at = 0
    while at < len(lines):
        end = contents_end(lines, at)
        if end > at:
            flush()
            piece = lines[at:end]
            text = "\n".join(line.text.strip() for line in piece if line.text.strip())
            furniture.append(Furniture(text=text, kind=FurnitureKind.CONTENTS, place=place(piece)))
            page += sum(line.page_start for line in piece)
            at = end
            continue
        end = _table_end(lines, at, warnings)
        if end > at:
            flush()
            piece = lines[at:end]
            blocks.append(table_from_rows(piece, place(piece), limits))
            page += sum(line.page_start for line in piece)
            at = end
            continue
        waiting.extend(_plain(lines[at]))
        at += 1
    flush()
    return tuple(blocks), tuple(furniture)


def _table_end(lines: list[TextLine], start: int, warnings: list[str]) -> int:
    """The line after the table that starts here, or `start` if none does.

    Rows of it that have lost their tabs get them back in `lines`.
    """
    end = start
    while end < len(lines) and is_row(lines[end].text):
        end += 1
    if end == start or untabbed(lines[start:end]):
        return start
    while True:
        mended, after = rest_of_table(lines, start, end)
        if after > end:
            first = lines[end].number
            lines[end:after] = mended
            warnings.append(f"line {first}: a row without tabs read as a row of the table above")
            end = _rows_end(lines, after)
            continue
        if breaks_table(lines, start, end):
            warnings.append(f"line {lines[end].number}: text between the rows of a table ends it")
            return end
        blank = end
        while blank < len(lines) and not lines[blank].text.strip():
            blank += 1
        if not end < blank < len(lines) or not is_row(lines[blank].text):
            return end
        rows = [line.text for line in lines[start:end] if line.text.strip()]
        if not continues(rows, lines[blank].text):
            return end
        end = _rows_end(lines, blank)


def _rows_end(lines: list[TextLine], at: int) -> int:
    while at < len(lines) and is_row(lines[at].text):
        at += 1
    return at


def _plain(line: TextLine) -> list[TextLine]:
    """A line as it stands, without remnants; a paragraph boundary inside it becomes lines."""
    text = line.text.replace("\t", " ") if "\t" in line.text else line.text
    if "<" not in text and "*" not in text:
        return [
            line
            if text is line.text
            else TextLine(text=text, number=line.number, page_start=line.page_start)
        ]
    pieces = strip_remnants(text).split("\n")
    return [
        TextLine(text=piece, number=line.number, page_start=line.page_start and not index)
        for index, piece in enumerate(pieces)
    ]
