"""Small documents and layouts to try the layout modules on."""

from collections.abc import Sequence
from functools import cache

from ifo_followup.document import (
    Block,
    Cell,
    Document,
    Furniture,
    Heading,
    Kind,
    Lines,
    ListItem,
    Paragraph,
    Table,
    TextLine,
)
from ifo_followup.layouts.declare import (
    CellKind,
    Column,
    HeadingRule,
    Layout,
    Numbering,
    SectionRole,
    SectionRule,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.draft import Draft
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.ledger import Ledger
from ifo_followup.layouts.recover import recover
from ifo_followup.layouts.tables import MatchedTable, match_table
from ifo_followup.layouts.tokens import Token, tokenize
from ifo_followup.model.findings import Finding
from ifo_followup.model.goals import GoalLevel
from ifo_followup.model.steering import AssignmentKind
from ifo_followup.model.values import Place, Source, Text
from ifo_followup.registry import load_registry

SOMEWHERE = Place(first_line=1, last_line=1)

GOALS = TableLayout(
    role=TableRole.GOAL,
    level=GoalLevel.BOARD_GOAL,
    columns=(
        Column(("Nämndens mål",), CellKind.LABEL, "title"),
        Column(("Bedömning",), CellKind.ASSESSMENT, "assessment"),
        Column(("Kommentar",), CellKind.PROSE, "comment"),
    ),
)
INDICATORS = TableLayout(
    role=TableRole.INDICATORS,
    columns=(
        Column(("Indikator", "Indikatorer"), CellKind.LABEL, "name"),
        Column(("Utfall {year}",), CellKind.MEASURE, "outcome", repeats=True),
        Column(("Prognos {date}",), CellKind.MEASURE, "forecast", optional=True),
        Column(("Mål {year}", "Mål"), CellKind.MEASURE, "target"),
        Column(("Bedömning",), CellKind.ASSESSMENT, "assessment"),
        Column(("Trend",), CellKind.PHRASE, "trend", optional=True),
    ),
)
ASSIGNMENTS = TableLayout(
    role=TableRole.ASSIGNMENTS,
    assignment=AssignmentKind.BOARD_ASSIGNMENT,
    columns=(
        Column(("Nämnduppdrag",), CellKind.LABEL, "title"),
        Column(("Status",), CellKind.STATUS, "status"),
        Column(("Lägesbeskrivning",), CellKind.PROSE, "comment"),
    ),
)
LAYOUT = Layout(
    headings=(HeadingRule(Numbering.NESTED, 2), HeadingRule(Numbering.BARE, 1)),
    sections=(
        SectionRule(("Händelser",), SectionRole.EVENTS),
        SectionRule(("Måluppföljning",), SectionRole.GOALS),
        SectionRule(("Åtgärder",), SectionRole.MEASURES),
    ),
    tables=(GOALS, INDICATORS, ASSIGNMENTS),
)


def document(*blocks: Block, furniture: tuple[Furniture, ...] = (), **metadata: str) -> Document:
    """A document of these blocks."""
    return Document(
        name="prov.txt",
        sha256="0" * 64,
        kind=Kind.TEXT,
        reader="test",
        blocks=blocks,
        furniture=furniture,
        metadata=tuple((f"hint:{key}", value) for key, value in metadata.items()),
    )


def lines(text: str) -> Lines:
    """Plain text as the reader hands it over."""
    each = tuple(TextLine(text=t, number=n) for n, t in enumerate(text.split("\n"), start=1))
    return Lines(lines=each, place=Place(first_line=1, last_line=len(each)))


def tokens(text: str) -> list[Token]:
    return tokenize(lines(text).lines)


def heading(text: str, level: int = 1) -> Heading:
    return Heading(text=text, level=level, place=SOMEWHERE)


def paragraph(text: str, *, strong: bool = False) -> Paragraph:
    return Paragraph(text=text, place=SOMEWHERE, strong=strong)


def bullet(text: str) -> ListItem:
    return ListItem(text=text, place=SOMEWHERE)


def table(*rows: str, header_rows: int = 1) -> Table:
    """A table from rows "a | b | c"; ">" is a cell that the one before it reaches over."""
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        texts = [text.strip() for text in row.split("|")]
        for c, text in enumerate(texts):
            if text == ">":
                continue
            span = 1
            while c + span < len(texts) and texts[c + span] == ">":
                span += 1
            cells.append(
                Cell(
                    text=text,
                    row=r,
                    column=c,
                    colspan=span,
                    place=SOMEWHERE,
                    header=r < header_rows,
                )
            )
    return Table(cells=tuple(cells), place=SOMEWHERE, header_rows=header_rows)


def draft_of(*blocks: Block, period: str = "2024-08") -> Draft:
    """An empty draft of a document."""
    return Draft(Ledger(document(*blocks)), period=period, year=period[:4])


def matched(layout: TableLayout, found: Table, draft: Draft) -> MatchedTable:
    """A table that must have the header of a layout."""
    match = match_table(found, 1, Layout(headings=(), tables=(layout,)), draft.ledger)
    assert match is not None
    return match


def rules(found: Sequence[Finding]) -> list[str]:
    return [finding.rule for finding in found]


def recovered(text: str, layout: Layout = LAYOUT) -> tuple[tuple[Block, ...], list[str]]:
    """The blocks found in a plain text, and the rules of the findings."""
    out, findings = recover(document(lines(text)), layout)
    return out.blocks, rules(findings)


def grid(found: Block) -> list[list[str]]:
    """The texts of a table; "" for no cell, the text again where a cell reaches over."""
    assert isinstance(found, Table)
    return [[cell.text if cell else "" for cell in row] for row in found.grid()]


def only_table(text: str, layout: Layout = LAYOUT) -> list[list[str]]:
    """The one table in a plain text."""
    blocks, _ = recovered(text, layout)
    (found,) = [block for block in blocks if isinstance(block, Table)]
    return grid(found)


def text(words: str) -> Text:
    return Text(words, Source(text=words))


@cache
def installed() -> tuple[LayoutFormat, ...]:
    """The formats of the installed plugins that are made of declarations."""
    offers = load_registry().offers()
    return tuple(offer for _, offer in offers if isinstance(offer, LayoutFormat))


def installed_format(format_id: str) -> LayoutFormat:
    return next(each for each in installed() if each.format_id == format_id)
