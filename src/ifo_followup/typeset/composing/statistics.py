"""Tables of statistics: a caption, heads, labels and figures."""

from collections.abc import Sequence

from ifo_followup.model.narrative import StatisticsCell, StatisticsTable
from ifo_followup.typeset.composing.pieces import Printed, Sheet, Words
from ifo_followup.typeset.composing.words import number_words

_CAPTION = "Tabell: "
_ROWS = "Kategori"  # the corner of a table whose rows are labelled


def compose_statistics(sheet: Sheet, table: StatisticsTable) -> None:
    """Put a table of statistics on the sheet."""
    if table.title is not None:
        sheet.paragraph(_CAPTION + table.title.text, strong=True)
    heads = list(dict.fromkeys(cell.column or "" for cell in table.cells))
    rows = _rows(table.cells, heads)
    labelled = any(label for label, _ in rows)
    body: list[Sequence[Words]] = [
        [*([Printed(text=label)] if labelled else []), *(texts.get(head, "") for head in heads)]
        for label, texts in rows
    ]
    header = [[*([_ROWS] if labelled else []), *heads]] if any(heads) else []
    sheet.table(header, body)


def _rows(
    cells: Sequence[StatisticsCell], heads: Sequence[str]
) -> list[tuple[str, dict[str, str]]]:
    """The rows: one ends where the label changes, or where the columns begin anew."""
    out: list[tuple[str, dict[str, str]]] = []
    last = -1
    for cell in cells:
        column = heads.index(cell.column or "")
        label = cell.row or ""
        if not out or out[-1][0] != label or column <= last:
            out.append((label, {}))
        out[-1][1][cell.column or ""] = number_words(cell.number, unit=True)
        last = column
    return out
