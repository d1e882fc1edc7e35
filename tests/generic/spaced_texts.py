"""Plain text whose tables are set with spaces, as the tests of this folder make it."""

from ifo_followup.document import Document, Kind, Lines, Table, TextLine
from ifo_followup.generic.spaced import with_spaced_tables
from ifo_followup.model.values import Place


def document(*lines: str) -> Document:
    texts = tuple(TextLine(text=text, number=n) for n, text in enumerate(lines, start=1))
    place = Place(first_line=1, last_line=len(lines))
    return Document(
        name="x",
        sha256="",
        kind=Kind.TEXT,
        reader="text",
        blocks=(Lines(lines=texts, place=place),),
    )


def rows(*lines: str) -> list[list[str]] | None:
    """The one table of these lines; None where there is none."""
    found = [b for b in with_spaced_tables(document(*lines)).blocks if isinstance(b, Table)]
    if not found:
        return None
    (table,) = found
    return [["" if cell is None else cell.text for cell in row] for row in table.grid()]
