"""Whose report it is, of what kind and for which period."""

from datetime import date

import pytest
from pieces import SOMEWHERE, document, heading, paragraph, table

from ifo_followup.document import Furniture, FurnitureKind
from ifo_followup.layouts.identity import Family, identify
from ifo_followup.layouts.whose import municipality
from ifo_followup.model.report import ReportType

FAMILY = Family(
    types=(ReportType.INTERIM_1, ReportType.INTERIM_2),
    boards=("Socialnämnden", "Arbets- och stödnämnden"),
    departments=("Socialförvaltningen",),
    areas=("Individ- och familjeomsorgen", "Äldreomsorgen"),
)
MONTHLY = Family(types=(ReportType.MONTHLY,))
TERTIALS = Family(types=(ReportType.TERTIAL_1, ReportType.TERTIAL_2, ReportType.TERTIAL_3))
CHAPTER = heading("1 Händelser")


def told(*blocks, family=FAMILY, own="Almvik", **hints):
    return identify(document(*blocks, **hints), family, own)


@pytest.mark.parametrize(
    ("title", "family", "kind", "end"),
    [
        ("Delårsrapport 1 2031", FAMILY, ReportType.INTERIM_1, date(2031, 4, 30)),
        ("Delårsrapport 2 2031", FAMILY, ReportType.INTERIM_2, date(2031, 8, 31)),
        ("Månadsrapport oktober 2031", MONTHLY, ReportType.MONTHLY, date(2031, 10, 31)),
        ("Tertialbokslut 2 2031", TERTIALS, ReportType.TERTIAL_2, date(2031, 8, 31)),
    ],
)
def test_the_title_says_what_and_when(title, family, kind, end):
    found = told(paragraph(title), CHAPTER, family=family)
    assert (found.report_type, found.title.text) == (kind, title)
    assert (found.period_start, found.period_end) == (date(2031, 1, 1), end)


def test_a_day_on_the_title_page_counts():
    found = told(paragraph("Delårsrapport 1"), paragraph("Till och med 2031-04-30"), CHAPTER)
    assert found.period_end == date(2031, 4, 30)


def test_without_a_title_the_column_heads_tell():
    found = told(
        CHAPTER,
        table("Indikator | Utfall 2030 | Prognos 2031-08-31", "Nöjda | 1 | 2"),
    )
    assert found.period_end == date(2031, 8, 31)
    assert found.report_type is ReportType.INTERIM_2
    assert found.title is None


def test_a_month_over_columns_tells_with_the_year():
    found = told(
        heading("1 Ekonomi 2031"),
        table("Enhet, tkr | Apr | > | Helår", "| Utfall | Budget | Prognos", header_rows=2),
    )
    assert found.period_end == date(2031, 4, 30)
    assert found.report_type is ReportType.INTERIM_1


def test_a_heading_names_the_month():
    found = told(
        heading("1 Viktiga händelser i november"), paragraph("Under 2031 hände mycket."),
        family=MONTHLY,
    )  # fmt: skip
    assert (found.period_end, found.report_type) == (date(2031, 11, 30), ReportType.MONTHLY)


def test_running_text_speaks_of_a_tertial():
    text = paragraph("Tertial 1 2031 har varit lugn. Under tertial 1 kom få anmälningar.")
    assert told(CHAPTER, text, family=TERTIALS).report_type is ReportType.TERTIAL_1


def test_what_is_not_printed_stays_empty():
    found = told(CHAPTER, paragraph("Allt är som vanligt."))
    assert (found.period_end, found.period_start, found.report_type) == (None, None, None)


def test_the_date_of_a_decision_is_no_period():
    found = told(
        paragraph("Delårsrapport 2 2031"), CHAPTER,
        heading("Se över lokaler (beslut socialnämnden 2031-03-29)"),
    )  # fmt: skip
    assert found.period_end == date(2031, 8, 31)


def test_a_hint_of_the_caller_wins():
    found = told(paragraph("Delårsrapport 1 2031"), CHAPTER, period="2030-11", municipality="Ekby")
    assert (found.period_end, found.municipality) == (date(2030, 11, 30), "Ekby")
    assert told(CHAPTER, period="2030").period_end == date(2030, 12, 31)
    assert told(CHAPTER, period="2030-02-03").period_end == date(2030, 2, 3)


def test_names_on_the_title_page_come_before_those_in_the_text():
    found = told(
        paragraph("Arbets- & stödnämnden"),
        paragraph("Socialförvaltningen"),
        CHAPTER,
        paragraph("Socialnämnden och äldreomsorgen. Socialnämndens budget."),
    )
    assert found.board.text == "Arbets- och stödnämnden"
    assert found.department.text == "Socialförvaltningen"
    assert found.area.text == "Äldreomsorgen"


def test_the_most_frequent_name_in_the_text():
    found = told(CHAPTER, paragraph("Socialnämnden. Socialnämndens mål. Arbets- och stödnämnden."))
    assert found.board.text == "Socialnämnden"
    assert found.department is None


def test_a_board_that_the_layout_does_not_know():
    text = paragraph("Socialnämnden svarar i maj. Valnämnden, valnämnden och socialnämnden också.")
    margin = Furniture(text="Kultur- & fritidsnämnden", kind=FurnitureKind.HEADER, place=SOMEWHERE)
    assert told(CHAPTER, text, furniture=(margin,)).board.text == "Kultur- och fritidsnämnden"
    other = paragraph("Byggnadsnämndens ärenden är fler. Byggnadsnämnden och valnämnden väntar.")
    assert told(CHAPTER, other).board.text == "Byggnadsnämnden"
    assert told(CHAPTER, text, other).board.text == "Socialnämnden"


def test_a_board_with_two_names_is_not_the_one_with_the_second():
    found = told(CHAPTER, paragraph("Arbetsmarknads- och socialnämnden har beslutat om en plan."))
    assert found.board.text == "Arbetsmarknads- och socialnämnden"


def test_a_department_that_the_layout_does_not_know_is_told_by_the_title_page_only():
    assert told(CHAPTER, paragraph("Fritidsförvaltningen flyttar.")).department is None
    assert (
        told(paragraph("Fritidsförvaltningen"), CHAPTER).department.text == "Fritidsförvaltningen"
    )


def test_names_in_the_margins_count():
    margin = Furniture(text="Socialförvaltningen", kind=FurnitureKind.HEADER, place=SOMEWHERE)
    found = identify(document(CHAPTER, furniture=(margin,)), FAMILY, "Almvik")
    assert found.department.text == "Socialförvaltningen"


def test_the_title_page_says_whose_it_is():
    front = (paragraph("Delårsrapport 1 2031"), paragraph("Järfälla kommun"))
    text = paragraph("Almvik, grannen, hyr ut lokaler.")
    assert told(*front, CHAPTER, text).municipality == "Järfälla"
    assert told(*front, paragraph("Almviks kommun"), CHAPTER).municipality == "Almvik"
    margin = Furniture(text="Järfälla kommun", kind=FurnitureKind.HEADER, place=SOMEWHERE)
    found = identify(document(CHAPTER, text, furniture=(margin,)), FAMILY, "Almvik")
    assert (found.municipality, found.named) == ("Järfälla", True)


def test_a_municipality_that_is_not_printed_is_told():
    assert not told(CHAPTER).named
    assert told(CHAPTER, municipality="Ekby").named
    assert told(CHAPTER, paragraph("Almvik växer.")).named


def test_a_board_is_not_a_part_of_another_name():
    longer = "Arbetsmarknads- och socialnämnden"
    assert told(paragraph(longer), CHAPTER).board.text == longer
    assert told(CHAPTER, paragraph(f"{longer}s budget.")).board.text == longer
    assert told(paragraph("Individ- & familjenämnden"), CHAPTER).board.text == (
        "Individ- och familjenämnden"
    )
    # the layout's own board wins, wherever it stands on the title page
    front = (paragraph("Valnämnden, äldrenämnden"), paragraph("Socialnämnden"))
    assert told(*front, CHAPTER).board.text == "Socialnämnden"
    assert told(front[0], CHAPTER).board.text == "Äldrenämnden"


def test_a_year_alone_leaves_the_month_as_it_is():
    front = paragraph("Månadsrapport oktober 2031")
    found = told(front, CHAPTER, family=MONTHLY, period="2031")
    assert (found.period_end, found.report_type) == (date(2031, 10, 31), ReportType.MONTHLY)
    assert found.contradicted == ()
    found = told(front, CHAPTER, family=MONTHLY, period="2030")
    assert found.period_end == date(2030, 10, 31)
    assert found.contradicted == ("period=2030-10-31 was given, but 2031-10-31 was read",)
    found = told(paragraph("Delårsrapport 2"), CHAPTER, period="2031")
    assert (found.period_end, found.report_type) == (date(2031, 8, 31), ReportType.INTERIM_2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekby kommun växer. I Ekby kommun bor fler.", "Ekby"),
        ("Ekbys kommun växer. Ekbys kommun är stor.", "Ekby"),
        ("Norra Ekby kommun växer. Norra Ekby kommun är stor.", "Norra Ekby"),
        ("Samverkan med Ekby kommun.", "Almvik"),
        ("Almvik och Ekby kommun. Almvik är störst. Ekby kommun är mindre.", "Almvik"),
        ("Borås kommun växer. Borås kommun är stor.", "Borås"),
        ("Nämnden har sammanträtt.", "Almvik"),
        ("Varje kommun växer. Varje kommun är olik.", "Almvik"),
        ("Malmö stad växer. Malmö stad är stor.", "Malmö"),
        ("Region Gotland växer. Region Gotland är en ö.", "Gotland"),
        ("Socialnämnden, Falu kommun", "Falun"),
        ("SOCIALNÄMNDEN GÖTEBORGS STAD", "Göteborg"),
        ("Delårsrapport, Upplands Väsby kommun", "Upplands Väsby"),
    ],
)
def test_another_municipality_is_seen(text, expected):
    assert municipality(document(paragraph(text)), "Almvik") == expected


def test_the_last_day_on_the_title_page_ends_the_period():
    found = told(paragraph("Januari 2031"), paragraph("Till och med 2031-08-31"), CHAPTER)
    assert found.period_end == date(2031, 8, 31)


NOVEMBER = heading("2 Händelser i november")


def test_the_year_of_column_heads_is_the_latest():
    heads = table("Indikator | Utfall 2030 | Utfall 2031", "Nöjda | 1 | 2", "Nöjda 2033 | 1 | 2")
    text = paragraph("Planen gäller 2029, 2029 och 2029.")
    assert told(CHAPTER, heads, text, NOVEMBER).period_end == date(2031, 11, 30)
    # without such heads the one printed most often, of two the earlier
    assert told(CHAPTER, text, NOVEMBER).period_end == date(2029, 11, 30)
    text = paragraph("Planen gäller 2032 och 2029.")
    assert told(CHAPTER, text, NOVEMBER).period_end == date(2029, 11, 30)


def test_the_last_year_on_the_title_page_counts():
    front = paragraph("Verksamhetsplan 2029, uppföljning 2031")
    text = paragraph("Planen gäller 2030, 2030 och 2030.")
    assert told(front, CHAPTER, text, NOVEMBER).period_end == date(2031, 11, 30)


def test_a_month_over_one_column_tells_nothing():
    year = paragraph("Under 2031 hände mycket.")
    narrow = table("Enhet | Apr | Maj", "A | 1 | 2")
    assert told(CHAPTER, year, narrow).period_end is None
    low = table("Enhet | Antal | Andel", "A | 1 | 2", "B | Apr | >")
    assert told(CHAPTER, year, low).period_end is None


def test_the_day_of_most_column_heads_wins_and_of_those_the_last():
    heads = table("Indikator | 2031-04-30 | 2031-08-31", "Nöjda | 1 | 2")
    assert told(CHAPTER, heads).period_end == date(2031, 8, 31)
    more = table("Indikator | 2031-04-30 | Mål", "Nöjda | 1 | 2")
    assert told(CHAPTER, heads, more).period_end == date(2031, 4, 30)
    low = table("Indikator | Antal", "A | 1", "2031-04-30 | 2")
    assert told(CHAPTER, low).period_end is None
    long = table("Indikator | " + "x" * 51 + "2031-04-30", "A | 1")
    assert told(CHAPTER, long).period_end is None


def test_headings_name_the_period_of_the_reports_year():
    first = heading("2 Utfall till och med 2031-04-30")
    later = heading("3 Utfall till och med 2031-08-31")
    year = table("Indikator | Utfall 2031", "Nöjda | 1")
    assert told(CHAPTER, first, later, year).period_end == date(2031, 8, 31)
    other = heading("3 Utfall till och med 2030-08-31")
    assert told(CHAPTER, first, other, year).period_end == date(2031, 4, 30)


def test_running_text_of_another_year_tells_nothing():
    heads = table("Indikator | Utfall 2031", "Nöjda | 1")
    text = paragraph("Till och med 2030-08-31 var det lugnt.")
    assert told(CHAPTER, heads, text).period_end is None
    text = paragraph("Till och med 2031-08-31 var det lugnt, 2031-04-30 också.")
    assert told(CHAPTER, heads, text).period_end in (date(2031, 8, 31), date(2031, 4, 30))


def test_the_type_without_a_title():
    month = paragraph("Till och med 2031-05-31 var det lugnt.")
    mixed = Family(types=(ReportType.INTERIM_1, ReportType.MONTHLY))
    assert told(CHAPTER, month, family=mixed).report_type is ReportType.MONTHLY
    assert told(CHAPTER, month).report_type is None
    april = paragraph("Till och med 2031-04-30 var det lugnt.")
    assert told(CHAPTER, april, family=mixed).report_type is ReportType.INTERIM_1
    assert told(CHAPTER, family=MONTHLY).report_type is ReportType.MONTHLY


def test_what_was_given_and_what_is_printed_may_differ():
    front = paragraph("Delårsrapport 1 2031")
    name = paragraph("Almviks kommun")
    found = told(front, name, CHAPTER, period="2030-11", municipality="Ekby")
    assert found.contradicted == (
        "period=2030-11-30 was given, but 2031-04-30 was read",
        "municipality=Ekby was given, but Almvik was read",
    )
    assert told(front, name, CHAPTER, period="2031-04", municipality="Almvik").contradicted == ()
    # a name that is not printed contradicts nobody
    assert told(front, CHAPTER, municipality="Ekby").contradicted == ()
    assert told(CHAPTER, period="2031-13").period_end is None


def test_the_title_page_ends_at_the_first_numbered_heading():
    late = paragraph("Delårsrapport 2 2031")
    assert told(CHAPTER, late).title is None
    assert told(heading("Läget"), late).title.text == "Delårsrapport 2 2031"
    assert told(paragraph("1 Läget"), late).title.text == "Delårsrapport 2 2031"
    assert told(table("A | B", "1 | 2"), late).title is None
    filler = [paragraph("Ord")] * 13
    assert told(*filler, late).title is not None
    assert told(*filler, paragraph("Ord"), late).title is None
    assert told(paragraph("Delårsrapport 2 2031 " + "x" * 78)).title is not None
    assert told(paragraph("Delårsrapport 2 2031 " + "x" * 79)).title is None


def test_the_year_of_the_text_where_the_title_has_none():
    found = told(paragraph("Delårsrapport 1"), CHAPTER, paragraph("Under 2031 hände mycket."))
    assert found.period_end == date(2031, 4, 30)


def test_the_day_a_report_was_decided_is_no_end_of_its_period():
    found = told(paragraph("Delårsrapport 1 2031"), paragraph("Socialnämnden 2031-05-21"), CHAPTER)
    assert found.period_end == date(2031, 4, 30)


def test_the_titles_year_comes_before_others_on_the_title_page():
    found = told(paragraph("Delårsrapport 1 2031"), paragraph("jämfört med 2030"), CHAPTER)
    assert found.period_end == date(2031, 4, 30)


def test_a_bold_first_chapter_and_a_sentence_end_the_title_page():
    heads = table("Indikator | Utfall 2030 | Prognos 2031-08-31", "Nöjda | 1 | 2")
    chapter = paragraph("1. HÄNDELSER", strong=True)
    assert told(chapter, paragraph("Läget i maj 2030"), heads).period_end == date(2031, 8, 31)
    assert told(paragraph("Fler sedan maj 2030."), heads).period_end == date(2031, 8, 31)


def test_rows_that_were_not_recognised_are_no_title_page():
    rows = "Barn 31 augusti 2030 " + 12 * "12 400 11 900 "
    found = told(paragraph("Delårsrapport 1 2031"), paragraph(rows), CHAPTER)
    assert found.period_end == date(2031, 4, 30)


@pytest.mark.parametrize("title", ["Årsbokslut 2031", "Bokslut 2031", "Årsredovisning 2031"])
def test_the_accounts_of_a_year(title):
    found = told(paragraph(title), CHAPTER)
    assert (found.report_type, found.period_end) == (ReportType.ANNUAL, date(2031, 12, 31))


def test_the_days_of_decisions_in_the_text_are_no_ends_either():
    found = told(CHAPTER, paragraph("Planen antogs 2031-02-14 och gäller."), family=MONTHLY)
    assert found.period_end is None


@pytest.mark.parametrize(
    ("title", "beside", "end"),
    [
        # a day that a board met on is no end of a year, nor of the months that the title names
        ("Verksamhetsberättelse 2031", "2032-01-31", date(2031, 12, 31)),
        ("Delårsrapport 1 januari-april 2031", "2031-05-31", date(2031, 4, 30)),
        ("Tertialbokslut 1 2031", "31 maj 2031", date(2031, 4, 30)),
        # nor is its year the report's
        ("Verksamhetsberättelse", "För 2031. Beslut 2032-02-14", date(2031, 12, 31)),
        ("Delårsrapport 2", "31 augusti 2031", date(2031, 8, 31)),
        # a plan has years of its own
        ("Delårsrapport 2 2031 med plan för 2032", "", date(2031, 8, 31)),
        ("Delårsrapport 2 2031 till verksamhetsplan 2030-2033", "", date(2031, 8, 31)),
        ("Delårsrapport 2 till verksamhetsplan 2030-2033", "", None),
        ("Årsuppföljning 2031", "2032-02-14", date(2031, 12, 31)),
    ],
)
def test_the_title_counts_before_what_stands_beside_it(title, beside, end):
    found = told(paragraph(title), paragraph(beside), CHAPTER)
    assert found.period_end == end


def test_a_title_with_a_day_is_not_answered_by_the_text():
    spoken = paragraph("Som i tertial 2 var det, till och med 2031-08-31.")
    found = told(heading("Månadsuppföljning per 2031-10-15"), CHAPTER, spoken, family=MONTHLY)
    assert found.period_end is None


def test_what_follows_a_year_up_is_of_the_year():
    found = told(heading("Årsuppföljning 2031"), CHAPTER)
    assert found.report_type is ReportType.ANNUAL


def test_a_board_that_no_layout_names_is_taken_from_the_title_page():
    found = told(paragraph("Delårsrapport 1 2031"), paragraph("Park- och vattennämnden"), CHAPTER)
    assert found.board.text == "Park- och vattennämnden"
    found = told(paragraph("Delårsrapport 1 2031"), paragraph("Parkförvaltningen"), CHAPTER)
    assert found.department.text == "Parkförvaltningen"


def test_a_board_that_no_layout_names_is_the_one_that_is_named_most():
    money = table("Park- & vattennämnden, tkr | Apr", "| Utfall", "Parker | 1", header_rows=2)
    assert told(CHAPTER, money).board.text == "Park- och vattennämnden"
    said = paragraph("Park- och vattennämnden och Socialnämnden har mötts.")
    assert told(CHAPTER, money, said).board.text == "Park- och vattennämnden"


def test_a_committee_is_not_whose_report_it_is():
    assert told(CHAPTER, paragraph("Socialutskottet har beslutat.")).board is None


def test_a_name_that_ends_in_another_one_is_the_longer():
    found = told(CHAPTER, paragraph("Park- och socialnämnden har beslutat."))
    assert found.board.text == "Park- och socialnämnden"
