"""The page for documents without pages: whole, escaped, without a script."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from pieces import bullet, document, heading, lines, paragraph, table

from ifo_followup.document import Document, Furniture, FurnitureKind
from ifo_followup.drawing.kinds import Kind
from ifo_followup.drawing.pieces import read_pieces
from ifo_followup.drawing.web import page_of
from ifo_followup.model.findings import Finding, Severity
from ifo_followup.model.goals import Goal, GoalLevel
from ifo_followup.model.report import FollowUpReport
from ifo_followup.model.steering import Risk, RiskKind
from ifo_followup.model.values import Missing, Number, Place, Source, Text

VOID = {"meta"}
KNOWN = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "h1", "ul", "ol", "li",
    "span", "div", "table", "caption", "tr", "td", "th", "pre", "i", "b",
}  # fmt: skip


class Reader(HTMLParser):
    """Reads a page back: its tags, which must be closed in turn, its attributes and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def read(seen: Document, *reports: FollowUpReport, findings=(), title: str = "a.md") -> Reader:
    reader = Reader()
    text = page_of(seen, read_pieces(seen, reports), findings, title)
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


def text_of(reader: Reader) -> str:
    return " ".join("".join(reader.words).split())


def said(words: str, **more) -> Text:
    return Text(words, Source(text=words, **more))


def test_blocks_stand_with_what_they_became():
    margin = Furniture(text="Sida 1", kind=FurnitureKind.FOOTER, place=Place())
    grid = table("Mål | Läge", "Ro | >", header_rows=1)
    seen = document(
        heading("1 Ro"), paragraph("Glömd"), bullet("En punkt"), grid, furniture=(margin,)
    )
    goal = Goal(goal_id="g1", level=GoalLevel.BOARD_GOAL, title=said("Ro", table=1, row="Ro"))
    reader = read(seen, FollowUpReport(municipality="X", goals=(goal,)))
    cells = [(tag, a) for tag, a in reader.tags if tag in ("td", "th")]
    assert [tag for tag, _ in cells] == ["th", "th", "td"]
    assert cells[2][1] == {"colspan": "2", "class": "goal", "title": "goals[0].title"}
    shown = [a["class"] for tag, a in reader.tags if tag == "div"]
    assert shown == ["piece taken h", "piece taken", "piece taken", "piece furniture"]
    text = text_of(reader)
    for words in ("1 Ro", "Glömd", "• En punkt", "Sida 1", "table 1", Kind.GOAL.look.words):
        assert words in text


def test_holes_of_a_table_are_empty_cells():
    made = table("A | B | C", "1 | 2 | 3")
    cells = tuple(cell for cell in made.cells if cell.text not in ("A", "2"))
    seen = document(type(made)(cells=cells, place=made.place))
    reader = read(seen)
    assert len([tag for tag, _ in reader.tags if tag in ("td", "th")]) == 6


def test_values_in_a_line_are_marked_where_they_stand():
    seen = document(lines("Ro  hög  (N)"))
    place = Place(first_line=1, last_line=1)
    risk = Risk(
        kind=RiskKind.RISK,
        title=said("Ro", place=place),
        risk_value=Number(missing=Missing.UNREADABLE, source=Source(text="hög", place=place)),
    )
    reader = read(seen, FollowUpReport(municipality="X", risks=(risk,)))
    marked = [a["title"] for tag, a in reader.tags if tag == "b"]
    assert marked == ["risks[0].title", "risks[0].risk_value"]
    assert any(a.get("class") == "risk unread" for _, a in reader.tags)
    assert "Ro hög (N)" in text_of(reader)


def test_findings_are_listed_with_their_place():
    source = Source(text="x", place=Place(first_line=3, last_line=3), table=2)
    found = Finding(
        rule="unread-value", severity=Severity.ERROR, message="går ej", source=source, printed="<x>"
    )
    reader = read(document(paragraph("Ord")), findings=[found])
    assert 'line 3, table 2: error unread-value: går ej; printed "<x>"' in text_of(reader)


BAD = '<script>alert(1)</script><img src=x onerror="y">" onmouseover="z" \'&amp;'


def test_nothing_of_a_document_becomes_markup():
    margin = Furniture(text=BAD, kind=FurnitureKind.HEADER, place=Place())
    blocks = heading(BAD), paragraph(BAD), bullet(BAD), table(f"{BAD} | b"), lines(BAD)
    seen = document(*blocks, furniture=(margin,))
    goal = Goal(goal_id="g1", level=GoalLevel.BOARD_GOAL, title=said(BAD))
    found = Finding(rule="x", severity=Severity.INFO, message=BAD, printed=BAD)
    report = FollowUpReport(municipality=BAD, goals=(goal,))
    reader = read(seen, report, findings=[found], title=BAD)
    assert {tag for tag, _ in reader.tags} <= KNOWN
    names = {name for _, attributes in reader.tags for name in attributes}
    assert names <= {
        "lang", "charset", "http-equiv", "content", "class", "title", "rowspan", "colspan",
    }  # fmt: skip
    policy = [a["content"] for tag, a in reader.tags if a.get("http-equiv")]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert text_of(reader).count("<script>alert(1)</script>") >= 8


@given(st.lists(st.text(max_size=30), max_size=5))
def test_every_word_is_there_whatever_it_is(texts: list[str]):
    seen = document(*(paragraph(text) for text in texts))
    reader = read(seen)
    assert {tag for tag, _ in reader.tags} <= KNOWN
    whole = "".join("".join(reader.words).split())
    for text in texts:
        kept = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
        assert "".join(kept.split()) in whole or "\r" in text or "\0" in text
