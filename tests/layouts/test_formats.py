"""Whole reports: what is missing, moved or doubled is said, and the rest is read as before."""

from functools import cache

import pytest
from make_examples import reports
from making.typeset_text import typeset
from pieces import (
    LAYOUT,
    bullet,
    document,
    heading,
    lines,
    paragraph,
    rules,
    table,
)

import ifo_followup
from ifo_followup.document import Document
from ifo_followup.layouts.formats import LayoutFormat
from ifo_followup.layouts.identity import Family
from ifo_followup.model.report import FollowUpReport, ReportType

FORMAT = LayoutFormat(
    format_id="almvik-prov",
    municipality="Almvik",
    municipality_code="9999",
    reads="a report to try things on",
    layout=LAYOUT,
    family=Family(types=(ReportType.INTERIM_1, ReportType.INTERIM_2)),
    requires=("Nämndens mål", "Måluppföljning"),
    prints=("Lägesbeskrivning", "Ekonomi"),
    excludes=("Verksamhetsberättelse",),
)
GOAL_TABLE = table("Nämndens mål | Bedömning | Kommentar", "Fler får stöd | Helt uppfyllt | Bra.")
MONEY = table("Enhet, tkr | Utfall | Budget", "Stöd | 1 | 2", "Summa | 1 | 2")
FRONT = (paragraph("Delårsrapport 1 2031"), paragraph("Almviks kommun"))
EVENTS = (heading("1 Händelser"), bullet("En ny mottagning."), bullet("Ett nytt boende."))
GOALS = (heading("2 Måluppföljning"), GOAL_TABLE)
ECONOMY = (heading("3 Ekonomi"), MONEY, paragraph("Ekonomin är god."))
MEASURES = (heading("4 Åtgärder"), bullet("Anställa två."))


def read(*parts) -> FollowUpReport:
    (report,) = FORMAT.parse(document(*(block for part in parts for block in part)))
    return report


def test_a_whole_report():
    report = read(FRONT, EVENTS, GOALS, ECONOMY, MEASURES)
    assert rules(report.findings) == []
    assert (report.municipality, report.municipality_code) == ("Almvik", "9999")
    assert [event.text.text for event in report.events] == ["En ny mottagning.", "Ett nytt boende."]
    assert [goal.title.text for goal in report.goals] == ["Fler får stöd"]
    assert len(report.budget_tables) == len(report.measures) == 1
    assert [section.number for section in report.sections] == ["1", "2", "3", "4"]
    assert report.sections[2].text.text == "Ekonomin är god."
    assert report.coverage.unclaimed == 0


def test_a_missing_section_is_said_and_the_rest_is_read():
    report = read(FRONT, EVENTS, ECONOMY, MEASURES)
    assert rules(report.findings) == ["part-missing", "section-skipped"]
    assert "goals" in report.findings[0].message
    assert (len(report.events), len(report.budget_tables), len(report.measures)) == (2, 1, 1)


def test_a_doubled_section_is_said_and_the_rest_is_read():
    report = read(FRONT, EVENTS, GOALS, ECONOMY, ECONOMY, MEASURES)
    assert "section-doubled" in rules(report.findings)
    assert (len(report.events), len(report.goals), len(report.measures)) == (2, 1, 1)


def test_a_moved_section_is_read_as_before():
    whole = read(FRONT, EVENTS, GOALS, ECONOMY, MEASURES)
    moved = read(FRONT, GOALS, ECONOMY, MEASURES, EVENTS)
    assert moved.events == whole.events
    assert moved.goals == whole.goals
    assert moved.budget_tables[0].lines == whole.budget_tables[0].lines
    assert moved.measures == whole.measures


def test_what_cannot_be_told_is_a_finding():
    (report,) = FORMAT.parse(document(*GOALS, *ECONOMY))
    assert sorted(rules(report.findings)) == [
        "municipality-unknown", "period-unknown", "section-skipped", "type-unknown"
    ]  # fmt: skip


def test_a_caption_without_its_table_is_said():
    lost = "Tabell: Antal dammar per enhet Norr 4 Söder 11"
    found = read((heading("1 Dammar"), paragraph("Dammarna är fulla."), paragraph(lost)))
    assert [(f.rule, f.source.text) for f in found.findings if f.rule == "table-unread"] == [
        ("table-unread", lost)
    ]
    picture = read((heading("1 Dammar"), paragraph("Diagram: Antal dammar per enhet")))
    assert "table-unread" not in {f.rule for f in picture.findings}


def test_another_municipality_is_said():
    other = paragraph("Ekby kommun växer. I Ekby kommun bor fler än i fjol.")
    report = read(FRONT[:1], EVENTS, GOALS, (*ECONOMY, other))
    assert rules(report.findings) == ["other-municipality"]
    assert (report.municipality, report.municipality_code) == ("Ekby", None)


def test_text_that_nobody_takes_is_said():
    long_text = paragraph("Detta står före första rubriken och är för långt för en titelsida. " * 3)
    report = read((long_text,), GOALS, ECONOMY)
    assert "text-unclaimed" in rules(report.findings)
    assert report.coverage.unclaimed > 0


def claim(*texts: str):
    return FORMAT.claim(document(*map(paragraph, texts)))


def test_a_claim_needs_every_required_word():
    assert claim("Nämndens mål").sureness == 0
    assert claim("Nämndens mål").missed == ("Måluppföljning",)
    sure = claim("NÄMN-\nDENS MÅL", "2 Måluppföljning")
    surer = claim("Nämndens mål", "Måluppföljning", "Lägesbeskrivning")
    assert 0 < sure.sureness < surer.sureness < 1
    assert claim("Nämndens mål Måluppföljning Lägesbeskrivning Ekonomi").sureness == 1


def test_excluded_words_rule_it_out():
    found = claim("Nämndens mål", "Måluppföljning", "Verksamhetsberättelse")
    assert found.sureness == 0
    assert found.missed == ("not 'Verksamhetsberättelse'",)


def test_plain_text_is_recovered_first():
    text = (
        "1 Händelser\n\n\u2022 En ny mottagning.\n\n2 Måluppföljning\n\n"
        "Nämndens mål Bedömning Kommentar\n\nFler får stöd Helt uppfyllt Bra.\n\n"
        "3 Ekonomi 2031\n\nEkonomin är god.\n"
    )
    (report,) = FORMAT.parse(document(lines(text)))
    assert [event.text.text for event in report.events] == ["En ny mottagning."]
    assert [goal.title.text for goal in report.goals] == ["Fler får stöd"]
    assert report.sections[2].text.text == "Ekonomin är god."


# -- the made-up reports as plain text, with a section cut out, moved or doubled

NAMES = ("almvik-2019-delarsrapport-1", "almvik-2023-manadsrapport-oktober",
         "almvik-2019-tertialbokslut-2")  # fmt: skip
# what each chapter of a report holds, apart from its text
HOLDS = {
    (NAMES[0], "1"): {"events"},
    (NAMES[0], "2"): {"goals", "indicators", "observations", "assignments"},
    (NAMES[0], "4"): {"budget_cells", "risks", "statistics"},
    (NAMES[0], "6"): {"measures"},
    (NAMES[1], "1"): {"events"},
    (NAMES[1], "3"): {"budget_cells"},
    (NAMES[1], "4"): {"calendar"},
    (NAMES[2], "2"): {"goals", "indicators", "observations", "statistics"},
    (NAMES[2], "3"): {"budget_cells", "statistics"},
    (NAMES[2], "5"): {"measures"},
}
CHAPTERS = sorted(HOLDS)
MONTHLY = (NAMES[1], "1")
SOME_CHAPTERS = [(NAMES[0], "1"), (NAMES[0], "4"), MONTHLY, (NAMES[2], "2")]


@cache
def text_of(name: str) -> str:
    return next(typeset(report) for report in reports() if report.name == name)


@cache
def whole(name: str) -> FollowUpReport:
    return ifo_followup.parse(text_of(name).encode())


@cache
def chapters(name: str) -> dict[str, tuple[int, int]]:
    """The first line of each chapter and the line behind its last."""
    tops = [s for s in whole(name).sections if s.level == 1 and s.number]
    starts = [section.title.source.place.first_line - 1 for section in tops]
    ends = [*starts[1:], len(text_of(name).split("\n"))]
    return {s.number: span for s, span in zip(tops, zip(starts, ends, strict=True), strict=True)}


def changed(name: str, number: str, how: str) -> FollowUpReport:
    all_lines = text_of(name).split("\n")
    start, end = chapters(name)[number]
    before, part, after = all_lines[:start], all_lines[start:end], all_lines[end:]
    arranged = {
        "missing": before + after,
        "moved": before + after + ["", *part],
        "doubled": before + part + ["", *part] + after,
    }[how]
    return ifo_followup.parse("\n".join(arranged).encode())


def content(report: FollowUpReport, *leave_out: str) -> dict[str, list[tuple[str, ...]]]:
    """The rows of every table but the sections, without ids and numbers of tables."""
    out = {}
    without = ("table_no", *leave_out)
    for name, frame in report.to_frames().items():
        if name in ("report", "sections"):
            continue
        kept = [c for c in frame.columns if not c.endswith("_id") and c not in without]
        rows = frame[kept].itertuples(index=False, name=None)
        out[name] = sorted(tuple(map(str, row)) for row in rows)
    return out


@pytest.mark.parametrize(("name", "number"), CHAPTERS)
def test_a_chapter_cut_out_leaves_the_others(name: str, number: str):
    report = changed(name, number, "missing")
    # where the chapter alone names the month, the values have no period, and that is said
    unknown = "period-unknown" in rules(report.findings)
    assert unknown == ((name, number) == (NAMES[1], "1"))
    leave_out = ("period",) if unknown else ()
    before, after = content(whole(name), *leave_out), content(report, *leave_out)
    for table_name, rows in before.items():
        if table_name in HOLDS[name, number]:
            assert len(after[table_name]) < len(rows), table_name
        else:
            assert after[table_name] == rows, table_name
    emptied = {table_name for table_name in HOLDS[name, number] if not after[table_name]}
    assert ("part-missing" in rules(report.findings)) == bool(emptied - {"observations"})
    assert report.coverage.unclaimed == 0


@pytest.mark.parametrize(("name", "number"), SOME_CHAPTERS)
def test_a_doubled_chapter_is_said(name: str, number: str):
    report = changed(name, number, "doubled")
    assert "section-doubled" in rules(report.findings)
    before, after = content(whole(name)), content(report)
    for table_name in set(before) - HOLDS[name, number]:
        assert after[table_name] == before[table_name], table_name


@pytest.mark.parametrize(("name", "number"), SOME_CHAPTERS)
def test_a_moved_chapter_is_read_as_before(name: str, number: str):
    assert content(changed(name, number, "moved")) == content(whole(name))


def test_a_document_is_not_changed_by_reading_it():
    before: Document = document(lines("1 Händelser\n\nText\n"))
    kept = before.blocks
    list(FORMAT.parse(before))
    assert before.blocks == kept


def test_a_hint_against_what_is_printed_is_said():
    blocks = (*FRONT, *EVENTS, *GOALS, *ECONOMY, paragraph("Almviks kommun växer."))
    (report,) = FORMAT.parse(document(*blocks, period="2031-05", municipality="Granholm"))
    assert (str(report.period_end), report.municipality) == ("2031-05-31", "Granholm")
    said = [f.message for f in report.findings if f.rule == "hint-contradicts"]
    assert [text.split("=")[0] for text in said] == ["period", "municipality"]
