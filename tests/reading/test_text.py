from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifo_followup.document import FurnitureKind, Lines, Table
from ifo_followup.errors import LimitExceeded, Reason
from ifo_followup.reading import read_document


def read(text):
    return read_document(text.encode())


def texts(table):
    return [[cell.text if cell else None for cell in row] for row in table.grid()]


def lines(document):
    return [
        line.text for block in document.blocks if isinstance(block, Lines) for line in block.lines
    ]


def test_lines_stand_as_they_are():
    document = read("  Resultat   Grön \n\n \nNästa  ")
    (block,) = document.blocks
    assert [(line.number, line.text) for line in block.lines] == [
        (1, "  Resultat   Grön "),
        (2, ""),
        (3, " "),
        (4, "Nästa  "),
    ]
    assert (block.place.first_line, block.place.last_line) == (1, 4)
    assert document.pages is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b"])
def test_line_ends(end):
    assert lines(read(f"ett{end}två{end}")) == ["ett", "två"]


def test_form_feeds_start_pages():
    document = read("ett\n\x0ctvå\n\n\x0c\ntre\nA\tB\nfyra\x0cfem\x0c\n")
    first, table, last = document.blocks
    assert [(line.text, line.number, line.page_start) for line in first.lines] == [
        ("ett", 1, False),
        ("två", 2, True),
        ("", 3, False),
        ("tre", 5, True),
    ]
    assert [(line.text, line.page_start) for line in last.lines] == [("fyra", False), ("fem", True)]
    assert [block.place.page for block in document.blocks] == [1, 3, 3]
    assert isinstance(table, Table)
    assert document.pages == 4


def test_a_block_that_starts_a_page_is_on_it():
    document = read("A\tB\n\x0cC\tD\nrad\n\x0cslut")
    assert [block.place.page for block in document.blocks] == [1, 2]
    document = read("rad\nA\tB\n\x0cslut")
    assert [block.place.page for block in document.blocks] == [1, 1, 2]


def test_tabs_make_a_table():
    document = read("Före\nNamn\tUtfall\tBudget\nA\t1 200\t\nSumma\t-3\nEfter\n")
    before, table, after = document.blocks
    assert texts(table) == [["Namn", "Utfall", "Budget"], ["A", "1 200", ""], ["Summa", "-3", ""]]
    assert table.header_rows == 0
    assert (table.place.first_line, table.place.last_line) == (2, 4)
    assert table.cells[-1].place.first_line == 4
    assert [line.text for line in (*before.lines, *after.lines)] == ["Före", "Efter"]


def test_a_header_reaches_over_empty_cells_above_a_second_header_row():
    (table,) = read(
        "Nämnden\tAug\t\t\tHelår\t\tFg prognos\n\tUtfall\tBudget\tAvvikelse\tPrognos\tBudget\t\n"
        "IFO\t1\t2\t3\t4\t5\t6"
    ).blocks
    assert [(c.text, c.column, c.colspan) for c in table.cells if c.row == 0] == [
        ("Nämnden", 0, 1),
        ("Aug", 1, 3),
        ("Helår", 4, 2),
        ("Fg prognos", 6, 1),
    ]
    assert all(cell.colspan == 1 for cell in table.cells if cell.row)


def test_empty_cells_above_a_row_of_data_are_empty_cells():
    (table,) = read("Mål\t\tUtfall\nA\tB\tC").blocks
    assert all(cell.colspan == 1 for cell in table.cells)


def test_a_blank_line_ends_a_table():
    first, second = read("A\tB\n1\t2\n\nC\tD\n3\t4").blocks
    assert (first.rows, second.rows) == (2, 2)


def test_the_same_header_again_starts_a_table():
    document = read("Spec\tUtfall\nÖvrigt\t5\n\nSpec\tUtfall\nÖvrigt\t5")
    assert len(document.blocks) == 2


def test_a_second_table_with_the_header_words_of_the_first_is_its_own():
    assert len(read("A\tAug\n\tUtfall\nx\t5\n\nB\tUtfall\nx\t5").blocks) == 2


def test_a_table_goes_on_after_a_blank_line_where_a_column_repeats_itself():
    (table,) = read("Månad\tHändelse\tLäge\nJuni\tX\tGrön\n\nJuli\tY\tGrön").blocks
    assert texts(table)[2] == ["Juli", "Y", "Grön"]
    (join,) = table.joins
    assert (join.row, join.place.first_line) == (2, 4)


def test_a_row_broken_in_a_sentence_is_mended():
    (table,) = read(
        "Prioritering\tKommentar\nSamverkan kring\tSlut.\n\nutredningar.\tNytt stycke."
    ).blocks
    assert texts(table)[1] == ["Samverkan kring utredningar.", "Slut.\n\nNytt stycke."]
    assert table.joins[0].row == 1
    assert table.cells[-1].place.last_line == 4


def test_prose_below_an_empty_first_cell_goes_on_with_the_row_above():
    (table,) = read("A\tB\nMål\tEtt.\n\n\tHär kommer en hel mening till.").blocks
    assert texts(table)[1] == ["Mål", "Ett.\n\nHär kommer en hel mening till."]


def test_another_number_of_cells_is_another_table():
    assert len(read("A\tB\nx\ty\n\na\tb\tc").blocks) == 2


@pytest.mark.parametrize(
    "text", ["-\tförsta\n-\tandra", "•\tpunkt", "1.2\tMål och medel", "\tindraget stycke"]
)
def test_tabs_after_a_bullet_or_number_are_no_table(text):
    (block,) = read(text).blocks
    assert [line.text for line in block.lines] == text.replace("\t", " ").split("\n")


def test_remnants_of_other_programs_go():
    (table,) = read("<p>Från <i>planen:</i></p> <p>8a. **S**pecifika</p>\t<5 %").blocks
    assert texts(table) == [["Från planen:\n\n8a. Specifika", "<5 %"]]
    assert lines(read("förutom *tillgänglighet*.")) == ["förutom tillgänglighet."]
    assert lines(read("Ett<br>Två & <p>Tre</p>")) == ["Ett", "Två &", "", "Tre"]


@pytest.mark.parametrize(
    "text", ["boende* 540", "* I helårsprognosen ingår *", "2*3*4", "a < b > c"]
)
def test_printed_stars_and_signs_stay(text):
    assert lines(read(text)) == [text]


def test_contents_are_furniture():
    document = read(
        "Rapport\n\nInnehållsförteckning\n\n1 Händelser\t3\n2.2 Uppdrag.....\t8\n"
        "4 Åtgärder som nämnden har\nvidtagit\t20\n\n1 Händelser\n\nText"
    )
    (contents,) = document.furniture
    assert contents.kind is FurnitureKind.CONTENTS
    assert contents.text.splitlines()[0] == "Innehållsförteckning"
    assert contents.text.endswith("vidtagit\t20")
    assert (contents.place.first_line, contents.place.last_line) == (3, 8)
    assert "1 Händelser" in lines(document)


def test_contents_with_dots_or_single_spaces():
    for entries in ("Mål .......... 3\nEkonomi …… 12", "1 Mål 3\n2 Ekonomi 12"):
        assert read(f"Innehåll\n{entries}\nText").furniture


def test_a_heading_called_contents_is_no_table_of_contents():
    assert read("Innehåll\nVi har köpt 3\nsaker").furniture == ()


def test_a_heading_that_ends_in_a_year_is_no_entry():
    document = read("Innehåll\n1 Mål 3\n2 Åtgärder 4\n\n1 Mål\n2 Åtgärder 2017")
    assert lines(document)[-1] == "2 Åtgärder 2017"


DOUBLE = "".join(
    f"Rad {n} slutar mitt i en \n\nmening som fortsätter här. \n\n \n\n" for n in range(8)
)


def test_double_spacing_is_undone_and_line_numbers_stay():
    document = read(DOUBLE)
    (block,) = document.blocks
    assert [(line.number, line.text) for line in block.lines][:4] == [
        (1, "Rad 0 slutar mitt i en "),
        (3, "mening som fortsätter här. "),
        (5, ""),
        (7, "Rad 1 slutar mitt i en "),
    ]
    assert document.warnings == ("double-spaced text read as single-spaced",)


def test_one_paragraph_a_line_is_not_double_spacing():
    text = "Stycke som är en rad.\n\n \nAnnat stycke.\n\n" * 20
    assert not read(text).warnings


def test_short_lines_apart_and_cells_in_small_letters_are_not_double_spacing():
    cells = "Ett mål som är\nså långt att\ndet bryts\n\nkort svar\n\n"
    assert not read("Ett stycke på en rad.\n\n" * 12 + cells * 4 + " \n").warnings


def test_pages_survive_single_spacing():
    document = read(DOUBLE + "\x0c\n" + DOUBLE)
    assert sum(line.page_start for block in document.blocks for line in block.lines) == 1


def test_a_grid_beyond_reason_is_refused():
    with pytest.raises(LimitExceeded) as caught:
        read("\t" * 2000 + "x\n" + "a\tb\n" * 2000)
    assert caught.value.reason is Reason.WORK_LIMIT


@given(
    st.lists(
        st.text(alphabet="ab1 \t-<>*pi/.åInehål\x0c", max_size=30).filter(lambda t: t.strip()),
        min_size=1,
    )
)
def test_no_letter_or_digit_is_lost(rows):
    def kept(text):
        return sorted(sign for sign in text if sign in "b1åh")

    text = "\n".join(rows)
    # tags have letters of their own
    if "<" in text:
        return
    assert kept("".join(read(text).texts())) == kept(text)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "tables"),
    [
        ("nacka-2018-tertial-1", 0),
        ("tyreso-2017-interim-2", 4),
        ("tyreso-2018-interim-1", 0),
        ("tyreso-2021-interim-2", 28),
        ("tyreso-2022-monthly-november", 0),
    ],
)
def test_the_real_reports(corpus, name, tables):
    path = Path(corpus) / "corpus" / f"{name}.txt"
    document = read_document(path.read_bytes(), name=path.name)
    assert sum(isinstance(block, Table) for block in document.blocks) == tables
    doubled = "double-spaced text read as single-spaced"
    assert (doubled in document.warnings) is (name == "tyreso-2022-monthly-november")
    printed = "".join("".join(document.texts()).split()).replace("*", "")
    raw = "".join(path.read_text(encoding="utf-8").split()).replace("*", "")
    assert len(printed) > 0.99 * len(raw)


STRIPPED = (
    "Nämnd\tAug\t\t\tHelår\t\tFg prognos\n\tUtfall\tBudget\tAvvikelse\tPrognos\tBudget\n"
    "Resultat tkr\nStöd\nIntäkter\t5\t4\t1\t9\t8\t7\nKostnader\nLön\t-5\nHyra\t-1\t-2\t1\n"
)


def test_rows_whose_last_tabs_were_stripped_are_padded():
    (table,) = read(STRIPPED).blocks
    assert (table.rows, table.columns) == (8, 7)
    assert texts(table)[2] == ["Resultat tkr", *[""] * 6]
    assert texts(table)[6] == ["Lön", "-5", *[""] * 5]
    assert [(c.text, c.colspan) for c in table.cells if c.row == 0] == [
        ("Nämnd", 1),
        ("Aug", 3),
        ("Helår", 2),
        ("Fg prognos", 1),
    ]
    assert next(cell.place.first_line for cell in table.cells if cell.row == 5) == 6


def test_stripped_lights_stay_in_their_columns():
    document = read(
        "Mål\tEnhet\tUtfall\tNivå\tLjus\nTrygghet\t\t50 %\t60 %\tGul\nAndel\n\tNorr\tGrön"
    )
    (table,) = document.blocks
    assert texts(table)[2:] == [["Andel", *[""] * 4], ["", "Norr", "Grön", "", ""]]
    assert document.warnings == ("line 3: a row without tabs read as a row of the table above",)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Familjehem   127  -70   58  0", ["Familjehem", "127", "-70", "58", "0"]),
        ("Familjehem vuxna 127 -70 58 0", ["Familjehem vuxna", "127", "-70", "58", "0"]),
        ("Jour  ca 3  -70   58  0", ["Jour", "ca 3", "-70", "58", "0"]),
        ("Hyra  -  -70   1 058  0", ["Hyra", "-", "-70", "1 058", "0"]),
        ("Hyra 1 200 300 400 500", ["Hyra", "1 200 300 400 500", "", "", ""]),
    ],
)
def test_a_row_with_spaces_instead_of_tabs(row, cells):
    head, other = "Rad\tA\tB\tC\tD\nStöd\t1\t2\t3\t4", "Vård\t5\t6\t7\t8"
    document = read(f"{head}\n{row}\n{other}")
    (table,) = document.blocks
    assert texts(table)[2:] == [cells, other.split("\t")]
    assert len(document.warnings) == 1


def test_the_last_row_too_if_its_amounts_are_certain():
    (table,) = read("Rad\tA\tB\nStöd\t1\t2\nSumma  1  2\n").blocks
    assert texts(table)[2] == ["Summa", "1", "2"]
    assert texts(read("Rad\tA\tB\nStöd\t1\t2\nLön 1200 300\n\ntext").blocks[0])[2][0] == "Lön"
    assert len(read("Rad\tA\tB\nStöd\t1\t2\nDet kostade 1 200 300\n\ntext").blocks) == 2
    assert len(read("Rad\tA\tB\nStöd\t1\t2\nEn  not  här\n\ntext").blocks) == 2


def test_text_between_rows_that_is_no_row_is_said():
    document = read("Rad\tA\tB\nStöd\t1\t2\nHär står en hel mening.\nVård\t5\t6")
    assert len(document.blocks) == 3
    assert document.warnings == ("line 3: text between the rows of a table ends it",)


def test_a_line_before_a_new_header_ends_a_table():
    document = read("Rad\tA\tB\nStöd\t1\t2\nNästa tabell\nRad\tA\tB\nVård\t5\t6")
    first, between, second = document.blocks
    assert (first.rows, between.lines[0].text, second.rows) == (2, "Nästa tabell", 2)
    assert document.warnings == ()


def test_a_broken_row_goes_on_with_fewer_cells_where_tabs_were_stripped():
    (table,) = read("A\tB\tC\nMål\tEtt\nMer\tSamverkan kring\tSlut\n\nandra\tsaker").blocks
    assert texts(table)[2] == ["Mer andra", "Samverkan kring saker", "Slut"]


def test_pipe_rows_without_a_rule_are_a_table():
    document = read("Före\n| Mål | Utfall |\n| a \\| b | |\nText | med streck")
    before, table, after = document.blocks
    assert texts(table) == [["Mål", "Utfall"], ["a | b", ""]]
    assert [line.text for line in after.lines][-1] == "Text | med streck"
    assert before.lines[0].text == "Före"
    assert document.warnings == ("pipe tables in a plain text read as tables",)
    (ruled,) = read("| A | B |\n| --- | :-: |\n| 1 | 2 |").blocks
    assert texts(ruled) == [["A", "B"], ["1", "2"]]
    assert lines(read("| bara en rad |\n| en | rad |")) == ["| bara en rad |", "| en | rad |"]


def test_heading_signs_on_some_headings_go():
    document = read("# 1 Händelser\nText\n2 Mål\n#nyckelord\n### 3 Ekonomi")
    assert lines(document) == ["1 Händelser", "Text", "2 Mål", "#nyckelord", "3 Ekonomi"]
    assert document.warnings == ("Markdown heading signs left out of 2 lines of a plain text",)
