import io
from pathlib import Path

import pytest
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.document import Colour, FurnitureKind, Heading, Kind, ListItem, Paragraph, Table
from ifo_followup.reading import read_document

GREEN = Colour(0x00, 0xB0, 0x50)


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs, style="", properties=""):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def texts(document):
    return [block.text for block in document.blocks]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen rubrik"/>
  <w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Kontur"><w:name w:val="Kontur"/>
  <w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Etikett"><w:name w:val="Etikett"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkt2"><w:name w:val="List Bullet 2"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Snurra"><w:name w:val="x"/>
  <w:basedOn w:val="Snurra"/></w:style>
<w:style w:type="character" w:styleId="Stark"><w:rPr><w:b/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
  <w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>
  </w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%3)"/>
  </w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def numbered(identity, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>'


def test_paragraphs_and_strong_ones(read_word):
    document = read_word(
        para("Löpande ", run("text", "<w:b/>"))
        + para(run("Bedömning", "<w:b/>"), " ")
        + para(run("Inte", '<w:b w:val="0"/>'), style="Etikett")
        + para("Etikett", style="Etikett")
        + para(run("Stark", '<w:rStyle w:val="Stark"/>'))
        + para()
        + para("   "),
        styles=STYLES,
    )
    assert [(b.text, b.strong) for b in document.blocks] == [
        ("Löpande text", False),
        ("Bedömning", True),
        ("Inte", False),
        ("Etikett", True),
        ("Stark", True),
    ]
    assert document.kind is Kind.DOCX
    assert document.reader == "docx"
    assert document.pages is None
    assert len(document.sha256) == 64


def test_headings_by_style_outline_and_name(read_word):
    document = read_word(
        para("Titel", style="T")
        + para("Två", style="Rubrik2")
        + para("Ärvd", style="Egen")
        + para("Fyra", style="Kontur")
        + para("Direkt", properties='<w:outlineLvl w:val="0"/>')
        + para("Brödtext", style="Rubrik2", properties='<w:outlineLvl w:val="9"/>')
        + para("Rund", style="Snurra")
        + para(style="Rubrik2"),
        styles=STYLES,
    )
    assert [(b.text, getattr(b, "level", None)) for b in document.blocks] == [
        ("Titel", 1),
        ("Två", 2),
        ("Ärvd", 2),
        ("Fyra", 4),
        ("Direkt", 1),
        ("Brödtext", None),
        ("Rund", None),
    ]


def test_without_a_style_sheet_the_ids_tell(read_word):
    document = read_word(para("Ett", style="Heading1") + para("Två", style="Rubrik2"))
    assert [(type(b), b.level) for b in document.blocks] == [(Heading, 1), (Heading, 2)]


def test_lists_of_word_and_their_levels(read_word):
    document = read_word(
        para("a", style="Punkt")
        + para("b", style="Punkt2")
        + para("c", properties=numbered(2, 2))
        + para("d", style="Punkt", properties=numbered(0))
        + para(style="Punkt"),
        styles=STYLES,
        numbering=NUMBERING,
    )
    assert [(type(b), b.text, getattr(b, "level", 0)) for b in document.blocks] == [
        (ListItem, "a", 1),
        (ListItem, "b", 2),
        (ListItem, "c", 3),
        (Paragraph, "d", 0),
    ]


def test_numbers_of_headings_are_computed(read_word):
    levels = (0, 1, 1, 0, 1, 2)
    body = "".join(para(f"R{n}", style="Rubrik2", properties=numbered(2, n)) for n in levels)
    document = read_word(body, styles=STYLES, numbering=NUMBERING)
    assert texts(document) == ["1. R0", "1.1 R1", "1.2 R1", "2. R0", "2.1 R1", "iii) R2"]


def test_typed_bullets(read_word):
    def indent(value):
        return f'<w:ind w:left="{value}"/>'

    document = read_word(
        para("- ett")
        + para("–\u00a0två", properties=indent(400))
        + para("  • tre", properties=indent(400))
        + para("- fyra")
        + para("-5 %")
        + para("-varav"),
    )
    assert [(b.text, getattr(b, "level", None)) for b in document.blocks] == [
        ("ett", 1),
        ("två", 2),
        ("tre", 3),
        ("fyra", 1),
        ("-5 %", None),
        ("-varav", None),
    ]


def test_breaks_tabs_and_hyphens(read_word):
    document = read_word(
        para("Mål-", "<w:r><w:br/></w:r>", "nivå")
        + para("före", "<w:r><w:br w:type='page'/></w:r>", " efter")
        + para("A", "<w:r><w:tab/></w:r>", "B")
        + para("1-", "<w:r><w:noBreakHyphen/></w:r>", "a", "<w:r><w:softHyphen/></w:r>", "b")
        + para("ett", "<w:r><w:cr/></w:r>", "två"),
    )
    assert texts(document) == ["Målnivå", "före efter", "A\tB", "1--ab", "ett två"]


def test_every_text_arrives_whatever_wraps_it(read_word):
    box = "<w:txbxContent>" + para("i rutan") + "</w:txbxContent>"
    document = read_word(
        "<w:p><w:ins>" + run("infogat ") + "</w:ins>"
        "<w:del><w:r><w:delText>borta</w:delText></w:r></w:del>"
        "<w:moveFrom>" + run("hit") + "</w:moveFrom><w:moveTo>" + run("dit ") + "</w:moveTo>"
        "<w:hyperlink>" + run("länk ") + "</w:hyperlink>"
        "<w:smartTag>" + run("tagg ") + "</w:smartTag>"
        "<w:fldSimple>" + run("fält ") + "</w:fldSimple>"
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
        "<w:fldChar w:fldCharType='separate'/></w:r>"
        + run("7 ")
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:sdt><w:sdtContent>" + run("kontroll ") + "</w:sdtContent></w:sdt>"
        "<w:r><w:ruby><w:rt>" + run("rt") + "</w:rt><w:rubyBase>" + run("bas") + "</w:rubyBase>"
        "</w:ruby></w:r></w:p>"
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + run("ankare")
        + "</w:p>"
        f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{para('reserv')}</mc:Fallback>"
        "</mc:AlternateContent>"
        "<w:sdt><w:sdtContent>" + para("i kontroll") + "</w:sdtContent></w:sdt>"
        "<w:customXml>" + para("i xml") + "</w:customXml>" + run("lös") + "<w:t>naken</w:t>"
    )
    assert texts(document) == [
        "infogat dit länk tagg fält 7 kontroll bas",
        "ankare",
        "i rutan",
        "reserv",
        "i kontroll",
        "i xml",
        "lös",
        "naken",
    ]
    assert document.warnings == ("8 deleted characters (tracked changes) left out",)


def test_symbols(read_word):
    def sym(font, char):
        return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    document = read_word(
        para(sym("Wingdings", "F0FC"), " ja ", sym("Wingdings", "F001"))
        + para('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3 5</w:t></w:r>')
        + para(sym("Arial", "00E5"), sym("Arial", "zz"))
    )
    assert texts(document) == ["✓ ja \ufffd", "≥ 5", "å\ufffd"]
    assert document.warnings == ("2 signs of a symbol font not known",)


def test_hidden_text_of_the_body_is_a_warning(read_word):
    document = read_word(
        para("syns ", run("osynlig", "<w:vanish/>"), run("vit", '<w:color w:val="FFFFFF"/>'))
        + para(run("vit på svart", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'))
        + para(run("1 pt", '<w:sz w:val="2"/>'))
    )
    assert texts(document) == ["syns", "vit på svart"]
    assert document.warnings == ("invisible text left out: osynligvit / 1 pt",)


def test_notes_headers_footers_and_comments(read_word):
    document = read_word(
        para("Text", "<w:r><w:footnoteReference w:id='1'/></w:r>"),
        footnotes=f'<w:footnote w:type="separator">{para("streck")}</w:footnote>'
        f'<w:footnote w:id="1">{para("Fotnot")}</w:footnote>',
        endnotes=f"<w:endnote>{para('Slutnot')}</w:endnote>",
        header1=para("Tyresö", "<w:r><w:tab/></w:r>", "kommun"),
        header2=para("Tyresö", "<w:r><w:tab/></w:r>", "kommun"),
        footer1=f"<w:tbl><w:tr><w:tc>{para('Sida')}</w:tc><w:tc>{para('1')}</w:tc></w:tr></w:tbl>",
        comments=f"<w:comment>{para('Obs')}</w:comment>",
    )
    assert texts(document) == ["Text", "Fotnot", "Slutnot"]
    assert [(p.kind, p.text) for p in document.furniture] == [
        (FurnitureKind.HEADER, "Tyresö\tkommun"),
        (FurnitureKind.FOOTER, "Sida\n1"),
    ]
    assert document.warnings == ("1 comments left out",)


def test_contents_by_style_control_and_field(read_word):
    tab = "<w:r><w:tab/></w:r>"
    by_style = para("Innehåll") + para("1 Mål", tab, "3", style="Toc1")
    by_control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{para('2 Mål 4')}</w:sdtContent></w:sdt>"
    )
    by_field = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> TOC \\o </w:instrText>"
        f"<w:fldChar w:fldCharType='separate'/></w:r>{run('3 Mål')}{tab}{run('5')}</w:p>"
        + para("<w:r><w:fldChar w:fldCharType='end'/></w:r>")
    )
    for body in (by_style, by_control, by_field):
        document = read_word(body + para("Efter"), styles=STYLES)
        assert texts(document) == ["Efter"]
        (piece,) = document.furniture
        assert piece.kind is FurnitureKind.CONTENTS
        assert "Mål" in piece.text


def test_an_unfinished_contents_field_takes_no_text(read_word):
    start = "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText></w:r>"
    assert texts(read_word(para(start) + para("Brödtext"))) == ["Brödtext"]


def drawing(inner, size=100_000):
    extent = f'<wp:extent cx="{size}" cy="{size}"/>'
    return f"<w:r><w:drawing><wp:inline>{extent}{inner}</wp:inline></w:drawing></w:r>"


def test_marks_from_pictures_shapes_and_signs(read_word, png):
    media = {"dot.png": png([[0, 176, 80] * 4] * 4), "foto.jpg": b"\xff\xd8\xff"}
    solid = '<a:solidFill><a:srgbClr val="00B050"/></a:solidFill>'
    shape = f"<wps:wsp><wps:spPr>{solid}</wps:spPr></wps:wsp>"
    vml = '<w:pict><v:oval style="width:8pt;height:8pt" fillcolor="#00b050 [3209]"/></w:pict>'
    document = read_word(
        para(drawing('<a:blip r:embed="dot"/>'), " Grön")
        + para(drawing(shape), " Grön")
        + para(f"<w:r>{vml}</w:r>", " Grön")
        + para(run("●", '<w:color w:val="00B050"/>'), " Grön")
        + para(drawing('<a:blip r:embed="dot"/>', size=9_000_000), " Foto")
        + para(drawing('<a:blip r:embed="foto"/>'), " Foto")
        + para(run("■", '<w:color w:val="000000"/>'), " Svart"),
        media=media,
    )
    assert [(b.text, b.mark) for b in document.blocks if isinstance(b, Paragraph)] == [
        *[("Grön", GREEN)] * 4,
        ("Foto", None),
        ("Foto", None),
    ]
    assert isinstance(document.blocks[-1], ListItem)
    assert document.warnings == ("2 pictures not read",)


def test_a_broken_picture_is_no_reason_to_give_up(read_word):
    document = read_word(
        para(drawing('<a:blip r:embed="bad"/>'), "Text"), media={"bad.png": b"\x89PNG nope"}
    )
    assert texts(document) == ["Text"]
    assert document.warnings == ("1 pictures not read",)


def test_charts_objects_and_embedded_documents_are_warnings(read_word):
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x"/>'
    document = read_word(
        para(f"<w:r><w:drawing>{chart}</w:drawing></w:r>", "a")
        + para("<w:r><w:object><o:OLEObject/></w:object></w:r>", "b")
        + '<w:altChunk r:id="x"/>'
    )
    assert len(document.warnings) == 3


def test_metadata_strict_macros_and_another_main_part(read_word, docx):
    core = (
        '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.'
        'openxmlformats.org/package/2006/metadata/core-properties"><dc:title> Delår </dc:title>'
        "<dc:creator/></cp:coreProperties>"
    )
    document = read_word(para("x"), raw={"docProps/core.xml": core})
    assert document.metadata == (("title", "Delår"),)
    assert texts(read_word(para("x"), strict=True)) == ["x"]
    assert texts(read_word(para("x"), main="word/document2.xml")) == ["x"]
    assert read_document(docx(para("x")), name="x.docm").warnings == ()


def test_a_file_of_python_docx():
    made = WordDocument()
    made.add_heading("Mål", 1)
    made.add_paragraph("Punkt", style="List Bullet 2")
    table = made.add_table(2, 2)
    table.cell(0, 0).text = "A"
    table.cell(1, 1).merge(table.cell(1, 0)).text = "B"
    out = io.BytesIO()
    made.save(out)
    heading, item, found = read_document(out.getvalue()).blocks
    assert (heading.text, heading.level) == ("Mål", 1)
    assert (item.text, item.level) == ("Punkt", 2)
    assert [(c.text, c.colspan) for c in found.cells] == [("A", 1), ("", 1), ("B", 2)]


@given(st.lists(st.text(alphabet="aåB1 -•", max_size=8), max_size=12))
def test_no_letter_is_lost(read_word, pieces):
    document = read_word("".join(para(run(piece)) for piece in pieces))
    printed = "".join(document.texts())
    assert sorted(c for c in printed if c in "aåB1") == sorted(
        c for c in "".join(pieces) if c in "aåB1"
    )


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["tyreso-2017-interim-2", "tyreso-2021-interim-2"])
def test_the_real_reports_in_word_and_in_text_have_the_same_tables(corpus, name):
    folder = Path(corpus) / "corpus"
    word, text = (
        read_document(path.read_bytes(), name=path.name)
        for path in (folder / "facsimile" / f"{name}.docx", folder / f"{name}.txt")
    )

    def tables(document):
        def squashed(cell):
            return "".join(cell.text.replace("-", "").split()) if cell else ""

        found = (block for block in document.blocks if isinstance(block, Table))
        return [[[squashed(cell) for cell in row] for row in table.grid()] for table in found]

    differing = [
        (one, other)
        for mine, theirs in zip(tables(word), tables(text), strict=True)
        for row, line in zip(mine, theirs, strict=True)
        for one, other in zip(row, line, strict=True)
        if one != other
    ]
    # the one cell that Word merges over two rows is empty the second time in the text
    assert differing in ([], [("Finansiell", "")])
