import pytest

from ifo_followup.document import Colour, FurnitureKind, Heading, ListItem, Paragraph, Table
from ifo_followup.errors import LimitExceeded, Reason
from ifo_followup.limits import Limits
from ifo_followup.reading import read_document


def read(body):
    return read_document(f"<!doctype html><html><body>{body}</body></html>".encode())


def texts(table):
    return [[cell.text if cell else None for cell in row] for row in table.grid()]


def test_headings_paragraphs_and_lists():
    document = read(
        "<h1>Rapport&nbsp;1</h1><p>Löpande <i>text</i><br>ny\n rad"
        "<p><b>Fet</b> <strong>rad</strong>"
        "<ul><li>Ett<ol><li>Under</ol><li>Två</ul>lös text<h3>Mål</h3>"
    )
    assert [(type(b), b.text) for b in document.blocks] == [
        (Heading, "Rapport 1"),
        (Paragraph, "Löpande text ny rad"),
        (Paragraph, "Fet rad"),
        (ListItem, "Ett"),
        (ListItem, "Under"),
        (ListItem, "Två"),
        (Paragraph, "lös text"),
        (Heading, "Mål"),
    ]
    assert [b.level for b in document.blocks if isinstance(b, Heading | ListItem)] == [
        1,
        1,
        2,
        1,
        3,
    ]
    assert [b.strong for b in document.blocks if isinstance(b, Paragraph)] == [False, True, False]


def test_tables_with_spans_fills_and_headers():
    (table,) = read(
        "<table><thead><tr><th rowspan=2>Namn<th colspan=2>Utfall<tr><td>2017<td>2018</thead>"
        "<tr bgcolor='#FFF'><td>A<td style='background-color:#92d050'>1<p>2</p>"
        "<td><span style='color: rgb(255, 0, 0)'>●</span></table>"
    ).blocks
    assert texts(table) == [
        ["Namn", "Utfall", "Utfall"],
        ["Namn", "2017", "2018"],
        ["A", "1\n\n2", ""],
    ]
    assert table.header_rows == 2
    assert table.cells[-2].fill == Colour(0x92, 0xD0, 0x50)
    assert table.cells[-1].mark == Colour(255, 0, 0)
    assert table.cells[-3].fill is None
    assert table.cells[0].header
    assert table.cells[0].strong


def test_end_tags_may_be_left_out():
    (table,) = read("<table>" + "<tr><td>1<td>2" * 150 + "</table>").blocks
    assert (table.rows, table.columns) == (150, 2)


def test_a_rowspan_ends_with_the_table():
    (table,) = read("<table><tr><td rowspan=99>A<td>B</table>").blocks
    assert table.rows == 1


def test_spans_never_overlap():
    (table,) = read("<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e</table>").blocks
    assert texts(table)[1][:2] == ["d", "b"]
    assert {cell.text for cell in table.cells} == set("abcde")


def test_nested_tables_are_text_of_their_cell():
    document = read("<table><tr><td>A<table><tr><td>1<td>2</table></table>")
    (table,) = document.blocks
    assert texts(table) == [["A\n\n1\t2"]]
    assert document.warnings == ("1 nested tables read as text of their cell",)


def test_furniture_and_what_is_never_printed():
    document = read(
        "<header>Tyresö<nav>1 Mål</nav></header><main><header><h1>Titel</h1></header></main>"
        "<script>if (a<b) 'text'</script><style>p{}</style><p hidden>dold</p>"
        "<p style='DISPLAY : none'>dold <p>dold</p></p><img src=x><footer>Sida 1</footer>"
        "<nav>Meny</nav>"
    )
    assert [(piece.kind, piece.text) for piece in document.furniture] == [
        (FurnitureKind.HEADER, "Tyresö\n1 Mål"),
        (FurnitureKind.FOOTER, "Sida 1"),
        (FurnitureKind.CONTENTS, "Meny"),
    ]
    assert [block.text for block in document.blocks] == ["Titel"]
    assert document.warnings == ("1 pictures not read", "2 invisible elements left out")


def test_the_title_is_metadata():
    document = read_document(
        b"<html><head><title>Del\xc3\xa5rs &amp; \n rapport</title></head><p>x"
    )
    assert document.metadata == (("title", "Delårs & rapport"),)


def test_marks_before_text():
    (paragraph,) = read("<p><font color='#00B050'>■</font> Grön</p>").blocks
    assert paragraph.mark == Colour(0, 0xB0, 0x50)
    assert paragraph.text == "Grön"


def test_text_that_only_looks_like_tags_is_kept():
    document = read("<p>1 < 2 och 3 <b och <!-- bort -->slut</p>")
    assert document.blocks[0].text == "1 < 2 och 3 <b och slut"


def test_lines_are_those_of_the_file():
    document = read_document(b"<html>\n<!-- a\nb -->\n<h1>M</h1>\n</html>")
    assert document.blocks[0].place.first_line == 4


@pytest.mark.parametrize("junk", ["<a", "<!", "<!--", "</", "<?", "<p ", "<a '", "<script>"])
def test_open_tags_cost_linear_time(junk):
    read_document(b"<html>" + junk.encode() * 20_000)


def test_deep_nesting_is_refused():
    with pytest.raises(LimitExceeded) as caught:
        read("<div>" * 101 + "x")
    assert caught.value.reason is Reason.NESTING_LIMIT
    assert isinstance(read("<div>" * 90 + "<table><tr><td>x").blocks[0], Table)
    assert read("<b><i>" * 500 + "x").blocks


def test_a_page_beyond_reason_is_refused():
    with pytest.raises(LimitExceeded) as caught:
        read_document(b"<p>" + b"x" * 11, name="x.html", limits=Limits(characters=10))
    assert caught.value.reason is Reason.TOO_LARGE
