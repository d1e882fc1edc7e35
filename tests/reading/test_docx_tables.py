import pytest

from ifo_followup.document import Colour, ListItem, Paragraph, Table
from ifo_followup.reading.docx import tables as reading_tables


def para(text, look=""):
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def cell(*paragraphs, properties="", look=""):
    inner = "".join(p if p.startswith("<") else para(p, look) for p in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells, properties=""):
    inner = "".join(c if c.startswith("<") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows, properties=""):
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def fill(colour):
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


SPAN = '<w:gridSpan w:val="{}"/>'
RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"
BOLD = "<w:b/>"


@pytest.fixture
def read(read_word):
    def one(*rows, properties="", **parts):
        (found,) = read_word(table(*rows, properties=properties), **parts).blocks
        assert isinstance(found, Table)
        # raises where cells overlap or reach outside
        for place in found.grid():
            assert len(place) == found.columns
        return found

    return one


def texts(found):
    return [[c.text if c else None for c in line] for line in found.grid()]


def test_spans_and_holes(read):
    found = read(
        row("A", cell("Aug", properties=SPAN.format(2))),
        row("x", "1", "2"),
        row("y", "3", properties='<w:gridBefore w:val="1"/>'),
    )
    assert texts(found) == [["A", "Aug", "Aug"], ["x", "1", "2"], [None, "y", "3"]]
    assert found.cells[1].colspan == 2


def test_vertical_merges(read):
    found = read(
        row(cell("Typ", properties=RESTART), "1"),
        row(cell("dold", properties=CONTINUE), "2"),
        row(cell("", properties=CONTINUE), "3"),
        row(cell("Ny", properties=RESTART), "4"),
        row("Egen", cell("5", properties=CONTINUE)),
    )
    assert [line[0] for line in texts(found)] == ["Typ", "Typ", "Typ", "Ny", "Egen"]
    assert found.cells[0].rowspan == 3
    assert found.cells[0].hidden == "dold"
    assert found.cells[-1].text == "5"


def test_horizontal_merges_of_old_files(read):
    found = read(
        row(
            cell("A", properties='<w:hMerge w:val="restart"/>'),
            cell("", properties="<w:hMerge/>"),
            "B",
        )
    )
    assert [(c.text, c.column, c.colspan) for c in found.cells] == [("A", 0, 2), ("B", 2, 1)]


@pytest.mark.parametrize("value", ["1000000000", "-4", "0", "x", "nan", "1e400"])
def test_spans_are_bounded(read, value):
    found = read(row(cell("A", properties=SPAN.format(value)), "B"))
    assert found.columns <= reading_tables.MAX_SPAN + 1


def test_paragraphs_lists_and_nested_tables_in_a_cell(read, read_word):
    inner = table(row("1", "2"), row("3", "4"))
    body = table(row(cell("Ett", "<w:p/>", "Två", inner, "<w:p/>"), "B"))
    document = read_word(body)
    assert document.blocks[0].cells[0].text == "Ett\n\nTvå\n\n1\t2\n\n3\t4"
    assert document.warnings == ("1 nested tables read as text of their cell",)


def test_a_frame_around_a_table_is_taken_off(read_word):
    frame = table(row(cell("Rubrik", table(row("1", "2")), "- efter")))
    before, found, after = read_word(frame).blocks
    assert isinstance(before, Paragraph)
    assert texts(found) == [["1", "2"]]
    assert isinstance(after, ListItem)


def test_fill_from_the_cell_its_text_or_nothing(read):
    found = read(
        row(
            cell("a", properties=fill("92D050")),
            cell("b", properties=fill("auto")),
            cell("c", properties=fill("FFFFFF")),
            cell("d", look='<w:highlight w:val="yellow"/>'),
            cell("e", properties='<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>'),
            cell("f", look=fill("00FF00")),
        )
    )
    assert [c.fill for c in found.cells] == [
        Colour(0x92, 0xD0, 0x50),
        None,
        None,
        Colour(255, 255, 0),
        Colour(255, 0, 0),
        Colour(0, 255, 0),
    ]


def test_invisible_text_is_kept_apart(read):
    white = '<w:color w:val="FFFFFF"/>'
    found = read(
        row(
            cell(para("Grön"), para("legend", "<w:vanish/>")),
            cell(para("Röd", white)),
            cell(para("Gul", white), properties=fill("FFC000")),
            cell(para("x", '<w:color w:val="FFC000"/>'), properties=fill("FFC000")),
        )
    )
    assert [(c.text, c.hidden) for c in found.cells] == [
        ("Grön", "legend"),
        ("", "Röd"),
        ("Gul", ""),
        ("", "x"),
    ]


def test_marks_and_strength_of_cells(read):
    found = read(
        row(
            cell(para("●", '<w:color w:val="FF0000"/>')),
            cell(para("Fet", BOLD), para("Fet", BOLD)),
            cell(para("Fet", BOLD), para("inte")),
        )
    )
    assert [(c.text, c.mark, c.strong) for c in found.cells] == [
        ("", Colour(255, 0, 0), False),
        ("Fet\n\nFet", None, True),
        ("Fet\n\ninte", None, False),
    ]


MARKED = "<w:tblHeader/>"


def bold(text, properties=""):
    return cell(text, properties=properties, look=BOLD)


GREY = fill("D9D9D9")


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([row("A", "B", properties=MARKED), row("a", "b")], 1),
        ([row("A", properties=MARKED), row("B", properties=MARKED), row("b")], 2),
        ([row("A", properties=MARKED)], 0),
        ([row(bold("A"), bold("B")), row("a", "b")], 1),
        ([row(bold("A"), bold("B"))], 0),
        ([row(bold("A"), bold("B")), row(bold("Kostnader"), ""), row("a", "b")], 1),
        ([row(bold("A"), bold("B")), row(bold("Summa"), bold("-1 200")), row("a", "b")], 1),
        ([row(bold("A"), bold("2017")), row(bold(""), bold("2018"), bold("x")), row("a")], 2),
        ([row(cell("A", properties=GREY), cell("", properties=GREY)), row("a", "b")], 1),
        ([row(bold("A", GREY)), row(bold("B")), row("b")], 1),
        ([row("a", "b"), row(bold("A"), bold("B"))], 0),
    ],
)
def test_header_rows(read, rows, count):
    found = read(*rows)
    assert found.header_rows == count
    assert all(c.header is (c.row < count) for c in found.cells)


STYLE = (
    '<w:style w:type="table" w:styleId="Rand"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    f"<w:tcPr>{fill('4472C4')}</w:tcPr></w:tblStylePr></w:style>"
)


def test_the_first_row_of_a_table_style(read):
    white = '<w:color w:val="FFFFFF"/>'
    rows = (row(cell("A", look=white), cell("B", look=white)), row("a", cell("b", look=white)))
    found = read(*rows, properties='<w:tblStyle w:val="Rand"/>', styles=STYLE)
    assert found.header_rows == 1
    assert found.cells[0].fill == Colour(0x44, 0x72, 0xC4)
    # how the style shades the other rows is not known, so nothing there is called invisible
    assert [c.text for c in found.cells] == ["A", "B", "a", "b"]
    look = '<w:tblStyle w:val="Rand"/><w:tblLook w:firstRow="0"/>'
    assert read(*rows, properties=look, styles=STYLE).header_rows == 0


def test_rows_and_cells_inside_controls_and_deleted_rows(read_word):
    document = read_word(
        table(
            f"<w:sdt><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>",
            f"<w:tr><w:sdt><w:sdtContent>{cell('c')}</w:sdtContent></w:sdt>{cell('d')}</w:tr>",
            row("bort", properties="<w:del/>"),
        )
    )
    assert texts(document.blocks[0]) == [["a", "b"], ["c", "d"]]
    assert document.warnings == ("1 deleted table rows (tracked changes) left out",)


def test_a_table_without_cells_is_none(read_word):
    assert read_word("<w:tbl/><w:tbl><w:tr/></w:tbl>").blocks == ()
