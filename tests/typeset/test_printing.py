"""What print does with single things, and what it refuses."""

import sys

import pytest
from attrs import evolve
from documents import cell, document, heading, paragraph, table

from ifo_followup.document import Colour, Furniture, FurnitureKind, Lines, Table, TextLine
from ifo_followup.errors import FollowUpError, Reason
from ifo_followup.layouts.lights import light_of
from ifo_followup.model.values import Place, Verdict
from ifo_followup.reading import read_document
from ifo_followup.typeset.printing import (
    ExtraMissing,
    Light,
    Look,
    Rules,
    Typeface,
    Unprintable,
    dressed,
    print_docx,
    print_pdf,
    print_text,
)
from ifo_followup.typeset.printing.dress import FILLS, SHAPES

TEXT = "Bedömningen är att kostnaderna för verksamheten fortsätter att öka under hela året. "
BOTH = pytest.mark.parametrize("printer", [print_pdf, print_docx])


def lights(light: Light) -> Table:
    words = ("Grön", "Gul", "Röd", "Delvis uppfyllt", "grönt")
    return table(
        [cell("Mål", 0, 0), cell("Bedömning", 0, 1)]
        + [c for n, w in enumerate(words, 1) for c in (cell(f"Mål {n}", n, 0), cell(w, n, 1))],
        header_rows=1,
    )


@BOTH
@pytest.mark.parametrize("light", [Light.FILL, Light.SHAPE])
def test_a_light_is_read_from_its_colour(printer, light: Light):
    data = printer(document(paragraph(TEXT), lights(light)), Look(light=light))
    (found,) = [b for b in read_document(data).blocks if isinstance(b, Table)]
    column = [c for c in found.cells if c.column == 1 and c.row]
    assert [light_of(c.fill if light is Light.FILL else c.mark) for c in column] == [
        Verdict.GREEN, Verdict.YELLOW, Verdict.RED, None, Verdict.GREEN,
    ]  # fmt: skip
    assert [c.text for c in column] == ["", "", "", "Delvis uppfyllt", ""]


def test_every_colour_printed_for_a_light_is_read_as_it():
    for colours in (FILLS, SHAPES):
        assert {light_of(colour): light_of(colour) for colour in colours.values()} == {
            verdict: verdict for verdict in colours
        }


@pytest.mark.parametrize("face", Typeface)
def test_letters_that_the_typeface_lacks_come_from_another(face: Typeface):
    text = "Utfall −12,5 € – ≥ 80 % • åäöÅÄÖ é ½ …"
    found = read_document(print_pdf(document(paragraph(text)), Look(typeface=face)))
    assert found.blocks[0].text == text
    assert found.warnings == ()


@pytest.mark.parametrize("letter", ["中", "→", "\u0007", "😀", "\ue000"])
def test_a_letter_that_no_font_has_is_named(letter: str):
    with pytest.raises(Unprintable, match=f"U\\+{ord(letter):04X}") as caught:
        print_pdf(document(paragraph(f"Ett {letter} tecken")))
    assert caught.value.reason is Reason.OUTPUT_FAILED
    assert isinstance(caught.value, FollowUpError)


def test_a_word_file_refuses_what_xml_cannot_hold():
    with pytest.raises(Unprintable, match=r"U\+0007"):
        print_docx(document(paragraph("Ett \x07 tecken")))
    found = read_document(print_docx(document(paragraph("Ett 中 tecken → 😀"))))
    assert found.blocks[0].text == "Ett 中 tecken → 😀"


@BOTH
def test_lines_that_are_no_blocks_are_refused(printer):
    lines = Lines(lines=(TextLine(text="Mål", number=1),), place=Place())
    with pytest.raises(Unprintable, match="recover"):
        printer(document(lines))
    assert print_text(document(lines)) == "Mål\n"


def test_a_table_wider_than_the_page_is_set_smaller_and_then_refused():
    def wide(columns: int) -> Table:
        return table([cell("försörjningsstöd", r, c) for r in (0, 1) for c in range(columns)])

    found = read_document(print_pdf(document(paragraph(TEXT), wide(9))))
    assert found.blocks[1].columns == 9
    with pytest.raises(Unprintable, match="30 columns"):
        print_pdf(document(wide(30)))


@BOTH
def test_an_empty_document_or_table_is_no_error(printer):
    for blocks in ((), (table([]),), (heading(""),), (paragraph(""),)):
        assert printer(document(*blocks))


@pytest.mark.parametrize(
    ("printer", "package", "module"),
    [(print_pdf, "reportlab", "reportlab"), (print_docx, "python-docx", "docx")],
)
def test_a_package_that_is_missing_is_named_with_its_extra(
    monkeypatch, printer, package: str, module: str
):
    ours = "ifo_followup.typeset.printing."
    for name in list(sys.modules):
        if name.startswith((f"{ours}pdf", f"{ours}docx", f"{module}.")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExtraMissing, match=rf"{package}.*pip install '\.\[typeset\]'"):
        printer(document(paragraph("Text.")))


def test_text_needs_no_package():
    done = [name for name in ("reportlab", "docx") if name in sys.modules]
    assert print_text(document(paragraph("Text."))) == "Text.\n"
    assert done == [name for name in ("reportlab", "docx") if name in sys.modules]


def test_a_row_higher_than_a_page_goes_on_with_its_header_repeated():
    long = " ".join(f"Mening {'abcdefgh'[n % 8]} om barn och unga." for n in range(400))
    rows = table(
        [cell("Mål", 0, 0), cell("Kommentar", 0, 1), cell("Barn", 1, 0), cell(long, 1, 1)],
        header_rows=1,
    )
    found = read_document(print_pdf(document(paragraph(TEXT * 3), rows)))
    assert found.pages > 2
    (read,) = [b for b in found.blocks if isinstance(b, Table)]
    assert [c.text for c in read.cells] == ["Mål", "Kommentar", "Barn", long]


def test_chapters_begin_pages():
    blocks = [b for n in "abc" for b in (heading(f"Kapitel {n}"), paragraph(TEXT * 3))]
    read = read_document(print_pdf(document(*blocks), Look(chapters_break=True)))
    assert [b.place.page for b in read.blocks] == [1, 1, 2, 2, 3, 3]


def test_a_page_number_is_counted_and_a_printed_one_not_repeated():
    old = Furniture(text="Sida 3 av 9", kind=FurnitureKind.FOOTER, place=Place())
    blocks = [b for n in "abc" for b in (heading(f"Kapitel {n}"), paragraph(TEXT * 3))]
    made = evolve(document(*blocks), furniture=(old,))
    read = read_document(print_pdf(made, Look(chapters_break=True, page_number="{page}/{pages}")))
    assert [f.text for f in read.furniture] == ["1/3", "2/3", "3/3"]


def test_hidden_text_is_there_and_is_not_seen():
    cells = [cell("Mål", 0, 0), cell("Läge", 0, 1), cell("Barn", 1, 0)]
    dark = cell("", 1, 1, fill=Colour(192, 0, 0), hidden="Röd")
    for printer in (print_pdf, print_docx):
        read = read_document(printer(document(paragraph(TEXT), table([*cells, dark], 1))))
        assert (read.blocks[1].cells[-1].text, read.blocks[1].cells[-1].hidden) == ("", "Röd")


@pytest.mark.parametrize(
    "wrong",
    [
        {"page_width": 20.0},
        {"size": 0.0},
        {"leading": 0.5},
        {"heading_sizes": ()},
        {"heading_sizes": (1.2, 1.3)},
        {"page_number": "{sida}"},
        {"page_number": "{page"},
        {"side_margin": 290.0},
        {"line_width": 3},
        {"bullets": ()},
        {"rules": "grid"},
    ],
)
def test_a_look_that_makes_no_sense_is_refused(wrong):
    with pytest.raises((ValueError, TypeError)):
        Look(**wrong)


def test_stripes_and_header_shades_reach_over_holes():
    cells = [cell("Mål", 0, 0), cell("Läge", 0, 1)]
    cells += [cell(f"Mål {n}", n, 0) for n in (1, 2, 3)] + [cell("Klart", 3, 1)]
    data = print_pdf(document(paragraph(TEXT), table(cells, 1)), Look(rules=Rules.STRIPES))
    found = read_document(data).blocks[1]
    assert [c.fill is not None for c in found.cells if c.row == 2] == [True, True]


def test_what_a_look_does_to_a_table():
    found = dressed(document(lights(Light.GIVEN)), Look(rules=Rules.STRIPES)).blocks[0]
    assert {(c.strong, c.fill) for c in found.cells if c.row == 0} == {(True, Look().header_fill)}
    assert [c.fill is not None for c in found.cells if c.column == 0] == [
        True, False, True, False, True, False,
    ]  # fmt: skip
    assert not any(c.strong for c in found.cells if c.row)
    weak = Look(header_fill=None, header_strong=False)
    assert not any(c.strong or c.fill for c in dressed(document(found), weak).blocks[0].cells[2:4])
    shapes = dressed(document(found), Look(light=Light.SHAPE)).blocks[0].cells
    assert [(c.text, c.fill, c.mark) for c in shapes if (c.row, c.column) == (2, 1)] == [
        ("", None, SHAPES[Verdict.YELLOW])
    ]


def test_a_page_number_without_its_figures_is_no_footer():
    old = Furniture(text="Sida  av", kind=FurnitureKind.FOOTER, place=Place())
    made = evolve(document(paragraph(TEXT)), furniture=(old,))
    read = read_document(print_pdf(made))
    assert [f.text for f in read.furniture] == ["1 (1)"]
