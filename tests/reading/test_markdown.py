import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.document import Heading, Lines, ListItem, Paragraph, Table
from ifo_followup.errors import LimitExceeded, Reason
from ifo_followup.limits import Limits
from ifo_followup.reading import read_document

POOL = """---
kommun: tyreso
typ: "handlingar"
sidor: 12
namn: null
tidigare_kallnycklar:
- a
- b
---

<!-- sida 1 -->

Delårsrapport
2017

1\\. Mål
- 54 %   75 %

[Tabell 1-1](rapport.tabeller/1-1.csv)

| Utfall<br>2017 | B |
| --- | --- |
| -3 | 5\\*6 |

<!-- sida 2 -->

Ny sida
"""


def read(text, **companions):
    files = {name.replace("__", "."): data for name, data in companions.items()}
    return read_document(text.encode(), name="rapport.md", companions=files)


def texts(table):
    return [[cell.text if cell else None for cell in row] for row in table.grid()]


def test_ordinary_markdown():
    document = read(
        "# Rubrik\n\nText *kursiv* och\n**fet** två-\ndelad\n\n- ett\n  - två\n\n1. tre\n\n"
        "**Hela raden**\n\n| A | B |\n|---|---|\n| `x` | <b>y</b><br>z |\n\n![bild](x.png)\n"
    )
    assert [(type(b), b.text) for b in document.blocks if not isinstance(b, Table)] == [
        (Heading, "Rubrik"),
        (Paragraph, "Text kursiv och fet tvådelad"),
        (ListItem, "ett"),
        (ListItem, "två"),
        (ListItem, "tre"),
        (Paragraph, "Hela raden"),
        (Paragraph, "bild"),
    ]
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert texts(table) == [["A", "B"], ["x", "y z"]]
    assert table.header_rows == 1
    assert [b.strong for b in document.blocks if isinstance(b, Paragraph)] == [False, True, False]
    assert document.blocks[1].place.first_line == 3
    assert document.warnings == ("pictures not read",)
    assert document.pages is None


def test_front_matter_is_metadata():
    assert read(POOL).metadata == (
        ("kommun", "tyreso"),
        ("typ", "handlingar"),
        ("sidor", "12"),
        ("tidigare_kallnycklar", "a, b"),
    )
    assert read("---\ninget slut: 1\n").metadata == ()
    assert read("---\nbara text\n---\nx").metadata == ()


def test_a_pdf_text_in_markdown_is_lines_with_pages():
    document = read(POOL)
    first, table, last = document.blocks
    assert [line.text for line in first.lines] == [
        "Delårsrapport",
        "2017",
        "",
        "1. Mål",
        "- 54 %   75 %",
    ]
    assert first.lines[0].number == 13
    assert isinstance(last, Lines)
    assert last.lines[0].page_start
    assert (first.place.page, table.place.page, last.place.page) == (1, 1, 2)
    assert document.pages == 2
    assert "not among the companions" in document.warnings[0]
    assert texts(table) == [["Utfall 2017", "B"], ["-3", "5*6"]]


@pytest.mark.parametrize(
    "name", ["rapport.tabeller/1-1.csv", "1-1.csv", "x/rapport.tabeller/1-1.csv"]
)
def test_a_linked_csv_is_read_and_not_doubled(name):
    document = read_document(
        POOL.encode(), name="rapport.md", companions={name: b'"Utfall\n2017",B\n-3,5*6\n'}
    )
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [texts(table) for table in tables] == [[["Utfall 2017", "B"], ["-3", "5*6"]]]
    assert document.warnings == ()


def test_a_linked_csv_with_semicolons_and_a_caption():
    document = read("[Budget](b.csv)\n\ntext\n", b__csv="Å;1,5\n;2\n".encode("cp1252"))
    caption, table, after = document.blocks
    assert (caption.text, after.text) == ("Budget", "text")
    assert texts(table) == [["Å", "1,5"], ["", "2"]]


def test_a_csv_that_cannot_be_read_is_a_warning():
    document = read("[Budget](b.csv)\n", b__csv=b'"open\n')
    assert "cannot be read" in document.warnings[0]


def test_code_and_uncertain_tables_are_lines():
    document = read("```osaker-tabell\na   b\n```\n")
    assert [line.text for line in document.blocks[0].lines] == ["a   b"]
    assert document.blocks[0].lines[0].number == 2


def test_links_keep_their_words_and_html_its_text():
    (paragraph,) = read("Se [planen](http://x.se) och <u>mål</u> <!-- bort -->\n").blocks
    assert paragraph.text == "Se planen och mål"


def test_deep_nesting_is_refused():
    with pytest.raises(LimitExceeded) as caught:
        read("> " * 300 + "x")
    assert caught.value.reason is Reason.NESTING_LIMIT


def test_a_text_beyond_reason_is_refused():
    with pytest.raises(LimitExceeded) as caught:
        read_document(b"x" * 11, name="x.md", limits=Limits(characters=10))
    assert caught.value.reason is Reason.TOO_LARGE


@given(st.lists(st.text(alphabet="abå1 .-|#*\\", max_size=20), max_size=20))
def test_no_letter_is_lost_from_paged_text(rows):
    text = "<!-- sida 1 -->\n\n" + "\n".join(rows)
    printed = "".join(read(text).texts())
    assert sorted(c for c in printed if c in "abå1") == sorted(
        c for c in "".join(rows) if c in "abå1"
    )


def test_a_pipe_table_without_its_rule_is_a_table():
    document = read("# Mål\n\n| A | B |\n| 1 | 2 |\n\nText | med streck\n")
    heading, table, text = document.blocks
    assert (heading.text, text.text) == ("Mål", "Text | med streck")
    assert texts(table) == [["A", "B"], ["1", "2"]]
    assert table.header_rows == 0
    assert document.warnings == ("a pipe table without a line of dashes was read as a table",)
    assert "without a line" in read("<!-- sida 1 -->\n\nett\n\n| A | B |\n| 1 | 2 |\n").warnings[0]


def test_headings_without_their_signs_are_paragraphs():
    document = read("# 1 Mål\n\nText\n\n2 Ekonomi\n\nText\n")
    assert [type(block) for block in document.blocks] == [Heading, *[Paragraph] * 3]
