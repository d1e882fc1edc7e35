"""Tables as text layers print them: what a careful reader can tell, and what nobody can."""

from pieces import recovered

from ifo_followup.document import Table, TextLine
from ifo_followup.layouts.amount_rows import read_rows
from ifo_followup.layouts.numeric import find_runs
from ifo_followup.layouts.numeric_heads import meanings_of
from ifo_followup.layouts.numeric_table import numeric_header
from ifo_followup.layouts.row_figures import column_counts
from ifo_followup.layouts.tokens import tokenize, usual_tail
from ifo_followup.swedish.words import says_not_measured


def tokens(text):
    return tokenize([TextLine(text=line, number=n) for n, line in enumerate(text.split("\n"), 1)])


def read(text):
    """The heads of the first table of numbers, and its rows."""
    words = tokens(text)
    run = next(find_runs(words, 0, len(words)), None)
    if run is None:
        return None, []
    count, header = numeric_header(words, run, 0)
    readings = read_rows(words, run, count, meanings_of(header, count))
    return header, [reading and reading.values for reading in readings]


def test_one_row_under_its_heads_is_a_table():
    header, rows = read("Kategori 2014 2015 2016\nAnmälningar om barn 0 1 2")
    assert header.rows == (("Kategori", "2014", "2015", "2016"),)
    assert rows == [("0", "1", "2")]


def test_one_row_without_heads_is_none():
    header, _ = read("Resultatet var detta\nAnmälningar om barn 0 1 2")
    assert header is None
    blocks, rules = recovered("Resultatet var detta\nAnmälningar om barn 0 1 2")
    assert not any(isinstance(block, Table) for block in blocks)
    assert rules == []


def test_a_unit_behind_each_amount_parts_them():
    _, rows = read("Kategori 2014 2015\nStödboende 117 724 kr 130 248 kr\nFamiljehem 520 kr 5 kr")
    assert rows == [("117 724 kr", "130 248 kr"), ("520 kr", "5 kr")]


MONEY = (
    " Aug 2019 Helårsprognos\n\nFörsta, tkr Utfall Budget Avvikelse Prognos Budget Avvikelse\n\n"
)
ROW = "Boendestöd -3 570 -3 300 -270 -5 366 -4 951 -415\n\n"


def test_the_header_of_the_next_money_table_ends_one():
    words = tokens(MONEY + ROW + ROW + MONEY + ROW + ROW)
    assert [len(run.rows) for run in find_runs(words, 0, len(words))] == [2, 2]


def test_a_section_under_the_header_is_no_head():
    header, rows = read(MONEY + "Intäkter      \n\n" + ROW + ROW)
    assert header.rows[-1][0] == "Första, tkr"
    assert len(rows) == 2


def test_a_corner_of_two_lines_is_one_title():
    header, _ = read(MONEY.replace("Första, tkr", "Ekonomi per enhet, \ntkr\n") + ROW + ROW)
    assert header.rows[-1][0] == "Ekonomi per enhet, tkr"


def test_a_head_broken_in_two_stays_in_the_header():
    header, _ = read(MONEY.replace("Avvikelse\n\n", "Avvi-\nkelse\n\n") + ROW + ROW)
    assert header.rows[-1][-1] == "Avvikelse"


def test_a_label_of_four_lines_is_one_label():
    words = tokens(MONEY + "Öppna \ninsatser \nbarn och \nunga\n\n-1 -1 0 -2 -2 0\n" + ROW)
    run = next(find_runs(words, words.index(words[-1]) - 30, len(words)))
    assert " ".join(t.text for t in words[slice(*run.rows[0].label)]).endswith(
        "Öppna insatser barn och unga"
    )


def test_a_leaf_is_no_group():
    """Rows with a cell empty have fewer amounts than there are heads."""
    text = (
        " Apr 2025 Helårsprognos\nBarn, mnkr\nBudget \nkommunbidrag\n\nUtfall \nnettokostnad\n\n"
        "Utfall \nresultat\n\nBudget \nkommunbidrag\n\nPrognos \nnettokostnad\n\n"
        "Prognos \nresultat\n\n"
        "Vuxna 8,0 -8,0  24,0 -24,1 -0,1\n\nBarn 4,0 -4,0  12,0 -12,1 -0,1\n"
    )
    _, rows = read(text)
    assert rows == [
        ("8,0", "-8,0", "", "24,0", "-24,1", "-0,1"),
        ("4,0", "-4,0", "", "12,0", "-12,1", "-0,1"),
    ]


def test_a_row_that_adds_up_only_with_an_empty_cell_is_not_read():
    """The last cell is empty and left no trace: -29 and 707 would be no figures of this row."""
    _, rows = read(MONEY + ROW + "Stab -9 882 -9 902 20 -29 707 -29 707\n" + ROW)
    assert rows[1] is None


def test_counts_grow_where_all_rows_have_an_empty_cell():
    words = tokens("Vuxna 8  24 25\nBarn 4  12 13")
    assert column_counts(words, next(find_runs(words, 0, len(words)))) == [3, 4, 5]


def test_the_usual_end_of_a_line_is_that_of_paragraphs():
    assert usual_tail(tokens("ett \n\ntvå \n\ntre \n\nfyra")) == 1
    assert usual_tail(tokens("ett\n\ntvå\n\ntre\n\nfyra")) == 0
    assert usual_tail(tokens("ett\n\ntvå \n\ntre\n\nfyra ")) is None


def test_a_planned_measurement_is_no_value():
    assert says_not_measured("Mätning genomförs i höst")
    assert not says_not_measured("Mätning genomförs varje år")


def test_a_full_row_that_misses_by_two_has_no_hole():
    """270 would be right; with a cell empty nothing could be tried, but no space shows one."""
    full = ("3 570", "3 300", "268", "5 366", "4 951", "415")
    _, rows = read(f"{MONEY}{ROW}Stöd {' '.join(full)}\n\n{ROW}")
    assert rows[1] == full
    _, rows = read(f"{MONEY}{ROW}Stöd 3 570 3 300  5 366 4 951 415\n\n{ROW}")
    assert rows[1] == ("3 570", "3 300", "", "5 366", "4 951", "415")


def test_a_gap_is_an_empty_cell_although_the_row_adds_up_within_rounding_without():
    """662 - 1 = 662 would do, rounded; the spaces say that the deviation is empty."""
    _, rows = read(f"{MONEY}{ROW}Vuxna 1 662 1 662   4 988 4 963 25\n\n{ROW}")
    assert rows[1] == ("1 662", "1 662", "", "4 988", "4 963", "25")
    # 662 - 1 = 661 is exact: nothing decides
    _, rows = read(f"{MONEY}{ROW}Vuxna 1 662 1 661   4 988 4 963 25\n\n{ROW}")
    assert rows[1] is None
