"""Tables of a Word file: merged cells, shades, rows that head the next page too."""

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import _Cell

from ifo_followup.document import Cell, Colour, Table
from ifo_followup.typeset.printing.columns import needs, shared
from ifo_followup.typeset.printing.docx_xml import add_text, borders, dot, element, shade
from ifo_followup.typeset.printing.look import Look, Rules
from ifo_followup.typeset.printing.wrapping import paragraphs

_PAPER = Colour(255, 255, 255)
# about how wide a letter is (em), and the white beside a cell's text (points)
_LETTER, _BESIDE = 0.55, 6.0
_SIDES = {
    Rules.GRID: ("top", "left", "bottom", "right", "insideH", "insideV"),
    Rules.ROWS: ("top", "bottom", "insideH"),
    Rules.STRIPES: ("top", "bottom"),
    Rules.NONE: (),
}


def put_table(word: WordDocument, table: Table, look: Look) -> None:
    """Add a table at the end of a Word document."""
    if not table.cells:
        return
    made = word.add_table(table.rows, table.columns)
    made.autofit = False
    borders(made, _SIDES[look.rules])
    wanted = needs(table, lambda text: _LETTER * look.table_size * len(text), padding=2 * _BESIDE)
    widths = shared(wanted, look.text_width, stretch=look.stretch)
    # a word too long for its column is the word processor's to divide
    scale = min(1.0, look.text_width / sum(widths))
    grid = [list(row.cells) for row in made.rows]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width * scale)
    for row in grid:
        for cell, width in zip(row, widths, strict=True):
            cell.width = Pt(width * scale)
    for number, row in enumerate(made.rows):
        properties = row._tr.get_or_add_trPr()
        if not look.rows_break:
            properties.append(element("cantSplit"))
        if number < table.header_rows and look.repeat_headers:
            properties.append(element("tblHeader"))
    for cell in table.cells:
        target = grid[cell.row][cell.column]
        if cell.rowspan > 1 or cell.colspan > 1:
            last = grid[cell.row + cell.rowspan - 1][cell.column + cell.colspan - 1]
            target = target.merge(last)
        _fill(target, cell, look)


def _fill(target: _Cell, cell: Cell, look: Look) -> None:
    if cell.fill is not None:
        shade(target, cell.fill)
    texts = [(text, None) for text in paragraphs(cell.text)]
    hidden = [(text, cell.fill or _PAPER) for text in paragraphs(cell.hidden)]
    for n, (text, colour) in enumerate([*texts, *hidden] or [("", None)]):
        paragraph = target.paragraphs[0] if n == 0 else target.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0 if n == len(texts) - 1 else 4)
        if n == 0 and cell.mark is not None:
            dot(paragraph, cell.mark, look.table_size)
        if text:
            add_text(paragraph, text, bold=cell.strong, size=look.table_size, colour=colour)
