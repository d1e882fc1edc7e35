"""Rows and cells found again in words: what line ends, empty lines and spaces say."""

from itertools import pairwise

import pytest
from attrs import evolve
from pieces import GOALS, INDICATORS, LAYOUT, grid, only_table, recovered, tokens

from ifo_followup.document import Heading, Paragraph, Table
from ifo_followup.layouts.beside import behind_values, joints
from ifo_followup.layouts.cell_figures import cuts_number
from ifo_followup.layouts.cells import atoms, fit
from ifo_followup.layouts.declare import (
    CellKind,
    Column,
    Label,
    LabelRole,
    Layout,
    TableLayout,
    TableRole,
)
from ifo_followup.layouts.families import UNIT_RESULTS
from ifo_followup.layouts.rows import RowCells, segment

GOAL_HEAD = "Nämndens mål Bedömning Kommentar\n\n"
INDICATOR_HEAD = "Indikator Utfall 2021 Utfall 2022 Mål Bedömning Trend\n\n"
ASSIGNMENT_HEAD = "Nämnduppdrag Status Lägesbeskrivning\n\n"


def goal_rows(text):
    head, *rows = only_table(GOAL_HEAD + text)
    assert head == ["Nämndens mål", "Bedömning", "Kommentar"]
    return rows


def indicator_rows(text):
    return only_table(INDICATOR_HEAD + text)[1:]


def test_cells_of_one_line_run_on():
    assert goal_rows("Fler får stöd Delvis uppfyllt Väntetiden har minskat.\n") == [
        ["Fler får stöd", "Delvis uppfyllt", "Väntetiden har minskat."]
    ]


def test_wrapped_cells_end_with_an_empty_line():
    assert goal_rows(
        "Fler barn och unga får stöd i\nrätt tid\n\nDelvis\nuppfyllt\n\n"
        "Väntetiden har minskat, men\nkön är lång.\n"
    ) == [
        [
            "Fler barn och unga får stöd i rätt tid",
            "Delvis uppfyllt",
            "Väntetiden har minskat, men kön är lång.",
        ]
    ]


def test_several_rows():
    assert goal_rows(
        "Fler får stöd Delvis uppfyllt Väntetiden har minskat.\n"
        "Trygga boenden Helt uppfyllt Alla har fått en plats.\n\n"
        "God arbetsmiljö för alla som\narbetar i stödet\n\nEj uppfyllt Enkäten visar det.\n"
    ) == [
        ["Fler får stöd", "Delvis uppfyllt", "Väntetiden har minskat."],
        ["Trygga boenden", "Helt uppfyllt", "Alla har fått en plats."],
        ["God arbetsmiljö för alla som arbetar i stödet", "Ej uppfyllt", "Enkäten visar det."],
    ]


def test_a_comment_has_paragraphs():
    (row,) = goal_rows(
        "Fler får stöd Delvis uppfyllt Väntetiden har minskat under\nåret.\n\n"
        "Två handläggare har anställts och en\ntill är på väg.\n\nArbetet fortsätter.\n"
    )
    assert row[2] == (
        "Väntetiden har minskat under året.\n\n"
        "Två handläggare har anställts och en till är på väg.\n\nArbetet fortsätter."
    )


def test_words_of_the_vocabulary_inside_a_comment_are_comment():
    (row,) = goal_rows(
        "Fler får stöd Delvis uppfyllt Målet är delvis uppfyllt eftersom uppdraget\n"
        "är påbörjat. Det är inte helt uppfyllt förrän alla är klara.\n"
    )
    assert row[:2] == ["Fler får stöd", "Delvis uppfyllt"]
    assert row[2].startswith("Målet är delvis uppfyllt eftersom")


def test_an_assessment_can_be_a_sentence():
    (row,) = goal_rows(
        "Fler får stöd Målet bidrar till att uppnå\nkommunens mål.\n\nVäntetiden har minskat.\n"
    )
    assert row == ["Fler får stöd", "Målet bidrar till att uppnå kommunens mål.", row[2]]
    assert row[2] == "Väntetiden har minskat."


def test_values_stand_in_their_columns():
    assert indicator_rows("Andel som är nöjda 80 % 82 % 85 % Delvis uppfyllt Ökande\n") == [
        ["Andel som är nöjda", "80 %", "82 %", "85 %", "Delvis uppfyllt", "Ökande"]
    ]


def test_a_sentence_of_one_line_ends_the_row_above_a_name_of_several():
    rows = indicator_rows(
        "Andel nöjda med sitt\nstöd\n\n80 % 82 % 90 % Delvis uppfyllt. Något bättre.\n"
        "Andel trygga i sitt\nboende\n\n70 % 71 % 75 % Ej uppfyllt. Oförändrad.\n"
    )
    assert [(row[0], row[-1]) for row in rows] == [
        ("Andel nöjda med sitt stöd", "Något bättre."),
        ("Andel trygga i sitt boende", "Oförändrad."),
    ]


def test_a_dash_is_a_cell():
    assert indicator_rows("Andel som är nöjda - 82 % 85 % Delvis uppfyllt -\n") == [
        ["Andel som är nöjda", "-", "82 %", "85 %", "Delvis uppfyllt", "-"]
    ]


@pytest.mark.parametrize("trace", [" ", "  "])
def test_an_empty_cell_leaves_a_space_or_two(trace):
    empty = f" {trace} "
    rows = indicator_rows(
        f"Andel som är nöjda{empty}82 % 85 % Delvis uppfyllt Ökande\n"
        "Antal besök 310 290 300 Helt uppfyllt Minskande\n"
    )
    assert rows[0] == ["Andel som är nöjda", "", "82 %", "85 %", "Delvis uppfyllt", "Ökande"]
    assert rows[1][1:4] == ["310", "290", "300"]


def test_one_cell_can_hold_values_with_their_scopes():
    (row,) = indicator_rows(
        "Nettokostnad per invånare 120 130 Egen regi:\n110\nKöpt\nvård: 150\n\nEj uppfyllt Ökande\n"
    )
    assert row[:3] == ["Nettokostnad per invånare", "120", "130"]
    assert row[3] == "Egen regi: 110 Köpt vård: 150"
    assert row[4:] == ["Ej uppfyllt", "Ökande"]


def test_a_number_in_a_name_belongs_to_the_name():
    (row,) = indicator_rows("Antal unga 16-24 år i insats 41 44 50 Delvis uppfyllt Ökande\n")
    assert row[0] == "Antal unga 16-24 år i insats"


def test_a_number_of_thousands_is_one_value():
    (row,) = indicator_rows("Antal besök per år 1 310 1 290 1 300 Helt uppfyllt Ökande\n")
    assert row[1:4] == ["1 310", "1 290", "1 300"]


def test_a_value_that_was_not_measured_says_so_in_words():
    (row,) = indicator_rows(
        "Andel som är nöjda 80 % Mätning genomfördes\ninte\n\n85 % Kan inte bedömas Ökande\n"
    )
    assert row[2] == "Mätning genomfördes inte"
    assert row[4] == "Kan inte bedömas"


def test_assignments_by_their_status():
    assert only_table(
        ASSIGNMENT_HEAD + "Ta fram en plan för\nbemanning\n\nPåbörjat En grupp arbetar med den.\n"
        "Se över lokaler Ej påbörjat\n\nStarta öppen mottagning Genomfört Öppnade i mars.\n"
    )[1:] == [
        ["Ta fram en plan för bemanning", "Påbörjat", "En grupp arbetar med den."],
        ["Se över lokaler", "Ej påbörjat", ""],
        ["Starta öppen mottagning", "Genomfört", "Öppnade i mars."],
    ]


MARKED = TableLayout(
    role=TableRole.INDICATORS,
    columns=(
        Column(("Indikatorer",), CellKind.LABEL, "name"),
        Column(("Utfall {year}",), CellKind.MEASURE, "outcome", repeats=True),
        Column(("Mål",), CellKind.MEASURE, "target"),
        Column(("",), CellKind.MARKER, "followed_up", optional=True, markers=("V1", "V2", "V3")),
    ),
)


def test_markers_end_each_row():
    layout = Layout(headings=(), tables=(MARKED,))
    assert only_table(
        "Indikatorer Utfall 2023 Mål\n\n(N) Andel nöjda med\nbemötandet\n\n71 % 80 % V1 V2\n"
        "Antal klagomål 12 10 V3\n",
        layout,
    )[1:] == [
        ["(N) Andel nöjda med bemötandet", "71 %", "80 %", "V1 V2"],
        ["Antal klagomål", "12", "10", "V3"],
    ]


def test_no_words_are_no_rows():
    assert segment(GOALS.columns, []) is None
    assert segment(GOALS.columns, tokens("x " * 7000)) is None


def test_segments_do_not_overlap_and_stay_in_order():
    words = tokens("Fler får stöd Delvis uppfyllt Bra.\n\nTrygga hem Ej uppfyllt Dåligt.\n")
    found = segment(GOALS.columns, words)
    spans = [cell for row in found.rows for cell in row.cells if cell]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert found.end == spans[-1][1] == len(words)


def test_a_heading_ends_the_table():
    blocks, _ = recovered(
        GOAL_HEAD + "Fler får stöd Delvis uppfyllt Bra.\n\n1 Ekonomi\n\nDet går bra.\n"
    )
    assert [type(block).__name__ for block in blocks] == ["Table", "Heading", "Paragraph"]


def test_the_next_header_ends_the_table():
    blocks, _ = recovered(
        GOAL_HEAD
        + "Fler får stöd Delvis uppfyllt Bra.\n\n"
        + INDICATOR_HEAD
        + "Andel nöjda 80 % 81 % 85 % Delvis uppfyllt Ökande\n"
    )
    assert [block.columns for block in blocks] == [3, 6]


STATUS = Column(("Status",), CellKind.STATUS, "status")
MEASURE = Column(("Utfall",), CellKind.MEASURE, "outcome")
LIKELIHOOD = Column(("Sannolikhet",), CellKind.LIKELIHOOD, "likelihood")
RANGE = Column(("Belopp",), CellKind.RANGE, "impact")
MONTH = Column(("Månad",), CellKind.MONTH, "month")


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [
        (STATUS, "Påbörjat", "Enheten har"),
        (LIKELIHOOD, "Mycket hög", "Mycket hyra"),
        (RANGE, "Ej beräknad", "Ej lokaler"),
        (MEASURE, "82 %", "Enheten har anställt"),
        (RANGE, "0,5-1,0", "Låg"),
        (MONTH, "Augusti", "augustikväll"),
        (INDICATORS.columns[4], "Delvis uppfyllt", "Enheten har anställt fler"),
        (INDICATORS.columns[0], "Andel nöjda", "andel nöjda med"),
    ],
)
def test_words_fit_their_column(column, good, bad):
    well, badly = tokens(good), tokens(bad)
    score = fit(column, badly, 0, len(badly))
    assert score is None or fit(column, well, 0, len(well)) > score


def test_a_number_is_not_cut_where_it_could_go_on():
    words = tokens("1 645 besök")
    assert 2 in set(atoms(MEASURE, words, 0))


RISKS = (
    Column(("Typ av risk",), CellKind.PHRASE, "category"),
    Column(("Risk (och riskvärde)",), CellKind.LABEL, "title"),
    Column(("Åtgärd",), CellKind.PROSE, "mitigation"),
    Column(("Bedömning",), CellKind.LIGHT, "assessment"),
)
PRIORITIES = (
    Column(("Politisk prioritering",), CellKind.LABEL, "title"),
    Column(("Kommentar",), CellKind.PROSE, "comment"),
)


def cells_of(columns, text, tail=None):
    words = tokens(text)
    found = segment(columns, words, tail=tail)
    return [
        [" ".join(t.text for t in words[slice(*cell)]) if cell else "" for cell in row.cells]
        for row in found.rows
    ]


def test_a_cell_is_not_torn_to_leave_paragraphs_behind():
    """The blank that ends the first line looks like an empty cell; the line goes on, though."""
    columns = (NAME, MEASURE, MEASURE, MEASURE)
    text = "Antal egna hem 277 Redovisas vid \nårets slut\n\n" + "Antal egna hem\n\n" * 9
    assert cells_of(columns, text, tail=0)[0] == [
        "Antal egna hem", "277", "Redovisas vid årets slut", ""
    ]  # fmt: skip


def test_a_value_and_the_reason_why_there_is_no_other_are_no_heading():
    row = "Antal egna\nhem\n\n2 Mätning sker i \nhöst\n\n44 Uppfyllt Ökar\n"
    assert only_table(f"1 Mål\n\n{INDICATOR_HEAD}{row}")[1:] == [
        ["Antal egna hem", "2", "Mätning sker i höst", "44", "Uppfyllt", "Ökar"]
    ]
    goals = f"1 Mål\n\n{GOAL_HEAD}Fler får stöd Uppfyllt Det gick bra.\n\n"
    blocks, _ = recovered(f"{goals}2 Redovisas i höst\n\nMer om det.\n")
    assert [type(block) for block in blocks] == [Heading, Table, Heading, Paragraph]


def test_texts_on_one_line_part_at_a_capital():
    assert cells_of(
        RISKS,
        "Verksamhetsrisk Dyra\nplaceringar\nRiskvärde 1\n\nHandlingsplan tas\nfram\n\nGrön\n",
    ) == [["Verksamhetsrisk", "Dyra placeringar Riskvärde 1", "Handlingsplan tas fram", "Grön"]]


def test_the_value_of_a_risk_ends_its_title():
    assert cells_of(
        RISKS, "Ekonomisk risk Viten för beslut Riskvärde 13 Riktad utbildning Gul\n"
    ) == [["Ekonomisk risk", "Viten för beslut Riskvärde 13", "Riktad utbildning", "Gul"]]


def test_a_name_of_two_words_is_not_torn():
    units = (
        Column(("Enhetens mål",), CellKind.LABEL, "title"),
        Column(("Indikator",), CellKind.PHRASE, "name"),
        Column(("Bedömning",), CellKind.LIGHT, "assessment"),
    )
    assert cells_of(units, "Fler får stöd\n\n Öppenvården Lyktan Röd\n") == [
        ["Fler får stöd", "Öppenvården Lyktan", "Röd"]
    ]


def test_a_row_may_begin_on_the_line_of_the_header():
    for text in ("Mål Alla får plats 12\n", "Mål Alla får\nplats 12\n"):
        (row,) = segment((NAME, MEASURE), tokens(text)[1:]).rows
        assert row.cells == ((0, 3), (3, 4))


def test_a_line_is_no_cell_because_the_one_above_it_has_no_known_word():
    text = "Fler barn\nUngdomar i skolan\n\nGrön\n"
    columns = (*PRIORITIES, Column(("Bedömning",), CellKind.LIGHT, "assessment"))
    assert cells_of(columns, text) == [["Fler barn Ungdomar i skolan", "", "Grön"]]


def test_a_sentence_below_a_strip_of_months_is_no_light():
    months = [Column((month,), CellKind.LIGHT, "month") for month in "ABCDEFGHIJKL"]
    for below in ("Tillsynen är avslutad.", "Tillsynen avslutades utan anmärkning."):
        text = f"Gul Röd{' ' * 10}\n\n{below}\n"
        assert cells_of(months, text, tail=0) == [["Gul", "Röd", *[""] * 10]]
    assert cells_of(months, "Gul Röd. \n", tail=0)[0][:2] == ["Gul", "Röd."]


def test_that_something_is_not_measured_is_no_name():
    head = "Indikator Utfall 2019 Utfall 2020 Prognos 2021-04-30 Mål Bedömning Trend \n\n"
    first = "Antal barn i \nprogram \n\n239 259   249 Till stor \ndel uppfyllt \n\n"
    second = "Genomsnittligt stöd \n\nMäts en \ngång om \nåret \n\n7 545 8 000 7 090   Ökar \n"
    _, *rows = only_table(head + first + second)
    assert [row[0] for row in rows] == ["Antal barn i program", "Genomsnittligt stöd"]
    assert [row[-1] for row in rows] == ["", "Ökar"]


def test_a_unit_is_not_torn_where_a_share_ends_the_row_before():
    """ "80% Grön Resultat" is no number with words beside it: no cell may begin behind those."""
    text = "Budget i balans   50% 80% Gul\n  Resultat Boendet \nBacken\n\nGrön    \n"
    words = tokens(text)
    found = segment(UNIT_RESULTS.columns, words, ("Resultat",), 0)
    assert [" ".join(t.text for t in words[slice(*row.cells[0])]) for row in found.rows] == [
        "Budget i balans",
        "Resultat Boendet Backen",
    ]


def test_the_mark_of_a_new_indicator_begins_a_row():
    """Behind a text of one line, whose last words could as well begin the next name."""
    text = (
        "(N) Antal samtal 12 14 Mäts en gång om året\n (N) Andel som går \nvidare\n\n40% 44% 48%\n"
    )
    words = tokens(text)
    columns = (NAME, MEASURE, MEASURE, MEASURE)
    torn, whole = (segment(columns, words, openers, 0).rows for openers in ((), ("(N)",)))
    assert [words[row.cells[0][0]].text for row in whole] == ["(N)", "(N)"]
    assert words[torn[1].cells[0][0]].text != "(N)"


def test_a_label_below_a_table_ends_it():
    """In capitals or not; what begins with a small letter is the rest of a cell."""
    head = "Indikator Utfall 2019 Mål Bedömning Trend\n\n"
    row = "Antal samtal 120 100 Uppfyllt\n\n"
    labels = (Label(("NÄMNDMÅL",), LabelRole.GOAL), Label(("Kommentar",), LabelRole.COMMENT))
    layout = evolve(LAYOUT, labels=labels)
    for label in ("NÄMNDMÅL", "Nämndmål", "Kommentar:"):
        _, got = only_table(f"{head}{row}{label}\n\nAlla barn går i skolan\n", layout)
        assert got == ["Antal samtal", "120", "100", "Uppfyllt", ""]
    wrapped = "Antal samtal 120 4 % \nkommunmål\n\n5 %\nnämndmål\n\nUppfyllt Ökar\n"
    assert "nämndmål" in only_table(head + wrapped, layout)[1][2]


def test_titles_without_comments_are_rows():
    text = "Alla i skolan  \nFler vuxna i egen \nförsörjning\n"
    assert cells_of(PRIORITIES, text) == [
        ["Alla i skolan", ""],
        ["Fler vuxna i egen försörjning", ""],
    ]
    text = "Fler vuxna i egen\nförsörjning\n\nTidiga insatser för\nbarn\n"
    assert cells_of(PRIORITIES, text) == [
        ["Fler vuxna i egen försörjning", ""],
        ["Tidiga insatser för barn", ""],
    ]
    text = "Fler vuxna i egen\nförsörjning\n\nKön är kort sedan\nförra året.\n"
    assert cells_of(PRIORITIES, text) == [
        ["Fler vuxna i egen försörjning", "Kön är kort sedan förra året."]
    ]


def test_the_spaces_of_an_empty_cell_are_counted_once():
    columns = (
        Column(("Uppdrag",), CellKind.PROSE, "title"),
        Column(("Kommentar",), CellKind.PROSE, "comment"),
        Column(("Bedömning",), CellKind.LIGHT, "assessment"),
    )
    text = (
        "Digitalisera ansökan om \nkontaktperson \n\n  Grön \n\nErbjuda alla Metoden prövas. Gul \n"
    )
    assert cells_of(columns, text) == [
        ["Digitalisera ansökan om kontaktperson", "", "Grön"],
        ["Erbjuda alla", "Metoden prövas.", "Gul"],
    ]


ASSESSED = INDICATORS.columns[4]
NAME = INDICATORS.columns[0]
TREND = INDICATORS.columns[5]
PROSE = GOALS.columns[2]
SHARE = Column(("Andel",), CellKind.PERCENT, "share")
RESULT = Column(("Resultat",), CellKind.RESULT, "result")
MARKER = Column(("",), CellKind.MARKER, "due", markers=("T1", "T2", "T3"))


def score(column, text, behind=""):
    words = tokens(text + behind)
    return fit(column, words, 0, len(tokens(text)))


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (MEASURE, "12 –"),
        (MEASURE, "% 12"),
        (MEASURE, "(12"),
        (MEASURE, "Enheten har anställt fler under hela året"),
        (MEASURE, "ord " * 15),
        (SHARE, "Enhet 2"),
        (SHARE, "2 av 3 4"),
        (RANGE, "ca 5 kr"),
        (RANGE, "– ord"),
        (RANGE, "ord"),
        (MONTH, "augusti"),
        (MARKER, "T2 T1"),
        (MARKER, "T1 T1"),
        (MARKER, "T1 T4"),
        (RESULT, "Enheten"),
        (STATUS, "ord " * 9),
        (NAME, "ord " * 91),
    ],
)
def test_what_cannot_be_a_cell(column, text):
    assert score(column, text) is None


@pytest.mark.parametrize(
    ("column", "better", "worse"),
    [
        # an empty line inside a cell of one paragraph
        (MEASURE, "Enheten har anställt", "Enheten har\n\nAnställt"),
        (MEASURE, "Enheten\n\nHar anställt", "Enheten\n\nHar\n\nAnställt"),
        (STATUS, "Påbörjat", "Enheten"),
        (STATUS, "–", "– ord"),
        (STATUS, "Enheten har", "Enheten\n\nHar"),
        (STATUS, "Ej påbörjat", "Ej\n\nPåbörjat"),
        (ASSESSED, "Enheten har", "Enheten\n\nHar"),
        (NAME, "Andel nöjda", "Andel\n\nNöjda"),
        (PROSE, "Ett ord", "Ett\n\nOrd"),
        # a verdict and why: better than words of no vocabulary, not as good as the verdict
        (ASSESSED, "Uppfyllt", "Uppfyllt\n\nAlla har en plats."),
        (ASSESSED, "Uppfyllt\n\nAlla har en plats.", "Alla har en plats."),
        (ASSESSED, "Uppfyllt\n\nAlla har.", "Uppfyllt\n\nAlla.\n\nHar."),
        (ASSESSED, "Uppfyllt", "–"),
        (ASSESSED, "–", "Enheten"),
        (ASSESSED, "Uppfyllt", "uppfyllt"),
        # of two that fit, the shorter
        (ASSESSED, "Uppfyllt", "Delvis uppfyllt"),
        # a number alone, then one with words, then a name with a number
        (MEASURE, "12 %", "12 % minskning"),
        (MEASURE, "12 % minskning", "12 kap."),
        (MEASURE, "12 % minskning", "12 % fler ord i år"),
        (MEASURE, "12", "Enhet:"),
        (MEASURE, "Mäts inte", "mäts inte"),
        (SHARE, "12 %", "12"),
        (SHARE, "12 %", "–"),
        (SHARE, "–", "12"),
        (RANGE, "0,5-1,0", "ca 0,5"),
        (RANGE, "0,5-1,0", "–"),
        (MARKER, "T1 T2", "T1"),
        (NAME, "Andel nöjda", "Andel nöjda –"),
        (NAME, "Andel nöjda", "Andel nöjda med"),
        (NAME, "Andel nöjda", "andel nöjda"),
        (NAME, "Andel nöjda", "– nöjda"),
        (NAME, "Andel (nöjda)", "Andel (nöjda"),
        (TREND, "–", "Ökar"),
        (PROSE, "Ökar", "ökar"),
        (PROSE, "Ökar", ", ökar"),
    ],
)
def test_of_two_cells_one_fits_better(column, better, worse):
    assert score(column, better) > score(column, worse)


def test_a_sentence_does_not_end_inside():
    whole = score(ASSESSED, "Målet är uppfyllt")
    assert score(ASSESSED, "Målet är uppfyllt", " i år") < whole
    assert score(ASSESSED, "Målet är uppfyllt", " Mer") == whole
    assert score(ASSESSED, "Målet är uppfyllt.", " i år") == score(ASSESSED, "Målet är uppfyllt.")


@pytest.mark.parametrize(
    ("column", "text", "ends"),
    [
        (MARKER, "T1 T2 T3 T1", {1, 2, 3}),
        (MARKER, "T2 T1", {1}),
        (MARKER, "Ord T1", set()),
        (MEASURE, "82 % minskning ord", {1, 2, 3, 4}),
        (MEASURE, "– 82", {1}),
        (MEASURE, "1\n\n645", {1}),
        (MEASURE, "Mäts inte i år. Mer text.", {4}),
        (MEASURE, "Mäts inte i år.", {4}),
        (MEASURE, "mäts inte i år.", set()),
        (MONTH, "Augusti ord", {1}),
        (MONTH, "augusti", set()),
        (MONTH, "November/ december ord", {2}),
        (MONTH, "November/december ord", {1}),
        (STATUS, "Ej påbörjat ord", {2}),
        (STATUS, "– ord", {1}),
        (STATUS, "ej påbörjat", set()),
        (ASSESSED, "Målet är uppfyllt. Mer.", {3}),
        (ASSESSED, "Uppfyllt 82", {1}),
        (NAME, "Andel nöjda", set()),
    ],
)
def test_where_a_sure_cell_ends(column, text, ends):
    words = tokens(text)
    assert set(atoms(column, words, 0)) == ends
    # whatever stands before it
    behind = tokens(f"Klart. {text}")
    assert set(atoms(column, behind, 1)) == {end + 1 for end in ends}


@pytest.mark.parametrize(
    ("text", "end", "cut"),
    [
        ("1 645", 1, True),
        ("-1 645", 1, True),
        ("1  645", 1, False),
        ("1\n645", 1, False),
        ("1234 645", 1, False),
        ("1 64", 1, False),
        ("1 6456", 1, False),
        ("Ord 645", 1, False),
        ("82 %", 1, True),
        ("82  %", 1, False),
        ("1 645", 2, False),
    ],
)
def test_where_a_number_is_cut(text, end, cut):
    assert cuts_number(tokens(text), end) == cut


def test_an_empty_line_inside_a_head_makes_it_none():
    row = "Fler får stöd Uppfyllt Kön är kort.\n"
    for head, tables in (("Nämndens\nmål", 1), ("Nämndens\n\nmål", 0)):
        found, _ = recovered(f"{head} Bedömning Kommentar\n\n{row}")
        assert sum(isinstance(block, Table) for block in found) == tables


def test_a_paragraph_that_repeats_a_rows_name_ends_the_table():
    head = "Indikator Utfall 2021 Utfall 2022 Mål Bedömning\n\n"
    rows = (
        "Andel nöjda 82 % 85 % 90 % Delvis uppfyllt\n\n"
        "Andel trygga 82 % 85 % 90 % Delvis uppfyllt\n\n"
    )
    found, _ = recovered(head + rows + "Andel nöjda\n\nFler svarade i år än i fjol.\n")
    assert [row[4] for row in grid(found[0])[1:]] == ["Delvis uppfyllt", "Delvis uppfyllt"]
    assert [block.text for block in found[1:]] == ["Andel nöjda", "Fler svarade i år än i fjol."]
    # the name of the row below is no name of one above
    found, _ = recovered(head + "Andel nya 8 % 5 % 9 % Uppfyllt\n\nAndel små\n\nAlla svarade.\n")
    assert grid(found[0])[1][4] == "Uppfyllt\n\nAndel små\n\nAlla svarade."
    # in a table of goals a comment may repeat it
    assert goal_rows(
        "Fler får stöd Uppfyllt Kön är kort.\n\nFler får stöd\n\nI år fick alla stöd.\n"
    ) == [["Fler får stöd", "Uppfyllt", "Kön är kort.\n\nFler får stöd\n\nI år fick alla stöd."]]


@pytest.mark.parametrize(
    ("text", "cells", "uncertain"),
    [
        ("Andel nöjda 82 % 85 %", ((0, 2), (2, 4), (4, 6)), False),
        # more space than usual before a filled cell leaves no doubt
        ("Andel nöjda  82 % 85 %", ((0, 2), (2, 4), (4, 6)), False),
        ("Andel nöjda   82 % 85 %", ((0, 2), (2, 4), (4, 6)), False),
        ("Andel nöjda  85 %", ((0, 2), None, (2, 4)), False),
        ("Andel nöjda 85 %", ((0, 2), (2, 4), None), True),
    ],
)
def test_whether_an_empty_cell_was_seen(text, cells, uncertain):
    found = segment((NAME, MEASURE, MEASURE), tokens(text))
    assert found.rows == (RowCells(cells, uncertain=uncertain),)


def test_a_group_that_begins_with_nought_is_no_number():
    words = tokens("−1 054 Mätning genomförs 846 371\n")
    assert list(atoms(MEASURE, words, 1)) == []
    assert fit(MEASURE, words, 1, 2) is None


def test_a_name_and_its_values_are_no_value_of_the_row_before():
    columns = (Column(("Indikator",), CellKind.LABEL, "name"), *[MEASURE] * 4)
    text = (
        " Antal långvariga biståndshushåll 387 407 420 397 \n"
        " Antal inhyrda handläggare 105 125 145 115 \n"
    )
    assert cells_of(columns, text) == [
        ["Antal långvariga biståndshushåll", "387", "407", "420", "397"],
        ["Antal inhyrda handläggare", "105", "125", "145", "115"],
    ]
    words = tokens("kvinnor 45\n")
    assert fit(MEASURE, words, 0, 2) is not None


TASKS = (
    Column(("Uppdrag",), CellKind.PROSE, "title"),
    Column(("Kommentar",), CellKind.PROSE, "comment"),
    Column(("Bedömning",), CellKind.LIGHT, "assessment"),
)
NAMED = "Utveckla samverkan Socialtjänsten möter Nacka Haninge Huddinge Botkyrka med fler Grön\n"


def test_many_rows_are_rows_though_each_word_has_a_capital():
    """So many capitals are more than can be tried: then they part no texts, but rows stay rows."""
    found = cells_of(TASKS, NAMED * 80)
    assert len(found) == 80
    assert {row[-1] for row in found} == {"Grön"}
    assert {" ".join(filter(None, row)) for row in found} == {NAMED.strip()}


def test_few_capitals_of_a_line_may_part_texts():
    words = tokens("Samverkan " + "Nacka " * 30 + "\nUnga Tyresö")
    assert list(joints(words, [0, 31])) == [1, 2, 3, 4, 5, 6, 32]


def test_heads_without_rows_are_told():
    layout = Layout(headings=(), tables=(TableLayout(role=TableRole.ASSIGNMENTS, columns=TASKS),))
    head = "Uppdrag Kommentar Bedömning\n\n"
    blocks, findings = recovered(head + NAMED * 250, layout)
    assert findings == ["table-unread"]
    assert any("Socialtjänsten" in str(block) for block in blocks)
    blocks, findings = recovered(head + NAMED, layout)
    assert "table-unread" not in findings


def test_a_risk_value_ends_the_title_before_it() -> None:
    words = tokens("Ord. Riskvärde 16 Åtgärd\n(riskvärde 9) Ord riskvärde saknas 4")
    assert list(behind_values(words)) == [3, 6]


def test_what_follows_a_risk_value_on_its_line_is_the_next_cell() -> None:
    columns = [
        Column(("Typ",), CellKind.PHRASE, "category"),
        Column(("Risk",), CellKind.LABEL, "title"),
        Column(("Åtgärd",), CellKind.PROSE, "mitigation"),
        Column(("Bedömning",), CellKind.LIGHT, "assessment"),
    ]
    words = tokens(
        "Verksamhet Kön är lång. Riskvärde 16 Fler anställs i vår. Gul\n"
        "Långa hyresavtal binder kommunen.\nRiskvärde 9\nUppsägning av avtal. Grön"
    )
    found = segment(columns, words, (), 0)
    cells = [
        [" ".join(t.text for t in words[c[0] : c[1]]) if c else "" for c in r.cells]
        for r in found.rows
    ]
    assert [row[1:] for row in cells] == [
        ["Kön är lång. Riskvärde 16", "Fler anställs i vår.", "Gul"],
        ["Långa hyresavtal binder kommunen. Riskvärde 9", "Uppsägning av avtal.", "Grön"],
    ]
