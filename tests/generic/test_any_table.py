"""Whatever stands in a table: nothing fails, no number is invented, none is taken twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ifo_followup.document import Cell, Document, Heading, Kind, Paragraph, Table
from ifo_followup.generic.format import FORMAT
from ifo_followup.model.values import Place
from ifo_followup.swedish.numbers import parse_number

HEADS = st.sampled_from(
    [
        "", "Mål", "Nämndmål", "Indikator", "Utfall", "Utfall 2018", "Utfall aug", "Budget",
        "Avvikelse", "Prognos", "Helår", "Aug 2019", "Bokslut 2018", "Bedömning", "Status",
        "Kommentar", "Uppdrag", "Åtgärd", "Risk", "Sannolikhet", "Konsekvens", "Månad", "Tkr",
        "Verksamhet", "2018", "Jan", "Feb", "1: Kvalitet", "Intäkt", "Kostnad", "Resultat", "Antal",
        "Målvärde", "Trend", "Avvikelse %", "Mnkr", "Fokusområde", "Riskvärde", "Nr",
    ]
)  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(
        [
            "", "-", "Grön", "Gul", "Röd", "Uppfyllt", "Pågår", "Hög", "Januari", "Summa",
            "Barn och unga", "varav hyror", "80 %", "1,2 mnkr", "1.200", "(5)", "2019", "12/16",
            "Antal ärenden", "En lång text om något som har hänt under perioden och mer därtill.",
        ]
    ),
    st.integers(-99_999, 99_999).map(lambda n: f"{n:,}".replace(",", " ")),
)  # fmt: skip
PLACE = Place(page=1)


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 6))
    heads = draw(st.integers(0, 2))
    rows = draw(st.integers(1, 5))
    cells = []
    for row in range(heads + rows):
        column = 0
        while column < columns:
            span = draw(st.sampled_from((1, 1, 1, 2))) if row < heads else 1
            span = min(span, columns - column)
            text = draw(HEADS if row < heads else CELLS)
            if text or draw(st.booleans()):
                cells.append(Cell(text=text, row=row, column=column, colspan=span, place=PLACE))
            column += span
    return Table(cells=tuple(cells), place=PLACE, header_rows=draw(st.sampled_from((0, heads))))


BLOCKS = st.one_of(
    tables(),
    st.sampled_from(
        [
            Heading(text="Måluppfyllelse", level=1, place=PLACE),
            Heading(text="2 Ekonomi", level=1, place=PLACE),
            Heading(text="Delårsrapport augusti 2019", level=1, place=PLACE),
            Heading(text="Åtgärder", level=2, place=PLACE),
            Paragraph(text="Belopp i tkr", place=PLACE),
            Paragraph(text="Bedömning", place=PLACE, strong=True),
            Paragraph(text="Kommentar:", place=PLACE, strong=True),
            Paragraph(text="Nämndmål", place=PLACE, strong=True),
            Paragraph(text="Verksamheten går bra. " * 6, place=PLACE),
        ]
    ),
)


def document(blocks):
    return Document(name="x", sha256="0" * 64, kind=Kind.PDF, reader="x", blocks=tuple(blocks))


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, max_size=6))
def test_no_number_is_invented_or_taken_twice(blocks):
    (report,) = FORMAT.parse(document(blocks))
    printed: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            printed += [cell.text for cell in block.cells if cell.text.strip()]
    taken = [
        cell.amount
        for table in report.budget_tables
        for line in table.lines
        for cell in line.cells
        if cell.amount.value is not None
    ]
    for amount in taken:
        assert amount.value == parse_number(amount.source.text.removesuffix(" mnkr"))
    taken += [cell.number for table in report.statistics for cell in table.cells]
    left = list(printed)
    for number in taken:
        left.remove(number.source.text)  # fails where a cell is taken twice
    total = sum(len("".join(text.split())) for text in printed)
    total += sum(len("".join(b.text.split())) for b in blocks if not isinstance(b, Table))
    assert report.coverage.claimed + report.coverage.unclaimed == total
