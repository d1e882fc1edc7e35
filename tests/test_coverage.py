"""Nothing is lost: claimed, furniture and unclaimed are all that a document prints.

In characters without white space. Readers of files take hyphens at line ends and the signs of
bullets out before anybody counts; in plain text it is the format that does, and counts them as
furniture: these signs, and nothing else.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifo_followup.corridor import open_document, reports_of
from ifo_followup.document import (
    Block,
    Cell,
    Document,
    Furniture,
    FurnitureKind,
    Heading,
    Kind,
    Lines,
    ListItem,
    Paragraph,
    Table,
    TextLine,
)
from ifo_followup.generic.layout import layout_for
from ifo_followup.generic.plan import heading_rules
from ifo_followup.jobs import Job
from ifo_followup.layouts.declare import Layout
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.ledger import LONGEST_PRINTED
from ifo_followup.layouts.recover import recover
from ifo_followup.model.values import Place
from ifo_followup.registry import Registry, load_registry

EXAMPLES = sorted(
    path
    for path in (Path(__file__).resolve().parents[1] / "examples").iterdir()
    if path.suffix in (".pdf", ".docx", ".txt", ".md")
)
SIGNS = set("-\N{HYPHEN}\N{SOFT HYPHEN}•▪‣◦–·\uf0b7\uf02d\uf0a7")
_NEGATIVE = re.compile(r"[-\N{MINUS SIGN}–][0-9]")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def letters(texts) -> Counter[str]:
    return Counter("".join(normalize("NFC", "".join(texts)).split()))


def formats(registry: Registry) -> list[str]:
    offered = [*registry.offers(), *registry.fallbacks()]
    return [each.format_id for _, each in offered]


def check_coverage(document: Document, format_id: str | None, registry: Registry) -> None:
    """All reports that a format makes of a document account for all of it."""
    whole = letters(document.texts())
    furniture = sum(letters(piece.text for piece in document.furniture).values())
    signs = sum(count for sign, count in whole.items() if sign in SIGNS)
    for report in reports_of(document, Job(plugin=format_id, fallback=True), registry=registry):
        found = report.coverage
        assert found.claimed + found.furniture + found.unclaimed == sum(whole.values())
        if any(isinstance(block, Lines) for block in document.blocks):
            assert furniture <= found.furniture <= furniture + signs
        else:
            assert found.furniture == furniture
        spans = [span.text for span in found.unclaimed_spans]
        shown = sum(letters(spans).values())
        cut = any(len(text) == LONGEST_PRINTED for text in spans)
        assert shown == found.unclaimed or (cut and shown < found.unclaimed)
        assert bool(spans) == bool(found.unclaimed)


def check_recovery(document: Document, layouts: Sequence[Layout]) -> None:
    """Plain text keeps its letters and figures whatever layout it is looked at with."""
    before = letters(document.texts())
    for layout in layouts:
        recovered, _ = recover(document, layout)
        assert letters(recovered.texts()) == before
        after = [piece for piece in recovered.furniture if piece not in document.furniture]
        assert {piece.kind for piece in after} <= {FurnitureKind.SIGNS}
        assert set(letters(piece.text for piece in after)) <= SIGNS
        assert negatives(recovered) >= negatives(document)


def negatives(document: Document) -> int:
    """Words that begin with a minus sign and a figure: the sign is no hyphen, and must not go."""
    words = (word for text in document.texts() for word in text.split())
    return sum(_NEGATIVE.match(word) is not None for word in words)


def ways_to_read(document: Document, registry: Registry) -> list[str | None]:
    """Every format; for plain text, which takes long, the one that claims it and the generic."""
    return [None, "generic"] if document.kind is Kind.TEXT else list(formats(registry))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_coverage_of_the_examples(path: Path, registry: Registry):
    document = open_document(path)
    for format_id in ways_to_read(document, registry):
        check_coverage(document, format_id, registry)


@pytest.mark.corpus
def test_coverage_of_the_real_reports(corpus: Path, registry: Registry):
    folder = corpus / "corpus"
    kinds = "*.txt", "facsimile/*.pdf", "facsimile/*.docx"
    paths = [path for kind in kinds for path in folder.glob(kind)]
    assert len(paths) > 5
    for path in sorted(paths):
        document = open_document(path)
        for format_id in ways_to_read(document, registry):
            check_coverage(document, format_id, registry)
        if document.kind is Kind.TEXT:
            check_recovery(document, [layout_for(heading_rules(document))])


# -- documents made up of the words of the field, in no order that makes sense

WORDS = (
    "Målområde: Trygghet", "Strategiskt mål", "Nämndmål", "Indikator", "Indikatorer", "Bedömning",
    "Kommentar", "Utfall 2018", "Utfall", "Mål 2018", "Prognos", "Budget", "Avvikelse", "Tkr",
    "Helt uppfyllt", "Delvis uppfyllt.", "Grön", "Gul", "Status", "Påbörjat", "Kommentar:",
    "Riskvärde", "Riskvärde 9", "Sannolikhet", "Hög", "Jan", "Feb", "T1 T2 T3", "Summa", "Totalt",
    "Barn och unga", "Vuxna", "varav hyror", "Åtgärd", "Uppdrag", "1 204", "-12 345", "71 %", "0",
    "4 % kommunmål 5 % nämndmål", "12 3 456 -7", "-", "–", "---", "ej mätt", "Inget utfall", "(N)",
    "1. VIKTIGA HÄNDELSER", "2 Ekonomi", "2.1 Kvalitetsgarantier", "Bilaga 2 – Risker",
    "Delårsrapport 2", "Tyresö kommun", "Nacka kommun", "31 augusti 2021", "Särskilda uppdrag",
    "Översyn", "x", "Å", "", "Vi svarar inom två dagar. Garantin har uppfyllts.", "Resultat",
    "Målnivå", "STRATEGISKT MÅL",
    "Nämndens/förvaltningens mål", "Avdelningens/Enhetens mål", "NÄMNDMÅL", "Tabell: Placeringar",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
places = st.builds(Place, page=st.integers(1, 3))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken or draw(st.integers(0, 9)) == 0:
                continue
            wide = draw(st.sampled_from([1, 1, 1, 1, 2]))
            wide = wide if column + wide <= columns and (row, column + 1) not in taken else 1
            taken |= {(row, column + n) for n in range(wide)}
            text = draw(texts)
            cells.append(
                Cell(
                    text=text,
                    row=row,
                    column=column,
                    colspan=wide,
                    place=draw(places),
                    strong=draw(st.booleans()),
                    undecided=wide > 1 and any(char.isdigit() for char in text),
                )
            )
    heads = draw(st.integers(0, min(2, rows)))
    return Table(cells=tuple(cells), place=draw(places), header_rows=heads)


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, text=texts, level=st.integers(1, 3), place=places),
    st.builds(Paragraph, text=texts, place=places, strong=st.booleans()),
    st.builds(ListItem, text=texts, place=places, level=st.integers(1, 2)),
    tables(),
    tables(),
)
furniture = st.builds(Furniture, text=texts, kind=st.sampled_from(FurnitureKind), place=places)


def made(*parts: Block, furniture: tuple[Furniture, ...] = (), kind: Kind = Kind.PDF) -> Document:
    return Document(
        name="made-up",
        sha256="0" * 64,
        kind=kind,
        reader="test",
        blocks=parts,
        furniture=furniture,
        pages=3 if kind is Kind.PDF else None,
        metadata=(("hint:period", "2021-08"), ("hint:municipality", "Almvik")),
    )


@settings(max_examples=60)
@given(st.lists(blocks, max_size=10), st.lists(furniture, max_size=2))
def test_coverage_of_any_blocks(parts, margins):
    registry = load_registry()
    document = made(*parts, furniture=tuple(margins))
    for format_id in formats(registry):
        check_coverage(document, format_id, registry)


@settings(max_examples=60)
@given(st.lists(st.tuples(texts, st.sampled_from(["", " ", "   "])), max_size=30))
def test_coverage_of_any_lines(each):
    registry = load_registry()
    lines = tuple(
        TextLine(text=f"{text}{tail}", number=n) for n, (text, tail) in enumerate(each, 1)
    )
    stretch = Lines(lines=lines, place=Place(first_line=1, last_line=max(len(lines), 1)))
    document = made(stretch, kind=Kind.TEXT)
    offered = [each for _, each in registry.offers()]
    layouts = [each.layout for each in offered if isinstance(each, LayoutFormat)]
    assert layouts
    check_recovery(document, [*layouts, layout_for(heading_rules(document))])
    for format_id in formats(registry):
        check_coverage(document, format_id, registry)
